"""Results as an XLSX workbook: labels and typed numbers for people, and a legend."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.legend import LegendTable, column_words, legend
from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.problems import OutputUnwritable, Place, Problem
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.words.result import REJECTED, UNDETERMINED
from kelompok_quiz.words.tables import IN_CSV, MEANING, WORKSHEETS
from kelompok_quiz.writing.tables import ResultTable, columns, words_for_people
from kelompok_quiz.writing.worksheets import (
    MAX_CELL_LENGTH,
    Formats,
    add_formats,
    row_height,
    set_up_page,
)

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""Of a worksheet, by the specification of Excel."""
HEADER_HEIGHT = 46
"""Points: a label on two or three lines and its id below it."""
SAMPLE = 200
"""Column widths depend on the cells of so many people."""
MIN_WIDTH, MAX_WIDTH = 8, 40
"""Characters of a column."""
ID_SIZE = 0.8
"""Width of a letter of an id in the header, relative to letters in cells."""
MAX_FROZEN = 60
"""Characters; wider frozen columns would leave no room to scroll the others."""
PRINT_SCALE = 70
"""Per cent: the rows of a class fit on a page and are still easy to read."""
MARGIN = 3
"""Characters for the button of the filter."""
LEGEND_WIDTHS = (28, 26, 90)
"""Characters of the columns of words, ids and meanings."""


class XlsxWriter:
    """Writes a row a person; every batch's carried cells go under the headers given first.

    Raises `OutputUnwritable` if a worksheet cannot hold the results; nothing is written then.
    """

    def __init__(self, stream: BinaryIO, key: Key, carried: Sequence[str]) -> None:
        """Write to a byte stream, all of it at `close`."""
        self._stream, self._instrument = stream, key.instrument
        # In constant memory xlsxwriter writes rows to temporary files as they come. They are in
        # a folder of our own, private and removed whole, whether the workbook is finished or not.
        folder = Path(tempfile.mkdtemp(prefix="kuis-karier-"))
        self._path = folder / "hasil.xlsx"
        options = {"constant_memory": True, "use_zip64": True, "tmpdir": str(folder)}
        self._book = Workbook(str(self._path), options)
        self._discard = weakref.finalize(self, _discard, self._book, folder)
        labels = [verdict.label for verdict in key.profile.verdicts]
        self._formats = add_formats(self._book, labels, (UNDETERMINED, REJECTED))
        sheet = self._book.add_worksheet(WORKSHEETS["results"])
        self._people = PeopleWorksheet(sheet, key, carried, self._formats)

    def write(self, batch: ResultBatch) -> None:
        """Write the rows of a batch."""
        self._people.write(batch)

    def close(self) -> None:
        """Add the legend and write the workbook to the stream."""
        self._people.close()
        sheet = self._book.add_worksheet(WORKSHEETS["legend"])
        _write_legend(sheet, legend(self._instrument), self._formats)
        try:
            self._book.close()
        except FileCreateError as error:  # xlsxwriter wraps the OSError
            raise cast("OSError", error.args[0]) from error
        with self._path.open("rb") as finished:
            shutil.copyfileobj(finished, self._stream)
        self._discard()


def _discard(book: Workbook, folder: Path) -> None:
    for sheet in book.worksheets():
        with suppress(OSError):  # on a full disk closing fails to flush
            sheet.row_data_fh.close()
    shutil.rmtree(folder, ignore_errors=True)


class PeopleWorksheet:
    """Writes results to an empty worksheet, in the order of rows, as constant memory demands."""

    def __init__(
        self, sheet: Worksheet, key: Key, carried: Sequence[str], formats: Formats
    ) -> None:
        """Write the header; raise `OutputUnwritable` if there are too many columns."""
        self._sheet, self._formats = sheet, formats
        self._table = ResultTable(key, carried, words_for_people(key.profile))
        self._header = self._table.header()
        if len(self._header) > MAX_COLUMNS:
            _refuse("xlsx_too_wide", Place(), MAX_COLUMNS)
        self._column_formats = _column_formats(key.profile, len(carried), formats)
        self._widths: list[float] = [MIN_WIDTH] * len(self._header)
        self._rows = 1
        self._write_header(column_words(key.profile))

    def write(self, batch: ResultBatch) -> None:
        """Write the rows of a batch; raise `OutputUnwritable` for too many rows or a long text."""
        if self._rows + len(batch) > MAX_ROWS:
            _refuse("xlsx_too_long", Place(batch.answers.source), MAX_ROWS - 1)
        for person, cells in enumerate(self._table.rows(batch)):
            if (column := self._write_row(cells)) is not None:
                place = Place(batch.answers.source, person=batch.answers.rows[person])
                _refuse("xlsx_cell_too_long", place.at(self._header[column]), MAX_CELL_LENGTH)
            if self._rows < SAMPLE:
                self._widen(len(str(cell)) for cell in cells)
            self._rows += 1

    def close(self) -> None:
        """Set the widths, the filter, the frozen columns and the page setup."""
        sheet, last = self._sheet, len(self._header) - 1
        # Widths are our own: in constant memory xlsxwriter has no cells left for its autofit.
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)
        sheet.autofilter(0, 0, self._rows - 1, last)
        # Carried numbers are text on purpose: 0812 keeps its zero; Excel would flag each cell.
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MAX_ROWS}"})
        set_up_page(sheet)
        sheet.set_print_scale(PRINT_SCALE)
        sheet.repeat_rows(0)
        frozen = self._header.index("respondent") + 1
        if sum(self._widths[:frozen]) > MAX_FROZEN:
            frozen = 0
        sheet.freeze_panes(1, frozen)
        if frozen:
            sheet.repeat_columns(0, frozen - 1)

    def _write_header(self, words: Mapping[str, str]) -> None:
        """A carried header as it is; for a column of the contract its word, and the id below."""
        sheet, formats = self._sheet, self._formats
        sheet.set_row(0, HEADER_HEIGHT)
        for column, name in enumerate(self._header):
            if name in words:
                fragments = (formats.word, words[name], formats.id_, f"\n{name}", formats.header)
                sheet.write_rich_string(0, column, *fragments)
            elif _fits(name):
                sheet.write_string(0, column, name, formats.header)
            else:
                _refuse("xlsx_cell_too_long", Place(header=name), MAX_CELL_LENGTH)
        # A label may be broken between its words, an id may not.
        self._widen(
            max(len(name) * ID_SIZE, *map(len, words.get(name, name).split()))
            for name in self._header
        )

    def _write_row(self, cells: Iterable[Any]) -> int | None:
        """Write a person's cells; return the column of a text too long for a cell, if any."""
        sheet, row = self._sheet, self._rows
        for column, cell in enumerate(cells):
            style = self._column_formats[column] or self._formats.verdicts[cell]
            # write_string, as write() makes formulas and links of text that looks like them.
            if isinstance(cell, str):
                if not _fits(cell):
                    return column
                if cell:
                    sheet.write_string(row, column, cell, style)
            elif cell is not None:
                sheet.write_number(row, column, cell, style)
        return None

    def _widen(self, needed: Iterable[float]) -> None:
        self._widths = [
            min(max(width, length + MARGIN), MAX_WIDTH)
            for width, length in zip(self._widths, needed, strict=True)
        ]


def _fits(text: str) -> bool:
    # No character takes more than two UTF-16 units, so most texts need no encoding.
    return 2 * len(text) <= MAX_CELL_LENGTH or len(text.encode("utf-16-le")) <= 2 * MAX_CELL_LENGTH


def _column_formats(profile: Profile, carried: int, formats: Formats) -> list[Format | None]:
    """The format of every column; None for the verdict, whose label decides."""
    special = {
        "row": formats.whole,
        "verdict": None,
        "fit": formats.hundredths,
        "fit_se": formats.hundredths,
        "stability": formats.thousandths,
        **{scale.id: formats.hundredths for scale in profile.scales},
        "answered": formats.whole,
        "scoring": formats.whole,
    }
    own = columns(profile, ())
    return [formats.text] * carried + [special.get(name, formats.text) for name in own]


def _refuse(code: str, place: Place, most: int) -> NoReturn:
    raise OutputUnwritable(Problem(code, place, {"most": thousands(most)}))


def _write_legend(sheet: Worksheet, tables: Sequence[LegendTable], formats: Formats) -> None:
    for column, width in enumerate(LEGEND_WIDTHS):
        sheet.set_column(column, column, width)
    set_up_page(sheet)
    sheet.fit_to_pages(1, 0)
    rows = count()
    for table in tables:
        row = next(rows)
        for column, header in enumerate((table.title, IN_CSV, MEANING)):
            sheet.write_string(row, column, header, formats.header)
        for cells in table.rows:
            word, id_, meaning = cells
            row = next(rows)
            sheet.set_row(row, row_height(cells, LEGEND_WIDTHS))
            sheet.write_string(row, 0, word, formats.verdicts.get(word, formats.prose))
            sheet.write_string(row, 1, id_, formats.prose)
            sheet.write_string(row, 2, meaning, formats.prose)
        next(rows)  # an empty row between two tables
