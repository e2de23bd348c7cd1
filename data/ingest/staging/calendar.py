"""Calendars: whether a day is instructional, from a flag, a kind of day, or its words."""

import re
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from data.contracts.datasets import DAY_TYPES
from data.ingest.staging import unlisted
from data.ingest.staging.columns import Heading
from data.ingest.staging.sql import literal
from data.ingest.staging.work import DOUBT, Rule, Work, doubt
from data.ingest.tables import years
from data.ingest.values import flags, numbers, terms
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import Read, waiting
from data.ingest.values.words import plain

CLOSED = ("holiday", "staff_only", "emergency_closed")
_NOBODY = ("staff_only", "emergency_closed")
"""Kinds of a day on which no student comes; a holiday's name may stand beside a day of school."""
_ATTENDED = ("half", "late_start", "testing")
"""Kinds of a day on which students come for a part of it, or are tested."""
OPEN = ("full", "half", "late_start", "testing", "make_up_day")
_TOLD_BY = ("is_instructional", "day_type", "remark", "staff_in")
_EVERY_SCHOOL = (
    "all", "all schools", "district", "district wide", "district-wide", "districtwide", "division wide", "division-wide",
    "entire district", "whole district", "everyone", "every school", "all campuses", "all sites", "all buildings",
    "district calendar",
)  # fmt: skip
"""What stands for the whole district where a calendar names schools."""
_DISTRICT = r"\s(school district|public schools)$"
"""How the name of a district ends: Juniper Unified School District."""
NO_TYPE = "(no day type)"
COLOURLESS = "Colours aren't read from this kind of workbook: save it as xlsx where a colour alone marks days."


def stage(work: Work) -> None:
    """Decide for each distinct flag, kind of day and remark whether students are in attendance."""
    found = work.at(*_TOLD_BY)
    letters = {
        heading.place for heading in work.at("day_type") if not work.at("cycle_day") and _are_letters(work, heading)
    }
    work.decide(
        "day",
        {f"k{heading.place}": f"b.k{heading.place}" for heading in found},
        lambda **keys: _decided(work, keys, letters),
        {
            "instructional": pa.bool_(), "kind_of_day": pa.string(), "letter": pa.string(), **DOUBT,
        },
    )  # fmt: skip
    work.has_doubts = True
    _ask_about_weekends(work)
    if work.context.is_bare:
        work.assumptions.append(COLOURLESS)
    work.fields["is_instructional"] = "instructional"
    work.fields["day_type"] = "kind_of_day"
    if school := work.value("school"):
        work.fields["school"] = (
            f"case when lower(trim({school})) not in ({', '.join(map(literal, _EVERY_SCHOOL))}) "
            f"and not regexp_matches(lower(trim({school})), {literal(_DISTRICT)}) then {school} end"
        )
    own = "letter" if letters else work.value("cycle_day")
    if own:
        bare = f"regexp_replace({own}, '{_OF_ROTATION}', '\\1')"
        work.fields["cycle_day"] = f"case when instructional then {bare} end"
    unlisted.settle(work)


def _ask_about_weekends(work: Work) -> None:
    """What begins or ends on a Saturday or Sunday (End of Semester 1) tells no day of school by itself: it is asked."""
    day = work.value("day")
    for heading in (work.at("is_instructional") or work.at("day_type")) if day else ():
        for key, text in enumerate(heading.texts):
            where = f"k{heading.place} = {key} and instructional and isodow({day}) > {_FRIDAY}"
            if terms.is_event(text) and not work.answer(text):
                question = work.ask("code", text, f"Is {text!r} a school day?", ("yes", "no", *DAY_TYPES))
                message = "it isn't known whether this is a school day"
                work.rules.append(
                    Rule(heading.heading, "unknown_day_type", message, "wait", where, literal(text), question)
                )


_FRIDAY = 5
_OF_ROTATION = "(?i)^ *(?:day[ -]*)?([0-9]{1,2}|[a-z])(?:[ -]*day)? *$"
"""What of ``Day 3``, and of ``B Day``, is the day of the rotation."""


@dataclass
class _Told:
    """What the cells of one day say."""

    flag: bool | None = None
    kind: str | None = None
    whole: str | None = None
    """The kind of day that stands where yes or no is expected (Full, Half), or that says no more than closed or what the day
    begins or ends: what a remark beside it says tells more."""
    letter: str | None = None
    is_staff_in: bool = False
    """Whether those who work there come, where another column says whether students do."""
    unknown: list[str] = field(default_factory=list)
    is_unclear: bool = False
    """Whether the column of whether school is in session says what isn't known: no holiday's name beside it decides."""
    is_holiday: bool = False
    """Whether the kind of day is told as a holiday in just that word, and not by a holiday's name."""


def _decided(work: Work, keys: dict[str, int], letters: set[int]) -> dict[str, Any]:
    """Of one combination of cells: instructional, kind_of_day, letter, or what is wrong with it."""
    told = _Told()
    for heading in work.at(*_TOLD_BY):
        key = keys[f"k{heading.place}"]
        text = heading.texts[key].strip() if key >= 0 else ""
        if is_nothing(text):
            continue
        if error := error_in(text):
            return _problem(work, error, text)
        if heading.place in letters and _LETTER.match(text):
            told.letter = text
        elif heading.field == "staff_in":
            told.is_staff_in = is_open(text) is True
        else:
            _take(work, told, heading.field, text)
    if told.whole in OPEN and told.kind in ("holiday", "full"):
        told.kind = None
    kind = told.kind or (_of_staff(told) if told.is_staff_in else told.whole)
    flag = kind in OPEN if told.flag is None and kind in (*CLOSED, *OPEN) else told.flag
    is_none = told.flag and (told.kind in _NOBODY or told.whole in CLOSED or told.is_holiday)
    if kind and (is_none or (told.flag is False and (kind in _ATTENDED or told.kind == "full"))):
        return _contradiction(work, f"{'yes' if told.flag else 'no'} and {kind}", kind)
    flag = told.flag if told.is_unclear else flag
    unknown = [] if kind and flag is not None else told.unknown
    if told.letter and not flag and not kind:
        unknown = [told.letter, *unknown]
    return {"instructional": flag, "kind_of_day": kind, "letter": told.letter} | _doubt(work, flag, kind, unknown)


def _contradiction(work: Work, text: str, kind: str) -> dict[str, Any]:
    """A day that one cell tells as one of school and another as none: what a person said of it, or a question."""
    answer = work.answer(text)
    if answer is None:
        why = waiting("contradictory_day", "this is told as a school day and as one without students")
        return _problem(work, why, text)
    said = flags.read(answer)
    flag = answer in OPEN if said.failed or said.value is None else bool(said.value)
    own = answer if answer in (*CLOSED, *OPEN) else kind
    return {"instructional": flag, "kind_of_day": own if flag == (own in OPEN) else None, "letter": None}


def is_open(text: str) -> bool | None:
    """Whether a cell under those who come on a day says that they do, on a part of it too."""
    said = flags.read(text)
    share = numbers.to_float(text)
    told = terms.is_in(text) if said.failed else said.value
    is_part = terms.day_type(text) in OPEN or (share is not None and 0 < share < 1)
    return True if told is None and is_part else told


def _of_staff(told: _Told) -> str | None:
    """The kind of a day on which staff come: their own where students don't."""
    closed = told.flag is False or told.whole in CLOSED
    return "staff_only" if closed else told.whole


def _take(work: Work, told: _Told, name: str, text: str) -> None:
    """Take in one cell; what a remark says is left where it gainsays the other cells, or isn't known."""
    flag, kind = _said(work, text, name)
    if name == "remark":
        flag = None
        if kind in (*CLOSED, *OPEN) and (told.flag is None or told.flag == (kind in OPEN)):
            told.kind = told.kind or kind
        elif kind is None and told.flag is None and told.kind is None and told.whole is None:
            told.unknown.append(text)
        return
    if kind is not None and terms.is_event(text):
        flag, told.whole = True, told.whole or kind
    elif kind is not None and (name == "is_instructional" or plain(text) in terms.CLOSED):
        flag, told.whole = kind in OPEN, kind
    else:
        told.kind = told.kind or kind
        told.is_holiday |= plain(text) in _HOLIDAY
    told.flag = flag if told.flag is None else told.flag
    if flag is None and kind is None:
        told.unknown.append(text)
        told.is_unclear |= name == "is_instructional"


_HOLIDAY = frozenset(("holiday", "school holiday", "legal holiday", "public holiday", "vacation", "vacation day"))
_LETTER = re.compile(r"^(?:[A-Z]|[1-9])$")


def _are_letters(work: Work, heading: Heading) -> bool:
    """Whether two or more different letters or numbers stand where the kind of day is told: days of a rotation, unless
    the file's own key says which kinds of day they are."""
    found = {text.strip() for text in heading.texts if _LETTER.match(text.strip())}
    keyed = any(terms.day_type(work.table.legend.get(letter.casefold(), "")) for letter in found)
    return len(found) > 1 and not keyed


def _said(work: Work, text: str, field: str) -> tuple[bool | None, str | None]:
    """(whether the flag says yes, the kind of day) that one cell tells; half a day's membership is half a day."""
    answer = work.answer(text)
    text = text if answer else work.meant(text, lambda meaning: terms.day_type(meaning) is not None)
    said = flags.read(answer or text)
    if (field == "is_instructional" or answer) and not said.failed:
        return said.value, None
    if field == "is_instructional" and (told := terms.is_in(text)) is not None:
        return told, None
    share = numbers.to_float(text) if field == "is_instructional" else None
    if share is not None and 0 < share < 1:
        return None, "half"
    return None, terms.day_type(answer or text)


def _doubt(work: Work, flag: bool | None, kind: str | None, unknown: list[str]) -> dict[str, Any]:
    if flag is None and unknown:
        return _problem(work, waiting("unknown_day_type", "it isn't known whether this is a school day"), unknown[0])
    if flag is None:
        text = kind or NO_TYPE
        return _problem(work, waiting("no_day_type", "it isn't said whether this is a school day"), text)
    if unknown:
        return _problem(work, Read(None, "unknown_day_type", "this kind of day isn't known", "ask"), unknown[0])
    return {}


def _problem(work: Work, read: Read, text: str) -> dict[str, Any]:
    column = work.heading("day_type") if work.at("day_type") else work.heading("is_instructional")
    question = work.ask("code", text, f"Is {text!r} a school day?", ("yes", "no", *DAY_TYPES))
    return doubt(read.code, read.message, read.severity, column, text, None if read.severity == "reject" else question)


def stage_periods(work: Work) -> None:
    """Grading periods: the period by its short name, a school year that one year names by both; a whole year is none."""
    for heading in work.at("period"):
        work.decide(
            f"period{heading.place}",
            {"key": f"b.k{heading.place}"},
            lambda key, texts=heading.texts, called=heading.heading: {
                "short_period": None if key < 0 or is_nothing(texts[key]) else terms.period_name(texts[key], called)
            },
            {"short_period": pa.string()},
        )
        work.fields["period"] = "short_period"
    first, last = work.value("start_date"), work.value("end_date")
    if first and last:
        if year := _short_year(work):
            work.fields["school_year"] = _both_years(year, first)
        if name := work.value("period"):
            work.ignored.append(f"date_diff('day', {first}, {last}) >= {_LONG} and {_is_a_year(name)}")
        work.rules.append(
            Rule(work.heading("end_date"), "ends_before_start", "the period ends before it starts", "reject",
                 f"{last} < {first}")
        )  # fmt: skip


_LONG = 200
"""Days from which what is called a year is one, and no grading period."""


def _short_year(work: Work) -> str | None:
    """SQL: a school year that is told by both of its years as 2025-26, however these are written (2025-2026, SY 25/26)."""
    heading = next(iter(work.at("school_year")), None)
    if heading is None:
        return None
    work.decide(
        "year",
        {"key": f"b.k{heading.place}"},
        lambda key: {"short_year": None if key < 0 else years.in_short(heading.texts[key])},
        {"short_year": pa.string()},
    )
    return f"coalesce(short_year, {work.value('school_year')})"


def _both_years(year: str, first: str) -> str:
    """SQL: 2025-26 for a bare 2025 or 2026, by the day on which the period begins; other names as they are."""
    began = f"year({first}) - case when month({first}) < 7 then 1 else 0 end"
    told = f"({began})::varchar || '-' || right(({began} + 1)::varchar, 2)"
    return f"case when {year} in (({began})::varchar, ({began} + 1)::varchar) then {told} else {year} end"


def _is_a_year(name: str) -> str:
    """SQL: whether a period is called a year (2025-2026 School Year, Full Year)."""
    return f"regexp_matches(lower({name}), '\\b(year|fy|yr)\\b')"
