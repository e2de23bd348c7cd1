"""Who is behind, by how much, since when and why: district, school, provider, student, session."""

from functools import partial

import streamlit as st

from analytics import compliance as figures
from ui.compliance import blocks, make_ups
from ui.handouts import packets
from ui.parts import awards, extended_year, headline, messages, page, traces, watch_list, words
from ui.shell import drill

view = page.start("compliance")
if not view.loaded.lines:
    messages.no_mandates("Missed minutes are shown as logged.")
    blocks.logs_only(view)
    st.stop()
head = headline.row(view)
if head is None:
    headline.absent(view)
    extended_year.by_service(view)
    st.stop()
policy = page.policies(view)

page.answer(headline.sentence(head), view, of_ledger=True)
if words.is_missing(head["gross_rate"]):
    headline.why_no_rate(view)
page.facts(headline.facts(head, make_ups.earlier(view)))
headline.aside(head)
with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
    blocks.who_is_behind(head)
    blocks.further_down()

drill.breadcrumbs(view)
level, measure = drill.level(view), drill.definition()
groups = view.figure(figures.by, keys=(level.key,)) if level is not drill.STUDENTS else None
blocks.pictures(view, policy, level, groups, measure)
st.caption(messages.plain(drill.explained(view.figure(figures.by).iloc[0])))
blocks.groups(view, level, groups, measure)
with st.container():
    blocks.not_seen(view)
with st.container():
    make_ups.block(view, head["make_up_minutes"])
with st.container():
    extended_year.by_service(view)
packets.button(view)

page.panels("more_compliance", {
    "Where the expected hours went": partial(blocks.where_it_went, view, level),
    "Month by month": partial(blocks.months, view, policy, measure),
    "Causes by school and month": partial(blocks.causes, view),
    "Evidence, frequency and duration": partial(blocks.conformity, view, level),
    watch_list.TITLE: partial(watch_list.of_all, view),
    awards.TITLE: partial(awards.of_all, view),
    "Students by delivered %": partial(blocks.distribution, view, measure),
    "Projection and catch-up": partial(blocks.outlook, view, level),
    traces.TITLE: partial(traces.show, view, with_names=True),
})  # fmt: skip
