"""IEP lines of other systems."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, given, line, missed, shape, text, times

START, END = "2025-08-25", "2026-06-05"
DATES = {"start_date": START, "end_date": END}


@shape
def special_programs() -> Shape:
    """Services with a unit of frequency, a session's length in words, and who is responsible."""
    rows = drawn("""
        Student Number|Student|Service Name|Freq #|Freq Unit|Session Length|Service Location|Delivery Type|Svc Start Date|Svc End Date|Assigned Staff
        1201|Abel, Cam|Occupational Therapy|2|Week|30 minutes|Outside General Education|Direct|8/25/2025|6/5/2026|Dean, Eve
        1202|Berg, Dia|Physical Therapy|1|Month|45 minutes|Inside General Education|Direct|8/25/2025|6/5/2026|Fox, Gil
        1203|Cole, Eli|Occupational Therapy|1|Quarter|30 minutes|Inside General Education|Consultation|8/25/2025|6/5/2026|Dean, Eve
        """)  # noqa: E501
    truth = [
        line("1201", "OT", 60, "week", student="Abel, Cam", **times(2, 30), **DATES, setting="pull_out",
             provider="Dean, Eve"),
        line("1202", "PT", 45, "month", student="Berg, Dia", **times(1, 45), **DATES, setting="push_in",
             provider="Fox, Gil"),
        line("1203", "OT", 30, "quarter", student="Cole, Eli", **times(1, 30), **DATES, setting="push_in",
             provider="Dean, Eve") | {"kind": "indirect"},
    ]  # fmt: skip
    return Shape("special_programs", "Service Summary.csv", text(rows), {"service_lines": truth})


@shape
def statements() -> Shape:
    """One sentence a line."""
    rows = drawn("""
        Student ID|IEP Service Statement|From|To
        1301|Occupational Therapy: 30 minutes per session, 2 sessions per week|8/25/2025|6/5/2026
        1302|Speech Therapy: 20 minutes, 3 times per month|8/25/2025|6/5/2026
        """)
    truth = [
        line("1301", "OT", 60, "week", **times(2, 30), **DATES),
        line("1302", "SLP", 60, "month", **times(3, 20), **DATES),
    ]
    return Shape("statements", "services.csv", text(rows), {"service_lines": truth})


@shape
def hours_a_month() -> Shape:
    """Hours a month beside the setting as a code, in a workbook with a title, totals and an average."""
    rows = [
        [Merged("Related Services Summary 2025-26", 6)],
        ["Student", "Local ID", "Related Svc", "Hrs/Mo", "Push In/Pull Out", "IEP End Date"],
        ["Dorr, Flo", "1401", "OT", 2, "PO", date(2026, 3, 12)],
        ["Earl, Gus", "1402", "PT", 1.5, "PI", date(2026, 5, 1)],
        ["Total", "", "", 3.5, "", ""],
    ]
    truth = [
        line("1401", "OT", 120, "month", student="Dorr, Flo", setting="pull_out", end_date="2026-03-12"),
        line("1402", "PT", 90, "month", student="Earl, Gus", setting="push_in", end_date="2026-05-01"),
    ]
    return Shape("hours_a_month", "summary.xlsx", book({"RS": rows}), {"service_lines": truth})


@shape
def mandates() -> Shape:
    """A city's mandates: frequency, duration, group size and language in one text, first attendance aside."""
    rows = drawn("""
        OSIS|Last Name|First Name|Recommended Service|Recommended Frequency|Recommended Duration|Recommended Group Size|Provider|First Attend Date|IEP Implementation Date
        250001|Finn|Hal|Occupational Therapy|2x Weekly|30|1|Gore, Ian|9/12/2025|9/4/2025
        250002|Gant|Ivy|Counseling|1x Weekly|30|3|Hess, Joy|9/15/2025|9/4/2025
        """)  # noqa: E501
    truth = [
        line("250001", "OT", 60, "week", student="Finn, Hal", **times(2, 30), group_max=1, grouping="individual",
             provider="Gore, Ian", start_date="2025-09-04"),
        line("250002", "COUNSELING", 30, "week", student="Gant, Ivy", **times(1, 30), group_max=3, grouping="group",
             provider="Hess, Joy", start_date="2025-09-04"),
    ]  # fmt: skip
    return Shape("mandates", "RS mandates.csv", text(rows), {"service_lines": truth})


@shape
def caseload_codes() -> Shape:
    """A therapist's list: 2x30, direct or consult by a letter, a column of empty cells, notes."""
    rows = drawn("""
        Name|Stu #|School|Grd|Tx Freq|D/C|IEP Dates|Teacher|Notes
        Hahn, Jim|1501|Oak|3|2x30 min/wk|D|8/25/2025 - 6/5/2026|Smith|scissors
        Iles, Kay|1502|Elm|K|1x20/wk|D|8/25/2025 - 6/5/2026|Jones|
        Jost, Lee|1503|Elm|5|30 min/month|C|8/25/2025 - 6/5/2026|Brown|
        """)
    truth = [
        line("1501", "OT", 60, "week", student="Hahn, Jim", school="Oak", **times(2, 30), **DATES),
        line("1502", "OT", 20, "week", student="Iles, Kay", school="Elm", **times(1, 20), **DATES),
        line("1503", "OT", 30, "month", student="Jost, Lee", school="Elm", kind="indirect", **DATES),
    ]
    return Shape("caseload_codes", "OT caseload.csv", text(rows), {"service_lines": truth})


@shape
def individual_and_group() -> Shape:
    """Individual and group minutes a month side by side."""
    rows = drawn("""
        STUDENT_ID|STUDENT_NAME|SERVICE|IND_MIN_PER_MONTH|GRP_MIN_PER_MONTH|BEGIN_DT|END_DT
        1601|Kidd, Max|SPEECH|60|120|20250825|20260605
        1602|Lowe, Nan|SPEECH|0|90|20250825|20260605
        """)
    max_ = {"student": "Kidd, Max", **DATES}
    truth = [
        line("1601", "SLP", 60, "month", **max_, grouping="individual"),
        line("1601", "SLP", 120, "month", **max_, grouping="group"),
        line("1602", "SLP", 90, "month", student="Lowe, Nan", **DATES, grouping="group"),
    ]
    return Shape("individual_and_group", "SVC_EXTRACT.txt", text(rows, "|"), {"service_lines": truth})


@shape
def cycle_days() -> Shape:
    """A school on a 6-day cycle; another with every other week; one with nothing that can be read."""
    rows = drawn("""
        Student ID|Service|Sessions|Minutes|Per|Start|End
        1701|OT|1|30|6-day cycle|8/25/2025|6/5/2026
        1702|OT|1|30|Every other week|8/25/2025|6/5/2026
        1703|OT|2|20|Day|8/25/2025|6/5/2026
        1704|OT|1|30|TBD by team|8/25/2025|6/5/2026
        """)
    truth = [
        line("1701", "OT", 30, "rotation:6", **times(1, 30), **DATES),
        line("1702", "OT", 30, "weeks:2", **times(1, 30), **DATES),
        line("1703", "OT", 40, "rotation:1", **times(2, 20), **DATES),
        line("1704", "OT", None, None, sessions_per_cycle=1, **DATES, is_usable=False),
    ]
    return Shape("cycle_days", "lines.csv", text(rows), {"service_lines": truth}, asked=("TBD by team",))


@shape
def both_in_one_book() -> Shape:
    """Lines, a log, the staff and the calendar, a sheet each."""
    services = [["Student ID", "Student", "Service", "Min/Week", "Start Date", "End Date"],
                ["1801", "Mann, Oz", "OT", 60, date(2025, 8, 25), date(2026, 6, 5)]]  # fmt: skip
    log = [["Student ID", "Service", "Date", "Minutes", "Status"],
           ["1801", "OT", date(2025, 9, 8), 30, "Delivered"], ["1801", "OT", date(2025, 9, 10), 30, "SA"]]  # fmt: skip
    staff = [["Staff ID", "Name", "Title", "FTE"], ["T1", "Nord, Pia", "OTR/L", 0.6]]
    truth = {
        "service_lines": [line("1801", "OT", 60, "week", student="Mann, Oz", **DATES)],
        "sessions": [given("1801", "2025-09-08", 30, student="Mann, Oz"),
                     missed("1801", "2025-09-10", "student_absent", student="Mann, Oz", minutes=30)],
        "providers": [{"provider_id": "T1", "provider_name": "Nord, Pia", "role": "OTR", "fte": 0.6}],
    }  # fmt: skip
    return Shape("both_in_one_book", "all.xlsx", book({"IEP": services, "Log": log, "Staff": staff}), truth)


@shape
def uncalculated() -> Shape:
    """An error and a mask among amounts: neither is a blank or a nought."""
    rows = drawn("""
        Student ID|Service|Minutes per Week|Start Date
        1901|OT|30|8/25/2025
        1902|OT|#REF!|8/25/2025
        1903|OT|<=5|8/25/2025
        """)
    truth = [line("1901", "OT", 30, "week", start_date=START)]
    return Shape("uncalculated", "w.csv", text(rows), {"service_lines": truth}, {"service_lines": {"rejected": [3, 4]}})


@shape
def promised_in_each_heading() -> Shape:
    """Every heading says that it is of what was recommended: how often, by what, how long, at most with how many."""
    rows = drawn("""
        Student Number|Student|Service|Recommended Frequency|Recommended Period|Recommended Length (Min)|Recommended Group Size
        660212|Dey, Asha|Occupational Therapy|2|Weekly|30|3
        660212|Dey, Asha|Physical Therapy|1|Monthly|45|2
        660240|Falk, Tor|Occupational Therapy|3|Weekly|20|4
        """)
    asha = {"student": "Dey, Asha", "grouping": "group"}
    truth = [
        line("660212", "OT", 60, "week", **times(2, 30), **asha, group_max=3),
        line("660212", "PT", 45, "month", **times(1, 45), **asha, group_max=2),
        line("660240", "OT", 60, "week", **times(3, 20), student="Falk, Tor", group_max=4, grouping="group"),
    ]
    return Shape("promised_in_each_heading", "recommended.csv", text(rows), {"service_lines": truth})


@shape
def a_bare_id_beside_a_students_own() -> Shape:
    """Rows have an id of their own, which is no child's; codes of how often and where are run together."""
    rows = drawn("""
        id|student_local_id|lname|fname|service_cd|svc_begin_dt|svc_end_dt|minutes|freq_cd|location_cd
        1|7001|Yates|Una|OT|2025-09-02|2026-06-12|30|2XW|PO
        2|7001|Yates|Una|PT|2025-09-02|2026-06-12|20|3XM|PI
        3|7002|Zeller|Vic|OT|2025-09-02|2026-06-12|60|1XM|PO
        """)
    year = {"start_date": "2025-09-02", "end_date": "2026-06-12"}
    una = {"student": "Yates, Una", **year}
    truth = [
        line("7001", "OT", 2 * 30, "week", **una, **times(2, 30), setting="pull_out"),
        line("7001", "PT", 3 * 20, "month", **una, **times(3, 20), setting="push_in"),
        line("7002", "OT", 60, "month", student="Zeller, Vic", **year, **times(1, 60), setting="pull_out"),
    ]
    return Shape("a_bare_id_beside_a_students_own", "services.csv", text(rows), {"service_lines": truth})
