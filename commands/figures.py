"""Commands that answer with figures."""

from datetime import datetime
from typing import Annotated

import typer

from commands.asked import AsOf, By, Db, Json, KnownAsOf, Policies, Refused, Restated, Shown, day_of, keys_of, question
from commands.printed import Format, print_frame, print_json, say

app = typer.Typer()


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

    with question(db, as_of, known_as_of, restated) as asked:
        chosen = asked.policies_with(policy)
        frame = figures.by(
            *asked.figure, keys=keys_of(by), from_day=day_of(from_), to_day=day_of(to), policies=chosen, **asked.known
        )
    print_frame(frame, shown, as_json)


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

    with question(db, as_of, known_as_of, restated) as asked:
        frame = mixes.by(*asked.figure, keys=keys_of(by), **asked.known)
    print_frame(frame, shown, as_json)


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

    with question(db, as_of, known_as_of, restated, figures.default_as_of) as asked:
        keys = keys_of(by)
        frame = (
            figures.by(*asked.figure, keys=keys, **asked.known)
            if keys
            else figures.status(*asked.figure, **asked.known)
        )
    print_frame(frame, shown, as_json)


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
    if keys_of(by) not in answers:
        raise Refused(f"--by {by!r} is not one of provider, provider,school or service,zone.")
    with question(db, as_of, known_as_of, restated) as asked:
        frame = answers[keys_of(by)](*asked.figure, **asked.known)
    print_frame(frame, shown, as_json)


@app.command()
def board(
    as_of: AsOf = None,
    by: By = "school,service",
    policy: Policies = None,
    known_as_of: KnownAsOf = None,
    restated: Restated = False,
    shown: Shown = Format.table,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """What a board may see, small groups hidden: schools by services with totals (a blank is all), or --by month."""
    from analytics import board as figures

    answers = {("school", "service"): figures.table, ("month",): figures.months}
    if keys_of(by) not in answers:
        raise Refused(f"--by {by!r} is neither school,service nor month.")
    with question(db, as_of, known_as_of, restated) as asked:
        frame = answers[keys_of(by)](*asked.figure, policies=asked.policies_with(policy), **asked.known)
    print_frame(frame, shown, as_json)


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

    with question(db, as_of) as asked:
        cur, scope, day, _ = asked.figure
        plan = figures.plan(cur, scope, day, max_moves=max_moves, max_schools=max_schools, seconds=seconds)
    say(plan.summary)
    print_frame(plan.moves, shown, as_json)


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

    with question(db, as_of, known_as_of, restated) as asked:
        cur, scope, day, _ = asked.figure
        chosen = asked.policies_with(policy)
        told = traces.trace(cur, scope, day, line=line, month=month, student=student, policies=chosen, **asked.known)
    if as_json:
        print_json(telling.to_json(told))
    else:
        print(telling.text(told))
