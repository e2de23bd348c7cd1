"""Text that goes on in the row beneath belongs to the row above; other rows without a student stay what they are."""

import pytest

from data.ingest.tables import wrapped
from tests.data.sheets import cells, reasons, table

HEAD, FIRST, LAST = (
    "Student|Service|Frequency|Location", "Ada Lin|OT|30 minutes, 1 time per|Outside general", "Cy Moss|PT|20 min daily|Room 4",
)  # fmt: skip


@pytest.mark.parametrize(
    ("beneath", "frequency", "place"),
    [
        ("||week|education", "30 minutes, 1 time per week", "Outside general education"),
        ("||week|", "30 minutes, 1 time per week", "Outside general"),
        ("|Therapy|week|", "30 minutes, 1 time per week", "Outside general"),
    ],
)
def test_what_goes_on(beneath: str, frequency: str, place: str) -> None:
    found = table(HEAD, FIRST, beneath, LAST)
    assert cells(found, "Frequency", "Location")[0] == (frequency, place)
    assert reasons(found)[3] == wrapped.REASON


@pytest.mark.parametrize(
    "beneath",
    [
        "|PT|30 minutes, 1 time per month|Room 4",  # the second line of the same child
        "||same|",
        "Bo Hart||week|",
        "||Weekly|",
    ],
)
def test_what_does_not(beneath: str) -> None:
    found = table(HEAD, FIRST, beneath, LAST)
    assert cells(found, "Frequency")[0] == ("30 minutes, 1 time per",)
    assert wrapped.REASON not in reasons(found).values()
