"""An app that ends in every way; run as a script, it is a process of its own.

Nothing is imported that the command itself does not import: many tests start it.
"""

from __future__ import annotations

import sys
import time
from typing import Annotated

import typer

from kelompok_quiz.cli.language.indonesian import IndonesianApp
from kelompok_quiz.cli.running import run
from kelompok_quiz.problems import InputUnreadable, Place, Problem

EMPTY = Problem("input_empty", Place("kelas.csv", 1))
STRANGE = Problem("file_missing", parameters={"value": "\x1b[2J"})


class Below(InputUnreadable):
    """A kind of error that has no code of its own."""


APP = IndonesianApp(help="Berakhir dengan banyak cara.")


@APP.callback()
def root() -> None:
    """Nothing: so that there is a group."""


@APP.command(help="Akhiri dengan cara yang diminta.")
def akhiri(
    way: Annotated[str, typer.Argument(metavar="CARA")],
    note: Annotated[str | None, typer.Option("--catatan")] = None,
) -> None:
    if way in {"0", "65", "putus"}:
        print("baris")  # noqa: T201 - buffered, unlike typer.echo
    ends: dict[str, BaseException] = {
        "0": typer.Exit(),
        "65": typer.Exit(65),
        "putus": KeyboardInterrupt(),
        "pipa": BrokenPipeError(),
        "penuh": OSError(28, "No space left on device"),
        "buka": OSError(28, "No space left on device", "kelas.csv"),
        "salah": InputUnreadable(EMPTY),
        "salah-lain": Below([EMPTY, STRANGE]),
        "bug": ZeroDivisionError(),
    }
    if note:
        ends[way].add_note(note)
    raise ends[way]


@APP.command(help="Tunggu sampai dihentikan.")
def tunggu() -> None:
    try:
        print("siap", flush=True)  # noqa: T201
        time.sleep(20)
    finally:
        print("membereskan", flush=True)  # noqa: T201
        sys.stdin.readline()
        print("dibereskan", flush=True)  # noqa: T201


@APP.command(help="Tulis banyak baris.")
def banyak() -> None:
    for number in range(100_000):
        print(number)  # noqa: T201


if __name__ == "__main__":
    sys.exit(run(APP, sys.argv[1:]))
