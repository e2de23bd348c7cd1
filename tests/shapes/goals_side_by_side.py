"""Goals of a student side by side in one row, each before what was reported of it."""

from tests.shapes.shape import Row, Shape, drawn, shape, text


def _goals(*told: tuple[str, str]) -> list[Row]:
    return [{"student": who, "goal_text": goal} for who, goal in told]


TOLD = (("Ender, Lu", "Cuts along a line"), ("Ender, Lu", "Buttons a coat"), ("Fitch, Max", "Writes own name"))


@shape
def goals_before_their_quarters() -> Shape:
    """G1 Q1 is the first quarter of Goal 1; a second goal has its own, and one that isn't told has none."""
    rows = drawn("""
        Student|Goal 1|G1 Q1|G1 Q2|Goal 2|G2 Q1|G2 Q2
        Ender, Lu|Cuts along a line|35%|45%|Buttons a coat|10%|20%
        Fitch, Max|Writes own name|20%|30%|||
        """)
    told = [(TOLD[0], (35, 45)), (TOLD[1], (10, 20)), (TOLD[2], (20, 30))]
    truth = [
        {"student": who, "period": period, "value": value}
        for (who, _), own in told for period, value in zip(("Q1", "Q2"), own, strict=True)
    ]  # fmt: skip
    both = {"goals": _goals(*TOLD), "measurements": truth}
    return Shape("goals_before_their_quarters", "goals.csv", text(rows), both)


@shape
def goals_before_the_same_headings() -> Shape:
    """The headings behind each goal are the same, and stand for the goal before them."""
    rows = drawn("""
        Student|Goal #1|MP1|MP2|MP3|Goal #2|MP1|MP2|MP3|Case Manager
        Ender, Lu|Cuts along a line|PS|AP|M|Buttons a coat|NP|PS|AP|Gale, Pia
        Fitch, Max|Writes own name|PS|PS|AP|||||Gale, Pia

        NP = No progress
        PS = Progressing slowly
        AP = Adequate progress
        M = Mastered
        """)
    words = {"NP": "no_progress", "PS": "insufficient", "AP": "sufficient", "M": "mastered"}
    told = [(TOLD[0], "PS AP M"), (TOLD[1], "NP PS AP"), (TOLD[2], "PS PS AP")]
    truth = [
        {"student": who, "period": f"MP{at}", "progress_code": words[one]}
        for (who, _), own in told for at, one in enumerate(own.split(), 1)
    ]  # fmt: skip
    both = {"goals": _goals(*TOLD), "measurements": truth}
    return Shape("goals_before_the_same_headings", "goals.csv", text(rows), both)
