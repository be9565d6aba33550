from __future__ import annotations

import signal
import time

import pytest

from kelompok_quiz.signals import ENDING_SIGNALS, Interrupted, interruptions


@pytest.mark.parametrize("number", ENDING_SIGNALS)
def test_a_signal_is_an_exception_with_its_number_and_exit_code(number: int) -> None:
    with interruptions(), pytest.raises(Interrupted) as end:
        signal.raise_signal(number)
    assert (end.value.signum, end.value.code) == (number, 128 + number)


def test_a_second_signal_does_not_interrupt_the_closing() -> None:
    with interruptions():
        with pytest.raises(Interrupted):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)


def test_a_signal_that_is_handled_already_is_left_alone() -> None:
    received: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: received.append(number))
    try:
        with interruptions():
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert received == [signal.SIGTERM]


def test_the_default_comes_back_afterwards() -> None:
    with interruptions():
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


class Destructor:
    """Receives a signal where Python drops the exception that it raises."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        signal.raise_signal(self.number)


def drop_and_wait(kind: type[Destructor], number: int) -> None:
    kind(number)
    time.sleep(10)


@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGTERM, Interrupted), (signal.SIGINT, KeyboardInterrupt)]
)
def test_a_signal_that_python_drops_in_a_destructor_comes_again(
    number: int, raised: type[BaseException]
) -> None:
    with interruptions(), pytest.raises(raised):
        drop_and_wait(Destructor, number)


def test_any_other_dropped_exception_is_reported_as_always(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(
        "sys.unraisablehook", lambda unraisable: reported.append(unraisable.exc_type)
    )

    class Broken:
        def __del__(self) -> None:
            raise ValueError

    with interruptions():
        Broken()
    assert reported == [ValueError]
