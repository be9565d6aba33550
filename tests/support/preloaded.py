"""A process that has imported the whole command and forks one for every run at a terminal.

A fork costs a hundredth of an interpreter that imports everything. `Preloaded` is the client;
`python -m support.preloaded FD` is the process, which serves the other end of a socket.
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Self

import kelompok_quiz

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

SUSPENDED = "dijeda"
"""What is written while a command is suspended."""
SUSPENSION = 0.1
"""Seconds after which a suspended command is brought back."""


@dataclass(frozen=True)
class Run:
    """A command at a terminal; in the folder `notes` it leaves pid, terminal modes and exit code.

    `stdout` is a file for its standard output, `largest_file` how many bytes any file may have.
    A `script` is run by a shell instead, which has to leave the notes itself.
    """

    words: list[str]
    folder: str
    notes: str
    env: dict[str, str]
    stdout: str = ""
    largest_file: int | None = None
    script: str = ""


class Preloaded:
    """The process, until the context ends."""

    def __enter__(self) -> Self:
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "support.preloaded", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=os.environ
                | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8"},
            )
        return self

    def start(self, run: Run, terminal: int) -> int:
        """Start a run and return the pid of the leader of the session at its terminal."""
        request = json.dumps(asdict(run)).encode() + b"\n"
        socket.send_fds(self._ours, [request], [terminal])
        return int(self._ours.recv(64))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ours.close()
        self._process.wait()


def serve(requests: socket.socket) -> Run | None:
    """Fork a leader for every request; return in the process of a command, and at the end."""
    while True:
        data, terminals, _, _ = socket.recv_fds(requests, 1 << 16, 1)
        if not data:
            return None
        while not data.endswith(b"\n"):
            data += requests.recv(1 << 16)
        leader = os.fork()
        if leader == 0:
            requests.close()
            run = Run(**json.loads(data))
            own_terminal(terminals[0])
            os.chdir(run.folder)
            if run.script:
                os.execve("/bin/sh", ["sh", "-c", run.script], run.env)  # noqa: S606 - it is the shell
            lead(run)
            return run
        os.close(terminals[0])
        requests.send(str(leader).encode())
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:  # leaders that are done
                pass


def own_terminal(terminal: int) -> None:
    """Begin a session at a terminal."""
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for descriptor in range(3):
        os.dup2(terminal, descriptor)
    os.close(terminal)


def lead(run: Run) -> None:
    """Do for a command what a shell with job control does; return only in its own process."""
    notes = Path(run.notes)
    before = modes()
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # the leader is in the background meanwhile
    signal.signal(signal.SIGHUP, lambda *_: None)
    command = os.fork()
    if command == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGTTOU, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        (notes / "pid").write_text(f"{os.getpid()}\n")
        return
    status = os.waitpid(command, os.WUNTRACED)[1]
    while os.WIFSTOPPED(status):
        if os.WSTOPSIG(status) == signal.SIGTSTP:
            os.write(1, f"{SUSPENDED}\n".encode())
            time.sleep(SUSPENSION)
            os.tcsetpgrp(0, command)
            os.killpg(command, signal.SIGCONT)
        status = os.waitpid(command, os.WUNTRACED)[1]
    code = os.waitstatus_to_exitcode(status)
    (notes / "before").write_text(before)
    with suppress(OSError):
        (notes / "after").write_text(modes())
    (notes / "code").write_text(str(128 - code if code < 0 else code))
    os._exit(0)


def modes() -> str:
    """The modes of the terminal."""
    import termios

    try:
        return str(termios.tcgetattr(0))
    except termios.error as error:
        raise OSError(*error.args) from error


def become(run: Run) -> None:
    """Look like an interpreter that has just started with this command."""
    import resource

    os.environ.clear()
    os.environ.update(run.env)
    time.tzset()
    if run.largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (run.largest_file, run.largest_file))
    if run.stdout:
        os.dup2(os.open(run.stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), 1)
    sys.argv = [str(Path(kelompok_quiz.__file__).with_name("__main__.py")), *run.words]
    sys.orig_argv = ["python", "-m", "kelompok_quiz", *run.words]
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(
            open(descriptor, mode, closefd=False),  # noqa: SIM115 - open to the end
            encoding="utf-8",
            errors=errors,
            line_buffering=descriptor == 2 or os.isatty(descriptor),
        )
        for descriptor, mode, errors in [
            (0, "rb", "surrogateescape"),
            (1, "wb", "surrogateescape"),
            (2, "wb", "backslashreplace"),
        ]
    )


def main(descriptor: int) -> None:
    """Serve, or be the command."""
    for module in pkgutil.walk_packages(kelompok_quiz.__path__, "kelompok_quiz."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()  # a collection would touch, and so copy, all that the forks share
    with socket.socket(fileno=descriptor) as requests:
        run = serve(requests)
    if run is not None:
        become(run)
        obey(importlib.import_module("kelompok_quiz.__main__").main)


def obey(command: Callable[[], NoReturn]) -> None:
    """Run a command and end as it says, at once: the interpreter would first undo every import."""
    try:
        command()
    except SystemExit as error:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(error.code or 0))


if __name__ == "__main__":
    main(int(sys.argv[1]))
