"""What `periksa` found on answer files, as text, as JSON or as a guide to fill in.

Each writes as the findings come, so that memory does not grow with the file.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from kelompok_quiz.cli.answer_checking import Findings
from kelompok_quiz.cli.answer_notes import repeat_line
from kelompok_quiz.cli.help_screen import NARROWEST, wrapped
from kelompok_quiz.mapping import Ladder, Mapping, Rung, draft, near_misses
from kelompok_quiz.problems import Problem, shortened
from kelompok_quiz.reading import Layout
from kelompok_quiz.text import visible

KINDS = {
    "csv": "tabel teks (CSV)",
    "xlsx": "buku kerja XLSX",
    "xls": "buku kerja XLS",
    "ods": "buku kerja ODS",
    "json": "JSON",
    "jsonl": "JSON Lines, satu orang tiap baris",
    "yaml": "YAML",
    "angka": "deretan angka, satu orang tiap baris",
}
DELIMITERS = {"\t": "tab", ",": "koma (,)", ";": "titik koma (;)", "|": "garis tegak (|)"}
ENCODINGS = {"utf-8": "UTF-8", "cp1252": "Windows (cp1252)"}
FACTS = {
    "kind": "Jenis",
    "member": "Isi ZIP",
    "sheet": "Lembar",
    "others": "Lembar lain",
    "delimiter": "Pemisah",
    "encoding": "Huruf",
    "header": "Judul",
    "items": "Butir",
    "respondent": "Responden",
}
OTHERS = "{names} (berisi jawaban juga, tidak dibaca)"
HEADER = "baris {line}"
HEADER_WITH_DESCRIPTIONS = "baris {line}; {count} baris di bawahnya menjelaskan kolom, bukan orang"
ITEMS = "{found} dari {all} punya kolom"
RESPONDENT = "kolom “{header}”"
NO_RESPONDENT = "tidak ada kolom nama; dipakai nomor orang"
COLUMNS = "Kolom"
ITEM = "“{header}” → {item} ({rung})"
BY_ID = "{count} kolom berjudul id butirnya: {items}"
TIME = "“{header}” → waktu {item}"
CARRIED = "“{header}” dibawa serta"
NEAR = "“{header}” mirip {item}, tetapi tidak disamakan: “{text}”"
NOT_SCORED = "Belum bisa dinilai"
MEND = "Perbaiki: {remedy}"
PEOPLE = "Orang"
REJECT = "Ditolak: {place}: {message}"
MORE_CELLS = "({more} sel lain di baris ini juga bermasalah)"
COUNTED = "{people} orang: {read} bisa dibaca, {rejected} akan ditolak."
NOBODY = "Tidak ada orang di bawah judul."
MORE_REPEATS = "… dan {more} kiriman ganda lagi."
GUIDE = "Pemetaan siap isi; tulis ke berkas dengan --keluaran pemetaan.yaml"
REFUSED = "Tidak bisa dibaca"
INDENT = "  "


class TextReport:
    """Writes for people."""

    def __init__(self, stream: TextIO, ladder: Ladder) -> None:
        """Write to a text stream, at a terminal within its width."""
        self._stream, self._ladder = stream, ladder
        columns = shutil.get_terminal_size().columns
        self._width = max(NARROWEST, columns) if stream.isatty() else None
        self._file, self._mapping = "", Mapping((), (), (), (), (), None)
        self._begun = False

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """Write the form of a file, its columns, and why it cannot be scored if so."""
        self._file, self._mapping = file, layout.mapping
        self._heading(file)
        for key, fact in facts(layout):
            label = f"{INDENT}{FACTS[key]:<11}: "
            self._line(fact, label, " " * len(label))
        self._heading(COLUMNS)
        for line in _columns(layout.mapping, self._ladder):
            self._line(line, INDENT, INDENT * 2)
        if problems:
            self._heading(NOT_SCORED)
        self._problems(problems)
        self._heading(PEOPLE)

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Write the first reason, and how many others there are."""
        del row
        first, more = problems[0], len(problems) - 1
        text = REJECT.format(place=first.place, message=first.message)
        self._line(f"{text} {MORE_CELLS.format(more=more)}" if more else text, INDENT, INDENT * 2)

    def end(self, findings: Findings) -> None:
        """Write the counts, repeated respondents, and a guide where one helps."""
        for repeat in findings.repeats:
            self._line(repeat_line(self._file, repeat), INDENT, INDENT * 2)
        if findings.more_repeats:
            self._line(MORE_REPEATS.format(more=findings.more_repeats), INDENT)
        read = findings.people - findings.rejected
        counts = COUNTED.format(people=findings.people, read=read, rejected=findings.rejected)
        self._line(counts if findings.people else NOBODY, INDENT)
        if self._mapping.missing or findings.words:
            self._heading(GUIDE)
            self._stream.write(draft(self._mapping, self._ladder, findings.labels, self._file))

    def refuse(self, file: str, problems: Sequence[Problem]) -> None:
        """Write why a file cannot be understood."""
        self._heading(f"{file}: {REFUSED}")
        self._problems(problems)

    def close(self) -> None:
        """Write what stands behind the last file: nothing."""

    def _problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            self._line(f"{problem.place}: {problem.message}", INDENT, INDENT * 2)
            self._line(MEND.format(remedy=problem.remedy), INDENT * 2, INDENT * 2)

    def _heading(self, text: str) -> None:
        self._stream.write("\n" if self._begun else "")
        self._begun = True
        self._line(text)

    def _line(self, text: str, first: str = "", rest: str = "") -> None:
        shown = visible(text)
        line = wrapped(shown, self._width, first, rest) if self._width else first + shown
        self._stream.write(f"{line}\n")


def facts(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield each fact about the form of a file with its name in `FACTS`."""
    mapping = layout.mapping
    yield "kind", KINDS[layout.kind]
    if layout.member is not None:
        yield "member", layout.member
    if layout.sheet is not None:
        yield "sheet", f"“{layout.sheet}”"
    if layout.others:
        yield "others", OTHERS.format(names=", ".join(f"“{name}”" for name in layout.others))
    if layout.delimiter is not None:
        yield "delimiter", DELIMITERS.get(layout.delimiter, layout.delimiter)
    if layout.encoding is not None:
        yield "encoding", ENCODINGS.get(layout.encoding, layout.encoding.upper())
    if layout.delimiter is not None or layout.sheet is not None:
        text = HEADER_WITH_DESCRIPTIONS if layout.descriptions else HEADER
        yield "header", text.format(line=layout.place.line, count=layout.descriptions)
    found = len(mapping.items) - len(mapping.missing)
    yield "items", ITEMS.format(found=found, all=len(mapping.items))
    column = mapping.respondent
    named = None if column is None else RESPONDENT.format(header=shortened(mapping.headers[column]))
    yield "respondent", named or NO_RESPONDENT


def _columns(mapping: Mapping, ladder: Ladder) -> Iterator[str]:
    items = ladder.profile.items
    found = [(item, column) for item, columns in enumerate(mapping.items) for column in columns]
    by_id = [items[item].id for item, column in found if mapping.rungs[column] is Rung.ID]
    if by_id:
        yield BY_ID.format(count=len(by_id), items=", ".join(by_id))
    for item, column in found:
        if mapping.rungs[column] is not Rung.ID:
            parts = {"item": items[item].id, "rung": mapping.rungs[column]}
            yield ITEM.format(header=shortened(mapping.headers[column]), **parts)
    for timing in mapping.timings:
        header = shortened(mapping.headers[timing.column])
        yield TIME.format(header=header, item=items[timing.item].id)
    near = {miss.column: items[miss.item] for miss in near_misses(mapping, ladder)}
    for column in mapping.carried:
        header = shortened(mapping.headers[column])
        if column in near:
            yield NEAR.format(header=header, item=near[column].id, text=near[column].text)
        else:
            yield CARRIED.format(header=header)


class JsonReport:
    """Writes an array of one object a file."""

    def __init__(self, stream: TextIO, ladder: Ladder, before: Sequence[Any] = ()) -> None:
        """Write to a text stream, `before` as the first elements of the array."""
        self._stream, self._ladder = stream, ladder
        self._file, self._mapping = "", Mapping((), (), (), (), (), None)
        self._elements, self._rejected = 0, 0
        self._open = False
        self._stream.write("[")
        for element in before:
            self._element(json.dumps(element, ensure_ascii=False))

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """Open the object of a file."""
        self._file, self._mapping, self._rejected = file, layout.mapping, 0
        head = {
            "file": file,
            "layout": _layout(layout),
            "columns": list(_columns_as_json(layout.mapping, self._ladder)),
            "near_misses": list(_misses_as_json(layout.mapping, self._ladder)),
            "problems": [problem_as_json(problem) for problem in problems],
        }
        self._element(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "rejected": [')
        self._open = True

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Write a row that would be rejected."""
        found = {
            "row": row,
            "line": problems[0].place.line,
            "problems": [
                problem_as_json(p) | {"header": p.place.header, "value": p.value} for p in problems
            ],
        }
        separator = ",\n" if self._rejected else "\n"
        self._stream.write(separator + json.dumps(found, ensure_ascii=False))
        self._rejected += 1

    def end(self, findings: Findings) -> None:
        """Close the object of a file."""
        rest = {
            "people": findings.people,
            "repeats": [
                {"respondent": r.respondent, "row": r.row, "first": r.first}
                for r in findings.repeats
            ],
            "unknown_answers": findings.labels,
            "guide": draft(self._mapping, self._ladder, findings.labels, self._file),
        }
        self._stream.write(f"], {json.dumps(rest, ensure_ascii=False)[1:]}")
        self._open = False

    def refuse(self, file: str, problems: Sequence[Problem]) -> None:
        """Write why a file cannot be understood, or not beyond some place."""
        found = {"file": file, "problems": [problem_as_json(problem) for problem in problems]}
        if self._open:
            refused = json.dumps(found["problems"], ensure_ascii=False)
            self._stream.write(f'], "refused": {refused}}}')
            self._open = False
        else:
            self._element(json.dumps(found, ensure_ascii=False))

    def close(self) -> None:
        """Close the array."""
        self._stream.write("\n]\n")

    def _element(self, text: str) -> None:
        self._stream.write((",\n" if self._elements else "\n") + text)
        self._elements += 1


def _layout(layout: Layout) -> dict[str, Any]:
    mapping = layout.mapping
    respondent = None if mapping.respondent is None else mapping.headers[mapping.respondent]
    return {
        "kind": layout.kind,
        "member": layout.member,
        "sheet": layout.sheet,
        "other_sheets": list(layout.others),
        "delimiter": layout.delimiter,
        "encoding": layout.encoding,
        "header_line": layout.place.line,
        "description_rows": layout.descriptions,
        "items_found": len(mapping.items) - len(mapping.missing),
        "items": len(mapping.items),
        "respondent": respondent,
    }


def _columns_as_json(mapping: Mapping, ladder: Ladder) -> Iterator[dict[str, Any]]:
    items = ladder.profile.items
    answers = {column: item for item, columns in enumerate(mapping.items) for column in columns}
    times = {timing.column: timing.item for timing in mapping.timings}
    for column, header in enumerate(mapping.headers):
        item = answers.get(column, times.get(column))
        kind = "item" if column in answers else "time" if column in times else "carried"
        item_id = None if item is None else items[item].id
        rung = mapping.rungs[column]
        how = None if rung is None else rung.name.lower()
        yield {"header": header, "kind": kind, "item": item_id, "rung": how}


def _misses_as_json(mapping: Mapping, ladder: Ladder) -> Iterator[dict[str, str]]:
    for miss in near_misses(mapping, ladder):
        item = ladder.profile.items[miss.item]
        yield {"header": mapping.headers[miss.column], "item": item.id, "text": item.text}


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as `--format json` writes it."""
    return {
        "severity": problem.severity,
        "code": problem.code,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "remedy": problem.remedy,
    }
