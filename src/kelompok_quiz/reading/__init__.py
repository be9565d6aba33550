"""Files and streams → answer batches, in bounded chunks and in the order of the source.

`sources` is the door and tells the road; the other modules do not know the name of a file.
"""

from kelompok_quiz.reading.contents import Limits
from kelompok_quiz.reading.documents import parse_digits
from kelompok_quiz.reading.people import Layout
from kelompok_quiz.reading.records import Records
from kelompok_quiz.reading.repeats import Repeat, Repeats, superseded, without
from kelompok_quiz.reading.sources import (
    STDIN,
    AnswerSource,
    inspect_path,
    inspect_stream,
    open_path,
    open_stream,
)

__all__ = [
    "STDIN",
    "AnswerSource",
    "Layout",
    "Limits",
    "Records",
    "Repeat",
    "Repeats",
    "inspect_path",
    "inspect_stream",
    "open_path",
    "open_stream",
    "parse_digits",
    "superseded",
    "without",
]
