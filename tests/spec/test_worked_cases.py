"""Every worked case of rules 15 for the ledger, the whole way: csv files, `import`, `ledger --json`.

All cases stand in one district on CAL-A, a student or grade each; 17 and 18 are goals (tests/spec/test_goals.py).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cli
from tests.kept_open import asked_by_cli
from tests.reference.cal_a import day, facts, line, row, weekdays
from tests.reference.facts import Enrolment, Facts, Line, Session
from tests.reference.files_of_facts import files_of

NOT_MADE_UP = "closures=not_made_up"
FOUR_WEEKS = {"start": "9-02", "end": "9-28"}
ONE_WEEK = {"start": "9-08", "end": "9-12"}


def _line(student: str, amount: int | None = 60, cycle: str = "week", **fields: Any) -> Line:
    name = fields.pop("line_id", f"L{student}")
    return line(amount, cycle, student_id=student, line_id=name, **fields)


def _given(student: str, *days: tuple[str, int], **fields: Any) -> list[Session]:
    fields.setdefault("line_id", f"L{student}")
    return [_row(student, text, minutes, **fields) for text, minutes in days]


def _row(student: str, text: str, minutes: int, status: str = "delivered", **fields: Any) -> Session:
    return row(text, minutes, status, student_id=student, session_id=f"{student}-{text}-{status}", **fields)


def _seen(student: str, first: str, last: str, *of_week: int) -> list[Session]:
    days = [found for weekday in of_week for found in weekdays(first, last, weekday)]
    return _given(student, *((f"{found.month}-{found.day}", 30) for found in days))


LINES = [
    _line("01", sessions_per_cycle=2, minutes_per_session=30),
    _line("02", sessions_per_cycle=2, minutes_per_session=30, start="11-24", end="11-28"),
    _line("04", start="9-11"),
    _line("05", line_id="L05a"), _line("05", 30, line_id="L05b", start="10-15"),
    _line("06", 120, "month", start="9-16"), _line("06y", 120, "month"),
    _line("07", sessions_per_cycle=2, minutes_per_session=30),
    _line("07a", 30, sessions_per_cycle=1, minutes_per_session=30),
    _line("08", sessions_per_cycle=1, **FOUR_WEEKS),
    _line("09A", **FOUR_WEEKS), _line("09B", **FOUR_WEEKS),
    _line("10s", **FOUR_WEEKS), _line("10p", **FOUR_WEEKS),
    *(_line(f"11{name}", 30, **ONE_WEEK) for name in "ABC"),
    _line("12", 30, line_id="L12in", setting="push_in", **ONE_WEEK),
    _line("12", 30, line_id="L12out", setting="pull_out", **ONE_WEEK),
    _line("13", 120, "quarter"),
    _line("14", sessions_per_cycle=2, minutes_per_session=30, **FOUR_WEEKS),
    _line("15", None, is_usable=False),
    _line("16L", 1200, **ONE_WEEK), *(_line(f"16S{n}", 30, **ONE_WEEK) for n in range(9)),
]  # fmt: skip
SESSIONS = [
    *_given("01", ("9-08", 30), ("9-10", 30)),
    *_given("02", ("11-24", 30)),
    *_given("05", ("10-06", 130), line_id="L05a"), *_given("05", ("10-20", 74), line_id="L05b"),
    *_seen("07", "9-29", "10-31", 0, 2), _row("07", "10-31", 30, "missed", reason="provider_absent"),
    _row("07", "11-05", 30, "make_up", makes_up_date=day("10-31")),
    *_seen("07a", "8-25", "10-31", 0),
    *_given("08", ("9-02", 60), ("9-08", 90), ("9-15", 30), ("9-22", 60)),
    *_given("09A", ("9-08", 360)), *_given("09B", ("9-08", 120)),
    *_given("10s", ("9-08", 210)), _row("10s", "9-15", 30, "missed", reason="student_absent"),
    *_given("10p", ("9-08", 210)), _row("10p", "9-15", 30, "missed", reason="provider_absent"),
    *(_row(f"11{name}", "9-08", 30, grouping="group") for name in "ABC"),
    _row("12", "9-08", 60, setting="pull_out"),
    *_given("13", ("9-15", 40), ("10-15", 60)),
    *_given("14", ("9-08", 150)), _row("14", "9-15", 30, "missed", reason="student_absent"),
    _row("14", "9-16", 30, "missed", reason="provider_absent"),
    *_given("15", ("9-08", 30)),
    *_given("16L", ("9-08", 1200)),
    *_given("06y", ("12-19", 30)),
]  # fmt: skip
GRADES = {
    "09A": "9",
    "09B": "9",
    "11A": "11",
    "11B": "11",
    "11C": "11",
    "16L": "12",
    **{f"16S{n}": "12" for n in range(9)},
}


def _district() -> Facts:
    students = {found.student_id for found in LINES}
    return facts(LINES, SESSIONS, loaded=None,
                 enrolments=[Enrolment(name, None, GRADES.get(name)) for name in sorted(students)])  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """One question of a case: the row with ``key`` and what rules 15 say of it."""

    case: str
    key: dict[str, str]
    as_of: str
    worked_out: dict[str, Any]
    week: tuple[str, str] | None = None
    policies: tuple[str, ...] = ()


def _told(
    expected: Fraction | int,
    delivered: int,
    credited: Fraction | int,
    make_up: Fraction | int,
    adjusted: Fraction | int | None,
    **more: Any,
) -> dict[str, Any]:
    return {"expected_minutes": expected, "delivered_minutes": delivered, "credited_minutes": credited,
            "make_up_minutes": make_up, "adjusted_rate": adjusted, **more}  # fmt: skip


OCTOBER = "2025-10"
ASKED = [
    Asked("1", {"student": "01"}, "9-12", _told(60, 60, 60, 0, 1), ("9-08", "9-12")),
    Asked("2", {"student": "02"}, "11-28", _told(60, 30, 30, 30, Fraction(1, 2), unaccounted_minutes=0)),
    Asked("2, not made up", {"student": "02"}, "11-28", _told(24, 30, 24, 0, 1, excess_minutes=6), None, (NOT_MADE_UP,)),
    Asked("3", {"student": "01"}, "12-26", _told(0, 0, 0, 0, None, gross_rate=None), ("12-22", "12-26")),
    Asked("4", {"student": "04"}, "9-12", {"expected_minutes": 60 * Fraction(2, 5)}),
    Asked("5", {"student": "05", "month": OCTOBER}, "10-31",
          _told(60 + 60 + 15 + Fraction(45, 2) + 30 + 30, 204, 204, 5 + Fraction(17, 2), Fraction(408, 435))),
    Asked("5, before", {"line": "L05a", "month": OCTOBER}, "10-31", {"make_up_minutes": 5}),
    Asked("5, after", {"line": "L05b", "month": OCTOBER}, "10-31", {"make_up_minutes": Fraction(17, 2)}),
    Asked("6", {"student": "06"}, "9-30", {"expected_minutes": Fraction(120 * 11, 21)}),
    Asked("6, August", {"student": "06y"}, "8-31", {"expected_minutes": Fraction(120 * 5, 19)}),
    Asked("7", {"student": "07", "month": OCTOBER}, "10-31", _told(300, 270, 270, 30, Fraction(9, 10))),
    Asked("7, made up", {"student": "07", "month": OCTOBER}, "11-05", _told(300, 300, 300, 0, 1)),
    Asked("7a", {"student": "07a", "month": OCTOBER}, "10-31", _told(150, 120, 120, 30, Fraction(4, 5), unaccounted_minutes=0)),
    Asked("7a, not made up", {"student": "07a", "month": OCTOBER}, "10-31",
          _told(144, 120, 120, 0, 1, excused_minutes=24), None, (NOT_MADE_UP,)),
    Asked("8", {"student": "08"}, "9-28", _told(240, 240, 240, 0, 1)),
    Asked("8, by week", {"student": "08"}, "9-28", _told(240, 240, 210, 30, Fraction(210, 240)), None, ("credit_period=cycle",)),
    Asked("9", {"grade": "9"}, "9-28", _told(480, 480, 360, 120, Fraction(3, 4))),
    Asked("10, student ill", {"student": "10s"}, "9-28", _told(240, 210, 210, 0, 1, gross_rate=Fraction(7, 8))),
    Asked("10, provider absent", {"student": "10p"}, "9-28", _told(240, 210, 210, 30, Fraction(7, 8), gross_rate=Fraction(7, 8))),
    Asked("11", {"grade": "11"}, "9-12", _told(90, 90, 90, 0, 1)),
    Asked("11, one of three", {"student": "11B"}, "9-12", {"delivered_minutes": 30}),
    Asked("12, push-in", {"line": "L12in"}, "9-12", {"expected_minutes": 30, "delivered_minutes": 0}),
    Asked("12, pull-out", {"line": "L12out"}, "9-12", _told(30, 60, 30, 0, 1, excess_minutes=30)),
    Asked("13, open", {"student": "13"}, "9-30", _told(65, 40, 40, 0, Fraction(40, 65))),
    Asked("13, closed", {"student": "13"}, "10-31", _told(120, 100, 100, 20, Fraction(100, 120))),
    Asked("14", {"student": "14"}, "9-28",
          _told(240, 150, 150, 60, Fraction(150, 210), excused_minutes=30, unaccounted_minutes=30,
                gross_rate=Fraction(150, 240))),
    Asked("15", {"student": "15"}, "9-28", {"expected_minutes": 0, "delivered_minutes": 0, "outside_mandate_minutes": 0}),
    Asked("16", {"grade": "12"}, "9-12",
          {"adjusted_rate": Fraction(1200, 1470), "lines": 10, "lines_on_track": 1, "lines_without_evidence": 9}),
]  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The district, loaded from its files one after the other."""
    folder = tmp_path_factory.mktemp("worked")
    for file in files_of(_district()):
        path = folder / file.name
        path.write_bytes(file.data)
        options = ["--json", "--loaded-on", str(file.load_date), "--db", str(folder / "x.duckdb")]
        done = CliRunner().invoke(cli.app, ["import", str(path), *options])
        assert done.exit_code == 0, done.output
    yield folder / "x.duckdb"


def _rows(database: Path, asked: Asked) -> list[dict[str, Any]]:
    rows = _ledger(database, tuple(asked.key), asked.as_of, asked.week, asked.policies)
    return [found for found in rows if asked.key.items() <= found.items()]


@cache
def _ledger(
    database: Path, keys: tuple[str, ...], as_of: str, week: tuple[str, str] | None, policies: tuple[str, ...]
) -> list[dict[str, Any]]:
    arguments = ["ledger", "--json", "--db", str(database), "--by", ",".join(keys), "--as-of", str(day(as_of))]
    if week:
        arguments += ["--from", str(day(week[0])), "--to", str(day(week[1]))]
    done = asked_by_cli(*arguments, *(word for one in policies for word in ("--policy", one)))
    assert done.exit_code == 0, done.output
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: f"case {asked.case}")
def test_worked_case(database: Path, asked: Asked) -> None:
    found = (_rows(database, asked) or [{}])[0]
    for name, worked_out in asked.worked_out.items():
        said = found.get(name, None if name.endswith("rate") else 0)
        assert said == (None if worked_out is None else pytest.approx(float(worked_out), abs=1e-6)), name
