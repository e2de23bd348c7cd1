"""Lines that were never agreed, sums up to a day, years beside quarters, and registers that only look like logs."""

from tests.shapes.shape import Shape, book, drawn, given, line, shape, text, times


@shape
def lines_never_agreed() -> Shape:
    """A planned last day ends nothing that was declined or only proposed: it is asked, and owed by nobody meanwhile."""
    rows = drawn("""
        Student ID|Service|Min/Session|Sessions/Week|Begin|End|Consent
        S40|OT|30|2|9/2/2025|6/5/2026|Signed
        S41|OT|30|1|9/2/2025|6/5/2026|Refused by parent
        S42|PT|30|1|9/2/2025|6/5/2026|Awaiting signature
        S43|PT|20|1|9/2/2025|6/5/2026|Signed
        """)
    days = {"start_date": "2025-09-02", "end_date": "2026-06-05"}
    truth = [
        line("S40", "OT", 60, "week", **times(2, 30), **days),
        line("S43", "PT", 20, "week", **times(1, 20), **days),
    ]
    return Shape(
        "lines_never_agreed", "grid with consent.csv", text(rows), {"service_lines": truth},
        held={"service_lines": {"waiting": [3, 4]}}, asked=("Refused by parent", "Awaiting signature"),
    )  # fmt: skip


@shape
def lines_that_ended() -> Shape:
    """A line that is inactive and tells the day of its end has ended on it."""
    rows = drawn("""
        Student ID|Service|Min/Session|Sessions/Week|Begin|End|Status
        S40|OT|30|2|9/2/2025|6/5/2026|Active
        S41|OT|30|1|9/2/2025|11/14/2025|Discontinued
        """)
    first = {"start_date": "2025-09-02"}
    truth = [
        line("S40", "OT", 60, "week", **times(2, 30), **first, end_date="2026-06-05"),
        line("S41", "OT", 30, "week", **times(1, 30), **first, end_date="2025-11-14"),
    ]
    return Shape("lines_that_ended", "grid.csv", text(rows), {"service_lines": truth})


@shape
def required_so_far() -> Shape:
    """What was required and given up to a day stands beside the week's minutes: only these are owed."""
    rows = drawn("""
        Student|Service|Min per Week|Expected YTD (min)|Delivered YTD
        Ruhl, Pia|OT|60|600|540
        Sato, Rin|PT|45|450|315
        """)
    truth = [
        line("Ruhl, Pia", "OT", 60, "week", stated_delivered_minutes=540),
        line("Sato, Rin", "PT", 45, "week", stated_delivered_minutes=315),
    ]
    return Shape("required_so_far", "report to board.csv", text(rows), {"service_lines": truth})


@shape
def sessions_a_quarter_and_the_year() -> Shape:
    """Sessions per quarter of some minutes, and what the year comes to: 4 x 30 is 120 a quarter, 480 a year."""
    rows = drawn("""
        Student ID|Service|# Sessions / Quarter|Min Each Session|Total Annual Min
        S40|OT|4|30|480
        S41|OT|9|20|720
        """)
    truth = [
        line("S40", "OT", 120, "quarter", **times(4, 30), stated_year_minutes=480),
        line("S41", "OT", 180, "quarter", **times(9, 20), stated_year_minutes=720),
    ]
    return Shape("sessions_a_quarter_and_the_year", "quarters.csv", text(rows), {"service_lines": truth})


@shape
def days_first_by_their_heading() -> Shape:
    """The heading says the order; one day could be read in no other."""
    rows = drawn("""
        Student ID|Service|Date (dd/mm/yy)|Minutes
        S40|OT|06/10/25|30
        S41|OT|13/10/25|45
        """)
    truth = [given("S40", "2025-10-06", 30), given("S41", "2025-10-13", 45)]
    return Shape("days_first_by_their_heading", "agency Oct.csv", text(rows), {"sessions": truth})


@shape
def a_training_s_sign_in() -> Shape:
    """Therapists who sign in to a training are nobody's sessions: nothing goes in, and what it is may be asked."""
    rows = [
        ["OT/PT Department Training"],
        ["Date:", "10/10/2025"],
        [],
        ["Name", "Role", "Time In", "Time Out", "Hours", "Initials"],
        ["Vega, Lou", "OTR/L", "8:00 AM", "11:00 AM", 3, "LV"],
        ["Quan, Rae", "COTA", "8:00 AM", "10:00 AM", 2, "RQ"],
    ]
    held = {"service_lines": {"waiting": [5, 6]}}
    return Shape("a_training_s_sign_in", "training.xlsx", book({"Sheet1": rows}), {}, held=held)


@shape
def referrals() -> Shape:
    """Who was referred and why: nobody was seen yet, and it is no list of all students."""
    rows = drawn("""
        Referral Date|Student|School|Referred By|Requested Service|Reason for Referral|Result
        9/4/2025|Ruhl, Pia|Elm Elementary|Teacher|OT|Handwriting|Evaluate
        10/1/2025|Sato, Rin|Elm Elementary|Parent|OT|Scissors|Parent declined
        """)
    return Shape("referrals", "OT referrals.csv", text(rows), {})


@shape
def clocks_beside_how_often() -> Shape:
    """When sessions take place stands beside how often: 9:00 is no length, so none of the column is."""
    rows = drawn("""
        Student ID|Service|Frequency|Time
        S40|OT|2x/week|9:00
        S41|OT|1x/week|1:15
        """)
    held = {"service_lines": {"rejected": [2, 3]}}
    return Shape("clocks_beside_how_often", "when.csv", text(rows), {}, held=held)


@shape
def how_many_were_there() -> Shape:
    """No. Students counts who was there; whole names tell who."""
    rows = drawn("""
        Student|Service|Date|Minutes|No. Students
        Ruhl, Pia|OT|11/3/2025|30|2
        Sato, Rin|OT|11/3/2025|30|2
        Toll, Uma|OT|11/4/2025|45|1
        """)
    truth = [
        given("Ruhl, Pia", "2025-11-03", 30, group_size=2, grouping="group"),
        given("Sato, Rin", "2025-11-03", 30, group_size=2, grouping="group"),
        given("Toll, Uma", "2025-11-04", 45, group_size=1, grouping="individual"),
    ]
    return Shape("how_many_were_there", "OT log.csv", text(rows), {"sessions": truth})


@shape
def small_numbers_of_students() -> Shape:
    """Student No is each child's own, small as it is."""
    rows = drawn("""
        Student|Student No|Service|Date|Minutes
        Ruhl, Pia|2|OT|11/3/2025|30
        Sato, Rin|3|OT|11/3/2025|30
        Ruhl, Pia|2|OT|11/4/2025|45
        """)
    truth = [
        given("2", "2025-11-03", 30, student="Ruhl, Pia"), given("3", "2025-11-03", 30, student="Sato, Rin"),
        given("2", "2025-11-04", 45, student="Ruhl, Pia"),
    ]  # fmt: skip
    return Shape("small_numbers_of_students", "log 11.csv", text(rows), {"sessions": truth})


@shape
def totals_until_the_day_of_a_title() -> Shape:
    """A title tells until when the delivered minutes go; the report was printed later."""
    rows: list[list[str | int]] = [
        ["Minutes served through October 31, 2025"],
        ["Printed: 11/4/2025"],
        [],
        ["Student ID", "Service", "Frequency", "Min/Session", "Times", "Minutes Served", "Balance"],
        ["52001", "OT", "Weekly", 30, 1, 240, 60],
        ["52002", "Speech", "Weekly", 20, 2, 310, 50],
        ["52003", "PT", "Monthly", 45, 1, "", 90],
    ]
    told = {"stated_as_of": "2025-10-31"}
    truth = [
        line("52001", "OT", 30, "week", **times(1, 30), stated_delivered_minutes=240, **told),
        line("52002", "SLP", 40, "week", **times(2, 20), stated_delivered_minutes=310, **told),
        line("52003", "PT", 45, "month", **times(1, 45)),
    ]
    return Shape("totals_until_the_day_of_a_title", "served.xlsx", book({"Oct": rows}), {"service_lines": truth})
