"""JSON: records, as one array or one object a line, and recaps. Numbers are at full precision."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

import msgspec

from kelompok_quiz.result import Result, ResultBatch, records

if TYPE_CHECKING:
    from kelompok_quiz.cohort import Recap


class JsonLinesWriter:
    """Writes a record a line."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream
        self._encoder = msgspec.json.Encoder()

    def write(self, batch: ResultBatch) -> None:
        """Write the records of a batch."""
        for record in records(batch):
            self._stream.write(_encoded(self._encoder, record) + "\n")

    def close(self) -> None:
        """Write what stands behind the last record: nothing."""


class JsonWriter:
    """Writes one array, a record a line, so that it can be read by people and streamed."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream
        self._encoder = msgspec.json.Encoder()
        self._before = "[\n"

    def write(self, batch: ResultBatch) -> None:
        """Write the records of a batch."""
        for record in records(batch):
            self._stream.write(self._before + _encoded(self._encoder, record))
            self._before = ",\n"

    def close(self) -> None:
        """Close the array."""
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")


def _encoded(encoder: msgspec.json.Encoder, record: Result) -> str:
    try:
        return encoder.encode(record).decode()
    except UnicodeEncodeError:  # half a surrogate pair: UTF-8 cannot hold it, an escape can
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":"))


def write_recap(stream: TextIO, recap: Recap) -> None:
    """Write a recap for programmes to read; what is beyond ASCII is escaped."""
    json.dump(msgspec.to_builtins(recap), stream, indent=2, allow_nan=False)
    stream.write("\n")
