"""Goals whose ids a system numbered anew are the same goals, with all that was measured (decision 0219)."""

from itertools import permutations
from pathlib import Path

import pytest

from data import history
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.quick import first

HEAD = "Goal ID,Student ID,Area,Goal,Baseline,Target,Start Date,Due Date\n"
TEXTS = {
    "hop": "K1,Motor,Ada will hop 5 times",
    "cut": "K1,Motor,Ada will cut on a line",
    "write": "K2,Motor,Ben will write his name",
}
DAYS = "9/1/2025,6/1/2026"
SCORES = "Goal ID,Student ID,Date,Score\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def goals(days: str = DAYS, **ids: str) -> str:
    return HEAD + "".join(f"{own},{TEXTS[text]},20,80,{days}\n" for text, own in ids.items())


def scores(day: str, **ids: str) -> str:
    return SCORES + "".join(f"{own},{TEXTS[text][:2]},{day},{40 + at}\n" for at, (text, own) in enumerate(ids.items()))


OLD = goals(hop="G1", cut="G2", write="G3")
NEW = goals(hop="901", cut="902", write="903")


def measured(ledger: Ledger) -> dict[str, list[float]]:
    """The words of each goal and what was measured of it, by day."""
    told = ledger.ask(
        "select g.goal_text, m.value from measurements as m join goals as g on g.student_id = m.student_id and g.goal_id = "
        "m.goal_id and g.known_to is null where m.known_to is null order by m.measured_on"
    )
    return {text.split()[2]: [value for words, value in told if words == text] for text, _ in told}


def listed(ledger: Ledger) -> int:
    return len(ledger.rows("goals", "goal_id"))


BOTH = {"hop": [40.0, 40.0], "cut": [41.0, 41.0], "write": [42.0, 42.0]}


@pytest.mark.slow
@pytest.mark.parametrize("order", first(2, [(order,) for order in [(0, 1, 2, 3), *permutations(range(4))]]))
def test_each_goal_keeps_what_was_measured_under_either_id(ledger: Ledger, order: tuple[int, ...]) -> None:
    files = [
        OLD,
        scores("9/15/2025", hop="G1", cut="G2", write="G3"),
        NEW,
        scores("2/2/2026", hop="901", cut="902", write="903"),
    ]
    for at in order:
        ledger.load(f"{at}.csv", files[at])
    assert (listed(ledger), measured(ledger)) == (3, BOTH)


@pytest.mark.slow
def test_the_preview_says_so_and_the_list_again_changes_nothing(ledger: Ledger) -> None:
    ledger.load("old.csv", OLD)
    sheet = sheet_of(ledger.load("new.csv", NEW), "goals")
    assert (counts(sheet), sheet.missing) == ({"unchanged": 3}, 0)
    assert any(said.startswith("3 goals stand on file under other ids") for said in sheet.assumptions)
    mended = NEW.replace("902,K1,Motor,Ada will cut on a line,20,80", "902,K1,Motor,Ada will cut on a line,20,90")
    assert counts(sheet_of(ledger.load("mended.csv", mended), "goals")) == {"changed": 1, "unchanged": 2}
    assert counts(sheet_of(ledger.load("third.csv", goals(hop="A", cut="B", write="C")), "goals")) == {
        "changed": 1,
        "unchanged": 2,
    }


@pytest.mark.slow
def test_taking_either_list_back_leaves_what_the_other_has(ledger: Ledger) -> None:
    old = str(only_file(ledger.load("old.csv", OLD)).batch_id)
    ledger.load("scores.csv", scores("9/15/2025", hop="G1", cut="G2", write="G3"))
    new = str(only_file(ledger.load("new.csv", NEW)).batch_id)
    ledger.load("more.csv", scores("2/2/2026", hop="901", cut="902", write="903"))
    history.undo(ledger.store, new, "somebody")
    assert (listed(ledger), measured(ledger)) == (3, {"hop": [40.0], "cut": [41.0], "write": [42.0]})
    ledger.load("new.csv", NEW)
    assert measured(ledger) == BOTH
    history.undo(ledger.store, old, "somebody")
    assert sorted(ledger.rows("goals", "goal_id")) == [("901",), ("902",), ("903",)]


def test_words_with_other_spaces_and_points_are_the_same(ledger: Ledger) -> None:
    ledger.load("old.csv", OLD)
    ledger.load("new.csv", NEW.replace("Ada will hop 5 times", "Ada will  hop 5 times."))
    assert listed(ledger) == 3


@pytest.mark.parametrize(
    "newer",
    [goals(hop="G1", cut="G2", write="G3") + goals(hop="901").removeprefix(HEAD), goals(days="9/1/2026,6/1/2027", hop="901"),
     goals(hop="901").replace("Motor", "Attention"), goals(hop="901").replace("5 times", "10 times"),
     goals(hop="901") + goals(hop="902").removeprefix(HEAD), goals(hop="901").replace("K1", "K2")],
)  # fmt: skip
def test_what_is_listed_beside_it_or_gainsays_it_is_another_goal(ledger: Ledger, newer: str) -> None:
    """Both ids in the list; next year's; of another area, wording or child; two that may be it."""
    ledger.load("old.csv", OLD)
    sheet = sheet_of(ledger.load("newer.csv", newer), "goals")
    assert (sheet.new, listed(ledger)) == (newer.count("901,") + newer.count("902,"), 3 + sheet.new)


def test_two_goals_on_file_of_one_wording_are_neither(ledger: Ledger) -> None:
    ledger.load("old.csv", OLD + goals(hop="G4").removeprefix(HEAD))
    assert sheet_of(ledger.load("newer.csv", goals(hop="901")), "goals").new == 1


@pytest.mark.slow
def test_a_list_that_goes_on_with_the_new_ids_keeps_them_when_the_first_of_these_is_taken_back(ledger: Ledger) -> None:
    ledger.load("old.csv", OLD)
    new = str(only_file(ledger.load("new.csv", NEW)).batch_id)
    ledger.load("february.csv", NEW.replace(",80,", ",85,"))
    history.undo(ledger.store, new, "somebody")
    assert ledger.rows("goals", "goal_id", "target") == [("G1", 85.0), ("G2", 85.0), ("G3", 85.0)]


def test_one_goal_more_in_the_new_list_is_new(ledger: Ledger) -> None:
    ledger.load("old.csv", goals(hop="G1", cut="G2"))
    assert counts(sheet_of(ledger.load("new.csv", NEW), "goals")) == {"new": 1, "unchanged": 2}


@pytest.mark.parametrize(("heading", "services"), [("Service", ("Speech", "OT")), ("Discipline", ("PT", "Speech"))])
def test_goals_of_two_services_in_the_same_words_are_two(
    ledger: Ledger, heading: str, services: tuple[str, str]
) -> None:
    """Both therapists have *Ada will sit for 10 minutes*, each on a list of their own: 20 of one, 60 of the other."""
    for service, own in zip(services, ("S7", "T7"), strict=True):
        ledger.load(
            f"{service}.csv", f"Student ID,Goal ID,{heading},Goal\nK1,{own},{service},Ada will sit for 10 minutes\n"
        )
    ledger.load("scores.csv", SCORES + "S7,K1,10/6/2025,20\nT7,K1,10/7/2025,60\n")
    assert ledger.rows("goals", "goal_id", order="1") == [("S7",), ("T7",)]
    assert ledger.rows("measurements", "goal_id", "value", order="1") == [("S7", 20.0), ("T7", 60.0)]
