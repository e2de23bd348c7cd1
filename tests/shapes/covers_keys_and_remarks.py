"""Who stood in, told by initials; codes that a key explains as several things; averages beside days; what remarks tell."""

from tests.shapes.shape import Shape, drawn, given, line, missed, shape, text, times


@shape
def covers_by_initials() -> Shape:
    """The title's therapist signs with her initials, whoever covered with others; a remark tells what cut a session short."""
    rows = drawn("""
        SLP: Margit Sole||||
        Date|Student|Min|Init.|Comments
        9/30/2025|Abara, Nell|30|MS|
        9/30/2025|Boone, Cy|15|MS|15 of 20, assembly
        10/7/2025|Abara, Nell|30|jt|
        10/7/2025|Boone, Cy|20|JT|
        10/14/2025|Abara, Nell|30|MS|absent
        10/21/2025|Boone, Cy|20||seen by Edda Thorn (sub)
        """)
    own, other = {"provider": "Sole, Margit"}, {"provider": "JT"}
    truth = [
        given("Abara, Nell", "2025-09-30", 30, "SLP", **own),
        given("Boone, Cy", "2025-09-30", 15, "SLP", reason="school_event", **own) | {"status": "partial"},
        given("Abara, Nell", "2025-10-07", 30, "SLP", provider="JT"), given("Boone, Cy", "2025-10-07", 20, "SLP", **other),
        missed("Abara, Nell", "2025-10-14", "student_absent", "SLP", minutes=30, **own),
        given("Boone, Cy", "2025-10-21", 20, "SLP", provider="Thorn, Edda"),
    ]  # fmt: skip
    return Shape("covers_by_initials", "sole log.csv", text(rows), {"sessions": truth})


@shape
def key_of_cases() -> Shape:
    """A key names service, kind and outcome of each code; an equipment check without the child is no session."""
    rows = drawn("""
        Teacher of the deaf - day book
        Jo Nagy

        Date|Student|Building|What|From|To
        10/6/2025|Abara, Nell|Elm Park|H|8:15|9:00
        10/6/2025|Boone, Cy|West HS|S|9:30|10:00
        10/7/2025|||DR|9:00|9:30
        10/7/2025|Boone, Cy|West HS|EQ|9:30|9:50
        10/8/2025|Abara, Nell|Elm Park|HC|8:15|8:30
        10/8/2025|Boone, Cy|West HS|SX|9:30|10:00
        10/9/2025|Boone, Cy|West HS|SM|9:30|10:00

        H|hearing lesson, direct
        S|speech session, direct
        HC|hearing consult with teacher
        SX|speech session missed, student absent
        SM|speech make-up session
        EQ|equipment check (student not present)
        DR|driving
        """)
    elm, west = {"provider": "Nagy, Jo", "school": "Elm Park"}, {"provider": "Nagy, Jo", "school": "West HS"}
    first = {"start_time": "08:15", "end_time": "09:00"}
    later = {"start_time": "09:30", "end_time": "10:00"}
    truth = [
        given("Abara, Nell", "2025-10-06", 45, "DHH", kind="direct", **elm, **first),
        given("Boone, Cy", "2025-10-06", 30, "SLP", kind="direct", **west, **later),
        given("Abara, Nell", "2025-10-08", 15, "DHH", kind="indirect", **elm, **first | {"end_time": "08:30"}),
        missed("Boone, Cy", "2025-10-08", "student_absent", "SLP", **west, **later),
        given("Boone, Cy", "2025-10-09", 30, "SLP", **west, **later) | {"status": "make_up"},
    ]
    return Shape("key_of_cases", "nagy.csv", text(rows), {"sessions": truth})


@shape
def averages_beside_days() -> Shape:
    """Probes under their days, with the mean of each marking period beside them: that is reckoned, and no score."""
    rows = drawn("""
        Student|Goal|Baseline|Target|9/12/2025|9/26/2025|MP1 avg|11/7/2025|11/21/2025|MP2 avg
        Abara, Nell|letters on the line|35%|80%|35%|45%|40%|60%|absent|60%
        Boone, Cy|copies own name|10%|90%|no school|20%|20%|45%|40%|42.5%
        """)
    days = {4: "2025-09-12", 5: "2025-09-26", 7: "2025-11-07", 8: "2025-11-21"}
    goals, marks = [], []
    for name, words, base, target, *_ in rows[1:3]:
        goals.append({"student": name, "goal_text": words, "baseline": float(base[:-1]), "target": float(target[:-1]),
                      "unit": "percent"})  # fmt: skip
    for row in rows[1:3]:
        marks += [
            {"student": row[0], "measured_on": day, "value": float(row[at][:-1])}
            for at, day in days.items() if row[at].endswith("%")
        ]  # fmt: skip
    return Shape("averages_beside_days", "probes.csv", text(rows), {"goals": goals, "measurements": marks})


@shape
def remarks_of_kind_and_plan() -> Shape:
    """Remarks tell a consult, a 504 and a start within the plan, one of them two of these."""
    rows = drawn("""
        Occupational therapy 2025-26|||||
        Name|Gr|Minutes|Frequency|IEP start|IEP end|Notes
        Abara, Nell|3|30|1x/wk|9/10/25|9/9/26|504 plan
        Boone, Cy|4|20|2x/wk|9/15/25|9/14/26|consult only; started 11/3
        Cole, Vada|K|30|1x/wk|9/8/25|9/7/26|added 10/13/25
        Dunn, Otto|2|15|1x/mo|10/1/25|9/30/26|mom asked about consult
        """)

    def per(who: str, n: int, m: int, cycle: str, start: str, end: str, **more: object) -> dict:
        return line(who, "OT", n * m, cycle, **times(n, m), start_date=start, end_date=end, **more)

    truth = [
        per("Abara, Nell", 1, 30, "week", "2025-09-10", "2026-09-09", plan_type="504"),
        per("Boone, Cy", 2, 20, "week", "2025-11-03", "2026-09-14", kind="indirect"),
        per("Cole, Vada", 1, 30, "week", "2025-10-13", "2026-09-07"),
        per("Dunn, Otto", 1, 15, "month", "2025-10-01", "2026-09-30"),
    ]
    return Shape("remarks_of_kind_and_plan", "OT list.csv", text(rows), {"service_lines": truth})
