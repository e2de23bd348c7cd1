"""The course of an import: upload, preview, confirmation, and what was done."""

import hashlib
from collections import Counter
from functools import partial
from typing import Any

import streamlit as st

from data.contracts import DATASETS, templates
from data.ingest import importer
from data.ingest.model import ImportReport, Options
from ui.import_files import checklist, import_answers, import_sheets
from ui.parts import messages, words
from ui.shell import access, navigation
from ui.shell.session import View

TYPES = ["csv", "txt", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods", "html", "htm", "mht", "mhtml", "xml", "zip"]
ROUND, PREVIEW, DONE, PRESSED = "_upload_round", "_import_preview", "_import_done", "_import_pressed"
NOT_YET = (
    "Nothing is loaded yet: your latest answers are taken in, and the preview is made anew. Look at it, then load."
)
NOUNS = {
    "students": "student", "schools": "school", "providers": "provider", "supervision": "supervision",
    "site_days": "site day", "service_lines": "service line", "sessions": "session", "goals": "goal",
    "measurements": "measurement", "calendar_days": "calendar day", "grading_periods": "grading period",
    "decisions": "decision", "awards": "award",
}  # fmt: skip

Contents = list[tuple[str, bytes]]


def upload() -> Contents:
    """The files that were chosen, as (name, bytes); a new round empties the box."""
    chosen: Any = st.file_uploader(
        "This month's exports: workbooks, csv files, or a zip of them",
        type=TYPES,
        accept_multiple_files=True,
        key=f"upload_{st.session_state.setdefault(ROUND, 0)}",
        help="Files go in as the system exported them: titles, totals and notes around the table may stay.",
    )
    return [(one.name, one.getvalue()) for one in chosen or []]


def digest(contents: Contents, options: Options, version: int) -> str:
    """What a preview depends on: the bytes, the answers, and the state of the ledger."""
    made = hashlib.sha256(repr((options, version)).encode())
    for name, data in contents:
        made.update(name.encode() + hashlib.sha256(data).digest())
    return made.hexdigest()


def options() -> Options:
    """The import's options: the answers, how it treats rows that the files lack, and who loads."""
    with st.expander("Rows that are loaded already but not in these files", key="import_options"):
        mode = st.radio(
            "They",
            ["merge", "replace"],
            format_func={"merge": "stay as they are", "replace": "are taken out"}.__getitem__,
            captions=[
                "The files add to what is loaded, and correct it.",
                "Each file is the whole truth from its first to its last date, for its services and its providers. The "
                "preview says which rows that means.",
            ],
            key="import_mode",
        )
    return import_answers.options("replace" if mode == "replace" else "merge", access.viewer())


def preview(view: View, contents: Contents, chosen: Options) -> ImportReport:
    """The import, rolled back; done once for the same bytes, answers and ledger."""
    token = digest(contents, chosen, view.version)
    held = st.session_state.get(PREVIEW)
    if held is None or held[0] != token:
        held = (token, _run(view, contents, chosen, commit=False))
        st.session_state[PREVIEW] = held
    report: ImportReport = held[1]
    return report


def _run(view: View, contents: Contents, chosen: Options, *, commit: bool) -> ImportReport:
    """The import, telling which file it is at."""
    bar = st.progress(0.0, "Reading the files ...")

    def tell(what: str, done: int, of: int) -> None:
        bar.progress(done / max(of, 1), messages.plain(f"{what} ..."))

    try:
        return importer.run(view.store, contents, chosen, commit=commit, progress=tell)
    finally:
        bar.empty()


def loads(report: ImportReport) -> Counter[str]:
    """How many rows of each dataset would be new or changed."""
    found: Counter[str] = Counter()
    for file in report.files:
        for sheet in file.sheets:
            if sheet.dataset and not sheet.refused:
                found[sheet.dataset] += sheet.new + sheet.changed
    return found


def told(report: ImportReport) -> list[str]:
    """ "1,204 sessions", "3 students": what is new or changed, most first."""
    counts = loads(report).most_common()
    return [words.plural(number, NOUNS.get(dataset, dataset)) for dataset, number in counts if number]


def button_text(report: ImportReport) -> str:
    """What the button does: "Load 1,204 sessions and 3 students"."""
    parts = told(report)
    return f"Load {words.listed(parts, 6)}" if parts else "Record these files (nothing would change)"


def confirm(view: View, contents: Contents, chosen: Options, report: ImportReport) -> None:
    """What is about to happen in a sentence, and the button that loads.

    It loads what was seen: where answers were given since, or the ledger has changed, it shows the preview anew. A second
    click on the same files finds the version that the first one left, and stops. Where an unusual share of rows would
    change or vanish, the button waits for a second confirmation.
    """
    if all(file.refused for file in report.files):
        return
    st.caption(messages.plain(import_sheets.in_short(report)))
    if asked := import_sheets.asked(report):
        st.warning(messages.plain(asked), icon=":material/help:")
    sure = _second_look(report)
    st.button(button_text(report), type="primary", key="confirm", icon=":material/check:", disabled=not sure,
              on_click=_press)  # fmt: skip
    seen = st.session_state.pop(PRESSED, None)
    if seen and seen != digest(contents, chosen, view.version):
        st.info(NOT_YET, icon=":material/check:")
    elif seen:
        token = digest(contents, chosen, 0)
        if st.session_state.get(DONE, ("", None, 0))[::2] != (token, view.version):
            done = _run(view, contents, chosen, commit=True)
            st.session_state[DONE] = (token, done, view.store.data_version())
        _next_round()
        st.rerun()


def _press() -> None:
    """Note which preview was on screen when the button was pressed."""
    if held := st.session_state.get(PREVIEW):
        st.session_state[PRESSED] = held[0]


def _second_look(report: ImportReport) -> bool:
    """Whether loading may go on: nothing is unusual, or it was confirmed."""
    unusual = [
        f"{file.file}, {sheet.sheet}: {sheet.unusual}"
        for file in report.files
        for sheet in file.sheets
        if sheet.unusual
    ]
    if not unusual:
        return True
    for sentence in unusual:
        st.warning(messages.plain(sentence), icon=":material/warning:")
    return st.checkbox("Yes, I have looked: load it all the same", key=f"unusual_{st.session_state[ROUND]}")


def _next_round() -> None:
    st.session_state[ROUND] += 1
    import_answers.forget()
    st.session_state.pop(PREVIEW, None)
    st.session_state.pop(checklist.MONTH, None)


def last_done() -> ImportReport | None:
    """The import that was confirmed last in this session."""
    held = st.session_state.get(DONE)
    return held[1] if held else None


def done_before() -> None:
    """What the last import of this session did, and where to go from there."""
    report = last_done()
    if report is None:
        return
    loaded = [file for file in report.files if not file.refused]
    with st.container(border=True):
        st.markdown(
            f":material/check_circle: **Loaded {words.plural(len(loaded), 'file')}.** {messages.plain(outcome(report))}"
        )
        with st.container(horizontal=True):
            navigation.link("overview", "See the figures")
            navigation.link("history", "Take it back, or download the rows that did not go in", icon="history")


def outcome(report: ImportReport) -> str:
    """ "1,204 sessions new or changed; 3 rows rejected; 2 rows need your answer."""
    parts = told(report)
    sheets = [sheet for file in report.files for sheet in file.sheets]
    rejected, waiting = sum(sheet.rejected for sheet in sheets), sum(sheet.waiting for sheet in sheets)
    said = f"{words.listed(parts, 6)} new or changed" if parts else "Nothing was new or changed"
    held = f"; {words.plural(rejected, 'row')} rejected" if rejected else ""
    return said + held + (f"; {words.needs_answer(waiting)}" if waiting else "") + "." + import_sheets.strangers(sheets)


def advice() -> None:
    """Before anything is chosen: what to bring, and a template for each dataset."""
    st.markdown(
        "Bring the exports that you have; any order gives the same figures. For the IEP service lines export **all IEPs "
        "of the school year, closed ones too**: a line that was amended in October counts as it stood in September. "
        "Nothing is loaded before you have seen a preview and confirmed it."
    )
    with st.expander("Templates, for data that no system exports", key="templates", on_change="rerun") as panel:
        if panel.open:
            for name, dataset in DATASETS.items():
                st.download_button(
                    f"{name}.xlsx",
                    partial(templates.template, name),
                    f"{name}.xlsx",
                    key=f"template_{name}",
                    on_click="ignore",
                    type="tertiary",
                    icon=":material/download:",
                    help=dataset.doc,
                )
