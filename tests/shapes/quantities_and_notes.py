"""Amounts of which a unit, or a note below the table, says what they count."""

from tests.shapes.shape import Shape, drawn, line, shape, text, times


@shape
def so_many_of_a_length() -> Shape:
    """A quantity of units that are lengths counts sessions."""
    rows = drawn("""
        Pupil|Svc|Qty|Unit|Per
        Yost, Fay|OT|2|30 min|Week
        Zorn, Gil|PT|1|45 min|Month
        """)
    truth = [
        line("Yost, Fay", "OT", 60, "week", **times(2, 30)),
        line("Zorn, Gil", "PT", 45, "month", **times(1, 45)),
    ]
    return Shape("so_many_of_a_length", "services.csv", text(rows), {"service_lines": truth})


@shape
def so_much_time() -> Shape:
    """A quantity of minutes or hours is the amount itself."""
    rows = drawn("""
        Pupil|Svc|Quantity|Units|Frequency
        Yost, Fay|OT|60|minutes|Weekly
        Zorn, Gil|PT|2|hours|Monthly
        """)
    truth = [line("Yost, Fay", "OT", 60, "week"), line("Zorn, Gil", "PT", 120, "month")]
    return Shape("so_much_time", "services.csv", text(rows), {"service_lines": truth})


@shape
def a_note_below_says_per_month() -> Shape:
    """Amounts that name no period are of the one that a note below the table tells."""
    rows = drawn("""
        Pupil|Svc|Min|Start
        Yost, Fay|OT|120|9/2/2025
        Zorn, Gil|PT|60|9/2/2025

        Note: minutes are per month.
        """)
    truth = [
        line("Yost, Fay", "OT", 120, "month", start_date="2025-09-02"),
        line("Zorn, Gil", "PT", 60, "month", start_date="2025-09-02"),
    ]
    return Shape("a_note_below_says_per_month", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def a_note_below_of_one_service() -> Shape:
    """What a note says of one service's amounts is not of all: they wait."""
    rows = drawn("""
        Pupil|Svc|Min|Start
        Yost, Fay|OT|120|9/2/2025
        Zorn, Gil|PT|60|9/2/2025

        PT minutes are per month
        """)
    held = {"service_lines": {"waiting": [2, 3]}}
    return Shape("a_note_below_of_one_service", "caseload.csv", text(rows), {}, held, ("amounts without a period",))
