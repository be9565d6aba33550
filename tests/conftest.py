"""Fixtures of all tests, and how many examples the property tests try.

`quick` tries a few, the same in every run. `.ci/run` also makes a run with many fresh ones:
`pytest tests/property --hypothesis-profile=thorough`.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from kelompok_quiz.profile.key import Key

# A database would be written into the checkout, which may be read-only.
settings.register_profile("quick", max_examples=15, derandomize=True, database=None, deadline=None)
settings.register_profile("thorough", max_examples=200, database=None, deadline=None)
settings.load_profile("quick")

# `nohup` and a shell's `&` ignore these signals, and what we start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than cores: tests at a terminal mostly wait.

    None where only files are named: starting workers would take longer than the tests.
    """
    if all(".py" in each for each in config.args):
        return 0
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def mini() -> Key:
    """The small instrument, as arrays."""
    from support.mini import KEY

    return KEY
