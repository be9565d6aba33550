"""Results as an XLSX workbook: words and typed numbers for people, and a sheet that explains them.

Rows go to a temporary folder as they come, so that memory does not grow with their number. The
workbook is put together, and its output begins, when the last one is there.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from kelompok_quiz.explanation.legend import legend
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import ResultBatch
from kelompok_quiz.words import result as say
from kelompok_quiz.words.tables import SHEET_TITLES
from kelompok_quiz.writing.legend_sheet import write_legend
from kelompok_quiz.writing.people_sheet import PeopleSheet
from kelompok_quiz.writing.styles import styles

OPTIONS = {"constant_memory": True, "use_zip64": True}


class XlsxWriter:
    """Writes a row a person; every batch's carried cells go under the headers given first.

    Raise `OutputUnwritable` where a sheet cannot hold what there is; nothing is written then.
    """

    def __init__(self, stream: BinaryIO, key: Key, carried: Sequence[str]) -> None:
        """Write to a byte stream, all of it at the end."""
        self._stream, self._instrument = stream, key.instrument
        folder = Path(tempfile.mkdtemp(prefix="kuis-karier-"))
        self._path = folder / "hasil.xlsx"
        self._book = Workbook(str(self._path), OPTIONS | {"tmpdir": str(folder)})
        self._discard = weakref.finalize(self, _discard, self._book, folder)
        labels = [verdict.label for verdict in key.profile.verdicts]
        self._styles = styles(self._book, labels, (say.UNDETERMINED, say.REJECTED))
        sheet = self._book.add_worksheet(SHEET_TITLES["results"])
        self._people = PeopleSheet(sheet, key, carried, self._styles)

    def write(self, batch: ResultBatch) -> None:
        """Write the rows of a batch."""
        self._people.write(batch)

    def close(self) -> None:
        """Put the workbook together and write it."""
        self._people.close()
        sheet = self._book.add_worksheet(SHEET_TITLES["legend"])
        write_legend(sheet, legend(self._instrument), self._styles)
        try:
            self._book.close()
        except FileCreateError as error:  # what the system refused stands inside
            raise cast("OSError", error.args[0]) from error
        with self._path.open("rb") as finished:
            shutil.copyfileobj(finished, self._stream)
        self._discard()


def _discard(book: Workbook, folder: Path) -> None:
    """Leave nothing behind, also of a workbook that was never finished."""
    for sheet in book.worksheets():
        with suppress(OSError):  # the disk may be full
            sheet.row_data_fh.close()
    shutil.rmtree(folder, ignore_errors=True)
