"""Result batches → CSV, JSON and JSON Lines, as they come."""

from kelompok_quiz.writing.json_records import JsonLinesWriter, JsonWriter
from kelompok_quiz.writing.tables import CsvWriter

__all__ = ["CsvWriter", "JsonLinesWriter", "JsonWriter"]
