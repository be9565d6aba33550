"""XLSX, XLS and ODS → the rows of one worksheet, each cell as people see it.

The worksheet is the one whose header names most items, of equals one that is not hidden; others
with answers are listed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.archives import BROKEN, ENCRYPTED, opened_archive
from kelompok_quiz.reading.contents import ZIP_STARTS, Limits
from kelompok_quiz.reading.tables import MOST_ROWS, Grid, Row, find_header, is_blank
from kelompok_quiz.text import fold

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

CHUNK = 1 << 20
OVERLAP = 256
"""Bytes searched twice, so that no cell falls between two chunks."""
USED_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")
FIRST_ROWS = MOST_ROWS + 5

Rows: TypeAlias = Callable[[], Iterable[Sequence[Any]]]
"""Returns the typed cells of a worksheet from its first row, each time it is called."""


def read_workbook(stream: BinaryIO, matcher: HeaderMatcher, limits: Limits) -> Grid:
    """Return the worksheet of a seekable stream that holds the answers.

    Raise `InputUnreadable` where it is damaged, locked, too large or without any row.
    """
    kind = _checked_kind(stream, limits)
    stream.seek(0)
    if kind == "xls":
        from kelompok_quiz.reading.old_workbooks import old_worksheets

        rows: Mapping[str, Rows] = old_worksheets(stream.read())
    else:
        rows = _worksheets(stream)
    worksheets = [_Worksheet(name, rows[name], matcher) for name in _wanted(list(rows), matcher)]
    best = max(worksheets, key=lambda worksheet: worksheet.items, default=None)
    if best is None or best.header is None:
        raise InputUnreadable(Problem("input_empty"))
    # A worksheet that lists the items has some of them in its first rows, and no answers.
    rivals = (each for each in worksheets if each.items and 2 * each.items >= best.items)
    others = tuple(each.name for each in rivals if each is not best)
    return Grid(
        kind=kind,
        header=best.header,
        line=best.numbers[best.header.index],
        rows=best.rows_after(best.numbers[best.header.first_person - 1]),
        worksheet=best.name,
        other_worksheets=others,
    )


def shown_first(workbook: CalamineWorkbook) -> list[str]:
    """Return the names of the worksheets in their order, hidden ones last."""
    from python_calamine import SheetVisibleEnum

    sheets = workbook.sheets_metadata
    shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return shown + [sheet.name for sheet in sheets if sheet.name not in shown]


def _worksheets(stream: BinaryIO) -> dict[str, Rows]:
    import python_calamine as calamine

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(stream)
        sheets = [workbook.get_sheet_by_name(name) for name in shown_first(workbook)]
    except calamine.PasswordError as error:
        raise InputUnreadable(Problem("workbook_locked")) from error
    except calamine.CalamineError as error:
        raise InputUnreadable(Problem("workbook_broken")) from error
    # Releases before 0.9 panic over the rows of an empty sheet.
    return {sheet.name: sheet.iter_rows if sheet.height else tuple for sheet in sheets}


def _wanted(names: list[str], matcher: HeaderMatcher) -> list[str]:
    """Return the worksheets to look at: all, or the one that the guide names."""
    wanted = matcher.guide.worksheet
    if wanted is None:
        return names
    found = [name for name in names if fold(name) == fold(wanted)]
    if not found:
        parameters = {"value": wanted, "known": ", ".join(names)}
        raise InputUnreadable(Problem("sheet_missing", parameters=parameters))
    return found


def _checked_kind(stream: BinaryIO, limits: Limits) -> str:
    """Return the kind of a workbook; refuse one that is too large before it is unpacked."""
    stream.seek(0)
    head = stream.read(4)
    stream.seek(0)
    if head not in ZIP_STARTS:
        return "xls"
    with opened_archive(stream) as archive:
        is_ods = "content.xml" in archive.namelist()
        left = limits.workbook
        for info in archive.infolist():
            left = _unpacked(archive, info, left, limits.area)
        return "ods" if is_ods else "xlsx"


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, area: int) -> int:
    """Unpack a member piece by piece, as its stated size may be false; return the bytes left."""
    extent = _Extent()
    is_sheet = info.filename.startswith("xl/worksheets/") or info.filename == "content.xml"
    try:
        with archive.open(info) as member:
            while piece := member.read(CHUNK):
                left -= len(piece)
                if is_sheet:
                    extent.take_in(piece)
                if left < 0 or extent.area > area:
                    break
    except BROKEN as error:
        locked = bool(info.flag_bits & ENCRYPTED)
        code = "workbook_locked" if locked else "workbook_broken"
        raise InputUnreadable(Problem(code)) from error
    if left < 0:
        raise InputUnreadable(Problem("workbook_too_large"))
    if extent.area > area:
        raise InputUnreadable(Problem("sheet_too_wide", parameters={"value": extent.rows}))
    return left


class _Extent:
    """How far the used cells of a worksheet reach.

    calamine keeps every cell between the first and the last one used, so that one stray cell in the
    last corner takes half a terabyte.
    """

    def __init__(self) -> None:
        self.rows = self.columns = 1
        self._tail = b""

    @property
    def area(self) -> int:
        return self.rows * self.columns

    def take_in(self, piece: bytes) -> None:
        seen = self._tail + piece
        for letters, row in set(USED_CELL.findall(seen)):
            column = 0
            for letter in letters:
                column = column * 26 + letter - ord("A") + 1
            self.columns = max(self.columns, column)
            self.rows = max(self.rows, int(row))
        self._tail = piece[-OVERLAP:]


class _Worksheet:
    """A worksheet of which the first rows have been read; `numbers` are their row numbers."""

    def __init__(self, name: str, rows: Rows, matcher: HeaderMatcher) -> None:
        self.name, self._typed = name, rows
        first = list(islice((row for row in self._rows() if not is_blank(row[1])), FIRST_ROWS))
        self.numbers = [number for number, _ in first]
        self.header = find_header([cells for _, cells in first], matcher)
        self.items = 0 if self.header is None else self.header.items

    def rows_after(self, number: int) -> Iterator[Row]:
        return ((n, cells) for n, cells in self._rows() if n > number)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row with its number in the worksheet, from 1."""
        for number, cells in enumerate(self._typed(), start=1):
            yield number, [displayed(cell) for cell in cells]


def displayed(cell: Any) -> str:
    """Return a typed cell as people see it: 4.0 is 4, midnight is a date."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    if isinstance(cell, time):
        return cell.isoformat("seconds")
    return _duration(cell) if isinstance(cell, timedelta) else str(cell)


def _duration(span: timedelta) -> str:
    minutes, seconds = divmod(int(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"
