"""Rare columns, files and answers: what each is taken for, and why it is refused."""

from pathlib import Path

import pytest

from data import export, history, line_answers, rejected
from data.errors import UserError
from data.ingest import arguments, opening
from data.ingest.mapping import propose
from data.ingest.model import Answers, Mapping, Options, Table
from data.ingest.opening import File
from data.ingest.staging.outcomes import Clues, Word, settle
from data.ingest.values.session_outcome import Outcome
from data.store.connect import DISTRICT
from tests.data.loading import Ledger, sheet_of
from tests.data.sheets import table

USERS = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName\n"
ORGS = "sourcedId,name,type\n1,Elm,school\n"
MANIFEST = "propertyName,value\noneroster.version,1.1\nfile.users,delta\n"


def mapped(found: Table) -> Mapping:
    return propose(found, Answers(), Options())[0]


def fields(found: Table) -> dict[str, str | None]:
    return {column.heading: column.field for column in mapped(found).columns}


@pytest.mark.parametrize(
    ("heading", "texts", "field"),
    [
        ("Activity", ("Direct", "Consult", "Direct"), "kind"),
        ("Type", ("Individual", "Group", "Individual"), "grouping"),
    ],
)
def test_a_column_of_types_is_what_its_words_tell(heading: str, texts: tuple[str, ...], field: str) -> None:
    days = zip((1, 2, 8), texts, strict=True)
    rows = [f"10/{day}/2025|Ola Payne|30|{text}" for day, text in days]
    assert fields(table(f"Date|Student|Minutes|{heading}", *rows))[heading] == field


@pytest.mark.parametrize(("texts", "field"), [(("Direct", "Consult"), "kind"), (("Individual", "Group"), "grouping")])
def test_types_beside_outcomes_are_what_their_words_tell(texts: tuple[str, str], field: str) -> None:
    rows = [f"10/{day}/2025|Ola Payne|Attended|30|{text}" for day, text in enumerate(texts, 1)]
    assert fields(table("Date|Student|Status|Minutes|Event Format", *rows))["Event Format"] == field


def test_other_ids_that_each_student_has_alone_are_the_students() -> None:
    rows = ("P-4411|Payne|Ola|3", "P-4412|Quade|Ros|4", "P-4413|Lin|Ada|4")
    assert fields(table("Other IDs|Last Name|First Name|Grade", *rows))["Other IDs"] == "student_id"
    assert fields(table("Other IDs|Last Name|First Name|Grade", *rows, "P-4411|Osei|Bo|4"))["Other IDs"] == "other_ids"


def test_small_ratings_of_goals_may_be_codes() -> None:
    found = mapped(
        table("Student|Goal|Date|Rating", "Ola Payne|Cuts on a line|10/1/2025|2", "Ros Quade|Ties shoes|10/8/2025|3")
    )
    assert [question.choices for question in found.questions if question.value == "Rating"] == [
        ("value", "progress_code")
    ]


def test_a_dataset_that_there_isnt_is_named() -> None:
    with pytest.raises(UserError, match="There is no dataset 'pets'"):
        propose(table("Student|Grade", "Ola Payne|3"), Answers(), Options(dataset="pets"))


def test_minutes_by_month_beside_lines_are_left_out_and_told(ledger: Ledger) -> None:
    rows = "Ola Payne,OT,2 x 30 weekly,240,210,180\nRos Quade,PT,1 x 30 weekly,120,90,90\n"
    report = sheet_of(
        ledger.load("lines.csv", "Student,Service,Frequency,Sep Min,Oct Min,Nov Min\n" + rows), "service_lines"
    )
    told = [said for said in report.assumptions if "month" in said]
    assert told == [
        "The numbers under Sep Min and 2 more are totals by month and no sessions: they are not loaded; upload the log itself."
    ]
    assert report.new == 2


def test_a_roster_of_changes_only_refuses_its_list_of_people() -> None:
    files = [("users.csv", USERS.encode()), ("orgs.csv", ORGS.encode()), ("manifest.csv", MANIFEST.encode())]
    users, *others = opening.unpack(files)
    assert isinstance(users, File) and "tells only what changed" in users.refused
    assert others == files[1:]


def test_a_broken_zip_is_refused_beside_the_others() -> None:
    broken, other = opening.unpack([("a.zip", b"PK\x03\x04 nothing behind it"), ("b.csv", b"a,b\n1,2\n")])
    assert isinstance(broken, File) and "a.zip" in broken.refused
    assert other == ("b.csv", b"a,b\n1,2\n")


def test_a_folder_is_its_files_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", ".hidden", "~$open.xlsx"):
        (tmp_path / name).write_text("a\n1\n")
    assert [file.name for file in arguments._files(tmp_path)] == ["a.csv", "b.csv"]


def test_two_vague_reasons_are_another_one() -> None:
    said = tuple(Word("Reason", text, Outcome("missed", text)) for text in ("other", "unknown"))
    assert settle(Clues(said)).reason == "other"


def test_what_cant_be_done_is_said(ledger: Ledger) -> None:
    batch = str(ledger.load("log.csv", "Student ID,Service,Date,Minutes\nS1,OT,2025-10-01,30\n").files[0].batch_id)
    with ledger.store.cursor() as cur:
        with pytest.raises(UserError, match="no dataset 'pets'"):
            export.export(cur, DISTRICT, "pets", "csv")
        with pytest.raises(UserError, match="no format 'pdf'"):
            export.export(cur, DISTRICT, "sessions", "pdf")
        with pytest.raises(UserError, match="nothing to download"):
            rejected.workbook(cur, DISTRICT, batch)
    with pytest.raises(UserError, match="changed or additional"):
        line_answers.answer(ledger.store, {("a", "b"): "maybe"}, "tester")
    history.undo(ledger.store, batch, "tester")
    with pytest.raises(UserError, match="was undone before"):
        history.undo(ledger.store, batch, "tester")
