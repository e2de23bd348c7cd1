"""What remarks tell of single lines and no column does: how they are given, of which plan, when they began within it."""

import pytest

from tests.data.sheets import cells, table


def told(remark: str, heading: str, *, start: str = "IEP From", more: str = "") -> str | None:
    found = table(
        f"Student|Service|Min/wk|{start}|IEP To|Remarks{'|Type' if more else ''}",
        f"Abara, Nell|OT|30|9/15/2025|9/14/2026|{remark}{'|' + more if more else ''}",
        f"Boone, Cy|OT|30|9/8/2025|9/7/2026|{'|' + more if more else ''}",
    )
    return cells(found, heading)[0][0] if heading in found.headings else None


@pytest.mark.parametrize(
    ("remark", "kind"),
    [("consult only", "indirect"), ("Consult w/ teacher", "indirect"), ("indirect", "indirect"), ("504; consult", "indirect"),
     ("mom wants consult", None), ("consult 15 min/mo", None), ("direct and consult", None),
     ("consult with OT re seating", None), ("no consult", None), ("no hands on, consult", "indirect")],
)  # fmt: skip
def test_a_remark_that_says_no_more_than_a_kind(remark: str, kind: str | None) -> None:
    assert told(remark, "Kind") == kind


@pytest.mark.parametrize(
    ("remark", "plan"),
    [("504", "504"), ("504 plan", "504"), ("RTI", "RTI"), ("504 mtg 11/3", None), ("room 504", None)],
)
def test_a_remark_that_says_no_more_than_a_plan(remark: str, plan: str | None) -> None:
    assert told(remark, "Plan Type") == plan


def test_a_column_of_kinds_stands_against_remarks() -> None:
    assert told("consult only", "Kind", more="Direct") is None


@pytest.mark.parametrize(
    ("remark", "start"),
    [("OT started 10/6/25", "2025-10-06"), ("consult only; began 10/6", "2025-10-06"), ("moved in 10/6", "2025-10-06"),
     ("new 10/6", "2025-10-06"),
     ("started 9/1/25", "9/15/2025"), ("starts 10/6? ask mom", "9/15/2025"), ("started 10/6/2026", "9/15/2025"),
     ("new aide, started 10/6/25", "9/15/2025"), ("504; started 10/6/25", "2025-10-06")],
)  # fmt: skip
def test_a_start_in_a_remark_counts_within_the_plan(remark: str, start: str) -> None:
    assert told(remark, "IEP From") == start


def test_a_lines_own_start_stands_against_remarks() -> None:
    """Who began late was owed the minutes since the line's own start."""
    assert told("started 10/6/25", "Start Date", start="Start Date") == "9/15/2025"


def test_a_span_of_days_keeps_its_other_end() -> None:
    """D/C ends the first line early, and leaves its start as the span tells it."""
    found = table(
        "Student|Service|Min/wk|IEP Dates|Remarks",
        "Abara, Nell|OT|30|9/15/2025 - 9/14/2026|D/C 1/9/26",
        "Boone, Cy|OT|30|9/8/2025 - 9/7/2026|OT began 10/6/25",
    )
    days = [one for one in found.headings if one not in ("Student", "Service", "Min/wk", "Remarks")]
    assert cells(found, *days) == [("9/15/2025", "2026-01-09"), ("2025-10-06", "9/7/2026")]
