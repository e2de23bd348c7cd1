"""What a file's tables tell, put together by sheet and dataset, and kept with its batch."""

import json
from collections import Counter
from dataclasses import replace

import duckdb

from data.ingest import changes
from data.ingest.model import COUNTS, FileReport, Question, SheetReport
from data.ingest.told import assumptions
from data.store.connect import DISTRICT


def add(told: FileReport, sheet: SheetReport) -> None:
    """Add a table's report to its sheet's: an entry is a sheet and dataset."""
    same = next((one for one in told.sheets if (one.sheet, one.dataset) == (sheet.sheet, sheet.dataset)), None)
    if same is None:
        told.sheets.append(sheet)
        return
    for name in ("rows_read", "missing", *COUNTS):
        setattr(same, name, getattr(same, name) + getattr(sheet, name))
    same.mapping |= sheet.mapping
    same.unmapped += [heading for heading in sheet.unmapped if heading not in same.unmapped]
    same.unmapped = [heading for heading in same.unmapped if heading not in same.mapping]
    same.questions = together(same.questions + sheet.questions)
    same.new_people += sheet.new_people
    same.issues += sheet.issues
    same.columns += [column for column in sheet.columns if column not in same.columns]
    same.assumptions += [said for said in sheet.assumptions if said not in same.assumptions]
    same.assumed = dict(Counter(same.assumed) + Counter(sheet.assumed))
    same.covers |= sheet.covers
    same.left_out = dict(Counter(same.left_out) + Counter(sheet.left_out))
    same.minutes = {
        name: same.minutes.get(name, 0) + sheet.minutes.get(name, 0) for name in {**same.minutes, **sheet.minutes}
    }
    for action, found in sheet.listed.items():
        same.listed[action] = [*same.listed.get(action, []), *found][: changes.MOST_LISTED]
    same.mends += sheet.mends
    if same.table_rows and sheet.table_rows:
        both = (*same.table_rows, *sheet.table_rows)
        same.table_rows = min(both), max(both)


def together(questions: list[Question]) -> list[Question]:
    merged: dict[tuple[str, str], Question] = {}
    for one in questions:
        before = merged.get((one.kind, one.value))
        merged[one.kind, one.value] = replace(one, rows=one.rows + before.rows) if before else one
    return list(merged.values())


def write(cur: duckdb.DuckDBPyConnection, told: FileReport, all_given: dict[str, set[str]]) -> None:
    for sheet in told.sheets:
        if sheet.dataset is None:
            continue
        given = sorted(all_given.get(sheet.dataset, ()))
        kept = {"mapping": sheet.mapping, "given": given, "notes": sheet.notes}
        cur.execute(
            f"insert into batch_sheets values ({', '.join('?' * 17)})",
            [
                DISTRICT, told.batch_id, sheet.sheet, sheet.dataset, sheet.shape, sheet.header_row,
                json.dumps(kept, ensure_ascii=False), _kept_report(sheet), sheet.rows_read, sheet.new, sheet.changed,
                sheet.unchanged, sheet.duplicate, sheet.rejected, sheet.waiting, sheet.ignored, sheet.missing,
            ],
        )  # fmt: skip


def _kept_report(sheet: SheetReport) -> str:
    kept = {
        "questions": [vars(question) for question in sheet.questions],
        "assumptions": assumptions(sheet),
        "left_out": sheet.left_out,
        "unmapped": sheet.unmapped,
        "minutes_before": sheet.minutes_before,
        "minutes_after": sheet.minutes_after,
        "new_people": len(sheet.new_people),
    }
    return json.dumps(kept, ensure_ascii=False, default=str)
