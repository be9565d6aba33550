"""Text at the borders: compared loosely, shown harmlessly, wrapped, coloured or not."""

from __future__ import annotations

import codecs
import difflib
import re
import shlex
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias, cast

NUMBERING = re.compile(
    r"^(?:(?:no|nomor|soal|pertanyaan|pernyataan|butir|p|q)\.?\s*)?\d{1,3}\s*[.):]\s*(?=\D)"
)
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"
"""Characters without width, often copied along from web pages and chats."""
ONE_SPELLING = str.maketrans("‘’“”–—", "''\"\"--", INVISIBLE)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WHITE_SPACE = str.maketrans(dict.fromkeys("\n\v\f\r", " "))
WORD_WITH_GAP = re.compile("( *)([^ ]+)")
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
PLAIN_WORD = re.compile(r"[\w./:+@%=-]+")
"""A word that no shell splits or expands, on Windows too."""
HARD_TO_QUOTE = re.compile(r"[\"$`!]")
"""Characters that a POSIX shell expands even inside double quotes."""
SIGNS = {
    '"': "“”„",
    "'": "‘’",
    "-": "−–—─",
    "=": "━",
    "#": "█",
    ".": "░",
    "x": "×",
    ">": "›",
    "->": "→",
    "<-": "←",
    "<=": "≤",
    ">=": "≥",
    "+/-": "±",
    "akar": "√",
    "^2": "²",
    "...": "…",
}
PLAIN = str.maketrans({sign: plain for plain, signs in SIGNS.items() for sign in signs})
"""ASCII forms of our signs, for an encoding without them."""
LEGIBLE = "legible"
"""Name of the codec error handler that writes them."""
LEAST_LIKENESS = 0.75
"""difflib ratio from which a word is a near miss of another."""
NEGATIONS = frozenset({"", "0", "false"})
"""Values of an environment variable that switch it off."""

Measure: TypeAlias = Callable[[str], int]
"""The width of a text in terminal cells."""


def fold(text: str) -> str:
    """Return the form in which two spellings of one text are equal.

    Unicode compatibility forms, case, runs of white space, curly quotes, dashes and characters
    without width no longer matter.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(plain.translate(ONE_SPELLING).split())


def fold_statement(text: str) -> str:
    """Return `fold` of a statement without its number (`12. `, `Soal 12: `) and full stop."""
    return NUMBERING.sub("", fold(text)).rstrip(" .*:")


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, or None if none is like enough."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=LEAST_LIKENESS)
    return found[0] if found else None


def visible(text: str) -> str:
    r"""Return the text with control and bidirectional characters written as `\x1b` or `\u202e`.

    Text typed into a form then cannot move the cursor or reverse the line.
    """
    if text.isprintable() and text.isascii():  # nearly every text
        return text
    shown = ""
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} or character in BIDI:
            code = ord(character)
            shown += f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
        else:
            shown += character
    return shown


def legible(text: str, encoding: str) -> str:
    """Return the text with the characters that the encoding lacks spelled out in ASCII."""
    return text.encode(encoding, LEGIBLE).decode(encoding)


def _spelled_out(error: UnicodeError) -> tuple[str, int]:
    """Our signs become ASCII, letters lose their marks, other characters become `?`."""
    failed = cast("UnicodeEncodeError", error)
    lacking = failed.object[failed.start : failed.end]
    spelled = unicodedata.normalize("NFKD", lacking.translate(PLAIN))
    letters = "".join(c for c in spelled if not unicodedata.combining(c))
    return letters.encode("ascii", "replace").decode("ascii"), failed.end


codecs.register_error(LEGIBLE, _spelled_out)


def command_word(file: str) -> str:
    """Return the name of a file, quoted for a shell if needed."""
    if PLAIN_WORD.fullmatch(file):
        return file
    return shlex.quote(file) if HARD_TO_QUOTE.search(file) else f'"{file}"'


def neutralise(text: str) -> str:
    """Return the text with a leading quote if a spreadsheet would run it as a formula.

    The starts are those of OWASP's page on CSV injection.
    """
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def wrap(
    text: str,
    width: int,
    *,
    first: str = "",
    rest: str = "",
    break_words: bool = False,
    measure: Measure = len,
) -> list[str]:
    """Return the text as at least one line of at most `width` cells, broken between words.

    The first line begins with `first`, the others with `rest`. Spaces are kept except where a line
    breaks. A word wider than a line stays whole, so that paths and options can be copied, unless
    `break_words`. `textwrap` does the same for texts of narrow characters only.
    """
    lines, empty = [first], True
    for gap, word in WORD_WITH_GAP.findall(text.expandtabs().translate(WHITE_SPACE)):
        if measure(lines[-1] + gap + word) <= width:
            lines[-1] += gap + word
            empty = False
            continue
        room = width - measure(rest)
        for piece in _pieces(word, room, measure) if break_words else (word,):
            if empty:
                lines[-1] += piece
            else:
                lines.append(rest + piece)
            empty = False
    return lines


def _pieces(word: str, width: int, measure: Measure) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and measure(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def colour_wanted(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Return whether to colour; `terminal` is the default without any of the variables.

    NO_COLOR (https://no-color.org) wins over FORCE_COLOR (https://force-color.org), that over
    CLICOLOR_FORCE and CLICOLOR (https://bixense.com/clicolors), those over TERM. An empty variable
    counts as absent. FORCE_COLOR=0 switches off, as in Node.js, beyond its specification.
    """
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return _affirmed(environ, "FORCE_COLOR")
    if _affirmed(environ, "CLICOLOR_FORCE"):
        return True
    return terminal and environ.get("CLICOLOR") != "0" and not is_dumb(environ)


def linear_wanted(environ: Mapping[str, str]) -> bool:
    """Return whether to write plain labelled lines: for a screen reader or a dumb terminal."""
    return _affirmed(environ, "ACCESSIBLE") or is_dumb(environ)


def is_dumb(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal understands no escape sequence."""
    return environ.get("TERM", "").lower() == "dumb"


def _affirmed(environ: Mapping[str, str], name: str) -> bool:
    return environ.get(name, "").strip().lower() not in NEGATIONS
