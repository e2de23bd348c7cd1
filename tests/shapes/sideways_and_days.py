"""Amounts told by the day, columns beside the amounts of one service, names where ids should stand, percent as shown."""

from datetime import date

from tests.shapes.shape import Merged, Shape, Share, book, drawn, given, line, missed, shape, text, times

START, END = "2025-09-03", "2026-06-10"
DATES = {"start_date": START, "end_date": END}


@shape
def minutes_of_a_day() -> Shape:
    """Minutes a day, so many days a week or a month, every so many weeks: 25 x 3 a week, 40 x 1 in 2 weeks."""
    rows = drawn("""
        PUPIL_REF|PUPIL_NAME|SVC|MIN_PER_DAY|DAYS_PER_WK|WEEK_INTERVAL|BEGIN_DATE|END_DATE|ESY_IND
        K-901|Amsel, Ida|OT|25|3|1|2025-09-03|2026-06-10|N
        K-902|Bohm, Otto|PT|40|1|2|2025-09-03|2026-06-10|N
        K-903|Cray, Una|SLP|30|2|1|2026-06-15|2026-07-10|Y
        """)
    truth = [
        line("K-901", "OT", 75, "week", student="Amsel, Ida", **times(3, 25), **DATES),
        line("K-902", "PT", 40, "weeks:2", student="Bohm, Otto", **times(1, 40), **DATES),
        line("K-903", "SLP", 60, "week", student="Cray, Una", **times(2, 30), start_date="2026-06-15",
             end_date="2026-07-10") | {"esy": True},
    ]  # fmt: skip
    return Shape("minutes_of_a_day", "extract.csv", text(rows), {"service_lines": truth})


@shape
def minutes_a_day_beside_days_in_words() -> Shape:
    """Minutes per day beside 3 days/week: 20 x 3 = 60 a week."""
    rows = drawn("""
        Student ID|Service|Minutes Per Day|Frequency
        90511|Speech|20|3 days/week
        90512|OT|45|1 day per month
        """)
    truth = [line("90511", "SLP", 60, "week", **times(3, 20)), line("90512", "OT", 45, "month", **times(1, 45))]
    return Shape("minutes_a_day_beside_days_in_words", "services.csv", text(rows), {"service_lines": truth})


@shape
def columns_beside_each_service() -> Shape:
    """Two services sideways, each with its amount, grouping, place and provider; none of them is the other's."""
    rows = [
        ["Student", "Student ID", Merged("OT", columns=4), "", "", "", Merged("PT", columns=4)],
        ["", "", "Min/wk", "Grouping", "Setting", "Therapist", "Min/wk", "Grouping", "Setting", "Therapist"],
        ["Dorn, Eve", "91001", 60, "Group", "Push-in", "Hart, Jo", 30, "Individual", "Pull-out", "Ito, Ken"],
        ["Falk, Gus", "91002", "", "", "", "", 45, "Group", "Push-in", "Ito, Ken"],
        ["Gerd, Hal", "91003", 40, "Individual", "Pull-out", "Hart, Jo", "", "", "", ""],
    ]
    eve, hal = {"student": "Dorn, Eve"}, {"student": "Gerd, Hal"}
    jo, ken = {"provider": "Hart, Jo"}, {"provider": "Ito, Ken"}
    truth = [
        line("91001", "OT", 60, "week", **eve, **jo, grouping="group", setting="push_in"),
        line("91001", "PT", 30, "week", **eve, **ken, grouping="individual", setting="pull_out"),
        line("91002", "PT", 45, "week", student="Falk, Gus", **ken, grouping="group", setting="push_in"),
        line("91003", "OT", 40, "week", **hal, **jo, grouping="individual", setting="pull_out"),
    ]
    return Shape("columns_beside_each_service", "matrix.xlsx", book({"Services": rows}), {"service_lines": truth})


@shape
def minutes_under_bare_services() -> Shape:
    """A log with minutes under the names of services and kinds alone: a session for each that has any."""
    rows = [
        ["Therapist:", "Nagy, Lil"],
        ["Date", "Campus", "Pupil", Merged("Audiology", columns=2), "", "DHH", "Mileage"],
        ["", "", "", "Direct", "Consult", "Direct", ""],
        [date(2025, 11, 3), "Elm Elementary", "Orr, Pat", 40, 20, "", 9],
        [date(2025, 11, 4), "Oak Middle", "Quist, Roy", "", "", 30, 9],
        [date(2025, 11, 6), "Elm Elementary", "Orr, Pat", 35, "", 25, 9],
    ]
    pat, roy = {"school": "Elm Elementary", "provider": "Nagy, Lil"}, {"school": "Oak Middle", "provider": "Nagy, Lil"}
    truth = [
        given("Orr, Pat", "2025-11-03", 40, "AUD", **pat, kind="direct"),
        given("Orr, Pat", "2025-11-03", 20, "AUD", **pat, kind="indirect"),
        given("Quist, Roy", "2025-11-04", 30, "DHH", **roy, kind="direct"),
        given("Orr, Pat", "2025-11-06", 35, "AUD", **pat, kind="direct"),
        given("Orr, Pat", "2025-11-06", 25, "DHH", **pat, kind="direct"),
    ]
    return Shape("minutes_under_bare_services", "travel log.xlsx", book({"Nov": rows}), {"sessions": truth})


@shape
def staff_and_who_supervises() -> Shape:
    """A staff list by building, and assistants and supervisors by name: they are the people of the list."""
    staff = [
        ["Staff ID", "Staff Name", "Job Title", "FTE", "Base Bldg"],
        ["T-1", "Reyes, Sol", "Occupational Therapist", 1, "Elm"],
        ["T-2", "Stone, Tia", "COTA", 0.5, "Oak"],
    ]
    over = [["Assistant", "Supervising Therapist", "Hours per Month"], ["Stone, Tia", "Reyes, Sol", 3]]
    truth = {
        "providers": [
            {"provider_id": "T-1", "provider_name": "Reyes, Sol", "role": "OTR", "fte": 1, "home_school": "Elm"},
            {"provider_id": "T-2", "provider_name": "Stone, Tia", "role": "COTA", "fte": 0.5, "home_school": "Oak"},
        ],
        "supervision": [{"assistant_id": "T-2", "provider_id": "T-1", "hours_per_month": 3}],
    }
    return Shape("staff_and_who_supervises", "staff.xlsx", book({"Staff": staff, "Supervision": over}), truth)


@shape
def buildings_by_number() -> Shape:
    """A list of schools that calls them sites."""
    rows = drawn("""
        Site No|Site Name|Level|Region
        014|Elm Elementary|Elementary|East
        027|Oak Middle|Middle|West
        """)
    truth = [
        {"school": "014", "school_name": "Elm Elementary", "level": "Elementary", "zone": "East"},
        {"school": "027", "school_name": "Oak Middle", "level": "Middle", "zone": "West"},
    ]
    return Shape("buildings_by_number", "sites.csv", text(rows), {"schools": truth})


@shape
def scores_shown_in_percent() -> Shape:
    """Cells that show 45%, 1% and 12.5% hold 0.45, 0.01 and 0.125: the score is what is shown."""
    goals = [
        ["Goal ID", "Student ID", "Annual Goal", "Baseline", "Target", "Goal Begin", "To Be Met By"],
        ["A-1", "92001", "Copies a sentence with spaces", Share(0.45), Share(0.9), date(2025, 9, 3), date(2026, 5, 29)],
    ]
    probes = [
        ["Student ID", "Goal ID", "Date Probed", "Percent Correct"],
        ["92001", "A-1", date(2025, 9, 19), Share(0.01)],
        ["92001", "A-1", date(2025, 10, 3), Share(0.125)],
        ["92001", "A-1", date(2025, 10, 17), Share(1.0)],
    ]
    own = {"student_id": "92001", "goal_id": "A-1"}
    truth = {
        "goals": [own | {"goal_text": "Copies a sentence with spaces", "baseline": 45, "target": 90, "unit": "percent",
                         "start_date": "2025-09-03", "due_date": "2026-05-29"}],
        "measurements": [own | {"measured_on": "2025-09-19", "value": 1}, own | {"measured_on": "2025-10-03", "value": 12.5},
                         own | {"measured_on": "2025-10-17", "value": 100}],
    }  # fmt: skip
    return Shape("scores_shown_in_percent", "probes.xlsx", book({"Goals": goals, "Probes": probes}), truth)


@shape
def weeks_with_their_days() -> Shape:
    """The same columns under each numbered week, the day among them; who was away, and that it was an absence, apart."""
    rows = [
        ["PT contacts, January 2026"],
        ["", "", Merged("Week 1", 4), "", "", "", Merged("Week 2", 4), "", "", ""],
        ["Child", "Child ID", *["Date Seen", "Minutes", "Not Available", "Why"] * 2],
        ["Berg, Ana", "61180", "1/6/2026", 30, "", "", "1/13/2026", "", "Therapist", "Absent"],
        ["Cole, Ned", "61191", "1/7/2026", "", "Student", "Absent", "1/14/2026", 25, "", ""],
        ["Dorn, Liv", "61203", "1/8/2026", 20, "", "", "", "", "", ""],
    ]
    ana, ned, liv = {"student": "Berg, Ana"}, {"student": "Cole, Ned"}, {"student": "Dorn, Liv"}
    truth = [
        given("61180", "2026-01-06", 30, "PT", **ana),
        missed("61180", "2026-01-13", "provider_absent", "PT", **ana),
        missed("61191", "2026-01-07", "student_absent", "PT", **ned),
        given("61191", "2026-01-14", 25, "PT", **ned),
        given("61203", "2026-01-08", 20, "PT", **liv),
    ]
    return Shape("weeks_with_their_days", "PT contacts.xlsx", book({"January": rows}), {"sessions": truth})
