"""The extended school year beside the regular one: its own figures, in none of the others (decision 0580)."""

import pandas as pd
import streamlit as st

from analytics import ledger, students
from ui.parts import columns, page, tables, told_lines, words
from ui.shell.session import View

TITLE = "Extended school year"
PROVISIONAL = (
    " Provisional: no calendar lists these summer days, so weekdays count but for June 19, July 4 and closed days."
)


def by_service(view: View) -> None:
    """What the lines of the last summer came to, a row a service; nothing where none is on file."""
    if _is_on_file(view):
        found = view.figure(ledger.last_summer, keys=("service",))
        _section(view, found.assign(name=found["service"].map(words.service)), "service")


def by_line(view: View) -> None:
    """The same of one student, a row a line."""
    if _is_on_file(view):
        found = view.figure(ledger.last_summer, keys=("line",))
        called = (
            told_lines.named(view.figure(students.mandates)).drop_duplicates("line_id").set_index("line_id")["line"]
        )
        _section(view, found.assign(name=found["line"].map(called)), "service line")


def lines(view: View) -> pd.DataFrame:
    """Lines that the last summer tells something of, to be told how that comes about: those of ``students.mandates`` with
    expected_minutes and make_up_minutes; empty where none is on file."""
    mandates = view.figure(students.mandates) if _is_on_file(view) else pd.DataFrame({"esy": []}, dtype=bool)
    if not mandates["esy"].any():
        return mandates.iloc[:0]
    found = view.figure(ledger.last_summer, keys=("student", "line")).rename(
        columns={"student": "student_id", "line": "line_id"}
    )
    told = found[["student_id", "line_id", "expected_minutes", "make_up_minutes"]]
    return mandates[mandates["esy"]].merge(told, on=["student_id", "line_id"])


def _is_on_file(view: View) -> bool:
    return bool(view.kept(ledger.has_extended, view.scope, **view.then))


def _section(view: View, found: pd.DataFrame, one: str) -> None:
    known = view.figure(ledger.extended_on_file).iloc[0]
    if not known["lines"]:
        return
    page.section(TITLE)
    st.caption(told(found, known))
    if len(found):
        tables.show(
            found, {"name": columns.group(one), **columns.LEDGER}, key="extended_year", file="extended_school_year",
            alt=f"Ledger of the extended school year by {one}", about=page.about(view, f"{TITLE} by {one}"),
        )  # fmt: skip


def told(found: pd.DataFrame, known: pd.Series) -> str:
    """What stands over the table: what was expected and delivered, what is provisional and what is in no figure."""
    expected, credited = (words.hours(found[name].sum()) for name in ("expected_minutes", "credited_minutes"))
    text = f"An obligation of its own, in no other figure: {expected} expected to date, {credited} credited."
    if known["lines_unlisted"]:
        text += PROVISIONAL
    if lacking := int(known["lines_without_days"]):
        text += f" Without a start or an end, and so not counted: {words.plural(lacking, 'service line')}."
    return text
