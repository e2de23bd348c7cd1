"""The watch list on the screen: students who are absent often, by service line (rules 6)."""

from functools import partial
from typing import Any

import streamlit as st

from analytics import ledger
from ui.parts import columns, page, tables, told_lines, words
from ui.shell import drill
from ui.shell.session import View

TITLE = "Watch list: absences"


def of_all(view: View) -> None:
    """Every line of the list; a row leads to its student."""
    found = view.figure(ledger.watch_list)
    if found.empty:
        st.caption("Nobody missed three planned sessions in a row, or a quarter of the last twelve, by own absence.")
        return
    students = words.plural(found["student_id"].nunique(), "student")
    st.caption(
        f"{students}, {words.plural(len(found), 'service line')}: absent three times in a row, or a quarter of twelve."
    )
    tables.show(
        told_lines.named(found), columns.WATCH_LIST, key="watch_list", about=page.about(view, TITLE),
        alt="Service lines whose students are absent often; choose one to open its student",
        on_pick=partial(drill.into_student, found),
    )  # fmt: skip


def of_one(view: View) -> None:
    """A sentence for each line of one student that is on the list."""
    found = told_lines.named(view.figure(ledger.watch_list))
    for row in found.to_dict("records"):
        st.caption(f":material/visibility: On the watch list: {told(row)}")


def told(row: Any) -> str:
    """Why a line is on the list."""
    often = f"absent at {row['absences']} of the last {words.plural(int(row['planned_sessions']), 'planned session')}"
    run = f", {row['in_a_row']} in a row" if row["in_a_row"] > 1 else ""
    return f"{row['line']}: {often}{run}, last on {words.day(row['last_absence'])}."
