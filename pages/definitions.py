"""What each figure means; the calendar, the policies, the answers that were learnt."""

import streamlit as st

from ui.definitions import blocks, profiles
from ui.shell import session

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
        blocks.figures(view)
if policies.open:
    with policies:
        blocks.policies(view)
if calendar.open:
    with calendar:
        blocks.calendar(view)
if learnt.open:
    with learnt:
        profiles.show(view)
