"""Files and streams → answer batches, in bounded chunks and in the order of the source.

`sources` is the door and describes the road; `inputs` reads several of them in one run.
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
from kelompok_quiz.reading.repeats import Repeat, Repeats
from kelompok_quiz.reading.sources import (
    STDIN,
    AnswerSource,
    inspect_answers,
    open_answers,
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
    "inspect_answers",
    "inspect_input",
    "is_word",
    "open_answers",
    "unknown_words",
]
