"""Columns of one heading that tell different things, of which the first counts no more than others: rows wait where that decides
something, and else neither is taken."""

from collections.abc import Iterator

from data.ingest.staging.columns import Heading
from data.ingest.staging.finish import plain_field
from data.ingest.staging.work import Rule, Work
from data.ingest.values.words import heading as words_of

_READS = frozenset(("minutes", "number", "frequency", "date", "time", "flag"))
"""Kinds of values that decide amounts, days and scores."""
_ALSO = ("day_type", "goal_text", "student_name", "student_last_name", "student_first_name", "last_name", "first_name")
"""What decides as much, of other kinds."""
_NEITHER = "two columns are called so and differ here, so that neither is taken; call one of them by what it tells"
MESSAGE = "two columns are called so and differ here; call one of them by what it tells, and upload the file again"


def waiting(work: Work) -> None:
    """Let rows wait in which a column that decides something differs from one of the same heading that nothing reads, or only
    the latter is filled; of a column that decides nothing (Grade, School) take neither there."""
    for own in work.headings:
        for place in _twins(work, own) if own.reads != "outcome" else ():
            first, second = (f"nullif(trim(c{at}), '')" for at in (own.place, place))
            numbers = f"try_cast({first} as double) <> try_cast({second} as double)"
            where = f"{second} is not null and lower({first}) is distinct from lower({second}) and coalesce({numbers}, true)"
            if _decides(work, own):
                work.rules.append(Rule(own.heading, "called_alike", MESSAGE, "wait", where, first))
            elif _take_neither(work, own, where):
                work.rules.append(Rule(own.heading, "called_alike", _NEITHER, "ask", where, first))


def _take_neither(work: Work, own: Heading, where: str) -> bool:
    """Leave a field open in some rows; whether the heading is a field by itself."""
    field = work.known(own.field)
    column = field.db_column if field else _OF_PERSONS.get(own.field, "")
    told = work.fields.get(column) or (plain_field(work, own.field) if field else None)
    if not told:
        return False
    work.fields[column] = f"case when not coalesce({where}, false) then {told} end"
    return True


_OF_PERSONS = {
    "student_school": "student_school", "student_grade": "student_grade", "provider_name": "provider_name_text",
    "provider_role": "provider_role_text",
}  # fmt: skip


def _decides(work: Work, own: Heading) -> bool:
    return work.holds(own.field) or own.reads in _READS or own.field in _ALSO


def _twins(work: Work, own: Heading) -> Iterator[int]:
    """The places of other columns with the heading that nothing reads, and of which nothing is asked."""
    read = {one.place for one in work.headings}
    asked = {question.value for question in work.mapping.questions}
    for place in work.kept:
        heading = work.table.headings[place]
        if place not in read and heading not in asked and words_of(heading) == words_of(own.heading) and heading:
            yield place
