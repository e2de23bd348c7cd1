"""One file on its way into the ledger: what it says is put beside what stands there, and written."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import duckdb

from data import calendar
from data.ingest import again, checks, held, lines, logs, mending, outcome, profiles
from data.ingest.folding import asserted, ends, fold, renumbered, replay, side, undoing
from data.ingest.folding.recounted import SAME_IDS
from data.ingest.mapping.shape import plain
from data.ingest.model import FileReport, Options, Staged
from data.ingest.opening import File
from data.ingest.people import everyone, matching, namesakes, schools
from data.ingest.staging import stage
from data.store.connect import DISTRICT
from data.store.events import next_event, now


def load(cur: duckdb.DuckDBPyConnection, file: File, options: Options, *, listed: bool = False) -> FileReport:
    """Load one file in the transaction of the cursor and report it; ``listed``: with the rows that it changes."""
    staged = _staged(cur, file, options)
    before = _before(cur, file)
    earlier = before.same_bytes
    load_date = options.load_date or date.today()
    options = _of_file(file, options)
    batch = fold.Batch(before.batch_id, before.seq, load_date, options.mode, rereads=earlier is not None)
    _check(cur, staged, load_date)
    _assert(cur, staged, batch)
    held.start(cur)
    if earlier and again.says_the_same(cur, earlier, staged, options, _said_of_ids(file, options)):
        return _once_more(cur, file, earlier, staged, options)
    step = _step(cur, file, batch, staged, options)
    found = _fold_in(cur, step, staged, options)
    moved = everyone.moved(cur, batch.batch_id, takes_out=batch.takes_out) if batch.seq > 1 else 0
    options = _with_coverage(cur, staged, step, options)
    report = outcome.report(cur, file, staged, step, found, options, listed=listed)
    if moved:
        next(sheet for sheet in report.sheets if sheet.dataset).assumptions.append(everyone.in_words(moved))
    _remember(cur, file, staged, found, options)
    mending.record(cur, file, batch.batch_id)
    if found.answered or moved or (step.renumbered and renumbered.are_measured(cur, batch.batch_id)):
        undoing.fold_everything(cur, next_event(cur, "people", options.loaded_by, batch.batch_id))
    _follow_up(cur, staged)
    if step.stands_otherwise:
        _assert(cur, staged, batch)
        again.keep_reading(cur, batch.batch_id)
    return report


def _step(
    cur: duckdb.DuckDBPyConnection, file: File, batch: fold.Batch, staged: list[tuple[int, Staged]], options: Options
) -> side.Load:
    """The batch as it meets what stands, once it is recorded."""
    return side.Load(
        cur,
        batch,
        _enter(cur, file, batch, options),
        codes=options.codes,
        given=_given(staged),
        mends=file.mends,
        headings=_headings(staged),
        said_of_ids=_said_of_ids(file, options),
    )


def _fold_in(
    cur: duckdb.DuckDBPyConnection, step: side.Load, staged: list[tuple[int, Staged]], options: Options
) -> matching.Found:
    """Fold the asserted rows into what stands, and keep whom the batch names."""
    held.start(cur)
    found = replay.fold_in(cur, step, step.batch, _present(staged), "named", options.codes)
    cur.execute("insert into batch_people select * from named")
    return found


def _with_coverage(
    cur: duckdb.DuckDBPyConnection, staged: list[tuple[int, Staged]], step: side.Load, options: Options
) -> Options:
    """Keep what the file's logs say and which days they are for; the options with what was answered of these days."""
    logs.keep(cur, staged, step.batch.batch_id, step.batch.load_date, step.event)
    options = replace(options, covers=logs.with_answers(cur, step.batch, options))
    if "sessions" in _present(staged):
        logs.choose(cur, step.batch.batch_id, options.covers, step.event)
    return options


def _follow_up(cur: duckdb.DuckDBPyConnection, staged: list[tuple[int, Staged]]) -> None:
    """What hangs on the rows that came in: links of new students, the proposed calendar."""
    link(cur)
    if calendar.HANGS_ON.intersection(_present(staged)):
        calendar.propose(cur)


def _once_more(
    cur: duckdb.DuckDBPyConnection, file: File, earlier: str, staged: list[tuple[int, Staged]], options: Options
) -> FileReport:
    """Report a file that says what an earlier batch did, and take in what was answered since of the earlier one."""
    if "sessions" in _present(staged):
        logs.rechoose(cur, earlier, options.covers, options.loaded_by)
    _end_anew(cur, earlier, options)
    return again.report(cur, file, earlier, staged)


def _end_anew(cur: duckdb.DuckDBPyConnection, batch_id: str, options: Options) -> None:
    """Take in what is said now of the rows that a loaded batch lacks."""
    for dataset, ended in ends.said_anew(cur, batch_id, options.codes).items():
        ends.store(cur, dataset, undoing.in_force(cur, batch_id), ended)
        undoing.fold_rows(cur, dataset, list(ended), next_event(cur, "answer", options.loaded_by, batch_id))


def _of_file(file: File, options: Options) -> Options:
    """The options as they hold for one file: with the answers for its shapes, its coverage, and never a replace by rows
    that were mended."""
    shapes = {one.mapping.shape for one in file.opened}
    codes = dict(options.codes)
    for shape in sorted(shapes & options.answers.keys()):
        codes |= options.answers[shape].codes
    mode = "merge" if file.mends else options.mode
    return replace(options, codes=codes, covers=options.covers + options.covers_of.get(file.name, ()), mode=mode)


def _remember(
    cur: duckdb.DuckDBPyConnection,
    file: File,
    staged: list[tuple[int, Staged]],
    found: matching.Found,
    options: Options,
) -> None:
    moment, persons = now(), frozenset(found.names)
    for number, one in staged:
        profiles.remember(cur, one, file.opened[number].mapping, options, moment, persons)
        for sha256 in (file.sha256, *mending.origins(cur, file.opened[number].mended)):
            profiles.remember_of_file(cur, sha256, one, options, moment)


def _staged(cur: duckdb.DuckDBPyConnection, file: File, options: Options) -> list[tuple[int, Staged]]:
    """The tables that are datasets, typed, each with its place in the file."""
    called = schools.listed(cur)
    has_days = any(one.mapping.dataset == "calendar_days" for one in file.opened)
    days = calendar.on_file(cur) if has_days and options.mode == "merge" else {}
    told = lines.on_file(cur) if any(lines.are_named(one.mapping) for one in file.opened) else {}
    of = lines.of_students(cur) if any(lines.are_told_by_students(one.mapping) for one in file.opened) else {}
    known = partial(replace, schools=called, days=days, lines=told, lines_of=of)
    return [
        (number, stage(cur, one.table, one.mapping, known(one.context)))
        for number, one in enumerate(file.opened)
        if one.mapping.dataset
    ]


@dataclass(frozen=True)
class _Before:
    """What the batches before a file say of it: the last in force of the same bytes, its own id, and its number."""

    same_bytes: str | None
    batch_id: str
    seq: int


def _before(cur: duckdb.DuckDBPyConnection, file: File) -> _Before:
    (same, times, last) = cur.execute(
        "select arg_max(batch_id, batch_seq) filter (where sha256 = $sha and state = 'in_force'), "
        "count(*) filter (where sha256 = $sha), coalesce(max(batch_seq), 0) from batches where district = $d",
        {"d": DISTRICT, "sha": file.sha256},
    ).fetchall()[0]
    return _Before(same, file.sha256[:12] + (f"-{times + 1}" if times else ""), int(last) + 1)


def _check(cur: duckdb.DuckDBPyConnection, staged: list[tuple[int, Staged]], load_date: date) -> None:
    checks.start(cur)
    for number, one in staged:
        checks.judge(cur, one, number, load_date)


def _assert(cur: duckdb.DuckDBPyConnection, staged: list[tuple[int, Staged]], batch: fold.Batch) -> None:
    asserted.start_people(cur)
    for dataset in _present(staged):
        mine = [(number, one) for number, one in staged if one.dataset == dataset]
        asserted.gather(cur, dataset, mine, batch.batch_id)
    namesakes.tell_apart(cur, _present(staged))


def _said_of_ids(file: File, options: Options) -> str | None:
    """What was answered, of this file, of ids of sessions that may be counted anew."""
    told = [one.context.answers.codes | one.context.options.codes for one in file.opened]
    said = (codes.get(SAME_IDS) for codes in (options.codes, *told))
    return next((one.strip().lower() for one in said if one), None)


def _present(staged: list[tuple[int, Staged]]) -> dict[str, int]:
    """The datasets, with the number of staged rows of each."""
    found: dict[str, int] = {}
    for _, one in staged:
        found[one.dataset] = found.get(one.dataset, 0) + one.rows_read
    return found


def _given(staged: list[tuple[int, Staged]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for _, one in staged:
        fields = {str(column.get("field")) for column in one.columns if column.get("field")}
        found.setdefault(one.dataset, set()).update(fields)
    return found


def _headings(staged: list[tuple[int, Staged]]) -> dict[str, frozenset[str]]:
    """The headings of the file's logs, by shape."""
    logs_of = [one for _, one in staged if one.dataset == "sessions"]
    return {one.shape: plain(str(column["heading"]) for column in one.columns) for one in logs_of}


def _enter(cur: duckdb.DuckDBPyConnection, file: File, batch: fold.Batch, options: Options) -> int:
    """Record the batch and its event; returns the event's number."""
    cur.execute(
        "insert into batches values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'in_force', null, null, null)",
        [
            DISTRICT, batch.batch_id, batch.seq, file.name, file.sha256, file.size, now(), batch.load_date,
            options.loaded_by, options.mode,
        ],
    )  # fmt: skip
    return next_event(cur, "import", options.loaded_by, batch.batch_id)


def link(cur: duckdb.DuckDBPyConnection) -> None:
    """Give each new student the random key that links and caches carry."""
    cur.execute(
        f"insert into student_links select '{DISTRICT}', s.student_id, left(replace(cast(uuid() as varchar), '-', "
        f"''), 20) "
        f"from (select student_id from students where district = '{DISTRICT}' and known_to is null union "
        f"select person_id from people where district = '{DISTRICT}' and known_to is null and person_kind = "
        f"'student') as s "
        f"where s.student_id not in (select student_id from student_links where district = '{DISTRICT}')"
    )
