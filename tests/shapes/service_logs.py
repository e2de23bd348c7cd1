"""Service logs as billing and IEP systems export them: one row a session."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def medicaid_log() -> Shape:
    """Three durations, of which the total counts; Setting means individual or group, Delivery how it was given."""
    rows = drawn("""
        Log ID|Document ID|Student ID|Service Date|Service|Start Time|End Time|Duration Mins|Time Away Mins|Total Time Mins|Setting|Delivery|Goal/Objective|Progress|Session Notes|Provider Type|Provider Name|Provider Title
        9001|D-11|0012001|09/08/2025|Occupational Therapy|09:00 AM|09:30 AM|30|0|30|Individual|In Person|Goal 1|Progressing|went well|OT|Castro, Mia|OTR/L
        9002|D-11|0012001|09/10/2025|Occupational Therapy|01:15 PM|02:00 PM|45|10|35|Individual|In Person|Goal 1|Progressing|fire drill|OT|Castro, Mia|OTR/L
        9003|D-12|0012002|09/10/2025|Occupational Therapy|10:00 AM|10:30 AM|30|0|30|Group|Remote|Goal 2|Maintained||COTA|Dow, Ned|COTA/L
        """)  # noqa: E501
    mia = {"provider": "Castro, Mia", "grouping": "individual"}
    truth = [
        given("0012001", "2025-09-08", 30, session_id="9001", start_time="09:00", end_time="09:30", **mia),
        given("0012001", "2025-09-10", 35, session_id="9002", start_time="13:15", end_time="14:00", **mia),
        given("0012002", "2025-09-10", 30, session_id="9003", start_time="10:00", end_time="10:30",
              provider="Dow, Ned", grouping="group", setting="tele"),
    ]  # fmt: skip
    return Shape("medicaid_log", "ServiceLog.csv", text(rows), {"sessions": truth})


@shape
def state_form() -> Shape:
    """A state's form typed into a workbook: the student above the grid, codes for what became of each day."""
    rows = [
        ["Occupational Therapy Service Log"],
        ["Student Name:", "Garland, Tess", "", "DOB:", "4/2/2016"],
        ["Therapist:", "Ruiz, Paz OTR/L", "", "School:", "Elm Street Elementary"],
        ["Diagnosis:", "F82", "", "", ""],
        [],
        ["Date", "Start Time", "End Time", "Treatment Key", "Service Type", "Progress Indicator Key",
         "Description of Service"],
        ["9/3/2025", "9:00 AM", "9:30 AM", "A, B", "D", "2", "Scissor skills"],
        ["9/10/2025", "9:00 AM", "9:30 AM", "", "SA", "", ""],
        ["9/17/2025", "9:00 AM", "9:30 AM", "", "PNA", "", "Training"],
        ["9/19/2025", "1:00 PM", "1:30 PM", "A", "DM", "2", "Made up"],
        ["9/24/2025", "9:00 AM", "9:45 AM", "C", "D", "3", "Keyboarding"],
    ]  # fmt: skip
    same = {"provider": "Ruiz, Paz", "school": "Elm Street Elementary"}
    tess = "Garland, Tess"
    morning = {"start_time": "09:00", "end_time": "09:30", **same}
    truth = [
        given(tess, "2025-09-03", 30, **morning),
        missed(tess, "2025-09-10", "student_absent", **morning),
        missed(tess, "2025-09-17", "provider_absent", **morning),
        given(tess, "2025-09-19", 30, start_time="13:00", end_time="13:30", **same) | {"status": "make_up"},
        given(tess, "2025-09-24", 45, start_time="09:00", end_time="09:45", **same),
    ]
    return Shape("state_form", "Garland log.xlsx", book({"Sept": rows}), {"sessions": truth})


@shape
def tracker_sessions() -> Shape:
    """The plain template of an open tracker; a missed row still carries its planned minutes."""
    rows = [
        ["# Sessions template"],
        ["# status: completed, student_absent, provider_absent, cancelled"],
        *drawn("""
        student_external_id|student_first_name|student_last_name|service_type|session_date|duration_minutes|status|is_makeup|start_time|end_time|notes
        S-0101|Lena|Brandt|occupational_therapy|2025-09-09|60|completed|false|09:00|10:00|
        S-0101|Lena|Brandt|occupational_therapy|2025-09-16|60|student_absent|false|09:00|10:00|flu
        S-0102|Omar|Haddad|speech_language|2025-09-09|120|provider_absent|false|||
        S-0101|Lena|Brandt|occupational_therapy|2025-09-18|60|completed|true|13:00|14:00|
        """),
    ]  # fmt: skip
    lena = {"student": "Brandt, Lena"}
    truth = [
        given("S-0101", "2025-09-09", 60, **lena, start_time="09:00", end_time="10:00"),
        missed("S-0101", "2025-09-16", "student_absent", **lena, minutes=60, start_time="09:00", end_time="10:00"),
        missed("S-0102", "2025-09-09", "provider_absent", "SLP", student="Haddad, Omar", minutes=120),
        given("S-0101", "2025-09-18", 60, **lena, start_time="13:00", end_time="14:00") | {"status": "make_up"},
    ]
    return Shape("tracker_sessions", "sessions.csv", text(rows), {"sessions": truth})


@shape
def dc_delivered() -> Shape:
    """Washington's delivered services: missed and make-up logs are rows of their own kind."""
    rows = drawn("""
        Provider Name|USI|Last Name|First Name|Date of Birth|Gender|Grade|Prescribed Service|Service Date|Service Log Type|Reason Not Delivered|Duration (Minutes)|Group Size|Service Location
        Castellan, Irene|0048213301|Whitfield|Marcus|03/14/2015|M|05|Occupational Therapy|09/15/2025|Service Provided||30|1|Therapy Room
        Castellan, Irene|0048213301|Whitfield|Marcus|03/14/2015|M|05|Occupational Therapy|09/22/2025|Missed Session|Student Absent|0||
        Castellan, Irene|0048213301|Whitfield|Marcus|03/14/2015|M|05|Occupational Therapy|09/29/2025|Make-up Session||30|1|Therapy Room
        Castellan, Irene|0048213302|Diallo|Joy|11/02/2013|F|06|Occupational Therapy|09/15/2025|Service Provided||30|3|General Education Classroom
        """)  # noqa: E501
    irene = {"provider": "Castellan, Irene"}
    marcus = {"student": "Whitfield, Marcus", **irene}
    alone = {"setting": "pull_out", "group_size": 1, "grouping": "individual"}
    truth = [
        given("0048213301", "2025-09-15", 30, **marcus, **alone),
        missed("0048213301", "2025-09-22", "student_absent", **marcus, minutes=0),
        given("0048213301", "2025-09-29", 30, **marcus, **alone) | {"status": "make_up"},
        given("0048213302", "2025-09-15", 30, student="Diallo, Joy", **irene, setting="push_in", group_size=3,
              grouping="group"),
    ]  # fmt: skip
    return Shape("dc_delivered", "RSMR Delivered.csv", text(rows), {"sessions": truth})


@shape
def attendance_words() -> Shape:
    """A log whose status column holds every wording of who was missing."""
    rows = drawn("""
        Student ID|Service|Date of Service|Minutes|Attendance Status|Provider
        21001|OT|10/06/2025|30|Present|Shaw, Liv
        21001|OT|10/08/2025|30|Excused Absence|Shaw, Liv
        21001|OT|10/13/2025|30|School Holiday|Shaw, Liv
        21001|OT|10/15/2025|30|Non-Participatory|Shaw, Liv
        21002|OT|10/06/2025|30|Unexcused Absence|Shaw, Liv
        21002|OT|10/08/2025|30|Provider Absence|Shaw, Liv
        21002|OT|10/15/2025|30|Refused|Shaw, Liv
        21002|OT|10/20/2025|30|Did Not Attend|Shaw, Liv
        21003|OT|10/06/2025|25|Service Provided|Shaw, Liv
        21003|OT|10/08/2025|30|Assembly|Shaw, Liv
        21003|OT|10/15/2025|30|Testing|Shaw, Liv
        21003|OT|10/20/2025|30|Completed|Shaw, Liv
        """)
    liv = {"provider": "Shaw, Liv"}
    why = {**liv, "minutes": 30}
    truth = [
        given("21001", "2025-10-06", 30, **liv),
        missed("21001", "2025-10-08", "student_absent", **why),
        missed("21001", "2025-10-13", "holiday", **why),
        missed("21001", "2025-10-15", "student_refused", **why),
        missed("21002", "2025-10-06", "student_unexcused", **why),
        missed("21002", "2025-10-08", "provider_absent", **why),
        missed("21002", "2025-10-15", "student_refused", **why),
        missed("21002", "2025-10-20", "student_absent", **why),
        given("21003", "2025-10-06", 25, **liv),
        missed("21003", "2025-10-08", "school_event", **why),
        missed("21003", "2025-10-15", "state_testing", **why),
        given("21003", "2025-10-20", 30, **liv),
    ]
    return Shape("attendance_words", "fidelity.csv", text(rows), {"sessions": truth})


@shape
def campus_service_log() -> Shape:
    """A student system's log: UTF-16 with tabs, minutes served, the provider's position names no service."""
    rows = drawn("""
        Last Name|First Name|Middle Initial|Person ID|Plan|Service|Date|Provider|Position|Minutes Served
        Sørensen|Åse|M|400210|IEP 08/25/2025|OT|09/09/2025|Voss, Ida|Occupational Therapist|20
        Sørensen|Åse|M|400210|IEP 08/25/2025|OT|09/11/2025|Voss, Ida|Occupational Therapist|20
        Ito|Ken||400211|IEP 08/25/2025|OT|09/11/2025|Voss, Ida|Occupational Therapist|30
        """)
    ida = {"provider": "Voss, Ida"}
    truth = [
        given("400210", "2025-09-09", 20, student="Sørensen, Åse", **ida),
        given("400210", "2025-09-11", 20, student="Sørensen, Åse", **ida),
        given("400211", "2025-09-11", 30, student="Ito, Ken", **ida),
    ]
    return Shape("campus_service_log", "ServiceLog.txt", text(rows, "\t", "utf-16"), {"sessions": truth})


@shape
def absent_ticks() -> Shape:
    """No status but two ticks; an unticked row is delivered, a nought beside a tick is nothing."""
    rows = drawn("""
        Student|Stu ID|Service|Service Date|Time In|Time Out|Units|Duration|Student Absent|Provider Absent|Service Provider
        Mora, Sal|73001|Occupational Therapy|09/03/2025|8:30 AM|9:00 AM|2|30|N|N|Teller, Ann
        Mora, Sal|73001|Occupational Therapy|09/10/2025|||0|0|Y|N|Teller, Ann
        Ness, Amy|73002|Occupational Therapy|09/03/2025|9:00 AM|9:25 AM|2|25|N|N|Teller, Ann
        Ness, Amy|73002|Occupational Therapy|09/10/2025|||0|0|N|Y|Teller, Ann
        """)
    ann = {"provider": "Teller, Ann"}
    sal, amy = {"student": "Mora, Sal", **ann}, {"student": "Ness, Amy", **ann}
    truth = [
        given("73001", "2025-09-03", 30, **sal, start_time="08:30", end_time="09:00"),
        missed("73001", "2025-09-10", "student_absent", **sal, minutes=0),
        given("73002", "2025-09-03", 25, **amy, start_time="09:00", end_time="09:25"),
        missed("73002", "2025-09-10", "provider_absent", **amy, minutes=0),
    ]
    return Shape("absent_ticks", "caseload services.csv", text(rows), {"sessions": truth})


@shape
def colliding_codes() -> Shape:
    """P, A, M and C mean something else in every district: each is asked, its rows wait; minutes alone go in."""
    rows = drawn("""
        Student ID|Service|Session Date|Minutes|Code
        31001|OT|11/03/2025|30|P
        31001|OT|11/05/2025|30|A
        31001|OT|11/10/2025|30|M
        31002|OT|11/03/2025|30|C
        31002|OT|11/05/2025|30|SA
        31002|OT|11/10/2025|30|QZ
        """)
    truth = [missed("31002", "2025-11-05", "student_absent", minutes=30)]
    return Shape(
        "colliding_codes", "log.csv", text(rows), {"sessions": truth},
        {"sessions": {"waiting": [2, 3, 4, 5, 7]}}, ("P", "A", "M", "C", "QZ"),
    )  # fmt: skip
