"""The panel that tells how one figure comes about: a line, a month, and the arithmetic in sentences."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics import ledger, telling, trace
from data.errors import UserError
from ui.parts import extended_year, messages, page, words
from ui.shell.session import View

TITLE = "How one figure comes about"
MOST_LINES = 300
"""Lines offered in one list; more are found by narrowing the filters or on the student's page."""
_MARK = chr(31)
"""Between a student's id and a line's id in the choice: a line's id alone may be several students'."""


def panel(view: View, *, with_names: bool, key: str = "trace") -> None:
    """Folded up: how one figure comes about; nothing without a log."""
    if not view.loaded.sessions:
        return
    with page.more(TITLE, f"more_{key}", in_url=True) as opened:
        if opened.open:
            show(view, with_names=with_names, key=key)


def show(view: View, *, with_names: bool, key: str = "trace") -> None:
    """Choose one of the selection's lines and a month; the sentences, and a download of them."""
    lines = pd.concat([view.figure(ledger.lines).assign(esy=False), extended_year.lines(view)], ignore_index=True)
    if len(lines) > MOST_LINES:
        st.caption(
            f"Of {words.count(len(lines))} service lines the {MOST_LINES} that lack most; for another one choose a school and "
            "a provider, or open its student."
        )
        lines = lines.sort_values("make_up_minutes", ascending=False, kind="stable").head(MOST_LINES)
    chosen = _choose(view, lines, with_names, key)
    if chosen is not None:
        tell(view, *chosen, key=key)


def _choose(view: View, lines: pd.DataFrame, with_names: bool, key: str) -> tuple[str, str, str] | None:
    """The student, the line and the month."""
    rows = {f"{row['student_id']}{_MARK}{row['line_id']}": row for row in lines.to_dict("records")}
    names = {key: _name(row, with_names) for key, row in rows.items()}
    left, right = st.columns([3, 1])
    chosen = left.selectbox("Service line", list(names), format_func=lambda one: names.get(one, one), key=f"{key}_line")
    if chosen not in names:
        return None
    student, line = chosen.split(_MARK)
    months = view.only(student).figure(ledger.last_summer if rows[chosen]["esy"] else ledger.by, keys=("line", "month"))
    listed = [f"{pd.Timestamp(month):%Y-%m}" for month in months.loc[months["line"] == line, "month"]]
    if not listed:
        st.caption("Nothing is expected or delivered for this line yet.")
        return None
    month = right.selectbox("Month", listed[::-1], key=f"{key}_month", format_func=_month)
    return student, line, str(month)


def _month(text: str) -> str:
    return f"{pd.Timestamp(text + '-01'):%B %Y}"


def _name(row: Mapping[Hashable, Any], with_names: bool) -> str:
    what = [words.service(str(row["service"])), str(row["kind"])]
    what += [words.SETTINGS.get(str(row["setting"]), "")] if not words.is_missing(row["setting"]) else []
    what += ["extended school year"] if row["esy"] else []
    who = f"{row['student_name']} · " if with_names else ""
    return f"{who}{', '.join(one for one in what if one)}: {words.minutes(row['expected_minutes'])} expected ({row['line_id']})"


def tell(view: View, student: str, line: str, month: str, *, key: str) -> None:
    """The arithmetic of one line's month in sentences, and a download of them."""
    try:
        told = view.only(student).figure(trace.trace, line=line, month=month, student=student)
    except UserError as error:
        st.caption(messages.plain(error))
        return
    for section in telling.sections(told):
        st.markdown(f"**{section.title}**")
        st.markdown("\n".join(f"- {messages.plain(sentence)}" for sentence in section.sentences))
    st.download_button(
        "Download these sentences", telling.text(told), file_name=f"trace-{month}.txt", mime="text/plain",
        icon=":material/download:", key=f"{key}_text", on_click="ignore",
    )  # fmt: skip
