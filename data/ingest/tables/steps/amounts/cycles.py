"""The cycle of all amounts of a table, where only a remark around it says it: mandates are per week."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pyarrow as pa

from data.ingest.model import Table
from data.ingest.tables import looks, spread
from data.ingest.values import blocks, codes, families, frequencies, nothing, numbers, words

_SAYS = re.compile(
    r"\b(?:mandates?|minutes|mins|hours|hrs|amounts?|frequenc(?:y|ies)|services?|sessions?|times|all)\b.*"
    r"\b(?:per|each|a|by the) (week|month|quarter|semester|year)\b|"
    r"\b(week|month|quarter)ly (?:\w+ ){0,2}(?:mandates?|minutes|amounts?|frequenc(?:y|ies)|sessions?)\b|"
    r"\b(?:mandates?|minutes|hours|amounts?) (?:\w+ )?(?:are|is|as) (?:\w+ )?(week|month|quarter)ly\b"
)
_PERIODS = re.compile(r"\b(week|month|quarter|semester|(?<!school )(?<!academic )year)(?:ly)?\b")
_LONGEST = 8
"""Words of a remark that says nothing else."""
_MOST = 0.8
_LOOKED_AT = 60
HEADING = "Cycle"


def said(table: Table, remarks: Iterable[str]) -> Table:
    """The table with the cycle in a column, where its amounts and its headings say none and the remarks only one."""
    found = set() if table.melted else {cycle for remark in remarks if (cycle := in_remark(remark))}
    if len(found) != 1 or not any(_lacks_cycle(table.texts(place)) for place in range(len(table.headings))):
        return table
    told = [at for at, one in enumerate(table.headings) if _OF_CYCLES & words.said_by(one) and table.texts(at)]
    if not all(spread.are_dates(table, at) for at in told):
        return table
    cycle = found.pop()
    return table.also(HEADING, pa.array([f"per {cycle}"] * len(table.body), pa.string()))


def noted(table: Table, remarks: Iterable[str]) -> Table:
    """The table with the remarks around it, such as a note below, that say the period of all of its amounts: what they say
    of one service's is not of all."""
    told = [one for one in remarks if one not in table.notes and in_remark(one) and not codes.find(one, "service")]
    return replace(table, notes=(*table.notes, *dict.fromkeys(told))) if told else table


_ALTERNATING = re.compile(r"\balternat|\bevery other week\b|\ba ?b weeks?\b|\bweeks? a b\b")
_ONE_OF_TWO = frozenset(("a", "b", "week a", "week b", "a week", "b week", "a weeks", "b weeks", "odd", "even"))
_EACH = frozenset(("every", "all", "both", "each", "weekly", "every week", "a b", "a and b", "both weeks"))
EVERY = "Every Weeks"


def alternating(table: Table, remarks: Iterable[str]) -> Table:
    """The table with every how many weeks there is service, where a column of weeks says A, B or every, and a remark or its
    own heading says that A and B take turns."""
    weekly = (at for at, heading in enumerate(table.headings) if "week" in words.said_by(heading))
    place = next((at for at in weekly if are_turns(table.headings[at], table.texts(at))), None)
    told = (*remarks, table.headings[place]) if place is not None else ()
    if place is None or not any(_ALTERNATING.search(words.plain(text)) for text in told):
        return table
    texts = [words.plain(text or "") for text in table.body.column(place).to_pylist()]
    weeks = ["2" if text in _ONE_OF_TWO else "1" if text in _EACH else None for text in texts]
    return table.instead(place, {EVERY: weeks}).noted(f"{table.headings[place]}: A and B are every other week.")


def are_turns(heading: str, texts: Iterable[str]) -> bool:
    """Whether a column of weeks says which of two that take turns is meant, on some rows or on all."""
    if "week" not in words.said_by(heading):
        return False
    told = {words.plain(text) for text in texts}
    return bool(told & _ONE_OF_TWO) and told <= _ONE_OF_TWO | _EACH


def in_blocks(table: Table, remarks: Iterable[str]) -> Table:
    """The table with in how many of how many weeks there is service, where a column of few texts tells nothing else (3 of 4;
    every week); where only a title does (3:1 model), and the amounts are by week, each row says that it isn't clear."""
    days = looks.written_for(table.headings, "sessions", "session_date")
    if table.melted or days or EVERY in table.headings:
        return table
    for place, heading in enumerate(table.headings):
        told = _blocks(table, place)
        if any(1 < block.served < block.weeks for block in told.values()):
            cells = table.body.column(place).to_pylist()
            made = [(block.text if (block := told.get(text or "")) else text) for text in cells]
            return table.instead(place, {EVERY: made}).noted(f"{heading}: in how many weeks there is service.")
    titled = {block.text for remark in remarks if (block := blocks.within(remark))}
    if len(titled) != 1 or not _by_week(table):
        return table
    return table.also(EVERY, pa.array([f"{titled.pop()}{BY_A_TITLE}"] * len(table.body), pa.string()))


BY_A_TITLE = ", as a title says"
"""Behind weeks that no column tells: they may be of all rows or of some."""
BY_A_COLUMN = ", as a column says"
"""Behind fewer weeks than a year has, of which no column says which they are."""


def _blocks(table: Table, place: int) -> dict[str, blocks.Block]:
    """Each text of a column with the weeks that it tells; empty where one of them tells anything else."""
    few = [text for text in table.body.column(place).slice(0, _LOOKED_AT).unique().to_pylist() if text and text.strip()]
    if not 0 < len(few) <= _FEW or not any(letter.isdigit() for text in few for letter in text):
        return {}
    named = bool({"week", "schedule", "model"} & words.said_by(table.headings[place]))
    of_weeks = named or any(blocks.read(text) for text in few)
    for texts in (few, table.texts(place)):
        told = {text: block for text in texts if (block := blocks.read(text, of_weeks=of_weeks))}
        if len(told) < len(texts):
            return {}
    return told


_FEW = 12


def _by_week(table: Table) -> bool:
    """Whether the amounts of a table are by the week: by a heading of times or minutes, or because all of a column are."""
    told = [words.said_by(heading) for heading in table.headings]
    if any("week" in one and one & (_TIMES | _AMOUNTS | _COUNTS | {"x", "visit"}) for one in told):
        return True
    amounts = [table.texts(at) for at, one in enumerate(told) if one & {"frequency", "mandate"}]
    return any({frequencies.read(text).cycle for text in texts[:_LOOKED_AT]} == {"week"} for texts in amounts)


_OF_CYCLES = families.PERIODS - {"day"} | {"cycle", "period", "interval", "per"}


def side_by_side(table: Table) -> Table:
    """The table with one column of amounts, each with its period, where several that differ in nothing but that (Weekly
    Minutes, Monthly Minutes; Direct Min/Wk, Direct Min/Mo) are each filled, and no row fills two."""
    told: dict[frozenset[str], dict[str, int]] = {}
    own = any(words.heading(heading) == "frequency" for heading in table.headings)
    for place, heading in enumerate(table.headings):
        said = words.said_by(heading)
        sides, rest = said & _OF_SIDES, said - _OF_SIDES
        of_minutes = _are_minutes(rest) or (not rest and _are_bare(table, place))
        if len(sides) == 1 and ((_are_times(rest) and not own) or (of_minutes and not sides & _DAILY)):
            told.setdefault(rest, {})["".join(sides)] = place
    found = next(((rest, sides) for rest, sides in told.items() if _are_one(table, sides)), None)
    return side_by_side(_joined(table, *found)) if found else table


def _are_minutes(rest: frozenset[str]) -> bool:
    return bool(rest & _AMOUNTS) and rest - _subject(rest) <= _AMOUNTS | _PLAIN


def _subject(rest: frozenset[str]) -> frozenset[str]:
    """The words of a heading that name a service, or how it is given: Direct of Direct Min/Wk."""
    return frozenset(word for word in rest if codes.tells(word))


_BY_PERIOD = re.compile(r"^(?:per \w+|\w+ly)$")
_FEWEST_MINUTES = 10


def _are_bare(table: Table, place: int) -> bool:
    """Whether a heading of a list of services says by what time alone (Weekly) over numbers that can only be minutes."""
    if not _BY_PERIOD.match(words.heading(table.headings[place])):
        return False
    told = [number for text in table.texts(place) if (number := numbers.to_float(text))]
    of_lines = looks.written_for(table.headings, "service_lines", "service")
    return bool(of_lines) and bool(told) and min(told) >= _FEWEST_MINUTES


def _are_times(rest: frozenset[str]) -> bool:
    """Whether the words of a heading, without its period, count sessions."""
    return bool(rest & _TIMES) and rest <= _TIMES | _PLAIN | _COUNTS


_DAILY = frozenset(("day",))
_OF_SIDES = families.PERIODS
_TIMES = frozenset(("session", "times"))
_COUNTS = frozenset(("count", "number"))
_AMOUNTS = families.CLOCK
_PLAIN = frozenset(("service", "total", "session", "prescribed", "iep", "number", "amount", "therapy"))


def _are_one(table: Table, sides: dict[str, int]) -> bool:
    """Whether columns are of numbers, each of them filled, and no row fills two."""
    if len(sides) < FEWEST or not all(
        table.all_are(at, _is_amount) and any(map(_says, table.texts(at))) for at in sides.values()
    ):
        return False
    rows = zip(*(table.body.column(place).to_pylist() for place in sides.values()), strict=True)
    return all(sum(map(_says, row)) <= 1 for row in rows)


FEWEST = 2


def _is_amount(text: str) -> bool:
    return nothing.is_nothing(text) or numbers.is_number(text)


def _says(text: str | None) -> bool:
    return bool(numbers.to_float(text or ""))


def _joined(table: Table, rest: frozenset[str], sides: dict[str, int]) -> Table:
    unit = "times" if _are_times(rest) else "hr" if "hour" in rest else "min"
    rows = zip(*(table.body.column(place).to_pylist() for place in sides.values()), strict=True)
    told = (next(((text, side) for text, side in zip(row, sides, strict=True) if _says(text)), None) for row in rows)
    amounts = [f"{one[0].strip()} {unit} per {one[1]}" if one and one[0] else None for one in told]
    first, *others = sides.values()
    named = " or ".join(table.headings[place] for place in sides.values())
    subject = " ".join(sorted(_subject(rest) - _PLAIN))
    heading = "Frequency" if unit == "times" else f"{subject.title()} Amount and Frequency".strip()
    table = table.instead(first, {heading: amounts})
    return table.without(*others).noted(f"{named}: one amount a row.")


def in_remark(remark: str) -> str | None:
    """The cycle that a short remark or title says of all amounts: mandates are per week, Weekly OT minutes."""
    if match := next(filter(None, map(_UNLESS.search, map(words.plain, _PARTS.split(remark)))), None):
        return match[1]
    bare = words.plain(remark)
    match = _SAYS.search(bare) if len(bare.split()) <= _LONGEST and len(set(_PERIODS.findall(bare))) == 1 else None
    return next(filter(None, match.groups())) if match else None


_PARTS = re.compile(r"[.;|()\n]")
_UNLESS = re.compile(r"^(?:all )?(?:(?:min|mins|minutes|hrs|hours|times|amounts?) )?(?:are |is )?(?:(?:per|a|each) )?"
                     r"(week|month|quarter|year)(?:ly)? (?:unless|except (?:as|where)|if not) (?:otherwise )?"
                     r"(?:noted|stated|indicated|specified|marked)$")  # fmt: skip
"""What holds for all amounts but those that say otherwise: weekly unless noted."""


def _lacks_cycle(texts: tuple[str, ...]) -> bool:
    """Whether nearly all texts of a column are amounts of sessions, and none says its cycle; a column of which the first
    ones aren't is read no further."""
    return _are_amounts(texts[:_LOOKED_AT]) and (len(texts) <= _LOOKED_AT or _are_amounts(texts))


def _are_amounts(texts: tuple[str, ...]) -> bool:
    told = [frequencies.read(text) for text in texts if any(letter.isdigit() for letter in text)]
    whole = [one for one in told if one.amount_minutes is not None and one.sessions is not None]
    return len(whole) >= _MOST * len(texts) > 0 and not any(one.cycle for one in told)
