"""Result batches → CSV, JSON and JSON Lines as they come, and XLSX; a recap → JSON and XLSX.

`writing.workbook` and `writing.recap_workbook` import xlsxwriter and are imported where they are
wanted.
"""

from kelompok_quiz.writing.delimited import CsvWriter
from kelompok_quiz.writing.json_records import JsonLinesWriter, JsonWriter

__all__ = ["CsvWriter", "JsonLinesWriter", "JsonWriter"]
