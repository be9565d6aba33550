from __future__ import annotations

import io
import os
import shlex
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kelompok_quiz.cli.mulai import SittingOptions
from kelompok_quiz.cli.options import SittingFormat
from kelompok_quiz.cli.resuming import (
    noting_how_to_go_on,
    saying_how_to_resume,
    saying_what_was_put_aside,
)
from kelompok_quiz.cli.sitting import (
    begin,
    held_session,
    new_sitting,
)
from kelompok_quiz.interview.interviewer import Left, TerminalLost
from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.quiz import Begun, Save
from kelompok_quiz.problems import InputUnreadable, OutputUnwritable, SessionBusy
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.order import draw_order
from kelompok_quiz.sessions.store import SessionStore, opened
from kelompok_quiz.signals import Interrupted
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.mini import MINI, ORDER

EARLIER = Sitting(ORDER, {ORDER[0]: 4}, {ORDER[0]: 2.0}, 1)
RESUME, NEW, LEAVE = 1, 2, 3

Screen = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Asker:
    """Makes these choices and records the pages asked."""

    def __init__(self, *choices: int) -> None:
        self.pages: list[Page] = []
        self._choices = list(choices)

    def choose(self, page: Page) -> int:
        self.pages.append(page)
        return self._choices.pop(0)

    def ask(
        self,
        profile: Profile,
        sitting: Sitting,
        *,
        kept: Sequence[str] = (),
        save: Save | None,
        begun: Begun | None = None,
    ) -> Sitting:
        raise NotImplementedError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sesi.json"


def store(path: Path, sitting: Sitting | None = None) -> SessionStore:
    """A session, kept already where a sitting is given."""
    kept = SessionStore(path, MINI, lambda: datetime(2026, 3, 1, 8, tzinfo=UTC))
    if sitting is not None:
        kept.save(sitting)
    return kept


class TestBeginning:
    def test_without_an_earlier_session_a_new_sitting_begins_unasked(self, path: Path) -> None:
        asker = Asker()
        assert begin(SittingOptions(), MINI, store(path), asker) == Sitting(ORDER)
        assert begin(SittingOptions(), MINI, None, asker) == Sitting(ORDER)
        assert asker.pages == []

    def test_a_session_that_was_found_is_gone_on_with_when_the_person_says_so(
        self, path: Path
    ) -> None:
        asker = Asker(RESUME)
        assert begin(SittingOptions(session=path), MINI, store(path, EARLIER), asker) == EARLIER
        assert asker.pages[0].title == words.FOUND_TITLE

    def test_a_session_of_another_person_is_put_aside_and_its_name_said(
        self, path: Path, capsys: Screen
    ) -> None:
        options, kept = SittingOptions(session=path), store(path, EARLIER)
        assert begin(options, MINI, kept, Asker(NEW)) == Sitting(ORDER)
        assert path.exists()
        with saying_what_was_put_aside(options, kept):
            kept.make_room()
        (aside,) = path.parent.iterdir()
        command = shlex.join(["kuis-karier", "mulai", "--sesi", str(aside)])
        said = capsys.readouterr().err
        assert said == words.PUT_ASIDE.format(file=aside, command=command) + "\n"

    def test_asking_for_a_new_one_asks_nothing(self, path: Path) -> None:
        asker = Asker()
        options, kept = SittingOptions(session=path, new=True), store(path, EARLIER)
        assert begin(options, MINI, kept, asker) == Sitting(ORDER)
        assert asker.pages == []
        assert path.exists()
        kept.make_room()
        assert not path.exists()

    def test_what_was_put_aside_is_said_once_however_the_quiz_ends(
        self, path: Path, capsys: Screen
    ) -> None:
        options, kept = SittingOptions(session=path, new=True), store(path, EARLIER)
        begin(options, MINI, kept, Asker())

        def leave_after_the_opening() -> None:
            with saying_what_was_put_aside(options, kept):
                kept.make_room()
                raise Left

        with pytest.raises(Left):
            leave_after_the_opening()
        with saying_what_was_put_aside(options, kept):
            pass
        assert capsys.readouterr().err.count("disisihkan") == 1

    def test_leaving_leaves_the_session_and_says_how_to_go_on(
        self, path: Path, capsys: Screen
    ) -> None:
        options = SittingOptions(session=path)
        assert begin(options, MINI, store(path, EARLIER), Asker(LEAVE)) is None
        command = shlex.join(["kuis-karier", "mulai", "--sesi", str(path)])
        assert capsys.readouterr().err == words.SAVED.format(command=command) + "\n"
        assert path.exists()

    def test_an_unusable_session_is_put_aside_or_left(self, path: Path, capsys: Screen) -> None:
        damaged = b'{"session": 1, "prof'
        path.write_bytes(damaged)
        asker = Asker(2)
        assert begin(SittingOptions(session=path), MINI, store(path), asker) is None
        assert asker.pages[0].title == words.UNUSABLE_TITLE
        assert path.read_bytes() == damaged
        assert capsys.readouterr().err == ""
        kept = store(path)
        assert begin(SittingOptions(session=path), MINI, kept, Asker(1)) == Sitting(ORDER)
        kept.make_room()
        (aside,) = path.parent.iterdir()
        assert aside.read_bytes() == damaged

    @pytest.mark.parametrize("new", [False, True], ids=["asked", "--baru"])
    def test_a_named_file_that_is_no_session_is_refused_and_left_as_it_is(
        self, path: Path, *, new: bool
    ) -> None:
        path.write_bytes(b"nama,kelas\n")
        options, asker = SittingOptions(session=path, new=new), Asker()
        with pytest.raises(InputUnreadable, match="bukan berkas sesi"):
            begin(options, MINI, store(path), asker)
        assert asker.pages == []
        assert path.read_bytes() == b"nama,kelas\n"

    def test_in_the_own_folder_such_a_file_is_asked_about(self, path: Path) -> None:
        path.write_bytes(b"nama,kelas\n")
        asker = Asker(2)
        assert begin(SittingOptions(), MINI, store(path), asker) is None
        assert asker.pages[0].title == words.UNUSABLE_TITLE

    def test_only_a_session_of_the_own_folder_is_said_to_be_removed_some_day(
        self, path: Path
    ) -> None:
        own, named = Asker(RESUME), Asker(RESUME)
        begin(SittingOptions(), MINI, store(path, EARLIER), own)
        begin(SittingOptions(session=path), MINI, store(path, EARLIER), named)
        assert words.FOUND_ASIDE in named.pages[0].texts
        assert words.FOUND_ASIDE not in own.pages[0].texts

    def test_a_personal_order_can_be_drawn_again_from_its_seed(self) -> None:
        sitting = new_sitting(SittingOptions(shuffled=True), MINI)
        assert sitting.seed is not None
        assert sitting.order == draw_order(MINI.profile, sitting.seed)
        assert new_sitting(SittingOptions(), MINI) == Sitting(ORDER)


class TestHolding:
    def test_a_named_session_is_held_at_its_path(self, path: Path) -> None:
        with held_session(SittingOptions(session=path), MINI) as kept:
            assert kept is not None
            assert kept.path == path

    def test_the_own_session_is_named_after_the_profile(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("platformdirs.user_state_path", lambda app, **_: tmp_path / app)
        with held_session(SittingOptions(), MINI) as kept:
            assert kept is not None
            assert kept.path == tmp_path / "kuis-karier" / "pemandu.json"
        assert list(tmp_path.iterdir()) == []

    def test_a_computer_that_keeps_nothing_asks_all_the_same(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "berkas").touch()
        monkeypatch.setattr(
            "platformdirs.user_state_path", lambda app, **_: tmp_path / "berkas" / app
        )
        with held_session(SittingOptions(), MINI) as kept:
            assert kept is None

    def test_a_named_session_that_cannot_be_kept_is_refused(self, tmp_path: Path) -> None:
        options = SittingOptions(session=tmp_path / "tiada" / "sesi.json")
        with pytest.raises(OutputUnwritable), held_session(options, MINI):
            pytest.fail("there is no such folder")

    def test_a_named_session_that_must_not_be_written_is_refused_and_stays(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store(path, EARLIER)
        before = path.read_bytes()
        monkeypatch.setattr(os, "access", lambda *_: False)  # root may write every file
        with (
            pytest.raises(OutputUnwritable, match="output_file_forbidden"),
            held_session(SittingOptions(session=path), MINI),
        ):
            pytest.fail("it must not be written")
        assert path.read_bytes() == before

    def test_a_session_that_is_in_use_is_refused(self, path: Path) -> None:
        options = SittingOptions(session=path)
        with opened(path, MINI), pytest.raises(SessionBusy), held_session(options, MINI):
            pytest.fail("two runs hold one session")


class TestFailure:
    def failed(
        self, options: SittingOptions, kept: SessionStore | None, error: Exception
    ) -> list[str]:
        """The notes of an error that ended the writing of a result."""
        with pytest.raises(type(error)) as caught, noting_how_to_go_on(options, kept, EARLIER):
            raise error
        assert caught.value is error
        return error.__notes__

    @pytest.mark.parametrize("error", [OutputUnwritable([]), OSError(28, "")], ids=repr)
    def test_answers_whose_result_is_not_written_are_safe(
        self, path: Path, error: Exception
    ) -> None:
        options = SittingOptions(session=path, output=Path("hasil.json"))
        command = f"kuis-karier mulai --sesi {path} --keluaran hasil.json"
        notes = self.failed(options, store(path, EARLIER), error)
        assert notes == [words.SAFE.format(command=command)]

    def test_a_session_that_could_not_be_kept_before_is_kept_now(self, tmp_path: Path) -> None:
        folder = tmp_path / "folder"
        kept = store(folder / "sesi.json", EARLIER)
        folder.mkdir()
        notes = self.failed(SittingOptions(), kept, OutputUnwritable([]))
        assert notes == [words.SAFE.format(command="kuis-karier mulai")]
        assert (folder / "sesi.json").exists()

    def test_answers_saved_already_are_not_saved_again(self, path: Path) -> None:
        saved = path.with_name("jawabanku.json")
        saved.touch()
        options = SittingOptions(session=path, save_to=saved)
        (note,) = self.failed(options, store(path, EARLIER), OutputUnwritable([]))
        assert "--simpan" not in note

    def test_without_a_session_the_answers_saved_are_scored(self, tmp_path: Path) -> None:
        saved = tmp_path / "jawabanku.json"
        saved.touch()
        options = SittingOptions(save_to=saved, output=Path("hasil.txt"))
        command = f"kuis-karier nilai {saved} --format laporan --keluaran hasil.txt"
        notes = self.failed(options, None, OutputUnwritable([]))
        assert notes == [words.SAFE.format(command=command)]

    def test_answers_that_are_nowhere_are_not_said_to_be_safe(self, tmp_path: Path) -> None:
        broken = store(tmp_path / "tiada" / "sesi.json", EARLIER)
        for kept in (broken, None):
            assert self.failed(SittingOptions(), kept, OutputUnwritable([])) == [words.NOT_SAVED]


def said(
    options: SittingOptions, kept: SessionStore | None, end: BaseException, capsys: Screen
) -> str:
    """The line written when a quiz ends like this."""
    try:
        with saying_how_to_resume(options, kept):
            raise end
    except (KeyboardInterrupt, Interrupted):
        pass
    return capsys.readouterr().err.removesuffix("\n")


def end_with(end: BaseException, kept: SessionStore, options: SittingOptions | None = None) -> None:
    with saying_how_to_resume(options or SittingOptions(), kept):
        raise end


ENDS = [Left(), KeyboardInterrupt(), Interrupted(15), TerminalLost()]


class TestFarewell:
    @pytest.mark.parametrize("end", ENDS, ids=repr)
    def test_a_quiz_left_with_answers_says_how_to_resume(
        self, path: Path, end: BaseException, capsys: Screen
    ) -> None:
        options = SittingOptions(session=path, linear=True)
        command = shlex.join(["kuis-karier", "mulai", "--aksesibel", "--sesi", str(path)])
        assert said(options, store(path, EARLIER), end, capsys) == words.SAVED.format(
            command=command
        )

    def test_a_path_with_spaces_and_a_profile_are_part_of_the_command(
        self, tmp_path: Path, capsys: Screen
    ) -> None:
        path = tmp_path / "sesi saya.json"
        options = SittingOptions(profile=Path("profil.yaml"), session=path)
        command = f'kuis-karier mulai --profil profil.yaml --sesi "{path}"'
        assert command in said(options, store(path, EARLIER), Left(), capsys)

    def test_the_command_is_alone_on_a_line_however_long_it_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "20")
        monkeypatch.setattr(sys, "stderr", terminal := Terminal())
        path = tmp_path / "sesi saya yang bernama panjang sekali.json"
        end_with(Left(), store(path, EARLIER), SittingOptions(session=path))
        assert f'\n  kuis-karier mulai --sesi "{path}"\n' in terminal.getvalue()

    def test_the_command_begins_as_the_program_was_started(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Screen
    ) -> None:
        monkeypatch.setattr(sys, "argv", [".venv/bin/kuis-karier", "mulai"])
        told = said(SittingOptions(), store(path, EARLIER), Left(), capsys)
        assert told.endswith("\n  .venv/bin/kuis-karier mulai")

    def test_what_was_asked_for_is_part_of_the_command(self, path: Path, capsys: Screen) -> None:
        options = SittingOptions(
            session=path,
            save_to=Path("jawabanku.json"),
            form=SittingFormat.JSON,
            output=Path("hasil.json"),
        )
        asked = "--simpan jawabanku.json --format json --keluaran hasil.json"
        assert asked in said(options, store(path, EARLIER), Left(), capsys)

    @pytest.mark.parametrize("end", ENDS, ids=repr)
    def test_without_an_answer_nothing_is_said_to_be_saved(
        self, path: Path, end: BaseException, capsys: Screen
    ) -> None:
        assert said(SittingOptions(), store(path), end, capsys) == words.NOTHING_TO_SAVE

    @pytest.mark.parametrize("end", ENDS, ids=repr)
    def test_what_could_not_be_kept_is_not_said_to_be(
        self, tmp_path: Path, end: BaseException, capsys: Screen
    ) -> None:
        broken = store(tmp_path / "tiada" / "sesi.json", EARLIER)
        for kept in (broken, None):
            assert said(SittingOptions(), kept, end, capsys) == words.NOT_SAVED

    @pytest.mark.parametrize(("end", "code"), [(Interrupted(15), 143), (TerminalLost(), 129)])
    def test_a_signal_ends_with_its_own_code(self, path: Path, end: Interrupted, code: int) -> None:
        with (
            pytest.raises(Interrupted) as ended,
            saying_how_to_resume(SittingOptions(), store(path)),
        ):
            raise end
        assert ended.value.code == code

    def test_leaving_on_purpose_is_no_error_and_ctrl_c_is(self, path: Path) -> None:
        end_with(Left(), store(path))
        with pytest.raises(KeyboardInterrupt):
            end_with(KeyboardInterrupt(), store(path))

    def test_a_finished_quiz_says_nothing_about_resuming(self, path: Path, capsys: Screen) -> None:
        with saying_how_to_resume(SittingOptions(), store(path, EARLIER)):
            pass
        assert capsys.readouterr().err == ""

    def test_a_name_moves_no_cursor(self, tmp_path: Path, capsys: Screen) -> None:
        path = tmp_path / "sesi\x1b[2J.json"
        assert "\x1b" not in said(
            SittingOptions(session=path), store(path, EARLIER), Left(), capsys
        )
