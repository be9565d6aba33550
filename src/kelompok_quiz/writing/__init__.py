"""Result batches → CSV, JSON and JSON Lines as they come, and XLSX; a recap → JSON and XLSX.

`writing.results_workbook` and `writing.recap_workbook` import xlsxwriter; import them only to use
them.
"""

from kelompok_quiz.writing.csv_writer import CsvWriter
from kelompok_quiz.writing.json_writer import JsonLinesWriter, JsonWriter

__all__ = ["CsvWriter", "JsonLinesWriter", "JsonWriter"]
