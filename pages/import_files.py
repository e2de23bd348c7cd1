"""The month's checklist; upload, what each sheet was taken for, questions, preview, confirm; close the month."""

from datetime import date

import streamlit as st

from ui.import_files import checklist, import_questions, import_sheets, importing
from ui.parts import messages
from ui.server import stores
from ui.shell import session

view = session.current()
st.title("Import", anchor=False)
if view.is_sample:
    messages.nothing_here(
        "This is the sample district",
        "No real student belongs in it, so nothing can be uploaded here. Your own district has a database of its own.",
    )
    if not stores.is_sample(stores.OWN):
        st.button("Go to my district", on_click=session.switch_to, args=(stores.OWN,), type="primary")
    checklist.show(view, view.as_of)
    st.stop()

place = st.container()
contents = importing.upload()
if not contents:
    with place:
        importing.done_before()
        checklist.show(view, date.today())
    importing.advice()
    st.stop()

preview, sheets = st.container(), st.container()
chosen = importing.options()
report = importing.preview(view, contents, chosen)
with preview:
    st.subheader("Preview: nothing is loaded yet", anchor=False)
    importing.confirm(view, contents, chosen, report)
    import_questions.show(report)
with sheets:
    import_sheets.show(report)
