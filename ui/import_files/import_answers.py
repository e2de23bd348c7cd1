"""What only a person can say of a file: its questions, its columns, the days that its logs speak for."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

import streamlit as st

from data.contracts import DATASETS
from data.contracts.synonyms import SLOTS
from data.ingest.folding import ends
from data.ingest.mapping.told import NO_ROWS, SURE
from data.ingest.model import NOT_USED, Answers, Cover, Options, Question, SheetReport
from data.ingest.staging import remarks
from ui.import_files import alike
from ui.import_files.alike import APART, Alike
from ui.parts import messages, page, words

SAID, COVERS = "_import_answers", "_import_covers"
LATER = "Answer later: the rows wait"
WRITE = "Answer later, choose one, or write it, such as 2 x 30 min weekly"
_MADE_ID = re.compile(r"\bN-[0-9a-f]{12}: ")
"""An id that was made of a name, before that name."""


def forget() -> None:
    """Begin anew: what was answered is remembered by the ledger, under the files' shapes."""
    st.session_state.pop(SAID, None)
    st.session_state.pop(COVERS, None)


def options(mode: Literal["merge", "replace"], who: str) -> Options:
    """The import's options with what was answered in this round of uploads."""
    covers = {
        file: tuple(Cover(service, *days) for service, days in chosen.items())
        for file, chosen in st.session_state.get(COVERS, {}).items()
    }
    return Options(mode=mode, answers=dict(_said()), covers_of=covers, loaded_by=who)


def _said() -> dict[str, Answers]:
    held: dict[str, Answers] = st.session_state.setdefault(SAID, {})
    return held


Name = tuple[str, str, str]
"""What an answer is kept under: the shape of the files, column, date_order or code, and what was asked."""


def name_of(shape: str, question: Question) -> Name:
    """The name of a question's answer; persons, amounts and the like are kept as codes, an order of dates once a shape."""
    if question.kind == "date_order":
        return shape, question.kind, ""
    return shape, question.kind if question.kind == "column" else "code", question.value


def key_of(shape: str, question: Question) -> str:
    """The key of a question's box: its own wherever it stands in a list, so that no answer slips to the next one when it is
    gone; it tells nobody what is asked."""
    return f"question_{hashlib.sha256(repr((shape, question.kind, question.value)).encode()).hexdigest()[:16]}"


def box_of(one: Alike) -> str:
    """The key of a group's box; it isn't that of its first word alone, which is asked about where they are apart."""
    return key_of(one.shape, one.first) + ("_alike" if len(one.questions) > 1 else "")


def say(shape: str, kind: str, subject: str, answer: str) -> None:
    """Take in one answer for files of a shape."""
    held = _said().get(shape, Answers())
    if kind == "column":
        held = replace(held, columns=held.columns | {subject: "" if answer == NOT_USED else answer})
    elif kind == "dataset":
        held = replace(held, dataset=answer)
    elif kind == "date_order":
        held = replace(held, date_order="day_first" if answer == "day_first" else "month_first")
    else:
        held = replace(held, codes=held.codes | {subject: answer})
    _said()[shape] = held


def unsay(names: Iterable[Name]) -> None:
    """Take answers back."""
    for shape, kind, subject in names:
        if held := _said().get(shape):
            columns = {name: said for name, said in held.columns.items() if (kind, subject) != ("column", name)}
            codes = {name: said for name, said in held.codes.items() if (kind, subject) != ("code", name)}
            order = None if kind == "date_order" else held.date_order
            _said()[shape] = replace(held, columns=columns, codes=codes, date_order=order)


def given_so_far() -> dict[Name, str]:
    """The answers to questions in this round of uploads, by their names."""
    found: dict[Name, str] = {}
    for shape, held in _said().items():
        found |= {(shape, "column", name): said or NOT_USED for name, said in held.columns.items()}
        found |= {(shape, "code", name): said for name, said in held.codes.items()}
        found |= {(shape, "date_order", ""): held.date_order} if held.date_order else {}
    return found


def take(shape: str, questions: Sequence[Question], key: str) -> None:
    """Keep the answer that a box holds for its questions, or none where it was emptied or they are to be asked one by one."""
    answer = given(key)
    if answer and answer != APART:
        for question in questions:
            say(shape, question.kind, question.value, answer)
    else:
        unsay(name_of(shape, question) for question in questions)


def take_for_rest(shape: str, still: Sequence[tuple[str, Sequence[Question]]], key: str) -> None:
    """Keep one answer for several boxes (their keys and questions) that have none, and let each of them show it."""
    if (answer := given(key)) is None:
        return
    for box, questions in still:
        if given(box) is None:
            st.session_state[box] = answer
            take(shape, questions, box)
    st.session_state[key] = None


def beneath(sheet: SheetReport, key: str) -> None:
    """What only a person can say of a sheet and no question asks: what a refused sheet is, which rows have ended."""
    if sheet.dataset is None and not sheet.refused.endswith(NO_ROWS):
        _what_is_it(sheet, key)
    if sheet.questions:
        many = len(alike.grouped(sheet.shape, sheet.questions))
        st.caption(f"{words.plural(many, 'question')} of this sheet {'is' if many == 1 else 'are'} asked above.")
        _row_by_row(sheet, key)


TO_COMPLETE = (
    "Complete the file and upload it again; or load it now, and complete the workbook of such rows that History offers."
)
"""What to do where no answer helps."""


def can_be_given(question: Question) -> bool:
    """Whether an answer helps: it doesn't where each row lacks minutes of its own."""
    return question.kind != "minutes"


def _what_is_it(sheet: SheetReport, key: str) -> None:
    box = f"dataset_{key}_choice"
    st.selectbox(
        "What is in this sheet?",
        list(DATASETS),
        index=None,
        format_func=lambda name: f"{name.replace('_', ' ')}: {DATASETS[name].doc}",
        placeholder="Nothing to load",
        key=box,
        on_change=_take_dataset,
        args=(sheet.shape, box),
    )


def _take_dataset(shape: str, key: str) -> None:
    if chosen := given(key):
        say(shape, "dataset", "", chosen)


def ask(question: Question, key: str, kept: Mapping[str, Any] = MappingProxyType({})) -> None:
    """One question: a choice, or a text where no list of answers can be given. ``kept``: the callback that keeps the answer at
    once (on_change, args); without it its form keeps it."""
    if question.choices:
        later = LATER if question.rows else "Answer later"
        written = question.kind == "frequency"  # what an amount means can be any amount
        st.selectbox(
            told(question), list(question.choices), index=None, format_func=in_words, key=key,
            placeholder=WRITE if written else later, accept_new_options=written, **kept,
        )  # fmt: skip
    elif question.kind == "code":
        st.text_input(told(question), key=key, **kept)
    else:
        st.markdown(told(question) if can_be_given(question) else f"{told(question)} {TO_COMPLETE}")


def told(question: Question) -> str:
    """A question with how many rows wait for it."""
    waits = (
        f" ({words.plural(question.rows, 'row')} {'waits' if question.rows == 1 else 'wait'})" if question.rows else ""
    )
    text = question.text or f"{question.kind}: {question.value}"
    return messages.plain(page.in_service_words(named(text))) + waits


def given(key: str) -> str | None:
    """The answer in a widget of ``ask``; None where there is none yet."""
    answer = st.session_state.get(key)
    return str(answer).strip() or None if answer is not None else None


def named(subject: str) -> str:
    """What was asked, without an id that nobody gave."""
    return _MADE_ID.sub("", subject)


def in_words(choice: str) -> str:
    """An answer as people say it: "missed: student absent" for missed:student_absent, and no id that nobody gave."""
    choice = named(choice)
    head, _, rest = choice.partition(":")
    if head in words.STATUSES:
        return f"{words.STATUSES[head]}: {words.REASONS.get(rest, rest)}" if rest else words.STATUSES[head]
    plain = {**words.SERVICES, **words.SETTINGS, "month_first": "month first", "day_first": "day first",
             "ignored": "not a session", **_RULES, "unusable": "no amount: the line is listed, and in no figure"}  # fmt: skip
    if choice in plain:
        return plain[choice]
    return choice.replace("_", " ") if choice.replace("_", "").isalpha() and choice.islower() else choice


_RULES = {
    remarks.STATUS: "the status, whatever the remark says",
    remarks.REMARK: "the remark, whatever the status says",
    remarks.EACH: "now one, now the other: ask me of each",
}


def _row_by_row(sheet: SheetReport, key: str) -> None:
    """Lines or students that the file lacks, for those who want to say of each whether it has ended."""
    found = sheet.listed.get("missing", [])
    if not found or not any(question.kind == "snapshot" for question in sheet.questions) or not sheet.dataset:
        return
    names = {str(one["row_key"]): line_words(one) for one in found}
    with page.more("Say it row by row", f"each_{key}") as panel:
        if not panel.open:
            return
        with st.form(f"each_form_{key}", border=False):
            over = st.multiselect("These have ended; the others are still in force", list(names),
                                  format_func=names.__getitem__, key=f"each_{key}_ended")  # fmt: skip
            if st.form_submit_button("Use this"):
                for row_key in names:
                    answer = ends.ENDED if row_key in over else ends.IN_FORCE
                    say(sheet.shape, "snapshot", ends.subject(sheet.dataset, row_key), answer)
                st.rerun()


def line_words(row: dict[str, Any]) -> str:
    """A stored row in few words: "Marlow, Tessa, OT, 60 min, from Aug 25"."""
    parts = [
        str(row.get("student") or row.get("student_id") or ""),
        words.service(str(row["service"])) if row.get("service") else "",
        words.minutes(row["amount_minutes"]) if row.get("amount_minutes") is not None else "",
        f"from {words.day(row['start_date'])}" if row.get("start_date") else "",
    ]
    return ", ".join(part for part in parts if part)


def coverage(sheet: SheetReport, file: str, key: str) -> None:
    """The days that the sheet's logs speak for, to be changed where they are not what the file's months suggest."""
    if not sheet.covers:
        return
    with page.more("These logs cover other days", f"covers_{key}") as panel:
        if not panel.open:
            return
        st.caption(
            "A day that no log speaks for is not counted: nothing is expected there, and nothing is missing. Widen the "
            "days where no session at all means that none was given."
        )
        with st.form(f"covers_form_{key}", border=False):
            chosen = {service: _span(service, days, key) for service, days in sheet.covers.items()}
            if st.form_submit_button("Use these days"):
                held = st.session_state.setdefault(COVERS, {}).setdefault(file, {})
                held |= {service: days for service, days in chosen.items() if days and days != sheet.covers[service]}
                st.rerun()


def _span(service: str, days: tuple[date, date], key: str) -> tuple[date, date] | None:
    chosen: Any = st.date_input(words.service(service), days, format="MM/DD/YYYY", key=f"covers_{key}_{service}")
    return (chosen[0], chosen[1]) if len(chosen) == 2 else None


def mapping(sheet: SheetReport, elsewhere: Mapping[str, str], key: str) -> None:
    """Each column: its heading, three of its values, the field it was taken for and how surely; to be changed.
    ``elsewhere``: what another dataset of the same rows reads of them."""
    said = _said().get(sheet.shape)
    dataset = sheet.dataset or (said.dataset if said else None)
    if not sheet.columns or dataset not in SLOTS:
        return
    doubtful = sum(1 for column in sheet.columns if column.get("field") and column["confidence"] < SURE)
    with page.more(in_columns(sheet, elsewhere, doubtful), f"mapping_{key}") as panel:
        if panel.open:
            with st.form(f"columns_{key}", border=False):
                _columns(sheet, [slot.name for slot in SLOTS[dataset]], elsewhere, key)


def in_columns(sheet: SheetReport, elsewhere: Mapping[str, str], doubtful: int) -> str:
    """ "4 columns read, 2 read as measurements, 1 left out, 1 to look at"."""
    others = Counter(elsewhere.get(str(one["heading"]), "") for one in sheet.columns if not one.get("field"))
    left_out = others.pop("", 0)
    parts = [
        f"{words.plural(len(sheet.mapping), 'column')} read",
        *(f"{number} read as {what}" for what, number in others.items()),
        f"{left_out} left out" if left_out or not others else "",
        f"{doubtful} to look at" if doubtful else "",
    ]
    return ", ".join(filter(None, parts))


def _columns(sheet: SheetReport, fields: Sequence[str], elsewhere: Mapping[str, str], key: str) -> None:
    choices = [NOT_USED, *fields]
    before = [str(column.get("field") or NOT_USED) for column in sheet.columns]
    for place, column in enumerate(sheet.columns):
        st.selectbox(
            _heading(column, elsewhere.get(str(column["heading"]), "")),
            choices,
            index=choices.index(before[place]) if before[place] in choices else 0,
            format_func=lambda name: name.replace("_", " "),
            key=f"column_{key}_{place}_{before[place]}",
        )
    if st.form_submit_button("Read the columns so", icon=":material/check:"):
        for place, column in enumerate(sheet.columns):
            after = st.session_state[f"column_{key}_{place}_{before[place]}"]
            if after != before[place]:
                say(sheet.shape, "column", str(column["heading"]), after)
        st.rerun()


def _heading(column: dict[str, Any], elsewhere: str) -> str:
    """A column in a line: its heading, how sure (or what else reads it), and samples."""
    samples = ", ".join(str(one)[:40] for one in column.get("samples") or () if one is not None)
    why = f"read as {elsewhere}" if elsewhere else column["why"]
    sure = f", {float(column['confidence']):.0%} sure: {column['why']}" if column.get("field") else f", {why}"
    values = f" · {messages.plain(samples)}" if samples else ""
    return f"**{messages.plain(column.get('heading') or 'no heading')}**{messages.plain(sure)}{values}"
