"""Commands that put files in and take them back."""

from datetime import datetime
from enum import StrEnum
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from analytics.scope import EVERYTHING
from commands.asked import Db, Json, Shown, dataset_of, day_of, pairs_of
from commands.opened import opened
from commands.printed import Format, print_frame, print_json, say
from data.store import DEMO_DATABASE


class ImportMode(StrEnum):
    merge = "merge"
    replace = "replace"  # type: ignore[assignment]  # a str has a method of that name; typer takes str enums


app = typer.Typer()
calendar_app = typer.Typer(help="The proposed calendar.", no_args_is_help=True)
app.add_typer(calendar_app, name="calendar")


@app.command()
def demo(db: Db = None) -> None:
    """Build the sample district and load its files."""
    from data.samples import demo as sample

    with opened(db, default=DEMO_DATABASE) as store:
        sample.ensure(store)
        say(f"The sample district is in {store.path}.")


@calendar_app.command("confirm")
def calendar_confirm(db: Db = None) -> None:
    """Accept the proposed calendar."""
    from data import calendar

    with opened(db) as store:
        calendar.confirm(store, who=getuser())
        say("The proposed calendar is confirmed.")


@app.command()
def template(
    dataset: Annotated[str, typer.Argument(help="A dataset's name.")],
    out: Annotated[Path | None, typer.Option(help="The file to write; else DATASET.xlsx here.")] = None,
) -> None:
    """Write an .xlsx with headings, allowed values and two example rows."""
    from data.contracts import templates

    dataset = dataset_of(dataset)
    path = out or Path(f"{dataset}.xlsx")
    path.write_bytes(templates.template(dataset))
    say(f"Wrote {path}.")


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
    from data.ingest.arguments import collect, cover, fields, without_column
    from data.ingest.model import Options
    from data.ingest.readers import warm_for

    contents = collect(files)
    warm_for(data for _, data in contents)
    from data.ingest import importer, told

    options = Options(
        dataset=dataset_of(dataset) if dataset else None,
        mode=mode.value,
        codes=pairs_of(code, "--code"),
        map=fields(pairs_of(map_, "--map")),
        covers=tuple(cover(text) for text in covers or []),
        load_date=day_of(loaded_on),
        loaded_by=getuser(),
    )
    with opened(db) as store:
        report = importer.run(store, contents, options, commit=not dry_run)
    if as_json:
        print_json(importer.to_json(report))
    else:
        print(told.text(report))
    for file in report.files:
        if file.refused:
            say(file.refused)
    for heading in without_column(report, options.map):
        say(f"No sheet has a column {heading!r}; what --map says of it did nothing.")
    raise typer.Exit(report.exit_status)


@app.command()
def history(
    batch: Annotated[str | None, typer.Option(help="The sheets of one batch.")] = None,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Every batch: its file, when, who, and what it changed; with --batch, its sheets."""
    from data import history as histories

    with opened(db) as store, store.cursor() as cur:
        if batch:
            found = histories.sheets(cur, EVERYTHING.district, batch)
            frame = found.drop(columns=["mapping_json", "report_json"])
        else:
            frame = histories.batches(cur, EVERYTHING.district)
    print_frame(frame, shown, as_json)


@app.command()
def undo(
    batch: Annotated[str, typer.Argument(help="The batch, as in history.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what it would change.")] = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Take a batch back, exactly as if it had never been loaded."""
    from data import history as histories

    with opened(db) as store:
        if dry_run:
            print_frame(histories.effects(store, batch), shown, as_json)
            return
        done = histories.undo(store, batch, who=getuser())
    if as_json:
        print_json(done)
    else:
        say(f"Batch {batch} is undone.")
