"""Result batches → CSV, JSON and JSON Lines as they come, and XLSX.

`writing.workbook` holds the XLSX writer; it imports xlsxwriter and is imported where it is wanted.
"""

from kelompok_quiz.writing.delimited import CsvWriter
from kelompok_quiz.writing.json_records import JsonLinesWriter, JsonWriter

__all__ = ["CsvWriter", "JsonLinesWriter", "JsonWriter"]
