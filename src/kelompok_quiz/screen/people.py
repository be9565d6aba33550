"""Results of many people, printed as batches come: a table, a list, or a report of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.blocks import Section
from kelompok_quiz.explanation.numbers import shown_fit, stability_word
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.verdict import is_doubtful, verdict_label
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import records
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import QUIET, STRONG, page_of
from kelompok_quiz.words.result import (
    PERSON,
    PERSON_FACTS,
    PERSON_UNNAMED,
    REJECTED,
    STABILITY_WORDS,
    UNDETERMINED,
)
from kelompok_quiz.words.tables import PEOPLE_HEADERS, QUALITY

PrintSections: TypeAlias = Callable[[Console, Iterable[Section]], None]

RIGHT_ALIGNED = frozenset({"row", "fit"})
NOTHING = "-"
STYLES = {"row": QUIET, "stability": QUIET, "quality": QUIET, "verdict": STRONG}
ROW_CELLS, FIT_CELLS, STABILITY_CELLS, QUALITY_CELLS = 4, 4, 18, 7
MIN_WIDTH_OF_ALL = 76
"""A narrower table has no columns for stability and quality."""
GAP = "  "
LINES_BETWEEN_PEOPLE = 3
"""More than the one empty line between two sections."""


class PeopleTable:
    """Prints a line a person: who, the verdict, how sure, and the response quality."""

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print the header with a rule below it."""
        self._console, self._profile, self._page = console, profile, page_of(console)
        labels = [v.label for v in profile.verdicts] + [UNDETERMINED, REJECTED]
        self._widths = _widths(self._page.width, max(map(cell_len, labels)))
        header = self._line(PEOPLE_HEADERS)
        header.stylize(STRONG)
        rule = Text(self._page.glyphs.rule * self._page.width, QUIET)
        print_lines(console, [header, rule])

    def write(self, batch: ResultBatch) -> None:
        """Print the lines of a batch."""
        for record in records(batch):
            print_lines(self._console, [self._line(_facts(self._profile, record))])

    def close(self) -> None:
        """No footer."""

    def _line(self, facts: Mapping[str, str]) -> Text:
        return Text(GAP).join(
            self._cell(facts.get(name, NOTHING), name, width)
            for name, width in self._widths.items()
        )

    def _cell(self, fact: str, name: str, width: int) -> Text:
        """A fact cut with an ellipsis or padded to a width in terminal cells."""
        text = self._page.text(fact).plain
        if cell_len(text) > width:
            text = set_cell_size(text, width - 1).rstrip() + self._page.glyphs.ellipsis
        if name in RIGHT_ALIGNED:
            text = " " * (width - cell_len(text)) + text
        return Text(set_cell_size(text, width), STYLES.get(name, ""))


def _widths(width: int, longest_verdict: int) -> dict[str, int]:
    """Cells by column; the person gets what the verdict leaves, a third or more of both."""
    fixed = {"fit": FIT_CELLS}
    if width >= MIN_WIDTH_OF_ALL:
        fixed |= {"stability": STABILITY_CELLS, "quality": QUALITY_CELLS}
    rest = width - ROW_CELLS - sum(fixed.values()) - len(GAP) * (len(fixed) + 2)
    verdict = min(longest_verdict, rest * 2 // 3)
    return {"row": ROW_CELLS, "respondent": rest - verdict, "verdict": verdict, **fixed}


class PeopleList:
    """Prints a line a person for a screen reader: who, and every fact with its name."""

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print to a console."""
        self._console, self._profile, self._page = console, profile, page_of(console)

    def write(self, batch: ResultBatch) -> None:
        """Print the lines of a batch."""
        for record in records(batch):
            facts = _facts(self._profile, record)
            labelled = [
                PERSON_FACTS[name].format(facts[name]) for name in PERSON_FACTS if name in facts
            ]
            # A respondent without a name is called by the row, which the line begins with.
            named = facts["respondent"] not in {"", facts["row"]}
            template = PERSON if named else PERSON_UNNAMED
            line = template.format(**facts, facts=", ".join(labelled))
            print_lines(self._console, self._page.lines(line))

    def close(self) -> None:
        """No footer."""


def _facts(profile: Profile, record: Result) -> dict[str, str]:
    """The facts about a person by column; unknown ones are absent."""
    facts = {
        "row": str(record.source.row),
        "respondent": record.respondent or "",
        "verdict": verdict_label(profile, record),
    }
    if record.fit is not None:
        facts["fit"] = str(shown_fit(profile, record.fit))
    # Stability is that of the band: it would mislead beside a verdict that a caution lowered, and
    # beside answers in doubt.
    certain = record.verdict == record.band and not is_doubtful(record)
    if record.stability is not None and certain:
        facts["stability"] = STABILITY_WORDS[stability_word(record.stability)]
    if record.quality.level is not None:
        facts["quality"] = QUALITY[record.quality.level].word
    return facts


class ReportPrinter:
    """Prints the report of every person, drawn or linear as `print_sections` does."""

    def __init__(self, console: Console, profile: Profile, print_sections: PrintSections) -> None:
        """Print to a console."""
        self._console, self._profile, self._print_sections = console, profile, print_sections
        self._separator: list[Text] = []

    def write(self, batch: ResultBatch) -> None:
        """Print the reports of a batch."""
        for person, record in enumerate(records(batch)):
            print_lines(self._console, self._separator)
            self._separator = [Text()] * LINES_BETWEEN_PEOPLE
            answers = batch.answers.answers_of(self._profile, person)
            self._print_sections(self._console, result_sections(self._profile, record, answers))

    def close(self) -> None:
        """No footer."""
