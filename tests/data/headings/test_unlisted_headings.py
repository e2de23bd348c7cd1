"""Headings that no list has, by the words in them; and tables on their side."""

import pytest

from data.ingest.mapping import meaning, propose
from data.ingest.model import Answers, Options
from data.ingest.tables import finding
from data.ingest.values import dates, frequencies
from data.ingest.values.words import heading, spelt_out
from tests.data.sheets import of_rows


@pytest.mark.parametrize(
    ("dataset", "told", "place"),
    [
        ("sessions", "Minutes Furnished", "minutes"),
        ("sessions", "Minutes Not Furnished", None),
        ("sessions", "Minutes Cancelled by School", "minutes_missed"),
        ("sessions", "Unserved Minutes", "minutes_missed"),
        ("sessions", "Min Un-Served", "minutes_missed"),
        ("sessions", "Non-delivered Time (min)", "minutes_missed"),
        ("sessions", "Minutes Deficit", None),
        ("sessions", "Unused Minutes", None),
        ("sessions", "Planned Session Minutes", "gross_minutes"),
        ("sessions", "Travel Minutes", None),
        ("sessions", "Day Treated", "session_date"),
        ("sessions", "Consent Date", None),
        ("sessions", "IEP Date", None),
        ("sessions", "IEP Minutes Provided", "minutes"),
        ("sessions", "Date Finalized", "logged_on"),
        ("service_lines", "Initial Start Date", "start_date"),
        ("service_lines", "Recommendation End Date", "end_date"),
        ("students", "School Admission Date", "enrolled_from"),
        ("students", "Next Review Date", None),
    ],
)
def test_words_say_the_place(dataset: str, told: str, place: str | None) -> None:
    names = ("minutes", "minutes_missed", "gross_minutes", "session_date", "logged_on", "start_date", "end_date",
             "enrolled_from", "enrolled_to")  # fmt: skip
    worth = {name: meaning.worth(heading(told), name, dataset) for name in names}
    assert [name for name in names if worth[name]] == ([place] if place else [])


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("STUDENTFIRSTNM", "first name student"),
        ("SYSTEMSTUDENTID", "id student system"),
        ("exceptionality", "exceptionality"),
    ],
)
def test_words_that_run_together_are_parted(told: str, words: str) -> None:
    assert spelt_out(heading(told)) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2025-09-08T00:00:00", True), ("9/8/2025 12:00:00 AM", True), ("2025-09-08 10:00", False), ("2025-09-08", False)],
)
def test_a_day_at_midnight_is_a_day(text: str, expected: bool) -> None:
    assert dates.is_midnight(text) is expected


def test_an_amount_a_week() -> None:
    said = frequencies.read("60 min a week")
    assert (said.amount_minutes, said.cycle) == (60, "week")


def test_a_table_on_its_side_is_stood_upright() -> None:
    rows = [
        ["Therapist: Ruiz, Paz"],
        [],
        ["Student ID", "1001", "1002", "1003"],
        ["Service", "OT", "PT", "OT"],
        ["Service Date", "9/8/2025", "9/9/2025", "9/9/2025"],
        ["Minutes", "30", "45", "30"],
    ]
    (table,) = finding.find(of_rows(rows))
    assert table.headings == ("Student ID", "Service", "Service Date", "Minutes", "Therapist")
    assert table.body.column(3).to_pylist() == ["30", "45", "30"]
    assert table.body.column(4).to_pylist() == ["Ruiz, Paz"] * 3


def test_a_log_of_few_columns_stays_as_it_is() -> None:
    rows = [["Student ID", "Service", "Minutes"], *([str(1000 + at), "OT", "30"] for at in range(5))]
    (table,) = finding.find(of_rows(rows))
    assert table.headings == ("Student ID", "Service", "Minutes")


def test_notes_below_a_table_on_its_side_stay_below() -> None:
    rows = [
        ["Student ID", "1001", "1002"],
        ["Service", "OT", "PT"],
        ["Service Date", "9/8/2025", "9/9/2025"],
        ["Minutes", "30", "45"],
        [],
        ["End of report"],
    ]
    (table,) = finding.find(of_rows(rows))
    assert table.body.column(0).to_pylist() == ["1001", "1002"]
    assert 6 in [one.row for one in table.left_out]


def test_groups_over_the_headings_are_no_label_with_its_value() -> None:
    rows = [
        ["Service Details", "", "", "Provider", "Other"],
        ["Svc Type", "How Often", "Start Date", "Clinician", "Room"],
        ["OT", "2 x 30 min weekly", "9/2/2025", "Ruiz, Paz", "12"],
    ]
    (table,) = finding.find(of_rows(rows))
    assert "Provider" not in table.headings
    assert table.header_row == 2


def test_a_roster_in_names_of_a_state() -> None:
    told = ["TX-UNIQUE-STUDENT-ID", "LOCAL-STUDENT-ID", "FIRST-NAME", "LAST-NAME", "GRADE-LEVEL-CODE", "CAMPUS-ID",
            "ENROLLMENT-ENTRY-DATE", "WITHDRAWAL-DATE"]  # fmt: skip
    rows = [told, ["9001", "0101", "Ada", "Lind", "KG", "101", "2025-08-13", "2025-12-01"],
            ["9002", "0102", "Bo", "Moss", "03", "101", "2025-08-13", ""]]  # fmt: skip
    (table,) = finding.find(of_rows(rows))
    (found,) = propose(table, Answers(), Options())
    assert found.dataset == "students"
    places = {column.heading: column.field for column in found.columns}
    assert (places["LOCAL-STUDENT-ID"], places["TX-UNIQUE-STUDENT-ID"]) == ("student_id", "other_ids")
    assert (places["ENROLLMENT-ENTRY-DATE"], places["WITHDRAWAL-DATE"]) == ("enrolled_from", "enrolled_to")


@pytest.mark.parametrize(
    "heading_of_travel", ["Travel Time (min)", "Mandated Min/Wk", "Minutes Remaining", "Prep Minutes"]
)
def test_other_minutes_are_no_sessions(heading_of_travel: str) -> None:
    rows = [["Student ID", "Service", "Service Date", "Minutes Provided", heading_of_travel],
            ["1001", "OT", "9/8/2025", "30", "60"], ["1002", "OT", "9/9/2025", "30", "90"]]  # fmt: skip
    (table,) = finding.find(of_rows(rows))
    (found,) = propose(table, Answers(), Options())
    places = {column.heading: column.field for column in found.columns}
    assert (places["Minutes Provided"], places.get(heading_of_travel)) == ("minutes", None)
