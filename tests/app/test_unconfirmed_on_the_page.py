"""The student's page tells since when a line isn't confirmed by a later IEP's file, and has no such column else."""

from pathlib import Path

import pandas as pd
import pytest

from tests.analytics.test_unconfirmed import AUGUST, CALENDAR, OCTOBER, SEPTEMBER, SINCE
from tests.app.conftest import Open
from tests.app.test_every_page import Load
from tests.app.test_traces_and_times import link_of

FILES = ({"calendar.csv": CALENDAR, "august.csv": AUGUST}, {"september.csv": SEPTEMBER}, {"october.csv": OCTOBER})


@pytest.mark.slow
def test_its_row_tells_since_when(open_page: Open, load: Load, tmp_path: Path) -> None:
    load(*FILES)
    app = open_page("student", student=link_of(tmp_path / "ledger.duckdb", "S1"), as_of="2025-10-31")
    (table,) = [one.value for one in app.dataframe if "unconfirmed_since" in one.value.columns]
    told = table["unconfirmed_since"].dropna().tolist()
    assert told == [pd.Timestamp(SINCE)]
    app = open_page("student", student=link_of(tmp_path / "ledger.duckdb", "S2"), as_of="2025-10-31")
    assert not [one for one in app.dataframe if "unconfirmed_since" in one.value.columns]
