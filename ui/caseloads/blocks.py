"""The answer and the matrix of the Caseloads page."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import caseload
from ui.caseloads import load_drawings, staff_columns, where
from ui.charts import drawings
from ui.parts import headline, messages, page, tables, words
from ui.parts.page import Fact
from ui.parts.tables import Col
from ui.shell import drill
from ui.shell.session import View


def answer(frame: pd.DataFrame, policy: Any) -> str:
    """Who is over, who has room; without a staff list, the caseloads alone."""
    known = frame[frame["utilisation"].notna()]
    if known.empty:
        return _work(frame)
    over = int((known["utilisation"] > policy.overloaded_above).sum())
    beyond = int((frame["caseload_per_fte"] > frame["caseload_cap"]).sum())
    room = int((known["utilisation"] < policy.room_below).sum())
    return (
        f"{over} of {words.plural(len(known), 'provider')} {'is' if over == 1 else 'are'} over "
        f"{policy.overloaded_above:.0%} of capacity; {room} {'has' if room == 1 else 'have'} room"
        + (f"; {beyond} {'is' if beyond == 1 else 'are'} over the cap of students per FTE" if beyond else "")
    )


def _work(frame: pd.DataFrame) -> str:
    """Without a capacity: how much work there is and who has it, or that no line has anybody."""
    providers, hours = int(frame["provider_id"].notna().sum()), words.hours(frame["load_minutes"].sum())
    if not providers:
        return f"{hours} of work a week are required, and no service line names who gives it"
    nobodys = frame.loc[frame["provider_id"].isna(), "load_minutes"].sum()
    said = f"{words.plural(providers, 'provider')} {'carries' if providers == 1 else 'carry'} "
    said += f"{words.hours(frame['load_minutes'].sum() - nobodys)} of work a week"
    return said + (f"; {words.hours(nobodys)} have no provider" if nobodys else "")


def facts(frame: pd.DataFrame, policy: Any) -> list[Fact]:
    """Load, capacity, the fullest, who is over and who has room, missed minutes by provider cause."""
    known = frame[frame["utilisation"].notna()]
    if known.empty:
        return _without_capacity(frame)
    load, capacity = float(known["load_minutes"].sum()), float(known["capacity_minutes"].sum())
    top = known.sort_values("utilisation", ascending=False, kind="stable").head(1)
    whole = f"{words.plural(len(known), 'provider')} with a capacity"
    made = [
        Fact(
            "Load of capacity",
            words.rate(headline.share(load, capacity)),
            f"{words.hours(load)} of {words.hours(capacity)} a week",
        ),
        Fact(
            "Fullest",
            words.rate(top["utilisation"].iloc[0]),
            str(top["provider_name"].iloc[0]),
        ),
        Fact(
            "Over " + f"{policy.overloaded_above:.0%}",
            words.count((known["utilisation"] > policy.overloaded_above).sum()),
            f"of {whole}{_who(known[known['utilisation'] > policy.overloaded_above], fullest=True)}",
        ),
        Fact(
            "Under " + f"{policy.room_below:.0%}",
            words.count((known["utilisation"] < policy.room_below).sum()),
            f"of {whole}{_who(known[known['utilisation'] < policy.room_below], fullest=False)}",
        ),
        _missed(frame),
    ]
    return made


MOST_NAMED = 2


def _who(found: pd.DataFrame, *, fullest: bool) -> str:
    """ ": Ann, Bo; Cy, Di and 3 more", the fullest or the emptiest first; empty for nobody."""
    ordered = (
        found.sort_values("utilisation", ascending=not fullest, kind="stable")["provider_name"].astype(str).tolist()
    )
    more = f" and {len(ordered) - MOST_NAMED} more" if len(ordered) > MOST_NAMED else ""
    return f": {'; '.join(ordered[:MOST_NAMED])}{more}" if ordered else ""


def _without_capacity(frame: pd.DataFrame) -> list[Fact]:
    """What is known without a staff list: how much work there is, and who has most of it."""
    theirs, nobodys = frame[frame["provider_id"].notna()], frame[frame["provider_id"].isna()]
    most = theirs.sort_values("load_minutes", ascending=False, kind="stable").head(1)
    made = [
        Fact("Work a week", words.hours(frame["load_minutes"].sum()), "that the service lines in force require"),
        Fact("Providers", words.count(len(theirs)), "with service lines in force"),
        *(
            Fact(
                "Without a provider",
                words.hours(one.load_minutes),
                "a week, of lines that name none and that nobody logged",
            )
            for one in nobodys.itertuples()
        ),
        *(Fact("Most work", words.hours(one.load_minutes), str(one.provider_name)) for one in most.itertuples()),
    ]
    return [*made, _missed(frame)]


def _missed(frame: pd.DataFrame) -> Fact:
    return Fact("Missed by provider", words.hours(frame["missed_provider_minutes"].sum()), "as logged, to date")


def fte(view: View) -> None:
    """FTE needed beside those present, where most is lacking first."""
    needed = view.figure(caseload.fte_needed)
    about = page.about(view, "FTE for the lines in force")
    drawing = load_drawings.fte(needed, page.colours(), about=about)
    page.draw(drawing, key="fte_chart", otherwise="No service needs a known FTE: no capacity is on file.")
    tables.show(
        page.in_words(most_lacking(needed)),
        staff_columns.FTE,
        key="fte",
        alt="FTE needed and present by service and zone, where most is lacking first",
        about=about,
    )


def most_lacking(needed: pd.DataFrame) -> pd.DataFrame:
    """The services and zones with ``fte_beyond`` (present less needed), the least first; where nobody is, all that is needed
    lacks."""
    beyond = needed["fte_present"] - needed["fte_needed"]
    order = beyond.fillna(-needed["fte_needed"]).sort_values(kind="stable", na_position="last").index
    return needed.assign(fte_beyond=beyond).loc[order]


def sites(view: View, providers: pd.DataFrame) -> None:
    """Provider by school: half-days as a matrix, missed minutes beside it; the rows beneath."""
    frame = view.figure(caseload.sites)
    if frame.empty:
        st.caption("No line names both a provider and a school.")
        return
    table = page.named(frame, "school", drill.names(view, "school"))
    _matrix(view, table, providers)
    tables.show(
        table,
        SITES,
        key="sites",
        alt="Providers and the schools they serve",
        about=page.about(view, "Providers by school"),
    )


def _matrix(view: View, table: pd.DataFrame, providers: pd.DataFrame) -> None:
    """Who is where at a glance, and the same as a file with the students in its cells."""
    found = where.where(table, _missed_of(providers))
    about = page.about(
        view, "Half-days a week by provider and school; missed: hours for the provider's cause, as logged"
    )
    dash = " A dash: lines, but no site days listed." if table["half_days"].isna().any() else ""
    with st.container(gap="xxsmall"):
        st.markdown(f"**{messages.plain(where.title(found))}**")
        st.caption(messages.plain(about + dash + drawings.more(found.left_out, "schools")))
    st.html(where.as_html(found, page.colours(), where.title(found)))
    grid = matrix(table, providers)
    across = {name: Col(str(name)) for name in grid.columns}
    across["missed_provider_minutes"] = Col("Missed, provider's cause", "hours", "As logged, to date")
    with st.container(horizontal=True, gap="small"):
        told = page.about(view, "Half-days a week · students, by provider and school")
        tables.download(grid, across, tables.content_mark(tables.shown(grid, across)), key="matrix", about=told)


def _missed_of(providers: pd.DataFrame) -> dict[Any, float]:
    """Minutes missed for a provider's cause by provider; None: of the lines that have nobody."""
    ids = [None if words.is_missing(one) else one for one in providers["provider_id"]]
    return dict(zip(ids, providers["missed_provider_minutes"].astype(float), strict=True))


def matrix(frame: pd.DataFrame, providers: pd.DataFrame) -> pd.DataFrame:
    """A row a provider, a column a school, "half-days · students" in the cells; missed minutes by provider's cause."""
    cells = [_cell(half, students) for half, students in zip(frame["half_days"], frame["students"], strict=True)]
    grid = frame.assign(cell=cells).pivot(index=["provider_id", "provider_name"], columns="school", values="cell")
    missed = _missed_of(providers)
    made = grid.fillna("").reset_index()
    ids = [None if words.is_missing(one) else one for one in made["provider_id"]]
    made.insert(2, "missed_provider_minutes", [missed.get(one, 0.0) for one in ids])
    return made.drop(columns="provider_id").rename(columns={"provider_name": "Provider"})


def _cell(half_days: Any, students: Any) -> str:
    halves = words.DASH if words.is_missing(half_days) else f"{float(half_days):g}"
    return f"{halves} · {int(students)}"


SITES = {
    "provider_name": Col("Provider"),
    "name": Col("School"),
    "half_days": Col("Half-days a week", "number"),
    "students": Col("Students", "count"),
    "load_minutes": Col("Load a week", "hours"),
    "basis": Col("Known from"),
}
