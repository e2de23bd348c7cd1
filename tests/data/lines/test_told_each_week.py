"""Lines told anew for each week, the length of units, what Closed says, and short names: also where nothing changes."""

import pytest

from data.ingest.mapping import meaning
from data.ingest.values import codes
from data.store import open_store
from tests.data.loading import tried
from tests.data.sheets import cells, reasons, table
from tests.data.staging import staged

WEEKLY = "Week Ending|Student|Service|IEP Min/Wk|Delivered Min"


def test_each_amount_of_a_line_counts_from_its_week() -> None:
    """A week that ends on Friday the 14th begins on Monday the 10th; so does one that is named by Sunday the 9th."""
    found = table(WEEKLY, "11/14/2025|Ida Amsel|OT|60|30", "11/7/2025|Ida Amsel|OT|45|45")
    assert found.headings == ("Student", "Service", "IEP Min/Wk", "Service Start Date")
    assert cells(found, "IEP Min/Wk", "Service Start Date") == [("60", "2025-11-10"), ("45", None)]
    assert found.told[0].startswith("1 line has another amount in a later row of Week Ending")
    named = table(WEEKLY.replace("Ending", "Of"), "11/2/2025|Ida Amsel|OT|60|30", "11/9/2025|Ida Amsel|OT|45|45")
    assert cells(named, "IEP Min/Wk", "Service Start Date") == [("60", None), ("45", "2025-11-10")]


@pytest.mark.parametrize(
    ("period", "days", "cycles"),
    [("Week Of", ("9/8/2025", "9/15/2025"), ["per week"]), ("Month", ("September 2025", "October 2025"), [])],
)
@pytest.mark.parametrize("promised", ["Mandated Min", "IEP Min"])
def test_mandated_minutes_of_a_week_are_by_the_week(
    promised: str, period: str, days: tuple[str, str], cycles: list[str]
) -> None:
    """What is told of a month may be the sum of its weeks: its period is asked."""
    rows = (f"Ida Amsel|OT|60|{day}|30" for day in days)
    found = table(f"Student|Service|{promised}|{period}|Provided Min", *rows)
    assert len(found.body) == 1
    assert [one for (one,) in (cells(found, "Cycle") if "Cycle" in found.headings else [])] == cycles


@pytest.mark.parametrize(
    ("amounts", "kept"),
    [
        (("60", "60", "60"), ["60"]),
        (("60", "", "60"), ["60"]),
        (("60", "0", "60"), ["60"]),
        (("60", "90", "60"), ["60", "90", "60"]),
        (("60", "60", "0"), ["60", "0"]),
    ],
)
def test_a_break_is_no_other_amount_and_an_end_is(amounts: tuple[str, ...], kept: list[str]) -> None:
    rows = [f"11/{3 + 7 * at}/2025|Ida Amsel|OT|{one}|30" for at, one in enumerate(amounts)]
    found = table(WEEKLY.replace("Ending", "Of"), *rows)
    assert [one for (one,) in cells(found, "IEP Min/Wk")] == kept
    assert set(reasons(found).values()) <= {"told again for a later week or month"}


def test_what_became_of_weeks_is_named_as_not_read() -> None:
    rows = [
        f"11/{day}/2025|Ida Amsel|OT|60|{given}|{what}" for day, given, what in ((7, 60, "Held"), (14, 0, "Absent"))
    ]
    found = table(f"{WEEKLY}|Status", *rows)
    assert found.told == (
        "What became of the minutes of each row of Week Ending is not read (Delivered Min, Status): they are no sessions. "
        "Upload the log itself.",
        "Each line is told anew under Week Ending: it is one for each of its amounts.",
    )


@pytest.mark.parametrize(
    ("months", "kept"),
    [
        (("Sep-25", "Oct-25"), ["240", "120"]), (("Oct 2025", "Sep 2025"), ["240", "120"]),
        (("September", "October"), ["240", "120"]), (("January", "December"), ["240", "120"]),
    ],
)  # fmt: skip
def test_months_however_they_are_written_where_one_line_alone_comes_again(
    months: tuple[str, str], kept: list[str]
) -> None:
    """240 minutes a month for one child in two months, 120 for another in one of them: two lines, not three."""
    rows = [f"{month}|Ida Amsel|OT|240|180" for month in months]
    found = table("Month|Student|Service|IEP min/mo|Delivered", *rows, f"{months[0]}|Una Cray|OT|120|120")
    assert sorted((one for (one,) in cells(found, "IEP min/mo")), reverse=True) == kept


def test_an_amount_that_changes_in_a_month_without_a_year_waits_for_the_year() -> None:
    """December's 120 comes before January's 240, which is no amount of December's: 240 counts from 1 January of a year that
    is asked."""
    heads, who = "Month|Student|Service|IEP min/mo|Delivered", "Ida Amsel|OT"
    rows = [f"{month}|{who}|{amount}|100" for month, amount in (("January", 240), ("December", 120))]
    assert cells(table(heads, *rows), "IEP min/mo", "Service Start Date") == [("240", "1/1"), ("120", None)]
    text = "\n".join((heads, *rows)).replace("|", ",").encode()
    with tried(open_store(), "report.csv", text) as loaded:
        (sheet,) = loaded.report.files[0].sheets
        assert (sheet.new, sheet.waiting) == (1, 1)
        assert any("school year" in one.text for one in sheet.questions)


def test_lines_of_one_week_each_stay() -> None:
    found = table(WEEKLY, "11/7/2025|Ida Amsel|OT|60|30", "11/14/2025|Una Cray|OT|30|30")
    assert found.headings == tuple(WEEKLY.split("|"))


def test_two_lines_of_a_child_and_service_are_told_apart_by_their_amounts() -> None:
    """60 and 15 minutes in one week, and 60 again in the next, are two lines; twice 60 in one week stay two."""
    rows = ("11/7/2025|Ida Amsel|OT|60|30", "11/7/2025|Ida Amsel|OT|15|15", "11/14/2025|Ida Amsel|OT|60|30")
    assert sorted(cells(table(WEEKLY, *rows), "IEP Min/Wk")) == [("15",), ("60",)]
    assert len(cells(table(WEEKLY, rows[0], rows[0], rows[2]), "Student")) == len(rows)
    changed = ("11/7/2025|Una Cray|OT|60|30", "11/14/2025|Una Cray|OT|45|30")
    starts = cells(table(WEEKLY, *rows, *changed), "Student", "IEP Min/Wk", "Service Start Date")
    assert ("Una Cray", "45", "2025-11-10") in starts and ("Una Cray", "60", None) in starts


def test_units_used_so_far_are_no_sessions() -> None:
    """Nor are they goals with scores by day."""
    heads = "Student|Session Date|Service|Used Units|Minutes per Unit"
    assert table(heads, "Ida Amsel|11/3/2025|OT|12|15").headings == tuple(heads.split("|"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Closed|30", "No Show|", "Closed|45"), [None, "missed", None]),
        (("Closed|", "No Show|", "Held|45"), ["missed", "missed", "delivered"]),
        (("Closed|30", "No Show|30", "Held|45"), ["missed", "missed", "delivered"]),
    ],
)
def test_closed_beside_minutes_is_asked_about(rows: tuple[str, ...], expected: list[str | None]) -> None:
    """Minutes that missed sessions have too are those planned: then the school was closed."""
    heads = "student_id|session_date|service|status|minutes"
    found = staged("sessions", "\n".join([heads, *(f"1{at}|11/{at + 3}/2025|OT|{row}" for at, row in enumerate(rows))]))
    assert found.column("status") == expected


@pytest.mark.parametrize(
    ("text", "name"), [("Jett, Om", "Jett, Om"), ("Jett, OM", "Jett"), ("Osei, Ama, OTR", "Osei, Ama")]
)
def test_a_short_first_name_is_no_title(text: str, name: str) -> None:
    assert codes.without_title(text) == name


def test_the_length_of_a_unit_is_no_sessions() -> None:
    assert meaning.worth("minutes per unit", "minutes", "sessions") == 0
    assert meaning.worth("units delivered", "minutes", "sessions") > 0
