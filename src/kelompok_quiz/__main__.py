"""`python -m kelompok_quiz` and the `kuis-karier` command."""

from __future__ import annotations

import sys

from kelompok_quiz.cli.app import entry


def main() -> None:
    """Run the command line and end the process with its exit code."""
    sys.exit(entry())


if __name__ == "__main__":
    main()
