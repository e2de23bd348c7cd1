"""Who is behind, by how much, since when and why: district, school, provider, student, session."""

from functools import partial

import streamlit as st

from analytics import ledger
from ui import columns, compliance, drawings, drill, messages, page, tables, words

view = page.start("compliance")
policy = page.policies(view)
colours = page.colours()
about = partial(page.about, view)

if not view.loaded.lines:
    messages.no_mandates()
    compliance.logs_only(view)
    st.stop()
head = page.headline(view)
if head is None:
    messages.no_log()
    st.stop()

page.answer(
    f"{words.rate(head['adjusted_rate'])} of expected minutes are delivered, student absences set aside "
    f"({words.rate(head['gross_rate'])} of all expected)",
    view,
    page.defaults(view),
)
page.facts(page.ledger_facts(head))
page.unusable(head)

level = drill.level(view)
drill.breadcrumbs(view)
measure = drill.definition()
reasons = view.figure(ledger.reasons)
left, right = st.columns(2, gap="large")
with left:
    if level is not drill.STUDENTS:
        groups = view.figure(ledger.by, keys=(level.key,))
        drawing = drawings.rates(
            groups,
            level.key,
            drill.names(view, level.key),
            colours,
            what=level.one,
            many=level.many,
            target=policy.on_track,
            measure=measure,
            about=about(drill.DEFINITIONS[measure]),
        )
    else:
        drawing = drawings.bands(view.figure(ledger.lines), colours, about=about("Service lines by delivered %"))
    page.draw(drawing, key="rates")
with right:
    drawing = drawings.reasons(reasons, colours, about=about("Missed hours as logged, and hours without a record"))
    page.draw(drawing, key="reasons", otherwise="Nothing was missed.")

if level is drill.STUDENTS:
    lines = view.figure(ledger.lines)
    st.subheader("Service lines", anchor=False)
    tables.show(
        page.in_words(lines),
        columns.LINES,
        key="lines",
        alt="Service lines, one a row; choose one to open its student",
        about=about("Service lines in force"),
        on_pick=partial(drill.to_student, lines),
    )
else:
    st.subheader(f"By {level.one}", anchor=False, help=f"Choose a row to see what is inside the {level.one}.")
    groups = page.named(groups, level.key, drill.names(view, level.key)).sort_values(measure, na_position="last")
    tables.show(
        groups,
        {"name": columns.group(level.one), **columns.LEDGER},
        key=f"by_{level.key}",
        alt=f"Ledger by {level.one}; choose a row to go into it",
        about=about(f"The ledger by {level.one}"),
        on_pick=partial(drill.into, groups, level.key),
    )

not_seen = view.figure(ledger.not_seen)
st.subheader(
    f"Not seen: {words.plural(len(not_seen), 'service line')}",
    anchor=False,
    help="Direct lines without a delivered session for ten covered school days, or never started",
)
if len(not_seen):
    tables.show(
        page.in_words(not_seen),
        columns.NOT_SEEN,
        key="not_seen",
        about=about("Lines not seen"),
        alt="Service lines not seen lately; choose one to open its student",
        on_pick=partial(drill.to_student, not_seen),
    )

with page.more("Make-up candidates", "more_make_ups") as panel:
    if panel.open:
        compliance.make_ups(view)
with page.more("Where the expected hours went, and month by month", "more_months") as panel:
    if panel.open:
        compliance.months(view, policy, measure, level)
with page.more("Causes by school and month", "more_causes") as panel:
    if panel.open:
        compliance.causes(view)
with page.more("Evidence, frequency, duration, setting, grouping", "more_tests") as panel:
    if panel.open:
        compliance.conformity(view)
