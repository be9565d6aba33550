"""A command in a real pseudo-terminal, seen as a person sees it: the screen, not the bytes."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote

import pexpect
import pyte

SRC = Path(__file__).parents[1] / "src"
PATIENCE = 20.0
"""Seconds to wait for what must come; only a failing test waits that long."""
QUIET = 0.3
"""Seconds without a change after which nothing more is expected."""

PREAMBLE = """
import atexit, os, pathlib
pathlib.Path("pid").write_text(str(os.getpid()))
atexit.register(pathlib.Path("ended").touch)
"""


class TerminalSession:
    """A Python script in a terminal; its stdout goes to a file, so the screen is its stderr."""

    def __init__(
        self, folder: Path, script: str, *, columns: int = 80, rows: int = 24, **env: str
    ) -> None:
        self.folder = folder
        self.raw = ""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        (folder / "script.py").write_text(PREAMBLE + script, encoding="utf-8")
        self._child = pexpect.spawn(
            "/bin/sh",
            ["-c", _shell(sys.executable)],
            cwd=str(folder),
            env=_environment(env),
            dimensions=(rows, columns),
            encoding="utf-8",
        )
        self._child.delaybeforesend = None

    def close(self) -> None:
        self._child.close(force=True)

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.rows).split())

    @property
    def cursor_row(self) -> str:
        return self.rows[self._screen.cursor.y]

    @property
    def cursor_hidden(self) -> bool:
        return bool(self._screen.cursor.hidden)

    def send(self, *keys: str, pause: float = 0.0) -> None:
        for key in keys:
            self._child.send(key)
            self._read(pause)

    def wait(self, wanted: str | Callable[[], bool]) -> None:
        """Return once the screen shows a text, or a condition holds."""
        until = time.monotonic() + PATIENCE
        while not (wanted() if callable(wanted) else wanted in self.text):
            shown = "\n".join(self.rows)
            assert time.monotonic() < until, f"{wanted!r} did not come; the screen was\n{shown}"
            self._read(0.02)

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self._read(QUIET):
            pass

    def pass_time(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def kill(self, number: int) -> None:
        os.kill(int((self.folder / "pid").read_text()), number)

    def hang_up(self) -> bool:
        """Take the terminal away, and return whether Python came to an orderly end."""
        self._child.ptyproc.fileobj.close()
        until = time.monotonic() + PATIENCE
        while not (ended := (self.folder / "ended").exists()) and time.monotonic() < until:
            time.sleep(0.02)
        return ended

    def end(self) -> int:
        """Wait for the script to end by itself and return its exit code."""
        self.wait((self.folder / "code").exists)
        self.settle()
        self.wait(lambda: bool((self.folder / "code").read_text()))
        return int((self.folder / "code").read_text())

    def output(self) -> dict[str, dict[str, float | None]]:
        sitting: dict[str, dict[str, float | None]] = json.loads(
            (self.folder / "out").read_text(encoding="utf-8")
        )
        return sitting

    def colours(self) -> set[str]:
        """The parameters of every colour or style that was switched on."""
        runs = re.findall(r"\x1b\[([\d;]*)m", self.raw)
        return {parameter for run in runs for parameter in run.split(";")}

    def terminal_modes(self) -> Sequence[str]:
        return [(self.folder / name).read_text() for name in ("before", "after")]

    def _read(self, timeout: float) -> bool:
        try:
            data = self._child.read_nonblocking(65536, timeout)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += data
        self._stream.feed(data)
        return True


def _shell(python: str) -> str:
    """A shell with job control; a script that suspends itself is brought back."""
    return (
        f"set -m; stty -g >before; {quote(python)} script.py >out; code=$?; "
        f"[ $code = {128 + signal.SIGTSTP} ] && echo dijeda && sleep 0.3 && fg && code=$?; "
        "stty -g >after; echo $code >code"
    )


def _environment(extra: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {"PYTHONPATH": str(SRC), "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    return kept | fixed | extra
