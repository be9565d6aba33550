from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.interview import pages
from kelompok_quiz.problems import (
    WORDINGS,
    InputMissing,
    OutputUnwritable,
    Place,
    Problem,
    SessionBusy,
    unwritable,
)
from kelompok_quiz.sessions.store import (
    DAYS_ASIDE,
    Session,
    SessionStore,
    decode,
    encode,
    opened,
    own_folder,
    utc_now,
)
from kelompok_quiz.sitting import Sitting
from support.mini import MINI, MINI_FILE, ORDER

MOMENT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
SITTING = Sitting(
    order=ORDER[::-1],
    answers={ORDER[-1]: 4, ORDER[-2]: None},
    seconds={ORDER[-1]: 1.5, ORDER[-2]: 20.25},
    position=2,
    seed=11,
)
PLACE = Place("sesi.json")
POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")


def now() -> datetime:
    return MOMENT


def valid() -> dict[str, Any]:
    """A session file as parsed."""
    parsed: dict[str, Any] = json.loads(encode(MINI, Session(SITTING, MOMENT)))
    return parsed


def read(text: str | bytes) -> Session | Problem:
    return decode(text if isinstance(text, bytes) else text.encode(), MINI, PLACE)


class TestFile:
    def test_a_session_is_read_as_it_was_written(self) -> None:
        assert read(encode(MINI, Session(SITTING, MOMENT))) == Session(SITTING, MOMENT)

    def test_a_sitting_in_the_profiles_own_order_has_no_seed(self) -> None:
        plain = Session(Sitting(ORDER, {ORDER[0]: 1}, {ORDER[0]: 2.0}, 1), MOMENT)
        assert read(encode(MINI, plain)) == plain

    def test_its_keys_are_the_contract_with_later_versions(self) -> None:
        assert list(valid().items()) == [
            ("session", 1),
            ("profile", MINI.stamp),
            ("answers", {ORDER[-1]: 4, ORDER[-2]: None}),
            ("order", list(ORDER[::-1])),
            ("seconds", {ORDER[-1]: 1.5, ORDER[-2]: 20.25}),
            ("seed", 11),
            ("position", 2),
            ("saved_at", "2026-03-01T08:30:00Z"),
        ]

    def test_times_are_kept_to_the_millisecond(self) -> None:
        sitting = replace(SITTING, seconds={ORDER[0]: 1.23456})
        found = read(encode(MINI, Session(sitting, MOMENT)))
        assert isinstance(found, Session)
        assert found.sitting.seconds == {ORDER[0]: 1.235}

    @pytest.mark.parametrize("key", list(valid())[1:])
    def test_a_key_that_is_missing_is_a_corruption(self, key: str) -> None:
        file = valid()
        del file[key]
        assert read(json.dumps(file)) == Problem("session_corrupt", PLACE)

    @pytest.mark.parametrize(
        "changes",
        [
            {"session": 2},
            {"session": "1"},
            {"extra": 1},
            {"profile": None},
            {"profile": {}},
            {"profile": {"id": "pemandu", "version": "1.0.0"}},
            {"profile": MINI.stamp | {"version": 1}},
            {"answers": []},
            {"answers": {ORDER[0]: 0}},
            {"answers": {ORDER[0]: 6}},
            {"answers": {ORDER[0]: -1}},
            {"answers": {ORDER[0]: 2.5}},
            {"answers": {ORDER[0]: "3"}},
            {"answers": {ORDER[0]: True}},
            {"answers": {"lain": 3}},
            {"seconds": {"lain": 3.0}},
            {"seconds": {ORDER[0]: -0.1}},
            {"seconds": {ORDER[0]: None}},
            {"order": []},
            {"order": None},
            {"order": list(ORDER[1:])},
            {"order": [*ORDER, ORDER[0]]},
            {"order": [*ORDER[1:], ORDER[1]]},
            {"order": [*ORDER[1:], "lain"]},
            {"seed": "x"},
            {"position": -1},
            {"position": len(ORDER) + 1},
            {"position": None},
            {"saved_at": "2026-03-01T08:30:00"},
            {"saved_at": "kemarin"},
            {"saved_at": 1772353800},
            {"saved_at": "0001-01-01T00:00:00Z"},
            {"saved_at": "9999-12-31T23:59:59Z"},
        ],
        ids=str,
    )
    def test_what_does_not_fit_is_a_corruption(self, changes: dict[str, object]) -> None:
        assert read(json.dumps(valid() | changes)) == Problem("session_corrupt", PLACE)

    @pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity"])
    def test_a_time_that_is_no_number_is_a_corruption(self, number: str) -> None:
        text = json.dumps(valid()).replace("20.25", number)
        assert read(text) == Problem("session_corrupt", PLACE)

    @pytest.mark.parametrize(
        "text",
        [b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b"{}", b"\x00", b" ", b'{"profile": {}}'],
    )
    def test_what_does_not_begin_as_a_session_is_none(self, text: bytes) -> None:
        assert read(text) == Problem("session_foreign", PLACE)

    def test_a_session_that_another_program_indented_is_one(self) -> None:
        assert read("\n" + json.dumps(valid(), indent=2)) == Session(SITTING, MOMENT)

    @pytest.mark.parametrize("part", [b"pemandu", b"2026"])
    def test_a_byte_of_no_encoding_anywhere_is_a_corruption(self, part: bytes) -> None:
        text = encode(MINI, Session(SITTING, MOMENT)).encode()
        damaged = text.replace(part, b"\x80" + part[1:], 1)
        assert damaged != text
        assert read(damaged) == Problem("session_corrupt", PLACE)

    def test_a_file_that_was_cut_anywhere_is_a_corruption(self) -> None:
        text = encode(MINI, Session(SITTING, MOMENT)).rstrip().encode()
        start = len(b'{"session":')
        for length in range(start, len(text)):
            assert read(text[:length]) == Problem("session_corrupt", PLACE)
        for length in range(start):
            assert read(text[:length]) == Problem("session_foreign", PLACE)

    @pytest.mark.parametrize("change", [{"sha256": "0" * 64}, {"version": "9.9.9"}, {"id": "lain"}])
    def test_a_session_of_another_profile_says_so(self, change: dict[str, str]) -> None:
        found = read(json.dumps(valid() | {"profile": MINI.stamp | change}))
        assert isinstance(found, Problem)
        assert (found.code, found.place) == ("session_of_other_profile", PLACE)
        stamp = MINI.stamp | change
        assert f"({stamp['id']} {stamp['version']})" in found.message

    def test_a_session_of_another_profile_may_have_other_items(self) -> None:
        other = {"profile": MINI.stamp | {"version": "2.0.0"}, "order": ["x"], "answers": {"x": 9}}
        found = read(json.dumps(valid() | other))
        assert isinstance(found, Problem)
        assert found.code == "session_of_other_profile"

    @pytest.mark.parametrize("shift", [-12, 0, 7, 14])
    def test_the_time_of_a_session_can_be_said_in_every_time_zone(self, shift: int) -> None:
        zone = timezone(timedelta(hours=shift))
        found = read(encode(MINI, Session(SITTING, MOMENT.astimezone(zone))))
        assert isinstance(found, Session)
        assert found.saved_at == MOMENT
        assert pages.when(found.saved_at, MOMENT)


def store(path: Path, clock: Callable[[], datetime] = now) -> SessionStore:
    return SessionStore(path, MINI, clock)


class TestStore:
    def test_where_there_is_nothing_nothing_is_found(self, tmp_path: Path) -> None:
        empty = store(tmp_path / "sesi.json")
        assert empty.load() is None
        assert empty.kept is None

    def test_an_empty_file_is_no_session_yet(self, tmp_path: Path) -> None:
        (tmp_path / "sesi.json").touch()
        assert store(tmp_path / "sesi.json").load() is None

    def test_what_was_saved_is_found_again(self, tmp_path: Path) -> None:
        assert store(tmp_path / "sesi.json").save(SITTING)
        again = store(tmp_path / "sesi.json")
        assert again.load() == Session(SITTING, MOMENT)
        assert again.kept

    def test_a_session_that_cannot_be_gone_on_with_is_a_problem_at_its_file(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "sesi.json"
        path.write_bytes(b'{"session": 1')
        broken = store(path)
        assert broken.load() == Problem("session_corrupt", Place(str(path)))
        assert not broken.kept

    @POSIX
    @pytest.mark.parametrize("before", [None, 0o644])
    def test_a_session_is_readable_by_its_owner_alone(
        self, tmp_path: Path, before: int | None
    ) -> None:
        path = tmp_path / "sesi.json"
        if before is not None:
            path.touch(before)
        store(path).save(SITTING)
        assert path.stat().st_mode & 0o777 == 0o600

    def test_saving_that_fails_is_known_and_can_work_again(self, tmp_path: Path) -> None:
        folder = tmp_path / "folder"
        kept = store(folder / "sesi.json")
        assert not kept.save(SITTING)
        assert kept.kept is False
        folder.mkdir()
        assert kept.save(SITTING)
        assert kept.kept is True

    def test_a_folder_in_its_place_is_a_missing_input(self, tmp_path: Path) -> None:
        with pytest.raises(InputMissing):
            store(tmp_path).load()

    def test_a_session_put_aside_keeps_its_content_under_a_name_with_the_time(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "sesi.json"
        path.write_bytes(b"apa saja")
        aside = store(path).put_aside()
        stamp = MOMENT.astimezone().strftime("%Y%m%d-%H%M%S")
        assert aside == tmp_path / f"sesi.sisihan-{stamp}.json"
        assert aside.read_bytes() == b"apa saja"
        assert not path.exists()

    def test_after_it_was_put_aside_there_is_nothing_to_keep(self, tmp_path: Path) -> None:
        old = store(tmp_path / "sesi.json")
        old.save(SITTING)
        old.put_aside()
        assert old.kept is None
        assert old.load() is None

    def test_a_session_put_aside_can_be_gone_on_with(self, tmp_path: Path) -> None:
        old = store(tmp_path / "sesi.json")
        old.save(SITTING)
        assert store(old.put_aside()).load() == Session(SITTING, MOMENT)

    def test_two_put_aside_in_one_second_are_both_kept(self, tmp_path: Path) -> None:
        path, names = tmp_path / "sesi.json", []
        for content in ("satu", "dua", "tiga"):
            path.write_text(content, encoding="utf-8")
            names.append(store(path).put_aside())
        assert [name.read_text("utf-8") for name in names] == ["satu", "dua", "tiga"]

    def test_what_cannot_be_put_aside_stays(self, tmp_path: Path) -> None:
        with pytest.raises(OutputUnwritable):
            store(tmp_path / "sesi.json").put_aside()

    def test_a_superseded_session_is_put_aside_once_and_only_when_room_is_made(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "sesi.json"
        path.write_bytes(b"orang lain")
        new = store(path)
        new.superseded = True
        assert path.read_bytes() == b"orang lain"
        new.make_room()
        assert new.aside is not None
        assert new.aside.read_bytes() == b"orang lain"
        new.save(SITTING)
        new.make_room()
        assert path.exists()

    def test_saving_makes_room_and_never_overwrites_a_superseded_session(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "sesi.json"
        path.write_bytes(b"orang lain")
        new = store(path)
        new.superseded = True
        assert new.save(SITTING)
        assert new.aside is not None
        assert new.aside.read_bytes() == b"orang lain"

    def test_where_no_room_can_be_made_nothing_is_saved(self, tmp_path: Path) -> None:
        new = store(tmp_path / "sesi.json")
        new.superseded = True  # and gone meanwhile
        assert not new.save(SITTING)
        assert new.kept is False

    def test_whether_it_can_be_saved_is_tried_without_a_trace(self, tmp_path: Path) -> None:
        assert store(tmp_path / "sesi.json").writable
        assert not store(tmp_path / "tiada" / "sesi.json").writable
        assert list(tmp_path.iterdir()) == []

    def test_a_finished_session_is_removed(self, tmp_path: Path) -> None:
        done = store(tmp_path / "sesi.json")
        done.save(SITTING)
        done.discard()
        done.discard()
        assert list(tmp_path.iterdir()) == []
        assert done.kept is None

    def test_a_session_that_cannot_be_removed_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(OutputUnwritable):
            store(tmp_path).discard()

    def test_the_time_has_a_zone(self) -> None:
        assert utc_now().utcoffset() == timedelta(0)


HOLDER = """
import sys
from pathlib import Path
from kelompok_quiz.profile.loading import load
from kelompok_quiz.sessions.store import opened
with opened(Path(sys.argv[1]), load(Path(sys.argv[2]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the session until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), str(MINI_FILE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


class TestHolding:
    def test_a_session_held_by_another_run_is_busy(self, tmp_path: Path) -> None:
        path = tmp_path / "sesi.json"
        with held_elsewhere(path), pytest.raises(SessionBusy) as caught, opened(path, MINI):
            pytest.fail("two runs hold one session")
        assert caught.value.problems == (Problem("session_busy", Place(str(path))),)
        assert {"session_busy", "session_corrupt", "session_of_other_profile"} <= WORDINGS.keys()

    def test_another_session_is_not_held_with_it(self, tmp_path: Path) -> None:
        with held_elsewhere(tmp_path / "satu.json"), opened(tmp_path / "dua.json", MINI) as other:
            assert other.save(SITTING)

    def test_a_run_that_was_killed_holds_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "sesi.json"
        with held_elsewhere(path) as holder:
            holder.kill()
            holder.wait()
            assert (tmp_path / ".sesi.json.lock").exists()
            with opened(path, MINI, now) as taken:
                assert taken.save(SITTING)
        assert list(tmp_path.iterdir()) == [path]

    def test_nothing_is_left_beside_the_session(self, tmp_path: Path) -> None:
        with opened(tmp_path / "sesi.json", MINI) as kept:
            kept.save(SITTING)
        assert [path.name for path in tmp_path.iterdir()] == ["sesi.json"]

    def test_what_a_killed_run_left_unfinished_is_removed(self, tmp_path: Path) -> None:
        (tmp_path / ".sesi.json.k3_x9abc.tmp").touch()
        with opened(tmp_path / "sesi.json", MINI):
            pass
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_there_keeps_no_session_and_is_named(self, tmp_path: Path) -> None:
        folder = tmp_path / "tiada"
        with (
            pytest.raises(OutputUnwritable) as caught,
            opened(folder / "sesi.json", MINI),
        ):
            pytest.fail("nothing can be kept there")
        (problem,) = caught.value.problems
        assert f"“{folder}”" in problem.message
        assert str(problem.place) == str(folder / "sesi.json")

    def test_an_output_that_fails_while_a_session_is_held_is_not_the_sessions_fault(
        self, tmp_path: Path
    ) -> None:
        failure = unwritable(tmp_path / "hasil.json")
        with pytest.raises(OutputUnwritable) as caught, opened(tmp_path / "sesi.json", MINI):
            raise failure
        assert caught.value is failure


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the system keeps what applications remember."""
    monkeypatch.setattr("platformdirs.user_state_path", lambda app, **_: tmp_path / app)
    return tmp_path / "kuis-karier"


def aged(path: Path, days: float) -> Path:
    path.write_text("isi")
    moment = time.time() - days * 86_400
    os.utime(path, (moment, moment))
    return path


class TestOwnFolder:
    @POSIX
    def test_it_is_private(self, state: Path) -> None:
        with own_folder() as folder:
            assert folder == state
            assert folder.stat().st_mode & 0o777 == 0o700

    def test_it_goes_when_nothing_is_left_in_it(self, state: Path) -> None:
        with own_folder():
            assert state.is_dir()
        assert not state.exists()

    def test_it_stays_while_a_session_is_kept_in_it(self, state: Path) -> None:
        with own_folder() as folder:
            (folder / "konsultan.json").touch()
        assert (state / "konsultan.json").exists()

    def test_a_session_put_aside_long_ago_is_forgotten(self, state: Path) -> None:
        state.mkdir()
        old = aged(state / "konsultan.sisihan-20250101-080000.json", DAYS_ASIDE + 1)
        with own_folder():
            assert not old.exists()

    def test_a_session_put_aside_lately_stays(self, state: Path) -> None:
        state.mkdir()
        recent = aged(state / "konsultan.sisihan-20250101-080000.json", DAYS_ASIDE - 1)
        with own_folder():
            assert recent.exists()

    def test_an_old_session_is_kept_as_long_from_the_day_it_was_put_aside(
        self, state: Path
    ) -> None:
        state.mkdir()
        old = aged(state / "konsultan.json", DAYS_ASIDE + 1)
        aside = store(old).put_aside()
        with own_folder():
            assert aside.exists()

    def test_a_session_that_was_not_put_aside_stays_however_old(self, state: Path) -> None:
        state.mkdir()
        old = aged(state / "konsultan.json", 400)
        with own_folder():
            assert old.exists()

    def test_a_folder_that_cannot_be_made_says_so(self, state: Path) -> None:
        state.write_text("berkas")
        with pytest.raises(OutputUnwritable), own_folder():
            pytest.fail("there is no such folder")
