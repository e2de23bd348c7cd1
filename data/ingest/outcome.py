"""What became of every record of a file, counted and in words."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any, Protocol

import duckdb

from data.ingest import asserted, changes, ends, fold, held, logs, people, profiles, rows, schools, scope, standing
from data.ingest.fold import Batch
from data.ingest.model import Context, FileReport, Options, Question, SheetReport, Staged
from data.ingest.opening import File, Opened
from data.ingest.staging.telling import samples
from data.store.connect import DISTRICT

COUNTS = ("new", "changed", "unchanged", "duplicate", "rejected", "waiting", "ignored")
NO_TEXT = ("blank", "group headings", "header")
"""Rows left out that are neither records nor totals, repeated headers or banners."""
MACROS = "The workbook has macros: its values were read, nothing was run, and the workbook isn't kept."
Sheets = list[tuple[int, Staged]]


class Step(Protocol):
    """What the report needs of the load."""

    batch: Batch
    mends: bool
    unusual: dict[str, str]
    missing: dict[str, dict[str, int]]
    minutes: tuple[float, float] | None
    new_people: dict[str, list[dict[str, Any]]]
    differing: int
    given: dict[str, set[str]]


def minutes(cur: duckdb.DuckDBPyConnection) -> float:
    """Minutes given (delivered, partial, made up) in the stored sessions of the file's days and services."""
    if not standing.has_rows(cur, "sessions"):
        return 0.0
    row = cur.execute(
        "select coalesce(sum(s.minutes), 0) from sessions as s join (select service, min(min(session_date)) over () as "
        "first_day, max(max(session_date)) over () as last_day from resolved_sessions group by service) as r "
        "on r.service = s.service and s.session_date between r.first_day and r.last_day where s.district = ? "
        f"and s.known_to is null and s.status in {changes.GIVEN}",
        [DISTRICT],
    ).fetchone()
    return float(row[0]) if row else 0.0


def report(
    cur: duckdb.DuckDBPyConnection,
    file: File,
    staged: Sheets,
    step: Step,
    found: people.Found,
    options: Options,
    *,
    listed: bool = False,
) -> FileReport:
    """The report of a file that was loaded; its held rows and the counts of its sheets are written on the way.

    ``listed``: with the rows that it changes.
    """
    told = FileReport(file.name, batch_id=step.batch.batch_id)
    seen: set[tuple[str, str]] = set()
    for number, one in staged:
        held.problems(cur, one, number)
        held.keep(cur, one, number, step.batch.batch_id)
        sheet = _sheet(cur, file.opened[number], number, one)
        _ask_persons(sheet, _persons(cur, found, one, number))
        answered = file.opened[number].context.answers.codes.keys() | options.codes.keys()
        sheet.questions += schools.questions(cur, one, {text.casefold() for text in answered})
        mended = file.opened[number].mended
        sheet.mends = len(mended.origins) if mended else 0
        if one.dataset == "sessions":
            sheet.minutes = changes.minutes(cur, number)
        if listed:
            sheet.listed = changes.lists(cur, one.dataset, number)
        first = (one.dataset, one.shape) not in seen
        seen.add((one.dataset, one.shape))
        if first:
            _once(cur, sheet, one, step, options)
            if listed and sheet.missing:
                sheet.listed["missing"] = changes.missing(cur, one.dataset, one.shape)
        if file.has_macros and not told.sheets:
            sheet.assumptions.append(MACROS)
        _add(told, sheet)
    told.sheets += [_refused(one) for one in file.opened if not one.mapping.dataset]
    _write(cur, told, step)
    return told


def _sheet(cur: duckdb.DuckDBPyConnection, opened: Opened, number: int, staged: Staged) -> SheetReport:
    sheet = _start(opened, staged.dataset)
    counts = _counts(cur, number, staged)
    for name in COUNTS:
        setattr(sheet, name, counts[name])
    left_out = Counter(one.reason for one in opened.table.left_out)
    sheet.left_out = dict(left_out)
    told = sum(rows for reason, rows in left_out.items() if reason not in NO_TEXT)
    sheet.rows_read, sheet.ignored = staged.rows_read + told, sheet.ignored + told
    sheet.columns, sheet.assumptions = staged.columns, list(staged.assumptions)
    sheet.assumptions += _not_understood(staged, opened.context)
    sheet.questions = _together([*opened.mapping.questions, *staged.questions])
    sheet.issues = held.issues(cur, staged)
    total = sum(getattr(sheet, name) for name in COUNTS)
    assert total == sheet.rows_read, f"{total} records counted, {sheet.rows_read} read"
    return sheet


def _not_understood(staged: Staged, context: Context) -> list[str]:
    codes = context.answers.codes | context.options.codes
    return [
        f"{codes[code]!r} is no answer for {question.value!r}"
        + (f"; it may be {', '.join(question.choices[:6])} and the like." if question.choices else ".")
        for code, question in profiles.not_understood(staged, codes)
    ]


def _start(opened: Opened, dataset: str | None) -> SheetReport:
    rows_of = opened.table.row_numbers
    return SheetReport(
        opened.table.sheet,
        dataset,
        opened.table.header_row,
        table_rows=(rows_of[0].as_py(), rows_of[-1].as_py()) if len(rows_of) else None,
        shape=opened.mapping.shape,
        notes=opened.table.notes,
        mapping={column.heading: column.field for column in opened.mapping.columns if column.field},
        unmapped=[column.heading for column in opened.mapping.columns if not column.field],
    )


def refused(file: File) -> FileReport:
    """The report of a file of which nothing can be loaded, with its sheets, so that a person can say what they are."""
    return FileReport(file.name, [_refused(one) for one in file.opened], refused=file.refused)


def _refused(opened: Opened) -> SheetReport:
    sheet = _start(opened, None)
    sheet.questions = list(opened.mapping.questions)
    sheet.refused = opened.mapping.reason or f"Sheet {sheet.sheet!r} is none of the datasets."
    sheet.columns = [
        {"heading": heading, "field": None, "confidence": 0.0, "why": "not read", "samples": samples(column)}
        for heading, column in zip(opened.table.headings, opened.table.body.columns, strict=False)
    ]
    return sheet


def _counts(cur: duckdb.DuckDBPyConnection, number: int, staged: Staged) -> Counter[str]:
    step = number * asserted.SHEET_STEP
    twin = (
        "case when s.aside = 'twin' and p.action in ('new', 'changed') then 'duplicate' else p.action end"
        if staged.dataset == "sessions"
        else "p.action"
    )
    aside = "left join standing_sessions as s on s.row_key = p.row_key" if staged.dataset == "sessions" else ""
    found = cur.execute(
        f"select case when o.outcome <> 'ok' then o.outcome else {twin} end as became, count(*) "
        f"from ({held.outcomes(staged, number)}) as o left join placed_{staged.dataset} as p "
        f"on p.rec = o.record_no + {step} {aside} group by became"
    ).fetchall()
    return Counter({str(became): int(count) for became, count in found})


def _persons(cur: duckdb.DuckDBPyConnection, found: people.Found, staged: Staged, number: int) -> list[Question]:
    """The persons to ask about, with the rows of this table that wait for the answer."""
    low, high = number * asserted.SHEET_STEP, (number + 1) * asserted.SHEET_STEP - 1
    return people.asked(cur, found, staged.dataset, f"a.rec between {low} and {high}")


def _ask_persons(sheet: SheetReport, asked: list[Question]) -> None:
    """Ask about all persons whose rows wait, and about the first of those whose don't."""
    told = people.first_asked(asked)
    sheet.questions += told
    if len(asked) > len(told):
        sheet.assumptions.append(f"{len(asked) - len(told)} more names resemble another name of this file.")


def _once(cur: duckdb.DuckDBPyConnection, sheet: SheetReport, staged: Staged, step: Step, options: Options) -> None:
    """What is said once for a dataset and shape of a file: rows missing, coverage, minutes, new people."""
    sheet.missing = step.missing.get(staged.dataset, {}).get(staged.shape, 0)
    if sheet.missing and staged.dataset in ends.SNAPSHOTS and step.batch.mode == "merge":
        asked = ends.question(cur, staged.dataset, step.batch.batch_id, staged.shape)
        sheet.questions += [asked] if asked else []
    sheet.new_people = step.new_people.pop(staged.shape, [])
    sheet.unusual = step.unusual.get(staged.dataset, "")
    if step.batch.mode == "replace":
        sheet.replaces = scope.in_words(cur, staged.dataset)
    if staged.dataset == "sessions":
        if sheet.missing:
            sheet.minutes["missing"] = changes.minutes_missing(cur, staged.shape)
        coverage = logs.told(
            cur, step.batch.batch_id, staged.shape, step.batch.load_date, options.covers, options.codes
        )
        sheet.covers = coverage.covers
        sheet.questions += coverage.questions
        sheet.assumptions += coverage.sentences
        if step.minutes:
            sheet.minutes_before, sheet.minutes_after = step.minutes
        if step.differing:
            sheet.assumptions.append(
                f"{step.differing} sessions share student, provider, service, day and start time with another kind of "
                "file's but differ; both are counted."
            )


def _add(told: FileReport, sheet: SheetReport) -> None:
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
    same.questions = _together(same.questions + sheet.questions)
    same.new_people += sheet.new_people
    same.issues += sheet.issues
    same.columns += [column for column in sheet.columns if column not in same.columns]
    same.assumptions += [said for said in sheet.assumptions if said not in same.assumptions]
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


def _together(questions: list[Question]) -> list[Question]:
    merged: dict[tuple[str, str], Question] = {}
    for one in questions:
        before = merged.get((one.kind, one.value))
        merged[one.kind, one.value] = replace(one, rows=one.rows + before.rows) if before else one
    return list(merged.values())


def _write(cur: duckdb.DuckDBPyConnection, told: FileReport, step: Step) -> None:
    for sheet in told.sheets:
        if sheet.dataset is None:
            continue
        given = sorted(step.given.get(sheet.dataset, ()))
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
        "assumptions": sheet.assumptions,
        "left_out": sheet.left_out,
        "unmapped": sheet.unmapped,
        "minutes_before": sheet.minutes_before,
        "minutes_after": sheet.minutes_after,
        "new_people": len(sheet.new_people),
    }
    return json.dumps(kept, ensure_ascii=False, default=str)


def says_the_same(cur: duckdb.DuckDBPyConnection, earlier: str, staged: Sheets, options: Options) -> bool:
    """Whether a batch of the same bytes was read the same way, and nothing that waits could go in now."""
    row = cur.execute(
        "select b.import_mode, (select count(*) from batch_rows as r where r.district = b.district and r.batch_id = "
        "b.batch_id and r.action = 'waiting'), (select max(event_seq) from events) = (select max(e.event_seq) from "
        "events "
        "as e where e.district = b.district and e.batch_id = b.batch_id) from batches as b where b.district = ? "
        "and b.batch_id = ?",
        [DISTRICT, earlier],
    ).fetchone()
    assert row is not None
    mode, waiting, is_latest = row
    if mode != options.mode or (waiting and (options.codes or not is_latest)):
        return False
    return not _differs(cur, earlier, staged)


def _differs(cur: duckdb.DuckDBPyConnection, earlier: str, staged: Sheets) -> bool:
    datasets = dict.fromkeys(one.dataset for _, one in staged)
    now = " union all ".join(
        f"select '{name}', rec, {rows.content(name)} from {asserted.name(name)}" for name in datasets
    )
    then = (
        f"select dataset, record_no, row_hash from batch_rows where district = '{DISTRICT}' and batch_id = '{earlier}' "
        "and action <> 'remove' and record_no >= 0"
    )
    row = cur.execute(
        f"select count(*) from ((({now}) except all ({then})) union all (({then}) except all ({now})))"
    ).fetchone()
    return bool(row and row[0])


def again(cur: duckdb.DuckDBPyConnection, file: File, earlier: str, staged: Sheets) -> FileReport:
    """The report of a file that is in force already: what went in is unchanged, the rest is as it was."""
    told = FileReport(file.name, batch_id=earlier)
    held.start(cur)
    for dataset in dict.fromkeys(one.dataset for _, one in staged):
        _placed_before(cur, earlier, dataset)
    for number, one in staged:
        held.problems(cur, one, number)
        sheet = _sheet(cur, file.opened[number], number, one)
        if one.dataset == "sessions":
            sheet.covers = covers(cur, earlier, one)
        if file.has_macros and not told.sheets:
            sheet.assumptions.append(MACROS)
        _add(told, sheet)
    told.sheets += [_refused(one) for one in file.opened if not one.mapping.dataset]
    return told


def covers(cur: duckdb.DuckDBPyConnection, batch_id: str, staged: Staged) -> dict[str, Any]:
    """The days that a loaded batch's logs of one shape speak for, by service."""
    row = cur.execute(
        "select load_date from batches where district = ? and batch_id = ?", [DISTRICT, batch_id]
    ).fetchone()
    assert row is not None
    return logs.told(cur, batch_id, staged.shape, row[0], logs.chosen(cur, batch_id)).covers


def _placed_before(cur: duckdb.DuckDBPyConnection, batch_id: str, dataset: str) -> None:
    fold.show_placed(
        cur,
        dataset,
        f"select record_no as rec, row_key, row_hash, "
        f"case when action in ('new', 'changed') then 'unchanged' else action end as action, "
        f"case when action = 'waiting' then 'person' end as why from batch_rows "
        f"where district = '{DISTRICT}' and batch_id = '{batch_id}' and dataset = '{dataset}' and record_no is not null",
    )
    if dataset == "sessions":
        cur.execute(
            "create or replace temp table standing_sessions as select row_key, aside from sessions_aside "
            f"where district = '{DISTRICT}' and known_to is null"
        )
    held.wait(cur, dataset)
