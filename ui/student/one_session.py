"""One session, the last step down: what it was, which row of which file it came from, and the arithmetic it is part of."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics import ledger
from analytics.telling import words as read_aloud
from data import history as histories
from ui.parts import messages, page, traces, words
from ui.shell import drill, navigation
from ui.shell.session import View


def addresses(found: pd.DataFrame) -> list[str]:
    """What the URL calls each of a student's sessions: its day, from the second one of a day on with its place among them. Ids
    stay out of it, since a file's may be made of the child's."""
    days = pd.to_datetime(found["session_date"]).dt.strftime("%Y-%m-%d")
    places = days.groupby(days).cumcount() + 1
    return [day if place == 1 else f"{day}.{place}" for day, place in zip(days, places, strict=True)]


def choose(found: pd.DataFrame, place: int) -> None:
    """Open the session of the row that was chosen (a callback)."""
    st.query_params[drill.SESSION] = addresses(found)[place]


def named(view: View) -> dict[str, Any] | None:
    """The session of the view's student that the URL names; None where it names none up to the as-of date."""
    wanted = st.query_params.get(drill.SESSION, "")
    if not wanted:
        return None
    found: pd.DataFrame = view.figure(ledger.session_rows, student_id=view.selection.students[0])
    rows = found[[one == wanted for one in addresses(found)]]
    return None if rows.empty else {str(name): value for name, value in rows.iloc[0].to_dict().items()}


def name(row: dict[str, Any]) -> str:
    """ "Session of Oct 14, 2025"."""
    return f"Session of {words.day(row['session_date'], year=True)}"


def show(view: View, row: dict[str, Any], steps: Sequence[drill.Step]) -> None:
    """What it was; file, sheet and row; the line and month that it counts for, with their arithmetic. ``steps``: those that led
    down to it."""
    drill.trail([*steps, drill.Step("session", name(row), drill.leave_session)], "trail")
    page.section(messages.plain(title(row)))
    if row["note"]:
        st.caption(messages.plain(f"{words.begun(str(row['note']))}."))
    st.markdown("**Where it came from**")
    st.markdown(messages.plain(source(row, *_upload(view, str(row["batch_id"])))))
    navigation.link("history", "Open the upload", icon="history", batch=str(row["batch_id"]))
    st.markdown("**What it counts for**")
    if words.is_missing(row["credited_to"]) or words.is_missing(row["credit_month"]):
        st.markdown(f"For no service line: {messages.plain(row['note'] or 'it is in no credit period')}.")
        return
    month = pd.Timestamp(row["credit_month"])
    st.markdown(messages.plain(f"For service line {row['credited_to']}, in {month:%B %Y}. The whole month:"))
    traces.tell(view, str(row["student_id"]), str(row["credited_to"]), f"{month:%Y-%m}", key="session_trace")


def title(row: dict[str, Any]) -> str:
    """ "OT push-in, Oct 14, 2025: 30 min delivered"; "OT, Oct 15, 2025: missed, provider absent"."""
    where = "" if words.is_missing(row["setting"]) else f" {words.SETTINGS.get(str(row['setting']), row['setting'])}"
    status = words.STATUSES.get(str(row["status"]), str(row["status"]))
    what = f"{words.minutes(row['minutes'])} {status}" if row["minutes"] else status
    why = "" if words.is_missing(row["reason"]) else f", {words.REASONS.get(str(row['reason']), row['reason'])}"
    by = "" if words.is_missing(row["provider_name"]) else f", {row['provider_name']}"
    return f"{words.service(str(row['service']))}{where}, {words.day(row['session_date'], year=True)}: {what}{why}{by}"


def source(row: dict[str, Any], loaded_at: Any, loaded_by: str) -> str:
    """ "october.xlsx, sheet OT, row 34; uploaded Nov 3, 2025 by this computer."."""
    told = read_aloud.source(row)[len(" [") : -len("]")]
    upload = "" if words.is_missing(loaded_at) else f"; uploaded {words.day(loaded_at, year=True)} by {loaded_by}"
    return f"{told or 'The file is not known'}{upload}."


def _upload(view: View, batch_id: str) -> tuple[Any, str]:
    """When an upload was loaded, and by whom."""
    batches = view.read(histories.batches, view.scope.district)
    mine = batches[batches["batch_id"] == batch_id]
    return (mine["loaded_at"].iloc[0], str(mine["loaded_by"].iloc[0])) if len(mine) else (None, "")
