"""IEP lines as states' systems and caseload sheets write them."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, line, shape, text, times

START, END = "2025-08-25", "2026-06-05"
DATES = {"start_date": START, "end_date": END}


@shape
def sessions_per_period() -> Shape:
    """Amount of time, number of sessions and the reporting period apart; the location says the class."""
    rows = drawn("""
        Student Name|Student ID|Type of Service|Amount of Time per Session|Number of Sessions|Reporting Period|Location|Begin Date|End Date
        Acker, Bo|82001|Occupational Therapy|30|2|Per Week|Special Education|08/25/2025|06/05/2026
        Acker, Bo|82001|Speech/Language|20|4|Per Month|General Education|08/25/2025|06/05/2026
        Blum, Cy|82002|Occupational Therapy|30|9|Per Reporting Period|General Education|08/25/2025|06/05/2026
        """)  # noqa: E501
    bo = {"student": "Acker, Bo", **DATES}
    truth = [
        line("82001", "OT", 60, "week", **bo, **times(2, 30), setting="pull_out"),
        line("82001", "SLP", 80, "month", **bo, **times(4, 20), setting="push_in"),
        line("82002", "OT", 270, "quarter", student="Blum, Cy", **DATES, **times(9, 30), setting="push_in"),
    ]
    return Shape("sessions_per_period", "Services.csv", text(rows), {"service_lines": truth})


@shape
def weeks_of_duration() -> Shape:
    """Anticipated duration is how long the service lasts (36 weeks), not how long a session is."""
    rows = drawn("""
        Student ID|ESE Service|Frequency|Initiation Date|Anticipated Duration|Location|Responsible Staff
        83001|Occupational Therapy|30 minutes 1x weekly|08/25/2025|36 weeks|ESE classroom|OT
        83002|Physical Therapy|60 minutes monthly|08/25/2025|1 year|Therapy room|PT
        """)
    told = {"start_date": START}
    truth = [
        line("83001", "OT", 30, "week", **times(1, 30), **told, setting="other"),
        line("83002", "PT", 60, "month", **told, setting="pull_out"),
    ]
    return Shape("weeks_of_duration", "ese services.csv", text(rows), {"service_lines": truth})


@shape
def ranges() -> Shape:
    """Ranges of times and of minutes oblige their least."""
    rows = drawn("""
        UIC|Student|Program/Service|Frequency/Time|Initiation|Ending
        84001|Cobb, Di|Occupational Therapy Services|1-2 times per week, 15-30 minutes per session|8/25/2025|6/5/2026
        84002|Dyer, El|Speech and Language Services|2-4 times per month, 20 to 30 minutes per session|8/25/2025|6/5/2026
        84003|Eads, Flo|School Social Work Services|2 to 3 sessions a month for 20-30 min each|8/25/2025|6/5/2026
        """)
    truth = [
        line("84001", "OT", 15, "week", student="Cobb, Di", **times(1, 15), **DATES),
        line("84002", "SLP", 40, "month", student="Dyer, El", **times(2, 20), **DATES),
        line("84003", "SOCIAL_WORK", 40, "month", student="Eads, Flo", **times(2, 20), **DATES),
    ]
    return Shape("ranges", "programs.csv", text(rows), {"service_lines": truth})


@shape
def minutes_a_week_by_class() -> Shape:
    """MPW in general and in special education: two lines a row, or one."""
    rows = drawn("""
        SIS ID|Last|First|Service|Gen Ed MPW|Sp Ed MPW|Start|End
        85001|Fay|Gus|Speech|30|30|8/25/2025|6/5/2026
        85002|Gore|Hal|OT|0|60|8/25/2025|6/5/2026
        85003|Hood|Ira|OT|15||8/25/2025|6/5/2026
        """)
    truth = [
        line("85001", "SLP", 30, "week", student="Fay, Gus", setting="push_in", **DATES),
        line("85001", "SLP", 30, "week", student="Fay, Gus", setting="pull_out", **DATES),
        line("85002", "OT", 60, "week", student="Gore, Hal", setting="pull_out", **DATES),
        line("85003", "OT", 15, "week", student="Hood, Ira", setting="push_in", **DATES),
    ]
    return Shape("minutes_a_week_by_class", "mpw.csv", text(rows), {"service_lines": truth})


@shape
def due_dates() -> Shape:
    """A caseload with review dates: none of them is the start or the end of a line; age and room are no amounts."""
    rows = drawn("""
        Student|ID|Gr|Age|Room|Next Annual Review|Triennial Due|Svc|Minutes Per Week|Case Manager
        Inman, Jo|86001|2|7|14|10/15/2025|03/01/2027|OT|60|Kerr, Lu
        Joyce, Ki|86002|K|5|3|11/20/2025|09/09/2028|OT|30|Kerr, Lu
        """)
    truth = [line("86001", "OT", 60, "week", student="Inman, Jo"), line("86002", "OT", 30, "week", student="Joyce, Ki")]
    return Shape("due_dates", "caseload.csv", text(rows), {"service_lines": truth}, asked=("Case Manager",))


@shape
def week_and_month() -> Shape:
    """The same amount by week and by month: two cycles in a row are a question, never two lines."""
    rows = drawn("""
        Student ID|Service|Min/Wk|Min/Mo|Start Date
        87001|OT|30|120|8/25/2025
        87002|OT|60|240|8/25/2025
        """)
    return Shape("week_and_month", "ot.csv", text(rows), {}, {"service_lines": {"waiting": [2, 3]}})


@shape
def times_a_period() -> Shape:
    """Minutes beside 2/wk and 1/mo; a percentage of the day in general education is no amount."""
    rows = drawn("""
        Student #|Student Name|Svc|Mins|Times|% in Gen Ed|Beg Dt|End Dt
        88001|King, Leo|OT|30|2/wk|80|8/25/2025|6/5/2026
        88002|Lamb, Mia|OT|45|1/mo|95|8/25/2025|6/5/2026
        88003|Mack, Ned|PT|20|3x/week|60|8/25/2025|6/5/2026
        """)
    truth = [
        line("88001", "OT", 60, "week", student="King, Leo", **times(2, 30), **DATES),
        line("88002", "OT", 45, "month", student="Lamb, Mia", **times(1, 45), **DATES),
        line("88003", "PT", 60, "week", student="Mack, Ned", **times(3, 20), **DATES),
    ]
    return Shape("times_a_period", "list.csv", text(rows), {"service_lines": truth})


@shape
def totals_to_date() -> Shape:
    """Another system's totals: what was promised and given in the year; percent and balance are nobody's field."""
    rows = drawn("""
        Student ID|Service|IEP Frequency|Yearly Minutes|Minutes Provided YTD|% Delivered|Balance|As Of
        89001|OT|60 min weekly|2160|480|22%|1680|10/31/2025
        89002|PT|120 min monthly|1080|90|8%|990|10/31/2025
        """)
    stated = {"stated_as_of": "2025-10-31"}
    truth = [
        line("89001", "OT", 60, "week", stated_year_minutes=2160, stated_delivered_minutes=480, **stated),
        line("89002", "PT", 120, "month", stated_year_minutes=1080, stated_delivered_minutes=90, **stated),
    ]
    return Shape("totals_to_date", "fidelity.csv", text(rows), {"service_lines": truth})


@shape
def services_merged() -> Shape:
    """Services merged over their frequency and minutes: as many lines as filled pairs."""
    rows = [
        [Merged("Student", 2), "", Merged("OT", 2), "", Merged("PT", 2), "", Merged("Speech", 2), ""],
        ["ID", "Name", "Freq", "Min", "Freq", "Min", "Freq", "Min"],
        ["90001", "Nash, Ora", "2x/week", 30, "", "", "1x/week", 30],
        ["90002", "Odom, Pat", "", "", "1x/month", 45, "", ""],
    ]
    ora = {"student": "Nash, Ora"}
    truth = [
        line("90001", "OT", 60, "week", **ora, **times(2, 30)),
        line("90001", "SLP", 30, "week", **ora, **times(1, 30)),
        line("90002", "PT", 45, "month", student="Odom, Pat", **times(1, 45)),
    ]
    return Shape("services_merged", "services.xlsx", book({"IEP": rows}), {"service_lines": truth})


@shape
def provider_titles() -> Shape:
    """Ohio's wording: the provider's title, the begin and the end, amount and frequency in words."""
    rows = drawn("""
        SSID|Student|Related Service|Provider Title|Location of Services|Begin|End|Amount of Time|Frequency
        OH900001|Park, Quin|Occupational Therapy|Occupational Therapist|Therapy Room|8/25/2025|6/5/2026|30 minutes|1 time(s) per week
        OH900002|Quick, Roz|Speech-Language Pathology|Speech-Language Pathologist|Classroom|8/25/2025|6/5/2026|40 minutes|2 time(s) per month
        """)  # noqa: E501
    truth = [
        line("OH900001", "OT", 30, "week", student="Park, Quin", **times(1, 30), **DATES, setting="pull_out"),
        line("OH900002", "SLP", 80, "month", student="Quick, Roz", **times(2, 40), **DATES, setting="push_in"),
    ]
    return Shape("provider_titles", "section 7.csv", text(rows), {"service_lines": truth})


@shape
def schedule_of_services() -> Shape:
    """Texas: a schedule of services in a workbook with real dates, individual or group, direct or indirect."""
    first, last = date(2025, 8, 25), date(2026, 6, 5)
    rows = [
        ["Schedule of Services - Related Services", "", "", "", "", "", "", "", "", ""],
        ["Student ID", "Student Last Name", "Student First Name", "Related Service", "Direct/Indirect", "Ind/Grp",
         "Min/Session", "# Sessions", "Per", "Start", "Stop"],
        ["TX1001", "Reed", "Sam", "OT", "Direct", "Ind", 30, 6, "Grading Period", first, last],
        ["TX1001", "Reed", "Sam", "OT", "Indirect", "", 15, 1, "Month", first, last],
        ["TX1002", "Shaw", "Tia", "Speech", "Direct", "Grp", 30, 2, "Week", first, last],
    ]  # fmt: skip
    sam = {"student": "Reed, Sam"}
    truth = [
        line("TX1001", "OT", 180, "quarter", **sam, **times(6, 30), **DATES, grouping="individual"),
        line("TX1001", "OT", 15, "month", **sam, **times(1, 15), **DATES) | {"kind": "indirect"},
        line("TX1002", "SLP", 60, "week", student="Shaw, Tia", **times(2, 30), **DATES, grouping="group"),
    ]
    return Shape("schedule_of_services", "ARD services.xlsx", book({"SOS": rows}), {"service_lines": truth})


@shape
def coded_everything() -> Shape:
    """California codes with their words, and a code of frequency beside minutes."""
    rows = drawn(
        """
        SEIS ID~Student~Service Code~Svc Start~Svc End~Provider Code~Location Code~Frequency Code~Duration (min)
        91001~Thorne, Uma~450 Occupational Therapy~08/25/2025~06/05/2026~100 - District~520 - Resource Room~20 - Weekly~30
        91002~Usher, Val~415 Language and Speech~08/25/2025~06/05/2026~100 - District~510 - Regular classroom~30 - Monthly~120
        """.replace("~", "|")
    )
    truth = [
        line("91001", "OT", 30, "week", student="Thorne, Uma", **DATES, setting="pull_out"),
        line("91002", "SLP", 120, "month", student="Usher, Val", **DATES, setting="push_in"),
    ]
    return Shape("coded_everything", "SERV.txt", text(rows, "|"), {"service_lines": truth})


@shape
def fidelity_totals() -> Shape:
    """Minutes by reason in a report are no flags of absence and no sessions: only the totals are some field's."""
    rows = drawn("""
        Student ID|Student|Service|Service Start Date|Service End Date|Maximum Allowable Minutes|Minutes Provided|Minutes Not Provided - Student Absence|Minutes Not Provided - Provider Absence|Total Minutes Accounted For|Total Minutes Not Accounted For
        92001|Voss, Wes|OT|08/25/2025|06/05/2026|2160|480|60|30|570|1590
        92002|West, Xan|Speech|08/25/2025|06/05/2026|1080|240|0|30|270|810
        """)  # noqa: E501
    held = {"service_lines": {"rejected": [2, 3]}}
    return Shape("fidelity_totals", "service fidelity.csv", text(rows), {}, held)


@shape
def a_kind_among_services() -> Shape:
    """Consultation under the type of service: the personnel say of which service it is."""
    rows = drawn("""
        LASID|Last Name|First Name|Type of Service|Type of Personnel|Frequency and Duration/Per Cycle|Start Date|End Date
        5101|Abel|Ida|OT|OT/COTA|1 x 30 min / 5 day cycle|9/3/2025|6/18/2026
        5102|Bolt|Gus|OT|OTR|2 x 20 / 6 day cycle|9/3/2025|6/18/2026
        5103|Cane|Lou|Consultation|OTR|1 x 15 / month|9/3/2025|6/18/2026
        """)
    dates = {"start_date": "2025-09-03", "end_date": "2026-06-18"}
    truth = [
        line("5101", "OT", 30, "rotation:5", student="Abel, Ida", **times(1, 30), **dates),
        line("5102", "OT", 40, "rotation:6", student="Bolt, Gus", **times(2, 20), **dates),
        line("5103", "OT", 15, "month", student="Cane, Lou", **times(1, 15), **{**dates, "kind": "indirect"}),
    ]
    return Shape("a_kind_among_services", "grid.csv", text(rows), {"service_lines": truth})


@shape
def how_often_for_both_kinds() -> Shape:
    """One frequency a service beside direct and consult minutes of it; so many sessions a week, cut short."""
    rows = drawn("""
        Student ID|Start|End|OT Direct Min|OT Consult Min|OT Freq|PT Direct Min|PT Freq
        5201|8/25/2025|6/5/2026|60|15|month|30|week
        5202|9/10/2025|6/5/2026|120||month||
        """)
    dates = {"start_date": "2025-08-25", "end_date": "2026-06-05"}
    truth = [
        line("5201", "OT", 60, "month", **dates),
        line("5201", "OT", 15, "month", **{**dates, "kind": "indirect"}),
        line("5201", "PT", 30, "week", **dates),
        line("5202", "OT", 120, "month", **{**dates, "start_date": "2025-09-10"}),
    ]
    return Shape("how_often_for_both_kinds", "services.csv", text(rows), {"service_lines": truth})


@shape
def sessions_a_week_beside_weeks_a_year() -> Shape:
    """30 minutes, 2 a week, 36 weeks: the total of the year is another system's, to compare with."""
    rows = drawn("""
        Student_ID|Service_Type|Start|End|Min_Per_Session|Sess_Per_Week|Weeks_Per_Year|Total_Annual
        5301|OT|2025-08-25|2026-06-05|30|2|36|2160
        5302|PT|2025-08-25|2026-06-05|30|1|36|1080
        """)
    dates = {"start_date": "2025-08-25", "end_date": "2026-06-05"}
    truth = [
        line("5301", "OT", 60, "week", **times(2, 30), **dates, stated_year_minutes=2160),
        line("5302", "PT", 30, "week", **times(1, 30), **dates, stated_year_minutes=1080),
    ]
    return Shape("sessions_a_week_beside_weeks_a_year", "out.csv", text(rows), {"service_lines": truth})
