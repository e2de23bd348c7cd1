"""What goals and their measurements are told in: parts of one in percent, minutes and seconds."""

from collections.abc import Iterable

from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Rule, Work
from data.ingest.tables import looks
from data.ingest.values import criteria, scores
from data.ingest.values.read import Read, waiting
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import spelt_out

PARTS_OF_ONE, CLOCK = "(parts of one)", "(0:00)"
PERCENT, AS_WRITTEN = "percent", "as written"
MIN_SEC, HOUR_MIN = "minutes and seconds", "hours and minutes"
_SIXTY = 60


def in_percent(work: Work, heading: Heading, found: list[Read]) -> list[Read]:
    """Parts of one in percent where the heading says so, or a person: 0.6 is 60; as they are where one is more than 1."""
    if not are_parts(one.value for one in found) or not shows_percent(work, heading):
        return found
    work.assumptions.append(f"The numbers under {heading.heading} are parts of one: 0.6 is 60 percent.")
    return [Read(round(one.value * 100, 9)) if isinstance(one.value, float) else one for one in found]


def are_parts(values: Iterable[object]) -> bool:
    """Whether all numbers among the values are parts of one, and not all of them 0 or 1."""
    numbers_said = [value for value in values if isinstance(value, float)]
    return all(0 <= value <= 1 for value in numbers_said) and any(0 < value < 1 for value in numbers_said)


def shows_percent(work: Work, heading: Heading) -> bool:
    """Whether the heading, or a person, says that the numbers are percent."""
    said = work.answer(PARTS_OF_ONE) if work.context.is_bare else None
    return said == PERCENT or (said is None and says_percent(heading))


def says_percent(heading: Heading) -> bool:
    """Whether a heading says percent: Baseline %."""
    return names_percent(heading.heading)


def names_percent(heading: str) -> bool:
    """Whether the words of a heading say percent."""
    return "percent" in spelt_out(words_of(heading)).split()


def ask_percent(work: Work, heading: Heading, found: list[Read]) -> None:
    """Where nothing tells whether parts of one are shown in percent, their rows wait."""
    parts = are_parts(one.value for one in found) and work.context.is_bare
    if not parts or work.answer(PARTS_OF_ONE) or shows_percent(work, heading):
        return
    text = f"Does the workbook show the numbers under {heading.heading} in percent, so that 0.6 is 60?"
    question = work.ask("code", PARTS_OF_ONE, text, (PERCENT, AS_WRITTEN))
    listed = ", ".join(str(key) for key, one in enumerate(found) if isinstance(one.value, float))
    message = "it isn't told whether the workbook shows this number in percent"
    severity = "wait" if work.holds(heading.field) else "ask"
    work.rules.append(
        Rule(heading.heading, "maybe_percent", message, severity, f"k{heading.place} in ({listed})",
             f"c{heading.place}", question)
    )  # fmt: skip


def read_clock(work: Work, heading: Heading, text: str) -> Read | None:
    """Minutes of ``3:30``, which may be minutes and seconds or hours and minutes: the heading says it, else a person;
    None where it is no such text.

    A workbook makes 03:30:00 of a typed 3:30: seconds that are all 0 stand for none where minutes and seconds are meant.
    """
    told = scores.clock(text)
    if told is None:
        return None
    first, second, third = told
    said = work.answer(CLOCK) or (
        MIN_SEC if scores.is_min_sec(heading.heading) or _is_by_targets(work, heading) else None
    )
    if said == MIN_SEC and (third is None or (not third and first > 0)):
        return Read(first + second / _SIXTY)
    if said in (MIN_SEC, HOUR_MIN):
        return Read(first * _SIXTY + second + (third or 0) / _SIXTY)
    return waiting("unknown_clock", "it isn't said whether these are minutes and seconds or hours and minutes")


def _is_by_targets(work: Work, heading: Heading) -> bool:
    """Whether the targets of a table, all of some minutes (10 min), tell that times are minutes and seconds: as hours and
    minutes each were several times as long as is aimed at."""
    if heading.place not in work.min_sec:
        told = work.min_sec[heading.place] = _fits_targets(work, heading)
        if told:
            work.assumptions.append(
                f"Times under {heading.heading} are minutes and seconds, as the targets in minutes tell."
            )
    return work.min_sec[heading.place]


def of_minutes(work: Work) -> str:
    """The word for minutes that the targets of a table use."""
    return next((one.unit for one in _targets(work) if one.unit in _MINUTES), "minutes") or "minutes"


def _targets(work: Work) -> list[criteria.Criterion]:
    places = looks.written_for(work.table.headings, "goals", "target")
    return [one for at in places for text in work.table.texts(at) if (one := criteria.read(text))]


def _fits_targets(work: Work, heading: Heading) -> bool:
    told = _targets(work)
    timed = [one for one in told if one.unit in _OF_TIME]
    firsts = [one[0] for text in heading.texts if (one := scores.clock(text)) and one[0] > 0]
    if not timed or not firsts or any(one.unit not in _MINUTES for one in timed):
        return False
    most = max(one.value for one in timed)
    return max(firsts) <= _SEVERAL * most and min(firsts) * _SIXTY > _SEVERAL * most


_MINUTES = frozenset({"min", "mins", "minute", "minutes"})
_OF_TIME = _MINUTES | {"sec", "secs", "second", "seconds", "hr", "hrs", "hour", "hours"}
_SEVERAL = 3
