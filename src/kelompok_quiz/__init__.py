"""kuis-karier: does this work fit you? One scorer, from one person to a province."""

__version__ = "0.1.0"

PROGRAM = "kuis-karier"
"""The name of the command, as messages and completion repeat it."""
