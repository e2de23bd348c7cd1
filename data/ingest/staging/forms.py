"""How the dates of a table are written: their order, and whether numbers are Excel's day numbers."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from data.ingest.staging import named_weekdays
from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Work
from data.ingest.tables import looks, spans, spread, years
from data.ingest.tables.layouts import melting, weeks
from data.ingest.values import dates
from data.ingest.values.dates import Form
from data.ingest.values.nothing import is_nothing
from data.ingest.values.read import NOTHING, Read, rejected, waiting
from data.ingest.values.words import plain, said_by

NO_MONTH = "(no month)"
_OWN_DAYS = ("session_date", "measured_on", "day")
_OF_THE_YEAR = {
    "start_date": frozenset(("boy", "soy", "beginning of year", "beginning of the year", "beginning of school year",
                             "start of year", "start of the year", "start of school year", "start of school",
                             "first day", "first day of school")),
    "end_date": frozenset(("eoy", "eosy", "end of year", "end of the year", "end of school year", "end of the school year",
                           "end of school", "last day", "last day of school")),
}  # fmt: skip
"""Words for the first or last day of school: a line has it where it says none."""
ORDERS = ("month_first", "day_first")
_BORN, _POST = 1990, 1950
_LOOKED_AT = 300
_SLASHED = re.compile(r"(?<![\w/.-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/])")
"""A slashed day in running text; 6/15-7/16 is none, but two days without their year."""


def of(work: Work, heading: Heading) -> Form:
    """The form of one date column."""
    first = _BORN if "birth" in heading.field else _POST if work.dataset.name == "providers" else dates.FIRST_YEAR
    form = Form(order(work, heading), epoch(heading.texts, work.context.load_date), first)
    if "birth" not in heading.field:
        work.year_by_weekdays = work.year_by_weekdays or named_weekdays.school_year(work, heading)
    _say(work, heading, form)
    return form


def _say(work: Work, heading: Heading, form: Form) -> None:
    """Put the defaults of a date column into words."""
    if work.year_by_weekdays and any(spread.part(text.strip()) for text in heading.texts[:_LOOKED_AT]):
        work.assumptions.append(f"The weekdays beside days without a year are those of {work.year_by_weekdays}.")
    if form.epoch:
        work.assumptions.append(f"The numbers under {heading.heading} are Excel's days, counted from {form.epoch}.")
    if form.order == "day_first" and not answered(work) and not _headed(work):
        work.assumptions.append("Slashed dates are read day first, as the weekdays beside them say.")
    if form.order == "month_first" and not answered(work) and any(_both_ways(text) for text in heading.texts):
        work.assumptions.append("Slashed dates are read month first.")


def _of_weekday(work: Work, heading: Heading, text: str, form: Form) -> Read:
    """A day; one whose weekday gainsays it is the day that a person answered. Where it holds no row, a day that reads only one
    way (28/11/2025) is read in a file of which the order isn't sure."""
    is_sure = not work.holds(heading.field) and form.order == "unsure" and dates.only_day_first(text)
    said = dates.read(text, replace(form, order="day_first") if is_sure else form)
    answer = work.answer(text) if said.code == "wrong_weekday" else None
    return dates.read(answer, form) if answer else said


def _both_ways(text: str) -> bool:
    swapped = dates.read(text, Form("day_first")).value
    return swapped is not None and swapped != dates.read(text, Form("month_first")).value


def order(work: Work, heading: Heading) -> dates.Order:
    """The order of a column's slashed dates: a person's answer, else what the headings of dates or the weekdays beside its
    own days say, else what the file's dates show, where weekdays beside those of other columns are a doubt only."""
    told = answered(work) or _headed(work) or _weekdays_order(heading.texts)
    return told or ("unsure" if _weekdays_order(evidence(work)) == "day_first" else dates.order_of(evidence(work)))


_HEADED: dict[dates.Order, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "day_first": (re.compile(r"\bdd?\W?mm?\W?yy", re.IGNORECASE), dates.only_month_first),
    "month_first": (re.compile(r"\bmm?\W?dd?\W?yy", re.IGNORECASE), dates.only_day_first),
}
"""Order -> how a heading writes it, and whether a date gainsays it."""


def _headed(work: Work) -> dates.Order | None:
    """The one order that headings of dates tell (Session Date (DD/MM/YYYY)), where no date of the file gainsays it."""
    headings = [heading.heading for heading in work.headings if heading.reads == "date"]
    told = [order for order, (form, _) in _HEADED.items() if any(map(form.search, headings))]
    return told[0] if len(told) == 1 and not any(map(_HEADED[told[0]][1], evidence(work))) else None


def _weekdays_order(texts: Sequence[str]) -> dates.Order | None:
    """The one order in which days are of the weekdays beside them, where no date among them gainsays it."""
    told = dates.order_by_weekdays(texts)
    return told if told and not any(map(_HEADED[told][1], texts)) else None


def answered(work: Work) -> Any:
    """What a person said of the order, for this file or for its shape; None where nobody did."""
    said = (meaning.casefold().replace(" ", "_") for meaning in work.answers.values())
    return next((meaning for meaning in said if meaning in ORDERS), None) or work.context.answers.date_order


def evidence(work: Work) -> list[str]:
    """Every slashed date of the table's date columns, its notes and the rest of the file."""
    texts = [text for heading in work.headings if heading.reads == "date" for text in heading.texts]
    texts += [end for heading in work.at("day") for text in heading.texts for end in spans.ends_of(text) or ()]
    around = (*work.context.evidence, work.table.sheet, *work.table.notes)
    return texts + [match[0] for text in around for match in _SLASHED.finditer(text)]


def read(work: Work, heading: Heading, text: str, form: Form) -> Read:
    """A day, also one without its month or year (5, 9/6) where titles, sheet, file or other days tell them; else it
    waits."""
    text = dates.of_deadline(text) if heading.field in dates.DEADLINES else text
    said, bare = _of_weekday(work, heading, text, form), text.strip()
    if said.failed and plain(bare) in _OF_THE_YEAR.get(heading.field, ()):
        work.assumptions.append(f"{bare} under {heading.heading} is the school year's own day.")
        return NOTHING
    part, own = spread.part(bare), heading.field in _OWN_DAYS
    if heading.field == "day" and (ends := spans.ends_of(bare)):
        return _read_span(work, heading, ends, form)
    if said.code != "not_a_date" or "birth" in heading.field or not (part or (own and looks.day_of(bare))):
        if said.code != "not_a_date" or not own:
            return said
        return weeks.read(bare, work.answer(bare)) or _of_a_week(work, bare, form) or said
    known = (*_around(work), *_days(work), *_after_baselines(work, heading, form)) if part else _months(work)
    beside = [one[0] for other in heading.texts if (one := spread.part(other.strip()))] if part else ()
    whole = melting.date_of(bare, known, beside) if known else bare
    if whole == bare:
        return waiting("no_month", "the month or year of this day isn't said")
    if part and _gainsaid(work, bare, whole):
        return waiting("no_month", "the year that is told around this day isn't that of its weekday")
    return dates.read(whole, form)


def _of_a_week(work: Work, text: str, form: Form) -> Read | None:
    """A weekday of a week that is told by a day without its year, which other sheets or days of the table may tell."""
    told = weeks.without_year(text)
    if told is None:
        return None
    weekday, day = told
    first = dates.read(melting.date_of(day, (*_around(work), *_days(work))), form).value
    if not isinstance(first, date):
        return waiting("no_month", "the year of this week isn't said")
    return Read(weeks.in_week(first, weekday))


def _gainsaid(work: Work, text: str, day: str) -> bool:
    """Whether weekdays say another year than titles do (last year's form filled in again), and nobody answered."""
    told = work.year_by_weekdays
    return told is not None and not work.answer(NO_MONTH) and melting.date_of(text, (told,)) != day


def _read_span(work: Work, heading: Heading, ends: tuple[str, str], form: Form) -> Read:
    """Why a break of several days is one row still: its year or the order of its dates isn't known; else it is no break."""
    failed = next((said for end in ends if (said := read(work, heading, end, form)).failed), None)
    if failed is None and any(map(spread.part, ends)):
        return waiting("no_month", "the year of these days isn't said")
    return failed or rejected("not_a_date", "these are no first and last day of a break of school")


def _around(work: Work) -> tuple[str, ...]:
    """The texts that may say the year of a day: a person's answer, else titles, sheet, file and its other sheets."""
    if answer := work.answer(NO_MONTH):
        return (answer,)
    by_weekdays = (work.year_by_weekdays,) if work.year_by_weekdays else ()
    return (*work.table.notes, work.table.sheet, work.context.file_name, *work.context.evidence, *by_weekdays)


def _days(work: Work) -> tuple[str, ...]:
    """The whole days of the table in one text, which may be of one school year."""
    texts = (text for heading in work.headings if heading.reads == "date" and "birth" not in heading.field
             for text in heading.texts[:_LOOKED_AT] if dates.looks_like(text))  # fmt: skip
    return (" ".join(texts),)


def _after_baselines(work: Work, heading: Heading, form: Form) -> tuple[str, ...]:
    """The school year of the days beside the baselines of goals, where all of those of the scores come after them in it."""
    if heading.field != "measured_on":
        return ()
    told = [
        text
        for at, one in enumerate(work.table.headings)
        if "baseline" in said_by(one)
        for text in work.table.texts(at)
    ]
    days = [day for text in told for found in _SLASHED.finditer(text) if (day := dates.read(found[0], form).value)]
    begun = {day.year if day.month >= years.NEW_YEAR else day.year - 1 for day in days}
    if len(begun) != 1:
        return ()
    year = f"{(first := begun.pop())}-{first + 1}"
    scored = [melting.date_of(text.strip(), (year,)) for text in heading.texts if spread.part(text.strip())]
    return (year,) if all(day >= max(days).isoformat() for day in scored) else ()


def _months(work: Work) -> tuple[str, ...]:
    """The texts that say month and year: a person's answer, else titles, sheet and file; none where they differ."""
    if answer := work.answer(NO_MONTH):
        return (answer,)
    own, around = work.table.notes, work.context.evidence
    if len(_named(own)) > 1:
        return ()
    return (*own, work.table.sheet, work.context.file_name, *(around if len(_named(around)) < 2 else ()))


def _named(texts: Iterable[str]) -> set[tuple[int, int]]:
    return {month for text in texts if (month := dates.month_in(text))}


def ask_month(work: Work) -> tuple[str, str]:
    """The question which month days without one belong to."""
    if work.dataset.name == "calendar_days" and work.context.load_date is not None:
        return work.ask(
            "code", NO_MONTH, "Of which school year is this calendar?", _school_years(work.context.load_date)
        )
    text = "Of which month and year, or school year, are the days? Answer as 2025-09 or 2025-26."
    return work.ask("code", NO_MONTH, text)


def _school_years(day: date) -> tuple[str, ...]:
    """The school year of a day, the next one and the one before."""
    first = day.year if day.month >= years.NEW_YEAR else day.year - 1
    return tuple(f"{year}-{(year + 1) % 100:02d}" for year in (first, first + 1, first - 1))


def ask(work: Work) -> tuple[str, str]:
    """The question which order it is; its value is the date that shows that it isn't clear."""
    shown = next((text.strip() for text in evidence(work) if _is_day_first(text)), "date order")
    text = f"{shown} has the day first. Are all slashed dates of this file written day first, or month first?"
    return work.ask("date_order", shown, text, ORDERS)


def _is_day_first(text: str) -> bool:
    """Whether a date can only be day first, or is by the weekday beside it."""
    gainsaid = dates.weekday_in(text) is not None and dates.read(text, Form("month_first")).failed
    return dates.only_day_first(text) or (gainsaid and dates.read(text, Form("day_first")).value is not None)


def epoch(texts: Iterable[str], today: date | None) -> int | None:
    """1900 or 1904 where a column's bare numbers can only be Excel's day numbers, else None."""
    bare = [text.strip() for text in texts if not is_nothing(text)]
    numbers = [text for text in bare if re.fullmatch(r"\d{5}(?:\.\d+)?", text)]
    digits = [text for text in bare if re.fullmatch(r"\d+(?:\.\d+)?", text)]
    if not numbers or len(digits) != len(numbers) or not all(dates.is_serial(text) for text in numbers):
        return None
    if all(not dates.read(text, Form()).failed for text in numbers):
        return None
    return 1904 if today is not None and _only_1904(numbers, today) else 1900


def _only_1904(numbers: list[str], today: date) -> bool:
    """Day numbers that would be four years old by the usual count, and recent by the other."""
    days = sorted(int(float(text)) for text in numbers)
    middle = days[len(days) // 2]
    usual, other = ((today - dates.EPOCHS[year]).days - middle for year in (1900, 1904))
    return usual > 3 * 365 and -400 < other < 400
