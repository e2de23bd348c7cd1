"""What service lines are called: whoever has two of them can tell them apart."""

import pandas as pd

from ui.parts import told_lines


def line(student: str, line_id: str, service: str = "OT", setting: str | None = "pull_out") -> dict[str, object]:
    return {"student_id": student, "line_id": line_id, "service": service, "setting": setting}


def test_a_line_is_told_by_its_setting_and_promise() -> None:
    frame = pd.DataFrame(
        [
            {**line("s1", "L1"), "amount_minutes": 30.0, "cycle": "week"},
            {**line("s1", "L2", "SLP", None), "amount_minutes": 15.0, "cycle": "month"},
            {**line("s2", "L3"), "amount_minutes": None, "cycle": None},
        ]
    )
    assert told_lines.named(frame)["line"].tolist() == [
        "OT pull-out, 30 min a week", "Speech-language, 15 min a month", "OT pull-out",
    ]  # fmt: skip
    assert told_lines.named(frame, promise=False)["line"].tolist() == ["OT pull-out", "Speech-language", "OT pull-out"]


def test_lines_that_are_alike_are_told_with_their_ids() -> None:
    """Two of one student are alike; the same line twice is one, and another student's is no matter."""
    frame = pd.DataFrame([line("s1", "L1"), line("s1", "L2"), line("s1", "L2"), line("s2", "L3")])
    assert told_lines.named(frame)["line"].tolist() == [
        "OT pull-out (L1)", "OT pull-out (L2)", "OT pull-out (L2)", "OT pull-out",
    ]  # fmt: skip


def test_in_short_the_service_is_left_out_where_all_have_it() -> None:
    one = pd.DataFrame([line("s1", "L1"), line("s2", "L2", setting="push_in")])
    assert told_lines.named(one, in_short=True)["line"].tolist() == ["pull-out", "push-in"]
    two = pd.DataFrame([line("s1", "L1"), line("s2", "L2", "PT")])
    assert told_lines.named(two, in_short=True)["line"].tolist() == ["OT pull-out", "PT pull-out"]
    unsaid = pd.DataFrame([line("s1", "L1"), line("s2", "L2", setting=None)])
    assert told_lines.named(unsaid, in_short=True)["line"].tolist() == ["OT pull-out", "OT"]
    assert told_lines.named(one.head(0), in_short=True)["line"].tolist() == []
