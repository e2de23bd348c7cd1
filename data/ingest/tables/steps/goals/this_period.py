"""Progress under a period that only says when it was written (This Quarter, Last Quarter, Current MP) in a list of goals."""

from data.ingest.model import Table
from data.ingest.tables import looks, numbered_periods
from data.ingest.tables.layouts import periods
from data.ingest.tables.steps.days import tabs
from data.ingest.values import families, nothing, scores, words

_NOW, _BEFORE = frozenset({"this", "current"}), frozenset({"last", "prior", "previous"})
_PERIODS = families.PERIODS | {"term", "trimester", "period", "mp", "marking", "grading", "reporting", "reports"}
_NAMES = frozenset({"quarter", "semester", "term", "trimester", "period", "mp"})
_OF_REPORTS = families.RATINGS | {"score", "percent", "status", "data", "toward", "goal", "level", "performance"}


def told(table: Table) -> Table:
    """The list with this period's progress, or score, as such, where a day or a title tells which one it is; what is of a
    period that nothing tells is named as not read."""
    if table.melted or not any(map(periods.names_goal, table.headings)):
        return table
    now, before = ([at for at, one in enumerate(table.headings) if _is_of(one, when)] for when in (_NOW, _BEFORE))
    name = _name(table, now[0]) if len(now) == 1 else None
    others = any(looks.written_for(table.headings, "measurements", one) for one in ("progress_code", "value"))
    dated = any(looks.written_for(table.headings, "measurements", one) for one in ("period", "measured_on"))
    if name and not others and (dated or tabs.period_of(table)):
        table, now = table.called(now[0], name), []
    unread = [table.headings[at] for at in sorted([*now, *before])]
    sentence = "is not read: neither a day nor a title says which period that is. Call the column by its period (Q2)."
    return table.noted(f"What stands under {' and '.join(unread)} {sentence}") if unread else table


def _is_of(heading: str, when: frozenset[str]) -> bool:
    said = words.said_by(heading) | {"this"}.intersection(words.heading(heading).split())
    return bool(said & when and said & _NAMES) and said <= when | _PERIODS | _OF_REPORTS


def _name(table: Table, place: int) -> str | None:
    """Whether a column holds progress or scores; None where it holds neither throughout."""
    texts = [text.strip() for text in table.texts(place) if not nothing.is_nothing(text)]
    if not texts:
        return None
    if numbered_periods.are_of_progress(texts, table.legend):
        return "Progress"
    return "Score" if all(map(scores.is_score, texts)) else None
