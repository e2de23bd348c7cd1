"""Commands that take data out and keep it safe."""

import sys
from enum import StrEnum
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from analytics.scope import EVERYTHING
from commands.asked import Db, Json, dataset_of, month_of, question
from commands.opened import opened, path_of
from commands.printed import print_json, say


class ExportFormat(StrEnum):
    csv = "csv"
    json = "json"
    xlsx = "xlsx"
    parquet = "parquet"


app = typer.Typer()


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

    dataset = dataset_of(dataset)
    with opened(db) as store, store.cursor() as cur:
        content = exports.export(cur, EVERYTHING.district, dataset, "json" if as_json else shown.value)
    if out:
        out.write_bytes(content)
        say(f"Wrote {out}.")
    else:
        sys.stdout.buffer.write(content)


@app.command()
def close(
    month: Annotated[str, typer.Argument(help="The month, as 2025-10.")],
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Close a month: record its figures, calendar and policies; later changes show as changed since closed."""
    from analytics import closing as figures
    from data import closing

    with question(db, None) as asked:
        first, day = month_of(month), asked.day
        recorded = figures.figures(asked.cur, EVERYTHING, first, day)
        policies = figures.policies(asked.cur, EVERYTHING, first)
    with opened(db) as store:
        closed = closing.close(store, first, day, recorded, policies, who=getuser())
    if as_json:
        print_json({"month": month, "event": closed.event, "as_of": closed.as_of, "closed_by": closed.closed_by})
    else:
        say(f"{month} is closed, with data as of {closed.as_of}.")


@app.command()
def backup(file: Path, db: Db = None) -> None:
    """Write a consistent copy of the database, also while it is in use by this process."""
    from data.store import backup as backups

    with opened(db) as store:
        backups.backup(store, file)
    say(f"Wrote {file}.")


@app.command()
def restore(file: Path, db: Db = None) -> None:
    """Put a backup in the place of an empty or missing database."""
    from data.store import backup as backups

    path = path_of(db)
    backups.restore(file, path)
    say(f"Restored {path}.")
