"""Pages say what makes their figures provisional, with the way to settle it, as the command line does (decision 0571)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.app.conftest import Open, words
from tests.app.test_every_page import LINES, LOGS, Load
from tests.app.test_traces_and_times import link_of
from ui.parts import provisional

SCHOOL_DAYS = [date(2025, 8, 25) + timedelta(days=n) for n in range(285)]
CALENDAR = {
    "calendar.csv": "Date,Instructional\n"
    + "".join(f"{day:%m/%d/%Y},Yes\n" for day in SCHOOL_DAYS if day.weekday() < 5)
}
PERIODS = {
    "periods.csv": "School Year,Period,Start Date,End Date\n"
    "2025-26,Q1,08/25/2025,10/31/2025\n2025-26,Q2,11/03/2025,01/23/2026\n"
    "2025-26,Q3,01/26/2026,03/20/2026\n2025-26,Q4,03/23/2026,06/05/2026\n"
}
QUARTERLY = {
    name: text + "S3,OT,Pull-out,120 min/quarter,08/25/2025,06/05/2026,Cedar,T1\n" for name, text in LINES.items()
}
PROPOSED = "Provisional: the calendar is only a proposed one."
BOTH = (
    "Provisional: the calendar is only a proposed one, and quarters of equal length stand for grading periods, of which none "
    "is loaded."
)


@pytest.mark.parametrize(
    ("found", "said", "to_do"),
    [
        (("proposed calendar",), PROPOSED, "Confirm the calendar"),
        (("proposed calendar", "quarters of equal length"), BOTH, "Confirm the calendar and load the grading periods"),
        (
            ("quarters of equal length", "semesters of equal length"),
            "Provisional: quarters of equal length and semesters of equal length stand for grading periods, of which none is "
            "loaded.",
            "Load the grading periods",
        ),
    ],
)
def test_the_sentence_and_what_to_do(found: tuple[str, ...], said: str, to_do: str) -> None:
    assert (provisional.sentence(found), provisional.to_do(found)) == (said, to_do)


def test_pages_say_so_of_the_lines_that_they_show(open_page: Open, load: Load, tmp_path: Path) -> None:
    """S3's line goes by quarters, those of S1 and S2 by weeks and months."""
    load(QUARTERLY | LOGS)
    link = {student: link_of(tmp_path / "ledger.duckdb", student) for student in ("S1", "S3")}
    for page, asked, said in (
        ("overview", {}, BOTH), ("compliance", {}, BOTH), ("student", {"student": link["S3"]}, BOTH),
        ("student", {"student": link["S1"]}, PROPOSED),
    ):  # fmt: skip
        app = open_page(page, **asked)
        assert [one for one in words(app).splitlines() if one.startswith("Provisional:")] == [said], page
        links = [one.proto for one in app.get("page_link") if one.proto.label.startswith("Confirm the calendar")]
        assert links[0].query_string == "settings_tab=Calendar"
    assert "lines go by quarters of equal length" in words(open_page("definitions", settings_tab="Calendar"))


@pytest.mark.slow
@pytest.mark.parametrize(("loaded", "said"), [({}, ["Provisional: quarters of equal length stand for"]), (PERIODS, [])])
def test_what_is_loaded_is_said_no_more(open_page: Open, load: Load, loaded: dict[str, str], said: list[str]) -> None:
    load(QUARTERLY | LOGS | CALENDAR | loaded)
    told = [one for one in words(open_page("compliance")).splitlines() if one.startswith("Provisional:")]
    assert [one.partition(" grading")[0] for one in told] == said
