"""The ledger as it stood after an earlier upload: the control under the as-of date, its banner, and what changed since."""

import pandas as pd
import streamlit as st

from analytics import known
from analytics.known import Moment
from ui.parts import columns, messages, page, tables, words
from ui.parts.page import Fact
from ui.parts.tables import Col
from ui.shell.session import View

KNOWN, RESTATED = "known", "restated"
CHANGES = {
    "day": Col("Day", "date", "An upload's load date, else the day of the change"),
    "what": Col("What"),
    "rows_new": Col("Rows new", "count"),
    "rows_changed": Col("Changed", "count"),
    "rows_gone": Col("Gone", "count"),
    "adjusted_rate": Col("Delivered %", "rate", "Student absences set aside, after this upload"),
    "adjusted_rate_change": Col("Points", "rate", "Change of that share, in points"),
    "expected_minutes": columns.EXPECTED,
    "expected_minutes_change": Col("Expected, change", "hours"),
    "credited_minutes": Col("Credited", "hours"),
    "credited_minutes_change": Col("Credited, change", "hours"),
    "make_up_minutes_change": Col("Make-up candidates, change", "hours"),
    "done_by": Col("By"),
}
BETWEEN = {
    "name": columns.SCHOOL,
    "adjusted_rate_then": Col("Delivered % then", "rate"),
    "adjusted_rate_now": Col("Now", "rate"),
    "credited_minutes_then": Col("Credited then", "hours"),
    "credited_minutes_now": Col("Now", "hours"),
    "credited_minutes_change": Col("Change", "hours"),
    "expected_minutes_change": Col("Expected, change", "hours"),
    "make_up_minutes_change": Col("Make-up candidates, change", "hours"),
}


def choose(view: View) -> tuple[Moment | None, bool]:
    """The control: as known now, or after an earlier event; then whether calendar and policies are today's."""
    earlier = view.kept(known.moments, view.scope)[:-1][::-1]
    if not earlier:
        return None, False
    by_label = {page.told(one): one for one in earlier}
    chosen = st.selectbox(
        "As known after",
        list(by_label),
        index=None,
        placeholder="All that is loaded now",
        key=KNOWN,
        bind="query-params",
        help="The ledger as it stood after an earlier upload or change, to tell again what was printed then.",
    )
    moment = by_label.get(str(chosen))
    if moment is None:
        return None, False
    if moment.file:
        st.caption(messages.plain(moment.file))
    return moment, st.toggle(
        "Today's calendar and policies",
        key=RESTATED,
        bind="query-params",
        help="Off: the calendar and the policies of that day. On: restated with those of now.",
    )


def back_to_now() -> None:
    """Show all that is loaded again (a callback)."""
    st.session_state[KNOWN] = None


def banner(view: View) -> None:
    """A clear sign on every page that an earlier ledger is shown, the way back, and what changed since."""
    if view.moment is None:
        return
    file = f", {view.moment.file}" if view.moment.file else ""
    whose = "today's calendar and policies" if view.restated else "the calendar and policies of that day"
    with st.container(border=True):
        st.warning(
            f"**An earlier ledger:** as known after {messages.plain(page.told(view.moment) + file)}, with {whose}. "
            "Nothing that came later is in any figure of this page.",
            icon=":material/history:",
        )
        st.button("Back to all that is loaded", on_click=back_to_now, key="known_back", icon=":material/update:")
        with page.more("What changed since, and which upload changed it", "more_known", in_url=True) as panel:
            if panel.open:
                changes(view, view.moment.event)


def changes(view: View, event: int) -> None:
    """Then against now for the selection, each later upload with what it moved, and where."""
    now = view.as_known_now()
    found = now.figure(known.changes, known=event, restated=view.restated)
    then, last = found.iloc[0], found.iloc[-1]
    page.facts([
        Fact("Delivered", words.rate(last["adjusted_rate"]), f"then {words.rate(then['adjusted_rate'])}"),
        Fact("Expected", words.hours(last["expected_minutes"]), f"then {words.hours(then['expected_minutes'])}"),
        Fact("Credited", words.hours(last["credited_minutes"]), f"then {words.hours(then['credited_minutes'])}"),
        Fact("Make-up candidates", words.hours(last["make_up_minutes"]), f"then {words.hours(then['make_up_minutes'])}"),
    ])  # fmt: skip
    if len(found) == 1:
        st.caption("Nothing that came since moves these figures.")
        return
    tables.show(
        found.assign(what=_what(found)),
        CHANGES,
        key="known_changes",
        alt="Each upload since, with the figures after it and what it changed",
        about=page.about(now, "What changed since, upload by upload"),
    )
    where = now.figure(known.between, known=event, keys=("school",), restated=view.restated)
    if len(where):
        tables.show(
            page.named(where, "school", dict(view.choices.schools)),
            BETWEEN,
            key="known_between",
            alt="Where the figures changed, by school",
            about=page.about(now, "What changed since, by school"),
        )


def _what(found: pd.DataFrame) -> list[str]:
    kinds = [known.KINDS.get(str(kind), str(kind)) for kind in found["kind"]]
    files = [f": {file}" if isinstance(file, str) else "" for file in found["file"]]
    told = [f"{kind} {event}{file}" for kind, event, file in zip(kinds, found["event"], files, strict=True)]
    return [f"as it stood: {told[0]}", *told[1:]]


def delays(view: View) -> None:
    """How many days pass from a session to its upload, in a sentence and by provider."""
    whole = view.figure(known.delays)
    if whole.empty:
        return
    row = whole.iloc[0]
    entry = (
        ""
        if words.is_missing(row["median_days_to_entry"])
        else f", to its entry {words.amount(row['median_days_to_entry'])}"
    )
    st.markdown(
        f"From a session to its upload a median of **{words.amount(row['median_days_to_upload'])} days** pass{entry} "
        f"({words.plural(row['sessions'], 'session')})."
    )
    by_provider = view.figure(known.delays, keys=("provider",)).sort_values("median_days_to_upload", ascending=False)
    tables.show(
        page.named(by_provider, "provider", dict(view.choices.providers)),
        DELAYS,
        key="delays",
        alt="Median days from session to upload by provider",
        about=page.about(view, "Days from session to upload by provider"),
    )


DELAYS = {
    "name": columns.PROVIDER,
    "sessions": Col("Sessions", "count"),
    "median_days_to_upload": Col("Days to upload", "number", "Median, from the session to the first file that had it"),
    "median_days_to_entry": Col("Days to entry", "number", "Median, where the file tells the day of entry"),
    "entered_late": Col("Entered late", "count", "More than seven days after the session"),
}
