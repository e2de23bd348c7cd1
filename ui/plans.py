"""A suggested rebalancing of caseloads: asked for with a button, told in words, never applied."""

from typing import Any

import streamlit as st

from analytics import rebalance
from ui import drill, messages, page, tables, words
from ui.session import View
from ui.tables import Col

MOVES = {
    "line_id": Col("Service line"),
    "school_name": Col("School"),
    "from_name": Col("From"),
    "to_name": Col("To"),
    "minutes": Col("Load a week", "hours"),
    "reason": Col("Why"),
}


def suggest(view: View) -> None:
    """The plan for the day and the most moves that were chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        most = st.number_input(
            "At most so many moves", min_value=1, max_value=500, value=40, step=5, key="most_moves", width=200
        )
        wanted = st.button("Suggest a plan", key="suggest", type="primary")
    if wanted:
        with messages.working("Looking for a plan, up to half a minute ..."):
            plan = view.read(rebalance.plan, view.scope, view.as_of, max_moves=int(most))
        st.session_state["_plan"] = (view.version, view.as_of, plan)
    held = st.session_state.get("_plan")
    if held is None or held[:2] != (view.version, view.as_of):
        st.caption("A plan is a suggestion to discuss: nothing is changed by it.")
        return
    _show(view, held[2])


def _show(view: View, plan: Any) -> None:
    st.markdown(f"**{messages.plain(plan.summary)}**")
    if plan.moves.empty:
        return
    providers, schools = drill.names(view, "provider"), drill.names(view, "school")
    moves = plan.moves.assign(
        from_name=plan.moves["from_provider"].map(lambda one: providers.get(one, one)),
        to_name=plan.moves["to_provider"].map(lambda one: providers.get(one, one)),
        school_name=plan.moves["school"].map(lambda one: schools.get(one, one)),
    )
    tables.show(moves, MOVES, key="moves", alt="Suggested moves", about=page.about(view, "A suggested rebalancing"))
    st.caption(f"{words.plural(len(moves), 'line')} would change hands.")
