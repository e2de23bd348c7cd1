"""Children of one name whom a file has at two schools at the same time: two, and a question (decision 0216)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations

import duckdb

from data.ingest.folding import asserted
from data.ingest.folding.asserted import REF
from data.ingest.people.resemblance import Person
from data.ingest.people.schools import may_be_one
from data.ingest.values import codes

_LASTS = {
    "sessions": ("session_date", "session_date"),
    "service_lines": ("start_date", "end_date"),
    "goals": ("start_date", "due_date"),
    "measurements": ("measured_on", "measured_on"),
    "students": ("enrolled_from", "enrolled_to"),
}
"""The first and last day for which a row of a dataset speaks of its child; blank is open."""
Span = tuple[date, date]


def tell_apart(cur: duckdb.DuckDBPyConnection, datasets: Iterable[str]) -> None:
    """Mark in ``named`` the children whom the asserted rows have at one school while a namesake is at another.

    Their school is part of who they are then, whatever the column says of it. Two schools at which several children are
    are two names of one school, or places at which one child is served.
    """
    of_name = _at_several(cur)
    if not of_name:
        return
    schools = {ref: str(person.school or person.seen_at) for refs in of_name for ref, person in refs.items()}
    met: dict[frozenset[str], list[tuple[str, str]]] = defaultdict(list)
    names: dict[frozenset[str], set[int]] = defaultdict(set)
    for dataset in _LASTS.keys() & {*datasets}:
        spans = _spans(cur, dataset, schools)
        for number, refs in enumerate(of_name):
            for one, other in combinations(sorted(refs.keys() & spans.keys()), 2):
                pair = frozenset((schools[one], schools[other]))
                if len(pair) == 2 and _overlap(spans[one], spans[other]) and not may_be_one(*pair):
                    met[pair].append((one, other))
                    names[pair].add(number)
    apart = sorted({ref for pair, refs in met.items() if len(names[pair]) == 1 for both in refs for ref in both})
    if apart:
        cur.execute(
            "update named set is_apart = true, school = coalesce(school, seen_at), seen_at = coalesce(seen_at, school) "
            "where person_kind = 'student' and list_contains($refs, person_ref)",
            {"refs": apart},
        )


def _at_several(cur: duckdb.DuckDBPyConnection) -> list[dict[str, Person]]:
    """The children who are named without an id or birth date, by ref, of each name that is at several schools; Home or
    Virtual is none."""
    found = cur.execute(
        "select distinct person_ref, last_name, first_name, full_name, birth_date, school, seen_at from named "
        f"where person_kind = 'student' and person_ref like '{REF}%' and birth_date is null "
        "and coalesce(school, seen_at) is not null order by all"
    ).fetchall()
    of_name: dict[tuple[str, ...], dict[str, Person]] = defaultdict(dict)
    for ref, *told in found:
        person = Person.of("", *told)
        if not codes.find(str(person.school or person.seen_at), "setting"):
            of_name[person.letters][str(ref)] = person
    return [refs for refs in of_name.values() if len({one.school or one.seen_at for one in refs.values()}) > 1]


def _spans(cur: duckdb.DuckDBPyConnection, dataset: str, refs: Iterable[str]) -> dict[str, Span]:
    """From which to which day the asserted rows of a dataset speak of each child."""
    first, last = _LASTS[dataset]
    found = cur.execute(
        f"select student_id, min(coalesce({first}, date '{date.min}')), max(coalesce({last}, date '{date.max}')) "
        f"from {asserted.name(dataset)} where list_contains($refs, student_id) group by 1",
        {"refs": list(refs)},
    ).fetchall()
    return {str(ref): (begins, ends) for ref, begins, ends in found}


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
