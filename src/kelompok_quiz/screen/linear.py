"""Sections as plain labelled lines for screen readers: no bar, box, column or escape sequence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.blocks import (
    Answered,
    AnswerList,
    Block,
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
    WritingLine,
)
from kelompok_quiz.explanation.numbers import join, thousands
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import page_of
from kelompok_quiz.words import result as words


def print_linear(console: Console, sections: Iterable[Section]) -> None:
    """Print sections as unindented lines, with an empty line between two."""
    page = page_of(console)
    for index, section in enumerate(sections):
        if index:
            print_lines(console, [Text()])
        for line in spoken_lines(section):
            print_lines(console, page.lines(line))


def spoken_lines(section: Section) -> Iterator[str]:
    """Yield the title and the lines of each block."""
    yield section.title
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - a case a block
    match block:
        case Headline(label, detail, about):
            yield words.SUBJECT.format(about=about, label=label) if about else label
            if detail:
                yield detail
        case Paragraph(text) | Remark(text):
            yield text
        case Notice(text):
            yield words.NOTICE.format(text=text)
        case Entry(label, text):
            yield f"{label}: {text}"
        case Standing():
            bands = (
                words.BAND.format(label=band.label, low=band.low, high=band.high)
                for band in block.bands
            )
            yield words.BANDS.format(bands=join(list(bands)))
        case Legend(error=error):  # the marks of bars are not drawn here
            if error:
                yield error
        case Measures():
            yield f"{block.label}, {block.hint}:"
            yield from (_measure(row, block.range_name) for row in block.rows)
        case Shares():
            whole = thousands(block.whole)
            for share in block.rows:
                count = thousands(share.count)
                yield words.SHARE.format(label=share.label, count=count, whole=whole)
        case Grid():
            yield from _grid(block)
        case Card():
            yield from _card(block)
        case Comparison():
            for aspect, this, that in block.rows:
                yield f"{aspect}:"
                yield f"{block.this}: {this}"
                yield f"{block.that}: {that}"
        case Steps(texts):
            yield from _numbered(texts)
        case AnswerList(rows):
            yield from _numbered(words.ANSWER.format(statement=s, answer=a) for s, a in rows)
        case Answered(label, rows):
            yield f"{label}:"
            yield from (words.ANSWER.format(statement=s, answer=a) for s, a in rows)
        case WritingLine():
            pass  # an empty line says nothing aloud
        case _:
            assert_never(block)


def _measure(measure: Measure, range_name: str) -> str:
    if measure.score is None:
        template = words.MEASURE_UNSCORED
    else:
        template = words.MEASURE if measure.error else words.MEASURE_WITHOUT_ERROR
    low, high = measure.range
    return template.format(
        label=measure.label,
        score=measure.score,
        word=measure.word,
        range=range_name,
        low=low,
        high=high,
    )


def _grid(block: Grid) -> Iterator[str]:
    for index, name in enumerate(block.groups):
        for facts in block.tables:
            cells = (words.KEPT_BACK if cell is None else cell for cell in facts.rows[index])
            said = (
                words.FACT.format(header=header, cell=cell)
                for header, cell in zip(facts.headers, cells, strict=True)
            )
            yield words.GROUPED.format(group=name, facts="; ".join(said).removesuffix("."))


def _card(block: Card) -> Iterator[str]:
    if block.label:
        yield block.label
    texts = {
        words.CLAIM: block.claim,
        words.REALITY: block.reality,
        words.BELIEVED: block.reading,
    }
    yield from (f"{label}: {text}" for label, text in texts.items() if text)


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    yield from (f"{number}. {text}" for number, text in enumerate(texts, start=1))
