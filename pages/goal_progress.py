"""Which goals are off track, flat or unmeasured; progress reports due and missing."""

from functools import partial

import streamlit as st

from analytics import goals
from ui import columns, drawings, drill, messages, page, tables, words
from ui import goals as goal_blocks

view = page.start("goal_progress")
colours = page.colours()
about = partial(page.about, view)
if not view.loaded.goals:
    messages.nothing_here(
        "No goals loaded", "Upload the goals and their measurements or progress codes on the Import page."
    )
    st.stop()

status = view.figure(goals.status)
reports = view.figure(goals.progress_reports)
page.answer(goal_blocks.answer(status, reports), view)
page.facts(goal_blocks.facts(status, reports))

left, right = st.columns(2, gap="large")
with left:
    page.draw(drawings.goal_statuses(status, colours, about=about("Goals by status")), key="statuses")
with right:
    drawing = drawings.reports_missing(reports, colours, about=about("Progress reports by grading period"))
    page.draw(drawing, key="reports", otherwise="No progress report is due yet.")

choice = st.segmented_control(
    "Show",
    list(goal_blocks.LISTS),
    default="Off track and at risk",
    required=True,
    key="goal_list",
    bind="query-params",
)
listed = status[status["status"].isin(goal_blocks.LISTS[str(choice)])].sort_values(
    "projected_percent", na_position="last"
)
st.subheader(f"{choice}: {words.plural(len(listed), 'goal')}", anchor=False)
if len(listed):
    tables.show(
        page.in_words(listed),
        columns.GOALS,
        key="goals",
        alt="Goals; choose one to open its student",
        about=about(f"Goals: {choice}"),
        on_pick=partial(drill.to_student, listed),
    )
    goal_blocks.wall(view, listed)

with page.more("Progress reports by period and provider", "more_reports") as panel:
    if panel.open:
        tables.show(
            reports,
            columns.PROGRESS_REPORTS,
            key="progress_reports",
            about=about("Progress reports"),
            alt="Progress reports due, received and missing",
        )
