"""What `periksa` found on answer files, as text for people, written as it is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from kelompok_quiz.cli.answer_notes import MORE_REPEATS, rejection_line, repeat_line
from kelompok_quiz.cli.checking.answers import Findings
from kelompok_quiz.cli.messages import terminal_width
from kelompok_quiz.columns import ColumnMap, HeaderMatcher, MatchRule, near_misses
from kelompok_quiz.problems import Problem, shortened
from kelompok_quiz.reading import Layout
from kelompok_quiz.text import visible, wrap
from kelompok_quiz.words.checking import RULES

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
CARRIED = "{count} kolom dibawa serta: {headers}"
NEAR = "“{header}” mirip {item}, tetapi tidak disamakan: “{text}”"
NOT_SCORED = "Belum bisa dinilai"
MEND = "Perbaiki: {remedy}"
PEOPLE = "Orang"
MORE_CELLS = "({more} sel lain di baris ini juga bermasalah)"
COUNTED = "{people} orang: {read} bisa dibaca, {rejected} akan ditolak."
UNREAD = "{people} orang; jawabannya belum bisa dibaca."
NOBODY = "Tidak ada orang di bawah judul."
GUIDE = "Pemetaan siap isi; tulis ke berkas dengan --keluaran pemetaan.yaml"
REFUSED = "Tidak bisa dibaca"
INDENT = "  "


class TextReport:
    """Writes for people."""

    def __init__(self, stream: TextIO, matcher: HeaderMatcher) -> None:
        """Write to a text stream, at a terminal within its width."""
        self._stream, self._matcher = stream, matcher
        self._width = terminal_width(stream)
        self._file = ""
        self._column_map = ColumnMap()
        self._begun = False

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """Write the form of a file, its columns, and why it cannot be scored if so."""
        self._file, self._column_map = file, layout.columns
        self._heading(file)
        for key, fact in facts(layout):
            label = f"{INDENT}{FACTS[key]:<11}: "
            self._line(fact, label, " " * len(label))
        self._heading(COLUMNS)
        for line in _columns(layout.columns, self._matcher):
            self._line(line, INDENT, INDENT * 2)
        if problems:
            self._heading(NOT_SCORED)
        self._problems(problems)
        self._heading(PEOPLE)

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Write the first reason, and how many others there are."""
        del row
        first, more = problems[0], len(problems) - 1
        text = rejection_line(first)
        self._line(f"{text} {MORE_CELLS.format(more=more)}" if more else text, INDENT, INDENT * 2)

    def end(self, findings: Findings, guide: str) -> None:
        """Write the counts, repeated respondents, and a guide where one helps."""
        for repeat in findings.repeats:
            self._line(repeat_line(self._file, repeat), INDENT, INDENT * 2)
        if findings.more_repeats:
            self._line(MORE_REPEATS.format(more=findings.more_repeats), INDENT)
        read = findings.people - findings.rejected
        counts = COUNTED.format(people=findings.people, read=read, rejected=findings.rejected)
        if not any(self._column_map.items):
            counts = UNREAD.format(people=findings.people)
        self._line(counts if findings.people else NOBODY, INDENT, INDENT * 2)
        if self._column_map.missing or findings.words:
            self._heading(GUIDE)
            self._stream.write(guide)

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
        line = (
            "\n".join(wrap(shown, self._width, first=first, rest=rest))
            if self._width
            else first + shown
        )
        self._stream.write(f"{line}\n")


def facts(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield each fact about the form of a file with its name in `FACTS`."""
    column_map = layout.columns
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
    found = len(column_map.items) - len(column_map.missing)
    yield "items", ITEMS.format(found=found, all=len(column_map.items))
    column = column_map.respondent
    named = (
        None if column is None else RESPONDENT.format(header=shortened(column_map.headers[column]))
    )
    yield "respondent", named or NO_RESPONDENT


def _columns(column_map: ColumnMap, matcher: HeaderMatcher) -> Iterator[str]:
    items = matcher.profile.items
    found = [(item, column) for item, columns in enumerate(column_map.items) for column in columns]
    by_id = [items[item].id for item, column in found if column_map.rules[column] is MatchRule.ID]
    if by_id:
        yield BY_ID.format(count=len(by_id), items=", ".join(by_id))
    for item, column in found:
        rule = column_map.rules[column]
        if rule is not None and rule is not MatchRule.ID:
            parts = {"item": items[item].id, "rung": RULES[rule]}
            yield ITEM.format(header=shortened(column_map.headers[column]), **parts)
    for timing in column_map.times:
        header = shortened(column_map.headers[timing.column])
        yield TIME.format(header=header, item=items[timing.item].id)
    near = {miss.column: items[miss.item] for miss in near_misses(column_map, matcher)}
    for column, like in near.items():
        header = shortened(column_map.headers[column])
        yield NEAR.format(header=header, item=like.id, text=like.text)
    carried = [column_map.headers[column] for column in column_map.carried if column not in near]
    if carried:
        headers = ", ".join(f"“{shortened(header)}”" for header in carried)
        yield CARRIED.format(count=len(carried), headers=headers)
