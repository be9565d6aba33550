"""The frozen model of a profile; the YAML file, its checks and its JSON Schema all follow it.

Field order is the order of the keys in the file and in the schema, which also shows the docstrings
of the elements: they are part of what `periksa --skema` prints. Texts are plain Indonesian written
by the profile's author; identifiers are stable names that output columns are made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

import msgspec
from msgspec import Meta

from kelompok_quiz.words.result import OPPOSITE_OF

# `$` also matches before a final newline, hence `(?!\n)`.
ID_PATTERN = r"^[a-z][a-z0-9_]*$(?!\n)"
TEXT_PATTERN = r"\S"
VERSION_PATTERN = r"^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}$(?!\n)"

Id = Annotated[str, Meta(pattern=ID_PATTERN, description="huruf kecil, angka, garis bawah")]
Text = Annotated[str, Meta(pattern=TEXT_PATTERN)]
Version = Annotated[str, Meta(pattern=VERSION_PATTERN, description="misalnya 1.0.0")]
Meaning = Annotated[Text, Meta(description="arti pernyataan, netral: tidak menyiratkan jawaban")]
Weight = Annotated[int, Meta(ge=1, le=1000)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]
Source = Annotated[tuple[str, ...], Meta(min_length=1, description="id klausa dari `clauses`")]

OUTPUT_COLUMNS = (
    *("row", "respondent", "status", "verdict", "band", "fit", "fit_se", "stability"),
    *("cautions", "quality", "flags", "answered", "problems"),
    *("profile", "profile_sha256", "scoring"),
)
"""Columns of a scored table besides those named by scales; no scale or item may have these ids."""

FIT_SCALE_LISTS = ("traits", "anti_traits")
SCALE_LISTS = (*FIT_SCALE_LISTS, "beliefs", "contrasts")
"""The keys of a profile that hold scales, in the order of all output."""


class Element(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Base of every mapping in a profile: immutable, unknown keys refused."""

    # dict=True: a cached property is kept in the instance's __dict__.


class Item(Element, frozen=True):
    """One statement; `reverse` means that agreeing speaks against its scale.

    `meaning` says the statement in other words to a person who asks, without hinting at an answer.
    `task` is the id of the task that the statement is about.
    """

    id: Id
    text: Text
    meaning: Meaning | None = None
    task: str | None = None
    reverse: bool = False


Items = Annotated[tuple[Item, ...], Meta(min_length=1)]


class Task(Element, frozen=True):
    """One thing the work consists of; shown on the job card."""

    id: Id
    label: Text
    text: Text
    source: Source


class FitScale(Element, frozen=True, kw_only=True):
    """A scale that is a weighted part of the fit."""

    kind: ClassVar[Literal["trait", "anti_trait"]]

    id: Id
    label: Text
    weight: Weight
    weight_reason: Text | None = None
    source: Source
    about: Text
    strength: Text
    growth: Text
    items: Items


class Trait(FitScale, frozen=True):
    """A scale whose high end speaks for the job."""

    kind = "trait"

    @property
    def good_end(self) -> str:
        """The name of the end that speaks for the job."""
        return self.label


class AntiTrait(FitScale, frozen=True):
    """A scale whose high end speaks against the job; `opposite` names the end that speaks for it.

    Without `opposite` that end is called the opposite of the label.
    """

    kind = "anti_trait"

    opposite: Text | None = None

    @property
    def good_end(self) -> str:
        """The name of the end that speaks for the job."""
        return self.opposite or OPPOSITE_OF.format(label=self.label)


class Belief(Element, frozen=True):
    """An idea about the job, never part of the fit; high means the claim is believed."""

    id: Id
    kind: Literal["misconception", "expectation"]
    label: Text
    claim: Text
    reality: Text
    source: Source
    items: Items


class Aspect(Element, frozen=True):
    """One line of the comparison with a sibling job."""

    aspect: Text
    this: Text
    that: Text


class Contrast(Element, frozen=True):
    """A sibling job; high means leaning to the job of this profile."""

    id: Id
    label: Text
    this: Text
    that: Text
    source: Source
    aspects: Annotated[tuple[Aspect, ...], Meta(min_length=1)]
    items: Items


class Verdict(Element, frozen=True):
    """A band of the fit; `floor` (`from` in the file) is the lowest fit that belongs to it."""

    id: Id
    label: Text
    floor: Percent = msgspec.field(name="from")
    text: Text


class Rules(Element, frozen=True):
    """When an anti-trait cautions, and what all of them together mean."""

    caution_from: Percent
    all_anti_traits_verdict: Id
    all_anti_traits_text: Text
    source: Source


class NextStep(Element, frozen=True):
    """One thing to do this month; `for` names the verdicts it is for, and is left out for all."""

    text: Text
    verdicts: Annotated[tuple[str, ...], Meta(min_length=1)] | None = msgspec.field(
        name="for", default=None
    )


Scale: TypeAlias = Trait | AntiTrait | Belief | Contrast


class Profile(Element, frozen=True, kw_only=True):
    """An instrument: one job, its scales, its verdicts and every word a person reads about them."""

    schema: Literal[1]
    id: Id
    version: Version
    title: Text
    summary: Text
    clauses: Annotated[dict[str, Text], Meta(min_length=1)]
    source: Source
    tasks: Annotated[tuple[Task, ...], Meta(min_length=1)]
    responses: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=9)]
    traits: Annotated[tuple[Trait, ...], Meta(min_length=1)]
    anti_traits: Annotated[tuple[AntiTrait, ...], Meta(min_length=1)]
    beliefs: tuple[Belief, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    verdicts: Annotated[tuple[Verdict, ...], Meta(min_length=1)]
    rules: Rules
    next_steps: Annotated[tuple[NextStep, ...], Meta(min_length=1)]
    disclaimer: Text
    order: Annotated[tuple[str, ...], Meta(min_length=1)]

    @property
    def fit_scales(self) -> tuple[Trait | AntiTrait, ...]:
        """Traits, then anti-traits: the scales of the fit."""
        return self.traits + self.anti_traits

    @property
    def scales(self) -> tuple[Scale, ...]:
        """Every scale in the order of all output: traits, anti-traits, beliefs, contrasts."""
        return self.fit_scales + self.beliefs + self.contrasts

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item in presented order."""
        by_id = {item.id: item for scale in self.scales for item in scale.items}
        return tuple(by_id[item_id] for item_id in self.order)

    @cached_property
    def presented_scales(self) -> tuple[Scale, ...]:
        """The scale of every item in presented order."""
        by_item = {item.id: scale for scale in self.scales for item in scale.items}
        return tuple(by_item[item_id] for item_id in self.order)

    @property
    def ideal(self) -> tuple[bool, ...]:
        """Whether the ideal person agrees with each item in presented order.

        It is high on traits and contrasts and low on the other kinds.
        """
        return tuple(
            isinstance(scale, Trait | Contrast) != item.reverse
            for scale, item in zip(self.presented_scales, self.items, strict=True)
        )

    @property
    def points(self) -> int:
        """The number of responses, m: answers are 1..m."""
        return len(self.responses)

    @property
    def inner_bounds(self) -> tuple[int, ...]:
        """The floors between two verdicts, lowest first."""
        return tuple(verdict.floor for verdict in self.verdicts[1:])

    @property
    def output_columns(self) -> tuple[str, ...]:
        """Every column of a scored table, in order: scales come before `cautions`."""
        index = OUTPUT_COLUMNS.index("cautions")
        scales = (scale.id for scale in self.scales)
        return (*OUTPUT_COLUMNS[:index], *scales, *OUTPUT_COLUMNS[index:])

    def find_scale(self, scale_id: str) -> Scale:
        """Return the scale of this id; raise `KeyError` if there is none."""
        return {scale.id: scale for scale in self.scales}[scale_id]

    def find_item(self, item_id: str) -> Item:
        """Return the item of this id; raise `KeyError` if there is none."""
        return self._items_by_id[item_id]

    @cached_property
    def _items_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    def find_verdict(self, verdict_id: str) -> Verdict:
        """Return the verdict of this id; raise `KeyError` if there is none."""
        return {verdict.id: verdict for verdict in self.verdicts}[verdict_id]

    def find_steps(self, verdict_id: str) -> tuple[NextStep, ...]:
        """Return the steps for a verdict: its own, then those for all."""
        own = tuple(step for step in self.next_steps if verdict_id in (step.verdicts or ()))
        return own + self.common_steps

    @property
    def common_steps(self) -> tuple[NextStep, ...]:
        """The steps for every verdict."""
        return tuple(step for step in self.next_steps if step.verdicts is None)

    def cited(self) -> Iterator[str]:
        """Every clause id that some element names as its source, with repetitions."""
        yield from self.source
        yield from self.rules.source
        for element in (*self.tasks, *self.scales):
            yield from element.source


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a profile file, for editors that complete and check YAML."""
    return msgspec.json.schema(Profile)
