"""What stands at a log's edges: totals and trailers below it, teletherapy above it, remarks under a bare Note."""

import pytest

from data.ingest import tables
from data.ingest.mapping import exceptions
from tests.data.sheets import reasons, sheet
from tests.data.staging import staged

_LOG = """
Student ID|Date      |Service|Therapist |School|Grade|Room |Position|Minutes
48210     |09/09/2025|OT     |Quan, Rae |Elm   |3    |B2   |OTR     |30
48377     |09/10/2025|OT     |Quan, Rae |Elm   |1    |B2   |OTR     |45"""


def _left_out(below: str) -> dict[int, str]:
    (table,) = tables.find(sheet(f"{_LOG}\n{below}"))
    return reasons(table)


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        ("          |          |       |          |      |     |     |Total   |75", "total"),
        ("TRAILER   |2         |75     |          |      |     |     |        |", "end of the file's records"),
        ("EOF       |          |       |          |      |     |     |        |", "end of the file's records"),
    ],
)
def test_last_rows_that_are_no_records(below: str, reason: str) -> None:
    """30 + 45 = 75 stand in two rows; the third is nobody's."""
    assert _left_out(below) == {4: reason}


def test_a_place_called_trailer_ends_nothing() -> None:
    assert _left_out("48401     |09/11/2025|OT     |Quan, Rae |Elm   |2    |Trailer 5|OTR |30") == {}


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Note", True),
        ("Notes", True),
        ("Session Note", True),
        ("Comments", True),
        ("Note Signed", False),
        ("Claim Note", False),
    ],
)
def test_make_ups_that_a_remark_tells(heading: str, *, expected: bool) -> None:
    assert exceptions.are_told(heading, ("scissors", "make up for 9/2")) is expected


def test_a_make_up_under_a_bare_note_beside_a_column_of_presence() -> None:
    log = staged(
        "sessions",
        "student_id|service|session_date|minutes|Status|Note\n"
        "5501|OT|2025-09-03|30|Delivered|scissors\n"
        "5501|OT|2025-09-05|20|Delivered|make up for 9/2\n",
        {"Status": "status", "Note": None},
    )
    assert log.column("status") == ["delivered", "make_up"]
    assert [str(day) for day in log.column("makes_up_date")] == ["None", "2025-09-02"]


def _setting(title: str, extra: str = "", cell: str = "") -> tuple[object, bool]:
    log = staged(
        "sessions", f"student_id|service|session_date|minutes{extra}\n5501|SLP|2025-10-01|30{cell}", notes=(title,)
    )
    return log.rows[0].get("setting"), any("teletherapy" in one for one in log.staged.assumptions)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Teletherapy Session Log", ("tele", True)),
        ("Virtual sessions, October", ("tele", True)),
        ("Teletherapy and in-person sessions", (None, False)),
        ("Telephone log", (None, False)),
        ("Virtual Session Entry", (None, False)),
        ("Online service entry form", (None, False)),
        ("Virtual Session Log Export", (None, False)),
        ("Online log, OT", (None, False)),
        ("Remote Therapy Data Download", (None, False)),
        ("Virtual Therapy Log", ("tele", True)),
        ("Session Log", (None, False)),
    ],
)
def test_a_title_that_says_teletherapy_says_where(title: str, expected: tuple[object, bool]) -> None:
    assert _setting(title) == expected


def test_a_column_of_places_says_where_whatever_the_title() -> None:
    assert _setting("Teletherapy Session Log", "|setting", "|pull-out") == ("pull_out", False)


_LINES = """
Student ID|IEP Date  |{end}     |Service|Frequency
100231    |09/02/2025|09/01/2026|OT     |60 min weekly
100245    |10/15/2025|{last}    |OT     |120 min monthly"""


@pytest.mark.parametrize(
    ("end", "last", "starts"),
    [("IEP End", "10/14/2026", True), ("IEP End", "05/29/2026", False), ("Review Due", "10/14/2026", False)],
)
def test_a_plans_day_is_its_lines_start_where_each_ends_a_year_later(end: str, last: str, *, starts: bool) -> None:
    """2025-09-02 + 364 days = 2026-09-01 and 2025-10-15 + 364 = 2026-10-14; until May 29 there are 226."""
    (table,) = tables.find(sheet(_LINES.format(end=end, last=last)))
    assert ("IEP Start Date" in table.headings) is starts
    assert any("a year before" in one for one in table.notes) is starts


_BELOW = """
Student|Date    |Code|Min|Setting
9021   |9/8/2025|X   |30 |PO
9021   |9/9/2025|P   |   |
9038   |9/9/2025|M   |45 |PI

Data dictionary
Field  |Code|Meaning
Code   |X   |Session provided
Code   |P   |Provider absent
Code   |M   |Make-up session
Setting|PI  |Push-in
Setting|PO  |Pull-out"""


def test_a_dictionary_of_fields_below_the_records_tells_their_codes() -> None:
    (table,) = tables.find(sheet(_BELOW))
    assert table.texts(table.headings.index("Code")) == ("Session provided", "Provider absent", "Make-up session")
    assert set(table.texts(table.headings.index("Setting"))) == {"Pull-out", "Push-in"}
    assert "Code: codes by the key that the file gives to them." in table.told


def test_a_dictionary_that_lacks_a_code_of_its_column_tells_none_of_it() -> None:
    """P isn't explained: the column stays as it is written."""
    (table,) = tables.find(sheet(_BELOW.replace("Code   |P   |Provider absent\n", "")))
    assert table.texts(table.headings.index("Code")) == ("X", "P", "M")
