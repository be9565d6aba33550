from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.profile.document import read_document
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.lint import lint
from kelompok_quiz.profile.loading import Instrument, load, shipped_profile
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.order import (
    MOST_ALTERNATING,
    MOST_AUTOCORRELATION,
    MOST_CANDIDATES,
    MOST_IN_A_ROW,
    MOST_STEPS,
    Draw,
    alternating,
    autocorrelation,
    draw,
    draw_order,
    fewest_blocks,
    long_runs,
    neighbours,
)
from kelompok_quiz.profile_audit import audit
from kelompok_quiz.scoring import quality
from kelompok_quiz.scoring.assessment import assess

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "profile" / "valid"
SHIPPED = [shipped_profile(), ROOT / "data" / "contoh" / "pendamping_sosial.yaml"]
FULL = CASES / "beliefs_and_contrasts.yaml"
DRAWN_ALONE = """
import sys
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.order import draw_order
draw_order(load().profile, 1)
print(*sorted({"numpy", "random"} & set(sys.modules)))
"""


def marks(written: str) -> list[bool]:
    return [mark == "x" for mark in written]


@pytest.mark.parametrize(
    ("scales", "found"), [("", []), ("a", []), ("abab", []), ("aab", [1]), ("abbb", [2, 3])]
)
def test_a_neighbour_is_an_item_of_the_scale_before_it(scales: str, found: list[int]) -> None:
    assert list(neighbours(scales)) == found


@pytest.mark.parametrize(
    ("scales", "blocks"), [("abc", 1), ("abcabc", 2), ("abacbc", 3), ("aaa", 3), ("abcba", 2)]
)
def test_a_block_ends_where_a_scale_comes_again(scales: str, blocks: int) -> None:
    assert fewest_blocks(scales) == blocks


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("", []),
        ("xxx...", []),
        ("xxxx", [(0, 4)]),
        ("x.....xxxx", [(1, 5), (6, 4)]),
    ],
)
def test_four_of_one_mark_are_a_long_run(written: str, runs: list[tuple[int, int]]) -> None:
    assert list(long_runs(marks(written))) == runs


@pytest.mark.parametrize(
    ("written", "length"),
    [("", 0), ("x", 0), ("xxxx", 0), ("xx..", 0), ("x.x", 3), ("x.xx.x.", 4), ("..x.xx", 4)],
)
def test_alternation_is_counted_in_marks_from_three_on(written: str, length: int) -> None:
    assert alternating(marks(written)) == length


def test_what_repeats_every_four_places_correlates_fully_with_itself() -> None:
    assert autocorrelation(marks("xx.." * 8)) == pytest.approx(1)


@pytest.mark.parametrize("written", ["x." * 10, "x" * 40, ""])
def test_without_pairs_or_without_two_marks_nothing_correlates(written: str) -> None:
    assert autocorrelation(marks(written)) is None


def test_from_twenty_pairs_on_a_lag_counts() -> None:
    assert autocorrelation(marks("x." * 10 + "x")) == pytest.approx(-1)
    assert autocorrelation(marks("x." * 11)) == pytest.approx(1)


def test_a_lag_with_one_mark_on_a_side_is_passed_over() -> None:
    # one place on, the later marks are all alike; two places on they are too
    assert autocorrelation(marks("x" + "." * 21)) is None
    assert autocorrelation(marks("x" + "." * 20 + "x")) == pytest.approx(-1 / 20, abs=0.01)


@pytest.mark.parametrize(("low", "high"), [(1, 5), (2, 4), (1, 2)])
def test_marks_are_measured_as_two_answers_are(low: int, high: int) -> None:
    key = Key(load())
    agreed = np.random.default_rng(1).random((200, len(key.profile.items))) < 0.5
    people = np.where(agreed, high, low).astype(np.int8)
    measured = assess(key, batch_of_matrix(people)).quality
    assert measured.alternating.tolist() == [alternating(row) for row in agreed.tolist()]
    found = [autocorrelation(row) for row in agreed.tolist()]
    assert measured.autocorrelation.tolist() == pytest.approx(found)


def test_bounds_are_those_of_the_audit_and_of_the_quality_indices() -> None:
    assert MOST_ALTERNATING < quality.ALTERNATING
    assert MOST_AUTOCORRELATION < quality.REPEATING
    assert MOST_IN_A_ROW < quality.LONG_STRING


# A personal order


def reordered(profile: Profile, order: tuple[str, ...]) -> Profile:
    return msgspec.structs.replace(profile, order=order)


def drawn(profile: Profile, seed: int) -> Draw:
    return draw(profile, random.Random(seed).random)  # noqa: S311 - no secret


def edited(path: Path, tmp_path: Path, *edits: tuple[str, str]) -> Profile:
    text = path.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    copy = tmp_path / "profil.yaml"
    copy.write_text(text, "utf-8")
    return load(copy).profile


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "seeds",
    [range(30), pytest.param(range(30, 300), marks=pytest.mark.lama)],
    ids=["first", "all"],
)
def test_every_personal_order_of_a_shipped_profile_keeps_every_rule(
    path: Path, seeds: range
) -> None:
    profile = load(path).profile
    blocks = max(len(scale.items) for scale in profile.scales)
    for seed in seeds:
        own = reordered(profile, draw_order(profile, seed))
        scales = [scale.id for scale in own.presented_scales]
        assert sorted(own.order) == sorted(profile.order)
        assert fewest_blocks(scales) == blocks
        assert list(neighbours(scales)) == []
        assert list(long_runs([item.reverse for item in own.items])) == []
        assert list(long_runs(own.ideal)) == []
        assert alternating(own.ideal) <= MOST_ALTERNATING
        assert (autocorrelation(own.ideal) or 0) < MOST_AUTOCORRELATION


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.lama
def test_a_profile_in_a_personal_order_passes_every_check(path: Path) -> None:
    profile = load(path).profile
    for seed in range(5):
        document = read_document(path.read_bytes(), path.name)
        own = reordered(profile, draw_order(profile, seed))
        lint(own, document)
        audit(Instrument(own, ""), document)
        assert document.problems == []


def test_the_same_seed_gives_the_same_order_on_every_python() -> None:
    profile = load(FULL).profile
    assert [" ".join(draw_order(profile, seed)) for seed in (0, 1, 2026)] == [
        "te2 pb2 ta1 tu2 ta2 te1 tu1 pb1",
        "pb1 tu2 ta2 te2 ta1 te1 tu1 pb2",
        "ta1 tu2 pb2 te2 tu1 pb1 ta2 te1",
    ]


@pytest.mark.lama
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_another_seed_gives_another_order(path: Path) -> None:
    profile = load(path).profile
    orders = {draw_order(profile, seed) for seed in range(100)}
    assert len(orders) == 100
    assert profile.order not in orders


@pytest.mark.lama
def test_every_item_comes_early_for_some_and_late_for_others() -> None:
    profile = load(shipped_profile()).profile
    orders = [draw_order(profile, seed) for seed in range(200)]
    places = {item: [order.index(item) for order in orders] for item in profile.order}
    means = [sum(place) / len(place) for place in places.values()]
    # uniform places 0..49 have mean 24.5 and SD 14.4, so means of 200 an SD of 1.02
    assert min(means) > 24.5 - 5
    assert max(means) < 24.5 + 5


def test_the_order_of_the_file_does_not_matter() -> None:
    profile = load(FULL).profile
    assert draw_order(reordered(profile, profile.order[::-1]), 7) == draw_order(profile, 7)


def test_a_rule_that_cannot_be_kept_costs_no_other(tmp_path: Path) -> None:
    keyed_one_way = edited(CASES / "twenty_eight_items.yaml", tmp_path, (", reverse: true", ""))
    found = drawn(keyed_one_way, 1)
    # 28 items of one key are 25 runs of four; every other rule can still be kept
    assert found.broken == (0, 25, 0, 0, 0)


def test_the_least_important_rule_is_broken_first(tmp_path: Path) -> None:
    # Two scales that the ideal person answers on opposite sides: without neighbours it alternates.
    third = "\n      - {{id: {0}, text: {0} satu.}}\n      - {{id: {0}b, text: {0} dua.}}"
    two_sided = edited(
        CASES / "minimal.yaml",
        tmp_path,
        (", reverse: true", ""),
        ("\nanti_traits", third.format("te3") + "\nanti_traits"),
        ("\nverdicts", third.format("ta3") + "\nverdicts"),
        ("ta2]", "ta2, te3, ta3, te3b, ta3b]"),
    )
    found = drawn(two_sided, 1)
    neighboured, one_key, one_side, alternated, repeated = found.broken
    assert (neighboured, one_key, one_side, repeated) == (0, 5, 0, 0)
    assert alternated == 2


def test_looking_for_an_order_ends(tmp_path: Path) -> None:
    keyed_one_way = edited(shipped_profile(), tmp_path, ("        reverse: true\n", ""))
    found = drawn(keyed_one_way, 1)
    assert any(found.broken)
    assert MOST_STEPS <= found.steps <= MOST_STEPS + MOST_CANDIDATES * len(found.order)


@pytest.mark.lama
def test_a_shipped_profile_needs_a_fraction_of_the_steps() -> None:
    profile = load(shipped_profile()).profile
    steps = [drawn(profile, seed).steps for seed in range(100)]
    assert sum(steps) / len(steps) < MOST_STEPS / 6


def test_the_kernel_is_not_loaded_for_an_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DRAWN_ALONE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["random"]
