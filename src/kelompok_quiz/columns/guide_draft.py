"""A guide to fill in: the columns and answers of a file that were not recognised, as YAML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from kelompok_quiz.columns.column_map import ColumnMap, near_misses
from kelompok_quiz.columns.guide import BLANK
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.text import fold, visible
from kelompok_quiz.words import checking as words

GUIDE_NAME = "pemetaan.yaml"
LONGEST_KEY = 1000
"""YAML allows at most 1,024 characters for a key on one line."""
LAST_OF_FOUR_DIGITS = 0xFFFF


def draft(columns: ColumnMap, matcher: HeaderMatcher, labels: Sequence[str], command: str) -> str:
    """Return the YAML text of a guide to fill in, with nothing guessed.

    `labels` are answers that were not recognised; `command` is the one that will use the guide.
    """
    head = [line.format(command=visible(command)) for line in words.GUIDE_HEAD]
    names = {"responden": matcher.guide.respondent, "lembar": matcher.guide.worksheet}
    parts = [f"{key}: {_quoted(name)}" for key, name in names.items() if name is not None]
    parts += [*_columns(columns, matcher), *_labels(labels, matcher)]
    return "\n".join([*head, *(parts or [words.GUIDE_COMPLETE]), ""])


def _columns(columns: ColumnMap, matcher: HeaderMatcher) -> Iterator[str]:
    items = matcher.profile.items
    listed = {fold(header) for header in matcher.guide.columns}
    if not columns.missing and not listed:
        return
    near = {miss.column: items[miss.item] for miss in near_misses(columns, matcher)}
    yield words.GUIDE_COLUMNS
    for header, item_id in matcher.guide.columns.items():
        yield f"  {_quoted(header)}: {item_id or '~'}"
    for column in columns.carried:
        header, item = columns.headers[column], near.get(column)
        if fold(header) not in listed and len(header) < LONGEST_KEY:
            listed.add(fold(header))
            hint = "" if item is None else words.GUIDE_NEAR.format(item=item.id, text=item.text)
            yield f"  {_quoted(header)}:{hint}"
    if columns.missing:
        yield words.GUIDE_ITEMS
    for index in columns.missing:
        yield words.GUIDE_ITEM.format(item=items[index].id, text=items[index].text)


def _labels(labels: Iterable[str], matcher: HeaderMatcher) -> Iterator[str]:
    profile = matcher.profile
    known = matcher.guide.labels.items()
    lines = [f"  {_quoted(label)}: {answer or BLANK}" for label, answer in known]
    lines += [f"  {_quoted(label)}:" for label in labels if len(label) < LONGEST_KEY]
    if lines:
        numbered = (f"{n} {response}" for n, response in enumerate(profile.responses, start=1))
        yield words.GUIDE_LABELS.format(points=profile.points, blank=BLANK)
        yield from lines
        yield words.GUIDE_RESPONSES.format(responses=", ".join(numbered))


def _quoted(text: str) -> str:
    """Return a text as YAML in double quotes, on one line."""
    quoted = ""
    for character in json.dumps(text, ensure_ascii=False):
        code = ord(character)
        escaped = f"\\u{code:04x}" if code <= LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
        quoted += character if character.isprintable() else escaped
    return quoted
