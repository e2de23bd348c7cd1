"""A column headed Goal beside the objectives themselves, in which the score stands that is to be reached."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import numbers, scores, words


def told(table: Table) -> Table:
    """The table with Target over such a column: nothing but scores, shares among them, which number no goals."""
    for place, heading in enumerate(table.headings):
        if words.heading(heading) not in _NAMED or not _are_shares(table, place):
            continue
        others = (at for at in looks.written_for(table.headings, "goals", "goal_text") if at != place)
        if any(" " in table.first(at).strip() for at in others):
            return table.called(place, "Target")
    return table


_NAMED = frozenset(("goal", "aim", "goal level"))


def _are_shares(table: Table, place: int) -> bool:
    texts = table.texts(place)
    return any(map(scores.is_share, texts)) and all(
        scores.is_share(text) or numbers.to_float(text) is not None for text in texts
    )
