"""The JSON document of the import command, key by key, and answers given with --code and --map."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import cli
from data.ingest.model import SheetReport
from data.ingest.report import IN_SAID
from tests.quick import first

Run = Callable[..., tuple[int, Any]]
SHEET = {
    "sheet", "dataset", "header_row", "mapping", "unmapped", "questions", "rows_read", "new", "changed", "unchanged",
    "missing", "duplicate", "rejected", "waiting", "ignored", "covers", "new_people", "issues", "shape", "columns",
    "minutes_before", "minutes_after", "left_out", "table_rows", "notes", "minutes", "listed", "replaces", "unusual", "mends",
    "said",
}  # fmt: skip
PARTS = ("new", "changed", "unchanged", "duplicate", "rejected", "waiting", "ignored")
LOG = """Student ID,Student Name,Service,Date,Minutes,Status,Room,Provider
1001,"Abt, Ana",OT,9/8/2025,30,Delivered,12,"Dell, Cy"
1001,"Abt, Ana",OT,9/15/2025,30,Student Absent,12,"Dell, Cy"
1002,"Bly, Bo",OT,9/8/2025,20,Zonk,12,"Dell, Cy"
1002,"Bly, Bo",OT,13/45/2025,20,Delivered,12,"Dell, Cy"
Total,,,,100,,,
"""


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Import files given as name=text: (exit status, the document on standard output)."""
    monkeypatch.setenv("MINUTES_DB", str(tmp_path / "ledger.duckdb"))

    def command(files: dict[str, str], *options: str) -> tuple[int, Any]:
        for name, content in files.items():
            (tmp_path / name).write_text(content)
        paths = [str(tmp_path / name) for name in files]
        monkeypatch.setattr("sys.argv", ["cli.py", "import", *paths, "--json", "--loaded-on", "2026-02-01", *options])
        with pytest.raises(SystemExit) as done:
            cli.main()
        return int(done.value.code or 0), json.loads(capsys.readouterr().out)

    return command


def only(told: Any) -> dict[str, Any]:
    (file,) = told["files"]
    (sheet,) = file["sheets"]
    return dict(sheet)


def asked(sheet: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(one["kind"], one["value"], one["rows"]) for one in sheet["questions"]]


def test_the_document_has_these_keys_and_no_others(load: Run) -> None:
    status, told = load({"log.csv": LOG})
    assert (status, set(told)) == (1, {"files"})
    (file,) = told["files"]
    assert set(file) == {"file", "sheets", "batch_id"}
    assert (file["file"], isinstance(file["batch_id"], str)) == ("log.csv", True)
    sheet = only(told)
    assert set(sheet) == SHEET
    assert all(set(one) == {"kind", "value", "rows", "text", "choices"} for one in sheet["questions"])
    assert all(set(one) == {"row", "column", "code", "value", "message"} for one in sheet["issues"])


def test_what_a_sheet_was_taken_for(load: Run) -> None:
    sheet = only(load({"log.csv": LOG})[1])
    assert (sheet["sheet"], sheet["dataset"], sheet["header_row"]) == ("log", "sessions", 1)
    assert sheet["mapping"] == {
        "Student ID": "student_id", "Student Name": "student_name", "Service": "service", "Date": "session_date",
        "Minutes": "minutes", "Status": "status", "Provider": "provider_name",
    }  # fmt: skip
    assert sheet["unmapped"] == ["Room"]
    assert asked(sheet) == [("code", "Zonk", 1)]
    assert sheet["covers"] == {"OT": ["2025-09-01", "2025-09-30"]}


def test_nothing_that_the_preview_knows_is_left_out() -> None:
    """A field that a sheet's report gets is in the document, or told in its sentences."""
    known = {one.name for one in fields(SheetReport)}
    assert known - SHEET == {"refused", *IN_SAID}  # why a sheet is refused is told where it is


def test_what_is_told_in_the_preview(load: Run) -> None:
    sheet = only(load({"log.csv": LOG}, "--dry-run")[1])
    # 30 of 9/8 are given; those of 9/15 are missed, Zonk's wait, 13/45 is no day.
    assert sheet["said"] == [
        "Covers OT from Sep 1, 2025 to Sep 30, 2025.",
        "Delivered on these days: 0.0 h before, 0.5 h after.",
        "Rows that are no records: total (1).",
        "Slashed dates are read month first.",
    ]
    assert (sheet["minutes"], sheet["left_out"], sheet["table_rows"]) == (
        {"new": 30.0}, {"total": 1}, [2, 5],
    )  # fmt: skip
    assert {(one["row"], one["minutes"], one["status"]) for one in sheet["listed"]["new"]} == {
        (2, 30.0, "delivered"), (3, 30.0, "missed"),
    }  # fmt: skip
    assert [one["field"] for one in sheet["columns"] if one["heading"] == "Room"] == [None]
    assert "Zonk" in sheet["questions"][0]["text"] and "delivered" in sheet["questions"][0]["choices"]


def test_sessions_that_two_systems_may_tell_without_start_times_are_told(load: Run) -> None:
    one = "Student ID,Service,Date,Minutes,Status\n1001,OT,9/8/2025,30,Delivered\n1001,OT,9/15/2025,30,Delivered\n"
    other = "Pupil Number,Therapy,Service Date,Outcome,Length\n1001,OT,2025-09-08,Attended,30\n"
    first, second = (file["sheets"][0] for file in load({"one.csv": one, "other.csv": other}, "--dry-run")[1]["files"])
    assert (first["new"], first["unusual"], second["new"]) == (2, "", 1)
    assert second["unusual"].startswith(
        "1 of the new sessions is of a student, service and day of which another kind of"
    )


def test_every_record_is_in_one_count(load: Run) -> None:
    sheet = only(load({"log.csv": LOG})[1])
    # Five rows: two go in, Zonk waits, the 45th day of a 13th month is rejected, the total is ignored.
    counted = {name: sheet[name] for name in ("rows_read", *PARTS) if sheet[name]}
    assert counted == {"rows_read": 5, "new": 2, "waiting": 1, "rejected": 1, "ignored": 1}
    assert {(issue["row"], issue["column"], issue["value"]) for issue in sheet["issues"]} == {
        (4, "Status", "Zonk"), (5, "Date", "13/45/2025"),
    }  # fmt: skip


def test_what_is_missing_is_no_part_of_the_rows_read(load: Run) -> None:
    whole = LOG.replace("Zonk", "Delivered").replace("13/45/2025", "9/22/2025")
    load({"log.csv": whole})
    without = "\n".join(line for line in whole.splitlines() if "9/15/2025" not in line)
    sheet = only(load({"log.csv": without.replace(",20,Delivered,12", ",25,Delivered,12", 1)})[1])
    counted = {name: sheet[name] for name in ("rows_read", *PARTS) if sheet[name]}
    # Of four rows the total is ignored, one has 25 minutes for 20, two are as they were; 9/15 is missing.
    assert counted == {"rows_read": 4, "changed": 1, "unchanged": 2, "ignored": 1}
    assert (sheet["missing"], sum(sheet[name] for name in PARTS)) == (1, sheet["rows_read"])


def test_new_people_need_no_flag(load: Run) -> None:
    status, told = load({"log.csv": LOG.replace("Zonk", "Delivered").replace("13/45/2025", "9/22/2025")})
    people = only(told)["new_people"]
    assert status == 0
    assert {(one["person_kind"], one["person_id"]) for one in people if one["person_kind"] == "student"} == {
        ("student", "1001"), ("student", "1002"),
    }  # fmt: skip


def test_a_refused_file_says_why_and_stops_no_other(load: Run) -> None:
    status, told = load({"menu.csv": "Dish,Price\nSoup,3.50\n", "log.csv": LOG})
    refused, loaded = told["files"]
    assert (status, refused["file"], refused["sheets"], refused["batch_id"]) == (1, "menu.csv", [], None)
    assert "menu.csv" in refused["refused"] and loaded["sheets"][0]["new"] == 2
    (menu,) = refused["not_read"]
    assert (menu["sheet"], menu["dataset"], [one["heading"] for one in menu["columns"]]) == (
        "menu",
        None,
        ["Dish", "Price"],
    )
    assert menu["refused"].startswith("menu: its headings are those of none of the datasets")
    assert load({"menu.csv": "Dish,Price\nSoup,3.50\n"})[0] == 2


def test_what_is_never_kept_is_not_shown_of_a_sheet_that_is_not_read(load: Run) -> None:
    (refused,) = load({"menu.csv": "Dish,SSN,Diagnosis\nSoup,123-45-6789,F84.0\n"})[1]["files"]
    shown = {one["heading"]: one["samples"] for one in refused["not_read"][0]["columns"]}
    assert shown == {"Dish": ["Soup"], "SSN": [], "Diagnosis": []}


def test_a_question_that_holds_no_row_leaves_the_exit_status_0(load: Run) -> None:
    text = "Student ID,Service,Date,Minutes,Location\n1001,OT,9/8/2025,30,Therapy room\n1001,OT,9/9/2025,30,Nook\n"
    status, told = load({"log.csv": text})
    assert (status, asked(only(told))) == (0, [("code", "Nook", 0)])


def test_a_dry_run_has_no_batch(load: Run) -> None:
    told = load({"log.csv": LOG}, "--dry-run")[1]
    assert told["files"][0]["batch_id"] is None
    assert only(told)["new"] == 2


@pytest.mark.parametrize(
    ("text", "asked", "options", "days"),
    first(
        1,
        [
            (
                "Student ID,Service,Week 1,Week 2,Week 3\n1001,OT,30,,45\n",
                ["Week 1", "Week 3"],
                ["--code", "Week 1=2025-09-08", "--code", "Week 3=9/22/2025"],
                [("2025-09-08", 30), ("2025-09-22", 45)],
            ),
            (
                "Student ID,Service,Date,Minutes\n1001,OT,9/8,30\n1001,OT,1/12,45\n",
                ["(no month)"],
                ["--code", "(no month)=2025-26"],
                [("2025-09-08", 30), ("2026-01-12", 45)],
            ),
            (
                "Student ID,Service,Date,Minutes,Session Occurred As Planned\n1001,OT,9/8/2025,30,Yes\n",
                ["Session Occurred As Planned"],
                ["--map", "Session Occurred As Planned=delivered_flag"],
                [("2025-09-08", 30)],
            ),
        ],
    ),
)
def test_an_answer_lets_the_waiting_rows_in(
    load: Run,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    asked: list[str],
    options: list[str],
    days: list[tuple[str, int]],
) -> None:
    status, told = load({"log.csv": text})
    assert (status, [one["value"] for one in only(told)["questions"]]) == (1, asked)
    status, told = load({"log.csv": text}, *options)
    assert (status, only(told)["new"], only(told)["questions"]) == (0, len(days), [])
    monkeypatch.setattr("sys.argv", ["cli.py", "export", "sessions", "--format", "json"])
    with pytest.raises(SystemExit):
        cli.main()
    rows = json.loads(capsys.readouterr().out)
    assert sorted((row["session_date"], row["minutes"]) for row in rows) == days


@pytest.mark.slow
def test_the_weeks_of_one_month_are_not_those_of_the_next(load: Run) -> None:
    text = "Student ID,Service,Week 1,Week 2,Week 3\n1001,OT,30,,45\n"
    answers = ["--code", "Week 1=2025-09-08", "--code", "Week 3=2025-09-22"]
    load({"september.csv": text}, *answers)
    status, told = load({"october.csv": text.replace("45", "50")})
    assert (status, [one["value"] for one in only(told)["questions"]]) == (1, ["Week 1", "Week 3"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--map", "Status=stauts"], "there is no field 'stauts'; those most like it are status"),
        (["--covers", "SPL=2025-09-01..2025-09-30"], "there is no such service; it is one of OT"),
    ],
)
def test_a_field_or_service_that_does_not_exist_is_refused(
    load: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], option: list[str],
    said: str,
) -> None:  # fmt: skip
    """Taken for a column to leave out, Status would let a missed session count as delivered."""
    (tmp_path / "log.csv").write_text(LOG)
    monkeypatch.setattr("sys.argv", ["cli.py", "import", str(tmp_path / "log.csv"), *option])
    with pytest.raises(SystemExit) as done:
        cli.main()
    assert (done.value.code, said in capsys.readouterr().err) == (2, True)
    assert only(load({"log.csv": LOG})[1])["waiting"] == 1


def test_an_answer_that_says_nothing_is_told_and_asked_again(load: Run) -> None:
    for options in (["--code", "Zonk=mist"], []):
        status, told = load({"log.csv": LOG}, *options)
        assert (status, asked(only(told))) == (1, [("code", "Zonk", 1)])
