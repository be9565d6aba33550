"""Files and streams → answer batches, in bounded chunks and in the order of the source.

`sources` is the door and tells the road; the other modules do not know the name of a file.
"""

from kelompok_quiz.reading.contents import Limits
from kelompok_quiz.reading.inputs import (
    Inputs,
    Notes,
    ReadOptions,
    TypedAnswers,
    inspect_input,
    is_word,
    unknown_words,
)
from kelompok_quiz.reading.people import Layout
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
    "Inputs",
    "Layout",
    "Limits",
    "Notes",
    "ReadOptions",
    "Repeat",
    "Repeats",
    "TypedAnswers",
    "inspect_input",
    "inspect_path",
    "inspect_stream",
    "is_word",
    "open_path",
    "open_stream",
    "superseded",
    "unknown_words",
    "without",
]
