"""What is loaded; are we delivering; who hasn't been seen; what needs a decision."""

from functools import partial

import streamlit as st

from ui.compliance import blocks as compliance
from ui.compliance import make_ups
from ui.handouts import packets
from ui.overview import blocks, decisions, findings, welcome
from ui.parts import columns, headline, messages, page, tables, words
from ui.shell import drill, session

if session.current().loaded.is_empty:
    welcome.show()
    st.stop()
view = page.start("overview", blocks.also_loaded)
about = partial(page.about, view)
if not view.loaded.lines and not view.loaded.sessions:
    messages.to_upload(
        "Neither service lines nor session logs are loaded",
        "What is loaded is on its own page; upload IEP service lines and session logs to see what was delivered.",
        "Upload your files",
    )
    st.stop()
if not view.loaded.lines:
    blocks.logs_alone(view)
    page.panels("more_overview", {findings.TITLE: partial(findings.panel, view)})
    st.stop()
head = headline.row(view)
blocks.answer(view, head)
if head is not None:
    compliance.who_is_behind(head)

by_service = blocks.services(view)
if len(by_service):
    st.subheader("By service", anchor=False, help="Choose a service to see this page for it alone.")
    tables.show(
        page.in_words(by_service),
        columns.SERVICES,
        key="services",
        alt="Each service: students, expected hours, delivered share, causes, open make-ups, staffing",
        about=about("Service lines by service"),
        on_pick=partial(drill.into_service, by_service),
    )
    if earlier := make_ups.earlier(view):
        st.caption(f"Make-ups hold {words.hours(earlier)} from earlier years, which are still open.")

decisions.listed(view)
with st.container():
    compliance.not_seen(view)
packets.button(view)
page.panels("more_overview", {
    findings.TITLE: partial(findings.panel, view),
    "Two sentences to paste into an e-mail": partial(blocks.to_paste, view, head),
})  # fmt: skip
