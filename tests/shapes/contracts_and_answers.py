"""Staff by their contracts and whom they supervise; yes and no, and headings in a keeper's own words."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def contracts_and_whom_they_supervise() -> Shape:
    """Contract % is the FTE; several buildings of one are no home school; the supervised are named beside who does it."""
    rows = [
        ["Related services 2025-26", "", "", "", "", "", ""],
        ["Emp #", "Name", "Title", "Contract %", "Buildings", "Supervises", "Position Begin"],
        ["T10", "Ames, Ola", "OTR/L", "100%", "Fern ES, Gull MS", "Bex, Tom; Cory, Amy", "8/18/2025"],
        ["T11", "Bex, Tom", "COTA/L", "80%", "Fern ES", "", "8/18/2025"],
        ["T12", "Cory, Amy", "COTA/L", "50%", "Gull MS/Fern ES", "", "9/2/2025"],
        ["T13", "Dorn, Rita", "SLP", "60%", "Gull MS", "Eng", "8/18/2025"],
        ["T14", "Eng, Wei", "SLPA", "100%", "All schools", "", "8/18/2025"],
    ]
    told = [("T10", "Ames, Ola", "OTR", 1.0, None), ("T11", "Bex, Tom", "COTA", 0.8, "Fern ES"),
            ("T12", "Cory, Amy", "COTA", 0.5, None), ("T13", "Dorn, Rita", "SLP", 0.6, "Gull MS"),
            ("T14", "Eng, Wei", "SLPA", 1.0, None)]  # fmt: skip
    staff = [
        {"provider_id": one, "provider_name": name, "role": role, "fte": fte,
         "start_date": "2025-09-02" if one == "T12" else "2025-08-18"} | ({"home_school": at} if at else {})
        for one, name, role, fte, at in told
    ]  # fmt: skip
    above = [
        {"assistant_id": below, "provider_id": one} for one, below in (("T10", "T11"), ("T10", "T12"), ("T13", "T14"))
    ]
    name = "contracts_and_whom_they_supervise"
    return Shape(name, "staffing.xlsx", book({"Staff": rows}), {"providers": staff, "supervision": above})


@shape
def yes_and_no_by_place() -> Shape:
    """Yes and no under each place and under group and individual are a setting and a grouping; neither is told twice."""
    rows = drawn("""
        Session Date|Stu ID|Svc|Min|Status|In Classroom|Therapy Room|Teletherapy|Group|Individual
        10/01/2025|4101|OT|30|Present|Yes|No|No|Yes|No
        10/02/2025|4101|OT|20|Present|No|Yes|No|No|Yes
        10/03/2025|4102|OT|20|Present|No|No|Yes|No|Yes
        10/06/2025|4102|OT|25|Present|No|No|No|No|No
        10/07/2025|4102|OT||School assembly or event|No|No|No|No|No
        """)
    truth = [
        given("4101", "2025-10-01", 30, setting="push_in", grouping="group"),
        given("4101", "2025-10-02", 20, setting="pull_out", grouping="individual"),
        given("4102", "2025-10-03", 20, setting="tele", grouping="individual"),
        given("4102", "2025-10-06", 25),
        missed("4102", "2025-10-07", "school_event"),
    ]
    return Shape("yes_and_no_by_place", "october.csv", text(rows), {"sessions": truth})


@shape
def goals_from_where_to_where() -> Shape:
    """Where they are now, where we want them to be: the baseline and the target in a keeper's own words."""
    rows = drawn("""
        Student|Goal|Where they are now|Where we want them to be|By
        Ives, Una|Zips a coat|2 of 10 trials|8 of 10 trials|5/20/2026
        Joss, Ned|Copies a sentence|35%|85%|2/11/2026
        """)
    truth = [
        {"student": "Ives, Una", "goal_text": "Zips a coat", "baseline": 2, "target": 8, "unit": "trials", "trials": 10,
         "due_date": "2026-05-20"},
        {"student": "Joss, Ned", "goal_text": "Copies a sentence", "baseline": 35, "target": 85, "unit": "percent",
         "due_date": "2026-02-11"},
    ]  # fmt: skip
    return Shape("goals_from_where_to_where", "goals.csv", text(rows), {"goals": truth})


@shape
def services_by_their_roles() -> Shape:
    """A service written short is told by the role of each of its rows; AT is another service, and MT nobody knows."""
    rows = drawn("""
        Student ID|Svc|Min|Times|Per|Provider Type|Start|End
        5201|OCC|30|2|Week|COTA|9/2/2025|6/5/2026
        5202|SP|20|3|Week|SLP|9/2/2025|6/5/2026
        5203|SP|30|1|Week|SLPA|9/2/2025|6/5/2026
        5204|AT|30|1|Month|OTR|9/2/2025|6/5/2026
        5205|MT|30|1|Week|SLP|9/2/2025|6/5/2026
        """)
    year = {"start_date": "2025-09-02", "end_date": "2026-06-05"}
    truth = [
        line("5201", "OT", 60, "week", **times(2, 30), **year),
        line("5202", "SLP", 60, "week", **times(3, 20), **year),
        line("5203", "SLP", 30, "week", **times(1, 30), **year),
        line("5204", "OTHER", 30, "month", **times(1, 30), **year),
    ]
    held = {"service_lines": {"waiting": [6]}}
    return Shape("services_by_their_roles", "lines.csv", text(rows), {"service_lines": truth}, held, asked=("MT",))


@shape
def opportunities_presented() -> Shape:
    """A share right and of how many opportunities; those that were right are no number of trials."""
    rows = drawn("""
        Student ID|Goal ID|Probe Date|Percent|Trials Correct|Opportunities Presented
        5401|G1|10/01/2025|80%|8|10
        5402|G2|10/08/2025|60%|3|5
        """)
    truth = [
        {"student_id": "5401", "goal_id": "G1", "measured_on": "2025-10-01", "value": 80, "trials": 10},
        {"student_id": "5402", "goal_id": "G2", "measured_on": "2025-10-08", "value": 60, "trials": 5},
    ]
    return Shape("opportunities_presented", "probes.csv", text(rows), {"measurements": truth})
