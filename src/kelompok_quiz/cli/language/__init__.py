"""Usage, errors and help in Indonesian, in place of typer's own."""
