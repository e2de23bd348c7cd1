"""Which person a row means: ids as written; names by one certain match; resemblance asks; else a new person."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb
import pyarrow as pa

from data.ingest.folding import asserted, fold, rows, standing
from data.ingest.folding.asserted import REF
from data.ingest.model import Question
from data.ingest.people import everyone, numbered
from data.ingest.people.everyone import Source
from data.ingest.people.resemblance import Index, Person
from data.store.connect import DISTRICT

NEW = "a new person"
MOST_IDLE = 20
"""So many persons are asked about whose rows wait for no answer."""


@dataclass
class Found:
    """Who the batch's persons are; ``questions`` are those that only a person can answer, by (kind, ref)."""

    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    """The names that the batch gives without an id, as shown in questions."""
    answered: bool = False
    """Whether an answer was remembered: earlier batches may have the same spelling."""

    rewritten: set[str] = field(default_factory=set)
    """The ids of children that are written in another form than on file."""

    def add(self, other: "Found") -> None:
        """Take in what was found of other persons of the batch."""
        self.questions |= other.questions
        self.names |= other.names
        self.rewritten |= other.rewritten
        self.answered |= other.answered


def resolve(
    cur: duckdb.DuckDBPyConnection, batch: str, source: Source, answers: dict[str, str], mentions: bool
) -> Found:
    """``resolution``: person_kind, person_ref, person_id, waits, for the persons whose ref isn't their id.

    ``batch`` is the SQL of the batch's persons (as ``batch_people``), of whom its mentions are looked for, or else those
    whom its rosters list. Answers are remembered as aliases.
    """
    named = f"(select * from {batch} as n where n.is_mention = {mentions})"
    found = Found()
    answered: list[tuple[str, str, str]] = []
    decided: list[tuple[str, str, str, bool]] = []
    for kind, wanted in _wanted(cur, named).items():
        if wanted:
            index = _index(cur, kind, source, batch)
            found.names |= {person.shown for _, person in wanted}
            for ref, person in sorted(wanted, key=lambda pair: (-len(pair[1].letters), pair[0])):
                decided.append(_decide(index, kind, ref, person, answers, found, answered))
    decided += _by_other_id(cur, named)
    forms = _by_number(cur, named, batch, {ref for _, ref, _, _ in decided})
    found.rewritten |= {ref for _, ref, _, _ in forms}
    decided += forms
    _keep(cur, decided)
    remember(cur, answered)
    found.answered = bool(answered)
    return found


def _wanted(cur: duckdb.DuckDBPyConnection, named: str) -> dict[str, list[tuple[str, Person]]]:
    """The persons of each kind who are named without an id, in the order of their refs."""
    found = cur.execute(
        f"select distinct person_kind, person_ref, last_name, first_name, full_name, birth_date, school, seen_at, "
        f"is_apart from {named} as n where person_ref like '{REF}%' order by person_ref"
    ).fetchall()
    wanted: dict[str, list[tuple[str, Person]]] = {"student": [], "provider": []}
    for kind, ref, *told in found:
        wanted[kind].append((str(ref), Person.of("", *told)))
    return wanted


def _index(cur: duckdb.DuckDBPyConnection, kind: str, source: Source, named: str) -> Index:
    """Everyone whom a batch in force gives an id, and those who have one of their names since no batch does."""
    known = everyone.known(cur, kind, named)
    ids = {person.person_id for person in known}
    mentions = cur.execute(
        f"select person_id, last_name, first_name, full_name, birth_date, school from {source(rows.PEOPLE)} "
        f"where person_kind = '{kind}'"
    ).fetchall()
    known += [Person.of(person, *told) for person, *told in mentions if person not in ids]
    return Index(known, everyone.aliases(cur, kind))


def _decide(
    index: Index,
    kind: str,
    ref: str,
    person: Person,
    answers: dict[str, str],
    found: Found,
    answered: list[tuple[str, str, str]],
) -> tuple[str, str, str, bool]:
    own_id = person.own_id(kind)
    if kind == "provider" and index.knows(person.shown):
        return kind, ref, person.shown, False
    match = index.match(person)
    apart = index.apart(person) if match.certain == own_id else []
    if match.certain and not apart:
        if match.certain == own_id and not index.knows(own_id):
            index.add(person.named(own_id))
        return kind, ref, match.certain, False
    candidates = apart or match.candidates or (index.beside(person) if kind == "student" else index.of_one_name(person))
    answer = answers.get(person.shown) if candidates else None
    if answer:
        chosen = own_id if answer.strip().lower() in (NEW, "new", "new person") else answer.partition(":")[0].strip()
        answered.append((kind, person.alias, chosen))
        if chosen == own_id:
            index.add(person.named(own_id))
        return kind, ref, chosen, False
    if candidates:
        found.questions[kind, ref] = _question(person, candidates, kind)
    waits = kind == "student" and bool(match.candidates)
    if not waits:
        index.add(person.named(own_id))
    return kind, ref, own_id, waits


def _question(person: Person, candidates: list[Person], kind: str) -> Question:
    choices = tuple(f"{one.person_id}: {one.shown}" for one in candidates[:5])
    text = f"Is {person.shown} the {kind} {' or '.join(choices)}?"
    return Question("person", person.shown, 0, text, (*choices, NEW))


def _by_other_id(cur: duckdb.DuckDBPyConnection, named: str) -> list[tuple[str, str, str, bool]]:
    """Ids of another system that the rosters in force give for exactly one student."""
    others = everyone.other_ids(cur)
    if not others:
        return []
    found = cur.execute(
        f"select distinct person_ref from {named} as n where person_kind = 'student' and person_ref not like '{REF}%'"
    ).fetchall()
    return [("student", ref, others[ref], False) for (ref,) in found if ref in others]


def _by_number(
    cur: duckdb.DuckDBPyConnection, named: str, batch: str, decided: set[str]
) -> list[tuple[str, str, str, bool]]:
    """Ids that differ from those on file only as numbers do."""
    kept = numbered.meant(cur, batch)
    if not kept:
        return []
    found = cur.execute(f"select distinct person_ref from {named} as n where person_kind = 'student'").fetchall()
    return [("student", ref, kept[ref], False) for (ref,) in found if ref in kept and ref not in decided]


def asked(cur: duckdb.DuckDBPyConnection, found: Found, dataset: str, within: str) -> list[Question]:
    """The persons to ask about, with the rows of a dataset that wait for the answer; ``within`` is SQL over its asserted
    rows ``a``, which are placed."""
    columns = asserted.has(cur, asserted.name(dataset)) if found.questions else {}
    told: list[Question] = []
    for kind in dict.fromkeys(kind for kind, _ in found.questions):
        if f"{kind}_id" not in columns:
            continue
        rows_of = cur.execute(
            f"select a.{kind}_id, count(*) filter (where p.why = 'person') from {asserted.name(dataset)} as a "
            f"join placed_{dataset} as p on p.rec = a.rec where {within} group by a.{kind}_id"
        ).fetchall()
        waits = {str(ref): int(number) for ref, number in rows_of}
        told += [
            replace(question, rows=waits[ref] if kind == "student" else 0)
            for (of, ref), question in found.questions.items()
            if of == kind and ref in waits
        ]
    return told


def first_asked(asked: list[Question]) -> list[Question]:
    """All persons whose rows wait, and the first of those whose don't."""
    idle = [question for question in asked if not question.rows]
    return [question for question in asked if question.rows] + idle[:MOST_IDLE]


def _keep(cur: duckdb.DuckDBPyConnection, decided: list[tuple[str, str, str, bool]]) -> None:
    if not decided:
        cur.execute(
            "create or replace temp table resolution "
            "(person_kind varchar, person_ref varchar, person_id varchar, waits boolean)"
        )
        return
    kinds, refs, ids, waits = zip(*decided, strict=True)
    table = pa.table(
        {
            "person_kind": pa.array(kinds, pa.string()),
            "person_ref": pa.array(refs, pa.string()),
            "person_id": pa.array(ids, pa.string()),
            "waits": pa.array(waits, pa.bool_()),
        }
    )
    cur.register("decided", table)
    cur.execute("create or replace temp table resolution as select * from decided")
    cur.unregister("decided")


def remember(cur: duckdb.DuckDBPyConnection, answered: list[tuple[str, str, str]]) -> None:
    """Join spellings to persons for good, given as (kind, alias, person's id); an undo leaves them joined."""
    for kind, alias, person in answered:
        cur.execute(
            "insert into person_aliases values (?, ?, ?, ?, null) on conflict do update set person_id = "
            "excluded.person_id",
            [DISTRICT, kind, alias, person],
        )


def mention(cur: duckdb.DuckDBPyConnection, named: str) -> bool:
    """``resolved_people``: the persons that the batch's logs, lines and goals name; whether there are any."""
    mentions = _of_each(named) if _several(cur, named) else _as_named(named)
    resolved = (
        f"select row_number() over (order by person_kind, person_id) as rec, source_sheet, source_row, shape, "
        f"{', '.join(rows.columns(rows.PEOPLE))}, false as waits, {rows.content(rows.PEOPLE)} as asserted_hash "
        f"from ({mentions}) as m"
    )
    fold.meet(cur, rows.PEOPLE, resolved, few=True)
    return standing.any_row(cur, "met_people")


_TOLD = ("last_name", "first_name", "full_name", "birth_date", "school", "grade", "role")


def _several(cur: duckdb.DuckDBPyConnection, named: str) -> bool:
    """Whether a person may be named several times, or under another ref than the own id."""
    twice = f"select 1 from {named} as n group by n.person_kind, n.person_ref having count(*) > 1"
    return cur.execute(f"select exists (select 1 from resolution) or exists ({twice})").fetchone() == (True,)


def _as_named(named: str) -> str:
    """SQL: the persons as they are named, each once."""
    told = ", ".join(f"n.{column}" for column in _TOLD)
    return (
        f"select n.person_kind, n.person_ref as person_id, {told}, n.shape, n.source_sheet, n.source_row "
        f"from {named} as n where n.is_mention"
    )


def _of_each(named: str) -> str:
    """SQL: of each person the first of each fact that a mention tells."""
    first = ", ".join(
        f"first(n.{column} order by n.source_row, n.person_ref) filter (where n.{column} is not null) as {column}"
        for column in _TOLD
    )
    return (
        f"select n.person_kind, coalesce(r.person_id, n.person_ref) as person_id, {first}, "
        f"first(n.shape order by n.source_row, n.person_ref) as shape, "
        f"first(n.source_sheet order by n.source_row, n.person_ref) as source_sheet, min(n.source_row) as source_row "
        f"from {named} as n left join resolution as r on r.person_kind = n.person_kind and r.person_ref = n.person_ref "
        f"where n.is_mention and not coalesce(r.waits, false) group by all"
    )


_TOLD_OF_NEW = ("person_kind", "person_id", "last_name", "first_name", "full_name", "school", "grade")


def new_people(cur: duckdb.DuckDBPyConnection) -> dict[str, list[dict[str, Any]]]:
    """Persons whom no roster and no earlier batch knew, by the shape of the table that brought them: kind, id, name,
    school, grade."""
    listed = " union all ".join(
        f"select '{kind}' as person_kind, {kind}_id as person_id from {kind}s where district = '{DISTRICT}' "
        "and known_to is null"
        for kind in ("student", "provider")
    )
    found = cur.execute(
        f"select r.shape, {', '.join(f'r.{one}' for one in _TOLD_OF_NEW)} "
        f"from brought_people as r anti join ({listed}) as k on k.person_kind = r.person_kind "
        f"and k.person_id = r.person_id where r.action = 'new' order by r.person_kind desc, r.person_id"
    ).fetchall()
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for shape, *fields in found:
        told[shape].append(dict(zip(_TOLD_OF_NEW, fields, strict=True)))
    return dict(told)
