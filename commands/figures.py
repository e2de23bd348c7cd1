"""Commands that answer with figures."""

from datetime import datetime
from typing import Annotated

import pandas as pd
import typer

from commands.asked import (
    RANGED,
    AsOf,
    By,
    Db,
    Json,
    KnownAsOf,
    Policies,
    Question,
    Refused,
    Restated,
    answers,
    day_of,
    keys_of,
    question,
)
from commands.printed import print_json, say

app = typer.Typer()


@app.command()
@answers()
def ledger(
    asked: Question,
    from_: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"])] = None,
    to: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"])] = None,
    by: By = "",
    policy: Policies = None,
    provider_caused: Annotated[
        bool, typer.Option("--provider-caused", help="Also the rate that counts only a provider's recorded reasons.")
    ] = False,
    esy: Annotated[
        bool, typer.Option("--esy", help="Of the extended school year: its lines and their sessions only.")
    ] = False,
) -> pd.DataFrame:
    """Expected, delivered, credited and missing minutes by any keys."""
    from analytics import compliance
    from analytics import ledger as figures

    if esy:
        _say_of_undated(int(figures.extended_on_file(*asked.figure, **asked.known)["lines_without_days"].iloc[0]))
    chosen, first, last = asked.policies_with(policy), day_of(from_), day_of(to)
    answer = compliance.by if provider_caused else figures.by
    found = answer(
        *asked.figure, keys=keys_of(by), from_day=first, to_day=last, policies=chosen, extended=esy, **asked.known
    )
    if len(found) and (provisional := figures.provisional(*asked.figure, policies=chosen, extended=esy, **asked.known)):
        say(f"Provisional: {', '.join(provisional)}.")
    return found


def _say_of_undated(lines: int) -> None:
    if lines:
        say(f"ESY lines without a start or an end, in no figure: {lines}.")


@app.command()
@answers(knowing=RANGED)
def caseload(asked: Question, by: By = "provider") -> pd.DataFrame:
    """Load against capacity by provider, or by provider and school."""
    from analytics import caseload as figures

    found = {
        ("provider",): figures.providers,
        ("provider", "school"): figures.sites,
        ("service", "zone"): figures.fte_needed,
    }
    if keys_of(by) not in found:
        raise Refused(f"--by {by!r} is not one of provider, provider,school or service,zone.")
    of_today = {} if keys_of(by) == ("provider",) else {"from_day": None}
    return found[keys_of(by)](*asked.figure, **asked.known | of_today)


@app.command()
@answers(knowing=RANGED, choosing=())
def board(asked: Question, by: By = "school,service", policy: Policies = None) -> pd.DataFrame:
    """What a board may see, small groups hidden: schools by services with totals (a blank is all), or --by month."""
    from analytics import board as figures

    found = {("school", "service"): figures.table, ("month",): figures.months}
    if keys_of(by) not in found:
        raise Refused(f"--by {by!r} is neither school,service nor month.")
    return found[keys_of(by)](*asked.figure, policies=asked.policies_with(policy), **asked.known)


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
