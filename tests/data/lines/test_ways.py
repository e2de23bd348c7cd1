"""Several amounts of one service in a cell, each in a way of its own, and what stands in brackets behind an amount."""

import pytest

from data.ingest.tables.steps.amounts import services, ways
from data.ingest.values import frequencies
from tests.data.loading import Ledger, counts, sheet_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2x30/wk + 15 min/mo consult", ("2x30/wk", "15 min/mo consult")),
        ("1x30/wk; 15/mo consult", ("1x30/wk", "15 min/mo consult")),
        ("30 min weekly direct, 15 min monthly consult", ("30 min weekly direct", "15 min monthly consult")),
        ("1 x 30 pull out, 1 x 30 push in weekly", ("1 x 30 pull out weekly", "1 x 30 push in weekly")),
        ("30 min 2x/wk push-in & 30 min 1x/wk pull-out", ("30 min 2x/wk push-in", "30 min 1x/wk pull-out")),
    ],
)
def test_amounts_in_several_ways(text: str, parts: tuple[str, ...]) -> None:
    assert ways.parts(text) == parts


@pytest.mark.parametrize(
    "text",
    ["2x30/wk; 1x15/wk", "30 min weekly, as needed consult", "2 x 30 min Weekly", "30 min x 2 Times = 60 min Weekly",
     "30 min direct and consult weekly", "30-45 min weekly", "30 min/wk direct and/or 60 min/mo consult",
     "30 min/wk push-in or 30 min/wk pull-out", "30 min weekly (15 push in, 15 pull out)",
     "60 min/wk; 30 min/wk group, 30 min/wk individual"],
)  # fmt: skip
def test_one_amount_or_several_in_the_same_way_stay_together(text: str) -> None:
    """Whether two amounts in the same way add up or replace each other isn't said."""
    assert ways.parts(text) == (text,)


def test_the_same_amount_in_two_ways_is_two_amounts() -> None:
    """30 direct and 30 of consult are 60 a month, though the text may be read as one amount of 30."""
    assert ways.parts("30 min direct + 30 min consult monthly") == ("30 min direct monthly", "30 min consult monthly")


def test_lines_of_a_cell_in_several_ways(ledger: Ledger) -> None:
    """60 a week direct and 15 a month consult of the first child; 45 a week, whatever may be split, of the second."""
    grid = """Student ID,School,OT freq
1,Oak,2x30/wk + 15 min/mo consult
2,Oak,45 min/week (may be split)
3,Oak,30 min 2x/wk push-in & 30 min 1x/wk pull-out
"""
    assert counts(sheet_of(ledger.load("grid.csv", grid), "service_lines")) == {"new": 5}
    found = ledger.rows("service_lines", "student_id", "kind", "setting", "amount_minutes::int", "cycle")
    assert sorted(found, key=str) == [
        ("1", "direct", None, 60, "week"), ("1", "indirect", None, 15, "month"), ("2", "direct", None, 45, "week"),
        ("3", "direct", "pull_out", 30, "week"), ("3", "direct", "push_in", 60, "week"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45 min/week (may be split)", 45), ("30 min weekly (OT room)", 30), ("30 min weekly (if needed)", None),
     ("30 min weekly (every other)", None), ("30 min weekly (until March)", None), ("30 min weekly (not in summer)", None),
     ("30 min weekly (small group)", 30), ("30 min weekly (by COTA)", 30), ("30 min weekly (declined)", None),
     ("30 min weekly (pending OT evaluation)", None), ("30 min weekly (Fall)", None), ("30 min weekly (from January)", None),
     ("30 min weekly (split with OT)", None), ("30 min weekly (alternating)", None), ("30 min weekly (old group)", None)],
)  # fmt: skip
def test_what_stands_in_brackets_behind_an_amount(text: str, minutes: float | None) -> None:
    """What may change the amount keeps it from being read; what only tells how does not."""
    assert frequencies.read(text).amount_minutes == minutes


def test_services_of_a_cell_with_bare_numbers(ledger: Ledger) -> None:
    """60 a week can only be minutes, and a consult behind OT is OT's."""
    roster = """School,Name,Student No,Related Services
Oak,"Lin, Ada",1,"OT 60/wk, SLP 30/wk"
Oak,"Moss, Ben",2,PT 45/wk
Elm,"Nash, Cy",3,OT 60/wk; consult 30 min/mo
"""
    ledger.load("roster.csv", roster)
    found = ledger.rows("service_lines", "student_id", "service", "kind", "amount_minutes::int", "cycle")
    assert sorted(found) == [
        ("1", "OT", "direct", 60, "week"), ("1", "SLP", "direct", 30, "week"), ("2", "PT", "direct", 45, "week"),
        ("3", "OT", "direct", 60, "week"), ("3", "OT", "indirect", 30, "month"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "amounts"),
    [("OT 60/wk; consult 30 min/mo", ["OT 60 min/wk", "OT consult 30 min/mo"]),
     ("OT 60/wk; AT 30 min/mo", ["OT 60 min/wk", "OTHER 30 min/mo"]),
     ("OT 60 min/wk; was 30 min/wk", ["OT 60 min/wk", "was 30 min/wk"]),
     ("OT 60 min/wk; total 60 min/wk", ["OT 60 min/wk", "total 60 min/wk"]),
     ("OT 60 min/wk; 30 min/wk", ["OT 60 min/wk", "30 min/wk"])],
)  # fmt: skip
def test_only_a_way_of_its_own_makes_an_amount_one_of_the_service_before(text: str, amounts: list[str]) -> None:
    """Assistive technology behind OT is another service; bare amounts may be the same, or have been replaced."""
    assert [part.amount for part in services._amounts(text, timed=False)] == amounts


def test_services_of_a_cell_with_none_and_a_word_that_nobody_knows(ledger: Ledger) -> None:
    """2x20 of speech and 1x30 of OT of the first child; the second has none; what XQ is, is asked."""
    caseload = """Student,Gr.,Related Services (per IEP)
"Lin, Ada",2,"OT 1x30/wk
ST 2x20/wk"
"Hart, Bo",3,none
"Cho, Vi",3,PT 1x30/wk + XQ 60 min/wk
"Diaz, El",4,OT 30 min 1x/mo / ST 1x30/wk
"""
    report = sheet_of(ledger.load("caseload.csv", caseload), "service_lines")
    assert counts(report) == {"new": 5, "waiting": 1, "ignored": 1}
    assert [one.text for one in report.questions] == ["What does 'XQ' mean under Service?"]
    found = ledger.rows("service_lines", "service", "amount_minutes::int", "cycle")
    assert sorted(found) == [
        ("OT", 30, "month"), ("OT", 30, "week"), ("PT", 30, "week"), ("SLP", 30, "week"), ("SLP", 40, "week"),
    ]  # fmt: skip


def test_no_service_of_a_cell_that_one_of_its_parts_leaves_unclear(ledger: Ledger) -> None:
    """Whether 30 a week come on top of 60, or take their place, isn't said: the row does not go in."""
    caseload = "Student,Services\n1001,OT 60 min/wk; 30 min/wk\n1002,OT 30 min/wk; PT 30 min/wk\n1003,PT 30 min/wk\n"
    ledger.load("caseload.csv", caseload)
    found = ledger.rows("service_lines", "student_id", "service", "amount_minutes::int")
    assert sorted(found) == [("1002", "OT", 30), ("1002", "PT", 30), ("1003", "PT", 30)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2 x 20 (1 ind 1 grp) weekly", ("1x20 ind weekly", "1x20 grp weekly")),
        ("3x30/wk (2 individual and 1 group)", ("2x30/wk individual", "1x30/wk group")),
        ("3x30/wk (2 individual, 2 group)", None),
        ("2x30/wk (1 therapist, 1 aide)", None),
        ("2x30/wk (individual)", None),
    ],
)
def test_brackets_that_say_how_many_sessions_are_given_in_which_way(text: str, told: tuple[str, ...] | None) -> None:
    """Of all sessions, and in ways that are known."""
    assert ways.parts(text) == (told or (text,))
