"""How a sheet lies on paper, and how much room its cells need."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""UTF-16 units that a cell holds, by the specification of Excel."""
LINE_HEIGHT = 15
"""Points; not every program finds the height of a row by itself."""
SPARE = 2
"""Characters of a column that a line leaves free, in any usual font."""
PAPER_A4 = 9
SIDES, TOP, BOTTOM = 0.4, 0.5, 0.6
"""Margins in inches; the footer stands in the lowest."""
FOOTER = "&L&F: &A&R&P / &N"
"""File and sheet on the left, page and number of pages on the right, as Excel writes it."""


def lay_on_paper(sheet: Worksheet) -> None:
    """Print the sheet on A4, broadside, and say on every page where it belongs."""
    sheet.set_paper(PAPER_A4)
    sheet.set_landscape()
    sheet.set_margins(left=SIDES, right=SIDES, top=TOP, bottom=BOTTOM)
    sheet.set_footer(FOOTER)


def height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return the points that a row needs for texts in columns of so many characters."""
    lines = (
        len(textwrap.wrap(text, max(width - SPARE, 1)))
        for text, width in zip(texts, widths, strict=True)
    )
    return LINE_HEIGHT * max(1, *lines)
