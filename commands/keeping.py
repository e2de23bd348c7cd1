"""Commands that take data out and keep it safe."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analytics.scope import EVERYTHING
from commands.asked import Db, Json, dataset_of
from commands.opened import opened, path_of
from commands.printed import say


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
