"""A suggested rebalancing of caseloads: looked for beside the page, told in words, kept by name, never applied."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import rebalance
from analytics.rebalance import Lock, Plan, Question, Terms
from data import plans as kept
from data.errors import UserError
from ui.caseloads import plan_locks, plan_told, whatif
from ui.charts.palette import Palette
from ui.parts import messages, page, tables, words
from ui.parts.columns import aside
from ui.parts.tables import Col
from ui.shell import access, drill
from ui.shell.session import View

SECONDS, TELLING, MOST_MOVES = 30, 4, 40
"""Seconds until a plan is on the page, those of them for asking and telling on a busy machine, and the moves that are offered."""
COMPARED = {
    "plan": Col("Plan"),
    "lines": Col("Lines that move", "count"),
    "changes": Col("Students who change", "count"),
    "over_minutes": Col("Above the ceiling", "hours", "Load above the ceiling, or without a therapist, a week"),
    "fullest": Col("Fullest", "rate"),
    "pairs": Col("Schools served", "count", "Pairs of a therapist and a school"),
    "travel_minutes": Col("Travel", "hours", "A week"),
    "crossings": aside("Zones crossed", "count"),
    "gone": aside("No longer in force", "count", "Lines of the plan that have ended or changed since"),
}
KEPT = {
    "plan_name": Col("Plan"),
    "terms": Col("Made under"),
    "as_of": Col("As of", "date"),
    "saved_at": Col("Kept (UTC)", "date"),
    "saved_by": Col("By"),
    "summary": aside("What it says"),
}
_ASKED, _FOUND = "_plan_asked", "_plan"


def suggest(view: View, colours: Palette) -> None:
    """What must hold, the search, the plan, and the plans that were kept."""
    locks = plan_locks.ask(view)
    st.session_state.setdefault("most_moves", MOST_MOVES)  # as its value, the box could not be emptied
    with st.container(horizontal=True, vertical_alignment="bottom"):
        most = st.number_input(
            "Most lines that change hands", min_value=1, max_value=5000, value=None, step=10, key="most_moves", width=200,
            help="Empty: as many as it takes.", placeholder="no limit",
        )  # fmt: skip
        schools = st.number_input(
            "Most schools a therapist", min_value=1, max_value=10, value=None, step=1, key="most_schools", width=220,
            placeholder="no limit",
        )  # fmt: skip
        wanted = st.button("Suggest a plan", key="suggest", type="primary")
    made = whatif.changes(view)
    if made:
        said = "; ".join(whatif.sentence(view, change) for change in made if not isinstance(change, rebalance.Move))
        if said:
            st.caption(messages.plain(f"With the staff that you try out above: {said}."))
    if wanted:
        _ask(view, most, schools, locks)
    _search(view)
    held = st.session_state.get(_FOUND)
    if held is not None and held[0] == _place(view):
        plan, terms = held[1]
        plan_told.show(view, plan, colours, key="plan")
        if len(plan.moves):
            _save(view, plan, terms)
    elif st.session_state.get(_ASKED) is None:
        st.caption("A plan is a suggestion to discuss: nothing is changed by it.")
    _kept(view, colours)


def _place(view: View) -> tuple[Any, ...]:
    return (view.ledger, view.version, view.as_of)


def _ask(view: View, most: Any, schools: Any, locks: tuple[Lock, ...]) -> None:
    running = st.session_state.pop(_ASKED, None)
    if running is not None:
        running[1].job.stop()
    staff = tuple(one for one in whatif.changes(view) if not isinstance(one, rebalance.Move))
    try:
        asked = view.read(
            rebalance.ask, view.scope, view.as_of, max_moves=None if most is None else int(most),
            max_schools=None if schools is None else int(schools), locks=locks, changes=staff, seconds=SECONDS - TELLING,
        )  # fmt: skip
    except UserError as error:
        st.warning(messages.plain(error), icon=":material/help:")
        return
    st.session_state.pop(_FOUND, None)
    st.session_state[_ASKED] = (_place(view), asked)


def _search(view: View) -> None:
    """The search that runs beside the page: looked at each second until it ends."""
    held = st.session_state.get(_ASKED)
    if held is None or held[0] != _place(view):
        return
    if held[1].job.is_done:
        _finish(view, held[1])
    else:
        st.fragment(_look, run_every=1.0)(view, held[1])


def _look(view: View, asked: Question) -> None:
    if asked.job.is_done:
        _finish(view, asked)
        st.rerun()
    plan = asked.plan
    with st.container(border=True, gap="xxsmall"):
        st.progress(min(1.0, asked.job.seconds / SECONDS), text=f"Looking for a plan, up to {SECONDS} seconds")
        st.caption(messages.plain(f"So far: {plan.summary}") if plan else "No plan yet.")
        if st.button("Take the best so far", key="plan_stop", disabled=plan is None):
            asked.job.stop()
            _finish(view, asked)
            st.rerun()


def _finish(view: View, asked: Question) -> None:
    st.session_state[_FOUND] = (_place(view), (asked.wait(), asked.terms))
    st.session_state.pop(_ASKED, None)


def _save(view: View, plan: Plan, terms: Terms) -> None:
    with st.form("keep_plan", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Keep this plan as", key="plan_name", max_chars=kept.MOST_NAME, width=320)
        wanted = st.form_submit_button("Keep the plan")
    if not wanted:
        return
    try:
        kept.save(view.store, name, view.as_of, plan.moves, plan.summary, terms.as_saved(), access.viewer())
    except UserError as error:
        st.warning(messages.plain(error), icon=":material/help:")
        return
    st.toast(f"Kept as {messages.plain(name)}; nothing else is changed.", icon=":material/check:")


def _kept(view: View, colours: Palette) -> None:
    """The plans that were kept, beside each other and beside the present."""
    listed = view.read(kept.listed)
    if listed.empty:
        return
    st.markdown("**Plans that were kept**")
    names = dict(zip(listed["plan_id"], listed["plan_name"], strict=True))
    frames = {names[one]: view.read(kept.moves, one) for one in names}
    terms = {names[one]: Terms.from_saved(view.read(kept.rules, one)) for one in names}
    told = listed.assign(terms=[made_under(view, terms[name]) for name in listed["plan_name"]])
    tables.show(told, KEPT, key="kept_plans", alt="Plans that were kept",
                about=page.about_all(view, "Plans that were kept"))  # fmt: skip
    compared = rebalance.compare(whatif.problem(view), frames, terms)
    tables.show(
        compared, COMPARED, key="compared_plans", alt="Plans compared",
        about=page.about(view, "Plans that were kept, on the lines in force"),
    )  # fmt: skip
    chosen = page.pick("Open a plan", names, "kept_plan", placeholder="Choose one that was kept", width=320)
    if chosen is not None and chosen in names:
        name = names[chosen]
        summary = str(listed.set_index("plan_id").at[chosen, "summary"])
        _open(view, chosen, name, frames[name], terms[name], summary, colours)


def _open(
    view: View, plan_id: str, name: str, moves: pd.DataFrame, terms: Terms, summary: str, colours: Palette
) -> None:
    """A plan that was kept, as it was told when it was found, on the lines that are in force now."""
    plan = rebalance.reopen(whatif.problem(view), moves=moves, terms=terms, summary=summary)
    gone = len(moves) - len(plan.moves)
    if gone:
        st.caption(
            f"{words.plural(gone, 'line')} of it can't move any more, and {'is' if gone == 1 else 'are'} left out."
        )
    if under := made_under(view, terms):
        st.caption(messages.plain(f"Made under: {under}."))
    plan_told.show(view, plan, colours, key="kept", name=name)
    with st.popover("Throw it away", icon=":material/delete:", key="throw_away"):
        st.caption(f"{messages.plain(name)} is gone for good then.")
        if st.button("Throw it away for good", key="throw_plan"):
            kept.throw_away(view.store, plan_id)
            st.rerun()


def made_under(view: View, terms: Terms) -> str:
    """The limits, locks and changes of staff of a plan, in words."""
    people, schools = drill.names(view, "provider"), drill.names(view, "school")
    said = [f"at most {words.plural(terms.max_moves, 'line')}"] if terms.max_moves else []
    said += [f"at most {words.plural(terms.max_schools, 'school')} each"] if terms.max_schools else []
    said += [plan_locks.sentence(one, people, schools) for one in terms.locks]
    said += [whatif.sentence(view, change) for change in terms.changes]
    return "; ".join(said)
