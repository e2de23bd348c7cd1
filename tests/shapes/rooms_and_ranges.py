"""Amounts of several rooms, ranges of sessions and minutes, hours by a title, names that look like nothing."""

from tests.shapes.shape import Merged, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def hours_in_several_rooms() -> Shape:
    """Hours a week by place under one heading of two rows; two of the places are outside of class, each with its line."""
    rows = [
        ["", "", "", Merged("Amount, hours per week", 3), "", "", Merged("Effective", 2), ""],
        ["ID", "Student", "Service", "Gen Ed Class", "Resource Room", "Therapy Room", "From", "To"],
        ["7701", "Amsel, Ida", "OT", 0.5, "", "", "8/25/2025", "6/5/2026"],
        ["7702", "Bohm, Otto", "Speech", "", 0.5, 0.25, "8/25/2025", "6/5/2026"],
        ["7703", "Falk, Jon", "PT", "", 0, 1, "10/1/2025", "6/5/2026"],
    ]
    fall, october = ({"start_date": day, "end_date": "2026-06-05"} for day in ("2025-08-25", "2025-10-01"))
    truth = [
        line("7701", "OT", 30, "week", student="Amsel, Ida", setting="push_in", **fall),
        line("7702", "SLP", 30, "week", student="Bohm, Otto", setting="pull_out", **fall),
        line("7702", "SLP", 15, "week", student="Bohm, Otto", setting="pull_out", **fall),
        line("7703", "PT", 60, "week", student="Falk, Jon", setting="pull_out", **october),
    ]
    return Shape("hours_in_several_rooms", "grid.xlsx", book({"Grid": rows}), {"service_lines": truth})


@shape
def time_per_week_by_place() -> Shape:
    """Service time per week over places is an amount by the week, and no length of each session."""
    rows = [
        ["", "", Merged("Service Time Per Week (hrs)", 2), ""],
        ["Student", "Service", "Inside Reg Class", "Outside Reg Class", "Start Date"],
        ["Amsel, Ida", "OT", 0.5, 0.5, "8/25/2025"],
        ["Bohm, Otto", "PT", "", 0.75, "8/25/2025"],
    ]
    fall = {"start_date": "2025-08-25"}
    truth = [
        line("Amsel, Ida", "OT", 30, "week", setting="push_in", **fall),
        line("Amsel, Ida", "OT", 30, "week", setting="pull_out", **fall),
        line("Bohm, Otto", "PT", 45, "week", setting="pull_out", **fall),
    ]
    return Shape("time_per_week_by_place", "time.xlsx", book({"Time": rows}), {"service_lines": truth})


@shape
def ranges_under_times() -> Shape:
    """How often and how long stand as ranges without a unit; who is responsible is who treats."""
    rows = drawn("""
        Pupil ID|Pupil|Program|Times|Min. Each Time|Person(s) Responsible
        81|Amsel, Ida|OT|2-3 per month|15 - 20|Quan, Rae
        82|Bohm, Otto|PT|1 or 2 weekly|30|Sato, Mina
        83|Falk, Jon|Speech|as needed|as needed|Hall, Pim
        """)
    truth = [
        line("81", "OT", 30, "month", **times(2, 15), student="Amsel, Ida", provider="Quan, Rae"),
        line("82", "PT", 30, "week", **times(1, 30), student="Bohm, Otto", provider="Sato, Mina"),
        line("83", "SLP", None, None, student="Falk, Jon", provider="Hall, Pim", is_usable=False),
    ]
    return Shape("ranges_under_times", "programs.csv", text(rows), {"service_lines": truth})


@shape
def kept_by_at_a_school() -> Shape:
    """Titles say at which school and by whom the log was kept; a first name and a family name are words for nothing."""
    rows = drawn("""
        Speech log, Fernwood Primary - Fall 2025
        Log kept by: P. Hall, CCC-SLP

        Last|First|Date|Min|Attendance
        Null|Ida|10/2/2025|30|Present
        Bohm|Nan|10/2/2025|30|Present
        Null|Ida|10/9/2025|30|Student absent
        """)
    how = {"provider": "Hall, P.", "school": "Fernwood Primary"}
    truth = [
        given("Null, Ida", "2025-10-02", 30, "SLP", **how),
        given("Bohm, Nan", "2025-10-02", 30, "SLP", **how),
        missed("Null, Ida", "2025-10-09", "student_absent", "SLP", minutes=30, **how),
    ]
    return Shape("kept_by_at_a_school", "log.csv", text(rows), {"sessions": truth})


@shape
def least_and_most_a_week() -> Shape:
    """The least and the most minutes of a week stand in a column each: the least is obliged."""
    rows = drawn("""
        Student|ID|Service|Minimum Minutes/Week|Maximum Minutes/Week
        Amsel, Ida|5501|OT|30|60
        Bohm, Otto|5502|Speech|60|90
        """)
    truth = [
        line("5501", "OT", 30, "week", student="Amsel, Ida"),
        line("5502", "SLP", 60, "week", student="Bohm, Otto"),
    ]
    return Shape("least_and_most_a_week", "least.csv", text(rows), {"service_lines": truth})


@shape
def hours_by_a_title() -> Shape:
    """A caseload with a column a service, of which only the title says that they are hours of a week."""
    rows = drawn("""
        Caseload, hours per week
        Student|Grade|OT|PT|Speech
        Amsel, Ida|6|0.5||1
        Bohm, Otto|7||0.25|0.75
        Falk, Jon|8|1||
        """)
    truth = [
        line("Amsel, Ida", "OT", 30, "week"), line("Amsel, Ida", "SLP", 60, "week"),
        line("Bohm, Otto", "PT", 15, "week"), line("Bohm, Otto", "SLP", 45, "week"),
        line("Falk, Jon", "OT", 60, "week"),
    ]  # fmt: skip
    return Shape("hours_by_a_title", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def staff_hours_by_site() -> Shape:
    """Hours of staff at each site under one heading are nobody's hours in all."""
    rows = [
        ["", "", "", "", Merged("Hours per week by site", 3), "", ""],
        ["Staff ID", "Name", "Title", "FTE", "Alder", "Birch", "Cedar"],
        ["E1", "Quan, Rae", "OT", 1, 20, 17.5, ""],
        ["E2", "Sato, Mina", "COTA", 0.8, 15, "", 15],
        ["E3", "Lind, Dov", "PT", 0.5, "", 10, 8.75],
    ]
    truth = [
        {"provider_id": number, "provider_name": name, "role": role, "fte": fte, "contract_minutes": None}
        for (number, name, _, fte, *_), role in zip(rows[2:], ("OTR", "COTA", "PT"), strict=True)
    ]
    return Shape("staff_hours_by_site", "sites.xlsx", book({"Staff": rows}), {"providers": truth})


@shape
def sizes_behind_letters() -> Shape:
    """A letter for a group with how many are in it."""
    rows = drawn("""
        Student|Date|Service|Min|Group/Ind
        Amsel, Ida|10/2/2025|PT|30|I
        Bohm, Otto|10/2/2025|PT|45|G (3)
        Falk, Jon|10/3/2025|PT|45|G(2)
        """)
    truth = [
        given("Amsel, Ida", "2025-10-02", 30, "PT", grouping="individual"),
        given("Bohm, Otto", "2025-10-02", 45, "PT", grouping="group", group_size=3),
        given("Falk, Jon", "2025-10-03", 45, "PT", grouping="group", group_size=2),
    ]
    return Shape("sizes_behind_letters", "sizes.csv", text(rows), {"sessions": truth})
