"""The command line: options → composition → exit code. No logic of its own."""
