"""The lists of uploads, policies, calendar and answers are downloaded as any table is: with what they are, as of when."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, told_by_cli
from ui.parts import tables

TABS = ("What each figure means", "Policies", "Calendar")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What each table says it is, by its key, as the pages draw it."""
    found: dict[str, str] = {}
    download = tables.download

    def kept(*arguments: Any, key: str, about: str, file: str = "") -> None:
        found[key] = about
        download(*arguments, key=key, about=about, file=file)

    monkeypatch.setattr(tables, "download", kept)
    return found


def test_an_upload_and_its_sheets(open_page: Open, district: Path, told: dict[str, str]) -> None:
    batch = told_by_cli(district, "history")[0]["batch_id"]
    open_page("history", batch=batch)
    assert {"batches", "sheets"} <= set(told)
    assert all(" data as of " in about and about.endswith(", 2026.") for about in told.values()), told


@pytest.mark.parametrize(("tab", "key"), [(TABS[0], "definitions"), (TABS[2], "calendar_months")])
def test_definitions_and_the_calendar(
    open_page: Open, district: Path, told: dict[str, str], tab: str, key: str
) -> None:
    open_page("definitions", settings_tab=tab)
    assert told[key].endswith(", 2026.")
    assert " data as of " in told[key]
