"""The blocks of the History page: one upload's sheets, its rejected rows, its undo."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data import history as histories
from data import rejected
from data.errors import UserError
from ui.parts import columns, messages, page, tables, words
from ui.parts.columns import WAITING, aside
from ui.parts.tables import Col
from ui.shell import access
from ui.shell.session import View

BATCH = "batch"
STATES = {"in_force": "in force", "undone": "taken back"}
SHEETS = {
    "source_sheet": Col("Sheet"),
    "dataset": Col("Taken for", help="The kind of rows that its headings and values tell"),
    "header_row": Col("Headings in row", "count", "The row of the sheet in which the headings stand"),
    **{
        name: replace(columns.HISTORY[name], aside=False)
        for name in ("rows_read", "rows_new", "rows_changed", "rows_unchanged")
    },
    "rows_rejected": columns.HISTORY["rows_rejected"],
    "rows_waiting": WAITING,
    "rows_duplicate": columns.HISTORY["rows_duplicate"],
    "rows_ignored": columns.HISTORY["rows_ignored"],
    "rows_missing": aside("Missing now", "count", "Stored rows that the file didn't have"),
}
HELD = {
    "source_sheet": Col("Sheet"),
    "source_row": Col("Row", "amount", columns.ROW),
    "outcome": Col("Outcome", help="Rejected, or kept until somebody answers"),
    "reason": Col("Reason", help="What is wrong, or what is asked", width="large"),
}
MOST_REASONS = 8
"""So many reasons stand whole over the rows; a cell of the table has room for the beginning of a long one."""


def kinds(datasets: str) -> str:
    """What an upload brought, in words."""
    return ", ".join(words.DATASETS.get(one, one.replace("_", " ")) for one in str(datasets).split(", "))


def answer(view: View, batches: pd.DataFrame) -> None:
    """How many uploads are in force, and how many of their rows wait or were rejected."""
    standing = batches[batches["state"] == "in_force"]
    held = view.read(rejected.held, view.scope.district)
    rejected_rows = sum(1 for one in held if one.outcome == "rejected")
    waiting = len(held) - rejected_rows
    kept_out = [
        f"{words.plural(rejected_rows, 'row')} rejected" if rejected_rows else "",
        words.needs_answer(waiting) if waiting else "",
    ]
    said = words.listed([one for one in kept_out if one]) or "every row went in"
    st.subheader(f"{words.plural(len(standing), 'upload')} in force; {said}", anchor=False)
    if rejected_rows or waiting:
        _download(view, None, "All rows that did not go in (Excel)", "rejected_all")


def choose(batch_id: str) -> None:
    """Show that upload (a callback); it goes into the URL."""
    st.query_params[BATCH] = batch_id


def chosen(view: View, batches: pd.DataFrame) -> None:
    """The upload named in the URL: its sheets, rows that did not go in, and what an undo would do."""
    wanted = st.query_params.get(BATCH, "")
    found = batches[batches["batch_id"] == wanted]
    if found.empty:
        st.caption("Choose an upload to see its sheets, the rows that did not go in, and to take it back.")
        return
    batch = found.iloc[0]
    st.subheader(messages.plain(batch["file_name"]), anchor=False)
    st.caption(
        f"Loaded {words.day(batch['loaded_at'], year=True)} by {messages.plain(batch['loaded_by'])}, "
        f"{STATES[batch['state']]}."
    )
    sheets = view.read(histories.sheets, view.scope.district, wanted)
    named = sheets.assign(dataset=sheets["dataset"].map(kinds))
    what = f"Sheets of the upload of {words.day(batch['loaded_at'], year=True)} and what became of their rows"
    tables.show(named, SHEETS, key="sheets", alt="Sheets of this upload", about=page.about_all(view, what))
    _mapping(view, wanted)
    _held(view, wanted)
    if batch["state"] == "in_force":
        _undo(view, wanted)


def _mapping(view: View, batch_id: str) -> None:
    with st.expander("How its columns were read", key="batch_mapping", on_change="rerun") as panel:
        if not panel.open:
            return
        for sheet in view.read(histories.sheets, view.scope.district, batch_id).itertuples():
            read = json.loads(str(sheet.mapping_json)).get("mapping", {})
            told = ", ".join(f"{heading} → {field}" for heading, field in read.items())
            st.caption(messages.plain(f"{sheet.source_sheet}: {told or 'nothing'}"))


def _held(view: View, batch_id: str) -> None:
    records = view.read(rejected.held, view.scope.district, batch_id)
    if not records:
        st.caption("Every record of this upload went in.")
        return
    st.subheader(f"{words.plural(len(records), 'row')} did not go in", anchor=False)
    st.caption("Download them, mend the coloured cells, and upload the workbook: that completes the upload.")
    st.markdown("\n".join(f"- {messages.plain(one)}" for one in reasons(one.reason for one in records)))
    frame = pd.DataFrame([{name: getattr(one, name) for name in HELD} for one in records])
    frame = frame.assign(outcome=frame["outcome"].map(rejected.OUTCOMES))
    about = page.about_all(view, "Rows of one upload that did not go in, and why")
    tables.show(frame, HELD, key="held", alt="Rows that did not go in, with the reason", about=about)
    _download(view, batch_id, "These rows as a workbook to mend (Excel)", "rejected_batch")


def reasons(told: Iterable[str]) -> list[str]:
    """Each reason once and whole, with how many rows have it, the most frequent first: "3 rows: Minutes: no number"."""
    counted = Counter(told).most_common()
    shown = [f"{words.plural(number, 'row')}: {reason}" for reason, number in counted[:MOST_REASONS]]
    more = len(counted) - MOST_REASONS
    return shown + ([f"{words.plural(more, 'more reason')}, in the table and in the download"] if more > 0 else [])


def _download(view: View, batch_id: str | None, label: str, key: str) -> None:
    def made() -> bytes:
        content: bytes = view.read(rejected.workbook, view.scope.district, batch_id)
        return content

    name = f"rows-to-mend-{batch_id or 'all'}-v{view.version}.xlsx"
    st.download_button(label, made, name, key=key, on_click="ignore", icon=":material/download:")


def _undo(view: View, batch_id: str) -> None:
    st.subheader("Take this upload back", anchor=False)
    for row in view.read(histories.dependents, view.scope.district, batch_id).itertuples():
        st.caption(messages.plain(_depends(row)))
    for name in view.read(histories.completed_by, view.scope.district, batch_id):
        st.caption(
            messages.plain(f"{name} brought rows of it again, mended; they stay until that upload is taken back.")
        )
    sure = st.checkbox("I want to take this upload back", key="undo_sure")
    if sure:
        with messages.working("Working out what that changes ..."):
            frame = histories.effects(view.store, batch_id)
        for row in frame.itertuples():
            st.markdown(messages.plain(_effect(row)))
        if frame.empty:
            st.markdown("No row in force changes: other uploads say the same.")
    st.button(
        "Take it back", key="undo", type="primary", disabled=not sure, icon=":material/undo:", on_click=_take_back,
        args=(view, batch_id),
    )  # fmt: skip


def _effect(row: Any) -> str:
    """ "sessions: 12 rows go, 3 are again as an earlier upload had them; 18.0 h delivered before, 12.0 h after."""
    parts = [
        f"{words.plural(row.rows_gone, 'row goes', 'rows go')}" if row.rows_gone else "",
        f"{words.plural(row.rows_back, 'row comes', 'rows come')} back" if row.rows_back else "",
        f"{words.plural(row.rows_as_before, 'row is', 'rows are')} again as another upload has "
        + ("it" if row.rows_as_before == 1 else "them")
        if row.rows_as_before
        else "",
    ]
    minutes = (
        f" Delivered in these rows: {words.hours(row.minutes_before)} before, {words.hours(row.minutes_after)} after."
        if row.dataset == "sessions"
        else ""
    )
    return f"{row.dataset.replace('_', ' ').capitalize()}: {', '.join(part for part in parts if part)}.{minutes}"


def _depends(row: Any) -> str:
    same = f"{words.plural(row.rows_same, 'row')} it found as they were stay" if row.rows_same else ""
    changed = f"{words.plural(row.rows_changed, 'row')} it changed stay as it says" if row.rows_changed else ""
    told = "; ".join(part for part in (same, changed) if part) or "new rows stay"
    return f"{row.file_name} ({row.dataset}), loaded later: {told}."


def _take_back(view: View, batch_id: str) -> None:
    try:
        done = histories.undo(view.store, batch_id, access.viewer())
    except UserError as error:
        st.toast(messages.plain(str(error)), icon=":material/error:")
        return
    st.session_state.pop("undo_sure", None)
    st.toast(f"{messages.plain(done['file'])} was taken back.", icon=":material/undo:")
