from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz import storage
from kelompok_quiz.problems import OutputUnwritable
from kelompok_quiz.storage import PRIVATE, Busy, atomic, locked, sweep, try_writing


def refused(path: Path) -> str | None:
    """The code and the culprit of what a trial finds, None where a file can be written."""
    try:
        try_writing(path)
    except OutputUnwritable as error:
        (problem,) = error.problems
        return f"{problem.code} {problem.value}"
    return None


class TestTrying:
    def test_a_new_file_is_not_made(self, tmp_path: Path) -> None:
        assert not refused(tmp_path / "hasil.csv")
        assert list(tmp_path.iterdir()) == []

    def test_an_earlier_file_stays_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "hasil.csv"
        path.write_text("lama")
        os.utime(path, (1, 1))
        assert not refused(path)
        assert (path.read_text(), path.stat().st_mtime) == ("lama", 1)
        assert list(tmp_path.iterdir()) == [path]

    def test_a_folder_that_is_missing_is_refused(self, tmp_path: Path) -> None:
        assert (
            refused(tmp_path / "tiada" / "hasil.csv")
            == f"output_folder_missing {tmp_path / 'tiada'}"
        )

    def test_a_folder_in_its_place_is_refused(self, tmp_path: Path) -> None:
        assert refused(tmp_path) == f"output_unwritable {tmp_path}"

    def test_a_file_in_the_place_of_the_folder_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "berkas").touch()
        assert (
            refused(tmp_path / "berkas" / "hasil.csv")
            == f"output_folder_missing {tmp_path / 'berkas'}"
        )

    def test_a_file_that_must_not_be_written_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "hasil.csv"
        path.touch()
        monkeypatch.setattr(os, "access", lambda *_: False)  # root may write every file
        assert refused(path) == f"output_file_forbidden {path}"

    @pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
    def test_a_link_to_itself_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "hasil.csv"
        path.symlink_to(path)
        assert refused(path) == f"output_unwritable {path}"

    @pytest.mark.parametrize(
        ("number", "code"),
        [
            (errno.EACCES, "output_folder_forbidden"),
            (errno.EROFS, "output_folder_forbidden"),
            (errno.ENOSPC, "output_full"),
        ],
    )
    def test_the_folder_is_named_where_it_is_to_blame(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
    ) -> None:
        def fail(**_: object) -> None:
            raise OSError(number, "")

        monkeypatch.setattr("tempfile.NamedTemporaryFile", fail)
        assert refused(tmp_path / "hasil.csv") == f"{code} {tmp_path}"

    def test_a_file_that_a_folder_cannot_have_is_named_itself(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(**_: object) -> None:
            raise FileNotFoundError(errno.ENOENT, "")  # as in /proc

        monkeypatch.setattr("tempfile.NamedTemporaryFile", fail)
        path = tmp_path / "hasil.csv"
        assert refused(path) == f"output_unwritable {path}"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
    def test_a_pipe_is_not_opened(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipa")
        assert not refused(tmp_path / "pipa")  # opening would wait for a reader

    @pytest.mark.skipif(os.name == "nt", reason="limits are those of POSIX")
    def test_a_disk_without_enough_room_is_refused(self, tmp_path: Path) -> None:
        tried = (
            "import resource, sys; from pathlib import Path\n"
            "from kelompok_quiz.problems import OutputUnwritable\n"
            "from kelompok_quiz.storage import ROOM, try_writing\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM + int(sys.argv[2]),) * 2)\n"
            "try: try_writing(Path(sys.argv[1]))\n"
            "except OutputUnwritable: print('refused')\n"
        )
        told = [
            subprocess.run(
                [sys.executable, "-c", tried, str(tmp_path / "hasil.csv"), str(more)],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for more in (-1, 0)
        ]
        assert told == ["refused\n", ""]
        assert list(tmp_path.iterdir()) == []

    def test_a_disk_that_takes_less_than_it_was_given_is_full(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tempfile.NamedTemporaryFile", lambda **_: Small())
        assert refused(tmp_path / "hasil.csv") == f"output_full {tmp_path}"


class Small(io.BytesIO):
    """A file on a disk that is full in the middle of a write."""

    def write(self, data: Any) -> int:
        return super().write(data[:100])


class Interrupted(BaseException):
    """A Ctrl-C in the middle of writing."""


def test_a_file_holds_exactly_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    with atomic(path) as stream:
        stream.write("satu\r\ndua\né\n")
    assert path.read_bytes() == "satu\r\ndua\né\n".encode()


def test_bytes_are_written_beneath_the_text(tmp_path: Path) -> None:
    path = tmp_path / "hasil.xlsx"
    with atomic(path) as stream:
        stream.buffer.write(b"PK\x03\x04\xff\r\n")
    assert path.read_bytes() == b"PK\x03\x04\xff\r\n"


def test_an_earlier_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("lama")
    with atomic(path) as stream:
        stream.write("baru")
        stream.flush()
        assert path.read_text() == "lama"
    assert path.read_text() == "baru"


def _write_half(path: Path) -> None:
    with atomic(path) as stream:
        stream.write("baru")
        raise Interrupted


def test_an_interruption_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("lama")
    with pytest.raises(Interrupted):
        _write_half(path)
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_left_beside_a_finished_file(tmp_path: Path) -> None:
    with atomic(tmp_path / "hasil.csv") as stream:
        stream.write("baru")
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.csv"]


def test_a_folder_that_is_not_there_is_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "tiada" / "hasil.csv"
    with pytest.raises(OutputUnwritable) as caught, atomic(path):
        pytest.fail("nothing can be written there")
    assert caught.value.problems[0].value == str(path)


def test_a_folder_in_the_place_of_the_file_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "hasil"
    path.mkdir()
    with pytest.raises(OutputUnwritable), atomic(path) as stream:
        stream.write("baru")
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("lama")
    with pytest.raises(OutputUnwritable), atomic(path):
        raise OSError(28, "No space left on device")
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o644])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "hasil.csv"
    path.touch()
    path.chmod(permissions)
    with atomic(path) as stream:
        stream.write("baru")
    assert path.stat().st_mode & 0o777 == permissions


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "biasa").touch()
    with atomic(tmp_path / "hasil.csv") as stream:
        stream.write("baru")
    assert (tmp_path / "hasil.csv").stat().st_mode == (tmp_path / "biasa").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_the_umask_is_the_same_after_writing(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with atomic(tmp_path / "hasil.csv") as stream:
            stream.write("baru")
        assert os.umask(0o027) == 0o027
        assert (tmp_path / "hasil.csv").stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "folder" / "asli.csv", tmp_path / "hasil.csv"
    target.parent.mkdir()
    target.write_text("lama")
    link.symlink_to(target)
    with atomic(link) as stream:
        stream.write("baru")
    assert link.is_symlink()
    assert target.read_text() == "baru"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="there is no such device")
def test_a_device_is_written_to_as_it_is() -> None:
    with atomic(Path("/dev/null")) as stream:
        stream.write("baru")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_a_device_that_is_full_cannot_be_written() -> None:
    with pytest.raises(OutputUnwritable) as caught, atomic(Path("/dev/full")) as stream:
        stream.write("baru")
    assert caught.value.problems[0].value == "/dev/full"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_to_itself_cannot_be_written(tmp_path: Path) -> None:
    loop = tmp_path / "hasil.csv"
    loop.symlink_to(loop)
    with pytest.raises(OutputUnwritable), atomic(loop):
        pytest.fail("nothing can be written there")


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
@pytest.mark.parametrize("before", [None, 0o644])
def test_a_private_file_is_readable_by_its_owner_alone(tmp_path: Path, before: int | None) -> None:
    path = tmp_path / "sesi.json"
    if before is not None:
        path.touch(before)
    with atomic(path, PRIVATE) as stream:
        stream.write("baru")
        (unfinished,) = (p for p in tmp_path.iterdir() if p != path)
        assert unfinished.stat().st_mode & 0o777 == PRIVATE
    assert path.stat().st_mode & 0o777 == PRIVATE


@pytest.mark.skipif(os.name == "nt", reason="folders are not synced on Windows")
def test_the_file_and_then_its_folder_are_put_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, synced = tmp_path / "hasil.csv", []

    def note(descriptor: int) -> None:
        synced.append((os.path.samestat(os.fstat(descriptor), tmp_path.stat()), path.exists()))

    monkeypatch.setattr(os, "fsync", note)
    with atomic(path) as stream:
        stream.write("baru")
    assert synced == [(False, False), (True, True)]


def test_a_folder_that_cannot_be_synced_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hasil.csv"

    def refuse(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), tmp_path.stat()):
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    with atomic(path) as stream:
        stream.write("baru")
    assert path.read_text() == "baru"


KILLED = """
import os, sys
from pathlib import Path
from kelompok_quiz.storage import atomic
with atomic(Path(sys.argv[1])) as stream:
    stream.write("baru")
    stream.flush()
    os._exit(9)
"""


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "sesi.json"
    path.write_text("lama")
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert len(list(tmp_path.iterdir())) == 2
    sweep(path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text() == "lama"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_what_was_left_beside_the_file_of_a_link_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link, target = tmp_path / "sesi.json", tmp_path / "folder" / "asli.json"
    link.symlink_to(target)
    subprocess.run([sys.executable, "-c", KILLED, str(link)], check=False)
    assert len(list(target.parent.iterdir())) == 1
    sweep(link)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "sesi.json.abc.tmp",
        ".sesi.json.abc",
        ".sesi.json.lock",
        ".lain.json.abc.tmp",
        ".sesi.json.tmp",
        ".sesi.json.old.abc.tmp",
        ".sesi.jsonx.abc.tmp",
        ".sesi-json.abc.tmp",
    ],
)
def test_nothing_else_is_swept_away(tmp_path: Path, name: str) -> None:
    stranger = tmp_path / name
    stranger.touch()
    sweep(tmp_path / "sesi.json")
    assert stranger.exists()


def test_sweeping_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    sweep(tmp_path / "tiada" / "sesi.json")


# The lock

POSIX = pytest.mark.skipif(os.name == "nt", reason="the steps of a race are those of POSIX")

HOLDING = """
import sys
from pathlib import Path
from kelompok_quiz.storage import locked
with locked(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.read()
"""
HAMMERING = """
import os, sys, time
from pathlib import Path
from kelompok_quiz.storage import Busy, locked
lock, mark, tally = map(Path, sys.argv[1:4])
entered = 0
print("ready", flush=True)
sys.stdin.readline()
until = time.monotonic() + 60
while entered < 40 and time.monotonic() < until:
    try:
        with locked(lock):
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))  # fails if another process is inside
            count = int(tally.read_text())
            tally.write_text(str(count + 1))
            mark.unlink()
            entered += 1
    except Busy:
        time.sleep(0.0002)
print(entered)
"""


def start(script: str, *paths: Path) -> subprocess.Popen[str]:
    """Another process that has printed `ready`."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_the_file_of_a_lock_is_there_only_while_it_is_held(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path):
        assert path.exists()
    assert not path.exists()


def test_a_lock_can_be_taken_again_and_again(tmp_path: Path) -> None:
    for _ in range(3):
        with locked(tmp_path / ".lock"):
            pass


def test_what_another_process_holds_is_busy_until_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with start(HOLDING, path) as holder:
        with pytest.raises(Busy), locked(path):
            pytest.fail("two hold one lock")
        assert path.exists()
        holder.communicate()
    with locked(path):
        pass


def test_two_in_one_process_exclude_each_other_too(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path):
        with pytest.raises(Busy), locked(path):
            pytest.fail("two hold one lock")
        assert path.exists()


def test_a_lock_ends_with_a_process_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with start(HOLDING, path) as holder:
        holder.kill()
        holder.wait()
        assert path.exists()
        with locked(path):
            pass
    assert not path.exists()


def test_a_file_that_no_process_holds_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    path.write_text("sisa")
    with locked(path):
        pass
    assert not path.exists()


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with pytest.raises(ZeroDivisionError), locked(path):
        raise ZeroDivisionError
    with locked(path):
        pass


def test_a_lock_whose_file_was_removed_is_let_go_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path):
        path.unlink()
    assert not path.exists()


def test_where_no_file_can_be_made_no_lock_is_held(tmp_path: Path) -> None:
    with pytest.raises(OutputUnwritable), locked(tmp_path / "tiada" / ".lock"):
        pytest.fail("there is no such folder")


def test_where_locks_are_unknown_the_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(storage, "_try_lock", refuse)
    with locked(tmp_path / ".lock"):
        pass
    assert list(tmp_path.iterdir()) == []


@POSIX
@pytest.mark.parametrize("step", ["gone", "made anew"])
def test_a_file_that_its_last_holder_removed_meanwhile_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path, opens = tmp_path / ".lock", 0
    take: Callable[[int], None] = storage._try_lock  # noqa: SLF001 - the race has no other door

    def take_late(descriptor: int) -> None:
        nonlocal opens
        opens += 1
        if opens == 1:
            path.unlink()
            if step == "made anew":
                path.touch()
        take(descriptor)

    monkeypatch.setattr(storage, "_try_lock", take_late)
    with locked(path), pytest.raises(Busy), locked(path):
        pytest.fail("two hold one lock")
    assert opens == 3


def test_no_descriptor_is_left_open_by_a_lock_that_was_busy(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path):
        lowest = os.dup(0)
        os.close(lowest)
        for _ in range(3):
            with pytest.raises(Busy), locked(path):
                pass
        again = os.dup(0)
        os.close(again)
    assert again == lowest


def test_however_many_hammer_on_it_only_one_is_inside(tmp_path: Path) -> None:
    path, mark, tally = tmp_path / ".lock", tmp_path / "inside", tmp_path / "tally"
    tally.write_text("0")
    hammers = [start(HAMMERING, path, mark, tally) for _ in range(5)]
    for hammer in hammers:
        assert hammer.stdin is not None
        hammer.stdin.write("go\n")
        hammer.stdin.flush()
    entered = [hammer.communicate()[0] for hammer in hammers]
    assert entered == ["40\n"] * 5
    assert int(tally.read_text()) == 5 * 40
    assert not path.exists()
