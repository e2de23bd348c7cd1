"""The first visit: an empty ledger offers the sample district, or an upload."""

import streamlit as st

from data.samples import demo
from data.store.connect import StoreError
from ui.parts import messages
from ui.server import stores
from ui.shell import navigation, session


def show() -> None:
    """What Minute Ledger is, and the two ways to begin."""
    st.title("Minute Ledger", anchor=False)
    st.markdown(
        "Check your special-education service minutes from the spreadsheets that you already export: "
        "what the IEPs promise, what was delivered, where, and why not. Every figure opens to the rows it came from."
    )
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True, height="stretch"):
        st.subheader("Look around first", anchor=False)
        st.markdown(
            "An invented district of about 900 students, in a database of its own. Building it takes about a minute."
        )
        st.space("stretch")
        if st.button("Explore the sample district", type="primary", icon=":material/science:", key="explore"):
            _explore()
    with right, st.container(border=True, height="stretch"):
        st.subheader("Begin with your own", anchor=False)
        st.markdown(
            "Service logs, IEP service lines, goals, a staff list, a calendar: in any order, as exported. "
            "They stay on this computer."
        )
        st.space("stretch")
        if st.button("Upload your files", icon=":material/upload_file:", key="begin"):
            navigation.go("import_files")
    st.caption("No sign-in: anyone at this computer can see what is loaded here.")


def _explore() -> None:
    try:
        with messages.working("Building the sample district and loading its files ..."):
            demo.ensure(stores.store(stores.SAMPLE))
    except StoreError as error:
        messages.cannot_open(str(error))
        return
    session.switch_to(stores.SAMPLE)
    st.rerun()
