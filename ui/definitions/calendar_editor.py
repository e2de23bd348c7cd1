"""Changing days of the calendar in place: an upload like any other, so History shows it and can take it back."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from analytics import calendars
from data.calendar import CHANGE
from data.errors import UserError
from data.ingest import importer
from data.ingest.model import Options
from ui.parts import messages, words
from ui.shell import access, drill
from ui.shell.session import View

HEADINGS = ("Date", "Instructional", "Day Type", "School")
KINDS = {
    "full": "instructional: a full day", "half": "instructional: a half day", "make_up_day": "instructional: a day made up",
    "holiday": "closed: holiday or break", "emergency_closed": "closed: snow or another emergency",
    "staff_only": "closed: staff only",
}  # fmt: skip
OPEN = ("full", "half", "make_up_day")


def show(view: View) -> None:
    """A short form: which days, what they are, where."""
    schools = drill.names(view, "school")
    with st.form("change_calendar"):
        st.subheader("Change days", anchor=False)
        span: Any = st.date_input("From, to", (view.as_of, view.as_of), format="MM/DD/YYYY", key="calendar_span")
        kind = st.selectbox("These weekdays are", list(KINDS), format_func=KINDS.__getitem__, key="calendar_kind")
        school = st.selectbox(
            "In", ["", *schools], format_func=lambda one: schools.get(one, one) if one else "the whole district",
            key="calendar_school",
        )  # fmt: skip
        pressed = st.form_submit_button("Change these days", type="primary", disabled=view.is_sample)
    if view.is_sample:
        st.caption("The sample district's calendar can't be changed.")
    elif pressed:
        _change(view, span, str(kind), str(school))


def _change(view: View, span: Any, kind: str, school: str) -> None:
    if len(span) != 2:
        st.error("Choose the first and the last day; for one day choose it twice.")
        return
    changed = weekdays(*span)
    known = view.read(calendars.days, view.scope, view.as_of, school=school)
    content = rows(known, changed, kind, school)
    try:
        report = importer.run(
            view.store, [(f"{CHANGE} {span[0]:%Y-%m-%d}.csv", content)],
            Options(dataset="calendar_days", loaded_by=access.viewer()), commit=True,
        )  # fmt: skip
    except UserError as error:
        st.error(messages.plain(str(error)))
        return
    _tell(report.files[0].refused, len(changed))


def _tell(refused: str, number: int) -> None:
    if refused:
        st.error(messages.plain(refused))
        return
    st.toast(f"{words.plural(number, 'day')} changed. History can take it back.")
    st.rerun()


def weekdays(first: date, last: date) -> list[date]:
    """Mondays to Fridays, both ends included; a single Saturday or Sunday stands for itself."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return days if len(days) == 1 else [day for day in days if day.weekday() < 5]


def rows(known: pd.DataFrame, changed: Iterable[date], kind: str, school: str) -> bytes:
    """The change as a csv. A school's own days stand alone; the district's calendar is written whole, since a calendar
    that lists only closed days reads differently once it lists an open one (rules 2)."""
    said = dict.fromkeys(changed, (kind in OPEN, kind))
    days = said
    if not school:
        stood = {
            pd.Timestamp(row["day"]).date(): (bool(row["is_instructional"]), _kind(row))
            for row in known.to_dict("records")
        }
        days = {**stood, **said}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows(
        (day.isoformat(), "Yes" if is_open else "No", what, school) for day, (is_open, what) in sorted(days.items())
    )
    return out.getvalue().encode()


def _kind(row: Mapping[Any, Any]) -> str:
    if not words.is_missing(row["day_type"]) and row["day_type"]:
        return str(row["day_type"])
    return "full" if row["is_instructional"] else "holiday"
