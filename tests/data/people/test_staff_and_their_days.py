"""Which lists are of staff and of their days at schools, and which headings are no schools."""

from decimal import Decimal

from data.ingest.mapping.proposing import propose
from data.ingest.model import Answers, Options
from data.ingest.tables.layouts import sites
from tests.data.loading import Ledger, sheet_of
from tests.data.sheets import cells, table

WEEK = "Mon|Tue|Wed|Thu|Fri"


def _datasets(*rows: str) -> list[str | None]:
    return [one.dataset for one in propose(table(*rows), Answers(), Options())]


def test_an_fte_of_the_person_makes_a_schedule_a_staff_list_too() -> None:
    rows = "Nye, Ola|OTR|{}Elm|Elm|Oak|Oak|Oak", "Poe, Ivo|PT|{}Oak||Elm||"
    assert _datasets(f"Therapist|Title|FTE|{WEEK}", *(row.format("0.6|") for row in rows)) == ["providers", "site_days"]
    assert _datasets(f"Therapist|Title|{WEEK}", *(row.format("") for row in rows)) == ["site_days"]


def test_an_fte_that_differs_from_school_to_school_is_nobodys() -> None:
    rows = "Nye, Ola|OTR|Elm|Monday|0.6", "Nye, Ola|OTR|Oak|Tuesday|{}", "Poe, Ivo|PT|Oak|Monday|0.5"
    head = "Therapist|Title|School|Weekday|FTE"
    assert len(_datasets(head, *(row.format("0.4") for row in rows))) == 1
    assert _datasets(head, *(row.format("0.6") for row in rows)) == ["providers", "site_days"]


def test_vacant_posts_of_several_shares_are_nobodys(ledger: Ledger) -> None:
    rows = ('"Nye, Ola",OTR,1.0,Elm,Elm,Oak,Oak,Oak', "Vacant,PT,0.5,Oak,,Elm,,", "Vacant,SLP,1.0,Elm,,Elm,,Elm")
    report = ledger.load("staff.csv", "\n".join(("Therapist,Title,FTE,Mon,Tue,Wed,Thu,Fri", *rows)))
    assert ledger.rows("providers", "provider_name", "role", "fte") == [("Nye, Ola", "OTR", 1)]
    assert (sheet_of(report, "site_days").new, sheet_of(report, "site_days").rejected) == (5, 5)


def test_a_vacant_post_and_a_row_of_sums_are_no_staff(ledger: Ledger) -> None:
    rows = ('"Nye, Ola",OTR,1.0,Elm', "VACANT (posted 9/2),COTA,0.6,Oak", "TBD,SLP,0.5,Oak", ",,2.1,")
    report = ledger.load("staff.csv", "\n".join(("Staff,Title,FTE,Building", *rows)))
    staff = sheet_of(report, "providers")
    assert (staff.new, staff.ignored, staff.rejected) == (1, 3, 0)
    assert staff.assumptions[0] == "2 posts are vacant (1.1 FTE): nobody's, and in no figure of staff."


def test_vacant_posts_stand_between_the_sites_of_others(ledger: Ledger) -> None:
    """Neither are two vacant posts one person's sites, nor do they keep another's shares from being summed."""
    rows = ("7,Nye,Ola,COTA,0.5,Elm", "7,Nye,Ola,COTA,0.3,Oak", ",Vacant,,OTR,0.6,Elm", ",Vacant,,OTR,,Oak")
    report = ledger.load("staff.csv", "\n".join(("Employee ID,Last Name,First Name,Role,FTE,School", *rows)))
    assert ledger.rows("providers", "provider_id", "fte", "home_school") == [("7", Decimal("0.8"), None)]
    assert any(one.startswith("2 posts are vacant: nobody's") for one in sheet_of(report, "providers").assumptions)


def test_a_vacant_post_behind_whose_name_its_share_stands_is_told(ledger: Ledger) -> None:
    rows = ("1,Ola Nye OTR (.8),Elm", ",VACANT (.5),Oak", "2,Ivo Poe SLP (1.0),Oak")
    report = ledger.load("staff.csv", "\n".join(("Staff ID,Name (FTE),Building", *rows)))
    assert (
        "1 post is vacant (0.5 FTE): nobody's, and in no figure of staff." in sheet_of(report, "providers").assumptions
    )


def test_a_vacant_post_with_an_id_stays(ledger: Ledger) -> None:
    ledger.load("staff.csv", "Staff ID,Staff,Title,FTE\n1,Ola Nye,OTR,1\n2,Vacant,PT,0.5\n")
    assert ledger.rows("providers", "provider_id", "provider_name") == [("1", "Nye, Ola"), ("2", None)]


def test_a_school_keeps_its_name_beside_its_days() -> None:
    found = table("Therapist|Site 1|Site 1 Days|Site 2|Site 2 Days", "Nye, Ola|Elm|M W am|Oak|F", "Poe, Ivo|Oak|Th||")
    assert cells(found, "Therapist", "School", "Weekday", "Half Day") == [
        ("Nye, Ola", "Elm", "mon", "M W am"), ("Nye, Ola", "Elm", "wed", "M W am"), ("Nye, Ola", "Oak", "fri", "full"),
        ("Poe, Ivo", "Oak", "thu", "full"),
    ]  # fmt: skip


def test_days_at_no_school_and_schools_called_so_are_told_apart() -> None:
    """Words for days are no school's name, also where no column says which schools these are."""
    unnamed = table("Therapist|First Days|Second Days", "Nye, Ola|M W|F", "Poe, Ivo|Th|M")
    assert "School" not in unnamed.headings
    named = table("Therapist|Elm Street|Oak Middle", "Nye, Ola|M W|F", "Poe, Ivo|Th|M")
    assert cells(named, "School", "Weekday")[:2] == [("Elm Street", "mon"), ("Elm Street", "wed")]


def test_a_board_without_whole_names_is_refused_as_what_it_is() -> None:
    rows = "Elm Elementary|Nash||Quan|Nash|", "Birch Middle|Quan|Nash||Quan, Nash|Nash"
    (mapping,) = propose(table(f"Building|{WEEK}", *rows), Answers(), Options())
    assert mapping.dataset is None
    assert "who is at which school on which weekday, but not by whole names" in mapping.reason


def test_whose_names_under_weekdays_are_a_boards() -> None:
    days = tuple(WEEK.split("|"))
    assert sites.is_board(("School", *days))
    assert not sites.is_board(("School", "Therapist", *days))
    assert not sites.is_board(("Student", "School", *days))
