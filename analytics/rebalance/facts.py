"""The problem as the ledger knows it on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.rebalance.problem import Case, Half, Line, Problem, Rules, Therapist
from analytics.scope import ALL, Scope

SPECIAL_CLASS = "other"
"""The setting of a special class, which is a programme of its own."""


def problem(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, rules: Rules, **asked: Any) -> Problem:
    """Therapists, cases and schools as of a day; ``rules`` with the district's own workload figures put in.

    ``asked``: known, policies. Lines without a school can't be shared out and stay where they are: they count at a
    school called "".
    """
    values = figures.parameters(cur, scope, as_of, ALL, **asked)
    lines, staff, halves, schools = (
        sqlfiles.frame(cur, f"rebalance/{name}", values) for name in ("lines", "therapists", "site_days", "schools")
    )
    return Problem(
        as_of,
        {one.provider_id: one for one in _therapists(staff, halves)},
        tuple(_cases(lines)),
        zones={row.school: _text(row.zone) for row in _records(schools)},
        school_names=dict(zip(schools["school"], schools["school_name"], strict=True)),
        rules=_with_workload(rules, values),
    )


def _with_workload(rules: Rules, values: dict[str, Any]) -> Rules:
    weeks = values["work_weeks"]
    return replace(
        rules,
        ceiling=values["overloaded_above"],
        travel_minutes=values["travel_minutes"],
        evaluation_minutes=values["evaluations_per_student"] * values["evaluation_minutes"] / weeks,
        meeting_minutes=values["meetings_per_student"] * values["meeting_minutes"] / weeks,
        fte_minutes=values["contract_minutes_per_fte"] - values["planning_minutes_per_fte"],
    )


def _therapists(staff: pd.DataFrame, halves: pd.DataFrame) -> Iterable[Therapist]:
    days: dict[str, list[tuple[str, Half]]] = {}
    for row in _records(halves):
        days.setdefault(str(row.provider_id), []).append((str(row.school), (str(row.weekday), str(row.half_day))))
    for row in _records(staff):
        name = str(row.provider_id)
        yield Therapist(
            name, str(row.provider_name), _text(row.role), _number(row.fte), _number(row.capacity_minutes),
            float(row.travel_minutes), float(row.supervision_minutes), _number(row.group_size),
            _text(row.supervisor_id), float(row.other_duties_minutes), bool(row.is_present), tuple(days.get(name, ())),
        )  # fmt: skip


def _cases(lines: pd.DataFrame) -> Iterable[Case]:
    lines = lines.assign(school=lines["school"].fillna(""))
    special = lines[lines["setting"] == SPECIAL_CLASS]
    in_class = set(zip(special["student_id"], special["service"], strict=True))
    keys = ["student_id", "service", "school", "provider_id", "record_id"]
    for key, rows in lines.groupby(keys, dropna=False, sort=True):
        student, service, school, provider, record = key
        programme = "special class" if (student, service) in in_class else ""
        made = tuple(
            Line(int(row.line_no), str(row.line_id), float(row.individual_minutes), float(row.grouped_minutes),
                 float(row.indirect_minutes), float(row.documentation_minutes))
            for row in _records(rows)
        )  # fmt: skip
        yield Case(str(student), str(service), str(school), programme, _text(provider), _text(record), made)


def _records(frame: pd.DataFrame) -> Iterable[Any]:
    return frame.itertuples(index=False)


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, str) and value else None


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
