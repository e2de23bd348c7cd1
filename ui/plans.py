"""A suggested rebalancing of caseloads: looked for beside the page, told in words, kept by name, never applied."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import ledger, rebalance
from analytics.rebalance import Lock, Plan, Question, Terms
from analytics.scope import ALL
from data import plans as kept
from data.errors import UserError
from ui import access, drill, load_drawings, messages, page, tables, whatif, words
from ui.page import Fact
from ui.palette import Palette
from ui.session import View
from ui.tables import Col

SECONDS = 30
MOVES = {
    "student_name": Col("Student"),
    "line_id": Col("Service line"),
    "school_name": Col("School"),
    "from_name": Col("From"),
    "to_name": Col("To"),
    "minutes": Col("Load a week", "hours"),
    "reason": Col("Why"),
}
HALF_DAYS = {
    "school_name": Col("School"),
    "provider_name": Col("Provider"),
    "half_days_now": Col("Half-days now", "number"),
    "half_days_after": Col("Half-days afterwards", "number"),
    "students_now": Col("Students now", "count"),
    "students_after": Col("Students afterwards", "count"),
    "students_kept": Col("Keep this therapist", "count"),
    "load_after": Col("Load afterwards", "hours"),
}
COMPARED = {
    "plan": Col("Plan"),
    "lines": Col("Lines that move", "count"),
    "gone": Col("No longer in force", "count", "Lines of the plan that have ended or changed since"),
    "changes": Col("Students who change", "count"),
    "over_minutes": Col("Above the ceiling", "hours", "Load above the ceiling, or without a therapist, a week"),
    "fullest": Col("Fullest", "rate"),
    "pairs": Col("Therapist-school pairs", "count"),
    "crossings": Col("Zones crossed", "count"),
    "travel_minutes": Col("Travel a week", "hours"),
}
KEPT = {
    "plan_name": Col("Plan"),
    "summary": Col("What it says"),
    "terms": Col("Made under"),
    "as_of": Col("As of", "date"),
    "saved_at": Col("Kept (UTC)", "date"),
    "saved_by": Col("By"),
}
LOCKS = {
    "keep at": "keep_at",
    "never at": "never_at",
    "there on": "fixed_day",
    "starts on": "starts_on",
    "leaves on": "leaves_on",
}
DAYS = ("mon", "tue", "wed", "thu", "fri")
_ASKED, _FOUND = "_plan_asked", "_plan"


def suggest(view: View, colours: Palette) -> None:
    """What must hold, the search, the plan, and the plans that were kept."""
    locks = _locks(view)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        most = st.number_input(
            "Most lines that change hands", min_value=1, max_value=5000, value=40, step=10, key="most_moves", width=200,
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
        _show(view, plan, terms, colours)
    elif st.session_state.get(_ASKED) is None:
        st.caption("A plan is a suggestion to discuss: nothing is changed by it.")
    _kept(view)


def _place(view: View) -> tuple[Any, ...]:
    return (view.ledger, view.version, view.as_of)


def _locks(view: View) -> tuple[Lock, ...]:
    """The editor of what must hold; rows that are not complete yet are left out and told."""
    people, schools = (_by_label(drill.names(view, key)) for key in ("provider", "school"))
    empty = pd.DataFrame(
        {"who": pd.Series(dtype=str), "what": pd.Series(dtype=str), "school": pd.Series(dtype=str),
         "weekday": pd.Series(dtype=str), "day": pd.Series(dtype="datetime64[ns]")}
    )  # fmt: skip
    with st.expander("What must hold", key="plan_locks"):
        st.caption("Somebody kept at a school, never at one, there on a fixed day, starting or leaving on a date.")
        edited = st.data_editor(
            empty,
            num_rows="dynamic",
            hide_index=True,
            key="plan_locks_rows",
            column_config={
                "who": st.column_config.SelectboxColumn("Who", options=list(people)),
                "what": st.column_config.SelectboxColumn("What", options=list(LOCKS)),
                "school": st.column_config.SelectboxColumn("School", options=list(schools)),
                "weekday": st.column_config.SelectboxColumn("Day of the week", options=list(DAYS)),
                "day": st.column_config.DateColumn("Date"),
            },
        )
        found = [lock(row, people, schools) for row in edited.to_dict("records")]
        if None in found:
            st.caption("A row is not complete yet: keep and never need a school, there on also a day, dates a date.")
    return tuple(one for one in found if one is not None)


def _by_label(names: Any) -> dict[str, str]:
    return {label: value for value, label in names.items()}


def lock(row: Mapping[Any, Any], people: dict[str, str], schools: dict[str, str]) -> Lock | None:
    """One row of the editor; None where it isn't complete."""
    kind, who = LOCKS.get(str(row.get("what"))), people.get(str(row.get("who")))
    school, weekday = schools.get(str(row.get("school"))), str(row.get("weekday"))
    if kind is None or who is None:
        return None
    if kind in ("starts_on", "leaves_on"):
        day = row.get("day")
        return None if words.is_missing(day) else Lock(kind, who, day=_date(day))  # type: ignore[arg-type]
    if school is None or (kind == "fixed_day" and weekday not in DAYS):
        return None
    return Lock(kind, who, school, weekday if kind == "fixed_day" else "")  # type: ignore[arg-type]


def _date(value: Any) -> date:
    made: date = pd.Timestamp(value).date()
    return made


def _ask(view: View, most: Any, schools: Any, locks: tuple[Lock, ...]) -> None:
    running = st.session_state.pop(_ASKED, None)
    if running is not None:
        running[1].job.stop()
    staff = tuple(one for one in whatif.changes(view) if not isinstance(one, rebalance.Move))
    try:
        asked = view.read(
            rebalance.ask, view.scope, view.as_of, max_moves=None if most is None else int(most),
            max_schools=None if schools is None else int(schools), locks=locks, changes=staff, seconds=SECONDS,
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


def _show(view: View, plan: Plan, terms: Terms, colours: Palette) -> None:
    st.markdown(f"**{messages.plain(plan.summary)}**")
    if plan.moves.empty:
        return
    page.facts(facts(plan))
    about = page.about(view, "A suggested rebalancing")
    changed = plan.beside[(plan.beside["load_before"].fillna(0) - plan.beside["load_after"].fillna(0)).abs() > 1e-6]
    page.draw(
        load_drawings.before_after(changed, colours, above=plan.problem.rules.ceiling, about=about), key="plan_chart"
    )
    schools = drill.names(view, "school")
    moves = _named(view, plan.moves, {name: one.name for name, one in plan.problem.therapists.items()})
    tables.show(moves, MOVES, key="moves", alt="Suggested moves", about=about)
    halves = plan.half_days.assign(school_name=[schools.get(one, one) for one in plan.half_days["school"]])
    st.markdown("**Who would be where**")
    tables.show(halves, HALF_DAYS, key="half_days", alt="Half-days by school and therapist", about=about)
    _save(view, plan, terms)


def facts(plan: Plan) -> list[Fact]:
    """Overload, continuity, schools and travel, after against before."""
    travel = [frame.loc[frame["provider_id"].notna(), "travel_minutes"].sum() for frame in (plan.before, plan.after)]
    told = plan.continuity
    find = f"; {words.count(told['find'])} find one" if told["find"] else ""
    find += f"; {words.count(told['without'])} have none" if told["without"] else ""
    return [
        Fact("Above the ceiling", words.hours(plan.score.over_minutes),
             f"a week, or without a therapist; {words.hours(plan.was.over_minutes)} now"),
        Fact("Keep their therapist", words.count(told["keep"]),
             f"students; {words.count(told['change'])} change{find}, counted by service"),
        Fact("Schools served", words.count(plan.score.pairs), f"therapist and school pairs; {plan.was.pairs} now"),
        Fact("Travel", words.hours(travel[1]), f"a week; {words.hours(travel[0])} now"),
    ]  # fmt: skip


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


def _kept(view: View) -> None:
    """The plans that were kept, beside each other and beside the present."""
    listed = view.read(kept.listed)
    if listed.empty:
        return
    st.markdown("**Plans that were kept**")
    names = dict(zip(listed["plan_id"], listed["plan_name"], strict=True))
    frames = {names[one]: view.read(kept.moves, one) for one in names}
    terms = {names[one]: Terms.from_saved(view.read(kept.rules, one)) for one in names}
    told = listed.assign(terms=[made_under(view, terms[name]) for name in listed["plan_name"]])
    tables.show(told, KEPT, key="kept_plans", alt="Plans that were kept")
    compared = view.read(rebalance.compare, view.scope, view.as_of, plans=frames, terms=terms)
    tables.show(
        compared, COMPARED, key="compared_plans", alt="Plans compared",
        about=page.about(view, "Plans that were kept, on the lines in force"),
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Plan", list(names), format_func=names.__getitem__, key="kept_plan", width=320)
        gone = st.button("Throw it away", key="throw_plan", icon=":material/delete:")
    if gone and chosen:
        kept.throw_away(view.store, str(chosen))
        st.rerun()
    if chosen:
        _moves_of(view, names[str(chosen)], frames[names[str(chosen)]])


def made_under(view: View, terms: Terms) -> str:
    """The limits, locks and changes of staff of a plan, in words."""
    people, schools = drill.names(view, "provider"), drill.names(view, "school")
    said = [f"at most {words.plural(terms.max_moves, 'line')}"] if terms.max_moves else []
    said += [f"at most {words.plural(terms.max_schools, 'school')} each"] if terms.max_schools else []
    said += [locked(one, people, schools) for one in terms.locks]
    said += [whatif.sentence(view, change) for change in terms.changes]
    return "; ".join(said)


def locked(lock: Lock, people: Mapping[str, str], schools: Mapping[str, str]) -> str:
    """A lock in words, such as "Ann kept at Elm"."""
    what = {kind: said for said, kind in LOCKS.items()}[lock.kind].replace("keep at", "kept at")
    where = schools.get(lock.school, lock.school)
    end = {"fixed_day": f"{lock.weekday} at {where}"}.get(
        lock.kind, where if lock.day is None else words.day(lock.day, year=True)
    )
    return f"{people.get(lock.provider, lock.provider)} {what} {end}"


def _moves_of(view: View, name: str, moves: pd.DataFrame) -> None:
    shown = _named(view, moves, drill.names(view, "provider"))
    tables.show(shown, MOVES, key="kept_moves", alt=f"Moves of {name}", about=page.about(view, f"The plan {name}"))


def _named(view: View, moves: pd.DataFrame, people: Mapping[str, str]) -> pd.DataFrame:
    """The moves with the names of students, therapists and schools; of a line that isn't in force the name is left out."""
    lines, schools = replace(view, selection=ALL).figure(ledger.lines), drill.names(view, "school")
    students = dict(zip(lines["student_id"], lines["student_name"], strict=True))
    return moves.assign(
        student_name=[students.get(one, "") for one in moves["student_id"]],
        from_name=[people.get(one, "nobody") for one in moves["from_provider"]],
        to_name=[people.get(one, one) for one in moves["to_provider"]],
        school_name=[schools.get(one, one) for one in moves["school"]],
    )
