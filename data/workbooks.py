"""How the workbooks are written that people download."""

from typing import Any

TEXTS_STAY_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Options of xlsxwriter: what a file brought as a text becomes no formula, no link and no number in whose hands it comes to."""
ABOUT_HEADINGS = ("Column", "Meaning")
WHAT_THIS_IS = "What this is"
"""The headings, and the first line beneath them, of the sheet that tells what a list made of the ledger is."""


def fit_on_paper(sheet: Any) -> None:
    """Print a sheet as wide as a page, lying, with its first row on each."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


LIST_MARK = f"Minute Ledger: {WHAT_THIS_IS[0].lower()}{WHAT_THIS_IS[1:]}"
"""The heading of the column by which a csv, which has no second sheet, tells that."""
