"""An import's report in words: sentences that page, terminal and JSON share, and the whole of it for a terminal."""

from data import spoken
from data.ingest.model import COUNTS, FileReport, ImportReport, SheetReport

AROUND = {"banner": "title"}
"""What people call otherwise of the rows that are no records."""


def sentences(sheet: SheetReport) -> list[str]:
    """What is told of a sheet beside its counts: coverage, minutes before and after, what a replace means, rows mended, what
    isn't in the file, what was left out, and assumptions."""
    before, after = sheet.minutes_before, sheet.minutes_after
    found = [
        *(
            f"Covers {service} from {spoken.day(first, year=True)} to {spoken.day(last, year=True)}."
            for service, (first, last) in sheet.covers.items()
        ),
        f"Delivered on these days: {spoken.hours(before)} before, {spoken.hours(after)} after."
        if before is not None and after is not None
        else "",
        sheet.replaces,
        f"{spoken.plural(sheet.mends, 'row')} of an earlier upload, mended: they complete that upload."
        if sheet.mends
        else "",
        "" if sheet.replaces else _not_in_it(sheet.missing),
        _left_out(sheet.left_out),
        *assumptions(sheet),
    ]
    return [one for one in found if one]


def assumptions(sheet: SheetReport) -> list[str]:
    """The defaults that were taken, each in a sentence."""
    counted = [said.format(rows=spoken.plural(rows, "row")) for said, rows in sheet.assumed.items()]
    return [*sheet.assumptions, *counted]


def _not_in_it(missing: int) -> str:
    stay = "is not in this file, and stays" if missing == 1 else "are not in this file, and stay"
    return f"{spoken.plural(missing, 'row')} loaded earlier {stay}." if missing else ""


def _left_out(rows: dict[str, int]) -> str:
    told = ", ".join(f"{AROUND.get(reason, reason)} ({spoken.count(number)})" for reason, number in rows.items())
    return f"Rows that are no records: {told}." if told else ""


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
    return [
        f"{sheet.sheet}: {sheet.dataset}, {spoken.plural(sheet.rows_read, 'record')}: {counts or 'none'}",
        *(f"  {spoken.plural(len(sheet.new_people), 'new person', 'new people')}" for _ in sheet.new_people[:1]),
        *(f"  {sentence}" for sentence in sentences(sheet)),
        *([f"  ! {sheet.unusual}"] if sheet.unusual else []),
        *(
            f"  ? {q.text or q.kind + ': ' + q.value} ({spoken.plural(q.rows, 'row waits', 'rows wait')})"
            for q in sheet.questions
        ),
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
