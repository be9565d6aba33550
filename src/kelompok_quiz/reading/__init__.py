"""Files and streams → answer batches, in bounded chunks and in the order of the source.

bytes (`contents`, `archives`) → text or sheet (`texts`, `workbooks`) → rows and the header among
them (`delimited`, `headings`) → people (`tables`), or documents → records → people (`records`).
"""

from kelompok_quiz.reading.documents import parse_digits
from kelompok_quiz.reading.records import Records
from kelompok_quiz.reading.repeats import Repeat, Repeats, superseded, without
from kelompok_quiz.reading.sources import (
    STDIN,
    AnswerSource,
    Layout,
    inspect_path,
    inspect_stream,
    open_path,
    open_stream,
)

__all__ = [
    "STDIN",
    "AnswerSource",
    "Layout",
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
