"""The instrument as data: the frozen model, and YAML → profile or problems.

`profile.key` holds the same profile as arrays; it imports NumPy and is imported by the kernel only.
"""
