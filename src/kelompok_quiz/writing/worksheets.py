"""The look of all worksheets: cell formats, page setup, row heights. Colour never says it alone."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LOWEST_TINT, HIGHEST_TINT, NO_TINT = (0xF9, 0xD8, 0xB6), (0xB5, 0xE0, 0xD8), (0xE6, 0xE6, 0xE6)
"""Orange to teal, distinct in every common kind of colour blindness, and grey."""
TEXT = {"num_format": "@", "align": "left", "valign": "top", "indent": 1}
"""The format `@` keeps a text a text if it is typed again; the indent separates it from a number
in the column before."""
HEADER = TEXT | {"text_wrap": True, "bold": True, "bottom": 1, "bg_color": "#DCE6EC"}
AMONG_NUMBERS = {"align": "right", "indent": 0}

MAX_CELL_LENGTH = 32_767
"""UTF-16 units of a cell, by the specification of Excel."""
LINE_HEIGHT = 15
"""Points."""
SPARE = 2
"""Characters of a column left free in a line, so that the text fits in any usual font."""
PAPER_A4 = 9
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 0.4, 0.5, 0.6
"""Inches; the footer is in the bottom margin."""
FOOTER = "&L&F: &A&R&P / &N"
"""In Excel's codes: file and worksheet on the left, page and number of pages on the right."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of one workbook; `verdicts` by label."""

    header: Format
    header_of_numbers: Format
    word: Format
    id_: Format
    text: Format
    prose: Format
    no_number: Format
    whole: Format
    hundredths: Format
    thousandths: Format
    verdicts: Mapping[str, Format]


def add_formats(workbook: Workbook, verdicts: Sequence[str], none: Sequence[str] = ()) -> Formats:
    """Add the formats to a workbook; `verdicts` from the lowest, `none` for no verdict."""
    tints = {label: _tint(rank, len(verdicts)) for rank, label in enumerate(verdicts)}
    tints |= dict.fromkeys(none, NO_TINT)
    return Formats(
        header=workbook.add_format(HEADER),
        header_of_numbers=workbook.add_format(HEADER | AMONG_NUMBERS),
        word=workbook.add_format({"bold": True}),
        id_=workbook.add_format({"font_size": 8, "font_color": "#5A6670"}),
        text=workbook.add_format(TEXT),
        prose=workbook.add_format(TEXT | {"text_wrap": True}),
        no_number=workbook.add_format(TEXT | AMONG_NUMBERS),
        whole=workbook.add_format({"num_format": "0", "valign": "top"}),
        hundredths=workbook.add_format({"num_format": "0.00", "valign": "top"}),
        thousandths=workbook.add_format({"num_format": "0.000", "valign": "top"}),
        verdicts={
            label: workbook.add_format(TEXT | {"bg_color": "#{:02X}{:02X}{:02X}".format(*tint)})
            for label, tint in tints.items()
        },
    )


def _tint(rank: int, count: int) -> tuple[int, ...]:
    """A colour between the two tints, in red, green and blue."""
    share = rank / max(count - 1, 1)
    return tuple(
        round(lowest + share * (highest - lowest))
        for lowest, highest in zip(LOWEST_TINT, HIGHEST_TINT, strict=True)
    )


def set_up_page(sheet: Worksheet) -> None:
    """Print the worksheet on A4 landscape, with file, worksheet and page number on every page."""
    sheet.set_paper(PAPER_A4)
    sheet.set_landscape()
    sheet.set_margins(left=SIDE_MARGIN, right=SIDE_MARGIN, top=TOP_MARGIN, bottom=BOTTOM_MARGIN)
    sheet.set_footer(FOOTER)


def row_height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return the points a row needs for texts wrapped in columns of so many characters.

    Not every program fits the height of a row to wrapped text by itself.
    """
    lines = (
        len(textwrap.wrap(text, max(width - SPARE, 1)))
        for text, width in zip(texts, widths, strict=True)
    )
    return LINE_HEIGHT * max(1, *lines)
