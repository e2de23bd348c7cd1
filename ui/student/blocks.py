"""The blocks of the Student page."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import goals as goal_figures
from analytics import ledger, students
from ui.compliance import make_ups as items
from ui.goal_progress import blocks as goals
from ui.goal_progress import goal_columns
from ui.handouts import paper
from ui.overview import decisions
from ui.parts import (
    awards,
    columns,
    extended_year,
    headline,
    messages,
    page,
    tables,
    told_lines,
    traces,
    watch_list,
    words,
)
from ui.shell import drill, navigation
from ui.shell.session import View
from ui.student import one_session, student_drawings


def search(view: View) -> None:
    """Find a student by name or id; the choice goes into the URL as a random key."""
    text = st.text_input(
        "Find a student", placeholder="Name or id", key="find", icon=":material/search:", type="search"
    )
    if not text:
        return
    found = view.read(students.find, view.scope, text)
    if found.empty:
        st.caption("Nobody on the rosters, lines or logs has that name or id.")
        return
    shown = page.named(found, "school", drill.names(view, "school"))
    tables.show(
        shown,
        {"student_name": columns.STUDENT, "student_id": columns.ID, "grade": columns.GRADE, "name": columns.SCHOOL},
        key="found",
        alt="Students found; choose one to open",
        about=page.about_all(view, "Students whose name or id was searched for"),
        on_pick=lambda place: _open(str(found["link_key"].iloc[place])),
    )


def ways_in(view: View) -> None:
    """Where the students stand whom one would open first."""
    if view.loaded.lines and view.loaded.sessions:
        behind = {decisions.DECISION: decisions.BEHIND}
        navigation.link("overview", "Who is behind, by how much and since when", icon="hourglass_bottom", **behind)
    if view.loaded.goals:
        navigation.link("goal_progress", "Whose goals are off track", icon="trending_up")


def _open(link: str) -> None:
    st.session_state["find"] = ""
    drill.open_student(link)


def show(view: View, found: dict[str, Any], steps: Sequence[drill.Step] = ()) -> None:
    """Everything about one student, whatever the filters say; ``steps``: those that led down to the student."""
    alone = view.only(str(found["student_id"]))
    if steps:
        drill.trail(steps, "trail")
    if drill.SESSION in st.query_params and one_session.named(alone) is None:
        st.caption("This link names no session of this student in the school year up to the as-of date.")
    identity(found, view)
    ledger_answer(alone, headline.row(alone))
    shown = lines(alone)
    watch_list.of_one(alone)
    extended_year.by_line(alone)
    sessions(alone, str(found["student_id"]))
    goal_list(alone)
    make_ups(alone)
    awards.of_one(alone)
    months(alone)
    arithmetic(alone, shown)


def identity(found: Any, view: View) -> None:
    """Id, school, grade, and the service log to print."""
    school = drill.names(view, "school").get(str(found["school"]), found["school"])
    parts = [
        f"id {found['student_id']}",
        school,
        f"grade {found['grade']}" if not words.is_missing(found["grade"]) else "",
    ]
    st.text(" · ".join(str(part) for part in parts if not words.is_missing(part) and part != ""))
    st.download_button(
        "Service log (PDF)",
        partial(printed, view.only(str(found["student_id"])), found, str(school)),
        f"service-log-{secrets.token_hex(4)}.pdf",
        "application/pdf",
        key="service_log",
        on_click="ignore",
        icon=":material/print:",
        help="A clean page of this student: what the IEP promises and every session, to hand over on request",
    )


def printed(view: View, found: Any, school: str) -> bytes:
    """The service log of one student, as of the day that is shown."""
    student_id = str(found["student_id"])
    return paper.service_log(
        paper.Log(
            student=found,
            school=school,
            when=page.when(view),
            loaded=page.loaded_plain(view),
            mandates=view.figure(students.mandates),
            months=view.figure(ledger.by, keys=("month",)),
            sessions=view.figure(ledger.session_rows, student_id=student_id),
            make_ups=view.figure(ledger.make_ups),
            is_sample=view.is_invented,
        )
    )


def ledger_answer(view: View, head: Any) -> None:
    """What was expected and delivered, in a sentence and five figures; without a log, what is planned."""
    if head is None:
        messages.no_log()
        return
    if words.is_missing(head["gross_rate"]):
        page.answer("No expected minutes to date, so there is no rate", view)
        return
    page.answer(
        f"{words.rate(head['adjusted_rate'])} of expected minutes are delivered, own absences set aside; "
        f"{words.hours(head['make_up_minutes'])} are make-up candidates",
        view,
        of_ledger=True,
    )
    page.facts(
        [_sessions_short(view) if fact.label == BEHIND else fact for fact in headline.facts(head, items.earlier(view))]
    )
    headline.aside(head)


BEHIND = "Students behind"


def _sessions_short(view: View) -> page.Fact:
    """Of one student the sessions, since "1 of 1 student" says little."""
    short = view.figure(ledger.lines)["sessions_short"]
    return page.Fact(
        "Sessions short",
        words.amount(short.sum()),
        f"in closed periods, over {words.plural(len(short), 'service line')}",
    )


def lines(view: View) -> pd.DataFrame:
    """The service lines in force, each with its band and projection."""
    found: pd.DataFrame = view.figure(ledger.lines)
    page.section("Service lines")
    mandates = view.figure(students.mandates)
    about = page.about(view, "Service lines on file and the days on which each is in force")
    drawing = student_drawings.mandates(mandates, page.colours(), as_of=view.as_of, about=about)
    page.draw(drawing, key="student_mandates", otherwise="No service line of this student is on file.")
    shown = {key: column for key, column in columns.LINES.items() if key != "student_name"}
    later = _unconfirmed(view, found)
    if later["unconfirmed_since"].notna().any():
        shown = {"line": shown["line"], "unconfirmed_since": columns.UNCONFIRMED, **shown}
    tables.show(
        page.in_words(told_lines.named(later)),
        shown,
        key="student_lines",
        alt="Service lines of this student",
        about=page.about(view, "Service lines"),
    )
    return found


def _unconfirmed(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The lines with the day since when a later IEP's file lacks their service: asked of the whole district, so that it is
    kept for every student."""
    told = view.of_all().figure(ledger.unconfirmed)
    return found.merge(told, on="line_key", how="left")


def months(view: View) -> None:
    """The ledger by month."""
    found = view.figure(ledger.by, keys=("month",))
    if found.empty:
        return
    page.section("Month by month")
    tables.show(
        found,
        {"month": columns.MONTH, **columns.LEDGER},
        key="student_months",
        alt="The ledger by month",
        about=page.about(view, "The ledger by month"),
    )


def sessions(view: View, student_id: str) -> None:
    """Sessions as a calendar, then as rows with the file, sheet and row that each came from."""
    found: pd.DataFrame = view.figure(ledger.session_rows, student_id=student_id)
    if found.empty:
        st.caption("No session of this student is loaded.")
        return
    page.section("Sessions")
    about = page.about(view, "Sessions on file")
    drawn = student_drawings.sessions(
        found, view.read(students.causes, view.scope, view.as_of), page.colours(), about=about
    )
    if drawn:
        page.draw(drawn.drawing, key="student_calendar")
        st.caption(drawn.legend)
    tables.show(
        page.in_words(found),
        columns.SESSIONS,
        key="student_sessions",
        alt="Sessions with their file and row; choose one to see where it came from and what it counts for",
        about=page.about(view, "Sessions"),
        on_pick=partial(one_session.choose, found),
    )


def goal_list(view: View) -> None:
    """Each goal with its measurements, aimline and trend."""
    found = goal_figures.against_aimline(view.figure(goal_figures.status))
    if found.empty:
        return
    page.section("Goals")
    shown = {key: column for key, column in goal_columns.GOALS.items() if key not in ("student_name", "school")}
    tables.show(
        page.in_words(found),
        shown,
        key="student_goals",
        alt="Goals of this student",
        about=page.about(view, "Goals"),
    )
    goals.wall(view, found, key="student_wall", with_names=False)


STUDENT_MAKE_UPS = (
    "line",
    "missed",
    "make_up_minutes",
    "make_up_sessions",
    "unaccounted_minutes",
    "since",
    "status",
    "decision",
)
UNDER_THE_EYE = ("decided_on", "decided_by", "decided_minutes", "attempts", "provider_name")
"""What was missed is in sight, who decided what isn't, since nothing is decided on this page."""


def make_ups(view: View) -> None:
    """Make-up candidates that are open."""
    found = view.figure(ledger.make_ups)
    if found.empty:
        return
    page.section("Make-up candidates")
    tables.show(
        page.in_words(told_lines.named(items.with_period(found))),
        {
            key: replace(columns.MAKE_UPS[key], aside=key in UNDER_THE_EYE, width=None)
            for key in STUDENT_MAKE_UPS + UNDER_THE_EYE
        },
        key="student_make_ups",
        alt="Make-up candidates of this student",
        about=page.about(view, "Make-up candidates"),
    )


def arithmetic(view: View, found: pd.DataFrame) -> None:
    """How one line's figure of one month comes about: days, accruals, sessions, file and row."""
    if len(found) or len(extended_year.lines(view)):
        traces.panel(view, with_names=False, key="student_trace")
