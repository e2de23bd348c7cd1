"""The make-up worklist in a wide window: what is in sight, and its items as files, those of the command line."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import streamlit as st

from tests.app.conftest import Open, told_by_cli
from ui.parts import columns, narrow

KAUR = "Kaur, Simran"
Downloads = dict[str, Callable[[], bytes]]


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> Downloads:
    """What the download buttons of a page in a wide window hand out, by their keys."""
    monkeypatch.setattr(narrow, "window", lambda: None)
    found: Downloads = {}
    real = st.download_button

    def button(label: str, data: Any, *arguments: Any, **options: Any) -> bool:
        found[options["key"]] = data
        return real(label, data, *arguments, **options)

    monkeypatch.setattr(st, "download_button", button)
    return found


def test_since_when_and_attempts_are_in_sight() -> None:
    """With all that is in sight they have the 847 pixels of a table in a window of 1280."""
    seen = {name: one for name, one in columns.MAKE_UPS.items() if not one.aside}
    assert list(seen)[:6] == ["student_name", "line", "missed", "make_up_minutes", "since", "attempts"]
    assert sum(int(one.width or 0) for one in seen.values()) <= 847


def test_the_items_are_handed_out_as_filtered(open_page: Open, district: Path, downloads: Downloads) -> None:
    """As CSV and as workbook: the open ones of a provider, none of the settled, of which there are none yet."""
    open_page("compliance", provider=KAUR)
    said = [one for one in told_by_cli(district, "make-ups", "--provider", KAUR) if one["is_open"]]
    table = pd.read_csv(io.BytesIO(downloads["make_ups_csv"]()))
    assert table["Student"].tolist() == [one["student_name"] for one in said]
    assert table["Minutes"].tolist() == pytest.approx([one["make_up_minutes"] for one in said])
    assert table["Open since"].tolist() == [one["since"] for one in said]
    assert table["Attempts"].tolist() == [one["attempts"] for one in said]
    book = openpyxl.load_workbook(io.BytesIO(downloads["make_ups_xlsx"]()))
    assert book["Table"].max_row == len(said) + 1
    assert "make_ups_csv" in downloads and "worklist_xlsx" in downloads


def test_too_many_items_for_the_page_are_a_list_to_download(
    open_page: Open, district: Path, downloads: Downloads
) -> None:
    app = open_page("compliance", service="PT")
    assert all("decision" not in one.value.columns for one in app.dataframe)
    said = told_by_cli(district, "make-ups", "--service", "PT")
    table = pd.read_csv(io.BytesIO(downloads["make_ups_csv"]()))
    assert (len(table), "make_ups_xlsx" in downloads) == (len(said), False)
    assert table["Minutes"].sum() == pytest.approx(sum(one["make_up_minutes"] for one in said))
