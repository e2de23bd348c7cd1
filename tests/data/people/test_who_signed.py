"""Who treated and at which school, by titles; who gave a make-up, by its own column."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Options, Table
from data.ingest.tables import labels, signed
from data.ingest.tables.finding import find
from tests.data.loading import Ledger, counts, sheet_of
from tests.data.sheets import sheet, table

LOG = "Date|Student|Min\n11/3/2025|Ida Amsel|30\n11/4/2025|Otto Bohm|20"


def told(found: Table, heading: str) -> set[str | None]:
    return set(found.body.column(found.headings.index(heading)).to_pylist()) if heading in found.headings else {None}


@pytest.mark.parametrize(
    ("title", "provider", "school"),
    [
        ("PT - Sept 2025 - Gil March", "Gil March", None),
        ("Speech log - Nov. 2025 - P. Hall", "P. Hall", None),
        ("Speech attendance 2025-26   Ms. Hall   Rm 14", "Ms. Hall", None),
        ("Elm Street Elem - OT (Wren Kit)", "Wren Kit", "Elm Street Elem"),
        ("Wren Kit, MS, CCC-SLP - Fernwood Primary", "Wren Kit, MS, CCC-SLP", "Fernwood Primary"),
        ("Log kept by: Wren Kit, OTR/L", "Wren Kit, OTR/L", None),
        ("PT attendance, Fernwood Primary - 2025", None, "Fernwood Primary"),
        ("PT log for Elm Elementary 2025-26", None, "Elm Elementary"),
        ("Services for High School", None, None),
        ("Elm Elementary, Oak Elementary", None, None),
        ("Log approved by: Wren Kit, OTR/L", None, None),
        ("OT - Oak Ridge", None, None),
        ("Speech minutes - Fall Semester", None, None),
        ("Minutes - Wren Kit", None, None),
        ("OT - Progress Monitoring", None, None),
        ("Speech - Sensory Kids", None, None),
        ("OT - Wren Kit - Ida Amsel", None, None),
        ("Counseling minutes - Ms. Wren Kit - Fall 2025", "Ms. Wren Kit", None),
        ("Oct 2025 • Mrs. Wren Kit-Oda • Speech", "Mrs. Wren Kit-Oda", None),
        ("PT (Dr. Wren van der Kit)", "Dr. Wren van der Kit", None),
        ("Speech log - Wren KITT", "Wren KITT", None),
        ("Fernwood Primary  •  Speech attendance  •  Ms. Wren Hill", "Ms. Wren Hill", "Fernwood Primary"),
        ("PT week of 11/3/2025 - therapist W. Kit", "W. Kit", None),
        ("PT minutes - Clinician Wren Kit", "Wren Kit", None),
        ("Speech week of 11/3/2025 - teacher W. Kit", None, None),
        ("OT log - Dr. Kit Middle", None, "Dr. Kit Middle"),
        ("OT log - Ms. Kit's Class", None, None),
        ("OT - Stonebridge SD - 2025-26", None, None),
        ("Sept minutes (Lakemont USD) - PT", None, None),
        ("Speech - Monroe BOCES", None, None),
        ("OT log - Cobalt Staffing", None, None),
        ("PT minutes - Harbor Therapies - Sept", None, None),
    ],
)
def test_a_title_names_who_treated_and_where(title: str, provider: str | None, school: str | None) -> None:
    found = table(title, LOG)
    assert (told(found, "Provider"), told(found, "School")) == ({provider}, {school})


def test_over_one_student_the_name_in_a_title_may_be_the_students() -> None:
    assert signed.beside_service(["OT log - Ida Amsel"], ("Date", "Min", "What we did")) is None
    assert "Provider" not in table("OT log - Ida Amsel", "Date|Min\n11/3/2025|30\n11/4/2025|20").headings


def test_a_column_or_a_label_of_providers_goes_before_a_title() -> None:
    other = table(
        "OT - Wren Kit", "Date|Student|Therapist|Min\n11/3/2025|Ida Amsel|Bo Oda|30\n11/4/2025|Otto Bohm|Bo Oda|20"
    )
    assert "Provider" not in other.headings
    assert told(table("OT - Wren Kit", "Therapist: Bo Oda", LOG), "Therapist") == {"Bo Oda"}


def test_who_gave_a_make_up_stands_in_a_column_of_its_own() -> None:
    found = table(
        "Wren Kit, CCC-SLP",
        "Student|Missed on|Min missed|Why|Made up on|Made up by|Min made up",
        "Ida Amsel|11/3/2025|30|I was sick|11/5/2025|Bo Oda|30",
        "Otto Bohm|11/4/2025|20|absent|parent said no||",
    )
    columns = [
        found.body.column(found.headings.index(one)).to_pylist() for one in ("Student", "Session Status", "Provider")
    ]
    assert list(zip(*columns, strict=True)) == [
        ("Ida Amsel", "Missed", "Wren Kit, CCC-SLP"), ("Ida Amsel", "Make-up", "Bo Oda"),
        ("Otto Bohm", "Missed", "Wren Kit, CCC-SLP"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("titles", "asked"),
    [
        (("OT turn-in sheet, October 2025", "Wren Kit"), "Wren Kit"),
        (("Wren Kit", "Speech log"), "Wren Kit"),
        (("OT turn-in sheet", "Cedar Grove"), None),
        (("Turn-in sheet", "Wren Kit"), None),
        (("OT turn-in sheet", "Wren Kit", "Bo Oda"), None),
    ],
)
def test_a_name_that_stands_alone_above_a_log_is_asked_about(titles: tuple[str, ...], asked: str | None) -> None:
    found = table(*titles, LOG)
    assert told(found, "Name above") == {asked}
    questions = propose(found, Answers(), Options())[0].questions
    assert [one.choices for one in questions if one.value == "Name above"] == [("provider_name", "left out")] * bool(
        asked
    )


def test_who_is_seen_may_be_called_who() -> None:
    found = table("PT notebook (W. Kit)", "When|Who|How long\n11/3/2025|Ida Amsel|1/2 hr\n11/4/2025|Otto Bohm|20 min")
    assert told(found, "Provider") == {"W. Kit"}


def test_the_teacher_of_a_log_that_says_the_teacher_called_off_gives_the_sessions() -> None:
    rows = ("Teacher: Val Voss", "Date|Student|Min|Cancelled by", "2/3/2026|Ida Amsel|30|", "2/4/2026|Otto Bohm|0|{}")
    fields = []
    for word in ("Teacher", "Family"):
        found = propose(table(*rows[:3], rows[3].format(word)), Answers(), Options())[0]
        fields.append({column.heading: column.field for column in found.columns}["Teacher"])
    assert fields == ["provider_name", None]


def test_the_teacher_of_a_log_whose_key_says_that_the_teacher_was_out_gives_the_sessions() -> None:
    """A column of other providers, and an absence of somebody else, leave the teacher to a person."""
    rows = ("{}", "Date|Student|Min|Code{}", "2/3/2026|Ida Amsel|30|P{}", "2/4/2026|Otto Bohm|30|T{}")
    key, more = "P = present   T = teacher out", ("|Therapist", "|Bo Oda", "|Bo Oda")
    drawn = [(key, ("", "", "")), ("P = present   T = student out", ("", "", "")), (key, more)]
    fields = []
    for told_in, columns in drawn:
        made = [row.format(one) for row, one in zip(rows, (told_in, *columns), strict=True)]
        found = propose(table("Teacher: Val Voss", *made), Answers(), Options())[0]
        fields.append({column.heading: column.field for column in found.columns}["Teacher"])
    assert fields == ["provider_name", None, None]


@pytest.mark.parametrize(("why", "field"), [("Instructor ill", "provider_name"), ("Student ill", None)])
def test_an_instructor_whose_absence_is_told_gives_the_lessons_and_another_one_is_asked_about(
    why: str, field: str | None
) -> None:
    rows = (
        "Date|Student|Instructor|Kept?|Why not",
        "2/3/2026|Ida Amsel|Val Voss|Y|",
        f"2/4/2026|Otto Bohm|Val Voss|N|{why}",
    )
    found = propose(table(*rows), Answers(), Options())[0]
    assert {column.heading: column.field for column in found.columns}["Instructor"] == field
    asked = [one.choices for one in found.questions if one.value == "Instructor"]
    assert asked == ([] if field else [("provider_name", "left out")])


@pytest.mark.parametrize(
    "row",
    [
        ("Supervised by:", "Noa Rhee, OTR/L"),
        ("Supervised by Noa Rhee, OTR/L",),
        ("Supervisor - Noa Rhee, OTR/L",),
        ("Supervising OTR: Noa Rhee",),
        ("Co-signed by:", "Noa Rhee, OTR/L"),
        ("Approved by", "Noa Rhee, OTR/L"),
    ],
)
def test_whoever_answers_for_who_treated_treats_nobody(row: tuple[str, ...]) -> None:
    assert labels.read(row)[0] == {}
    found = table("Therapist:|Wren Kit, COTA/L", "|".join(row), "", LOG)
    assert (told(found, "Therapist"), told(found, "Provider")) == ({"Wren Kit, COTA/L"}, {None})


def test_other_words_before_a_name_with_credentials_say_that_it_treated() -> None:
    for row in (
        ("Services by:", "Noa Rhee, OTR/L"),
        ("OT log", "Noa Rhee, OTR/L"),
        ("OTR: Noa Rhee",),
        ("OT: Noa Rhee OTR",),
    ):
        assert labels.read(row)[0]["Provider"].startswith("Noa Rhee")


FIRST = ("Date|Student|Time|Min", "10/6/2025|Ida Amsel|9:00-9:30|30", "10/7/2025|Otto Bohm|10:00-10:45|45", "")
LIKE_IT = ("Date|Student|Time|Min", "10/6/2025|Ida Amsel|1:00-1:30|30", "10/8/2025|Otto Bohm|2:00-2:30|30")
OTHERWISE = ("Student|Date|Minutes|Time|Notes", "Ida Amsel|10/6/2025|30|1:00-1:30|a", "Otto Bohm|10/8/2025|30|2:00|b")
BLOCKS = [
    ("OT - Ms. Wren Kit", "PT - Mr. Bo Oda", "Mr. Bo Oda"),
    ("OT - Ms. Wren Kit", "PT - Mr. Bo Birch", "Mr. Bo Birch"),
    ("OT - Oct - Wren Kit", "PT - Oct - Bo Oda", "Bo Oda"),
    ("OT - Wren Kit, OTR/L", "PT - Bo Oda, DPT", "Bo Oda, DPT"),
    ("OT - Wren Kit, OTR/L", "PT - Bo Birch", ""),
    ("OT - Wren Kit", "PT", ""),
    ("OT - Wren Kit", "OT continued", "Wren Kit"),
    ("OT - Wren Kit", "Group B", "Wren Kit"),
]


@pytest.mark.parametrize(("first", "second", "provider"), BLOCKS)
@pytest.mark.parametrize("block", [LIKE_IT, OTHERWISE])
def test_a_block_under_a_title_of_another_service_is_of_whom_that_names(
    first: str, second: str, provider: str, block: tuple[str, ...]
) -> None:
    drawn = find(sheet("\n".join((first, *FIRST, second, *block))))
    treated = [who for one in drawn for who in one.body.column(one.headings.index("Provider")).to_pylist()]
    name = first.removeprefix("OT - ").removeprefix("Oct - ")
    assert treated == [name, name, provider, provider]


def test_a_label_of_who_treated_holds_for_all_blocks_until_another_tells_it() -> None:
    drawn = find(sheet("\n".join(("Therapist: Wren Kit", *FIRST, "PT", *OTHERWISE))))
    assert [told(one, "Therapist") for one in drawn] == [{"Wren Kit"}, {"Wren Kit"}]
    later = find(sheet("\n".join(("OT - Wren Kit", *FIRST, "Therapist: Bo Oda", *OTHERWISE))))[1]
    assert (told(later, "Therapist"), told(later, "Provider")) == ({"Bo Oda"}, {""})


@pytest.mark.parametrize(("initials", "told"), [("BF", {"new": 2}), ("SA", {"waiting": 2})])
def test_initials_beside_a_word_for_an_absence_are_who_signed(
    ledger: Ledger, initials: str, told: dict[str, int]
) -> None:
    """*Absent* in the place of the initials is an absence; letters that may be a mark for one (SA) are asked about."""
    log = f"Student ID,Date,Service,Minutes,Therapist Initials\n1,10/1/2025,OT,30,{initials}\n2,10/1/2025,OT,0,Absent\n"
    assert counts(sheet_of(ledger.load("log.csv", log), "sessions")) == told
