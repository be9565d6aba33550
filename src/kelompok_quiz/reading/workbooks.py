"""XLSX, XLS and ODS → the rows of one sheet, each cell as people see it.

The sheet is the one whose header stands for most items, of equals one that is not hidden; others
that hold answers too are named.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Any, BinaryIO, TypeAlias

from kelompok_quiz.columns import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.archives import BROKEN, opened_archive
from kelompok_quiz.reading.contents import ZIP_STARTS
from kelompok_quiz.reading.delimited import Grid, Row
from kelompok_quiz.reading.headings import MOST_ROWS, Heading, find_heading, is_blank
from kelompok_quiz.reading.sheet_names import shown_first
from kelompok_quiz.text import fold

LARGEST_UNPACKED = 1 << 28
"""Bytes of XML; some hundred thousand people of fifty items."""
LARGEST_AREA = 8_000_000
"""Cells between the first and the last one used; the library keeps every one of them."""
CHUNK = 1 << 20
OVERLAP = 256
"""Bytes looked at twice, so that no cell falls between two chunks."""
USED_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")
OLD = "xls"

Rows: TypeAlias = Callable[[], Iterable[Sequence[Any]]]
"""Gives the typed cells of a sheet from its first row, each time it is called."""

FIRST_ROWS = MOST_ROWS + 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, understood as a table."""

    name: str
    kind: str
    others: tuple[str, ...]
    grid: Grid


def read_workbook(stream: BinaryIO, matcher: HeaderMatcher) -> Sheet:
    """Return the sheet of a seekable stream that holds the answers.

    Raise `InputUnreadable` where it is damaged, locked, too large or without any row.
    """
    kind = _checked(stream)
    stream.seek(0)
    tables = _tables(stream, kind, matcher)
    best = max(tables, key=lambda table: table.items, default=None)
    if best is None or best.heading is None:
        raise InputUnreadable(Problem("input_empty"))
    others = tuple(each.name for each in tables if each is not best and _rivals(each, best))
    return Sheet(best.name, kind, others, best.grid(best.heading))


def _rivals(table: _Table, best: _Table) -> bool:
    """Whether a sheet may hold people too: a list of items has some of them, and no answers."""
    return bool(table.items) and 2 * table.items >= best.items


def _tables(stream: BinaryIO, kind: str, matcher: HeaderMatcher) -> list[_Table]:
    """Return every sheet that may be meant, with its first rows looked at."""
    sheets = _old_sheets(stream) if kind == OLD else _sheets(stream)
    names = _wanted(list(sheets), matcher)
    return [_Table(name, sheets[name], matcher) for name in names]


def _old_sheets(stream: BinaryIO) -> Mapping[str, Rows]:
    from kelompok_quiz.reading.old_workbooks import old_sheets

    return old_sheets(stream.read())


def _sheets(stream: BinaryIO) -> dict[str, Rows]:
    """Return what gives the rows of each sheet, by its name."""
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
    wanted = matcher.guide.sheet
    if wanted is None:
        return names
    found = [name for name in names if fold(name) == fold(wanted)]
    if not found:
        parameters = {"value": wanted, "known": ", ".join(names)}
        raise InputUnreadable(Problem("sheet_missing", parameters=parameters))
    return found


def _checked(stream: BinaryIO) -> str:
    """Return the kind of a workbook that is not too large to be unpacked."""
    stream.seek(0)
    head = stream.read(4)
    stream.seek(0)
    if head not in ZIP_STARTS:
        return OLD
    with opened_archive(stream) as archive:
        sheets = "content.xml" not in archive.namelist()
        left = LARGEST_UNPACKED
        for info in archive.infolist():
            left = _unpacked(archive, info, left)
        return "xlsx" if sheets else "ods"


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> int:
    """Unpack a member piece by piece to see that all of it is there and not too much."""
    extent = _Extent()
    is_sheet = info.filename.startswith("xl/worksheets/") or info.filename == "content.xml"
    try:
        with archive.open(info) as member:
            while piece := member.read(CHUNK):
                left -= len(piece)
                if is_sheet:
                    extent.take_in(piece)
                if left < 0 or extent.area > LARGEST_AREA:
                    break
    except BROKEN as error:
        locked = bool(info.flag_bits & 1)
        code = "workbook_locked" if locked else "workbook_broken"
        raise InputUnreadable(Problem(code)) from error
    if left < 0:
        raise InputUnreadable(Problem("workbook_too_large"))
    if extent.area > LARGEST_AREA:
        raise InputUnreadable(Problem("sheet_too_wide", parameters={"value": extent.rows}))
    return left


class _Extent:
    """How far the used cells of a sheet reach; one stray cell far out is enough."""

    def __init__(self) -> None:
        self.rows = self.columns = 1
        self._tail = b""

    @property
    def area(self) -> int:
        return self.rows * self.columns

    def take_in(self, piece: bytes) -> None:
        seen = self._tail + piece
        for letters, row in set(USED_CELL.findall(seen)):
            self.columns = max(self.columns, _column(letters))
            self.rows = max(self.rows, int(row))
        self._tail = piece[-OVERLAP:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


class _Table:
    """A sheet with its first rows looked at."""

    def __init__(self, name: str, rows: Rows, matcher: HeaderMatcher) -> None:
        self.name, self._typed = name, rows
        numbered = ((n, cells) for n, cells in self._rows() if not is_blank(cells))
        first = list(islice(numbered, FIRST_ROWS))
        self._numbers = [number for number, _ in first]
        self.heading = find_heading([cells for _, cells in first], matcher)
        self.items = 0 if self.heading is None else self.heading.items

    def grid(self, heading: Heading) -> Grid:
        used = self._numbers[heading.people - 1]
        rows: Iterator[Row] = ((n, cells) for n, cells in self._rows() if n > used)
        return Grid(heading, self._numbers[heading.index], rows)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row with its number in the sheet, from 1."""
        for number, cells in enumerate(self._typed(), start=1):
            yield number, [as_seen(cell) for cell in cells]


def as_seen(cell: Any) -> str:
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
