"""Cases on the same calendar and under the same policies stand in one ledger, which is asked once for each day and range:
two hundred students take hardly longer to work out than one.

Each case has students, services, therapists and files of its own there, told apart by a mark at the end of their names.
"""

import atexit
from collections.abc import Hashable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import duckdb

from data.store import Store, open_store
from tests.property.ask import Rows, ask_ledger, written
from tests.reference.cal_a import day
from tests.reference.facts import Batch, Facts
from tests.reference.store_facts import store_facts
from tests.spec.case import Case

Row = TypeVar("Row")
OWN = ("student_id", "service", "provider_id", "session_id", "batch")
"""The fields that carry a case's mark."""
_cases: list[Case] = []


def stands_with_others(case: Case) -> None:
    """Have a case stand in the ledger that it may share; before any is asked for."""
    _cases.append(case)


def alone(case: Case) -> Rows:
    """The ledger's rows of a case in a store of its own."""
    with written(case.facts, case.choices) as cur:
        return ask_ledger(cur, case.keys, day(case.as_of), *case.cut_days, extended=case.extended)


def among_others(case: Case) -> Rows:
    """The ledger's rows of a case, out of the ledger that it shares."""
    told_by = _told_by(case)
    if told_by is None:
        return alone(case)
    names = (told_by[0], *(key for key in case.keys if key != told_by[0]))
    rows = _asked(_world(case), names, case.as_of, case.cut, case.extended)
    named = [(dict(zip(names, key, strict=True)), row) for key, row in rows.items()]
    mark = _mark(case)
    return {
        tuple(_plain(name[key], mark) for key in case.keys): row
        for name, row in named
        if name[told_by[0]] == told_by[1] + mark
    }


def shared(case: Case) -> tuple[duckdb.DuckDBPyConnection, str]:
    """A cursor on the ledger that a case shares, and the mark of its names there."""
    return _reading(_world(case)), _mark(case)


def _told_by(case: Case) -> tuple[str, str] | None:
    """The key that tells a case's rows from the others': its one service or its one student; None where it has several,
    or no line: what a ledger without any mandate tells (rules 2a) is of the whole ledger."""
    if not case.facts.lines:
        return None
    rows = (*case.facts.lines, *case.facts.sessions, *case.facts.waiting)
    for key, found in (("service", {row.service for row in rows}), ("student", {row.student_id for row in rows})):
        if len(found) == 1:
            return key, found.pop()
    return None


def _world(case: Case) -> Hashable:
    """What all cases of one ledger have in common; those without figures, which are read aloud, stand by themselves."""
    return case.facts.calendar, case.facts.grading_periods, repr(case.choices), bool(case.figures)


@cache
def _asked(
    world: Hashable, keys: tuple[str, ...], as_of: str, cut: tuple[str | None, str | None], extended: bool
) -> Rows:
    days = [day(text) if text else None for text in cut]
    return ask_ledger(_reading(world), keys, day(as_of), *days, extended=extended)


@cache
def _reading(world: Hashable) -> duckdb.DuckDBPyConnection:
    return _stored(world).open_cursor()


@cache
def _stored(world: Hashable) -> Store:
    cases = [case for case in _cases if _told_by(case) and _world(case) == world]
    store = open_store(None)
    store_facts(store, _joined([_marked(case.facts, _mark(case)) for case in cases]), cases[0].choices)
    return store


for _cached in (_reading, _stored):
    atexit.register(_cached.cache_clear)  # DuckDB complains on standard error about what outlives it


def _joined(parts: list[Facts]) -> Facts:
    names = ("enrolments", "lines", "sessions", "waiting", "batches")
    whole = {name: tuple(row for part in parts for row in getattr(part, name)) for name in names}
    return replace(parts[0], **whole)


def _mark(case: Case) -> str:
    (place,) = [number for number, found in enumerate(_cases) if found is case]
    return f"#{place}"


def _plain(value: Any, mark: str) -> Any:
    return value.removesuffix(mark) if isinstance(value, str) else value


def _marked(facts: Facts, mark: str) -> Facts:
    names = ("enrolments", "lines", "sessions", "waiting")
    rows = {name: tuple(_with_mark(row, mark) for row in getattr(facts, name)) for name in names}
    return replace(facts, **rows, batches=tuple(_marked_batch(batch, mark) for batch in facts.batches))


def _with_mark(row: Row, mark: str) -> Row:
    named = {name: getattr(row, name) for name in OWN if getattr(row, name, None) is not None}
    return replace(row, **{name: value + mark for name, value in named.items()})  # type: ignore[type-var]


def _marked_batch(batch: Batch, mark: str) -> Batch:
    return Batch(batch.name + mark, batch.load_date, tuple(_with_mark(cover, mark) for cover in batch.covers))
