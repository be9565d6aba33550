from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
import yaml
from msgspec import to_builtins

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.problems import OutputUnwritable, UsageError
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.order import draw_order
from kelompok_quiz.reading.sources import open_answers
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.sessions.answers_file import check_answers_path, save_answers
from kelompok_quiz.sitting import Sitting
from support.mini import MINI

INSTRUMENT = load()
PROFILE = INSTRUMENT.profile
KEY = Key(INSTRUMENT)
SUFFIXES = [".json", ".yaml", ".yml"]
SHUFFLED = draw_order(PROFILE, 4)
ANSWERS = {item: (n * 7 % 6) or None for n, item in enumerate(SHUFFLED)}
SECONDS = {item: 1.0 + n * 0.217 for n, item in enumerate(SHUFFLED)}
SITTINGS = {
    "shuffled": Sitting(SHUFFLED, ANSWERS, SECONDS, len(SHUFFLED), 4),
    "in order": Sitting(PROFILE.order, dict.fromkeys(PROFILE.order, 4), SECONDS, 50),
    "nothing": Sitting(PROFILE.order, dict.fromkeys(PROFILE.order), SECONDS, 50),
}


def read(path: Path) -> AnswerBatch:
    with open_answers(path, PROFILE) as source:
        (batch,) = source.batches()
    return batch


def record(batch: AnswerBatch) -> dict[str, object]:
    """The record as written, but for where the answers came from: a file numbers its people."""
    written: dict[str, object] = to_builtins(one(assess(KEY, batch)))
    return written | {"source": None, "respondent": None}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("sitting", SITTINGS.values(), ids=list(SITTINGS))
class TestRoundTrip:
    def saved(self, folder: Path, suffix: str, sitting: Sitting) -> AnswerBatch:
        save_answers(folder / f"jawaban{suffix}", INSTRUMENT, sitting)
        return read(folder / f"jawaban{suffix}")

    def asked(self, sitting: Sitting) -> AnswerBatch:
        return batch_of_one(
            PROFILE, sitting.answers, order=sitting.order, seconds=sitting.answer_seconds
        )

    def test_it_is_read_as_the_answers_that_were_given(
        self, tmp_path: Path, suffix: str, sitting: Sitting
    ) -> None:
        saved, asked = self.saved(tmp_path, suffix, sitting), self.asked(sitting)
        assert saved.matrix.tolist() == asked.matrix.tolist()
        assert saved.order is not None
        assert asked.order is not None
        assert saved.order.tolist() == asked.order.tolist()
        assert saved.seconds is not None
        assert asked.seconds is not None
        np.testing.assert_array_equal(saved.seconds, asked.seconds)
        given = {item: sitting.answers[item] for item in PROFILE.order}
        assert saved.answers_of(PROFILE, 0) == given

    def test_it_scores_to_the_same_record(
        self, tmp_path: Path, suffix: str, sitting: Sitting
    ) -> None:
        assert record(self.saved(tmp_path, suffix, sitting)) == record(self.asked(sitting))


def test_the_file_has_the_documented_keys_in_their_order(tmp_path: Path) -> None:
    halfway = Sitting(("b", "a", "c"), {"b": 4, "a": None}, {"b": 1.25, "a": 9.0}, 2, 7)
    save_answers(tmp_path / "a.json", MINI, halfway)
    save_answers(tmp_path / "a.YAML", MINI, halfway)
    as_json = json.loads((tmp_path / "a.json").read_text("utf-8"))
    as_yaml = yaml.safe_load((tmp_path / "a.YAML").read_text("utf-8"))
    for parsed in (as_json, as_yaml):
        assert list(parsed.items()) == [
            ("profile", MINI.stamp),
            ("respondent", None),
            ("answers", {"b": 4, "a": None, "c": None}),
            ("order", ["b", "a", "c"]),
            ("seconds", {"b": 1.25}),
            ("seed", 7),
        ]
        assert list(parsed["answers"]) == ["b", "a", "c"]


def test_the_stamp_in_the_file_names_the_instrument() -> None:
    assert MINI.stamp.keys() == {"id", "version", "sha256"}


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_answers_are_readable_by_their_owner_alone(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    save_answers(path, INSTRUMENT, SITTINGS["nothing"])
    assert path.stat().st_mode & 0o777 == 0o600


def test_answers_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    with pytest.raises(OutputUnwritable):
        save_answers(tmp_path / "tiada" / "a.json", INSTRUMENT, SITTINGS["nothing"])


class TestPath:
    @pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.yml", "a.JSON", "a.b.Yaml"])
    def test_json_and_yaml_are_files_to_save_in(self, tmp_path: Path, name: str) -> None:
        check_answers_path(tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["a", "a.txt", "a.csv", ".json", "json", "a.json.bak"])
    def test_another_suffix_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(UsageError) as caught:
            check_answers_path(tmp_path / name)
        assert caught.value.problems[0].code == "answers_file_suffix"

    def test_a_file_that_is_there_is_refused_and_stays(self, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        path.write_text("jawaban orang lain")
        with pytest.raises(UsageError) as caught:
            check_answers_path(path)
        assert caught.value.problems[0].code == "answers_file_exists"
        assert path.read_text() == "jawaban orang lain"

    def test_a_folder_of_this_name_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").mkdir()
        with pytest.raises(OutputUnwritable):
            check_answers_path(tmp_path / "a.json")

    def test_a_folder_that_is_not_there_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(OutputUnwritable):
            check_answers_path(tmp_path / "tiada" / "a.json")
