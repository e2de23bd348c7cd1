"""What a row opens: a student, a goal, or what is behind a decision, in a drawer over the page, which stays as it was beneath.

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

PAGES = ("overview", "compliance", "delivery_mix", "goal_progress", "caseloads")
"""Pages whose rows open one; the Board view names nobody."""
WIDTH = 960


def over(view: View, shown: Any) -> None:
    """Open the student, the goal or the decision that the URL names; closing a student leads back to the decision."""
    if navigation.entry(shown).name not in PAGES or view.loaded.is_empty or setup.is_due(view):
        return
    if (found := drill.student(view)) is not None:
        _open(str(found["student_name"]), partial(student.show, view, found), drill.leave_student)
    elif (goal := goal_panel.named(view)) is not None:
        _open(goal_panel.title(goal), partial(goal_panel.large, view, goal), goal_panel.leave)
    elif st.query_params.get(decisions.DECISION) == decisions.BEHIND and view.loaded.lines:
        _open("Students behind", partial(compliance.behind, view), decisions.leave)
    elif navigation.entry(shown).name == "overview" and (one := decisions.named(view)) is not None:
        _open(decisions.title(view, one), partial(decisions.behind, view, one), decisions.leave)


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
    return tuple(st.query_params.get(name, "") for name in (drill.STUDENT, goal_panel.GOAL, decisions.DECISION))
