"""What became of every record of a file, counted and in words."""

from collections import Counter
from typing import Any, Protocol

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data import spoken
from data.ingest import changes, held, logs, profiles, reported, unread, yearly
from data.ingest.folding import asserted, byhand, continued, ends, moved, renumbered, scope
from data.ingest.folding.fold import Batch, Placed
from data.ingest.folding.recounted import Recounted
from data.ingest.model import COUNTS, Context, FileReport, Options, Question, SheetReport, Staged
from data.ingest.opening import File, Opened
from data.ingest.people import matching, numbered, schools
from data.ingest.staging.telling import samples
from data.ingest.tables.finding import PART
from data.ingest.values import private
from data.store.connect import DISTRICT

NO_TEXT = ("blank", "group headings", "header", PART)
"""Rows left out that are neither records nor totals, repeated headers or banners."""
NOT_READ = "not read"
"""Why the rows of a table that is none of the datasets are no records."""
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
    recounted: Recounted
    continued: dict[str, int]
    moved: dict[str, int]
    by_hand: int
    renumbered: int
    given: dict[str, set[str]]
    placed: dict[str, Placed]


def minutes(cur: duckdb.DuckDBPyConnection) -> float:
    """Minutes given (delivered, partial, made up) in the stored sessions of the file's days and services."""
    row = cur.execute(
        "select coalesce(sum(s.minutes), 0) from sessions as s join (select service, min(min(session_date)) over () as "
        "first_day, max(max(session_date)) over () as last_day from resolved_sessions group by service) as r "
        "on r.service = s.service and s.session_date between r.first_day and r.last_day where s.district = ? "
        f"and s.known_to is null and s.status in {changes.GIVEN}",
        [DISTRICT],
    ).fetchone()
    return float(row[0]) if row else 0.0


def minutes_of_new(cur: duckdb.DuckDBPyConnection) -> float:
    """The same where no session was stored before, and each new one stands as it was placed."""
    row = cur.execute(
        "select coalesce(sum(s.minutes), 0) from brought_sessions as s where s.action = 'new' and s.service is not null "
        f"and s.session_date is not null and s.status in {changes.GIVEN}"
    ).fetchone()
    return float(row[0]) if row else 0.0


def report(
    cur: duckdb.DuckDBPyConnection,
    file: File,
    staged: Sheets,
    step: Step,
    found: matching.Found,
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
        sheet = counted(cur, file.opened[number], number, one, step.placed.get(one.dataset))
        sheet.assumptions += yearly.told(cur, one, step.batch.load_date) if one.dataset == "service_lines" else []
        _ask(cur, sheet, file.opened[number], one, _persons(cur, found, one, number), options)
        _tell(cur, sheet, file.opened[number], number, one, listed=listed)
        if (one.dataset, one.shape) not in seen:
            _once(cur, sheet, one, step, options)
            if listed and sheet.missing:
                sheet.listed["missing"] = changes.missing(cur, one.dataset, one.shape)
        seen.add((one.dataset, one.shape))
        sheet.assumptions += [] if told.sheets else _of_file(file, found)
        reported.add(told, sheet)
    told.sheets += [not_loaded(one) for one in file.opened if not one.mapping.dataset]
    reported.write(cur, told, step.given)
    return told


def _tell(
    cur: duckdb.DuckDBPyConnection, sheet: SheetReport, opened: Opened, number: int, staged: Staged, *, listed: bool
) -> None:
    """Note the batches that a table mends, the minutes of its sessions and, ``listed``, the rows that it changes."""
    sheet.mends = len(opened.mended.origins) if opened.mended else 0
    if staged.dataset == "sessions":
        sheet.minutes = changes.minutes(cur, number)
    if listed:
        sheet.listed = changes.lists(cur, staged.dataset, number)


def _of_file(file: File, found: matching.Found) -> list[str]:
    """What is said once of a file, beside its first table: its macros, ids that were written anew."""
    told = [MACROS] if file.has_macros else []
    return told + ([numbered.in_words(len(found.rewritten))] if found.rewritten else [])


def counted(
    cur: duckdb.DuckDBPyConnection, opened: Opened, number: int, staged: Staged, placed: Placed | None = None
) -> SheetReport:
    sheet = _start(opened, staged.dataset)
    counts = _counts_if_all_new(staged, placed) or _counts(cur, number, staged)
    for name in COUNTS:
        setattr(sheet, name, counts[name])
    left_out = Counter(one.reason for one in opened.table.left_out)
    sheet.left_out = dict(left_out)
    told = sum(rows for reason, rows in left_out.items() if reason not in NO_TEXT)
    sheet.rows_read, sheet.ignored = staged.rows_read + told, sheet.ignored + told
    sheet.columns, sheet.assumed = staged.columns, staged.assumed
    sheet.assumptions = [*opened.table.told, *staged.assumptions]
    sheet.assumptions += _not_understood(staged, opened.context)
    sheet.assumptions += unread.told(opened.table, opened.mapping)
    sheet.questions = reported.together([*opened.mapping.questions, *staged.questions])
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
    return FileReport(file.name, [not_loaded(one) for one in file.opened], refused=file.refused)


def not_loaded(opened: Opened) -> SheetReport:
    sheet = _start(opened, None)
    sheet.questions = list(opened.mapping.questions)
    sheet.left_out = dict(Counter(one.reason for one in opened.table.left_out))
    sheet.left_out |= {NOT_READ: rows} if (rows := len(opened.table.row_numbers.unique())) else {}
    sheet.refused = opened.mapping.reason or f"Sheet {sheet.sheet!r} is none of the datasets."
    sheet.columns = [
        {"heading": heading, "field": None, "confidence": 0.0, "why": "not read", "samples": _shown(heading, column)}
        for heading, column in zip(opened.table.headings, opened.table.body.columns, strict=False)
    ]
    return sheet


def _shown(heading: str, column: pa.ChunkedArray) -> list[str]:
    return [] if private.is_never_kept(heading) else samples(column)


def _outcomes(staged: Staged) -> Counter[str]:
    """The staged rows by outcome."""
    found = pc.value_counts(staged.rows.column("outcome")).to_pylist()
    return Counter({one["values"]: one["counts"] for one in found})


def _counts_if_all_new(staged: Staged, placed: Placed | None) -> Counter[str]:
    """The counts of the only table of a dataset, where each of its fit rows is known to be new; else empty."""
    if placed is None or staged.is_judged or staged.is_late:
        return Counter()
    counts = _outcomes(staged)
    fit = counts.pop("ok", 0)
    return counts + Counter({"new": fit}) if placed.became == {"new": fit} else Counter()


def _counts(cur: duckdb.DuckDBPyConnection, number: int, staged: Staged) -> Counter[str]:
    step = number * asserted.SHEET_STEP
    twin = (
        "case when s.aside = 'twin' and p.action in ('new', 'changed') then 'duplicate' else p.action end"
        if staged.dataset == "sessions"
        else "p.action"
    )
    placed = f"placed_{staged.dataset} as p"
    aside = "left join standing_sessions as s on s.row_key = p.row_key" if staged.dataset == "sessions" else ""
    told: Counter[str] = Counter()
    if staged.all_fit:  # each row is placed, or ignored
        within = f"where p.rec between {step} and {step + asserted.SHEET_STEP - 1}"
        query = f"select {twin} as became, count(*) from {placed} {aside} {within} group by became"
        told.update({outcome: count for outcome, count in _outcomes(staged).items() if outcome != "ok"})
    else:
        query = (
            f"select case when o.outcome <> 'ok' then o.outcome else {twin} end as became, count(*) "
            f"from ({held.outcomes(staged, number)}) as o left join {placed} on p.rec = o.record_no + {step} {aside} "
            "group by became"
        )
    told.update({str(became): int(count) for became, count in cur.execute(query).fetchall()})
    return told


def _persons(cur: duckdb.DuckDBPyConnection, found: matching.Found, staged: Staged, number: int) -> list[Question]:
    """The persons to ask about, with the rows of this table that wait for the answer."""
    low, high = number * asserted.SHEET_STEP, (number + 1) * asserted.SHEET_STEP - 1
    return matching.asked(cur, found, staged.dataset, f"a.rec between {low} and {high}")


def _ask(
    cur: duckdb.DuckDBPyConnection,
    sheet: SheetReport,
    opened: Opened,
    staged: Staged,
    asked: list[Question],
    options: Options,
) -> None:
    """Ask about all persons whose rows wait, and the first of those whose don't; about schools that nobody answered for."""
    told = matching.first_asked(asked)
    sheet.questions += told
    if len(asked) > len(told):
        sheet.assumptions.append(f"{len(asked) - len(told)} more names resemble another name of this file.")
    answered = opened.context.answers.codes.keys() | options.codes.keys()
    sheet.questions += schools.questions(cur, staged, {text.casefold() for text in answered})


def _once(cur: duckdb.DuckDBPyConnection, sheet: SheetReport, staged: Staged, step: Step, options: Options) -> None:
    """What is said once for a dataset and shape of a file: rows missing, coverage, minutes, new people."""
    sheet.missing = step.missing.get(staged.dataset, {}).get(staged.shape, 0)
    if sheet.missing and staged.dataset in ends.SNAPSHOTS and step.batch.mode == "merge":
        asked = ends.question(cur, staged.dataset, step.batch.batch_id, staged.shape)
        sheet.questions += [asked] if asked else []
    sheet.new_people = step.new_people.pop(staged.shape, [])
    sheet.unusual = step.unusual.get(staged.dataset, "")
    if step.moved.get(staged.dataset):
        sheet.assumptions.append(moved.in_words(staged.dataset, step.moved[staged.dataset]))
    if staged.dataset == byhand.DATASET and step.by_hand:
        sheet.assumptions.append(byhand.in_words(step.by_hand))
    if staged.dataset == "goals" and step.renumbered:
        sheet.assumptions.append(renumbered.in_words(step.renumbered))
    if step.batch.mode == "replace":
        sheet.replaces = scope.in_words(cur, staged.dataset)
    if staged.dataset == "sessions":
        _of_sessions(cur, sheet, staged, step, options)


def _of_sessions(
    cur: duckdb.DuckDBPyConnection, sheet: SheetReport, staged: Staged, step: Step, options: Options
) -> None:
    """What is said once of a file's sessions: the days that they are for, ids, minutes, what another system tells."""
    if sheet.missing:
        sheet.minutes["missing"] = changes.minutes_missing(cur, staged.shape)
    coverage = logs.told(cur, step.batch.batch_id, staged.shape, step.batch.load_date, options.covers, options.codes)
    sheet.covers = coverage.covers
    sheet.questions += coverage.questions
    sheet.assumptions += coverage.sentences
    sheet.assumptions += [step.recounted.told[staged.shape]] if staged.shape in step.recounted.told else []
    sheet.questions += [step.recounted.unclear[staged.shape]] if staged.shape in step.recounted.unclear else []
    if again := step.continued.get(staged.shape):
        sheet.assumptions.append(continued.in_words(again))
    if step.minutes:
        sheet.minutes_before, sheet.minutes_after = step.minutes
    if step.differing:
        sheet.assumptions.append(
            f"{spoken.plural(step.differing, 'session shares', 'sessions share')} student, provider, service, day and start "
            "time with another kind of file's but "
            f"{'differs' if step.differing == 1 else 'differ'}; both are counted."
        )
