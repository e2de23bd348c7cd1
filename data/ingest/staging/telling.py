"""What is told of a staged table: its questions, the defaults taken, and each heading with samples."""

from dataclasses import replace
from typing import Any

import pyarrow as pa

from data.ingest.model import Question
from data.ingest.staging.columns import distinct
from data.ingest.staging.work import Work

MOST_ASKED = 20
"""So many words are asked about that hold nothing."""
_NEVER_SHOWN = ("birth_date", "student_birth_date")


def questions(work: Work) -> list[Question]:
    """The questions, those that hold most records first, with the records that wait for each."""
    if not work.has_problems:
        return []
    found = work.cur.execute(
        f"select p.asked_kind, p.asked_value, count(distinct p.record_no) filter (where o.outcome = 'waiting' and "
        f"p.severity = 'wait'), bool_or(p.severity = 'ask'), arg_min(p.value, p.record_no) "
        f"from {work.name}_problems as p join {work.name}_full as o "
        f"on o.record_no = p.record_no where p.asked_kind is not null group by p.asked_kind, p.asked_value "
        f"order by 3 desc, min(p.record_no), p.asked_value"
    ).fetchall()
    asked: list[Question] = []
    idle: list[Question] = []
    for kind, value, rows, open_one, written in found:
        one = work.questions[kind, value]
        if written and written.casefold() == value:
            one = replace(one, value=written)
        if rows or open_one:
            (asked if rows else idle).append(replace(one, rows=int(rows)))
    if len(idle) > MOST_ASKED:
        work.assumptions.append(f"{len(idle) - MOST_ASKED} more words are not known and are kept as unknown.")
    return asked + idle[:MOST_ASKED]


def assumed(work: Work) -> dict[str, int]:
    """The defaults that were taken for some records: their sentences -> how many."""
    taken: dict[str, int] = {}
    for where, sentence in work.assumed_where:
        row = work.cur.execute(
            f"select count(*) from {work.name}_full as f where f.outcome in ('ok', 'waiting') and ({where})"
        ).fetchone()
        if row and row[0]:
            taken[sentence] = row[0]
    return taken


def columns(work: Work) -> list[dict[str, Any]]:
    """Per heading: heading, field, confidence, why, and three samples (none of birth dates or of what isn't kept)."""
    place_of = dict(work.places())
    told = []
    for place, heading in enumerate(work.table.headings):
        column = place_of.get(place)
        hidden = place in work.forbidden or (column is not None and column.field in _NEVER_SHOWN)
        unmapped = next((one for one in work.mapping.columns if one.heading == heading), None)
        shown = column or unmapped
        told.append(
            {
                "heading": heading,
                "field": column.field if column else None,
                "confidence": shown.confidence if shown else 0.0,
                "why": shown.why if shown else "",
                "samples": [] if hidden else samples(work.table.body.column(place)),
            }
        )
    return told


def samples(column: pa.ChunkedArray) -> list[str]:
    """The first three distinct texts of a column."""
    texts, _ = distinct(column.slice(0, 1000))
    return list(texts[:3])
