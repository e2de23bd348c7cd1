"""Commands that tell how things stand and who waits for what."""

import pandas as pd
import typer

from commands.asked import RANGED, By, Question, Refused, answers, keys_of
from commands.printed import say

app = typer.Typer()
INTERNAL = ["link_key", "line_key"]
"""Random keys of links and keys of rows, by which pages find a student and a line."""


@app.command()
@answers(knowing=RANGED)
def headline(asked: Question, by: By = "") -> pd.DataFrame:
    """The ledger in one row with students served and behind; --by service; or --by month: how it stood at each month's end."""
    from analytics import ledger, overview

    found = {(): ledger.headline, ("service",): overview.services, ("month",): overview.history}
    if keys_of(by) not in found:
        raise Refused(f"--by {by!r} is neither service nor month.")
    return found[keys_of(by)](*asked.figure, **asked.known)


@app.command()
@answers(knowing=RANGED)
def decisions(asked: Question) -> pd.DataFrame:
    """What needs a decision since the last upload: at most ten things, with the students and minutes at stake."""
    from analytics import attention, overview

    then = overview.before(*asked.figure, **asked.known)
    upload = f", the upload of {then.uploaded_on} being the last" if then.uploaded_on else ""
    say(f"Compared with {then.as_of}{upload}.")
    return attention.listed(attention.needs_decision(*asked.figure, **asked.known))


@app.command()
@answers(knowing=RANGED)
def standing(asked: Question) -> pd.DataFrame:
    """Each service line with its band, the sessions it is short, when it was seen, and where it ends at this pace."""
    from analytics import ledger

    return ledger.lines(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command("not-seen")
@answers(knowing=RANGED)
def not_seen(asked: Question) -> pd.DataFrame:
    """Direct service lines without a delivered session for long, or never started."""
    from analytics import ledger

    return ledger.not_seen(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command("watch-list")
@answers()
def watch_list(asked: Question) -> pd.DataFrame:
    """Service lines whose student was absent three times in a row, or at a quarter of the last twelve planned sessions."""
    from analytics import ledger

    return ledger.watch_list(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command()
@answers(knowing=RANGED)
def behind(asked: Question) -> pd.DataFrame:
    """Service lines two or more sessions short in closed periods, the furthest first, and since when."""
    from analytics import compliance

    return compliance.behind(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command()
@answers()
def ending(asked: Question) -> pd.DataFrame:
    """Service lines that end within 45 days without a successor on file."""
    from analytics import attention

    return attention.ending(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command()
@answers()
def awards(asked: Question) -> pd.DataFrame:
    """Compensatory awards: what was awarded, given to date and is left; sessions of awards that aren't on file last."""
    from analytics import awards as figures

    return figures.balances(*asked.figure, **asked.known).drop(columns="link_key")


@app.command("make-ups")
@answers()
def make_ups(asked: Question, by: By = "") -> pd.DataFrame:
    """The worklist of make-ups: each line and closed period with its decision; --by provider: how much is whose."""
    from analytics import compliance, ledger

    if keys_of(by) == ("provider",):
        return compliance.worklists(*asked.figure, **asked.known)
    if keys_of(by):
        raise Refused(f"--by {by!r} is not provider.")
    return ledger.make_ups(*asked.figure, **asked.known).drop(columns=INTERNAL)


@app.command("without-record")
@answers(knowing=RANGED)
def without_record(asked: Question) -> pd.DataFrame:
    """Service lines and closed periods with minutes without any record, or without any log, and the day of the last one."""
    from analytics import ledger

    return ledger.without_record(*asked.figure, **asked.known).drop(columns=INTERNAL)
