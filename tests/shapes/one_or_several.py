"""What is one table, one session or one service, and what is several: spacers, platforms' stamps, ids of groups, lists."""

from tests.shapes.shape import Merged, Row, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def a_spacer_column() -> Shape:
    """Two rows of headings and a blank column in the middle of one table: what became of a session stands behind it."""
    rows = [
        ["", Merged("Student", 2), "", Merged("Session", 2), "", "", Merged("Outcome", 2), "", "Provider"],
        ["", "Name", "ID", "Date", "Minutes", "", "Attendance", "Reason", "Name"],
        ["", "Abt, Ana", "83001", "9/8/2025", 30, "", "Delivered", "", "Dell, Cy"],
        ["", "Abt, Ana", "83001", "9/15/2025", 30, "", "Not delivered", "Student absent", "Dell, Cy"],
    ]
    told = {"student": "Abt, Ana", "provider": "Dell, Cy"}
    truth = [
        given("83001", "2025-09-08", 30, **told),
        missed("83001", "2025-09-15", "student_absent", minutes=30, **told),
    ]
    return Shape("a_spacer_column", "log.xlsx", book({"OT": rows}), {"sessions": truth})


@shape
def stamps_of_a_platform() -> Shape:
    """A teletherapy platform: the day stands only in the scheduled start."""
    rows = drawn("""
        session_uuid|scheduled_start|scheduled_end|actual_minutes|session_status|client_external_id|clinician_name|service_type|delivery_mode
        a0f3|2025-10-14T09:30:00|2025-10-14T10:00:00|30|COMPLETED|83101|Alasdair Finch|Speech Therapy|Teletherapy
        a1f3|2025-10-15T09:30:00|2025-10-15T10:00:00|0|STUDENT_NO_SHOW|83101|Alasdair Finch|Speech Therapy|Teletherapy
        a2f3|2025-10-16T09:30:00|2025-10-16T10:00:00|0|CANCELLED_BY_CLINICIAN|83101|Alasdair Finch|Speech Therapy|Teletherapy
        """)
    told = {"start_time": "09:30", "end_time": "10:00", "provider": "Finch, Alasdair", "setting": "tele"}
    truth = [
        given("83101", "2025-10-14", 30, "SLP", session_id="a0f3", **told),
        missed("83101", "2025-10-15", "student_absent", "SLP", minutes=0, session_id="a1f3", **told),
        missed("83101", "2025-10-16", "provider_absent", "SLP", minutes=0, session_id="a2f3", **told),
    ]
    return Shape("stamps_of_a_platform", "sessions.csv", text(rows), {"sessions": truth})


@shape
def minutes_by_service() -> Shape:
    """A log with a column of minutes for each service: a session for each that is filled."""
    rows = drawn("""
        Date|Student|ID|OT min|PT min|Speech min|Notes
        09/08/2025|Abt, Ana|83201|30||20|
        09/08/2025|Bly, Bo|83202||45||
        """)
    ana = {"student": "Abt, Ana"}
    truth = [
        given("83201", "2025-09-08", 30, "OT", **ana),
        given("83201", "2025-09-08", 20, "SLP", **ana),
        given("83202", "2025-09-08", 45, "PT", student="Bly, Bo"),
    ]
    return Shape("minutes_by_service", "log.csv", text(rows), {"sessions": truth})


@shape
def a_groups_session_id() -> Shape:
    """One session id for all students of a group."""
    rows = drawn("""
        Session ID|Session Date|Duration|Student ID|Attendance|Service Type
        G-501|10/01/2025|30|83301|Present|Speech Therapy
        G-501|10/01/2025|30|83302|Student Absent|Speech Therapy
        G-502|10/02/2025|20|83301|Present|Speech Therapy
        """)
    truth = [
        given("83301", "2025-10-01", 30, "SLP", group_id="G-501"),
        missed("83302", "2025-10-01", "student_absent", "SLP", minutes=30, group_id="G-501"),
        given("83301", "2025-10-02", 20, "SLP", group_id="G-502"),
    ]
    return Shape("a_groups_session_id", "groups.csv", text(rows), {"sessions": truth})


@shape
def services_in_a_cell() -> Shape:
    """A caseload with all services of a student in one cell."""
    rows = [
        ["Student", "Student ID", "Services"],
        ["Abt, Ana", "83401", "OT 30 min/wk; Speech 2x30 min/wk"],
        ["Bly, Bo", "83402", "PT 60 min/month"],
    ]
    ana = {"student": "Abt, Ana"}
    truth = [
        line("83401", "OT", 30, "week", **ana),
        line("83401", "SLP", 60, "week", **times(2, 30), **ana),
        line("83402", "PT", 60, "month", student="Bly, Bo"),
    ]
    return Shape("services_in_a_cell", "caseload.xlsx", book({"Sheet1": rows}), {"service_lines": truth})


@shape
def plans_from_to() -> Shape:
    """Direct and consult minutes in two columns, the plan's days, a total of the year so far beside the minutes."""
    rows = drawn("""
        State ID|Plan|Service Area|Direct Min/Month|Consult Min/Month|Plan Start|Plan End
        83501|IEP|Occupational Therapy|120|15|8/25/2025|8/24/2026
        83502|504|Occupational Therapy|60|0|8/25/2025|8/24/2026
        """)
    days = {"start_date": "2025-08-25", "end_date": "2026-08-24"}
    truth = [
        line("83501", "OT", 120, "month", **days),
        line("83501", "OT", 15, "month", **days) | {"kind": "indirect"},
        line("83502", "OT", 60, "month", **days) | {"plan_type": "504"},
    ]
    return Shape("plans_from_to", "plans.csv", text(rows), {"service_lines": truth})


@shape
def year_so_far() -> Shape:
    """Sessions, period and minutes beside the minutes that were due so far: those are no line's amount."""
    rows = drawn("""
        Service ID|Student ID|Service|Model|Sessions|Period|Minutes|Minutes Required YTD|Minutes Delivered YTD
        SV-900|83601|Occupational Therapy|Direct - Individual|2|Week|30|600|540
        SV-901|83602|Occupational Therapy|Teletherapy - Individual|2|Month|30|600|541
        """)
    told = {**times(2, 30), "grouping": "individual"}
    truth = [
        line("83601", "OT", 60, "week", line_id="SV-900", stated_delivered_minutes=540, **told),
        line("83602", "OT", 60, "month", line_id="SV-901", stated_delivered_minutes=541, setting="tele", **told),
    ]
    return Shape("year_so_far", "lines.csv", text(rows), {"service_lines": truth})


@shape
def a_product_in_brackets() -> Shape:
    """A weekly amount with its sessions in brackets behind it."""
    rows = drawn("""
        Student ID|Service|Frequency/Duration
        83701|OT|40 min. per week (2 x 20)
        """)
    truth = [line("83701", "OT", 40, "week", **times(2, 20))]
    return Shape("a_product_in_brackets", "lines.csv", text(rows), {"service_lines": truth})


@shape
def events_of_a_web_calendar() -> Shape:
    """A web calendar's export: subject, days and times, whole days."""
    rows = drawn("""
        Subject|Start Date|Start Time|End Date|End Time|All Day Event
        No School - Labor Day|09/01/2025||09/01/2025||True
        Thanksgiving Break - No School|11/26/2025||11/28/2025||True
        Early Release|10/10/2025||10/10/2025||True
        """)
    closed = ("2025-09-01", "2025-11-26", "2025-11-27", "2025-11-28")
    truth: list[Row] = [{"day": day, "is_instructional": False, "day_type": "holiday"} for day in closed]
    truth.append({"day": "2025-10-10", "is_instructional": True, "day_type": "half"})
    return Shape("events_of_a_web_calendar", "calendar.csv", text(rows), {"calendar_days": truth})


@shape
def claim_lines() -> Shape:
    """Claims: who received it, a procedure whose modifier says the discipline, units, who rendered it; the NPI is the
    agency's, and nobody's own."""
    rows = drawn("""
        Recipient|DOS|Procedure|Units|Rendering Provider|NPI
        Abt, Ana|09/16/2025|97530 GO - Therapeutic activities, individual, 15 min|2|Perpetua Oyelaran|1999999984
        Bly, Bo|09/17/2025|92507 GN - Speech treatment, individual|1|Alasdair Finch|1999999984
        """)
    alone = {"grouping": "individual"}
    truth = [
        given("Abt, Ana", "2025-09-16", 30, "OT", provider="Oyelaran, Perpetua", **alone),
        given("Bly, Bo", "2025-09-17", 15, "SLP", provider="Finch, Alasdair", **alone),
    ]
    return Shape("claim_lines", "claims.csv", text(rows, ";"), {"sessions": truth})


@shape
def trials_and_percent() -> Shape:
    """Probes by trials: how many, and the percent of them, of an objective told by its words."""
    rows = drawn("""
        Student ID|Objective|Date|Trials Correct|Trials Total|% Correct
        83801|Cut on line|9/5/2025|3|5|60
        83801|Cut on line|9/12/2025|4|5|80
        """)
    goals: list[Row] = [{"student_id": "83801", "goal_text": "Cut on line", "trials": 5}]
    marks: list[Row] = [{"student_id": "83801", "measured_on": day, "value": value, "trials": 5}
             for day, value in (("2025-09-05", 60), ("2025-09-12", 80))]  # fmt: skip
    return Shape("trials_and_percent", "probes.csv", text(rows), {"goals": goals, "measurements": marks})
