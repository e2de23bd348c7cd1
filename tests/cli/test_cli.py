"""The command line's contract: exit statuses, one JSON document on standard output, sentences on standard error."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import cli
from data.store import Store, StoreError
from tests.data.loading import Ledger

LINES = """line_id,student_id,service,kind,setting,grouping,sessions_per_cycle,minutes_per_session,cycle,start_date
L1,1001,OT,direct,push_in,individual,2,30,week,2025-08-25
L2,1002,OT,direct,pull_out,individual,1,30,week,2025-08-25
"""
CALENDAR_CLOSED = ["2025-09-01", "2025-10-13"]
LOG = """session_id,student_id,line_id,provider_id,service,kind,session_date,minutes,status,reason
S1,1001,L1,P1,OT,direct,2025-09-08,30,delivered,
S2,1001,L1,P1,OT,direct,2025-09-10,30,delivered,
S3,1002,L2,P1,OT,direct,2025-09-09,,missed,provider_absent
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on a database of its own: (exit status, standard output, standard error)."""
    monkeypatch.setenv("MINUTES_DB", str(tmp_path / "ledger.duckdb"))

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["cli.py", *arguments])
        try:
            cli.main()
            status = 0
        except SystemExit as done:
            status = int(done.code or 0)
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return command


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., None]:
    """Have the database hold some of ``files``, as ``import`` would have loaded them."""

    def held(*names: str) -> None:
        contents = {"lines": LINES, "log": LOG, "calendar": _weekdays()}
        Ledger.holding(tmp_path, *((f"{name}.csv", contents[name]) for name in names)).close()

    return held


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """A calendar of the year 2025-26, two lines, and a log of one week."""
    contents = {"lines": LINES, "log": LOG, "calendar": _weekdays()}
    for name, text in contents.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return {name: str(tmp_path / f"{name}.csv") for name in contents}


def _weekdays() -> str:
    first, last = date(2025, 8, 25), date(2026, 6, 5)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    rows = [
        f",{day},{'no,holiday' if day.isoformat() in CALENDAR_CLOSED else 'yes,full'}"
        for day in days
        if day.weekday() < 5
    ]
    return "\n".join(["school,day,is_instructional,day_type", *rows]) + "\n"


def _json(run: Run, *arguments: str) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


@pytest.mark.slow
def test_a_new_database_gives_no_rows(run: Run) -> None:
    assert _json(run, "ledger") == []
    assert _json(run, "export", "sessions") == []
    assert _json(run, "goals") == []
    assert _json(run, "mix", "--by", "school") == []
    assert _json(run, "caseload") == []
    assert _json(run, "history") == []


def test_a_week_from_files_to_figures(run: Run, files: dict[str, str]) -> None:
    for name in ("calendar", "lines", "log"):
        assert run("import", files[name])[0] == 0
    rows = _json(run, "ledger", "--as-of", "2025-09-12", "--from", "2025-09-08", "--by", "student")
    assert [(row["student"], row["expected_minutes"], row["delivered_minutes"]) for row in rows] == [
        ("1001", 2 * 30, 30 + 30),
        ("1002", 30, 0),
    ]
    total = _json(run, "ledger", "--as-of", "2025-09-12", "--from", "2025-09-08")
    assert total[0]["gross_rate"] == pytest.approx(60 / 90)
    assert list(total[0]) == [
        "expected_minutes", "delivered_minutes", "credited_minutes", "excess_minutes", "excused_minutes",
        "review_minutes",
        "make_up_minutes", "unaccounted_minutes", "uncovered_minutes", "lapsed_minutes", "gross_rate", "adjusted_rate",
        "lines", "lines_on_track", "lines_without_evidence", "frequency_rate", "outside_mandate_minutes",
    ]  # fmt: skip


@pytest.mark.slow
def test_csv_and_json_say_the_same(run: Run, loaded: Callable[..., None]) -> None:
    loaded("calendar", "lines", "log")
    rows = _json(run, "ledger", "--as-of", "2025-09-12", "--by", "line,month")
    _, out, _ = run("ledger", "--as-of", "2025-09-12", "--by", "line,month", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(out)))
    assert [row["line"] for row in table] == [row["line"] for row in rows]
    assert [float(row["expected_minutes"]) for row in table] == [row["expected_minutes"] for row in rows]


def test_keys_are_told_as_the_rules_say_them(run: Run, loaded: Callable[..., None]) -> None:
    loaded("calendar", "lines")
    rows = _json(run, "ledger", "--as-of", "2025-09-12", "--by", "provider,month")
    assert {(row["provider"], row["month"]) for row in rows} == {("unassigned", "2025-08"), ("unassigned", "2025-09")}


@pytest.mark.slow
def test_import_reports_counts_that_add_up(run: Run, loaded: Callable[..., None], files: dict[str, str]) -> None:
    loaded("lines")
    status, out, _ = run("import", files["log"], "--json")
    (sheet,) = json.loads(out)["files"][0]["sheets"]
    assert status == 0
    assert (sheet["dataset"], sheet["rows_read"], sheet["new"]) == ("sessions", 3, 3)
    assert sheet["mapping"]["session_date"] == "session_date"
    assert sheet["covers"] == {"OT": ["2025-09-01", "2025-09-30"]}
    again = json.loads(run("import", files["log"], "--json")[1])["files"][0]["sheets"][0]
    assert (again["new"], again["changed"], again["unchanged"] + again["duplicate"]) == (0, 0, 3)


@pytest.mark.slow
def test_a_dry_run_changes_nothing(run: Run, files: dict[str, str]) -> None:
    preview = json.loads(run("import", files["lines"], "--dry-run", "--json")[1])
    assert preview["files"][0]["sheets"][0]["new"] == 2
    assert _json(run, "export", "service_lines") == []
    real = json.loads(run("import", files["lines"], "--json")[1])
    preview["files"][0].pop("batch_id"), real["files"][0].pop("batch_id")
    preview["files"][0]["sheets"][0].pop("listed"), real["files"][0]["sheets"][0].pop("listed")
    assert preview == real


@pytest.mark.slow
def test_an_unknown_status_waits_and_an_answer_lets_it_in(
    run: Run, loaded: Callable[..., None], tmp_path: Path
) -> None:
    loaded("lines")
    odd = tmp_path / "odd.csv"
    odd.write_text(LOG.replace("missed,provider_absent", "ZQ,"))
    status, out, _ = run("import", str(odd), "--json")
    (sheet,) = json.loads(out)["files"][0]["sheets"]
    assert (status, sheet["new"], sheet["waiting"]) == (1, 2, 1)
    assert [(q["value"], q["rows"]) for q in sheet["questions"]] == [("ZQ", 1)]
    status, out, _ = run("import", str(odd), "--code", "ZQ=missed:provider_absent", "--json")
    (sheet,) = json.loads(out)["files"][0]["sheets"]
    assert (status, sheet["new"], sheet["waiting"]) == (0, 1, 0)


@pytest.mark.slow
def test_weekdays_that_a_calendar_leaves_out_are_asked_about(run: Run, tmp_path: Path) -> None:
    """Tue Sep 2 and Fri 12 are open, Mon 8 closed; the other six weekdays between (3, 4, 5, 9, 10, 11) are left out."""
    events = tmp_path / "events.csv"
    events.write_text("Date,Event\n09/02/2025,First day of school\n09/08/2025,Holiday\n09/12/2025,Early release\n")
    status, out, _ = run("import", str(events), "--json")
    (sheet,) = json.loads(out)["files"][0]["sheets"]
    assert (status, sheet["new"], sheet["waiting"]) == (0, 3, 0)
    (asked,) = sheet["questions"]
    assert (asked["kind"], asked["value"], asked["rows"]) == ("code", "(unlisted weekdays)", 0)
    (issue,) = sheet["issues"]
    assert "leaves out 6 weekdays from Sep 3, 2025 to Sep 11, 2025" in issue["message"]
    _, out, _ = run("import", str(events), "--code", "(unlisted weekdays)=school days", "--json")
    (sheet,) = json.loads(out)["files"][0]["sheets"]
    assert (sheet["new"], sheet["unchanged"], sheet["questions"]) == (6, 3, [])


def test_undo_takes_a_batch_back(run: Run, loaded: Callable[..., None], files: dict[str, str]) -> None:
    loaded("lines")
    batch = json.loads(run("import", files["log"], "--json")[1])["files"][0]["batch_id"]
    assert len(_json(run, "export", "sessions")) == 3
    assert run("undo", batch)[0] == 0
    assert _json(run, "export", "sessions") == []
    assert run("undo", "no-such-batch")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "/no/such/file.csv"),
        ("import", "{lines}", "--dataset", "nonsense"),
        ("import", "{lines}", "--code", "no-equals-sign"),
        ("import", "{lines}", "--covers", "OT=tomorrow"),
        ("ledger", "--by", "nonsense"),
        ("ledger", "--policy", "nonsense=1"),
        ("ledger", "--policy", "closures=sometimes"),
        ("ledger", "--as-of", "yesterday"),
        ("export", "nonsense"),
        ("trace", "--line", "nobody", "--month", "2025-09"),
        ("restore", "/no/such/backup.duckdb"),
    ],
)
def test_what_is_refused_says_why_on_standard_error(
    run: Run, loaded: Callable[..., None], files: dict[str, str], arguments: tuple[str, ...]
) -> None:
    loaded("lines", "log")
    status, out, err = run(*(part.format(**files) for part in arguments))
    assert status == 2
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err
    assert "Something went wrong" not in err


def test_a_file_that_is_none_of_the_datasets_is_refused(run: Run, tmp_path: Path, files: dict[str, str]) -> None:
    menu = tmp_path / "menu.csv"
    menu.write_text("dish,price\nsoup,3\nbread,1\n")
    assert run("import", str(menu))[0] == 2
    status, out, err = run("import", str(menu), files["lines"], "--json")
    assert status == 1
    assert [bool(file["batch_id"]) for file in json.loads(out)["files"]] == [False, True]
    assert "menu.csv" in err


def test_backup_and_restore(run: Run, loaded: Callable[..., None], tmp_path: Path) -> None:
    loaded("lines")
    copy = tmp_path / "copy.duckdb"
    assert run("backup", str(copy))[0] == 0
    fresh = str(tmp_path / "fresh.duckdb")
    assert run("restore", str(copy), "--db", fresh)[0] == 0
    assert _json(run, "export", "service_lines", "--db", fresh) == _json(run, "export", "service_lines")
    assert run("restore", str(copy), "--db", fresh)[0] == 2, "a database with data in it is never overwritten"


def test_trace_tells_the_arithmetic(run: Run, loaded: Callable[..., None]) -> None:
    loaded("calendar", "lines", "log")
    status, out, err = run("trace", "--line", "L1", "--month", "2025-09")
    assert status == 0, err
    assert "log.csv" in out
    assert "2025-09-08" in out or "Sep 8" in out


def test_check_passes_on_sound_data(run: Run, loaded: Callable[..., None]) -> None:
    loaded("calendar", "lines", "log")
    rows = _json(run, "check")
    assert rows
    assert all(row["passed"] for row in rows)


@pytest.mark.slow
def test_template_goes_in_as_it_is(run: Run, tmp_path: Path) -> None:
    for dataset in ("service_lines", "sessions", "students", "providers", "calendar_days", "goals"):
        path = str(tmp_path / f"{dataset}.xlsx")
        assert run("template", dataset, "--out", path)[0] == 0
        status, out, err = run("import", path, "--json")
        assert status == 0, (dataset, err, out[:500])
        loaded = [sheet for sheet in json.loads(out)["files"][0]["sheets"] if sheet["dataset"] == dataset]
        assert loaded[0]["new"] == 2, dataset


STAFF = "provider_id,provider_name,role,fte\nP1,Ann,OTR,0.04\nP2,Bea,OTR,0.1\n"
SITES = "provider_id,school,weekday,half_day\nP2,Elm,mon,am\n"


def _parts_of_the_plan(run: Run) -> None:
    """Ann's 119 are 42 without L1, whose 77 are Bea's; of Ann's two students at Elm she keeps one. 119 - 1.1 x 82 = 28.8 are
    above the ceiling today."""

    def part(name: str) -> list[dict[str, Any]]:
        asked = ("--as-of", "2025-10-01", "--max-moves", "1", "--seconds", "60", "--part", name, "--json")
        rows: list[dict[str, Any]] = json.loads(run("rebalance", *asked)[1])
        return rows

    loads = {one["provider_id"]: (one["load_before"], one["load_after"]) for one in part("loads")}
    assert (loads["P1"], loads["P2"]) == ((119, 42), (0, 77))
    names = ("provider_id", "school", "students_now", "students_after", "students_kept")
    assert [tuple(one[name] for name in names) for one in part("half-days")] == [
        ("P1", "Elm", 2, 1, 1), ("P2", "Elm", 0, 1, 0),
    ]  # fmt: skip
    now, then = part("compared")
    assert [now["plan"], now["lines"], now["pairs"], now["changes"]] == ["As it is", 0, 1, 0]
    assert now["over_minutes"] == pytest.approx(28.8)
    assert [then[name] for name in ("plan", "lines", "over_minutes", "pairs", "changes")] == ["suggested", 1, 0, 2, 1]


@pytest.mark.slow
def test_a_rebalancing_that_fits_on_paper(run: Run, tmp_path: Path) -> None:
    """Ann's 0.04 FTE is 82 minutes a week; she has 60 + 30, notes 3 x 5 and two students of record x 7: 119, or 145 %. Either
    line mends that, with one student who changes and one more school for Bea, who is at Elm with 205 minutes and no student.
    So the last aim decides, 80 to 100 % of capacity: with L1 (60 + 10 + 7 = 77) Ann is 65.6 - 42 = 23.6 short and Bea 164 - 77
    = 87, 110.6 together; with L2 (30 + 5 + 7 = 42) Ann is within, and Bea 122 short."""
    lines = LINES.replace(",start_date", ",start_date,provider_id,school").replace("08-25\n", "08-25,P1,Elm\n")
    for name, text in {"providers": STAFF, "site_days": SITES, "service_lines": lines}.items():
        (tmp_path / f"{name}.csv").write_text(text)
        assert run("import", str(tmp_path / f"{name}.csv"), "--dataset", name)[0] == 0
    status, out, err = run("rebalance", "--as-of", "2025-10-01", "--max-moves", "1", "--seconds", "60", "--json")
    assert status == 0, err
    (move,) = json.loads(out)
    assert (move["line_id"], move["from_provider"], move["to_provider"], move["minutes"]) == ("L1", "P1", "P2", 70)
    assert move["reason"] == "Ann is at 145% of capacity; Bea is at Elm already, at 0% of capacity"
    assert "1 line would change hands and 1 student their therapist" in err
    assert "This is the best possible plan" in err
    assert "1 keep their therapist, 1 change, 0 find one, 0 have none" in err
    _parts_of_the_plan(run)
    assert run("rebalance", "--as-of", "2025-10-01", "--max-moves", "0", "--json")[1].strip() == "[]"
    status, out, err = run("what-if", "--as-of", "2025-10-01", "--move-line", "1001,L1,P2", "--json")
    assert {one["provider_id"]: (one["load_before"], one["load_after"]) for one in json.loads(out)} == {
        "P1": (119, 42), "P2": (0, 77),
    }, err  # fmt: skip
    assert "without a therapist: 0 (now 29)" in err, "119 - 1.1 x 82 = 28.8 before; both are within afterwards"
    gone = json.loads(run("what-if", "--as-of", "2025-10-01", "--leaves", "P1", "--json")[1])
    assert [one["load_after"] for one in gone if one["provider_id"] is None] == [105], (
        "60 + 30 + 3 x 5, of record nobody's"
    )
    assert run("what-if", "--as-of", "2025-10-01", "--fte", "P1=0.08", "--move", "P1,Elm,P2", "--json")[0] == 0
    refused = (
        (), ("--fte", "P1=full"), ("--leaves", "P9"), ("--comes", "Sub,OTR"), ("--move-line", "1001,L9,P2"),
    )  # fmt: skip
    assert {run("what-if", "--as-of", "2025-10-01", *asked)[0] for asked in refused} == {2}


@pytest.mark.slow
def test_a_month_is_closed_with_its_figures(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    for name in ("calendar", "lines", "log"):
        assert run("import", files[name], "--loaded-on", "2025-10-01")[0] == 0
    status, out, _ = run("close", "2025-09", "--json")
    closed = json.loads(out)
    assert (status, closed["month"], closed["as_of"]) == (0, "2025-09", "2025-09-30")
    more = tmp_path / "more.csv"
    more.write_text(LOG.splitlines()[0] + "\nS4,1002,L2,P1,OT,direct,2025-09-16,30,delivered,\n")
    run("import", str(more), "--loaded-on", "2025-10-02")
    assert run("close", "2025-09")[0] == 0
    assert run("close", "2025-13")[0] == 2
    assert run("close", "2024-03")[0] == 2


def test_a_disk_that_is_full_once_rows_are_saved_is_told_and_no_failure(
    run: Run, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Store) -> bool:
        raise StoreError("The disk is full.")

    monkeypatch.setattr("analytics.rollups.keep_up", full)
    status, _, said = run("import", files["lines"])
    assert (status, said.splitlines()[0][:69]) == (
        0, "The disk is full or can't be written. What you did is saved, and figu",
    )  # fmt: skip
    assert len(json.loads(run("export", "service_lines", "--json")[1])) == 2
