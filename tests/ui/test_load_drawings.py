"""Loads against capacity in pictures: titles by arithmetic that stands here."""

import pandas as pd
import pytest

from tests.ui.test_drawings import ABOUT
from ui.caseloads import blocks as caseloads
from ui.caseloads import load_drawings, plan_told
from ui.charts.palette import DARK, LIGHT, contrast, readable


def providers(rates: list[float | None]) -> pd.DataFrame:
    columns = {name: 60.0 for name, _ in load_drawings.LOAD}
    return pd.DataFrame(
        {
            "provider_id": [f"P{place}" for place in range(len(rates))],
            "provider_name": [f"P{place}" for place in range(len(rates))],
            "utilisation": rates,
            "load_minutes": 420.0,
            "capacity_minutes": [None if rate is None else 420.0 / rate for rate in rates],
            **columns,
        }
    )


def test_loads_name_the_fullest_and_the_one_with_most_room() -> None:
    drawing = load_drawings.loads(providers([1.25, 0.6, 0.9, None]), LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "P0 is the fullest, at 125.0% of capacity; P1 has the most room, at 60.0%"
    assert drawing.figure.lines == [pytest.approx(420.0 / rate / 60) for rate in (1.25, 0.9, 0.6)]
    assert [part.total for part in drawing.figure.parts] == [4.0] * 7, "an hour each, also of whom no capacity is known"


def test_without_a_staff_list_no_utilisation_is_made_up() -> None:
    drawing = load_drawings.loads(providers([None, None]), LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "P0 has the most work, 7.0 h of 14.0 h a week"  # 420 minutes each
    assert "capacity of each" not in {name for _, _, name, _ in drawing.figure.key}
    assert drawing.figure.names == ["P0 · 7.0 h", "P1 · 7.0 h"]


def test_lines_without_a_provider_are_nobody_s_work() -> None:
    """Of 14 hours P1 has 7; the other 7 are the unassigned lines', which is no provider."""
    frame = providers([None, None]).assign(provider_id=[None, "P1"], provider_name=["unassigned", "P1"])
    drawing = load_drawings.loads(frame, LIGHT, about=ABOUT)
    assert drawing is not None and drawing.title == "P1 has the most work, 7.0 h of 14.0 h a week"
    alone = load_drawings.loads(frame.head(1), LIGHT, about=ABOUT)
    assert alone is not None and alone.title == "7.0 h of work a week have no provider"
    assert caseloads.answer(frame, None) == "1 provider carries 7.0 h of work a week; 7.0 h have no provider"
    assert caseloads.answer(frame.head(1), None) == (
        "7.0 h of work a week are required, and no service line names who gives it"
    )


def test_a_bar_is_named_with_its_hours_and_its_capacity() -> None:
    frame = providers([0.5]).assign(provider_name="Featherstonehaugh-Cholmondeley, Marjoribanks")
    drawing = load_drawings.loads(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.figure.names == ["Featherstonehaugh-Cho… · 50.0%, 7.0 of 14.0 h"]


def test_no_kind_of_work_has_a_cause_s_colour() -> None:
    for colours in (LIGHT, DARK):
        drawing = load_drawings.loads(providers([0.5]), colours, about=ABOUT)
        assert drawing is not None
        shades = [part.colour for part in drawing.figure.parts]
        assert len(set(shades)) == 7
        assert not {colours.student, colours.provider, colours.school} & set(shades)
        assert min(contrast(readable(one, colours), one) for one in shades) >= 4.5, "a number in each can be read"


def test_of_many_providers_the_fullest_and_those_with_most_room_are_drawn() -> None:
    """Of 17 from 100 % down to 20 %: the first ten, to 55 %, and the last five, from 40 % on; the title's two are there."""
    drawing = load_drawings.loads(providers([1.0 - 0.05 * place for place in range(17)]), LIGHT, about=ABOUT)
    assert drawing is not None
    shown = drawing.figure.names
    assert [name.split(" · ")[0] for name in shown] == [f"P{place}" for place in [*range(10), *range(12, 17)]]
    assert "P0 is the fullest" in drawing.title and "P16 has the most room, at 20.0%" in drawing.title
    assert drawing.subtitle.endswith("The 10 fullest and the 5 with most room. The table has 2 more providers.")


def test_before_and_after_is_told_by_whoever_gains_most() -> None:
    """Ann falls by 20 points to below 110 %, Bea rises by 10 above it: of all providers one is over before, one after,
    whose bar is critical."""
    frame = pd.DataFrame({"provider_id": ["A", "B"], "provider_name": ["Ann", "Bea"], "utilisation_before": [1.2, 1.05],
                          "utilisation_after": [1.0, 1.15]})  # fmt: skip
    drawing = load_drawings.before_after(frame, LIGHT, above=1.1, over=(1, 1), about="Loads.")
    assert drawing is not None
    assert drawing.title == "1 over 110% of capacity now, 1 afterwards: Ann goes from 120.0% to 100.0% of capacity"
    bars = drawing.figure
    assert bars.values == pytest.approx([100.0, 115.0])
    assert bars.texts == ["120.0% to 100.0%", "105.0% to 115.0%"]
    assert bars.fills == [LIGHT.accent, LIGHT.critical]
    assert bars.rings == pytest.approx([120.0, 105.0])
    assert load_drawings.before_after(frame.head(0), LIGHT, above=1.1, over=(1, 1), about="Loads.") is None
    gone = frame.assign(utilisation_after=[None, 1.15], load_before=[2070.0, 1800.0], load_after=[None, 1900.0])
    nobody = pd.DataFrame({"provider_id": [None], "provider_name": ["nobody"], "load_after": [1500.0]})
    told = load_drawings.before_after(pd.concat([gone, nobody]), LIGHT, above=1.1, over=(1, 1), about="Loads.")
    assert told is not None and told.title == (
        "1 over 110% of capacity now, 1 afterwards: Ann leaves; 25.0 h a week are then without a therapist"
    )
    calm = load_drawings.before_after(frame, LIGHT, above=1.3, over=(0, 0), about="Loads.")
    assert calm is not None and calm.title == "Ann goes from 120.0% to 100.0% of capacity"
    eased = load_drawings.before_after(frame.head(1), LIGHT, above=1.1, over=(2, 0), about="Loads.")
    assert eased is not None and eased.title.startswith("2 over 110% of capacity now, none afterwards: ")


def test_without_work_nothing_is_drawn() -> None:
    assert load_drawings.loads(providers([]), LIGHT, about="") is None


def test_who_is_over_is_counted_of_all_providers() -> None:
    """Above 110 %: Ann and Cy now, Bea afterwards; nobody's work and a load without a capacity count for neither."""
    before = pd.DataFrame({"utilisation": [1.2, 1.05, 1.11, None]})
    after = pd.DataFrame({"utilisation": [1.0, 1.15, 1.1, None]})
    assert load_drawings.overloaded(before, after, 1.1) == (2, 1)


NEEDED = pd.DataFrame(
    {
        "service": ["OT", "OT", "PT", "SLP"], "zone": ["East", "West", "East", "East"],
        "fte_needed": [4.3, 5.8, 0.7, 2.4], "fte_present": [5.8, 6.4, 0.8, None],
    }
)  # fmt: skip


def test_fte_is_told_by_service_over_all_zones() -> None:
    """OT: 4.3 + 5.8 needed, 5.8 + 6.4 present, 2.1 beyond; nobody gives SLP on the staff list."""
    drawing = load_drawings.fte(NEEDED, LIGHT, about="FTE.")
    assert drawing is not None
    assert drawing.figure.names == ["OT", "Speech-language", "PT"]
    assert drawing.figure.texts == ["10.1, present 12.2", "2.4", "0.7, present 0.8"]
    assert drawing.figure.rings == [pytest.approx(12.2), None, 0.8]
    assert (
        drawing.title == "Each service with a staff list has the FTE that its lines need; OT has the most to spare, 2.1"
    )
    assert drawing.subtitle == "FTE. Bar: FTE needed; ring: FTE on the staff list."


def test_zones_that_lack_what_their_service_has_elsewhere_are_named() -> None:
    """OT has 12.2 of 10.1, and yet 0.8 too few in the west; three places lack some, of which two are told."""
    west = NEEDED.assign(fte_present=[7.2, 5.0, 0.8, 2.4])
    told = load_drawings.fte(west, LIGHT, about="")
    assert told is not None
    assert told.title == "Every service has the FTE that its lines need, but not everywhere: OT lacks 0.8 in West"
    more = pd.concat(
        [west.assign(fte_present=[9.2, 5.0, 2.8, 2.4]), west.head(3).assign(zone="North", fte_present=[4.0, 9.0, 0.5])]
    )
    several = load_drawings.fte(more, LIGHT, about="")
    assert several is not None
    assert several.title.endswith("OT lacks 0.8 in West, 0.3 in North and 1 more place")
    alone = load_drawings.fte(west.assign(zone=None), LIGHT, about="")
    assert alone is not None and "everywhere" not in alone.title


def test_what_services_lack_is_told_the_most_first() -> None:
    short = load_drawings.fte(NEEDED.assign(fte_present=[4.0, 5.0, 0.68, 2.0]), LIGHT, about="")
    assert short is not None and short.title == "OT lacks 1.1 FTE and Speech-language lacks 0.4 FTE"
    alone = load_drawings.fte(NEEDED.assign(fte_present=None), LIGHT, about="FTE.")
    assert alone is not None and (alone.title, alone.subtitle) == (
        "No staff list tells who is there: FTE needed by service", "FTE.",
    )  # fmt: skip
    assert load_drawings.fte(NEEDED.assign(fte_needed=None), LIGHT, about="") is None


def test_who_would_be_where_begins_with_what_changes() -> None:
    """Elm stays; at Oak a student more comes, and at Ash Bo has half-days where none are listed yet."""
    halves = pd.DataFrame(
        {
            "school": ["Elm", "Oak", "Elm", "Ash"], "students_now": [5, 5, 3, 2], "students_after": [5, 6, 3, 2],
            "half_days_now": [2.0, 2.0, None, None], "half_days_after": [2.0, 2.0, None, 1.0],
        }
    )  # fmt: skip
    assert plan_told.changed_first(halves)["school"].tolist() == ["Oak", "Ash", "Elm", "Elm"]
