"""A district small enough to count by hand: four lines of 30 minutes a week over nine weeks to October 31, 2025.

Every weekday of September to November is a school day; September's credit month holds four weeks (the one of Sep 29 has
more days in October), October's five: 120 and 150 minutes expected of each line.

- L1, Birch, T1: seen on Mondays; Sep 8 missed (provider absent), Sep 15 missed (student absent); Oct 6 missed (provider
  absent) and given on Oct 8 instead. September: C 60, X 30, O 30. October: C 150.
- L2, Cedar, T1: seen on the four Mondays of September, then no record. September: C 120. October: O 150, all U.
- L3, Cedar, T2: every Monday missed for a vacancy. O 120 and 150.
- L4, Dell, T3: nothing on file. O 120 and 150, all U.
"""

from datetime import date, timedelta

AS_OF = date(2025, 10, 31)
DAYS = [date(2025, 9, 1) + timedelta(days=place) for place in range(91)]
CALENDAR = "Date,Instructional\n" + "".join(f"{day:%m/%d/%Y},Yes\n" for day in DAYS if day.weekday() < 5)
LINES = "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID\n" + "".join(
    f"L{number},S{number},OT,Push-in,1 x 30 min Weekly,09/01/2025,11/28/2025,{school},{provider}\n"
    for number, school, provider in ((1, "Birch", "T1"), (2, "Cedar", "T1"), (3, "Cedar", "T2"), (4, "Dell", "T3"))
)
MONDAYS = [day for day in DAYS if day.weekday() == 0 and day <= AS_OF]
_HEAD = "Student ID,Service,Session Date,Minutes,Status,Reason,Provider ID\n"


def _row(student: str, day: date, status: str, reason: str, provider: str) -> str:
    return f"{student},OT,{day:%m/%d/%Y},30,{status},{reason},{provider}\n"


def _log(days: list[date]) -> str:
    told = {8: ("Missed", "Provider absent"), 15: ("Missed", "Student absent")}
    rows = []
    for day in days:
        first = told.get(day.day, ("Delivered", "")) if day.month == 9 else ("Delivered", "")
        if day == date(2025, 10, 6):
            rows.append(_row("S1", day, "Missed", "Provider absent", "T1"))
            rows.append(_row("S1", date(2025, 10, 8), "Delivered", "", "T1"))
        else:
            rows.append(_row("S1", day, *first, "T1"))
        if day < date(2025, 9, 29):
            rows.append(_row("S2", day, "Delivered", "", "T1"))
        rows.append(_row("S3", day, "Missed", "Vacancy", "T2"))
    return _HEAD + "".join(rows)


SEPTEMBER = _log([day for day in MONDAYS if day.month == 9])
OCTOBER = _log([day for day in MONDAYS if day.month == 10])
FILES = {"calendar.csv": CALENDAR, "lines.csv": LINES, "september.csv": SEPTEMBER, "october.csv": OCTOBER}
