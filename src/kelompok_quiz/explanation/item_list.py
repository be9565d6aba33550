"""The statements of a profile, to read before they are copied into a form.

Scale and key direction are left out: the people who answer may see this list.
"""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import Facts, Grid, Paragraph, Section
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.words import checking as words


def item_sections(profile: Profile) -> tuple[Section, ...]:
    """Return every item in presented order: number, id, statement; and the responses."""
    numbers = tuple(str(number) for number, _ in enumerate(profile.items, start=1))
    facts = Facts(words.ITEM_HEADERS[1:], tuple((item.id, item.text) for item in profile.items))
    grid = Grid(words.ITEM_HEADERS[0], numbers, (facts,))
    title = words.ITEMS_TITLE.format(title=profile.title, version=profile.version)
    return (Section("items", title, (Paragraph(response_line(profile)), grid)),)


def response_line(profile: Profile) -> str:
    """Return every response with its digit."""
    named = (
        words.RESPONSE.format(digit=digit, label=label)
        for digit, label in enumerate(profile.responses, start=1)
    )
    return words.RESPONSES.format(responses=", ".join(named))
