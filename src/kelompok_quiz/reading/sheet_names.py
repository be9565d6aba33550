"""The sheets of a workbook in the order in which people see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def shown_first(workbook: CalamineWorkbook) -> list[str]:
    """Return the names of the sheets in their order, those that people do not see last."""
    from python_calamine import SheetVisibleEnum

    sheets = workbook.sheets_metadata
    shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return shown + [sheet.name for sheet in sheets if sheet.name not in shown]
