"""Scores that can't be of the scale that their goal is told in: 150 of a goal in percent, 80 % of one that is to reach 5."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.staging import measures
from data.ingest.staging.columns import NONE, Heading
from data.ingest.staging.work import Rule, Work, doubt
from data.ingest.tables.steps.goals.trials import RIGHT_ONES
from data.ingest.values import criteria, numbers
from data.ingest.values.read import Read, waiting
from data.ingest.values.words import said_by

_MOST = 100
FEW = 5
"""A bare number up to it, beside a percent above it, is a count, a step of a scale, or a part of one."""
_BEYOND = "this is more than 100 or less than 0 percent"
_PART = "it isn't clear whether this is a part of one, as 0.7 for 70 percent"
_UNSAID = "it isn't clear whether this is in percent, as what stands beside it"
_COUNT = (
    "this is how many were right of a goal in percent; write percent, or add a column of how many trials there were"
)
_OTHER = "this is in percent, and the goal beside it isn't"


def within(heading: Heading, read: list[Read], answered: list[bool], *, has_goals: bool) -> list[Read]:
    """The scores, of which those in percent wait that are more than 100 or less than 0, and parts of one among percents above
    one, a bare 1 too unless its goal stands beside it, and tells; not where somebody said which number it is."""
    is_named = measures.says_percent(heading)
    signed = ["%" in text for text in heading.texts]
    values = [one.value for one in read if isinstance(one.value, float)]
    has_parts = (is_named or any(signed)) and any(map(is_part, values)) and max(values) > 1
    found = []
    for one, has_sign, is_said in zip(read, signed, answered, strict=True):
        if isinstance(one.value, float) and not is_said:
            if (is_named or has_sign) and is_beyond(one.value):
                one = waiting("unknown_mark", _BEYOND)
            elif has_parts and not has_sign and (is_part(one.value) or (one.value == 1 and not has_goals)):
                one = waiting("unknown_mark", _PART)
        found.append(one)
    return found


def is_part(value: float) -> bool:
    """Whether a number is a part of one."""
    return 0 < value < 1


def is_beyond(value: float) -> bool:
    """Whether a number is no percent of anything that is counted."""
    return not 0 <= value <= _MOST


def may_differ(work: Work, heading: Heading, read: list[Read]) -> bool:
    """Whether the scores have to be looked at beside their goals."""
    values = [one.value for one in read if isinstance(one.value, float)]
    is_told = measures.says_percent(heading) or any("%" in text for text in heading.texts) or counts(work, heading)
    return is_told or any(is_part(one) or is_beyond(one) for one in values)


def are_percent(goals: list[str]) -> bool:
    """Whether a goal's baseline, target or unit is told in percent; a sentence with a number that isn't read tells no unit
    (under 2 prompts in 80 % of trials)."""
    told = (criteria.read(text) for text in goals)
    is_unit = any("percent" in said_by(text) and not any(map(str.isdigit, text)) for text in goals)
    return is_unit or any(one.unit == "percent" for one in told if one)


@dataclass(frozen=True)
class Column:
    """What the numbers of one column of scores are, taken together."""

    heading: Heading
    has_parts: bool
    """Whether some are parts of one among other numbers, and so any 1 may be."""
    are_parts: bool
    """Whether all are, and nobody said that they are no percents."""

    is_count: bool
    """Whether its heading says that they count what was right, and no column of how many."""

    @classmethod
    def of(cls, work: Work, heading: Heading, read: list[Read]) -> "Column":
        """The column as it was read."""
        values = [one.value for one in read]
        numbers_told = {one for one in values if isinstance(one, float)}
        has_parts = any(map(is_part, numbers_told)) and len(numbers_told) > 1
        said = work.answer(measures.PARTS_OF_ONE) or measures.PERCENT
        are_parts = has_parts and measures.are_parts(values) and said == measures.PERCENT
        return cls(heading, has_parts, are_parts, counts(work, heading))


def counts(work: Work, heading: Heading) -> bool:
    """Whether a heading says that its numbers are how many were right (# Correct), and no column tells of how many."""
    said = said_by(heading.heading)
    return bool(said & RIGHT_ONES) and "percent" not in said and bool(said & _OF_NUMBERS) and not work.at("trials")


_OF_NUMBERS = frozenset(("number", "count", "#"))


def are_parts_too(scores: Heading, bare: list[float]) -> bool:
    """Whether bare numbers of goals are parts of one as the scores beside them are, which are percents: 0.8 beside 0.5."""
    written = [numbers.to_float(text) for text in scores.texts]
    return measures.are_parts(bare) and measures.are_parts(written)


def in_unit(work: Work, column: Column, text: str, value: float, goals: list[str]) -> tuple[float, dict[str, str]]:
    """A score in the unit of its goal (0.6 of a goal in percent is 60, where all scores are parts of one), and the columns
    ``DOUBT`` where it can't be in it, unless somebody said which number it is."""
    heading, text = column.heading, text.strip()
    if not goals or work.answer(text) is not None or _are_told_in_parts(goals):
        return value, {}
    key = f"{text} beside percent" if are_percent(goals) else f"{text} beside numbers"
    if (said := numbers.to_float(work.answer(key) or "")) is not None:
        return said, {}
    if column.are_parts and "%" not in text and are_percent(goals):
        told = f"The numbers under {heading.heading} are parts of one: 0.6 is 60 percent."
        work.assumptions += [told] if told not in work.assumptions else []
        return round(value * _MOST, 9), {}
    if column.is_count and value and are_percent(goals):
        return value, doubt("other_scale", _COUNT, "wait", heading.heading, text)
    why = _gainsaid(column, text, value, goals)
    if why is None:
        return value, {}
    whose = "goals in percent" if are_percent(goals) else "goals that aren't in percent"
    asked = work.ask("code", key, f"Which number is {text!r} under {heading.heading}, of {whose}?")
    return value, doubt("other_scale", why, "wait", heading.heading, text, asked)


def _are_told_in_parts(goals: list[str]) -> bool:
    """Whether the goal's own numbers are parts of one, from 0.4 to 0.8 of a unit in percent, as its scores may be."""
    told = [one for text in goals if (one := criteria.read(text))]
    return are_percent(goals) and measures.are_parts([one.value for one in told if one.unit is None])


def _gainsaid(column: Column, text: str, value: float, goals: list[str]) -> str | None:
    has_sign = "%" in text
    if are_percent(goals):
        if is_beyond(value):
            return _BEYOND
        return _PART if column.has_parts and not has_sign and 0 < value <= 1 else None
    if not has_sign and not measures.says_percent(column.heading):
        return None
    told = [one for goal in goals if (one := criteria.read(goal)) and one.unit in (None, "trials")]
    if are_parts_too(column.heading, [one.value for one in told if one.unit is None]):
        return None
    most = max((one.value for one in told), default=_MOST)
    is_few = most <= FEW or any(one.unit for one in told)
    return _OTHER if is_few and value > most else None


def of_goals(work: Work, found: list[Heading], units: list[str]) -> None:
    """Leave out, and tell, a baseline or target in percent that is more than 100 or less than 0, and a bare one that is a count,
    a step or a part of one beside a percent (5 beside 80 %): alone it would be taken for a percent."""
    for heading, unit in zip(found, units, strict=True):
        amount = work.fields[heading.field]
        _leave_out(
            work, heading, "beyond_percent", _BEYOND, f"{unit} = 'percent' and not {amount} between 0 and {_MOST}"
        )
        for other, of_other in zip(found, units, strict=True):
            if other is not heading and not _has_more(heading, other):
                where = f"{of_other} = 'percent' and {unit} is null and {amount} > 0"
                _leave_out(work, heading, "two_units", _UNSAID, where)


def _leave_out(work: Work, heading: Heading, code: str, message: str, where: str) -> None:
    where = f"coalesce({where}, false)"
    work.rules.append(Rule(heading.heading, code, message, "ask", where, f"c{heading.place}"))
    work.fields[heading.field] = f"case when {where} then null else {work.fields[heading.field]} end"


def _has_more(heading: Heading, other: Heading) -> bool:
    """Whether some bare number beside a percent is too large for a count or step, so that all of the column may be percents."""
    percents = pa.array([at for at, text in enumerate(other.texts) if _unit(text) == "percent"], pa.int32())
    keys = heading.keys.filter(pc.is_in(other.keys, percents)).unique().to_pylist()
    told = (criteria.read(heading.texts[key]) for key in keys if key != NONE)
    return any(one.unit is None and one.value > FEW for one in told if one)


def _unit(text: str) -> str | None:
    told = criteria.read(text)
    return told.unit if told else None
