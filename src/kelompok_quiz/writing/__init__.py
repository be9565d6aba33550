"""Result batches → CSV, JSON and JSON Lines as they come, and XLSX; a recap → JSON and XLSX.

`writing.results_workbook` and `writing.recap_workbook` import xlsxwriter; import them only to use
them.
"""
