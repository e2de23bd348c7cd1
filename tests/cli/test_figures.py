"""What the command line tells of pages, on a district small enough to count by hand (told_district), and of none at all."""

import json
import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import cli
from analytics import output
from tests.analytics.told_district import AS_OF, FILES
from tests.built import built
from tests.data.loading import Ledger
from tests.kept_open import asked_by_cli, let_go

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "pages-and-commands.md").read_text(encoding="utf-8")
WITH_MORE = {
    "headline": ("--by", "service"), "make-ups": ("--by", "provider"), "mix": ("--by", "school", "--against-plan"),
    "reports": ("--coming",), "history": ("--batch", "B1"),
}  # fmt: skip
ALONE = (
    "headline", "decisions", "standing", "not-seen", "behind", "ending", "make-ups", "without-record", "reasons", "where-it-went",
    "conformity", "distribution", "outlook", "coverage", "mix", "drift", "group-sizes", "sessions", "mandates", "goals",
    "measurements", "reports", "to-measure", "checklist", "held", "history",
)  # fmt: skip


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("told")
    ledger = Ledger.holding(folder, *FILES.items())
    ledger.close()
    yield ledger.store.path
    let_go()


def rows(db: Path, *arguments: str) -> list[dict[str, Any]]:
    done = asked_by_cli(*arguments, "--db", str(db), "--json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def told(db: Path, *arguments: str) -> list[dict[str, Any]]:
    return rows(db, *arguments, "--as-of", f"{AS_OF}")


@pytest.mark.slow
def test_an_empty_ledger_has_no_rows_to_tell(tmp_path: Path) -> None:
    db = built(tmp_path / "nothing.duckdb")
    asked = [(name,) for name in ALONE] + [(name, *more) for name, more in WITH_MORE.items()]
    assert [one for one in asked if rows(db, *one) != []] == []
    assert rows(db, "ledger", "--school", "Birch", "--service", "OT") == []
    let_go()


def test_the_headline_of_a_school(district: Path) -> None:
    """Cedar: L2 120 of 270, L3 nothing of 270; both are two sessions short or more."""
    (cedar,) = told(district, "headline", "--school", "Cedar")
    assert (cedar["expected_minutes"], cedar["credited_minutes"]) == pytest.approx((540, 120))
    assert cedar["adjusted_rate"] == pytest.approx(120 / 540)
    assert (cedar["students"], cedar["students_behind"], cedar["unusable_lines"]) == (2, 2, 0)
    (service,) = told(district, "headline", "--by", "service", "--school", "Cedar")
    assert (service["service"], service["students"], service["open_make_up_minutes"]) == ("OT", 2, 150 + 270)
    ends = told(district, "headline", "--by", "month", "--school", "Cedar")
    assert [(one["month"], one["expected_minutes"]) for one in ends] == [("2025-09", 240), ("2025-10", 540)]


def test_who_is_behind_who_was_not_seen_what_is_to_be_made_up(district: Path) -> None:
    """L3 and L4 lack 270 minutes, nine sessions of 30, since Sep 1; L2 five since Sep 29, where October's credit month begins."""
    found = told(district, "behind")
    assert [(one["line_id"], one["sessions_short"], one["short_since"]) for one in found] == [
        ("L3", 9, "2025-09-01"), ("L4", 9, "2025-09-01"), ("L2", 5, "2025-09-29"),
    ]  # fmt: skip
    unseen = told(district, "not-seen", "--provider", "T1")
    assert [(one["line_id"], one["last_seen"], one["why"]) for one in unseen] == [("L2", "2025-09-22", "no_record")]
    (t2,) = told(district, "make-ups", "--by", "provider", "--provider", "T2")
    assert (t2["items"], t2["make_up_minutes"], t2["unaccounted_minutes"]) == (2, 120 + 150, 0)
    items = told(district, "make-ups", "--student", "S4")
    assert [(one["period"], one["make_up_minutes"], one["unaccounted_minutes"]) for one in items] == [
        ("2025-09", 120, 120), ("2025-10", 150, 150),
    ]  # fmt: skip


def test_what_has_no_record(district: Path) -> None:
    """L2 has all of September and nothing since Sep 22; L3's misses have a reason; of L4 nothing was ever logged."""
    found = told(district, "without-record")
    assert [(one["line_id"], one["last_logged"], one["period_start"], one["unaccounted_minutes"]) for one in found] == [
        ("L2", "2025-09-22", "2025-09-29", 150), ("L4", None, "2025-09-01", 120), ("L4", None, "2025-09-29", 150),
    ]  # fmt: skip


@pytest.mark.slow
def test_decisions_as_rows(district: Path) -> None:
    found = {(one["kind"], one["where"]): one for one in told(district, "decisions")}
    silent = found["no_log", "T3"]
    assert (silent["place"], silent["students"], silent["minutes"], silent["detail"]) == (
        "provider", 1, 120 + 150, "2025-09 2025-10",
    )  # fmt: skip
    assert {where for kind, where in found if kind == "never_started"} == {"Cedar", "Dell"}
    assert len(told(district, "ending", "--school", "Dell")) == 1


@pytest.mark.slow
def test_why_and_where_the_hours_went(district: Path) -> None:
    (dell,) = told(district, "where-it-went", "--school", "Dell")
    assert (dell["expected"], dell["no_record"], dell["credited"]) == pytest.approx((270, 270, 0))
    reasons = {one["reason"]: one["minutes"] for one in told(district, "reasons", "--school", "Cedar")}
    assert reasons == pytest.approx({"vacancy": 9 * 30, "no_record": 150})
    (tests,) = told(district, "conformity", "--by", "school", "--school", "Cedar")
    assert (tests["lines"], tests["evidence_rate"]) == (2, 0.5)
    (whole,) = told(district, "outlook", "--school", "Cedar")
    assert whole["short_minutes"] == pytest.approx(150 + 270)


def test_a_filter_that_names_nothing_is_refused(district: Path) -> None:
    done = asked_by_cli("headline", "--db", str(district), "--school", "Bich")
    assert done.exit_code != 0 and "There is no school 'Bich' on file; it is one of Birch, Cedar, Dell." in str(
        done.exception
    )


@pytest.mark.parametrize(
    "asked", [("mix", "--against-plan"), ("make-ups", "--by", "school"), ("headline", "--by", "x")]
)
def test_what_a_command_does_not_tell_is_refused(district: Path, asked: tuple[str, ...]) -> None:
    assert asked_by_cli(*asked, "--db", str(district)).exit_code != 0


def test_times_of_day_are_told_in_every_format() -> None:
    frame = pd.DataFrame({"start_time": [time(9, 5), None]})
    assert json.loads(output.to_json(frame)) == [{"start_time": "09:05:00"}, {"start_time": None}]
    assert output.to_csv(frame) == 'start_time\n09:05:00\n""'


def test_every_command_on_the_page_exists() -> None:
    there = {one.name or one.callback.__name__ for group in cli.app.registered_groups
             for one in group.typer_instance.registered_commands}  # fmt: skip
    cells = [line.split(" | ")[-1] for line in PAGE.splitlines() if line.startswith("| ")][1:]
    named = {code.split()[0] for cell in cells for code in re.findall(r"`([a-z][^`]*)`", cell)}
    assert len(named) > 30 and named <= there
