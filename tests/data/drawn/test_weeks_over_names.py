"""Grids of days under the heading of their week, and second rows of headings that divide an amount."""

import pytest

from data.ingest.mapping import says
from data.ingest.tables.finding import find
from data.ingest.values import codes
from tests.data.sheets import cells, reasons, sheet, table

LOG = ("OT log 2025", "Week of 9/8/2025|Mon|Tue|Wed|Thu|Fri")


def test_a_row_of_another_week_begins_its_own_block() -> None:
    drawn = "\n".join([*LOG, "Bohm, Otto|30||||", "Week of 9/15/2025|Mon|Tue|Wed|Thu|Fri", "Bohm, Otto||25|||"])
    found = find(sheet(drawn))
    assert [cells(one, "Student Name", "Date", "Value") for one in found] == [
        [("Bohm, Otto", "2025-09-08", "30")], [("Bohm, Otto", "2025-09-16", "25")],
    ]  # fmt: skip


def test_many_weeks_without_a_line_between() -> None:
    block = "Week of {}/2025|Mon|Tue|Wed|Thu|Fri\n" + "\n".join(f"Bohm, Otto {letter}||20|||" for letter in "ABCDEFGH")
    days = ["9/1", "9/8", "9/15", "9/22", "9/29", "10/6", "10/13", "10/20", "10/27", "11/3", "11/10", "11/17"]
    found = find(sheet("\n".join(["OT log", *(block.format(day) for day in days)])))
    assert [one.body.column(one.headings.index("Date"))[0].as_py() for one in found] == [
        "2025-09-02", "2025-09-09", "2025-09-16", "2025-09-23", "2025-09-30", "2025-10-07", "2025-10-14", "2025-10-21",
        "2025-10-28", "2025-11-04", "2025-11-11", "2025-11-18",
    ]  # fmt: skip


def test_the_same_week_again_is_the_same_heading() -> None:
    found = find(sheet("\n".join([*LOG, "Bohm, Otto|30||||", LOG[1], "Amsel, Ida||25|||"])))
    assert cells(found[0], "Student Name", "Date") == [("Bohm, Otto", "2025-09-08"), ("Amsel, Ida", "2025-09-09")]
    assert reasons(found[0])[4] == "repeated header"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("Bohm, Otto|30||||", "Amsel, Ida||25|||"), True),
        (("Otto Bohm|30||||", "Ida Amsel||absent|||"), True),
        (("Otto Bohm|30||||", "Ida Amsel||25|||"), False),
        (("Otto Bohm|30||||", "Ida Amsel||therapist out|||"), False),
        (("Otto|30||||", "Ida||absent|||"), False),
        (("Quan, Rae OTR/L|30||||", "Hart, Lil COTA||25|||"), False),
    ],
)
def test_whose_names_stand_under_a_week(rows: tuple[str, ...], told: bool) -> None:
    assert ("Student Name" in table(*LOG, *rows).headings) == told


def test_hours_of_staff_under_a_week_are_no_students() -> None:
    found = table("Therapist hours", LOG[1], "Bohm, Otto|6||||", "Amsel, Ida||absent|||")
    assert "Student Name" not in found.headings


def test_days_under_a_week_have_its_year() -> None:
    found = table("OT log", "Wk of 1/5/26|1/5|1/6|1/7", "Bohm, Otto|30||25")
    assert cells(found, "Date", "Value") == [("2026-01-05", "30"), ("2026-01-07", "25")]


AMOUNTS = "Student|Service|Minutes per Week||Minutes per Month"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("||In Class|Out of Class|Consult to Teacher",
         ("Minutes per Week In Class", "Minutes per Week Out of Class", "Minutes per Month Consult to Teacher")),
        ("||Within Reg Ed|Outside of Reg Ed|Staff consultation",
         ("Minutes per Week Within Reg Ed", "Minutes per Week Outside of Reg Ed", "Minutes per Month Staff consultation")),
        ("Bohm, Otto|OT|30 in class|1|15 consult", ("Minutes per Week", "Column D", "Minutes per Month")),
        ("Bohm, Otto|OT|45|In Class|", ("Minutes per Week", "Column D", "Minutes per Month")),
        ("Bohm, Otto|OT|as needed|1|none", ("Minutes per Week", "Column D", "Minutes per Month")),
    ],
)  # fmt: skip
def test_words_under_an_amount_divide_it(below: str, expected: tuple[str, ...]) -> None:
    assert table(AMOUNTS, below, "Amsel, Ida|PT|20|15|10").headings == ("Student", "Service", *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. Consultation (Indirect Services to School Personnel)", "consult_staff"),
        ("Consult to the teacher", "consult_staff"),
        ("Consultation with families", "consult_family"),
        ("Consult with teacher in general education", None),
        ("Consultation (Indirect Services to School Personnel and Parents)", "indirect"),
        ("Consult with parents or staff", "indirect"),
        ("C. Special Education and Related Services in Other Settings (Direct Service)", "other"),
        ("Direct services in other setting", "other"),
        ("Consult with OT", None),
        ("Direct services to student", None),
    ],
)
def test_with_whom_there_is_consultation(text: str, expected: str | None) -> None:
    assert codes.find(text, "setting") == expected


def test_an_amount_out_of_class_and_one_of_consultation() -> None:
    assert ("setting", "pull_out") in says.said("Min/wk Out of Class", "amount_minutes", "service_lines")
    told = says.said("Min/mo Consult to Teacher", "amount_minutes", "service_lines")
    assert set(told) == {("cycle", "month"), ("setting", "consult_staff"), ("kind", "indirect")}


@pytest.mark.parametrize(
    ("week", "monday"),
    [
        ("Week of 9/8/2025", "2025-09-08"), ("wk beginning 9/7/2025", "2025-09-08"), ("9/8/2025", "2025-09-08"),
        ("Week ending 9/14/2025", "2025-09-08"),
    ],
)  # fmt: skip
def test_weeks_told_in_words_beside_each_student(week: str, monday: str) -> None:
    found = table("Week|Student|Mon|Tue|Wed|Thu|Fri", f"{week}|Bohm, Otto|30||||", "9/15/2025|Bohm, Otto|25||||")
    assert cells(found, "Date", "Value") == [(monday, "30"), ("2025-09-15", "25")]
