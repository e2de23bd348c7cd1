"""One line's amount out of the cells that tell of it."""

import re
from dataclasses import dataclass, replace

from data.ingest.mapping.says import BY_DAY
from data.ingest.mapping.says import cycles as cycles_in
from data.ingest.staging.readers import unit_of
from data.ingest.tables.steps.amounts.cycles import BY_A_COLUMN, BY_A_TITLE
from data.ingest.values import blocks, durations, frequencies, frequency_words, line_amounts, numbers, spelt
from data.ingest.values.durations import Unit
from data.ingest.values.frequencies import Frequency
from data.ingest.values.line_amounts import Told
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.words import heading as words_of

CELLS = (
    "frequency", "cycle", "line_minutes", "minutes_per_session", "amount_minutes", "sessions_per_cycle",
    "every_weeks", "stated_year_minutes",
)  # fmt: skip
_MANY = 1_000_000.0
_CANONICAL = re.compile(r"^(week|month|quarter|semester|year|iep_year|(?:rotation|weeks):\d{1,3})$")
_TWO_MEANINGS = re.compile(
    rf"{frequency_words.SIX_WEEKS}|"
    r"\bbi[- ]?(?:weekly|monthly|wkly)\b|(?:\b(?:(?:in )?an?|per|each|every)\s+|/\s*)?\bterms?\b|\bmon\b\.?",
    re.IGNORECASE,
)


FEW_WEEKS = (
    "it is for fewer weeks than a school year has; is it owed in each week from start to end, or how much in all?"
)
SOME_WEEKS = "a title speaks of some weeks only; are the amounts by week given in these, or in every week?"


@dataclass(frozen=True)
class Amount:
    """What a line obliges. ``problem`` says what is wrong; ``shown`` is the text that it is wrong in."""

    minutes_per_session: float | None = None
    sessions: float | None = None
    minutes: float | None = None
    cycle: str | None = None
    usable: bool = True
    text: str | None = None
    problem: str = ""
    message: str = ""
    field: str = ""
    shown: str = ""
    is_once: bool = False
    """One session each time by the word alone (Weekly), which is told."""


@dataclass(frozen=True)
class Cell:
    """One cell of an amount: the field of its heading, the heading, the text, the cycle that the heading says."""

    field: str
    heading: str
    text: str
    cycle: str | None = None
    unit: Unit | None = None
    """What bare numbers are, where a person had to say it; else the heading does."""


def settle(
    cells: list[Cell], heading_cycle: str | None, answers: dict[str, str], *, is_counted: bool = False
) -> Amount:
    """The amount of one line. ``answers``: text -> the frequency that a person said it means, or ``unusable``;
    ``is_counted``: a column counts sessions, though it may be blank here."""
    cells = _of_days([cell for cell in cells if not is_nothing(cell.text)], heading_cycle)
    for cell in cells:
        if error := error_in(cell.text):
            return Amount(problem=error.code, message=error.message, field=cell.field, shown=cell.text)
    cells, gainsaid = _by_one_cycle(cells, answers)
    if gainsaid:
        message = f"{gainsaid.text.strip()!r} isn't the period that the heading of the amount names"
        return Amount(problem="two_cycles", message=message, field=gainsaid.field, shown=gainsaid.text.strip())
    text = "; ".join(cell.text.strip() for cell in cells) or None
    told, doubtful = _told([_as_answered(cell, answers) for cell in cells], heading_cycle)
    if doubtful is not None:
        return _judged(doubtful, text, told)
    told = replace(told, is_counted=is_counted)
    said = line_amounts.settle(told)
    shown = _at_fault(cells, said.problem)
    amount = Amount(
        said.minutes_per_session, said.sessions, said.amount_minutes, said.cycle, said.usable, None,
        said.problem, said.message, shown.field, shown.text.strip(), line_amounts.is_by_adverb(told),
    )  # fmt: skip
    return _judged(amount, text, told)


def _by_one_cycle(cells: list[Cell], answers: dict[str, str]) -> tuple[list[Cell], Cell | None]:
    """The cells without a frequency that only says how often there is service beside a year's amount (Weekly; Annual
    Minutes); or the frequency that gainsays the period of an amount's heading (Monthly; Weekly Minutes)."""
    headed = {cell.cycle for cell in cells if cell.field in _AMOUNTS} - {None, BY_DAY}
    said = {cell: frequencies.read(meant(cell.text, answers)) for cell in cells if cell.field in ("frequency", "cycle")}
    others = [cell for cell, one in said.items() if one.cycle in _PLAIN_CYCLES and headed and one.cycle not in headed]
    if not others or any(one.amount_minutes or one.minutes_per_session for one in said.values()):
        return cells, None
    counted = any(cell.field in ("sessions_per_cycle", "minutes_per_session") for cell in cells)
    if headed == {"year"} and not counted and not any(one.sessions or one.bare for one in said.values()):
        return [cell for cell in cells if cell not in others], None
    return cells, others[0]


_PLAIN_CYCLES = ("week", "month", "quarter", "semester", "year")


def _of_days(cells: list[Cell], heading_cycle: str | None) -> list[Cell]:
    """Minutes per day beside so many days a week (or a frequency of another cycle) are those of each session."""
    own = {frequencies.read(cell.text).cycle for cell in cells if cell.field in ("frequency", "cycle")}
    if not ({heading_cycle, *own} - {None, BY_DAY}):
        return cells
    return [
        replace(cell, field="minutes_per_session") if cell.cycle == BY_DAY and cell.field in _AMOUNTS else cell
        for cell in cells
    ]


_AMOUNTS = ("amount_minutes", "line_minutes")
FIRST = ("frequency", "amount_minutes", "line_minutes", "minutes_per_session", "sessions_per_cycle")


def _at_fault(cells: list[Cell], problem: str) -> Cell:
    """The cell that has the problem by itself, else the first that tells of an amount."""
    alone = (cell for cell in cells if problem and frequencies.read(cell.text).problem == problem)
    by_field = (cell for field in FIRST for cell in cells if cell.field == field)
    return next(alone, None) or next(by_field, Cell("", "", ""))


def _judged(amount: Amount, text: str | None, told: Told) -> Amount:
    """An amount that can't be read makes its line unusable; what its other cells say plainly is kept beside it."""
    if amount.usable and amount.problem != "unreadable_frequency":
        return replace(amount, text=text) if amount.problem else amount
    cycle = frequencies.read(told.cycle).cycle or told.heading_cycle
    return replace(
        amount, minutes_per_session=told.per_session, sessions=told.sessions, minutes=None, cycle=cycle, usable=False,
        text=amount.shown or text,
    )  # fmt: skip


def _as_answered(cell: Cell, answers: dict[str, str]) -> Cell:
    """The cell with what a person said it means: an amount and its period are the whole's, not each session's."""
    text = meant(cell.text, answers)
    said = frequencies.read(text) if text != cell.text else Frequency()
    is_whole = said.cycle and said.amount_minutes and not said.sessions and cell.field in _OF_MINUTES
    return replace(cell, text=text, field="amount_minutes" if is_whole else cell.field)


_OF_MINUTES = ("line_minutes", "minutes_per_session")


def meant(text: str, answers: dict[str, str]) -> str:
    """The text, or what a person said it means; an answer that names only a cycle replaces the doubtful word."""
    answer = answers.get(text.strip().casefold())
    if answer is None:
        return text
    answer = cycle_words(answer)
    if answer.casefold() == "unusable":
        return "as needed"
    part = frequencies.read(answer)
    only_cycle = part.amount_minutes is None and part.minutes_per_session is None
    return _TWO_MEANINGS.sub(answer, text) if only_cycle and _TWO_MEANINGS.search(text) else answer


def cycle_words(text: str) -> str:
    """A canonical cycle in words that a frequency is read from; other texts as they are."""
    bare = text.strip().lower()
    if not _CANONICAL.match(bare):
        return text
    name, _, number = bare.partition(":")
    if name == "rotation":
        return f"per {number} day rotation" if number != "1" else "daily"
    if name == "weeks":
        return f"every {number} weeks" if number != "1" else "weekly"
    return {"iep_year": "per iep year"}.get(name, f"per {name}")


def _told(cells: list[Cell], heading_cycle: str | None) -> tuple[Told, Amount | None]:
    """What the cells say, or the cell that can't be read."""
    told, loose = Told(heading_cycle=heading_cycle), []
    season = _of_a_season(cells)
    for cell in cells:
        if cell is season:
            continue
        if cell.field == "every_weeks" and (block := blocks.read(cell.text)):
            told = replace(told, every=block.weeks, served=block.served)
            continue
        if cell.text.endswith((BY_A_TITLE, BY_A_COLUMN)):
            message = SOME_WEEKS if cell.text.endswith(BY_A_TITLE) else FEW_WEEKS
            return told, Amount(problem="some_weeks", message=message, field=cell.field, shown=cell.text)
        number = _number(cell)
        if cell.field == "frequency" and told.text is None:
            told = replace(told, text=cycle_words(cell.text))
        elif cell.field == "cycle" and told.cycle is None:
            told = replace(told, cycle=cycle_words(_every(cell)))
        elif number is None:
            loose.append(cell)
        elif isinstance(number, Amount):
            return told, number
        else:
            told = _with(told, cell.field, number)
    for cell in loose:
        told, doubtful = _from_words(told, cell)
        if doubtful is not None:
            return told, doubtful
    return told, None


def _every(cell: Cell) -> str:
    """A cycle under a heading that itself says every: 2 Weeks under Times Every, Nine Weeks under Per, 6 day under Cycle."""
    told = set(words_of(cell.heading).split())
    if days := _DAYS.match(cell.text) if told & _OF_DAYS else None:
        return f"per {days[1]} day cycle"
    weeks = _WEEKS.match(spelt.in_figures(cell.text.lower())) if told & _OF_WEEKS else None
    is_block = "every" in told and cell.text.strip()[:1].isdigit()
    return f"every {weeks[1]} weeks" if weeks else f"every {cell.text.strip()}" if is_block else cell.text


_WEEKS = re.compile(r"^\s*(\d{1,2})\s*-?\s*w(?:ee)?ks?\s*$")
_OF_WEEKS = frozenset(("per", "every", "each", "interval", "cycle"))
_DAYS = re.compile(r"^\s*(\d{1,2})\s*-?\s*(?:school )?days?\s*$", re.IGNORECASE)
_OF_DAYS = frozenset(("cycle", "rotation", "every"))
_TOTAL = re.compile(r"\btotal\b")


def _of_a_season(cells: list[Cell]) -> Cell | None:
    """A total of all weeks (30 minutes, 2 a week, 36 weeks, total 2160) beside minutes and sessions: no cycle's amount."""
    total = next((cell for cell in cells if cell.field == "amount_minutes" and _is_total(cell.heading)), None)
    parts = {cell.field: _number(cell) for cell in cells if cell.field in _PARTS}
    said = [frequencies.read(cell.text) for cell in cells if cell.field == "frequency"] if total else []
    times = parts.get("sessions_per_cycle") or next((one.sessions for one in said if one.sessions), None)
    each = parts.get("minutes_per_session") or parts.get("line_minutes")
    whole = total and _number(total)
    if isinstance(each, Amount) or isinstance(times, Amount) or isinstance(whole, Amount):
        return None
    if not each or not times or not whole:
        return None
    weeks = whole / (each * times)
    return total if weeks >= _SEASON and weeks.is_integer() else None


_PARTS = ("minutes_per_session", "line_minutes", "sessions_per_cycle")
_SEASON = 4
"""Weeks, or months, that a total of all of them is of at least."""


def _is_total(heading: str) -> bool:
    bare = words_of(heading)
    return _TOTAL.search(bare) is not None and not cycles_in(bare)


def _number(cell: Cell) -> float | Amount | None:
    """The number of a cell; None where it is words; an Amount with a problem where it can be no amount."""
    if cell.field in ("sessions_per_cycle", "every_weeks"):
        said = numbers.read(cell.text)
    else:
        said = durations.read(cell.text, cell.unit or unit_of(cell.heading), _MANY)
    if said.code in ("not_minutes", "not_a_number"):
        return None
    if said.failed:
        return Amount(problem=said.code, message=said.message, field=cell.field, shown=cell.text)
    return float(said.value)


_PLACES = {
    "line_minutes": "minutes", "minutes_per_session": "per_session", "amount_minutes": "total",
    "sessions_per_cycle": "sessions", "stated_year_minutes": "year_total",
    "every_weeks": "every",
}  # fmt: skip


def _with(told: Told, field: str, number: float) -> Told:
    place = _PLACES.get(field)
    if place is None or getattr(told, place) is not None:
        return told
    return replace(told, **{place: number})  # type: ignore[arg-type]


def _from_words(told: Told, cell: Cell) -> tuple[Told, Amount | None]:
    """A cell of words under a heading of numbers: ``30-45``, ``2x``, ``60 min/week``, ``as needed``."""
    if cell.field == "stated_year_minutes":
        return told, None
    said = _read(cell)
    if not said.usable or said.problem:
        usable = said.usable and said.problem != "unreadable_frequency"
        return told, Amount(
            usable=usable, problem=said.problem, message=said.message, field=cell.field, shown=cell.text.strip()
        )
    if said.cycle and told.cycle is None:
        told = replace(told, cycle=cycle_words(said.cycle))
    number, field = _part(cell.field, said), cell.field
    if field == "line_minutes" and said.sessions is not None and said.amount_minutes is not None:
        field = "amount_minutes"
    if said.sessions is not None and cell.field != "sessions_per_cycle":
        told = _with(told, "sessions_per_cycle", said.sessions)
    if said.minutes_per_session is not None and cell.field in ("amount_minutes", "line_minutes"):
        told = _with(told, "minutes_per_session", said.minutes_per_session)
    return (told, None) if number is None else (_with(told, field, number), None)


def _read(cell: Cell) -> Frequency:
    text = cell.text
    if cell.field == "sessions_per_cycle":
        text = re.sub(r"^\s*(\d+(?:\.\d+)?(?:\s*(?:-|to)\s*\d+(?:\.\d+)?)?)\s*(?:days?)?\s*$", r"\1 times", text)
    elif ends := _ENDS.fullmatch(text):
        each = durations.MINUTES_PER[cell.unit or unit_of(cell.heading)]
        text = f"{float(ends[1]) * each:g} to {float(ends[2]) * each:g} min"
    return frequencies.read(text)


_ENDS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)?)\s*")
"""A range in the unit of its heading: 1-2 under Hours per Week."""


def _part(field: str, said: Frequency) -> float | None:
    if field == "sessions_per_cycle":
        bare = None if line_amounts.is_code_alone(said) else said.bare
        return said.sessions if said.sessions is not None else bare
    if field == "minutes_per_session":
        return said.minutes_per_session or said.amount_minutes or said.bare
    return said.amount_minutes or said.minutes_per_session or said.bare
