"""The blocks of the Compliance page beside its tables, those behind *More*, and what can be said with logs alone."""

from functools import partial
from typing import Any

import streamlit as st

from analytics import compliance as figures
from analytics import ledger
from analytics.policies import Policies
from ui.charts import drawings
from ui.compliance import make_ups
from ui.overview import decisions
from ui.parts import columns, headline, messages, page, tables, told_lines, words
from ui.shell import drill
from ui.shell.session import View

TESTS = {
    "evidence_rate": ("Evidence", "of service lines have at least one delivered session"),
    "frequency_rate": ("Frequency", "of the sessions required in closed cycles were held"),
    "duration_rate": ("Duration", "of service lines got all minutes that were expected"),
}


def logs_only(view: View) -> None:
    """Without lines: delivered and missed minutes as logged, by reason; no rate."""
    reasons = view.figure(ledger.reasons)
    colours = page.colours()
    about = page.about(view, "Missed hours as logged")
    page.draw(drawings.reasons(reasons, colours, about=about), key="reasons", otherwise="No missed session is logged.")
    months = view.figure(ledger.by, keys=("month",))
    page.draw(drawings.delivered(months, colours, about=page.about(view, "Delivered hours by month")), key="delivered")
    if len(reasons):
        tables.show(
            page.in_words(reasons), columns.REASONS, key="reasons_table", alt="Missed hours by reason", about=about
        )


def pictures(view: View, policy: Policies, level: drill.Level, groups: Any, measure: str) -> None:
    """Where it is low, and why: the groups' rates beside the reasons."""
    colours, about = page.colours(), partial(page.about, view)
    left, right = st.columns(2, gap="large")
    with left:
        if level is drill.STUDENTS:
            drawing = drawings.bands(view.figure(ledger.lines), colours, about=about("Service lines by delivered %"))
        else:
            drawing = drawings.rates(
                groups, level.key, drill.names(view, level.key), colours, what=level.one, many=level.many,
                policy=policy, measure=measure, about=about(drill.DEFINITIONS[measure]),
            )  # fmt: skip
        page.draw(drawing, key="rates")
    with right:
        counted = about("Missed hours as logged, and hours not accounted for")
        drawing = drawings.reasons(view.figure(ledger.reasons), colours, about=counted)
        page.draw(drawing, key="reasons", otherwise="Nothing was missed.")


def groups(view: View, level: drill.Level, found: Any, measure: str) -> None:
    """The table to go down by: schools, providers, or a provider's lines; all three under one key, so that going down by
    keyboard stays in it."""
    about = partial(page.about, view)
    if level is drill.STUDENTS:
        lines = view.figure(ledger.lines).sort_values("adjusted_rate", na_position="last", kind="stable")
        st.subheader(
            f"Service lines{_of(view, 'provider')}",
            anchor=False,
            help="Choose a row to open its student: lines, sessions, goals, make-ups.",
        )
        tables.show(
            page.in_words(told_lines.named(lines)), columns.LINES, key="groups", file="lines",
            about=about("Service lines in force"),
            alt="Service lines, one a row; choose one to see its student's sessions",
            on_pick=partial(drill.into_student, lines),
        )  # fmt: skip
        return
    place = _of(view, "school") if level is drill.PROVIDERS else ""
    st.subheader(f"By {level.one}{place}", anchor=False, help=f"Choose a row to see what is inside the {level.one}.")
    named = page.named(found, level.key, drill.names(view, level.key)).sort_values(measure, na_position="last")
    tables.show(
        named, {"name": columns.group(level.one), **columns.ledger(measure)}, key="groups", file=f"by_{level.key}",
        alt=f"Ledger by {level.one}; choose a row to go into it", about=about(f"The ledger by {level.one}"),
        on_pick=partial(drill.into, named, level.key),
    )  # fmt: skip


def _of(view: View, key: str) -> str:
    """ " · Birch School": the one school or provider whose insides a table shows, since that is chosen where the table is,
    far below the breadcrumbs."""
    (one,) = view.selection.schools if key == "school" else view.selection.providers
    return f" · {messages.plain(drill.names(view, key).get(one, one))}"


def not_seen(view: View) -> None:
    """Direct lines without a session for long."""
    found = view.rows(ledger.not_seen)
    students = words.plural(found["student_id"].nunique(), "student")
    st.subheader(
        f"Not seen: {students}, {words.plural(len(found), 'service line')}",
        anchor=NOT_SEEN,
        help="Direct lines without a delivered session for ten covered school days, or never started",
    )
    if found.empty:
        seen = "Every direct line in force was seen lately, as far as the logs are loaded."
        st.caption(seen if headline.is_spoken_for(view) else f"{headline.UNTOLD} who was seen can't be told.")
        return
    named = page.in_words(told_lines.named(found, promise=False))
    tables.show(
        named, columns.NOT_SEEN, key="not_seen", about=page.about(view, "Lines not seen"),
        alt="Service lines not seen lately; choose one to open its student", on_pick=partial(drill.into_student, found),
    )  # fmt: skip


def who_is_behind(head: Any) -> None:
    """Beneath the headline: what opens the list of the students behind, in a drawer over the page."""
    if headline.is_all_open(head) or not head["students_behind"]:
        return
    label = f"Who is behind, by how much and since when: {words.plural(head['students_behind'], 'student')}"
    st.button(
        f"{label} {decisions.OPENS}", key="who_is_behind", type="tertiary", icon=":material/hourglass_bottom:",
        on_click=decisions.open_, args=(decisions.BEHIND,),
    )  # fmt: skip


NOT_SEEN = "not-seen"
"""Where on the page the list stands."""


def further_down() -> None:
    """Beneath the headline: the ways to the lists that stand below the pictures."""
    ways = f"[who hasn't been seen](#{NOT_SEEN}) · [which make-ups are open, and whose](#{make_ups.PLACE})"
    st.markdown(f":small[Further down: {ways}]", width="content")


def behind(view: View) -> None:
    """Each student who is behind, the furthest first: by how much, since when, whose, where."""
    found = figures.behind_of(view.figure(ledger.lines), view.figure(ledger.make_ups), view.from_day)
    students = words.plural(found["student_id"].nunique(), "student")
    st.caption(f"{students}, {words.plural(len(found), 'service line')}: two or more sessions short in closed periods.")
    if found.empty:
        return
    tables.show(
        told_lines.named(found), columns.BEHIND, key="students_behind", about=page.about(view, "Students behind"),
        alt="Service lines two or more sessions short, the furthest behind first; choose one to open its student",
        on_pick=partial(drill.into_student, found),
    )  # fmt: skip


def _key(level: drill.Level) -> str:
    """The groups that have charts of their own: schools, inside a school its providers."""
    return "school" if level is drill.SCHOOLS else "provider"


def where_it_went(view: View, level: drill.Level) -> None:
    """Each group's expected hours, split so that they add up; over-delivery as a mark of its own."""
    key = _key(level)
    went = view.figure(ledger.where_it_went, keys=(key,))
    about = page.about(view, f"Expected hours by {key}")
    drawing = drawings.where_it_went(went, key, drill.names(view, key), page.colours(), what=f"{key}s", about=about)
    page.draw(drawing, key="went", otherwise="No minutes are expected to date.")


def months(view: View, policy: Policies, measure: str) -> None:
    """Delivered % month by month."""
    drawing = drawings.trend(
        view.figure(figures.by, keys=("month",)),
        page.colours(),
        as_of=view.as_of,
        target=policy.number("on_track"),
        measure=measure,
        about=page.about(view, drill.DEFINITIONS[measure] + ", by month"),
    )
    page.draw(drawing, key="trend", otherwise="No minutes are expected to date.")


def causes(view: View) -> None:
    """Where and when each class of causes struck."""
    found = view.figure(ledger.reasons, keys=("school", "month"))
    present = [cause for cause in words.CAUSES if cause in set(found["cause"])]
    if not present:
        st.caption("Nothing was missed.")
        return
    first = "provider" if "provider" in present else present[0]
    cause = st.segmented_control(
        "Cause", present, default=first, required=True, key="cause", format_func=lambda one: words.CAUSES[one],
        bind="query-params",
    )  # fmt: skip
    drawing = drawings.cause_heat(
        found,
        str(cause),
        drill.names(view, "school"),
        page.colours(),
        about=page.about(view, "Missed hours as logged, by school and month"),
    )
    page.draw(drawing, key="heat")


def conformity(view: View, level: drill.Level) -> None:
    """Evidence, frequency and duration side by side, since one can hide another; then by group."""
    found = view.figure(ledger.conformity, keys=())
    if found.empty:
        st.caption("No line can be tested yet.")
        return
    row, key = found.iloc[0], _key(level)
    page.facts([page.Fact(name, words.rate(row[column]), of) for column, (name, of) in TESTS.items()])
    by_group = page.named(view.figure(ledger.conformity, keys=(key,)), key, drill.names(view, key))
    tables.show(
        by_group.sort_values("duration_rate"), {"name": columns.group(key), **columns.TESTS}, key="tests",
        alt=f"Evidence, frequency, duration, setting and grouping by {key}", about=page.about(view, f"Tests by {key}"),
    )  # fmt: skip


def distribution(view: View, measure: str) -> None:
    """How many students stand at which rate."""
    about = page.about(view, f"Students by {drill.DEFINITIONS[measure].lower()}")
    drawing = drawings.students_by_rate(view.figure(figures.distribution), page.colours(), measure=measure, about=about)
    page.draw(drawing, key="distribution", otherwise="No student has a rate yet.")


def outlook(view: View, level: drill.Level) -> None:
    """Where it ends at this pace, and what catching up takes; then by group."""
    found = view.figure(figures.outlook, keys=())
    if found.empty:
        st.caption("No minutes are expected to date, so nothing can be projected.")
        return
    row, key = found.iloc[0], _key(level)
    page.facts(
        [
            page.Fact("Year-end at this pace", words.rate(row["projected_rate"]), "of all minutes to the end"),
            page.Fact("Pace", words.rate(row["pace"]), "delivered in the last six covered weeks"),
            page.Fact("Still to come", words.hours(row["remaining_minutes"]), "expected to the end of each line"),
            page.Fact(
                "Catch-up a week", words.hours(row["catch_up_minutes_per_week"]),
                f"extra, to make up {words.hours(row['short_minutes'] - row['ended_minutes'])} by each line's own end; "
                f"{words.hours(row['ended_minutes'])} more are of lines that have ended",
            ),
        ]
    )  # fmt: skip
    by_group = page.named(view.figure(figures.outlook, keys=(key,)), key, drill.names(view, key))
    tables.show(
        by_group.sort_values("projected_rate"), {"name": columns.group(key), **columns.OUTLOOK}, key="outlook",
        alt=f"Projection and catch-up by {key}", about=page.about(view, f"Projection by {key}"),
    )  # fmt: skip
