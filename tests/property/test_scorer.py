"""The vectorised scorer against the plain oracle, on the shipped and two small instruments."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import Any

import msgspec
import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load, shipped_profile
from kelompok_quiz.result.batch import rounded
from kelompok_quiz.result.recorder import one, records
from kelompok_quiz.scoring.assessment import assess
from support import oracle
from support.mini import KEY, with_responses
from support.scoring_cases import load_profile

KEYS = [KEY, Key(load(shipped_profile())), with_responses(4)]
AGREES = [dict(zip(k.profile.order, k.profile.ideal, strict=True)) for k in KEYS]
"""Whether the ideal sheet agrees with an item, for each instrument."""
PROFILES: list[dict[str, Any]] = [
    load_profile(),
    yaml.safe_load(shipped_profile().read_text("utf-8")),
    load_profile(4),
]

Answers = dict[str, int | None]
Sheet = tuple[int, Answers, dict[str, Any]]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    which = draw(st.integers(0, len(KEYS) - 1))
    ids = [item.id for item in KEYS[which].profile.items]
    points = KEYS[which].points
    low = draw(st.integers(1, points))
    high = draw(st.integers(low, points))
    blank = draw(st.sampled_from([0.0, 0.05, 0.3]))
    rng = draw(st.randoms(use_true_random=False))
    answers = {item_id: None if rng.random() < blank else rng.randint(low, high) for item_id in ids}
    start, length = draw(st.integers(0, len(ids))), draw(st.sampled_from([0, 9, 10, 24, 25]))
    answers |= dict.fromkeys(
        KEYS[which].profile.order[start : start + length], draw(st.integers(low, high))
    )
    shown: dict[str, Any] = {}
    if draw(st.booleans()):
        shown["order"] = rng.sample(ids, len(ids))
    if draw(st.booleans()):
        shown["seconds"] = {item_id: rng.choice([0.5, 1.5, 2.0, 4.25]) for item_id in ids[::2]}
    return which, answers, shown


def assert_equal(found: Any, expected: Any, path: str = "") -> None:
    if isinstance(expected, dict):
        assert isinstance(found, dict), path
        for name, value in expected.items():
            assert_equal(found[name], value, f"{path}.{name}")
    elif isinstance(expected, list | tuple):
        assert len(found) == len(expected), (path, found, expected)
        for index, (one_, other) in enumerate(zip(found, expected, strict=True)):
            assert_equal(one_, other, f"{path}[{index}]")
    elif isinstance(expected, float) and found is not None:
        assert found == pytest.approx(expected, abs=1e-9), path
    else:
        assert found == expected, (path, found, expected)


def scored(key: Key, answers: Answers, **shown: Any) -> dict[str, Any]:
    record = msgspec.to_builtins(one(assess(key, batch_of_one(key.profile, answers, **shown))))
    assert isinstance(record, dict)
    return record


@given(sheets())
def test_every_value_of_the_record_is_the_oracles(
    sheet: Sheet,
) -> None:
    which, answers, shown = sheet
    record = scored(KEYS[which], answers, **shown)
    assert_equal(record, oracle.score(PROFILES[which], answers, **shown))


@given(sheets())
def test_contributions_add_up_to_the_fit(sheet: Sheet) -> None:
    which, answers, _ = sheet
    record = scored(KEYS[which], answers)
    parts = [scale["contribution"] for scale in record["scales"].values()]
    if record["fit"] is None:
        assert parts == [None] * len(parts)
    else:
        known = [part for part in parts if part is not None]
        assert sum(known) == pytest.approx(record["fit"], abs=1e-9)
        assert len(known) == len(parts) - sum(s["score"] is None for s in record["scales"].values())


@given(sheets(), st.randoms(use_true_random=False))
def test_neither_the_order_of_answers_nor_of_presentation_changes_a_score(
    sheet: Sheet, rng: Any
) -> None:
    which, answers, _ = sheet
    key = KEYS[which]
    ids = list(answers)
    shuffled = {item_id: answers[item_id] for item_id in rng.sample(ids, len(ids))}
    record = scored(key, answers)
    assert scored(key, shuffled) == record
    reordered = scored(key, answers, order=rng.sample(ids, len(ids)))
    ordered_indices = {"longstring", "alternating", "autocorrelation", "flags", "level"}
    for name in record["quality"].keys() - ordered_indices:
        assert reordered["quality"][name] == record["quality"][name]
    assert {**reordered, "quality": None} == {**record, "quality": None}


@given(st.integers(0, len(KEYS) - 1), st.integers(1, 12), st.randoms(use_true_random=False))
def test_nobodys_result_depends_on_who_else_is_in_the_batch(
    which: int, size: int, rng: Any
) -> None:
    key = KEYS[which]
    ids = [item.id for item in key.profile.items]
    people: list[Answers] = [
        {item_id: rng.choice([*range(1, key.points + 1)] * 3 + [None]) for item_id in ids}
        for _ in range(size)
    ]
    matrix = np.array([[person[i] or 0 for i in ids] for person in people], dtype=np.int8)
    batch = AnswerBatch(None, [1] * size, [None] * size, (), [()] * size, matrix)
    together = [msgspec.to_builtins(record) for record in records(assess(key, batch))]
    assert_equal(together, [scored(key, person) for person in people])


@given(sheets(), st.randoms(use_true_random=False))
def test_one_answer_in_the_favourable_direction_never_lowers_the_fit(
    sheet: Sheet, rng: Any
) -> None:
    which, answers, _ = sheet
    key = KEYS[which]
    scale = rng.choice(key.profile.fit_scales)
    item = rng.choice(scale.items)
    step = 1 if AGREES[which][item.id] else -1
    raw = answers[item.id]
    if raw is None or not 1 <= raw + step <= key.points:
        return
    before, after = scored(key, answers), scored(key, answers | {item.id: raw + step})
    assert (before["fit"] is None) == (after["fit"] is None)
    for other, entry in before["scales"].items():
        if other != scale.id:
            assert after["scales"][other]["score"] == entry["score"]
    if before["fit"] is not None and before["scales"][scale.id]["score"] is not None:
        weights = [s["weight"] for s in before["scales"].values() if s["score"] is not None]
        entry = before["scales"][scale.id]
        worth = entry["weight"] / sum(weights) * 100 / ((key.points - 1) * entry["answered"])
        assert after["fit"] - before["fit"] == pytest.approx(worth, abs=1e-9)
    elif before["fit"] is not None:
        assert after["fit"] == before["fit"]


@given(sheets())
def test_a_mirrored_sheet_has_mirrored_scores_and_the_same_regularity(sheet: Sheet) -> None:
    which, answers, shown = sheet
    key = KEYS[which]
    mirrored = {i: None if raw is None else key.points + 1 - raw for i, raw in answers.items()}
    one_way, other_way = scored(key, answers, **shown), scored(key, mirrored, **shown)
    for kind in ("scales", "beliefs", "contrasts"):
        for scale_id, entry in one_way[kind].items():
            other = other_way[kind][scale_id]
            assert_equal(other["se"], entry["se"])
            assert_equal(other["score"], None if entry["score"] is None else 100 - entry["score"])
    assert one_way["status"] == other_way["status"]
    if one_way["fit"] is not None:
        assert other_way["fit"] == pytest.approx(100 - one_way["fit"], abs=1e-9)
        assert_equal(other_way["fit_se"], one_way["fit_se"])
    quality, mirror = one_way["quality"], other_way["quality"]
    for name in ("longstring", "alternating", "sd", "autocorrelation", "consistency", "within_sd"):
        assert_equal(mirror[name], quality[name], name)
    if quality["balanced_mean"] is not None:
        middle = key.points + 1 - quality["balanced_mean"]
        assert mirror["balanced_mean"] == pytest.approx(middle, abs=1e-9)


def furthest(answers: Answers, direction: int) -> list[Fraction]:
    """The most that 0, 1, 2, … moves are worth together, over every way to spread them.

    Scale by scale: the best of k moves is the best over j on this scale and k − j on the others.
    """
    judged = [s for s in oracle.read_scales(PROFILES[0], answers) if s.id in FIT_SCALES]
    scored_scales = [scale for scale in judged if scale.score is not None]
    best = [Fraction(0)]
    for scale in scored_scales:
        total = sum(other.weight for other in scored_scales)
        worth = Fraction(scale.weight * 100, total * (scale.m - 1) * scale.n)
        rises = (direction > 0) == (scale.kind == "trait")
        room = int(sum(scale.m - k if rises else k - 1 for k in scale.keyed))
        best = [
            max(best[k - j] + j * worth for j in range(max(0, k - len(best) + 1), min(k, room) + 1))
            for k in range(len(best) + room)
        ]
    return best


FIT_SCALES = {scale.id for scale in KEYS[0].profile.fit_scales}


def moved(answers: Answers, direction: int, steps: int) -> Answers:
    """The sheet after so many one-step moves, each where it is worth most."""
    key, sheet = KEYS[0], dict(answers)
    record = scored(key, answers)["scales"]
    worths = {
        id_: e["weight"] / e["answered"]
        for id_, e in record.items()
        if e["contribution"] is not None
    }
    for scale in sorted(key.profile.fit_scales, key=lambda scale: -worths.get(scale.id, 0)):
        for item in scale.items if scale.id in worths else ():
            step = direction if AGREES[0][item.id] else -direction
            raw = sheet[item.id]
            while steps and raw is not None and 1 <= raw + step <= key.points:
                raw, steps = raw + step, steps - 1
            sheet[item.id] = raw
    assert steps == 0
    return sheet


@given(sheets())
def test_change_is_the_least_number_of_moves_and_enough_of_them(sheet: Sheet) -> None:
    _, answers, _ = sheet
    key = KEYS[0]
    answers = {item.id: answers.get(item.id, 4) for item in key.profile.items}
    record = scored(key, answers)
    if record["change"] is None:
        assert record["status"] == "undetermined"
        return
    ids = [verdict.id for verdict in key.profile.verdicts]
    band = ids.index(record["band"])
    fit = oracle.score(PROFILES[0], answers)["fit"]
    floors = [verdict.floor for verdict in key.profile.verdicts]
    for name, direction in (("up", 1), ("down", -1)):
        move = record["change"][name]
        if move is None:
            assert band == (len(ids) - 1 if direction > 0 else 0)
            continue
        assert move["verdict"] == ids[band + direction]
        bound = floors[band + 1] if direction > 0 else floors[band]
        after = [
            round(Fraction(fit) + direction * best, 9) for best in furthest(answers, direction)
        ]
        arrived = [value >= bound if direction > 0 else value < bound for value in after]
        assert move["steps"] == arrived.index(True)
        reached = ids.index(scored(key, moved(answers, direction, move["steps"]))["band"])
        short = ids.index(scored(key, moved(answers, direction, move["steps"] - 1))["band"])
        assert (reached - band) * direction >= 1
        assert (short - band) * direction <= 0


@given(sheets(), st.sampled_from([0, 2]))
def test_a_shown_fit_never_contradicts_its_band(sheet: Sheet, decimals: int) -> None:
    which, answers, _ = sheet
    profile = KEYS[which].profile
    record = scored(KEYS[which], answers)
    if record["fit"] is None:
        return
    shown = rounded(record["fit"], decimals, floors=profile.inner_bounds).item() / 10**decimals
    assert profile.verdicts[bisect_right(profile.inner_bounds, shown)].id == record["band"]
    assert abs(shown - record["fit"]) <= 1 / 10**decimals


@given(
    st.floats(0, 100),
    st.sampled_from([0, 2, 3]),
    st.lists(st.integers(0, 100), max_size=3),
    st.booleans(),
)
def test_rounding_stays_on_its_side_of_every_bound(
    value: float,
    decimals: int,
    bounds: list[int],
    ceiling: bool,  # noqa: FBT001 - drawn
) -> None:
    unit = 10**decimals
    value = round(value, 6 - decimals)
    side = {"ceilings": bounds} if ceiling else {"floors": bounds}
    shown = Fraction(rounded(value, decimals, **side).item(), unit)
    assert abs(shown - Fraction(value)) <= Fraction(1, unit)
    for bound in bounds:
        if ceiling:
            assert (shown <= bound) == (value <= bound)
        else:
            assert (shown >= bound) == (value >= bound)
