"""How the sheet was answered, asked politely and beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.explanation.blocks import Block, Notice, Paragraph, Section
from kelompok_quiz.explanation.numbers import decimal
from kelompok_quiz.result import Result
from kelompok_quiz.words import result as say


def quality_notice(result: Result) -> Iterator[Block]:
    """Yield what to keep in mind while reading the verdict, with an offer to answer again."""
    template = {"low": say.LOW_QUALITY, "note": say.NOTED_QUALITY}.get(result.quality.level or "")
    if template:
        reason = " ".join(_flag_sentences(result))
        yield Notice(template.format(reason=reason, retake=say.RETAKE))


def quality_section(result: Result) -> Section:
    """Return the count of answers, and whether there was something to keep in mind."""
    finding = say.FLAGGED_QUALITY if result.quality.flags else say.GOOD_QUALITY
    counts = say.ANSWERED.format(answered=result.answered, items=result.items, finding=finding)
    return Section("quality", say.TITLES["quality"], (Paragraph(counts),))


def _flag_sentences(result: Result) -> list[str]:
    quality = result.quality
    return [
        say.FLAGS[flag].format(
            longstring=quality.longstring,
            seconds=decimal(quality.median_seconds or 0, 1),
            missing=result.items - (result.answered or 0),
            items=result.items,
        )
        for flag in quality.flags
    ]
