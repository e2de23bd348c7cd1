"""A no under Make-up beside the day that the session makes up: which of both is so isn't known."""

import pytest

from tests.data.loading import Ledger

HEAD = "Student ID,Service,Date,Minutes,{0}Make-up,Makes Up\n"


@pytest.mark.parametrize("status", ["", "Delivered"])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [("N,9/8/2025", []), ("No,9/8/2025", []), ("Y,9/8/2025", ["make_up"]), (",9/8/2025", ["make_up"]), ("N,", ["delivered"])],
)  # fmt: skip
def test_it_waits(ledger: Ledger, status: str, cells: str, expected: list[str]) -> None:
    own = f"{status}," if status else ""
    log = HEAD.format("Status," if status else "") + f"1,OT,9/15/2025,30,{own}{cells}\n"
    report = ledger.load("log.csv", log + f"2,OT,9/15/2025,30,{own}Y,9/8/2025\n3,OT,9/15/2025,30,{own}N,\n")
    assert [one for (one,) in ledger.rows("sessions", "status", order="student_id")] == [
        *expected,
        "make_up",
        "delivered",
    ]
    assert report.files[0].sheets[0].waiting == (0 if expected else 1)
