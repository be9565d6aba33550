"""Fixtures of all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kelompok_quiz.profile.key import Key


@pytest.fixture(scope="session")
def mini() -> Key:
    """The small instrument, as arrays."""
    from support.mini import KEY

    return KEY
