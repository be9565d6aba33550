"""Which column of an answer file holds what, and the user's guide to one form."""
