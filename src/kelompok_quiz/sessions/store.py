"""Where a session is kept: taken up, saved, put aside, removed; by one process at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from kelompok_quiz.problems import (
    OutputUnwritable,
    Place,
    Problem,
    SessionBusy,
    missing,
    unwritable,
)
from kelompok_quiz.profile import Instrument
from kelompok_quiz.sessions.model import Session, decode, encode
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.storage import PRIVATE, Busy, atomic, locked, sweep

APP = "kuis-karier"
ASIDE = ".sisihan-"
"""Stands between the name of a session put aside and the time when that was done."""
DAYS_ASIDE = 30
"""A session put aside is nobody's any more after so many days: the computer may be a school's."""
SECONDS_A_DAY = 86_400

Now = Callable[[], datetime]


@contextmanager
def own_folder() -> Iterator[Path]:
    """Make the person's private folder for sessions; it goes when nothing is left in it.

    Raise `OutputUnwritable` where it cannot be made.
    """
    from platformdirs import user_state_path

    folder = user_state_path(APP, appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder) from error
    _forget_old(folder)
    try:
        yield folder
    finally:
        with suppress(OSError):
            folder.rmdir()


def _forget_old(folder: Path) -> None:
    """Remove the sessions that were put aside long ago."""
    oldest = time.time() - DAYS_ASIDE * SECONDS_A_DAY
    for aside in folder.glob(f"*{ASIDE}*"):
        with suppress(OSError):
            if aside.stat().st_mtime < oldest:
                aside.unlink()


def utc_now() -> datetime:
    """Return the time with its zone."""
    return datetime.now(UTC)


@contextmanager
def opened(path: Path, instrument: Instrument, now: Now = utc_now) -> Iterator[SessionStore]:
    """Hold a session for one run, whether it exists or not; what killed runs left is removed.

    Raise `SessionBusy` where another run holds it, `OutputUnwritable` where none can be kept.
    """
    try:
        with locked(path.with_name(f".{path.name}.lock")):
            sweep(path)
            yield SessionStore(path, instrument, now)
    except Busy as error:
        raise SessionBusy(Problem("session_busy", Place(str(path)))) from error


class SessionStore:
    """One session on disk.

    `kept` tells whether the sitting is on disk as it stands; None before there is anything to keep.
    """

    def __init__(self, path: Path, instrument: Instrument, now: Now = utc_now) -> None:
        """Keep the session of an instrument at a path; nothing is written yet."""
        self.path = path
        self.kept: bool | None = None
        self._instrument = instrument
        self._now = now

    def load(self) -> Session | Problem | None:
        """Return the session, why it cannot be gone on with, or None where there is none.

        Raise `InputMissing` where the file cannot be opened.
        """
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise missing(self.path, error) from error
        found = decode(text, self._instrument, Place(str(self.path))) if text else None
        self.kept = isinstance(found, Session) or None
        return found

    def save(self, sitting: Sitting) -> bool:
        """Put the sitting on disk, readable by its owner alone; return whether that worked."""
        session = Session(sitting, self._now())
        try:
            with atomic(self.path, PRIVATE) as stream:
                stream.write(encode(self._instrument, session))
        except OutputUnwritable:
            self.kept = False
        else:
            self.kept = True
        return self.kept

    def put_aside(self) -> Path:
        """Give the session another name, with the time, and return it.

        Raise `OutputUnwritable` where the folder does not allow it.
        """
        aside = self._free_name_aside()
        try:
            self.path.replace(aside)
            aside.touch()  # its days begin now
        except OSError as error:
            raise unwritable(aside) from error
        self.kept = None
        return aside

    def _free_name_aside(self) -> Path:
        """A name with the time, and a number where that second has a session already."""
        stamp = self._now().astimezone().strftime("%Y%m%d-%H%M%S")
        numbers = chain([""], (f"-{number}" for number in count(2)))
        names = (f"{self.path.stem}{ASIDE}{stamp}{n}{self.path.suffix}" for n in numbers)
        return next(path for name in names if not (path := self.path.with_name(name)).exists())

    def discard(self) -> None:
        """Remove the session, if it is there.

        Raise `OutputUnwritable` where the folder does not allow it.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self.path) from error
        self.kept = None
