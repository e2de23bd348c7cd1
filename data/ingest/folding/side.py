"""What one file does to each dataset: what stands beside its rows, what it changes, what is written (replay.Side)."""

from dataclasses import dataclass, field
from typing import Any

import duckdb

from data.ingest import changes, held, outcome
from data.ingest.folding import (
    asserted,
    byhand,
    continued,
    ends,
    fold,
    moved,
    recounted,
    renumbered,
    replay,
    rows,
    said,
    scope,
    standing,
    twins,
)
from data.ingest.folding.recounted import Recounted
from data.ingest.people import matching
from data.store.connect import DISTRICT


@dataclass
class Load:
    """One file on its way in; the import's side of ``replay.Side``."""

    cur: duckdb.DuckDBPyConnection
    batch: fold.Batch
    event: int
    codes: dict[str, str] = field(default_factory=dict)
    """What was answered, for all files and for the shapes of this one."""
    given: dict[str, set[str]] = field(default_factory=dict)
    mends: bool = False
    """Whether the file only completes earlier ones: then it is the whole of nothing."""
    unusual: dict[str, str] = field(default_factory=dict)
    missing: dict[str, dict[str, int]] = field(default_factory=dict)
    minutes: tuple[float, float] | None = None
    new_people: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    differing: int = 0
    maybe_twice: int = 0
    said_of_ids: str | None = None
    """What was answered of ids of sessions that may be counted anew."""
    recounted: Recounted = field(default_factory=Recounted)
    """Where a log's ids of sessions count anew, or may."""
    headings: dict[str, frozenset[str]] = field(default_factory=dict)
    """The headings of the file's logs, by shape."""
    continued: dict[str, int] = field(default_factory=dict)
    """Shape -> how many rows of it stand under an earlier shape, which it continues."""
    moved: dict[str, int] = field(default_factory=dict)
    """Dataset -> how many of its rows on file the file tells under another key."""
    by_hand: int = 0
    """How many days of the calendar stay as somebody entered them."""
    renumbered: int = 0
    """How many goals on file the file lists under other ids."""
    on_file: dict[str, bool] = field(default_factory=dict)
    """Whether a row of a dataset was stored before."""
    placed: dict[str, fold.Placed] = field(default_factory=dict)
    """What became of the rows of a dataset where nothing beside them was looked at (``reaches``)."""
    reaches: bool = False
    """Whether rows beside the batch's own may change by the dataset at hand: in a replace, or by another system's rows."""

    def source(self, dataset: str) -> str:
        """The rows in force, as stored."""
        return f"(select * from {dataset} where district = '{DISTRICT}' and known_to is null)"

    def ready(self, dataset: str) -> None:
        """Read what stands in the batch's groups: in full where rows beside the batch's own may change by it; and anew each
        time that rows come to stand under another key."""
        self.on_file[dataset] = standing.any_row(self.cur, dataset)
        self._read(dataset)
        if not self.on_file[dataset]:
            return
        for are_told_again in (
            self._under_ids_of_a_file,
            self._by_a_report_that_goes_on,
            self._as_numbered,
            self._moved,
        ):
            if are_told_again(dataset):
                self._read(dataset)

    def _under_ids_of_a_file(self, dataset: str) -> bool:
        """Whether ids of sessions count anew in the file, or may."""
        if dataset != "sessions":
            return False
        asks = self.batch.mode != "replace" and not self.mends
        self.recounted = recounted.settle(self.cur, self.said_of_ids, asks=asks)
        return bool(self.recounted.unclear) or recounted.any_settled(self.cur)

    def _by_a_report_that_goes_on(self, dataset: str) -> bool:
        """Whether sessions stand under an earlier shape, which the file's continues."""
        if dataset != "sessions":
            return False
        self.continued = continued.settle(self.cur, self.headings)
        return bool(self.continued)

    def _as_numbered(self, dataset: str) -> bool:
        """Whether goals on file are listed under other ids."""
        if dataset != "goals" or self.mends:
            return False
        self.renumbered = renumbered.find(self.cur, self.batch.batch_id)
        if self.renumbered:
            fold.resolve(self.cur, dataset)
        return bool(self.renumbered)

    def _moved(self, dataset: str) -> bool:
        """Whether rows on file are told under another key."""
        if dataset not in rows.TOLD_AGAIN:
            return False
        self.moved[dataset] = moved.find(self.cur, dataset, self.batch, mends=self.mends)
        return bool(self.moved[dataset])

    @property
    def stands_otherwise(self) -> bool:
        """Whether sessions stand otherwise than they were read, or wait for what is said of their ids."""
        if not self.on_file.get("sessions"):
            return False
        return bool(recounted.any_settled(self.cur) or self.recounted.unclear or self.continued)

    def _read(self, dataset: str) -> None:
        self.reaches = self._reaches(dataset)
        wide = self.reaches or dataset in (*rows.KEEPS_WHAT_IT_LACKS, rows.PEOPLE, byhand.DATASET)
        standing.start(self.cur, dataset)
        if self.on_file[dataset]:
            standing.read(self.cur, dataset, fold.groups(dataset), wide=wide)
        if self.reaches:
            self._read_others(dataset)

    def _reaches(self, dataset: str) -> bool:
        replaces = self.batch.takes_out and dataset != rows.PEOPLE
        return (
            replaces
            or ends.wanted(dataset, self.codes)
            or self.moved.get(dataset, 0) > 0
            or (dataset == "sessions" and twins.possible(self.cur, "resolved_sessions"))
        )

    def _read_others(self, dataset: str) -> None:
        if self.batch.mode == "replace":
            scope.find(self.cur, dataset, standing.in_force(dataset), same_shape=False)
            standing.read(self.cur, dataset, "select group_key from spoken_for")
        elif self.batch.rereads:
            scope.find_earlier(self.cur, dataset, standing.in_force(dataset), self.batch)
            standing.read(self.cur, dataset, "select group_key from spoken_for")
        if self.moved.get(dataset):
            standing.read(self.cur, dataset, "select group_key from moved")
        if dataset == "sessions":
            standing.touch(self.cur, dataset, fold.groups(dataset))
            twins.read_neighbours(self.cur, "resolved_sessions")

    def done(self, dataset: str, placed: fold.Placed) -> None:
        """Write what changed, and what the batch said of each row."""
        became = placed.became
        if not self.reaches:
            self.placed[dataset] = placed
        if dataset == rows.PEOPLE:
            self.new_people = matching.new_people(self.cur) if became.get("new") else {}
            fold.write(self.cur, dataset, self.batch, self.event, became)
            return
        self._compare(dataset, changed="changed" in became)
        before = outcome.minutes(self.cur) if dataset == "sessions" and self.on_file[dataset] else 0.0
        self._write(dataset, became)
        if placed.hides:
            asserted.keep_hidden(self.cur, dataset, self.batch.batch_id, self.event)
        said.record(self.cur, dataset, self.batch, self.event, plain=not self.reaches, placed=sum(became.values()))
        held.wait(self.cur, dataset, waiting="waiting" in became, conflicts=placed.stands or self.reaches)
        if dataset == "sessions":
            is_first = not self.on_file[dataset] and not self.reaches
            self.minutes = before, outcome.minutes_of_new(self.cur) if is_first else outcome.minutes(self.cur)
        missing, elsewhere = sum(self.missing[dataset].values()), self.moved.get(dataset, 0)
        told = changes.unusual(self.cur, dataset, self.batch, became, missing, elsewhere)
        twice = changes.twice(self.maybe_twice) if dataset == "sessions" else ""
        if told or twice:
            self.unusual[dataset] = " ".join(part for part in (told, twice) if part)

    def _compare(self, dataset: str, *, changed: bool) -> None:
        """Note what the file lacks and what it changes, and what was said of the rows that it lacks."""
        self.missing[dataset] = scope.missing(self.cur, dataset) if self.on_file[dataset] and not self.mends else {}
        changes.note(self.cur, dataset, changed=changed, missing=bool(self.missing[dataset]))
        if self.missing[dataset] and dataset in ends.SNAPSHOTS and self.batch.mode == "merge":
            ends.find(self.cur, dataset, self.batch)
            ends.keep(self.cur, dataset, self.batch, self.codes)
            if self.reaches:
                standing.read(self.cur, dataset, "select group_key from lacked")

    def _write(self, dataset: str, became: dict[str, int]) -> None:
        if not self.reaches:
            fold.write(self.cur, dataset, self.batch, self.event, became)
            return
        replay.apply(self.cur, dataset, self.batch, became)
        if dataset == "sessions":
            twins.set_aside(self.cur)
            self.differing = twins.differing(self.cur)
            self.maybe_twice = twins.maybe_twice(self.cur)
        standing.write(self.cur, dataset, self.event)
