"""How the sheet was answered, asked politely and beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.explanation import sentences as say
from kelompok_quiz.explanation.blocks import Block, Notice, Paragraph, Section
from kelompok_quiz.explanation.numbers import decimal
from kelompok_quiz.result import Result


def quality_notice(result: Result) -> Iterator[Block]:
    """Yield what to keep in mind while reading the verdict, if anything."""
    template = {"low": say.LOW_QUALITY, "note": say.NOTED_QUALITY}.get(result.quality.level or "")
    if template:
        yield Notice(template.format(reason=" ".join(_flag_sentences(result))))


def quality_section(result: Result) -> Section:
    """Return the counts of answers and the offer to answer again, where it may help."""
    blocks: list[Block] = [
        Paragraph(say.ANSWERED.format(answered=result.answered, items=result.items))
    ]
    if result.quality.flags:
        blocks += [Paragraph(sentence) for sentence in _flag_sentences(result)]
        blocks.append(Paragraph(say.RETAKE))
    else:
        blocks.append(Paragraph(say.GOOD_QUALITY))
    return Section("quality", say.TITLES["quality"], tuple(blocks))


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
