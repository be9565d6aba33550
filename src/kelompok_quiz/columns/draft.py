"""A guide to fill in: every column and label of a file that is not understood, and every item."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from kelompok_quiz.columns.columns import Mapping
from kelompok_quiz.columns.guide import BLANK
from kelompok_quiz.columns.ladder import Ladder
from kelompok_quiz.columns.misses import near_misses
from kelompok_quiz.profile import Item
from kelompok_quiz.text import fold, visible

HEAD = (
    "# Pemetaan untuk kuis-karier. Isi bagian yang kosong, hapus baris yang tidak perlu,",
    "# lalu pakai: {command}",
)
COLUMNS = "kolom: # di belakang titik dua: id butir; biarkan kosong bila bukan pernyataan"
LABELS = "jawaban: # isi 1 sampai {points}, atau kata {blank}; hapus baris yang bukan jawaban"
NEAR = " # mirip {item}: {text}"
ITEMS = "# Butir yang belum punya kolom:"
ITEM = "#   {item}: {text}"
RESPONSES = "# Pilihan jawaban: {responses}"
COMPLETE = "# Semua kolom dan jawaban sudah dikenal; pemetaan tidak diperlukan."
GUIDE_NAME = "pemetaan.yaml"
LONGEST_KEY = 1000
"""YAML takes no longer key on one line."""
LAST_OF_FOUR_DIGITS = 0xFFFF


def draft(mapping: Mapping, ladder: Ladder, labels: Sequence[str], command: str) -> str:
    """Return the YAML text of a guide to fill in; nothing in it is guessed.

    `command` is the one that will use it.
    """
    head = [line.format(command=visible(command)) for line in HEAD]
    body = [*_names(ladder), *_columns(mapping, ladder), *_labels(labels, ladder)]
    return "\n".join([*head, *(body or [COMPLETE]), ""])


def _columns(mapping: Mapping, ladder: Ladder) -> Iterator[str]:
    items = ladder.profile.items
    known = {fold(header): item or "" for header, item in ladder.guide.columns.items()}
    if not mapping.missing and not known:
        return
    near = {miss.column: items[miss.item] for miss in near_misses(mapping, ladder)}
    yield COLUMNS
    for header, item_id in ladder.guide.columns.items():
        yield f"  {_quoted(header)}: {item_id or '~'}"
    for column in mapping.carried:
        header = mapping.headers[column]
        if fold(header) not in known and len(header) < LONGEST_KEY:
            known[fold(header)] = ""
            yield f"  {_quoted(header)}:" + (_near(near[column]) if column in near else "")
    if mapping.missing:
        yield ITEMS
    for item in mapping.missing:
        yield ITEM.format(item=items[item].id, text=items[item].text)


def _near(item: Item) -> str:
    return NEAR.format(item=item.id, text=item.text)


def _labels(labels: Iterable[str], ladder: Ladder) -> Iterator[str]:
    profile = ladder.profile
    given = ladder.guide.labels.items()
    lines = [f"  {_quoted(label)}: {answer or BLANK}" for label, answer in given]
    lines += [f"  {_quoted(label)}:" for label in labels if len(label) < LONGEST_KEY]
    if lines:
        numbered = (f"{n} {response}" for n, response in enumerate(profile.responses, start=1))
        yield LABELS.format(points=profile.points, blank=BLANK)
        yield from lines
        yield RESPONSES.format(responses=", ".join(numbered))


def _names(ladder: Ladder) -> Iterator[str]:
    for key, name in (("responden", ladder.guide.respondent), ("lembar", ladder.guide.sheet)):
        if name is not None:
            yield f"{key}: {_quoted(name)}"


def _quoted(text: str) -> str:
    """Return a text as YAML in double quotes, on one line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(c) for c in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
