"""What all unit tests stand on."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_wishes_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may want colour or lines; the tests say themselves what they want."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
