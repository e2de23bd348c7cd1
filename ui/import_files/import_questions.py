"""What an upload asks, all of its files in one list: each answer is kept as it is given, and one click reads the files by all."""

import streamlit as st

from data.ingest.folding import ends
from data.ingest.model import ImportReport, Question
from ui.import_files import import_answers, import_sheets
from ui.import_files.import_answers import Name
from ui.parts import messages, page, words

Asked = tuple[str, Question]
"""A question with the shape of the files that it is asked of."""
NOT_UNDERSTOOD = "This answer settles nothing: choose another one, or write it in other words."


def show(report: ImportReport) -> None:
    """The questions by file and sheet, the button that reads the files by the answers, and what was answered before."""
    groups = by_sheet(report)
    if groups:
        with st.container(border=True, key="questions"):
            _list(groups, frozenset(import_answers.given_so_far()))
            if any(import_answers.can_be_given(one) for _, asked in groups for _, one in asked):
                st.button("Use these answers", key="use_answers", icon=":material/check:")
    _answered(report)


def by_sheet(report: ImportReport) -> list[tuple[str, list[Asked]]]:
    """The questions under the names of the sheets that ask them first, in the order of the files."""
    found = []
    for (number, place), questions in sorted(import_sheets.asked_once(report).items()):
        file, sheet = report.files[number], report.files[number].sheets[place]
        name = f"{file.file}, {sheet.sheet}" if len({one.sheet for one in file.sheets}) > 1 else file.file
        found.append((name, [(sheet.shape, one) for one in questions]))
    return found


@st.fragment
def _list(groups: list[tuple[str, list[Asked]]], used: frozenset[Name]) -> None:
    """The questions; ``used`` are those whose answers the preview was made with. Only this list is drawn anew as answers are
    given: the files are read again by the button."""
    open_ones = [one for _, asked in groups for one in asked if import_answers.can_be_given(one[1])]
    given = import_answers.given_so_far()
    done = sum(import_answers.name_of(shape, one) in given for shape, one in open_ones)
    st.markdown(f"**{words.plural(sum(len(asked) for _, asked in groups), 'question')} for you**")
    for name, asked in groups:
        st.caption(f"**{messages.plain(name)}**")
        for shape, question in asked:
            _one(shape, question, used)
    if open_ones:
        st.caption(f"{done} of {len(open_ones)} answered. What you leave open waits, and can be answered later.")


def _one(shape: str, question: Question, used: frozenset[Name]) -> None:
    key = import_answers.key_of(shape, question)
    import_answers.ask(question, key, shape)
    if import_answers.name_of(shape, question) in used:
        st.caption(f":material/warning: {NOT_UNDERSTOOD}")


def _answered(report: ImportReport) -> None:
    """What was answered since the files were chosen, and a way back to the questions."""
    told = answered(report)
    if not told:
        return
    with page.more(f"{words.plural(len(told), 'answer')} taken in", "answers_taken_in") as panel:
        if panel.open:
            for (_, kind, subject), said in told.items():
                what = "Dates" if kind == "date_order" else import_answers.named(subject)
                st.markdown(messages.plain(f"{what}: {import_answers.in_words(said)}"))
            st.button("Ask these again", key="ask_again", icon=":material/undo:",
                      on_click=import_answers.unsay, args=(list(told),))  # fmt: skip


def answered(report: ImportReport) -> dict[Name, str]:
    """The answers that settled what was asked of these files; what was said of single rows stands beside these."""
    shapes = {sheet.shape for file in report.files for sheet in file.sheets}
    still = {import_answers.name_of(shape, one) for _, asked in by_sheet(report) for shape, one in asked}
    given = import_answers.given_so_far()
    return {
        name: said
        for name, said in given.items()
        if name[0] in shapes and name not in still and not ends.is_of_one_row(name[2])
    }
