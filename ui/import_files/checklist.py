"""The month's checklist: each file that the month should have, what it still asks, and closing the month."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from analytics import closing as figures
from analytics import ledger
from analytics.closing import Cause, Change
from analytics.scope import ALL
from data import answering, checklist, closing
from data.checklist import Item
from data.closing import Closed
from data.errors import UserError
from ui.import_files import later_questions
from ui.parts import messages, page, tables, words
from ui.parts.tables import Col
from ui.shell import access, navigation
from ui.shell.session import View

DATASETS = {
    "students": "students", "providers": "staff", "service_lines": "IEP service lines", "sessions": "session log",
    "goals": "goals", "measurements": "goal measurements", "decisions": "make-up decisions",
}  # fmt: skip
KINDS = {
    "import": "uploaded", "undo": "taken back", "policy": "a policy was changed", "calendar": "the calendar was changed",
    "answer": "a question was answered", "people": "two spellings of a name were joined",
}  # fmt: skip
FIGURES = {
    "expected_minutes": "Expected", "delivered_minutes": "Delivered", "credited_minutes": "Credited",
    "excused_minutes": "Excused", "review_minutes": "For review", "make_up_minutes": "Make-up candidates",
    "unaccounted_minutes": "Not accounted for", "uncovered_minutes": "Not loaded", "gross_rate": "Of all expected",
    "adjusted_rate": "Delivered rate",
}  # fmt: skip
MONTH = "checklist_month"
MOST_WATCHED = 2
"""So many closed months are compared with their records at each visit."""
RECORDED = ("expected_minutes", "credited_minutes", "adjusted_rate", "make_up_minutes", "unaccounted_minutes")


def show(view: View, today: date) -> None:
    """The checklist of one month; nothing where no log was ever loaded, since nothing is learnt yet."""
    closings = {one.month: one for one in view.read(closing.closings)}
    current = view.read(checklist.current, today, closings.keys())
    if current is None:
        return
    names = {f"{month:%Y-%m}": month for month in view.read(checklist.months, today)}
    with st.container(border=True, key="checklist"):
        head, choice = st.columns([3, 1], vertical_alignment="top")
        with choice:
            key = st.selectbox(
                "Month of the checklist", list(names), index=list(names).index(f"{current:%Y-%m}"),
                format_func=lambda one: f"{names[one]:%B %Y}", key=MONTH,
                label_visibility="collapsed",
            )  # fmt: skip
        month = names[key]
        items = view.read(checklist.items, month)
        closed = closings.get(month)
        with head:
            st.subheader(f"{month:%B %Y}: {state(items, closed)}", anchor=False)
        for place, item in enumerate(items):
            _item(view, item, month, place)
        _open_questions(view, items, today)
        _close(view, month, items, closed)
        _others(view, month, list(closings.values()))


def _others(view: View, month: date, closings: list[Closed]) -> None:
    """Of the months closed last, but not the one shown: whether anything changed them."""
    whole = replace(view, selection=ALL)
    for closed in [one for one in closings if one.month != month][-MOST_WATCHED:]:
        if whole.at(closed.as_of, figures.changed, month=closed.month):
            st.caption(
                f":material/change_circle: {closed.month:%B %Y} has changed since it was closed; choose it above to see "
                "what changed, and by which upload."
            )


def state(items: list[Item], closed: Closed | None) -> str:
    """ "3 of 4 files are in, 2 questions are open", "closed on Nov 5"."""
    if closed:
        return f"closed on {words.day(closed.closed_at)}"
    counted = [item for item in items if item.loaded is None or item.loaded.is_expected]
    loaded = [item for item in counted if item.loaded]
    expected = [item for item in counted if item.before or item.loaded]
    questions = sum(item.questions for item in items)
    asked = f", {words.plural(questions, 'question is', 'questions are')} open" if questions else ""
    if not expected:
        return "nothing is loaded yet"
    if len(loaded) == len(expected):
        all_of_them = {1: "the file is in", 2: "both files are in"}
        return all_of_them.get(len(loaded), f"all {len(loaded)} files are in") + asked
    return f"{len(loaded)} of {words.plural(len(expected), 'file')} {'is' if len(loaded) == 1 else 'are'} in{asked}"


def _item(view: View, item: Item, month: date, place: int) -> None:
    icon = ":material/check_circle:" if item.loaded else ":material/radio_button_unchecked:"
    what = ", ".join(DATASETS.get(name, name.replace("_", " ")) for name in item.datasets)
    with st.container(gap="xxsmall", key=f"item_{place}"):
        st.markdown(f"{icon} **{messages.plain(item.file_name)}** · {what}")
        st.caption(messages.plain(" ".join(told(item, month))))
        if item.loaded and item.held and not view.is_sample:
            navigation.link("history", "See and download the rows that did not go in", icon="history",
                            batch=item.loaded.batch_id)  # fmt: skip


def told(item: Item, month: date) -> list[str]:
    """Who loaded it, what it covers, its rows against last month's, what is open: each a sentence."""
    last = f"{checklist.before(month):%B}"
    if item.loaded is None:
        rows = words.plural(item.rows_before, "row")
        who = f", loaded by {item.before.loaded_by}" if item.before else ""
        return ["Not loaded yet.", f"{last}: {rows}{who}."]
    said = [f"Loaded {words.day(item.loaded.loaded_at)} by {item.loaded.loaded_by}."]
    said += [f"Covers {words.covers(item.covers)}."] if item.covers else []
    rows = words.plural(item.rows, "row")
    before = f" ({words.count(item.rows_before)} in {last})" if item.rows_before is not None else ""
    said.append(rows + before + ".")
    said += [f"{words.plural(item.questions, 'question')} open."] if item.questions else []
    return said + ([f"{words.plural(item.held, 'row')} did not go in."] if item.held else [])


def _open_questions(view: View, items: list[Item], today: date) -> None:
    """What the files of the month still ask, in one list that one click answers; files of a shape ask the same once."""
    many = sum(item.questions for item in items if item.loaded)
    if not many or view.is_sample:
        return
    with page.more(f"Answer {words.plural(many, 'open question')}", "open_questions") as panel:
        if panel.open:
            loaded = [item.loaded for item in items if item.loaded and item.questions]
            later_questions.show(
                view, [one for file in loaded for one in view.read(answering.open_questions, file.batch_id)], today
            )


def _close(view: View, month: date, items: list[Item], closed: Closed | None) -> None:
    if closed is not None:
        _closed(view, closed)
    if view.is_sample or not any(item.loaded for item in items):
        return
    missing, asked = sum(1 for item in items if not item.loaded), sum(item.questions for item in items)
    name = f"{month:%B %Y}"
    if closed is None:
        open_ends = [words.plural(missing, "file is", "files are") + " missing"] if missing else []
        open_ends += [words.plural(asked, "question is", "questions are") + " open"] if asked else []
        warning = f" {' and '.join(open_ends)}; you can close it all the same." if open_ends else ""
        st.caption(
            f"Closing {name} records its figures, its calendar and the policies. Later uploads are still taken; what they "
            f"change is shown here.{warning}"
        )
    st.button(
        f"Close {name}" if closed is None else f"Close {name} anew, with the figures of today",
        key="close_month", icon=":material/lock:", type="secondary", on_click=_record, args=(view, month),
    )  # fmt: skip


def _record(view: View, month: date) -> None:
    as_of = view.read(ledger.default_as_of, view.scope) or view.as_of
    try:
        recorded = view.read(figures.figures, view.scope, month, as_of)
        policies = view.read(figures.policies, view.scope, month)
        closing.close(view.store, month, as_of, recorded, policies, access.viewer())
    except UserError as error:
        st.toast(messages.plain(str(error)), icon=":material/error:")
        return
    st.toast(f"{month:%B %Y} is closed.", icon=":material/lock:")


def _closed(view: View, closed: Closed) -> None:
    whole = replace(view, selection=ALL)
    changed: tuple[Change, ...] = whole.at(closed.as_of, figures.changed, month=closed.month)
    st.caption(
        f"Closed on {words.day(closed.closed_at, year=True)} by {messages.plain(closed.closed_by)}, with data as of "
        f"{words.day(closed.as_of, year=True)}."
    )
    recorded(view, closed)
    if not changed:
        st.caption("Its figures are as they were when it was closed.")
        return
    st.markdown(":material/change_circle: **Changed since it was closed**")
    for cause in whole.at(closed.as_of, figures.causes, month=closed.month):
        st.caption(messages.plain(because(cause)))
    with page.more("Every figure that changed", "changed_since") as panel:
        if panel.open:
            frame = pd.DataFrame([_in_words(change) for change in changed])
            shown = {name: Col(name) for name in frame.columns}
            about = page.about_all(view, f"Figures of {closed.month:%B %Y} that changed since it was closed")
            alt = "Figures that changed since the month was closed"
            tables.show(frame, shown, key="changes_since", alt=alt, about=about)


def recorded(view: View, closed: Closed) -> None:
    """The figures as they were recorded, by service."""
    found = view.read(closing.figures, closed.event)
    services = sorted({service for service, _ in found}, key=lambda one: (one != "", one))
    rows = [{"Service": service_words(one)} | {FIGURES[name]: value_words(name, found.get((one, name)))
             for name in RECORDED} for one in services]  # fmt: skip
    with page.more("The figures as recorded", "recorded") as panel:
        if panel.open and rows:
            frame = pd.DataFrame(rows)
            tables.show(frame, {name: Col(name) for name in frame.columns}, key="recorded_figures",
                        alt="Figures of the month as recorded when it was closed",
                        about=f"Figures of {closed.month:%B %Y} as recorded when it was closed; data as of "
                        f"{words.day(closed.as_of, year=True)}.")  # fmt: skip


def because(cause: Cause) -> str:
    """ "correction.csv, uploaded Nov 10 by this computer: Delivered 12.0 h → 13.5 h"."""
    moment = cause.moment
    what = KINDS.get(moment.kind, moment.kind)
    head = f"{moment.file}, {what}" if moment.file else what.capitalize()
    all_services = [change for change in cause.changes if not change.service] or list(cause.changes)
    parts = [
        f"{FIGURES[change.figure]} {value_words(change.figure, change.closed)} → "
        f"{value_words(change.figure, change.now)}"
        for change in all_services
        if change.figure in FIGURES
    ]
    return f"{head} {words.day(moment.happened_at)} by {moment.done_by}: {'; '.join(parts[:3])}."


def _in_words(change: Change) -> dict[str, str]:
    return {
        "Service": service_words(change.service),
        "Figure": FIGURES.get(change.figure, change.figure),
        "When closed": value_words(change.figure, change.closed),
        "Now": value_words(change.figure, change.now),
    }


def service_words(service: str) -> str:
    """A service, or all of them."""
    return words.service(service) if service else "All services"


def value_words(figure: str, value: float | None) -> str:
    """A figure as the screen writes it."""
    return words.rate(value) if figure.endswith("_rate") else words.hours(value)
