"""Goals that a list numbers, and that are called by their number alone (Goal 1) where their scores stand."""

import re
from collections.abc import Iterable, Sequence

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.labelled import Sections
from data.ingest.values import codes, criteria, numbers, words

_NUMBER = re.compile(
    r"^(?:(?:annual |iep )?(?:goal|objective|obj|target|skill)s?\s*)?(?:#|no\.?|number)?\s*(?P<number>\d{1,2}[a-z]?)\s*[.):]?$",
    re.IGNORECASE,
)
_HEADS = frozenset(("goal", "objective", "number"))
_OF_A_LIST = ("baseline", "target", "area", "due_date", "start_date")
_FEWEST_WORDS, _FEWEST, _MOST_ROWS = 3, 2, 20_000
Goals = dict[tuple[str, str], str]
"""(student, number of the goal) -> the number as its list writes it."""


def listed(table: Table) -> Table:
    """The list of goals with their words under a heading that says so, where one column under a heading of nothing else
    holds whole phrases (What: Ada will jump), beside a column of goals that holds nothing but their numbers, or beside what
    they begin with and are to reach, told with units."""
    number = _numbers(table)
    told = any(looks.written_for(table.headings, "goals", name) for name in _OF_A_LIST)
    if table.melted or not (told if number is not None else _tells_measures(table)):
        return table
    if any(_are_phrases(table, place) for place in looks.written_for(table.headings, "goals", "goal_text")):
        return table
    free = [place for place in range(len(table.headings)) if place != number and not _is_told(table.headings[place])]
    wordy = [place for place in free if _are_phrases(table, place)]
    if len(wordy) != 1:
        return table
    (place,) = wordy
    named = table if number is None else table.called(number, "Target" if _is_aim(table, number) else "Goal Number")
    return named.called(place, "Goal Text").noted(f"{table.headings[place]}: the goals in words.")


_LETTERED = re.compile(r"^(?P<number>\d{1,2}[a-z])\s*[.):-]?\s+(?P<words>\S.*)$", re.DOTALL)


def lettered(table: Table) -> Table:
    """The table with the number of each objective (1a. Puts on a coat) beside its words, where all have one."""
    for place, heading in enumerate(table.headings):
        if words.said_by(heading) in _OBJECTIVES and table.all_are(place, _LETTERED.match) and _numbers(table) is None:
            told = [_LETTERED.match(text or "") for text in table.body.column(place).to_pylist()]
            made = {
                name: [one[part] if one else None for one in told] for name, part in zip(_LABELS, _PARTS, strict=True)
            }
            return table.instead(place, made)
    return table


def under_goals(table: Table) -> Table:
    """The table with its objectives as the goals, where they stand in a column beside annual goals of which one has several,
    or beside the area that each is of: what is scored is each objective."""
    found = [at for at, heading in enumerate(table.headings) if words.said_by(heading) in _OBJECTIVES]
    goals = [at for at in looks.written_for(table.headings, "goals", "goal_text") if at not in found]
    if len(found) != 1 or len(goals) != 1 or not table.all_are(found[0], _is_wording):
        return table
    if _are_areas(table, goals[0]):
        note = f"Each objective is a goal of its own, of the area under {table.headings[goals[0]]}."
        return table.called(found[0], "Objective").called(goals[0], "Goal Area").noted(note)
    whose = _students(table) or [None] * len(table.body)
    pairs = {*zip(whose, *(table.body.column(at).to_pylist() for at in (goals[0], found[0])), strict=True)}
    if len({(who, goal) for who, goal, _ in pairs}) == len(pairs):
        return table
    note = f"Each objective is a goal of its own; {table.headings[goals[0]]}, which tells of several, is not kept."
    return table.called(found[0], "Objective").without(goals[0]).noted(note)


def _are_areas(table: Table, place: int) -> bool:
    """Whether a column of goals holds but the area of each (Articulation), which no other column tells."""
    texts = table.texts(place)
    untold = not looks.written_for(table.headings, "goals", "area")
    return (
        untold and bool(texts) and all(len(text.split()) <= _OF_AN_AREA and codes.find(text, "area") for text in texts)
    )


_OF_AN_AREA = 3
"""The most words of a goal that is called by its area."""


def _is_wording(text: str) -> bool:
    """Whether a text is an objective in words, and no number of one (2, 1a, Objective 2)."""
    return _HEADED.match(text.strip()) is None and _SPOKEN.search(text) is not None


_SPOKEN = re.compile(r"[^\W\d]{3}|[^\W\d].* ")


_PARTS = ("number", "words")


def _is_aim(table: Table, number: int) -> bool:
    """Whether a column of numbers stands right behind what goals begin with, as what they are to reach and no number of
    a goal does, and no other column tells that."""
    told = [set(looks.written_for(table.headings, "goals", name)) - {number} for name in ("baseline", "target")]
    return number - 1 in told[0] and not told[1] and not count_on(table.texts(number))


def count_on(texts: Iterable[str]) -> bool:
    """Whether numbers only count on from 1, as those of goals do."""
    told = set(map(numbers.to_float, texts))
    return told == set(map(float, range(1, len(told) + 1)))


def _tells_measures(table: Table) -> bool:
    """Whether columns of what goals begin with and are to reach hold measures with units, and nothing tells of sessions or
    lines: From and To may be days, clocks or places elsewhere."""
    others = (("sessions", "session_date"), ("sessions", "minutes"), ("service_lines", "frequency"))
    if any(looks.written_for(table.headings, *other) for other in others):
        return False
    found = (looks.only_one_for(table.headings, "goals", name) for name in ("baseline", "target"))
    return all(place is not None and table.all_are(place, _has_unit) for place in found)


def _has_unit(text: str) -> bool:
    told = criteria.read(text)
    return told is not None and told.unit is not None


_HEADED = re.compile(r"^(?:goal|objective|obj)\s*#?\s*(?P<number>\d{1,2}[a-z]?)$", re.IGNORECASE)
_LABELS = ("Goal Number", "Goal Text")


def above(headings: Sequence[str], sections: Sections) -> tuple[dict[str, str], Sections]:
    """The goals in words that labels above a table give to the numbers of its ``headings``, of columns that aren't empty
    (Goal 1: Ada will hop, over a column Goal 1), and what else the labels say; no goals where a heading is of none of them,
    or a column tells the objectives under them."""
    told = {pairs[_LABELS[0]].lower(): pairs[_LABELS[1]] for _, pairs in sections if pairs.keys() >= {*_LABELS}}
    if told and any(words.said_by(heading) in _OBJECTIVES for heading in headings):
        return {}, _without_goals(sections)
    numbers = [match["number"].lower() for heading in headings if (match := _HEADED.match(heading.strip()))]
    if not numbers or not told.keys() >= {*numbers}:
        return {}, sections
    return told, _without_goals(sections)


_OBJECTIVES = tuple(
    map(frozenset, (("objective",), ("goal", "objective"), ("short", "term", "objective"), ("sto",), ("benchmark",)))
)
"""The headings of what is measured under an annual goal: each objective is a goal of its own, whose scores are no other's."""


def _without_goals(sections: Sections) -> Sections:
    rest = [(at, {label: value for label, value in pairs.items() if label not in _LABELS}) for at, pairs in sections]
    return [(at, pairs) for at, pairs in rest if pairs]


_AREA, _SENTENCE = frozenset(("goal", "area")), 4


def in_sentences(headings: tuple[str, ...], columns: Sequence[pa.Array]) -> tuple[str, ...]:
    """The headings, of which Goal Area is the goals' own, or Target (Aim, Outcome) beside where each began or what is to be
    reached, where most of what stands beneath it are sentences and no other column is of goals in words."""
    if any(words.heading(one) in synonyms.headings("goals")["goal_text"] for one in headings):
        return headings
    return tuple(
        _LABELS[1] if _may_be_goals(heading, headings) and _are_sentences(column) else heading
        for heading, column in zip(headings, columns, strict=True)
    )


_OF_AIMS = frozenset(
    {"target", "aim", "outcome", "scheduled", "intended", "desired", "learning", "iep", "annual", "student"}
)


def _may_be_goals(heading: str, headings: Sequence[str]) -> bool:
    """Whether a heading of areas, or of aims beside others of scores, may stand over goals in words."""
    said = words.said_by(heading)
    others = [one for one in headings if one != heading]
    scored = any(looks.written_for(others, "goals", name) for name in ("target", "baseline"))
    return said == _AREA or (scored and said <= _OF_AIMS and bool(said & _AIMS))


_AIMS = frozenset({"target", "aim", "outcome"})


def _are_sentences(column: pa.Array) -> bool:
    texts = {text for text in column.to_pylist() if text and text.strip()}
    return sum(len(text.split()) >= _SENTENCE for text in texts) * 2 > len(texts)


def in_words(table: Table, goals: dict[str, str]) -> Table:
    """The table with the words of its goals beside their numbers, where a column calls them by these alone."""
    place = _numbers(table) if goals else None
    if place is None:
        return table
    numbers = [match["number"].lower() if (match := _NUMBER.match((text or "").strip())) else None
               for text in table.body.column(place).to_pylist()]  # fmt: skip
    named = table.filled(place, numbers).called(place, _LABELS[0])
    return named.also(_LABELS[1], [goals.get(number or "") for number in numbers])


def _is_told(heading: str) -> bool:
    """Whether a heading is of anything else that is told of goals, sessions or staff, or one of notes."""
    slots = (slot for dataset in ("goals", "sessions", "providers") for slot in synonyms.SLOTS[dataset])
    others = (slot.words for slot in slots if slot.name not in ("goal_text", "goal_id"))
    return any(words.heading(heading) in one for one in (*others, *synonyms.FORBIDDEN.values()))


def named(tables: Sequence[Table]) -> list[Table]:
    """The tables of a file, the scores of goals under the numbers that the lists of the same students give these."""
    known: Goals = {}
    short = [table for table in tables if table.body.num_rows <= _MOST_ROWS]
    for table in short if len(tables) >= _FEWEST else ():
        known |= _goals(table)
    return [_by_number(table, known) if known and table in short else table for table in tables]


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
