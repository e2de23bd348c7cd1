"""Extracts of states and systems, and services, kinds of logs and days that they tell in a letter or a bare word."""

from datetime import date

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text


@shape
def services_abbreviated_under_minutes_a_week() -> Shape:
    """One heading over a column a service, some in letters that only lists of services have (SPL, SSW, NUR)."""
    rows = [
        ["Fox Hollow Cooperative", "", "", "MPW"],
        ["Student", "SIS ID", "Grade", "SPL", "OT", "SSW", "NUR"],
        ["Ames, Lia", "300411", "1", 45, 30, "", ""],
        ["Burr, Kit", "300418", "4", "", 20, 30, ""],
        ["Cole, Sy", "300425", "K", 60, 0, "", 15],
    ]
    truth = [
        line("300411", "SLP", 45, "week", student="Ames, Lia"),
        line("300411", "OT", 30, "week", student="Ames, Lia"),
        line("300418", "OT", 20, "week", student="Burr, Kit"),
        line("300418", "SOCIAL_WORK", 30, "week", student="Burr, Kit"),
        line("300425", "SLP", 60, "week", student="Cole, Sy"),
        line("300425", "NURSING", 15, "week", student="Cole, Sy"),
    ]
    return Shape("services_abbreviated_under_minutes_a_week", "MPW.xlsx", book({"Caseload": rows}),
                 {"service_lines": truth})  # fmt: skip


@shape
def logs_called_a_service() -> Shape:
    """A type of log that is *Service* beside those of absences: that one was given."""
    rows = [
        ["Service Date", "Student", "Local ID", "Procedure", "Minutes", "Log Type"],
        [date(2025, 11, 4), "Voss, Ara", 5120, "OT", 30, "Service"],
        [date(2025, 11, 4), "Wynn, Del", 5133, "OT", 30, "Student Absent"],
        [date(2025, 11, 11), "Voss, Ara", 5120, "OT", 25, "Service"],
        [date(2025, 11, 11), "Wynn, Del", 5133, "OT", 30, "Provider Absent"],
    ]
    truth = [
        given("5120", "2025-11-04", 30, student="Voss, Ara"),
        missed("5133", "2025-11-04", "student_absent", minutes=30, student="Wynn, Del"),
        given("5120", "2025-11-11", 25, student="Voss, Ara"),
        missed("5133", "2025-11-11", "provider_absent", minutes=30, student="Wynn, Del"),
    ]
    return Shape("logs_called_a_service", "logs.xlsx", book({"Nov": rows}), {"sessions": truth})


@shape
def days_of_two_calendars_with_their_schedules() -> Shape:
    """An SIS's days, its calendars named by school year and school, the rotation's day as the schedule of the periods."""
    rows = drawn("""
        Calendar|Date|School Day|Period Schedule|Day Event
        25-26 Alder HS|11/03/2025|1|A Day|
        25-26 Alder HS|11/04/2025|0||Staff Development
        25-26 Alder HS|11/05/2025|1|B Day|
        25-26 Birch Middle School|11/03/2025|1|A Day|
        25-26 Birch Middle School|11/04/2025|1|B Day|Early Release
        25-26 Birch Middle School|11/05/2025|0||Snow Day
        """)
    days = [
        ("Alder HS", "2025-11-03", True, None, "A"), ("Alder HS", "2025-11-04", False, "staff_only", None),
        ("Alder HS", "2025-11-05", True, None, "B"), ("Birch Middle School", "2025-11-03", True, None, "A"),
        ("Birch Middle School", "2025-11-04", True, "half", "B"),
        ("Birch Middle School", "2025-11-05", False, "emergency_closed", None),
    ]  # fmt: skip
    truth = [
        {"school": where, "day": day, "is_instructional": on, "day_type": kind, "cycle_day": letter}
        for where, day, on, kind, letter in days
    ]
    return Shape("days_of_two_calendars_with_their_schedules", "Days.csv", text(rows), {"calendar_days": truth})


_CALIFORNIAS = (
    "SSID|Local Student ID|Student Last Name|Student First Name|Special Education Service Code|"
    "Special Education Service Provider Code|Special Education Service Location Code|Service Frequency Code|"
    "Service Duration"
)


@shape
def californias_codes_without_their_words() -> Shape:
    """A state's own extract with carets between, its codes bare: the service, the frequency and the place are public."""
    rows = drawn(f"""
        {_CALIFORNIAS}
        9200000011|40211|Rowe|Ida|450|100|510|20|30
        9200000011|40211|Rowe|Ida|415|100|520|30|120
        9200000028|40228|Sand|Bo|460|400|510|40|600
        """)
    truth = [
        line("40211", "OT", 30, "week", student="Rowe, Ida", setting="push_in"),
        line("40211", "SLP", 120, "month", student="Rowe, Ida", setting="other"),
        line("40228", "PT", 600, "year", student="Sand, Bo", setting="push_in"),
    ]
    return Shape("californias_codes_without_their_words", "SERV.txt", text(rows, "^"), {"service_lines": truth})


@shape
def a_code_of_california_that_is_no_service_of_ours() -> Shape:
    """A listed code of a service that only a person can place: its row waits, with the state's words for it."""
    rows = drawn(f"""
        {_CALIFORNIAS}
        9200000035|40235|Tull|Amy|450|100|510|20|30
        9200000042|40242|Ury|Cal|740|100|510|20|60
        """)
    truth = [line("40235", "OT", 30, "week", student="Tull, Amy", setting="push_in")]
    return Shape("a_code_of_california_that_is_no_service_of_ours", "SERV.txt", text(rows, "^"), {"service_lines": truth},
                 {"service_lines": {"waiting": [3]}}, ("740 - Specialized Orthopedic Services",))  # fmt: skip
