"""Days by the file's codes or by minutes of school, and lines told by totals, units and titles beside them."""

from tests.shapes.shape import Shape, book, drawn, line, shape, text, times


@shape
def codes_beside_what_is_on() -> Shape:
    """The codes of a key at the foot tell the kind of day, whatever is on: training before a late start closes nothing."""
    rows = [
        ["2025-26 Special Days"],
        *drawn("""
        Day|Cd|What's On
        10/3/2025|ED|Parade
        10/10/2025|X|Founders' Picnic
        11/5/2025|LO|Staff training 7:45 to 9
        12/19/2025|ED|Last day before break
        2/13/2026|WD|Report cards
        """),
        [],
        ["ED = early dismissal at 12:30"],
        ["X = no school"],
        ["LO = late start, doors open 9:30"],
        ["WD = staff only"],
    ]
    days = [
        ("2025-10-03", True, "half"), ("2025-10-10", False, "holiday"), ("2025-11-05", True, "late_start"),
        ("2025-12-19", True, "half"), ("2026-02-13", False, "staff_only"),
    ]  # fmt: skip
    truth = [{"day": day, "is_instructional": opened, "day_type": kind} for day, opened, kind in days]
    return Shape("codes_beside_what_is_on", "days.xlsx", book({"Days": rows}), {"calendar_days": truth})


@shape
def hours_of_instruction() -> Shape:
    """There is school on days with hours of instruction; what is on tells why there is none, or fewer."""
    rows = drawn("""
        Date|Hours of Instruction|Event
        10/6/2025|6.5|
        10/7/2025|0|Teacher Workday
        10/8/2025|3.25|Early Dismissal
        10/9/2025|6.5|Picture retakes
        """)
    days = [
        ("2025-10-06", True, None), ("2025-10-07", False, "staff_only"), ("2025-10-08", True, "half"),
        ("2025-10-09", True, None),
    ]  # fmt: skip
    truth = [{"day": day, "is_instructional": opened, "day_type": kind} for day, opened, kind in days]
    return Shape("hours_of_instruction", "days.csv", text(rows), {"calendar_days": truth})


@shape
def totalled_in_words() -> Shape:
    """Sessions with what they come to in words; the year's total beside them is compared with, and is no amount."""
    rows = drawn("""
        Student ID|Service|Duration/Freq|Total Min/Year|Start Date
        98811|OT|20 min x 3 Totaling: 60 min served Weekly|2,160|9/2/2025
        98812|PT|40 min x 2 Total - 80 min Monthly|800|9/2/2025
        98813|OT|30 min x 1 Totals: 30 min served Weekly|1,080|9/2/2025
        """)
    told = {"start_date": "2025-09-02"}
    truth = [
        line("98811", "OT", 60, "week", stated_year_minutes=2160, **times(3, 20), **told),
        line("98812", "PT", 80, "month", stated_year_minutes=800, **times(2, 40), **told),
        line("98813", "OT", 30, "week", stated_year_minutes=1080, **times(1, 30), **told),
    ]
    return Shape("totalled_in_words", "services.csv", text(rows), {"service_lines": truth})


@shape
def unread_beside_a_total() -> Shape:
    """What can't be read under a heading of how often is asked about where else the year's total alone is the amount."""
    rows = drawn("""
        Student ID|Service|Xq Freq Planned|Total Min/Year|Start Date
        98821|OT|20 min as per grid 3|2,160|9/2/2025
        98822|PT|40 min as per grid 2|800|9/2/2025
        """)
    told = {"start_date": "2025-09-02"}
    truth = [
        line("98821", "OT", 2160, "year", stated_year_minutes=2160, **told),
        line("98822", "PT", 800, "year", stated_year_minutes=800, **told),
    ]
    name = "unread_beside_a_total"
    return Shape(name, "services.csv", text(rows), {"service_lines": truth}, asked=("Xq Freq Planned",))


@shape
def grid_by_long_titles() -> Shape:
    """Direct and indirect in long titles under a heading that says neither: the letters of a form, with its words."""
    rows = drawn("""
        Student ID|Section|Type of Service|Frequency|Start Date
        98831|A - Consultation, indirect service to school staff and to the parents|OT|1 x 15 min / month|9/2/2025
        98831|B - Direct service in the general education classroom of the student|OT|2 x 30 min / week|9/2/2025
        """)
    told = {"start_date": "2025-09-02"}
    truth = [
        line("98831", "OT", 15, "month", kind="indirect", setting="indirect", **times(1, 15), **told),
        line("98831", "OT", 60, "week", setting="push_in", **times(2, 30), **told),
    ]
    return Shape("grid_by_long_titles", "services.csv", text(rows), {"service_lines": truth})


@shape
def units_beside_a_frequency() -> Shape:
    """Hours and minutes by the unit beside each amount, and their period in a column of its own."""
    rows = drawn("""
        Student ID|Service|Amount|Unit|Frequency|Start Date
        98841|OT|45|Minutes|Weekly|9/2/2025
        98842|SDI|2.5|Hours|Weekly|9/2/2025
        98843|SLP|1|Hours|Monthly|9/2/2025
        """)
    told = {"start_date": "2025-09-02"}
    truth = [
        line("98841", "OT", 45, "week", **told), line("98842", "SDI", 150, "week", **told),
        line("98843", "SLP", 60, "month", **told),
    ]  # fmt: skip
    return Shape("units_beside_a_frequency", "services.csv", text(rows), {"service_lines": truth})


@shape
def staff_from_and_to() -> Shape:
    """Staff with the agency of those who have one, and their first and last day under From and To."""
    rows = drawn("""
        Staff #|Therapist|Job|FTE|Contract Min/Wk|Agency (if contracted)|From|To
        2207|Vail, Ione|OTR/L|1|2250||8/18/2025|
        C-9|Moss, Ray|PT|0.3|675|Harbor Rehab LLC|9/8/2025|12/19/2025
        """)
    truth = [
        {"provider_id": "2207", "provider_name": "Vail, Ione", "role": "OTR", "fte": 1, "contract_minutes": 2250,
         "start_date": "2025-08-18"},
        {"provider_id": "C-9", "provider_name": "Moss, Ray", "role": "PT", "fte": 0.3, "contract_minutes": 675,
         "employer": "Harbor Rehab LLC", "start_date": "2025-09-08", "end_date": "2025-12-19"},
    ]  # fmt: skip
    return Shape("staff_from_and_to", "staff.csv", text(rows), {"providers": truth})
