"""Whose ids or names a column holds: people whom the ledger knows already."""

from functools import cached_property
from typing import Literal

import duckdb

from data.ingest.values import names
from data.store.connect import DISTRICT

Person = Literal["student_id", "student_name", "provider_id", "provider_name"]
MOST = 0.8
"""The share of a column's distinct texts that must be people on file."""


class OnFile:
    """Asks the ledger, once for each list of texts."""

    def __init__(self, cur: duckdb.DuckDBPyConnection) -> None:
        self.cur = cur
        self.told: dict[tuple[str, ...], Person | None] = {}

    def whose(self, texts: tuple[str, ...]) -> Person | None:
        """The field of which a column of these distinct texts is by the people on file; None where they aren't theirs."""
        if texts not in self.told:
            self.told[texts] = self._whose(texts) if texts and self._has_people else None
        return self.told[texts]

    @cached_property
    def _has_people(self) -> bool:
        tables = ("students", "providers", "people")
        any_of = " union all ".join(f"(select 1 from {one} where known_to is null limit 1)" for one in tables)
        return bool(self.cur.execute(any_of).fetchall())

    def _whose(self, texts: tuple[str, ...]) -> Person | None:
        staff = {(names.provider(text) or "").lower() for text in texts}
        shares: dict[Person, float] = {
            "student_id": self._share("students", "student", "student_id", "person_id", {*texts}),
            "provider_id": self._share("providers", "provider", "provider_id", "person_id", {*texts}),
            "student_name": self._share("students", "student", _LAST_FIRST, _LAST_FIRST, {*map(_key, texts)}),
            "provider_name": self._share("providers", "provider", "lower(provider_name)", "lower(full_name)", staff),
        }
        best = max(shares, key=lambda one: shares[one])
        return best if shares[best] >= MOST else None

    def _share(self, table: str, kind: str, listed: str, mentioned: str, wanted: set[str]) -> float:
        """How many of the texts are those of somebody on a list, or mentioned in a file before."""
        row = self.cur.execute(
            f"select count(*) from (select {listed} as told from {table} where district = $d and known_to is null "
            f"union select {mentioned} from people where district = $d and known_to is null and person_kind = $k) as t "
            "where t.told <> '' and t.told in (select unnest($w))",
            {"d": DISTRICT, "k": kind, "w": sorted(wanted)},
        ).fetchone()
        return (row[0] if row else 0) / len(wanted)


_LAST_FIRST = "lower(concat_ws(', ', last_name, first_name))"


def _key(text: str) -> str:
    name = names.read(text)
    return ", ".join(part for part in (name.last, name.first) if part).lower()
