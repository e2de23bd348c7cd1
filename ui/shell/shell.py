"""The frame around every page: which district, its banner, the filters, the menu; then the page."""

from pathlib import Path

import streamlit as st

from ui.server import visitors
from ui.shell import drawer, frame, navigation, session

ICON = Path(__file__).with_name("icon.png")

st.set_page_config(page_title="Minute Ledger", page_icon=str(ICON), layout="wide")
with visitors.NOW:
    session.apply_switch()
    page = navigation.menu()
    view = frame.open_or_say()
    if view is not None:
        session.keep(frame.with_filters(view, navigation.entry(page)))
        drawer.over(session.current(), page)
        page.run()
