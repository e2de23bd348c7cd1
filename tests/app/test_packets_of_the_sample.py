"""The packets of the invented district, opened: each sheet's cells are the command line's rows, each row in one packet."""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analytics.scope import ALL, Selection
from tests.app.conftest import told_by_cli
from ui.handouts import packets
from ui.parts import words
from ui.server import stores
from ui.shell import frame, session
from ui.shell.session import View

pytestmark = pytest.mark.slow
CHOICES: list[tuple[Selection, tuple[str, ...]]] = [
    (ALL, ()), (Selection(schools=("Ironwood",)), ("--school", "Ironwood")),
    (Selection(providers=("T111",)), ("--provider", "T111")),
]  # fmt: skip
Rows = list[dict[str, Any]]


def _view(selection: Selection) -> View:
    view = session.open_view(stores.OWN)
    return replace(view, as_of=frame.latest_day(view, ALL), selection=selection)


def _opened(view: View) -> dict[str, dict[str, Rows]]:
    """The cells of each workbook's sheets, by their headings."""
    with zipfile.ZipFile(io.BytesIO(packets.as_zip_of(view))) as archive:
        return {name.removesuffix(".xlsx"): _sheets(archive.read(name)) for name in archive.namelist()}


def _sheets(content: bytes) -> dict[str, Rows]:
    found = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [{str(name): cell for name, cell in zip(head, row, strict=True)} for row in rows]
    return found


def _pairs(rows: Rows, *columns: str) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(_plain(row[one]) for one in columns) for row in rows)


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return round(float(value), 4) if isinstance(value, int | float) else value


@pytest.mark.parametrize(("selection", "chosen"), CHOICES)
def test_each_row_of_each_list_is_in_one_packet(district: Path, selection: Selection, chosen: tuple[str, ...]) -> None:
    opened = _opened(_view(selection))
    at = {name: [row for book in opened.values() for row in book.get(name, [])] for name in packets.LISTS}
    items = told_by_cli(district, "make-ups", *chosen)
    assert _pairs(
        at["Make-ups"], "Student id", "Line id", "Period", "To make up (min)", "Open since", "Attempts"
    ) == _pairs(items, "student_id", "line_id", "period", "make_up_minutes", "since", "attempts")
    unseen = told_by_cli(district, "not-seen", *chosen)
    assert _pairs(at["Not seen"], "Student", "Days since", "Last seen") == _pairs(
        unseen, "student_name", "days_since", "last_seen"
    )
    waiting = told_by_cli(district, "to-measure", *chosen)
    assert _pairs(at["Goals to measure"], "Student", "Goal", "Why") == _pairs(
        waiting, "student_name", "goal_text", "why"
    )
    _without_a_log(at["Lines without a log"], told_by_cli(district, "without-record", *chosen))
    (whole,) = told_by_cli(district, "headline", *chosen)
    told = sum(row["Not accounted for (minutes)"] for row in at["Lines without a log"])
    assert told == pytest.approx(whole["unaccounted_minutes"], abs=1e-3)


def _without_a_log(rows: Rows, said: Rows) -> None:
    """One row a line; its words are the periods', in their order."""
    periods: dict[tuple[Any, ...], list[str]] = {}
    for one in said:
        periods.setdefault((one["student_name"], one["line_id"], one["last_logged"]), []).append(_in_words(one))
    theirs = Counter((name, last, "; ".join(parts)) for (name, _, last), parts in periods.items())
    assert _pairs(rows, "Student", "Last log", "Not accounted for, by period") == theirs


def _in_words(one: Mapping[str, Any]) -> str:
    span = f"{words.day(one['period_start'])} to {words.day(one['period_end'])}"
    return f"{span}: {words.amount(one['unaccounted_minutes'])} of {words.amount(one['expected_minutes'])} min"


def test_whose_a_packet_is(district: Path) -> None:
    """All rows of a packet are of its therapist, and the rejected rows that name the person are those of History."""
    opened = _opened(_view(ALL))
    held = told_by_cli(district, "held")
    for name, book in opened.items():
        assert {row["Provider"] for row in book.get("Make-ups", [])} <= {name}
    mend = [rows for book in opened.values() for name, rows in book.items() if name not in ("About", *packets.LISTS)]
    assert 0 < sum(map(len, mend)) <= len(held)
