"""Commands that tell why, where and how: reasons, where the hours went, the tests apart, settings, sessions."""

from enum import StrEnum
from typing import Annotated

import pandas as pd
import typer

from commands.asked import RANGED, By, Question, Refused, answers, keys_of
from commands.attending import INTERNAL

app = typer.Typer()
MOST_SESSIONS = 1_000_000


class Clock(StrEnum):
    student = "student"
    provider = "provider"


class Split(StrEnum):
    kind = "kind"
    grouping = "grouping"


@app.command()
@answers(knowing=RANGED)
def reasons(asked: Question, by: By = "") -> pd.DataFrame:
    """Missed minutes as logged by reason and cause, and minutes without any record."""
    from analytics import ledger

    return ledger.reasons(*asked.figure, keys=keys_of(by), **asked.known)


@app.command("where-it-went")
@answers(knowing=RANGED)
def where_it_went(asked: Question, by: By = "") -> pd.DataFrame:
    """Expected minutes split into parts that add up: credited, excused, for review, to make up, no record, open."""
    from analytics import ledger

    return ledger.where_it_went(*asked.figure, keys=keys_of(by), **asked.known)


@app.command()
@answers(knowing=RANGED)
def conformity(asked: Question, by: By = "") -> pd.DataFrame:
    """Evidence, frequency, duration, setting and grouping apart, since one can hide another."""
    from analytics import ledger

    return ledger.conformity(*asked.figure, keys=keys_of(by), **asked.known)


@app.command()
@answers(knowing=RANGED)
def distribution(asked: Question) -> pd.DataFrame:
    """How many students stand at which delivered %, by each of its three definitions."""
    from analytics import compliance

    return compliance.distribution(*asked.figure, **asked.known)


@app.command()
@answers(knowing=RANGED)
def outlook(asked: Question, by: By = "") -> pd.DataFrame:
    """Where the year ends at this pace, and what catching up takes."""
    from analytics import compliance

    return compliance.outlook(*asked.figure, keys=keys_of(by), **asked.known)


@app.command()
@answers()
def coverage(asked: Question) -> pd.DataFrame:
    """Which days the loaded logs speak for, by service."""
    from analytics import ledger

    return ledger.coverage(*asked.figure, **asked.known)


@app.command()
@answers(knowing=RANGED)
def mix(
    asked: Question,
    by: By = "",
    clock: Annotated[Clock, typer.Option(help="A group's minutes for each student, or once.")] = Clock.student,
    split: Annotated[Split | None, typer.Option(help="By kind or grouping instead of setting.")] = None,
    integrated: Annotated[bool, typer.Option("--integrated", help="The integrated share, month by month.")] = False,
    against_plan: Annotated[
        bool, typer.Option("--against-plan", help="With one key: minutes beyond the planned share, most first.")
    ] = False,
) -> pd.DataFrame:
    """Planned and delivered minutes by setting."""
    from analytics import mix as figures

    keys = keys_of(by)
    if integrated:
        return figures.integrated(*asked.figure, clock=clock.value, **asked.known)
    if split:
        return figures.split(*asked.figure, by=split.value, keys=keys, clock=clock.value, **asked.known)
    if against_plan and len(keys) != 1:
        raise Refused("--against-plan needs one key, such as --by school.")
    found = figures.by(*asked.figure, keys=keys, clock=clock.value, **asked.known)
    return figures.against_plan(found, keys[0]) if against_plan else found


@app.command()
@answers(knowing=RANGED)
def drift(asked: Question) -> pd.DataFrame:
    """Service lines with minutes delivered in another setting than the IEP's, most minutes first."""
    from analytics import mix as figures

    return figures.drift(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command("group-sizes")
@answers(knowing=RANGED)
def group_sizes(asked: Question) -> pd.DataFrame:
    """How many students were together in direct sessions that were given."""
    from analytics import mix as figures

    return figures.group_sizes(*asked.figure, **asked.known)


@app.command()
@answers(knowing=RANGED)
def sessions(asked: Question) -> pd.DataFrame:
    """Sessions, the latest first: the line each is credited to, why not, and its file and row."""
    from analytics import ledger

    return ledger.session_rows(*asked.figure, limit=MOST_SESSIONS, **asked.known).drop(
        columns=INTERNAL, errors="ignore"
    )


@app.command()
@answers()
def mandates(asked: Question) -> pd.DataFrame:
    """Every service line on file, of any plan, readable or not, with the days on which it is in force."""
    from analytics import students

    return students.mandates(*asked.figure, **asked.known).drop(columns=INTERNAL)
