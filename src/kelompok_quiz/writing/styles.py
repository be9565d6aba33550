"""How the cells of a workbook look: few styles, and no meaning by colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

LEAST_TINT, MOST_TINT, NO_TINT = (0xF9, 0xD8, 0xB6), (0xB5, 0xE0, 0xD8), (0xE6, 0xE6, 0xE6)
"""Orange to teal, told apart in every common kind of colour blindness, and grey."""
TEXT = {"num_format": "@", "align": "left", "valign": "top", "indent": 1}
"""A cell of text stays text when somebody types it again, and keeps off a number before it."""
HEAD = TEXT | {"text_wrap": True, "bold": True, "bottom": 1, "bg_color": "#DCE6EC"}
AMONG_NUMBERS = {"align": "right", "indent": 0}


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of one workbook; `verdicts` by the word that stands in the cell."""

    head: Format
    head_of_numbers: Format
    word: Format
    id_: Format
    text: Format
    prose: Format
    no_number: Format
    whole: Format
    hundredths: Format
    thousandths: Format
    verdicts: Mapping[str, Format]


def styles(workbook: Workbook, verdicts: Sequence[str], none: Sequence[str] = ()) -> Styles:
    """Add the formats to a workbook; `verdicts` from the lowest, `none` where there is none."""
    tints = {word: _tint(place, verdicts) for place, word in enumerate(verdicts)}
    tints |= dict.fromkeys(none, NO_TINT)
    return Styles(
        head=workbook.add_format(HEAD),
        head_of_numbers=workbook.add_format(HEAD | AMONG_NUMBERS),
        word=workbook.add_format({"bold": True}),
        id_=workbook.add_format({"font_size": 8, "font_color": "#5A6670"}),
        text=workbook.add_format(TEXT),
        prose=workbook.add_format(TEXT | {"text_wrap": True}),
        no_number=workbook.add_format(TEXT | AMONG_NUMBERS),
        whole=workbook.add_format({"num_format": "0", "valign": "top"}),
        hundredths=workbook.add_format({"num_format": "0.00", "valign": "top"}),
        thousandths=workbook.add_format({"num_format": "0.000", "valign": "top"}),
        verdicts={
            word: workbook.add_format(TEXT | {"bg_color": "#{:02X}{:02X}{:02X}".format(*tint)})
            for word, tint in tints.items()
        },
    )


def _tint(place: int, verdicts: Sequence[str]) -> tuple[int, ...]:
    """The colour of a verdict on the way from the least tint to the most."""
    share = place / max(len(verdicts) - 1, 1)
    return tuple(
        round(least + share * (most - least))
        for least, most in zip(LEAST_TINT, MOST_TINT, strict=True)
    )
