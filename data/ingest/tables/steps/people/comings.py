"""A registrar's list of who came and who left: one column of days, and one that says which of both it is."""

from collections import defaultdict

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, families, words

_CAME = frozenset(
    ("enroll", "enrolled", "entry", "enter", "entered", "entering", "add", "added", "new", "in", "transfer in", "transferred in",
     "move in", "moved in", "start", "started", "admit", "admitted", "re entry", "reentry",
     "re enroll", "reenrolled", "re enrolled")
)  # fmt: skip
_LEFT = frozenset(
    ("drop", "dropped", "exit", "exited", "leave", "left", "withdraw", "withdrew", "withdrawn", "withdrawal", "w d", "wd", "out",
     "transfer out", "transferred out", "move out", "moved out", "moved", "remove", "removed", "end", "ended", "delete",
     "deleted", "unenrolled", "disenrolled", "graduated")
)  # fmt: skip
_OF_A_DAY = families.WHEN | {"effective"}
_OF_ANOTHER = frozenset(("birth", "report", "enter", "entered", "logged", "iep", "due", "eligibility"))
_OF_SERVICES = families.SERVICES | families.CLOCK | {"frequency", "session", "goal", "provider"}
"""Words of headings beside which services may be what is added and dropped."""
_HEADS = ("Enrollment Date", "Withdrawal Date")


def told(table: Table) -> Table:
    """The table with the days of those who came and of those who left in a column each; a child who came and then left is
    one record. As it is where no column says which it is, or where several columns are days."""
    which = [
        place
        for place in range(len(table.headings))
        if _may_say(table.first(place)) and _says_which(table.texts(place))
    ]
    days = [place for place, heading in enumerate(table.headings) if _is_day(heading)]
    who = next(
        (place for place, heading in enumerate(table.headings) if words.heading(heading) in looks.of_students()), None
    )
    of_services = any(_OF_SERVICES & words.said_by(heading) for heading in table.headings)
    if len(which) != 1 or len(days) != 1 or who is None or of_services:
        return table
    whose = _whose(table, who)
    came = [words.plain(text or "") in _CAME for text in table.body.column(which[0]).to_pylist()]
    written = table.body.column(days[0]).to_pylist()
    exits = [None if one else text for one, text in zip(came, written, strict=True)]
    joined = _joined(whose, came, written)
    for left, began in joined.items():
        exits[began] = written[left]
    entries = [text if one else None for one, text in zip(came, written, strict=True)]
    found = table.without(which[0], days[0]).also(_HEADS[0], entries).also(_HEADS[1], exits)
    note = (
        f"{table.headings[which[0]]} says whether {table.headings[days[0]]} is the day on which a student came or left."
    )
    return found.noted(note).leaving(joined, "told with the row in which the student came")


def _may_say(text: str) -> bool:
    return words.plain(text) in _CAME | _LEFT


def _says_which(texts: tuple[str, ...]) -> bool:
    said = {words.plain(text) for text in texts}
    return said <= _CAME | _LEFT and bool(said & _CAME) and bool(said & _LEFT) and said != {"in", "out"}


def _is_day(heading: str) -> bool:
    said = words.said_by(heading)
    return bool(said & _OF_A_DAY) and not said & _OF_ANOTHER


def _whose(table: Table, who: int) -> list[str]:
    """Whose each row is: by the id where a column tells it."""
    ids = [place for place, heading in enumerate(table.headings) if words.said_by(heading) in _IDS]
    return [(text or "").strip() for text in table.body.column(ids[0] if ids else who).to_pylist()]


_IDS = (frozenset(("student", "number")), frozenset(("student", "id")), frozenset(("id",)))


def _joined(whose: list[str], came: list[bool], written: list[str | None]) -> dict[int, int]:
    """Row in which somebody left -> row in which the same one had come before, by the days."""
    days = [dates.read(text or "").value for text in written]
    rows: dict[str, list[int]] = defaultdict(list)
    for row, day in enumerate(days):
        if day is not None and whose[row]:
            rows[whose[row]].append(row)
    found: dict[int, int] = {}
    for own in rows.values():
        began: int | None = None
        for row in sorted(own, key=lambda row: str(days[row])):
            if not came[row] and began is not None:
                found[row] = began
            began = row if came[row] else None
    return found
