"""Minute Ledger without a browser: the same jobs, for nightly runs and for those who prefer it."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from getpass import getuser
from pathlib import Path
from typing import Annotated, Any

import duckdb
import pandas as pd
import typer

from analytics import output
from analytics.scope import ALL, EVERYTHING
from data.contracts import DATASETS
from data.errors import UserError
from data.store import DEMO_DATABASE, Store, default_database, open_store

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
calendar_app = typer.Typer(help="The proposed calendar.", no_args_is_help=True)
app.add_typer(calendar_app, name="calendar")


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


class ExportFormat(StrEnum):
    csv = "csv"
    json = "json"
    xlsx = "xlsx"
    parquet = "parquet"


class ImportMode(StrEnum):
    merge = "merge"
    replace = "replace"


class Refused(UserError):  # noqa: N818 - the sentence on standard error names the outcome
    """Nothing was changed; the message is one sentence."""


Db = Annotated[Path | None, typer.Option("--db", help="The database file; else MINUTES_DB, else your data folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
AsOf = Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="The last day counted.")]
By = Annotated[str, typer.Option("--by", help="Keys, comma-separated.")]
Shown = Annotated[Format, typer.Option("--format", help="How to print.")]
KnownAsOf = Annotated[
    str | None,
    typer.Option(
        "--known-as-of",
        help="The ledger as it stood after EVENT, BATCH or DATE, with that day's calendar and policies.",
    ),
]
Restated = Annotated[
    bool, typer.Option("--restated", help="With --known-as-of: today's calendar and policies instead of that day's.")
]
Policies = Annotated[list[str] | None, typer.Option("--policy", help="NAME=VALUE for this run only.")]


def _say(text: str) -> None:
    print(text, file=sys.stderr)


@contextmanager
def _store(db: Path | None, *, default: Path | None = None) -> Iterator[Store]:
    path = db or _group_db or (default if default and not os.environ.get("MINUTES_DB") else default_database())
    store = open_store(path)
    try:
        yield store
    finally:
        store.close()


_group_db: Path | None = None


@app.callback()
def _main(db: Db = None) -> None:
    global _group_db
    _group_db = db


def _pairs(texts: list[str] | None, what: str) -> dict[str, str]:
    pairs = {}
    for text in texts or []:
        name, equals, value = text.rpartition("=") if what == "--map" else text.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise Refused(f"{what} {text!r} is not NAME=VALUE; write it with an equals sign.")
        pairs[name.strip()] = value.strip()
    return pairs


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _as_of(
    cur: duckdb.DuckDBPyConnection, given: datetime | None, *other: Callable[..., date | None], known: int | None = None
) -> date:
    """The day asked for, else the latest day that the loaded logs (or ``other`` data) speak for, else today."""
    from analytics import ledger as ledgers

    if given:
        return given.date()
    found = (find(cur, EVERYTHING, ALL, known=known) for find in (ledgers.default_as_of, *other))
    return next((day for day in found if day), date.today())


def _known(cur: duckdb.DuckDBPyConnection, text: str | None, restated: bool) -> dict[str, Any]:
    """What figures are asked with to stand as after an earlier moment; says on standard error which."""
    from analytics import known

    if text is None:
        if restated:
            raise Refused("--restated belongs to --known-as-of; name the upload or the day.")
        return {"known": None, "restated": False}
    moment = known.resolve(cur, EVERYTHING, text)
    _say(f"As known after {moment.told()}, with {'today' if restated else 'that day'}'s calendar and policies.")
    return {"known": moment.event, "restated": restated}


def _policies(cur: duckdb.DuckDBPyConnection, day: date, given: list[str] | None, known: dict[str, Any]) -> Any:
    """The stored policies that the question goes by, with those given for this run."""
    from analytics import policies

    then = None if known["restated"] else known["known"]
    return policies.load(cur, EVERYTHING, day, overrides=_pairs(given, "--policy"), known=then)


def _keys(by: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key.strip() for key in by.split(",") if key.strip()))


def _print_frame(frame: pd.DataFrame, shown: Format, as_json: bool) -> None:
    as_text = {"table": output.to_table, "csv": output.to_csv, "json": output.to_json}["json" if as_json else shown]
    print(as_text(output.with_keys_told(frame)))


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, default=str, indent=2))


@app.command()
def demo(db: Db = None) -> None:
    """Build the sample district and load its files."""
    from data.samples import demo as sample

    with _store(db, default=DEMO_DATABASE) as store:
        sample.ensure(store)
        _say(f"The sample district is in {store.path}.")


@calendar_app.command("confirm")
def calendar_confirm(db: Db = None) -> None:
    """Accept the proposed calendar."""
    from data import calendar

    with _store(db) as store:
        calendar.confirm(store, who=getuser())
        _say("The proposed calendar is confirmed.")


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Files, folders or zips.")],
    dataset: Annotated[str | None, typer.Option(help="What the files hold, where they don't say.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Preview only: the same work, rolled back.")] = False,
    mode: Annotated[ImportMode, typer.Option(help="merge leaves rows that the file lacks.")] = ImportMode.merge,
    code: Annotated[list[str] | None, typer.Option(help="A code's meaning: 'SA=missed:student_absent'.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="A column's field: 'Heading=field'.")] = None,
    covers: Annotated[
        list[str] | None, typer.Option(help="SERVICE=FROM..TO[:provider=ID|school=ID]: days that the logs speak for.")
    ] = None,
    loaded_on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of loading, where it isn't today.")
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Load spreadsheets; each file is a batch of its own that can be undone."""
    from data.ingest import importer, told
    from data.ingest.arguments import collect, cover
    from data.ingest.model import Options

    if dataset is not None and dataset not in DATASETS:
        raise Refused(f"There is no dataset {dataset!r}; it is one of {', '.join(DATASETS)}.")
    options = Options(
        dataset=dataset,
        mode=mode.value,
        codes=_pairs(code, "--code"),
        map=_pairs(map_, "--map"),
        covers=tuple(cover(text) for text in covers or []),
        load_date=_day(loaded_on),
        loaded_by=getuser(),
    )
    contents = collect(files)
    with _store(db) as store:
        report = importer.run(store, contents, options, commit=not dry_run)
    if as_json:
        _print_json(importer.to_json(report))
    else:
        print(told.text(report))
    for file in report.files:
        if file.refused:
            _say(file.refused)
    raise typer.Exit(report.exit_status)


@app.command()
def ledger(
    as_of: AsOf = None,
    from_: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"])] = None,
    to: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"])] = None,
    by: By = "",
    policy: Policies = None,
    known_as_of: KnownAsOf = None,
    restated: Restated = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Expected, delivered, credited and missing minutes by any keys."""
    from analytics import ledger as figures

    with _store(db) as store, store.cursor() as cur:
        known = _known(cur, known_as_of, restated)
        day = _as_of(cur, as_of, known=known["known"])
        frame = figures.by(
            cur,
            EVERYTHING,
            day,
            ALL,
            keys=_keys(by),
            from_day=_day(from_),
            to_day=_day(to),
            policies=_policies(cur, day, policy, known),
            **known,
        )
    _print_frame(frame, shown, as_json)


@app.command()
def mix(
    as_of: AsOf = None,
    by: By = "",
    known_as_of: KnownAsOf = None,
    restated: Restated = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Planned and delivered minutes by setting."""
    from analytics import mix as mixes

    with _store(db) as store, store.cursor() as cur:
        known = _known(cur, known_as_of, restated)
        day = _as_of(cur, as_of, known=known["known"])
        frame = mixes.by(cur, EVERYTHING, day, ALL, keys=_keys(by), **known)
    _print_frame(frame, shown, as_json)


@app.command()
def goals(
    as_of: AsOf = None,
    by: By = "",
    known_as_of: KnownAsOf = None,
    restated: Restated = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Goals and their status; with --by, how many of each status."""
    from analytics import goals as figures

    with _store(db) as store, store.cursor() as cur:
        known = _known(cur, known_as_of, restated)
        day = _as_of(cur, as_of, figures.default_as_of, known=known["known"])
        keys = _keys(by)
        frame = (
            figures.by(cur, EVERYTHING, day, ALL, keys=keys, **known)
            if keys
            else figures.status(cur, EVERYTHING, day, ALL, **known)
        )
    _print_frame(frame, shown, as_json)


@app.command()
def caseload(
    as_of: AsOf = None,
    by: By = "provider",
    known_as_of: KnownAsOf = None,
    restated: Restated = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Load against capacity by provider, or by provider and school."""
    from analytics import caseload as figures

    answers = {
        ("provider",): figures.providers,
        ("provider", "school"): figures.sites,
        ("service", "zone"): figures.fte_needed,
    }
    if _keys(by) not in answers:
        raise Refused(f"--by {by!r} is not one of provider, provider,school or service,zone.")
    with _store(db) as store, store.cursor() as cur:
        known = _known(cur, known_as_of, restated)
        day = _as_of(cur, as_of, known=known["known"])
        frame = answers[_keys(by)](cur, EVERYTHING, day, ALL, **known)
    _print_frame(frame, shown, as_json)


@app.command()
def rebalance(
    as_of: AsOf = None,
    max_moves: Annotated[int | None, typer.Option(help="At most so many lines that change hands.", min=0)] = None,
    max_schools: Annotated[int | None, typer.Option(help="At most so many schools a therapist.", min=1)] = None,
    seconds: Annotated[float, typer.Option(help="How long to look for a better plan.", min=1)] = 30.0,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """A suggested rebalancing of caseloads, each move with its reason."""
    from analytics import rebalance as figures

    with _store(db) as store, store.cursor() as cur:
        day = _as_of(cur, as_of)
        plan = figures.plan(cur, EVERYTHING, day, max_moves=max_moves, max_schools=max_schools, seconds=seconds)
    _say(plan.summary)
    _print_frame(plan.moves, shown, as_json)


@app.command()
def export(
    dataset: Annotated[str, typer.Argument(help="A dataset's name.")],
    shown: Annotated[ExportFormat, typer.Option("--format")] = ExportFormat.csv,
    out: Annotated[Path | None, typer.Option(help="The file to write; else standard output.")] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """The stored rows of a dataset, each with the batch, file, sheet and row that it came from."""
    from data import export as exports

    if dataset not in DATASETS:
        raise Refused(f"There is no dataset {dataset!r}; it is one of {', '.join(DATASETS)}.")
    with _store(db) as store, store.cursor() as cur:
        content = exports.export(cur, EVERYTHING.district, dataset, "json" if as_json else shown.value)
    if out:
        out.write_bytes(content)
        _say(f"Wrote {out}.")
    else:
        sys.stdout.buffer.write(content)


@app.command()
def history(shown: Shown = Format.table, db: Db = None, as_json: Json = False) -> None:
    """Every batch: its file, when, who, and what it changed."""
    from data import history as histories

    with _store(db) as store, store.cursor() as cur:
        frame = histories.batches(cur, EVERYTHING.district)
    _print_frame(frame, shown, as_json)


@app.command()
def undo(
    batch: Annotated[str, typer.Argument(help="The batch, as in history.")], db: Db = None, as_json: Json = False
) -> None:
    """Take a batch back, exactly as if it had never been loaded."""
    from data import history as histories

    with _store(db) as store:
        done = histories.undo(store, batch, who=getuser())
    if as_json:
        _print_json(done)
    else:
        _say(f"Batch {batch} is undone.")


@app.command()
def template(
    dataset: Annotated[str, typer.Argument(help="A dataset's name.")],
    out: Annotated[Path | None, typer.Option(help="The file to write; else DATASET.xlsx here.")] = None,
) -> None:
    """Write an .xlsx with headings, allowed values and two example rows."""
    from data.contracts import templates

    if dataset not in DATASETS:
        raise Refused(f"There is no dataset {dataset!r}; it is one of {', '.join(DATASETS)}.")
    path = out or Path(f"{dataset}.xlsx")
    path.write_bytes(templates.template(dataset))
    _say(f"Wrote {path}.")


@app.command()
def check(as_of: AsOf = None, db: Db = None, shown: Shown = Format.table, as_json: Json = False) -> None:
    """The counts and the conservation of minutes on this database."""
    from analytics import check as checks

    with _store(db) as store, store.cursor() as cur:
        frame = checks.run(cur, EVERYTHING, _as_of(cur, as_of))
    _print_frame(frame, shown, as_json)
    if not frame["passed"].all():
        _say("Some checks failed; the figures of this database can't be trusted until that is mended.")
        raise typer.Exit(1)


@app.command()
def changes(
    known_as_of: Annotated[str, typer.Option("--known-as-of", help="Since which EVENT, BATCH or DATE.")],
    as_of: AsOf = None,
    by: By = "",
    restated: Restated = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """What changed since an earlier moment, and which upload changed it; with --by, where."""
    from analytics import known as figures

    with _store(db) as store, store.cursor() as cur:
        known = _known(cur, known_as_of, restated)
        day = _as_of(cur, as_of, known=known["known"])
        keys = _keys(by)
        frame = (
            figures.between(cur, EVERYTHING, day, ALL, keys=keys, **known)
            if keys
            else figures.changes(cur, EVERYTHING, day, ALL, **known)
        )
    _print_frame(frame, shown, as_json)


@app.command()
def delays(as_of: AsOf = None, by: By = "", shown: Shown = Format.table, db: Db = None, as_json: Json = False) -> None:
    """Median days from a session to its upload, and to its entry, by school, provider, service or month."""
    from analytics import known as figures

    with _store(db) as store, store.cursor() as cur:
        frame = figures.delays(cur, EVERYTHING, _as_of(cur, as_of), ALL, keys=_keys(by))
    _print_frame(frame, shown, as_json)


@app.command()
def findings(
    of: Annotated[str | None, typer.Option("--of", help="A finding's name: its rows.")] = None,
    as_of: AsOf = None,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """What in the loaded rows deserves a look; with --of, the rows of one finding."""
    from analytics import findings as figures

    with _store(db) as store, store.cursor() as cur:
        day = _as_of(cur, as_of)
        frame = figures.rows(cur, EVERYTHING, day, finding=of) if of else figures.all(cur, EVERYTHING, day)
    _print_frame(frame, shown, as_json)


@app.command()
def compare(as_of: AsOf = None, shown: Shown = Format.table, db: Db = None, as_json: Json = False) -> None:
    """Totals that another system stated, beside this ledger's, with the likely cause of each difference."""
    from analytics import comparing

    with _store(db) as store, store.cursor() as cur:
        frame = comparing.by_line(cur, EVERYTHING, _as_of(cur, as_of))
    _print_frame(frame, shown, as_json)


@app.command()
def backup(file: Path, db: Db = None) -> None:
    """Write a consistent copy of the database, also while it is in use by this process."""
    from data.store import backup as backups

    with _store(db) as store:
        backups.backup(store, file)
    _say(f"Wrote {file}.")


@app.command()
def restore(file: Path, db: Db = None) -> None:
    """Put a backup in the place of an empty or missing database."""
    from data.store import backup as backups

    path = db or _group_db or default_database()
    backups.restore(file, path)
    _say(f"Restored {path}.")


@app.command()
def trace(
    line: Annotated[str, typer.Option(help="The service line's id.")],
    month: Annotated[str, typer.Option(help="YYYY-MM")],
    student: Annotated[
        str | None, typer.Option(help="The student's id, where two students' lines share an id.")
    ] = None,
    as_of: AsOf = None,
    policy: Policies = None,
    known_as_of: KnownAsOf = None,
    restated: Restated = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """The arithmetic of one figure: days, accruals, sessions, file and row."""
    from analytics import telling
    from analytics import trace as traces

    with _store(db) as store, store.cursor() as cur:
        known = _known(cur, known_as_of, restated)
        day = _as_of(cur, as_of, known=known["known"])
        chosen = _policies(cur, day, policy, known)
        told = traces.trace(cur, EVERYTHING, day, line=line, month=month, student=student, policies=chosen, **known)
    if as_json:
        _print_json(telling.to_json(told))
    else:
        print(telling.text(told))


def main() -> None:
    """Run a command; its exit status: 0 done, 1 done with rows held, 2 refused with the reason on standard error."""
    try:
        app()
    except Exception as error:
        if os.environ.get("MINUTES_DEBUG"):
            raise
        _say(_sentence(error))
        sys.exit(2)


def _sentence(error: Exception) -> str:
    if isinstance(error, UserError):
        return str(error)
    return f"Something went wrong ({type(error).__name__}); nothing was changed. MINUTES_DEBUG=1 shows where."


if __name__ == "__main__":
    main()
