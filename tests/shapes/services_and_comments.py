"""Services told with their amount under one heading, kinds behind the headings of amounts, comments beside each quarter."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def caseload_with_services_in_words() -> Shape:
    """A therapist's list in which one column tells the service, how often, how long and where."""
    rows = drawn("""
        OT caseload 2025-26
        Name|Gr|IEP Due|Service|Elig
        Ava Lund|2|10/14/2025|OT 2x/wk x 30 PO|SLD
        Ben Moor|K|1/9/2026|OT 1x/wk x 30 PI + consult 15 min/mo|AU
        Cal Nash|6|3/2/2026|OT consult 30 min/qtr|OHI
        Dee Oost|7|12/1/2025|OT 30 min 1x weekly (sm grp)|ID
        """)
    truth = [
        line("Lund, Ava", "OT", 60, "week", **times(2, 30), setting="pull_out"),
        line("Moor, Ben", "OT", 30, "week", **times(1, 30), setting="push_in"),
        line("Moor, Ben", "OT", 15, "month") | {"kind": "indirect"},
        line("Nash, Cal", "OT", 30, "quarter") | {"kind": "indirect"},
        line("Oost, Dee", "OT", 30, "week", **times(1, 30), grouping="group"),
    ]
    return Shape("caseload_with_services_in_words", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def kinds_behind_headings() -> Shape:
    """The same two columns for direct and indirect service, the kind at the end of each heading."""
    rows = drawn("""
        studentNumber|lastName|firstName|serviceType|serviceProvider|serviceLocation|startDate|endDate|frequencyDirect|timeDirect|frequencyIndirect|timeIndirect
        40011|Ege|Tom|Occupational Therapy|Amado, K|Special Education|09/02/2025|06/05/2026|2 x week|30|1 x month|15
        40012|Fay|Uma|Physical Therapy|Neal, R|General Education|09/02/2025|06/05/2026|1 x week|45||
        40013|Gil|Val|Occupational Therapy|Amado, K|Special Education|09/02/2025|06/05/2026|||2 x month|20
        """)
    dates = {"start_date": "2025-09-02", "end_date": "2026-06-05"}
    out, within = {"setting": "pull_out", "provider": "Amado, K"}, {"setting": "push_in", "provider": "Neal, R"}
    truth = [
        line("40011", "OT", 60, "week", student="Ege, Tom", **times(2, 30), **dates, **out),
        line("40011", "OT", 15, "month", student="Ege, Tom", **times(1, 15), **dates, **out) | {"kind": "indirect"},
        line("40012", "PT", 45, "week", student="Fay, Uma", **times(1, 45), **dates, **within),
        line("40013", "OT", 40, "month", student="Gil, Val", **times(2, 20), **dates, **out) | {"kind": "indirect"},
    ]
    return Shape("kinds_behind_headings", "service_delivery.csv", text(rows), {"service_lines": truth})


@shape
def quarters_with_comments() -> Shape:
    """A progress code a quarter, a comment beside each, the key below."""
    rows = drawn("""
        Last|First|Goal Area|Goal|Q1|Q1 Comment|Q2|Q2 Comment|Q3|Q3 Comment
        Ege|Tom|Fine Motor|Tom will copy shapes with 80% accuracy|S|45% on probes|M|60%||
        Fay|Uma|Gross Motor|Uma will hop five times|I|2 hops|S|||
        S=Sufficient Progress, I=Insufficient Progress, M=Mastered, NI=Not Introduced
        """)
    tom = {"student": "Ege, Tom", "goal_text": "Tom will copy shapes with 80% accuracy"}
    uma = {"student": "Fay, Uma", "goal_text": "Uma will hop five times"}
    goals = [{**tom, "area": "sensory_motor"}, {**uma, "area": "sensory_motor"}]
    told = [(tom, "sufficient", "Q1"), (tom, "mastered", "Q2"), (uma, "insufficient", "Q1"), (uma, "sufficient", "Q2")]
    measured = [{"student": who["student"], "progress_code": code, "period": period} for who, code, period in told]
    return Shape("quarters_with_comments", "progress.csv", text(rows), {"goals": goals, "measurements": measured})


@shape
def appointments_with_their_moment() -> Shape:
    """The day and the clock in one column of a scheduler, planned and actual length beside it."""
    rows = drawn("""
        Session Date/Time|Client|Clinician|Service|Scheduled Duration|Actual Duration|Session Status|Cancellation Reason
        Oct 2, 2025 9:00 AM|Tom Ege|Kay Amado|OT - Individual|30|30|Completed|
        Oct 2, 2025 9:30 AM|Uma Fay|Kay Amado|OT - Group|30|20|Completed|
        Oct 9, 2025 9:00 AM|Tom Ege|Kay Amado|OT - Individual|30|0|Late Cancel - Provider|Illness
        """)
    kay = {"provider": "Amado, Kay"}
    alone, group = {"grouping": "individual", **kay}, {"grouping": "group", **kay}
    truth = [
        given("Ege, Tom", "2025-10-02", 30, start_time="09:00", **alone),
        given("Fay, Uma", "2025-10-02", 20, start_time="09:30", **group),
        missed("Ege, Tom", "2025-10-09", "provider_absent", start_time="09:00", minutes=0, **alone),
    ]
    return Shape("appointments_with_their_moment", "appointments.csv", text(rows), {"sessions": truth})


@shape
def log_in_spanish() -> Shape:
    """Headings, services and attendance in Spanish."""
    rows = drawn("""
        Fecha|Estudiante|Servicio|Terapeuta|Entrada|Salida|Asistencia
        10/2/2025|Rivera, Ana|Terapia Ocupacional|Soto, Mar|9:00|9:30|Presente
        10/7/2025|Rivera, Ana|Terapia Ocupacional|Soto, Mar|9:00|9:30|Ausente
        10/7/2025|Colón, Leo|Terapia del Habla|Vega, Sol|10:00|10:45|Presente
        """)
    by = {"provider": "Soto, Mar", "start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("Rivera, Ana", "2025-10-02", 30, **by),
        missed("Rivera, Ana", "2025-10-07", "student_absent", **by),
        given("Colón, Leo", "2025-10-07", 45, "SLP", provider="Vega, Sol", start_time="10:00", end_time="10:45"),
    ]
    return Shape("log_in_spanish", "bitacora.csv", text(rows), {"sessions": truth})


@shape
def group_by_initials_and_ids() -> Shape:
    """A daily sheet with initials and ids of a group in one cell each, codes of outcomes with their key below."""
    rows = drawn("""
        DATE|TIME|STUDENT INITIALS|ID#|SERVICE|MIN|TYPE|CODE
        10/1/25|8:30-9:00|A.L.|40011|OT|30|I|1
        10/1/25|9:00-9:30|B.M./C.N.|40012/40013|OT|30|G|1
        10/2/25|8:30-9:00|A.L.|40011|OT||I|3
        Codes: 1 = Direct service provided   2 = Make-up session   3 = Student absent   4 = Therapist absent
        """)
    early, late = {"start_time": "08:30", "end_time": "09:00"}, {"start_time": "09:00", "end_time": "09:30"}
    alone, group = {"grouping": "individual", "group_size": 1}, {"grouping": "group", "group_size": 2}
    truth = [
        given("40011", "2025-10-01", 30, kind="direct", **early, **alone),
        given("40012", "2025-10-01", 30, kind="direct", **late, **group),
        given("40013", "2025-10-01", 30, kind="direct", **late, **group),
        missed("40011", "2025-10-02", "student_absent", **early, **alone),
    ]
    return Shape("group_by_initials_and_ids", "daily.csv", text(rows), {"sessions": truth})


@shape
def staff_with_supervisors_ids() -> Shape:
    """Staff with the employee id of who supervises each assistant, and the hours a month."""
    rows = drawn("""
        emp_id|emp_last|emp_first|assignment|fte|supervisor_emp_id|sup_hours_per_month
        E100|Amado|Kay|Occupational Therapist|1.00||
        E101|Pruitt|Jana|OT Assistant|0.80|E100|4
        """)
    staff = [
        {"provider_id": "E100", "provider_name": "Amado, Kay", "role": "OTR", "fte": 1},
        {"provider_id": "E101", "provider_name": "Pruitt, Jana", "role": "COTA", "fte": 0.8},
    ]
    under = [{"assistant_id": "E101", "provider_id": "E100", "hours_per_month": 4}]
    return Shape("staff_with_supervisors_ids", "staff.csv", text(rows), {"providers": staff, "supervision": under})
