"""The blocks of the Definitions & settings page."""

import re
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import definitions as figure_definitions
from analytics import ledger
from analytics import policies as stored
from analytics.choices import school_year, year_bounds
from data import answering, export, settings
from data import calendar as calendars
from data.errors import UserError
from data.ingest.staging.unlisted import UNLISTED
from ui.definitions import calendar_editor, setup
from ui.parts import messages, page, provisional, tables, words
from ui.parts.tables import Col
from ui.shell import access, navigation
from ui.shell.session import View

DEFINITIONS = {
    "chapter": Col("Chapter"),
    "name": Col("Figure"),
    "sentence": Col("What it is"),
    "formula": Col("Formula", help="By the letters of the figures, which stand behind their names"),
    "policy": Col("Policies that shape it", help="A district's choices; their values stand under Policies"),
    "source": Col("Source", help="Of the rules, or what they follow"),
}
POLICY_WORDS = {
    "closures": "Weeks shortened by holidays",
    "edge_months": "First and last month of the year",
    "credit_period": "Credit period (weekly, monthly, rotation)",
    "shortfall_order": "What a shortfall is put down to first",
    "session_counts_at": "A session counts from so much of its length (%)",
    "default_session_minutes": "Session length where none is stated (min)",
    "not_seen_days": "Not seen after so many school days",
    "suppress_below": "Smallest group on the Board view",
    "on_track": "On track from (%)",
    "watch": "Watch from (%)",
    "at_risk": "At risk from (%)",
    "planning_minutes_per_fte": "Planning a week for each FTE (minutes)",
    "contract_minutes_per_fte": "Contract week for each FTE (minutes)",
    "documentation_minutes": "Documentation a session (minutes)",
    "travel_minutes": "Travel between schools (minutes)",
    "evaluation_minutes": "An evaluation (minutes)",
    "meeting_minutes": "A meeting (minutes)",
    "evaluations_per_student": "Evaluations for each student a year",
    "meetings_per_student": "Meetings for each student a year",
    "work_weeks": "Working weeks a year",
    "overloaded_above": "Overloaded above (% of capacity)",
    "room_below": "Has room below (% of capacity)",
    "cap_ot": "OT cap",
    "cap_ot_with_assistant": "OT cap with assistant",
    "cap_pt": "PT cap",
    "cap_pt_with_assistant": "PT cap with assistant",
    "cap_slp": "SLP cap",
    "cap_slp_with_assistant": "SLP cap with assistant",
}
CAPS = tuple(name for name in stored.NUMBERS if name.startswith("cap_"))
BANDS = ("on_track", "watch", "at_risk")
SEEN = ("session_counts_at", "default_session_minutes", "not_seen_days", "suppress_below")
NUMBERS = {
    "Bands by delivered %": BANDS,
    "Sessions and groups": SEEN,
    "Workload": tuple(name for name in stored.NUMBERS if name not in (*BANDS, *SEEN, *CAPS)),
    "Caps of students per FTE, 0 where there is none": CAPS,
}
"""The policies that are numbers, by what they shape."""
PERCENT = (*stored.SHARES, "overloaded_above", "room_below")
"""Policies that are fractions, and percent on the screen."""
A_YEAR = ("evaluations_per_student", "meetings_per_student")
VALUE_WORDS = {
    "made_up": "made up: a short week owes the whole amount", "not_made_up": "not made up: a fifth a day",
    "prorated": "in proportion to their days", "full": "the whole amount", "month": "month", "cycle": "each cycle alone",
    "grading_period": "grading period", "year": "school year", "excused_first": "excused reasons first",
    "provider_first": "make-up reasons first", "excused": "excused", "review": "for review", "make_up": "make-up candidate",
}  # fmt: skip
CALENDAR = {
    "month": Col("Month", "month"),
    "school": Col("School", help="Whose calendar it is; the district's holds where a school has none"),
    "open_days": Col("Instructional days", "count", "Days with students in attendance; half days are whole ones"),
    "closed": Col("Closed weekdays", help="Monday to Friday without students"),
}
RECORD = {
    "policy": Col("Policy"),
    "value": Col("Value", help="What holds since then; shares in %"),
    "set_at": Col("Set (UTC)"),
    "set_by": Col("By"),
}


def figures(view: View) -> None:
    """Every figure with its sentence, formula, policies and source."""
    st.caption("E, D, C, X, R, O and U are short for the figures below; pages use their words.")
    frame = figure_definitions.all()
    wanted = st.text_input("Find a figure", key="find_figure", type="search", placeholder="make-up, goal, load …")
    if wanted:
        held = frame.apply(lambda row: wanted.lower() in " ".join(map(str, row)).lower(), axis=1)
        frame = frame[held]
    for chapter, rows in frame.groupby("chapter", sort=False):
        st.subheader(str(chapter), anchor=False)
        for row in rows.itertuples():
            _figure(row)
    if len(frame):
        told = frame.assign(policy=frame["policy"].map(policies_in_words))
        mark = tables.content_mark(tables.shown(told, DEFINITIONS))
        with st.container(horizontal=True, gap="small"):
            tables.download(
                told, DEFINITIONS, mark, key="definitions", about=page.about_all(view, "What each figure means")
            )
        st.subheader("Sources", anchor=False)
        for name, says in figure_definitions.sources_of(frame["name"].tolist()):
            st.caption(f"**{messages.plain(name)}.** {messages.plain(says)}")


def _figure(row: Any) -> None:
    """One figure: what it is, how it is worked out, what shapes it and where it comes from."""
    told = [f"Formula: {row.formula}", f"Policies: {policies_in_words(row.policy)}" if row.policy else "", row.source]
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"**{messages.plain(row.name)}**")
        st.markdown(messages.plain(row.sentence))
        for one in filter(None, told):
            st.caption(messages.plain(one))


def policies_in_words(text: str) -> str:
    """The policies' names as they stand on the next tab: "Weeks shortened by holidays"."""
    named = {code: said for code, said in words.REASONS.items() if "_" in code} | POLICY_WORDS
    return re.sub(r"[a-z_]{3,}", lambda found: named.get(found[0], found[0]), text)


def policies(view: View) -> None:
    """The district's choices of the school year that is shown; each change is recorded with who and when."""
    year = view.school_year or school_year(view.as_of)
    chosen = view.read(stored.load, view.scope, view.as_of)
    st.caption(
        f"School year {year}: {how_many_chosen(chosen)}. A change recomputes this year's figures at once; what stood before is "
        "kept in the record below."
    )
    with st.form("policies", border=False):
        st.subheader("How minutes are expected and credited", anchor=False)
        _fields(("closures", "edge_months", "credit_period", "shortfall_order"), chosen, beside=2)
        st.subheader("What becomes of a missed session, by reason", anchor=False)
        _fields(tuple(stored.REASONS), chosen)
        for title, names in NUMBERS.items():
            st.subheader(title, anchor=False)
            _fields(names, chosen)
        saved = st.form_submit_button("Save the changes", type="primary")
    if saved:
        _save(view, year, chosen)
    _record(view, year)


def how_many_chosen(chosen: stored.Policies) -> str:
    """ "3 of 38 policies are chosen, and marked so; the others are defaults"."""
    number, whole = len(set(stored.NAMES) & set(chosen.answered)), len(stored.NAMES)
    if not number:
        return f"all {whole} policies are defaults"
    verb = "is" if number == 1 else "are"
    return f"{number} of {whole} policies {verb} chosen, and marked so; the others are defaults"


def _fields(names: tuple[str, ...], chosen: stored.Policies, *, beside: int = 3) -> None:
    """Some policies, so many beside one another: where choices are whole clauses, two."""
    with st.grid(beside, min_column_width=240, vertical_alignment="bottom"):
        for name in names:
            _field(name, chosen)


def _field(name: str, chosen: stored.Policies) -> None:
    value, mark = chosen.value(name), " · chosen" if name in chosen.answered else ""
    label = messages.plain(words.begun(POLICY_WORDS.get(name, words.REASONS.get(name, name)))) + mark
    if name in stored.NUMBERS:
        unit, step = (100, 5.0) if name in PERCENT else (1, 0.1 if name in A_YEAR else 1.0)
        st.number_input(label, min_value=0.0, value=round(float(value) * unit, 6), step=step,
                        key=f"policy_{name}", format="%g")  # fmt: skip
        return
    listed = list(stored.allowed(name))
    st.selectbox(label, listed, index=listed.index(value), key=f"policy_{name}",
                 format_func=lambda one: VALUE_WORDS.get(one, one))  # fmt: skip


def _save(view: View, year: str, chosen: stored.Policies) -> None:
    changed = [(name, text) for name in stored.NAMES if (text := _given(name)) != chosen.value(name)]
    try:
        for name, text in changed:
            settings.set_policy(view.store, year, name, stored.checked(name, text), access.viewer())
    except UserError as error:
        st.error(messages.plain(str(error)))
        return
    st.toast(f"{words.plural(len(changed), 'policy', 'policies')} changed." if changed else "Nothing was changed.")
    if changed:
        st.rerun()


def value_in_words(policy: str, value: str) -> str:
    """A stored value as the form shows it: 0.95 as 95, codes in words."""
    return f"{float(value) * 100:g}" if policy in PERCENT else VALUE_WORDS.get(value, value)


def _given(name: str) -> str:
    held = st.session_state[f"policy_{name}"]
    if name in PERCENT:
        return f"{round(held / 100, 6):g}"
    return f"{held:g}" if isinstance(held, float) else str(held)


def _record(view: View, year: str) -> None:
    found = view.read(settings.policies, year)
    if not found:
        asked = ", ".join(question.short for question in setup.QUESTIONS)
        st.caption(
            f"Nobody has chosen anything for {year} yet; every policy is its default. The set-up questions ask of {asked}."
        )
        return
    frame = pd.DataFrame(found, columns=["policy", "value", "set_at", "set_by"])
    values = [value_in_words(*one) for one in zip(frame["policy"], frame["value"], strict=True)]
    named = frame.assign(policy=frame["policy"].map(policies_in_words), value=values)
    about = page.about_all(view, f"Policies that were chosen for {year}, the latest first")
    tables.show(named, RECORD, key="policy_record", alt="Choices of this school year, the latest first", about=about)


def calendar(view: View) -> None:
    """The calendar in force by month; a proposed one can be confirmed with its first and last day."""
    frame = view.read(calendars.months, view.as_of)
    provisional = view.read(ledger.calendar_is_provisional, view.scope)
    if frame.empty:
        messages.nothing_here(
            "No calendar yet", "Upload the district's calendar, or a session log from which one is proposed."
        )
    else:
        if provisional:
            st.warning(
                "This calendar is proposed from the federal holidays and the days on which nobody logged a session. "
                "Until it is confirmed or your own is loaded, figures are provisional and no make-up is listed.",
                icon=":material/edit_calendar:",
            )
            _confirm(view)
        _made_up(view)
        _left_out(view)
        about = page.about_all(view, "Days with students in attendance, by month and calendar")
        tables.show(frame, CALENDAR, key="calendar_months", alt="Instructional days by month and school", about=about)
        if not provisional:
            calendar_editor.show(view)
    navigation.link("import_files", "Upload a calendar", icon="upload_file")
    if frame.empty:
        return
    content = partial(view.read, export.export, view.scope.district, "calendar_days", "xlsx")
    st.download_button("The calendar as a workbook, to change it and upload it again", content,
                       f"calendar-v{view.version}.xlsx", key="calendar_download", on_click="ignore",
                       icon=":material/download:")  # fmt: skip


def _made_up(view: View) -> None:
    """Quarters and semesters that nobody has told, and that lines go by."""
    if parts := provisional.parts(view.figure(ledger.provisional)):
        st.warning(
            f"No grading period of the school year is loaded, so lines go by {parts}, provisionally. Upload the calendar with "
            "its grading periods.",
            icon=":material/edit_calendar:",
        )


def _left_out(view: View) -> None:
    """What loaded calendars still ask of the weekdays that they leave out."""
    for one in view.read(answering.open_questions):
        if one.question.value == UNLISTED:
            st.warning(messages.plain(f"{one.file_name}: {one.question.text}"), icon=":material/edit_calendar:")


def _confirm(view: View) -> None:
    first, last = year_bounds(view.school_year or school_year(view.as_of))
    nothing: Any = ()
    with st.form("confirm_calendar"):
        days: Any = st.date_input("First and last day of school", (first, last), min_value=first, max_value=last,
                                  format="MM/DD/YYYY", key="calendar_edges")  # fmt: skip
        breaks: Any = st.date_input("A break (from, to), if the proposal misses one", nothing, min_value=first, max_value=last,
                                    format="MM/DD/YYYY", key="calendar_break")  # fmt: skip
        if not st.form_submit_button("Confirm this calendar", type="primary"):
            return
    edges = days if len(days) == 2 else (first, last)
    try:
        calendars.confirm(
            view.store,
            access.viewer(),
            first_day=edges[0],
            last_day=edges[1],
            breaks=[breaks] if len(breaks) == 2 else [],
        )
    except UserError as error:
        st.error(messages.plain(str(error)))
        return
    st.rerun()
