"""The make-up worklist on the screen: by provider, to decide on, to download, fill in and upload again."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import compliance as figures
from analytics import ledger
from analytics.choices import year_of
from analytics.scope import ALL
from data import worklist
from data.contracts.datasets import DECISIONS
from data.errors import UserError
from ui.compliance import make_up_form
from ui.parts import columns, messages, narrow, page, tables, told_lines, words
from ui.shell import access, drill, navigation
from ui.shell.session import View

PLACE = "make-ups"
"""Where on the page the block stands."""
MOST_TO_EDIT = 60
"""Items that are edited on the page at once; more are chosen by provider first."""
SHOWN = {"open": "Open", "settled": "Settled", "all": "All"}
NEEDED = {"decision": "the decision", "decided_on": "its day", "decided_by": "who decided"}
EDITABLE = (*NEEDED, "decided_minutes")


def block(view: View, candidates: float) -> None:
    """The whole block: how much is open (of so many minutes of candidates), by whom, the items where they are few, and the
    workbook."""
    lists = _lists(view)
    open_items, open_minutes = int(lists["items"].sum()), lists["make_up_minutes"].sum()
    is_withheld = lists.empty and view.kept(ledger.calendar_is_provisional, view.scope)
    number = (
        "not listed yet" if is_withheld else f"{words.plural(open_items, 'open item')}, {words.hours(open_minutes)}"
    )
    before = earlier(view)
    number += f", {words.hours(before)} of them from earlier years" if before else ""
    st.subheader(
        f"Make-ups: {number}",
        anchor=PLACE,
        help="Closed periods in which a line is half a session or more short for a reason that isn't set aside.",
    )
    if is_withheld:
        st.caption("The worklist waits until the proposed calendar is confirmed.")
        navigation.link("definitions", "Confirm the calendar", icon="edit_calendar", settings_tab="Calendar")
        return
    if lists.empty:
        st.caption("No line is half a session or more short in a closed period.")
        return
    whose = f" of {view.school_year}" if view.from_day else ""
    st.caption(
        f"Of {words.hours(candidates)} of make-up candidates{whose}{' and what is open from before' if before else ''}; the rest "
        "is settled or under half a session. A decision changes an item's status, never these minutes."
    )
    one_provider = drill.level(view) is drill.STUDENTS
    if not one_provider:
        _by_provider(view, lists)
    is_shown = one_provider or open_items + lists["settled"].sum() <= MOST_TO_EDIT
    if is_shown:
        _items(view, view.rows(ledger.make_ups))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _workbook(view)
        if not is_shown:
            _as_csv(view)


def earlier(view: View) -> float:
    """How many minutes are open from school years before the one that is shown: compensatory duty doesn't end in June."""
    if view.from_day is None:
        return 0.0
    found = view.rows(ledger.make_ups, figures.by_year)
    return float(found.loc[found["school_year"] < year_of(view.from_day), "make_up_minutes"].sum())


def _lists(view: View) -> pd.DataFrame:
    """The sums by provider: without a filter kept as they are, under one made of the items of all."""
    if view.selection == ALL:
        return view.figure(figures.worklists)  # type: ignore[no-any-return]
    return view.rows(ledger.make_ups, figures.by_provider)


def _by_provider(view: View, lists: pd.DataFrame) -> None:
    named = lists.assign(provider_name=lists["provider_name"].fillna("unassigned"), provider=lists["provider_id"])
    tables.show(
        named, columns.WORKLISTS, key="worklists",
        alt="Open make-ups by provider; choose a row to see and decide the provider's items",
        about=page.about(view, "Make-ups by provider"), on_pick=partial(drill.into, named, "provider"),
    )  # fmt: skip


def _items(view: View, items: pd.DataFrame) -> None:
    chosen = st.segmented_control(
        "Items", list(SHOWN), format_func=SHOWN.__getitem__, default="open", required=True, key="items_shown",
        bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    is_open = items["is_open"].astype(bool)
    shown = items[{"open": is_open, "settled": ~is_open}.get(str(chosen), is_open | True)].reset_index(drop=True)
    if shown.empty:
        st.caption("There are none of these.")
        return
    if narrow.window():
        make_up_form.choose(view, shown, _told(shown), partial(_store, view, shown))
        return
    key, told = f"make_ups_{view.version}_{chosen}", _told(shown)
    st.data_editor(
        _table(told), hide_index=True, key=key, column_config=_config(), placeholder=words.DASH,
        disabled=view.moment is not None or [name for name in columns.MAKE_UPS if name not in EDITABLE],
        height="auto" if len(shown) <= 12 else 468,
        alt="Make-up items; enter a decision, its day and who decided in the last columns",
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(tables.counted(len(told), sum(one.aside for one in columns.MAKE_UPS.values())), width="content")
        mark = tables.content_mark(tables.shown(told, columns.MAKE_UPS))
        tables.download(told, columns.MAKE_UPS, mark, key="make_ups", about=_about(view))
    if view.moment is not None:
        st.caption("This is the worklist as it was known then; to decide, look at all that is loaded now.")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Save decisions", key="save_decisions", type="primary", on_click=_save, args=(view, shown, key))
        st.caption("Each needs its day and who decided. They stand in History as an upload that can be taken back.",
                   width="content")  # fmt: skip


def _told(items: pd.DataFrame) -> pd.DataFrame:
    return page.in_words(told_lines.named(with_period(items), in_short=True))


def _about(view: View) -> str:
    return page.about(view, "Make-up items")


def _table(told: pd.DataFrame) -> pd.DataFrame:
    table = tables.shown(told, columns.MAKE_UPS)
    blank = table["decision"].where(table["decision"] != "", None).astype("object")
    return table.assign(decision=blank, decided_by=table["decided_by"].where(table["decided_by"] != "", None))


def with_period(items: pd.DataFrame) -> pd.DataFrame:
    """The items with what was missed in words: the days of the period."""
    spans = zip(items["period_start"], items["period_end"], strict=True)
    return items.assign(missed=[f"{words.day(first)} to {words.day(last)}" for first, last in spans])


def _config() -> dict[str, Any]:
    options = [words.DECISIONS[one] for one in DECISIONS]
    return tables.config(columns.MAKE_UPS) | {
        "decision": st.column_config.SelectboxColumn(
            "Decision", options=options, width=columns.MAKE_UPS["decision"].width
        )
    }


def _save(view: View, shown: pd.DataFrame, key: str) -> None:
    """Store the decisions that were entered in the table (a callback)."""
    _store(view, shown, st.session_state[key]["edited_rows"])


def _store(view: View, shown: pd.DataFrame, edited: dict[Any, dict[str, Any]]) -> bool:
    """Store what was entered on items, by their places, and say so; nothing is stored, and False, where one lacks its day
    or its person, or none was decided."""
    try:
        entered = [entry(shown.iloc[int(place)], changes) for place, changes in sorted(edited.items())]
        found = [one for one in entered if one is not None]
        if not found:
            st.toast("No decision was entered.", icon=":material/info:")
            return False
        worklist.record(view.store, found, access.viewer())
    except UserError as error:
        st.toast(messages.plain(str(error)), icon=":material/error:")
        return False
    st.toast(f"{words.plural(len(found), 'decision')} stored; History lists them.", icon=":material/check:")
    return True


def entry(item: Any, changes: dict[str, Any]) -> worklist.Decision | None:
    """What was entered on one item; None where nothing was decided. UserError where the day or the person is missing."""
    said: dict[str, Any] = {
        name: changes.get(name, None if words.is_missing(item[name]) else item[name]) for name in EDITABLE
    }
    said["decision"] = {told: code for code, told in words.DECISIONS.items()}.get(said["decision"], said["decision"])
    if not any(said[name] for name in EDITABLE):
        return None
    who = f"{item['student_name']}, {words.service(item['service'])}"
    lacking = [told for name, told in NEEDED.items() if not said[name]]
    if lacking:
        raise UserError(f"Nothing was stored yet: fill in {' and '.join(lacking)} for {who}.")
    day, minutes = pd.Timestamp(said["decided_on"]).date(), said["decided_minutes"]
    return worklist.Decision(
        str(item["student_id"]), str(item["line_id"]), str(item["period"]), str(said["decision"]), day,
        " ".join(str(said["decided_by"]).split()), None if minutes is None else float(minutes),
    )  # fmt: skip


def _workbook(view: View) -> None:
    about = page.about(view, "Make-up worklist")
    name = tables.file_name("make-ups", f"{view.version}{about}".encode(), "xlsx")
    st.download_button(
        "Worklist to fill in (Excel)",
        lambda: _to_fill_in(view, about),
        name,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key="worklist_xlsx",
        on_click="ignore",
        icon=":material/download:",
        help="One row an item; fill in the decisions and upload the workbook on the Import page",
    )


def _as_csv(view: View) -> None:
    """The items as a list where they are too many for the page, looked up when it is asked for."""

    def made() -> bytes:
        return tables.as_csv(
            tables.shown(_told(view.rows(ledger.make_ups)), columns.MAKE_UPS), columns.MAKE_UPS, _about(view)
        )

    st.download_button(
        "CSV", made, tables.file_name("make-ups", f"{view.version}{_about(view)}".encode(), "csv"), "text/csv",
        key="make_ups_csv", on_click="ignore", type="tertiary", icon=":material/download:",
        help="All items as filtered, for any spreadsheet",
    )  # fmt: skip


def _to_fill_in(view: View, about: str) -> bytes:
    """The workbook of all items, looked up when it is asked for: no page draws so many."""
    items = view.rows(ledger.make_ups)
    return worklist.workbook(items.assign(service=items["service"].map(words.service)), about)
