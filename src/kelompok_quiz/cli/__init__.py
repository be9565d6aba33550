"""The command line: options, composition, exit codes."""
