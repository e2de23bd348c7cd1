"""A store whose rows were changed, closed or taken out past the importer is found out; one that was only used is not."""

from pathlib import Path

import pytest

from data import history, intact, settings
from data.store import Store, noting, open_store
from tests.built import NAME, built
from tests.data.loading import Ledger
from tests.sample import copy_of

DAYS = "Start,End,Day Type\n08/25/2025,12/19/2025,Instructional\n09/01/2025,09/01/2025,Holiday\n"
LINES = "line_id,student_id,service,kind,amount_minutes,cycle,start_date\nL1,S1,OT,direct,60,week,2025-08-25\n"
HEAD = "session_id,student_id,service,session_date,minutes,status\n"
LOG = HEAD + "A1,S1,OT,2025-09-08,30,delivered\nA2,S1,OT,2025-09-09,30,delivered\nA3,S1,OT,2025-09-10,20,delivered\n"
MORE = HEAD + "A2,S1,OT,2025-09-09,25,delivered\nA3,S1,OT,2025-09-10,20,delivered\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Three sessions, one of which a second file changed; a third file that was undone; and a policy."""
    built(tmp_path / NAME, _used)
    return Ledger(tmp_path)


def _used(file: Path) -> None:
    found = Ledger(file.parent)
    for name, text in (
        ("lines.csv", LINES),
        ("calendar.csv", DAYS),
        ("log.csv", LOG),
        ("more.csv", MORE),
        ("again.csv", MORE.replace("25", "15")),
    ):
        batch = found.load(name, text).files[0].batch_id
    assert batch is not None
    history.undo(found.store, batch, "tester")
    settings.set_policy(found.store, "2025-26", "not_seen_days", "8", "tester")
    noting.keep_up(found.store)
    found.close()


def failed(ledger: Ledger) -> dict[str, str]:
    with ledger.cursor() as cur:
        return {name: detail for name, passed, detail in intact.checks(cur) if not passed}


def test_a_store_that_was_only_used_is_whole(ledger: Ledger) -> None:
    assert failed(ledger) == {}


@pytest.mark.parametrize(
    ("statement", "check", "told"),
    [
        ("delete from sessions where session_id = 'A1'",
         "rows of files are on file", "rows that files brought and that are gone: 1 of sessions"),
        ("delete from service_lines",
         "rows of files are on file", "rows that files brought and that are gone: 1 of service_lines"),
        ("update sessions set minutes = 300 where session_id = 'A1'",
         "rows say what was read", "rows that say something else than was read: 1 of sessions"),
        ("update service_lines set student_id = 'S2'",
         "rows say what was read", "rows that say something else than was read: 1 of service_lines"),
        ("update people set school = 'Elm' where person_id = 'S1'",
         "rows say what was read", "rows that say something else than was read: 1 of people"),
        ("delete from calendar_days where day = '2025-10-07'",
         "rows are those written", "events whose rows are others than they wrote: 1 in calendar_days"),
        ("update sessions set known_to = 3 where session_id = 'A1'",
         "rows are those written", "events whose rows are others than they wrote: 1 in sessions"),
        ("update policies set value = '9'",
         "rows are those written", "events whose rows are others than they wrote: 1 in policies"),
        ("delete from policies",
         "rows are those written", "events whose rows are others than they wrote: 1 in policies"),
        ("update sessions set source_row = 9 where session_id = 'A1'",
         "rows are those written", "events whose rows are others than they wrote: 1 in sessions"),
        ("update service_lines set batch_id = (select batch_id from batches where file_name = 'log.csv')",
         "rows are those written", "events whose rows are others than they wrote: 1 in service_lines"),
        ("update student_links set link_key = 'another'",
         "what is written in place is as it was left", "tables that say something else than was written: student_links"),
        ("insert into settings values ('district', 'calendar_confirmed', 'yes', timestamp '2026-01-01', 'nobody')",
         "what is written in place is as it was left", "tables that say something else than was written: settings"),
        ("insert into batch_ends select district, batch_id, 'service_lines', 'k', 'ended', date '2025-10-01' from batches "
         "where file_name = 'more.csv'",
         "what is written in place is as it was left", "tables that say something else than was written: batch_ends"),
        ("update batches set state = 'undone' where file_name = 'log.csv'",
         "files are as events have them",
         "1 file gone, without sheets, or undone by nobody; rows of no file: none"),
        ("update batch_people set batch_id = 'another'",
         "files are as events have them",
         "0 files gone, without sheets, or undone by nobody; rows of no file: 4 in batch_people"),
        ("update batches set load_date = date '2025-09-30' where file_name = 'log.csv'",
         "what is written in place is as it was left", "tables that say something else than was written: batches"),
        ("update batches set file_name = 'other.csv' where file_name = 'log.csv'",
         "what is written in place is as it was left", "tables that say something else than was written: batches"),
        ("update batches set reading = 'other' where file_name = 'log.csv'",
         "what is written in place is as it was left", "tables that say something else than was written: batches"),
        ("update batch_sheets set rows_read = 4, rows_ignored = 1 where dataset = 'sessions' and rows_read = 3",
         "what is written in place is as it was left", "tables that say something else than was written: batch_sheets"),
        ("update sessions as s set known_to = o.known_to from sessions as o where s.session_id = 'A1' and o.session_id = 'A2' "
         "and o.known_to is not null; update sessions set known_to = null where session_id = 'A2' and minutes = 30",
         "rows are those written", "events whose rows are others than they wrote: 1 in sessions"),
    ],
)  # fmt: skip
def test_what_was_done_to_it_by_hand_is_told(ledger: Ledger, statement: str, check: str, told: str) -> None:
    with ledger.store.transaction() as cur:
        cur.execute(statement)
    assert failed(ledger)[check] == told


def test_notes_without_what_ended_are_compared_by_what_was_written(ledger: Ledger) -> None:
    """Those of an earlier version, which has no sum of what an event ended."""
    with ledger.store.transaction() as cur:
        cur.execute("update event_rows set content = split_part(content, '/', 1)")
    assert failed(ledger) == {}
    with ledger.store.transaction() as cur:
        cur.execute("update policies set value = '9'")
    assert set(failed(ledger)) == {"rows are those written"}


def test_what_nobody_noted_yet_is_taken_as_it_is(ledger: Ledger) -> None:
    """A write that the next look at the store will note."""
    settings.set_policy(ledger.store, "2025-26", "not_seen_days", "12", "tester")
    assert failed(ledger) == {}
    noting.keep_up(ledger.store)
    assert failed(ledger) == {}


@pytest.mark.slow
def test_a_row_gone_from_any_table_that_figures_read_is_told(sample: Path, tmp_path: Path) -> None:
    """The sample district has rows in all but those that only a person's answers fill."""
    store = open_store(copy_of(sample, tmp_path / "ledger.duckdb"))
    noting.keep_up(store)
    with store.cursor() as cur:
        assert [told for told in intact.checks(cur) if not told[1]] == []
        filled = [
            one for one in (*noting.TABLES, *noting.IN_PLACE, "batches", "batch_sheets")
            if cur.execute(f"select 1 from {one} as t where {noting.ONLY.get(one, 'true')} limit 1").fetchall()
        ]  # fmt: skip
    assert len(filled) > 15
    for table in filled:
        last = f"rowid = (select max(t.rowid) from {table} as t where {noting.ONLY.get(table, 'true')})"
        assert _without(store, f"delete from {table} where {last}"), table
        if table in noting.HASHED:
            assert _without(store, f"update {table} set known_to = 999999 where {last}"), table
    store.close()


def _without(store: Store, statement: str) -> list[str]:
    """What is told after a statement, which is then taken back."""
    with store.transaction(keep=False) as cur:
        cur.execute(statement)
        return [name for name, passed, _ in intact.checks(cur) if not passed]
