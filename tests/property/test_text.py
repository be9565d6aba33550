"""Wrapping agrees with the standard library where every character is one cell wide."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.text import wrap

TEXTS = st.text("ab-é \t\n\r\v", max_size=40)
INDENTS = st.sampled_from(["", "  ", "* ", "label: "])


@given(TEXTS, st.integers(8, 30), INDENTS, INDENTS)
def test_whole_words_are_wrapped_as_the_standard_library_does(
    text: str, width: int, first: str, rest: str
) -> None:
    expected = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    assert wrap(text, width, first=first, rest=rest) == (expected or [first])


@given(TEXTS, st.integers(1, 30))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, break_words=True)
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
