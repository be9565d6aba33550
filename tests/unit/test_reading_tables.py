"""Tables with something above, below or beside the people, and quotes that nobody closed."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns import UNGUIDED, Guide, HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading import Layout, inspect_stream, open_stream
from support.mini import IDS, PROFILE

TEXTS = [item.text for item in PROFILE.items]
ANSWERS = ["4"] * len(IDS)
HEADER = ["nama", *IDS]


def line(cells: Sequence[str], delimiter: str = ",") -> str:
    return delimiter.join(cells) + "\n"


def person(name: str) -> str:
    return line([name, *ANSWERS])


def read(text: str, guide: Guide = UNGUIDED) -> list[AnswerBatch]:
    with open_stream(io.BytesIO(text.encode()), PROFILE, guide=guide) as source:
        return list(source.batches())


def layout(text: str) -> Layout:
    with inspect_stream(io.BytesIO(text.encode()), HeaderMatcher(PROFILE)) as source:
        return source.layout


def names(text: str) -> list[str | None]:
    return [name for batch in read(text) for name in batch.respondents]


def problems(text: str) -> dict[int, Problem]:
    return {b.rows[i]: found[0] for b in read(text) for i, found in b.rejects.items()}


def refusal(text: str) -> Problem:
    with pytest.raises(InputUnreadable) as caught:
        read(text)
    return caught.value.problems[0]


# Where the header is


@pytest.mark.parametrize("above", ["Rekap\n", "Rekap,,\n\nSMA 1,2026,\n", '"Rekap\nkelas X"\n'])
def test_title_rows_above_the_header_are_no_people(above: str) -> None:
    text = above + line(HEADER) + person("Ani") + line(["Budi", "9", *ANSWERS[1:]])
    assert names(text) == ["Ani", "Budi"]
    assert layout(text).place.line == above.count("\n") + 1
    assert problems(text)[2].place.line == above.count("\n") + 3


def test_a_header_is_looked_for_among_the_first_rows_only() -> None:
    assert refusal("judul\n" * 25 + line(HEADER) + person("Ani")).code == "columns_none"


def test_where_nothing_maps_the_first_wide_row_is_the_header() -> None:
    found = layout("Rekap\n\nwaktu,P1,P2\n1,2,3\n")
    assert (found.columns.headers, found.place.line) == (("waktu", "P1", "P2"), 3)


def test_a_header_cell_that_is_blank_takes_the_one_above_or_a_number() -> None:
    below = line(["", "nama", "", *IDS]) + line(["Bu Rina", "Ani", "x", *ANSWERS])
    groups = line(["Wali", "Anak", "", "Pernyataan", *[""] * (len(IDS) - 1)])
    assert layout(groups + below).columns.headers[:3] == ("Wali", "nama", "kolom 3")
    title = line(["SMA 1", "2026", *[""] * (len(IDS) + 1)])
    assert layout(title + below).columns.headers[:3] == ("kolom 1", "nama", "kolom 3")


@pytest.mark.parametrize(
    "below",
    [
        line(["#name", *["#indicator"] * len(IDS)]),
        line(["", *["Response"] * len(IDS)]),
        line(["Siapa namamu?", *TEXTS]),
        line(['"{""ImportId"":""QID1""}"', *['"{""ImportId"":""QID2""}"'] * len(IDS)]),
        line(["Nama", *["Seberapa?"] * len(IDS)])
        + line(['"{""ImportId"":""QID1""}"', *[""] * len(IDS)]),
    ],
    ids=["hxl", "response", "texts", "import ids", "questions and import ids"],
)
def test_rows_that_describe_the_columns_are_no_people(below: str) -> None:
    text = line(HEADER) + below + person("Ani")
    assert names(text) == ["Ani"]
    assert layout(text).descriptions == below.count("\n")


@pytest.mark.parametrize(
    "row",
    [
        ["Ani", *[""] * len(IDS)],
        ["#1", "4", *[""] * (len(IDS) - 1)],
        ["Ani", "Response", *ANSWERS[1:]],
        ["Ani", *["x"] * len(IDS)],
    ],
)
def test_a_first_row_that_looks_odd_is_somebody(row: list[str]) -> None:
    assert len(names(line(HEADER) + line(row) + person("Budi"))) == 2


def test_a_declared_delimiter_may_be_any_sign() -> None:
    text = "sep=^\n" + line(HEADER, "^") + line(["Ani, S.Pd", *ANSWERS], "^")
    assert names(text) == ["Ani, S.Pd"]
    assert layout(text).delimiter == "^"


def test_a_declared_delimiter_is_not_believed_against_the_header() -> None:
    assert names("sep=;\n" + line(HEADER) + person("Ani")) == ["Ani"]


# Quotes that nobody closed


def test_an_unclosed_quote_costs_its_row_alone() -> None:
    text = line(HEADER) + person('"Ani') + person("Budi") + person("Cici")
    assert len(names(text)) == 3
    assert names(text)[1:] == ["Budi", "Cici"]
    found = problems(text)
    assert [(row, p.code, p.place.line) for row, p in found.items()] == [(1, "quote_unclosed", 2)]


def test_an_unclosed_quote_in_the_last_column_hides_nobody() -> None:
    header = line([*HEADER, "komentar"])
    text = header + "".join(
        line([n, *ANSWERS, c]) for n, c in [("A", '"ya'), ("B", ""), ("C", 'o"')]
    )
    assert names(text) == ["A", "B", "C"]
    assert list(problems(text)) == [1]


def test_an_unclosed_quote_at_the_end_is_told() -> None:
    text = line(HEADER) + person("Ani") + line(["Budi", *ANSWERS[:-1], '"4'])
    assert {row: p.code for row, p in problems(text).items()} == {2: "quote_unclosed"}


def test_rows_of_another_width_behind_an_unclosed_quote_are_rejected_each() -> None:
    text = line(HEADER) + person('"Ani') + "Budi,4\n" + "Cici,4,4\n" + person("Dewi")
    codes = {row: p.code for row, p in problems(text).items()}
    assert codes == {1: "quote_unclosed", 2: "row_width", 3: "row_width"}
    assert names(text)[3] == "Dewi"


def test_an_unclosed_quote_before_many_rows_is_told_and_hides_nobody() -> None:
    text = line(HEADER) + '"Ani,4\n' + "x,4,4,4\n" * 30_000 + person("Budi")
    assert len(names(text)) == 30_002
    assert names(text)[-1] == "Budi"


def test_cells_over_several_lines_stay_whole() -> None:
    header = line([*HEADER, "komentar"])
    text = header + line(['"Ani\nDewi"', *ANSWERS, '"satu\n""dua"", tiga\n\nempat"'])
    (batch,) = read(text + line(["Budi", *ANSWERS, "x"]))
    assert batch.respondents == ["Ani\nDewi", "Budi"]
    assert batch.cells[0][1] == 'satu\n"dua", tiga\n\nempat'


def test_in_a_narrow_table_a_line_may_be_part_of_a_text() -> None:
    text = 'nama,t1_1,komentar\nAni,4,"a,b,c\nd,e,f"\n'
    with open_stream(io.BytesIO(text.encode()), PROFILE, partial=True) as source:
        (batch,) = source.batches()
    assert batch.cells[0][1] == "a,b,c\nd,e,f"


def test_a_quote_left_open_in_the_header_is_told() -> None:
    text = line(["nama", f'"{IDS[0]}', *IDS[1:]]) + person("Ani") * 9
    assert (refusal(text).code, refusal(text).place.line) == ("header_quote_open", 1)


# Times beside the answers


def test_times_beside_the_answers_are_used_and_not_carried() -> None:
    times = [f"{item_id}_detik" for item_id in IDS]
    row = ["Ani", *ANSWERS, "0,9", "", *["1.5"] * (len(IDS) - 2)]
    (batch,) = read(line([*HEADER, *times], ";") + line(row, ";"))
    assert batch.headers == ("nama",)
    assert batch.seconds is not None
    assert batch.seconds[0][:3].tolist() == pytest.approx([0.9, np.nan, 1.5], nan_ok=True)


@pytest.mark.parametrize("cell", ["-1", "lama", "inf", "nan", "08:05", "1" * 31])
def test_a_time_that_is_none_rejects_its_row(cell: str) -> None:
    text = line([*HEADER, "t1_1_ms"]) + line(["Ani", *ANSWERS, cell]) + line(["B", *ANSWERS, "9"])
    (problem,) = problems(text).values()
    assert (problem.code, problem.place.header) == ("seconds_invalid", "t1_1_ms")
    (batch,) = read(text)
    assert batch.matrix[0].any() == False  # noqa: E712 - of NumPy
    assert batch.seconds is not None
    assert np.nanmax(batch.seconds[1]) == pytest.approx(0.009)


# What a guide changes


def test_a_row_with_a_wrong_answer_and_a_wrong_time_is_told_of_both() -> None:
    header = line([*HEADER, f"{IDS[1]}_detik"])
    text = header + line(["Ani", "9", *ANSWERS[1:], "cepat"]) + line(["Budi", *ANSWERS, "3.5"])
    (batch,) = read(text)
    ((wrong, untimed),) = batch.rejects.values()
    assert (wrong.code, untimed.code) == ("answer_invalid", "seconds_invalid")
    assert batch.seconds is not None
    assert batch.seconds[1, 1] == 3.5


def test_labels_of_a_guide_are_answers() -> None:
    guide = Guide(labels={"SS": 5, "Tak tahu": 0})
    text = line(HEADER) + line(["Ani", "ss", "TAK  tahu", *ANSWERS[2:]])
    (batch,) = read(text, guide)
    assert batch.matrix[0].tolist() == [5, 0, *[4] * (len(IDS) - 2)]


def test_without_an_item_the_people_are_counted_all_the_same() -> None:
    with inspect_stream(io.BytesIO(b"Q1,Q2\n1,2\n3,4\n"), HeaderMatcher(PROFILE)) as source:
        (batch,) = source.batches()
    assert len(batch) == 2
    assert batch.rejects == {}
