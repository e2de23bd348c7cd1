"""IEP service lines as the large systems export them."""

from tests.shapes.shape import Merged, Shape, book, drawn, line, shape, text, times

START, END = "2025-08-25", "2026-06-05"


@shape
def seis_deliveries() -> Shape:
    """California's Deliveries: a frequency string, a yearly total, no provider; line breaks in Location."""
    rows = [
        ["Name", "SEIS ID", "Service", "Delivery", "Start Date", "End Date", "Sessions / Frequency", "Location",
         "Total Minutes (min/year)", "Total Delivered", "Medi-Cal Billing Consent"],
        ["Delgado Rios, Ana", "2000001", "450 - Occupational Therapy", "Direct", "08/25/2025", "06/05/2026",
         "45 min Weekly", "Therapy\nRoom", "1620", "315", "Yes"],
        ["Okafor-Lane, Ben", "2000002", "450 - Occupational Therapy", "Direct", "08/25/2025", "06/05/2026",
         "30 min x 2 Times = 60 min Weekly", "Regular classroom", "2160", "0", "No"],
        ["Okafor-Lane, Ben", "2000002", "450 - Occupational Therapy", "Direct", "01/12/2026", "06/05/2026",
         "30 mins served Weekly", "Regular classroom", "1080", "0", "No"],
        ["Tran, Mai", "2000003", "510 - Individual  counseling", "Direct", "08/25/2025", "06/05/2026",
         "300 min Yearly", "Counseling Office", "300", "60", ""],
        ["Abbott, Cy", "2000004", "415 - Language and Speech", "Direct", "08/25/2025", "06/05/2026",
         "90 min x 3 Times = 270 min Yearly", "Speech Room", "270", "90", "Yes"],
        ["Abbott, Cy", "2000004", "330 - Specialized Academic Instruction", "Direct", "08/25/2025", "06/05/2026",
         "60 min x 2 Times = 120 min Daily", "Separate class", "21600", "0", "Yes"],
    ]  # fmt: skip
    dates = {"start_date": START, "end_date": END}
    ben = {"student": "Okafor-Lane, Ben", "setting": "push_in", "end_date": END, "stated_delivered_minutes": 0}
    cy = {"student": "Abbott, Cy", **dates}
    truth = [
        line("2000001", "OT", 45, "week", student="Delgado Rios, Ana", setting="pull_out", **dates,
             stated_year_minutes=1620, stated_delivered_minutes=315),
        line("2000002", "OT", 60, "week", **ben, **times(2, 30), start_date=START, stated_year_minutes=2160),
        line("2000002", "OT", 30, "week", **ben, start_date="2026-01-12", stated_year_minutes=1080),
        line("2000003", "COUNSELING", 300, "year", student="Tran, Mai", **dates, grouping="individual",
             stated_year_minutes=300, stated_delivered_minutes=60),
        line("2000004", "SLP", 270, "year", **cy, **times(3, 90), setting="pull_out",
             stated_year_minutes=270, stated_delivered_minutes=90),
        line("2000004", "SDI", 120, "rotation:1", **cy, **times(2, 60), setting="other",
             stated_year_minutes=21600, stated_delivered_minutes=0),
    ]  # fmt: skip
    return Shape("seis_deliveries", "Deliveries 2025-26.csv", text(rows), {"service_lines": truth},
                 asked=("Counseling Office",))  # fmt: skip


@shape
def dc_prescribed() -> Shape:
    """Washington's prescribed services, the older edition: the name as First Middle Last, amounts in three columns."""
    rows = drawn("""
        Current Assigned Provider|USI|Student Name|Date of Birth|Gender|Grade|Prescribed Service|Service Begin Date|Service End Date|Time|Time Units|Time Frequency|Setting
        Irene Castellan|0048213301|Marcus Lee Whitfield|03/14/2015|M|05|Occupational Therapy|09/02/2025|06/12/2026|2|hr|per month|Outside General Education
        Irene Castellan|0048213302|Joy Amara Diallo|11/02/2013|F|06|Occupational Therapy|09/02/2025|06/12/2026|30|min|per week|Inside General Education
        Paul Renner|0048213303|Theo Van Dyke|07/19/2016|M|KG|Physical Therapy|09/02/2025|06/12/2026|1.5|hr|per month|Outside General Education
        """)  # noqa: E501
    dates = {"start_date": "2025-09-02", "end_date": "2026-06-12"}
    truth = [
        line("0048213301", "OT", 120, "month", student="Whitfield, Marcus Lee", provider="Castellan, Irene",
             setting="pull_out", **dates),
        line("0048213302", "OT", 30, "week", student="Diallo, Joy Amara", provider="Castellan, Irene",
             setting="push_in", **dates),
        line("0048213303", "PT", 90, "month", student="Van Dyke, Theo", provider="Renner, Paul",
             setting="pull_out", **dates),
    ]  # fmt: skip
    return Shape("dc_prescribed", "RSMR Prescribed.csv", text(rows), {"service_lines": truth})


@shape
def la_two_settings() -> Shape:
    """One row with push-in and pull-out minutes is two lines; a blank or a nought makes none."""
    rows = drawn("""
        Student ID|Last Name|First Name|Service|Push-in Min/Wk|Pull-out Min/Wk|Start Date|Therapist
        700101|Barros|Ines|OT|30|30|8/25/2025|Hale, Dana
        700102|Chu|Wei|OT||60|8/25/2025|Hale, Dana
        700103|Dunne|Roy|OT|45|0|8/25/2025|Hale, Dana
        """)
    same = {"provider": "Hale, Dana", "start_date": START}
    truth = [
        line("700101", "OT", 30, "week", student="Barros, Ines", setting="push_in", **same),
        line("700101", "OT", 30, "week", student="Barros, Ines", setting="pull_out", **same),
        line("700102", "OT", 60, "week", student="Chu, Wei", setting="pull_out", **same),
        line("700103", "OT", 45, "week", student="Dunne, Roy", setting="push_in", **same),
    ]
    return Shape("la_two_settings", "Caseload grid.xlsx", book({"OT": rows}), {"service_lines": truth})


@shape
def tracker_mandates() -> Shape:
    """The plain template of an open tracker, with its lines of instructions."""
    rows = [
        ["# Mandates template. Fill one row per mandate."],
        ["# interval_type: weekly, monthly, quarterly, yearly"],
        *drawn("""
        student_external_id|student_first_name|student_last_name|service_type|required_minutes|interval_type|delivery_type|start_date|end_date|notes
        S-0101|Lena|Brandt|occupational_therapy|60|weekly|direct|2025-08-25|2026-06-05|
        S-0102|Omar|Haddad|speech_language|120|monthly|direct|2025-08-25|2026-06-05|with peers
        S-0103|Pia|Nowak|physical_therapy|1080|yearly|consult|2025-08-25|2026-06-05|
        """),
    ]  # fmt: skip
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("S-0101", "OT", 60, "week", student="Brandt, Lena", **dates),
        line("S-0102", "SLP", 120, "month", student="Haddad, Omar", **dates),
        line("S-0103", "PT", 1080, "year", student="Nowak, Pia", **{**dates, "kind": "indirect"}),
    ]
    return Shape("tracker_mandates", "mandates.csv", text(rows), {"service_lines": truth})


@shape
def state_codes() -> Shape:
    """A state's service file: a code and a word beside minutes, ids with noughts, dates as YYYYMMDD, pipes."""
    rows = drawn("""
        Local Student ID|Service Code|Service Frequency|Service Minutes|Service Location|Service Start Date|Service End Date
        0000017|450 Occupational Therapy|20 - Weekly|60|Resource Room|20250825|20260605
        0000018|450 Occupational Therapy|30 - Monthly|90|Regular Classroom|20250825|20260605
        0000019|415 Language and Speech|60 - Yearly|600|Resource Room|20250825|20260605
        """)
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("0000017", "OT", 60, "week", setting="pull_out", **dates),
        line("0000018", "OT", 90, "month", setting="push_in", **dates),
        line("0000019", "SLP", 600, "year", setting="pull_out", **dates),
    ]
    return Shape("state_codes", "services.txt", text(rows, "|"), {"service_lines": truth})


@shape
def bare_codes() -> Shape:
    """A state's numbers without their words: which services they are must be asked."""
    rows = drawn("""
        Local Student ID|Service Code|Service Frequency|Service Minutes|Service Start Date
        0000017|450|Weekly|60|20250825
        0000019|415|Monthly|90|20250825
        """)
    waiting = {"service_lines": {"waiting": [2, 3]}}
    return Shape("bare_codes", "services.txt", text(rows, "|"), {}, waiting, ("450", "415"))


@shape
def easyiep_lines() -> Shape:
    """Times, a period and minutes in columns of their own; semicolons; ratio and place in words."""
    rows = drawn(
        """
        Student;Student Number;School;Related Service;Times;Per;Minutes;Individual/Group;Location;Begin Date;End Date
        Ferro, Gina;55001;Oak Elementary;Occupational Therapy;2;Week;30;Individual;Therapy Room;8/25/25;6/5/26
        Ferro, Gina;55001;Oak Elementary;Speech Therapy;1;Week;45;Group;Classroom;8/25/25;6/5/26
        Holt, Abe;55002;Pine Middle;Occupational Therapy;4;Month;30;Group;Classroom;8/25/25;6/5/26
        """.replace(";", "|")
    )
    dates = {"start_date": START, "end_date": END}
    gina = {"student": "Ferro, Gina", "school": "Oak Elementary", **dates}
    truth = [
        line("55001", "OT", 60, "week", **gina, **times(2, 30), grouping="individual", setting="pull_out"),
        line("55001", "SLP", 45, "week", **gina, **times(1, 45), grouping="group", setting="push_in"),
        line("55002", "OT", 120, "month", student="Holt, Abe", school="Pine Middle", **dates, **times(4, 30),
             grouping="group", setting="push_in"),
    ]  # fmt: skip
    return Shape("easyiep_lines", "service plan.csv", text(rows, ";"), {"service_lines": truth})


@shape
def iep_direct() -> Shape:
    """New York's recommendations: ratio 5:1, frequency and period apart from the session's length."""
    rows = drawn("""
        Student ID|Last Name|First Name|Rec. Service|Ratio|Frequency|Period|Duration|Location|Start Date|End Date|Service Provider
        910001|Quist|Nora|Occupational Therapy|1:1|2|Weekly|30|Therapy Room|09/04/2025|06/26/2026|Amato, Lucia
        910001|Quist|Nora|Speech/Language Therapy|5:1|3|Weekly|30|General Education Classroom|09/04/2025|06/26/2026|Byrne, Tom
        910002|Reyes|Iker|Physical Therapy|1:1|1|Monthly|45|Therapy Room|09/04/2025|06/26/2026|
        """)
    dates = {"start_date": "2025-09-04", "end_date": "2026-06-26"}
    nora = {"student": "Quist, Nora", **dates}
    truth = [
        line("910001", "OT", 60, "week", **nora, **times(2, 30), grouping="individual", group_max=1, setting="pull_out",
             provider="Amato, Lucia"),
        line("910001", "SLP", 90, "week", **nora, **times(3, 30), grouping="group", group_max=5, setting="push_in",
             provider="Byrne, Tom"),
        line("910002", "PT", 45, "month", student="Reyes, Iker", **dates, **times(1, 45), grouping="individual", group_max=1,
             setting="pull_out"),
    ]  # fmt: skip
    return Shape("iep_direct", "RS recommendations.xlsx", book({"Recs": rows}), {"service_lines": truth})


@shape
def campus_plan_services() -> Shape:
    """Tab-delimited UTF-16 with minutes a session and sessions a frequency; mode says direct or not."""
    rows = drawn("""
        studentNumber|lastName|firstName|Service|Service Mode|Service Frequency|Sessions|Minutes per Session|Setting|Start|End
        400210|Sørensen|Åse|OT|Direct|Weekly|2|20|Outside Gen Ed|08/25/2025|06/05/2026
        400211|Ito|Ken|OT|Indirect|Monthly|1|30|Consult with teacher|08/25/2025|06/05/2026
        """)
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("400210", "OT", 40, "week", student="Sørensen, Åse", **times(2, 20), setting="pull_out", **dates),
        line("400211", "OT", 30, "month", student="Ito, Ken", **times(1, 30),
             **{**dates, "kind": "indirect", "setting": "consult_staff"}),
    ]  # fmt: skip
    return Shape("campus_plan_services", "PlanServices.txt", text(rows, "\t", "utf-16"), {"service_lines": truth})


@shape
def contractor_caseload() -> Shape:
    """A therapist's own workbook: banner, merged group headings, letters for cycles, totals and errors below."""
    head = [
        [Merged("Maple Valley USD - OT Caseload 2025-26", 9)],
        [],
        [Merged("Student", 3), "", "", Merged("IEP Service", 4), "", "", "", Merged("Dates", 2), ""],
        ["ID", "Name", "Grade", "Min", "x", "D/W/M", "Setting", "Start", "End"],
    ]
    body = [
        ["002117", "Adair, Lou", "3rd", 30, 2, "W", "PO", "8/25/2025", "6/5/2026"],
        ["002118", "Bell, Kim", "K", 45, 1, "M", "PI", "8/25/2025", "6/5/2026"],
        ["002119", "Cruz, Eva", "1st", 20, 1, "D", "PI", "8/25/2025", "6/5/2026"],
        [],
        ["Total", "", "", 95, 4, "", "", "", ""],
        ["Average", "", "", "#DIV/0!", "", "", "", "", ""],
    ]
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("002117", "OT", 60, "week", student="Adair, Lou", **times(2, 30), setting="pull_out", **dates),
        line("002118", "OT", 45, "month", student="Bell, Kim", **times(1, 45), setting="push_in", **dates),
        line("002119", "OT", 20, "rotation:1", student="Cruz, Eva", **times(1, 20), setting="push_in", **dates),
    ]
    return Shape("contractor_caseload", "Caseload.xlsx", book({"OT": [*head, *body]}), {"service_lines": truth})
