"""Progress reports due and missing, in words: the page's first figure, and what can be said where no codes are reported."""

import pandas as pd
import streamlit as st

from ui.parts import messages, words
from ui.parts.page import Fact


def sentence(reports: pd.DataFrame) -> str:
    """ "10 of 1,011 progress reports are missing"; nothing where none was due yet."""
    missing, due = _sums(reports)
    if not due:
        return ""
    return f"{missing:,} of {words.plural(due, 'progress report')} {'is' if missing == 1 else 'are'} missing"


def fact(reports: pd.DataFrame, status: pd.DataFrame, coming: pd.DataFrame) -> Fact:
    """How many reports are missing, of which periods; before any was due, which period they will be of."""
    missing, due = _sums(reports)
    if not due:
        return Fact("Reports missing", "none due", _to_come(coming))
    periods = words.listed(list(dict.fromkeys(map(str, reports["period"]))), 4)
    none = "" if is_reported(status) else "; none is loaded"
    return Fact("Reports missing", words.count(missing), f"of {words.plural(due, 'report')} due for {periods}{none}")


def _to_come(coming: pd.DataFrame) -> str:
    if coming.empty:
        return "no grading period of this school year has goals in force"
    first = coming[coming["period"] == coming["period"].iloc[0]]
    ready, goals = int(first["ready"].sum()), int(first["goals"].sum())
    ends = words.day(first["end_date"].max())
    return f"{first['period'].iloc[0]} ends {ends}: {ready:,} of {words.plural(goals, 'goal')} with something to report"


def is_reported(status: pd.DataFrame) -> bool:
    """Whether any measurement or progress code is on file: without any, whose reports are missing says nothing."""
    return bool(status["reported"].notna().any() or status["n_measurements"].sum() > 0)


def has_codes(status: pd.DataFrame) -> bool:
    """Whether any goal is reported by a progress code."""
    return bool(status["reported"].notna().any())


def note(status: pd.DataFrame) -> None:
    """Beneath the figures: what counts as a report where no codes are loaded; where nothing is, the way to bring it."""
    if not is_reported(status):
        messages.to_upload(
            "No measurements and no progress codes are loaded",
            "Which reports were due is known from the goals and grading periods, so all of them count as missing. Upload the "
            "measurements, or the progress codes by grading period.",
            "Upload measurements or codes",
        )
    elif not has_codes(status):
        st.caption("No progress codes are loaded: a goal counts as reported for a period in which it was measured.")


def _sums(reports: pd.DataFrame) -> tuple[int, int]:
    return int(reports["missing"].sum()), int(reports["due"].sum())
