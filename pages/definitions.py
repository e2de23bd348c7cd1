"""What each figure means; the calendar, the policies, the answers that were learnt."""

import streamlit as st

from ui import definitions, profiles, session

view = session.current()
st.title("Definitions & settings", anchor=False)
meaning, policies, calendar, learnt = st.tabs(
    ["What each figure means", "Policies", "Calendar", "Answers learnt"],
    key="settings_tab",
    on_change="rerun",
    bind="query-params",
)
if meaning.open:
    with meaning:
        definitions.figures(view)
if policies.open:
    with policies:
        definitions.policies(view)
if calendar.open:
    with calendar:
        definitions.calendar(view)
if learnt.open:
    with learnt:
        profiles.show(view)
