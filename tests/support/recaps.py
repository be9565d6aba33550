"""Sections, screens and tables of a recap."""

from __future__ import annotations

import io

from kelompok_quiz.cohort.recap import Recap
from kelompok_quiz.explanation.blocks import (
    Measure,
    Measures,
    Notice,
    Paragraph,
    Remark,
    Section,
)
from kelompok_quiz.explanation.recap import recap_sections
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.linear import print_linear
from kelompok_quiz.screen.sections import print_sections
from support.mini import KEY

PROFILE = KEY.profile


def sections_of(recap: Recap) -> dict[str, Section]:
    return {section.id: section for section in recap_sections(PROFILE, recap)}


def texts(section: Section) -> str:
    kinds = (Paragraph, Notice, Remark)
    return " ".join(block.text for block in section.blocks if isinstance(block, kinds))


def measured(section: Section) -> list[Measure]:
    groups = (block for block in section.blocks if isinstance(block, Measures))
    return [row for group in groups for row in group.rows]


def shown(recap: Recap, width: int = 80, encoding: str = "utf-8", *, linear: bool = False) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", write_through=True)
    printed = print_linear if linear else print_sections
    printed(plain_console(stream, width), recap_sections(PROFILE, recap))
    return stream.buffer.getvalue().decode(encoding)
