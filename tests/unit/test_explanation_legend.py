"""The legend of a table: complete, in the words of the profile, in short sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kelompok_quiz.explanation.legend import column_words, legend
from kelompok_quiz.profile.loading import Instrument, load, shipped_profile
from kelompok_quiz.profile.model import OUTPUT_COLUMNS
from kelompok_quiz.result.batch import CAUTION_LEVELS, FLAGS, QUALITY_LEVELS
from kelompok_quiz.words import tables as words
from support.mini import MINI, MINI_FILE

ROOT = Path(__file__).parents[2]
PROFILES = [shipped_profile(), *sorted((ROOT / "data" / "contoh").glob("*.yaml")), MINI_FILE]
LONGEST_SENTENCE = 20


def rows(instrument: Instrument, title: str) -> list[tuple[str, str, str]]:
    (found,) = [table for table in legend(instrument) if table.title == words.TITLES[title]]
    return list(found.rows)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_column_is_explained_in_the_order_of_the_table(path: Path) -> None:
    instrument = load(path)
    profile = instrument.profile
    before, after = OUTPUT_COLUMNS[:8], OUTPUT_COLUMNS[8:]
    ids = [*before, *(scale.id for scale in profile.scales), *after]
    assert [id_ for _, id_, _ in rows(instrument, "columns")] == ["", *ids]
    assert list(column_words(profile)) == ids


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_nothing_is_left_blank_or_unfilled(path: Path) -> None:
    for table in legend(load(path)):
        for word, _, meaning in table.rows:
            assert word.strip()
            assert meaning.strip()
            assert not set("{}") & set(word + meaning)


def test_every_id_of_a_cell_has_a_word_of_its_own() -> None:
    assert tuple(words.FLAGS) == FLAGS
    assert tuple(words.QUALITY) == QUALITY_LEVELS
    assert tuple(words.CAUTIONS) == CAUTION_LEVELS[1:]
    assert list(words.STATUS) == ["scored", "undetermined", "rejected"]
    for table in (words.FLAGS, words.QUALITY, words.CAUTIONS, words.STATUS):
        assert len({described.word for described in table.values()}) == len(table)


def test_a_verdict_is_explained_by_its_bounds_and_its_text() -> None:
    instrument = MINI
    verdicts = instrument.profile.verdicts
    found = rows(instrument, "verdicts")
    assert [(word, id_) for word, id_, _ in found] == [
        *((verdict.label, verdict.id) for verdict in verdicts),
        ("Belum bisa ditentukan", ""),
        ("Tidak bisa dinilai", ""),
    ]
    assert found[0][2].startswith("Kecocokan 0 sampai di bawah 40. ")
    assert found[3][2].startswith("Kecocokan 70 sampai 100. ")
    assert all(v.text in meaning for v, (_, _, meaning) in zip(verdicts, found, strict=False))


def test_a_scale_says_which_end_speaks_for_the_job() -> None:
    instrument = load(shipped_profile())
    meanings = {id_: meaning for _, id_, meaning in rows(instrument, "columns")}
    assert meanings["komunikasi"].startswith("Pendukung")
    assert meanings["sulit_menyimak"].startswith("Penghambat")
    assert "Katanya: " in meanings["solusi_sepihak"]
    assert "rendah ke Pendamping sosial" in meanings["pendamping_sosial"]


def test_instrument_version_fingerprint_and_scoring_are_stated() -> None:
    instrument = load(shipped_profile())
    about = " ".join(meaning for _, _, meaning in rows(instrument, "about"))
    for stated in (
        *(instrument.profile.title, instrument.profile.version, instrument.sha256),
        "penilaian versi 2",
    ):
        assert stated in about


def test_our_own_sentences_are_short() -> None:
    tables = (words.COLUMNS, words.STATUS, words.QUALITY, words.FLAGS, words.CAUTIONS)
    meanings = [described.meaning for table in tables for described in table.values()]
    sentences = [
        s for text in [*meanings, *words.SCALES.values()] for s in re.split(r"[.:;] ", text)
    ]
    assert [s for s in sentences if len(s.split()) > LONGEST_SENTENCE] == []
