"""Loads, caps and FTE needed on a district that is worked out on paper (rules 12)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics import caseload, policies
from analytics.scope import EVERYTHING, Selection
from tests.data.loading import Ledger

DAY = date(2025, 10, 1)
SCHOOLS = "School,School Name,Zone\nElm,Elm,North\nOak,Oak,South\n"
STUDENTS = """Student ID,Last Name,First Name,School,Grade
S1,Ash,A,Elm,3
S2,Birch,B,Elm,12
S3,Cedar,C,Oak,5
"""
PROVIDERS = """Provider ID,Provider Name,Role,FTE
T1,Ann,OTR,1.0
T2,Bea,COTA,0.5
"""
SUPERVISION = "Assistant ID,Provider ID,Hours per Month\nT2,T1,4\n"
SITE_DAYS = """Provider ID,School,Weekday,Half Day
T1,Elm,Mon,AM
T1,Oak,Mon,PM
T1,Elm,Tue,Full
"""
LINES = """\
Line ID,Student ID,Service,Kind,Grouping,Minutes Per Session,Sessions Per Cycle,Cycle,Start Date,End Date,Provider ID,School
L1,S1,OT,Direct,Individual,30,2,Week,08/25/2025,06/05/2026,T1,Elm
L2,S2,OT,Direct,Individual,30,1,Week,08/25/2025,06/05/2026,T1,Elm
L3,S3,OT,Direct,Individual,45,1,Week,08/25/2025,06/05/2026,T2,Oak
L4,S1,OT,Indirect,,36,1,Month,08/25/2025,06/05/2026,T1,Elm
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    made = Ledger(tmp_path_factory.mktemp("caseload"))
    files = {
        "schools": SCHOOLS, "students": STUDENTS, "providers": PROVIDERS, "supervision": SUPERVISION,
        "site_days": SITE_DAYS, "service_lines": LINES,
    }  # fmt: skip
    for name, text in files.items():
        report = made.load(f"{name}.csv", text, dataset=name)
        assert report.exit_status == 0, (name, report)
    yield made
    made.close()


@pytest.fixture(scope="module")
def cur(ledger: Ledger) -> Iterator[duckdb.DuckDBPyConnection]:
    with ledger.store.cursor() as cursor:
        yield cursor


@pytest.mark.slow
def test_loads(cur: duckdb.DuckDBPyConnection) -> None:
    """Ann: direct 60 + 30 = 90; indirect 36 a month over 36 / 9 = 4 weeks = 9; documentation 3 sessions x 5 = 15; travel one
    change on Monday = 20; three students of record (S3 through Bea) x 0.5 x 360 / 36 = 15 and x 1.2 x 60 / 36 = 6;
    supervision 4 hours a month x 9 months / 36 weeks = 60: 215 of 2250 - 200 = 2050.
    Bea: 45 + 5 = 50 of 1125 - 100 = 1025."""
    frame = caseload.providers(cur, EVERYTHING, DAY).set_index("provider_id")
    parts = [frame.at["T1", f"{part}_minutes"] for part in
             ("direct", "indirect", "documentation", "travel", "evaluation", "meeting", "supervision", "load")]  # fmt: skip
    assert parts == pytest.approx([90, 9, 15, 20, 15, 6, 60, 215])
    assert frame.at["T1", "utilisation"] == pytest.approx(215 / 2050)
    assert frame.at["T2", "load_minutes"] == pytest.approx(50)
    assert frame.at["T2", "capacity_minutes"] == pytest.approx(1025)
    assert frame["caseload_per_fte"].to_dict() == {"T1": 2.0, "T2": 2.0}
    assert frame["caseload_cap"].isna().all()


@pytest.mark.slow
def test_caps(cur: duckdb.DuckDBPyConnection) -> None:
    """The cap with an assistant is for Ann, who supervises Bea; without such a cap the plain one; an assistant has none."""
    for chosen, cap in (({"cap_ot": "30", "cap_ot_with_assistant": "45"}, 45), ({"cap_ot": "30"}, 30)):
        asked = policies.load(cur, EVERYTHING, DAY, overrides=chosen)
        frame = caseload.providers(cur, EVERYTHING, DAY, policies=asked).set_index("provider_id")
        assert frame.at["T1", "caseload_cap"] == cap
        assert frame["caseload_cap"].isna().to_dict() == {"T1": False, "T2": True}


def test_fte_needed_now_and_next_year(cur: duckdb.DuckDBPyConnection) -> None:
    """North: 90 + 9 + 15 and two students x 7 = 128 of 2050. Next year S2, in grade 12 now, is gone: 60 + 9 + 10 + 7 = 86.
    South: 45 + 5 + 7 = 57 both years."""
    frame = caseload.fte_needed(cur, EVERYTHING, DAY).set_index("zone")
    assert frame["load_minutes"].to_dict() == pytest.approx({"North": 128, "South": 57})
    assert frame["fte_needed"].to_dict() == pytest.approx({"North": 128 / 2050, "South": 57 / 2050})
    assert frame["load_minutes_next_year"].to_dict() == pytest.approx({"North": 86, "South": 57})
    assert frame["fte_needed_next_year"].to_dict() == pytest.approx({"North": 86 / 2050, "South": 57 / 2050})
    assert frame["fte_present"].to_dict() == pytest.approx({"North": 1.0, "South": 0.5})


def test_sites(cur: duckdb.DuckDBPyConnection) -> None:
    """Ann is at Elm three half-days and at Oak one without a student; Bea has Oak by a line only."""
    frame = caseload.sites(cur, EVERYTHING, DAY)
    told = {(row.provider_id, row.school): (row.half_days, row.students, row.basis) for row in frame.itertuples()}
    assert told[("T1", "Elm")] == (3.0, 2, "site days and lines")
    assert told[("T1", "Oak")] == (1.0, 0, "site days")
    assert told[("T2", "Oak")][1:] == (1, "lines")
    only = caseload.sites(cur, EVERYTHING, DAY, Selection(providers=("T2",)))
    assert set(only["provider_id"]) == {"T2"}


def test_planning_of_a_week_that_tells_no_fte(tmp_path: Path) -> None:
    """200 of each 2250 contract minutes are planning: of 1500 it is 133 1/3, so 1366 2/3 are left. No FTE is shown (0485)."""
    staff = "Provider ID,Provider Name,Role,FTE,Contract Minutes\nT1,Hart Jo,OTR,,1500\nT2,Noor Li,OTR,0.5,1500\n"
    staff += "T3,Ort Al,OTR,,\n"
    made = Ledger.holding(tmp_path, ("staff.csv", staff))
    with made.cursor() as found:
        frame = caseload.providers(found, EVERYTHING, DAY).set_index("provider_id")
    made.close()
    assert pd.isna(frame.loc["T3", "capacity_minutes"])  # neither: what isn't known isn't 0
    frame = frame.drop(index="T3")
    assert frame["capacity_minutes"].to_dict() == pytest.approx({"T1": 1500 - 1500 * 200 / 2250, "T2": 1500 - 100})
    assert pd.isna(frame.loc["T1", "fte"])


def test_groups_of_any_plan_divide_their_lines(tmp_path: Path) -> None:
    """Ann's groups are a 504 plan's: two sessions of 20 minutes among four; 20 a week / 4 = 5. Bea's are both: two of 20
    minutes among four and two of 40 among two, 120 student-minutes in 2 x 5 + 2 x 20 = 50 of hers; (20 + 40) / 2.4 = 25."""
    lines = """Line ID,Student ID,Plan Type,Service,Kind,Grouping,Amount Minutes,Cycle,Start Date,End Date,Provider ID
L1,S1,504,OT,Direct,Group,20,Week,09/08/2025,06/05/2026,T1
L2,S2,IEP,OT,Direct,Group,20,Week,09/08/2025,06/05/2026,T2
L3,S3,504,OT,Direct,Group,40,Week,09/08/2025,06/05/2026,T2
"""
    held = [("S1", "T1", 20, 4), ("S2", "T2", 20, 4), ("S3", "T2", 40, 2)]
    log = "Student ID,Session Date,Service,Status,Minutes,Grouping,Group Size,Provider ID\n" + "".join(
        f"{student},{day},OT,Delivered,{minutes},Group,{together},{provider}\n"
        for student, provider, minutes, together in held
        for day in ("09/09/2025", "09/16/2025")
    )
    made = Ledger(tmp_path)
    for name, text in (("service_lines", lines), ("sessions", log)):
        assert made.load(f"{name}.csv", text, dataset=name).exit_status == 0
    with made.store.cursor() as cur:
        frame = caseload.providers(cur, EVERYTHING, date(2025, 9, 19)).set_index("provider_id")
    made.close()
    assert frame["direct_minutes"].to_dict() == pytest.approx({"T1": 20 / 4, "T2": 60 / (120 / 50)})
