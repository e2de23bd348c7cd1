"""Who gave each session: initials beside names in a label or key, a column of who stood in, and remarks that name one."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Options
from data.ingest.tables import keyed_initials, legend
from data.ingest.tables.steps.people import stand_ins
from tests.data.sheets import cells, table

ROWS = ("9/30/2025|Abara, Nell|30|KA", "10/7/2025|Abara, Nell|30|PN", "10/9/2025|Boone, Cy|30|ka")


def givers(*rows: str) -> list[str | None]:
    return [who for (who,) in cells(table(*rows), "Provider")]


@pytest.mark.parametrize("heading", ["Seen by", "Init.", "Therapist initials", "Initials", "Who"])
@pytest.mark.parametrize("title", ["Therapist: Kirsten Amundsen, OTR/L", "OT log - Kirsten Amundsen, OTR/L - fall"])
def test_initials_of_the_one_whom_a_label_names_are_hers_and_others_are_not(title: str, heading: str) -> None:
    found = table(title, f"Date|Student|Min|{heading}", *ROWS)
    told = cells(found, "Provider" if "Provider" in found.headings else heading)
    assert told == [("Kirsten Amundsen, OTR/L",), ("PN",), ("Kirsten Amundsen, OTR/L",)]


def test_whoever_stood_in_has_no_role_of_the_label_but_its_service() -> None:
    found = table("COTA: Kirsten Amundsen", "Date|Student|Min|Init.", *ROWS)
    assert cells(found, "Provider", "Provider Role", "Service") == [
        ("Kirsten Amundsen", "COTA", "OT"), ("PN", None, "OT"), ("Kirsten Amundsen", "COTA", "OT"),
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Student initials", "Parent init.", "Supervising OTR initials", "Room"])
def test_initials_of_others_than_who_treats_say_nothing_of_it(heading: str) -> None:
    found = table("Therapist: Kirsten Amundsen, OTR/L", f"Date|Student|Min|{heading}", *ROWS)
    assert {who for (who,) in cells(found, "Therapist")} == {"Kirsten Amundsen, OTR/L"}


def test_initials_of_nobody_whom_the_label_names_stay_beside_it() -> None:
    found = table("Therapist: Rae Quan, OTR/L", "Date|Student|Min|Init.", *ROWS)
    assert {*cells(found, "Therapist", "Init.")} == {("Rae Quan, OTR/L", one) for one in ("KA", "PN", "ka")}


@pytest.mark.parametrize(
    ("meaning", "name"),
    [
        ("Priya Nadar, OTR/L (sub)", "Priya Nadar, OTR/L"),
        ("Priya Nadar (long-term sub)", "Priya Nadar"),
        ("Priya Nadar", "Priya Nadar"),
        ("Nadar, Priya R.", "Nadar, Priya R"),
    ],
)
def test_a_key_gives_names_in_a_column_of_staff_without_credentials_too(meaning: str, name: str) -> None:
    found = legend.initialled(table("Date|Student|Min|Seen by", *ROWS, "|", f"PN = {meaning}", "KA = Kim Ash, COTA"))
    told = [who for (who,) in cells(found, "Seen by")]
    assert told == ["Kim Ash, COTA", name, "Kim Ash, COTA"]


def test_who_is_whoever_treated_by_the_key() -> None:
    found = legend.initialled(table("Date|Student|Min|Who", *ROWS, "|", "PN = Priya Nadar PTA", "KA = Kim Ash PT"))
    assert cells(found, "Provider") == [("Kim Ash PT",), ("Priya Nadar PTA",), ("Kim Ash PT",)]


def test_a_key_to_other_things_names_nobody_under_who_treated() -> None:
    found = table("Date|Student|Min|Seen by", *ROWS, "|", "PN = Progress Note", "KA = Kindergarten Assessment")
    assert cells(legend.initialled(found), "Seen by") == [("KA",), ("PN",), ("ka",)]


@pytest.mark.parametrize(
    ("students", "key", "heading", "field"),
    [
        ("101 202 101", ("KA = Kim Ash, RN", "PN = Priya Nadar, LPN"), "Provider", "provider_name"),
        ("101 202 303", ("KA = Kim Ash, RN", "PN = Priya Nadar (LPN)"), "Provider", "provider_name"),
        ("101 202 303", ("KA = Kim Ash, COTA/L", "PN = Priya Nadar, OTR/L"), "Provider", "provider_name"),
        ("101 202 101", ("KA = Kim Ash", "PN = Priya Nadar"), "Provider", "provider_name"),
        ("101 202 303", ("KA = Kim Ash", "PN = Priya Nadar"), "Provider", "provider_name"),
        ("101 202 202", ("KA = Kim Ash", "PN = Priya Nadar"), "Initials", "student_name"),
        ("101 202 101", (), "Initials", None),
        ("101 202 303", (), "Initials", None),
        ("101 202 202", (), "Initials", "student_name"),
    ],
)  # fmt: skip
def test_whose_initials_stand_beside_ids(students: str, key: tuple[str, ...], heading: str, field: str | None) -> None:
    """They are a child's where each id has its own; where one has two kinds, or two share one, they are of whoever signed."""
    marks = ("KA", "PN", "PN") if students == "101 202 202" else ("KA", "KA", "PN")
    rows = (f"9/30/2025|{one}|30|{mark}" for one, mark in zip(students.split(), marks, strict=True))
    found = keyed_initials.told(table("Date|Student ID|Min|Initials", *rows, *(("|", *key) if key else ())))
    (read,) = propose(legend.named(found), Answers(), Options())
    assert {one.heading: one.field for one in read.columns}[heading] == field


@pytest.mark.parametrize("heading", ["Sub", "Substitute", "Covered by", "Covering provider", "Sub name"])
def test_a_column_of_who_stood_in_counts_where_it_is_filled(heading: str) -> None:
    """The label's name has credentials, as titles give them."""
    rows = ("9/30/2025|Abara, Nell|30|", "10/7/2025|Abara, Nell|30|Nadar, Priya")
    told = givers("Therapist: Kirsten Amundsen, OTR/L", f"Date|Student|Min|{heading}", *rows)
    assert told == ["Kirsten Amundsen, OTR/L", "Nadar, Priya"]


@pytest.mark.parametrize(
    ("remark", "name"),
    [
        ("seen by Priya Nadar (sub)", "Priya Nadar"), ("covered by P. Nadar", "P. Nadar"), ("sub: Nadar, Priya", "Nadar, Priya"),
        ("Priya Nadar subbed", "Priya Nadar"), ("Ms. Nadar covered", "Ms. Nadar"),
        ("good day; treated by Priya Nadar", "Priya Nadar"),
    ],
)  # fmt: skip
def test_a_remark_that_names_who_stood_in(remark: str, name: str) -> None:
    rows = ("Therapist: Kirsten Amundsen, OTR/L", "Date|Student|Min|Notes", f"9/30/2025|Abara, Nell|30|{remark}",
            "10/7/2025|Abara, Nell|30|buttons")  # fmt: skip
    assert cells(table(*rows), "Therapist") == [(name,), ("Kirsten Amundsen, OTR/L",)]


@pytest.mark.parametrize(
    "remark",
    ["will be seen by Priya Nadar", "not covered by Priya Nadar", "seen by Nell Abara", "seen by the sub", "seen by Oak Ridge",
     "also seen by Priya Nadar", "covered by Service Plan"],
)  # fmt: skip
def test_a_remark_of_plans_of_the_child_or_of_no_person_names_nobody(remark: str) -> None:
    rows = ("Therapist: Kirsten Amundsen, OTR/L", "Date|Student|Min|Notes", f"9/30/2025|Nell Abara|30|{remark}")
    found = table(*rows)
    assert stand_ins.told(found) is found
    assert cells(found, "Therapist") == [("Kirsten Amundsen, OTR/L",)]


@pytest.mark.parametrize(("school", "is_sure"), [("School", True), ("Room", False)])
def test_a_name_alone_under_a_service_treats_where_a_column_tells_schools(school: str, is_sure: bool) -> None:
    """A school may be called after a person: where each row tells its own, the title can't be that."""
    found = table("OT day book", "Sunniva Dahl", f"Date|Student|{school}|Min", "9/30/2025|Abara, Nell|Elm Park|30")
    assert ("Provider" in found.headings) is is_sure
