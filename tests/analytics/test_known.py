"""A ledger of two uploads and a policy, told as it stood after each; every figure counted by hand.

One line of 30 a week from Monday Sep 1 on, no closed weekday. September: four weeks (Sep 1 - 26; the week of Sep 29 has
three days of October), October: five (Sep 29 - Oct 31).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from analytics import known, ledger, policies
from analytics.scope import EVERYTHING
from data import calendar, history, settings
from data.errors import UserError
from data.store import Store
from tests.analytics.test_overview import CALENDAR
from tests.data.loading import Ledger

OCTOBER = date(2025, 10, 31)
LINES = """Line ID,Student ID,Service,Frequency,Start Date,End Date,School,Provider ID
L1,S1,OT,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T1
"""
HEADINGS = "Session ID,Student ID,Service,Session Date,Minutes,Status,Reason,Provider ID\n"
IN_OCTOBER = HEADINGS + "".join(
    f"A{number},S1,OT,{day},{minutes},{status},T1\n"
    for number, (day, minutes, status) in enumerate(
        [
            ("09/02/2025", 30, "Delivered,"),
            ("09/09/2025", 30, "Delivered,"),
            ("10/07/2025", 30, "Missed,Student absent"),
        ]
    )
)
IN_NOVEMBER = HEADINGS + "A1,S1,OT,09/09/2025,20,Delivered,,T1\nA3,S1,OT,10/14/2025,30,Delivered,,T1\n"
"""The session of Sep 9 is corrected from 30 to 20, and one of October is entered late."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Calendar and lines (events 1, 2), October's log (3), November's (4), then the policy (5)."""
    made = Ledger(Path(tmp_path_factory.mktemp("known")))
    for name, text, day in (
        ("calendar.csv", CALENDAR, date(2025, 9, 1)),
        ("lines.csv", LINES, date(2025, 9, 1)),
        ("october.csv", IN_OCTOBER, date(2025, 10, 31)),
        ("november.csv", IN_NOVEMBER, date(2025, 11, 28)),
    ):
        assert made.load(name, text, load_date=day).exit_status == 0, name
    settings.set_policy(made.store, "2025-26", "student_absent", "make_up", "test")
    yield made.store
    made.close()


@pytest.fixture(scope="module")
def cur(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.cursor() as found:
        yield found


@pytest.mark.slow
def test_the_moments(cur: duckdb.DuckDBPyConnection) -> None:
    told = [(one.event, one.kind, one.day, one.file) for one in known.moments(cur, EVERYTHING)]
    assert told[:4] == [
        (1, "import", date(2025, 9, 1), "calendar.csv"),
        (2, "import", date(2025, 9, 1), "lines.csv"),
        (3, "import", date(2025, 10, 31), "october.csv"),
        (4, "import", date(2025, 11, 28), "november.csv"),
    ]
    assert [one[1] for one in told[4:]] == ["policy"]


def test_a_moment_by_its_number_its_batch_or_its_day(cur: duckdb.DuckDBPyConnection) -> None:
    october = known.resolve(cur, EVERYTHING, "3")
    assert october.batch_id is not None
    assert known.resolve(cur, EVERYTHING, october.batch_id) == october
    for day in ("2025-10-31", "2025-11-27"):
        assert known.resolve(cur, EVERYTHING, day) == october
    assert known.resolve(cur, EVERYTHING, "2025-11-28").event == 4
    assert october.told() == "upload 3 on 2025-10-31 (october.csv)"


@pytest.mark.parametrize("text", ["2025-08-31", "99", "november.csv", "2025-13-01", ""])
def test_what_names_no_moment(cur: duckdb.DuckDBPyConnection, text: str) -> None:
    with pytest.raises(UserError, match="no upload of this ledger"):
        known.resolve(cur, EVERYTHING, text)


def row(cur: duckdb.DuckDBPyConnection, **asked: object) -> tuple[float, ...]:
    """Expected, delivered, credited, excused and make-up minutes as of October's end."""
    (found,) = ledger.by(cur, EVERYTHING, OCTOBER, **asked).to_dict("records")  # type: ignore[arg-type]
    names = ("expected", "delivered", "credited", "excused", "make_up")
    return tuple(found[f"{name}_minutes"] for name in names)


@pytest.mark.slow
def test_as_printed_in_october(cur: duckdb.DuckDBPyConnection) -> None:
    """E 120 + 150; D 60 in September; X 30 for Oct 7 under the default that a student's absence is excused."""
    assert row(cur, known=3) == (270, 60, 60, 30, 180)


@pytest.mark.slow
def test_after_november_and_before_the_policy(cur: duckdb.DuckDBPyConnection) -> None:
    """D 50 + 30: Sep 9 is 20 now, Oct 14 came late."""
    assert row(cur, known=4) == (270, 80, 80, 30, 160)


@pytest.mark.slow
def test_now(cur: duckdb.DuckDBPyConnection) -> None:
    """The policy makes the absence a make-up candidate."""
    assert row(cur) == (270, 80, 80, 0, 190)


@pytest.mark.slow
def test_october_restated_under_the_policy_of_now(cur: duckdb.DuckDBPyConnection) -> None:
    assert row(cur, known=3, restated=True) == (270, 60, 60, 0, 210)


def test_policies_given_for_this_question_stand(cur: duckdb.DuckDBPyConnection) -> None:
    chosen = policies.load(cur, EVERYTHING, OCTOBER, {"student_absent": "review"}, known=3)
    (found,) = ledger.by(cur, EVERYTHING, OCTOBER, known=3, policies=chosen).to_dict("records")
    assert (found["excused_minutes"], found["review_minutes"]) == (0, 30)


@pytest.mark.slow
def test_which_upload_changed_it(cur: duckdb.DuckDBPyConnection) -> None:
    """November's file: one new row, one changed; 20 more minutes, 20 / 270 and 20 / 240 of the rates. The policy: X - 30."""
    then, upload, policy = known.changes(cur, EVERYTHING, OCTOBER, known=3).to_dict("records")
    assert (then["file"], then["credited_minutes"]) == ("october.csv", 60)
    assert (upload["file"], upload["rows_new"], upload["rows_changed"], upload["rows_gone"]) == (
        "november.csv",
        1,
        1,
        0,
    )
    assert (upload["credited_minutes_change"], upload["make_up_minutes_change"]) == (20, -20)
    assert upload["gross_rate_change"] == pytest.approx(20 / 270)
    assert upload["adjusted_rate_change"] == pytest.approx(80 / 240 - 60 / 240)
    assert (policy["kind"], policy["rows_new"], policy["excused_minutes_change"]) == ("policy", 0, -30)
    assert policy["adjusted_rate_change"] == pytest.approx(80 / 270 - 80 / 240)


def test_a_log_of_a_later_month_is_not_asked_about(cur: duckdb.DuckDBPyConnection) -> None:
    """As of August: the logs of September to November (events 3 and 4) can't move it."""
    asked: list[int] = []

    def at(event: int) -> int:
        asked.append(event)
        return event

    told = [
        (one.event, before, after) for one, before, after in known.movers(cur, EVERYTHING, date(2025, 8, 31), 1, at)
    ]
    assert told == [(2, 1, 2), (3, 2, 2), (4, 2, 2), (5, 2, 5)]  # lines, two logs, a policy
    assert asked == [1, 2, 5]


@pytest.mark.slow
def test_restated_the_policy_moves_nothing(cur: duckdb.DuckDBPyConnection) -> None:
    told = known.changes(cur, EVERYTHING, OCTOBER, known=3, restated=True)
    assert told["file"].tolist() == ["october.csv", "november.csv"]
    assert told["excused_minutes"].tolist() == [0, 0]


def test_where_it_changed(cur: duckdb.DuckDBPyConnection) -> None:
    """By month: September lost 10 minutes, October gained 30."""
    found = known.between(cur, EVERYTHING, OCTOBER, known=3, keys=("month",)).set_index("month")
    assert found["credited_minutes_change"].tolist() == [30, -10]
    assert found["credited_minutes_then"].tolist() == [0, 60]
    assert found["credited_minutes_now"].tolist() == [30, 50]


def test_days_from_session_to_upload(cur: duckdb.DuckDBPyConnection) -> None:
    """Sep 2, Sep 9 and Oct 7 came on Oct 31 (59, 52 and 24 days), Oct 14 on Nov 28 (45): the median is 48.5."""
    (found,) = known.delays(cur, EVERYTHING, OCTOBER, keys=("service",)).to_dict("records")
    assert (found["service"], found["sessions"], found["median_days_to_upload"]) == ("OT", 4, (45 + 52) / 2)
    assert found["median_days_to_entry"] != found["median_days_to_entry"], "no file tells the day of entry"
    (then,) = known.delays(cur, EVERYTHING, OCTOBER, known=3).to_dict("records")
    assert (then["sessions"], then["median_days_to_upload"]) == (3, 52)


NAMED = "Student Name,Service,Session Date,Minutes,Status\n"


@pytest.mark.slow
def test_days_to_upload_as_of_before_a_child_got_an_id(tmp_path: Path) -> None:
    """Sep 9 came on Oct 6 (27 days) and again, changed, on Nov 3; Sep 16 only then (48). The roster of Nov 28 names the child,
    under whose id both are kept since: as of each moment they say what they said."""
    made = Ledger(tmp_path)
    changed = '"Marlow, Tessa",OT,09/09/2025,25,Delivered\n"Marlow, Tessa",OT,09/16/2025,30,Delivered\n'
    made.load("september.csv", NAMED + '"Marlow, Tessa",OT,09/09/2025,30,Delivered\n', load_date=date(2025, 10, 6))
    made.load("october.csv", NAMED + changed, load_date=date(2025, 11, 3))
    made.load("roster.csv", "Student ID,Last Name,First Name\n7,Marlow,Tessa\n", load_date=date(2025, 11, 28))
    with made.cursor() as cur:
        moments = known.moments(cur, EVERYTHING)
        told = [known.delays(cur, EVERYTHING, OCTOBER, known=one.event).to_dict("records") for one in moments]
    assert [one.kind for one in moments] == ["import", "import", "import", "people"]
    days = [(row["sessions"], row["median_days_to_upload"]) for (row,) in told]
    assert days == [(1, 27), (2, (27 + 48) / 2), (2, (27 + 48) / 2), (2, (27 + 48) / 2)]


@pytest.mark.slow
def test_an_undo_is_a_moment_too(tmp_path: Path) -> None:
    made = Ledger(tmp_path)
    for name, text in (("calendar.csv", CALENDAR), ("lines.csv", LINES), ("october.csv", IN_OCTOBER)):
        made.load(name, text, load_date=date(2025, 10, 31))
    ((batch,),) = made.ask("select batch_id from batches where file_name = 'october.csv'")
    history.undo(made.store, str(batch), "test")
    with made.store.cursor() as cur:
        told = known.changes(cur, EVERYTHING, OCTOBER, known=3)
        assert told["kind"].tolist() == ["import", "undo"]
        assert told["rows_gone"].tolist()[1] == 3
        assert told["credited_minutes"].tolist() == [60, 0]
    made.close()


@pytest.mark.slow
def test_a_proposed_calendar_is_told_as_it_was(tmp_path: Path) -> None:
    """Without a calendar, September's log proposes its own days; one confirmed with a break later leaves the earlier
    figure as it was: 4 weeks x 30, then 3."""
    made = Ledger(tmp_path)
    weeks = "".join(f"B{n},S1,OT,09/{day:02d}/2025,30,Delivered,,T1\n" for n, day in enumerate((3, 8, 9, 10, 11, 12)))
    made.load("lines.csv", LINES, load_date=date(2025, 9, 30))
    made.load("september.csv", HEADINGS + weeks, load_date=date(2025, 9, 30))
    before = made.store.data_version()
    calendar.confirm(made.store, "test", breaks=[(date(2025, 9, 15), date(2025, 9, 19))])
    with made.store.cursor() as cur:
        as_of = date(2025, 9, 26)
        (now,) = ledger.by(cur, EVERYTHING, as_of).to_dict("records")
        (then,) = ledger.by(cur, EVERYTHING, as_of, known=before).to_dict("records")
        (restated,) = ledger.by(cur, EVERYTHING, as_of, known=before, restated=True).to_dict("records")
        assert ledger.calendar_is_provisional(cur, EVERYTHING, known=before)
        assert not ledger.calendar_is_provisional(cur, EVERYTHING)
    assert (then["expected_minutes"], now["expected_minutes"], restated["expected_minutes"]) == (120, 90, 90)
    made.close()
