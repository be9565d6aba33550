from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kelompok_quiz.problems import OutputUnwritable
from kelompok_quiz.storage import Busy, lock, locked

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
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))  # fails where somebody else is inside
            count = int(tally.read_text())
            tally.write_text(str(count + 1))
            mark.unlink()
            entered += 1
    except Busy:
        time.sleep(0.0002)
print(entered)
"""


def start(script: str, *paths: Path) -> subprocess.Popen[str]:
    """Another process that has said `ready`."""
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


def test_a_file_that_nobody_holds_does_not_block(tmp_path: Path) -> None:
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


def test_a_lock_that_was_removed_by_somebody_is_let_go_all_the_same(tmp_path: Path) -> None:
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

    monkeypatch.setattr(lock, "_try_lock", refuse)
    with locked(tmp_path / ".lock"):
        pass
    assert list(tmp_path.iterdir()) == []


@POSIX
@pytest.mark.parametrize("step", ["gone", "made anew"])
def test_a_file_that_its_last_holder_removed_meanwhile_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path, opens = tmp_path / ".lock", 0
    take: Callable[[int], None] = lock._try_lock  # noqa: SLF001 - the race has no other door

    def take_late(descriptor: int) -> None:
        nonlocal opens
        opens += 1
        if opens == 1:
            path.unlink()
            if step == "made anew":
                path.touch()
        take(descriptor)

    monkeypatch.setattr(lock, "_try_lock", take_late)
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
