"""`kuis-karier` at a real terminal: from the first key to the report, and every way to leave."""

from __future__ import annotations

import csv
import io
import json
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.cli.app import entry
from kelompok_quiz.profile import load
from terminal_session import TerminalSession

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

ROOT = Path(__file__).parents[2]
MINI = ROOT / "tests" / "cases" / "scoring" / "mini.yaml"
EXAMPLE = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"
BROKEN = ROOT / "tests" / "cases" / "profile" / "invalid" / "key_missing.yaml"
PROFILE = load(MINI).profile
ANSWERS = [1 + (3 * index + index // 7) % 5 for index in range(len(PROFILE.order))]
"""No two neighbours alike: the same key again at once would count as held down."""
SCRIPT = """
import sys
from kelompok_quiz.__main__ import main
sys.argv[1:] = {words!r}
{before}
main()
"""
AT_TERMINAL = "sys.stdout = open('/dev/tty', 'w', encoding='utf-8')\n"
"""The session's standard output is a file; this makes it the terminal, as it is for people."""

Opener = Callable[..., TerminalSession]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Opener]:
    opened: list[TerminalSession] = []

    def start(*words: str, before: str = "", **env: str) -> TerminalSession:
        script = SCRIPT.format(words=list(words), before=before)
        session = TerminalSession(tmp_path, script, columns=80, rows=24, **env)
        opened.append(session)
        return session

    yield start
    for session in opened:
        session.close()


def written(session: TerminalSession) -> str:
    return (session.folder / "out").read_text(encoding="utf-8")


def answer(session: TerminalSession, answers: list[int]) -> None:
    session.wait("1/")
    session.send(*map(str, answers), pause=0.01)


def quiz(run: Opener, *words: str, **env: str) -> TerminalSession:
    session = run("mulai", "--profil", str(MINI), *words, **env)
    session.wait("1/28")
    return session


def test_no_two_neighbouring_answers_are_alike() -> None:
    assert all(one != other for one, other in pairwise(ANSWERS))


def test_after_the_last_answer_the_report_is_on_the_screen(run: Opener) -> None:
    session = run("mulai", "--profil", str(MINI), before=AT_TERMINAL)
    answer(session, ANSWERS)
    assert session.end() == 0
    assert written(session) == ""
    shown = [row for row in session.rows if row]
    assert shown[-2] == "Kesimpulan"
    assert shown[-1].startswith("  Hasil: ")
    assert "Batas kuis ini" in session.text
    assert "1-5 jawab" not in session.text


def test_the_report_goes_to_standard_output_and_the_quiz_does_not(run: Opener) -> None:
    session = quiz(run)
    assert written(session) == ""
    answer(session, ANSWERS)
    assert session.end() == 0
    out = written(session)
    assert out.startswith("Hasilmu\n")
    assert "  Hasil: " in out.splitlines()[-2]
    assert "\x1b" not in out
    assert PROFILE.items[0].text not in out
    assert session.text == ""


def test_the_quiz_gives_the_same_result_as_a_file(
    run: Opener, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = quiz(run, "--format", "json")
    answer(session, ANSWERS)
    assert session.end() == 0
    (by_keys,) = json.loads(written(session))
    answers = tmp_path / "jawaban.csv"
    cells = ",".join(map(str, ANSWERS))
    answers.write_text(f"{','.join(PROFILE.order)}\n{cells}\n")
    assert entry(["nilai", str(answers), "--profil", str(MINI), "--format", "json"]) == 0
    (by_file,) = json.loads(capsys.readouterr().out)
    assert 0 < by_keys["quality"].pop("median_seconds") < 2
    assert by_keys["quality"].pop("flags")[0] == "too_fast"
    for record in (by_keys, by_file):
        record["quality"] = {
            k: v for k, v in record["quality"].items() if k not in {"flags", "level"}
        }
        for key in ("source", "respondent"):
            record.pop(key)
    by_file["quality"].pop("median_seconds")
    assert by_keys == by_file


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_result_of_a_quiz_can_be_data(run: Opener, form: str) -> None:
    session = quiz(run, "--format", form)
    answer(session, ANSWERS)
    assert session.end() == 0
    out = written(session)
    found: dict[str, Any] = (
        json.loads(out) if form == "jsonl" else next(csv.DictReader(io.StringIO(out)))
    )
    assert (found["status"], str(found["answered"])) == ("scored", "28")


def test_skipped_statements_are_missing_answers(run: Opener) -> None:
    session = quiz(run, "--format", "json")
    answer(session, [0 if index % 2 else given for index, given in enumerate(ANSWERS)])
    assert session.end() == 0
    (record,) = json.loads(written(session))
    assert (record["status"], record["answered"]) == ("undetermined", 14)


def test_a_profile_of_four_responses_is_asked_with_four(run: Opener) -> None:
    profile = load(EXAMPLE).profile
    session = run("mulai", "--profil", str(EXAMPLE), "--format", "json")
    session.wait("1-4 jawab")
    session.send("5")
    answer(session, [1 + index % 4 for index in range(len(profile.order))])
    assert session.end() == 0
    (record,) = json.loads(written(session))
    assert (record["profile"]["id"], record["answered"]) == (profile.id, len(profile.order))


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 130)], ids=["c", "d"])
def test_leaving_by_a_key_shows_no_result(run: Opener, key: str, code: int) -> None:
    session = quiz(run)
    session.send("4", key)
    assert session.end() == code
    assert_left(session)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["term", "hup", "int"],
)
def test_leaving_by_a_signal_shows_no_result(run: Opener, number: int, code: int) -> None:
    session = quiz(run)
    session.send("4")
    session.wait("2/28")
    session.kill(number)
    assert session.end() == code
    assert_left(session)


def assert_left(session: TerminalSession) -> None:
    before, after = session.terminal_modes()
    assert before == after
    assert written(session) == ""
    assert "Traceback" not in session.raw
    assert session.text == ""


def test_the_bare_command_at_a_terminal_is_the_quiz(run: Opener) -> None:
    session = run()
    session.wait("1/50")
    session.send("\x03")
    assert session.end() == 130


def test_in_ci_a_terminal_is_nobody(run: Opener) -> None:
    session = run(CI="true")
    assert session.end() == 2
    assert session.text.startswith("Pemakaian: kuis-karier")
    assert written(session) == ""


def test_in_ci_nobody_is_waited_for_to_type_answers(run: Opener) -> None:
    session = run("nilai", CI="true")
    assert session.end() == 2
    assert "Belum ada berkas jawaban" in session.text


def test_at_a_terminal_nobody_is_waited_for_to_type_a_file(run: Opener) -> None:
    session = run("nilai")
    assert session.end() == 2
    assert "Belum ada berkas jawaban" in session.text


@pytest.mark.parametrize(
    ("profile", "code", "told"), [(BROKEN, 1, "Galat"), (Path("tiada.yaml"), 66, "tiada.yaml")]
)
def test_a_profile_that_cannot_be_used_asks_no_question(
    run: Opener, profile: Path, code: int, told: str
) -> None:
    session = run("mulai", "--profil", str(profile))
    assert session.end() == code
    assert told in session.text
    assert "1-5 jawab" not in session.raw


def test_at_a_terminal_one_person_is_a_report_and_several_are_a_table(
    run: Opener, tmp_path: Path
) -> None:
    cells = ",".join(map(str, ANSWERS))
    head = ",".join(PROFILE.order)
    (tmp_path / "satu.csv").write_text(f"{head}\n{cells}\n")
    (tmp_path / "dua.csv").write_text(f"{head}\n{cells}\n{cells}\n")
    one = run("nilai", "satu.csv", "--profil", str(MINI), before=AT_TERMINAL)
    assert one.end() == 0
    assert "Kesimpulan" in one.text
    (tmp_path / "code").unlink()
    several = run("nilai", "dua.csv", "--profil", str(MINI), before=AT_TERMINAL)
    assert several.end() == 0
    assert several.rows[0].split() == [
        *("No", "Responden", "Hasil", "Cocok", "Kestabilan", "Mutu"),
    ]
    assert "Kesimpulan" not in several.text
