"""Commands that try caseloads out: a suggested plan, and what would follow from changes."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import pandas as pd
import typer

from commands.asked import Question, Refused, answers, pairs_of
from commands.printed import say

if TYPE_CHECKING:
    from analytics.rebalance import Change, Plan, WhatIf

app = typer.Typer()


class Part(StrEnum):
    moves = "moves"
    loads = "loads"
    half_days = "half-days"
    compared = "compared"


@app.command()
@answers(knowing=(), choosing=())
def rebalance(
    asked: Question,
    max_moves: Annotated[int | None, typer.Option(help="At most so many lines that change hands.", min=0)] = None,
    max_schools: Annotated[int | None, typer.Option(help="At most so many schools a therapist.", min=1)] = None,
    seconds: Annotated[float, typer.Option(help="How long to look for a better plan.", min=1)] = 30.0,
    part: Annotated[
        Part,
        typer.Option(
            help="Each line that moves; loads before and after; half-days by school; or the plan beside today."
        ),
    ] = Part.moves,
) -> pd.DataFrame:
    """A suggested rebalancing of caseloads, each move with its reason; with --part, what would follow from it."""
    from analytics import rebalance as figures

    plan = figures.plan(*asked.figure[:3], max_moves=max_moves, max_schools=max_schools, seconds=seconds)
    say(plan.summary)
    say(_who_keeps(plan))
    if part is Part.compared:
        return figures.compare(plan.problem, {"suggested": plan.moves})
    return {Part.moves: plan.moves, Part.loads: plan.beside, Part.half_days: plan.half_days}[part]


def _who_keeps(plan: "Plan") -> str:
    told = plan.continuity
    return (
        f"Students, counted by service: {told['keep']} keep their therapist, {told['change']} change, {told['find']} find "
        f"one, {told['without']} have none."
    )


@app.command("what-if")
@answers(knowing=(), choosing=())
def what_if(
    asked: Question,
    fte: Annotated[list[str] | None, typer.Option("--fte", help="PROVIDER=0.8: works another share of a week.")] = None,
    leaves: Annotated[list[str] | None, typer.Option("--leaves", help="PROVIDER: is gone.")] = None,
    comes: Annotated[
        list[str] | None,
        typer.Option("--comes", help="NAME,ROLE,FTE or NAME,ROLE,FTE,SUPERVISOR; moves name it new: NAME."),
    ] = None,
    move: Annotated[
        list[str] | None, typer.Option("--move", help="FROM,SCHOOL,TO: all lines there; without FROM those of nobody.")
    ] = None,
    move_line: Annotated[list[str] | None, typer.Option("--move-line", help="STUDENT,LINE,TO: one line.")] = None,
) -> pd.DataFrame:
    """Loads and travel before and after changes of staff and hands, of those for whom they differ; nothing is changed."""
    from analytics import rebalance as figures

    made = (
        *(figures.SetFte(who, _number(share)) for who, share in pairs_of(fte, "--fte").items()),
        *(figures.Remove(who) for who in leaves or ()),
        *(_comes(text) for text in comes or ()),
        *(_moves(text) for text in move or ()),
        *(_moves_one(text) for text in move_line or ()),
    )
    if not made:
        raise Refused("Say what would change: --fte, --leaves, --comes, --move or --move-line.")
    found = figures.what_if(*asked.figure[:3], changes=made)
    say(_in_words(found))
    return found.changed


def _parts(text: str, least: int, form: str) -> list[str]:
    found = [part.strip() for part in text.split(",")]
    if not least <= len(found) <= form.count(",") + 1:
        raise Refused(f"{text!r} is not {form}; write its parts with commas between them.")
    return found


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise Refused(f"{text!r} is no share of a full week; write a number such as 0.8.") from None


def _comes(text: str) -> "Change":
    from analytics.rebalance import Add

    name, role, fte, *supervisor = _parts(text, 3, "NAME,ROLE,FTE,SUPERVISOR")
    return Add(name, role.upper(), _number(fte), supervisor=supervisor[0] if supervisor else None)


def _moves(text: str) -> "Change":
    from analytics.rebalance import Move

    provider, school, to = _parts(text, 3, "FROM,SCHOOL,TO")
    return Move(to, provider or None, school or None)


def _moves_one(text: str) -> "Change":
    from analytics.rebalance import Move

    student, line, to = _parts(text, 3, "STUDENT,LINE,TO")
    return Move(to, lines=((student, line),))


def _in_words(found: "WhatIf") -> str:
    """What the page shows above its table: overload, travel and lines without a therapist, after against before."""
    now, then = found.travel
    unsupervised = ", ".join(found.without_supervisor)
    return (
        f"Minutes a week above the ceiling, or without a therapist: {found.score.over_minutes:.0f} (now "
        f"{found.was.over_minutes:.0f}). Lines without a therapist: {found.without_therapist}. Travel: {then:.0f} (now "
        f"{now:.0f}). Therapist and school pairs: {found.score.pairs} (now {found.was.pairs})."
        + (f" Without a supervisor who is there: {unsupervised}." if unsupervised else "")
    )
