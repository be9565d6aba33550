"""What others build on: the record's keys and kinds, the columns, the exit codes, the commands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.cli.app import app, entry
from kelompok_quiz.profile.loading import load, shipped_profile
from kelompok_quiz.profile.model import Profile
from support.mini import MINI_FILE

ROOT = Path(__file__).parents[1]
EXAMPLES = [*sorted((ROOT / "data" / "contoh").glob("*.yaml")), MINI_FILE]
PROFILES = [shipped_profile(), *EXAMPLES]

Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str)


def whole(value: Any) -> bool:
    return type(value) is int


def number(value: Any) -> bool:
    return type(value) in {int, float}


def mapping(value: Any) -> bool:
    return isinstance(value, dict)


def one_of(*values: Any) -> Check:
    return lambda value: value in values


def maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def listed(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def having(**keys: Check) -> Check:
    """Whether a mapping has exactly these keys, in this order, each as it should be."""

    def check(value: Any) -> bool:
        return list(value) == list(keys) and all(keys[key](value[key]) for key in keys)

    return check


def each(check: Check) -> Check:
    """Whether a mapping by id has values that are all as they should be."""
    return lambda value: mapping(value) and all(map(check, value.values()))


MEASURED: dict[str, Check] = {"score": maybe(number), "se": maybe(number)}
COUNTED: dict[str, Check] = {"answered": maybe(whole), "items": whole}
MOVE = maybe(having(verdict=text, steps=whole))
RECORD: dict[str, Check] = {
    "schema": one_of(1),
    "scoring": one_of(2),
    "profile": having(id=text, version=text, sha256=re.compile(r"[0-9a-f]{64}").fullmatch),  # type: ignore[arg-type]
    "source": having(file=maybe(text), row=maybe(whole)),
    "respondent": maybe(text),
    "carried": mapping,
    "status": one_of("scored", "undetermined", "rejected"),
    "verdict": maybe(text),
    "band": maybe(text),
    "fit": maybe(number),
    "fit_se": maybe(number),
    "stability": maybe(number),
    "between": maybe(lambda value: listed(text)(value) and len(value) == 2),
    "scales": each(
        having(
            kind=one_of("trait", "anti_trait"),
            **MEASURED,
            **COUNTED,
            weight=whole,
            contribution=maybe(number),
        )
    ),
    "cautions": listed(having(scale=text, level=one_of("watch", "cap", "all"))),
    "beliefs": each(
        having(**MEASURED, **COUNTED, reading=one_of("realistic", "mixed", "myth", None))
    ),
    "contrasts": each(
        having(**MEASURED, **COUNTED, leaning=one_of("that", "balanced", "this", None))
    ),
    "change": maybe(having(up=MOVE, down=MOVE)),
    "quality": having(
        level=one_of("good", "note", "low", None),
        flags=listed(text),
        longstring=maybe(whole),
        sd=maybe(number),
        alternating=maybe(whole),
        autocorrelation=maybe(number),
        consistency=maybe(number),
        within_sd=maybe(number),
        balanced_mean=maybe(number),
        median_seconds=maybe(number),
    ),
    "answered": maybe(whole),
    "items": whole,
    "problems": listed(having(code=text, column=maybe(text), value=maybe(text), message=text)),
}
WHEN_UNDETERMINED = ("verdict", "band", "fit", "fit_se", "stability", "between", "change")


def everybody(profile: Profile) -> list[list[str]]:
    """Cells of people of every kind: scored, middling, capped, undetermined, rejected."""
    most = profile.points
    reverse = [item.reverse for item in profile.items]
    against = {item.id for scale in profile.anti_traits for item in scale.items}
    level = [[str(answer)] * len(reverse) for answer in range(1, most + 1)]
    fit = [most if (i.id in against) == i.reverse else 1 for i in profile.items]
    unfit = [most + 1 - answer for answer in fit]
    mixed = [1 + (3 * index) % most for index in range(len(fit))]
    capped = [
        u if i.id in against else f for f, u, i in zip(fit, unfit, profile.items, strict=True)
    ]
    few: list[Any] = [*fit[: len(fit) // 2], *[""] * (len(fit) - len(fit) // 2)]
    wrong: list[Any] = [most + 1, *fit[1:]]
    blank: list[Any] = [""] * len(fit)
    rows = [fit, unfit, mixed, capped, few, wrong, blank, *level]
    return [[str(cell) for cell in row] for row in rows]


def score(
    path: Path, folder: Path, capsys: pytest.CaptureFixture[str], *words: str
) -> tuple[Profile, str]:
    profile = load(path).profile
    answers = folder / "jawaban.csv"
    rows = [["nama", *profile.order], *(["x", *row] for row in everybody(profile))]
    answers.write_text("".join(",".join(row) + "\n" for row in rows))
    assert entry(["nilai", str(answers), "--profil", str(path), "--quiet", *words]) == 0
    return profile, capsys.readouterr().out


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_key_of_the_record_is_always_there_and_of_its_kind(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, out = score(path, tmp_path, capsys, "--format", "json")
    found = json.loads(out)
    assert {record["status"] for record in found} == {"scored", "undetermined", "rejected"}
    for record in found:
        assert list(record) == list(RECORD)
        for key, check in RECORD.items():
            assert check(record[key]), (key, record[key])
        assert list(record["scales"]) == [scale.id for scale in profile.fit_scales]
        assert list(record["beliefs"]) == [belief.id for belief in profile.beliefs]
        assert list(record["contrasts"]) == [contrast.id for contrast in profile.contrasts]
        assert record["items"] == len(profile.items)
        assert record["carried"] == {"nama": "x"}
        assert_consistent(record)


def assert_consistent(record: dict[str, Any]) -> None:
    """What a status promises about the other keys."""
    without = [record[key] for key in WHEN_UNDETERMINED]
    measured = [*record["scales"].values(), *record["beliefs"].values()]
    quality = record["quality"]
    if record["status"] == "scored":
        assert record["verdict"] is not None
        assert sum(s["contribution"] or 0 for s in record["scales"].values()) == pytest.approx(
            record["fit"]
        )
        return
    assert without == [None] * len(WHEN_UNDETERMINED)
    assert record["cautions"] == []
    assert all(scale["contribution"] is None for scale in record["scales"].values())
    if record["status"] == "undetermined":
        assert (record["problems"], record["answered"] is None) == ([], False)
        assert quality["level"] is not None
        return
    assert record["problems"]
    assert record["answered"] is None
    assert all(scale[key] is None for scale in measured for key in ("score", "se", "answered"))
    assert quality == dict.fromkeys(quality) | {"flags": []}


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_the_columns_of_a_table_are_these_in_this_order(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, out = score(path, tmp_path, capsys, "--format", "csv")
    header, *rows = [line.split(",") for line in out.splitlines()]
    assert header == [
        *("nama", "row", "respondent", "status", "verdict", "band", "fit", "fit_se", "stability"),
        *(trait.id for trait in profile.traits),
        *(anti_trait.id for anti_trait in profile.anti_traits),
        *(belief.id for belief in profile.beliefs),
        *(contrast.id for contrast in profile.contrasts),
        *("cautions", "quality", "flags", "answered", "problems"),
        *("profile", "profile_sha256", "scoring"),
    ]
    assert [row[header.index("row")] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert len(rows) == len(everybody(profile))


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "words",
    [
        *(["profesi"], ["periksa"], ["periksa", "--format", "json"]),
        *(["nilai", "--format", form] for form in ("tabel", "csv", "jsonl", "json", "laporan")),
        ["nilai", "--jelaskan", "Ani"],
    ],
    ids=" ".join,
)
def test_every_profile_runs_through_every_command(
    path: Path, words: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = load(path).profile
    command, *options = words
    files: list[str] = []
    if command == "nilai":
        answers = tmp_path / "jawaban.csv"
        answers.write_text(f"nama,{','.join(profile.order)}\nAni{',1' * len(profile.items)}\n")
        files = [str(answers)]
    assert entry([command, *files, *options, "--profil", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.strip()
    assert "Traceback" not in out


@pytest.mark.parametrize("path", EXAMPLES[:-1], ids=lambda path: path.stem)
def test_the_example_profiles_are_without_warnings(path: Path) -> None:
    assert entry(["periksa", "--ketat", str(path)]) == 0


def test_there_are_example_profiles() -> None:
    assert len(EXAMPLES) > 1


def test_every_command_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in app.registered_commands:
        assert f"kuis-karier {command.name}" in readme or f"`{command.name}" in readme, command.name
