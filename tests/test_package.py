"""What is built and installed: the wheel in a clean environment, and a checkout being edited."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kelompok_quiz

lama = pytest.mark.lama

ROOT = Path(__file__).parents[1]
DIGITS = "34224411424422544424334142424411443524441332235242"
LARGEST_WHEEL = 300_000
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
NOTHING_TO_INSTALL_FROM = "Could not find a version"
"""What pip says when it reaches no index."""
OURS = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
"""Variables that would let this environment shine through into a clean one."""


def run(*command: Path | str, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command as somebody else would: with its own environment and in its own folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=inherited | {"PYTHONUTF8": "1"},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def install(*command: Path | str, cwd: Path) -> None:
    """Run what needs a package index; without one skip, except in CI, where there must be one."""
    done = run(*command, cwd=cwd)
    if NOTHING_TO_INSTALL_FROM in done.stdout + done.stderr and not os.environ.get("CI"):
        pytest.skip("pip reaches no package index")
    assert done.returncode == 0, done.stdout + done.stderr


class Environment:
    """A virtual environment with nothing but what is installed into it, and a folder."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir()
        self.scripts = folder / "venv" / SCRIPTS
        made = run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
        assert made.returncode == 0, made.stdout + made.stderr

    def install(self, *words: Path | str) -> None:
        install(self.scripts / "python", "-m", "pip", "install", "-q", *words, cwd=self.home)

    def run(self, command: str, *words: Path | str, given: str = "") -> str:
        """Return what a successful command prints."""
        done = run(self.scripts / command, *words, cwd=self.home, given=given)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that `.ci/run` has built, or one of our own."""
    if built_already := os.environ.get("WHEEL"):
        return Path(built_already)
    folder = tmp_path_factory.mktemp("dist")
    install(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("installed"))
    environment.install(wheel)
    return environment


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, copy / name)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture(scope="module")
def editable(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("editable"))
    environment.install("-e", checkout)
    return environment


@lama
def test_the_wheel_is_pure_python_and_small(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert wheel.stat().st_size < LARGEST_WHEEL


@lama
def test_the_wheel_holds_the_package_and_the_instrument_and_nothing_else(wheel: Path) -> None:
    src = ROOT / "src"
    modules = {path.relative_to(src).as_posix() for path in src.rglob("*.py")}
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in held if ".dist-info/" not in name} == modules | {
        "kelompok_quiz/py.typed",
        "kelompok_quiz/data/konsultan.yaml",
    }


@lama
def test_an_installed_command_knows_its_version(installed: Environment) -> None:
    assert installed.run("kuis-karier", "--version").split() == [
        "kuis-karier",
        kelompok_quiz.__version__,
    ]


@lama
def test_the_module_is_the_same_command(installed: Environment) -> None:
    assert installed.run("python", "-m", "kelompok_quiz", "--version") == installed.run(
        "kuis-karier", "--version"
    )


@lama
def test_an_installed_command_scores_a_file(installed: Environment) -> None:
    (installed.home / "jawaban.txt").write_text(f"{DIGITS}\n{'-' * 50}\n", encoding="utf-8")
    installed.run("kuis-karier", "nilai", "jawaban.txt", "--keluaran", "hasil.csv")
    written = (installed.home / "hasil.csv").read_text(encoding="utf-8")
    people = list(csv.DictReader(io.StringIO(written)))
    assert [person["status"] for person in people] == ["scored", "undetermined"]


@lama
def test_an_installed_command_scores_what_is_piped_into_it(installed: Environment) -> None:
    assert len(installed.run("kuis-karier", given=DIGITS).splitlines()) == 2


@lama
def test_an_installed_command_finds_no_fault_with_its_instrument(installed: Environment) -> None:
    found = installed.run("kuis-karier", "periksa", "--ketat")
    assert str(Path("kelompok_quiz", "data", "konsultan.yaml")) in found


@lama
def test_an_edited_instrument_takes_effect_at_once(editable: Environment, checkout: Path) -> None:
    instrument = checkout / "data" / "konsultan.yaml"
    before = instrument.read_text(encoding="utf-8")
    title = "Konsultan Kelompok Masyarakat"
    assert title in editable.run("kuis-karier", "profesi")
    instrument.write_text(before.replace(f"title: {title}", "title: Juru Damai"), encoding="utf-8")
    assert "Juru Damai" in editable.run("kuis-karier", "profesi")


@lama
def test_an_editable_install_leaves_no_copy_of_the_instrument(editable: Environment) -> None:
    assert list(editable.scripts.parent.rglob("konsultan.yaml")) == []


def test_the_verdict_in_the_readme_is_a_real_one() -> None:
    words = ["nilai", "--jawaban", DIGITS, "--format", "laporan"]
    printed = run(sys.executable, "-m", "kelompok_quiz", *words, cwd=ROOT).stdout.splitlines()
    shown = readme_verdict()
    assert DIGITS in (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(shown) > 30
    assert [line for line in shown if line not in printed] == []


def readme_verdict() -> list[str]:
    """The lines of the README's example that stand for themselves."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = readme.partition("<!-- verdict -->\n```\n")[2].partition("```")[0]
    return [line for line in example.splitlines() if line.strip() != "…"]
