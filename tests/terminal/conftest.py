"""What every test at a terminal starts from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

if os.name == "nt":
    collect_ignore_glob = ["test_*.py"]  # there are no pseudo-terminals
else:
    from support.mini import MINI_FILE
    from support.preloaded import Preloaded
    from support.terminal_session import Computer

    @pytest.fixture(scope="session")
    def preloaded() -> Iterator[Preloaded]:
        with Preloaded() as server:
            yield server

    @pytest.fixture
    def computer(tmp_path: Path, preloaded: Preloaded) -> Iterator[Computer]:
        shutil.copy(MINI_FILE, tmp_path)
        computer = Computer(tmp_path, preloaded)
        yield computer
        computer.close()
