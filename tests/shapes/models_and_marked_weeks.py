"""Lists by models of service that a key explains, and timetables of a week that were marked after it."""

from tests.shapes.shape import Row, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def models_by_a_key() -> Shape:
    """Letters for models: a key says how often and in which way; one of them is asked about."""
    rows = drawn("""
        OT list (minutes listed per session)||||
        Name|School|Svc Model|Minutes|Start
        Lin, Ada|Elm|A|30|9/2/2025
        Bo, Max|Elm|B|20|9/2/2025
        Cy, Ivy|Oak|C|20|9/8/2025
        Dee, Uma|Oak|D|45|9/8/2025

        A = 3 weeks direct, 1x per week; 4th week consult||||
        B = 1x weekly direct||||
        C = 2 times a month consult||||
        D = three weeks direct (2x per week) and one week indirect||||
        """)

    def per(who: str, n: int, m: int, cycle: str, school: str, start: str, **more: object) -> Row:
        return line(who, "OT", n * m, cycle, **times(n, m), school=school, start_date=start, **more)

    consult = {"kind": "indirect"}
    truth = [
        per("Lin, Ada", 3, 30, "weeks:4", "Elm", "2025-09-02"),
        per("Lin, Ada", 1, 30, "weeks:4", "Elm", "2025-09-02", **consult),
        per("Bo, Max", 1, 20, "week", "Elm", "2025-09-02"),
        per("Cy, Ivy", 2, 20, "month", "Oak", "2025-09-08", **consult),
    ]
    waiting = {"service_lines": {"waiting": [6]}}
    return Shape("models_by_a_key", "models.csv", text(rows), {"service_lines": truth}, waiting)


@shape
def a_week_marked_after_it() -> Shape:
    """A row a slot, a column a weekday: the unmarked were seen, codes behind names tell the others, two names are two."""
    rows = [
        ["PT week at a glance - Bo Lund, DPT"],
        ["Week of 11/3/2025"],
        ["Time", "Mon", "Tue", "Wed", "Thu", "Fri"],
        ["8:15-8:45", "Ruiz, Ana", "Stamp, Levi", "Ruiz, Ana - A", "", "Stamp, Levi"],
        [
            "8:50-9:20",
            "Tell, Joss\\nUlm, Greta",
            "Vance, Otis",
            "Tell, Joss\\nUlm, Greta (A)",
            "Vance, Otis (T)",
            "no school",
        ],
        ["9:30-10:00", "Wray, Kip", "prep", "Wray, Kip", "evals", ""],
        [],
        ["no mark = seen; A = student absent; T = therapist out"],
    ]
    rows = [[cell.replace("\\n", "\n") for cell in row] for row in rows]

    def at(start: str, end: str, size: int = 1) -> Row:
        grouping = "group" if size > 1 else "individual"
        by = {"provider": "Lund, Bo", "grouping": grouping, "group_size": size}
        return by | {"start_time": start, "end_time": end}

    first, second, third = at("08:15", "08:45"), at("08:50", "09:20"), at("09:30", "10:00")
    both = at("08:50", "09:20", 2)
    truth = [
        given("Ruiz, Ana", "2025-11-03", 30, "PT", **first), given("Stamp, Levi", "2025-11-04", 30, "PT", **first),
        missed("Ruiz, Ana", "2025-11-05", "student_absent", "PT", **first),
        given("Stamp, Levi", "2025-11-07", 30, "PT", **first),
        given("Tell, Joss", "2025-11-03", 30, "PT", **both), given("Ulm, Greta", "2025-11-03", 30, "PT", **both),
        given("Vance, Otis", "2025-11-04", 30, "PT", **second), given("Tell, Joss", "2025-11-05", 30, "PT", **both),
        missed("Ulm, Greta", "2025-11-05", "student_absent", "PT", **both),
        missed("Vance, Otis", "2025-11-06", "provider_absent", "PT", **second),
        given("Wray, Kip", "2025-11-03", 30, "PT", **third), given("Wray, Kip", "2025-11-05", 30, "PT", **third),
    ]  # fmt: skip
    return Shape("a_week_marked_after_it", "week.xlsx", book({"11-3": rows}), {"sessions": truth})


@shape
def a_week_that_is_planned() -> Shape:
    """The same without a mark and without a note: a plan, and no log."""
    rows = drawn("""
        OT schedule
        Petra Holm, COTA|||Week of 10/6/2025
        |Mon 10/6|Tue 10/7|Wed 10/8
        8:30-9:00|Ruiz, Ana|Stamp, Levi|Ruiz, Ana
        9:00-9:30|Teller, Joss|Vance, Otis|Teller, Joss
        """)
    return Shape("a_week_that_is_planned", "schedule.csv", text(rows), refused="it looks like sessions")
