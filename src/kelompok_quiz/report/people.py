"""Many people as a table on the terminal, written as they come."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.numbers import shown_fit, stability_word
from kelompok_quiz.explanation.sentences import REJECTED, STABILITY_WORDS, UNDETERMINED
from kelompok_quiz.explanation.verdict_section import verdict_label
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import Result, ResultBatch, records
from kelompok_quiz.text import visible

NUMBER, RESPONDENT, VERDICT, FIT, STABILITY, QUALITY = (
    *("No", "Responden", "Hasil", "Cocok", "Kestabilan", "Mutu"),
)
QUALITY_WORDS = {"good": "baik", "note": "catatan", "low": "rendah", None: "-"}
WIDE = 76
"""Columns from which every column fits."""
GAP = "  "


class PeopleTable:
    """Prints a line a person: who, the verdict, how sure, and how it was answered."""

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print the header."""
        self._console, self._profile = console, profile
        labels = [v.label for v in profile.verdicts] + [UNDETERMINED, REJECTED]
        self._widths = _widths(console.width, max(map(cell_len, labels)))
        self._print([NUMBER, RESPONDENT, VERDICT, FIT, STABILITY, QUALITY], "bold")

    def write(self, batch: ResultBatch) -> None:
        """Print the lines of a batch."""
        for record in records(batch):
            self._print(self._cells(record))

    def close(self) -> None:
        """Print what stands behind the last line: nothing."""

    def _cells(self, record: Result) -> list[str]:
        fit = "-" if record.fit is None else str(shown_fit(self._profile, record.fit))
        sure = record.status == "scored" and record.verdict == record.band
        stability = STABILITY_WORDS[stability_word(record.stability)] if sure else "-"
        return [
            str(record.source.row),
            visible(record.respondent or ""),
            verdict_label(self._profile, record),
            fit,
            stability,
            QUALITY_WORDS[record.quality.level],
        ]

    def _print(self, cells: list[str], style: str = "") -> None:
        sized = [_sized(c, w) for c, w in zip(cells, self._widths, strict=False)]
        self._console.print(Text(GAP.join(sized).rstrip(), style=style), overflow="ignore")


def _widths(width: int, longest: int) -> list[int]:
    """Columns for number, person, verdict, fit and, where they fit, stability and quality."""
    fixed = [5, 5, 18, 7] if width >= WIDE else [4, 5]
    rest = width - sum(fixed) - len(GAP) * (len(fixed) + 1)
    verdict = min(longest, rest * 2 // 3)
    return [fixed[0], rest - verdict, verdict, *fixed[1:]]


def _sized(text: str, width: int) -> str:
    """Cut with an ellipsis or pad to a width in terminal cells."""
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return set_cell_size(text, width)
