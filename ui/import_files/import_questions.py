"""What an upload asks, all of its files in one list: each answer is kept as it is given, and one click reads the files by all."""

import streamlit as st

from data.ingest.folding import ends
from data.ingest.model import ImportReport
from ui.import_files import alike, import_answers, import_sheets
from ui.import_files.alike import APART, Alike
from ui.import_files.import_answers import Name
from ui.parts import messages, page, words

NOT_UNDERSTOOD = "This answer settles nothing: choose another one, or write it in other words."
MOST_SHOWN, MANY = 6, 3
"""Questions of a kind that stand open before the others of it fold up, and from how many on one answer for all is offered."""


def show(report: ImportReport) -> None:
    """The questions by file and sheet, the button that reads the files by the answers, and what was answered before."""
    groups = by_sheet(report)
    if groups:
        with st.container(border=True, key="questions"):
            _list(groups, frozenset(import_answers.given_so_far()))
            if any(import_answers.can_be_given(one.first) for _, asked in groups for one in asked):
                st.button("Use these answers", key="use_answers", icon=":material/check:")
    _answered(report)


def by_sheet(report: ImportReport) -> list[tuple[str, list[Alike]]]:
    """The questions under the names of the sheets that ask them first, in the order of the files; words that are alike are
    one question."""
    found = []
    for (number, place), questions in sorted(import_sheets.asked_once(report).items()):
        file, sheet = report.files[number], report.files[number].sheets[place]
        name = f"{file.file}, {sheet.sheet}" if len({one.sheet for one in file.sheets}) > 1 else file.file
        found.append((name, alike.grouped(sheet.shape, questions)))
    return found


@st.fragment
def _list(groups: list[tuple[str, list[Alike]]], used: frozenset[Name]) -> None:
    """The questions; ``used`` are those whose answers the preview was made with. Only this list is drawn anew as answers are
    given: the files are read again by the button."""
    open_ones = [one for _, asked in groups for one in asked if import_answers.can_be_given(one.first)]
    done = sum(_is_answered(one) for one in open_ones)
    st.markdown(f"**{words.plural(sum(len(asked) for _, asked in groups), 'question')} for you**")
    for name, asked in groups:
        st.caption(f"**{messages.plain(name)}**")
        for kind in alike.by_kind(asked):
            _of_kind(kind, used)
    if open_ones:
        st.caption(f"{done} of {len(open_ones)} answered. What you leave open waits, and can be answered later.")


def _is_answered(one: Alike) -> bool:
    given = import_answers.given_so_far()
    return all(import_answers.name_of(one.shape, question) in given for question in one.questions)


def _of_kind(kind: list[Alike], used: frozenset[Name]) -> None:
    """The first questions of a kind, one answer for all that are still open, and the others folded up."""
    for one in kind[:MOST_SHOWN]:
        _one(one, used)
    still = [one for one in kind if not _is_answered(one)]
    if len(kind) >= MANY and len(still) > 1:
        _rest(still)
    if more := kind[MOST_SHOWN:]:
        rows = sum(one.asked.rows for one in more)
        with st.expander(
            f"{len(more)} more of these, {words.plural(rows, 'row')}", key=f"more_{import_answers.box_of(more[0])}"
        ):
            for one in more:
                _one(one, used)


def _one(one: Alike, used: frozenset[Name]) -> None:
    key = import_answers.box_of(one)
    kept = {"on_change": import_answers.take, "args": (one.shape, one.questions, key)}
    import_answers.ask(one.asked, key, kept)
    if import_answers.given(key) == APART:
        for each in one.each():
            _one(each, used)
    elif any(import_answers.name_of(one.shape, question) in used for question in one.questions):
        st.caption(f":material/warning: {NOT_UNDERSTOOD}")


def _rest(still: list[Alike]) -> None:
    """One answer for all of a kind that are open; each of their boxes then shows it, and can be changed."""
    key = f"rest_{import_answers.box_of(still[0])}"
    apart = [import_answers.given(import_answers.box_of(one)) == APART for one in still]
    single = [each for one, is_apart in zip(still, apart, strict=True) for each in (one.each() if is_apart else [one])]
    boxes = [(import_answers.box_of(one), one.questions) for one in single]
    kept = {"on_change": import_answers.take_for_rest, "args": (still[0].shape, boxes, key)}
    import_answers.ask(alike.of_the_rest(still), key, kept)


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
    still = {
        import_answers.name_of(one.shape, question)
        for _, asked in by_sheet(report)
        for one in asked
        for question in one.questions
    }
    given = import_answers.given_so_far()
    return {
        name: said
        for name, said in given.items()
        if name[0] in shapes and name not in still and not ends.is_of_one_row(name[2])
    }
