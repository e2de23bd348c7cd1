"""What must hold in a suggested plan: entered one by one, told in words, and taken out again."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from analytics.rebalance import Lock
from ui.parts import page, words
from ui.shell import drill
from ui.shell.session import View

KINDS = {
    "keep_at": "Stays at a school",
    "never_at": "Never at a school",
    "fixed_day": "There on a day",
    "starts_on": "Starts on",
    "leaves_on": "Leaves on",
}
DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"}
_HELD = "_plan_locks"


def held(view: View) -> tuple[Lock, ...]:
    """What this session holds fast in the district that is shown."""
    kept = st.session_state.get(_HELD)
    return tuple(kept[1]) if kept and kept[0] == view.ledger else ()


def ask(view: View) -> tuple[Lock, ...]:
    """The form for one more, and those that hold, each to be taken out."""
    made = held(view)
    title = f"What must hold: {words.count(len(made))}" if made else "What must hold: nothing so far"
    with st.expander(title, key="plan_locks", expanded=bool(made)):
        _form(view, made)
        people, schools = drill.names(view, "provider"), drill.names(view, "school")
        for place, lock in enumerate(made):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.text(sentence(lock, people, schools), width="content")
                if st.button("Take out", key=f"lock_out_{place}", type="tertiary", icon=":material/close:"):
                    _keep(view, made[:place] + made[place + 1 :])
                    st.rerun()
    return made


def _keep(view: View, made: tuple[Lock, ...]) -> None:
    st.session_state[_HELD] = (view.ledger, made)


def _form(view: View, made: tuple[Lock, ...]) -> None:
    kind = st.segmented_control(
        "What", list(KINDS), format_func=KINDS.__getitem__, default="keep_at", required=True, key="lock_kind",
        label_visibility="collapsed", wrap=True,
    )  # fmt: skip
    with st.grid(3, min_column_width=200):
        who = page.pick("Who", drill.names(view, "provider"), "lock_who")
        lock = _lock(view, str(kind), who)
    # one that holds already keeps its button: a button that is switched off by its own press loses a keyboard's place
    if st.button("Add to what must hold", key="lock_add", disabled=lock is None) and lock is not None:
        if lock in made:
            st.caption("That holds already.")
            return
        _keep(view, (*made, lock))
        st.rerun()


def _lock(view: View, kind: str, who: str | None) -> Lock | None:
    """What the form says; None where it isn't complete."""
    if kind in ("starts_on", "leaves_on"):
        day: date | None = st.date_input("Date", None, format="MM/DD/YYYY", key="lock_date")
        return None if who is None or day is None else Lock(kind, who, day=day)  # type: ignore[arg-type]
    school = page.pick("At school", drill.names(view, "school"), "lock_school")
    weekday = page.pick("Day of the week", DAYS, "lock_weekday") if kind == "fixed_day" else ""
    if who is None or school is None or weekday is None:
        return None
    return Lock(kind, who, school, weekday)  # type: ignore[arg-type]


def sentence(lock: Lock, people: Mapping[str, str], schools: Mapping[str, str]) -> str:
    """A lock in words, such as "Ann stays at Elm"."""
    who, where = people.get(lock.provider, lock.provider), schools.get(lock.school, lock.school)
    day = "" if lock.day is None else words.day(lock.day, year=True)
    return {
        "keep_at": f"{who} stays at {where}",
        "never_at": f"{who} is never at {where}",
        "fixed_day": f"{who} is at {where} on {DAYS.get(lock.weekday, lock.weekday)}s",
        "starts_on": f"{who} starts on {day}",
        "leaves_on": f"{who} leaves on {day}",
    }[lock.kind]
