"""A session: a sitting on disk, whole after every answer, used by one process at a time."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Literal

import msgspec

from kelompok_quiz import PROGRAM
from kelompok_quiz.problems import (
    OutputUnwritable,
    Place,
    Problem,
    SessionBusy,
    Verbatim,
    missing,
    unwritable,
)
from kelompok_quiz.profile.loading import Instrument
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.sitting import DECIMALS, Sitting
from kelompok_quiz.storage import PRIVATE, Busy, atomic, locked, sweep, try_writing

SCHEMA: Literal[1] = 1
START = re.compile(rb'\s*\{\s*"session"\s*:')
"""How `encode` begins; any other file is no session."""
YEARS = range(2000, 3000)
"""Years in which every system can convert a moment to local time."""
ASIDE = ".sisihan-"
"""Between the name of a session and the time when it was put aside."""
DAYS_ASIDE = 30
"""Days after which a session put aside is deleted: the computer may be a school's."""
SECONDS_A_DAY = 86_400

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting and when it was saved, with a time zone."""

    sitting: Sitting
    saved_at: datetime


class _Stamp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The instrument of a session, as `Instrument.stamp` names it."""

    id: str
    version: str
    sha256: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a session file; `answers` holds the items seen so far, None if skipped."""

    session: Literal[1]
    profile: _Stamp
    answers: dict[str, int | None]
    order: tuple[str, ...]
    seconds: dict[str, float]
    seed: int | None
    position: int
    saved_at: datetime


def encode(instrument: Instrument, session: Session) -> str:
    """Return the text of a session file."""
    sitting = session.sitting
    file = _File(
        session=SCHEMA,
        profile=_Stamp(**instrument.stamp),
        answers=dict(sitting.answers),
        order=sitting.order,
        seconds={item: round(spent, DECIMALS) for item, spent in sitting.seconds.items()},
        seed=sitting.seed,
        position=sitting.position,
        saved_at=session.saved_at,
    )
    return msgspec.json.encode(file).decode() + "\n"


def decode(text: bytes, instrument: Instrument, place: Place) -> Session | Problem:
    """Return the session in a file, or why it cannot be resumed with this instrument."""
    if not START.match(text):
        return Problem("session_foreign", place)
    try:
        file = msgspec.json.decode(text, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Problem("session_corrupt", place)
    # Another version may have other statements, so even a fitting file must not be resumed.
    if file.profile != _Stamp(**instrument.stamp):
        made_with = f"{file.profile.id} {file.profile.version}"
        return Problem("session_of_other_profile", place, {"value": made_with})
    if not _is_consistent(file, instrument.profile):
        return Problem("session_corrupt", place)
    sitting = Sitting(file.order, file.answers, file.seconds, file.position, file.seed)
    return Session(sitting, file.saved_at)


def _is_consistent(file: _File, profile: Profile) -> bool:
    items = {item.id for item in profile.items}
    return (
        len(file.order) == len(items)
        and set(file.order) == items
        and file.answers.keys() <= items
        and file.seconds.keys() <= items
        and all(a is None or 1 <= a <= profile.points for a in file.answers.values())
        and all(math.isfinite(spent) and spent >= 0 for spent in file.seconds.values())
        and 0 <= file.position <= len(items)
        and file.saved_at.tzinfo is not None
        and file.saved_at.year in YEARS
    )


@contextmanager
def own_folder() -> Iterator[Path]:
    """Make the user's private folder for sessions and remove it again if nothing is left in it.

    Raise `OutputUnwritable` if it cannot be made.
    """
    from platformdirs import user_state_path

    folder = user_state_path(PROGRAM, appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder) from error
    oldest = time.time() - DAYS_ASIDE * SECONDS_A_DAY
    for aside in folder.glob(f"*{ASIDE}*"):
        with suppress(OSError):
            if aside.stat().st_mtime < oldest:
                aside.unlink()
    try:
        yield folder
    finally:
        with suppress(OSError):  # not empty: a session is kept, or another process has a lock here
            folder.rmdir()


def utc_now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


@contextmanager
def opened(path: Path, instrument: Instrument, now: Now = utc_now) -> Iterator[SessionStore]:
    """Hold the session at a path, whether it exists or not.

    Raise `SessionBusy` if another process holds it, `OutputUnwritable` if none can be kept there.
    """
    with ExitStack() as stack:
        try:
            # A file of its own is locked: saving replaces the session's, and a lock goes with its
            # file.
            stack.enter_context(locked(path.with_name(f".{path.name}.lock")))
        except Busy as error:
            raise SessionBusy(Problem("session_busy", Place(str(path)))) from error
        except OutputUnwritable as error:
            folder = Verbatim(path.absolute().parent)
            problem = Problem("session_unwritable", Place(str(path)), {"value": folder})
            raise OutputUnwritable(problem) from error
        sweep(path)  # only under the lock: the unfinished file of a living process stays
        yield SessionStore(path, instrument, now)


class SessionStore:
    """One session on disk.

    `kept` is true if the latest sitting is on disk, None as long as there is nothing to keep.
    `superseded` is true while the file holds a session that the next one must not overwrite;
    `aside` is where it was put.
    """

    def __init__(self, path: Path, instrument: Instrument, now: Now = utc_now) -> None:
        """Keep a session of the instrument at a path; nothing is written yet."""
        self.path = path
        self.kept: bool | None = None
        self.superseded = False
        self.aside: Path | None = None
        self._instrument = instrument
        self._now = now

    def load(self) -> Session | Problem | None:
        """Return the session, why it cannot be resumed, or None if there is none.

        Raise `InputMissing` if the file cannot be opened.
        """
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise missing(self.path, error) from error
        # An empty file, as `mktemp` makes, is no session yet.
        found = decode(text, self._instrument, Place(str(self.path))) if text else None
        self.kept = isinstance(found, Session) or None
        return found

    def try_saving(self) -> None:
        """Raise `OutputUnwritable` if a session cannot be saved now; the file stays untouched."""
        try_writing(self.path)

    @property
    def writable(self) -> bool:
        """Whether a session can be saved now."""
        try:
            self.try_saving()
        except OutputUnwritable:
            return False
        return True

    def save(self, sitting: Sitting) -> bool:
        """Put the sitting on disk, readable by its owner alone; return whether that worked."""
        session = Session(sitting, self._now())
        try:
            self.make_room()
            with atomic(self.path, PRIVATE) as stream:
                stream.write(encode(self._instrument, session))
        except OutputUnwritable:
            self.kept = False
        else:
            self.kept = True
        return self.kept

    def make_room(self) -> None:
        """Put a superseded session aside, once; raise `OutputUnwritable` as `put_aside` does."""
        if self.superseded:
            self.aside = self.put_aside()
            self.superseded = False

    def put_aside(self) -> Path:
        """Rename the session, with the time in its name, and return the new path.

        Raise `OutputUnwritable` if the folder does not allow it.
        """
        stamp = self._now().astimezone().strftime("%Y%m%d-%H%M%S")
        numbers = chain([""], (f"-{number}" for number in count(2)))  # of the same second
        names = (f"{self.path.stem}{ASIDE}{stamp}{n}{self.path.suffix}" for n in numbers)
        aside = next(path for name in names if not (path := self.path.with_name(name)).exists())
        try:
            self.path.replace(aside)
            aside.touch()  # its days begin now, not when the last answer was saved
        except OSError as error:
            raise unwritable(aside) from error
        self.kept = None
        return aside

    def discard(self) -> None:
        """Remove any session; raise `OutputUnwritable` if the folder does not allow it."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self.path) from error
        self.kept = None
