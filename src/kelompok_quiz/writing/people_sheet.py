"""The sheet of results: a row a person under a header that stays in sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.legend import column_words
from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.problems import OutputUnwritable, Place, Problem
from kelompok_quiz.profile import Profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import ResultBatch
from kelompok_quiz.writing.layout import LONGEST_CELL, lay_on_paper
from kelompok_quiz.writing.styles import Styles
from kelompok_quiz.writing.tables import ResultTable, columns
from kelompok_quiz.writing.words import in_words

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What a sheet holds, by the specification of Excel."""
HEAD_HEIGHT = 46
"""Points: a label on two or three lines and its id under it."""
SAMPLE = 200
"""People whose cells decide how wide a column is."""
NARROWEST, WIDEST = 8, 40
"""Characters of a column."""
ID_SIZE = 0.8
"""How wide a letter of an id is in the header, against those in the cells."""
MOST_FROZEN = 60
"""Characters of columns that may stay in sight beside the others."""
PRINT_SCALE = 70
"""Per cent at which a class fits on a page's length and is still read with ease."""
MARGIN = 3
"""Characters for the button of the filter."""


class PeopleSheet:
    """Writes results to an empty sheet, row by row."""

    def __init__(self, sheet: Worksheet, key: Key, carried: Sequence[str], styles: Styles) -> None:
        """Write the header; raise `OutputUnwritable` where there are too many columns."""
        self._sheet, self._styles = sheet, styles
        self._table = ResultTable(key, carried, in_words(key.profile))
        self._header = self._table.header()
        if len(self._header) > MOST_COLUMNS:
            _refuse("xlsx_too_wide", Place(), MOST_COLUMNS)
        self._columns = _column_styles(key.profile, len(carried), styles)
        self._widths: list[float] = [NARROWEST] * len(self._header)
        self._rows = 1
        self._write_header(column_words(key.profile))

    def write(self, batch: ResultBatch) -> None:
        """Write the rows of a batch; raise `OutputUnwritable` for what a sheet cannot hold."""
        if self._rows + len(batch) > MOST_ROWS:
            _refuse("xlsx_too_long", Place(batch.answers.source), MOST_ROWS - 1)
        for person, cells in enumerate(self._table.rows(batch)):
            if (column := self._write_row(cells)) is not None:
                place = Place(batch.answers.source, person=batch.answers.rows[person])
                _refuse("xlsx_cell_too_long", place.at(self._header[column]), LONGEST_CELL)
            if self._rows < SAMPLE:
                self._widen(len(str(cell)) for cell in cells)
            self._rows += 1

    def close(self) -> None:
        """Set what depends on how many rows there are and how long their cells."""
        last = len(self._header) - 1
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._sheet.autofilter(0, 0, self._rows - 1, last)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
        frozen = self._frozen()
        self._sheet.freeze_panes(1, frozen)
        lay_on_paper(self._sheet)
        self._sheet.set_print_scale(PRINT_SCALE)
        self._sheet.repeat_rows(0)
        if frozen:
            self._sheet.repeat_columns(0, frozen - 1)

    def _frozen(self) -> int:
        """How many columns stay in sight: those up to the respondent, if they leave room."""
        columns = self._header.index("respondent") + 1
        return columns if sum(self._widths[:columns]) <= MOST_FROZEN else 0

    def _write_header(self, words: Mapping[str, str]) -> None:
        """A carried header as it is; for a column of the contract a word, and the id under it."""
        sheet, styles = self._sheet, self._styles
        sheet.set_row(0, HEAD_HEIGHT)
        for column, name in enumerate(self._header):
            if name in words:
                fragments = (styles.word, words[name], styles.id_, f"\n{name}", styles.head)
                sheet.write_rich_string(0, column, *fragments)
            elif _fits(name):
                sheet.write_string(0, column, name, styles.head)
            else:
                _refuse("xlsx_cell_too_long", Place(header=name), LONGEST_CELL)
        self._widen(_head_width(name, words.get(name, name)) for name in self._header)

    def _write_row(self, cells: Iterable[Any]) -> int | None:
        """Write a person's cells; return the column whose text a cell cannot hold, if any."""
        sheet, row = self._sheet, self._rows
        for column, cell in enumerate(cells):
            style = self._columns[column] or self._styles.verdicts[cell]
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
            min(max(width, length + MARGIN), WIDEST)
            for width, length in zip(self._widths, needed, strict=True)
        ]


def _fits(text: str) -> bool:
    """Whether a cell holds the text; no character takes more than two units."""
    return 2 * len(text) <= LONGEST_CELL or len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL


def _head_width(name: str, word: str) -> float:
    """What a header needs: a label may be broken between its words, an id may not."""
    return max(len(name) * ID_SIZE, *map(len, word.split()))


def _column_styles(profile: Profile, carried: int, styles: Styles) -> list[Format | None]:
    """The style of every column; None for the verdict, whose word decides."""
    kinds = {
        "row": styles.whole,
        "verdict": None,
        "fit": styles.hundredths,
        "fit_se": styles.hundredths,
        "stability": styles.thousandths,
        **{scale.id: styles.hundredths for scale in profile.scales},
        "answered": styles.whole,
        "scoring": styles.whole,
    }
    own = columns(profile, ())
    return [styles.text] * carried + [kinds.get(name, styles.text) for name in own]


def _refuse(code: str, place: Place, most: int) -> NoReturn:
    raise OutputUnwritable(Problem(code, place, {"most": thousands(most)}))
