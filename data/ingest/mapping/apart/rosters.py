"""What looks like a list of students and is none: rows of their services, of staff, of schools, of referrals."""

from dataclasses import replace

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import says
from data.ingest.mapping.apart.people import ROWS, is_of_staff
from data.ingest.mapping.apart.places import is_of_schools
from data.ingest.mapping.apart.promises import NO_ROSTER, says_how_often
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.contents.amounts import are_often_amounts
from data.ingest.model import Table
from data.ingest.tables.steps.amounts import months
from data.ingest.values import dates, numbers, terms
from data.ingest.values.vocabulary import STUDENTS
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by

_OF_SERVICES = frozenset({"minute", "session", "missed", "frequency", "goal", "week"})


def is_roster(fit: Fit) -> bool:
    """Whether a table with students is a list of them: two places filled or more, and nothing told of their services."""
    return len(fit.places) >= min(2, len(fit.headings)) and not tells_of_services(fit)


def tells_of_services(fit: Fit) -> bool:
    """Whether a heading that a list has no place for tells of services: how long, how often, when, towards what."""
    rest = [heading for heading in fit.rest if not {"student", "id"} <= said_by(heading)]
    told = {word for dataset, names in NO_ROSTER.items() for slot in SLOTS[dataset] if slot.name in names
            for word in slot.words}  # fmt: skip
    return any(
        words_of(heading) in told or _OF_SERVICES & said_by(heading) or says.subject(heading) or _is_numbered(heading)
        for heading in rest
    )


_HOW = frozenset({"direct", "indirect", "consult", "consultation", "pushin", "pullout"})


def _is_numbered(heading: str) -> bool:
    """Whether a heading tells of how a service is given, with a number that may be its minutes: Direct 30, Push-in 15."""
    return bool(_HOW & said_by(heading)) and any(map(str.isdigit, heading))


def is_of_referrals(fit: Fit, fewest: int) -> bool:
    """Whether so many headings are of a referral or request, and none tells how long anything was: nobody was seen yet."""
    told = [heading for heading in fit.headings if _REFERRALS & said_by(heading)]
    return len(told) >= fewest and not fit.places.keys() & {"minutes", "gross_minutes", "start_time", "end_time"}


_REFERRALS = frozenset(("referral", "referred", "refer", "referring", "requested", "request"))


def is_of_rows(fit: Fit, table: Table) -> bool:
    """Whether a list has the same student on several rows beside columns that no list of students has, and without
    spells of enrolment: its rows are of something else."""
    place = next((fit.places[name] for name in ("student_id", "student_name") if name in fit.places), None)
    if place is None or {"enrolled_from", "enrolled_to"} & fit.places.keys():
        return False
    free = sum(bool(heading.strip()) for heading in fit.rest)
    told = [text for text in table.body.column(place).slice(0, ROWS).to_pylist() if text]
    return free >= FREE and len(set(told)) * 4 <= len(told) * 3


FREE = 3
"""Columns from which a list tells more than who somebody is."""


def are_all_the_same(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows of the same student tell the same of them each time, their birth and grade with it, beside nothing that
    is an amount: a list of students with a row for each of their services, say."""
    if not {"student_id", "birth_date", "grade"} <= fit.places.keys():
        return False
    columns = {name: table.body.column(place).slice(0, ROWS).to_pylist() for name, place in fit.places.items()}
    rest = [
        place for place, (name, _) in enumerate(fit.taken) if name is None and "age" not in said_by(fit.headings[place])
    ]
    amounts = any(_is_amount(text) for place in rest for text in samples[place])
    return not amounts and len(set(zip(*columns.values(), strict=True))) == len(set(columns["student_id"]))


def _is_amount(text: str) -> bool:
    return numbers.to_float(text) is not None or (len(text) > 1 and says_how_often((text,)))


def are_no_students(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows tell more than who the students are, or of others; a start that is a day is no session's clock, and a
    half of the day in which a child comes to class is no session."""
    headings = tuple(
        "" if texts and ((_is_start(heading) and all(map(dates.looks_like, texts))) or _are_halves(texts)) else heading
        for heading, texts in zip(fit.headings, samples, strict=True)
    )
    totals = months.of_minutes(table) or months.of_weeks(table)
    rest = [texts for texts, (name, _) in zip(samples, fit.taken, strict=True) if name is None]
    tells_more = (
        bool(totals)
        or any(map(are_often_amounts, rest))
        or (is_of_rows(fit, table) and not are_all_the_same(fit, table, samples))
    )
    of_others = is_of_staff(fit) or is_of_schools(fit) or is_of_referrals(fit, 3) or _are_no_students(fit, samples)
    return not is_roster(replace(fit, headings=headings)) or tells_more or of_others


def _is_start(heading: str) -> bool:
    return "start" in said_by(heading)


_HALVES = frozenset(("am", "pm", "a m", "p m", "morning", "afternoon", "full day", "all day", "extended day", "full"))


def _are_halves(texts: tuple[str, ...]) -> bool:
    return all(plain(text) in _HALVES for text in texts)


def _are_no_students(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a column of roles has none of students (Employee, for everybody), or what stands under students is whether they
    come (Students: no school, half day)."""
    named = samples[fit.places["student_name"]] if "student_name" in fit.places else ()
    if named and all(terms.is_in(text) is not None or terms.day_type(text) for text in named):
        return True
    place = fit.places.get("user_role")
    return place is not None and bool(samples[place]) and not any(text.lower() in STUDENTS for text in samples[place])
