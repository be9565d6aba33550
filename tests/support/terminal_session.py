"""`kuis-karier` in a real pseudo-terminal, seen as a person sees it: the screen, not the bytes."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shlex import join, quote

import pyte

from support.preloaded import SUSPENDED, SUSPENSION, Preloaded, Run

SRC = Path(__file__).parents[2] / "src"
PATIENCE = 20.0
"""Seconds to wait for what must come; only a failing test waits that long."""
QUIET = 0.25
"""Seconds without a change after which nothing more is expected."""

SHELL = """
trap : HUP
set {monitor}
stty -g >{notes}/before
run() {{ sh -c 'echo $$ >{notes}/pid; {before} exec {command}' {stdout}; code=$?; }}
note() {{
  run
  if [ $code = {stopped} ]; then echo {suspended}; sleep {suspension}; fg; code=$?; fi
  stty -g >{notes}/after 2>/dev/null
  echo $code >{notes}/code
}}
note {pipe}
"""
"""A shell with job control that outlives its terminal and brings back what suspends itself."""


class TerminalSession:
    """One run of the command in a terminal; it leaves its notes in a folder."""

    def __init__(self, server: Preloaded, run: Run, *, columns: int = 80, rows: int = 24) -> None:
        self.raw = b""
        self.folder = Path(run.folder)
        self._notes = Path(run.notes)
        self._rows: list[str] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._terminal, slave = os.openpty()
        self._gone = False
        set_size(slave, columns, rows)
        self._leader = server.start(run, slave)
        os.close(slave)

    def close(self) -> None:
        """End whatever still runs."""
        if self.started and not self._ended:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(self._leader, signal.SIGKILL)
        self.hang_up()

    # -- what is on the screen -----------------------------------------------------------------

    @property
    def rows(self) -> list[str]:
        if not self._rows:
            self._rows = [row.rstrip() for row in self._screen.display]
        return self._rows

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.rows).split())

    @property
    def told(self) -> str:
        """What is on the screen without any space: long lines break anywhere."""
        return spaceless("".join(self.rows))

    @property
    def cursor_row(self) -> str:
        return self.rows[self._screen.cursor.y]

    @property
    def transcript(self) -> str:
        """Everything that was written so far, for runs that redraw nothing."""
        return self.raw.decode().replace("\r\n", "\n")

    @property
    def cursor_hidden(self) -> bool:
        return bool(self._screen.cursor.hidden)

    def colours(self) -> set[str]:
        """The parameters of every colour or style that was switched on."""
        runs = re.findall(rb"\x1b\[([\d;]*)m", self.raw)
        return {parameter.decode() for run in runs for parameter in run.split(b";")}

    # -- what a person does --------------------------------------------------------------------

    def send(self, *keys: str, pause: float = 0.0) -> None:
        for key in keys:
            os.write(self._terminal, key.encode())
            self.pass_time(pause)

    def resize(self, columns: int, rows: int) -> None:
        self._rows = []
        self._screen.resize(rows, columns)
        set_size(self._terminal, columns, rows)

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away; there is nothing more to read."""
        self._gone = True
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1

    # -- waiting -------------------------------------------------------------------------------

    def wait(self, wanted: str | Callable[[], bool]) -> None:
        """Return once the screen shows a text, or a condition holds."""
        until = time.monotonic() + PATIENCE
        while not (wanted() if callable(wanted) else wanted in self.text):
            shown = "\n".join(self.rows)
            assert time.monotonic() < until, f"{wanted!r} did not come; the screen was\n{shown}"
            self.read(0.01)

    def wait_for_change(self) -> None:
        """Return once the screen shows something else than now."""
        before = self.text
        self.wait(lambda: self.text != before)

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self.read(QUIET):
            pass

    def pass_time(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def read(self, timeout: float) -> bool:
        """Take in what comes within so many seconds; return whether anything did."""
        if self._gone:
            time.sleep(timeout)
            return False
        if not select.select([self._terminal], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:  # nobody has the other side open any more
            data = b""
        if not data:
            self._gone = True
            return False
        self.raw += data
        self._rows = []
        self._stream.feed(data)
        return True

    def end(self) -> int:
        """Wait for the command to end by itself and return its exit code."""
        self.wait(lambda: self._ended)
        while self.read(0.02):
            pass
        return int((self._notes / "code").read_text())

    @property
    def _ended(self) -> bool:
        code = self._notes / "code"
        return code.exists() and code.read_text() != ""

    # -- what the shell found out ----------------------------------------------------------------

    @property
    def started(self) -> bool:
        """Whether the command has a process."""
        pid = self._notes / "pid"
        return pid.exists() and pid.read_text().endswith("\n")

    @property
    def pid(self) -> int:
        return int((self._notes / "pid").read_text())

    @property
    def terminal_modes(self) -> Sequence[str]:
        """The terminal's modes before and after the command."""
        return [(self._notes / name).read_text() for name in ("before", "after")]


def spaceless(text: str) -> str:
    return "".join(text.split())


def set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Computer:
    """A home folder with nothing in it, and terminals at which the command is run."""

    def __init__(self, folder: Path, server: Preloaded) -> None:
        self.folder = folder
        self.server = server
        self.home = folder / "rumah"
        self.home.mkdir()
        self.state = self.home / "state" / "kuis-karier"
        """Where sessions are kept."""
        self._sessions: list[TerminalSession] = []

    def start(
        self,
        *words: str,
        columns: int = 80,
        rows: int = 24,
        stdout: str = "",
        largest_file: int | None = None,
        **env: str,
    ) -> TerminalSession:
        """Run the command, forked."""
        run = replace(self._run(words, env), stdout=stdout, largest_file=largest_file)
        return self._begin(TerminalSession(self.server, run, columns=columns, rows=rows))

    def start_in_shell(
        self,
        *words: str,
        columns: int = 80,
        stdout: str = "",
        pipe: str = "",
        before: str = "",
        monitor: str = "-m",
        **env: str,
    ) -> TerminalSession:
        """Run the command by a shell, in an interpreter of its own.

        `stdout` is the redirection of standard output, `pipe` what stands behind the command,
        `before` what the shell does in the process of the command first. `monitor` is `+m` for a
        shell without job control: one with it gives up together with its terminal.
        """
        line = SHELL.format(
            notes=quote(str(self._notes())),
            command=join([sys.executable, "-m", "kelompok_quiz", *words]),
            stopped=128 + signal.SIGTSTP,
            suspended=SUSPENDED,
            suspension=SUSPENSION,
            before=before,
            stdout=stdout,
            pipe=pipe,
            monitor=monitor,
        )
        run = replace(self._run(words, env), script=line)
        return self._begin(TerminalSession(self.server, run, columns=columns))

    def _begin(self, session: TerminalSession) -> TerminalSession:
        self._sessions.append(session)
        return session

    def _notes(self) -> Path:
        return self.folder / f"terminal-{len(self._sessions) + 1}"

    def _run(self, words: Sequence[str], env: dict[str, str]) -> Run:
        notes = self._notes()
        notes.mkdir()
        return Run([*words], str(self.folder), str(notes), self._environment() | env)

    def close(self) -> None:
        for session in self._sessions:
            session.close()

    def kept(self) -> set[str]:
        """The names of what is in the folder of sessions; empty where there is no such folder."""
        return {path.name for path in self.state.iterdir()} if self.state.exists() else set()

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_STATE_HOME": str(self.state.parent),
            "PYTHONPATH": str(SRC),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TZ": "UTC",
        }
