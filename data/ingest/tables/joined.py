"""Headings that two rows share: a group's name over the headings beneath it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from data.ingest.tables import labels, looks, spread, week_names, years
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import melting, over_days, periods
from data.ingest.tables.spread import FEWEST_DATES, day_cells, is_day, some_dates
from data.ingest.tables.steps.days import clocks
from data.ingest.tables.titles import PERSON
from data.ingest.values import codes, dates, families, terms, whom, words


@dataclass(frozen=True)
class Header:
    """Headings by column ("" where a column has none) and the rows they stand in, the last one the header row."""

    rows: tuple[int, ...]
    headings: tuple[str, ...]

    @property
    def row(self) -> int:
        """The row under which the records begin."""
        return self.rows[-1]


def joined(grid: Grid, at: int) -> Header:
    """The header at a row, with the row of groups above it or of sub-headings below it, if there is one."""
    cells = grid.row(at)
    below = grid.row(at + 1) if at + 1 < grid.height else ()
    if week_names.are_over(cells, below):
        return Header((at, at + 1), _of_weeks(cells, below))
    above = grid.row(at - 1) if at else ()
    for top, bottom, rows in ((cells, below, (at, at + 1)), (above, cells, (at - 1, at))):
        if over_days.are(top, bottom):
            return Header(rows, over_days.headings(top, bottom))
    if under_weekdays(above, cells):
        return Header((at - 1, at), _named(above, cells))
    if _is_sub(cells, below):
        return Header((at, at + 1), _named(cells, below))
    if week_names.are_over(above, cells):
        return Header((at - 1, at), _of_weeks(above, cells))
    is_group = _is_group(above, cells) and not looks.heads_lists_of_people(cells) and not _head_tables(above, cells)
    if under_months(above, cells) or is_group:
        return Header((at - 1, at), _named(above, cells))
    return Header((at,), tuple(_tidy(cell) for cell in cells))


def under_months(above: Cells, cells: Cells) -> bool:
    """Whether the numbers of days stand beside one another in a row, and a month over the first of them and over each at
    which they begin anew, and nothing else over them."""
    days = [place for place, cell in enumerate(cells) if cell and looks.day_of(cell)]
    if len(days) < FEWEST_DATES or len(above) < len(cells) or any(map(cells.__getitem__, _between(days))):
        return False
    months = [place for place in days if above[place]]
    anew = {days[0], *(later for one, later in pairwise(days) if _number(cells[later]) <= _number(cells[one]))}
    return set(months) == anew and all(_month(above[place] or "") for place in months)


def under_weekdays(above: Cells, cells: Cells) -> bool:
    """Whether halves of days stand in a row, AM and PM again and again, each pair of them with its weekday over it, and nothing
    else over them."""
    halves = [place for place, cell in enumerate(cells) if cell and _is_half(cell)]
    if len(halves) < _HALVES or len(above) < len(cells) or any(map(cells.__getitem__, _between(halves))):
        return False
    firsts, seconds = halves[::2], halves[1::2]
    named = all(looks.is_weekday(above[place] or "") for place in firsts)
    again = all(above[one] in (None, "", above[first]) for first, one in zip(firsts, seconds, strict=False))
    alike = len({words.plain(cells[place] or "") for place in firsts}) == 1
    return named and again and alike and len(firsts) == len(seconds)


_HALVES = 4
"""Halves from which they are those of several days."""


def _is_half(cell: str) -> bool:
    return codes.find(cell, "half_day") in ("am", "pm")


def _between(days: Sequence[int]) -> list[int]:
    return [place for place in range(days[0], days[-1]) if place not in days]


def _number(cell: str | None) -> int:
    return looks.day_of(cell or "") or 0


def _head_tables(above: Cells, cells: Cells) -> bool:
    """Whether texts are the titles of tables side by side, a blank column between, each with its own students: Session log
    and Summary; not Week 1 and Week 2, which say of what time each is."""
    if len({re.sub(r"\d+", "", words.plain(cell)) for cell in above if cell}) < sum(map(bool, above)):
        return False
    runs = [
        [place for place, _ in run]
        for is_filled, run in groupby(enumerate(cells), lambda one: bool(one[1]))
        if is_filled
    ]
    own = all(any(words.heading(cells[place] or "") in looks.of_students() for place in run) for run in runs)
    return len(runs) > 1 and own and all(not any(above[place] for place in run[1:]) for run in runs)


def _is_sub(cells: Cells, below: Cells) -> bool:
    """Whether the row below a header gives headings to columns that the header leaves open."""
    filled = [(i, cell) for i, cell in enumerate(below) if cell]
    texts = [cell for _, cell in filled]
    tops = [cells[i] or "" for i, _ in filled]
    if under_weekdays(cells, below):
        return True
    if _weekdays(texts):
        return all(not top or is_day(top) for top in tops)
    if under_months(cells, below) and any(words.heading(cell) in looks.of_students() for cell in cells if cell):
        return True
    if (
        len(texts) > 1
        and all(map(dates.looks_like, texts))
        and (all(map(terms.is_period, tops)) or periods.are_days_of_scores(cells, tops))
    ):
        return True
    if max(len(some_dates(texts)), len(day_cells(texts))) == len(texts) > 1:
        return all(not top or looks.is_weekday(top) for top in tops)
    if len(filled) < 2 or all(tops):
        return False
    if any(looks.is_value(cell) for cell in texts) or clocks.ends_of(texts[0]):
        return False
    before = {i for i, cell in filled if not any(cells[: i + 1])}
    if {i for i, _ in filled} - before == _spans(cells) and all(looks.known(below[i] or "") for i in before):
        return True
    names = [words.heading(cell) for cell in texts]
    divided = _divided(cells, filled)
    told = sum(looks.known(cell) or names.count(words.heading(cell)) > 1 or place in divided for place, cell in filled)
    return told * 2 >= len(texts)


def _divided(cells: Cells, filled: list[tuple[int, str]]) -> set[int]:
    """The columns in which a text without digits tells whose or which part of an amount stands beneath: In Class, Out of
    Class under Minutes per Week."""
    over, found = "", set()
    below = dict(filled)
    for place, top in enumerate(cells):
        over, sub = top or over, below.get(place, "")
        is_amount = _is_of_amounts(over) or _of_a_kind(over)
        if sub and is_amount and not any(map(str.isdigit, sub)) and _tells_how(over, sub):
            found.add(place)
    return found


def _spans(cells: Cells) -> set[int]:
    """The columns of headings that are merged over several: a heading's own and the open ones after it."""
    open_after = {i for i, cell in enumerate(cells) if not cell and any(cells[:i])}
    return open_after | {i - 1 for i in open_after if cells[i - 1]}


def _weekdays(texts: list[str]) -> bool:
    return len(texts) >= 5 and all(looks.is_weekday(text) for text in texts)


def _is_group(above: Cells, cells: Cells) -> bool:
    """Whether the row above a header names groups of its columns, rather than the table."""
    filled = [(i, cell) for i, cell in enumerate(above) if cell]
    if _are_years([cell for _, cell in filled]) and all(cells[i] for i, _ in filled):
        return True
    names = [words.heading(cell) for cell in cells if cell]
    over = [cell for i, cell in filled if cells[i] and (spread.is_date(cell) or week_names.is_one(cell))]
    others = [(i, cell) for i, cell in filled if cell not in over]
    if len(over) > 1 and len(set(names)) < len(names):
        return all(melting.is_sum(cell) or (looks.known(cell) and not cells[i]) for i, cell in others)
    if not filled or any(not looks.like_heading(cell) or ":" in cell or len(cell) > 40 for _, cell in filled):
        return False
    if says_one_thing([cell for _, cell in filled]):
        return False
    if len(filled) > 1 and all(_of_a_kind(cell) and cells[i] for i, cell in filled):
        return True
    pairs = _beside(above) and not _spread(above, cells) and labels.read(above)[0]
    if _weekdays([cell for _, cell in filled]) or (len(filled) > 1 and all(_month(cell) for _, cell in filled)):
        return True
    if any(not cells[i] for i, _ in filled):
        return len(filled) > 1 and all(cells[i] or looks.known(cell) for i, cell in filled)
    if len(filled) == 1:
        first, top = filled[0]
        over_several = _is_of_amounts(top) and sum(_tells_how(top, sub or "") for sub in cells[first:]) > 1
        return any(cells[:first]) and (looks.known(top) or over_several)
    if len(set(names)) < len(names) and len(filled) > 2:
        return True
    told = sum(looks.known(cell) for _, cell in filled) * 2 >= len(filled) or _spread(above, cells)
    return not pairs and (len(set(names)) < len(names) or told)


def _are_years(texts: list[str]) -> bool:
    """Whether texts are nothing but school years, several of them."""
    told = {years.in_short(text) for text in texts}
    return len(told) > 1 and None not in told


def _spread(above: Cells, cells: Cells) -> bool:
    """Whether texts, no person among them, are spread over the whole width of a header, as groups are."""
    filled = [i for i, cell in enumerate(above) if cell]
    named = [i for i, cell in enumerate(cells) if cell]
    is_wide = filled[0] == named[0] and filled[-1] - filled[0] > len(filled) - 1
    texts = [cell for cell in above if cell]
    no_group = any(PERSON.match(cell) or any(letter.isdigit() for letter in cell) for cell in texts)
    return is_wide and filled[-1] * 2 >= named[-1] and not no_group


def _beside(above: Cells) -> bool:
    """Whether two filled cells of a row stand side by side, as a label and its value do."""
    return any(first and second for first, second in pairwise(above))


def _named(above: Cells, below: Cells) -> tuple[str, ...]:
    """Headings of two rows: a group's name goes before the headings under it where they need it."""
    names = [words.heading(cell) for cell in below if cell]
    group, found = "", []
    for top, sub in zip(above, below, strict=True):
        group = top or (group if sub else "")
        found.append(_tidy(_one(top, group, sub, names)))
    return tuple(found)


def _of_weeks(above: Cells, below: Cells) -> tuple[str, ...]:
    """Headings of weekdays with the week that stands over each."""
    over, found = "", []
    for week, sub in zip(above, below, strict=True):
        over = week if week and sub else over
        found.append(_tidy(week_names.under(over, sub) if over and sub else sub or week))
    return tuple(found)


def _one(top: str | None, group: str, sub: str | None, names: list[str]) -> str:
    if not sub or not group:
        return sub or top or ""
    if looks.day_of(sub):
        return _day(group, sub)
    if top and dates.looks_like(sub) and not is_day(top):
        return f"{top} {sub}" if terms.is_period(top) else f"{top} ({sub})"
    if looks.is_weekday(sub) and is_day(group):
        return group if top else sub
    if looks.is_weekday(group) and is_day(sub):
        return sub
    both, bare = f"{group} {sub}", words.heading(sub)
    if (
        names.count(bare) > 1
        or words.heading(both) in looks.vocabulary()
        or _tells_how(group, sub)
        or _tells_whose(group, sub, names)
        or _needs_unit(group, bare)
        or years.in_short(group)
    ):
        return both
    unknown = not looks.known(sub) and (looks.known(both) or len(bare.split()) == 1)
    return both if unknown else sub


def _tells_how(group: str, sub: str) -> bool:
    """Whether a heading that districts use stands over a kind, setting or grouping (Minutes per Session: Direct)."""
    told = codes.tells(sub, codes.HOW)
    of_amounts = _is_of_amounts(group) and (told or codes.find(sub, "service") is not None)
    return (
        of_amounts or (looks.known(group) and told) or (_of_a_kind(group) and (told or _AMOUNT.search(sub) is not None))
    )


def _tells_whose(group: str, sub: str, names: list[str]) -> bool:
    """Whether a heading of absences stands over those who were away, two or more (Absent: Student, Therapist)."""
    return sum(map(whom.is_whose, names)) > 1 and whom.of_whom(group, sub) is not None


def _needs_unit(group: str, sub: str) -> bool:
    """Whether a unit of time stands over words that say with whom or for what it was (Minutes: With child, On site): they
    say nothing alone."""
    first, _, rest = sub.partition(" ")
    return bool(rest) and first in _PREPOSITIONS and words.said_by(group) <= families.LENGTHS


_PREPOSITIONS = frozenset({"with", "without", "for", "at", "on"})


def _is_of_amounts(group: str) -> bool:
    """Whether a heading over others says of which time and cycle the amounts beneath it are: Minutes per week."""
    told = words.said_by(group)
    return bool(told & {"minute", "hour"}) and bool(told & {"week", "month", "quarter", "year"})


def _of_a_kind(cell: str) -> bool:
    """Whether a heading over others says direct or indirect of what stands beneath: Direct (hours per week); Consult."""
    return codes.find(cell, "kind") is not None


_AMOUNT = re.compile(r"\b(?:min\w*|hours?|hrs?|sessions?|times|freq\w*)\b", re.IGNORECASE)


def _day(group: str, sub: str) -> str:
    """A day's heading with the month that stands over it, if one does."""
    if month := dates.month_in(group):
        return f"{month[0]}-{month[1]:02d}-{looks.day_of(sub):02d}"
    return f"{group} {sub}" if _month(group) else sub


def _month(text: str) -> bool:
    return dates.month_number(text) is not None or dates.month_in(text) is not None


def _tidy(cell: str | None) -> str:
    return " ".join(looks.unexplained(cell or "").split())


REPEATED = 2
"""Cells up to which one word may head two groups; more of it (Required, Required, ...) say something of each column."""


def says_one_thing(cells: list[str]) -> bool:
    """Whether a row says the same of each of its columns (Required, Required, ...)."""
    return len(cells) > REPEATED and len({words.plain(cell) for cell in cells}) == 1
