"""Cells are parsed by membership and headers by the matcher, whatever people write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.answers import INVALID, MISSING, CellParser
from kelompok_quiz.columns.column_map import map_columns, missing_problems
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import Place
from kelompok_quiz.profile.loading import load
from kelompok_quiz.text import BIDI, neutralise, visible

PROFILE = load(Path(__file__).parents[1] / "cases" / "profile" / "valid" / "minimal.yaml").profile
RESPONSES = ("Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju")
LABELS = {response.lower(): answer for answer, response in enumerate(RESPONSES, start=1)}
IDS = [item.id for item in PROFILE.items]

ascii_text = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12)
pieces = st.lists(
    st.sampled_from([*"0123456789", *"-.,+ ", " - ", "e0", *RESPONSES, "NA", "lewati", "setuju"]),
    max_size=5,
).map("".join)
spaces = st.sampled_from(["", " ", "  ", "\t", "\n", "\u00a0"])


def documented(cell: str) -> int:
    """What the guide promises of a cell of ASCII text."""
    plain = " ".join(cell.lower().split())
    if plain in {"", "-", "na", "lewati"}:
        return MISSING
    if re.fullmatch(r"[1-5]([.,]0)?", plain):
        return int(plain[0])
    number, _, label = plain.partition(" - ")
    if label in LABELS:
        return LABELS[label] if number == str(LABELS[label]) else INVALID
    return LABELS.get(plain, INVALID)


@given(ascii_text | pieces)
def test_a_cell_is_an_answer_exactly_in_its_documented_forms(cell: str) -> None:
    assert CellParser(RESPONSES)[cell] == documented(cell)


@given(st.text())
def test_any_text_is_an_answer_a_blank_or_invalid_and_stays_so(cell: str) -> None:
    parser = CellParser(RESPONSES)
    answer = parser[cell]
    assert answer in {MISSING, *range(1, 6), INVALID}
    assert parser[cell] == answer == CellParser(RESPONSES)[cell]


@given(st.integers(1, 5), spaces, spaces, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_and_spaces_around_an_answer_do_not_matter(
    answer: int, before: str, after: str, spell: Callable[[str], str]
) -> None:
    parser = CellParser(RESPONSES)
    label = spell(RESPONSES[answer - 1])
    for form in (str(answer), f"{answer}.0", f"{answer},0", label, f"{answer} - {label}"):
        assert parser[before + form + after] == answer


@given(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.lists(st.integers(), max_size=2)
    | st.dictionaries(st.text(max_size=2), st.integers(), max_size=2)
)
def test_a_json_value_is_an_answer_only_as_a_whole_number_or_a_cell(value: object) -> None:
    parser = CellParser(RESPONSES)
    found = parser.parse_value(value)
    if value is None:
        assert found == MISSING
    elif isinstance(value, str):
        assert found == parser[value]
    elif isinstance(value, int | float) and not isinstance(value, bool):
        assert found == (int(value) if value in {1, 2, 3, 4, 5} else INVALID)
    else:
        assert found == INVALID


@given(st.lists(st.sampled_from([*IDS, "nama", "te_1", "Q1"]) | st.text(max_size=8)), st.booleans())
def test_every_column_is_accounted_for_or_the_file_is_refused(
    headers: list[str],
    partial: bool,  # noqa: FBT001 - drawn
) -> None:
    matcher = HeaderMatcher(PROFILE)
    places = {matcher.item(header) for header in headers} - {None}
    enough = bool(places) if partial else len(places) == len(IDS)
    mapping = map_columns(headers, matcher)
    problems = missing_problems(mapping, matcher, Place(), partial=partial)
    assert enough != bool(problems)
    assert all(problem.message and problem.remedy for problem in problems)
    columns = [column for columns in mapping.items for column in columns]
    assert sorted([*columns, *mapping.carried]) == list(range(len(headers)))
    assert matcher.count_items(headers) == len(places)
    assert mapping.respondent is None or mapping.respondent in mapping.carried
    for item, found in enumerate(mapping.items):
        assert all(matcher.item(headers[column]) == item for column in found)


@given(
    st.sampled_from(range(len(IDS))),
    st.sampled_from(["", "grup/", "a/b/", "data.", "3. ", "no. 12) ", "\ufeff"]),
    spaces,
    st.sampled_from([str.upper, str.lower]),
)
def test_an_item_is_found_by_id_under_any_path_number_case_and_space(
    item: int, before: str, space: str, spell: Callable[[str], str]
) -> None:
    assert HeaderMatcher(PROFILE).item(space + before + spell(IDS[item]) + space) == item


@given(
    st.sampled_from(range(len(IDS))),
    st.sampled_from(["", "3. ", "12) ", "No. 4: "]),
    st.sampled_from(["", ".", " *", ":"]),
    st.sampled_from([str.upper, str.lower]),
)
def test_an_item_is_found_by_its_statement_in_any_case_and_numbering(
    item: int, number: str, end: str, spell: Callable[[str], str]
) -> None:
    text = PROFILE.items[item].text.rstrip(".").replace(" ", "  ")
    assert HeaderMatcher(PROFILE).item(number + spell(text) + end) == item


@given(st.text())
def test_carried_text_shows_every_control_and_keeps_all_else(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} or c in BIDI for c in shown)
    if shown == text:
        assert not set(text) & BIDI
    else:
        assert "\\x" in shown or "\\u" in shown
    assert visible(shown) == shown


@given(st.text())
def test_no_text_runs_as_a_formula_and_nothing_is_lost(text: str) -> None:
    safe = neutralise(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe in {text, "'" + text}
