"""Ids under which one table has the names of several children: whose such a row is, only a person can say (decision 0610)."""

from itertools import combinations

import duckdb

from data.ingest.model import Staged
from data.ingest.people.resemblance import Index, Match, Person

_NAMES = (("student_last_name", "student_first_name"), ("last_name", "first_name"))
FEWEST_COMMON = 2
"""Names with so many words in common are one child's, whatever else they say."""


def ids(cur: duckdb.DuckDBPyConnection, staged: Staged) -> list[str]:
    """The students' ids of a staged table's fit rows that stand with names that can't be one child's."""
    names = next(([one for one in pair if one in staged.rows.column_names] for pair in _NAMES), [])
    if not names or "student_id" not in staged.rows.column_names:
        return []
    told = f"concat_ws(', ', {', '.join(f'trim({one})' for one in names)})"
    named = f"from {staged.rows_table} where outcome = 'ok' and student_id is not null and {told} <> ''"
    several = f"select student_id {named} group by student_id having min({told}) <> max({told})"
    found = cur.execute(
        f"select student_id, list(distinct {told}) {named} and student_id in ({several}) group by student_id order by student_id"
    ).fetchall()
    return [str(one) for one, called in found if any(not _may_be_one(*two) for two in combinations(sorted(called), 2))]


def _may_be_one(first: str, second: str) -> bool:
    """Whether two names may be one child's: spelt alike, shortened, in part, or alike but for a word."""
    one, other = (Person.of("", None, None, name, None, None) for name in (first, second))
    common = set(one.letters) & set(other.letters)
    is_part = common in (set(one.letters), set(other.letters))
    return is_part or len(common) >= FEWEST_COMMON or Index([one], {}).match(other) != Match()
