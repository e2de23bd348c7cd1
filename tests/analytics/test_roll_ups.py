"""Roll-ups of a district small enough to work out by hand, and the questions that they leave to the sessions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from analytics import answers, check, figures, ledger, rollups, sqlfiles, statements
from analytics.policies import Policies
from analytics.rollups import keeping, making, putting, tables
from analytics.scope import EVERYTHING, Selection
from data.store import Store, open_store
from data.store.backup import backup
from data.store.events import next_event
from tests.built import built
from tests.quick import first
from tests.reference.facts import Batch, CalendarDay, ChosenCover, Enrolment, Facts, Line, Session
from tests.reference.store_facts import store_facts, write_batches, write_logs, write_sessions

MONDAY = date(2025, 9, 8)
DAYS = [MONDAY + timedelta(days=n) for n in (0, 1, 7, 8)]
"""Two weeks of two instructional days: a weekly amount of 60 accrues 30 a day."""
TOLD_TO = date(2025, 10, 5)
"""The Sunday after September 30, which ends the month of the last session: later days are asked of the sessions."""
FACTS = Facts(
    tuple(CalendarDay(day, True) for day in DAYS), (),
    (Enrolment("A", "North", "2", MONDAY, DAYS[1]), Enrolment("A", "South", "3", DAYS[2], None)),
    (Line("L1", "A", 60, start_date=MONDAY, end_date=DAYS[3], sessions_per_cycle=2, batch="lines1"),),
    (
        Session("1", "A", DAYS[0], minutes=45, provider_id="P1", batch="logs1"),
        Session("2", "A", DAYS[2], minutes=30, provider_id="P2", batch="logs1"),
        Session("3", "A", DAYS[3], minutes=15, status="make_up", batch="logs1"),
    ), (), (Batch("lines1", MONDAY), Batch("logs1", DAYS[3])),
)  # fmt: skip


@pytest.fixture(scope="module")
def rolled() -> Iterator[Store]:
    """The district above, rolled up; tests only read it, but for the last one."""
    store = open_store(None)
    store_facts(store, FACTS)
    assert rollups.keep_up(store, least=0)
    yield store
    store.close()


def _rolled_up(file: Path) -> None:
    store = open_store(file)
    store_facts(store, FACTS)
    assert rollups.keep_up(store, least=0)
    store.close()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """The same for a test that changes it: made once, then copied."""
    store = open_store(built(tmp_path / "ledger.duckdb", _rolled_up))
    yield store
    store.close()


def ask(store: Store, day: date, keys: tuple[str, ...] = (), **asked: Any) -> tuple[bool, list[dict[Any, Any]]]:
    """Whether roll-ups answer a question, and the ledger's rows."""
    with store.cursor() as cur:
        values = figures.parameters(cur, EVERYTHING, day, **asked) | ledger.by_flags(keys)
        return rollups.stored(cur, values) is not None, ledger.by(cur, EVERYTHING, day, keys=keys, **asked).to_dict(
            "records"
        )


@pytest.mark.parametrize(
    ("day", "expected", "delivered", "credited", "open_or_short"),
    [
        (DAYS[0], 30, 45, 30, 0),  # one of four days; 45 given, capped
        (DAYS[1], 60, 45, 45, 15),
        (DAYS[1] + timedelta(days=3), 60, 45, 45, 15),  # no school, nothing changes
        (DAYS[2], 90, 75, 75, 15),
        (DAYS[3], 120, 90, 90, 30),  # the make-up names no date and there is no earlier month: it counts on its day
        (TOLD_TO, 120, 90, 90, 30),
        (date(2026, 5, 1), 120, 90, 90, 30),
    ],
)
def test_every_day_says_what_stood_on_it(
    rolled: Store, day: date, expected: float, delivered: float, credited: float, open_or_short: float
) -> None:
    is_rolled_up, (row,) = ask(rolled, day)
    assert is_rolled_up == (day <= TOLD_TO)
    assert (row["expected_minutes"], row["delivered_minutes"], row["credited_minutes"]) == (
        expected,
        delivered,
        credited,
    )
    assert row["excess_minutes"] == delivered - credited
    assert row["make_up_minutes"] == (open_or_short if day >= DAYS[3] else 0), "only a closed month is short"


def test_school_and_provider_are_those_of_the_day(rolled: Store) -> None:
    assert [(row["school"], row["provider"]) for row in ask(rolled, DAYS[1], ("school", "provider"))[1]] == [
        ("North", "P1")
    ]
    # by the second week P1 has given 45 minutes of the line and P2 30
    assert [(row["school"], row["provider"]) for row in ask(rolled, DAYS[3], ("school", "provider"))[1]] == [
        ("South", "P1")
    ]


def test_a_choice_leaves_the_others_out(rolled: Store) -> None:
    for chosen, rows in ((Selection(schools=("South",)), 1), (Selection(schools=("North",)), 0)):
        with rolled.cursor() as cur:
            assert len(ledger.by(cur, EVERYTHING, DAYS[3], chosen, keys=("month",))) == rows


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """From which days on rows were made, in turn."""
    days: list[date] = []
    make = keeping.make

    def noted(cur: Any, values: Any, since: date) -> None:
        days.append(since)
        make(cur, values, since)

    monkeypatch.setattr(keeping, "make", noted)
    return days


def add(store: Store, name: str, *sessions: Session, load_date: date = DAYS[3]) -> None:
    """Load one more log."""
    with store.transaction() as cur:
        (after,) = cur.execute("select max(event_seq) from events").fetchall()[0]
        facts = replace(FACTS, batches=(Batch(name, load_date),))
        sequence = write_batches(cur, facts, after)
        write_sessions(cur, tuple(replace(one, batch=name) for one in sessions), sequence)
        write_logs(cur, [replace(one, batch=name) for one in sessions])


@pytest.mark.slow
def test_a_log_changes_what_holds_from_its_first_day_on(kept: Store, made: list[date]) -> None:
    add(kept, "logs2", Session("4", "A", DAYS[3], minutes=30))
    assert not ask(kept, DAYS[2])[0], "nothing is answered until it is made"
    assert rollups.keep_up(kept, least=0)
    assert made == [DAYS[3]]
    # 90 of 120 were given before; 30 more are all that was open of the month
    for day, given, credited, short in ((DAYS[1], 45, 45, 15), (DAYS[2], 75, 75, 15), (DAYS[3], 120, 120, 0)):
        is_rolled_up, (row,) = ask(kept, day)
        assert is_rolled_up
        assert (row["delivered_minutes"], row["credited_minutes"]) == (given, credited), day
        assert row["expected_minutes"] - row["credited_minutes"] == short, day


@pytest.mark.slow
def test_a_log_that_is_taken_back_leaves_what_stood_before_it(store: Store, made: list[date]) -> None:
    store_facts(store, FACTS)
    before = ask(store, DAYS[3], ("line", "month"))[1]
    add(store, "logs2", Session("4", "A", DAYS[2], minutes=30), Session("5", "A", DAYS[1], status="missed", minutes=20))
    rollups.keep_up(store, least=0)
    with store.transaction() as cur:
        event = next_event(cur, "undo", "tester", "logs2")
        cur.execute("update sessions set known_to = ? where batch_id = 'logs2'", [event])
    assert rollups.keep_up(store, least=0)
    assert made == [date(1, 1, 1), DAYS[1]]
    assert ask(store, DAYS[3], ("line", "month")) == (True, before)


OVER = replace(FACTS.lines[0], line_id="L0", student_id="B", end_date=DAYS[0])
NEXT = replace(FACTS.lines[0], line_id="L9", student_id="B", start_date=DAYS[1])
"""Two lines of another student: one is over after the first day, the other follows it."""
TWO = replace(
    FACTS, lines=(*FACTS.lines, OVER, NEXT),
    sessions=(*FACTS.sessions, replace(FACTS.sessions[0], session_id="9", student_id="B")),
)  # fmt: skip


@pytest.mark.slow
def test_rows_that_a_log_brings_in_vain_leave_nothing_behind(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody takes a log back while its rows are worked out."""
    make = keeping.make

    def slow(cur: Any, values: Any, since: date) -> None:
        make(cur, values, since)
        with kept.transaction() as other:
            event = next_event(other, "undo", "tester", "logs2")
            other.execute("update sessions set known_to = ? where batch_id = 'logs2'", [event])

    monkeypatch.setattr(keeping, "make", slow)
    add(kept, "logs2", Session("4", "A", DAYS[3], minutes=30))
    assert not rollups.keep_up(kept, least=0)
    with kept.cursor() as cur:
        assert (
            cur.execute("select 1 from duckdb_tables() where starts_with(table_name, 'rolled_new_')").fetchall() == []
        )
    monkeypatch.undo()
    assert rollups.keep_up(kept, least=0)
    assert ask(kept, DAYS[3])[1][0]["delivered_minutes"] == 90  # 45 + 30 + 15


@pytest.mark.slow
def test_lines_that_are_over_are_left_alone(store: Store) -> None:
    store_facts(store, TWO)
    rollups.keep_up(store, least=0)
    # of B 30 are expected and 45 given on its one day; nothing is given of what follows
    assert [row["credited_minutes"] for row in ask(store, DAYS[3], ("line",))[1]] == [30, 90, 0]
    with store.transaction() as cur:
        cur.execute("update rolled_sums set credited_minutes = credited_minutes + 7 where credited_minutes > 0")
    add(store, "logs2", Session("4", "A", DAYS[3], minutes=30))
    rollups.keep_up(store, least=0)
    assert [row["credited_minutes"] for row in ask(store, DAYS[3], ("line",))[1]] == [37, 120, 0]
    add(store, "logs3", Session("5", "B", DAYS[3], minutes=15, status="make_up", makes_up_date=DAYS[0]))
    rollups.keep_up(store, least=0)
    told = [(row["delivered_minutes"], row["credited_minutes"]) for row in ask(store, DAYS[3], ("line",))[1]]
    assert told == [(60, 30), (120, 120), (0, 0)]  # 45 and the make-up of its day: made again


@pytest.mark.slow
def test_lines_are_made_some_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: list[int] = []
    make = making._make_slice

    def noted(cur: Any, asked: Any, fresh: Any, *, is_first: bool) -> None:
        numbers.append(asked["slice_no"])
        make(cur, asked, fresh, is_first=is_first)

    monkeypatch.setattr(making, "_make_slice", noted)
    monkeypatch.setattr(making, "LINES_AT_ONCE", 1)
    store_facts(store, TWO)
    rollups.keep_up(store, least=0)
    assert numbers == [0, 1]
    assert [row["credited_minutes"] for row in ask(store, DAYS[3], ("line",))[1]] == [30, 90, 0]
    add(store, "logs2", Session("4", "A", DAYS[3], minutes=30), Session("5", "C", DAYS[3], minutes=20))
    rollups.keep_up(store, least=0)
    assert numbers == [0, 1, 0, 1, 2], "student C has no line, but minutes outside any mandate"
    (row,) = ask(store, DAYS[3], ("district",))[1]
    assert (row["credited_minutes"], row["outside_mandate_minutes"]) == (150, 20)
    add(store, "logs3", Session("6", "A", DAYS[3], status="missed", minutes=10))
    rollups.keep_up(store, least=0)
    (row,) = ask(store, DAYS[3], ("district",))[1]
    assert row["outside_mandate_minutes"] == 20, "C's minutes of that day stay, whom nothing of that log concerns"


AUTUMN = [date(2025, 9, 1) + timedelta(days=n) for n in range(89) if n % 7 < 5]
"""The weekdays from Monday, September 1 to November 28."""
KINDS = replace(
    FACTS, calendar=tuple(CalendarDay(day, True) for day in AUTUMN), enrolments=(),
    lines=tuple(
        Line(f"L{n}", student, 60, cycle, sessions, start_date=AUTUMN[0], end_date=AUTUMN[-1], batch="lines1")
        for n, (student, cycle, sessions) in enumerate((
            ("week", "week", 2), ("month", "month", 2), ("two weeks", "weeks:2", 2), ("rotation", "rotation:4", 1),
            ("unknown", "month", None), ("undated", "month", 2), ("earlier", "month", 2), ("dated", "month", 2),
        ))
    ),
    sessions=tuple(
        Session(f"{student} {day}", student, day, status="make_up" if student in ("earlier", "undated") else "delivered",
                batch="logs1")
        for student in ("week", "month", "earlier") for day in (date(2025, 9, 3), date(2025, 10, 8))
    ),
    batches=(Batch("lines1", AUTUMN[0]), Batch("logs1", date(2025, 10, 31))),
)  # fmt: skip
NOVEMBER = (
    Session("n1", "week", date(2025, 11, 4)), Session("n2", "month", date(2025, 11, 4)),
    Session("n3", "undated", date(2025, 11, 4), status="make_up"),
    Session("n4", "dated", date(2025, 11, 4), status="make_up", makes_up_date=date(2025, 10, 7)),
)  # fmt: skip


@pytest.mark.slow
def test_a_log_is_read_with_the_months_that_it_can_change(store: Store) -> None:
    store_facts(store, KINDS)
    rollups.keep_up(store, least=0)
    add(store, "logs2", *NOVEMBER, load_date=date(2025, 11, 28))
    with store.cursor() as cur:
        values = keeping._values(cur, EVERYTHING)
        asked = {**values, "made_from": keeping._changed_from(cur, values), "made_event": store.data_version() - 1,
                 "slice_no": 0, "slice_lines": 100}  # fmt: skip
        sqlfiles.store(cur, "rolled_new_touched", "rolled/touched_lines", asked)
        sqlfiles.store(cur, "rolled_new_students", "rolled/made_students", asked)
        found = {line: days for line, *days in sqlfiles.rows(cur, "rolled/read_from", asked, tables.SLICE)}
        students = dict(cur.execute("select line_no, student_id from rolled_lines").fetchall())
    all_of_it = [date(1, 1, 1)] * 2
    assert asked["made_from"] == date(2025, 11, 1)  # from then on the log covers OT
    assert {students[line]: days for line, days in found.items()} == {
        # October's last week ends on the 31st; what came in two weeks before it explains a holiday
        "week": [date(2025, 11, 1), date(2025, 10, 13)],
        "month": [date(2025, 11, 1)] * 2,
        # the block of Oct 27 to Nov 9 is of October too, of which that of Sep 29 to Oct 12 is; before it ends Sep 26
        "two weeks": [date(2025, 9, 27)] * 2,
        "dated": [date(2025, 10, 1)] * 2,  # October is made up for
        "earlier": [date(2025, 11, 1)] * 2,  # its make-ups without a date are of months that stay
        "undated": all_of_it, "rotation": all_of_it, "unknown": all_of_it,
    }  # fmt: skip
    rollups.keep_up(store, least=0)
    with store.cursor() as cur:
        assert check.run(cur, EVERYTHING, date(2025, 11, 28))["passed"].all()


@pytest.mark.slow
def test_months_are_summed_some_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    october = date(2025, 10, 6)
    facts = replace(
        FACTS, calendar=(*FACTS.calendar, CalendarDay(october, True)), lines=(replace(FACTS.lines[0], end_date=october),),
        sessions=(*FACTS.sessions, Session("4", "A", october, minutes=20, provider_id="P1", batch="logs1")),
        batches=(Batch("lines1", MONDAY), Batch("logs1", october)),
    )  # fmt: skip
    store_facts(store, facts)
    monkeypatch.setattr(putting, "MONTHS_AT_ONCE", 1)
    rollups.keep_up(store, least=0)
    with store.cursor() as cur:
        assert putting.months_at_once(cur) == [
            (date(1, 1, 1), date(2025, 9, 30)),
            (date(2025, 10, 1), date(9999, 12, 31)),
        ]
    # September as in the first test; the week of the one October day owes its 60, of which 20 are given
    told = [(row["expected_minutes"], row["credited_minutes"]) for row in ask(store, october, ("month",))[1]]
    assert told == [(120, 90), (60, 20)]


@pytest.mark.slow
def test_a_write_that_no_figure_hangs_on_makes_nothing_again(kept: Store, made: list[date]) -> None:
    with kept.transaction() as cur:
        next_event(cur, "close", "tester")
    assert not ask(kept, DAYS[3])[0]
    assert rollups.keep_up(kept, least=0)
    assert ask(kept, DAYS[3])[0]
    assert made == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("day", "known", "as_now"),
    [
        (DAYS[1], 3, True),  # logs2 brought the last day alone
        (DAYS[2], 3, True),
        (DAYS[3], 3, False),
        (DAYS[2], 2, False),  # nothing was loaded but the roster and the lines
    ],
)
def test_an_earlier_ledger_says_of_days_before_a_log_what_that_of_now_says(
    kept: Store, day: date, known: int, as_now: bool
) -> None:
    add(kept, "logs2", Session("4", "A", DAYS[3], minutes=30))
    rollups.keep_up(kept, least=0)
    assert says_the_same(kept, day, known) == as_now


@pytest.mark.slow
def test_after_other_policies_or_lines_the_earlier_ledger_is_asked_itself(kept: Store) -> None:
    assert says_the_same(kept, DAYS[1], 3)
    with kept.transaction() as cur:
        event = next_event(cur, "import", "tester")
        cur.execute("update students set known_to = ? where row_key = (select max(row_key) from students)", [event])
    assert not says_the_same(kept, DAYS[1], 3), "no stored steps hold"
    rollups.keep_up(kept, least=0)
    assert not says_the_same(kept, DAYS[1], 3), "the roster says something else"


def says_the_same(store: Store, day: date, known: int) -> bool:
    """Whether the ledger as known after an event surely says of a day what that of now does."""
    with store.cursor() as cur:
        now, then = (figures.parameters(cur, EVERYTHING, day, known=one) for one in (None, known))
        return rollups.is_as_now(cur, now, then)


def test_a_cursor_reads_what_stored_steps_tell(kept: Store) -> None:
    with kept.cursor() as cur:
        lines = ledger.lines(cur, EVERYTHING, DAYS[3])
        steps = {name.removeprefix("kept_").rsplit("_", 1)[0] for name in own_tables(cur)}
    assert list(lines["delivered_minutes"]) == [90.0]
    assert "line_shares" in steps
    assert steps.isdisjoint({"all_placed", "placings", "windows", "force_spans", "cells", "periods", "accounts"})


def own_tables(cur: Any) -> list[str]:
    return [name for (name,) in cur.execute("select table_name from duckdb_tables() where temporary").fetchall()]


@pytest.mark.slow
def test_another_version_of_the_program_makes_all_again(kept: Store, made: list[date]) -> None:
    with kept.transaction() as cur:
        cur.execute("update rolled_up set made_of = 'other SQL'")
    assert not ask(kept, DAYS[3])[0]
    assert rollups.keep_up(kept, least=0)
    assert ask(kept, DAYS[3])[0]
    assert made == [date(1, 1, 1)]


@pytest.mark.slow
@pytest.mark.parametrize("table", first(1, ["students", "service_lines", "calendar_days"]))
def test_another_roster_line_or_day_makes_all_again(kept: Store, made: list[date], table: str) -> None:
    with kept.transaction() as cur:
        event = next_event(cur, "import", "tester")
        cur.execute(f"update {table} set known_to = ? where row_key = (select max(row_key) from {table})", [event])
    rollups.keep_up(kept, least=0)
    assert made == [date(1, 1, 1)]


@pytest.mark.slow
def test_a_session_of_another_school_year_makes_all_again(kept: Store, made: list[date]) -> None:
    """Calendars reach as far as there are sessions; another one of the same year leaves them as they are."""
    for name, day, since in (("logs2", DAYS[3], DAYS[3]), ("logs3", date(2027, 9, 6), date(1, 1, 1))):
        add(kept, name, Session(name, "A", day, minutes=20), load_date=day)
        assert rollups.keep_up(kept, least=0)
        assert made.pop() == since
    with kept.cursor() as cur:
        assert cur.execute("select max(school_year) from rolled_kept_years").fetchall() == [(2027,)]
        assert check.run(cur, EVERYTHING, DAYS[3])["passed"].all()


@pytest.mark.slow
def test_a_log_reads_lines_as_they_are_kept(store: Store) -> None:
    """Of a kept line of 30 a week 60 are expected in two weeks, from the day on that the log changes."""
    store_facts(store, FACTS)
    rollups.keep_up(store, least=0)
    with store.transaction() as cur:
        cur.execute("update rolled_kept_lines set amount_minutes = 30")
    add(store, "logs2", Session("4", "A", DAYS[0], minutes=5))
    rollups.keep_up(store, least=0)
    assert [row["expected_minutes"] for row in ask(store, DAYS[3])[1]] == [60]


@pytest.mark.slow
def test_a_log_tells_only_those_lines_anew_that_it_may_change(store: Store) -> None:
    """The first whole cycle of A's line closes in its first week; C's line begins on the last day."""
    late = replace(FACTS.lines[0], line_id="L5", student_id="C", start_date=DAYS[3])
    store_facts(store, replace(FACTS, lines=(*FACTS.lines, late)))
    rollups.keep_up(store, least=0)
    with store.transaction() as cur:
        cur.execute("update rolled_lines set setting = 'as it was'")
    add(store, "logs2", Session("4", "A", DAYS[3], minutes=30))
    rollups.keep_up(store, least=0)
    with store.cursor() as cur:
        told = cur.execute("select distinct line_id, setting, whole_from from rolled_lines order by line_id").fetchall()
    assert told == [("L1", "as it was", DAYS[1]), ("L5", None, None)]


@pytest.mark.slow
def test_months_that_are_done_are_taken_back_with_their_log(store: Store) -> None:
    """Without November's log, months bring what they brought before it."""
    store_facts(store, KINDS)
    rollups.keep_up(store, least=0)
    before = months(store)
    add(store, "logs2", *NOVEMBER, load_date=date(2025, 11, 28))
    rollups.keep_up(store, least=0)
    assert months(store) != before
    with store.transaction() as cur:
        event = next_event(cur, "undo", "tester", "logs2")
        cur.execute("update sessions set known_to = ? where batch_id = 'logs2'", [event])
    rollups.keep_up(store, least=0)
    assert months(store) == before


def months(store: Store) -> list[list[Any]]:
    """What the months of the whole district say on some days."""
    rows = [row for day in (30, 61, 100) for row in ask(store, AUTUMN[0] + timedelta(days=day), ("month",))[1]]
    return [[round(one, 6) if isinstance(one, float) else one for one in row.values() if one == one] for row in rows]


@pytest.mark.slow
def test_what_somebody_wrote_meanwhile_is_made_the_next_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store_facts(store, FACTS)
    make = keeping.make

    def slow(cur: Any, values: Any, since: date) -> None:
        make(cur, values, since)
        monkeypatch.undo()
        add(store, "logs2", Session("4", "A", DAYS[3], minutes=30))

    monkeypatch.setattr(keeping, "make", slow)
    assert not rollups.keep_up(store, least=0)
    assert not ask(store, DAYS[3])[0]
    assert rollups.keep_up(store, least=0)
    assert ask(store, DAYS[3])[0]
    assert ask(store, DAYS[3])[1][0]["delivered_minutes"] == 120  # 45 + 30 + 15 + 30


@pytest.mark.slow
def test_what_they_cannot_tell_is_left_to_the_sessions(rolled: Store) -> None:
    assert ask(rolled, DAYS[3])[0]
    assert not ask(rolled, DAYS[3], from_day=DAYS[2])[0]
    assert not ask(rolled, DAYS[3], known=2)[0]
    assert not ask(rolled, DAYS[3], policies=Policies((("credit_period", "cycle"),)))[0]


@pytest.mark.slow
def test_a_backup_leaves_them_out_and_answers_the_same(tmp_path: Path) -> None:
    store = open_store(tmp_path / "district.duckdb")
    store_facts(store, FACTS)
    rollups.keep_up(store, least=0)
    before = ask(store, DAYS[3], ("line", "month"))[1]
    backup(store, tmp_path / "copy.duckdb")
    store.close()
    copy = open_store(tmp_path / "copy.duckdb")
    assert ask(copy, DAYS[3], ("line", "month")) == (False, before)
    copy.close()


@pytest.mark.slow
def test_without_any_line_nothing_is_outside_a_mandate(store: Store) -> None:
    store_facts(store, replace(FACTS, lines=(), enrolments=()))
    rollups.keep_up(store, least=0)
    with store.cursor() as cur:
        values = figures.parameters(cur, EVERYTHING, DAYS[3]) | ledger.by_flags(("service",))
        assert rollups.frame(cur, "ledger/outside", values).empty
    (row,) = ask(store, DAYS[3], ("service",))[1]
    assert (row["delivered_minutes"], row["outside_mandate_minutes"]) == (90, 0)  # 45 + 30 + 15


@pytest.mark.slow
def test_the_check_tells_a_stored_row_that_says_otherwise(kept: Store) -> None:
    assert set(rolled_checks(kept).values()) == {
        (True, "lines, months and groups differ from the sessions by at most 0")
    }
    with kept.transaction() as cur:
        cur.execute("update rolled_sums set credited_minutes = credited_minutes + 7 where to_day > ?", [DAYS[3]])
    found = rolled_checks(kept)
    assert found.pop(f"roll-ups as of {DAYS[3]}") == (
        False,
        "lines, months and groups differ from the sessions by at most 7",
    )
    assert all(passed for passed, _ in found.values()), "days before it"


def rolled_checks(store: Store) -> dict[str, tuple[bool, str]]:
    """What ``cli.py check`` says of roll-ups at the last day."""
    with store.cursor() as cur:
        rows: list[dict[str, Any]] = check.run(cur, EVERYTHING, DAYS[3]).to_dict("records")
    return {row["check"]: (row["passed"], row["detail"]) for row in rows if row["check"].startswith("roll-ups")}


def test_where_it_went_is_grouped_by_what_was_asked_only(rolled: Store) -> None:
    with rolled.cursor() as cur:
        (row,) = ledger.where_it_went(cur, EVERYTHING, DAYS[3], keys=("service",)).to_dict("records")
        (month,) = ledger.where_it_went(cur, EVERYTHING, DAYS[3], keys=("month",)).to_dict("records")
        values = figures.parameters(cur, EVERYTHING, DAYS[3]) | ledger.by_flags(("service",))
        found = rollups.frame(cur, "ledger/went", values)
    assert (row["expected"], row["credited"], row["no_record"]) == (120, 90, 30)
    assert (month["expected"], month["credited"]) == (120, 90)
    assert found[["school", "setting", "grade"]].isna().all(axis=None), "keys that weren't asked for"


@pytest.mark.parametrize(
    ("name", "rows"), first(1, [("L1", [("L1", 240, 90, 2)]), ("L2", [("L1", 120, 90, 1), ("L2", 120, 0, 1)])])
)
def test_lines_of_one_id_are_one_row_and_others_stand_alone(store: Store, name: str, rows: list[Any]) -> None:
    """Student B's line of 60 a week is unserved: 120 expected in two weeks, none of it credited."""
    store_facts(store, replace(FACTS, lines=(*FACTS.lines, replace(FACTS.lines[0], line_id=name, student_id="B"))))
    assert rollups.keep_up(store, least=0)
    found = ask(store, DAYS[3], ("line",))[1]
    assert [(row["line"], row["expected_minutes"], row["credited_minutes"], row["lines"]) for row in found] == rows


@pytest.mark.slow
def test_the_tables_answer_for_the_district_that_they_were_made_of_last(store: Store) -> None:
    store_facts(store, FACTS)
    with store.transaction() as cur:
        cur.execute(
            "insert into rolled_up (district, event_seq, made_of, has_others, has_moved) values ('other', 1, 'x', false, false)"
        )
    assert rollups.keep_up(store, least=0)
    with store.cursor() as cur:
        assert cur.execute("select district from rolled_up").fetchall() == [(EVERYTHING.district,)]


def test_nothing_is_answered_once_something_was_written(rolled: Store) -> None:
    assert ask(rolled, DAYS[3])[0]
    with rolled.transaction() as cur:
        cur.execute("insert into events select district, event_seq + 1, 'answer', null, happened_at, done_by from events "
                    "order by event_seq desc limit 1")  # fmt: skip
    assert not ask(rolled, DAYS[3])[0]


@pytest.mark.slow
def test_a_month_that_is_never_loaded_whole_keeps_its_gap_open(store: Store) -> None:
    """The log speaks for two of September's four days: 60 expected, 45 credited, and 15 stay open, for the month never
    closes. What is done of it is summed over months of the whole district, and day by day, alike."""
    logged = Batch("logs1", date(2026, 6, 1), covers=(ChosenCover("OT", MONDAY, DAYS[1]),))
    facts = replace(FACTS, sessions=FACTS.sessions[:1], batches=(FACTS.batches[0], logged))
    store_facts(store, facts)
    for is_stored in (False, True):
        if is_stored:
            assert rollups.keep_up(store, least=0)
            assert answers.fill(store) > 0
        with store.cursor() as cur:
            for day, keys in product((DAYS[3], date(2026, 5, 1)), ((), ("month",), ("line", "month"))):
                values = figures.parameters(cur, EVERYTHING, day) | ledger.by_flags(keys)
                (row,) = rollups.frame(cur, "ledger/by_key", values).to_dict("records")
                told = [row[f"{name}_minutes"] for name in ("expected", "credited", "make_up", "pace_gap", "uncovered")]
                assert told == [60, 45, 0, 15, 60], (is_stored, day, keys)


LOGS = ("batch_logs", "batch_log_students")


def test_whatever_stored_steps_read_is_asked_for_changes(store: Store) -> None:
    """Tables whose rows are versions; what the logs speak for (batch_covers, batch_logs...) is compared as covers."""
    with store.cursor() as cur:
        found = cur.execute("select table_name from duckdb_columns() where column_name = 'known_from'").fetchall()
    versions = {str(name) for (name,) in found}
    told = (statements.compose(question, (*swaps, *tables.SLICE)) for _, question, swaps in tables.TABLES)
    read = versions & set().union(*(words_of(text) for text in told))
    assert read >= {"sessions", "service_lines", "line_answers", "people"}
    assert read <= words_of(statements.text("rolled/changed_since")) | {"batch_covers", *LOGS}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", statements.bare(text)))
