"""Upload, what each sheet was taken for, questions, preview, confirm."""

import streamlit as st

from ui import importing, messages, session, stores

view = session.current()
st.title("Import", anchor=False)
if view.is_sample:
    messages.nothing_here(
        "This is the sample district",
        "No real student belongs in it, so nothing can be uploaded here. Your own district has a database of its own.",
    )
    if not stores.is_sample(stores.OWN):
        st.button("Go to my district", on_click=session.switch_to, args=(stores.OWN,), type="primary")
    st.stop()

importing.done_before()
contents = importing.upload()
if not contents:
    importing.advice(view)
    st.stop()

chosen = importing.options()
report = importing.preview(view, contents, chosen)
st.header("Preview: nothing is loaded yet", anchor=False)
importing.confirm(view, contents, chosen, report)
importing.show(report)
