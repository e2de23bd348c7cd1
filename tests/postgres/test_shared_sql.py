"""The SQL of figures runs on PostgreSQL as it stands, and says what DuckDB says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count, product
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from hypothesis import given

from analytics import figures, ledger, rollups, statements
from analytics.ledger.extended_year import EXTENDED
from analytics.rollups import tables
from analytics.scope import EVERYTHING
from analytics.statements import Swaps
from data.store import open_store
from tests.analytics.test_sqlfiles import NAMES
from tests.postgres.both import Both
from tests.postgres.server import server, skip_unless_there
from tests.property.ask import written
from tests.property.districts import Question, asked_districts
from tests.property.patience import examples
from tests.reference.facts import Facts
from tests.sample import copy_of

pytestmark = pytest.mark.slow
ROLLED = [name for name in NAMES if name.startswith("rolled/")]
QUESTIONS = [name for name in NAMES if name not in ROLLED]
AS_OF = date(2026, 2, 1)
OWN = {
    "calendar": "", "year_from": date(2025, 8, 1), "year_to": date(2026, 6, 30), "school_year": 2025,
    "by_area": True, "by_grade_band": True, "by_provider_clock": False, "split": "setting",
    "only_goal": "", "only_student": "", "only_line": "", "row_limit": 100, "wanted": "a", "turned": "a", "link_key": "",
    "until": date(2026, 3, 1), "since": date(2025, 9, 1), "before": date(2026, 2, 1),
    "span_from": date(2025, 10, 1), "span_to": date(2026, 1, 1), "month": date(2025, 10, 1),
    "made_from": date(2025, 11, 1), "told_to": date(2026, 6, 30), "made_event": 0, "slice_lines": 50, "slice_no": 0, "sign": 1,
    "first_month": figures.FIRST, "last_month": figures.LAST, "first_day": date(2025, 8, 1),
    "only_open": False, "with_providers": True, "answered_by": "school provider service",
}  # fmt: skip
"""What single questions are asked with, beside what figures share."""
AWARD = """
    insert into awards
    select
        s.district, s.row_key, 'A1', s.student_id, s.service, 600, null, s.shape, s.row_hash, s.batch_id, s.source_sheet,
        s.source_row, s.known_from, s.known_to
    from sessions as s
    where s.status = 'delivered' and s.known_to is null
    order by s.row_key
    limit 1
"""
"""The sample has none: one that the first session serves."""
SHARED = ("ledger/by_key", "ledger/headline", "ledger/went", "ledger/outside")
"""The questions that stored steps answer too."""


@pytest.fixture(scope="module")
def connection() -> Iterator[psycopg.Connection]:
    skip_unless_there()
    with server() as connected:
        yield connected


@pytest.fixture(scope="module")
def part_of_the_sample(
    sample: Path, connection: psycopg.Connection, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    """Every sixteenth student of the sample district, one of them with a compensatory award, rolled up."""
    store = open_store(copy_of(sample, tmp_path_factory.mktemp("part") / "ledger.duckdb"))
    with store.transaction() as cur:
        told = "select table_name from duckdb_tables() where table_name in "
        told += "(select table_name from duckdb_columns() where column_name = 'student_id')"
        for (table,) in cur.execute(told).fetchall():
            cur.execute(f"delete from {table} where hash(student_id) % 16 <> 0")
        cur.execute(AWARD)
        cur.execute("update sessions set award_id = 'A1' where row_key = (select a.row_key from awards as a)")
        rollups.refresh(cur)
    with store.cursor() as cur, _copied(cur, connection) as both:
        yield both
    store.close()


_numbers = count()


@contextmanager
def _copied(cur: duckdb.DuckDBPyConnection, connection: psycopg.Connection) -> Iterator[Both]:
    """What the cursor sees, in a schema of its own."""
    schema = f"district_{next(_numbers)}"
    connection.execute(f"create schema {schema}")
    with _seen(connection, schema):
        both = Both(cur, connection)
        both.copy()
        yield both
    connection.execute(f"drop schema {schema} cascade")


@contextmanager
def _seen(connection: psycopg.Connection, schema: str) -> Iterator[None]:
    """Statements read and make tables of this schema, and then again of the one before."""
    (before,) = connection.execute("show search_path").fetchone() or ("",)
    connection.execute(f"set search_path = {schema}")
    try:
        yield
    finally:
        connection.execute(f"set search_path = {before}")


def _values(both: Both, as_of: date, keys: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """What a question is asked with; a line in the middle of all, and its id."""
    shared = figures.parameters(both.duck, EVERYTHING, as_of) | ledger.by_flags(keys) | OWN | more
    lines = both.duck.execute(
        f"select line_no, line_id from {both.step('base/lines', shared)} order by line_no"
    ).fetchall()
    number, name = lines[len(lines) // 2] if lines else (0, "")
    return {**shared, "line_no": number, "line_id": name}


def test_every_question_is_answered_alike(part_of_the_sample: Both) -> None:
    both, told = part_of_the_sample, set[str]()
    for keys in (("school", "service"), ("month",)):
        values = _values(both, AS_OF, keys)
        told |= {name for name in QUESTIONS if both.step(name, values)}
    assert both.asked >= told == set(QUESTIONS)
    assert len(both.told & told) > 0.8 * len(told)


def test_each_question_can_be_planned_as_one_statement(part_of_the_sample: Both) -> None:
    """With its steps in front, nothing worked out before."""
    values = _values(part_of_the_sample, AS_OF, ("school", "service"))
    read = {step for name in NAMES for step in statements.uses(name)}
    for name in QUESTIONS:
        if name not in read:
            part_of_the_sample.plan(name, values)


def test_stored_steps_are_made_and_read_alike(part_of_the_sample: Both) -> None:
    """All anew and after a log, and what they answer by the keys and choices that swap other steps in."""
    both, values = part_of_the_sample, _values(part_of_the_sample, figures.END_OF_TIME)
    _make(both, values)
    for keys, is_chosen, is_mixed in product(
        ((), ("school", "service"), ("line", "student"), ("month",), ("month", "school")), (False, True), (False, True)
    ):
        _answer(both, keys, is_chosen=is_chosen, is_mixed=is_mixed)
    _answer_a_range(both)
    both.step("base/covers", values, tables.NAMED, "covers_then")
    for name in ROLLED:
        if name not in both.asked:
            both.step(name, values)
    assert both.asked >= set(ROLLED)
    assert len(both.told & set(ROLLED)) > 0.8 * len(ROLLED)


def _make(both: Both, values: dict[str, Any]) -> None:
    both.step("rolled/touched_lines", values, (), "rolled_new_touched")
    both.step("rolled/made_students", values, (), "rolled_new_students")
    for table, question, swaps in tables.TABLES:
        both.step(question, values, (*swaps, *tables.SLICE, *tables.FRESH))
        if table not in tables.ONCE:
            both.step(question, values, (*swaps, *tables.SLICE), f"rolled_new_{table}")
    both.step("rolled/months_said_anew", values, (), "rolled_new_done")
    _, question, swaps = tables.TOTALS
    both.step(question, values, swaps)
    both.step(question, values, (*swaps, *tables.AGAIN))


def _answer(both: Both, keys: tuple[str, ...], *, is_chosen: bool, is_mixed: bool) -> None:
    values = _values(both, AS_OF, keys, services=figures.wrapped(["OT"] if is_chosen else []))
    swaps: Swaps = (*tables.NOW, *(tables.BY_MONTH if "month" in keys else tables.WHOLE),
                    *(tables.CHOSEN if is_chosen else tables.ALL_MONTHS if keys == ("month",) else ()),
                    *(tables.ALONE if "line" in keys else ()), *(tables.MIXED if is_mixed else tables.KNOWN))  # fmt: skip
    if is_mixed:
        both.step("rolled/other_sums", values, tables.OTHERS, "other_sums_made")
    for question in SHARED:
        both.step(question, values, swaps)
    both.step("ledger/owing", values, (*swaps, *tables.OWING))
    if is_mixed:
        both.let_go("other_sums_made")
    elif "month" not in keys:
        both.step("ledger/by_key", values, (*swaps, *tables.ANSWERED))


def _answer_a_range(both: Both) -> None:
    values = _values(both, AS_OF) | {"from_day": date(2025, 10, 1)}
    both.step("rolled/straddling", values, (), "straddling_made")
    both.step("rolled/other_sums", values, (*tables.OTHERS, ("rolled/apart", "rolled/straddling")), "other_sums_made")
    for question in SHARED:
        both.step(question, values, (*tables.NOW, *tables.SINCE, *tables.APART, *tables.MIXED))
    for table in ("other_sums_made", "straddling_made"):
        both.let_go(table)


def test_what_the_engines_do_otherwise_is_told(part_of_the_sample: Both) -> None:
    """A whole number divided by a whole number: 3.5 in DuckDB, 3 in PostgreSQL."""
    with pytest.raises(AssertionError, match=r"3\.5 in DuckDB, 3\.0 in PostgreSQL"):
        part_of_the_sample.make("halved", "select 7 / 2 as n", {})


@examples(3)
@given(asked_districts())
def test_awkward_districts_are_answered_alike(connection: psycopg.Connection, asked: tuple[Facts, Question]) -> None:
    """Every question of districts with all kinds of cycles, calendars and make-ups."""
    facts, question = asked
    with written(facts, question.choices) as cur, _copied(cur, connection) as both:
        values = _values(both, question.as_of, question.keys)
        for name in QUESTIONS:
            both.step(name, values)
        for name in ("ledger/by_key", "esy/on_file"):
            both.step(name, values, EXTENDED)
