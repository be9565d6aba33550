"""The beginning of a text → the kind of document it is.

The content decides; the suffix of the file counts only where the content leaves it open.
"""

from __future__ import annotations

import io
import json
import re

from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.reading.delimited import items_in_header

TABLE, JSON, JSON_LINES, YAML, DIGITS = "csv", "json", "jsonl", "yaml", "angka"
DIGIT_LINE = re.compile(r"[1-9-]{2,}")
MAPPING_LINE = re.compile(r"(?:- |---(?:\s|$)|[A-Za-z_]\w*:(?:\s|$))")
JSON_START = re.compile(r"[\[{]\s*(?:[\"\[{\]}0-9tfn-]|$)")
COMMENT = "#"
KINDS_BY_SUFFIX = {
    **dict.fromkeys((".jsonl", ".ndjson"), JSON_LINES),
    **dict.fromkeys((".yaml", ".yml"), YAML),
    ".json": JSON,
}


def kind_of_text(head: str, suffix: str, matcher: HeaderMatcher) -> str:
    """Return `TABLE`, `JSON`, `JSON_LINES`, `YAML` or `DIGITS`."""
    lines = [line for line in io.StringIO(head, newline="") if line.strip()]
    if not lines:
        return TABLE
    start, by_suffix = lines[0].strip(), KINDS_BY_SUFFIX.get(suffix, TABLE)
    if JSON_START.match(start):
        # A damaged first record must not turn a file of JSON Lines into one broken document.
        is_record = start.startswith("{") and start != "{"
        return by_suffix if by_suffix == JSON_LINES and is_record else _kind_of_json(start, lines)
    if items_in_header(lines, matcher):
        return TABLE
    content = next((line for line in lines if not line.startswith(COMMENT)), "")
    if MAPPING_LINE.match(content):
        return YAML
    return DIGITS if DIGIT_LINE.fullmatch(start) else by_suffix


def _kind_of_json(start: str, lines: list[str]) -> str:
    if not start.startswith("{"):
        return JSON
    if len(lines) > 1 and lines[1].startswith("{"):
        return JSON_LINES
    try:
        # Python refuses to make a number of more than 4,300 digits.
        json.loads(start, parse_int=str)
    except (json.JSONDecodeError, RecursionError):
        return JSON
    return JSON_LINES
