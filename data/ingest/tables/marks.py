"""What became of each student of a group, said behind the name: Ada Lin (absent); Lin, Ada - no show; Ada Lin ✓."""

import re
from collections.abc import Collection, Iterable, Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.values import names, statuses, words

_TICKS = "✓✔√☑"
_CROSSES = "✗✘☒"
_MARKED = (
    re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[]\s*(?P<mark>[^()\[\]]+?)\s*[)\]]$"),
    re.compile(r"^(?P<name>.+?)(?:\s+[-–—]+|\s*[:=])\s*(?P<mark>[^\s].*)$", re.DOTALL),
    re.compile(rf"^(?P<name>.+?)\s*(?P<mark>[{_TICKS}{_CROSSES}])$"),
    re.compile(rf"^(?P<mark>[{_TICKS}{_CROSSES}])\s*(?P<name>.+)$"),
    re.compile(r"^(?P<name>.+?)\s+(?P<mark>(?:absent|abs\.?|no[- ]show)(?: today)?)$", re.IGNORECASE),
)
HERE, UNSAID = "Present, unmarked", "(no mark)"
"""What is written for a name without a mark: where the others' marks only tell who was away, and where they don't."""


def split(text: str) -> tuple[str, str | None]:
    """A name, and what stands behind it; None where nothing does."""
    bare = text.strip()
    for pattern in _MARKED:
        if (match := pattern.match(bare)) and names.looks_whole(match["name"]):
            return match["name"].strip(" ,;"), match["mark"].strip()
    return bare, None


def status(mark: str) -> str | None:
    """What a mark says became of a session; None where nobody knows it."""
    if mark in _TICKS:
        return "delivered"
    said = statuses.read(mark)
    return said.status if said.known and said.minutes is None and len(mark) > 1 else None


def is_name(text: str) -> bool:
    """Whether a text is a whole name, with a mark or without."""
    return names.looks_whole(split(text)[0])


def told(table: Table) -> Table:
    """The table with the marks behind its students' names in a column of their own, where some of them are known as
    what became of a session; what stands behind the other names is then asked about.

    Names without a mark were there where the marks only tell who was away. A column of outcomes keeps what it says.
    """
    for place, heading in enumerate(table.headings):
        if words.spelt_out(words.heading(heading)) in _of_students():
            texts = table.texts(place)
            found = {text: split(text) for text in texts}
            marked = [mark for _, mark in found.values() if mark]
            if any(map(status, marked)):
                return _apart(table, place, found, unmarked(marked))
    return table


def _of_students() -> frozenset[str]:
    listed = synonyms.headings("student")["student_name"]
    return frozenset(words.spelt_out(word) for word in (*listed, "student"))


def _apart(table: Table, place: int, found: dict[str, tuple[str, str | None]], unmarked: str) -> Table:
    column = table.body.column(place).to_pylist()
    pairs = [found.get(text or "", (text, None)) for text in column]
    told = [(mark or unmarked) if name and name.strip() else None for name, mark in pairs]
    note = f"What stands behind the names under {table.headings[place]} tells what became of each session."
    named = table.filled(place, [name for name, _ in pairs]).noted(note)
    return also_said(named, told, {row for row, (_, mark) in enumerate(pairs) if not mark})


def unmarked(found: Iterable[str]) -> str:
    """What is written where nothing stands, by the marks that are found elsewhere."""
    return HERE if {status(mark) for mark in found} - {None} <= {"missed"} else UNSAID


def also_said(table: Table, told: Sequence[str | None], silent: Collection[int] = ()) -> Table:
    """The table with what became of each session beside what its own column of outcomes says, or in a column of its own.
    In the rows that are ``silent`` nothing stands, and a column of outcomes says it alone."""
    listed = synonyms.headings("sessions")["status"]
    own = next((at for at, one in enumerate(table.headings) if words.heading(one) in listed), None)
    if own is None:
        return table.also("Session Status", told)
    pairs = zip(table.body.column(own).to_pylist(), told, strict=True)
    return table.filled(own, [_both(said, None if row in silent else mark) for row, (said, mark) in enumerate(pairs)])


def _both(said: str | None, mark: str | None) -> str | None:
    """A row's outcome and the mark behind its student's name: two that say another thing are asked about."""
    return " - ".join(part.strip() for part in (said, mark) if part and part.strip()) or None
