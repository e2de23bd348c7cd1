"""Answers remembered for a file's shape (its headings), so that next month asks nothing."""

import json
from datetime import datetime

import duckdb

from data.ingest.model import Answers, Mapping, Options, Staged
from data.store.connect import DISTRICT

CODE, COLUMN, WHICH, ORDER = "code", "column", "dataset", "date_order"


def recall(cur: duckdb.DuckDBPyConnection, shape: str) -> Answers:
    """What was answered for files of this shape."""
    found = cur.execute(
        "select answer_kind, subject, answer from profiles where district = ? and shape = ? order by answered_at",
        [DISTRICT, shape],
    ).fetchall()
    by_kind: dict[str, dict[str, str]] = {CODE: {}, COLUMN: {}, WHICH: {}, ORDER: {}}
    for kind, subject, answer in found:
        by_kind.setdefault(kind, {})[subject] = answer
    order = by_kind[ORDER].get("")
    return Answers(
        dataset=by_kind[WHICH].get(""),
        columns=by_kind[COLUMN],
        codes=by_kind[CODE],
        date_order="month_first" if order == "month_first" else "day_first" if order == "day_first" else None,
    )


def remember(cur: duckdb.DuckDBPyConnection, staged: Staged, mapping: Mapping, options: Options, now: datetime) -> None:
    """Keep the answers of this import that concern the staged table: its codes, its headings, its dataset."""
    headings = {column.heading for column in mapping.columns}
    answers = [(COLUMN, heading, field) for heading, field in options.map.items() if heading in headings]
    answers += [(CODE, code, meaning) for code, meaning in options.codes.items() if _occurs(cur, staged, code)]
    answers += [(WHICH, "", options.dataset)] if options.dataset == staged.dataset else []
    for kind, subject, answer in answers:
        cur.execute(
            "insert into profiles values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set "
            "answer = excluded.answer, answered_at = excluded.answered_at, answered_by = excluded.answered_by",
            [DISTRICT, staged.shape, staged.dataset, kind, subject, answer, now, options.loaded_by],
        )


def _occurs(cur: duckdb.DuckDBPyConnection, staged: Staged, code: str) -> bool:
    found = cur.execute(
        f"select count(*) from {staged.cells_view} where contains(lower(cast(cells_json as varchar)), ?)",
        [json.dumps(code.lower(), ensure_ascii=False)[1:-1]],
    ).fetchone()
    return bool(found and found[0])
