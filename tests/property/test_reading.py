"""Whatever bytes a file holds: results for every person in it, or an error of the user's."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.reading.sources import open_answers
from kelompok_quiz.result.recorder import records
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.writing.csv_writer import CsvWriter
from kelompok_quiz.writing.json_writer import JsonLinesWriter
from support.mini import CASES, IDS, KEY, PROFILE

SUFFIXES = st.sampled_from([".csv", ".jsonl", ".json", ".yaml", ".txt", ".xlsx", ".zip", ""])
ODD = st.characters(categories=["Cs", "Cc", "Cf", "Zs"])
TEXTS = st.text(st.characters() | ODD, max_size=4)
"""Half a surrogate pair is text too: JSON can write it."""

CELLS = st.sampled_from(
    [
        *("1", "2", "3", "4", "5", "4.0", "4,0", "Setuju", "2 - tidak setuju", "", "-", "NA"),
        *("0", "6", "3,5", "1+2", "=1", "\x1b[2J", "\u202e", "a\nb", '"', "Ani"),
    ]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    CELLS,
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)
FRAGMENTS = [
    *(",".join(IDS), ";".join(IDS), json.dumps(dict.fromkeys(IDS, 4)), "4" * len(IDS)),
    *("{", "}", "[", "]", '"', "\n", "\r", ",", ";", ":", "- ", "---", "&a", "*a", "\x00", "~"),
    *("t1_1: 4", "4", "5", "\t", "|", "'", "NaN", "answers", "order", "\ufeff", "\ud83d\ude00"),
    *("sep=;\n", "#tag", '{"ImportId"', "Response", "t1_1_detik", "PK\x03\x04", "\x1a", "Q1"),
]
BITS = st.lists(
    st.sampled_from(FRAGMENTS).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.binary(max_size=4),
    max_size=12,
).map(b"".join)


@contextmanager
def as_file(content: bytes, suffix: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"jawaban{suffix}"
        path.write_bytes(content)
        yield path


def read(content: bytes, suffix: str, *, partial: bool = False) -> list[AnswerBatch] | None:
    """Everybody in the file, or None where it cannot be understood."""
    with as_file(content, suffix) as path:
        try:
            with open_answers(path, PROFILE, partial=partial) as source:
                return list(source.batches())
        except InputUnreadable:
            return None


def write_everywhere(batches: list[AnswerBatch]) -> tuple[list[dict[str, str]], list[Any]]:
    """The rows of the CSV output, and the records of the JSON Lines output."""
    table, lines = io.StringIO(newline=""), io.StringIO()
    into_table = CsvWriter(table, KEY, batches[0].headers if batches else ())
    into_lines = JsonLinesWriter(lines)
    for batch in batches:
        results = assess(KEY, batch)
        into_table.write(results)
        into_lines.write(results)
    table.seek(0)
    found = [json.loads(line) for line in lines.getvalue().split("\n")[:-1]]
    return list(csv.DictReader(table)), found


def assert_whole(batches: list[AnswerBatch], people: int | None = None) -> None:
    """Every person has a place in every output, and a status; a rejected one has a reason."""
    count = sum(map(len, batches))
    assert people in {None, count}
    assert [row for batch in batches for row in batch.rows] == list(range(1, count + 1))
    rows, found = write_everywhere(batches)
    assert len(rows) == len(found) == count
    assert [row["row"] for row in rows] == [str(number) for number in range(1, count + 1)]
    for row, record in zip(rows, found, strict=True):
        assert row["status"] == record["status"] in {"scored", "undetermined", "rejected"}
        assert (record["status"] == "rejected") == bool(record["problems"])
        assert (record["status"] == "scored") == (record["verdict"] is not None)


@given(st.binary(max_size=200), SUFFIXES)
def test_any_bytes_are_people_or_an_error_of_the_users(content: bytes, suffix: str) -> None:
    batches = read(content, suffix, partial=True)
    if batches is not None:
        assert_whole(batches)


@given(BITS, SUFFIXES)
def test_bytes_like_those_of_answer_files_are_no_worse(content: bytes, suffix: str) -> None:
    batches = read(content, suffix, partial=True)
    if batches is not None:
        assert_whole(batches)


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=len(IDS) + 2), max_size=5),
    st.sampled_from(",;\t|"),
)
def test_every_row_of_a_table_that_is_not_blank_is_a_person(
    rows: list[list[str]], delimiter: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([["nama", *IDS], *rows])
    batches = read(text.getvalue().encode(), ".csv")
    assert batches is not None
    assert_whole(batches, sum(any(map(str.strip, row)) for row in rows))


@given(st.lists(VALUES | st.dictionaries(st.sampled_from([*IDS[:3], "nama"]), VALUES), max_size=3))
@example([{"nama": "\ud800"}])
@example([{"\ud800": 1}])
def test_every_line_of_json_is_a_person(people: list[Any]) -> None:
    sound = dict.fromkeys(IDS, 4)
    lines = [json.dumps(person) for person in [sound, *people]]
    batches = read("\n".join(lines).encode(), ".jsonl")
    assert batches is not None
    assert_whole(batches, len(lines))


@given(st.fixed_dictionaries({}, optional={"order": VALUES, "seconds": VALUES, "seed": VALUES}))
def test_a_saved_sheet_with_anything_in_it_is_a_person(parts: dict[str, Any]) -> None:
    sheet = {"answers": dict.fromkeys(IDS, 4), "respondent": "Ani"} | parts
    batches = read(json.dumps(sheet).encode(), ".json")
    assert batches is not None
    assert_whole(batches, 1)


@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, 5]), min_size=len(IDS), max_size=len(IDS)))
def test_what_is_written_down_in_any_shape_is_the_same_person(person: list[int]) -> None:
    sheet = {item_id: answer or None for item_id, answer in zip(IDS, person, strict=True)}
    cells = ["" if answer is None else str(answer) for answer in sheet.values()]
    shapes = {
        ".csv": f"nama,{','.join(IDS)}\n1,{','.join(cells)}\n",
        ".json": json.dumps([sheet]),
        ".jsonl": json.dumps(sheet),
        ".yaml": json.dumps(sheet),
        ".txt": "".join(cell or "-" for cell in cells),
    }
    found = [_record(content, suffix) for suffix, content in shapes.items()]
    assert found == [found[0]] * len(shapes)


def _record(content: str, suffix: str) -> Any:
    batches = read(content.encode(), suffix)
    assert batches is not None
    ((record,),) = (list(records(assess(KEY, batch))) for batch in batches)
    return msgspec.to_builtins(record) | {"source": None, "carried": None}


REAL = sorted(path.with_suffix("") for path in (CASES / "answers").glob("*/*.expected"))
INSTEAD = [b"", b'"', b"\n", b"\r", b",", b";", b"\x00", b"\xff", b"\xe9", b"- ", b"["]
WOUNDS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(INSTEAD)), max_size=4
)
"""Where in a file, how many bytes are lost there, and what stands in their place."""


@given(st.sampled_from(REAL), WOUNDS)
def test_a_real_file_that_was_damaged_is_people_or_an_error_of_the_users(
    path: Path, wounds: list[tuple[float, int, bytes]]
) -> None:
    content = path.read_bytes()
    for where, lost, instead in wounds:
        start = int(where * len(content))
        content = content[:start] + instead + content[start + lost :]
    batches = read(content, path.suffix, partial=True)
    if batches is not None:
        assert_whole(batches)


@given(st.integers(1, 6), st.integers(0, 10_000), st.sampled_from(",;\t|"))
def test_a_stray_quote_anywhere_hides_nobody_and_costs_one_row(
    people: int, where: int, delimiter: str
) -> None:
    rows = [delimiter.join([f"Orang {n}", *["4"] * len(IDS)]) + "\n" for n in range(people)]
    text = "".join(rows)
    start = where % len(text)
    header = delimiter.join(["nama", *IDS]) + "\n"
    batches = read((header + text[:start] + '"' + text[start:]).encode(), ".csv")
    assert batches is not None
    assert_whole(batches, people)
    assert sum(len(batch.rejects) for batch in batches) <= 1


@given(
    st.lists(st.sampled_from("12345"), min_size=len(IDS), max_size=len(IDS)),
    st.integers(0, len(IDS) + 2),
    st.lists(st.sampled_from(["", "-", "baik", "2026"]), min_size=1, max_size=2),
)
def test_a_lost_cell_never_shifts_an_answer(
    person: list[str], lost: int, behind: list[str]
) -> None:
    text = io.StringIO()
    row = ["Ani", "X", *person, *behind]
    header = ["nama", "kelas", *IDS, "saran", "lain"][: len(row)]
    csv.writer(text).writerows([header, row[:lost] + row[lost + 1 :], row])
    batches = read(text.getvalue().encode(), ".csv")
    assert batches is not None
    assert_whole(batches, 2)
    ((whole, short),) = [batch.matrix.tolist()[::-1] for batch in batches]
    assert whole == list(map(int, person))
    assert short in (whole, [0] * len(IDS))


ROWS = st.lists(
    st.lists(st.sampled_from("12345"), min_size=len(IDS), max_size=len(IDS)),
    min_size=1,
    max_size=3,
)


@given(
    ROWS,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "Rekap\n", "sep={}\n"]),
)
def test_however_a_table_is_saved_its_people_are_the_same(
    people: list[list[str]], encoding: str, delimiter: str, end: str, above: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows([["nama", *IDS], *(["Andr\u00e9", *person] for person in people)])
    content = (above.format(delimiter).replace("\n", end) + text.getvalue()).encode(encoding)
    batches = read(content, ".csv")
    assert batches is not None
    assert [r.tolist() for b in batches for r in b.matrix] == [list(map(int, p)) for p in people]
    assert {name for batch in batches for name in batch.respondents} == {"Andr\u00e9"}
