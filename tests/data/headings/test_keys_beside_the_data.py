"""Keys in columns of the data, and columns that look like keys and describe each row."""

import pytest

from data.ingest.values import statuses
from tests.data.loading import Ledger, sheet_of
from tests.data.sheets import table

RATED = ("12|SP|AP", "13|AP|SP", "14|NP|AP")
KEY = ("AP = Adequate progress", "SP - Some progress", "NP: No progress")


def _taken(*rows: str) -> tuple[tuple[str, ...], dict[str, str]]:
    found = table(*rows)
    return found.headings, found.legend


def test_a_column_that_explains_the_codes_of_others_is_a_key() -> None:
    rows = [f"{row}|{told}" for row, told in zip(RATED, KEY, strict=True)]
    headings, key = _taken("Student ID|Q1|Q2|Codes", *rows)
    assert headings == ("Student ID", "Q1", "Q2")
    assert key == {"ap": "Adequate progress", "sp": "Some progress", "np": "No progress"}


@pytest.mark.parametrize("heading", ["Key", "Legend", "", "SA = student absent"])
def test_lines_of_a_key_beside_a_week_are_of_no_child(heading: str) -> None:
    """Nobody's marks are in the key yet, whose heading is one of keys, its own first line, or none."""
    days = "Student|Mon 11/3|Tue 11/4|Wed 11/5|Thu 11/6|Fri 11/7"
    found = table(f"{days}||{heading}", "Lin, Ada|30||25||||X = seen elsewhere", "Bo, Max||20||||25|TO = therapist out")
    texts = [text for at in range(len(found.headings)) for text in found.texts(at)]
    assert not any("=" in one for one in (*found.headings, *texts))
    assert {"x": "seen elsewhere", "to": "therapist out"}.items() <= found.legend.items()


def test_codes_beside_their_meanings_are_a_key() -> None:
    rows = ["12|SP|AP|Adequate progress", "13|AP|SP|Some progress", "14|SP||"]
    assert _taken("Student ID|Q1|Code|Meaning", *rows) == (
        ("Student ID", "Q1"), {"ap": "Adequate progress", "sp": "Some progress"},
    )  # fmt: skip


def test_one_cell_may_hold_the_whole_key() -> None:
    headings, key = _taken("Student ID|Q1|Key", "12|AP|AP=Adequate progress; SP=Some progress", "13|SP|")
    assert (headings, key) == (("Student ID", "Q1"), {"ap": "Adequate progress", "sp": "Some progress"})


@pytest.mark.parametrize(
    "rows",
    [
        ("Student ID|Code|Status", "12|01|01 = Seen", "13|02|02 = Student absent"),
        ("Student ID|Service|Codes", "12|OT|AP = Adequate progress", "13|PT|SP = Some progress"),
        ("Student ID|Mark|Code|Description", "12|AP|AP|Adequate progress", "13|SP|SP|Some progress"),
        (
            "Student ID|Q1|Goal",
            "12|SP|AP = Adequate progress",
            "13|AP|SP = Some progress",
            "14|SP|AP = Adequate progress",
        ),
        ("Student ID|Q1|Remark", "12|SP|AP = Adequate progress", "13|AP|SP = Some progress", "14|SP|Was away in May"),
    ],
)
def test_what_describes_each_row_is_no_key(rows: tuple[str, ...]) -> None:
    """Each row's own code, codes that no column has, a code told twice, and words that are no pair."""
    assert _taken(*rows) == (tuple(rows[0].split("|")), {})


def test_rows_under_codes_are_a_key_where_records_have_more_cells() -> None:
    rows = "12|Nye, Ola|Oak|3", "13|Poe, Ivo|Elm|4", "Codes", "P|Present all day", "X|Was away"
    found = table("Student ID|Student|School|Grade", *rows)
    assert (len(found.body), found.legend) == (2, {"p": "Present all day", "x": "Was away"})
    listed = table("Student ID|Student", "12|Nye, Ola", "13|Poe, Ivo", "Codes", "14|Rue, Kit", "15|Sim, Pat")
    assert len(listed.body) == 5  # nothing is left out of a list of two columns
    once = table("Student ID|Student|School|Grade", *rows[:2], "Codes", "14|Rue, Kit", "15|Sim, Pat|Oak|3")
    assert len(once.body) == 4


@pytest.mark.parametrize(
    ("text", "status"),
    [("Make-up of missed session", "make_up"), ("Makeup session for absence", "make_up"), ("Made up for missed visit", "make_up"),
     ("Make-up for cancelled session", "make_up"), ("Make up for missed session needed", None), ("Make-up session missed", None)],
)  # fmt: skip
def test_a_make_up_says_what_it_makes_up(text: str, status: str | None) -> None:
    assert statuses.read(text).status == status


def test_what_a_person_says_of_the_keys_words_holds(ledger: Ledger) -> None:
    """Slight change is no progress that anybody rates: S waits, though it is satisfactory elsewhere."""
    rows = "12,1,Q1,S,S = Slight change", "13,1,Q1,N,N = No growth", "14,1,Q1,S,"
    file = "\n".join(("Student ID,Goal ID,Reporting Period,Progress,Key", *rows))
    waits = sheet_of(ledger.load("ratings.csv", file), "measurements")
    assert ([one.value for one in waits.questions], waits.waiting) == (["S"], 2)
    ledger.load("ratings.csv", file, codes={"S": "insufficient"})
    assert sorted(ledger.rows("measurements", "student_id", "progress_code")) == [
        ("12", "insufficient"), ("13", "no_progress"), ("14", "insufficient"),
    ]  # fmt: skip
