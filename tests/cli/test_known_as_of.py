"""``--known-as-of`` on the command line: an upload, a batch or a day; every command that takes it; what it refuses."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import Run, files, run

__all__ = ["files", "run"]
MORE = "session_id,student_id,line_id,provider_id,service,kind,session_date,minutes,status,reason\n" + (
    "S4,1001,L1,P1,OT,direct,2025-09-15,30,delivered,\nS5,1001,L1,P1,OT,direct,2025-09-17,30,delivered,\n"
)


@pytest.mark.slow
def test_the_figures_of_then(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    """Calendar, lines and the first log on Sep 30 (events 1 to 3), two more sessions of 30 on Oct 10."""
    (tmp_path / "more.csv").write_text(MORE)
    run("import", files["calendar"], files["lines"], files["log"], "--loaded-on", "2025-09-30")
    before = json.loads(run("ledger", "--as-of", "2025-09-19", "--json")[1])
    run("import", str(tmp_path / "more.csv"), "--loaded-on", "2025-10-10")
    batch = json.loads(run("history", "--json")[1])[1]["batch_id"]
    for named in ("3", "2025-09-30", "2025-10-09", batch):
        status, out, err = run("ledger", "--as-of", "2025-09-19", "--known-as-of", named, "--json")
        assert (status, json.loads(out)) == (0, before)
        assert "As known after upload 3 on 2025-09-30 (log.csv), with that day's calendar and policies." in err
    now = json.loads(run("ledger", "--as-of", "2025-09-19", "--json")[1])
    assert now[0]["credited_minutes"] == before[0]["credited_minutes"] + 60
    changes = json.loads(run("changes", "--as-of", "2025-09-19", "--known-as-of", "3", "--json")[1])
    assert [(one["file"], one["credited_minutes_change"]) for one in changes] == [("log.csv", None), ("more.csv", 60)]
    told = run("trace", "--line", "L1", "--month", "2025-09", "--as-of", "2025-09-19", "--known-as-of", "3")[1]
    assert "more.csv" not in told
    for command in (("mix",), ("goals",), ("caseload",)):
        assert run(*command, "--known-as-of", "3", "--restated", "--json")[0] == 0


@pytest.mark.slow
def test_days_that_were_said_later_to_be_loaded(run: Run, files: dict[str, str]) -> None:
    """Sep 8 to 19 are two weeks: 2 x (60 + 30) = 180. Said to be loaded are first the first of them, later both."""
    run("import", files["calendar"], files["lines"], "--loaded-on", "2025-09-30")
    for last in ("12", "19"):
        run("import", files["log"], "--covers", f"OT=2025-09-08..2025-09-{last}", "--loaded-on", "2025-09-30")

    def told(*then: str) -> tuple[float, float]:
        asked = ("--as-of", "2025-09-19", "--from", "2025-09-08", *then, "--json")
        (row,) = json.loads(run("ledger", *asked)[1])
        return row["expected_minutes"], row["uncovered_minutes"]

    assert told() == (180, 0)
    assert told("--known-as-of", "3") == (90, 90)
    assert told("--known-as-of", "4") == (180, 0)


def test_figures_on_a_proposed_calendar_are_marked_provisional(run: Run, files: dict[str, str]) -> None:
    """On standard error, and in a field of the trace; the rows are those of any other calendar."""
    run("import", files["lines"], files["log"], "--loaded-on", "2025-09-30")
    asked = ("--line", "L1", "--month", "2025-09", "--json")
    status, out, err = run("ledger", "--format", "csv")
    assert (status, "Provisional: proposed calendar." in err, "rovisional" in out) == (0, True, False)
    assert json.loads(run("trace", *asked)[1])["provisional"] == ["proposed calendar"]
    run("calendar", "confirm")
    assert "Provisional" not in run("ledger")[2]
    assert json.loads(run("trace", *asked)[1])["provisional"] == []


NAMED = """student_name,service,kind,minutes_per_session,sessions_per_cycle,cycle,start_date,iep_id,provider_id
"Ames, Ann",OT,direct,30,1,week,2025-08-25,I1,P1
"Ames, Ann",OT,direct,15,1,week,2025-09-15,I2,P1
"""


@pytest.mark.slow
def test_lines_of_a_name_before_it_was_joined_to_a_student(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    """A list of names knows Ann as nobody yet: 30 for the week of Sep 8, and from Sep 15 on the 15 of the IEP that ended
    the first: 30 + 15 = 45. A roster that gives her an id moves her lines to it, and nothing in the ledger of before."""
    for name, text in (("named", NAMED), ("roster", "student_id,last_name,first_name\n7001,Ames,Ann\n")):
        (tmp_path / f"{name}.csv").write_text(text)
    run("import", files["calendar"], str(tmp_path / "named.csv"), "--loaded-on", "2025-09-30")
    run("import", files["log"], "--covers", "OT=2025-09-01..2025-09-30", "--loaded-on", "2025-09-30")

    def expected(*then: str) -> list[float]:
        asked = ("--as-of", "2025-09-19", "--from", "2025-09-08", "--by", "line", *then, "--json")
        return sorted(row["expected_minutes"] for row in json.loads(run("ledger", *asked)[1]))

    assert expected() == [15, 30]
    run("import", str(tmp_path / "roster.csv"), "--loaded-on", "2025-10-02")
    assert '"7001"' in run("ledger", "--as-of", "2025-09-19", "--by", "student", "--json")[1]
    assert expected() == expected("--known-as-of", "3") == [15, 30]


def test_what_is_refused(run: Run, files: dict[str, str]) -> None:
    run("import", files["calendar"], files["lines"], files["log"])
    for arguments in (("ledger", "--known-as-of", "99"), ("ledger", "--restated"), ("findings", "--of", "anything")):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert len(err.strip().splitlines()) == 1
