"""An import's report as the JSON document of the command line."""

from typing import Any

from data.ingest.model import FileReport, ImportReport, SheetReport

COUNTS = ("rows_read", "new", "changed", "unchanged", "missing", "duplicate", "rejected", "waiting", "ignored")


def to_json(report: ImportReport) -> dict[str, Any]:
    """The report with the keys of the command line's ``--json``; a refused file or sheet also says why."""
    return {"files": [_file(file) for file in report.files]}


def _file(file: FileReport) -> dict[str, Any]:
    sheets = [] if file.refused else [_sheet(sheet) for sheet in file.sheets]
    told = {"file": file.file, "sheets": sheets, "batch_id": file.batch_id}
    return told | ({"refused": file.refused} if file.refused else {})


def _sheet(sheet: SheetReport) -> dict[str, Any]:
    told: dict[str, Any] = {
        "sheet": sheet.sheet,
        "dataset": sheet.dataset,
        "header_row": sheet.header_row,
        "mapping": sheet.mapping,
        "unmapped": sheet.unmapped,
        "questions": [{"kind": one.kind, "value": one.value, "rows": one.rows} for one in sheet.questions],
    }
    told |= {name: getattr(sheet, name) for name in COUNTS}
    told |= {
        "covers": {service: [first.isoformat(), last.isoformat()] for service, (first, last) in sheet.covers.items()},
        "new_people": sheet.new_people,
        "issues": [vars(issue) for issue in sheet.issues],
    }
    return told | ({"refused": sheet.refused} if sheet.refused else {})
