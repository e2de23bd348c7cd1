"""Codes of a log that its key explains as several things at once: service, kind, outcome, work without a child."""

import pytest

from data.ingest.tables.steps.cells import activities
from tests.data.sheets import cells, reasons, table

HEAD = "Date|Student|Code|Min"
KEY = ("|", "D|vision lesson, direct", "OMX|O&M lesson missed, student absent", "C|vision consult with staff", "T|travel",
       "P|brailling, student not seen", "M|IEP meeting", "U|vision make-up lesson")  # fmt: skip
ROWS = ("10/6/2025|Abara, Nell|D|30", "10/7/2025|Boone, Cy|OMX|", "10/8/2025|Boone, Cy|C|15", "10/8/2025||T|20",
        "10/9/2025|Boone, Cy|P|60", "10/9/2025|Boone, Cy|M|30", "10/10/2025|Boone, Cy|U|30")  # fmt: skip


def test_each_thing_that_a_key_tells_has_a_column() -> None:
    """Travel that names nobody and brailling without the child are no sessions; what a meeting was is asked."""
    found = table(HEAD, *ROWS, *KEY)
    assert cells(found, "Service", "Kind", "Code / Session Type Status") == [
        ("VISION", "direct", "delivered"), ("O_AND_M", None, "O&M lesson missed, student absent"),
        ("VISION", "indirect", "delivered"), (None, None, "IEP meeting"), ("VISION", None, "make-up lesson"),
    ]  # fmt: skip
    left = reasons(found)
    assert [row for row, why in left.items() if why == "nobody's time"] == [5, 6]


@pytest.mark.parametrize(
    "key",
    [
        ("D = delivered", "X = student absent"),
        ("D = OT", "X = OT"),
        ("D = Kim Ash, COTA", "X = Priya Nadar, direct services"),
        ("D = vision lesson, direct",),
        ("D = vision lesson, direct", "X = purple"),
    ],
)
def test_a_key_that_tells_of_one_thing_or_leaves_one_open_is_read_as_before(key: tuple[str, ...]) -> None:
    """Outcomes alone, a service alone, people, a code without a meaning, and a meaning that nobody understands."""
    found = table(HEAD, "10/6/2025|Abara, Nell|D|30", "10/7/2025|Boone, Cy|X|30", "|", *key)
    assert activities.told(found) is found
    assert "Code" in found.headings


def test_under_a_status_a_key_tells_outcomes() -> None:
    key = ("D = Direct service delivered", "X = Student absent")
    found = table("Date|Student|Status Code|Min", "10/6/2025|Abara, Nell|D|30", "10/7/2025|Boone, Cy|X|30", "|", *key)
    assert "Status Code" in found.headings


def test_a_service_that_a_column_tells_stays_there() -> None:
    key = ("D = OT direct", "C = OT consult", "X = student absent")
    found = table("Date|Student|Service|Code|Min", "10/6/2025|Abara, Nell|PT|D|30", "10/7/2025|Boone, Cy|PT|C|30",
                  "10/8/2025|Boone, Cy|PT|X|", "|", *key)  # fmt: skip
    assert cells(found, "Service", "Kind") == [("PT", "direct"), ("PT", "indirect"), ("PT", None)]
