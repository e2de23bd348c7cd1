"""What a row opens: a student, a session, a goal, or what is behind a decision, in a drawer over the page, which stays as it
was beneath.

The URL names what is open. So Back closes it, as its cross and Escape do, a reload opens it again, and the page keeps its
filters and the place to which it was scrolled (decision 0132).
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from ui.compliance import blocks as compliance
from ui.definitions import setup
from ui.goal_progress import goal_panel
from ui.overview import decisions
from ui.parts import messages, page
from ui.shell import drill, navigation
from ui.shell.session import View
from ui.student import blocks as student
from ui.student import one_session

PAGES = ("overview", "compliance", "delivery_mix", "goal_progress", "caseloads")
"""Pages whose rows open one; the Board view names nobody."""
STUDENT = "student"
"""The page of students opens their sessions."""
WIDTH = 960


def over(view: View, shown: Any) -> None:
    """Open the student, the session, the goal or the decision that the URL names; closing a session leads back to the student,
    closing a student to the decision."""
    name = navigation.entry(shown).name
    if name not in (*PAGES, STUDENT) or view.loaded.is_empty or setup.is_due(view):
        return
    if _opens_student(view, name) or name == STUDENT:
        return
    if (goal := goal_panel.named(view)) is not None:
        _open(goal_panel.title(goal), partial(goal_panel.large, view, goal), goal_panel.leave)
    elif st.query_params.get(decisions.DECISION) == decisions.BEHIND and view.loaded.lines:
        _open("Students behind", partial(compliance.behind, view), decisions.leave)
    elif name == "overview" and (one := decisions.named(view)) is not None:
        _open(decisions.title(view, one), partial(decisions.behind, view, one), decisions.leave)


def _opens_student(view: View, name: str) -> bool:
    """Whether the URL names a student, or a session, which this opens; the page of students has the student itself."""
    found = drill.student(view)
    if found is None:
        return False
    alone, who = view.only(str(found["student_id"])), str(found["student_name"])
    above = drill.places(view) if name == "compliance" else []
    steps = [*above, drill.Step("student", who, drill.leave_session)]
    if (one := one_session.named(alone)) is not None:
        _open(one_session.name(one), partial(one_session.show, alone, one, steps), drill.leave_session)
    elif name != STUDENT:
        _open(who, partial(student.show, view, found, steps if above else ()), drill.leave_student)
    return True


def _open(title: str, content: Callable[[], None], leave: Callable[[], None]) -> None:
    opened = _in_url()

    def shown() -> None:
        if _in_url() != opened:  # a row in the drawer opened something else; by itself only the drawer would run again
            st.rerun()
        with page.drawer():
            content()

    st.dialog(messages.plain(title), width=WIDTH, position="right", on_dismiss=leave)(shown)()


def _in_url() -> tuple[str, ...]:
    """What the URL says is open."""
    names = (drill.STUDENT, drill.SESSION, goal_panel.GOAL, decisions.DECISION)
    return tuple(st.query_params.get(name, "") for name in names)
