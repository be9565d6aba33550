"""Sections as plain labelled lines that read well aloud: no bar, box, column or escape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.blocks import (
    Answers,
    Card,
    Comparison,
    Entry,
    Grid,
    Headline,
    Legend,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Remark,
    Section,
    Shares,
    Standing,
    Steps,
)
from kelompok_quiz.explanation.numbers import join, thousands
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import page_of
from kelompok_quiz.words import result as say


def print_linear(console: Console, sections: Iterable[Section]) -> None:
    """Print sections as lines from the left edge on, an empty line between two."""
    page = page_of(console)
    for index, section in enumerate(sections):
        if index:
            print_lines(console, [Text()])
        for line in spoken_lines(section):
            print_lines(console, page.lines(line))


def spoken_lines(section: Section) -> Iterator[str]:
    """Yield the title and what is said about each block."""
    yield section.title
    for block in section.blocks:
        yield from SPEAKERS[type(block)](block)


def _headline(block: Headline) -> Iterator[str]:
    about, label = block.about, block.label
    yield say.SUBJECT.format(about=about, label=label) if about else label
    yield from filter(None, (block.detail,))


def _text(block: Paragraph | Remark) -> Iterator[str]:
    yield block.text


def _notice(block: Notice) -> Iterator[str]:
    yield say.NOTICE.format(text=block.text)


def _entry(block: Entry) -> Iterator[str]:
    label = ", ".join(filter(None, (block.label, block.note)))
    yield f"{label}: {block.text}"


def _standing(block: Standing) -> Iterator[str]:
    bands = [say.BAND.format(label=b.label, low=b.low, high=b.high) for b in block.bands]
    yield say.BANDS.format(bands=join(bands))


def _legend(_: Legend) -> Iterator[str]:
    """Marks of bars that nobody sees need no words."""
    yield from ()


def _measures(block: Measures) -> Iterator[str]:
    yield f"{block.label}, {block.hint}:"
    yield from (_measure(row, block.range_name) for row in block.rows)


def _measure(measure: Measure, range_name: str) -> str:
    if measure.score is None:
        template = say.MEASURE_UNSCORED
    else:
        template = say.MEASURE if measure.error else say.MEASURE_WITHOUT_ERROR
    low, high = measure.range
    told = {"label": measure.label, "score": measure.score, "word": measure.word}
    return template.format(**told, range=range_name, low=low, high=high)


def _shares(block: Shares) -> Iterator[str]:
    for row in block.rows:
        yield say.SHARE.format(
            label=row.label, count=thousands(row.count), whole=thousands(block.whole)
        )


def _grid(block: Grid) -> Iterator[str]:
    for index, name in enumerate(block.groups):
        for facts in block.tables:
            told = (
                say.FACT.format(header=header, cell=say.KEPT_BACK if cell is None else cell)
                for header, cell in zip(facts.headers, facts.rows[index], strict=True)
            )
            yield say.GROUPED.format(group=name, facts="; ".join(told))


def _card(block: Card) -> Iterator[str]:
    yield block.label
    told = ((say.CLAIM, block.claim), (say.REALITY, block.reality), (say.BELIEVED, block.reading))
    yield from (f"{label}: {text}" for label, text in told if text)


def _comparison(block: Comparison) -> Iterator[str]:
    for aspect, this, that in block.rows:
        yield f"{aspect}:"
        yield f"{block.this}: {this}"
        yield f"{block.that}: {that}"


def _steps(block: Steps) -> Iterator[str]:
    yield from _numbered(block.texts)


def _answers(block: Answers) -> Iterator[str]:
    yield from _numbered(say.ANSWER.format(statement=s, answer=a) for s, a in block.rows)


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    yield from (f"{number}. {text}" for number, text in enumerate(texts, start=1))


SPEAKERS: dict[type[Any], Callable[[Any], Iterator[str]]] = {
    Headline: _headline,
    Paragraph: _text,
    Remark: _text,
    Notice: _notice,
    Entry: _entry,
    Standing: _standing,
    Legend: _legend,
    Measures: _measures,
    Shares: _shares,
    Grid: _grid,
    Card: _card,
    Comparison: _comparison,
    Steps: _steps,
    Answers: _answers,
}
