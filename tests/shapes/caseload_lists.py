"""Therapists' own caseload lists: a column for the service, amounts in short, the period in a heading or a title."""

from tests.shapes.shape import Shape, drawn, line, shape, text, times


@shape
def time_a_week_unless_noted() -> Shape:
    """One column of amounts in words and numbers; its heading says the period of those that name none."""
    rows = drawn("""
        Student|Grade|Teacher|School|OT time (per wk unless noted)|Remarks
        Abel, Ida|K|Ms. Ray|Birch|30|mornings
        Bolt, Gus|2|Mr. Fay|Birch|2x30|
        Cane, Lou|3|Ms. Orr|Alder|60/month|
        Dorn, Eve|PK|Ms. Orr|Alder|2x15|
        """)
    truth = [
        line("Abel, Ida", "OT", 30, "week", school="Birch"),
        line("Bolt, Gus", "OT", 2 * 30, "week", **times(2, 30), school="Birch"),
        line("Cane, Lou", "OT", 60, "month", school="Alder"),
        line("Dorn, Eve", "OT", 2 * 15, "week", **times(2, 15), school="Alder"),
    ]
    return Shape("time_a_week_unless_noted", "my kids.csv", text(rows), {"service_lines": truth})


@shape
def weekly_by_title() -> Shape:
    """Only the service stands over the numbers, only the title says by what period."""
    rows = drawn("""
        Weekly OT minutes by student
        Student|Grade|School|OT|Model
        Abel, Ida|K|Birch|30|PI
        Bolt, Gus|2|Birch|60|PO
        Cane, Lou|3|Alder|45|PO
        """)
    truth = [
        line("Abel, Ida", "OT", 30, "week", school="Birch", setting="push_in"),
        line("Bolt, Gus", "OT", 60, "week", school="Birch", setting="pull_out"),
        line("Cane, Lou", "OT", 45, "week", school="Alder", setting="pull_out"),
    ]
    return Shape("weekly_by_title", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def no_period_at_all() -> Shape:
    """Minutes that name no period wait for one answer; the one that does goes in."""
    rows = drawn("""
        Student|School|PT
        Abel, Ida|Birch|30
        Bolt, Gus|Birch|45
        Cane, Lou|Alder|60
        Dorn, Eve|Alder|2x30/wk
        """)
    truth = [line("Dorn, Eve", "PT", 2 * 30, "week", **times(2, 30), school="Alder")]
    held = {"service_lines": {"waiting": [2, 3, 4]}}
    return Shape("no_period_at_all", "pt list.csv", text(rows), {"service_lines": truth}, held,
                 asked=("amounts without a period",))  # fmt: skip


@shape
def amounts_in_short() -> Shape:
    """60/month are minutes, since nobody comes so often; 2x/month beside minutes are sessions."""
    rows = drawn("""
        Student|School|Speech services
        Abel, Ida|Birch|2x30/wk
        Bolt, Gus|Birch|60/month
        Cane, Lou|Alder|30/wk
        Dorn, Eve|Alder|2x/month for 20 min
        """)
    truth = [
        line("Abel, Ida", "SLP", 2 * 30, "week", **times(2, 30), school="Birch"),
        line("Bolt, Gus", "SLP", 60, "month", school="Birch"),
        line("Cane, Lou", "SLP", 30, "week", school="Alder"),
        line("Dorn, Eve", "SLP", 2 * 20, "month", **times(2, 20), school="Alder"),
    ]
    return Shape("amounts_in_short", "speech.csv", text(rows), {"service_lines": truth})


def _services(product: str, cycle: str | None) -> Shape:
    """Services with their amounts in one column, two ways of one in a cell; a C that may be of consult, or the classroom, is
    asked about, and so are amounts without a period."""
    rows = drawn(f"""
        Name|Gr|Tchr|Svc|IEP due|Sched
        Lane, Ada|K|Poole|OT 2x30{product} PO|10/14/26|M/W 9:00
        Moss, Ben|1|Poole|OT 1x30{product} PI|1/22/26|T 10:30
        Nash, Cy|1|Hale|OT 60 min/mo C|3/3/26|1st Th
        Oates, Di|3|Hale|OT 1x30{product} PO + 1x15{product} PI|5/19/26|T/Th 1:15
        """)
    out, within = {"setting": "pull_out"}, {"setting": "push_in"}
    truth = [
        line("Lane, Ada", "OT", 60, cycle, **out, **times(2, 30)),
        line("Moss, Ben", "OT", 30, cycle, **within, **times(1, 30)),
        line("Oates, Di", "OT", 30, cycle, **out, **times(1, 30)),
        line("Oates, Di", "OT", 15, cycle, **within, **times(1, 15)),
    ]
    unread = {
        "student": "Nash, Cy",
        "service": "OT",
        "plan_type": "IEP",
        "kind": "direct",
        "esy": False,
        "is_usable": False,
    }
    held = {} if cycle else {"service_lines": {"waiting": [2, 3, 5, 5]}}
    asked = ("OT 60 min/mo C", *([] if cycle else ["amounts without a period"]))
    name = f"services_in_short_with_{'their' if cycle else 'no'}_period"
    return Shape(name, "caseload.csv", text(rows), {"service_lines": [*(truth if cycle else []), unread]}, held, asked)


@shape
def services_in_short_with_their_period() -> Shape:
    return _services("/wk", "week")


@shape
def services_in_short_with_no_period() -> Shape:
    return _services("", None)


@shape
def who_gives_it_behind_each_amount() -> Shape:
    """A column a service, and behind each amount who gives it, in brackets or after a dash."""
    rows = drawn("""
        Student|School|Case Manager|OT|PT|Speech|Next IEP
        Lane, Ada|Elm|Poole|60 min/wk (K. Rivers)|-|30 min/wk - P. King|10/14/26
        Moss, Ben|Elm|Poole|30 min/wk (L. Stone)|20 min/wk (D. Voss)|-|1/22/26
        """)
    told = [
        ("Lane, Ada", "OT", 60, "Rivers, K."), ("Lane, Ada", "SLP", 30, "King, P."),
        ("Moss, Ben", "OT", 30, "Stone, L."), ("Moss, Ben", "PT", 20, "Voss, D."),
    ]  # fmt: skip
    truth = [line(who, service, minutes, "week", school="Elm", provider=by) for who, service, minutes, by in told]
    return Shape("who_gives_it_behind_each_amount", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def mandates_with_their_group() -> Shape:
    """Sessions, minutes and the size of the group in a column a service, as a remark explains; the last row counts mandates."""
    rows = drawn("""
        Related services as of 10/15/2025
        Mandate = sessions per week x minutes : group size
        Student Name|Homeroom|Start Date|OT|PT|Speech
        Lane, Ada|K-1|9/4/2025|2x30:1||2x30:3
        Moss, Ben|2-1|9/4/2025|1x30:2|1x30:1|
        Nash, Cy|2-2|9/4/2025|2x45:1||
        Students with a mandate|||3|1|1
        """)
    told = [
        ("Lane, Ada", "OT", 2, 30, 1), ("Lane, Ada", "SLP", 2, 30, 3), ("Moss, Ben", "OT", 1, 30, 2),
        ("Moss, Ben", "PT", 1, 30, 1), ("Nash, Cy", "OT", 2, 45, 1),
    ]  # fmt: skip
    truth = [
        line(who, service, sessions * minutes, "week", start_date="2025-09-04", **times(sessions, minutes), group_max=size,
             grouping="individual" if size == 1 else "group")
        for who, service, sessions, minutes, size in told
    ]  # fmt: skip
    return Shape("mandates_with_their_group", "mandates.csv", text(rows), {"service_lines": truth})


@shape
def totals_that_fill_every_amount() -> Shape:
    """Totals of schools with an amount under each service, one with how many, one behind the school's name; then a child."""
    rows = drawn("""
        Caseload by building - minutes per week
        Student|Gr|OT min/wk|PT min/wk|Speech min/wk
        Fernhill Elementary||||
        Agnew, Ila|2|30|20|
        Bisset, Ro|4||20|60
        Subtotal (2)||30|40|60
        Marsh Middle||||
        Culver, Nan|6|45|15|
        Total, Dara|7||30|20
        Marsh Subtotal||45|45|20
        Grand total||75|85|80
        """)
    fern, marsh = {"school": "Fernhill Elementary"}, {"school": "Marsh Middle"}
    truth = [
        line("Agnew, Ila", "OT", 30, "week", **fern),
        line("Agnew, Ila", "PT", 20, "week", **fern),
        line("Bisset, Ro", "PT", 20, "week", **fern),
        line("Bisset, Ro", "SLP", 60, "week", **fern),
        line("Culver, Nan", "OT", 45, "week", **marsh),
        line("Culver, Nan", "PT", 15, "week", **marsh),
        line("Total, Dara", "PT", 30, "week", **marsh),
        line("Total, Dara", "SLP", 20, "week", **marsh),
    ]
    return Shape("totals_that_fill_every_amount", "by building.csv", text(rows), {"service_lines": truth})
