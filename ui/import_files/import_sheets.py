"""What an import would do, sheet by sheet: what it was taken for, the lists of its rows, its people and its problems."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from data.contracts import DATASETS
from data.ingest import told
from data.ingest.mapping.told import KEY, NO_ROWS
from data.ingest.model import COUNTS, FileReport, ImportReport, Question, SheetReport
from data.ingest.oneroster import ASIDE
from data.ingest.outcome import NO_TEXT
from ui.import_files import alike, import_answers
from ui.parts import messages, narrow, page, tables, words
from ui.parts.tables import Col

LISTS = {
    "new": "New", "changed": "Changed", "unchanged": "Unchanged", "missing": "Missing now", "rejected": "Rejected",
    "waiting": "Needs your answer",
}  # fmt: skip
MOST_CARDS = 6
"""Lists beside one another: as many as there are, so that numbers of few lists don't stand far apart."""
ALWAYS = ("new", "changed", "unchanged", "missing")
KINDS = {
    "session_date": "date", "start_date": "date", "end_date": "date", "due_date": "date", "measured_on": "date", "day": "date",
    "enrolled_from": "date", "enrolled_to": "date", "minutes": "minutes", "amount_minutes": "minutes", "value": "number",
    "baseline": "number", "target": "number", "row": "count",
}  # fmt: skip
HEADINGS = {"student": "Student", "session_date": "Date", "was": "Was", "row": "Row", "amount_minutes": "Amount"}


def in_short(report: ImportReport) -> str:
    """The whole import in a sentence: what goes in, what is held, minutes before and after."""
    sheets = [sheet for file in report.files for sheet in file.sheets if sheet.dataset and not sheet.refused]
    counts = Counter({name: sum(getattr(sheet, name) for sheet in sheets) for name in LISTS})
    parts = [_count(LISTS[name].lower(), counts[name]) for name in LISTS if counts[name] or name in ALWAYS]
    return f"All rows together: {', '.join(parts)}.{_hours(sheets)}{strangers(sheets)}"


def strangers(sheets: Iterable[SheetReport]) -> str:
    """How many people would be added whom nobody knows yet, since a wrong id looks like one; nothing where there are none."""
    number = sum(len(sheet.new_people) for sheet in sheets)
    return (
        f" {words.plural(number, 'person', 'people')} on no roster {'is' if number == 1 else 'are'} added."
        if number
        else ""
    )


def _count(name: str, number: int) -> str:
    """ "12 new", "1 needs your answer"."""
    waits = name in ("waiting", LISTS["waiting"].lower())
    return f"{words.count(number)} {words.answer_needed(number) if waits else name}"


def _hours(sheets: list[SheetReport]) -> str:
    """What the logs add to the delivered hours: files speak of days and services of their own, so only what each changes
    can be added up."""
    given = [sheet for sheet in sheets if sheet.minutes_before is not None and sheet.minutes_after is not None]
    if not given:
        return ""
    if len(given) == 1:
        before, after = words.hours(given[0].minutes_before), words.hours(given[0].minutes_after)
        return f" Delivered on the days of this log: {before} before, {after} after."
    more = sum((sheet.minutes_after or 0.0) - (sheet.minutes_before or 0.0) for sheet in given)
    return (
        f" Delivered on the days of these logs: {words.hours(abs(more))} {'less' if more < 0 else 'more'} than before."
    )


def asked(report: ImportReport) -> str:
    """What waits, above the button that loads: "95 rows wait for 2 answers, below under sept.xlsx."; rows that no answer
    helps, since the file doesn't say enough, apart."""
    once = asked_once(report)
    lacking = sum(one.rows for questions in once.values() for one in questions if not import_answers.can_be_given(one))
    waiting = sum(sheet.waiting for file in report.files for sheet in file.sheets)
    if not waiting:
        return ""
    holding = {where: _answers_needed(questions) for where, questions in once.items()}
    files = [report.files[number].file for number in sorted({number for (number, _), many in holding.items() if many})]
    answers = words.plural(sum(holding.values()), "answer")
    answered = min(waiting - lacking, _held_by_answers(once))
    apart = waiting - lacking - answered
    held = [
        f"{_waiting(answered)} for {answers}, below under {words.listed(files)}." if files else "",
        f"{_waiting(lacking)} to be completed in the file." if lacking else "",
        f"{_waiting(apart)} to be corrected in the file, or in another; the problems below say why." if apart else "",
    ]
    return (
        " ".join(filter(None, held))
        + " Until then such rows count neither as delivered nor as missed."
        + (" You can answer now, or load and answer later." if files else "")
    )


def _held_by_answers(once: Mapping[tuple[int, int], list[Question]]) -> int:
    """How many rows wait for answers that can be given."""
    return sum(one.rows for questions in once.values() for one in questions if import_answers.can_be_given(one))


def _answers_needed(questions: list[Question]) -> int:
    """How many answers rows wait for: one for all words that are alike."""
    held = [one for one in questions if one.rows > 0 and import_answers.can_be_given(one)]
    return len(alike.grouped("", held))


def _waiting(rows: int) -> str:
    return f"{words.plural(max(1, rows), 'row')} {'waits' if rows <= 1 else 'wait'}"


def asked_once(report: ImportReport) -> dict[tuple[int, int], list[Question]]:
    """The questions of each sheet (number of its file, its place there), each where it comes first: sheets of a shape take
    the same answer. Its rows are those that wait for it in all of them."""
    first: dict[tuple[str, str, str], Question] = {}
    whose: dict[tuple[int, int], list[tuple[str, str, str]]] = {}
    for number, file in enumerate(report.files):
        for place, sheet in enumerate(file.sheets):
            for one in sheet.questions:
                name = (sheet.shape, one.kind, one.value)
                if name not in first:
                    whose.setdefault((number, place), []).append(name)
                    first[name] = one
                else:
                    first[name] = replace(first[name], rows=first[name].rows + one.rows)
    return {where: [first[name] for name in names] for where, names in whose.items()}


def show(report: ImportReport) -> None:
    """What a person must look at, file by file, those with questions first; then a line a file of what was read without doubt."""
    numbered = list(enumerate(report.files))
    for number, file in sorted(numbered, key=lambda one: not any(sheet.questions for sheet in one[1].sheets)):
        doubtful = _sheets(file, to_look_at=True)
        if doubtful or file.refused:
            st.subheader(messages.plain(file.file), anchor=False)
        if file.refused:
            st.error(messages.plain(refusal(file)), icon=":material/block:")
        for place, sheet in doubtful:
            with st.container(border=True), narrow.inset(2):
                _sheet(sheet, file, f"{number}_{place}")
    _plain([(number, file, sheets) for number, file in numbered if (sheets := _sheets(file, to_look_at=False))])


def _sheets(file: FileReport, *, to_look_at: bool) -> list[tuple[int, SheetReport]]:
    """The sheets of a file with their places that need a look, or those that don't; of a refused file all do."""
    return [
        (place, sheet)
        for place, sheet in enumerate(file.sheets)
        if (bool(file.refused) or needs_a_look(sheet)) is to_look_at
    ]


def needs_a_look(sheet: SheetReport) -> bool:
    """Whether something of a sheet is to be decided or seen before it is loaded: it isn't read, or asks, rows of it don't go in,
    or loading it takes rows out or changes unusually many."""
    if sheet.refused.endswith((NO_ROWS, KEY, *ASIDE)):
        return False
    unread = bool(sheet.refused) or sheet.dataset is None
    return unread or bool(sheet.questions or sheet.rejected or sheet.waiting or sheet.replaces or sheet.unusual)


def _plain(files: list[tuple[int, FileReport, list[tuple[int, SheetReport]]]]) -> None:
    """A line a file that was read without doubt, or the sheets of it that were; unfolded, all there is to see of them."""
    if files:
        st.subheader(f"Read without a question: {words.plural(len(files), 'file')}", anchor=False)
    for number, file, sheets in files:
        with page.more(in_a_line(file, [one for _, one in sheets]), f"plain_{number}") as panel:
            for place, sheet in sheets if panel.open else ():
                with st.container(border=True), narrow.inset(3):
                    _sheet(sheet, file, f"{number}_{place}")


def in_a_line(file: FileReport, sheets: Sequence[SheetReport]) -> str:
    """ "**oct.xlsx**, 2 sheets · session logs · 120 records read: 120 new. · OT: Oct 1 to Oct 31"."""
    read = [one for one in sheets if one.dataset and not one.refused]
    some = "" if len(file.sheets) == 1 else f", {words.plural(len(sheets), 'sheet')}"
    parts = [
        words.listed(list(dict.fromkeys(words.DATASETS.get(str(one.dataset), str(one.dataset)) for one in read)), 9),
        counted(*read)
        if read
        else next((one.refused for one in sheets if one.refused.endswith(ASIDE)), "nothing to load"),
        words.covers(tuple((service, *days) for service, days in _covered(read).items())),
    ]
    told = " · ".join(messages.plain(one) for one in parts if one)
    return f":material/check_circle: **{messages.plain(file.file)}**{some} · {told}"


def _covered(sheets: Sequence[SheetReport]) -> dict[str, tuple[date, date]]:
    """The days that the logs of several sheets speak for, from the first to the last of each service."""
    found: dict[str, tuple[date, date]] = {}
    for sheet in sheets:
        for service, (first, last) in sheet.covers.items():
            earlier, later = found.get(service, (first, last))
            found[service] = (min(first, earlier), max(last, later))
    return found


def refusal(file: FileReport) -> str:
    """Why nothing of a file is read; where each of its sheets says why, and asks what it is, only that."""
    if any(sheet.refused for sheet in file.sheets):
        return f"Nothing of {file.file} is loaded; what it lacks stands below."
    return file.refused


def read_elsewhere(sheet: SheetReport, file: FileReport) -> dict[str, str]:
    """The headings that another dataset of the same rows reads, such as a measurement beside its goal: what it is there."""
    beside = [one for one in file.sheets if one.sheet == sheet.sheet and one is not sheet and one.dataset]
    return {heading: words.DATASETS.get(str(one.dataset), "") for one in beside for heading in one.mapping}


def _sheet(sheet: SheetReport, file: FileReport, key: str) -> None:
    name = f"**{messages.plain(sheet.sheet)}**"
    if sheet.refused or sheet.dataset is None:
        st.markdown(f"{name}: not loaded")
        st.caption(messages.plain(sheet.refused or "This sheet is none of the datasets."))
    else:
        alone = len({one.sheet for one in file.sheets}) == 1
        st.markdown(taken_for(sheet) if alone else f"{name}: {taken_for(sheet)}")
        st.caption(messages.plain(counted(sheet)))
        _cards(sheet, key)
        with st.container(gap="xxsmall"):
            for sentence in said(sheet):
                st.caption(messages.plain(sentence))
    import_answers.beneath(sheet, key)
    import_answers.coverage(sheet, file.file, key)
    _rows(sheet, key)
    import_answers.mapping(sheet, read_elsewhere(sheet, file), key)
    _people(sheet, key)
    _problems(sheet, key)


def taken_for(sheet: SheetReport) -> str:
    """ "IEP service lines, headings in row 4, rows 5 to 120"."""
    doc = DATASETS[sheet.dataset].doc if sheet.dataset in DATASETS else str(sheet.dataset)
    head = f", headings in row {sheet.header_row}" if sheet.header_row else ", without headings"
    rows = f", table in rows {sheet.table_rows[0]:,} to {sheet.table_rows[1]:,}" if sheet.table_rows else ""
    return doc.split(":")[0] + head + rows


def counted(*sheets: SheetReport) -> str:
    """The counts in a sentence; they add up to the records read. Titles and totals, which ``said`` tells of, are none."""
    around = sum(number for one in sheets for reason, number in one.left_out.items() if reason not in NO_TEXT)
    counts = {name: sum(getattr(one, name) for one in sheets) for name in COUNTS}
    counts["ignored"] -= around
    parts = [_count(name, number) for name, number in counts.items() if number]
    rows = sum(one.rows_read for one in sheets) - around
    return f"{words.plural(rows, 'record')} read: {', '.join(parts) or 'none'}."


def _cards(sheet: SheetReport, key: str) -> None:
    """The lists in which there are rows, with their counts and minutes, where there is more to tell than that all is new; what
    there is none of, the sentence above all files says."""
    if sheet.new == sheet.rows_read - sheet.ignored and not sheet.missing:
        return
    shown = [name for name in LISTS if getattr(sheet, name)]
    with st.grid(MOST_CARDS, min_column_width=120, gap="small"):
        for name in shown:
            with st.container(gap="xxsmall", key=f"card_{key}_{name}"):
                st.metric(LISTS[name], words.count(getattr(sheet, name)))
                st.caption(_minutes(sheet, name))


def _minutes(sheet: SheetReport, name: str) -> str:
    """ "90 min", "45 min → 25 min"; a dash where the rows have no minutes."""
    if sheet.dataset != "sessions" or name not in ALWAYS:
        return ""
    minutes = words.minutes(sheet.minutes.get(name, 0.0))
    return f"{words.minutes(sheet.minutes.get('changed_from', 0.0))} → {minutes}" if name == "changed" else minutes


def said(sheet: SheetReport) -> list[str]:
    """What is told of a sheet beside its counts, in sentences."""
    return [page.in_service_words(one) for one in told.sentences(sheet)]


def _rows(sheet: SheetReport, key: str) -> None:
    if not sheet.listed:
        return
    with page.more("The rows that are new, changed or missing", f"rows_{key}") as panel:
        if not panel.open:
            return
        for name, found in sheet.listed.items():
            of = getattr(sheet, name)
            first = f", the first {len(found)}" if of > len(found) else ""
            st.markdown(f"**{LISTS[name]}** ({words.count(of)}{first})")
            frame, shown = rows_frame(found)
            tables.show(
                frame, shown, key=f"listed_{key}_{name}", alt=f"{LISTS[name]} rows", about=_about(LISTS[name], sheet)
            )  # fmt: skip


def _about(what: str, sheet: SheetReport) -> str:
    """What a list of a preview holds, of which sheet, as of when."""
    day = words.day(date.today(), year=True)
    return f"{what}: sheet {sheet.sheet}; a preview, nothing of it is loaded; data as of {day}."


def rows_frame(found: list[dict[str, Any]]) -> tuple[pd.DataFrame, dict[str, Col]]:
    """The rows of a list as a table: no ids where there is a name, no empty columns."""
    frame = pd.DataFrame(found)
    hidden = {"row_key", "provider_id"} | ({"student_id"} if frame["student"].notna().any() else {"student"})
    shown = [name for name in frame.columns if name not in hidden and frame[name].notna().any()]
    shown.sort(key=lambda name: ("row", "student", "was").index(name) if name in ("row", "student", "was") else 3)
    named = page.in_words(frame[shown])
    return named, {
        name: Col(HEADINGS.get(name, name.replace("_", " ").capitalize()), KINDS.get(name, "text")) for name in shown
    }


def _people(sheet: SheetReport, key: str) -> None:
    if not sheet.new_people:
        return
    with st.expander(
        f"{words.plural(len(sheet.new_people), 'new person', 'new people')}, added with this import",
        key=f"people_{key}",
    ):
        st.caption("No roster knows them, and they resemble nobody who is known.")
        frame = pd.DataFrame(sheet.new_people).dropna(axis="columns", how="all")
        shown = {
            str(name): Col(str(name).replace("person_", "").replace("_", " ").capitalize())
            for name in frame.columns
            if name != "birth_date"
        }
        tables.show(frame, shown, key=f"new_people_{key}", alt="New people", about=_about("New people", sheet))


def _problems(sheet: SheetReport, key: str) -> None:
    if not sheet.issues:
        return
    grouped = Counter((issue.code, issue.column, issue.message) for issue in sheet.issues)
    title = words.plural(len(sheet.issues), "problem") + (f" of {len(grouped)} kinds" if len(grouped) > 1 else "")
    with st.expander(title, expanded=bool(sheet.rejected), key=f"problems_{key}"):
        for (_, column, message), number in grouped.most_common():
            where = f"**{messages.plain(column)}**: " if column else ""
            st.markdown(f"{where}{messages.plain(message)} ({words.plural(number, 'row')})")
        frame = pd.DataFrame([vars(issue) for issue in sheet.issues])
        shown = {
            "row": Col("Row", "count"),
            "column": Col("Column"),
            "value": Col("Value"),
            "message": Col("What is wrong"),
        }
        tables.show(
            frame, shown, key=f"issues_{key}", alt="Rows with problems", about=_about("Rows with problems", sheet)
        )
