"""Titles and keys on a sheet of their own: also those that aren't the other sheets'."""

import pytest

from data.ingest.tables import covers, find
from tests.data.sheets import sheet

LOG = "Student|10/1/2025|10/3/2025|10/6/2025\nUna Abel|30|M|30\nIan Bark|30|30|30"


def _told(cover: str, log: str = LOG, name: str = "Data", more: str = "") -> tuple[tuple[str, ...], dict[str, str]]:
    sheets = [sheet(cover, "Cover"), sheet(log, name), *([sheet(more, "More")] if more else [])]
    found = covers.told([(one, table) for one in sheets for table in find(one)])
    table = next(table for one, table in found if one.name == name)
    return table.notes, table.legend


def test_a_covers_titles_and_key_are_those_of_the_other_sheet() -> None:
    notes, key = _told("Elm School\nSpeech log - October 2025\nM = student absent")
    assert (notes, key) == (("Speech log - October 2025",), {"m": "student absent"})


@pytest.mark.parametrize(
    ("cover", "log", "name"),
    [
        ("Speech log", f"OT log\n{LOG}", "Data"), ("Speech log", LOG, "OT"), ("October 2025", LOG, "September"),
        ("Una Abel\nIan Bark", LOG, "Data"), ("Form rev. 2019", LOG, "Data"), ("Virtual sessions on Fridays", LOG, "Data"),
        ("PT eval pending", LOG, "Data"), ("Ask the OT about Una", LOG, "Data"),
    ],
)  # fmt: skip
def test_what_a_sheet_says_itself_or_a_cover_says_of_something_else(cover: str, log: str, name: str) -> None:
    assert not {*cover.split("\n")} & {*_told(cover, log, name)[0]}


def test_a_month_on_a_cover_is_of_one_table_alone() -> None:
    assert _told("October 2025", more=LOG)[0] == ()
    assert _told("Speech 2025-26", more=LOG)[0] == ("Speech 2025-26",)


def test_a_sheet_of_records_is_no_cover() -> None:
    assert _told("Student|Service\nUna Abel|OT\nIan Bark|OT")[0] == ()
    assert _told("\n".join(["Speech log"] * 13))[0] == ()
