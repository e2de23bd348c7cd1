"""What makes figures provisional, in a sentence with the way to settle it (decision 0571)."""

from collections.abc import Sequence

import streamlit as st

from analytics import ledger
from ui.parts import messages
from ui.shell import navigation
from ui.shell.session import View


def say(view: View) -> None:
    """On which days or parts of the year figures rest that nobody has confirmed, and a link to the calendar; nothing where
    all is settled."""
    found = view.figure(ledger.provisional)
    if found:
        st.caption(messages.plain(sentence(found)))
        navigation.link("definitions", to_do(found), icon="edit_calendar", settings_tab="Calendar")


def sentence(found: Sequence[str]) -> str:
    """ "Provisional: the calendar is a proposed one, and quarters of equal length stand for grading periods." """
    told = ["the calendar is only a proposed one"] if ledger.PROPOSED_CALENDAR in found else []
    told += [f"{made_up} stand for grading periods, of which none is loaded"] if (made_up := parts(found)) else []
    return f"Provisional: {', and '.join(told)}."


def parts(found: Sequence[str]) -> str:
    """The parts of the year that no grading period tells, in words: "quarters of equal length"; empty where there are none."""
    return " and ".join(one for one in found if one != ledger.PROPOSED_CALENDAR)


def to_do(found: Sequence[str]) -> str:
    """What the link says."""
    asked = "Confirm the calendar" if ledger.PROPOSED_CALENDAR in found else ""
    load = "load the grading periods" if parts(found) else ""
    text = " and ".join(filter(None, (asked, load)))
    return text[0].upper() + text[1:]
