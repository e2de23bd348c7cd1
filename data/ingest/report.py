"""An import's report as the JSON document of the command line: all that the preview on the page shows, by the same words."""

from decimal import Decimal
from typing import Any

from data.ingest import told
from data.ingest.model import FileReport, ImportReport, SheetReport

IN_SAID = ("assumptions", "assumed")
"""What of a report stands in the document in sentences only."""


def to_json(report: ImportReport) -> dict[str, Any]:
    """The report with the keys of the command line's ``--json``; a refused file or sheet also says why, a refused file in
    ``not_read`` what became of each sheet."""
    return {"files": [_file(file) for file in report.files]}


def _file(file: FileReport) -> dict[str, Any]:
    sheets = [_sheet(sheet) for sheet in file.sheets]
    if not file.refused:
        return {"file": file.file, "sheets": sheets, "batch_id": file.batch_id}
    return {"file": file.file, "sheets": [], "batch_id": file.batch_id, "refused": file.refused, "not_read": sheets}


def _sheet(sheet: SheetReport) -> dict[str, Any]:
    """Every field of a sheet's report, and the sentences that are told of it; why it is refused only where it is."""
    fields = {name: value for name, value in vars(sheet).items() if name not in IN_SAID}
    fields |= {
        "questions": [vars(one) for one in sheet.questions],
        "covers": {service: [first.isoformat(), last.isoformat()] for service, (first, last) in sheet.covers.items()},
        "issues": [vars(issue) for issue in sheet.issues],
        "listed": {became: [_numbers(row) for row in rows] for became, rows in sheet.listed.items()},
        "said": told.sentences(sheet),
    }
    return fields if sheet.refused else {name: value for name, value in fields.items() if name != "refused"}


def _numbers(row: dict[str, Any]) -> dict[str, Any]:
    """A listed row with its minutes and values as numbers."""
    return {name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()}
