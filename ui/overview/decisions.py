"""What needs a decision, on the Overview: each a sentence that opens what is behind it in a drawer over the page."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analytics import attention, goals, ledger, overview
from analytics.attention import Decision
from ui.charts import drawings
from ui.goal_progress import goal_columns
from ui.parts import columns, headline, messages, page, tables, told_lines, words
from ui.parts.tables import Columns
from ui.shell import drill, filters, navigation
from ui.shell.session import View

ICONS = {
    "not_seen": "visibility_off", "never_started": "block", "vacancy": "person_off", "fell": "trending_down",
    "newly_critical": "priority_high", "ending": "event_busy", "reports_missing": "assignment_late",
    "no_log": "content_paste_off", "not_loaded": "upload_file",
}  # fmt: skip
DECISION = "decision"
"""The URL's name for the decision that is open: its kind, and its school, provider or period; never a student."""
BEHIND = "behind"
"""What it names where all students behind are listed, which is no decision."""
OPENS = ":gray[:material/chevron_right:]"
"""What ends a label that opens something: without a border it would look like text."""
LEFT = "<style>.st-key-decisions button p { text-align: left }</style>"
"""A button centres the lines of a label that takes several, as on a phone; no setting of the theme tells it otherwise."""


def listed(view: View) -> None:
    """The decisions, those with the most at stake first."""
    then = view.figure(overview.before)
    since = f"the upload of {words.day(then.uploaded_on)}" if then.uploaded_on else words.day(then.as_of, year=True)
    st.subheader(
        f"What needs a decision since {since}",
        anchor=False,
        help="At most ten, those with the most students first, then the most minutes at stake. Each opens what is behind it.",
    )
    found = view.figure(attention.needs_decision)
    if not found:
        is_told = headline.is_spoken_for(view)
        st.caption("Nothing stands out." if is_told else f"{headline.UNTOLD} what needs a decision can't be told.")
    st.html(LEFT)
    with st.container(gap="xxsmall", key="decisions"):
        for place, one in enumerate(found):
            st.button(
                f"{_label(told(one, _names(view, one.place)))} {OPENS}", key=f"decision_{place}", type="tertiary",
                icon=f":material/{ICONS.get(one.kind, 'flag')}:", on_click=open_, args=(name(one),),
            )  # fmt: skip


def name(one: Decision) -> str:
    """What the URL calls a decision."""
    return f"{one.kind}.{one.where}"


def open_(decision: str) -> None:
    """Name the decision in the URL (a callback)."""
    st.query_params[DECISION] = decision


def leave() -> None:
    """Close the decision (a callback)."""
    st.query_params.pop(DECISION, None)


def named(view: View) -> Decision | None:
    """The decision that the URL names; None where it names none of those listed."""
    wanted = st.query_params.get(DECISION, "")
    found: list[Decision] = view.figure(attention.needs_decision) if wanted else []
    return next((one for one in found if name(one) == wanted), None)


def title(view: View, one: Decision) -> str:
    """Where it is, as the head of the drawer."""
    if one.kind == "reports_missing":
        return f"Progress reports, {one.where}"
    place, colon, _ = told(one, _names(view, one.place)).partition(": ")
    return place if colon else "IEP service lines that end soon"


def _label(sentence: str) -> str:
    """The sentence as a label, with the place before its colon in bold."""
    place, colon, rest = sentence.partition(": ")
    return f"**{messages.plain(place)}:** {messages.plain(rest)}" if colon else messages.plain(sentence)


def behind(view: View, one: Decision) -> None:
    """The rows behind a decision, each opening its student; and the page that has more of it."""
    sentence = told(one, _names(view, one.place))
    rest = sentence.partition(": ")[2] or sentence
    page.section(messages.plain(rest[:1].upper() + rest[1:]))
    rows, shown = _rows(view, one)
    tables.show(
        page.in_words(rows), shown, key="behind", alt="What is behind it, one a row; choose one to open its student",
        about=page.about(view, sentence), on_pick=partial(drill.into_student, rows),
    )  # fmt: skip
    target, query = link(view, one)
    where = f", {drawings.named(one.where, _names(view, one.place))}" if query else ""
    navigation.link(target, messages.plain(f"Open {navigation.title(target)}{where}"), **query)


def _rows(view: View, one: Decision) -> tuple[pd.DataFrame, Columns]:
    """What it is about: service lines, goals whose report is missing, all lines of a school or provider that fell."""
    if one.kind == "reports_missing":
        lacking = view.figure(goals.missing_reports)
        mine, shown = lacking[lacking["is_counted"] & (lacking["period"] == one.where)], goal_columns.MISSING_REPORTS
    elif one.kind in ("not_seen", "never_started"):
        mine, shown = _of(told_lines.named(view.rows(ledger.not_seen), promise=False), one), columns.NOT_SEEN
    elif one.kind == "ending":
        mine, shown = _of(told_lines.named(view.figure(attention.ending)), one), columns.ENDING
    elif one.kind == "not_loaded":
        mine, shown = _of(told_lines.named(view.figure(ledger.lines)), one), columns.NOT_LOADED
    else:
        lines = view.figure(ledger.lines)
        ordered = told_lines.named(lines).sort_values("adjusted_rate", na_position="last", kind="stable")
        mine, shown = _of(ordered, one), columns.LINES
    return mine.reset_index(drop=True), shown


def _of(lines: pd.DataFrame, one: Decision) -> pd.DataFrame:
    """The lines that it names; where it names none, those of its school or provider."""
    if one.line_keys:
        return lines[lines["line_key"].isin(one.line_keys)]
    return lines[lines["provider_id" if one.place == "provider" else "school"] == one.where]


def _names(view: View, place: str) -> Mapping[str, str]:
    return words.SERVICES if place == "service" else drill.names(view, place) if place in ("school", "provider") else {}


def told(one: Decision, names: Mapping[str, str]) -> str:
    """A decision in a sentence: where, what, how many, how many of them new."""
    where = drawings.named(one.where, names, "no school")
    lines = f"{words.plural(one.lines, 'service line')} of {words.plural(one.students, 'student')}"
    stake = f", {words.hours(one.minutes)} at stake" if one.minutes else ""
    new = f" ({'all' if one.fresh == one.lines else words.count(one.fresh)} new)" if one.fresh else ""
    simple = {
        "not_seen": f"{where}: {lines} not seen for ten school days or more{new}{stake}",
        "never_started": f"{where}: {lines} never started{new}{stake}",
        "vacancy": f"{where}: {lines} with nobody to give them{new}{stake}",
        "newly_critical": f"{where}: {lines} newly critical{stake}",
        "ending": f"{lines} end within 45 days without a successor on file{new}",
    }
    if one.kind in simple:
        return simple[one.kind]
    if one.kind == "fell":
        was, now, month = one.detail
        change = f"from {words.rate(float(was))} to {words.rate(float(now))} in {drawings.month_name(month)}"
        return f"{where}: delivered fell {change}, {words.plural(one.students, 'student')}{stake}"
    if one.kind == "reports_missing":
        missing = f"{words.count(one.lines)} of {words.plural(one.detail[0], 'progress report')} missing"
        return f"{one.where}: {missing}, of {words.plural(one.students, 'student')}"
    if one.kind == "not_loaded":
        return (
            f"{where}: no log is loaded for {_months(one.detail)}: {lines}{new}, {words.hours(one.minutes)} in no rate"
        )
    return f"{where}: nothing is logged in {_months(one.detail)} for {lines}{stake}"


def _months(found: Sequence[str]) -> str:
    """ "Sep and Oct"; "Sep to Feb" where more than two follow one another."""
    names = [drawings.month_name(one) for one in found]
    first, last = (pd.Period(one, "M").ordinal for one in (found[0], found[-1]))
    if len(found) > 2 and last - first == len(found) - 1:
        return f"{names[0]} to {names[-1]}"
    return words.listed(names)


def link(view: View, one: Decision) -> tuple[str, dict[str, str]]:
    """The page that shows it, with its filter as the URL writes it: the label of the choice."""
    if one.kind == "reports_missing":
        return "goal_progress", {}
    if one.kind == "not_loaded":
        return "import_files", {}
    pairs = {"school": view.choices.schools, "provider": view.choices.providers}.get(one.place, ())
    label = filters.labels(pairs).get(one.where)
    return "compliance", {one.place: label} if label else {}
