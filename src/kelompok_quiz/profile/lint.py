"""Warnings about a profile without errors: wording of items, balance of keys, citations, order.

The rules and their sources are in `docs/metode.md`.
"""

from __future__ import annotations

import difflib
import re
from itertools import combinations

from kelompok_quiz.profile.document import Document, Path
from kelompok_quiz.profile.model import SCALE_LISTS, Contrast, Item, Profile, Scale
from kelompok_quiz.profile.order import MOST_IN_A_ROW, fewest_blocks, long_runs, neighbours
from kelompok_quiz.text import fold_statement

NEGATIONS = frozenset(("tidak", "bukan", "jarang", "tanpa", "belum", "kurang", "tak", "nggak"))
JOINERS = frozenset(("dan", "serta", "atau", "sambil"))
ABSOLUTES = frozenset(("selalu",))
FIRST_PERSONS = frozenset(("aku", "saya"))
MOST_WORDS = 15
MOST_WORDS_OF_MEANING = 20
"""In one sentence of an item's `meaning`."""
TOO_ALIKE = 0.85
"""difflib ratio of two folded statements from which they ask nearly the same."""
WORD = re.compile(r"[\w-]+")
COMPARISON = re.compile(
    r"\b(?:(?:lebih|paling)\s+(?:suka|senang|tertarik|nyaman|betah|ingin|mau)|memilih)\b"
    r".*\b(?:daripada|ketimbang|dibanding(?:kan)?)\b"
)
"""A preference: a person who likes both things would be marked down."""
FEWEST_STEPS, MOST_STEPS = 2, 3
"""Next steps of a verdict: a choice, yet few enough to take one."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def lint(profile: Profile, document: Document) -> None:
    """Add every warning about a profile without errors to its document's problems."""
    for name in SCALE_LISTS:
        for index, scale in enumerate(getattr(profile, name)):
            _lint_scale(scale, document, (name, index))
    _lint_items(profile, document)
    _lint_good_ends(profile, document)
    _lint_steps(profile, document)
    texts = [item.text.casefold() for scale in profile.fit_scales for item in scale.items]
    used = FIRST_PERSONS.intersection(word for text in texts for word in WORD.findall(text))
    if len(used) > 1:
        document.report("first_person_mixed", ("traits",))
    cited = set(profile.cited())
    for clause in profile.clauses:
        if clause not in cited:
            document.report("clause_uncited", ("clauses", clause), value=clause)
    _lint_order(profile, document)


def _lint_good_ends(profile: Profile, document: Document) -> None:
    for index, scale in enumerate(profile.anti_traits):
        if scale.opposite is None:
            document.report("opposite_missing", ("anti_traits", index), scale=scale.id)


def _lint_steps(profile: Profile, document: Document) -> None:
    for index, verdict in enumerate(profile.verdicts):
        steps = len(profile.find_steps(verdict.id))
        if not FEWEST_STEPS <= steps <= MOST_STEPS:
            document.report(
                "verdict_steps",
                ("verdicts", index),
                verdict=verdict.id,
                steps=steps,
                least=FEWEST_STEPS,
                most=MOST_STEPS,
            )


def _lint_scale(scale: Scale, document: Document, path: Path) -> None:
    reverse = sum(item.reverse for item in scale.items)
    if 2 * reverse != len(scale.items):
        document.report(
            "keys_unbalanced", path, scale=scale.id, reverse=reverse, items=len(scale.items)
        )
    for index, item in enumerate(scale.items):
        _lint_words(item, document, (*path, "items", index, "text"))
        if not isinstance(scale, Contrast):
            _lint_comparison(item, document, (*path, "items", index, "text"))
        _lint_meaning(item, document, (*path, "items", index, "meaning"))


def _lint_words(item: Item, document: Document, path: Path) -> None:
    words = WORD.findall(item.text.casefold())
    for code, banned in (
        ("item_negated", NEGATIONS),
        ("item_joined", JOINERS),
        ("item_absolute", ABSOLUTES),
    ):
        found = [word for word in words if word in banned]
        if found:
            document.report(code, path, item=item.id, value=found[0])
    if len(words) > MOST_WORDS:
        document.report("item_long", path, item=item.id, words=len(words), most=MOST_WORDS)


def _lint_comparison(item: Item, document: Document, path: Path) -> None:
    if COMPARISON.search(item.text.casefold()):
        document.report("item_comparison", path, item=item.id)


def _lint_meaning(item: Item, document: Document, path: Path) -> None:
    if item.meaning is None:
        return
    words = max(len(WORD.findall(sentence)) for sentence in SENTENCE_END.split(item.meaning))
    if words > MOST_WORDS_OF_MEANING:
        document.report("meaning_long", path, item=item.id, words=words, most=MOST_WORDS_OF_MEANING)
    if _alike(fold_statement(item.text), fold_statement(item.meaning)):
        document.report("meaning_repeats", path, item=item.id)


def _lint_items(profile: Profile, document: Document) -> None:
    """Compare all items: near duplicates, and explanations that only some have."""
    paths = {
        item.id: (name, s, "items", i, "text")
        for name in SCALE_LISTS
        for s, scale in enumerate(getattr(profile, name))
        for i, item in enumerate(scale.items)
    }
    folded = {item.id: fold_statement(item.text) for item in profile.items}
    for one, other in combinations(paths, 2):
        if _alike(folded[one], folded[other]):
            document.report("items_alike", paths[other], item=other, other=one)
    bare = [item.id for scale in profile.scales for item in scale.items if item.meaning is None]
    if 0 < len(bare) < len(paths):
        document.report(
            "meaning_missing", paths[bare[0]], item=bare[0], bare=len(bare), items=len(paths)
        )


def _alike(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    cheapest_first = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(ratio() >= TOO_ALIKE for ratio in cheapest_first)


def _lint_order(profile: Profile, document: Document) -> None:
    presented = [scale.id for scale in profile.presented_scales]
    for index in neighbours(presented):
        document.report("order_neighbours", ("order", index), scale=presented[index])
    blocks = max(len(scale.items) for scale in profile.scales)
    if fewest_blocks(presented) > blocks:
        document.report("order_blocks", ("order",), blocks=blocks)
    for code, marks in (
        ("order_same_key", [item.reverse for item in profile.items]),
        ("order_same_side", profile.ideal),
    ):
        for start, length in long_runs(marks):
            document.report(code, ("order", start), length=length, most=MOST_IN_A_ROW)
