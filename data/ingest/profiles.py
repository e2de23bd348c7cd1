"""Answers remembered for a file's shape (its headings), so that next month asks nothing. They name no person."""

import json
from datetime import datetime
from functools import cached_property

import duckdb

from data.contracts import DATASETS
from data.ingest.folding.recounted import SAME_IDS
from data.ingest.model import Answers, Mapping, Options, Question, Staged
from data.ingest.staging import remarks
from data.ingest.staging.forms import NO_MONTH
from data.ingest.staging.people import TWO_FORMS
from data.ingest.staging.sessions import NO_AWARD
from data.ingest.tables.layouts import weeks
from data.ingest.tables.layouts.monthgrid import COLOURED
from data.store.connect import DISTRICT

CODE, COLUMN, WHICH, ORDER = "code", "column", "dataset", "date_order"


_CODES = frozenset(
    {code.casefold() for one in DATASETS.values() for field in one.fields for code in field.codes} | {"ignored"}
)
OF_FILE = "file "
OF_ONE_FILE = (NO_MONTH, NO_AWARD, SAME_IDS, TWO_FORMS)


def of_file(sha256: str) -> str:
    """The shape under which answers are kept that hold for one file only: of which year its days are."""
    return f"{OF_FILE}{sha256[:12]}"


class Recalled:
    """What was answered earlier, by the shape of the files: read once for all shapes of a file."""

    def __init__(self, cur: duckdb.DuckDBPyConnection) -> None:
        self.cur = cur

    def of(self, shape: str) -> Answers:
        """What was answered for files of this shape."""
        by_kind = self._all.get(shape, {})
        order = by_kind.get(ORDER, {}).get("")
        return Answers(
            dataset=by_kind.get(WHICH, {}).get(""),
            columns=by_kind.get(COLUMN, {}),
            codes=by_kind.get(CODE, {}),
            date_order="month_first" if order == "month_first" else "day_first" if order == "day_first" else None,
        )

    @cached_property
    def _all(self) -> dict[str, dict[str, dict[str, str]]]:
        """Shape -> kind of answer -> subject -> the latest answer."""
        found = self.cur.execute(
            "select shape, answer_kind, subject, answer from profiles where district = ? order by answered_at",
            [DISTRICT],
        ).fetchall()
        told: dict[str, dict[str, dict[str, str]]] = {}
        for shape, kind, subject, answer in found:
            told.setdefault(shape, {}).setdefault(kind, {})[subject] = answer
        return told


def together(recalled: Answers, said: Answers | None) -> Answers:
    """What is known of a shape: what was said just now stands over what was remembered."""
    if said is None:
        return recalled
    return Answers(
        dataset=said.dataset or recalled.dataset,
        columns=recalled.columns | said.columns,
        codes=recalled.codes | said.codes,
        date_order=said.date_order or recalled.date_order,
    )


def remember(
    cur: duckdb.DuckDBPyConnection,
    staged: Staged,
    mapping: Mapping,
    options: Options,
    now: datetime,
    persons: frozenset[str] = frozenset(),
) -> None:
    """Keep the answers of this import that concern the staged table: its codes, its headings, its dataset.

    ``persons`` are the names that were asked about: who they are is remembered with the people, never here.
    """
    headings = {column.heading for column in mapping.columns}
    said = options.answers.get(staged.shape, Answers())
    columns = options.map | said.columns
    codes = options.codes
    empty = {code for code, _ in not_understood(staged, codes | said.codes)}
    dataset = said.dataset or options.dataset
    answers = [(COLUMN, heading, field) for heading, field in columns.items() if heading in headings]
    answers += [
        (CODE, code, meaning)
        for code, meaning in codes.items()
        if code not in persons
        and code not in empty
        and not is_of_one_file(code)
        and (_is_subject(code) or _occurs(cur, staged, code))
    ]
    answers += [(WHICH, "", dataset)] if dataset == staged.dataset else []
    answers += [(ORDER, "", said.date_order)] if said.date_order else []
    keep(cur, staged.shape, staged.dataset, answers, now, options.loaded_by)


def not_understood(staged: Staged, codes: dict[str, str]) -> list[tuple[str, Question]]:
    """The codes whose answer says nothing that is known, with the questions that stay open: they are asked again."""
    asked = {one.value.casefold(): one for one in staged.questions if one.kind == CODE and one.rows}
    found = [(code, said, asked.get(code.strip().casefold())) for code, said in codes.items()]
    return [(code, one) for code, said, one in found if one and said not in one.choices and not _is_known(code, said)]


def _is_known(code: str, said: str) -> bool:
    """Whether an answer is a code of some field, with or without another behind it (missed:vacancy), of a word."""
    return not remarks.is_rule(code) and all(part.strip().casefold() in _CODES for part in said.split(":"))


def remember_of_file(
    cur: duckdb.DuckDBPyConnection, sha256: str, staged: Staged, options: Options, now: datetime
) -> None:
    """Keep the answers that hold for this very file: next month's file of the same shape asks anew."""
    codes = options.codes | options.answers.get(staged.shape, Answers()).codes
    own = [(CODE, code, said) for code, said in codes.items() if is_of_one_file(code)]
    keep(cur, of_file(sha256), staged.dataset, own, now, options.loaded_by)


def keep(
    cur: duckdb.DuckDBPyConnection,
    shape: str,
    dataset: str,
    answers: list[tuple[str, str, str]],
    now: datetime,
    who: str,
) -> None:
    """Store answers, given as (kind, subject, answer), over those that stand for the same question."""
    for kind, subject, answer in answers:
        cur.execute(
            "insert into profiles values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set "
            "answer = excluded.answer, answered_at = excluded.answered_at, answered_by = excluded.answered_by",
            [DISTRICT, shape, dataset, kind, subject, answer, now, who],
        )


def _is_subject(code: str) -> bool:
    """Whether the answer is about all rows of such files that say nothing: "(no service)", "(blank)".

    Which month a sheet without one is of holds for that file only, as do its award and the day on which its weeks begin.
    """
    return code.startswith("(") and code.endswith(")")


def is_of_one_file(code: str) -> bool:
    """Whether an answer holds for one file only: its month, award, weeks by number and colours."""
    return code in OF_ONE_FILE or weeks.is_numbered(code) or code.startswith(f"{COLOURED} ")


def _occurs(cur: duckdb.DuckDBPyConnection, staged: Staged, code: str) -> bool:
    """Whether cells hold the code; of words that gainsay one another (Present + absent, ill) each stands in one of its own."""
    return all(_is_in_a_cell(cur, staged, one) for one in code.split(" + "))


def _is_in_a_cell(cur: duckdb.DuckDBPyConnection, staged: Staged, code: str) -> bool:
    found = cur.execute(
        f"select count(*) from {staged.cells_view} where contains(lower(cast(cells_json as varchar)), ?)",
        [json.dumps(code.lower(), ensure_ascii=False)[1:-1]],
    ).fetchone()
    return bool(found and found[0])
