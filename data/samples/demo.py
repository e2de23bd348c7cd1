"""The sample district in a store, loaded through the ordinary import."""

import duckdb

from data import settings
from data.errors import UserError
from data.ingest import importer
from data.ingest.model import Options
from data.samples import files, stories
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import now

SETTING = "sample"
WHO = "sample"
BEGUN = "begun"
"""The setting's value while the files are being loaded."""


def ensure(store: Store) -> None:
    """Load the sample's files into an empty store; nothing happens where it already holds them.

    A build that was cut short is finished: files that are in are left as they are. Raises UserError where the store
    holds other data, or a sample of another release, which is never overwritten.
    """
    held = _held(store)
    if held == stories.VERSION:
        return
    if held != BEGUN and (held is not None or store.data_version()):
        raise UserError(
            f"{store.path or 'This database'} already holds data; choose an empty database for the sample district."
        )
    _mark(store, BEGUN)
    options = Options(load_date=stories.LOADED_ON, loaded_by=WHO)
    importer.run(store, list(files.build().items()), options, commit=True)
    _mark(store, stories.VERSION)


def is_in(cur: duckdb.DuckDBPyConnection) -> bool:
    """Whether the sample was built in this ledger, or is being built."""
    return settings.setting(cur, SETTING) is not None


def _held(store: Store) -> str | None:
    """The version of the sample that the store holds."""
    with store.cursor() as cur:
        return settings.setting(cur, SETTING)


def _mark(store: Store, value: str) -> None:
    with store.transaction() as cur:
        cur.execute(
            "insert into settings values (?, ?, ?, ?, ?) on conflict do update set value = excluded.value, "
            "set_at = excluded.set_at, set_by = excluded.set_by",
            [DISTRICT, SETTING, value, now(), WHO],
        )
