from __future__ import annotations

import io
import os
import pty
import termios
from collections.abc import Iterator

import pytest

from kelompok_quiz.interview.lines import LONGEST_LINE, WIDEST, TerminalLines

if os.name == "nt":
    pytest.skip("pseudo-terminals are those of POSIX", allow_module_level=True)

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
