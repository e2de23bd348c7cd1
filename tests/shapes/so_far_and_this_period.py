"""Units used so far in a log, and progress of this quarter where a title tells which one it is."""

from tests.shapes.shape import Shape, drawn, given, shape, text


@shape
def units_used_so_far() -> Shape:
    """Used and remaining units make one sum: a session had what the used ones grew by, and a child's first one isn't told."""
    rows = drawn("""
        Client|DOS|Service|Units Used|Units Remaining
        Tolley, Ana|10/6/2025|OT|2|38
        Tolley, Ana|10/13/2025|OT|4|36
        Tolley, Ana|10/20/2025|OT|7|33
        Usher, Sol|10/7/2025|OT|10|14
        Usher, Sol|10/14/2025|OT|12|12
        """)
    truth = [
        given("Tolley, Ana", "2025-10-13", 30), given("Tolley, Ana", "2025-10-20", 45),
        given("Usher, Sol", "2025-10-14", 30),
    ]  # fmt: skip
    held = {"sessions": {"waiting": [2, 5]}}
    return Shape("units_used_so_far", "units.csv", text(rows), {"sessions": truth}, held, ("(blank)",))


@shape
def this_quarter_of_a_title() -> Shape:
    """A title names the quarter of which a column tells no more than that it is this one."""
    rows = drawn("""
        Quarter 2 Progress
        Pupil|Annual Goal|Baseline|Target|Last Quarter|This Quarter
        Tolley, Ana|Cuts along a line|20%|80%|35%|45%
        Usher, Sol|Buttons a coat|10%|70%|20%|30%
        """)
    told = (("Tolley, Ana", "Cuts along a line", 20, 80, 45), ("Usher, Sol", "Buttons a coat", 10, 70, 30))
    goals = [
        {"student": who, "goal_text": goal, "baseline": start, "target": aim, "unit": "percent"}
        for who, goal, start, aim, _ in told
    ]
    measured = [{"student": who, "period": "Q2", "value": score} for who, _, _, _, score in told]
    return Shape("this_quarter_of_a_title", "progress.csv", text(rows), {"goals": goals, "measurements": measured})
