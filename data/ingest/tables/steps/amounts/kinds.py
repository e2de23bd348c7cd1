"""Times of direct and of indirect service side by side in a row (Direct Start, Direct End, Indirect Start, Indirect End): a
record for each, with its kind."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, words

HEADING = "Direct or Indirect"
_KINDS = {
    "direct": "Direct",
    "indirect": "Indirect",
    "consult": "Indirect",
    "consultation": "Indirect",
    "consultative": "Indirect",
}
_FILLING = frozenset(("service", "services", "time", "of", "session", "therapy"))


def apart(table: Table) -> Table:
    """The table with a record for the times of each kind, where each kind has the same columns and a row may have both."""
    groups = _groups(table)
    own = looks.written_for(table.headings, "sessions", "kind")
    if (
        own
        or table.melted
        or len(groups) < len(("direct", "indirect"))
        or len(set(map(frozenset, groups.values()))) > 1
    ):
        return table
    named = list(next(iter(groups.values())))
    if len(named) < len(("start", "end")):
        return table
    cells = {kind: [table.body.column(places[name]).to_pylist() for name in named] for kind, places in groups.items()}
    made: dict[str, list[list[str | None]]] = {name: [] for name in (*named, HEADING)}
    for row in range(len(table.body)):
        told = {
            kind: [column[row] for column in columns] for kind, columns in cells.items() if any(c[row] for c in columns)
        }
        for at, name in enumerate(named):
            made[name].append([one[at] for one in told.values()])
        made[HEADING].append(list(told))
    first, *others = groups.values()
    spare = [place for places in others for place in places.values()]
    table = table.also(HEADING, [None] * len(table.body))
    table = table.in_parts({**{first[name]: made[name] for name in named}, len(table.headings) - 1: made[HEADING]})
    for name, place in first.items():
        table = table.called(place, name)
    return table.without(*spare).noted("Direct and indirect times of a row are a session each.")


def _groups(table: Table) -> dict[str, dict[str, int]]:
    """Kind -> what a column of times is called without it -> the column's place."""
    found: dict[str, dict[str, int]] = {}
    for place, heading in enumerate(table.headings):
        kind, rest = _parted(heading)
        if kind and rest and table.all_are(place, lambda text: dates.read_time(text).value is not None and ":" in text):
            found.setdefault(kind, {})[rest] = place
    return found


def _parted(heading: str) -> tuple[str | None, str]:
    told = words.heading(heading).split()
    kinds = {_KINDS[word] for word in told if word in _KINDS}
    rest = [word for word in told if word not in _KINDS and word not in _FILLING]
    return (kinds.pop(), " ".join(rest).title() + " Time") if len(kinds) == 1 and rest else (None, "")
