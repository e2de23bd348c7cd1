"""What is loaded; are we delivering; who hasn't been seen; what needs a decision."""

import streamlit as st

from ui import page, session, welcome

if session.current().loaded.is_empty:
    welcome.show()
    st.stop()
view = page.start("overview")
