"""Goals that a list numbers, and that are called by their number alone (Goal 1) where their scores stand."""

import re
from collections.abc import Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import words

_NUMBER = re.compile(
    r"^(?:(?:annual |iep )?(?:goal|objective|obj|target|skill)s?\s*)?(?:#|no\.?|number)?\s*(?P<number>\d{1,2}[a-z]?)\s*[.):]?$",
    re.IGNORECASE,
)
_HEADS = frozenset(("goal", "objective", "number"))
_OF_A_LIST = ("baseline", "target", "area", "due_date", "start_date")
_FEWEST_WORDS, _FEWEST = 3, 2
Goals = dict[tuple[str, str], str]
"""(student, number of the goal) -> the number as its list writes it."""


def listed(table: Table) -> Table:
    """The list of goals with their words under a heading that says so, where one column under a heading of nothing else
    holds whole phrases (What: Ada will jump), beside a column of goals that holds nothing but their numbers, or beside what
    they begin with and are to reach."""
    number = _numbers(table)
    told = {name for name in _OF_A_LIST if looks.written_for(table.headings, "goals", name)}
    if table.melted or not (told if number is not None else told >= {"baseline", "target"}):
        return table
    if any(_are_phrases(table, place) for place in looks.written_for(table.headings, "goals", "goal_text")):
        return table
    free = [place for place in range(len(table.headings)) if place != number and not _is_told(table.headings[place])]
    wordy = [place for place in free if _are_phrases(table, place)]
    if len(wordy) != 1:
        return table
    (place,) = wordy
    named = table if number is None else table.called(number, "Goal Number")
    return named.called(place, "Goal Text").noted(f"{table.headings[place]}: the goals in words.")


def _is_told(heading: str) -> bool:
    """Whether a heading is of anything else that is told of goals, sessions or staff, or one of notes."""
    slots = (slot for dataset in ("goals", "sessions", "providers") for slot in synonyms.SLOTS[dataset])
    others = (slot.words for slot in slots if slot.name not in ("goal_text", "goal_id"))
    return any(words.heading(heading) in one for one in (*others, *synonyms.FORBIDDEN.values()))


def named(tables: Sequence[Table]) -> list[Table]:
    """The tables of a file, the scores of goals under the numbers that the lists of the same students give these."""
    known: Goals = {}
    for table in tables if len(tables) >= _FEWEST else ():
        known |= _goals(table)
    return [_by_number(table, known) if known else table for table in tables]


def _numbers(table: Table) -> int | None:
    """The one column that is headed as one of goals and holds nothing but their numbers."""
    found = [
        place for place, heading in enumerate(table.headings)
        if words.said_by(heading) and words.said_by(heading) <= _HEADS and table.all_are(place, _NUMBER.match)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _are_phrases(table: Table, place: int) -> bool:
    texts = table.texts(place)
    wordy = [text for text in texts if len(text.split()) >= _FEWEST_WORDS and not any(map(str.isdigit, text[:1]))]
    return bool(texts) and len(wordy) * 5 >= len(texts) * 4


def _students(table: Table) -> list[str | None] | None:
    """Whose each row is, as the one column of students tells it: ids before names."""
    for name in ("student_id", "student_name"):
        place = looks.only_one_for(table.headings, "measurements", name)
        if place is not None:
            return table.body.column(place).to_pylist()
    return None


def _goals(table: Table) -> Goals:
    """The goals of a list that has them in words beside their numbers."""
    number, who = _numbers(table), _students(table)
    of_words = [at for at in looks.written_for(table.headings, "goals", "goal_text") if at != number]
    if number is None or who is None or not of_words or table.melted:
        return {}
    told = zip(who, table.body.column(number).to_pylist(), strict=True)
    return {(words.plain(one), match["number"].lower()): text.strip() for one, text in told
            if one and text and (match := _NUMBER.match(text.strip()))}  # fmt: skip


def _by_number(table: Table, known: Goals) -> Table:
    """A table of scores with its goals by the numbers of their list, where each of them is in it."""
    place, who = _numbers(table), _students(table)
    scored = any(looks.written_for(table.headings, "measurements", name) for name in ("value", "progress_code"))
    if place is None or who is None or not scored or _goals(table):
        return table
    told = zip(who, table.body.column(place).to_pylist(), strict=True)
    keys = [
        (words.plain(one or ""), match["number"].lower()) if text and (match := _NUMBER.match(text.strip())) else None
        for one, text in told
    ]
    if any(key is not None and key not in known for key in keys):
        return table
    column = [known[key] if key else None for key in keys]
    note = f"{table.headings[place]}: the goals by their numbers, as they are listed elsewhere in the file."
    return table.filled(place, column).called(place, "Goal Number").noted(note)
