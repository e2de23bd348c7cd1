"""Several services, or several ways of one, in the cells of a caseload, and procedures of a log."""

from tests.shapes.shape import Shape, drawn, given, line, shape, text, times


@shape
def services_and_amounts_by_commas() -> Shape:
    """The first amount is of the first service; the comma of a day or a name parts nothing."""
    rows = drawn("""
        Student Name|Services|Mandate|Start Date
        Garner, Ivo|OT, SLP|30x2 weekly, 20x1 monthly|Sep 8, 2025
        Hale, Uma|PT|30x1 weekly|Sep 8, 2025
        """)
    start = {"start_date": "2025-09-08"}
    truth = [
        line("Garner, Ivo", "OT", 60, "week", **times(2, 30), **start),
        line("Garner, Ivo", "SLP", 20, "month", **times(1, 20), **start),
        line("Hale, Uma", "PT", 30, "week", **times(1, 30), **start),
    ]
    return Shape("services_and_amounts_by_commas", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def ways_in_brackets() -> Shape:
    """Brackets say how many of the sessions are given in which way; where they don't say it of all, it is asked."""
    rows = drawn("""
        Student|Service|Frequency
        Garner, Ivo|OT|2 x 20 (1 ind 1 grp) weekly
        Hale, Uma|OT|3x30 weekly (2 individual, 1 group)
        Imes, Kit|OT|2x30 weekly (1 PO/1 PI)
        """)
    alone, group = {"grouping": "individual"}, {"grouping": "group"}
    truth = [
        line("Garner, Ivo", "OT", 20, "week", **times(1, 20), **alone),
        line("Garner, Ivo", "OT", 20, "week", **times(1, 20), **group),
        line("Hale, Uma", "OT", 60, "week", **times(2, 30), **alone),
        line("Hale, Uma", "OT", 30, "week", **times(1, 30), **group),
        line("Imes, Kit", "OT", 30, "week", **times(1, 30), setting="pull_out"),
        line("Imes, Kit", "OT", 30, "week", **times(1, 30), setting="push_in"),
    ]
    return Shape("ways_in_brackets", "ot.csv", text(rows), {"service_lines": truth})


@shape
def special_education_beside_services() -> Shape:
    """Minutes of special education beside those of other services are specialised instruction's."""
    rows = drawn("""
        Student Name|Sp Ed Minutes|OT Minutes|Speech Minutes|Period
        Garner, Ivo|300|30|60|Weekly
        Hale, Uma|150||30|Weekly
        """)
    truth = [
        line("Garner, Ivo", "SDI", 300, "week"), line("Garner, Ivo", "OT", 30, "week"),
        line("Garner, Ivo", "SLP", 60, "week"), line("Hale, Uma", "SDI", 150, "week"),
        line("Hale, Uma", "SLP", 30, "week"),
    ]  # fmt: skip
    return Shape("special_education_beside_services", "minutes.csv", text(rows), {"service_lines": truth})


@shape
def procedures_under_a_bare_code() -> Shape:
    """Numbers of procedures are no outcomes: who treated tells the service."""
    rows = drawn("""
        Date|Student|Code|Minutes|Provider
        9/8/2025|Garner, Ivo|97530|30|Janda, Mia OTR/L
        9/9/2025|Hale, Uma|97110-GO|30|Janda, Mia OTR/L
        """)
    by = {"provider": "Janda, Mia"}
    truth = [given("Garner, Ivo", "2025-09-08", 30, **by), given("Hale, Uma", "2025-09-09", 30, **by)]
    return Shape("procedures_under_a_bare_code", "log.csv", text(rows), {"sessions": truth})
