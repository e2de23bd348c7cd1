"""Who is behind, by how much, since when and why: district, school, provider, student, session."""

import streamlit as st

from analytics import compliance as figures
from ui import compliance, drill, make_ups, messages, packets, page, traces, words

view = page.start("compliance")
if not view.loaded.lines:
    messages.no_mandates()
    compliance.logs_only(view)
    st.stop()
head = page.headline(view)
if head is None:
    messages.no_log()
    st.stop()
policy = page.policies(view)

page.answer(
    f"{words.rate(head['adjusted_rate'])} of expected minutes are delivered, student absences set aside "
    f"({words.rate(head['gross_rate'])} of all expected)",
    view,
    page.defaults(view),
)
page.facts(page.ledger_facts(head))
page.unusable(head)

drill.breadcrumbs(view)
level, measure = drill.level(view), drill.definition()
st.caption(messages.plain(drill.explained(view.figure(figures.by).iloc[0])))
groups = view.figure(figures.by, keys=(level.key,)) if level is not drill.STUDENTS else None
compliance.pictures(view, policy, level, groups, measure)
compliance.groups(view, level, groups, measure)
with st.container():
    compliance.not_seen(view)
with st.container():
    make_ups.block(view)
packets.button(view)

with page.more("Where the expected hours went", "more_went") as panel:
    if panel.open:
        compliance.where_it_went(view, level)
with page.more("Month by month", "more_months") as panel:
    if panel.open:
        compliance.months(view, policy, measure)
with page.more("Causes by school and month", "more_causes") as panel:
    if panel.open:
        compliance.causes(view)
with page.more("Evidence, frequency and duration", "more_tests") as panel:
    if panel.open:
        compliance.conformity(view, level)
with page.more("Students by delivered %", "more_students") as panel:
    if panel.open:
        compliance.distribution(view, measure)
with page.more("Projection and catch-up", "more_outlook") as panel:
    if panel.open:
        compliance.outlook(view, level)
traces.panel(view, with_names=True)
