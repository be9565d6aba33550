"""Many people on the terminal, written as they come: a table, or lines to be read aloud."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.numbers import shown_fit, stability_word
from kelompok_quiz.explanation.verdict import verdict_label
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import Result, ResultBatch, records
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import page_of
from kelompok_quiz.screen.style import QUIET, STRONG
from kelompok_quiz.words.result import (
    PERSON,
    PERSON_FACTS,
    PERSON_UNNAMED,
    REJECTED,
    STABILITY_WORDS,
    UNDETERMINED,
)
from kelompok_quiz.words.tables import QUALITY

HEADERS = {
    "row": "No",
    "respondent": "Responden",
    "verdict": "Hasil",
    "fit": "Skor",
    "stability": "Kestabilan",
    "quality": "Mutu",
}
RIGHT = frozenset({"row", "fit"})
"""Columns of numbers, whose last digits stand below each other."""
NOTHING = "-"
STYLES = {"row": QUIET, "stability": QUIET, "quality": QUIET, "verdict": STRONG}
NUMBER_CELLS = 4
WIDE = 76
"""Columns from which every column fits."""
GAP = "  "


class PeopleTable:
    """Prints a line a person: who, the verdict, how sure, and how it was answered."""

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print the header with a rule below it."""
        self._console, self._profile, self._page = console, profile, page_of(console)
        labels = [v.label for v in profile.verdicts] + [UNDETERMINED, REJECTED]
        self._widths = _widths(self._page.width, max(map(cell_len, labels)))
        header = self._line(HEADERS)
        header.stylize(STRONG)
        rule = Text(self._page.glyphs.rule * self._page.width, QUIET)
        print_lines(console, [header, rule])

    def write(self, batch: ResultBatch) -> None:
        """Print the lines of a batch."""
        for record in records(batch):
            print_lines(self._console, [self._line(_facts(self._profile, record))])

    def close(self) -> None:
        """Print what stands behind the last line: nothing."""

    def _line(self, facts: Mapping[str, str]) -> Text:
        return Text(GAP).join(
            self._cell(facts.get(name, NOTHING), name, width)
            for name, width in self._widths.items()
        )

    def _cell(self, fact: str, name: str, width: int) -> Text:
        """Cut with an ellipsis or padded to a width in terminal cells."""
        text = self._page.text(fact).plain
        if cell_len(text) > width:
            text = set_cell_size(text, width - 1).rstrip() + self._page.glyphs.ellipsis
        if name in RIGHT:
            text = " " * (width - cell_len(text)) + text
        return Text(set_cell_size(text, width), STYLES.get(name, ""))


class PeopleList:
    """Prints a line a person to be read aloud: who, and every fact with its name."""

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print to a console."""
        self._console, self._profile, self._page = console, profile, page_of(console)

    def write(self, batch: ResultBatch) -> None:
        """Print the lines of a batch."""
        for record in records(batch):
            facts = _facts(self._profile, record)
            told = [
                PERSON_FACTS[name].format(facts[name]) for name in PERSON_FACTS if name in facts
            ]
            named = facts["respondent"] not in {"", facts["row"]}
            template = PERSON if named else PERSON_UNNAMED
            line = template.format(**facts, facts=", ".join(told))
            print_lines(self._console, self._page.lines(line))

    def close(self) -> None:
        """Print what stands behind the last line: nothing."""


def _facts(profile: Profile, record: Result) -> dict[str, str]:
    """What there is to say about a person; a fact that is not known is absent."""
    facts = {
        "row": str(record.source.row),
        "respondent": record.respondent or "",
        "verdict": verdict_label(profile, record),
    }
    if record.fit is not None:
        facts["fit"] = str(shown_fit(profile, record.fit))
    if record.status == "scored" and record.verdict == record.band:
        facts["stability"] = STABILITY_WORDS[stability_word(record.stability)]
    if record.quality.level is not None:
        facts["quality"] = QUALITY[record.quality.level].word
    return facts


def _widths(width: int, longest: int) -> dict[str, int]:
    """Cells for number, person, verdict, fit and, where they fit, stability and quality."""
    fixed = {"fit": 4, "stability": 18, "quality": 7} if width >= WIDE else {"fit": 4}
    rest = width - NUMBER_CELLS - sum(fixed.values()) - len(GAP) * (len(fixed) + 2)
    verdict = min(longest, rest * 2 // 3)
    return {"row": NUMBER_CELLS, "respondent": rest - verdict, "verdict": verdict, **fixed}
