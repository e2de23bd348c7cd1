"""What stored steps answer is what the sessions themselves answer, for any day, key, choice and policies, after any write."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import duckdb
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analytics import answers, attention, compliance, figures, ledger, overview, policies, rollups, sqlfiles
from analytics.board import BANDS
from analytics.rollups import keeping, making
from analytics.scope import EVERYTHING, Selection
from data import calendar, history, settings
from data.store import Store, open_store
from data.store.events import next_event
from tests.property.ask import Rows, differences, rows_of, stored
from tests.property.districts import KEYS, Question, asked_districts
from tests.property.patience import examples
from tests.property.test_undo import Load, load, steps
from tests.reference.facts import Batch, Facts
from tests.reference.store_facts import write_batches, write_logs, write_sessions

pytestmark = pytest.mark.slow
DAY = date(2025, 10, 3)
COLUMNS = (*ledger.COLUMNS, "lines_banded", "provider_caused_minutes", "open_minutes", "pace_gap_minutes")


BESIDE = (
    ("ledger/went", lambda keys: keys, lambda keys: tuple(key for key in keys if key != "district")),
    ("ledger/students_behind", lambda keys: (), lambda keys: ()),
    ("compliance/distribution", lambda keys: (), lambda keys: ("measure", "bin")),
    ("overview/history", lambda keys: ("month",), lambda keys: ("month",)),
)
"""Other questions about sums of lines, what they are asked by, and what names their rows."""


def both(
    store: Store, day: date, keys: tuple[str, ...], selection: Selection, from_day: date | None = None
) -> tuple[Rows, Rows]:
    """The ledger of a day (from one on) from the sessions, and from stored steps."""
    with store.cursor() as cur:
        values = figures.parameters(cur, EVERYTHING, day, selection, from_day=from_day) | ledger.by_flags(keys)
        held = rollups.stored(cur, values)
        told = sqlfiles.frame(cur, "ledger/by_key", values)
        if held is None:
            assert day > keeping.told_to(rollups.last_day(cur, EVERYTHING)) or has_other_bands(cur, day)
            return (rows_of(told[[*keys, *COLUMNS]], keys),) * 2
        found = held.frame(cur, "ledger/by_key", values)
        if set(keys) <= set(ledger.OUTSIDE_KEYS) and not held.has_moved:
            same(sqlfiles.frame(cur, "ledger/outside", values), held.frame(cur, "ledger/outside", values))
        for question, flags, marks in BESIDE:
            asked = values | ledger.by_flags(flags(keys))
            others = [
                answer[[*marks(keys), *answer.columns.difference(marks(keys))]]
                for answer in (sqlfiles.frame(cur, question, asked), held.frame(cur, question, asked))
            ]
            agree(*others, marks(keys))
    assert len(found) == len(told)
    return tuple(rows_of(frame[[*keys, *COLUMNS]], keys) for frame in (told, found))  # type: ignore[return-value]


def has_other_bands(cur: duckdb.DuckDBPyConnection, day: date) -> bool:
    """Whether the day's school year has other policies of those that go by the as-of date than the last session's."""
    mine, last = (policies.load(cur, EVERYTHING, one) for one in (day, rollups.last_day(cur, EVERYTHING)))
    return any(mine.value(name) != last.value(name) for name in (*BANDS, "default_session_minutes"))


def agree(told: pd.DataFrame, found: pd.DataFrame, marks: tuple[str, ...]) -> None:
    """The same numbers under the same marks."""
    first, second = (
        rows_of(frame[frame.select_dtypes("number").columns.union(list(marks))], marks) for frame in (told, found)
    )
    assert differences(first, second, ("line",)) == []


def same(told: pd.DataFrame, found: pd.DataFrame) -> None:
    """The same minutes outside any mandate under each key."""
    keys = ["district", "student", "service", "month"]
    ordered = [frame.astype({"month": "str"}).sort_values(keys).reset_index(drop=True) for frame in (told, found)]
    pd.testing.assert_frame_equal(*ordered, check_dtype=False)


LENT: tuple[tuple[Any, dict[str, Any]], ...] = (
    (ledger.lines, {}), (ledger.not_seen, {}), (ledger.make_ups, {}), (ledger.reasons, {"keys": ("service", "month")}),
    (ledger.conformity, {"keys": ("line",)}), (overview.services, {}), (overview.history, {}), (compliance.outlook, {}),
)  # fmt: skip
"""Figures that begin at what stored steps tell and work out the rest."""


def lent_alike(store: Store, day: date, chosen: Selection, from_day: date | None = None) -> None:
    """These figures, and what needs a decision, as stored steps lend to them and from the sessions alone."""
    with store.transaction(keep=False) as cur:
        cur.execute("delete from rolled_up")
        told = [figure(cur, EVERYTHING, day, chosen, from_day=from_day, **options) for figure, options in LENT]
        decisions = decided(cur, day, chosen, from_day)
    with store.cursor() as cur:
        assert decided(cur, day, chosen, from_day) == decisions
        for (figure, options), alone in zip(LENT, told, strict=True):
            found = figure(cur, EVERYTHING, day, chosen, from_day=from_day, **options)
            pd.testing.assert_frame_equal(found, alone, check_exact=False, rtol=1e-9, atol=1e-6, check_dtype=False)


def decided(
    cur: duckdb.DuckDBPyConnection, day: date, chosen: Selection, from_day: date | None
) -> list[attention.Decision]:
    """What needs a decision, its minutes to 1e-6."""
    found = attention.needs_decision(cur, EVERYTHING, day, chosen, from_day=from_day)
    return [replace(one, minutes=round(one.minutes, 6)) for one in found]


def selections(facts: Facts) -> st.SearchStrategy[Selection]:
    """Everything, or one student, service, school or provider."""
    students = sorted({line.student_id for line in facts.lines})
    chosen = [Selection(services=("OT",)), Selection(schools=("North",)), Selection(providers=("P1",))]
    return st.sampled_from([Selection(), Selection(), *chosen, *(Selection(students=(name,)) for name in students)])


@examples(3)
@given(asked_districts(), st.data())
def test_stored_steps_answer_as_the_sessions_do(asked: tuple[Facts, Question], data: st.DataObject) -> None:
    facts, question = asked
    assume(facts.sessions)  # the last one's school year says which policies are rolled up
    with stored(facts, question.choices) as store:
        with store.transaction() as cur:
            rollups.refresh(cur)
        for back in (0, data.draw(st.integers(1, 40)), data.draw(st.integers(41, 250))):
            day = question.as_of - timedelta(days=back)
            keys, chosen = data.draw(st.sampled_from(KEYS)), data.draw(selections(facts))
            told, found = both(store, day, keys, chosen)
            assert differences(told, found, keys) == [], (day, keys, chosen)
            lent_alike(store, day, chosen)


@examples(6)
@given(asked_districts(), st.data())
def test_a_range_from_the_first_of_a_month_is_told_by_months(
    asked: tuple[Facts, Question], data: st.DataObject
) -> None:
    """But of students for whom a period or a session's month lies on both sides: these are worked out from the sessions."""
    facts, question = asked
    assume(facts.sessions)
    with stored(facts, question.choices) as store:
        with store.transaction() as cur:
            rollups.refresh(cur)
        day = question.as_of - timedelta(days=data.draw(st.integers(0, 40)))
        months = sorted({row.session_date.replace(day=1) for row in facts.sessions})
        first = data.draw(st.sampled_from([*months, date(day.year, 7, 1)]))
        keys, chosen = data.draw(st.sampled_from(KEYS)), data.draw(selections(facts))
        told, found = both(store, day, keys, chosen, first)
        assert differences(told, found, keys) == [], (first, day, keys, chosen)
        lent_alike(store, day, chosen, first)


@examples(2)
@given(asked_districts(), st.data())
def test_months_that_come_and_go_change_what_hangs_on_them_only(
    asked: tuple[Facts, Question], data: st.DataObject
) -> None:
    facts, question = asked
    assume(facts.sessions)
    logs = by_month(facts)
    with (
        patch.object(making, "LINES_AT_ONCE", data.draw(st.sampled_from((1, 2, 50_000)))),
        stored(replace(facts, sessions=(), waiting=(), batches=plain_batches(facts)), question.choices) as store,
    ):
        order = data.draw(st.permutations(sorted(logs)))
        for name in [*order, *data.draw(st.lists(st.sampled_from(order), max_size=2, unique=True))]:
            come(store, logs.pop(name)) if name in logs else go(store, name)
            if rollups.keep_up(store, least=0) and has_sessions(store):
                some_days(store, data.draw(st.integers(0, 3)))
                day = data.draw(st.one_of(days_worked_out(store), ago(question.as_of, 250)))
                keys, chosen = data.draw(st.sampled_from(KEYS)), data.draw(selections(facts))
                told, found = both(store, day, keys, chosen)
                assert differences(told, found, keys) == [], (name, day, keys, chosen)
                lent_alike(store, day, chosen)


ROWS_OF_DAYS = ("lines", "placed", "covers", "givers", "lengths", "outside")
"""Tables whose rows hold for all days."""


@examples(3)
@given(asked_districts(), st.data())
def test_a_series_of_writes_leaves_what_making_all_anew_gives(
    asked: tuple[Facts, Question], data: st.DataObject
) -> None:
    """Logs that come, go and are replaced, and other policies, brought up to after each or after some of them."""
    facts, question = asked
    assume(facts.sessions)
    logs, standing = by_month(facts), dict[str, Facts]()
    with stored(replace(facts, sessions=(), waiting=(), batches=plain_batches(facts)), question.choices) as store:
        for number in range(data.draw(st.integers(3, 6))):
            what = data.draw(st.sampled_from(("come", "come", "go", "replace", "policy")))
            one_of_series(store, what, logs, standing, data, number)
            if data.draw(st.booleans()) and rollups.keep_up(store, least=0) and has_sessions(store):
                told_alike(store, [ago_of(question.as_of, data.draw(st.integers(0, 250))) for _ in range(2)])


def one_of_series(
    store: Store, what: str, logs: dict[str, Facts], standing: dict[str, Facts], data: st.DataObject, number: int
) -> None:
    """Write one thing: a log that comes, one that goes, both at once with other minutes, or a policy."""
    if what == "policy":
        settings.set_policy(store, "2025-26", "not_seen_days", str(10 + number), "tester")
        settings.set_policy(store, "2025-26", "shortfall_order", data.draw(st.sampled_from(ORDERS)), "tester")
    elif what == "come" and logs:
        name = data.draw(st.sampled_from(sorted(logs)))
        standing[name] = logs.pop(name)
        come(store, standing[name])
    elif what in ("go", "replace") and standing:
        name = data.draw(st.sampled_from(sorted(standing)))
        log = standing.pop(name)
        go(store, name)
        if what == "replace":
            again = f"{name} {number}"
            standing[again] = longer(log, again)
            come(store, standing[again])


ORDERS = ("excused_first", "provider_first")


def longer(log: Facts, name: str) -> Facts:
    """The log as a batch of another name, with five minutes more for each session that was given."""
    rows = tuple(
        replace(row, batch=name, minutes=row.minutes and row.minutes + 5, session_id=f"{row.session_id} {name}")
        for row in log.sessions
    )
    waiting = tuple(replace(row, batch=name) for row in log.waiting)
    return replace(log, sessions=rows, waiting=waiting, batches=(replace(log.batches[0], name=name),))


def ago_of(day: date, back: int) -> date:
    return day - timedelta(days=back)


def told_alike(store: Store, days: list[date]) -> None:
    """What stored steps say on the last day and on these days, and their rows of all days, are those of making all anew."""
    with store.transaction(keep=False) as cur:
        last = rollups.last_day(cur, EVERYTHING)
        before = [said(cur, day) for day in (last, *days)]
        assert before[0]
        rows = {table: rows_held(cur, table) for table in ROWS_OF_DAYS}
        rollups.refresh(cur)
        for day, told in zip((last, *days), before, strict=True):
            for one, other in zip(told, said(cur, day), strict=True):
                assert differences(one, other, ("line", "month")) == [], day
        assert rows == {table: rows_held(cur, table) for table in ROWS_OF_DAYS}


def said(cur: duckdb.DuckDBPyConnection, day: date) -> list[Rows]:
    """Each line and month, and the months of all lines, as stored steps tell them; nothing of another school year's policies."""
    values = figures.parameters(cur, EVERYTHING, day)
    held = rollups.stored(cur, values)
    return (
        []
        if held is None
        else [
            rows_of(held.frame(cur, "ledger/by_key", values | ledger.by_flags(keys))[[*keys, *COLUMNS]], keys)
            for keys in (("line", "month"), ("month",))
        ]
    )


def rows_held(cur: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return sorted(map(repr, cur.execute(f"select * from rolled_{table}").fetchall()))


@examples(2)
@given(asked_districts(), st.data())
def test_a_day_worked_out_before_answers_as_the_sessions_do(asked: tuple[Facts, Question], data: st.DataObject) -> None:
    facts, question = asked
    assume(facts.sessions)
    with stored(facts, question.choices) as store:
        with store.transaction() as cur:
            rollups.refresh(cur)
        some_days(store, 4)
        for held in data.draw(st.lists(st.sampled_from(rollups.WORKED_OUT), min_size=2, max_size=3, unique=True)):
            keys = tuple(data.draw(st.lists(st.sampled_from(held), max_size=2, unique=True)))
            chosen = data.draw(selections(facts)) if "school" in held else Selection()
            day = data.draw(st.one_of(days_worked_out(store), ago(question.as_of, 40)))
            told, found = both(store, day, keys, chosen)
            assert differences(told, found, keys) == [], (day, keys, chosen)


def some_days(store: Store, count: int) -> None:
    """Work out the last days that aren't yet, so many."""
    turns = iter(range(count))
    answers.fill(store, lambda: next(turns, None) is None)


def days_worked_out(store: Store) -> st.SearchStrategy[date]:
    """The first and the last day of each span of days that was worked out, within its school year."""
    with store.cursor() as cur:
        found = cur.execute("select distinct from_day, least(to_day - 1, from_day + 3) from rolled_answers").fetchall()
    days = sorted({day for span in found for day in span})
    return st.sampled_from(days) if days else st.nothing()


def ago(day: date, most: int) -> st.SearchStrategy[date]:
    """A day of the ``most`` before a day, or the day."""
    return st.integers(0, most).map(lambda back: day - timedelta(days=back))


def plain_batches(facts: Facts) -> tuple[Batch, ...]:
    """Batches of lines: those that no session is from."""
    return tuple(batch for batch in facts.batches if batch.name.startswith("lines"))


def by_month(facts: Facts) -> dict[str, Facts]:
    """The sessions and waiting rows of each log and month as a batch of its own, under its name."""
    found: dict[str, Facts] = {}
    for batch in facts.batches:
        for month in sorted({f"{row.session_date:%Y-%m}" for row in (*facts.sessions, *facts.waiting)}):
            name = f"{batch.name} {month}"
            of_month = [
                tuple(
                    replace(row, batch=name) for row in rows
                    if row.batch == batch.name and f"{row.session_date:%Y-%m}" == month
                )
                for rows in (facts.sessions, facts.waiting)
            ]  # fmt: skip
            if of_month[0]:
                found[name] = replace(
                    facts, sessions=of_month[0], waiting=of_month[1], batches=(replace(batch, name=name),)
                )
    return found


def come(store: Store, log: Facts) -> None:
    """Load one more log, as its import would."""
    with store.transaction() as cur:
        ((before,),) = cur.execute("select max(event_seq) from events").fetchall()
        sequence = write_batches(cur, log, after=before)
        write_sessions(cur, log.sessions, sequence)
        write_logs(cur, [*log.sessions, *log.waiting])


def go(store: Store, name: str) -> None:
    """Take a log back, as undoing its import would."""
    with store.transaction() as cur:
        event = next_event(cur, "undo", "tester", name)
        cur.execute("update sessions set known_to = ? where batch_id = ?", [event, name])


@examples(2)
@given(steps, st.lists(st.sampled_from(("policy", "calendar", "nothing")), min_size=6, max_size=6))
def test_a_write_puts_stored_steps_aside_until_they_are_made_anew(plan: list[Load | int], beside: list[str]) -> None:
    store = open_store(None)
    standing: list[str] = []
    try:
        for step, more in zip(plan, beside, strict=False):
            before = store.data_version()
            write(store, step, standing, more)
            assert store.data_version() == before or not is_told(store)
            with store.cursor() as cur:
                fresh = rows_of(ledger.by(cur, EVERYTHING, DAY, keys=("line", "month")), ("line", "month"))
            rollups.keep_up(store, least=0)
            assert is_told(store) or not has_sessions(store)
            with store.cursor() as cur:
                rolled = rows_of(ledger.by(cur, EVERYTHING, DAY, keys=("line", "month")), ("line", "month"))
            assert differences(fresh, rolled, ("line", "month")) == []
    finally:
        store.close()


def write(store: Store, step: Load | int, standing: list[str], more: str) -> None:
    """Load a file or undo one that stands, and change a policy or a day of the calendar beside it."""
    if not isinstance(step, int):
        standing.append(load(store, step))
    elif standing:
        history.undo(store, standing.pop(step % len(standing)), "tester")
    if more == "policy":
        settings.set_policy(store, "2025-26", "credit_period", "cycle" if len(standing) % 2 else "month", "tester")
    elif more == "calendar":
        with suppress(calendar.CalendarError):
            calendar.confirm(store, "tester", breaks=[(date(2025, 9, 15), date(2025, 9, 15 + len(standing)))])


def has_sessions(store: Store) -> bool:
    """Whether a session stands, whose school year says which policies are rolled up."""
    with store.cursor() as cur:
        return cur.execute("select count(*) from sessions where known_to is null").fetchone() != (0,)


def is_told(store: Store) -> bool:
    """Whether stored steps answer what is asked of DAY."""
    with store.cursor() as cur:
        return rollups.stored(cur, figures.parameters(cur, EVERYTHING, DAY) | ledger.by_flags(())) is not None
