"""Tables of pages against what a command prints: the same rows, each number in the page's unit."""

from collections import Counter
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from tests.app.conftest import IRONWOOD
from ui.parts import tables
from ui.parts.tables import MOST_ROWS, Columns

Told = list[dict[str, Any]]
Setting = tuple[dict[str, str], tuple[str, ...]]
SETTINGS: list[Setting] = [
    ({}, ()), ({"school": IRONWOOD}, ("--school", IRONWOOD)),
    ({"service": "OT", "as_of": "2025-12-31"}, ("--service", "OT", "--as-of", "2025-12-31")),
]  # fmt: skip
"""A page's filters, and the same as the command line takes them."""
IN_WORDS = ("text", "file", "band", "figure", "yes")


def same(app: AppTest, key: str, columns: Columns, said: Told, *, least: int = 1) -> None:
    """The table shows the command line's rows, the first of them where they are many: every column of numbers and days."""
    seen, theirs = _shown(app, key, columns), tables.shown(pd.DataFrame(said), columns)
    names = [name for name in seen.columns if name in theirs.columns and columns[name].kind not in IN_WORDS]
    assert len(names) >= least, (key, names)
    assert len(seen) == min(len(said), MOST_ROWS), key
    missing = _rows(seen[names]) - _rows(theirs[names])
    assert not missing, (key, names, list(missing)[:3])


def _shown(app: AppTest, key: str, columns: Columns) -> pd.DataFrame:
    """The table of that key; one whose rows can't be chosen has none in a test: the only other with such columns."""
    alike = [one for one in app.dataframe if not one.key and set(one.value.columns) <= set(columns)]
    found = [one for one in app.dataframe if one.key == key] or alike
    assert len(found) == 1, (key, [(one.key, list(one.value.columns)) for one in app.dataframe])
    table: pd.DataFrame = found[0].value
    return table


def _rows(frame: pd.DataFrame) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(map(_plain, row)) for row in frame.itertuples(index=False, name=None))


def _plain(value: Any) -> Any:
    if value is None or pd.isna(value):
        return None
    return value.isoformat()[:10] if hasattr(value, "isoformat") else round(float(value), 3) + 0.0
