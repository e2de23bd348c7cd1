"""One student on one screen: lines, ledger by month, sessions, goals, open make-ups, and the arithmetic behind them."""

import streamlit as st

from ui.parts import messages, page
from ui.shell import drill
from ui.student import blocks

view = page.start("student")
found = drill.student(view)
blocks.search(view)
if found is None:
    if drill.STUDENT in st.query_params:
        st.warning("This link names no student of this district; search above.", icon=":material/search_off:")
    else:
        st.caption("Search by name or id, or open a student from any table.")
        blocks.ways_in(view)
    st.stop()

st.header(messages.plain(found["student_name"]), anchor=False)
blocks.show(view, found)
