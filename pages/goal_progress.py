"""Progress reports due and missing; which goals are off track, flat or unmeasured."""

from functools import partial

import streamlit as st

from analytics import goals
from ui import goal_columns, goal_drawings, goal_panel, messages, page, tables, words
from ui import goals as goal_blocks

view = page.start("goal_progress")
colours = page.colours()
about = partial(page.about, view)
if not view.loaded.goals:
    messages.to_upload(
        "No goals loaded",
        "Upload the goals with their measurements or progress codes, from any system.",
        "Upload goals",
    )
    st.stop()

status = view.figure(goals.status)
reports = view.figure(goals.progress_reports)
page.answer(goal_blocks.answer(status, reports), view)
page.facts(goal_blocks.facts(status, reports))

left, right = st.columns(2, gap="large")
with left:
    drawing = goal_drawings.reports_missing(reports, colours, about=about("Progress reports by grading period"))
    page.draw(drawing, key="reports", otherwise="No progress report is due yet.")
    page.draw(goal_drawings.goal_statuses(status, colours, about=about("Goals by status")), key="statuses")
with right:
    whose = goal_drawings.reports_missing_by_provider(reports, colours, about=about("Progress reports by provider"))
    page.draw(whose, key="reports_by_provider")
    goal_blocks.ready(view)
page.draw(goal_drawings.codes(status, colours, about=about("Goals by their latest progress code")), key="codes")

choice = st.segmented_control(
    "Show",
    list(goal_blocks.LISTS),
    default=goal_blocks.first_list(status),
    required=True,
    key="goal_list",
    bind="query-params",
)
listed = goal_blocks.worst_first(status, str(choice))
st.subheader(f"{choice}: {words.plural(len(listed), 'goal')}", anchor=False)
if len(listed):
    tables.show(
        page.in_words(listed),
        goal_columns.GOALS,
        key="goals",
        alt=f"Goals. {goal_blocks.order(str(choice))}; choose one to see it large",
        about=about(f"Goals: {choice}"),
        on_pick=partial(goal_panel.choose, view, listed),
    )
    goal_blocks.wall(view, listed, order=goal_blocks.order(str(choice)))

page.panels("more_goals", {
    "Goals by area, school, provider and service": partial(goal_blocks.groups, view),
    "Progress reports by period and provider": partial(goal_blocks.reports, view, reports),
    "Goals mastered, by area": partial(goal_blocks.mastery, view),
})  # fmt: skip
