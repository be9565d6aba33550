"""How the house is built: its floors, its sizes, its promises, and what is heavy."""

from __future__ import annotations

import ast
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "kelompok_quiz"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST_FILE = 300
LONGEST_USUAL_FUNCTION = 10
LONGEST_OF_NINE_IN_TEN = 30

FLOORS = "Rooms import only downward and do not know their neighbours BROKEN"
FORMULAS = "Scores, verdict and quality share the tally and do not know each other BROKEN"
HEAVY = (
    *("rich", "questionary", "prompt_toolkit", "numpy", "yaml", "msgspec"),
    *("python_calamine", "xlsxwriter"),
)
LINT = "import importlinter.cli as linter; linter.lint_imports_command()"


def test_the_rooms_keep_the_contract() -> None:
    assert "0 broken" in lint_imports(ROOT / "src", 0)


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("problems.py", "from kelompok_quiz import cli"),
        ("profile/model.py", "from kelompok_quiz import result"),
        ("a_new_room.py", "ROOM = 1"),
    ],
)
def test_an_import_upward_and_a_room_without_a_floor_are_found(
    tmp_path: Path, module: str, line: str
) -> None:
    assert FLOORS in broken_by(tmp_path, {module: line})


def test_a_library_in_a_room_that_must_not_know_it_is_found(tmp_path: Path) -> None:
    found = broken_by(
        tmp_path,
        {
            "scoring/scores.py": "from kelompok_quiz.scoring import quality",
            "profile/model.py": "import typer",
            "explanation/report.py": "import rich",
            "cli/sitting.py": "import questionary",
            "reading/cells.py": "import xlsxwriter",
        },
    )
    assert FORMULAS in found
    assert "Only the command line knows typer BROKEN" in found
    assert "Only the screen knows rich BROKEN" in found
    assert "Only the quiz knows prompt_toolkit and questionary BROKEN" in found
    assert "Only the writing of workbooks knows xlsxwriter BROKEN" in found
    assert FLOORS not in found


def broken_by(folder: Path, lines: dict[str, str]) -> str:
    """What the linter says of our package with these lines added to its modules."""
    house = folder / PACKAGE.name
    shutil.copytree(PACKAGE, house, ignore=shutil.ignore_patterns("__pycache__"))
    for module, line in lines.items():
        with (house / module).open("a", encoding="utf-8") as source:
            source.write(f"\n{line}\n")
    return lint_imports(folder, 1)


def lint_imports(folder: Path, code: int) -> str:
    """Check the package in a folder against the contract of the project."""
    done = subprocess.run(
        [
            *(sys.executable, "-c", LINT),
            *("--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"),
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return " ".join(done.stdout.split())


def test_a_file_is_one_room() -> None:
    lengths = {each: len(each.read_text(encoding="utf-8").splitlines()) for each in MODULES}
    assert [each for each, length in lengths.items() if length > LONGEST_FILE] == []


def test_functions_are_short() -> None:
    lengths = [lines(node) for node in functions()]
    assert statistics.median(lengths) <= LONGEST_USUAL_FUNCTION
    assert statistics.quantiles(lengths, n=10)[-1] <= LONGEST_OF_NINE_IN_TEN


def functions() -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_public_name_says_what_it_promises(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module itself"
    assert [name for name, node in public(tree) if not ast.get_docstring(node)] == []


Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, Documented]]:
    """The public classes, functions and methods of a module or class."""
    for child in node.body:
        if isinstance(child, Documented) and not child.name.startswith("_"):
            yield child.name, child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["nilai", "--help"]])
def test_the_version_and_the_help_load_nothing_heavy(words: list[str]) -> None:
    assert loaded_by(f"from kelompok_quiz.cli.app import entry\nassert entry({words}) == 0") == []


def test_a_wrong_option_loads_nothing_heavy() -> None:
    assert loaded_by("from kelompok_quiz.cli.app import entry\nassert entry(['--x']) == 2") == []


def test_the_quiz_loads_numpy_after_the_last_answer_and_no_rich_before() -> None:
    loaded = loaded_by(
        "import kelompok_quiz.cli.sitting, kelompok_quiz.interview.application\n"
        "from kelompok_quiz.profile.loading import load\n"
        "load()"
    )
    assert loaded == ["questionary", "prompt_toolkit", "yaml", "msgspec"]


def test_scoring_a_file_as_csv_loads_neither_the_quiz_nor_rich() -> None:
    digits = "34224411424422544424334142424411443524441332235242"
    loaded = loaded_by(
        "from kelompok_quiz.cli.app import entry\n"
        f"assert entry(['nilai', '--jawaban', '{digits}', '--format', 'csv']) == 0"
    )
    assert loaded == ["numpy", "yaml", "msgspec"]


def loaded_by(script: str) -> list[str]:
    """The heavy libraries that a script has loaded when it ends."""
    closing = f"import sys\nprint('', *[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}\n{closing}"],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()[-1].split()
