"""What loaded files of the month still ask, answered on the checklist: one list, one click."""

from datetime import date
from itertools import groupby

import streamlit as st

from data import answering
from data.answering import Asked
from ui.import_files import alike, import_answers, import_questions
from ui.import_files.alike import APART, Alike
from ui.parts import messages
from ui.shell import access
from ui.shell.session import View


def show(view: View, asked: list[Asked], today: date) -> None:
    """The open questions of loaded files, to be answered here; files of a shape ask the same once, words that are alike too."""
    named: dict[str, list[Asked]] = {}
    for one in asked:
        named.setdefault(import_answers.key_of(one.shape, one.question), []).append(one)
    with st.form("later", border=False):
        boxes = _boxes(list(named.values()))
        st.caption("Rows that wait for a code are read again at once; History shows that as an upload of its own.")
        if st.form_submit_button("Use these answers", icon=":material/check:"):
            said = [(one, answer) for group, answer in _said(boxes)
                    for question in group.questions
                    for one in named[import_answers.key_of(group.shape, question)]]  # fmt: skip
            if said:
                with messages.working("Applying the answers ..."):
                    answering.answer(view.store, said, access.viewer(), today)
            st.rerun()


Boxes = list[tuple[str, list[tuple[str, Alike]]]]
"""The boxes of each kind of question: that of the answer for all that stay open (empty: none), and each group's own."""


def _boxes(asked: list[list[Asked]]) -> Boxes:
    """The boxes, under the names of the files that ask first."""
    found: Boxes = []
    for file, of_file in groupby(asked, key=lambda one: one[0].file_name):
        st.caption(f"**{messages.plain(file)}**")
        for shape, alike_ones in groupby(of_file, key=lambda one: one[0].shape):
            groups = alike.grouped(shape, [one[0].question for one in alike_ones])
            apart = [each for one in groups for each in (one.each() if st.session_state.get(_apart(one)) else [one])]
            found += [_of_kind(kind) for kind in alike.by_kind(apart)]
    return found


def _of_kind(kind: list[Alike]) -> tuple[str, list[tuple[str, Alike]]]:
    boxes = [(f"later_{import_answers.box_of(one)}", one) for one in kind]
    for key, one in boxes:
        import_answers.ask(one.asked, key)
    if len(kind) < import_questions.MANY:
        return "", boxes
    import_answers.ask(alike.of_the_rest(kind), f"rest_{boxes[0][0]}")
    return f"rest_{boxes[0][0]}", boxes


def _said(boxes: Boxes) -> list[tuple[Alike, str]]:
    """The groups with their answers, those without one of their own with that for all of their kind; what is to be asked one
    by one is asked so from now on."""
    found = []
    for rest, kind in boxes:
        for key, one in kind:
            answer = import_answers.given(key) or (import_answers.given(rest) if rest else None)
            if answer == APART:
                st.session_state[_apart(one)] = True
            elif answer:
                found.append((one, answer))
    return found


def _apart(one: Alike) -> str:
    return f"apart_{import_answers.box_of(one)}"
