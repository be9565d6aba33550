"""A recap as one JSON object, at full precision."""

from __future__ import annotations

import json
from typing import TextIO

import msgspec

from kelompok_quiz.cohort import Recap


def write_recap(stream: TextIO, recap: Recap) -> None:
    """Write a recap for programmes to read; what is beyond ASCII is escaped."""
    json.dump(msgspec.to_builtins(recap), stream, indent=2, allow_nan=False)
    stream.write("\n")
