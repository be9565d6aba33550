"""Records as JSON: one array, or one object a line. Numbers keep their full precision."""

from __future__ import annotations

from typing import TextIO

import msgspec

from kelompok_quiz.result import ResultBatch, records


class JsonLinesWriter:
    """Writes a record a line."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream
        self._encoder = msgspec.json.Encoder()

    def write(self, batch: ResultBatch) -> None:
        """Write the records of a batch."""
        for record in records(batch):
            self._stream.write(self._encoder.encode(record).decode() + "\n")

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
            self._stream.write(self._before + self._encoder.encode(record).decode())
            self._before = ",\n"

    def close(self) -> None:
        """Close the array."""
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")
