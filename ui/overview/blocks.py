"""The blocks of the Overview page beside its decisions: what is loaded, the answer, the sentences for an e-mail."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import ledger, mix
from analytics import overview as figures
from ui.charts import drawings
from ui.parts import columns, headline, messages, page, words
from ui.parts.page import Fact
from ui.shell import navigation
from ui.shell.session import View


def also_loaded(view: View) -> str:
    """Beside the logs: which kinds of rows are on file, and which aren't."""
    found = view.of_all().figure(figures.loaded)
    there = [words.DATASETS[name] for name, rows in found.items() if rows]
    missing = [words.DATASETS[name] for name, rows in found.items() if not rows]
    told = [
        f"Also loaded: {', '.join(there)}." if there else "",
        f"Not loaded: {', '.join(missing)}." if missing else "",
    ]
    return messages.plain(" ".join(filter(None, told)))


def answer(view: View, head: Any) -> None:
    """The sentence and five figures, each with its change since the month before; without a log, what is known."""
    if head is None:
        headline.absent(view)
        return
    page.answer(headline.sentence(head), view, of_ledger=True)
    if words.is_missing(head["gross_rate"]):
        headline.why_no_rate(view)
        return
    page.facts(_facts(head, view.figure(figures.history), _students_not_seen(view)))
    headline.aside(head, "below")


def logs_alone(view: View) -> None:
    """Without service lines: what was delivered, and which pages tell more of it. Nobody is behind or unseen, since nothing is
    known to be owed."""
    delivered = view.figure(mix.by, keys=())["delivered_minutes"].sum()
    page.answer(f"{words.hours(delivered)} are delivered; what was expected isn't known", view)
    messages.no_mandates("Minutes are as logged, and missed ones stand on Compliance by their reasons.")
    with st.container(horizontal=True):
        navigation.link("compliance", "Missed hours by reason")
        navigation.link("delivery_mix", "Delivered hours by setting")


def _students_not_seen(view: View) -> int:
    """How many students have a line that wasn't seen for long: the course of the months says it of the as-of date, sooner
    than their list is there, unless nothing is expected in its month."""
    months = view.figure(figures.history)
    if len(months) and pd.Timestamp(months["month"].iloc[-1]) == pd.Timestamp(view.as_of.replace(day=1)):
        return int(months["students_not_seen"].iloc[-1])
    return int(view.rows(ledger.not_seen)["student_id"].nunique())


def _facts(head: Any, months: pd.DataFrame, unseen: int) -> list[Fact]:
    students = words.plural(head["students"], "student")
    expected = words.hours(head["expected_minutes"])
    behind, unrecorded = head["students_behind"], head["unaccounted_minutes"]
    silent = words.rate(headline.share(unrecorded, head["expected_minutes"]))
    return [
        _fact("Students served", words.count(head["students"]), "with expected minutes to date", months, "students"),
        _fact(
            "Students behind", headline.so_far(head, behind, words.count(behind)), f"of {students}, two or more sessions short",
            months, "students_behind", less=True,
        ),
        _fact(
            "Students not seen", words.count(unseen),
            f"of {students}, for ten covered school days or more", months, "students_not_seen", less=True,
        ),
        _fact(
            "Delivered", words.rate(head["adjusted_rate"]),
            f"student absences set aside; {words.rate(head['gross_rate'])} of all {expected} expected",
            months, "adjusted_rate", form="{:+.1f} pts", unit=100, less=False,
        ),
        _fact(
            "Not accounted for", headline.so_far(head, unrecorded, words.hours(unrecorded)),
            f"{silent} of {expected} expected: no session and no reason",
            months, "unaccounted_minutes", form="{:+,.1f} h", unit=1 / 60, less=True,
        ),
    ]  # fmt: skip


def _fact(
    label: str, value: str, of: str, months: pd.DataFrame, column: str, *, form: str = "{:+,.0f}", unit: float = 1.0,
    less: bool | None = None,
) -> Fact:  # fmt: skip
    """One figure with its course to date; ``less``: whether less is better, None where that isn't for a program to say."""
    course = [float(one) * unit for one in months[column].dropna()]
    if len(course) < 2:
        return Fact(label, value, of)
    step = form.format(course[-1] - course[-2])
    moved = any(sign in step for sign in "123456789")
    good = None if less is None or not moved else step.startswith("-") == less
    since = f"since {drawings.month_name(months['month'].iloc[-2])}"
    return Fact(label, value, of, change=step if moved else "no change", since=since, good=good, series=course)


def services(view: View) -> pd.DataFrame:
    """One row a service in the screen's words; a service without a log has no hours to show, not none."""
    found = view.figure(figures.services)
    hours = [name for name in columns.SERVICES if name.endswith("_minutes")]
    unknown = (found["expected_minutes"] == 0) & (found["uncovered_minutes"] > 0)
    return found.assign(**{name: found[name].where(~unknown) for name in hours})


def to_paste(view: View, head: Any) -> None:
    """The two sentences, with a button that copies them."""
    st.code(sentences(view, head), language=None, wrap_lines=True)


def sentences(view: View, head: Any) -> str:
    """Two sentences in plain words, from the figures on this page."""
    if head is None or words.is_missing(head["gross_rate"]):
        return "No expected minutes are covered by a loaded log yet, so no rate can be told."
    day, behind, unseen = words.day(view.as_of, year=True), int(head["students_behind"]), _students_not_seen(view)
    promised = f"our IEPs promise in {view.school_year}" if view.from_day else "our IEPs promise"
    first = (
        f"As of {day}, {words.rate(head['adjusted_rate'])} of the service minutes that {promised} were delivered, "
        f"student absences set aside ({words.rate(head['gross_rate'])} of all {words.hours(head['expected_minutes'])} expected)."
    )
    if headline.is_all_open(head):
        seen = f"{words.count(unseen)} {'was' if unseen == 1 else 'were'} not seen for ten school days"
        return (
            f"{first} Of {words.plural(head['students'], 'student')}, {seen}; no period has closed yet, so nobody is told "
            "to be behind."
        )
    second = (
        f"Of {words.plural(head['students'], 'student')}, {words.count(behind)} {'is' if behind == 1 else 'are'} two or more "
        f"sessions behind and {words.count(unseen)} {'was' if unseen == 1 else 'were'} not seen for ten school days; "
        f"{words.hours(head['unaccounted_minutes'])} have neither a session nor a reason on file."
    )
    return f"{first} {second}"
