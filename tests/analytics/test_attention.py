"""What needs a decision, counted by hand (told_district), before and after an upload."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analytics import attention, missing_logs, overview
from analytics.attention import Decision
from analytics.scope import EVERYTHING
from tests.analytics.told_district import AS_OF, FILES
from tests.data.loading import Ledger


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """October's log came a day after all the rest."""
    found = Ledger(Path(tmp_path_factory.mktemp("attention")))
    for name, text in FILES.items():
        assert found.load(name, text).exit_status == 0, name
        if name == "september.csv":
            with found.store.transaction() as cur:
                cur.execute("update events set happened_at = happened_at - interval 3 day")
    yield found
    found.close()


def decisions(made: Ledger, as_of: date = AS_OF) -> dict[tuple[str, str], Decision]:
    with made.cursor() as cur:
        found = attention.needs_decision(cur, EVERYTHING, as_of)
    return {(one.kind, one.where): one for one in found}


@pytest.mark.slow
def test_it_compares_with_the_ledger_before_the_last_upload(made: Ledger) -> None:
    with made.cursor() as cur:
        then = overview.before(cur, EVERYTHING, AS_OF)
        assert (then.as_of, then.known) == (date(2025, 9, 30), 3)  # calendar, lines, September's log
        assert then.uploaded_on is not None
        # As of a day that the upload before covered already, that upload says nothing new.
        earlier = overview.before(cur, EVERYTHING, date(2025, 9, 15))
    assert earlier == overview.Before(date(2025, 8, 31), None, None)


@pytest.mark.slow
def test_an_earlier_ledger_is_compared_with_what_was_before_it(made: Ledger) -> None:
    """After September's log, the third event, nothing was loaded before it: the month before stands in."""
    with made.cursor() as cur:
        then = overview.before(cur, EVERYTHING, date(2025, 9, 30), known=3)
        rows = overview.loaded(cur, EVERYTHING, AS_OF, known=1)
        found = attention.needs_decision(cur, EVERYTHING, date(2025, 9, 30), known=3)
    assert then == overview.Before(date(2025, 8, 31), None, None)
    assert (rows["calendar_days"], rows["service_lines"]) == (65, 0)
    assert {(one.kind, one.where) for one in found} >= {("never_started", "Cedar"), ("never_started", "Dell")}
    assert "fell" not in {one.kind for one in found}


@pytest.mark.slow
def test_who_was_not_seen_and_who_never_was(made: Ledger) -> None:
    """L2: last seen on Sep 22, 29 school days to Oct 31, fresh: on Sep 30 it was six. L3 and L4 were never seen, nor then."""
    found = decisions(made)
    l2 = found["not_seen", "Cedar"]
    assert (l2.students, l2.lines, l2.minutes, l2.fresh, len(l2.line_keys)) == (1, 1, 150, 1, 1)
    l3, l4 = found["never_started", "Cedar"], found["never_started", "Dell"]
    assert (l3.minutes, l3.fresh, l4.minutes, l4.fresh) == (270, 0, 270, 0)


@pytest.mark.slow
def test_who_fell(made: Ledger) -> None:
    """T1: 180 of 240 less 30 excused in September, 150 of 300 in October. Cedar: 120 of 240, then nothing."""
    found = decisions(made)
    assert found["fell", "T1"].detail == (f"{180 / 210:.4f}", "0.5000", "2025-10")
    assert (found["fell", "T1"].place, found["fell", "T1"].students, found["fell", "T1"].minutes) == (
        "provider",
        2,
        150,
    )
    assert found["fell", "Cedar"].detail == ("0.5000", "0.0000", "2025-10")
    assert ("fell", "Birch") not in found


@pytest.mark.slow
def test_who_is_newly_critical(made: Ledger) -> None:
    """L2 had all of September: on track; now 120 of 270, five sessions short. L3 and L4 had nothing then either."""
    critical = [one for one in decisions(made).values() if one.kind == "newly_critical"]
    assert [(one.where, one.lines, one.minutes) for one in critical] == [("Cedar", 1, 150)]


def test_vacancies_missing_logs_and_ends(made: Ledger) -> None:
    """L3: five Mondays of the credit month, four of them after Sep 30. T3: nothing at all of Sep and Oct, October fresh."""
    found = decisions(made)
    vacancy = found["vacancy", "Cedar"]
    assert (vacancy.lines, vacancy.minutes) == (1, 4 * 30)
    silent = found["no_log", "T3"]
    assert (silent.students, silent.lines, silent.detail) == (1, 1, ("2025-09", "2025-10"))
    assert (silent.minutes, silent.fresh) == (120 + 150, 1)
    ending = found["ending", ""]
    assert (ending.students, ending.lines, ending.minutes) == (4, 4, 0)
    assert ending.fresh == 4  # 45 days from Sep 30 end on Nov 14, the lines on Nov 28


def test_ending_lines_are_listed_the_soonest_first(made: Ledger) -> None:
    with made.cursor() as cur:
        rows = attention.ending(cur, EVERYTHING, AS_OF)
        none = attention.ending(cur, EVERYTHING, date(2025, 11, 28) - attention.ENDS_WITHIN - timedelta(days=1))
    assert rows["student_id"].tolist() == ["S1", "S2", "S3", "S4"]
    assert {str(day)[:10] for day in rows["ends_on"]} == {"2025-11-28"}
    assert rows["line_id"].notna().all() and "setting" in rows
    assert none.empty


def test_each_kind_has_a_place_and_the_rest_goes_by_students_and_minutes() -> None:
    many = [Decision("ending", "school", str(n), 50 - n, 1, 0.0) for n in range(20)]
    other = Decision("vacancy", "school", "Birch", 1, 1, 5.0)
    assert attention.ranked([*many, other]) == [*many[:9], other]
    more = [Decision("fell", "school", "Elm", 50, 1, 9.0), Decision("fell", "school", "Oak", 50, 1, 90.0)]
    assert [one.where for one in attention.ranked([*more, many[0]])] == ["Oak", "Elm", "0"]


GOALS = (
    "Student ID,Goal ID,Goal,Service,Baseline,Target,Unit,Start Date,Due Date,Date,Score\n"
    "S1,G1,Copies a word,OT,10,80,percent,09/01/2025,11/28/2025,09/09/2025,20\n"
    "S1,G2,Cuts a line,OT,10,80,percent,09/01/2025,11/28/2025,,\n"
    "S1,G3,Ties a knot,OT,10,80,percent,09/01/2025,11/28/2025,,\n"
    "S2,G4,Copies a word,OT,10,80,percent,09/01/2025,11/28/2025,,\n"
)
PERIODS = "Period,Start Date,End Date\nQ1,09/01/2025,10/10/2025\nQ2,10/13/2025,11/28/2025\n"


@pytest.mark.slow
def test_missing_progress_reports_rank_by_their_students(tmp_path: Path) -> None:
    """Q1 closed on Oct 10, fifteen school days before Oct 31: three of its four reports are missing, of two students."""
    made = Ledger(tmp_path)
    for name, text in {**FILES, "periods.csv": PERIODS, "goals.csv": GOALS}.items():
        assert made.load(name, text).exit_status == 0, name
    one = decisions(made)["reports_missing", "Q1"]
    made.close()
    assert (one.students, one.lines, one.detail, one.minutes) == (2, 3, ("4",), 0)


LATE = (
    "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID\n"
    "P1,S1,PT,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T5\n"
    "P2,S2,PT,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Cedar,T5\n"
    "H1,S6,SLP,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T6\n"
    "H2,S7,SLP,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T7\n"
    "H3,S8,SLP,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Elm,T7\n"
    "H4,S9,SLP,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,Birch,T8\n"
)
SPEECH = "Student ID,Service,Session Date,Minutes,Status,Provider ID\nS6,SLP,10/06/2025,30,Delivered,T6\n"


@pytest.mark.slow
def test_what_no_log_is_loaded_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No log of PT at all: two lines of two students, 2 x (120 + 150) minutes. Of speech one therapist of three has a log, of
    October: September lacks for the whole service, October at Elm, and at Birch for T7 and T8."""
    monkeypatch.setattr(attention, "MOST", 50)
    made = Ledger(tmp_path)
    for name, text in {**FILES, "more lines.csv": LATE, "speech.csv": SPEECH}.items():
        assert made.load(name, text).exit_status == 0, name
    with made.cursor() as cur:
        found = {one.where: one for one in attention.needs_decision(cur, EVERYTHING, AS_OF) if one.kind == "not_loaded"}
        whole = overview.services(cur, EVERYTHING, AS_OF).set_index("service")
        earlier = attention.needs_decision(cur, EVERYTHING, date(2025, 10, 30))
    made.close()
    pt, speech = found["PT"], found["SLP"]
    assert (pt.place, pt.students, pt.lines, pt.minutes, pt.detail) == ("service", 2, 2, 540, ("2025-09", "2025-10"))
    assert pt.minutes == pytest.approx(whole.at["PT", "uncovered_minutes"])
    assert (speech.place, speech.lines, speech.minutes, speech.detail) == ("service", 4, 4 * 120, ("2025-09",))
    assert (found["Elm"].place, found["Elm"].minutes, found["Elm"].detail) == ("school", 150, ("2025-10",))
    assert {where: found[where].minutes for where in ("T7", "T8") if where in found} == {"T7": 150, "T8": 150}
    assert {one.detail for one in earlier if one.kind == "not_loaded"} == {("2025-09",)}  # October is running


def test_a_silent_school_is_told_where_several_people_work_there() -> None:
    """Nothing is on file of Elm in October: both who have lines there are told under it, but T2's other school, Oak, is theirs
    alone."""
    lines = pd.DataFrame({"school": ["Elm", "Elm", "Oak", "Ash"], "provider_id": ["T1", "T2", "T2", "T3"]})
    rows = {"month": ["2025-10"] * 3, "expected_minutes": 60.0, "unaccounted_minutes": 60.0}
    schools = pd.DataFrame({"school": ["Ash", "Elm", "Oak"], **rows})
    providers = pd.DataFrame({"provider": ["T1", "T2", "T3"], **rows})
    at, of = missing_logs.silent(schools, providers, lines)
    assert (at["school"].tolist(), of["provider"].tolist()) == (["Elm"], ["T2", "T3"])
    heard = providers.assign(unaccounted_minutes=[60.0, 30.0, 60.0])
    at, of = missing_logs.silent(schools, heard, lines)
    assert (at["school"].tolist(), of["provider"].tolist()) == (["Elm", "Oak"], ["T3"])
