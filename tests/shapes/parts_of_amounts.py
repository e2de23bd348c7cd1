"""Amounts that a second row of headings divides by where, how or by which service they are given."""

from tests.shapes.shape import Merged, Shape, book, drawn, line, shape, text, times


@shape
def in_and_out_of_class() -> Shape:
    """Direct and indirect minutes of a caseload, the direct ones in class and out of it, staff and parents consulted."""
    rows = [
        ["PT caseload", "", "", "", "", ""],
        ["Student", "Student No.", Merged("Direct (min/wk)", 2), "", Merged("Indirect (min per month)", 2), ""],
        ["", "", "In Class", "Out of Class", "Consult to Teacher", "Consult with Family"],
        ["Amsel, Ida", "70511", 20, 30, 15, ""],
        ["Bohm, Otto", "70512", "", 45, "", 10],
        ["Dorn, Eve", "70513", 25, 0, "", ""],
    ]
    staff = {"kind": "indirect", "setting": "consult_staff"}
    truth = [
        line("70511", "PT", 20, "week", setting="push_in", student="Amsel, Ida"),
        line("70511", "PT", 30, "week", setting="pull_out", student="Amsel, Ida"),
        line("70511", "PT", 15, "month", student="Amsel, Ida", **staff),
        line("70512", "PT", 45, "week", setting="pull_out", student="Bohm, Otto"),
        line("70512", "PT", 10, "month", student="Bohm, Otto", **{**staff, "setting": "consult_family"}),
        line("70513", "PT", 25, "week", setting="push_in", student="Dorn, Eve"),
    ]
    return Shape("in_and_out_of_class", "PT caseload.xlsx", book({"PT": rows}), {"service_lines": truth})


@shape
def services_under_minutes() -> Shape:
    """Services under the minutes of a week, a consulting one under those of a month, below a name that stands in both."""
    rows = drawn("""
        ||Minutes per Week||Minutes per Month
        Student|Student No.|OT|Speech|Nursing Consult
        Amsel, Ida|70511|30||20
        Bohm, Otto|70512|45|60|
        """)
    truth = [
        line("70511", "OT", 30, "week", student="Amsel, Ida"),
        line("70511", "NURSING", 20, "month", student="Amsel, Ida") | {"kind": "indirect"},
        line("70512", "OT", 45, "week", student="Bohm, Otto"),
        line("70512", "SLP", 60, "week", student="Bohm, Otto"),
    ]
    return Shape("services_under_minutes", "services.csv", text(rows), {"service_lines": truth})


@shape
def consultation_over_a_block() -> Shape:
    """Blocks of a form whose titles say with whom there is consultation, and which services are for the child."""
    head = ["Service", "Frequency", "Start", "End"]
    rows = [
        ["Student Name:", "Eve Dorn", "ID#:", "70513"], [],
        ["1. Consultation for school staff"], head, ["Occupational Therapy", "1 x 20 min monthly", "9/2/2025", "9/1/2026"], [],
        ["2. Direct services outside of the general education classroom"], head,
        ["Speech", "2 x 30 min weekly", "9/2/2025", "9/1/2026"],
    ]  # fmt: skip
    same = {"student": "Dorn, Eve", "start_date": "2025-09-02", "end_date": "2026-09-01"}
    truth = [
        line("70513", "OT", 20, "month", setting="consult_staff", **times(1, 20), **same) | {"kind": "indirect"},
        line("70513", "SLP", 60, "week", setting="pull_out", **times(2, 30), **same),
    ]
    return Shape("consultation_over_a_block", "plan.xlsx", book({"Plan": rows}), {"service_lines": truth})


@shape
def amounts_of_one_service_and_their_ways() -> Shape:
    """Several amounts of one service in a cell are a line each, though only the first one names it; the duration is the end."""
    rows = drawn("""
        Student ID|Student|Services|Duration|Start Date
        77110|Bly, Una|Speech 1x30 wk ind, 1x30 wk grp|through 10/5/26|10/6/2025
        77125|Cox, Ira|OT 1x30 wk ind|through 11/3/26|11/4/2025
        """)
    una = {"student": "Bly, Una", "start_date": "2025-10-06", "end_date": "2026-10-05"}
    ira = {"student": "Cox, Ira", "start_date": "2025-11-04", "end_date": "2026-11-03"}
    truth = [
        line("77110", "SLP", 30, "week", **times(1, 30), grouping="individual", **una),
        line("77110", "SLP", 30, "week", **times(1, 30), grouping="group", **una),
        line("77125", "OT", 30, "week", **times(1, 30), grouping="individual", **ira),
    ]
    return Shape("amounts_of_one_service_and_their_ways", "services.csv", text(rows), {"service_lines": truth})
