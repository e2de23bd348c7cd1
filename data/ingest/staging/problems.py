"""What is wrong with which record, and the one outcome of each record."""

import pyarrow as pa

from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work

MOST_LISTED = 20
"""So many records are listed for one text that holds nothing."""


def find(work: Work) -> None:
    """Make ``<name>_problems`` and ``<name>_outcomes`` out of the definitions and rules that the steps noted."""
    cur, name = work.cur, work.name
    cur.execute(
        f'create temp table {name}_problems (record_no bigint, "row" integer, "column" varchar, code varchar, '
        "value varchar, message varchar, severity varchar, asked_kind varchar, asked_value varchar)"
    )
    _from_texts(work)
    if work.has_doubts:
        _doubts(work)
    for rule in work.rules:
        _by_rule(work, rule)
    _missing(work)
    _outcomes(work)


def _doubts(work: Work) -> None:
    """The problems of combinations of cells; nothing is said of what a broken number already explains."""
    broken = ", ".join(literal(column) for column in work.untimed) or "null"
    work.cur.execute(
        f"insert into {work.name}_problems select record_no, source_row, doubt_column, doubt_code, doubt_value, "
        f"doubt_message, doubt_severity, doubt_kind, doubt_asked from {work.name}_full where doubt_code is not null "
        f"and not (doubt_code like 'no_%' and record_no in (select p.record_no from {work.name}_problems as p "
        f"where p.\"column\" in ({broken}) and p.severity = 'reject')) order by record_no"
    )


def _by_rule(work: Work, rule: Rule) -> None:
    kind, value = rule.question or (None, None)
    columns = ", ".join(literal(one) for one in rule.unless)
    told = f'and record_no not in (select p.record_no from {work.name}_problems as p where p."column" in ({columns}))'
    work.cur.execute(
        f"insert into {work.name}_problems select record_no, source_row, $column, $code, {rule.value}, $message, "
        f"$severity, $kind, $asked from {work.name}_full where ({rule.where}) {told if columns else ''} "
        "order by record_no",
        {
            "column": rule.column, "code": rule.code, "message": rule.message, "severity": rule.severity,
            "kind": kind, "asked": value,
        },
    )  # fmt: skip


def _from_texts(work: Work) -> None:
    if not work.definitions:
        return
    defined = work.definitions
    made = work.register(
        "defined",
        pa.table(
            {
                "place": pa.array([one.place for one in defined], pa.int32()),
                "key": pa.array([one.key for one in defined], pa.int32()),
                **{part: pa.array([getattr(one, part) for one in defined]) for part in ("code", "value", "message")},
                "severity": pa.array([one.severity for one in defined]),
                "asked_kind": pa.array([one.question[0] if one.question else None for one in defined], pa.string()),
                "asked_value": pa.array([one.question[1] if one.question else None for one in defined], pa.string()),
            }
        ),
    )
    for heading in work.headings:
        if any(one.place == heading.place for one in defined):
            told = [part for part in (work.value(heading.field), work.said(heading.field)) if part]
            untold = f"coalesce({', '.join(told)}, null) is null" if told and not work.holds(heading.field) else "true"
            work.cur.execute(
                f"insert into {work.name}_problems select f.record_no, f.source_row, $heading, d.code, d.value, "
                f"d.message, d.severity, d.asked_kind, d.asked_value from {work.name}_full as f join {made} as d "
                f"on d.place = {heading.place} and d.key = f.k{heading.place} "
                f"where {untold} qualify d.severity <> 'ask' or "
                f"row_number() over (partition by d.key order by f.record_no) <= {MOST_LISTED} order by f.record_no",
                {"heading": heading.heading},
            )


def _missing(work: Work) -> None:
    """Reject the records in which a field is blank that the dataset can't do without, unless a name stands for it."""
    for field in work.dataset.fields:
        if not field.required:
            continue
        value = work.fields.get(field.db_column) or "null"
        named = [work.fields[one] for one in _stands_for(field.name) if work.fields.get(one)]
        where = " and ".join(f"{part} is null" for part in (value, *named))
        work.cur.execute(
            f"insert into {work.name}_problems select record_no, source_row, $column, 'missing', null, $message, "
            f"'reject', null, null from {work.name}_full where {where} and record_no not in (select p.record_no from "
            f'{work.name}_problems as p where p."column" = $column) order by record_no',
            {"column": work.heading(field.name), "message": f"{field.doc} is missing; fill it in"},
        )


def _stands_for(name: str) -> tuple[str, ...]:
    if name == "student_id":
        return "student_last_name", "student_first_name", "last_name", "first_name"
    return ("provider_name_text", "provider_name") if name == "provider_id" else ()


def _outcomes(work: Work) -> None:
    blank = " and ".join(f"trim(coalesce(c{place}, '')) = ''" for place in work.kept)
    ignored = " or ".join(f"({where})" for where in (*work.ignored, blank or "false"))
    name = work.name
    work.cur.execute(
        f"create temp table {name}_outcomes as select f.record_no, case when coalesce({ignored}, false) then 'ignored' "
        f"when p.rejects > 0 then 'rejected' when p.waits > 0 then 'waiting' else 'ok' end as outcome "
        f"from {name}_full as f left join (select record_no, count(*) filter (where severity = 'reject') as rejects, "
        f"count(*) filter (where severity = 'wait') as waits from {name}_problems group by record_no) as p "
        f"on p.record_no = f.record_no"
    )
    work.made.append(f"{name}_outcomes")
    work.cur.execute(
        f"delete from {name}_problems where record_no in (select o.record_no from {name}_outcomes as o "
        "where o.outcome = 'ignored')"
    )
