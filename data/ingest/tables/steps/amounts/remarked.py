"""Lists of lines of which a remark tells how some are given, or of which plan, and no column does: consult only; 504."""

from collections.abc import Callable

from data.ingest.model import Table
from data.ingest.tables import looks, plan_titles
from data.ingest.tables.steps.amounts import ended_by_remark
from data.ingest.values import codes, words

_OF_KINDS = frozenset(
    ("consult", "consultation", "consultative", "indirect", "direct", "only", "service", "services", "basis", "model", "no",
     "hands", "on", "staff", "teacher", "with", "w", "monitor", "the", "to", "support")
)  # fmt: skip


def told(table: Table) -> Table:
    """The list of lines with a column of kinds, and one of plans, where remarks, or parts of them, say no more than that."""
    if not ended_by_remark.is_of_lines(table):
        return table
    for place, heading in enumerate(table.headings):
        if words.said_by(heading) & ended_by_remark.OF_REMARKS:
            table = _with(table, place, "kind", "Kind", _kind)
            table = _with(table, place, "plan_type", "Plan Type", plan_titles.plan)
    return table


def _with(table: Table, place: int, name: str, heading: str, read: Callable[[str], str | None]) -> Table:
    """The table with a column of what remarks tell of a place that no column is written for."""
    found = {text: said for text in table.texts(place) if (said := _in_parts(text, read))}
    if not found or looks.meant_for(table.headings, "service_lines", name):
        return table
    column = [found.get(text or "") for text in table.body.column(place).to_pylist()]
    return table.also(heading, column).noted(f"{table.headings[place]} tells the {heading.lower()} of some lines.")


def _in_parts(text: str, read: Callable[[str], str | None]) -> str | None:
    """The one thing that a remark, or a part of it, says; None where it says none, or several."""
    found = {said for part in (text, *ended_by_remark.BETWEEN.split(text)) if part.strip() and (said := read(part))}
    return found.pop() if len(found) == 1 else None


def _kind(text: str) -> str | None:
    """Direct or indirect, where a text says no more than that: Consult only; not what isn't given: no consult."""
    told = words.plain(text).replace("no hands on", "").split()
    return codes.find(text, "kind") if told and _OF_KINDS.issuperset(told) and "no" not in told else None
