"""The blocks of the Overview page: the answer, the decisions in words, the sentences for an e-mail."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import findings as finding_figures
from analytics import ledger
from analytics import overview as figures
from analytics.overview import Decision
from ui import columns, drawings, drill, filters, messages, navigation, page, tables, words
from ui.page import Fact
from ui.session import View

ICONS = {
    "not_seen": "visibility_off", "never_started": "block", "vacancy": "person_off", "fell": "trending_down",
    "newly_critical": "priority_high", "ending": "event_busy", "reports_missing": "assignment_late",
    "no_log": "content_paste_off",
}  # fmt: skip


def answer(view: View, head: Any, not_seen: pd.DataFrame) -> None:
    """The sentence and five figures, each with its change since the month before; without a log, what is known."""
    if head is None:
        messages.no_log() if view.loaded.lines else messages.no_mandates()
        return
    if words.is_missing(head["gross_rate"]):
        page.answer("No expected minutes to date, so there is no rate", view, page.defaults(view))
        return
    page.answer(
        f"{words.rate(head['adjusted_rate'])} of the promised minutes are delivered, student absences set aside "
        f"({words.rate(head['gross_rate'])} of all expected)",
        view,
        page.defaults(view),
    )
    page.facts(_facts(view, head, not_seen))
    page.unusable(head)


def _facts(view: View, head: Any, not_seen: pd.DataFrame) -> list[Fact]:
    before, since = _before(view), f"since {month_before(view.as_of):%b}"
    months = view.figure(figures.trend)
    rates = [float(one) for one in months["adjusted_rate"].dropna()]
    silent = [float(one) / 60 for one in months["unaccounted_minutes"]]
    students = words.plural(head["students"], "student")
    return [
        Fact("Students served", words.count(head["students"]), "with expected minutes to date"),
        Fact(
            "Students behind",
            words.count(head["students_behind"]),
            f"of {students}, two or more sessions short",
            change=_change(head["students_behind"], before, "students_behind", "{:+,.0f}"),
            since=since,
            good=_better(head["students_behind"], before, "students_behind", less=True),
        ),
        Fact("Not seen", words.count(len(not_seen)), "service lines, ten covered school days or more"),
        Fact(
            "Delivered",
            words.rate(head["adjusted_rate"]),
            f"{words.rate(head['gross_rate'])} of all {words.hours(head['expected_minutes'])} expected",
            change=_change(head["adjusted_rate"], before, "adjusted_rate", "{:+.1f} points", 100),
            since=since,
            good=_better(head["adjusted_rate"], before, "adjusted_rate", less=False),
            series=rates,
        ),
        Fact(
            "Not accounted for",
            words.hours(head["unaccounted_minutes"]),
            f"{words.rate(page.share(head['unaccounted_minutes'], head['expected_minutes']))} of expected: "
            "no session and no reason",
            change=_change(head["unaccounted_minutes"], before, "unaccounted_minutes", "{:+,.1f} h", 1 / 60),
            since=since,
            good=_better(head["unaccounted_minutes"], before, "unaccounted_minutes", less=True),
            series=silent,
        ),
    ]


def _before(view: View) -> Any:
    """The headline at the end of the month before; None where nothing had been expected by then."""
    frame = view.at(month_before(view.as_of), ledger.headline)
    return None if frame.empty or words.is_missing(frame.iloc[0]["gross_rate"]) else frame.iloc[0]


def month_before(day: date) -> date:
    """The last day of the month before the one that holds ``day``."""
    return day.replace(day=1) - timedelta(days=1)


def _change(now: Any, before: Any, column: str, form: str, unit: float = 1.0) -> str:
    if before is None or words.is_missing(now) or words.is_missing(before[column]):
        return ""
    told = form.format((float(now) - float(before[column])) * unit)
    return "" if not any(sign in told for sign in "123456789") else told


def _better(now: Any, before: Any, column: str, *, less: bool) -> bool | None:
    if before is None or words.is_missing(now) or words.is_missing(before[column]):
        return None
    difference = float(now) - float(before[column])
    return None if abs(difference) < 1e-9 else (difference < 0) == less


def decisions(view: View, found: list[Decision]) -> None:
    """Each with its reason in words and a button that goes to where it can be looked at."""
    if not found:
        st.caption("Nothing stands out since the month before.")
        return
    with st.container(border=True, gap="xsmall"):
        for place, one in enumerate(found):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"decision_{place}"):
                text = told(one, _names(view, one.place))
                st.markdown(f":material/{ICONS.get(one.kind, 'flag')}: {messages.plain(text)}", width="stretch")
                target, query = link(view, one)
                st.button(
                    "Look", key=f"look_{place}", on_click=partial(navigation.go, target, **query), type="tertiary"
                )


def _names(view: View, place: str) -> Mapping[str, str]:
    return drill.names(view, place) if place in ("school", "provider") else {}


def told(one: Decision, names: Mapping[str, str]) -> str:
    """A decision in a sentence: where, what, how many."""
    where = drawings.named(one.where, names, "no school")
    lines, students = words.plural(one.lines, "service line"), words.plural(one.students, "student")
    stake = f", {words.hours(one.minutes)} at stake" if one.minutes else ""
    sentences = {
        "not_seen": f"{where}: {lines} of {students} not seen for ten school days or more{stake}",
        "never_started": f"{where}: {lines} of {students} never started{stake}",
        "vacancy": f"{where}: vacancy; {lines} without a provider, {words.hours(one.minutes)} missed for it to date",
        "newly_critical": f"{where}: {lines} of {students} newly critical since last month{stake}",
        "ending": f"{lines} of {students} end within 45 days without a successor on file",
    }
    if one.kind in sentences:
        return sentences[one.kind]
    if one.kind == "fell":
        before, last, month = one.detail.split(",")
        return f"{where}: delivered fell from {words.rate(before)} to {words.rate(last)} in {drawings.month_name(month + '-01')}"
    if one.kind == "reports_missing":
        return f"{one.where}: {one.lines} of {words.plural(one.detail, 'progress report')} missing"
    month = drawings.month_name(one.detail + "-01")
    return f"{where}: nothing is logged in {month} for {lines}{stake}"


def link(view: View, one: Decision) -> tuple[str, dict[str, str]]:
    """The page that shows it, with its filter as the URL writes it: the label of the choice."""
    if one.kind == "reports_missing":
        return "goal_progress", {}
    pairs = {"school": view.choices.schools, "provider": view.choices.providers}.get(one.place, ())
    label = filters.labels(pairs).get(one.where)
    return "compliance", {one.place: label} if label else {}


def sentences(view: View, head: Any, not_seen: pd.DataFrame) -> str:
    """Two sentences in plain words, from the figures on this page."""
    if head is None or words.is_missing(head["gross_rate"]):
        return "No expected minutes are covered by a loaded log yet, so no rate can be told."
    day = words.day(view.as_of, year=True)
    first = (
        f"As of {day}, {words.rate(head['adjusted_rate'])} of the service minutes that our IEPs promise were delivered, "
        f"student absences set aside ({words.rate(head['gross_rate'])} of all {words.hours(head['expected_minutes'])} expected)."
    )
    second = (
        f"{words.plural(head['students_behind'], 'student')} of {words.count(head['students'])} "
        f"{'is' if int(head['students_behind']) == 1 else 'are'} two or more sessions behind, "
        f"{words.plural(len(not_seen), 'service line')} had no session for ten school days, and "
        f"{words.hours(head['unaccounted_minutes'])} have neither a session nor a reason on file."
    )
    return f"{first} {second}"


def findings(view: View) -> None:
    """What in the data deserves a look, each with its rows and the way to mend it."""
    found = view.figure(finding_figures.all)
    if found.empty:
        st.caption("Nothing in the loaded rows looks wrong.")
        return
    tables.show(
        found,
        columns.FINDINGS,
        key="findings",
        alt="Data-quality findings with their rows and how to mend them",
        about=page.about(view, "Data-quality findings"),
    )
    texts = dict(zip(found["finding"], found["text"], strict=True))
    chosen = st.selectbox(
        "Rows of", list(texts), index=None, format_func=lambda finding: texts[finding],
        placeholder="Choose a finding to see its rows", key="finding_rows",
    )  # fmt: skip
    if chosen:
        rows = view.figure(finding_figures.rows, finding=chosen)
        tables.show(page.in_words(rows), columns.FINDING_ROWS, key="rows_of_finding", alt="Rows of the finding",
                    about=page.about(view, "Rows of one finding"))  # fmt: skip
