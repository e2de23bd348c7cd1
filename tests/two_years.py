"""A district with two school years on file, small enough to work out on paper: weekly OT, twice 30 minutes, of three students.

2025-26 is on CAL-A, 2026-27 on weekdays from Tuesday, Sep 1, with Labor Day (Sep 7) closed. All is asked as of Sep 30, 2026.

| line | in force | expected | given | |
|---|---|---|---|---|
| Ann's L1 | Mar 2 to Mar 20, 2026 | three weeks, 180 | 120 | 60 missed by an absent provider: to be made up, from 2025-26 |
| Bob's L3 | Mar 2 to Mar 20, 2026 | 180 | 180 | Bob is in no figure of 2026-27 |
| Ann's L2 | from Sep 1, 2026 | four weeks and 3 of 5 days of Sep 28, 276 | 240 | September hasn't closed: 36 are open |
| Cas's L4 | Sep 1 to Sep 25, 2026 | four weeks, 240 | 60 | 60 missed by an absent provider, 120 without a record |

So all to date is 876 expected of three students, of which two are behind and 240 are to be made up; 2026-27 is 516 of two
students, of which Cas is behind, with 180.
"""

from datetime import date, timedelta
from pathlib import Path

from data import settings
from data.ingest import importer
from data.ingest.model import Options
from data.store import Store, open_store
from tests.built import built
from tests.reference.cal_a import CALENDAR

THEN, NOW = "2025-26", "2026-27"
FIRST, AS_OF, LOADED = date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 2)
LABOR_DAY = date(2026, 9, 7)
OPENED = date(2026, 9, 1)
NEXT_YEAR = [OPENED + timedelta(days=n) for n in range(269)]
DAYS = {one.day: one.is_instructional for one in CALENDAR} | {
    day: day != LABOR_DAY for day in NEXT_YEAR if day.weekday() < 5
}


def _days(year: int) -> str:
    """The calendar of the school year that begins in a year, as a file."""
    first, last = date(year, 7, 1), date(year + 1, 6, 30)
    listed = [f"{day:%m/%d/%Y},{'Yes' if is_open else 'No'}\n" for day, is_open in DAYS.items() if first <= day <= last]
    return "Date,Instructional\n" + "".join(listed)


def _log(*rows: tuple[str, str, str]) -> str:
    """A log of (student, day, Delivered or Missed) of 30 minutes each."""
    told = {"Delivered": "30,Delivered,", "Missed": "30,Missed,Provider absent"}
    listed = [f"{student},OT,{day},{told[status]},Pull-out,T1\n" for student, day, status in rows]
    return "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n" + "".join(listed)


def _twice_a_week(student: str, mondays: tuple[str, ...], status: str = "Delivered") -> list[tuple[str, str, str]]:
    """Rows of Tuesday and Thursday of weeks by their Mondays."""
    starts = [date.fromisoformat(one) for one in mondays]
    return [(student, f"{day + timedelta(days=n):%m/%d/%Y}", status) for day in starts for n in (1, 3)]


MARCH, SEPTEMBER = ("2026-03-02", "2026-03-09", "2026-03-16"), ("2026-08-31", "2026-09-07", "2026-09-14", "2026-09-21")
HEADINGS = "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID\n"
UPLOADS = (
    {
        "calendar-2025.csv": _days(2025),
        "schools.csv": "School,Zone\nElm,North\n",
        "staff.csv": 'Provider ID,Provider Name,Role,FTE\nT1,"Moe, Al",OTR,0.2\n',
        "students.csv": "Student ID,Student Name,School,Grade\n"
        'A1,"Ames, Ann",Elm,03\nB1,"Birk, Bob",Elm,03\nC1,"Colt, Cas",Elm,03\n',
        "lines-2025.csv": HEADINGS
        + "L1,A1,OT,Pull-out,2 x 30 min Weekly,03/02/2026,03/20/2026,Elm,T1\n"
        + "L3,B1,OT,Pull-out,2 x 30 min Weekly,03/02/2026,03/20/2026,Elm,T1\n",
        "log-2025.csv": _log(
            *_twice_a_week("A1", MARCH[:2]), *_twice_a_week("A1", MARCH[2:], "Missed"), *_twice_a_week("B1", MARCH)
        ),
    },
    {
        "calendar-2026.csv": _days(2026),
        "lines-2026.csv": HEADINGS
        + "L2,A1,OT,Pull-out,2 x 30 min Weekly,09/01/2026,05/27/2027,Elm,T1\n"
        + "L4,C1,OT,Pull-out,2 x 30 min Weekly,09/01/2026,09/25/2026,Elm,T1\n",
        "log-2026.csv": _log(
            *_twice_a_week("A1", SEPTEMBER),
            *_twice_a_week("C1", SEPTEMBER[:1]),
            *_twice_a_week("C1", SEPTEMBER[1:2], "Missed"),
        ),
    },
)


EXTENDED = (
    HEADINGS.replace("Line ID", "Line ID,ESY")
    + "L6,Yes,B1,OT,Pull-out,2 x 30 min Weekly,07/06/2026,07/24/2026,Elm,T1\n"
)
"""Bob's summer, for those who load it too."""
OVER_JULY = HEADINGS + "L5,D1,PT,Pull-out,100 min per IEP year,06/01/2026,09/04/2026,Elm,T1\n"
LOG_OVER_JULY = (
    _log(("D1", "06/02/2026", "Delivered"), ("D1", "09/02/2026", "Delivered"))
    .replace("OT", "PT")
    .replace("06/02/2026,30", "06/02/2026,40")
    .replace("09/02/2026,30", "09/02/2026,60")
)
"""Dan's PT of an IEP year that lies on both sides of July 1, for those who load it too: 40 minutes in June, 60 in September."""


def load(store: Store, name: str, text: str) -> None:
    """Load one file."""
    report = importer.run(store, [(name, text.encode())], Options(load_date=LOADED), commit=True)
    assert report.exit_status == 0, (name, importer.to_json(report))


def write(database: Path) -> Path:
    """The district as one's own, past the set-up questions."""
    return built(database, _load)


def _load(database: Path) -> None:
    store = open_store(database)
    for files in UPLOADS:
        for name, text in files.items():
            load(store, name, text)
    settings.set_setting(store, settings.SETUP_SEEN, "yes", "test")
    store.close()
