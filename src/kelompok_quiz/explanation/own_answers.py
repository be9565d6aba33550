"""A person's own answers: to the tasks of the job, and those worth talking about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from kelompok_quiz.explanation.blocks import Answered, Block, Section, WritingLine
from kelompok_quiz.explanation.scales import FitScale
from kelompok_quiz.profile.model import Item, Profile
from kelompok_quiz.words import result as words

CONFLICT = 1
"""Difference in support between two answers to one scale that are in conflict, 0..1."""


@dataclass(frozen=True, slots=True)
class _Support:
    """An answer to an item of a fit scale; `support` is 0..1, and .5 speaks for neither side."""

    scale: FitScale
    item: Item
    answer: int
    support: float


def task_section(
    profile: Profile, answers: Mapping[str, int | None], *, read: bool
) -> Section | None:
    """Return each task with the answers to the items that name it; None if no item names one.

    With `read`, an answer to a fit item says for which side it speaks.
    """
    sides = {each.item.id: each.support for each in _given(profile, answers)} if read else {}
    blocks: list[Block] = []
    for task in profile.tasks:
        rows = tuple(
            (item.text, _response(profile, answers.get(item.id), sides.get(item.id)))
            for item in profile.items
            if item.task == task.id
        )
        if rows:
            blocks.append(Answered(task.label, rows))
    return Section("tasks", words.TITLES["tasks"], tuple(blocks)) if blocks else None


def discussion_section(profile: Profile, answers: Mapping[str, int | None]) -> Section | None:
    """Return the strongest answer for and against, and two in conflict, with a line to write on.

    No answer is in it twice. Of several that are as strong, the first presented is an example. None
    if no answer speaks for either side.
    """
    given = list(_given(profile, answers))
    conflict = _conflict(given)
    others = [each for each in given if each not in conflict]
    strongest = max(others, key=lambda each: each.support, default=None)
    weakest = min(others, key=lambda each: each.support, default=None)
    chosen: list[tuple[str, tuple[_Support, ...]]] = []
    if strongest and strongest.support > 1 / 2:
        chosen.append((words.STRONGEST_FOR, (strongest,)))
    if weakest and weakest.support < 1 / 2:
        chosen.append((words.STRONGEST_AGAINST, (weakest,)))
    if conflict:
        chosen.append((words.IN_CONFLICT, conflict))
    if not chosen:
        return None
    blocks = (
        Answered(label, tuple((e.item.text, profile.responses[e.answer - 1]) for e in examples))
        for label, examples in chosen
    )
    title = words.TITLES["discussion"]
    return Section("discussion", title, (*blocks, WritingLine(words.OWN_NOTES)))


def _response(profile: Profile, answer: int | None, support: float | None) -> str:
    if not answer:
        return words.NO_ANSWER
    response = profile.responses[answer - 1]
    if support is None or support == 1 / 2:
        return response
    template = words.FAVOURABLE if support > 1 / 2 else words.UNFAVOURABLE
    return template.format(response=response)


def _given(profile: Profile, answers: Mapping[str, int | None]) -> Iterator[_Support]:
    """Yield the answers to fit items, in presented order."""
    presented = zip(profile.presented_scales, profile.items, profile.ideal, strict=True)
    for scale, item, agreeing_supports in presented:
        answer = answers.get(item.id)
        if answer and isinstance(scale, FitScale):
            share = (answer - 1) / (profile.points - 1)
            yield _Support(scale, item, answer, share if agreeing_supports else 1 - share)


def _conflict(given: list[_Support]) -> tuple[_Support, ...]:
    """Return the two answers to one scale that differ most, if they are in conflict."""
    pairs = (pair for pair in combinations(given, 2) if pair[0].scale is pair[1].scale)
    furthest = max(pairs, key=_distance, default=())
    return furthest if furthest and _distance(furthest) >= CONFLICT else ()


def _distance(pair: tuple[_Support, _Support]) -> float:
    one, other = pair
    return abs(one.support - other.support)
