"""Results as a workbook: its cells, its look, and what it cannot hold."""

from __future__ import annotations

import gc
import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec
import numpy as np
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.explanation.legend import legend
from kelompok_quiz.problems import OutputUnwritable, Place, Problem
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.writing.csv_writer import CsvWriter
from kelompok_quiz.writing.results_workbook import XlsxWriter
from kelompok_quiz.writing.tables import columns
from support.mini import KEY, PROFILE

IDS = list(PROFILE.order)
WRONG = Problem("answer_invalid", Place(header="t1_1"), {"value": "3,5", "points": 5})
VERDICTS = [verdict.label for verdict in PROFILE.verdicts]
FORMULAS = ["=1+2", "+62812", "-5", "@SUM(A1)", '=HYPERLINK("http://a.b")']


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files; a writer leaves nothing in it."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    gc.collect()
    assert list(folder.iterdir()) == []


def favouring(agreeing: int, **changes: int) -> list[int]:
    """Raw answers: `agreeing` on the favourable side of every item; 3 is neutral."""
    usual = {
        item.id: agreeing if wanted else 6 - agreeing
        for item, wanted in zip(PROFILE.items, PROFILE.ideal, strict=True)
    }
    return list((usual | changes).values())


def people(*rows: list[int], **given: Any) -> AnswerBatch:
    count = len(rows)
    usual: dict[str, Any] = {
        "source": "kelas.csv",
        "rows": range(1, count + 1),
        "respondents": [f"R{number}" for number in range(1, count + 1)],
        "headers": (),
        "cells": [()] * count,
        "matrix": np.array(rows, dtype=np.int8),
    }
    return AnswerBatch(**(usual | given))


@cache
def every_kind() -> ResultBatch:
    """A person of every kind: fit, middling, unfit, undetermined, rejected."""
    none = [0] * len(IDS)
    rows = [favouring(5, t1_1=4), favouring(3), favouring(1), none, none]
    cells = [("X", "01"), ("X", "02"), ("Y", "03"), ("Y", "04"), ("Y", "05")]
    return assess(
        KEY, people(*rows, headers=("kelas", "nis"), cells=cells, rejects={4: (WRONG, WRONG)})
    )


def written(*batches: ResultBatch, carried: tuple[str, ...] | None = None) -> bytes:
    stream = io.BytesIO()
    writer = XlsxWriter(stream, KEY, batches[0].answers.headers if carried is None else carried)
    for batch in batches:
        writer.write(batch)
    writer.close()
    return stream.getvalue()


@cache
def workbook_of_every_kind() -> bytes:
    """Written once: most tests look at it, and none changes it."""
    return written(every_kind())


@cache
def results_sheet(content: bytes) -> Worksheet:
    """Parsed once a workbook; openpyxl takes longer than the writer."""
    return cast("Worksheet", openpyxl.load_workbook(io.BytesIO(content))["Hasil"])


def cells_by_id(content: bytes) -> list[dict[str, Any]]:
    """Every person's values, by the id in the header."""
    header, *rows = results_sheet(content).iter_rows(values_only=True)
    ids = [str(name).split("\n")[-1] for name in header]
    return [dict(zip(ids, row, strict=True)) for row in rows]


def refused(batch: ResultBatch, carried: tuple[str, ...]) -> Problem:
    stream = io.BytesIO()
    with pytest.raises(OutputUnwritable) as caught:
        XlsxWriter(stream, KEY, carried).write(batch)
    assert stream.getvalue() == b""
    (problem,) = caught.value.problems
    return problem


def test_the_columns_are_those_of_the_csv_with_a_word_above_each_id() -> None:
    header = [cell.value for cell in results_sheet(workbook_of_every_kind())[1]]
    assert header[:5] == ["kelas", "nis", "No.\nrow", "Responden\nrespondent", "Status\nstatus"]
    ids = [str(name).split("\n")[-1] for name in header]
    assert ids == columns(PROFILE, ("kelas", "nis"))


def test_verdict_status_and_quality_are_words() -> None:
    rows = cells_by_id(workbook_of_every_kind())
    assert [row["verdict"] for row in rows] == [
        *(
            VERDICTS[-1],
            "Masih berimbang",
            VERDICTS[0],
            "Belum bisa ditentukan",
            "Tidak bisa dinilai",
        )
    ]
    assert [row["status"] for row in rows] == [
        *("dinilai", "dinilai", "dinilai", "belum bisa ditentukan", "ditolak")
    ]
    assert [row["quality"] for row in rows] == ["baik", "rendah", "baik", "catatan", None]
    assert [row["band"] for row in rows][3:] == [None, None]
    assert rows[1]["flags"] == "jawaban hampir sama terus; hampir semua di tengah"


def test_a_caution_names_the_scale_and_what_follows() -> None:
    assert cells_by_id(workbook_of_every_kind())[2]["cautions"] == "; ".join(
        f"{scale.label} (tinggi bersama)" for scale in PROFILE.anti_traits
    )


def test_a_rejected_person_keeps_the_row_and_reads_why() -> None:
    rejected = cells_by_id(workbook_of_every_kind())[4]
    reason = "Kolom “t1_1”: “3,5” bukan jawaban yang dikenal."
    assert {name: value for name, value in rejected.items() if value is not None} == {
        "kelas": "Y",
        "nis": "05",
        "row": 5,
        "respondent": "R5",
        "status": "ditolak",
        "verdict": "Tidak bisa dinilai",
        "problems": f"{reason}; {reason}",
        "profile": PROFILE.id,
        "profile_sha256": KEY.instrument.sha256,
        "scoring": 2,
    }


def test_a_reason_without_a_column_is_a_sentence_too() -> None:
    width = Problem("row_width", Place(), {"cells": 3, "headers": 28})
    batch = assess(KEY, people([0] * len(IDS), rejects={0: (width,)}))
    (row,) = cells_by_id(written(batch))
    assert row["problems"] == "Baris ini punya 3 sel, padahal judulnya 28."


def test_numbers_are_numbers_and_those_of_the_csv() -> None:
    results = every_kind()
    text = io.StringIO(newline="")
    CsvWriter(text, KEY, results.answers.headers).write(results)
    names, *expected = [line.split(",") for line in text.getvalue().splitlines()]
    numeric = ["row", "fit", "fit_se", "stability", *(s.id for s in PROFILE.scales), "answered"]
    for row, texts in zip(cells_by_id(workbook_of_every_kind()), expected, strict=True):
        for name in numeric:
            wanted = texts[names.index(name)]
            assert row[name] == (float(wanted) if wanted else None), name


@pytest.mark.parametrize(
    ("column", "shown"),
    [("row", "0"), ("fit", "0.00"), ("stability", "0.000"), ("trait_a", "0.00"), ("nis", "@")],
)
def test_numbers_show_as_many_decimals_as_they_have_and_text_stays_text(
    column: str, shown: str
) -> None:
    content = results_sheet(workbook_of_every_kind())
    place = columns(PROFILE, ("kelas", "nis")).index(column)
    assert content[2][place].number_format == shown


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_that_was_carried_is_a_formula_or_a_link(text: str) -> None:
    batch = people(favouring(5), headers=(text,), cells=[(text,)], respondents=[text])
    content = results_sheet(written(assess(KEY, batch)))
    respondent = columns(PROFILE, (text,)).index("respondent")
    for cell in (content[1][0], content[2][0], content[2][respondent]):
        assert (cell.data_type, cell.value, cell.hyperlink) == ("s", f"'{text}", None)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0812", "0812"),
        ("1e5", "1e5"),
        ("http://a.b", "http://a.b"),
        (" Ani ", " Ani "),
        ("a\x1b\u202eb\ud800", "a\\x1b\\u202eb\\ud800"),
        ("a_x0041_b", "a_x0041_b"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        (17, "17"),
    ],
)
@pytest.mark.lama
def test_carried_text_is_kept_as_text(text: Any, shown: str) -> None:
    content = written(assess(KEY, people(favouring(5), headers=("x",), cells=[(text,)])))
    (_, row) = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert row[0] == shown


def test_batches_follow_one_another_and_a_column_that_one_lacks_is_blank() -> None:
    first = assess(KEY, people(favouring(5), headers=("a",), cells=[("A",)]))
    second = assess(KEY, people(favouring(1), favouring(3), headers=("b",), cells=[("B",), ("C",)]))
    rows = cells_by_id(written(first, second, carried=("a", "b")))
    assert [(row["a"], row["b"]) for row in rows] == [("A", None), (None, "B"), (None, "C")]


def test_the_header_stays_in_sight_and_filters_all_rows() -> None:
    content = results_sheet(workbook_of_every_kind())
    assert content.auto_filter.ref == f"A1:{content.cell(6, content.max_column).coordinate}"
    assert content.freeze_panes == "E2"


def test_wide_carried_columns_do_not_take_the_whole_window() -> None:
    headers = ("Timestamp", "Alamat surel", "Kesan dan pesan")
    batch = people(favouring(5), headers=headers, cells=[("x" * 40,) * 3])
    found = results_sheet(written(assess(KEY, batch)))
    assert (found.freeze_panes, found.print_title_cols) == ("A2", None)


def test_text_is_separated_from_a_number_before_it() -> None:
    sheet = results_sheet(workbook_of_every_kind())
    assert (sheet["C2"].data_type, sheet["D2"].alignment.indent) == ("n", 1)


def test_every_printed_page_repeats_header_and_respondent() -> None:
    printed = results_sheet(workbook_of_every_kind())
    assert (printed.print_title_rows, printed.print_title_cols) == ("$1:$1", "$A:$D")
    assert (printed.page_setup.orientation, int(printed.page_setup.paperSize)) == ("landscape", 9)
    assert printed.page_setup.scale == 70


def test_columns_are_as_wide_as_they_need_to_be_within_reason() -> None:
    batch = people(favouring(5), headers=("a", "b"), cells=[("x", "y" * 300)])
    widths = results_sheet(written(assess(KEY, batch))).column_dimensions
    assert round(widths["A"].width) == 9
    assert round(widths["B"].width) == 41


def test_the_first_people_decide_how_wide_a_column_is() -> None:
    cells = [("x",)] * 250 + [("y" * 30,)]
    batch = people(*[favouring(5)] * 251, headers=("a",), cells=cells)
    content = results_sheet(written(assess(KEY, batch)))
    assert round(content.column_dimensions["A"].width) == 9
    assert content["A252"].value == "y" * 30


def test_verdicts_differ_in_colour_and_there_is_grey_for_none() -> None:
    content = results_sheet(workbook_of_every_kind())
    place = columns(PROFILE, ("kelas", "nis")).index("verdict")
    colours = [row[place].fill.fgColor.rgb for row in content.iter_rows(min_row=2)]
    assert len(set(colours[:3])) == 3
    assert colours[3:] == ["FFE6E6E6"] * 2


def test_the_legend_explains_every_column_and_every_word() -> None:
    content = workbook_of_every_kind()
    explained = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Keterangan")
    lines = [tuple(row) for row in explained.to_python() if any(row)]
    expected = [
        line
        for table in legend(KEY.instrument)
        for line in [(table.title, "Nama di CSV dan JSON", "Artinya"), *table.rows]
    ]
    assert lines == expected


def test_both_readers_of_workbooks_find_the_same() -> None:
    content = workbook_of_every_kind()
    calamine = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert calamine.sheet_names == ["Hasil", "Keterangan"]
    found = calamine.get_sheet_by_name("Hasil").to_python()
    other = results_sheet(content).iter_rows(values_only=True)
    assert found == [["" if value is None else value for value in row] for row in other]


# What a sheet cannot hold


def test_more_people_than_a_sheet_holds_are_refused_before_anything_is_written() -> None:
    class Province:
        """As many people as a sheet has rows: one too many beside the header."""

        answers = people(favouring(5))

        def __len__(self) -> int:
            return 1_048_576

    problem = refused(cast("ResultBatch", Province()), ())
    assert (problem.code, problem.place.file) == ("xlsx_too_long", "kelas.csv")
    assert "1.048.575 orang" in problem.message
    assert "--keluaran hasil.csv" in problem.remedy


def test_more_columns_than_a_sheet_has_are_refused() -> None:
    problem = refused(assess(KEY, people(favouring(5))), tuple(map(str, range(16_384))))
    assert problem.code == "xlsx_too_wide"
    assert "16.384 kolom" in problem.message


@pytest.mark.parametrize("place", [0, 1])
def test_a_text_longer_than_a_cell_is_refused_and_not_cut(place: int) -> None:
    texts = ["x", "x"]
    texts[place] = "🙂" * 16_384
    batch = assess(
        KEY, people(favouring(5), favouring(5), headers=("a", "b"), cells=[("", ""), texts])
    )
    problem = refused(batch, ("a", "b"))
    assert problem.code == "xlsx_cell_too_long"
    assert problem.place == Place("kelas.csv", person=2, header="ab"[place])


def test_the_longest_text_that_fits_is_whole() -> None:
    text = "x" * 32_767
    content = written(assess(KEY, people(favouring(5), headers=("a",), cells=[(text,)])))
    assert results_sheet(content)["A2"].value == text


def test_a_header_longer_than_a_cell_is_refused() -> None:
    header = "x" * 32_768
    batch = assess(KEY, people(favouring(5), headers=(header,), cells=[("",)]))
    assert refused(batch, (header,)).code == "xlsx_cell_too_long"


def test_a_profile_with_a_single_verdict_has_a_workbook_too() -> None:
    alone = msgspec.structs.replace(PROFILE, verdicts=PROFILE.verdicts[:1])
    stream = io.BytesIO()
    XlsxWriter(stream, Key(replace(KEY.instrument, profile=alone)), ()).close()
    assert openpyxl.load_workbook(stream).sheetnames == ["Hasil", "Keterangan"]


# Temporary files


def test_rows_wait_in_a_folder_of_their_own_and_nothing_is_left(temporary: Path) -> None:
    stream = io.BytesIO()
    writer = XlsxWriter(stream, KEY, ())
    writer.write(assess(KEY, people(favouring(5))))
    (folder,) = temporary.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert stream.getvalue() == b""
    writer.close()
    assert list(temporary.iterdir()) == []


def test_an_error_of_the_system_is_raised_as_itself(temporary: Path) -> None:
    writer = XlsxWriter(io.BytesIO(), KEY, ())
    (folder,) = temporary.iterdir()
    (folder / "hasil.xlsx").mkdir()
    with pytest.raises(IsADirectoryError):
        writer.close()
