from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.profile.document import Document
from kelompok_quiz.profile.loading import examine, shipped_profile
from kelompok_quiz.profile_audit import audit

VALID = Path(__file__).parents[1] / "cases" / "profile" / "valid"
SOUND = [*VALID.glob("[!w]*.yaml"), VALID / "weight_with_reason.yaml", shipped_profile()]
FIVE = "responses: [Sangat tidak setuju, Tidak setuju, Netral, Setuju, Sangat setuju]"


def audited(path: Path) -> Document:
    """Only what the test sheets show."""
    examined = examine(path)
    assert examined.instrument is not None
    audit(examined.instrument, examined.document)
    return examined.document


def edited(tmp_path: Path, name: str, *edits: tuple[str, str]) -> Document:
    text = (VALID / f"{name}.yaml").read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "profil.yaml"
    path.write_text(text, "utf-8")
    return audited(path)


def said(document: Document) -> list[tuple[str, dict[str, object]]]:
    return [(p.code, dict(p.parameters)) for p in document.problems]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_instrument_treats_every_test_sheet_as_it_deserves(path: Path) -> None:
    assert said(audited(path)) == []


def test_one_answer_throughout_lands_near_fifty(tmp_path: Path) -> None:
    document = edited(tmp_path, "weak_keys_unbalanced")
    assert said(document) == [
        ("audit_not_neutral", {"answer": 1, "fit": 75}),
        ("audit_not_neutral", {"answer": 5, "fit": 25}),
    ]
    assert {p.place for p in document.problems} == {document.place(("traits",))}


@pytest.mark.parametrize(("weights", "off"), [((2, 3), False), ((1, 2), True)])
def test_ten_points_off_are_near_enough(
    tmp_path: Path,
    weights: tuple[int, int],
    off: bool,  # noqa: FBT001 - the expected value
) -> None:
    # both scales keyed one way: all 5 gives 100·w1/(w1 + w2) = 40, or 33
    reason = "\n    weight_reason: a"
    document = edited(
        tmp_path,
        "weak_audit_not_neutral",
        ("weight: 3\n", f"weight: {weights[0]}\n"),
        ("weight: 1\n    source", f"weight: {weights[1]}{reason}\n    source"),
    )
    found = [code for code, _ in said(document)]
    assert ("audit_not_neutral" in found) == off


def test_with_an_even_number_of_responses_there_is_no_middle_sheet(tmp_path: Path) -> None:
    # 2 of 4 throughout would give (9·33.3 + 66.7)/10 = 36.7
    edits = ((FIVE, "responses: [a, b, c, d]"), ("weight: 3\n", "weight: 9\n"))
    document = edited(tmp_path, "weak_audit_not_neutral", *edits)
    assert [p["answer"] for code, p in said(document) if code == "audit_not_neutral"] == [1, 4]


def test_a_patterned_order_flags_the_ideal_sheets(tmp_path: Path) -> None:
    document = edited(tmp_path, "weak_audit_flagged")
    assert [p for code, p in said(document) if code == "audit_flagged"] == [
        {"sheet": sheet, "flags": "pattern"} for sheet in ("5/1", "1/5", "4/2", "2/4")
    ]


@pytest.mark.parametrize(
    ("responses", "sheets"),
    [("a, b, c", ["3/1", "1/3"]), ("a, b, c, d", ["4/1", "1/4", "3/2", "2/3"])],
)
def test_mild_sheets_need_four_responses(tmp_path: Path, responses: str, sheets: list[str]) -> None:
    document = edited(tmp_path, "weak_audit_flagged", (FIVE, f"responses: [{responses}]"))
    assert [p["sheet"] for code, p in said(document) if code == "audit_flagged"] == sheets


def test_several_flags_of_a_sheet_are_named_together(tmp_path: Path) -> None:
    text = (VALID / "twenty_eight_items.yaml").read_text("utf-8")
    head, order = text.split("order: [")
    ids = order.strip("]\n ,").replace(",", " ").split()
    agreed = [i for i in ids if (i[:2] in {"t1", "t2", "c1"}) == (i[3] in "12")]
    sorted_ids = agreed + [i for i in ids if i not in agreed]
    path = tmp_path / "profil.yaml"
    path.write_text(f"{head}order: [{', '.join(sorted_ids)}]", "utf-8")
    flags = {p["flags"] for code, p in said(audited(path)) if code == "audit_flagged"}
    assert flags == {"straight_line, pattern"}


def test_a_long_alternation_of_the_ideal_sheet_is_named_with_its_length() -> None:
    document = audited(VALID / "weak_order_ideal_alternates.yaml")
    assert said(document) == [("order_ideal_alternates", {"length": 7, "most": 6})]
    assert document.problems[0].place == document.place(("order",))


def test_a_repetitive_ideal_sheet_is_named_with_its_autocorrelation() -> None:
    document = audited(VALID / "weak_order_ideal_repeats.yaml")
    assert said(document) == [("order_ideal_repeats", {"value": "0.48", "most": 0.45})]


def test_a_band_between_two_steps_of_the_fit_is_out_of_reach(tmp_path: Path) -> None:
    # 16 steps of 6.25: nothing lands from 51 to 55
    third = "from: 51, text: a}\n  - {id: lagi, label: Lagi, from: 56,"
    document = edited(tmp_path, "minimal", ("from: 50,", third))
    assert said(document) == [("audit_unreachable", {"value": "dekat"})]
    assert document.problems[0].place == document.place(("verdicts", 1))


def test_a_band_that_one_step_reaches_is_in_reach(tmp_path: Path) -> None:
    # 56.25 is one of the steps
    third = "from: 51, text: a}\n  - {id: lagi, label: Lagi, from: 57,"
    assert said(edited(tmp_path, "minimal", ("from: 50,", third))) == []


def test_the_lowest_band_may_end_before_one(tmp_path: Path) -> None:
    assert said(edited(tmp_path, "minimal", ("from: 50,", "from: 1,"))) == []


def test_the_highest_band_may_begin_at_a_hundred(tmp_path: Path) -> None:
    assert said(edited(tmp_path, "minimal", ("from: 50,", "from: 100,"))) == []
