"""How much of each invented spreadsheet arrives: ``python -m tests.ingest_score``.

``--composed N --seed S`` scores N spreadsheets composed at random instead, by their parts (``--parts held``: of headings
and forms that nobody tunes for; ``seen``: of the others).
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from data.contracts import DATASETS
from data.ingest.model import ImportReport
from data.store import Store, open_store
from tests.data.loading import Trial, tried
from tests.shapes import SHAPES, Shape
from tests.shapes.shape import Row

MADE = {
    "service_lines": "line_id",
    "sessions": "session_id",
    "goals": "goal_id",
    "measurements": "goal_id",
    "awards": "award_id",
}
"""Ids that the importer makes where the file gives none."""
PERSONS = {"student": "student", "provider": "provider", "assistant": "provider"}
"""Who is named by an id in a row -> the kind of person."""
UNSAID = {"calendar_days": {"school": ""}}
"""What the tables hold where a file says nothing of a field."""


@dataclass
class Score:
    """One shape's cells: right; wrong without a question; missing with one; missing silently. ``faults`` in words.

    ``unmet``: rows that should have waited or been rejected, or that should not; questions that nobody asks.
    """

    shape: str
    right: int = 0
    wrong: int = 0
    asked: int = 0
    silent: int = 0
    faults: list[str] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(field, right | wrong | asked | refused | silent) -> cells."""

    def count(self, name: str, verdict: str) -> None:
        """One more cell of a field."""
        counter = "asked" if verdict == "refused" else verdict
        setattr(self, counter, getattr(self, counter) + 1)
        self.verdicts[name, verdict] += 1

    @property
    def cells(self) -> int:
        """All cells that a person reads in the file, and those that nobody does."""
        return self.right + self.wrong + self.asked + self.silent

    @property
    def share(self) -> float:
        """The share of the cells that are right; 1 where there are none."""
        return self.right / self.cells if self.cells else 1.0


def score(shape: Shape, store: Store) -> Score:
    """Import a shape into an empty store, compare what is stored with its truth, and take it back."""
    found = Score(shape.name)
    with tried(store, shape.file, shape.data) as trial:
        people, filled = _people(trial), _filled(trial)
        for dataset in DATASETS:
            stored = _stored(trial, dataset, people) if dataset in filled else []
            _compare(found, dataset, shape.truth.get(dataset, []), stored, trial.report)
        _compare_held(found, shape, trial)
        _compare_words(found, shape, trial.report)
    return found


def _filled(trial: Trial) -> set[str]:
    """The datasets of which any row is in force."""
    any_row = (f"(select '{dataset}' from {dataset} where known_to is null limit 1)" for dataset in DATASETS)
    return {str(dataset) for (dataset,) in trial.ask(" union all ".join(any_row))}


def _stored(trial: Trial, dataset: str, people: dict[tuple[str, str], str]) -> list[Row]:
    """The rows in force, under the fields' public names, with the names of their people."""
    fields = [(one.name, one.db_column) for one in DATASETS[dataset].fields]
    fields += [("source_row", "source_row")]
    fields += [("is_usable", "is_usable")] if dataset == "service_lines" else []
    rows = [
        {name: _plain(value) for (name, _), value in zip(fields, row, strict=True)}
        for row in trial.rows(dataset, *(column for _, column in fields))
    ]
    return [{**row, **_names(row, people)} if dataset not in ("students", "providers") else row for row in rows]


def _people(trial: Trial) -> dict[tuple[str, str], str]:
    found = trial.ask(
        "select person_kind, person_id, last_name, first_name, full_name from people where known_to is null"
    )
    return {
        (kind, person): full or ", ".join(part for part in (last, first) if part)
        for kind, person, last, first, full in found
    }


def _names(row: Row, people: dict[tuple[str, str], str]) -> Row:
    named = {whose: people.get((kind, row.get(f"{whose}_id") or "")) for whose, kind in PERSONS.items()}
    return {whose: name for whose, name in named.items() if name}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return float(value) if isinstance(value, Decimal | int | float) and not isinstance(value, bool) else value


def _compare(found: Score, dataset: str, truth: list[Row], stored: list[Row], report: ImportReport) -> None:
    pairs = _paired(truth, stored)
    for at, told in enumerate(truth):
        if at not in pairs:
            _lost(found, dataset, told, report)
            continue
        row = stored[pairs[at]]
        for name in _fields(dataset, told, row):
            _cell(found, dataset, name, told.get(name, _unsaid(dataset, name)), row, report)
    for at, row in enumerate(stored):
        if at not in pairs.values():
            for name in (name for name, value in row.items() if value is not None and name != "source_row"):
                found.count(name, "wrong")
            found.faults.append(f"{dataset}: invented {_shown(row)}")


def _unsaid(dataset: str, name: str) -> Any:
    return True if name == "is_usable" else UNSAID.get(dataset, {}).get(name)


def _paired(truth: list[Row], stored: list[Row]) -> dict[int, int]:
    """Which stored row is which row of the truth: as many equal cells as can be, at least a third."""
    if not truth or not stored:
        return {}
    alike = np.array([[sum(_same(told[name], row.get(name)) for name in told) for row in stored] for told in truth])
    rows, columns = linear_sum_assignment(-alike)
    return {
        int(row): int(column)
        for row, column in zip(rows, columns, strict=True)
        if alike[row, column] * 3 >= len(truth[row])
    }


def _same(told: Any, value: Any) -> bool:
    if isinstance(told, int | float) and not isinstance(told, bool) and isinstance(value, float):
        return abs(told - value) < 1e-6
    return bool(told == value)


def _fields(dataset: str, told: Row, row: Row) -> list[str]:
    """The cells to compare: all of the dataset's; ids that the file doesn't give are the importer's own."""
    left = {MADE.get(dataset, ""), "source_row"}
    left |= {f"{kind}_id" for kind in PERSONS if kind in told}
    left |= {kind for kind in PERSONS if kind not in told}
    left |= {"students": {"student_id"}, "providers": {"provider_id"}}.get(dataset, set())
    names = [name for name in (*row, *told) if name not in left or name in told]
    filled = [
        name
        for name in dict.fromkeys(names)
        if told.get(name, _unsaid(dataset, name)) is not None or row.get(name) is not None
    ]
    return [name for name in filled if name in told or row.get(name) != _unsaid(dataset, name)]


def _cell(found: Score, dataset: str, name: str, told: Any, row: Row, report: ImportReport) -> None:
    value = row.get(name)
    if _same(told, value):
        found.count(name, "right")
        return
    if _is_asked(dataset, name, row, report):
        found.count(name, "asked")
    else:
        found.count(name, "silent" if value is None else "wrong")
    found.faults.append(f"{dataset} row {row['source_row']:g}: {name} is {value!r}, not {told!r}")


def _is_asked(dataset: str, name: str, row: Row, report: ImportReport) -> bool:
    """Whether the report asks of this field of this row."""
    for sheet in (sheet for file in report.files for sheet in file.sheets if sheet.dataset == dataset):
        headings = {heading for heading, taken in sheet.mapping.items() if taken == name} | {name}
        if any(issue.row == row["source_row"] and issue.column in headings for issue in sheet.issues):
            return True
        if any(question.kind == "column" and question.value in headings for question in sheet.questions):
            return True
    return False


def _lost(found: Score, dataset: str, told: Row, report: ImportReport) -> None:
    sheets = [sheet for file in report.files for sheet in file.sheets]
    held = any(sheet.rejected + sheet.waiting for sheet in sheets if sheet.dataset == dataset)
    refused = any(file.refused for file in report.files) or any(sheet.refused for sheet in sheets)
    for name in (name for name, value in told.items() if value is not None):
        found.count(name, "asked" if held else "refused" if refused else "silent")
    found.faults.append(f"{dataset}: lost {_shown(told)}")


def _shown(row: Row) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if value is not None)


def _compare_held(found: Score, shape: Shape, trial: Trial) -> None:
    wanted = Counter(
        (dataset, outcome, row)
        for dataset, outcomes in shape.held.items()
        for outcome, rows in outcomes.items()
        for row in rows
    )
    held = Counter(trial.ask("select dataset, outcome, source_row from held_rows"))
    for dataset, outcome, row in (wanted - held).elements():
        found.unmet.append(f"{dataset} row {row} isn't {outcome}")
    for dataset, outcome, row in (held - wanted).elements():
        told = trial.ask(f"select problems_json from held_rows where source_row = {row} and dataset = '{dataset}'")
        found.unmet.append(f"{dataset} row {row} is {outcome}: {told[0][0]}")


def _compare_words(found: Score, shape: Shape, report: ImportReport) -> None:
    sheets = [sheet for file in report.files for sheet in file.sheets]
    values = {question.value for sheet in sheets for question in sheet.questions}
    found.unmet += [f"nobody asks about {value!r}" for value in shape.asked if value not in values]
    refusals = " ".join((*(file.refused for file in report.files), *(sheet.refused for sheet in sheets)))
    if shape.refused and shape.refused not in refusals:
        found.unmet.append(f"not refused for its {shape.refused}")


def main(wanted: list[str]) -> None:
    """Print the score of each shape (or of those named), and what is amiss."""
    store = open_store()
    scores = [score(shape, store) for shape in SHAPES if not wanted or shape.name in wanted]
    print(f"{'shape':<26}{'right':>7}{'wrong':>7}{'asked':>7}{'silent':>7}{'share':>8}")
    for one in scores:
        print(f"{one.shape:<26}{one.right:>7}{one.wrong:>7}{one.asked:>7}{one.silent:>7}{one.share:>8.1%}")
        for fault in (*one.faults, *one.unmet):
            print(f"    {fault}")
    sums = [sum(getattr(one, name) for one in scores) for name in ("right", "wrong", "asked", "silent", "cells")]
    share = sums[0] / sums[4] if sums[4] else 1.0
    print(f"{f'all {len(scores)}':<26}{sums[0]:>7}{sums[1]:>7}{sums[2]:>7}{sums[3]:>7}{share:>8.1%}")


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="tests.ingest_score")
    asked.add_argument("shapes", nargs="*", help="only these shapes")
    asked.add_argument("--composed", type=int, metavar="N", help="score N composed spreadsheets instead")
    asked.add_argument("--seed", type=int, default=1, help="the first one's number")
    asked.add_argument("--parts", choices=("all", "seen", "held"), default="all")
    asked.add_argument("--faults", type=int, default=0, metavar="N", help="print the faults of so many of them")
    return asked.parse_args()


if __name__ == "__main__":
    said = _arguments()
    if said.composed:
        from tests.shapes.composed.telling import tell

        tell(range(said.seed, said.seed + said.composed), said.parts, said.faults)
    else:
        main(said.shapes)
