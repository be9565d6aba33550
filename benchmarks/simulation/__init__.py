"""A seeded simulation of respondents who answer the shipped profile through the shipped scorer.

Run it from the repository's root: `python -m benchmarks.simulation [--people N] [--seed S]`.
`docs/metode.md` explains the figures and their limits.
"""
