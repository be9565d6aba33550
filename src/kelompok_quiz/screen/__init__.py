"""Sections, tables and findings → a terminal, through rich; nobody's text is ever interpreted."""
