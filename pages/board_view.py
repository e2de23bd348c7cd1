"""What the board may see: aggregates of the whole district, small groups hidden, nothing to drill into, nobody named."""

from functools import partial

import streamlit as st

from analytics.scope import ALL
from ui.board_view import blocks, board_paper
from ui.parts import headline, messages, page, tables
from ui.parts.tables import Col
from ui.shell import session

view = page.start("board_view")
if not view.loaded.lines:
    messages.no_mandates("A board sees shares of what was promised.")
    st.stop()
if not view.loaded.sessions:
    messages.no_log()
    st.stop()
policy, colours = page.policies(view), page.colours()
found = blocks.seen(view, policy)
whole = found.whole
if whole is None:
    page.answer("No expected minutes to date, so there is nothing to show", view, of_ledger=True)
    headline.why_no_rate(view)
    st.stop()
if whole["is_hidden"]:
    page.answer(f"Fewer than {found.least} students are served, so a board sees no figure", view)
    st.stop()

facts = blocks.facts(whole, policy)
page.answer(blocks.answer(whole), view, of_ledger=True)
page.facts(facts)
st.caption(found.left_out())
if session.current().selection != ALL:
    st.caption("What is chosen on other pages doesn't apply here: two selections could be subtracted from one another.")
st.download_button(
    "Board view (PDF)",
    partial(board_paper.pdf, view, found, facts, page.loaded_plain(view), policy),
    f"board-view-{view.as_of:%Y-%m-%d}-v{view.version}.pdf",
    "application/pdf",
    key="board_pdf",
    on_click="ignore",
    icon=":material/print:",
    help="These figures on paper, to hand out",
)

left, right = st.columns(2, gap="large")
with left:
    page.draw(
        blocks.by_school(found, policy, colours, about=blocks.about(view)),
        key="board_schools",
        otherwise=f"No school is shown: each has fewer than {found.least} students, or would give one that has.",
    )
with right:
    page.draw(blocks.by_month(view, policy, colours, about=blocks.about(view)), key="board_months")

show = partial(tables.show, about=f"{blocks.about(view)} {found.left_out()}")
st.subheader("By service", anchor=False)
services = {"name": Col("Service"), **blocks.GROUPS}
show(found.by_service(), services, key="board_by_service", alt="Each service: students, delivered %, lines on track")
st.subheader("By school", anchor=False)
schools = {"name": Col("School"), **blocks.GROUPS}
show(found.by_school(), schools, key="board_by_school", alt="Each school: students, delivered %, lines on track")
st.subheader("By school and service: students · delivered %", anchor=False)
grid = found.grid()
cells = {name: Col("School") if name == "name" else Col(name, "figure") for name in map(str, grid.columns)}
show(grid, cells, key="board_grid", alt="Students and delivered % by school and service; small groups hidden")
