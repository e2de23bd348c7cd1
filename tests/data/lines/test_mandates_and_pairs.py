"""Groups behind amounts, letters of groupings, pairs of names in a cell, days beside baselines, totals that aren't loaded."""

import pytest

from data.contracts.synonyms import slot_of
from data.ingest import unread
from data.ingest.mapping import told
from data.ingest.mapping.contents import worth
from data.ingest.model import Column, Mapping
from data.ingest.tables import legend
from data.ingest.tables.finding import find
from data.ingest.tables.steps.amounts import letters
from data.ingest.tables.steps.goals import dated_scores
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.tables.steps.sessions import flagged
from data.ingest.values import frequencies, group_sizes, spelt
from tests.data.sheets import cells, sheet, table


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("2x30x1 individual", 1), ("3x30:2", 2), ("3 x 30 : 2", 2), ("1x45 group(5)", 5), ("2x30 small group of 3", 3),
        ("2x/wk 30 min. Gr. 3:1", 3), ("30 min weekly, group 1:4", 4), ("2x30x1 weekly", 1),
        ("2x30 1:1", None), ("Group 2x30 weekly", None), ("group of 3 x 30 weekly", None), ("2 x 30 x 4 weeks", None),
        ("2 x 30 min", None), ("30 min weekly 3:1 model", None),
    ],
)  # fmt: skip
def test_how_many_are_together(text: str, most: int | None) -> None:
    assert group_sizes.read(text) == most


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2x30x1 individual English Separate Location", 60), ("1x30x3 group Spanish Classroom", 30),
        ("3x30 group of 4", 90), ("2x30 1:1", 60), ("2x30x1 weekly", 60), ("2 x 30 x 4 weeks", None),
    ],
)  # fmt: skip
def test_what_stands_behind_an_amount_leaves_it(text: str, minutes: float | None) -> None:
    assert frequencies.read(text).amount_minutes == minutes


@pytest.mark.parametrize(
    ("texts", "in_full"),
    [
        (("2x30 I", "1x30 G"), ("2x30 individual", "1x30 group")),
        (("2x30 I", "3x30 G4"), ("2x30 individual", "3x30 group of 4")),
        (("2x30x1 I English",), ("2x30x1 individual English",)),
        (("2x30 I", "1x45 I"), ("2x30 I", "1x45 I")),  # indirect, maybe
        (("2x30 D", "1x30 I"), ("2x30 D", "1x30 I")),
    ],
)  # fmt: skip
def test_letters_of_groupings(texts: tuple[str, ...], in_full: tuple[str, ...]) -> None:
    assert spelt.groupings(texts) == in_full
    found = letters.of_groupings(table("Mandate", *texts))
    assert cells(found, "Mandate") == [(text,) for text in in_full]


@pytest.mark.parametrize(
    ("heads", "texts", "told"),
    [
        ("Student|Mandate", ("60 min/mo C", "2x30/wk D"), ("60 min/mo consult", "2x30/wk direct")),
        ("Student|Mandate", ("60 min/mo C", "2x30/wk"), ("60 min/mo C", "2x30/wk")),
        ("Student|Location", ("Room 12 C", "Room 14 D"), ("Room 12 C", "Room 14 D")),
        ("Session Date|Length", ("30 min C", "30 min D"), ("30 min C", "30 min D")),
    ],
)
def test_letters_of_kinds_behind_amounts_of_lines(heads: str, texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    """A C alone may be another word, and in a log a cancelled session."""
    rows = [f"{who}|{text}" for who, text in zip(("9/8/2025", "9/9/2025"), texts, strict=True)]
    found = letters.of_groupings(table(heads, *rows))
    assert tuple(text for (text,) in cells(found, heads.split("|")[1])) == told


def test_a_files_own_key_says_what_a_letter_is() -> None:
    texts = ("60 min/mo C", "2x30/wk D")
    assert spelt.kinds(texts, {"c": "Classroom"}) == texts


@pytest.mark.parametrize(
    ("text", "minutes", "cycle"),
    [
        ("60 min per 9-week grading period", 60, "quarter"),
        ("3 x 30 min per nine week marking period", 90, "quarter"),
        ("60 min every 9 weeks", 60, "weeks:9"),
    ],
)
def test_how_long_a_grading_period_is_stands_in_the_calendar(text: str, minutes: int, cycle: str) -> None:
    said = frequencies.read(text)
    assert (said.amount_minutes, said.cycle) == (minutes, cycle)


def test_an_amount_under_any_heading_is_no_grouping() -> None:
    texts = ("2x30 min weekly individual", "1x30 min weekly group")
    places = {name: slot_of("service_lines", name) for name in ("grouping", "frequency")}
    assert worth("Recommendation", texts, places["grouping"], is_known=False) == 0
    assert worth("Recommendation", texts, places["frequency"], is_known=False) > 0
    assert worth("Recommendation", ("individual", "group"), places["grouping"], is_known=False) > 0


@pytest.mark.parametrize(
    ("heading", "texts", "found"),
    [
        ("Students", ("Milo Hance", "Tess Oduya, Ravi Bose"), ["Milo Hance", "Tess Oduya", "Ravi Bose"]),
        ("Student", ("Ravi Bose", "Tess Oduya, Ravi Bose"), ["Ravi Bose", "Tess Oduya", "Ravi Bose"]),
        ("Student", ("Milo Hance", "Tess Oduya, Ravi Bose"), ["Milo Hance", "Tess Oduya, Ravi Bose"]),
        ("Students", ("Hance, Milo", "Oduya Lund, Ana Sofia"), ["Hance, Milo", "Oduya Lund, Ana Sofia"]),
        ("Students", ("Oduya Lund, Ana Sofia",), ["Oduya Lund, Ana Sofia"]),
    ],
)  # fmt: skip
def test_two_names_with_a_comma_between(heading: str, texts: tuple[str, ...], found: list[str]) -> None:
    told = names_in_cell.apart(table(heading, *texts))
    assert [name for (name,) in cells(told, told.headings[0])] == found


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (("No", "Yes, for 10/2"), [None, "10/2"]),
        (("Yes (10/2/2025)", "No"), ["10/2/2025", None]),
        (("Y - missed on Oct 2", "N"), ["Oct 2", None]),
    ],
)
def test_yes_with_the_day_that_it_makes_up(texts: tuple[str, ...], days: list[str | None]) -> None:
    found = flagged.make_ups(table("Make-up?", *texts))
    assert [day for _, day in cells(found, "Make-up?", "Makes Up Date")] == days


@pytest.mark.parametrize("texts", [("No", "Yes, for Bo"), ("No", "10/2"), ("No", "No, was 10/2")])
def test_other_words_beside_yes_stay(texts: tuple[str, ...]) -> None:
    plain = table("Make-up?", *texts)
    assert flagged.make_ups(plain) == plain


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("45% (9/5/25)", "45%"), ("1/5 (9/5/25)", "1/5"), ("5 min as of 10/16/25", "5 min"), ("9/5/25: 45%", "45%"),
        ("45%", "45%"), ("1/5", "1/5"), ("4 of 5 trials on Sept 5", "4 of 5 trials"),
    ],
)  # fmt: skip
def test_baselines_without_their_days(text: str, score: str) -> None:
    found = dated_scores.of_baselines(table("Baseline (Date)", "45% (9/5/25)", text))
    assert cells(found, "Baseline")[1] == (score,)


def test_a_sheet_of_codes_is_headed_by_its_first_row() -> None:
    found = find(sheet("Code|Meaning\nT|Treatment provided\nAB|Student absent\nPX|Provider absent"))
    assert len(found) == 1
    assert legend.of_table(found[0]) == {"t": "Treatment provided", "ab": "Student absent", "px": "Provider absent"}
    assert told.reason(found[0], []) == "Sheet1: it is a key to codes, by which the other tables are read."


def test_totals_by_week_that_no_field_takes_are_named() -> None:
    weeks = table("Student|Minutes|Aug 18-22|Aug 25-29", "Lin, Ada|60|30|60", "Hart, Bo|30|30|A")
    columns = tuple(Column(one, "x" if one in ("Student", "Minutes") else None, 1.0, "") for one in weeks.headings)
    said = unread.told(weeks, Mapping("service_lines", 1.0, columns, ""))
    assert said == [
        "The numbers under Aug 18-22 and 1 more are totals by week and no sessions: they are not loaded; upload the log itself."
    ]
    taken = tuple(Column(one.heading, "x", 1.0, "") for one in columns)
    assert unread.told(weeks, Mapping("sessions", 1.0, taken, "")) == []


def test_amounts_beside_people_that_no_field_takes_are_named() -> None:
    people = table("Name|Grade|Plan|Room", "Lin, Ada|2|OT 2x30/wk and a seat|4", "Hart, Bo|K|PT 30 min weekly|5")
    columns = tuple(Column(one, "x" if one in ("Name", "Grade") else None, 1.0, "") for one in people.headings)
    said = ["Amounts under Plan ('OT 2x30/wk and a seat') are not read: load the sheet as service lines to be asked."]
    assert unread.told(people, Mapping("students", 1.0, columns, "")) == said
    assert unread.told(people, Mapping("service_lines", 1.0, columns, "")) == []


def test_a_school_year_below_the_table_is_told_with_its_titles() -> None:
    drawn = "Term|Begins|Ends\nQuarter 1|Aug 18|Oct 17\nQuarter 2|Oct 20|Dec 19\n2025-2026 School Year"
    (found,) = find(sheet(drawn))
    assert "2025-2026 School Year" in found.notes and len(found.body) == 2
