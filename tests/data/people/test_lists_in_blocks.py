"""What stands in brackets behind names and shares, titles of grades, and days told in two ways."""

import pytest

from data.ingest.values import names, no_names, numbers, terms
from tests.data.loading import Ledger, counts, sheet_of

CALENDAR = (
    b"Date,Event,Students attend\n8/25/2025,First day of school,Y\n9/1/2025,Labor Day,N\n4/10/2026,Early release,N\n"
)


@pytest.mark.parametrize(
    ("written", "read"),
    [("William (Liam)", "William"), ('Catherine "Cate"', "Catherine"), ("(Bo)", "(Bo)"), ("Ann-Marie", "Ann-Marie")],
)
def test_a_nickname_is_no_part_of_a_given_name(written: str, read: str) -> None:
    assert names.part(written) == read


@pytest.mark.parametrize(
    ("written", "share"),
    [("0.5 (1.0 until 10/31)", 0.5), ("80% (was 100%)", 0.8), (".6", 0.6), ("0.5 (until 10/31)", None),
     ("0.5 (1.0 from 1/5)", None)],
)  # fmt: skip
def test_only_what_a_share_was_before_is_passed_over(written: str, share: float | None) -> None:
    assert numbers.read_share(written).value == share


def test_a_post_is_vacant_with_its_role_in_brackets() -> None:
    assert no_names.is_vacant("Open position (PT)")
    assert not no_names.is_vacant("Open, Ida (PT)")


@pytest.mark.parametrize(
    ("written", "kind"),
    [("Veterans Day - school IS in session", "full"), ("School not in session", "holiday"),
     ("Presidents' Day - now a school day, makes up 1/26", "make_up_day"), ("Schools closed, not a school day", "holiday"),
     ("Snow day, to be made up 6/8", "emergency_closed")],
)  # fmt: skip
def test_a_holiday_with_school(written: str, kind: str) -> None:
    assert terms.day_type(written) == kind


def test_a_half_day_on_which_no_student_comes_is_asked_about(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("days.csv", CALENDAR), "calendar_days")
    assert counts(sheet) == {"new": 2, "waiting": 1}
    asked = next(one.value for one in sheet.questions if "school day?" in one.text)
    again = ledger.load("days.csv", CALENDAR, codes={asked: "half"})
    assert counts(sheet_of(again, "calendar_days")) == {"unchanged": 2, "new": 1}
    rows = ledger.rows("calendar_days", "is_instructional, day_type", order="day")
    assert rows == [(True, "full"), (False, "holiday"), (True, "half")]
