"""What the product writes, it reads: templates go in whole, exports come back unchanged."""

from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from data import export
from data.contracts import DATASETS, templates
from data.errors import UserError
from data.store.connect import DISTRICT
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.quick import first

LINES = """Name,Service,Frequency,Start Date
"Marlow, Tessa",Occupational Therapy,2 x 30 min Weekly,8/25/2025
"Quill, Omar",OT,60 min/month,8/25/2025
"Quill, Omar",OT,30 min/month,8/25/2025
"Quill, Omar",OT,as needed,9/1/2025
"""
LOG = """Student Name,Date of Service,Minutes,Status,Provider
"Marlow, Tessa",9/8/2025,30,Delivered,Rowe
"Marlow, Tessa",9/10/2025,30,Delivered,Rowe
"Marlow, Tessa",9/10/2025,30,Delivered,Rowe
"Quill, Omar",9/9/2025,,Student Absent,"=HYPERLINK(""x"",""y"")"
"""
GOALS = """Student,Goal,Baseline,Target,Date,Score
"Marlow, Tessa",Copies a sentence,10,80,9/9/2025,20
"Marlow, Tessa",Copies a sentence,10,80,9/16/2025,30
"""


def test_amounts_in_words_alone_stay_under_the_templates_heading(ledger: Ledger) -> None:
    text = "line_id,student_id,service,amount_minutes,cycle\nL1,1001,OT,90-105,week\nL2,1001,PT,as needed,week\n"
    (sheet,) = only_file(ledger.load("lines.csv", text.encode())).sheets
    assert (sheet.mapping["amount_minutes"], counts(sheet)) == ("amount_minutes", {"new": 2})
    assert ledger.rows("service_lines", "line_id", "amount_minutes", "is_usable") == [
        ("L1", 90, True),
        ("L2", None, False),
    ]


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_template_goes_in_as_it_is(ledger: Ledger, dataset: str) -> None:
    report = ledger.load(f"{dataset}.xlsx", templates.template(dataset))
    assert report.exit_status == 0
    sheet, told = only_file(report).sheets
    assert (sheet.dataset, counts(sheet)) == (dataset, {"new": 2})
    assert sheet.mapping == {field.name: field.name for field in DATASETS[dataset].fields}
    assert (sheet.unmapped, sheet.questions, sheet.issues) == ([], [], [])
    assert (told.sheet, told.dataset, told.rows_read) == ("Allowed values", None, 0)
    assert "belongs to a template" in told.refused


def test_no_template_of_what_is_no_dataset() -> None:
    with pytest.raises(UserError, match="no dataset 'menus'"):
        templates.template("menus")


@pytest.mark.slow
@pytest.mark.parametrize("form", first(1, ["csv", "xlsx"]))
@pytest.mark.parametrize("dataset", DATASETS)
def test_an_export_of_a_template_comes_back_unchanged(tmp_path: Path, dataset: str, form: str) -> None:
    with closing(Ledger.holding(tmp_path, ("first.xlsx", _template(dataset)))) as ledger:
        sheet = sheet_of(ledger.load(f"again.{form}", _export(ledger, dataset, form)), dataset)
    assert counts(sheet) == {"unchanged": 2}
    assert sheet.unmapped == ["batch_id", "source_file", "source_sheet", "source_row"]


@pytest.mark.slow
@pytest.mark.parametrize("form", first(1, ["csv", "xlsx"]))
@pytest.mark.parametrize(
    ("dataset", "rows"), [("service_lines", 4), ("sessions", 4), ("goals", 1), ("measurements", 2)]
)
def test_an_export_of_others_files_comes_back_unchanged(tmp_path: Path, dataset: str, rows: int, form: str) -> None:
    """Rows whose ids were derived, identical rows, a line without an amount, and a text that begins like a formula."""
    files = ("OT lines.csv", LINES), ("OT log.csv", LOG), ("goals.csv", GOALS)
    with closing(Ledger.holding(tmp_path, *files)) as ledger:
        sheet = sheet_of(ledger.load(f"again.{form}", _export(ledger, dataset, form)), dataset)
    assert counts(sheet) == {"unchanged": rows}


@pytest.mark.slow
def test_an_export_mended_by_hand_changes_its_row(ledger: Ledger) -> None:
    ledger.load("OT log.csv", LOG)
    mended = _export(ledger, "sessions", "csv").decode().replace(",30,delivered", ",25,delivered", 1)
    assert counts(sheet_of(ledger.load("mended.csv", mended), "sessions")) == {"changed": 1, "unchanged": 3}
    assert ledger.ask("select count(*), sum(minutes) from sessions where known_to is null") == [(4, 85)]


@cache
def _template(dataset: str) -> bytes:
    return templates.template(dataset)


def _export(ledger: Ledger, dataset: str, form: str) -> bytes:
    with ledger.store.cursor() as cur:
        return export.export(cur, DISTRICT, dataset, form)
