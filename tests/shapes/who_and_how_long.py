"""Files in which what stands first, or is called most, isn't what counts: the assigned, the total, the year."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text


@shape
def servicing_ids_beside_assigned() -> Shape:
    """Who serviced counts, id and name; where nobody did, of the missed session, who was assigned; who bills never."""
    rows = drawn("""
        Log ID|Assigned Staff ID|Assigned Staff|Servicing Staff ID|Servicing Staff|Billing Provider|Pupil ID|Svc|Date|Min|Result
        11|P10|Brandt, Ida|P10|Brandt, Ida|Mesa Therapy|7001|PT|10/06/2025|30|Present
        12|P10|Brandt, Ida|P22|Osei, Kofi|Mesa Therapy|7001|PT|10/13/2025|30|Present
        13|P10|Brandt, Ida|||Mesa Therapy|7001|PT|10/20/2025|30|Student Absent
        14|P31|Weld, Ana|P22|Osei, Kofi|Mesa Therapy|7002|PT|10/07/2025|45|Present""")
    brandt, osei = ({"provider_id": who} for who in ("P10", "P22"))
    truth = [
        given("7001", "2025-10-06", 30, "PT", session_id="11", **brandt),
        given("7001", "2025-10-13", 30, "PT", session_id="12", **osei),
        missed("7001", "2025-10-20", "student_absent", "PT", session_id="13", minutes=30, **brandt),
        given("7002", "2025-10-07", 45, "PT", session_id="14", **osei),
    ]
    return Shape("servicing_ids_beside_assigned", "claims_ready.csv", text(rows), {"sessions": truth})


@shape
def student_time_in_a_total() -> Shape:
    """Total Time holds the preparation and the drive too, under a word that elsewhere is a session's length."""
    rows = drawn("""
        Svc Date|Pupil ID|Svc|Total Time|Therapist Min|Prep Min|Drive Min|Pupil Min
        10/06/2025|7001|OT|50|15|10|10|30
        10/07/2025|7002|OT|55|20|15|0|40
        10/08/2025|7003|OT|45|45|0|0|45""")
    told = (("7001", 6, 30), ("7002", 7, 40), ("7003", 8, 45))
    truth = [given(who, f"2025-10-{day:02}", minutes) for who, day, minutes in told]
    return Shape("student_time_in_a_total", "ot workload oct.csv", text(rows), {"sessions": truth})


@shape
def summer_under_a_title() -> Shape:
    """Titles of the school year and of the extended one between the lines; the first ones are of the summer."""
    rows = drawn("""
        Summer and year services|||||
        II. Extended School Year 2026|||||
        Pupil ID|Pupil|Svc|Min|Per|Start
        7001|Abt, Lou|OT|60|Month|06/15/2026
        7004|Cole, Di|PT|20|Week|06/15/2026
        I. School Year 2025-26|||||
        7001|Abt, Lou|OT|30|Week|08/25/2025
        7004|Cole, Di|PT|90|Month|08/25/2025""")
    abt, cole = {"student": "Abt, Lou"}, {"student": "Cole, Di"}
    summer, year = {"start_date": "2026-06-15", "esy": True}, {"start_date": "2025-08-25", "esy": False}
    truth = [
        line("7001", "OT", 60, "month", **abt, **summer),
        line("7004", "PT", 20, "week", **cole, **summer),
        line("7001", "OT", 30, "week", **abt, **year),
        line("7004", "PT", 90, "month", **cole, **year),
    ]
    return Shape("summer_under_a_title", "caseload services.csv", text(rows), {"service_lines": truth})
