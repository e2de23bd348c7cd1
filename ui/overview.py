"""The blocks of the Overview page: what is loaded, the answer, the decisions in words, the sentences for an e-mail."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import attention, ledger
from analytics import overview as figures
from analytics.attention import Decision
from ui import columns, drawings, drill, filters, messages, navigation, page, tables, words
from ui.page import Fact
from ui.session import View

ICONS = {
    "not_seen": "visibility_off", "never_started": "block", "vacancy": "person_off", "fell": "trending_down",
    "newly_critical": "priority_high", "ending": "event_busy", "reports_missing": "assignment_late",
    "no_log": "content_paste_off",
}  # fmt: skip


def also_loaded(view: View) -> str:
    """Beside the logs: which kinds of rows are on file, and which aren't."""
    found = view.of_all().figure(figures.loaded)
    there = [words.DATASETS[name] for name, rows in found.items() if rows]
    missing = [words.DATASETS[name] for name, rows in found.items() if not rows]
    told = f"Also loaded: {', '.join(there)}. " if there else ""
    told += f"Not loaded: {', '.join(missing)}." if missing else "Nothing that the pages use is missing."
    return messages.plain(told)


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
    page.facts(_facts(head, view.figure(figures.history), not_seen))
    page.unusable(head)


def _facts(head: Any, months: pd.DataFrame, not_seen: pd.DataFrame) -> list[Fact]:
    students = words.plural(head["students"], "student")
    expected = words.hours(head["expected_minutes"])
    silent = words.rate(page.share(head["unaccounted_minutes"], head["expected_minutes"]))
    return [
        _fact("Students served", words.count(head["students"]), "with expected minutes to date", months, "students"),
        _fact(
            "Students behind", words.count(head["students_behind"]), f"of {students}, two or more sessions short",
            months, "students_behind", less=True,
        ),
        _fact(
            "Students not seen", words.count(not_seen["student_id"].nunique()),
            f"of {students}, for ten covered school days or more", months, "students_not_seen", less=True,
        ),
        _fact(
            "Delivered", words.rate(head["adjusted_rate"]),
            f"student absences set aside; {words.rate(head['gross_rate'])} of all {expected} expected",
            months, "adjusted_rate", form="{:+.1f} pts", unit=100, less=False,
        ),
        _fact(
            "Not accounted for", words.hours(head["unaccounted_minutes"]),
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


def decisions(view: View) -> None:
    """What needs a decision: each with its reason in words, opening what is behind it."""
    then = view.figure(figures.before)
    since = f"the upload of {words.day(then.uploaded_on)}" if then.uploaded_on else words.day(then.as_of, year=True)
    st.subheader(
        f"What needs a decision since {since}",
        anchor=False,
        help="At most ten, those with the most students first, then the most minutes at stake.",
    )
    found = view.figure(attention.needs_decision)
    if not found:
        st.caption("Nothing stands out.")
        return
    with st.container(gap="xxsmall"):
        for place, one in enumerate(found):
            label, icon = _label(told(one, _names(view, one.place))), ICONS.get(one.kind, "flag")
            panel = st.expander(
                label, key=f"decision_{place}", icon=f":material/{icon}:", type="compact", on_change="rerun"
            )
            with panel:
                if panel.open:
                    _behind(view, one, place)


def _label(sentence: str) -> str:
    """The sentence as a label, with the place before its colon in bold."""
    place, colon, rest = sentence.partition(": ")
    return f"**{messages.plain(place)}:** {messages.plain(rest)}" if colon else messages.plain(sentence)


def _behind(view: View, one: Decision, place: int) -> None:
    """The lines behind a decision, each opening its student; or the page that shows it."""
    if not one.line_keys:
        target, query = link(view, one)
        navigation.link(target, f"Open {navigation.title(target)}", **query)
        return
    figure, shown = {
        "ending": (attention.ending, columns.ENDING),
        "not_seen": (ledger.not_seen, columns.NOT_SEEN),
        "never_started": (ledger.not_seen, columns.NOT_SEEN),
    }.get(one.kind, (ledger.lines, columns.LINES))
    lines = view.rows(figure) if figure is ledger.not_seen else view.figure(figure)
    mine = lines[lines["line_key"].isin(one.line_keys)].reset_index(drop=True)
    tables.show(
        page.in_words(mine), shown, key=f"behind_{place}", alt="The service lines; choose one to open its student",
        about=page.about(view, told(one, _names(view, one.place))), on_pick=partial(drill.into_student, mine),
    )  # fmt: skip


def _names(view: View, place: str) -> Mapping[str, str]:
    return drill.names(view, place) if place in ("school", "provider") else {}


def told(one: Decision, names: Mapping[str, str]) -> str:
    """A decision in a sentence: where, what, how many, how many of them new."""
    where = drawings.named(one.where, names, "no school")
    lines = f"{words.plural(one.lines, 'service line')} of {words.plural(one.students, 'student')}"
    stake = f", {words.hours(one.minutes)} at stake" if one.minutes else ""
    new = f" ({'all' if one.fresh == one.lines else words.count(one.fresh)} new)" if one.fresh else ""
    simple = {
        "not_seen": f"{where}: {lines} not seen for ten school days or more{new}{stake}",
        "never_started": f"{where}: {lines} never started{new}{stake}",
        "vacancy": f"{where}: {lines} with nobody to give them{new}{stake}",
        "newly_critical": f"{where}: {lines} newly critical{stake}",
        "ending": f"{lines} end within 45 days without a successor on file{new}",
    }
    if one.kind in simple:
        return simple[one.kind]
    if one.kind == "fell":
        was, now, month = one.detail
        change = f"from {words.rate(float(was))} to {words.rate(float(now))} in {drawings.month_name(month)}"
        return f"{where}: delivered fell {change}, {words.plural(one.students, 'student')}{stake}"
    if one.kind == "reports_missing":
        missing = f"{words.count(one.lines)} of {words.plural(one.detail[0], 'progress report')} missing"
        return f"{one.where}: {missing}, of {words.plural(one.students, 'student')}"
    months = words.listed([drawings.month_name(month) for month in one.detail])
    return f"{where}: nothing is logged in {months} for {lines}{stake}"


def link(view: View, one: Decision) -> tuple[str, dict[str, str]]:
    """The page that shows it, with its filter as the URL writes it: the label of the choice."""
    if one.kind == "reports_missing":
        return "goal_progress", {}
    pairs = {"school": view.choices.schools, "provider": view.choices.providers}.get(one.place, ())
    label = filters.labels(pairs).get(one.where)
    return "compliance", {one.place: label} if label else {}


def to_paste(view: View, head: Any, not_seen: pd.DataFrame) -> None:
    """The two sentences, with a button that copies them."""
    st.code(sentences(view, head, not_seen), language=None, wrap_lines=True)


def sentences(view: View, head: Any, not_seen: pd.DataFrame) -> str:
    """Two sentences in plain words, from the figures on this page."""
    if head is None or words.is_missing(head["gross_rate"]):
        return "No expected minutes are covered by a loaded log yet, so no rate can be told."
    day, behind = words.day(view.as_of, year=True), int(head["students_behind"])
    unseen = int(not_seen["student_id"].nunique())
    first = (
        f"As of {day}, {words.rate(head['adjusted_rate'])} of the service minutes that our IEPs promise were delivered, "
        f"student absences set aside ({words.rate(head['gross_rate'])} of all {words.hours(head['expected_minutes'])} expected)."
    )
    second = (
        f"Of {words.plural(head['students'], 'student')}, {words.count(behind)} {'is' if behind == 1 else 'are'} two or more "
        f"sessions behind and {words.count(unseen)} {'was' if unseen == 1 else 'were'} not seen for ten school days; "
        f"{words.hours(head['unaccounted_minutes'])} have neither a session nor a reason on file."
    )
    return f"{first} {second}"
