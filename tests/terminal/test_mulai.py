"""`kuis-karier mulai` from its options to its outputs: what is written where."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from kelompok_quiz.cli.app import entry
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.order import draw_order
from kelompok_quiz.words import quiz as words
from support.mini import MINI_FILE, ORDER, PROFILE
from support.terminal_quiz import (
    ANSWERS,
    CONCLUSION,
    COUNT,
    CTRL_C,
    ENTER,
    FILE,
    GO_ON,
    HALF,
    QUIZ,
    answer,
    begin,
    finish,
    kept_sitting,
    leave,
    record,
    see,
    see_page,
    sitting,
    turn_to_tasks,
    untimed,
)
from support.terminal_session import Computer, TerminalSession, spaceless

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"
BROKEN = ROOT / "tests" / "cases" / "profile" / "invalid" / "key_missing.yaml"


def at_the_end(computer: Computer, *more: str, **options: Any) -> TerminalSession:
    """A quiz without hurry, resumed at its overview."""
    leave(computer.state / FILE, sitting(ANSWERS))
    session = computer.start(*QUIZ, *more, **options)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    return session


def finished(computer: Computer, *more: str, **options: Any) -> TerminalSession:
    session = at_the_end(computer, *more, **options)
    session.send(ENTER)
    assert session.end() == 0
    return session


def text(computer: Computer, name: str) -> str:
    return (computer.folder / name).read_text(encoding="utf-8")


def test_no_two_neighbouring_answers_are_alike() -> None:
    assert all(one != other for one, other in pairwise(ANSWERS))


# the whole way


def test_after_the_overview_the_report_stays_on_the_screen(computer: Computer) -> None:
    session = finished(computer)
    shown = [row for row in session.rows if row]
    assert shown[-2].startswith(CONCLUSION)
    assert "Batas kuis ini" in session.text
    assert words.OVERVIEW_TITLE not in session.text
    assert words.RETAKE_TITLE not in session.text
    assert not computer.state.exists()


@pytest.mark.lama
def test_standard_output_has_the_payload_and_nothing_of_the_quiz(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--format", "json", stdout="hasil.json")
    begin(session)
    assert text(computer, "hasil.json") == ""
    finish(session)
    assert session.end() == 0
    assert session.text == ""
    out = text(computer, "hasil.json")
    assert "\x1b" not in out
    found = record(computer.folder / "hasil.json")
    assert (found["status"], found["answered"]) == ("scored", COUNT)
    assert found["quality"]["flags"][0] == "too_fast"
    assert not computer.state.exists()


def test_a_report_in_a_file_has_no_escapes_and_no_question(computer: Computer) -> None:
    session = finished(computer, stdout="hasil.txt")
    assert session.text == ""
    assert text(computer, "hasil.txt").startswith("Hasilmu")
    assert "\x1b" not in text(computer, "hasil.txt")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_result_can_be_data(computer: Computer, form: str) -> None:
    finished(computer, "--format", form, stdout="hasil")
    out = text(computer, "hasil")
    found: dict[str, Any] = (
        json.loads(out) if form == "jsonl" else next(csv.DictReader(io.StringIO(out)))
    )
    assert (found["status"], str(found["answered"])) == ("scored", str(COUNT))


@pytest.mark.parametrize(
    ("name", "start"),
    [("h.json", "["), ("h.jsonl", "{"), ("h.csv", "row,"), ("h.txt", "Hasilmu"), ("h", "Hasilmu")],
)
@pytest.mark.lama
def test_an_output_file_has_the_format_of_its_name(
    computer: Computer, name: str, start: str
) -> None:
    session = finished(computer, "--keluaran", name, stdout="keluar")
    assert text(computer, name).startswith(start)
    assert text(computer, "keluar") == ""
    assert session.text == ""


def test_a_person_who_hurried_can_answer_again(computer: Computer) -> None:
    leave(computer.state / FILE, sitting([3] * COUNT))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    session.send(ENTER)
    session.wait(words.RETAKE_TITLE)
    assert not computer.kept() & {FILE}
    session.pass_time(0.1)
    session.send("1\r")
    begin(session)
    answer(session, 4)
    session.send("s")
    assert session.end() == 0
    assert kept_sitting(computer.state / FILE).answers == {ORDER[0]: 4}


def test_leaving_at_the_offer_to_answer_again_is_no_failure(computer: Computer) -> None:
    leave(computer.state / FILE, sitting([3] * COUNT))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    session.send(ENTER)
    session.wait(words.RETAKE_TITLE)
    session.pass_time(0.1)
    session.send(CTRL_C)
    assert session.end() == 0
    assert not computer.state.exists()


def test_a_profile_of_four_responses_is_asked_with_four(computer: Computer) -> None:
    session = computer.start("mulai", "--profil", str(EXAMPLE))
    turn_to_tasks(session)
    session.send(ENTER)
    session.wait("1-4 " + words.HINT_ANSWER[1])
    session.pass_time(0.1)
    count = len(load(EXAMPLE).profile.items)
    session.send("5")
    session.settle()
    assert f"1/{count}" in session.text
    session.send("4")
    session.wait(f"2/{count}")


# --simpan


@pytest.mark.parametrize("name", ["jawabanku.json", "jawabanku.yaml"])
def test_saved_answers_score_as_the_quiz_did_to_the_last_digit(
    computer: Computer, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    leave(computer.state / FILE, sitting([None, *ANSWERS[1:-1]]))
    session = computer.start(*QUIZ, "--simpan", name, "--format", "json", stdout="hasil.json")
    session.wait(words.FOUND_RESUME)
    session.send("1")
    answer(session, ANSWERS[-1], first=COUNT)
    session.send(ENTER)
    assert session.end() == 0
    saved = computer.folder / name
    assert spaceless(words.KEPT_AS_ASKED.format(file=name)) in session.told
    assert saved.stat().st_mode & 0o777 == 0o600
    sheet = yaml.safe_load(saved.read_text("utf-8"))
    assert list(sheet["answers"].values()) == [None, *ANSWERS[1:]]
    assert (sheet["profile"]["id"], sheet["seed"]) == (PROFILE.id, None)
    assert entry(["nilai", str(saved), "--profil", str(MINI_FILE), "--format", "json"]) == 0
    again = computer.folder / "lagi.json"
    again.write_text(capsys.readouterr().out, "utf-8")
    assert record(again) == record(computer.folder / "hasil.json")
    assert record(again)["quality"]["median_seconds"] is not None


def test_the_opening_says_where_answers_are_saved(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--simpan", "jawabanku.json")
    session.wait(GO_ON)
    assert words.KEPT_IN_FILE.format(file="jawabanku.json") in session.text
    session.send(CTRL_C)
    assert session.end() == 130
    assert not (computer.folder / "jawabanku.json").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("sudah.json", 2), ("jawaban.txt", 2), ("tiada/jawaban.json", 73), ("mini.yaml", 2)],
)
def test_answers_that_could_not_be_saved_are_told_before_the_first_question(
    computer: Computer, name: str, code: int
) -> None:
    (computer.folder / "sudah.json").write_text("punya orang", "utf-8")
    session = computer.start(*QUIZ, "--simpan", name)
    assert session.end() == code
    assert b"\x1b[?1049h" not in session.raw
    assert text(computer, "sudah.json") == "punya orang"


@pytest.mark.parametrize("option", ["--simpan", "--keluaran", "--sesi"])
@pytest.mark.parametrize(
    ("place", "culprit"),
    [("tiada/a.json", "/tiada”"), ("mini.yaml/a.json", "/mini.yaml”"), ("/proc/a.json", "“/proc")],
)
def test_what_cannot_be_written_is_refused_before_the_first_question(
    computer: Computer, option: str, place: str, culprit: str
) -> None:
    session = computer.start(*QUIZ, option, place)
    assert session.end() == 73
    assert b"\x1b" not in session.raw
    assert culprit in session.told
    assert {path.name for path in computer.folder.iterdir()} == {"mini.yaml", "rumah", "terminal-1"}
    assert not computer.state.exists()


def test_an_output_that_exists_is_not_touched_before_the_result(computer: Computer) -> None:
    (computer.folder / "hasil.txt").write_text("lama", "utf-8")
    session = computer.start(*QUIZ, "--keluaran", "hasil.txt")
    session.wait(GO_ON)
    session.send(CTRL_C)
    assert session.end() == 130
    assert text(computer, "hasil.txt") == "lama"


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_the_stream_that_is_no_terminal_is_named(computer: Computer, stream: str) -> None:
    before = "exec </dev/null;" if stream == "stdin" else "exec 2>salah.txt;"
    session = computer.start_in_shell(*QUIZ, before=before)
    assert session.end() == 2
    told = session.text if stream == "stdin" else text(computer, "salah.txt")
    assert f"Di mana : {stream}" in told


# --acak


@pytest.mark.lama
def test_a_personal_order_is_another_one_and_stays_after_a_break(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--acak", "--simpan", "s.json", stdout="hasil.txt")
    begin(session)
    first = statement(session)
    session.send("4")
    see(session, 2)
    session.send("s")
    assert session.end() == 0
    kept = kept_sitting(computer.state / FILE)
    assert kept.seed is not None
    assert kept.order == draw_order(PROFILE, kept.seed)
    assert kept.order != ORDER
    assert kept.answers == {kept.order[0]: 4}
    assert first == PROFILE.find_item(kept.order[0]).text
    again = computer.start(*QUIZ, "--simpan", "s.json", stdout="hasil.txt")
    again.wait(words.FOUND_RESUME)
    again.send("1")
    see(again, 2)
    shown = [first]
    for place in range(2, COUNT + 1):
        if place == HALF + 1:
            see_page(again, words.HALFWAY_TITLE)
            again.send(ENTER)
        see(again, place)
        shown.append(statement(again))
        again.send(str(ANSWERS[place - 1]))
    see_page(again, words.OVERVIEW_TITLE)
    again.send(ENTER)
    assert again.end() == 0
    assert shown == [PROFILE.find_item(item).text for item in kept.order]
    sheet = json.loads(text(computer, "s.json"))
    assert (sheet["seed"], tuple(sheet["order"])) == (kept.seed, kept.order)


def statement(session: TerminalSession) -> str:
    """The statement on screen, of one row in this profile."""
    return session.rows[4].strip()


# the same answers by every way


def test_keys_and_a_file_give_the_same_record(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    finished(computer, "--format", "json", stdout="tombol.json")
    table = computer.folder / "jawaban.csv"
    table.write_text(f"{','.join(ORDER)}\n{','.join(map(str, ANSWERS))}\n", "utf-8")
    assert entry(["nilai", str(table), "--profil", str(MINI_FILE), "--format", "json"]) == 0
    by_file = computer.folder / "berkas.json"
    by_file.write_text(capsys.readouterr().out, "utf-8")
    by_keys = record(computer.folder / "tombol.json")
    assert by_keys["quality"]["median_seconds"] == 3.0
    assert untimed(by_keys) == untimed(record(by_file))


# where no quiz can be


def test_the_bare_command_at_a_terminal_is_the_quiz(computer: Computer) -> None:
    session = computer.start()
    session.wait(GO_ON)
    session.send(CTRL_C)
    assert session.end() == 130


@pytest.mark.parametrize(
    ("before", "env"),
    [("exec </dev/null;", {}), ("exec 2>/dev/null;", {})],
    ids=["stdin", "stderr"],
)
def test_without_a_terminal_nobody_is_asked(
    computer: Computer, before: str, env: dict[str, Any]
) -> None:
    session = computer.start_in_shell(*QUIZ, before=before, **env)
    assert session.end() == 2
    assert b"\x1b" not in session.raw


def test_in_ci_a_terminal_is_nobody(computer: Computer) -> None:
    session = computer.start(CI="true", stdout="keluar")
    assert session.end() == 2
    assert "kuis-karier mulai" in session.text
    assert text(computer, "keluar") == ""


@pytest.mark.parametrize("env", [{"CI": "true"}, {}], ids=["ci", "person"])
def test_nobody_is_waited_for_to_type_a_file(computer: Computer, env: dict[str, Any]) -> None:
    session = computer.start("nilai", **env)
    assert session.end() == 2
    assert "Belum ada berkas jawaban" in session.text


@pytest.mark.parametrize(
    ("profile", "code", "told"), [(BROKEN, 1, "Galat"), (Path("tiada.yaml"), 66, "tiada.yaml")]
)
def test_a_profile_that_cannot_be_used_asks_no_question(
    computer: Computer, profile: Path, code: int, told: str
) -> None:
    session = computer.start("mulai", "--profil", str(profile))
    assert session.end() == code
    assert told in session.text
    assert b"\x1b[?1049h" not in session.raw


def test_at_a_terminal_one_person_is_a_report_and_several_are_a_table(computer: Computer) -> None:
    cells = ",".join(map(str, ANSWERS))
    head = ",".join(ORDER)
    (computer.folder / "satu.csv").write_text(f"{head}\n{cells}\n")
    (computer.folder / "dua.csv").write_text(f"{head}\n{cells}\n{cells}\n")
    one = computer.start("nilai", "satu.csv", "--profil", MINI_FILE.name)
    assert one.end() == 0
    assert CONCLUSION in one.text
    several = computer.start("nilai", "dua.csv", "--profil", MINI_FILE.name)
    assert several.end() == 0
    assert several.rows[0].split()[:3] == ["No", "Responden", "Hasil"]
    assert CONCLUSION not in several.text
