"""One thing is called the same on every page, on paper and in every download."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics import definitions
from data import rejected
from ui.history import blocks as history
from ui.import_files import import_sheets
from ui.parts import columns, page, words
from ui.shell import navigation

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {
    r"\b(no|without a) record\b": "not accounted for",
    r"\bpromised minutes\b": "expected minutes",
    r"^Waiting\b|waiting for an answer": "needs your answer",
    r"\bunusable lines?\b": "amount can't be read",
    r"\b[Dd]rift\b.": "setting differs from the IEP",
    r"\b[Ee]xcess (minutes|hours)\b": "over-delivered, not carried over",
    r"\bservice grids?\b|\bline items?\b": "service line",
}
"""Words that the screen has another one for."""


def texts() -> Iterator[tuple[str, str]]:
    """Every text of pages, paper, workbooks and packets, with its file; docstrings are for who reads the code."""
    for folder in ("pages", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                    yield path.name, node.value


@pytest.mark.parametrize(("other", "held"), ELSEWHERE.items())
def test_no_text_says_it_otherwise(other: str, held: str) -> None:
    assert [(file, text) for file, text in texts() if re.search(other, text)] == [], f"the screen says: {held}"


def test_what_has_neither_session_nor_reason_is_not_accounted_for_everywhere() -> None:
    assert words.REASONS["no_record"] == "not accounted for"
    assert words.CAUSES["no_record"] == columns.NO_RECORD.heading == "Not accounted for"
    assert columns.SERVICES["unaccounted_minutes"].heading == "Not accounted for"
    assert any(name.startswith("Not accounted for") for name in definitions.all()["name"])


@pytest.mark.parametrize(("rows", "said"), [(1, "1 row needs your answer"), (1204, "1,204 rows need your answer")])
def test_rows_that_wait_need_an_answer(rows: int, said: str) -> None:
    assert words.needs_answer(rows) == said


def test_what_waits_is_headed_so_in_every_table() -> None:
    assert columns.HISTORY["rows_waiting"].heading == history.SHEETS["rows_waiting"].heading == "Needs your answer"
    assert import_sheets.LISTS["waiting"] == "Needs your answer"
    assert rejected.OUTCOMES["waiting"] == "needs your answer"


@pytest.mark.parametrize("entry", navigation.ENTRIES, ids=lambda one: one.name)
def test_an_empty_page_says_what_it_is_for(entry: navigation.Entry) -> None:
    said = page.answers(entry)
    assert said.endswith(("?", "."))
    assert said.startswith("This page answers: " if "?" in said else "This page shows ")
