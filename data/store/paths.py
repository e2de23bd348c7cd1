"""Where the ledger's file lives: never in the source tree."""

import os
from pathlib import Path

from platformdirs import user_data_path

DATA_FOLDER = user_data_path("minute-ledger", appauthor=False)
DEMO_DATABASE = DATA_FOLDER / "sample-district.duckdb"


def default_database() -> Path:
    """The district's database file: MINUTES_DB, else the user's data folder."""
    named = os.environ.get("MINUTES_DB", "").strip()
    return Path(named).expanduser() if named else DATA_FOLDER / "ledger.duckdb"
