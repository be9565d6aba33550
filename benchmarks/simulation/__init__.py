"""A seeded simulation of respondents who answer the shipped profile through the shipped scorer.

Run it from the repository's root: `python -m benchmarks.simulation [--people N] [--seed S]`.
What the figures mean, and what they cannot show, stands in `docs/metode.md`.
"""
