"""How the workbooks are written that people download."""

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
