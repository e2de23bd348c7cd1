"""Finding one student, by what a person types or by the random key of a link (rules 13)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import sqlfiles
from analytics.figures import NOW
from analytics.scope import Scope

MOST = 50
END_OF_TIME = date(2060, 12, 31)


def find(cur: duckdb.DuckDBPyConnection, scope: Scope, text: str) -> pd.DataFrame:
    """Students whose name holds ``text`` ("marlow", "Marlow, T" or "Tessa Marlow") or whose id it is, at most MOST.

    Columns: student_id, link_key, student_name ("Last, First"), school, grade (at the latest spell). An empty text finds
    nobody.
    """
    wanted = " ".join(text.split())
    first, _, last = wanted.rpartition(" ")
    turned = f"{last}, {first}" if first else wanted
    return _found(cur, scope, wanted=wanted, turned=turned, row_limit=MOST if wanted else 0)


def by_link(cur: duckdb.DuckDBPyConnection, scope: Scope, link_key: str) -> dict[str, Any] | None:
    """The student for whom a link stands, as in ``find``; None where no student of the district has that link."""
    frame = _found(cur, scope, link_key=link_key, row_limit=1 if link_key else 0)
    return None if frame.empty else {str(name): value for name, value in frame.iloc[0].to_dict().items()}


def _found(cur: duckdb.DuckDBPyConnection, scope: Scope, **asked: Any) -> pd.DataFrame:
    values = {
        "district": scope.district,
        "known": NOW,
        "as_of": END_OF_TIME,
        "wanted": "",
        "turned": "",
        "link_key": "",
    }
    return sqlfiles.frame(cur, "students/found", values | asked)
