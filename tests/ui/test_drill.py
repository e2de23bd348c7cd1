"""The three definitions of delivered % in one sentence."""

from ui.shell import drill

WHOLE = {
    "gross_rate": 0.8,
    "adjusted_rate": 0.9,
    "excused_minutes": 60.0,
    "provider_rate": 0.95,
    "provider_caused_minutes": 30.0,
}
BEGUN = "The same minutes, three ways: 80.0% of all expected; 90.0% with 1.0 h of excused absences set aside; "


def test_the_hours_of_the_provider_are_those_still_short() -> None:
    """0.5 h: missed for a provider's reason, less what was made up in the same period; logged may be more."""
    assert drill.explained(WHOLE) == BEGUN + (
        "95.0% if only the 0.5 h still short for a provider's recorded reason count against it, and no hour that "
        "isn't accounted for."
    )


def test_nothing_for_a_provider_is_told_as_nothing() -> None:
    none = {**WHOLE, "provider_rate": 1.0, "provider_caused_minutes": 0.0}
    assert drill.explained(none) == BEGUN + "nothing is short for a provider's recorded reason."
