"""Service lines that a newer list lacks, answered where the finding stands: ended, still in force, or the wrong file."""

from datetime import date
from functools import partial

import streamlit as st

from data import answering
from data.answering import Asked
from data.ingest import changes
from data.ingest.folding import ends
from ui.import_files import import_answers
from ui.parts import messages, page, words
from ui.shell import access, navigation
from ui.shell.session import View

FINDING, DATASET = "missing_from_snapshot", "service_lines"
SOME = "some have ended"
CHOICES = {ends.ENDED: "All have ended", SOME: "Some have ended", ends.IN_FORCE: "All are still in force"}


def ask(view: View) -> None:
    """One question a file: what became of the lines that it lacks. Unanswered, they count on."""
    if view.is_sample or view.moment is not None:
        return
    for place, one in enumerate(view.read(answering.open_questions)):
        if one.question.kind == "snapshot" and one.dataset == DATASET:
            with st.container(border=True, gap="small"):
                _one(view, one, f"lacked_{place}")


def _one(view: View, asked: Asked, key: str) -> None:
    keys = view.read(answering.lacking, asked.batch_id, DATASET)
    rows = view.read(changes.stored, DATASET, keys)
    names = {str(row["row_key"]): import_answers.line_words(row) for row in rows}
    st.markdown(messages.plain(page.in_service_words(f"{asked.file_name}: {asked.question.text}")))
    said = st.segmented_control(
        "What became of them?", list(CHOICES), format_func=CHOICES.__getitem__, key=f"{key}_said"
    )
    over: list[str] = []
    if said == SOME:
        over = st.multiselect("These have ended; the others are still in force", list(names),
                              format_func=names.__getitem__, key=f"{key}_ended")  # fmt: skip
        if len(names) < len(keys):
            st.caption(f"{words.plural(len(keys), 'line is', 'lines are')} missing; the first {len(names)} are listed.")
    with st.container(horizontal=True, vertical_alignment="center"):
        ended = {one: said == ends.ENDED or one in over for one in (names if said == SOME else keys)}
        st.button("Save this answer", key=f"{key}_save", on_click=partial(_save, view, asked, ended),
                  disabled=not said or (said == SOME and not over))  # fmt: skip
        navigation.link("history", "The wrong file? Take it back on History", icon="undo", batch=asked.batch_id)


def _save(view: View, asked: Asked, ended: dict[str, bool]) -> None:
    """Store what was said of each line (a callback)."""
    answering.end_rows(view.store, asked, ended, access.viewer())
    over, day = sum(ended.values()), words.day(date.today())
    st.toast(f"{words.plural(over, 'line has', 'lines have')} ended, {len(ended) - over} still in force, as said on {day}.",
             icon=":material/check:")  # fmt: skip
