"""An attendance card whose key is a sentence, a state's facts of services with codes of places, staff by a state's ids."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text


@shape
def a_card_whose_key_is_a_sentence() -> Shape:
    """The card bids to write X for each session given; P stands beside it for the provider's absence."""
    days = [2, 6, 9, 13, 16, 20]
    marks = {"Amsel, Ida": ("7101", 30, "XXAXPX"), "Bohm, Otto": ("7102", 45, "XPX XH")}
    rows = [
        ["Month:", "October 2025", "", "Service:", "Physical Therapy"],
        ["Related Service Provider:", "Falk, Jan"],
        [],
        ["Student Name", "Student ID", "Duration", *days],
        *([name, number, minutes, *told] for name, (number, minutes, told) in marks.items()),
        [],
        ["Enter an X for each session provided/received; use the codes below for all others."],
        ["A - Student was absent"],
        ["P - Provider was absent"],
        ["H - School was closed"],
    ]
    why = {"A": "student_absent", "P": "provider_absent", "H": "holiday"}
    truth = [
        given(number, f"2025-10-{day:02}", minutes, "PT", student=name, provider="Falk, Jan")
        if mark == "X"
        else missed(number, f"2025-10-{day:02}", why[mark], "PT", student=name, provider="Falk, Jan", minutes=minutes)
        for name, (number, minutes, told) in marks.items()
        for day, mark in zip(days, told, strict=True)
        if mark != " "
    ]
    return Shape("a_card_whose_key_is_a_sentence", "PT card Oct.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def facts_of_services_with_codes_of_places() -> Shape:
    """The district's code and the location's, minutes by the week, and whether the service is integrated."""
    rows = drawn("""
        STUDENT ID|DISTRICT CODE|LOCATION CODE|SERVICE CODE|SERVICE DURATION|SERVICE CYCLE|INTEGRATED SERVICE|SERVICE START DATE
        61001|012|204|OT|60|Weekly|Y|2025-08-18
        61001|012|204|SLP|30|Weekly|N|2025-08-18
        61002|012|310|PT|45|Weekly|N|2025-09-08
        """)
    truth = [
        line("61001", "OT", 60, "week", school="204", setting="push_in", start_date="2025-08-18"),
        line("61001", "SLP", 30, "week", school="204", setting="pull_out", start_date="2025-08-18"),
        line("61002", "PT", 45, "week", school="310", setting="pull_out", start_date="2025-09-08"),
    ]
    name = "facts_of_services_with_codes_of_places"
    return Shape(name, "012_FACTS_20251007.csv", text(rows), {"service_lines": truth})


@shape
def staff_by_the_ids_of_their_state() -> Shape:
    """An id that students have too, and the agency that hired."""
    rows = drawn("""
        State ID|Last Name|First Name|Position Description|Hiring Agency|Assignment FTE
        88100231|Quan|Rae|Occupational Therapist|Elm River USD|1.00
        88100232|Otto|Kim|Occupational Therapy Assistant|North Coop|0.50
        """)
    truth = [
        {"provider_id": "88100231", "provider_name": "Quan, Rae", "role": "OTR", "fte": 1, "employer": "Elm River USD"},
        {"provider_id": "88100232", "provider_name": "Otto, Kim", "role": "COTA", "fte": 0.5, "employer": "North Coop"},
    ]
    return Shape("staff_by_the_ids_of_their_state", "staff.csv", text(rows), {"providers": truth})
