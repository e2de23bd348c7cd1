"""Commands that look after the figures: whether they hold, what changed, what deserves a look."""

from datetime import date
from getpass import getuser
from typing import Annotated

import pandas as pd
import typer

from analytics.scope import EVERYTHING
from commands.asked import (
    SINCE,
    AsOf,
    By,
    Db,
    Json,
    Question,
    Refused,
    Shown,
    answers,
    keys_of,
    month_of,
    question,
)
from commands.opened import opened
from commands.printed import Format, print_frame, say

app = typer.Typer()


@app.command()
def check(as_of: AsOf = None, db: Db = None, shown: Shown = Format.table, as_json: Json = False) -> None:
    """The counts and the conservation of minutes on this database."""
    from analytics import check as checks
    from data import intact

    with question(db, as_of) as asked:
        stored = pd.DataFrame(intact.checks(asked.cur), columns=["check", "passed", "detail"])
        frame = pd.concat([stored, checks.run(*asked.figure[:3])], ignore_index=True)
    print_frame(frame, shown, as_json)
    if not frame["passed"].all():
        say("Some checks failed; the figures of this database can't be trusted until that is mended.")
        raise typer.Exit(1)


@app.command()
@answers(knowing=SINCE)
def changes(asked: Question, by: By = "") -> pd.DataFrame:
    """What changed since an earlier moment, and which upload changed it; with --by, where."""
    from analytics import known as figures

    keys = keys_of(by)
    if keys:
        return figures.between(*asked.figure, keys=keys, **asked.known)
    return figures.changes(*asked.figure, **asked.known)


@app.command()
@answers()
def delays(asked: Question, by: By = "") -> pd.DataFrame:
    """Median days from a session to its upload, and to its entry, by school, provider, service or month."""
    from analytics import known as figures

    return figures.delays(*asked.figure, keys=keys_of(by), **asked.known)


@app.command()
@answers(knowing=())
def findings(
    asked: Question, of: Annotated[str | None, typer.Option("--of", help="A finding's name: its rows.")] = None
) -> pd.DataFrame:
    """What in the loaded rows deserves a look; with --of, the rows of one finding."""
    from analytics import findings as figures

    return figures.rows(*asked.figure, finding=of) if of else figures.all(*asked.figure)


@app.command()
@answers(knowing=())
def compare(asked: Question) -> pd.DataFrame:
    """Totals that another system stated, beside this ledger's, with the likely cause of each difference."""
    from analytics import comparing

    return comparing.by_line(*asked.figure)


Month = Annotated[str | None, typer.Option(help="YYYY-MM; else the month that is being worked on.")]


@app.command()
def checklist(month: Month = None, shown: Shown = Format.table, db: Db = None, as_json: Json = False) -> None:
    """Which files a month should have, which are in, and what they still ask."""
    from data import checklist as lists
    from data import closing

    with opened(db) as store, store.cursor() as cur:
        closed = {one.month for one in closing.closings(cur)}
        wanted = month_of(month) if month else lists.current(cur, date.today(), closed)
        frame = lists.listed(lists.items(cur, wanted) if wanted else ())
    if wanted:
        say(f"The checklist of {wanted:%Y-%m}.")
    print_frame(frame, shown, as_json)


@app.command()
def closed(
    month: Annotated[str, typer.Argument(help="The month, as 2025-10.")],
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """The figures of a closed month as they were recorded, and as they are now; nothing where it isn't closed."""
    from analytics import closing as figures

    with question(db, None) as asked:
        frame = figures.compared(*asked.figure[:2], month=month_of(month))
    print_frame(frame, shown, as_json)


@app.command()
def held(
    batch: Annotated[str | None, typer.Option(help="One batch, as in history; else all in force.")] = None,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Rows that were rejected or wait for an answer, each with its reason."""
    from data import rejected

    names = ("batch_id", "dataset", "source_sheet", "source_row", "outcome", "reason")
    with opened(db) as store, store.cursor() as cur:
        found = rejected.held(cur, EVERYTHING.district, batch)
    print_frame(pd.DataFrame([[getattr(one, name) for name in names] for one in found], columns=names), shown, as_json)


PAIR = "STUDENT,EARLIER,LATER: the student's id and the ids of the two lines."


@app.command()
def lines(
    changed: Annotated[list[str] | None, typer.Option("--changed", help=f"The later line replaced it. {PAIR}")] = None,
    additional: Annotated[list[str] | None, typer.Option("--additional", help=f"Both are owed. {PAIR}")] = None,
    take_back: Annotated[list[str] | None, typer.Option("--take-back", help=f"Take the answer back. {PAIR}")] = None,
    as_of: AsOf = None,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Overlapping lines that may be a change or an addition; with answers, store them first, then what is still open."""
    from analytics import findings as figures
    from data import line_answers

    said = ((line_answers.CHANGED, changed), (line_answers.ADDITIONAL, additional), (None, take_back))
    with opened(db) as store:
        with store.cursor() as cur:
            answers = {line_answers.pair_of(cur, *three(pair)): told for told, given in said for pair in given or ()}
        line_answers.answer(store, answers, getuser())
    with question(db, as_of) as asked:
        frame = figures.changed_pairs(*asked.figure[:3])
    print_frame(frame.drop(columns=["earlier_key", "later_key", "link_key"]), shown, as_json)


def three(text: str) -> tuple[str, str, str]:
    """The three ids of a pair of lines."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 3 or not all(parts):
        raise Refused(f"{text!r} is no pair of lines; write it as STUDENT,EARLIER,LATER.")
    return parts[0], parts[1], parts[2]
