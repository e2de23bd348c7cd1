"""Roles beside lines: asked about where something hangs on them."""

import pytest

from data.store import Store
from tests.data.loading import tried

_LINES = "Student ID,{service}Type of Personnel{who},Frequency,Start Date\n"


@pytest.mark.parametrize(
    ("service", "who", "asked"),
    [(("Service,", "OT,"), ("", ""), []), (("Service,", "OT,"), (",Provider", ",Ada Lin"), ["OTR/COTA"])],
)
def test_a_role_is_asked_about_only_if_it_is_somebodys(
    store: Store, service: tuple[str, str], who: tuple[str, str], asked: list[str]
) -> None:
    rows = "".join(f"{at},{service[1]}{role}{who[1]},30 min weekly,8/25/2025\n" for at, role in enumerate(
        ("OTR/COTA", "OTR", "COTA"), 101))  # fmt: skip
    lines = _LINES.format(service=service[0], who=who[0]) + rows
    with tried(store, "lines.csv", lines.encode()) as trial:
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == asked
        assert len(trial.rows("service_lines", "service")) == 3
