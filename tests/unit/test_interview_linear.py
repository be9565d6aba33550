from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator

import pytest

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.interviewer import Left, TerminalLost
from kelompok_quiz.interview.linear import LONGEST_LINE, WIDEST, LineInterviewer, TerminalLines
from kelompok_quiz.interview.quiz import Save
from kelompok_quiz.interview.state import FEWEST_FOR_A_BREAK
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.quiz import KEPT, SHIPPED, Disk, small, unbegun

if sys.platform != "win32":
    import pty
    import termios

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are those of POSIX")
BEGIN = ("", "")
"""From the opening to the tasks, and to the first statement."""
PASTED = None
"""What `Lines.read` returns if several lines arrived at once."""
Written = str | None | type[BaseException]


class Person:
    """Writes these lines, one a second, and hears what is said; then the input ends."""

    def __init__(self, *lines: Written) -> None:
        self.heard: list[str] = []
        self.now = 0.0
        self._lines = list(lines)

    def write(self, text: str) -> None:
        self.heard.append(text)

    def read(self, prompt: str) -> str | None:
        self.heard.append(prompt)
        self.now += 1.0
        line = self._lines.pop(0) if self._lines else EOFError
        if isinstance(line, type):
            raise line
        return line

    def clock(self) -> float:
        return self.now

    def heard_after(self, prompt: int) -> list[str]:
        """What was said after the answer to a prompt, from 1, up to the next one."""
        prompts = [n for n, text in enumerate(self.heard) if text == words.PROMPT]
        prompts.append(len(self.heard))
        return self.heard[prompts[prompt - 1] + 1 : prompts[prompt]]


def asked(
    person: Person,
    profile: Profile | None = None,
    sitting: Sitting | None = None,
    save: Save | None = None,
) -> Sitting:
    profile = profile or small()
    begun = sitting or Sitting(profile.order)
    return LineInterviewer(person, person.clock).ask(profile, begun, kept=KEPT, save=save)


def answered(*lines: Written, save: Save | None = None, sitting: Sitting | None = None) -> Sitting:
    return asked(Person(*lines), sitting=sitting, save=save)


def left(*lines: Written, save: Save | None = None) -> Person:
    """A person who writes these lines and then leaves."""
    person = Person(*lines)
    with pytest.raises(KeyboardInterrupt):
        asked(person, save=save)
    return person


class TestAnswering:
    def test_a_number_for_every_statement_and_the_word_for_the_result_end_the_quiz(self) -> None:
        assert answered(*BEGIN, "1", "5", "3", "hasil").answers == {"i0": 1, "i1": 5, "i2": 3}

    @pytest.mark.parametrize("begin", [BEGIN, ("lanjut", "mulai"), ("LANJUT", "MULAI")])
    def test_empty_lines_or_words_begin(self, begin: tuple[str, str]) -> None:
        assert answered(*begin, "1", "5", "3", "hasil").answered == 3

    @pytest.mark.parametrize("skip", ["0", "lewati", "Lewati", "LEWATI"])
    def test_a_statement_can_be_skipped(self, skip: str) -> None:
        assert answered(*BEGIN, skip, "4", "4", "hasil").answers == {"i0": None, "i1": 4, "i2": 4}

    def test_going_back_says_the_earlier_answer_and_it_can_be_kept(self) -> None:
        person = Person(*BEGIN, "4", "kembali", "lanjut", "2", "2", "hasil")
        assert asked(person).answers == {"i0": 4, "i1": 2, "i2": 2}
        label = words.EARLIER_LABEL.format(number=4, label=SHIPPED.responses[3])
        assert label in person.heard_after(4)

    def test_going_back_to_a_skipped_statement_says_that_it_was(self) -> None:
        person = left(*BEGIN, "0", "kembali")
        assert words.SKIPPED in person.heard_after(4)

    def test_another_answer_replaces_the_earlier_one(self) -> None:
        assert answered(*BEGIN, "4", "kembali", "1", "2", "2", "hasil").answers["i0"] == 1

    @pytest.mark.parametrize("ask", ["?", "bantuan", "Bantuan"])
    def test_help_says_what_the_statement_means_and_every_response(self, ask: str) -> None:
        person = Person(*BEGIN, ask)
        with pytest.raises(KeyboardInterrupt):
            asked(person, small(meaning="Artinya begini."))
        said = person.heard_after(3)
        assert said[:2] == ["Artinya begini.", words.EXPLAINED]
        assert [f"{n} {label}." for n, label in enumerate(SHIPPED.responses, 1)] == said[2:7]

    @pytest.mark.parametrize(
        "line", ["6", "9", "10", "-1", "1.0", "1 2", "satu", "jawab", "\x1b[A"]
    )
    def test_what_is_unknown_is_named_answers_nothing_and_brings_help(self, line: str) -> None:
        person = left(*BEGIN, line)
        unknown = words.LINEAR_UNKNOWN.format(line=line.casefold())
        assert person.heard_after(3)[:2] == [unknown, words.LINEAR_HELP.format(points=5)]
        assert answered(*BEGIN, line, "4", "4", "4", "hasil").answers == dict.fromkeys(
            ("i0", "i1", "i2"), 4
        )

    @pytest.mark.parametrize("line", ["{line}", "{0}", "%s", "[bold]x[/]"])
    def test_what_was_written_is_repeated_and_never_interpreted(self, line: str) -> None:
        assert any(line in said for said in left(*BEGIN, line).heard_after(3))

    def test_an_empty_line_answers_nothing_and_only_brings_help(self) -> None:
        assert left(*BEGIN, "").heard_after(3) == [words.LINEAR_HELP.format(points=5)]
        assert answered(*BEGIN, "", "4", "4", "4", "hasil").answered == 3

    def test_lines_that_come_at_once_answer_nothing(self) -> None:
        person = left(*BEGIN, PASTED)
        assert person.heard_after(3) == [words.LINEAR_PASTED]
        assert answered(*BEGIN, PASTED, "4", "4", "4", "hasil").answered == 3

    def test_times_are_those_of_the_clock_without_the_opening(self) -> None:
        seconds = answered("x", *BEGIN, "1", "x", "2", "3", "hasil").seconds
        assert seconds == {"i0": 1.0, "i1": 2.0, "i2": 1.0}

    @pytest.mark.parametrize("line", ["kembali", "lanjut"])
    def test_a_word_that_does_nothing_here_brings_help(self, line: str) -> None:
        assert left(*BEGIN, line).heard_after(3) == [words.LINEAR_HELP.format(points=5)]


class TestPresenting:
    def test_the_opening_says_what_the_job_is_and_where_answers_stay(self) -> None:
        heard = left("keluar").heard
        page = pages.opening(small(), KEPT)
        said = ["", page.title, *page.texts, words.LINEAR_GO_ON]
        assert heard[: heard.index(words.PROMPT)] == said

    def test_the_tasks_and_how_to_answer_are_said_before_the_first_statement(self) -> None:
        page = pages.tasks(small())
        assert left("").heard_after(1) == [
            *("", page.title),
            *(f"{label}: {text}" for label, text in page.entries),
            *page.texts,
            *(f"{n} {label}." for n, label in enumerate(SHIPPED.responses, 1)),
            words.LINEAR_HELP.format(points=5),
            words.LINEAR_START,
        ]

    def test_the_tasks_lead_back_to_the_opening(self) -> None:
        person = left("", "kembali")
        assert person.heard_after(2) == person.heard[: person.heard.index(words.PROMPT)]

    @pytest.mark.parametrize(
        ("before", "help_"), [([], words.LINEAR_GO_ON), ([""], words.LINEAR_START)]
    )
    def test_what_is_unknown_before_the_first_statement_brings_the_way_on(
        self, before: list[str], help_: str
    ) -> None:
        unknown = words.LINEAR_UNKNOWN.format(line="4")
        assert left(*before, "4").heard_after(len(before) + 1) == [unknown, help_]

    def test_every_statement_says_its_number(self) -> None:
        person = left(*BEGIN, "4")
        for number, item in enumerate(small().items[:2], 1):
            label = words.STATEMENT_LABEL.format(number=number, statements=3)
            assert person.heard_after(number + 1) == ["", label, item.text]

    def test_a_sitting_that_was_left_goes_on_without_the_opening(self) -> None:
        person = Person("5", "5", "hasil")
        sitting = Sitting(("i0", "i1", "i2"), {"i0": 4}, {"i0": 1.0}, 1)
        assert asked(person, sitting=sitting).answers == {"i0": 4, "i1": 5, "i2": 5}
        assert person.heard[:2] == [SHIPPED.title, f"1 {SHIPPED.responses[0]}."]
        assert SHIPPED.summary not in person.heard

    def test_the_pause_comes_in_the_middle_and_takes_no_time(self) -> None:
        profile = small(*(f"Pernyataan {n}." for n in range(FEWEST_FOR_A_BREAK)))
        half = ["4"] * (FEWEST_FOR_A_BREAK // 2)
        person = Person(*BEGIN, *half, "x", "", *half, "hasil")
        assert asked(person, profile).seconds["i10"] == 1.0
        assert person.heard_after(12)[1] == words.HALFWAY_TITLE
        assert person.heard_after(13)[-1] == words.LINEAR_GO_ON

    @pytest.mark.parametrize("line", ["lanjut", ""])
    def test_the_pause_ends_with_a_word_or_an_empty_line(self, line: str) -> None:
        profile = small(*(f"Pernyataan {n}." for n in range(FEWEST_FOR_A_BREAK)))
        half = ["4"] * (FEWEST_FOR_A_BREAK // 2)
        assert asked(Person(*BEGIN, *half, line, *half, "hasil"), profile).answered == 20

    def test_no_line_that_is_said_has_an_escape(self) -> None:
        assert not any("\x1b" in text for text in left(*BEGIN, "?", "4", "0", "4").heard)


class TestOverview:
    def test_it_lists_what_is_unanswered_by_its_number(self) -> None:
        said = left(*BEGIN, "0", "4", "0").heard_after(5)
        assert said[1] == words.OVERVIEW_TITLE
        texts = [item.text.rstrip(".") for item in small().items]
        empty = said.index(words.STILL_EMPTY)
        assert said[empty + 1 :] == [f"1 {texts[0]}.", f"3 {texts[2]}.", words.LINEAR_OVERVIEW]

    def test_where_nothing_is_empty_nothing_is_listed(self) -> None:
        assert words.STILL_EMPTY not in left(*BEGIN, "4", "4", "4").heard

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_a_number_opens_that_statement_and_the_answer_leads_back(self, number: int) -> None:
        sitting = answered(*BEGIN, "0", "0", "4", str(number), "5", "hasil")
        assert sitting.answers == {"i0": None, "i1": None, "i2": 4} | {f"i{number - 1}": 5}

    @pytest.mark.parametrize("line", ["0", "4", "99999999999999999999", "hasi", "s1", "²"])
    def test_another_number_or_word_is_unknown(self, line: str) -> None:
        person = left(*BEGIN, "4", "4", "4", line)
        unknown = words.LINEAR_UNKNOWN.format(line=line)
        assert person.heard_after(6) == [unknown, words.LINEAR_OVERVIEW]

    def test_an_empty_line_does_not_finish(self) -> None:
        assert left(*BEGIN, "4", "4", "4", "").heard_after(6) == [words.LINEAR_OVERVIEW]

    def test_lines_that_come_at_once_do_not_finish(self) -> None:
        assert left(*BEGIN, "4", "4", "4", PASTED).heard_after(6) == [words.LINEAR_PASTED]

    def test_going_back_leads_to_the_last_statement(self) -> None:
        assert answered(*BEGIN, "4", "4", "4", "kembali", "1", "hasil").answers["i2"] == 1


class TestLeaving:
    @pytest.mark.parametrize("line", ["keluar", "KELUAR", EOFError, KeyboardInterrupt])
    @pytest.mark.parametrize("before", [[], [""], [*BEGIN, "4"], [*BEGIN, "4", "4", "4"]])
    def test_a_word_ctrl_d_and_ctrl_c_leave_from_everywhere(
        self, line: Written, before: list[str]
    ) -> None:
        disk = Disk()
        person = Person(*before, line)
        with pytest.raises(KeyboardInterrupt):
            asked(person, save=disk)
        assert len(disk.saved) == before.count("4")

    @pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
    def test_what_follows_ctrl_c_and_ctrl_d_is_a_line_of_its_own(
        self, end: type[BaseException]
    ) -> None:
        assert left(*BEGIN, end).heard[-2:] == [words.PROMPT, ""]

    @pytest.mark.parametrize("line", ["s", "simpan", "Simpan"])
    @pytest.mark.parametrize("before", [[*BEGIN], [*BEGIN, "4"], [*BEGIN, "4", "4", "4"]])
    def test_a_word_saves_and_leaves_where_answers_are_kept(
        self, line: str, before: list[str]
    ) -> None:
        disk = Disk()
        with pytest.raises(Left):
            asked(Person(*before, line), save=disk)
        assert bool(disk.saved) == ("4" in before)

    def test_where_nothing_is_kept_the_word_is_unknown(self) -> None:
        assert words.LINEAR_UNKNOWN.format(line="simpan") in left(*BEGIN, "simpan").heard_after(3)

    def test_a_terminal_that_is_gone_is_a_hangup(self) -> None:
        with pytest.raises(TerminalLost) as end:
            answered(*BEGIN, OSError)
        assert end.value.signum == 1


class TestSaving:
    def test_every_change_is_saved_before_the_next_statement_is_said(self) -> None:
        order: list[object] = []

        class Listener(Person):
            def write(self, text: str) -> None:
                order.append(text)

        def save(sitting: Sitting) -> bool:
            order.append(dict(sitting.answers))
            return True

        with pytest.raises(KeyboardInterrupt):
            asked(Listener(*BEGIN, "4", "0"), save=save)
        said = [entry for entry in order if isinstance(entry, dict) or "Pernyataan" in str(entry)]
        first, second, third = (
            words.STATEMENT_LABEL.format(number=n, statements=3) for n in (1, 2, 3)
        )
        assert said == [first, {"i0": 4}, second, {"i0": 4, "i1": None}, third]

    def test_an_answer_that_was_not_saved_is_reported_until_it_is(self) -> None:
        disk = Disk()
        disk.broken = True

        class Mender(Person):
            def read(self, prompt: str) -> str | None:
                line = super().read(prompt)
                disk.broken = self.now < 4.0
                return line

        person = Mender(*BEGIN, "4", "4", "4", "hasil")
        asked(person, save=disk)
        assert words.UNSAVED in person.heard_after(3)
        assert words.UNSAVED not in person.heard_after(4)
        assert disk.saved[-1].answered == 3


class TestChoosing:
    def choose(self, *lines: Written) -> tuple[int, Person]:
        person = Person(*lines)
        page = pages.retake()
        return LineInterviewer(person, person.clock).choose(page), person

    @pytest.mark.parametrize("line", ["1", "2"])
    def test_a_number_chooses(self, line: str) -> None:
        assert self.choose(line)[0] == int(line)

    def test_the_page_and_its_options_are_said_first(self) -> None:
        page, (_, person) = pages.retake(), self.choose("1")
        options = [f"{number} {label}." for number, label in enumerate(page.options, 1)]
        assert person.heard == [
            *("", page.title, *page.texts),
            *(*options, words.LINEAR_CHOICE, words.PROMPT),
        ]

    @pytest.mark.parametrize("line", ["0", "3", "ya", "", "12"])
    def test_anything_else_chooses_nothing(self, line: str) -> None:
        chosen, person = self.choose(line, "2")
        assert chosen == 2
        assert person.heard_after(1)[-1] == words.LINEAR_CHOICE

    def test_lines_that_come_at_once_choose_nothing(self) -> None:
        chosen, person = self.choose(PASTED, "2")
        assert chosen == 2
        assert person.heard_after(1) == [words.LINEAR_PASTED]

    @pytest.mark.parametrize("line", ["keluar", EOFError, KeyboardInterrupt])
    def test_a_word_ctrl_d_and_ctrl_c_leave(self, line: Written) -> None:
        with pytest.raises(KeyboardInterrupt):
            self.choose(line)


def test_a_new_sitting_is_not_changed_by_asking() -> None:
    new = unbegun()
    answered(*BEGIN, "4", "4", "4", "hasil", sitting=new)
    assert new == unbegun()


Terminal = tuple[int, int]
"""What a person types into, and what the quiz reads from."""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    keyboard, line = pty.openpty()
    yield keyboard, line
    for descriptor in (keyboard, line):
        os.close(descriptor)


def lines(descriptor: int, encoding: str = "utf-8") -> tuple[TerminalLines, io.BytesIO]:
    shown = io.BytesIO()
    return TerminalLines(descriptor, io.TextIOWrapper(shown, encoding)), shown


@POSIX
class TestReading:
    @pytest.mark.parametrize(
        ("typed", "line"), [("4\n", "4"), ("  lewati \n", "lewati"), ("\n", ""), ("é 漢\n", "é 漢")]
    )
    def test_a_line_is_read_without_the_spaces_around_it(
        self, terminal: Terminal, typed: str, line: str
    ) -> None:
        os.write(terminal[0], typed.encode())
        assert lines(terminal[1])[0].read("") == line

    def test_the_prompt_is_shown_and_the_line_goes_on_behind_it(self, terminal: Terminal) -> None:
        asking, shown = lines(terminal[1])
        os.write(terminal[0], b"4\n")
        asking.read("Jawaban: ")
        assert shown.getvalue() == b"Jawaban: "

    @pytest.mark.parametrize("typed", [b"1\n2\n", b"1\n" * 9, b"\n\n"])
    def test_lines_that_come_at_once_are_none_and_the_next_one_counts(
        self, terminal: Terminal, typed: bytes
    ) -> None:
        asking, _ = lines(terminal[1])
        os.write(terminal[0], typed)
        assert asking.read("") is None
        os.write(terminal[0], b"4\n")
        assert asking.read("") == "4"

    def test_bytes_of_no_encoding_are_read_as_something(self, terminal: Terminal) -> None:
        os.write(terminal[0], b"\xff\n")
        assert lines(terminal[1])[0].read("") == "\ufffd"

    def test_ctrl_d_ends_the_input(self, terminal: Terminal) -> None:
        os.write(terminal[0], b"\x04")
        with pytest.raises(EOFError):
            lines(terminal[1])[0].read("")

    def test_an_input_that_hands_over_several_lines_in_one_piece_has_no_line(self) -> None:
        reader, writer = os.pipe()
        os.write(writer, b"1\n2\n")
        assert lines(reader)[0].read("") is None
        os.close(reader)
        os.close(writer)

    def test_a_long_line_is_one_line(self, terminal: Terminal) -> None:
        os.write(terminal[0], b"x" * 1000 + b"\n")
        assert lines(terminal[1])[0].read("") == "x" * 1000
        assert LONGEST_LINE > 1000


@POSIX
class TestWriting:
    def written(self, text: str, encoding: str = "utf-8") -> str:
        asking, shown = lines(0, encoding)
        asking.write(text)
        return shown.getvalue().decode(encoding)

    def test_a_text_is_a_line_of_its_own(self) -> None:
        assert self.written("Setuju.") == "Setuju.\n"
        assert self.written("") == "\n"

    def test_words_stay_whole(self) -> None:
        text = "kata " * 60
        shown = self.written(text).splitlines()
        assert max(map(len, shown)) <= WIDEST
        assert " ".join(shown).split() == text.split()

    def test_control_characters_are_written_out(self) -> None:
        assert self.written("a\x1b[2Jb\x07") == "a\\x1b[2Jb\\x07\n"

    def test_what_the_encoding_lacks_does_not_stop_the_quiz(self) -> None:
        assert self.written("“Ya” 漢", "ascii").isascii()

    def test_lines_are_as_wide_as_the_terminal(self, terminal: Terminal) -> None:
        termios.tcsetwinsize(terminal[1], (24, 30))
        with open(terminal[1], "w", encoding="utf-8", closefd=False) as stream:
            TerminalLines(terminal[1], stream).write("kata " * 20)
        shown = b""
        while shown.count(b"\n") < 4:  # a terminal hands over what has come so far
            shown += os.read(terminal[0], 4096)
        assert shown.decode().splitlines() == ["kata kata kata kata kata kata"] * 3 + ["kata kata"]
