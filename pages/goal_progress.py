"""Progress reports due and missing; which goals are off track, flat or unmeasured."""

from functools import partial

import streamlit as st

from analytics import goals
from ui.goal_progress import blocks, goal_columns, goal_drawings, goal_panel, reports_due
from ui.parts import messages, page, tables, words

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
page.answer(blocks.answer(status, reports), view)
page.facts(blocks.facts(status, reports, view.figure(goals.readiness)))
reports_due.note(status)

left, right = st.columns(2, gap="large")
is_reported = reports_due.is_reported(status)
with left:
    drawing = goal_drawings.reports_missing(reports, colours, about=about("Progress reports by grading period"))
    none = "No progress report is due yet: a period's reports count ten school days after its end."
    page.draw(drawing if is_reported else None, key="reports", otherwise=none if drawing is None else "")
    blocks.ready(view)
with right:
    whose = goal_drawings.reports_missing_by_provider(reports, colours, about=about("Progress reports by provider"))
    page.draw(whose if is_reported else None, key="reports_by_provider")
codes = goal_drawings.codes(status, colours, about=about("Goals by their latest progress code"))
left, right = st.columns(2, gap="large") if codes else (st.container(), st.container())
with left:
    page.draw(goal_drawings.goal_statuses(status, colours, about=about("Goals by status")), key="statuses")
with right:
    page.draw(codes, key="codes")

choice = st.segmented_control(
    "Show",
    list(blocks.LISTS),
    default=blocks.first_list(status),
    required=True,
    key="goal_list",
    bind="query-params",
)
listed = blocks.worst_first(status, str(choice))
st.subheader(f"{choice}: {words.plural(len(listed), 'goal')}", anchor=False)
if len(listed):
    tables.show(
        page.in_words(listed),
        goal_columns.GOALS,
        key="goals",
        alt=f"Goals. {blocks.order(str(choice))}; choose one to see it large",
        about=about(f"Goals: {choice}"),
        on_pick=partial(goal_panel.choose, view, listed),
    )
    blocks.wall(view, listed, order=blocks.order(str(choice)))

page.panels("more_goals", {
    "Goals by area, school, provider and service": partial(blocks.groups, view),
    "Progress reports by period and provider": partial(blocks.reports, view, reports),
    "Goals mastered, by area": partial(blocks.mastery, view),
})  # fmt: skip
