"""Whom the batches in force name with an id, whichever of them was loaded first, so that no order tells who a name is.

A person has every name, school and birth date that a roster ever gave; those whom no roster lists, what logs and lines
gave. A list that a later one replaced is no roster any more (decision 0140).
"""

from collections.abc import Callable

import duckdb

from data.ingest.folding import standing
from data.ingest.folding.asserted import REF
from data.ingest.people import numbered
from data.ingest.people.resemblance import Index, Match, Person
from data.store.connect import DISTRICT

Source = Callable[[str], str]
"""Dataset -> the SQL of its rows in force."""
_FIELDS = "last_name, first_name, full_name, birth_date, school"
_KINDS = ("student", "provider")
_IS_APART = f"p.is_apart and p.person_ref like '{REF}%'"


def known(cur: duckdb.DuckDBPyConnection, kind: str, named: str | None = None, without: str = "") -> list[Person]:
    """The students or providers (``kind``) with ids, a person for each way in which one was named, the latest first.

    ``named`` is the SQL of more persons, of a batch on its way in; ``without`` a batch as if it weren't there. A birth
    date or school that one list gave holds for the lists that don't say it.
    """
    own = f"select person_ref, {_FIELDS}, is_mention, 9e9 from {named} as n where {_has_id('n')}" if named else ""
    found = cur.execute(
        f"with told as (select p.person_ref as person_id, {_FIELDS}, p.is_mention, cast(b.batch_seq as double) as seq "
        f"from batch_people as p join batches as b on b.district = p.district and b.batch_id = p.batch_id "
        f"where p.district = '{DISTRICT}' and b.state = 'in_force' and b.batch_id <> $without and {_has_id('p')} "
        f"and (p.is_mention or not {_replaced('p.shape')}) {f'union all {own}' if own else ''}), "
        "listed as (select * from told where not is_mention or person_id not in "
        "(select person_id from told where not is_mention)), "
        f"filled as (select person_id, last_name, first_name, full_name, coalesce(birth_date, {_said('birth_date')}) as "
        f"birth_date, coalesce(school, {_said('school')}) as school, seq from listed) "
        f"select person_id, {_FIELDS} from filled group by all order by max(seq) desc, person_id, {_FIELDS}",
        {"kind": kind, "without": without},
    ).fetchall()
    kept = numbered.meant(cur, named, without) if kind == "student" else {}
    people = [Person.of(kept.get(person, person), *told) for person, *told in found]
    return people + (_told_apart(cur, people, named, without) if kind == "student" else [])


def _told_apart(cur: duckdb.DuckDBPyConnection, people: list[Person], named: str | None, without: str) -> list[Person]:
    """The children whom a file tells apart from namesakes by their schools, and whom nobody with an id resembles."""
    apart = f"select {_FIELDS}, seen_at, is_apart from {{}} as p where {_IS_APART}"
    own = f" union {apart.format(named)}" if named else ""
    found = cur.execute(
        f"{apart.format('batch_people')} and p.district = '{DISTRICT}' and p.batch_id in (select batch_id from batches "
        f"where district = '{DISTRICT}' and state = 'in_force' and batch_id <> $without){own} order by all",
        {"without": without},
    ).fetchall()
    if not found:
        return []
    joined, index = aliases(cur, "student"), Index(people, {})
    named_apart = [Person.of("", *told) for told in found]
    return [
        one.named(joined.get(one.alias) or one.own_id("student"))
        for one in named_apart
        if one.alias in joined or index.match(one) == Match()
    ]


def _said(column: str) -> str:
    over = "order by seq rows between unbounded preceding and unbounded following"
    return f"last_value({column} ignore nulls) over (partition by person_id {over})"


def _has_id(alias: str) -> str:
    return f"{alias}.person_kind = $kind and {alias}.person_ref not like '{REF}%'"


def _is_known(alias: str) -> str:
    """SQL: whether a batch says who a person is: by an id, or apart from a namesake."""
    return f"({_has_id(alias)} or {alias}.person_kind = $kind and {alias}.is_apart)"


def _replaced(shape: str) -> str:
    """SQL: whether a later batch stands instead of the roster of a batch ``b`` in that shape."""
    again = (
        "select 1 from batch_people as q where q.district = c.district and q.batch_id = c.batch_id "
        f"and q.person_kind = $kind and not q.is_mention and q.shape = {shape}"
    )
    return (
        "exists (select 1 from batches as c where c.district = b.district and c.state = 'in_force' "
        "and c.batch_seq > b.batch_seq and c.batch_id <> $without "
        f"and (c.sha256 = b.sha256 or c.import_mode = 'replace' and exists ({again})))"
    )


def other_ids(cur: duckdb.DuckDBPyConnection, without: str = "") -> dict[str, str]:
    """Id in another system -> the one student for whom the rosters in force give it; never an id that a roster lists.

    ``without`` is a batch as if it weren't there.
    """
    if not _any_other_id(cur):
        return {}
    found = cur.execute(
        "with listed as (select s.student_id, s.other_ids, b.batch_seq from batch_rows as r join batches as b "
        "on b.district = r.district and b.batch_id = r.batch_id join students as s on s.row_hash = r.row_hash "
        f"where r.district = '{DISTRICT}' and r.dataset = 'students' and r.action <> 'remove' and b.state = 'in_force' "
        f"and b.batch_id <> $without and not {_replaced('r.shape')}), "
        "last as (select student_id, other_ids from listed where other_ids is not null "
        "qualify row_number() over (partition by student_id order by batch_seq desc, other_ids) = 1), "
        "other as (select student_id, trim(split_part(pair, '=', 2)) as other_id from (select student_id, "
        "unnest(string_split(other_ids, ';')) as pair from last)) "
        "select other_id, min(student_id) from other where other_id not in (select student_id from listed) "
        "group by other_id having count(distinct student_id) = 1",
        {"kind": "student", "without": without},
    ).fetchall()
    return {str(other): str(student) for other, student in found}


def _any_other_id(cur: duckdb.DuckDBPyConnection) -> bool:
    return standing.any_row(cur, f"students where district = '{DISTRICT}' and other_ids is not null")


def aliases(cur: duckdb.DuckDBPyConnection, kind: str) -> dict[str, str]:
    """Spellings that were joined to a person, with the person's id."""
    found = cur.execute(
        "select alias_key, person_id from person_aliases where district = ? and person_kind = ?", [DISTRICT, kind]
    ).fetchall()
    return {str(alias): str(person) for alias, person in found}


def moved(cur: duckdb.DuckDBPyConnection, batch_id: str, *, takes_out: bool) -> int:
    """How many names and ids of other batches mean somebody else, or resemble others, since a batch came in.

    ``takes_out``: whether it also stands instead of rows that it doesn't have.
    """
    found, nameless = 0, _nameless(cur, batch_id)
    for kind in _KINDS:
        names = nameless[kind]
        if names and (takes_out or _names_anew(cur, kind, batch_id)):
            found += _meant_otherwise(names, known(cur, kind, without=batch_id), known(cur, kind))
    found += numbered.changed(cur, batch_id)
    if not _any_other_id(cur):
        return found
    changed = {other for other, _ in other_ids(cur).items() ^ other_ids(cur, batch_id).items()}
    return found + (_mentioned(cur, changed) if changed else 0)


def _names_anew(cur: duckdb.DuckDBPyConnection, kind: str, batch_id: str) -> bool:
    """Whether a batch names anybody in a way in which no other batch in force does."""
    told = f"select p.person_ref, {_FIELDS}, p.is_mention, p.is_apart from batch_people as p"
    row = cur.execute(
        f"select exists ({told} where p.district = '{DISTRICT}' and p.batch_id = $batch and {_is_known('p')} except {told} "
        f"join batches as b on b.district = p.district and b.batch_id = p.batch_id where p.district = '{DISTRICT}' "
        f"and b.state = 'in_force' and b.batch_id <> $batch and {_is_known('p')})",
        {"kind": kind, "batch": batch_id},
    ).fetchone()
    return bool(row and row[0])


def _meant_otherwise(names: list[Person], before: list[Person], after: list[Person]) -> int:
    """Of how many names it changes who they are."""
    index = Index(list(frozenset(before) ^ frozenset(after)), {})
    near = [name for name in names if any(_meant(index, name))]
    if not near:
        return 0
    was, now = Index(before, {}), Index(after, {})
    return sum(1 for name in near if _meant(was, name) != _meant(now, name))


def _meant(index: Index, name: Person) -> tuple[str | None, frozenset[str], bool]:
    """Whom a name means for certain, whom it resembles, and whether it is an id itself."""
    match = index.match(name)
    return match.certain, frozenset(one.person_id for one in match.candidates), index.knows(name.shown)


def in_words(names: int) -> str:
    """What becomes of the rows of earlier files that name so many of the people of this one."""
    those = "1 name" if names == 1 else f"{names:,} names"
    return (
        f"{those} in files loaded earlier may be people whom this file gives an id: rows of those whom it names without doubt "
        "are theirs now, and those of names that only resemble one wait for an answer."
    )


def _nameless(cur: duckdb.DuckDBPyConnection, but: str) -> dict[str, list[Person]]:
    """The names without ids in the batches in force, but for one, that nobody joined to a person, by kind."""
    found = cur.execute(
        "select distinct p.person_kind, p.last_name, p.first_name, p.full_name, p.birth_date, p.school, p.seen_at, p.is_apart "
        "from batch_people as p join batches as b on b.district = p.district and b.batch_id = p.batch_id "
        f"where p.district = ? and b.state = 'in_force' and p.batch_id <> ? and p.person_ref like '{REF}%'",
        [DISTRICT, but],
    ).fetchall()
    names: dict[str, list[Person]] = {kind: [] for kind in _KINDS}
    for kind, *told in found:
        names[kind].append(Person.of("", *told))
    joined = {kind: aliases(cur, kind) for kind in _KINDS if names[kind]}
    return {kind: [one for one in found if one.alias not in joined.get(kind, ())] for kind, found in names.items()}


def _mentioned(cur: duckdb.DuckDBPyConnection, ids: set[str]) -> int:
    row = cur.execute(
        "select count(distinct p.person_ref) from batch_people as p join batches as b on b.district = p.district "
        "and b.batch_id = p.batch_id where p.district = ? and b.state = 'in_force' and p.is_mention "
        "and p.person_kind = 'student' and list_contains(?, p.person_ref)",
        [DISTRICT, sorted(ids)],
    ).fetchone()
    return int(row[0]) if row else 0
