"""Answers → results: the formulas, a module each, for one person and for a million alike."""
