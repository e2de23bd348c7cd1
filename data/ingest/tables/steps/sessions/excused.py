"""Yes or no to whether an absence was excused (Absence Excused: No), told in words: which of both it was."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import flags, words

_EXCUSED = frozenset({"excused"})
_BESIDE = _EXCUSED | {"absent", "student", "was", "is", "flag", "individual", "indicator", "yn"}
_IN_DOUBT = "Excused: no"
_IN_WORDS = {True: "Excused absence", False: "Unexcused absence"}


def told(table: Table) -> Table:
    """The log with such an answer as the reason of its row, where no other column gives reasons and rows without an absence
    have none: an answer on every row (No where nobody was absent) says nothing of absences. A bare no (Excused: No) may say
    that there was no absence, and is asked about where nothing tells who came."""
    if any(looks.written_for(table.headings, "sessions", "reason")):
        return table
    for place, heading in enumerate(table.headings):
        said = words.said_by(heading)
        if said >= _EXCUSED and said <= _BESIDE and _are_answers(table, place):
            answers = [_answer(text) for text in table.body.column(place).to_pylist()]
            in_words = _IN_WORDS | ({False: _IN_DOUBT} if _may_be_none(table, said) else {})
            made = [None if answer is None else in_words[answer] for answer in answers]
            return table.instead(place, {"Absence Reason": made}).noted(f"{heading}: no is an unexcused absence.")
    return table


def _may_be_none(table: Table, said: frozenset[str]) -> bool:
    """Whether neither a heading nor a title names an absence, and no column of outcomes stands beside it: some of the rows
    may be sessions that were given."""
    told = any(looks.meant_for(table.headings, "sessions", name) for name in _OUTCOMES)
    titled = any(_ABSENCES & words.said_by(text) for text in (*table.notes, table.sheet))
    return "absent" not in said and not told and not titled


_ABSENCES = frozenset({"absent", "missed"})
_OUTCOMES = ("status", "missed_flag", "delivered_flag")


def _are_answers(table: Table, place: int) -> bool:
    """Whether a column holds yes or no, and nothing on some rows."""
    texts = table.body.column(place).to_pylist()
    filled = [text for text in texts if text and text.strip()]
    return 0 < len(filled) < len(texts) and all(_answer(text) is not None for text in filled)


def _answer(text: str | None) -> bool | None:
    said = flags.read(text or "").value
    return said if isinstance(said, bool) else None
