"""Lines marked as of the extended year that may be of the regular one: asked whether the mark is of the line."""

import datetime

from data.ingest.ours import is_export
from data.ingest.staging.work import Rule, Work
from data.ingest.tables.steps.amounts import summers as steps
from data.ingest.values import dates, flags, seasons

LONG = "ESY lines of a regular year"
EXTENDED, REGULAR = "the extended year", "the regular year"
_SHORT_DAYS = 21
"""The extended year of a winter's recess lasts no longer."""
_FIRST, _LAST_START, _LAST = 515, 805, 831
"""The middle of May, the first days of August and its last, as month and day: a line within them is a summer's."""
_WHO = ("student_id", "student_name", "student_last_name", "student_first_name")


def ask(work: Work) -> None:
    """A yes under ESY may say of a line that it is of the extended year, or that the student has services of that too: the
    regular year's minutes would be owed by nobody. It is asked of each line that isn't a summer's by its days, and of those
    without days whose student has no other line of the service without a yes."""
    esy = work.value("esy")
    if not esy or is_export(work.table.headings):
        return
    doubtful = f"coalesce({esy} and {_may_be_regular(work)}, false)"
    if not work.cur.execute(f"select count(*) from {work.name}_base where {doubtful}").fetchall()[0][0]:
        return
    answer = (work.answer(LONG) or "").casefold()
    if answer == REGULAR:
        work.fields["esy"] = f"{esy} and not {doubtful}"
    elif answer != EXTENDED:
        text = (
            f"Of which year are the lines with a yes under {work.heading('esy')} whose days aren't those of a summer? "
            "Where the yes says only that the student has services in the extended year too, they are of the regular one."
        )
        question = work.ask("code", LONG, text, (REGULAR, EXTENDED))
        message = "this line is marked as of the extended year, and its days aren't a summer's; say of which year it is"
        work.rules.append(Rule(work.heading("esy"), "long_esy", message, "wait", doubtful, question=question))


def date(work: Work) -> None:
    """The days of the extended year that one title or note tells are those of its lines that tell none."""
    esy = work.fields.get("esy") or work.value("esy")
    alone = work.fields.get("esy") == "true"
    told = {days: text for text in work.table.notes if alone or seasons.names(text) if (days := _in_order(text))}
    if not esy or len(told) != 1:
        return
    (first, last), text = told.popitem()
    undated = " and ".join([f"coalesce({esy}, false)", *(f"{day} is null" for day in _ends(work) if day)])
    for name, day in (("start_date", first), ("end_date", last)):
        work.fields[name] = f"case when {undated} then date '{day}' else {work.value(name) or 'null'} end"
    work.assumptions.append(
        f"Lines of the extended year without days run from {first} to {last}, as {text.strip()!r} says."
    )


def _ends(work: Work) -> tuple[str | None, str | None]:
    return work.value("start_date"), work.value("end_date")


def _in_order(text: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a summer that a text tells."""
    first, last = (dates.read(end).value for end in steps.days_in(text) or (None, None))
    if not isinstance(first, datetime.date) or not isinstance(last, datetime.date) or first > last:
        return None
    return (first, last) if _FIRST <= first.month * 100 + first.day <= _LAST else None


def _may_be_regular(work: Work) -> str:
    """SQL: the days of a line aren't those of a summer or of a short recess; where it has none, whether a tick asks."""
    start, end = (work.value(name) or "cast(null as date)" for name in ("start_date", "end_date"))
    begins, ends = (f"month({day}) * 100 + day({day})" for day in (start, end))
    begins_so = f"{begins} between {_FIRST} and {_LAST}"
    within = f"{ends} <= {_LAST} and year({end}) = year({start})"
    ends_so = f"case when {end} is null then {begins} <= {_LAST_START} else {within} end"
    is_short = f"coalesce(date_diff('day', {start}, {end}) between 0 and {_SHORT_DAYS}, false)"
    undated = "true" if _is_ticked(work) and not _has_partners(work) else "false"
    return (
        f"case when {start} is null and {end} is null then {undated} when {start} is null then {ends} not between 701 and "
        f"{_LAST} else not ({begins_so} and ({ends_so}) or {is_short}) end"
    )


def _is_ticked(work: Work) -> bool:
    """Whether the mark is a yes or no, and no name of a part of the year."""
    return all(flags.read(text).value is not None for one in work.at("esy") for text in one.texts if text.strip())


def _has_partners(work: Work) -> bool:
    """Whether each student with a marked line has another one of the same service without the mark."""
    keys = ", ".join(f"k{one.place}" for one in (*work.at(*_WHO), *work.at("service")))
    esy = work.value("esy")
    alone = f"select 1 from {work.name}_base group by {keys} having bool_or({esy}) and not bool_or(not coalesce({esy}, false))"
    return bool(keys) and not work.cur.execute(f"select count(*) from ({alone})").fetchall()[0][0]
