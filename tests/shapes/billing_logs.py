"""Logs as billing systems, agencies and encounter systems write them."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def encounter_attendance() -> Shape:
    """A city's encounter records: absences and cancellations are session types; a record is certified, not delivered."""
    rows = drawn("""
        Student ID (OSIS)|Student Last Name|Student First Name|Date of Service|Session Type|Service Type|Language|Actual Group Size|Start Time|End Time|Duration|Provider Name (Last, First)|Service Location|Certified
        240101001|Abara|Chi|09/08/2025|Service Provided|Occupational Therapy|English|1|9:00 AM|9:30 AM|30|Vega, Lou|Therapy Room|Y
        240101001|Abara|Chi|09/10/2025|Student Absent|Occupational Therapy|English||9:00 AM|9:30 AM||Vega, Lou||Y
        240101002|Benn|Ty|09/08/2025|Provider Absent|Occupational Therapy|English||10:00 AM|10:30 AM||Vega, Lou||Y
        240101002|Benn|Ty|09/10/2025|Cancelled|Occupational Therapy|English||10:00 AM|10:30 AM||Vega, Lou||Y
        240101002|Benn|Ty|09/12/2025|Makeup|Occupational Therapy|English|3|1:00 PM|1:30 PM|30|Vega, Lou|Classroom|N
        """)  # noqa: E501
    chi, ty = {"student": "Abara, Chi", "provider": "Vega, Lou"}, {"student": "Benn, Ty", "provider": "Vega, Lou"}
    early, late = {"start_time": "09:00", "end_time": "09:30"}, {"start_time": "10:00", "end_time": "10:30"}
    truth = [
        given("240101001", "2025-09-08", 30, **chi, **early, group_size=1, grouping="individual", setting="pull_out"),
        missed("240101001", "2025-09-10", "student_absent", **chi, **early),
        missed("240101002", "2025-09-08", "provider_absent", **ty, **late),
        missed("240101002", "2025-09-10", None, **ty, **late),
        given("240101002", "2025-09-12", 30, **ty, start_time="13:00", end_time="13:30", group_size=3, grouping="group",
              setting="push_in") | {"status": "make_up"},
    ]  # fmt: skip
    return Shape("encounter_attendance", "Encounter Records.csv", text(rows), {"sessions": truth})


@shape
def attendance_upload() -> Shape:
    """A county's upload: words run together, 24-hour times, units beside them, the day that a make-up is for."""
    rows = drawn("""
        AttendanceID|AttendanceGroupID|NumberOfChildrenInGroup|ChildID|TherapistID|CountyNumber|ServiceType|ServiceDate|StartTime|EndTime|CPTCodeList|ServiceSetting|MakeUpForDate|UnitsToBill|AttendanceType
        A1||1|C700|T9|53|OT|2025-10-06|09:00:00|09:30:00|97530|Home||2|PRESENT
        A2|G5|3|C701|T9|53|OT|2025-10-06|10:00:00|10:30:00|97150|Therapy Room||2|PRESENT
        A3||1|C700|T9|53|OT|2025-10-08|09:00:00|09:30:00||Home||0|ABSENT
        A4||1|C700|T9|53|OT|2025-10-10|13:00:00|13:30:00|97530|Teletherapy|2025-10-08|2|PRESENT
        """)
    alone = {"provider_id": "T9", "group_size": 1, "grouping": "individual"}
    morning = {"start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("C700", "2025-10-06", 30, session_id="A1", **alone, **morning, setting="home"),
        given("C701", "2025-10-06", 30, session_id="A2", provider_id="T9", group_id="G5", group_size=3, grouping="group",
              start_time="10:00", end_time="10:30", setting="pull_out"),
        missed("C700", "2025-10-08", "student_absent", session_id="A3", **alone, **morning, setting="home"),
        given("C700", "2025-10-10", 30, session_id="A4", **alone, start_time="13:00", end_time="13:30", setting="tele",
              makes_up_date="2025-10-08") | {"status": "make_up"},
    ]  # fmt: skip
    return Shape("attendance_upload", "attendance.csv", text(rows), {"sessions": truth})


@shape
def agency_invoice() -> Shape:
    """A contractor's invoice: hours are the time, rate and amount are dollars, the therapist stands above."""
    rows = [
        ["Bright Path Therapy LLC", "", "", "", "", "", ""],
        ["Invoice #:", "1043", "", "Invoice Date:", "10/1/2025", "", ""],
        ["Therapist:", "Osei, Ama OTR/L", "", "Billing Period:", "9/1/2025 - 9/30/2025", "", ""],
        [],
        ["Date", "Student", "School", "Service", "Hours", "Rate", "Amount"],
        ["9/8/2025", "Ruhl, Pia", "Elm Elementary", "OT - Direct", 0.5, "$85.00", "$42.50"],
        ["9/8/2025", "Sato, Rin", "Elm Elementary", "OT - Direct", 0.75, "$85.00", "$63.75"],
        ["9/15/2025", "Ruhl, Pia", "Elm Elementary", "OT - Consult", 0.25, "$85.00", "$21.25"],
        ["", "", "", "Total", 1.5, "", "$127.50"],
        ["Please remit payment within 30 days."],
    ]
    same = {"provider": "Osei, Ama", "school": "Elm Elementary"}
    truth = [
        given("Ruhl, Pia", "2025-09-08", 30, **same, kind="direct"),
        given("Sato, Rin", "2025-09-08", 45, **same, kind="direct"),
        given("Ruhl, Pia", "2025-09-15", 15, **same, kind="indirect"),
    ]
    return Shape("agency_invoice", "Invoice 1043.xlsx", book({"Invoice": rows}), {"sessions": truth})


@shape
def claims() -> Shape:
    """Claims: codes, modifiers and units beside the minutes; paid or denied says nothing of the session."""
    rows = drawn("""
        Client ID|Client Name|Svc Date|CPT Code|Mod|Units|Minutes|Rendering Provider|Supervising Provider|POS|Claim Status
        55001|Tran, Leo|09/08/2025|97530|GO|2|30|Diaz, Eva|Ito, Ken|03|Paid
        55001|Tran, Leo|09/15/2025|97530|GO|2|32|Diaz, Eva|Ito, Ken|03|Denied
        55002|Umar, Zed|09/15/2025|97150|GO|1|20|Diaz, Eva|Ito, Ken|03|Pending
        """)
    leo, zed = {"student": "Tran, Leo", "provider": "Diaz, Eva"}, {"student": "Umar, Zed", "provider": "Diaz, Eva"}
    truth = [
        given("55001", "2025-09-08", 30, **leo),
        given("55001", "2025-09-15", 32, **leo),
        given("55002", "2025-09-15", 20, **zed),
    ]
    return Shape("claims", "OT claims Sept.csv", text(rows), {"sessions": truth})


@shape
def signed_logs() -> Shape:
    """A therapist and a supervisor, who doesn't treat; attendance in words; who signed, and when it was entered."""
    rows = drawn("""
        Student Name|Student Id|DOB|Session Date|Service|Start|End|Duration(min)|Attendance Type|Setting Type|# in Group|Provider|Supervisor|Signed?|Entered On
        Vance, Ivy|61001|3/2/2016|9/9/2025|Speech Therapy|8:15 AM|8:45 AM|30|Attended|Group|3|Wu, Ann|Zorn, Bea|Yes|9/9/2025
        Vance, Ivy|61001|3/2/2016|9/16/2025|Speech Therapy|8:15 AM|8:45 AM|30|Provider Unavailable|Group|3|Wu, Ann|Zorn, Bea|Yes|9/17/2025
        Wray, Ned|61002|4/5/2017|9/9/2025|Speech Therapy|9:00 AM|9:20 AM|20|Attended|Individual|1|Wu, Ann|Zorn, Bea|No|9/12/2025
        Wray, Ned|61002|4/5/2017|9/16/2025|Speech Therapy|9:00 AM|9:20 AM|20|School Closed|Individual|1|Wu, Ann|Zorn, Bea|Yes|9/17/2025
        """)  # noqa: E501
    ivy = {"student": "Vance, Ivy", "provider": "Wu, Ann", "grouping": "group", "group_size": 3,
           "start_time": "08:15", "end_time": "08:45"}  # fmt: skip
    ned = {"student": "Wray, Ned", "provider": "Wu, Ann", "grouping": "individual", "group_size": 1,
           "start_time": "09:00", "end_time": "09:20"}  # fmt: skip
    truth = [
        given("61001", "2025-09-09", 30, "SLP", **ivy, logged_on="2025-09-09"),
        missed("61001", "2025-09-16", "provider_absent", "SLP", **ivy, minutes=30, logged_on="2025-09-17"),
        given("61002", "2025-09-09", 20, "SLP", **ned, logged_on="2025-09-12"),
        missed("61002", "2025-09-16", "holiday", "SLP", **ned, minutes=20, logged_on="2025-09-17"),
    ]
    return Shape("signed_logs", "session export.csv", text(rows), {"sessions": truth})


@shape
def not_yet_held() -> Shape:
    """Scheduled, rescheduled and open appointments carry minutes: nobody was seen yet; each word is asked."""
    rows = drawn("""
        Student ID|Service|Appt Date|Planned Minutes|Appt Status
        62001|OT|9/8/2025|30|Kept
        62001|OT|9/15/2025|30|Scheduled
        62001|OT|9/22/2025|30|Rescheduled
        62002|OT|9/8/2025|30|No Show
        62002|OT|9/15/2025|30|Cancelled by parent
        62002|OT|9/22/2025|30|Tentative
        """)
    truth = [
        given("62001", "2025-09-08", 30),
        missed("62002", "2025-09-08", "student_absent", minutes=30),
        missed("62002", "2025-09-15", "parent_declined", minutes=30),
    ]
    waiting = {"sessions": {"waiting": [3, 4, 7]}}
    asked = ("Scheduled", "Rescheduled", "Tentative")
    return Shape("not_yet_held", "appointments.csv", text(rows), {"sessions": truth}, waiting, asked)


@shape
def codes_with_a_key() -> Shape:
    """Codes for the day, a key below the data; planned, given and their difference side by side."""
    rows = [
        ["Student ID", "Service", "Date", "Sched Min", "Act Min", "Var", "Status Code"],
        ["63001", "PT", "9/8/2025", "30", "30", "0", "D"],
        ["63001", "PT", "9/15/2025", "30", "0", "-30", "SA"],
        ["63002", "PT", "9/8/2025", "45", "40", "-5", "D"],
        ["63002", "PT", "9/15/2025", "45", "0", "-45", "H"],
        [],
        ["D = Direct service delivered"],
        ["SA = Student absent"],
        ["H = Holiday"],
    ]
    truth = [
        given("63001", "2025-09-08", 30, "PT"),
        missed("63001", "2025-09-15", "student_absent", "PT", minutes=0),
        given("63002", "2025-09-08", 40, "PT"),
        missed("63002", "2025-09-15", "holiday", "PT", minutes=0),
    ]
    return Shape("codes_with_a_key", "pt log.csv", text(rows), {"sessions": truth})


@shape
def stamps() -> Shape:
    """A web service's export: day and time in one stamp, lower-case words, ids."""
    rows = drawn("""
        id|student_id|provider_id|service|start_at|end_at|status|created_at
        901|S-1|P-1|ot|2025-09-08 09:00:00|2025-09-08 09:30:00|completed|2025-09-08 16:02:11
        902|S-2|P-1|ot|2025-09-08 10:00:00|2025-09-08 10:45:00|completed|2025-09-09 08:00:00
        903|S-1|P-1|ot|2025-09-15 09:00:00|2025-09-15 09:30:00|student_absent|2025-09-15 16:00:00
        """)
    one = {"provider_id": "P-1", "start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("S-1", "2025-09-08", 30, session_id="901", **one, logged_on="2025-09-08"),
        given("S-2", "2025-09-08", 45, session_id="902", provider_id="P-1", start_time="10:00", end_time="10:45",
              logged_on="2025-09-09"),
        missed("S-1", "2025-09-15", "student_absent", session_id="903", **one, logged_on="2025-09-15"),
    ]  # fmt: skip
    return Shape("stamps", "events.csv", text(rows), {"sessions": truth})


@shape
def minutes_three_ways() -> Shape:
    """Minutes given, minutes missed and why: a session can be both."""
    rows = drawn("""
        Student ID|Service|Session Date|Scheduled Minutes|Minutes Provided|Minutes Missed|Reason Missed
        64001|OT|10/6/2025|30|30|0|
        64001|OT|10/13/2025|30|0|30|Student absent
        64002|OT|10/6/2025|30|20|10|Fire drill
        64002|OT|10/13/2025|30|0|30|Therapist absent
        """)
    truth = [
        given("64001", "2025-10-06", 30),
        missed("64001", "2025-10-13", "student_absent", minutes=30),
        given("64002", "2025-10-06", 20, reason="school_event") | {"status": "partial"},
        missed("64002", "2025-10-13", "provider_absent", minutes=30),
    ]
    return Shape("minutes_three_ways", "delivery.csv", text(rows), {"sessions": truth})


@shape
def missed_report() -> Shape:
    """A report of missed sessions only: none of its minutes were given."""
    rows = [
        ["Missed Sessions Report - September 2025", "", "", "", "", ""],
        ["Student", "Student #", "Service", "Date Missed", "Minutes Missed", "Reason"],
        ["Yost, Una", "65001", "OT", "9/8/2025", "30", "Student Absent"],
        ["Yost, Una", "65001", "OT", "9/15/2025", "30", "Therapist Absent"],
        ["Zane, Vic", "65002", "PT", "9/9/2025", "45", "Field Trip"],
    ]
    una = {"student": "Yost, Una", "minutes": 30}
    truth = [
        missed("65001", "2025-09-08", "student_absent", **una),
        missed("65001", "2025-09-15", "provider_absent", **una),
        missed("65002", "2025-09-09", "school_event", "PT", student="Zane, Vic", minutes=45),
    ]
    return Shape("missed_report", "missed.csv", text(rows), {"sessions": truth})


@shape
def make_up_log() -> Shape:
    """A log of make-ups: the day missed and the day made up."""
    rows = [
        ["Make-Up Session Log", "", "", "", "", ""],
        ["Student ID", "Service", "Date Missed", "Make-Up Date", "Minutes Made Up", "Therapist"],
        ["66001", "OT", "9/8/2025", "9/18/2025", "30", "Hart, Jo"],
        ["66002", "OT", "9/9/2025", "9/19/2025", "20", "Hart, Jo"],
    ]
    jo = {"provider": "Hart, Jo", "status": "make_up"}
    truth = [
        given("66001", "2025-09-18", 30, makes_up_date="2025-09-08", **jo),
        given("66002", "2025-09-19", 20, makes_up_date="2025-09-09", **jo),
    ]
    return Shape("make_up_log", "make ups.csv", text(rows), {"sessions": truth})


@shape
def procedures_beside_times() -> Shape:
    """Units are billed by the procedure, some once a session however long: the times in 24 hours tell each length."""
    rows = drawn("""
        Visit ID|Child ID|Svc Date|Begin|Finish|CPT Code|Qty|Service
        CL-88101|40551|20251006|0815|0850|97530|2|OT
        CL-88102|40552|20251006|0900|0940|97150|1|OT
        CL-88103|40553|20251007|1245|1305|92507|1|Speech
        CL-88104|40554|20251007|||97110|3|PT
        """)
    truth = [
        given("40551", "2025-10-06", 35, session_id="CL-88101", start_time="08:15", end_time="08:50"),
        given("40552", "2025-10-06", 40, session_id="CL-88102", start_time="09:00", end_time="09:40"),
        given("40553", "2025-10-07", 20, "SLP", session_id="CL-88103", start_time="12:45", end_time="13:05"),
        given("40554", "2025-10-07", 45, "PT", session_id="CL-88104"),
    ]
    return Shape("procedures_beside_times", "claims_oct.tsv", text(rows, "\t"), {"sessions": truth})


@shape
def service_codes_beside_modifiers() -> Shape:
    """The service's own code says how it was given; the modifier behind it says no more than the service."""
    rows = drawn("""
        Case #|Client|Svc Dt|Svc Cd|Dur (min)|Appt Status|Appt Reason|Rendering|NPI|Mod
        C-1001|Yates, Una|100625|OT-IND|30|Kept||Okoye, Rae|1922000111|GO
        C-1001|Yates, Una|100825|OT-IND||Cancelled|Client ill|Okoye, Rae|1922000111|GO
        C-1002|Zeller, Vic|100725|OT-GRP|45|Kept||Okoye, Rae|1922000111|GO
        C-1002|Zeller, Vic|100925|OT-GRP||Cancelled|Therapist ill|Okoye, Rae|1922000111|GO
        """)
    by = {"provider": "Okoye, Rae", "provider_id": "1922000111"}
    una, vic = {"student": "Yates, Una", "grouping": "individual"}, {"student": "Zeller, Vic", "grouping": "group"}
    truth = [
        given("C-1001", "2025-10-06", 30, **una, **by), missed("C-1001", "2025-10-08", "student_absent", **una, **by),
        given("C-1002", "2025-10-07", 45, **vic, **by), missed("C-1002", "2025-10-09", "provider_absent", **vic, **by),
    ]  # fmt: skip
    return Shape("service_codes_beside_modifiers", "appointments.csv", text(rows), {"sessions": truth})
