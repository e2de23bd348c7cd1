"""Compensatory awards on the screen: what was awarded, given and is left, beside every other figure (decision 0581)."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics import awards
from ui.parts import columns, page, tables, words
from ui.shell import drill
from ui.shell.session import View

TITLE = "Compensatory awards"


def of_all(view: View) -> None:
    """Every award of the selection; a row leads to its student."""
    found = view.figure(awards.balances)
    if found.empty:
        st.caption("No award of compensatory minutes is on file.")
        return
    st.caption(told(found))
    tables.show(
        page.in_words(found), columns.AWARDS, key="awards", alt="Compensatory awards; choose one to open its student",
        about=page.about(view, TITLE), on_pick=partial(drill.into_student, found),
    )  # fmt: skip


def of_one(view: View) -> None:
    """One student's awards; nothing where there is none."""
    found = view.figure(awards.balances)
    if found.empty:
        return
    page.section(TITLE)
    st.caption(told(found))
    shown = {name: column for name, column in columns.AWARDS.items() if name != "student_name"}
    tables.show(
        page.in_words(found), shown, key="student_awards", alt="Compensatory awards of this student",
        about=page.about(view, TITLE),
    )  # fmt: skip


def told(found: pd.DataFrame) -> str:
    """How much is left of what was awarded, and what sessions of awards that aren't on file gave."""
    awarded, left = (words.hours(found[name].sum()) for name in ("awarded_minutes", "left_minutes"))
    apart = found.loc[~found["is_on_file"].astype(bool), "delivered_minutes"].sum()
    text = f"{left} left of {awarded} awarded. Their sessions are in no other figure."
    return f"{text} {words.hours(apart)} name awards that aren't on file." if apart else text
