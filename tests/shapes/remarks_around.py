"""Lists and logs whose remarks hold for all of their rows: lengths, cycles, units, plans, ends in remarks, numbers of a key."""

from datetime import date

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def all_of_a_length_unless_noted() -> Shape:
    """A remark gives the length of all sessions; a row's own minutes or remark tell another, and *left early* alone tells
    none, so that this one waits."""
    rows = drawn("""
        PT log, September 2025, all sessions 45 min unless otherwise noted
        Date|Student|Seen?|Notes
        9/8/2025|Ashe, Nia|yes|stairs
        9/8/2025|Birk, Tom|absent|
        9/15/2025|Ashe, Nia|yes|20 min, stairs
        9/15/2025|Birk, Tom|yes|left early
        """)
    truth = [
        given("Ashe, Nia", "2025-09-08", 45, "PT"),
        missed("Birk, Tom", "2025-09-08", "student_absent", "PT", minutes=45),
        given("Ashe, Nia", "2025-09-15", 20, "PT"),
    ]
    return Shape(
        "all_of_a_length_unless_noted", "log.csv", text(rows), {"sessions": truth}, held={"sessions": {"waiting": [6]}}
    )


@shape
def counts_of_a_length_by_a_remark() -> Shape:
    """A caseload tells how often, a remark how long; one amount has its own length."""
    rows = drawn("""
        Speech caseload
        30 minute sessions unless noted
        Student|ID|Frequency
        Ashe, Nia|8101|2x/week
        Birk, Tom|8102|1x/week 45 min
        Cole, Uma|8103|1x/month
        """)
    truth = [
        line("8101", "SLP", 60, "week", student="Ashe, Nia", **times(2, 30)),
        line("8102", "SLP", 45, "week", student="Birk, Tom", **times(1, 45)),
        line("8103", "SLP", 30, "month", student="Cole, Uma", **times(1, 30)),
    ]
    return Shape("counts_of_a_length_by_a_remark", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def cycles_of_a_remark() -> Shape:
    """A remark says how many days the school's cycle has; weekly lines beside it stay weekly."""
    rows = drawn("""
        OT services
        We run a five-day rotation
        Student|ID|Mandate|D/C date
        Ashe, Nia|8201|2x30/cycle|11/14/2025
        Birk, Tom|8202|1 x 30 per rotation|
        Cole, Uma|8203|1 x 30 weekly|
        """)
    truth = [
        line("8201", "OT", 60, "rotation:5", student="Ashe, Nia", end_date="2025-11-14", **times(2, 30)),
        line("8202", "OT", 30, "rotation:5", student="Birk, Tom", **times(1, 30)),
        line("8203", "OT", 30, "week", student="Cole, Uma", **times(1, 30)),
    ]
    return Shape("cycles_of_a_remark", "ot.csv", text(rows), {"service_lines": truth})


@shape
def units_that_the_key_explains() -> Shape:
    """Minutes a service with units in short: some that are known (mpw, mpy), one that only the key explains; a code of the
    key that says there is no service."""
    rows = drawn("""
        Minutes by service
        mpc = minutes per 6-day cycle, NQ = not eligible
        Student|ID|OT|PT consult|Speech
        Ashe, Nia|8301|30 mpc|NQ|60 mpw
        Birk, Tom|8302|NQ|120 mpy|30 mpc
        Cole, Uma|8303|45 mpw||NQ
        """)
    truth = [
        line("8301", "OT", 30, "rotation:6", student="Ashe, Nia"),
        line("8301", "SLP", 60, "week", student="Ashe, Nia"),
        line("8302", "PT", 120, "year", student="Birk, Tom") | {"kind": "indirect"},
        line("8302", "SLP", 30, "rotation:6", student="Birk, Tom"),
        line("8303", "OT", 45, "week", student="Cole, Uma"),
    ]
    return Shape("units_that_the_key_explains", "minutes.csv", text(rows), {"service_lines": truth})


@shape
def plans_in_titles_and_ends_in_remarks() -> Shape:
    """Titles between the records name the plan; a remark that begins with D/C and a day ends a line, one of a meeting doesn't;
    whoever stands under DISCHARGED without a day is asked about."""
    rows = [
        ["PT caseload 2025-2026", "", "", "", ""],
        ["Student", "ID", "Frequency", "Since", "Comments"],
        ["IEP STUDENTS", "", "", "", ""],
        ["Ashe, Nia", "8401", "2x30/wk", date(2025, 9, 4), "D/C 12/12 - met goals"],
        ["Birk, Tom", "8402", "1x30/wk", date(2025, 9, 4), "D/C mtg 11/14"],
        ["SECTION 504", "", "", "", ""],
        ["Cole, Uma", "8403", "1x30/wk", date(2025, 10, 6), "moved 1/16"],
        ["DISCHARGED", "", "", "", ""],
        ["Dorr, Ali", "8404", "1x30/wk", date(2025, 9, 4), "exited 10/3/2025"],
        ["Engh, Pat", "8405", "1x30/wk", date(2025, 9, 4), ""],
    ]
    of_504 = {"plan_type": "504"}
    begun = {"start_date": "2025-09-04"}
    truth = [
        line("8401", "PT", 60, "week", student="Ashe, Nia", end_date="2025-12-12", **begun, **times(2, 30)),
        line("8402", "PT", 30, "week", student="Birk, Tom", **begun, **times(1, 30)),
        line(
            "8403",
            "PT",
            30,
            "week",
            student="Cole, Uma",
            start_date="2025-10-06",
            end_date="2026-01-16",
            **times(1, 30),
        )
        | of_504,
        line("8404", "PT", 30, "week", student="Dorr, Ali", end_date="2025-10-03", **begun, **times(1, 30)),
    ]
    return Shape("plans_in_titles_and_ends_in_remarks", "pt.xlsx", book({"PT": rows}), {"service_lines": truth},
                 held={"service_lines": {"waiting": [10]}})  # fmt: skip


@shape
def weekly_unless_noted() -> Shape:
    """A remark gives the period of all amounts without one; a line that a remark calls ended, without a day, waits."""
    rows = drawn("""
        Caseload of L. Ortiz, SLP
        Minutes per week unless noted
        Student|ID|OT|Speech|Notes
        Ashe, Nia|8701|30|60|
        Birk, Tom|8702||30/mo|D/C mtg 12/1
        Cole, Uma|8703||45|d/c'd
        """)
    by = {"provider": "Ortiz, L."}
    truth = [
        line("8701", "OT", 30, "week", student="Ashe, Nia", **by),
        line("8701", "SLP", 60, "week", student="Ashe, Nia", **by),
        line("8702", "SLP", 30, "month", student="Birk, Tom", **by),
    ]
    return Shape("weekly_unless_noted", "caseload.csv", text(rows), {"service_lines": truth},
                 held={"service_lines": {"waiting": [6]}})  # fmt: skip


@shape
def numbers_are_parts_by_a_remark() -> Shape:
    """A remark says that numbers in the grid are minutes of sessions cut short; marks are of the row's length."""
    rows = drawn("""
        OT attendance September 2025
        Student|Min|9/8|9/10|9/15
        Ashe, Nia|30|x|15|A
        Birk, Tom|20|A|x|10
        x = seen, A = absent
        a number = minutes seen when session was cut short
        """)
    truth = [
        given("Ashe, Nia", "2025-09-08", 30),
        given("Ashe, Nia", "2025-09-10", 15) | {"status": "partial"},
        missed("Ashe, Nia", "2025-09-15", "student_absent", minutes=30),
        missed("Birk, Tom", "2025-09-08", "student_absent", minutes=20),
        given("Birk, Tom", "2025-09-10", 20),
        given("Birk, Tom", "2025-09-15", 10) | {"status": "partial"},
    ]
    return Shape("numbers_are_parts_by_a_remark", "grid.csv", text(rows), {"sessions": truth})


@shape
def summers_days_over_two_columns() -> Shape:
    """The days of the extended year stand in the group's name over its columns."""
    rows = drawn("""
        |||School year||ESY 7/6/26 to 8/7/26|
        Student|ID|Service|Min/wk|Sessions/wk|Min/wk|Sessions/wk
        Ashe, Nia|8501|OT|60|2|30|1
        Birk, Tom|8502|PT|30|1|No|
        """)
    summer = {"start_date": "2026-07-06", "end_date": "2026-08-07"}
    truth = [
        line("8501", "OT", 60, "week", student="Ashe, Nia", sessions_per_cycle=2),
        line("8501", "OT", 30, "week", student="Ashe, Nia", sessions_per_cycle=1, **summer) | {"esy": True},
        line("8502", "PT", 30, "week", student="Birk, Tom", sessions_per_cycle=1),
    ]
    return Shape("summers_days_over_two_columns", "rs.csv", text(rows), {"service_lines": truth})


@shape
def periods_without_a_heading() -> Shape:
    """Marking periods under no heading, their first and last days between days of reports."""
    rows = [
        ["Trimesters 2025-26", "", "", "", ""],
        ["", "Begins", "Progress reports", "Ends", "Report cards home"],
        ["T1", date(2025, 8, 25), date(2025, 10, 3), date(2025, 11, 21), date(2025, 12, 5)],
        ["T2", date(2025, 12, 1), date(2026, 1, 23), date(2026, 3, 6), date(2026, 3, 13)],
        ["T3", date(2026, 3, 9), date(2026, 4, 24), date(2026, 6, 5), date(2026, 6, 5)],
    ]
    truth = [
        {"school_year": "2025-26", "period": one, "start_date": first, "end_date": last}
        for one, first, last in (
            ("T1", "2025-08-25", "2025-11-21"),
            ("T2", "2025-12-01", "2026-03-06"),
            ("T3", "2026-03-09", "2026-06-05"),
        )
    ]
    return Shape("periods_without_a_heading", "terms.xlsx", book({"Terms": rows}), {"grading_periods": truth})


@shape
def who_left_and_sums_of_minutes() -> Shape:
    """A log of minutes planned and seen: *not yet* under *Made up?* is no, the row that sums the minutes is nobody's."""
    rows = drawn("""
        Speech log
        Date|Student|Sched|Seen|Why missed|Made up?
        10/6/2025|Ashe, Nia|30|30||
        10/6/2025|Birk, Tom|20||absent|no
        10/7/2025|Ashe, Nia|30||I was in a meeting|not yet
        10/7/2025|Birk, Tom|20|20||
        |Minutes|100|50||
        """)
    truth = [
        given("Ashe, Nia", "2025-10-06", 30, "SLP"),
        missed("Birk, Tom", "2025-10-06", "student_absent", "SLP", minutes=20),
        missed("Ashe, Nia", "2025-10-07", "provider_meeting", "SLP", minutes=30),
        given("Birk, Tom", "2025-10-07", 20, "SLP"),
    ]
    return Shape("who_left_and_sums_of_minutes", "speech.csv", text(rows), {"sessions": truth})


@shape
def one_of_a_group_in_a_row_of_its_own() -> Shape:
    """Who of a group was away stands in a row of its own at the same time: not alone in a session."""
    rows = drawn("""
        OT log
        Date|Time|Who|Min|Outcome
        10/6/2025|8:30-9:00|Nia Ashe / Tom Birk|30|seen
        10/6/2025|8:30-9:00|Uma Cole|30|absent
        10/6/2025|9:10-9:40|Ali Dorr|30|seen
        """)
    early, late = {"start_time": "08:30", "end_time": "09:00"}, {"start_time": "09:10", "end_time": "09:40"}
    two = {"grouping": "group", "group_size": 2}
    truth = [
        given("Ashe, Nia", "2025-10-06", 30, **early, **two),
        given("Birk, Tom", "2025-10-06", 30, **early, **two),
        missed("Cole, Uma", "2025-10-06", "student_absent", minutes=30, **early),
        given("Dorr, Ali", "2025-10-06", 30, grouping="individual", group_size=1, **late),
    ]
    return Shape("one_of_a_group_in_a_row_of_its_own", "log.csv", text(rows), {"sessions": truth})


@shape
def ends_in_other_columns() -> Shape:
    """Words of an end before the day in the column of last days, and a day in that of reasons; times by a remark's cycle."""
    rows = drawn("""
        PT services, times are per 4-day cycle
        Student|ID|Times|Min|From|To|Why ended / reason
        Ashe, Nia|8801|2|30|9/2/2025|6/12/2026|
        Birk, Tom|8802|1|45|9/2/2025|W/D 11/14|
        Cole, Uma|8803|1|30|9/8/2025|6/12/2026|D/C 1/16/26, goals met
        """)
    begun, planned = {"start_date": "2025-09-02"}, {"end_date": "2026-06-12"}
    truth = [
        line("8801", "PT", 60, "rotation:4", student="Ashe, Nia", **begun, **planned, **times(2, 30)),
        line("8802", "PT", 45, "rotation:4", student="Birk, Tom", **begun, end_date="2025-11-14", **times(1, 45)),
        line("8803", "PT", 30, "rotation:4", student="Cole, Uma", start_date="2025-09-08", end_date="2026-01-16",
             **times(1, 30)),
    ]  # fmt: skip
    return Shape("ends_in_other_columns", "pt.csv", text(rows), {"service_lines": truth})


@shape
def plans_over_columns_of_services() -> Shape:
    """Titles of plans between rows with a column a service."""
    rows = drawn("""
        Related services census
        Student|ID|OT|PT
        504 ONLY|||
        Ashe, Nia|8901|30 mpw|
        Birk, Tom|8902|DNQ|15 mpm
        IEP|||
        Cole, Uma|8903|60 mpw|30 mpw
        """)
    truth = [
        line("8901", "OT", 30, "week", student="Ashe, Nia") | {"plan_type": "504"},
        line("8902", "PT", 15, "month", student="Birk, Tom") | {"plan_type": "504"},
        line("8903", "OT", 60, "week", student="Cole, Uma"),
        line("8903", "PT", 30, "week", student="Cole, Uma"),
    ]
    return Shape("plans_over_columns_of_services", "census.csv", text(rows), {"service_lines": truth})
