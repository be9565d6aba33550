"""Whatever a session file holds, it is a session that fits or a problem, never an exception."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.sessions.store import Session, decode, encode
from kelompok_quiz.sitting import DECIMALS, Sitting
from support.mini import MINI, PROFILE

PLACE = Place("sesi.json")
CODES = {"session_corrupt", "session_foreign", "session_of_other_profile"}

responses = st.none() | st.integers(1, PROFILE.points)
seconds = st.floats(0, 1e6).map(lambda spent: round(spent, DECIMALS))
moments = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2200, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    timezones=st.just(UTC),
)
sittings = st.builds(
    Sitting,
    st.permutations(PROFILE.order).map(tuple),
    st.dictionaries(st.sampled_from(PROFILE.order), responses),
    st.dictionaries(st.sampled_from(PROFILE.order), seconds),
    st.integers(0, len(PROFILE.order)),
    st.none() | st.integers(0, 2**31),
)
sessions = st.builds(Session, sittings, moments)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(PROFILE.order),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=4) | st.sampled_from(PROFILE.order), inner, max_size=3)
    ),
    max_leaves=6,
)


def read(text: bytes) -> Session | None:
    """The session, None where it is a problem; nothing else may come of any bytes."""
    found = decode(text, MINI, PLACE)
    if isinstance(found, Problem):
        assert found.code in CODES
        assert found.message
        assert found.remedy
        return None
    return found


def assert_usable(session: Session) -> None:
    """The quiz can go on with it to the end, whatever it holds."""
    state = QuizState.start(session.sitting, PROFILE.points, 0.0)
    steps = {Phase.STATEMENT: QuizState.skip, Phase.OVERVIEW: QuizState.open}
    for second in range(len(PROFILE.order) + 4):
        if state.phase is not Phase.FINISHED:
            state = steps.get(state.phase, QuizState.go_on)(state, float(second))
    assert state.phase is Phase.FINISHED
    assert session.saved_at.astimezone()


@given(sessions)
def test_a_session_is_read_as_it_was_written(session: Session) -> None:
    assert read(encode(MINI, session).encode()) == session
    assert_usable(session)


@given(st.binary())
def test_any_bytes_are_a_problem_or_a_session(text: bytes) -> None:
    read(text)


@given(sessions, st.data())
def test_a_file_with_a_damaged_byte_is_a_problem_or_a_session(
    session: Session, data: st.DataObject
) -> None:
    text = bytearray(encode(MINI, session).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    found = read(bytes(text))
    if found is not None:
        assert_usable(found)


@given(sessions, st.sampled_from(["", "profile", "answers", "seconds", "order"]), st.data())
def test_a_file_with_something_else_in_a_place_is_a_problem_or_a_session(
    session: Session, part: str, data: st.DataObject
) -> None:
    file: dict[str, Any] = json.loads(encode(MINI, session))
    target: Any = file[part] if part else file
    places = list(range(len(target))) if isinstance(target, list) else [*target, "baru"]
    target[data.draw(st.sampled_from(places))] = data.draw(values)
    found = read(json.dumps(file).encode())
    if found is not None:
        assert_usable(found)


@given(st.text(max_size=40))
@example("0001-01-01T00:00:00+14:00")
@example("9999-12-31T23:59:59-14:00")
def test_any_time_is_a_problem_or_one_that_can_be_said(moment: str) -> None:
    file = json.loads(encode(MINI, Session(Sitting(PROFILE.order), datetime.now(UTC))))
    found = read(json.dumps(file | {"saved_at": moment}).encode())
    if found is not None:
        assert_usable(found)
