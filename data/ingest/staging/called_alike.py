"""Columns of one heading that tell different things: which of them stands first says nothing, so such rows wait."""

from collections.abc import Iterator

from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Rule, Work
from data.ingest.values.words import heading as words_of

_READS = frozenset(("minutes", "number", "frequency", "date", "time", "flag"))
"""Kinds of values that decide amounts, days and scores."""
_ALSO = ("day_type", "goal_text")
"""What decides as much, of other kinds."""
MESSAGE = "two columns are called so and differ here; call one of them by what it tells, and upload the file again"


def waiting(work: Work) -> None:
    """Let rows wait in which a column that decides something differs from one of the same heading that nothing reads, or only
    the latter is filled."""
    for own in work.headings:
        for place in _twins(work, own) if _decides(work, own) else ():
            first, second = (f"nullif(trim(c{at}), '')" for at in (own.place, place))
            numbers = f"try_cast({first} as double) <> try_cast({second} as double)"
            where = f"{second} is not null and {first} is distinct from {second} and coalesce({numbers}, true)"
            work.rules.append(Rule(own.heading, "called_alike", MESSAGE, "wait", where, first))


def _decides(work: Work, own: Heading) -> bool:
    return own.reads != "outcome" and (work.holds(own.field) or own.reads in _READS or own.field in _ALSO)


def _twins(work: Work, own: Heading) -> Iterator[int]:
    """The places of other columns with the heading that nothing reads, and of which nothing is asked."""
    read = {one.place for one in work.headings}
    asked = {question.value for question in work.mapping.questions}
    for place in work.kept:
        heading = work.table.headings[place]
        if place not in read and heading not in asked and words_of(heading) == words_of(own.heading) and heading:
            yield place
