"""A recap → sections and tables as data."""
