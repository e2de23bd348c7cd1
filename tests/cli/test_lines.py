"""``cli.py lines``: overlapping lines are listed, answered, and the answer is taken back."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import Run, files, run

__all__ = ["files", "run"]
LINES = (
    "Line ID,Student ID,Service,Setting,Minutes,Frequency,Start Date,End Date\n"
    "A1,S1,OT,Pull-out,60,weekly,8/25/2025,6/5/2026\nA2,S1,OT,Push-in,30,weekly,9/15/2025,6/5/2026\n"
)


@pytest.mark.slow
def test_lines_are_listed_answered_and_taken_back(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "own lines.csv").write_text(LINES)
    run("import", files["calendar"], str(tmp_path / "own lines.csv"), "--loaded-on", "2025-09-30")
    asked = ("lines", "--as-of", "2025-09-19", "--json")
    (pair,) = json.loads(run(*asked)[1])
    assert (pair["student_id"], pair["earlier_line"], pair["later_line"]) == ("S1", "A1", "A2")
    assert (pair["earlier_minutes"], pair["later_minutes"], pair["later_start"]) == (60, 30, "2025-09-15")
    status, out, _ = run(*asked, "--changed", "S1,A1,A2")
    assert (status, json.loads(out)) == (0, [])
    assert (
        json.loads(run("changes", "--known-as-of", "2", "--as-of", "2025-09-19", "--json")[1])[-1]["kind"] == "answer"
    )
    assert [one["earlier_line"] for one in json.loads(run(*asked, "--take-back", "S1,A1,A2")[1])] == ["A1"]
    assert json.loads(run(*asked, "--additional", "S1,A1,A2")[1]) == []


def test_what_is_no_pair_is_refused(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "own lines.csv").write_text(LINES)
    run("import", files["calendar"], str(tmp_path / "own lines.csv"), "--loaded-on", "2025-09-30")
    for pair, said in (("S1,A1", "no pair"), ("S1,A1,A9", "no line A9"), ("S1,A2,A1", "name the earlier line first")):
        status, out, err = run("lines", "--changed", pair)
        assert (status, out) == (2, "")
        assert said in err


@pytest.mark.slow
def test_a_pair_is_answered_whose_later_line_states_no_start(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    """S7 came on Sep 15, so the line without a start begins that day (rules 1), after the one of Aug 25."""
    (tmp_path / "roster.csv").write_text("Student ID,Last Name,First Name,Enrolled From\nS7,Marlow,Tessa,9/15/2025\n")
    (tmp_path / "own lines.csv").write_text(LINES.replace("S1", "S7").replace("9/15/2025", ""))
    own = (str(tmp_path / name) for name in ("roster.csv", "own lines.csv"))
    run("import", files["calendar"], *own, "--loaded-on", "2025-09-30")
    asked = ("lines", "--as-of", "2025-09-19", "--json")
    (pair,) = json.loads(run(*asked)[1])
    assert (pair["earlier_line"], pair["later_line"], pair["later_start"]) == ("A1", "A2", "2025-09-15")
    assert (run(*asked, "--changed", "S7,A1,A2")[0], json.loads(run(*asked)[1])) == (0, [])
