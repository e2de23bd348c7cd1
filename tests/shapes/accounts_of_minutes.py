"""Accounts of missed minutes that are paid back, and lines of a summer whose days a title tells."""

from tests.shapes.shape import Row, Shape, drawn, given, line, missed, shape, text, times


@shape
def minutes_missed_and_made_up() -> Shape:
    """A running balance for each child: what was missed and what was made up, a line for each, sums without a day."""
    rows = drawn("""
        Make-up tracker - Speech - Dana Reyes, CCC-SLP|||||
        Date|Student|Running balance|Min. missed|Min made up|Notes
        |Ode, Ivy|15|15||left from spring
        9/4/2025|Ode, Ivy|45|30||student absent
        9/11/2025|Ode, Ivy|75|30||SLP at training
        9/18/2025|Ode, Ivy|55||20|made up for 9/4
        9/25/2025|Ode, Ivy|45||10|rest of 9/4
        |||60|30|
        9/5/2025|Pye, Max|20|20||no school
        9/12/2025|Pye, Max|0||20|makeup
        |||20|20|
        """)
    by, ivy, pye = {"provider": "Reyes, Dana"}, "Ode, Ivy", "Pye, Max"

    def back(who: str, day: str, minutes: int, **more: str) -> Row:
        return given(who, day, minutes, "SLP", **by, **more) | {"status": "make_up"}

    truth = [
        missed(ivy, "2025-09-04", "student_absent", "SLP", minutes=30, **by),
        missed(ivy, "2025-09-11", "provider_meeting", "SLP", minutes=30, **by),
        back(ivy, "2025-09-18", 20, makes_up_date="2025-09-04"),
        back(ivy, "2025-09-25", 10, makes_up_date="2025-09-04"),
        missed(pye, "2025-09-05", "holiday", "SLP", minutes=20, **by),
        back(pye, "2025-09-12", 20),
    ]
    return Shape("minutes_missed_and_made_up", "tracker.csv", text(rows), {"sessions": truth})


@shape
def an_award_is_no_account() -> Shape:
    """An award's account: what was owed by a settlement is no missed session, and nobody says what was given."""
    rows = drawn("""
        Student|Date|What|Owed|Paid back|Balance
        Ode, Ivy|9/2/2025|Settlement agreement|600||600
        Ode, Ivy|9/10/2025|after school OT||60|540
        Ode, Ivy|9/17/2025|after school OT||60|480
        """)
    return Shape("an_award_is_no_account", "account.csv", text(rows), refused="it looks like sessions")


@shape
def summer_told_beneath() -> Shape:
    """Lines of the regular year and of the summer one below the other; the summer's days stand beneath the list."""
    rows = drawn("""
        Services, Cedar Coop||||||
        Student|School|Service|Frequency|Start|End|ESY
        Kemp, Aurora|Birch El|OT|30 min 2x/week|9/2/2025|6/5/2026|N
        Kemp, Aurora|Birch El|OT|30 min 1x/week|||Y
        Nims, Jory|Birch El|PT|45 min 1x/week|9/2/2025|6/5/2026|N
        Nims, Jory|Birch El|PT|45 min 1x/week|6/22/2026|7/2/2026|Y

        ESY dates: 6/15/26-7/10/26||||||
        """)

    def per(who: str, service: str, n: int, m: int, first: str, last: str, *, esy: bool = False) -> Row:
        days = {"start_date": first, "end_date": last}
        return line(who, service, n * m, "week", **times(n, m), **days, school="Birch El") | {"esy": esy}

    truth = [
        per("Kemp, Aurora", "OT", 2, 30, "2025-09-02", "2026-06-05"),
        per("Kemp, Aurora", "OT", 1, 30, "2026-06-15", "2026-07-10", esy=True),
        per("Nims, Jory", "PT", 1, 45, "2025-09-02", "2026-06-05"),
        per("Nims, Jory", "PT", 1, 45, "2026-06-22", "2026-07-02", esy=True),
    ]
    return Shape("summer_told_beneath", "services.csv", text(rows), {"service_lines": truth})


@shape
def summer_told_by_a_label() -> Shape:
    """The minutes of both years side by side, the summer's days behind a label above them."""
    rows = drawn("""
        OT minutes 2025-26||||
        ESY: 6/15 - 7/10/2026||||
        Student|IEP minutes|ESY minutes|Start|End
        Kemp, Aurora|30 min 2x/week|30 min 1x/week|9/2/2025|6/5/2026
        Lott, Dash|20 min 1x/week|no|9/2/2025|6/5/2026
        """)
    year, summer = (
        {"start_date": a, "end_date": b} for a, b in (("2025-09-02", "2026-06-05"), ("2026-06-15", "2026-07-10"))
    )
    truth = [
        line("Kemp, Aurora", "OT", 60, "week", **times(2, 30), **year),
        line("Kemp, Aurora", "OT", 30, "week", **times(1, 30), **summer) | {"esy": True},
        line("Lott, Dash", "OT", 20, "week", **times(1, 20), **year),
    ]
    return Shape("summer_told_by_a_label", "minutes.csv", text(rows), {"service_lines": truth})


@shape
def procedures_of_a_nurse() -> Shape:
    """What a nurse did stands under Procedure, and which service it is in the title alone."""
    rows = drawn("""
        Oak Street School - nursing service log||||||
        Nurse: Rena Quist, RN||||||
        Date|Start|End|Student|Procedure|Notes
        10/6/25|8:10|8:25|Okafor, Beni|Trach suction|
        10/6/25|11:40|12:05|Lindgren, Tove|Tube feeding|
        10/7/25|1:10|1:25|Okafor, Beni|Trach suction|
        10/8/25|||Okafor, Beni|Trach suction|absent
        """)
    who = {"provider": "Quist, Rena", "school": "Oak Street School"}

    def at(name: str, day: str, start: str, end: str, minutes: int) -> Row:
        return given(name, day, minutes, "NURSING", start_time=start, end_time=end, **who)

    truth = [
        at("Okafor, Beni", "2025-10-06", "08:10", "08:25", 15),
        at("Lindgren, Tove", "2025-10-06", "11:40", "12:05", 25),
        at("Okafor, Beni", "2025-10-07", "13:10", "13:25", 15),
        missed("Okafor, Beni", "2025-10-08", "student_absent", "NURSING", **who),
    ]
    return Shape("procedures_of_a_nurse", "nurse.csv", text(rows), {"sessions": truth})


@shape
def procedures_of_nobody() -> Shape:
    """The same without a title or a nurse: nobody can tell the service, which is asked."""
    rows = drawn("""
        Date|Start|End|Student|Procedure
        10/6/25|8:10|8:25|Okafor, Beni|Trach suction
        10/6/25|11:40|12:05|Lindgren, Tove|Tube feeding
        """)
    waiting = {"sessions": {"waiting": [2, 3]}}
    return Shape("procedures_of_nobody", "log.csv", text(rows), {}, waiting)
