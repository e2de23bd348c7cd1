"""What was learnt of file shapes: seen, changed, forgotten, and carried to another district."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data import learnt
from data.errors import UserError
from data.ingest.model import NOT_USED
from ui.import_files import import_answers
from ui.parts import messages, page, tables, words
from ui.parts.tables import Col
from ui.shell import access
from ui.shell.session import View

LEARNT = {
    "dataset": Col("Taken for", help="The kind of rows that files of this shape bring"),
    "answer_kind": Col("Kind", help="Of a column, or of a code in it"),
    "subject": Col("In the file", help="The heading or the code as the file writes it"),
    "answer": Col("Means", help="What it is read as, from the next file of this shape on"),
    "answered_at": Col("Since", "date", "The day of the answer"),
    "answered_by": Col("By"),
}


def show(view: View) -> None:
    """Codes and columns that were answered once for a file's shape, with a way to change each, and the profile file."""
    frame = view.read(learnt.answers)
    if frame.empty:
        messages.nothing_here(
            "No answer was needed yet", "What you answer about a file's codes and columns is remembered here."
        )
    else:
        tables.show(frame.assign(answer=frame["answer"].map(in_words)), LEARNT, key="learnt",
                    alt="Answers learnt for files of a shape",
                    about=page.about_all(view, "What was answered about codes and columns of files"))  # fmt: skip
        _change(view, frame)
        st.download_button("Download the answers", partial(view.read, learnt.to_json), f"answers-v{view.version}.json",
                           "application/json", key="learnt_download", on_click="ignore", icon=":material/download:")  # fmt: skip
    st.caption(
        "A file of answers holds headings, codes and their meanings: no student, no provider, no row of any file."
    )
    _take_in(view)


def in_words(answer: str) -> str:
    """An answer as people say it; an empty one leaves the column out."""
    return import_answers.in_words(answer) if answer else NOT_USED


def _change(view: View, frame: pd.DataFrame) -> None:
    labels = [f"{row.subject} → {in_words(str(row.answer))} ({row.dataset})" for row in frame.itertuples()]
    place = st.selectbox("Change an answer", range(len(labels)), index=None, format_func=labels.__getitem__,
                         placeholder="Choose one", key="learnt_choice")  # fmt: skip
    if place is None:
        return
    row = frame.iloc[int(place)]
    key = (str(row["shape"]), str(row["dataset"]), str(row["answer_kind"]), str(row["subject"]))
    with st.form("learnt_change", border=False):
        answer = st.text_input("It means", str(row["answer"]), key=f"learnt_answer_{place}",
                               help="As it is written, such as missed:student_absent, OT or session_date.")  # fmt: skip
        st.caption("This holds from the next file of that shape on; what is loaded stays as it is.")
        with st.container(horizontal=True):
            changes = st.form_submit_button("Change it", type="primary")
            forgets = st.form_submit_button("Forget it, and ask again")
    if changes or forgets:
        _do(view, key, answer if changes else None)


def _do(view: View, key: tuple[str, str, str, str], answer: str | None) -> None:
    try:
        if answer is None:
            learnt.forget(view.store, *key, access.viewer())
        else:
            learnt.change(view.store, *key, answer, access.viewer())
    except UserError as error:
        st.error(messages.plain(str(error)))
        return
    st.rerun()


def _take_in(view: View) -> None:
    given: Any = st.file_uploader(
        "Answers of another district that uses the same system", type=["json"], key="learnt_upload"
    )
    if given is None or not st.button("Take these answers in", key="learnt_take"):
        return
    try:
        number = learnt.from_json(view.store, given.getvalue(), access.viewer())
    except UserError as error:
        st.error(messages.plain(str(error)))
        return
    st.toast(f"{words.plural(number, 'answer')} taken in.")
    st.rerun()
