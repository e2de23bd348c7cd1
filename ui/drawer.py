"""What a row of a table opens: one student or one goal, in a drawer over the page, which stays as it was beneath it.

The URL names what is open. So Back closes it, as its cross and Escape do, a reload opens it again, and the page keeps its
filters and the place to which it was scrolled (decision 0132).
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from ui import drill, goal_panel, messages, navigation, page, setup, student
from ui.session import View

PAGES = ("overview", "compliance", "delivery_mix", "goal_progress", "caseloads")
"""Pages whose rows open one; the Board view names nobody."""
WIDTH = 960


def over(view: View, shown: Any) -> None:
    """Open the student or the goal that the URL names."""
    if shown.title not in map(navigation.title, PAGES) or view.loaded.is_empty or setup.is_due(view):
        return
    if (found := drill.student(view)) is not None:
        _open(str(found["student_name"]), partial(student.show, view, found), drill.leave_student)
    elif (goal := goal_panel.named(view)) is not None:
        _open(goal_panel.title(goal), partial(goal_panel.large, view, goal), goal_panel.leave)


def _open(title: str, content: Callable[[], None], leave: Callable[[], None]) -> None:
    def shown() -> None:
        with page.drawer():
            content()

    st.dialog(messages.plain(title), width=WIDTH, position="right", on_dismiss=leave)(shown)()
