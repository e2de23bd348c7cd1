"""What columns of lists of students and staff only look like, and days that are the first of several."""

import pytest

from data.ingest import mapping, tables
from data.ingest.model import Answers, Mapping, Options
from data.ingest.values import grades, numbers
from tests.data.sheets import sheet


def _told(drawn: str) -> Mapping:
    (found,) = tables.find(sheet(drawn))
    return mapping.propose(found, Answers(), Options())[0]


def _fields(drawn: str) -> dict[str, str | None]:
    return {column.heading: column.field for column in _told(drawn).columns}


@pytest.mark.parametrize(
    ("beside", "value", "field"),
    [
        ("Homeroom", "204", "enrolled_from"), ("Service", "OT", None), ("Therapist", "Mae Ortiz", None),
        ("IEP Due", "3/4/2026", None),
    ],
)  # fmt: skip
def test_a_bare_start_beside_a_service_is_no_enrolment(beside: str, value: str, field: str | None) -> None:
    """It may be the day on which the service began, and would cut the other lines of the child."""
    drawn = f"Student|ID|Grade|{beside}|Start\nFrost, Ida|7011|3|{value}|9/2/2025\nNgo, Kai|7012|4|{value}|10/6/2025"
    assert _fields(drawn)["Start"] == field


def test_a_leave_with_a_return_ends_no_post() -> None:
    rows = "Ortiz, Mae|OTR|1.0|10/1/2025{}\nCole, Ben|PT|0.5|{}"
    assert _fields("Name|Position|FTE|Leave Date\n" + rows.format("", ""))["Leave Date"] == "end_date"
    told = _fields("Name|Position|FTE|Leave Date|Return Date\n" + rows.format("|1/5/2026", "|"))
    assert told["Leave Date"] is None


@pytest.mark.parametrize(("heading", "whole", "half", "field"), [
    ("Minutes per Week", "2250", "1125", "contract_minutes"), ("Minutes per Week", "1100", "600", None),
    ("Hours per Week", "37.5", "18.75", "contract_minutes"), ("Hours per Week", "18", "9", None),
    ("Contract Minutes per Week", "1100", "600", "contract_minutes"),
])  # fmt: skip
def test_too_little_time_a_week_for_the_fte_is_a_load(heading: str, whole: str, half: str, field: str | None) -> None:
    """1,100 minutes a week are no full-time contract, unless the heading says so; 37.5 hours are 2,250 minutes."""
    drawn = f"Therapist|Role|FTE|{heading}\nMae Ortiz|OTR|1.0|{whole}\nBen Cole|PT|0.5|{half}"
    assert _fields(drawn)[heading] == field


def test_minutes_of_students_lists_stay_no_staff_beside_an_fte() -> None:
    told = _told("Student|Student ID|Therapist|FTE|Minutes per Week\nFrost, Ida|7011|Mae Ortiz|1.0|60")
    assert told.dataset != "providers"


def test_the_first_of_several_days_is_no_day_of_a_calendar() -> None:
    """Between first and last day nobody knows what the kinds are: then nothing is read of it, not the first days alone."""
    drawn = (
        "First Day|Last Day|Type\n8/25/2025|12/19/2025|Orange\n12/22/2025|1/2/2026|No school\n1/5/2026|6/5/2026|Blue"
    )
    assert _told(drawn).dataset is None
    (found,) = tables.find(sheet(drawn.replace("Orange", "In session").replace("Blue", "In session")))
    assert found.headings == ("Type", "Date")


@pytest.mark.parametrize(("text", "share"), [("Part-time (0.5)", 0.5), ("PT .4", 0.4), ("Part time - 60%", 0.6)])
def test_part_time_with_its_share(text: str, share: float) -> None:
    assert numbers.read_share(text).value == share


def test_roles_of_which_none_is_a_student_are_of_staff() -> None:
    drawn = (
        "Role|First Name|Last Name|Personnel ID|Job Class 1|Site 1|Site 2\n"
        "Employee|Mae|Ortiz|0411|Occupational Therapist|Birch|Cedar\nEmployee|Ben|Cole|0412|Physical Therapist|Cedar|"
    )
    told = _told(drawn)
    assert told.dataset == "providers"
    assert (_fields(drawn)["Site 1"], _fields(drawn)["Site 2"]) == ("home_school", None)


def test_the_half_of_a_day_in_which_a_child_comes_is_no_session() -> None:
    drawn = (
        "Child|Child ID|DOB|Site|Session|First day|Last day\nIda Frost|E31|9/14/2021|Birch|AM|9/3/2025|\n"
        "Kai Ngo|E32|1/20/2022|Birch|PM|9/3/2025|12/18/2025"
    )
    assert _told(drawn).dataset == "students"
    assert (_fields(drawn)["First day"], _fields(drawn)["Last day"]) == ("enrolled_from", "enrolled_to")
    assert _told(drawn.replace("|AM|", "|30 min|").replace("|PM|", "|20 min|")).dataset != "students"


@pytest.mark.parametrize(("text", "grade"), [("0K", "K"), ("03", "3"), ("0PK", "PK"), ("00", "K")])
def test_zeros_before_a_grade(text: str, grade: str) -> None:
    assert grades.read(text).value == grade


@pytest.mark.parametrize("heading", ["PrimaryBuildingName", "Building 1", "Site 1", "Home Campus Name"])
def test_the_first_of_several_buildings_is_the_home_school(heading: str) -> None:
    assert _fields(f"Staff Name|Role|{heading}|BuildingName2\nMae Ortiz|OTR|Birch|Cedar")[heading] == "home_school"
