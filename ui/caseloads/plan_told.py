"""A plan of caseloads as it is shown: in words, beside the present, its moves with their reasons, who would be where."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics import ledger
from analytics.rebalance import Plan
from analytics.scope import ALL
from ui.caseloads import load_drawings
from ui.charts.palette import Palette
from ui.parts import messages, page, tables, words
from ui.parts.columns import aside
from ui.parts.page import Fact
from ui.parts.tables import Col
from ui.shell import drill
from ui.shell.session import View

MOVES = {
    "student_name": Col("Student"),
    "line_id": Col("Service line"),
    "school_name": Col("School"),
    "from_name": Col("From"),
    "to_name": Col("To"),
    "minutes": Col("Load a week", "hours"),
    "reason": aside("Why"),
}
MOST_BLOCKS = 20
HALF_DAYS = {
    "school_name": Col("School"),
    "provider_name": Col("Provider"),
    "half_days_now": Col("Half-days now", "number", "A week"),
    "half_days_after": Col("Half-days then", "number", "A week, under the plan"),
    "students_now": Col("Students now", "count"),
    "students_after": Col("Students then", "count", "Under the plan"),
    "students_kept": Col("Of them kept", "count", "Students who keep this therapist"),
    "load_after": aside("Load afterwards", "hours", "Treatment and documentation a week"),
}


def show(view: View, plan: Plan, colours: Palette, *, key: str, name: str = "") -> None:
    """A plan in words, what it would change, its moves by block and line by line, and who would be where; ``name``: of one
    that was kept."""
    first, _, rest = plan.summary.partition(". ")
    with st.container(gap="xxsmall"):
        st.markdown(f"**{messages.plain(first.rstrip('.'))}.**")
        st.markdown(messages.plain(rest))
    if plan.moves.empty:
        return
    page.facts(facts(plan))
    about = page.about(view, f"The plan {name}" if name else "A suggested rebalancing")
    changed = plan.beside[(plan.beside["load_before"].fillna(0) - plan.beside["load_after"].fillna(0)).abs() > 1e-6]
    ceiling = plan.problem.rules.ceiling
    over = load_drawings.overloaded(plan.before, plan.after, ceiling)
    drawn = load_drawings.before_after(changed, colours, above=ceiling, over=over, about=about)
    page.draw(drawn, key=f"{key}_chart")
    moves = _named(view, plan)
    _blocks(moves)
    st.markdown("**Line by line**")
    tables.show(moves, MOVES, key=f"{key}_moves", alt="Suggested moves, one a service line", about=about)
    schools = drill.names(view, "school")
    halves = changed_first(plan.half_days)
    halves = halves.assign(school_name=[schools.get(one, one) for one in halves["school"]])
    st.markdown("**Who would be where**, what changes first")
    tables.show(halves, HALF_DAYS, key=f"{key}_half_days", alt="Half-days by school and therapist", about=about)


def changed_first(halves: pd.DataFrame) -> pd.DataFrame:
    """Schools and therapists whose students or half-days change before those that stay as they are."""
    stays = pd.Series(True, index=halves.index)
    for what in ("students", "half_days"):
        now, after = (halves[f"{what}_{when}"].astype(float).fillna(0.0) for when in ("now", "after"))
        stays &= (now - after).abs() < 1e-9
    return halves.loc[stays.sort_values(kind="stable").index]


def _blocks(moves: pd.DataFrame) -> None:
    """The moves as a lead makes them, a school and its therapist at a time, each with its reason."""
    keys = ["school_name", "from_name", "to_name", "reason"]
    blocks = list(moves.groupby(keys, sort=False))
    st.markdown("**What would move, and why**")
    told = [_block(rows) for _, rows in blocks[:MOST_BLOCKS]]
    rest = len(blocks) - len(told)
    more = [f"- and {rest} more, line by line beneath"] if rest else []
    st.markdown("\n".join([*told, *more]))


def _block(rows: pd.DataFrame) -> str:
    """ "Elm: Moe to Lund, 1 line of 1 student, 1.2 h a week. Moe is at 113% of capacity; ..." as an item of a list."""
    size = f"{words.plural(len(rows), 'line')} of {words.plural(rows['student_id'].nunique(), 'student')}"
    hours = words.hours(rows["minutes"].sum())
    one = rows.iloc[0]
    head = messages.plain(f"{one['school_name']}: {one['from_name']} to {one['to_name']}")
    return f"- **{head}**, {size}, {hours} a week. {messages.plain(one['reason'])}."


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


def _named(view: View, plan: Plan) -> pd.DataFrame:
    """The moves with the names of students, therapists and schools; of a line that isn't in force the name is left out."""
    lines, schools = replace(view, selection=ALL).figure(ledger.lines), drill.names(view, "school")
    moves, people = plan.moves, {name: one.name for name, one in plan.problem.therapists.items()}
    students = dict(zip(lines["student_id"], lines["student_name"], strict=True))
    return moves.assign(
        student_name=[students.get(one, "") for one in moves["student_id"]],
        from_name=[people.get(one, "nobody") for one in moves["from_provider"]],
        to_name=[people.get(one, one) for one in moves["to_provider"]],
        school_name=[schools.get(one, one) for one in moves["school"]],
    )
