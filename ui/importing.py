"""Upload, what each sheet was taken for, the questions, the preview, the confirmation."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.contracts import DATASETS, templates
from data.ingest import importer
from data.ingest.model import ImportReport, Options, Question, SheetReport
from ui import access, messages, navigation, tables, words
from ui.session import View
from ui.tables import Col

TYPES = ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods", "zip"]
ROUND, ANSWERS, PREVIEW, DONE = "_upload_round", "_import_answers", "_import_preview", "_import_done"
NOT_USED = "not used"
COUNTS = ("new", "changed", "unchanged", "duplicate", "rejected", "waiting", "ignored")
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


def answers() -> dict[str, dict[str, str]]:
    """What was answered in this round of uploads: codes and columns."""
    held: dict[str, dict[str, str]] = st.session_state.setdefault(ANSWERS, {"codes": {}, "map": {}, "dataset": {}})
    return held


def options() -> Options:
    """The import's options: the answers, how it treats rows that the file lacks, and who loads."""
    with st.expander("Options", key="import_options"):
        replace = st.radio(
            "Rows that are loaded already but not in these files",
            ["merge", "replace"],
            format_func={
                "merge": "stay as they are",
                "replace": "are taken out, from the first to the last date of the file, for its services and providers",
            }.__getitem__,
            key="import_mode",
        )
    held = answers()
    return Options(
        mode="replace" if replace == "replace" else "merge",
        codes=dict(held["codes"]),
        map=dict(held["map"]),
        dataset=held["dataset"].get("dataset"),
        loaded_by=access.viewer(),
    )


def preview(view: View, contents: Contents, chosen: Options) -> ImportReport:
    """The import, rolled back; done once for the same bytes, answers and ledger."""
    token = digest(contents, chosen, view.version)
    held = st.session_state.get(PREVIEW)
    if held is None or held[0] != token:
        with messages.working("Reading the files and checking every row ..."):
            held = (token, importer.run(view.store, contents, chosen, commit=False))
        st.session_state[PREVIEW] = held
    report: ImportReport = held[1]
    return report


def show(report: ImportReport) -> None:
    """Each file and sheet: what it was taken for, its counts, its questions and its problems."""
    for file in report.files:
        st.subheader(messages.plain(file.file), anchor=False)
        if file.refused:
            st.error(messages.plain(file.refused), icon=":material/block:")
        for place, sheet in enumerate(file.sheets):
            _sheet(sheet, key=f"{file.file}_{place}")


def _sheet(sheet: SheetReport, key: str) -> None:
    with st.container(border=True):
        if sheet.refused or sheet.dataset is None:
            st.markdown(f"**{messages.plain(sheet.sheet)}**: not loaded")
            st.caption(messages.plain(sheet.refused or "This sheet is none of the datasets."))
        else:
            st.markdown(f"**{messages.plain(sheet.sheet)}**: {taken_for(sheet)}")
            st.caption(messages.plain(counted(sheet)))
            for sentence in said(sheet):
                st.caption(messages.plain(sentence))
        _questions(sheet.questions, key)
        _mapping(sheet, key)
        _people(sheet, key)
        _problems(sheet, key)


def taken_for(sheet: SheetReport) -> str:
    """ "IEP service lines, headings in row 4"."""
    doc = DATASETS[sheet.dataset].doc if sheet.dataset in DATASETS else str(sheet.dataset)
    return doc.split(":")[0] + (f", headings in row {sheet.header_row}" if sheet.header_row else ", without headings")


def counted(sheet: SheetReport) -> str:
    """The counts in a sentence; they add up to the records read."""
    parts = [f"{words.count(getattr(sheet, name))} {name}" for name in COUNTS if getattr(sheet, name)]
    return f"{words.plural(sheet.rows_read, 'record')} read: {', '.join(parts) or 'none'}."


def said(sheet: SheetReport) -> list[str]:
    """Coverage, minutes before and after, rows missing now, what was left out, and assumptions."""
    found = [
        f"Covers {words.service(service)} from {words.day(first, year=True)} to {words.day(last, year=True)}."
        for service, (first, last) in sheet.covers.items()
    ]
    if sheet.minutes_before is not None and sheet.minutes_after is not None:
        before, after = words.hours(sheet.minutes_before), words.hours(sheet.minutes_after)
        found.append(f"Delivered on these days: {before} before, {after} after.")
    if sheet.missing:
        rows = words.plural(sheet.missing, "row")
        found.append(f"{rows} loaded earlier {'is' if sheet.missing == 1 else 'are'} not in this file.")
    if sheet.left_out:
        rows = ", ".join(f"{words.count(number)} {reason}" for reason, number in sheet.left_out.items())
        found.append(f"Rows that are no records: {rows}.")
    return found + list(sheet.assumptions)


def _questions(questions: Sequence[Question], key: str) -> None:
    if not questions:
        return
    with st.form(f"questions_{key}", border=False):
        st.markdown(f"**{words.plural(len(questions), 'question')} for you**")
        for place, question in enumerate(questions):
            _question(question, f"question_{key}_{place}")
        if any(question.choices for question in questions) and st.form_submit_button("Use these answers"):
            for place, question in enumerate(questions):
                _answer(question, st.session_state.get(f"question_{key}_{place}"))
            st.rerun()


def _question(question: Question, key: str) -> None:
    waits = (
        f" ({words.plural(question.rows, 'row')} {'waits' if question.rows == 1 else 'wait'})" if question.rows else ""
    )
    text = messages.plain(question.text or f"{question.kind}: {question.value}") + waits
    if question.choices:
        st.selectbox(text, list(question.choices), index=None, placeholder="Answer later: the rows wait", key=key)
    else:
        st.markdown(text)


def _answer(question: Question, chosen: str | None) -> None:
    if chosen is None:
        return
    kind = {"column": "map", "dataset": "dataset"}.get(question.kind, "codes")
    subject = "dataset" if kind == "dataset" else question.value
    answers()[kind][subject] = chosen


def _mapping(sheet: SheetReport, key: str) -> None:
    if not sheet.columns:
        return
    with st.expander(
        f"{words.plural(len(sheet.mapping), 'column')} read", key=f"mapping_{key}", on_change="rerun"
    ) as panel:
        if not panel.open:
            return
        fields = [field.name for field in DATASETS[sheet.dataset].fields] if sheet.dataset in DATASETS else []
        frame = pd.DataFrame([_column(column) for column in sheet.columns])
        edited = st.data_editor(
            frame,
            hide_index=True,
            disabled=["Heading", "Sure", "Why", "Samples"],
            key=f"columns_{key}",
            column_config={
                "Field": st.column_config.SelectboxColumn("Field", options=[NOT_USED, *fields], required=True),
                "Sure": st.column_config.NumberColumn("Sure", format="%.0f%%"),
            },
            alt="The columns of the sheet and the fields they were taken for",
        )
        changed = edited[edited["Field"] != frame["Field"]]
        if len(changed) and st.button("Read the columns so", key=f"remap_{key}"):
            answers()["map"] |= {str(row["Heading"]): str(row["Field"]) for _, row in changed.iterrows()}
            st.rerun()


def _column(column: dict[str, Any]) -> dict[str, Any]:
    return {
        "Heading": str(column.get("heading", "")),
        "Field": column.get("field") or NOT_USED,
        "Sure": float(column.get("confidence") or 0) * 100,
        "Why": str(column.get("why") or ""),
        "Samples": ", ".join(str(one) for one in column.get("samples") or () if one is not None),
    }


def _people(sheet: SheetReport, key: str) -> None:
    if not sheet.new_people:
        return
    with st.expander(f"{words.plural(len(sheet.new_people), 'new person', 'new people')}", key=f"people_{key}"):
        st.caption("No roster knows them; they are added with this import.")
        frame = pd.DataFrame(sheet.new_people)
        shown = {name: Col(str(name).replace("_", " ").capitalize()) for name in frame.columns if name != "birth_date"}
        tables.show(frame, shown, key=f"new_people_{key}", alt="New people")


def _problems(sheet: SheetReport, key: str) -> None:
    if not sheet.issues:
        return
    grouped = Counter((issue.code, issue.column, issue.message) for issue in sheet.issues)
    with st.expander(f"{words.plural(len(sheet.issues), 'problem')} in {words.plural(len(grouped), 'group')}",
                     expanded=True, key=f"problems_{key}"):  # fmt: skip
        for (_, column, message), number in grouped.most_common():
            st.markdown(f"**{messages.plain(column)}**: {messages.plain(message)} ({words.plural(number, 'row')})")
        frame = pd.DataFrame([vars(issue) for issue in sheet.issues])
        shown = {
            "row": Col("Row", "count"),
            "column": Col("Column"),
            "value": Col("Value"),
            "message": Col("What is wrong"),
        }
        tables.show(frame, shown, key=f"issues_{key}", alt="Rows with problems")


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
    return f"Load {words.listed(parts)}" if parts else "Record these files (nothing would change)"


def confirm(view: View, contents: Contents, chosen: Options, report: ImportReport) -> None:
    """The button that loads. A second click on the same files finds the version that the first one left, and stops."""
    if all(file.refused for file in report.files):
        return
    if st.button(button_text(report), type="primary", key="confirm", icon=":material/check:"):
        token = digest(contents, chosen, 0)
        if st.session_state.get(DONE, ("", None, 0))[::2] != (token, view.version):
            with messages.working("Loading ..."):
                done = importer.run(view.store, contents, chosen, commit=True)
                st.session_state[DONE] = (token, done, view.store.data_version())
        _next_round()
        st.rerun()


def _next_round() -> None:
    st.session_state[ROUND] += 1
    st.session_state.pop(ANSWERS, None)
    st.session_state.pop(PREVIEW, None)


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
        st.markdown(f"**Loaded {words.plural(len(loaded), 'file')}.** {messages.plain(outcome(report))}")
        with st.container(horizontal=True):
            navigation.link("overview", "See the figures")
            navigation.link("history", "Take it back, or download the rows that were rejected", icon="history")


def outcome(report: ImportReport) -> str:
    """ "1,204 sessions new or changed; 3 rows rejected, 2 wait for an answer."""
    parts = told(report)
    sheets = [sheet for file in report.files for sheet in file.sheets]
    rejected, waiting = sum(sheet.rejected for sheet in sheets), sum(sheet.waiting for sheet in sheets)
    said = f"{words.listed(parts, 6)} new or changed" if parts else "Nothing was new or changed"
    held = f"; {words.plural(rejected, 'row')} rejected" if rejected else ""
    return said + held + (f"; {words.plural(waiting, 'row')} waiting for an answer" if waiting else "") + "."


def advice(view: View) -> None:
    """Before anything is chosen: what to bring, and a template for each dataset."""
    st.markdown(
        "Bring the exports that you have; any order gives the same figures. For the IEP service lines export all IEPs "
        "of the school year, closed ones too. Nothing is loaded before you have seen a preview and confirmed it."
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
