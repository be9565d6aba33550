"""Sections, tables and findings → a terminal, through rich; user text is never markup."""
