"""Folding a batch in: the one path that an import and an undo share."""

from collections.abc import Mapping
from typing import Protocol

import duckdb

from data.ingest.folding import byhand, ends, fold, moved, rows, scope
from data.ingest.people import matching
from data.ingest.people.matching import Found
from data.ingest.staging.work import PIECE

ROSTERS = ("schools", "providers", "students")
OTHERS = (
    "calendar_days", "grading_periods", "supervision", "site_days", "service_lines", "goals", "awards", "decisions",
    "sessions", "measurements",
)  # fmt: skip
ORDER = (*ROSTERS, *OTHERS)
"""The order in which the sheets of a file, and the files of an import, meet the ledger."""


class Side(Protocol):
    """What differs between an import and an undo."""

    given: dict[str, set[str]]
    """The fields that the file's headings were taken for, by dataset."""
    by_hand: int
    """How many days of the calendar stay as somebody entered them."""

    def source(self, dataset: str, /) -> str:
        """The SQL of a dataset's rows in force."""
        ...

    def ready(self, dataset: str, /) -> None:
        """The groups of the resolved rows are in the standing table."""
        ...

    def done(self, dataset: str, placed: fold.Placed, /) -> None:
        """It is known what becomes of the batch's rows."""
        ...


def fold_in(
    cur: duckdb.DuckDBPyConnection,
    side: Side,
    batch: fold.Batch,
    present: Mapping[str, int],
    named: str,
    answers: dict[str, str],
) -> Found:
    """Fold the asserted rows of the datasets ``present`` (at most so many of each) and the persons of the query ``named``
    into what stands."""
    found = Found()
    for datasets, mentions in ((ROSTERS, False), (OTHERS, True)):
        if not mentions and present.keys().isdisjoint(ROSTERS):
            continue
        found.add(matching.resolve(cur, named, side.source, answers, mentions))
        if mentions:
            _mentions(cur, side, f"(select * from {named} as n where n.is_mention)")
        for dataset in datasets:
            if dataset in present:
                _dataset(cur, side, batch, dataset, few=present[dataset] <= PIECE)
    return found


def _mentions(cur: duckdb.DuckDBPyConnection, side: Side, named: str) -> None:
    if not matching.mention(cur, named):
        return
    side.ready(rows.PEOPLE)
    fold.keep_what_it_lacks(cur, rows.PEOPLE, rows.columns(rows.PEOPLE)[2:])
    side.done(rows.PEOPLE, fold.place(cur, rows.PEOPLE))


def _dataset(cur: duckdb.DuckDBPyConnection, side: Side, batch: fold.Batch, dataset: str, *, few: bool) -> None:
    fold.resolve(cur, dataset, few=few)
    side.ready(dataset)
    fold.keep_what_it_lacks(cur, dataset, rows.lacking(dataset, side.given.get(dataset, set())))
    if dataset == byhand.DATASET:
        side.by_hand = byhand.keep(cur, batch)
    side.done(dataset, fold.place(cur, dataset))


def apply(cur: duckdb.DuckDBPyConnection, dataset: str, batch: fold.Batch, became: dict[str, int]) -> None:
    """Make the placed rows stand in ``standing_<dataset>``, without what a replace leaves out or what has ended."""
    if batch.takes_out and dataset != rows.PEOPLE:
        scope.take_out(cur, dataset, batch)
    moved.apply(cur, dataset, batch)
    fold.apply(cur, dataset, batch, became)
    ends.apply(cur, dataset, batch)
