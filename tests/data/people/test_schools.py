"""Schools written otherwise than in the list of schools: asked once for the file's shape, and held nowhere."""

import pytest

from data.ingest import importer
from data.ingest.model import Options
from tests.data.loading import LOADED, Ledger, counts, sheet_of
from tests.quick import first

SCHOOLS = "School ID,School Name,Level\n012,Birch Elementary School,elementary\n044,Cedar Middle School,middle\n"
LINES = "Student ID,Service,Frequency,Start Date,School\n"
ONE = "1,OT,30 min Weekly,8/25/2025,{}\n"


def schools(ledger: Ledger) -> list[str | None]:
    return [school for (school,) in ledger.rows("service_lines", "school")]


def test_a_name_that_resembles_one_is_asked_and_holds_nothing(ledger: Ledger) -> None:
    ledger.load("schools.csv", SCHOOLS)
    sheet = sheet_of(ledger.load("lines.csv", LINES + ONE.format("Birch Elementary")), "service_lines")
    assert counts(sheet) == {"new": 1}
    (question,) = sheet.questions
    assert (question.kind, question.value, question.rows) == ("code", "Birch Elementary", 0)
    assert question.choices == ("012", "Birch Elementary")
    assert schools(ledger) == ["Birch Elementary"]


@pytest.mark.slow
def test_the_answer_is_applied_and_remembered_for_the_shape(ledger: Ledger) -> None:
    ledger.load("schools.csv", SCHOOLS)
    ledger.load("lines.csv", LINES + ONE.format("Birch Elementary"), codes={"Birch Elementary": "012"})
    assert schools(ledger) == ["012"]
    more = LINES + ONE.format("Birch Elementary").replace("1,OT", "2,OT")
    sheet = sheet_of(ledger.load("november.csv", more), "service_lines")
    assert [question for question in sheet.questions if question.kind == "code"] == []
    assert schools(ledger) == ["012", "012"]


@pytest.mark.slow
def test_a_school_of_its_own_is_not_asked_about_again(ledger: Ledger) -> None:
    ledger.load("schools.csv", SCHOOLS)
    ledger.load("lines.csv", LINES + ONE.format("Birch Elementary"), codes={"Birch Elementary": "Birch Elementary"})
    more = LINES + ONE.format("Birch Elementary").replace("1,OT", "2,OT")
    sheet = sheet_of(ledger.load("november.csv", more), "service_lines")
    assert [question for question in sheet.questions if question.kind == "code"] == []
    assert schools(ledger) == ["Birch Elementary", "Birch Elementary"]


@pytest.mark.slow
def test_known_ids_other_names_and_no_list_ask_nothing(ledger: Ledger) -> None:
    told = LINES + ONE.format("Birch Elementary")
    assert sheet_of(ledger.load("a.csv", told, commit=False), "service_lines").questions == []
    ledger.load("schools.csv", SCHOOLS)
    for school in ("012", "Lakeview High"):
        assert sheet_of(ledger.load("b.csv", LINES + ONE.format(school)), "service_lines").questions == []


@pytest.mark.parametrize(
    "written", first(2, ["Birch Elementary School", "012", "birch elementary  school", "012 - Birch Elementary School",
                         "Birch Elementary School (012)"])
)  # fmt: skip
def test_a_school_of_the_list_is_known_by_its_name_or_number_without_a_question(ledger: Ledger, written: str) -> None:
    ledger.load("schools.csv", SCHOOLS + "051,Birch Elementary School Annex,elementary\n")
    sheet = sheet_of(ledger.load("lines.csv", LINES + ONE.format(written)), "service_lines")
    assert sheet.questions == []
    assert schools(ledger) == ["012"]
    said = "Schools that the list of schools has are stored by their ids there."
    assert (said in sheet.assumptions) == (written != "012")


def test_a_name_that_two_schools_have_names_neither(ledger: Ledger) -> None:
    ledger.load("schools.csv", SCHOOLS + "013,Birch Elementary School,elementary\n")
    sheet = sheet_of(ledger.load("lines.csv", LINES + ONE.format("Birch Elementary School")), "service_lines")
    (question,) = sheet.questions
    assert question.choices == ("012", "013", "Birch Elementary School")
    assert schools(ledger) == ["Birch Elementary School"]


@pytest.mark.slow
def test_lists_of_one_command_know_each_other(ledger: Ledger) -> None:
    files = [("lines.csv", (LINES + ONE.format("Cedar Middle School")).encode()), ("schools.csv", SCHOOLS.encode())]
    importer.run(ledger.store, files, Options(load_date=LOADED), commit=True)
    assert schools(ledger) == ["044"]
