"""One item of the make-up worklist in a form over the page: in a narrow window a table has no room to enter a decision in."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ui.parts import columns, messages, page, tables, words
from ui.shell.session import View

OPEN = "_make_up_open"
FIRST = ("student_name", "missed", "make_up_minutes")
"""What a phone has room for."""


def choose(view: View, items: pd.DataFrame, told: pd.DataFrame, save: Callable[[dict[str, Any]], bool]) -> None:
    """The items as the table of a narrow window (``told``: in words); a row opens its form, which ``save`` stores."""
    shown = {name: columns.MAKE_UPS[name] for name in (*FIRST, *columns.MAKE_UPS)}
    on_pick = None if view.moment is not None else partial(_pick, items)
    tables.show(
        told, shown, key="make_ups_narrow", about=page.about(view, "Make-up items"), on_pick=on_pick,
        alt="Make-up items; choose a row to enter its decision",
    )  # fmt: skip
    places = [at for at, one in enumerate(_names(items)) if one == st.session_state.get(OPEN)]
    if places:
        _dialog(items.iloc[places[0]], told.iloc[places[0]], places[0], save)


def _names(items: pd.DataFrame) -> list[tuple[str, ...]]:
    return [tuple(map(str, one)) for one in items[["student_id", "line_id", "period"]].itertuples(index=False)]


def _pick(items: pd.DataFrame, place: int) -> None:
    st.session_state[OPEN] = _names(items)[place]


def close() -> None:
    """Leave the form as it is; nothing is stored."""
    st.session_state.pop(OPEN, None)


def _dialog(item: Any, told: Any, place: int, save: Callable[[dict[str, Any]], bool]) -> None:
    st.dialog(messages.plain(str(told["student_name"])), on_dismiss=close)(_form)(item, told, place, save)


def _form(item: Any, told: Any, place: int, save: Callable[[dict[str, Any]], bool]) -> None:
    what = (told["line"], told["missed"], words.minutes(item["make_up_minutes"]))
    st.caption(messages.plain(" · ".join(str(one) for one in what if not words.is_missing(one))))
    day, who = item["decided_on"], item["decided_by"]
    with st.form("make_up", border=False):
        entered = {
            "decision": st.selectbox("Decision", list(words.DECISIONS), index=_place(item["decision"]),
                                     format_func=words.DECISIONS.__getitem__, placeholder="None yet"),
            "decided_on": st.date_input("Decided on", date.today() if words.is_missing(day) else pd.Timestamp(day).date(),
                                        format="MM/DD/YYYY"),
            "decided_by": st.text_input("Decided by", "" if words.is_missing(who) else str(who)),
            "decided_minutes": st.number_input("Minutes decided", min_value=0.0, step=5.0, placeholder="The whole item",
                                               value=_number(item["decided_minutes"])),
        }  # fmt: skip
        if st.form_submit_button("Save decision", type="primary") and save({str(place): entered}):
            close()
            st.rerun()
    st.caption("It stands in History as an upload that can be taken back.")


def _place(decision: Any) -> Any:
    return None if words.is_missing(decision) else list(words.DECISIONS).index(decision)


def _number(value: Any) -> float | None:
    return None if words.is_missing(value) else float(value)
