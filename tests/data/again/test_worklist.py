"""Decisions on make-ups: entered on the page, out as a workbook and in again; they change a status, never a minute."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from analytics import ledger
from analytics.scope import EVERYTHING
from data import history, worklist
from data.contracts.worklist import HEADINGS, SHEET
from data.errors import UserError
from data.ingest.staging.others import period_name
from data.worklist import Decision
from tests.analytics.told_district import AS_OF, FILES
from tests.built import NAME, built
from tests.data.loading import Ledger, counts, sheet_of
from tests.quick import first


def load_all(file: Path) -> None:
    loading = Ledger(file.parent)
    for name, text in FILES.items():
        assert loading.load(name, text).exit_status == 0, name
    loading.close()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Ledger]:
    """The district that is told in tests/analytics/told_district.py."""
    found = Ledger(built(tmp_path / NAME, load_all).parent)
    yield found
    found.close()


def items(made: Ledger, known: int | None = None) -> pd.DataFrame:
    with made.cursor() as cur:
        return ledger.make_ups(cur, EVERYTHING, AS_OF, known=known).set_index(["line_id", "period"])


def sums(made: Ledger) -> list[float]:
    with made.cursor() as cur:
        found: list[float] = ledger.by(cur, EVERYTHING, AS_OF).iloc[0][list(ledger.MINUTES)].tolist()
        return found


def decision(line: str, period: str, what: str, day: int, minutes: float | None = None, student: str = "") -> Decision:
    return Decision(student or f"S{line[1:]}", line, period, what, date(2025, 11, day), "IEP team", minutes)


@pytest.mark.slow
def test_the_items_are_named_by_their_month(made: Ledger) -> None:
    found = items(made)
    assert found["make_up_minutes"].to_dict() == {
        ("L1", "2025-09"): 30, ("L2", "2025-10"): 150, ("L3", "2025-09"): 120, ("L3", "2025-10"): 150,
        ("L4", "2025-09"): 120, ("L4", "2025-10"): 150,
    }  # fmt: skip
    assert set(found["status"]) == {"open"}


@pytest.mark.slow
def test_decisions_change_the_status_and_no_minute(made: Ledger) -> None:
    """Of L2's 150 minutes an award settles 60: 90 are left, three sessions, so the item stays open."""
    before = sums(made)
    worklist.record(
        made.store,
        [
            decision("L1", "2025-09", "offered", 3), decision("L2", "2025-10", "award", 3, 60),
            decision("L3", "2025-09", "declined_by_family", 4), decision("L3", "2025-10", "team_decided_none", 4, 150),
            decision("L4", "2025-09", "made_up", 5, 110),
        ],
        "director",
    )  # fmt: skip
    found = items(made)
    assert found["status"].to_dict() == {
        ("L1", "2025-09"): "offered", ("L2", "2025-10"): "part", ("L3", "2025-09"): "settled",
        ("L3", "2025-10"): "settled", ("L4", "2025-09"): "settled", ("L4", "2025-10"): "open",
    }  # fmt: skip
    assert found["is_open"].tolist() == [status != "settled" for status in found["status"]]
    assert found.loc[("L3", "2025-09"), "decided_by"] == "IEP team"
    assert sums(made) == before


@pytest.mark.slow
def test_the_latest_day_of_decision_counts_and_what_was_before_is_kept(made: Ledger) -> None:
    worklist.record(made.store, [decision("L1", "2025-09", "declined_by_family", 10)], "director")
    known = made.store.data_version()
    worklist.record(made.store, [decision("L1", "2025-09", "offered", 3)], "director")
    assert items(made).loc[("L1", "2025-09"), "decision"] == "declined_by_family"
    worklist.record(made.store, [decision("L1", "2025-09", "award", 12)], "director")
    assert items(made).loc[("L1", "2025-09"), "decision"] == "award"
    assert items(made, known).loc[("L1", "2025-09"), "decision"] == "declined_by_family"
    assert len(made.rows("decisions", "decision")) == 3


@pytest.mark.slow
def test_another_students_line_of_the_same_id_is_left_alone(made: Ledger) -> None:
    worklist.record(made.store, [decision("L1", "2025-09", "award", 3, student="S9")], "director")
    assert items(made).loc[("L1", "2025-09"), "status"] == "open"


@pytest.mark.slow
def test_entered_decisions_can_be_taken_back(made: Ledger) -> None:
    worklist.record(made.store, [decision("L1", "2025-09", "award", 3)], "director")
    with made.store.cursor() as cur:
        batch = history.batches(cur, EVERYTHING.district).iloc[0]
    assert (batch["datasets"], batch["loaded_by"]) == ("decisions", "director")
    history.undo(made.store, str(batch["batch_id"]), "director")
    assert items(made).loc[("L1", "2025-09"), "status"] == "open"


@pytest.mark.parametrize(
    "wrong", [decision("L1", "2025-09", "forgotten", 3), Decision("S1", "L1", "2025-09", "award", AS_OF, " ")]
)
def test_what_is_no_decision_is_refused(made: Ledger, wrong: Decision) -> None:
    version = made.store.data_version()
    with pytest.raises(UserError):
        worklist.record(made.store, [decision("L2", "2025-10", "award", 3), wrong], "director")
    assert made.store.data_version() == version


def filled(content: bytes, line: str, period: str, **cells: object) -> bytes:
    """The workbook with cells of one item filled in, as a therapist would."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book[SHEET]
    place = {cell.value: cell.column for cell in sheet[1]}
    row = next(
        number
        for number in range(2, sheet.max_row + 1)
        if (sheet.cell(number, place["Line id"]).value, sheet.cell(number, place["Period"]).value) == (line, period)
    )
    for column, value in cells.items():
        sheet.cell(row, place[HEADINGS[column]], value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_workbook_comes_back_filled_in(made: Ledger) -> None:
    worklist.record(made.store, [decision("L3", "2025-10", "offered", 2)], "director")
    content = worklist.workbook(items(made).reset_index(), "Everything")
    back = filled(
        content, "L1", "2025-09", decision="declined by family", decided_on=date(2025, 11, 6), decided_by="Ruiz"
    )
    report = made.load("worklist.xlsx", back)
    assert counts(sheet_of(report, "decisions")) == {"new": 1, "unchanged": 1, "ignored": 4}
    assert report.exit_status == 0
    found = items(made)
    assert found.loc[("L1", "2025-09"), ["decision", "decided_by", "status"]].tolist() == [
        "declined_by_family", "Ruiz", "settled",
    ]  # fmt: skip
    assert found.loc[("L3", "2025-10"), "status"] == "offered"
    assert len(made.rows("students", "student_id")) == 0, "no one is made a student by a decision"


@pytest.mark.slow
def test_the_workbook_says_what_it_holds_and_runs_nothing(made: Ledger) -> None:
    found = items(made).reset_index().assign(student_name="=cmd|' /C calc'!A0")
    book = openpyxl.load_workbook(io.BytesIO(worklist.workbook(found, "Everything; data as of Oct 31")))
    sheet = book[SHEET]
    assert [cell.value for cell in sheet[1]] == list(HEADINGS.values())
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    place = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, place["To make up (min)"]).value == found["make_up_minutes"].iloc[0]
    assert sheet.cell(2, place["What was missed"]).value == "Sep 1 to Sep 26"
    lists = {str(rule.sqref).split(":")[0][0]: rule.type for rule in sheet.data_validations.dataValidation}
    assert sorted(lists.values()) == ["date", "decimal", "list"]
    assert book["About"]["A1"].value == "Everything; data as of Oct 31"


@pytest.mark.slow
def test_minutes_that_were_added_up_are_whole_in_the_workbook(made: Ledger) -> None:
    found = items(made).reset_index().assign(make_up_minutes=29.99999999999999, make_up_sessions=0.9999999999999998)
    sheet = openpyxl.load_workbook(io.BytesIO(worklist.workbook(found, "Everything")))[SHEET]
    place = {cell.value: cell.column for cell in sheet[1]}
    row = [sheet.cell(2, place[name]) for name in ("To make up (min)", "To make up (sessions)")]
    assert [(cell.value, cell.number_format) for cell in row] == [(30, "General"), (1, "General")]


@pytest.mark.slow
def test_a_workbook_in_which_nothing_was_decided_changes_nothing(made: Ledger) -> None:
    report = made.load("worklist.xlsx", worklist.workbook(items(made).reset_index(), "Everything"))
    assert counts(sheet_of(report, "decisions")) == {"ignored": 6}
    assert set(items(made)["status"]) == {"open"}


BY = {"decided_by": "Ruiz", "decided_on": date(2025, 11, 3)}


@pytest.mark.slow
def test_a_row_with_a_decision_that_nobody_knows_waits(made: Ledger) -> None:
    content = worklist.workbook(items(made).reset_index(), "Everything")
    report = made.load("worklist.xlsx", filled(content, "L1", "2025-09", decision="hmm", **BY))
    assert counts(sheet_of(report, "decisions")) == {"waiting": 1, "ignored": 5}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2025-10", "2025-10"), ("10/2025", "2025-10"), ("Oct 2025", "2025-10"), ("October, 2025", "2025-10"),
        ("2025-10-01 00:00:00", "2025-10-01"), ("8/25/2025", "2025-08-25"), ("Q1", "Q1"), ("13/2025", "13/2025"), (" ", None),
    ],
)  # fmt: skip
def test_a_periods_name(text: str, name: str | None) -> None:
    assert period_name(text) == name


ALL_KINDS = {
    ("L1", "2025-09"): {"decision": "offered"},
    ("L2", "2025-10"): {"decision": "award", "decided_minutes": 60},
    ("L3", "2025-09"): {"decision": "declined by family"},
    ("L3", "2025-10"): {"decision": "team decided none"},
    ("L4", "2025-09"): {"decision": "made up", "decided_minutes": 110},
}
STATUS = {
    ("L1", "2025-09"): "offered", ("L2", "2025-10"): "part", ("L3", "2025-09"): "settled",
    ("L3", "2025-10"): "settled", ("L4", "2025-09"): "settled", ("L4", "2025-10"): "open",
}  # fmt: skip
"""As when the same is entered on the page."""


def all_kinds(made: Ledger) -> bytes:
    content = worklist.workbook(items(made).reset_index(), "Everything")
    for (line, period), cells in ALL_KINDS.items():
        content = filled(content, line, period, decided_on=date(2025, 11, 3), decided_by="Ruiz", **cells)
    return content


def changed(content: bytes, *, without: str = "", more: dict[str, object] | None = None) -> bytes:
    """The workbook without the rows of a line, or with a row of its own."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book[SHEET]
    place = {cell.value: cell.column for cell in sheet[1]}
    for number in range(sheet.max_row, 1, -1):
        if sheet.cell(number, place["Line id"]).value == without:
            sheet.delete_rows(number)
    for column, value in (more or {}).items():
        sheet.cell(sheet.max_row + (column == next(iter(more or {}))), place[HEADINGS[column]], value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.slow
def test_decisions_of_each_kind_come_back_and_again_change_nothing(made: Ledger) -> None:
    before, content = sums(made), all_kinds(made)
    assert counts(sheet_of(made.load("worklist.xlsx", content), "decisions")) == {"new": 5, "ignored": 1}
    assert items(made)["status"].to_dict() == STATUS
    again = made.load("worklist.xlsx", content)
    assert counts(sheet_of(again, "decisions")) == {"unchanged": 5, "ignored": 1}
    more = filled(content, "L4", "2025-10", decision="offered", decided_on=date(2025, 11, 4), decided_by="Ruiz")
    assert counts(sheet_of(made.load("worklist of friday.xlsx", more), "decisions")) == {"new": 1, "unchanged": 5}
    assert items(made)["status"].to_dict() == STATUS | {("L4", "2025-10"): "offered"}
    assert (len(made.rows("decisions", "decision")), sums(made)) == (6, before)


@pytest.mark.slow
def test_rows_that_were_deleted_leave_what_was_decided_on_them(made: Ledger) -> None:
    content = all_kinds(made)
    made.load("worklist.xlsx", content)
    report = made.load("shorter.xlsx", changed(content, without="L3"))
    assert counts(sheet_of(report, "decisions")) == {"unchanged": 3, "ignored": 1}
    assert items(made)["status"].to_dict() == STATUS


@pytest.mark.slow
def test_a_row_of_a_line_that_nobody_has_changes_no_item(made: Ledger) -> None:
    row = {"line_id": "ZZ9", "student_id": "S77", "period": "2025-09", "decision": "award",
           "decided_on": date(2025, 11, 5), "decided_by": "Ruiz"}  # fmt: skip
    before = sums(made)
    report = made.load("worklist.xlsx", changed(all_kinds(made), more=row))
    assert counts(sheet_of(report, "decisions")) == {"new": 6, "ignored": 1}
    assert (items(made)["status"].to_dict(), sums(made)) == (STATUS, before)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cells", "column", "code"),
    first(1, [({"decision": "offered", "decided_on": "soon"}, "Decided on", "not_a_date"),
              ({"decision": "award"}, "Decided on", "missing"),
              ({"decision": "award", "decided_minutes": -5, "decided_on": date(2025, 11, 3)}, "Minutes decided",
               "negative_minutes"),
              ({"decided_on": date(2025, 11, 3)}, "Decision", "missing")]),
)  # fmt: skip
def test_what_is_wrong_is_rejected_with_its_cell_and_the_rest_goes_in(
    made: Ledger, cells: dict[str, object], column: str, code: str
) -> None:
    content = filled(all_kinds(made), "L4", "2025-10", decided_by="Ruiz", **cells)
    report = made.load("worklist.xlsx", content)
    sheet = sheet_of(report, "decisions")
    assert counts(sheet) == {"new": 5, "rejected": 1}
    assert [(issue.column, issue.code) for issue in sheet.issues] == [(column, code)]
    assert (report.exit_status, items(made)["status"].to_dict()) == (1, STATUS)


def test_what_the_workbook_tells_its_reader_is_no_sheet_to_load(made: Ledger) -> None:
    """Of a worklist that comes back only the decisions are listed."""
    content = worklist.workbook(items(made).reset_index(), "Everything")
    report = made.load("worklist.xlsx", filled(content, "L1", "2025-09", decision="offered", **BY))
    assert [sheet.sheet for file in report.files for sheet in file.sheets] == [SHEET]
