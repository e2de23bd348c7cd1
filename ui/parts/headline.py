"""The headline of the ledger: its row, its five figures, and what stands beside them because it is in none, or not yet."""

from typing import Any

import streamlit as st

from analytics import ledger
from ui.parts import messages, words
from ui.parts.page import Fact
from ui.server import stores
from ui.shell import navigation
from ui.shell.session import View


def row(view: View) -> Any:
    """The one row of the ledger for the selection; None where no log is loaded, since then there is no rate. It is the first
    figure that is dear from the sessions: just after a write it waits for the roll-ups."""
    stores.wait_for_roll_ups(view.ledger)
    frame = view.figure(ledger.headline)
    return None if frame.empty or not view.loaded.sessions else frame.iloc[0]


def absent(view: View) -> None:
    """Why there is no headline: no log is loaded at all, or no line is of what was chosen."""
    if view.loaded.sessions:
        messages.nothing_here(
            "No service line is of what was chosen",
            "No line in force is of this service, school and provider together: choose *All* in one of them.",
        )
    else:
        messages.no_log()


def sentence(head: Any) -> str:
    """The answer of the ledger's pages: what is delivered of what is expected, or that nothing is."""
    if words.is_missing(head["gross_rate"]):
        return "No expected minutes to date, so there is no rate"
    return (
        f"{words.rate(head['adjusted_rate'])} of expected minutes are delivered, student absences set aside "
        f"({words.rate(head['gross_rate'])} of all expected)"
    )


def why_no_rate(view: View) -> None:
    """What can be the matter where nothing is expected, such as a calendar that lists closed days and one open one, and the
    way to mend it."""
    st.caption(
        "Minutes are expected on school days that a loaded log covers. Either no log covers these service lines up to this day, "
        "or the calendar has no school day there."
    )
    navigation.link("definitions", "Look at the calendar", icon="edit_calendar", settings_tab="Calendar")


def is_spoken_for(view: View) -> bool:
    """Whether a log speaks for any day of the chosen lines: else nobody can tell who was seen, or what stands out."""
    head = row(view)
    return head is not None and not words.is_missing(head["gross_rate"])


UNTOLD = "No log of what was chosen is loaded up to this day, so"
"""How a sentence begins that tells what can't be known."""


def facts(head: Any, earlier: float = 0.0) -> list[Fact]:
    """The five figures of the headline, each with its denominator in words; ``earlier``: minutes of make-ups that are open from
    school years before."""
    before = f"; {words.hours(earlier)} more are open from earlier years" if earlier else ""
    expected, excused = head["expected_minutes"], head["excused_minutes"]
    return [
        Fact(
            "Delivered",
            words.rate(head["adjusted_rate"]),
            f"of {words.hours(expected - excused)} expected, student absences set aside",
        ),
        Fact(
            "Of all expected",
            words.rate(head["gross_rate"]),
            f"{words.hours(head['credited_minutes'])} of {words.hours(expected)}, nothing set aside",
        ),
        Fact(
            "Students behind",
            so_far(head, head["students_behind"], words.count(head["students_behind"])),
            f"of {words.plural(head['students'], 'student')}, two or more sessions short",
        ),
        Fact(
            "Not accounted for",
            so_far(head, head["unaccounted_minutes"], words.hours(head["unaccounted_minutes"])),
            f"{words.rate(share(head['unaccounted_minutes'], expected))} of expected: no session and no reason on file",
        ),
        Fact(
            "Make-up candidates",
            so_far(head, head["make_up_minutes"], words.hours(head["make_up_minutes"])),
            f"in closed periods, hours not accounted for included{before}",
        ),
    ]


def share(part: float, whole: float) -> float | None:
    """part / whole for a caption; None where there is no whole."""
    return None if words.is_missing(whole) or whole == 0 else part / whole


def aside(head: Any, listed: str = "on the Overview") -> None:
    """Beside the headline, what is in no figure of it, or not yet: lines whose amount can't be read (and where they are
    listed), and what is short in open periods, where that is most of what is short."""
    place = st.empty()  # also where there is nothing to say: what follows stays where it is
    if told := " ".join(filter(None, (_unusable(head, listed), still_open(head)))):
        place.caption(told)


def _unusable(head: Any, listed: str) -> str:
    number = int(head["unusable_lines"])
    if not number:
        return ""
    lines, verb = words.plural(number, "service line has", "service lines have"), "is" if number == 1 else "are"
    return f"{lines} an amount that can't be read, and {verb} in no figure: *Data-quality findings* {listed} list them."


def still_open(head: Any) -> str:
    """The sentence on what is short in open periods, where that is more than what closed ones lack; else empty."""
    short = open_minutes(head)
    if short <= head["make_up_minutes"]:
        return ""
    return (
        f"{words.hours(short)} are short in periods that haven't closed; they become make-up candidates or not accounted for "
        "once logs cover the whole period (for weekly lines a month of whole weeks)."
    )


def open_minutes(head: Any) -> float:
    """What is short in periods that are still open: all of the expected minutes that stand under nothing else."""
    under = ("credited_minutes", "excused_minutes", "review_minutes", "make_up_minutes")
    return round(float(head["expected_minutes"]) - sum(float(head[one]) for one in under), 6)


def so_far(head: Any, value: float, text: str) -> str:
    """A figure of closed periods as text: where nothing has closed, its 0 would say that all is well."""
    return "none yet" if value == 0 and is_all_open(head) else text


def is_all_open(head: Any) -> bool:
    """Whether all that is short is short in periods that haven't closed."""
    return bool(head["make_up_minutes"] == 0 and open_minutes(head) > 0)
