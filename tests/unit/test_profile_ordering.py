from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kelompok_quiz.audit import audit
from kelompok_quiz.profile import (
    Instrument,
    Profile,
    draw_order,
    lint,
    load,
    read_document,
    shipped_profile,
)
from kelompok_quiz.profile.order_rules import (
    MOST_ALTERNATING,
    MOST_AUTOCORRELATION,
    alternating,
    autocorrelation,
    fewest_blocks,
    long_runs,
    neighbours,
)
from kelompok_quiz.profile.ordering import MOST_CANDIDATES, MOST_STEPS, Draw, draw

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "profile" / "valid"
SHIPPED = [shipped_profile(), ROOT / "data" / "contoh" / "pendamping_sosial.yaml"]
FULL = CASES / "beliefs_and_contrasts.yaml"
DRAWN_ALONE = """
import sys
from kelompok_quiz.profile import draw_order, load
draw_order(load().profile, 1)
print(*sorted({"numpy", "random"} & set(sys.modules)))
"""


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
def test_every_personal_order_of_a_shipped_profile_keeps_every_rule(path: Path) -> None:
    profile = load(path).profile
    blocks = max(len(scale.items) for scale in profile.scales)
    for seed in range(300):
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


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_another_seed_gives_another_order(path: Path) -> None:
    profile = load(path).profile
    orders = {draw_order(profile, seed) for seed in range(100)}
    assert len(orders) == 100
    assert profile.order not in orders


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
    # Two scales that the ideal sheet answers on opposite sides: without neighbours it alternates.
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


def test_a_shipped_profile_needs_a_fraction_of_the_steps() -> None:
    profile = load(shipped_profile()).profile
    steps = [drawn(profile, seed).steps for seed in range(100)]
    assert sum(steps) / len(steps) < MOST_STEPS / 6


def test_the_kernel_is_not_loaded_for_an_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DRAWN_ALONE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["random"]
