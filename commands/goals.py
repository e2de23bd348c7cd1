"""Commands about goals and progress reports."""

from typing import Annotated

import pandas as pd
import typer

from commands.asked import By, Question, Refused, answers, keys_of

app = typer.Typer()


@app.command()
@answers()
def goals(asked: Question, by: By = "") -> pd.DataFrame:
    """Goals, their status and their aimline; with --by, how many of each status."""
    from analytics import goals as figures

    keys = keys_of(by)
    if keys:
        return figures.by(*asked.figure, keys=keys, **asked.known)
    found = figures.status(*asked.figure, **asked.known)
    return figures.against_aimline(found).assign(is_flat=figures.is_flat(found))


@app.command()
@answers()
def measurements(asked: Question) -> pd.DataFrame:
    """Measurements and progress codes of the goals, in the order of their days."""
    from analytics import goals as figures

    return figures.measurements(*asked.figure, **asked.known)


@app.command()
@answers()
def reports(
    asked: Question,
    missing: Annotated[bool, typer.Option("--missing", help="Each goal whose report is due and missing.")] = False,
    coming: Annotated[bool, typer.Option("--coming", help="How ready the period that is running is.")] = False,
) -> pd.DataFrame:
    """Progress reports due, received and missing by grading period and provider."""
    from analytics import goals as figures

    if missing and coming:
        raise Refused("--missing and --coming are two lists; ask for one of them.")
    if coming:
        return figures.readiness(*asked.figure, **asked.known)
    if not missing:
        return figures.progress_reports(*asked.figure, **asked.known)
    found = figures.missing_reports(*asked.figure, **asked.known)
    return found[found["is_counted"].astype(bool)].drop(columns=["link_key", "is_counted"])


@app.command("to-measure")
@answers()
def to_measure(asked: Question) -> pd.DataFrame:
    """Goals that wait for a measurement, and why."""
    from analytics import goals as figures

    return figures.to_measure(*asked.figure, **asked.known).drop(columns="link_key")
