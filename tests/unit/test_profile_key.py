from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import examine, load

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"


@pytest.fixture(scope="module")
def key() -> Key:
    """Presented: te1 ta2 tu1 pb2 tu2 te2 pb1 ta1; reverse are ta2, pb2, tu2 and te2."""
    return Key(load(CASES / "beliefs_and_contrasts.yaml"))


def test_columns_are_items_in_presented_order(key: Key) -> None:
    assert [columns.tolist() for columns in key.columns] == [[0, 5], [1, 7], [2, 4], [3, 6]]
    assert key.reverse.tolist() == [False, True, False, True, True, True, False, False]


def test_lengths_are_counted_per_scale(key: Key) -> None:
    assert key.lengths.tolist() == [2, 2, 2, 2]
    assert key.reverse_lengths.tolist() == [1, 1, 1, 1]


def test_the_fit_is_made_of_traits_and_anti_traits(key: Key) -> None:
    assert (key.trait_count, key.fit_count) == (1, 2)


def test_floors_and_points_are_those_of_the_profile(key: Key) -> None:
    assert key.profile is key.instrument.profile
    assert key.floors.tolist() == [0, 50]
    assert key.points == 5


def test_the_verdict_of_all_anti_traits_is_found_by_its_id(tmp_path: Path) -> None:
    text = (CASES / "minimal.yaml").read_text("utf-8")
    path = tmp_path / "profil.yaml"
    for verdict, index in (("jauh", 0), ("dekat", 1)):
        path.write_text(text.replace("_verdict: jauh", f"_verdict: {verdict}"), "utf-8")
        assert Key(load(path)).all_anti_traits_verdict == index


def test_weights_are_those_of_the_fit_scales_in_order() -> None:
    key = Key(load(CASES / "twenty_eight_items.yaml"))
    assert key.weights.tolist() == [1, 2, 1, 1, 1]
    assert key.weights.dtype == np.float64


def test_a_weight_beyond_all_numbers_is_refused(tmp_path: Path) -> None:
    text = (CASES / "weight_with_reason.yaml").read_text("utf-8")
    path = tmp_path / "profil.yaml"
    path.write_text(text.replace("weight: 2", f"weight: 1{'0' * 400}"), "utf-8")
    instrument = examine(path).instrument
    assert instrument is None or np.isfinite(Key(instrument).weights).all()
