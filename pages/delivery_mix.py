"""Push-in, pull-out, consult, group: what the IEPs plan against what was delivered."""

from functools import partial

import streamlit as st

from analytics import mix
from ui.delivery_mix import blocks, mix_drawings
from ui.parts import messages, page

view = page.start("delivery_mix")
colours = page.colours()
about = partial(page.about, view)

clock = str(
    st.segmented_control(
        "Count",
        ["student", "provider"],
        default="student",
        required=True,
        key="clock",
        bind="query-params",
        format_func={"student": "student-minutes", "provider": "provider-minutes"}.__getitem__,
        help="Three students for 30 minutes in a group are 90 student-minutes and 30 provider-minutes.",
    )
)
counted = "Student-minutes" if clock == "student" else "Provider-minutes"
by_setting = view.figure(mix.by, keys=(), clock=clock)
if by_setting.empty:
    messages.nothing_here("No minutes to divide", "Neither lines nor sessions are loaded for this selection.")
    st.stop()

answer = blocks.answer(by_setting, counted)
page.answer(answer.sentence, view, of_ledger=True)
page.facts(answer.facts)
if not view.loaded.sessions:
    st.caption("No session log loaded: what is planned is shown, what was delivered is not known.")
if not view.loaded.lines:
    st.caption("No mandates loaded: what was delivered is shown, what was planned is not known.")

page.draw(mix_drawings.planned_delivered(by_setting, colours, about=about(f"{counted} by setting")), key="mix")
blocks.splits(view, clock, counted)
over_time = view.figure(mix.integrated, clock=clock)
page.draw(
    mix_drawings.integrated(over_time, colours, about=about(f"{counted} in push-in, co-teach and community settings")),
    key="integrated",
)

blocks.elsewhere(view)

page.panels("more_mix", {
    "By school, provider, grade and month": partial(blocks.groups, view, clock),
    "Group sizes": partial(blocks.sizes, view),
})  # fmt: skip
