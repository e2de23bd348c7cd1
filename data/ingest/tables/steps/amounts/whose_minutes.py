"""Minutes of a student beside those of the group in all, and of who gave them with preparation and travel."""

from collections.abc import Iterator

from data.contracts import meanings
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import families, numbers, words

_OWN = frozenset({"student"})
_BESIDE = (
    families.CLOCK
    | meanings.words("given")
    | {"session", "service", "number", "count", "direct", "received", "see", "therapy", "contact", "face", "to", "time",
       "length", "duration"}
)  # fmt: skip
_OF_OTHERS = families.STAFF | {"group"}
_IN_ALL = frozenset({"total", "billable", "billed"})
_OTHER_WORK = frozenset(
    ("prep", "preparation", "planning", "travel", "drive", "driving", "documentation", "document", "doc", "charting",
     "paperwork", "setup", "note", "admin", "administrative")
)  # fmt: skip
_APART = families.MISSED | {
    "individual",
    "small",
    "size",
    "away",
    "not",
    "consult",
    "consultation",
    "indirect",
    "makeup",
}
"""Words of minutes that were missed, or are one kind or way of several in which the student had them."""


def told(table: Table) -> Table:
    """A log with the student's own minutes alone, where other columns tell the group's, the provider's, those of what was
    done without the student, or their sum; as it is where no one column is the student's."""
    said = [words.said_by(heading) for heading in table.headings]
    timed = [place for place, one in enumerate(said) if _is_timed(one) and not one & _APART]
    own = [place for place in timed if _OWN <= said[place] <= _OWN | _BESIDE]
    plain = [place for place in timed if said[place] <= _BESIDE]
    others = _OF_OTHERS | _OTHER_WORK | (_IN_ALL if own else frozenset())
    dropped = [place for place in timed if said[place] & others and _are_numbers(table, place)]
    kept = own or plain
    dropped += [place for place in timed if place not in dropped and _are_summed(table, place, kept, dropped)]
    is_log = bool(looks.meant_for(table.headings, "sessions", "session_date"))
    if len(kept) != 1 or not dropped or not is_log or _told_by_kinds(said) or not _are_numbers(table, kept[0]):
        return table
    dropped = _of_others(table, said, kept[0], dropped)
    if not dropped:
        return table
    rest = ", ".join(table.headings[place] for place in dropped)
    note = f"{table.headings[kept[0]]} tells the student's minutes; {rest} are the group's or of who gave them."
    return table.without(*dropped).noted(note)


def _is_timed(said: frozenset[str]) -> bool:
    """Whether words of a heading are of units of time, or of all the time or the student's (Total Time)."""
    return bool(said & families.CLOCK) or (bool(said & (_OWN | {"total"})) and bool(said & families.TIMES))


def _are_summed(table: Table, place: int, kept: list[int], others: list[int]) -> bool:
    """Whether a column of totals (Total Hrs) is in each row the sum of the student's own and what was done without the
    student."""
    if "total" not in words.said_by(table.headings[place]) or not kept or not others:
        return False
    rows = zip(*(table.body.column(at).to_pylist() for at in (place, *kept, *others)), strict=True)
    numbered = ([numbers.to_float(text or "") or 0.0 for text in row] for row in rows)
    return all(abs(total - sum(parts)) < _ROUNDED for total, *parts in numbered)


_ROUNDED = 0.02
"""Hours by which a sum may differ that was rounded."""


def _told_by_kinds(said: list[frozenset[str]]) -> bool:
    """Whether minutes stand apart by how they were given: Individual Min beside Group Min."""
    return any(one & families.CLOCK and "individual" in one for one in said)


def _of_others(table: Table, said: list[frozenset[str]], kept: int, places: list[int]) -> list[int]:
    """Those of the places that aren't the student's time even in rows that tell none of the student's own. A group's may
    be it there; a total is, if nobody told any time of the student's, or if it is the sum of the student's and a group's."""
    alone = [place for place in places if not said[place] & _OTHER_WORK and _stands_alone(table, place, kept)]
    totals = [place for place in alone if said[place] & _IN_ALL and not said[place] & _OF_OTHERS]
    if len(alone) > len(totals):
        return [place for place in totals if any(total != own for total, own in _beside_own(table, place, kept))]
    return places if not totals or any(True for _ in _beside_own(table, totals[0], kept)) else []


def _beside_own(table: Table, place: int, kept: int) -> Iterator[tuple[float | None, float | None]]:
    """A column's numbers in the rows that tell the student's own time, each with that."""
    for texts in zip(*(table.body.column(at).to_pylist() for at in (place, kept)), strict=True):
        number, own = (numbers.to_float(text or "") for text in texts)
        if own:
            yield number, own


def _stands_alone(table: Table, place: int, kept: int) -> bool:
    """Whether a row has minutes in a column and none in the student's: in a group the student had those."""
    beside = zip(*(table.body.column(at).to_pylist() for at in (place, kept)), strict=True)
    return any(_is_some(text) and not _is_some(own) for text, own in beside)


def _is_some(text: str | None) -> bool:
    return bool(numbers.to_float(text or ""))


def _are_numbers(table: Table, place: int) -> bool:
    return table.all_are(place, lambda text: numbers.to_float(text) is not None)
