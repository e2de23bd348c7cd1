"""A list of lines whose ids or settings come, go or are numbered anew has each line once (decision 0214)."""

from pathlib import Path

import pytest

from data import history
from tests.data.loading import Ledger, sheet_of
from tests.quick import first

PLAIN = ["Student ID", "Service", "Frequency", "Start Date"]
WITH_IDS = ["Line ID", *PLAIN]
SET = [*PLAIN, "Setting"]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def lines(
    headings: list[str], *, first_id: int = 500, settings: str = "Push-in", minutes: int = 30, children: int = 6
) -> str:
    """A line for each child; the first child has a second one."""
    rows = []
    for number, who in enumerate(["K1", *(f"K{n}" for n in range(1, children + 1))]):
        told = {
            "Line ID": str(first_id + number), "Student ID": who, "Service": "OT", "Start Date": "8/25/2025",
            "Frequency": f"{minutes} min Weekly", "Setting": "Pull-out" if number == 0 else settings,
        }  # fmt: skip
        rows.append(",".join(told[one] for one in headings))
    return "\n".join([",".join(headings), *rows]) + "\n"


def in_force(ledger: Ledger) -> list[tuple[str, int]]:
    return ledger.ask("select student_id, count(*) from service_lines where known_to is null group by 1 order by 1")  # type: ignore[return-value]


EACH = [("K1", 2), *((f"K{n}", 1) for n in range(2, 7))]


@pytest.mark.slow
@pytest.mark.parametrize("before, after", first(1, [
    (lines(PLAIN), lines(WITH_IDS)), (lines(SET), lines(PLAIN)), (lines(WITH_IDS), lines(PLAIN)),
    (lines(PLAIN), lines(SET)), (lines(WITH_IDS), lines(WITH_IDS, first_id=900)),
]))  # fmt: skip
def test_each_line_is_on_file_once_and_an_undo_brings_back_what_was(ledger: Ledger, before: str, after: str) -> None:
    ledger.load("october.csv", before)
    was = ledger.rows("service_lines", "line_id", "setting", order="all")
    sheet = sheet_of(ledger.load("november.csv", after), "service_lines")
    assert any("7 lines on file stand under another id" in one for one in sheet.assumptions)
    assert (sheet.missing, sheet.questions, in_force(ledger)) == (0, [], EACH)
    first, second = (batch for (batch,) in ledger.ask("select batch_id from batches order by batch_seq"))
    history.undo(ledger.store, second, "somebody")
    assert ledger.rows("service_lines", "line_id", "setting", order="all") == was
    ledger.load("november.csv", after)
    history.undo(ledger.store, first, "somebody")
    assert in_force(ledger) == EACH


@pytest.mark.slow
def test_lines_in_another_setting_are_others(ledger: Ledger) -> None:
    ledger.load("october.csv", lines(SET))
    sheet = sheet_of(ledger.load("november.csv", lines(SET, settings="Consult")), "service_lines")
    assert (sheet.new, sheet.missing) == (6, 6)


def test_lines_of_another_amount_are_asked_about(ledger: Ledger) -> None:
    ledger.load("october.csv", lines(WITH_IDS))
    sheet = sheet_of(ledger.load("november.csv", lines(WITH_IDS, first_id=900, minutes=45)), "service_lines")
    assert (sheet.new, sheet.missing, [one.kind for one in sheet.questions]) == (7, 7, ["snapshot"])


def test_a_few_lines_that_are_alike_are_no_proof(ledger: Ledger) -> None:
    ledger.load("october.csv", lines(WITH_IDS, children=3))
    sheet = sheet_of(ledger.load("november.csv", lines(WITH_IDS, first_id=900, children=3)), "service_lines")
    assert (sheet.new, sheet.missing) == (4, 4)
