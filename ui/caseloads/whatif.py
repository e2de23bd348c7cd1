"""What if somebody leaves, comes, works another FTE, or lines change hands: loads and travel before and after at once."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics import ledger, rebalance
from analytics.rebalance import Add, Change, Move, Problem, Remove, SetFte, WhatIf
from analytics.scope import ALL
from data.errors import UserError
from ui.caseloads import load_drawings
from ui.charts.palette import Palette
from ui.parts import messages, page, tables, told_lines, words
from ui.parts.columns import aside
from ui.parts.page import Fact
from ui.parts.tables import Col
from ui.shell import drill
from ui.shell.session import View

ROLES = ("OTR", "COTA", "PT", "PTA", "SLP", "SLPA", "COUNSELOR", "PSYCH", "SOCIAL_WORKER", "NURSE", "TEACHER")
ASSISTANTS = ("COTA", "PTA", "SLPA")
KINDS = ("Lines change hands", "Another FTE", "Somebody leaves", "Somebody comes")
NOBODY = "lines without a therapist"
BESIDE = {
    "provider_name": Col("Provider"),
    "utilisation_before": Col("Load of capacity now", "rate"),
    "utilisation_after": Col("Afterwards", "rate"),
    "load_before": Col("Load now", "hours", "A week"),
    "load_after": Col("Load afterwards", "hours", "A week"),
    "travel_before": Col("Travel now", "hours", "A week"),
    "travel_after": Col("Travel afterwards", "hours", "A week"),
    "students_before": aside("Students now", "count"),
    "students_after": aside("Students afterwards", "count"),
    "schools_before": aside("Schools now", "count"),
    "schools_after": aside("Schools afterwards", "count"),
}
_HELD = "_what_if"


def changes(view: View) -> tuple[Change, ...]:
    """What this session tries out on the data shown."""
    held = st.session_state.get(_HELD)
    return tuple(held[1]) if held and held[0] == (view.ledger, view.version) else ()


def _keep(view: View, made: tuple[Change, ...]) -> None:
    st.session_state[_HELD] = ((view.ledger, view.version), made)


def show(view: View, colours: Palette) -> None:
    """The changes, and what follows from them; nothing is changed in the ledger."""
    made = changes(view)
    result = _tried(view, made)
    _form(view, result or _tried(view, ()))
    if not made:
        st.caption("Try something out: nothing in the ledger is changed by it.")
        return
    _list(view, made)
    if result is not None:
        _result(view, result, colours)


def _tried(view: View, made: tuple[Change, ...]) -> WhatIf | None:
    """What follows from the changes; where they can't be, why."""
    try:
        return rebalance.tried(problem(view), made)
    except UserError as error:
        st.warning(page.in_service_words(messages.plain(error)), icon=":material/help:")
        return None


def problem(view: View) -> Problem:
    """The caseloads that changes are tried out in."""
    found: Problem = view.kept(rebalance.problem, view.scope, view.as_of)
    return found


def _form(view: View, result: WhatIf | None) -> None:
    """One change; it is taken up only where it can be."""
    kind = st.segmented_control("What would change", KINDS, default=KINDS[0], required=True, key="what_if_kind")
    with st.grid(4, min_column_width=200):
        if str(kind) == KINDS[0]:
            change = _move(view, result)
        else:
            change = {KINDS[1]: _fte, KINDS[2]: _leave, KINDS[3]: _come}[str(kind)](view)
    if st.button("Try it out", key="what_if_add", type="primary", disabled=change is None) and change is not None:
        made = (*changes(view), change)
        if _tried(view, made) is not None:
            _keep(view, made)
            st.rerun()


def _people(view: View) -> dict[str, str]:
    new = {change.provider: change.name for change in changes(view) if isinstance(change, Add)}
    return {**drill.names(view, "provider"), **new}


def _move(view: View, result: WhatIf | None) -> Change | None:
    people = _people(view)
    had = page.pick("From", {NOBODY: NOBODY, **people}, "what_if_from")
    lines = _lines(view, had, result)
    schools = {one: drill.names(view, "school").get(one, one) for one in sorted(set(lines["school"].dropna()))}
    school = page.pick("At", schools, "what_if_school", placeholder="every school")
    here = lines if school is None else lines[lines["school"] == school]
    labels = {(str(row.student_id), str(row.line_id)): f"{row.student_name} · {row.line}" for row in here.itertuples()}
    only = st.multiselect(
        "Only these lines", list(labels), format_func=labels.__getitem__, key="what_if_lines", placeholder="all of them"
    )
    to = page.pick("To", {name: said for name, said in people.items() if name != had}, "what_if_to")
    if had is None or to is None:
        return None
    return Move(to, None if had == NOBODY else had, school, tuple(only))


def _lines(view: View, provider: str | None, result: WhatIf | None) -> pd.DataFrame:
    """The lines in force that somebody has after the changes tried out so far, whatever is chosen at the side."""
    frame = told_lines.named(replace(view, selection=ALL).figure(ledger.lines))
    if result is None:
        return frame.head(0)
    has = result.treated["provider_id"].isna() if provider == NOBODY else result.treated["provider_id"] == provider
    keys = ["student_id", "line_id"]
    mine = result.treated[has][[*keys, "school"]]
    return mine.merge(frame[[*keys, "student_name", "line"]], on=keys).sort_values(["student_name", "line"])


def _fte(view: View) -> Change | None:
    who = page.pick("Who", _people(view), "what_if_who")
    fte = st.number_input("FTE", min_value=0.0, max_value=1.5, value=1.0, step=0.1, key="what_if_fte")
    return None if who is None else SetFte(who, float(fte))


def _leave(view: View) -> Change | None:
    who = page.pick("Who", _people(view), "what_if_leaver")
    return None if who is None else Remove(who)


def _come(view: View) -> Change | None:
    name = st.text_input("Name", key="what_if_name", placeholder="such as: substitute OT", max_chars=60)
    role = str(st.selectbox("Role", ROLES, key="what_if_role"))
    fte = st.number_input("FTE", min_value=0.1, max_value=1.5, value=1.0, step=0.1, key="what_if_new_fte")
    names = drill.names(view, "school")
    schools = st.multiselect("Schools", list(names), format_func=names.__getitem__, key="what_if_schools")
    boss = page.pick("Supervised by", _people(view), "what_if_boss") if role in ASSISTANTS else None
    return Add(name.strip(), role, float(fte), tuple(schools), boss) if name.strip() else None


def sentence(view: View, change: Change) -> str:
    """A change in words."""
    people, schools = _people(view), drill.names(view, "school")
    if isinstance(change, SetFte):
        return f"{people.get(change.provider, change.provider)} works {change.fte:g} FTE"
    if isinstance(change, Remove):
        return f"{people.get(change.provider, change.provider)} leaves"
    if isinstance(change, Add):
        return f"{change.name} comes: {change.role}, {change.fte:g} FTE"
    whose = "lines without a therapist" if change.provider is None else people.get(change.provider, change.provider)
    what = words.plural(len(change.lines), "line") + f" of {whose}" if change.lines else f"everything of {whose}"
    if change.provider is None and not change.lines:
        what = "all " + whose
    where = f" at {schools.get(change.school, change.school)}" if change.school else ""
    return f"{what}{where} to {people.get(change.to, change.to)}"


def _list(view: View, made: tuple[Change, ...]) -> None:
    for place, change in enumerate(made):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(f"{place + 1}. {sentence(view, change)}", width="content")
            if st.button("Take out", key=f"what_if_out_{place}", type="tertiary", icon=":material/close:"):
                _keep(view, made[:place] + made[place + 1 :])
                st.rerun()


def _result(view: View, result: WhatIf, colours: Palette) -> None:
    page.facts(facts(result))
    if result.without_supervisor:
        st.caption(
            f"Without a supervisor who is there: {messages.plain(words.listed(list(result.without_supervisor)))}."
        )
    about = page.about(view, "Loads before and after the changes tried out")
    above = page.policies(view).overloaded_above
    over = load_drawings.overloaded(result.before, result.after, above)
    page.draw(
        load_drawings.before_after(result.changed, colours, above=above, over=over, about=about), key="what_if_chart"
    )
    tables.show(result.changed, BESIDE, key="what_if_table", alt="Loads before and after", about=about)


def facts(result: WhatIf) -> list[Fact]:
    """Overload, travel, pairs and lines without a therapist, after against before."""
    now, then = result.travel
    return [
        Fact("Above the ceiling", words.hours(result.score.over_minutes),
             f"a week, or without a therapist; {words.hours(result.was.over_minutes)} now"),
        Fact("Without a therapist", words.plural(result.without_therapist, "line"), "in force, nobody treats them"),
        Fact("Travel", words.hours(then), f"a week; {words.hours(now)} now"),
        Fact("Schools served", words.count(result.score.pairs), f"therapist and school pairs; {result.was.pairs} now"),
    ]  # fmt: skip
