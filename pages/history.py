"""Every upload: what it changed, the rows that did not go in, and taking it back."""

import streamlit as st

from data import history as histories
from ui.history import blocks
from ui.parts import columns, messages, page, tables
from ui.shell import navigation, session

view = session.current()
st.title("History", anchor=False)
batches = view.read(histories.batches, view.scope.district)
if batches.empty:
    messages.nothing_here(
        "Nothing was uploaded yet", "Each upload will stand here with what it changed, and can be taken back exactly."
    )
    navigation.link("import_files", "Upload your files", icon="upload_file")
    st.stop()

blocks.answer(view, batches)
tables.show(
    batches.assign(state=batches["state"].map(blocks.STATES), datasets=batches["datasets"].map(blocks.kinds)),
    columns.HISTORY,
    key="batches",
    alt="Uploads, the latest first; choose one to see its sheets, rejected rows and undo",
    about=page.about_all(view, "All uploads, the latest first"),
    on_pick=lambda place: blocks.choose(str(batches["batch_id"].iloc[place])),
)
blocks.chosen(view, batches)
