"""An import's report in words, for a terminal."""

from data.ingest.model import COUNTS, FileReport, ImportReport, SheetReport


def text(report: ImportReport) -> str:
    """What happened to each file and sheet: counts, what is covered, questions, problems grouped by code."""
    return "\n".join(line for file in report.files for line in _file(file)) or "There was no file to load."


def _file(file: FileReport) -> list[str]:
    batch = f" (batch {file.batch_id})" if file.batch_id else ""
    head = f"{file.file}{batch}" + (": refused" if file.refused else "")
    sheets = [] if file.refused else file.sheets
    return [head, *(f"  {line}" for sheet in sheets for line in _sheet(sheet))]


def _sheet(sheet: SheetReport) -> list[str]:
    if sheet.refused:
        return [f"{sheet.sheet}: not loaded. {sheet.refused}"]
    counts = ", ".join(f"{getattr(sheet, name)} {name}" for name in COUNTS if getattr(sheet, name))
    missing = f"; {sheet.missing} loaded earlier are not in this file" if sheet.missing else ""
    return [
        f"{sheet.sheet}: {sheet.dataset}, {sheet.rows_read} records: {counts or 'none'}{missing}",
        *(f"  covers {service} from {days[0]} to {days[1]}" for service, days in sheet.covers.items()),
        *(f"  {len(sheet.new_people)} new people" for _ in sheet.new_people[:1]),
        *(f"  {sentence}" for sentence in sheet.assumptions),
        *(f"  {sentence}" for sentence in (sheet.replaces, sheet.unusual) if sentence),
        *(f"  ? {q.text or q.kind + ': ' + q.value} ({q.rows} rows wait)" for q in sheet.questions),
        *_problems(sheet),
    ]


def _problems(sheet: SheetReport) -> list[str]:
    grouped: dict[tuple[str, str, str], list[int]] = {}
    for issue in sheet.issues:
        grouped.setdefault((issue.code, issue.column, issue.message), []).append(issue.row)
    return [f"  ! {column}: {message} (rows {_rows(rows)})" for (_, column, message), rows in grouped.items()]


def _rows(rows: list[int]) -> str:
    """ "2, 5-9, 14": all of them."""
    spans: list[list[int]] = []
    for row in sorted(set(rows)):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
