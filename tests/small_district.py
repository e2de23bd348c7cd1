"""A district small enough to work out on paper: three OTs at two schools, one of them with more than her week holds.

A student has 30 minutes twice a week, so 60 + 10 of notes + 7 of record = 77 minutes a week. Moe and Lund work 0.2 FTE, 410
minutes; Nash 0.1, 205. Moe has six students at Elm, 462 minutes or 112.7 %; Lund two at Elm and one at Oak, 231; Nash one at
Oak, 77. Above 110 % are 462 - 451 = 11 minutes.
"""

from datetime import date
from pathlib import Path

from data import settings
from data.ingest import importer
from data.ingest.model import Options
from data.store import open_store
from tests.built import built

AS_OF = date(2025, 9, 30)
LOADED = date(2025, 10, 15)
CALENDAR = "Date,Instructional\n" + "".join(
    f"{month:02d}/{day:02d}/2025,Yes\n"
    for month in (9, 10)
    for day in range(1, 31)
    if date(2025, month, day).weekday() < 5
)
AT = [("Elm", "T1")] * 6 + [("Elm", "T2")] * 2 + [("Oak", "T2"), ("Oak", "T3")]
"""School and provider of each student, S1 to S10."""
FILES = {
    "calendar.csv": CALENDAR,
    "schools.csv": "School,Zone\nElm,North\nOak,South\n",
    "staff.csv": (
        'Provider ID,Provider Name,Role,FTE\nT1,"Moe, Al",OTR,0.2\nT2,"Lund, Bo",OTR,0.2\nT3,"Nash, Cy",OTR,0.1\n'
    ),
    "students.csv": "Student ID,Student Name,School,Grade\n"
    + "".join(f'S{number},"Pupil, No{number}",{school},03\n' for number, (school, _) in enumerate(AT, start=1)),
    "lines.csv": "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID\n"
    + "".join(
        f"L{number},S{number},OT,Pull-out,2 x 30 min Weekly,09/01/2025,10/30/2025,{school},{provider}\n"
        for number, (school, provider) in enumerate(AT, start=1)
    ),
    "log.csv": "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n"
    + "S1,OT,09/08/2025,30,Delivered,,Pull-out,T1\nS1,OT,09/29/2025,30,Missed,Provider absent,Pull-out,T1\n",
}


def write(database: Path) -> Path:
    """The district as one's own, past the set-up questions."""
    return built(database, _load)


def _load(database: Path) -> None:
    store = open_store(database)
    for name, text in FILES.items():
        report = importer.run(store, [(name, text.encode())], Options(load_date=LOADED), commit=True)
        assert report.exit_status == 0, (name, importer.to_json(report))
    settings.set_setting(store, settings.SETUP_SEEN, "yes", "test")
    store.close()
