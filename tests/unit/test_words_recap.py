"""The texts about a group are short."""

from __future__ import annotations

import re

from kelompok_quiz.words import recap as say

MOST_WORDS = 20


def sentences(value: object) -> list[str]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [text for each in value for text in sentences(each)]
    return [value] if isinstance(value, str) else []


SENTENCES = [
    text for name, value in vars(say).items() if name.isupper() for text in sentences(value)
]


def test_every_sentence_is_short() -> None:
    assert len(SENTENCES) > 60
    for text in SENTENCES:
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence
