"""JSON: records, as one array or one object a line, and recaps. Numbers are at full precision."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

import msgspec

from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import records

if TYPE_CHECKING:
    from kelompok_quiz.cohort.recap import Recap


class JsonLinesWriter:
    """Writes a record a line."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream

    def write(self, batch: ResultBatch) -> None:
        """Write the records of a batch."""
        for record in records(batch):
            self._stream.write(_encode(record) + "\n")

    def close(self) -> None:
        """No footer."""


class JsonWriter:
    """Writes one array, a record a line: readable for people, and written as batches come."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream
        self._separator = "[\n"

    def write(self, batch: ResultBatch) -> None:
        """Write the records of a batch."""
        for record in records(batch):
            self._stream.write(self._separator + _encode(record))
            self._separator = ",\n"

    def close(self) -> None:
        """Close the array."""
        self._stream.write("[]\n" if self._separator == "[\n" else "\n]\n")


def _encode(record: Result) -> str:
    try:
        return msgspec.json.encode(record).decode()
    except UnicodeEncodeError:
        # Half a surrogate pair, say of a file name or a JSON answer: UTF-8 has no bytes for it,
        # but JSON has an escape.
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":"))


def write_recap(stream: TextIO, recap: Recap) -> None:
    """Write a recap as indented ASCII JSON."""
    json.dump(msgspec.to_builtins(recap), stream, indent=2, allow_nan=False)
    stream.write("\n")
