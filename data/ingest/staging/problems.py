"""What is wrong with which record, and the one outcome of each record."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts.datasets import Field
from data.ingest.staging.columns import Heading
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work

MOST_KEYS = 1_000
"""So many broken texts of a column are looked for before they are looked up."""
MOST_LISTED = 20
"""So many records are listed for one text that holds nothing."""


@dataclass(frozen=True)
class _Step:
    """A search for problems: worth its own query only where the condition holds for some record."""

    where: str
    add: Callable[[], object]


def find(work: Work) -> None:
    """Make ``<name>_problems`` out of the definitions and rules that the steps noted, if there is any, and give the rows
    an outcome."""
    steps = [_Step(_defined(work, heading), partial(_from_texts, work, heading)) for heading in _with_problems(work)]
    steps += [_Step("doubt_code is not null", partial(_doubts, work))] if work.has_doubts else []
    steps += [_Step(rule.where, partial(_by_rule, work, rule)) for rule in work.rules]
    steps += [
        _Step(_lacks(work, field), partial(_missing, work, field)) for field in work.dataset.fields if field.required
    ]
    ignored = [*work.ignored, _blank(work)]
    hits = _any(work, [*(step.where for step in steps), " or ".join(f"({where})" for where in ignored)])
    work.has_problems = any(hits[:-1])
    if work.has_problems:
        _start(work)
    for step, hit in zip(steps, hits, strict=False):
        if hit:
            step.add()
    _outcomes(work, " or ".join(f"({where})" for where in ignored) if hits[-1] else "", work.has_problems)


def _start(work: Work) -> None:
    work.cur.execute(
        f'create temp table {work.name}_problems (record_no bigint, "row" integer, "column" varchar, code varchar, '
        "value varchar, message varchar, severity varchar, asked_kind varchar, asked_value varchar)"
    )


def _any(work: Work, conditions: list[str]) -> list[bool]:
    """Whether each condition holds for some record, told in one pass over the rows."""
    listed = ", ".join(f"coalesce(bool_or({where}), false)" for where in conditions)
    return list(work.cur.execute(f"select {listed} from {work.name}_full").fetchone() or ())


def _with_problems(work: Work) -> list[Heading]:
    places = {one.place for one in work.definitions}
    return [heading for heading in work.headings if heading.place in places]


def _defined(work: Work, heading: Heading) -> str:
    keys = sorted({one.key for one in work.definitions if one.place == heading.place})
    return f"k{heading.place} in ({', '.join(map(str, keys))})" if len(keys) < MOST_KEYS else "true"


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


def _from_texts(work: Work, heading: Heading) -> None:
    """The problems of one column's texts; of those that hold nothing a few records each."""
    defined = [one for one in work.definitions if one.place == heading.place]
    parts = {part: [getattr(one, part) for one in defined] for part in ("code", "value", "message", "severity")}
    asked = [one.question or (None, None) for one in defined]
    made = work.register(
        f"defined{heading.place}",
        pa.table(
            {
                "key": pa.array([one.key for one in defined], pa.int32()),
                **{part: pa.array(told, pa.string()) for part, told in parts.items()},
                "asked_kind": pa.array([kind for kind, _ in asked], pa.string()),
                "asked_value": pa.array([value for _, value in asked], pa.string()),
            }
        ),
    )
    told = [part for part in (work.value(heading.field), work.said(heading.field)) if part]
    untold = f"coalesce({', '.join(told)}, null) is null" if told and not work.holds(heading.field) else "true"
    work.cur.execute(
        f"insert into {work.name}_problems select f.record_no, f.source_row, $heading, d.code, d.value, "
        f"d.message, d.severity, d.asked_kind, d.asked_value from {work.name}_full as f join {made} as d "
        f"on d.key = f.k{heading.place} where {untold} qualify d.severity <> 'ask' or "
        f"row_number() over (partition by d.key order by f.record_no) <= {MOST_LISTED} order by f.record_no",
        {"heading": heading.heading},
    )


def _lacks(work: Work, field: Field) -> str:
    """SQL: a field is blank that the dataset can't do without, and no name stands for it."""
    named = [work.fields[one] for one in _stands_for(field.name) if work.fields.get(one)]
    return " and ".join(f"{part} is null" for part in (work.fields.get(field.db_column) or "null", *named))


def _missing(work: Work, field: Field) -> None:
    """Reject the records that lack a required field, unless it is told already what is wrong with it."""
    work.cur.execute(
        f"insert into {work.name}_problems select record_no, source_row, $column, 'missing', null, $message, "
        f"'reject', null, null from {work.name}_full where {_lacks(work, field)} and record_no not in "
        f'(select p.record_no from {work.name}_problems as p where p."column" = $column) order by record_no',
        {"column": work.heading(field.name), "message": f"{field.doc} is missing; fill it in"},
    )


def _stands_for(name: str) -> tuple[str, ...]:
    if name == "student_id":
        return "student_last_name", "student_first_name", "last_name", "first_name"
    return {"provider_id": ("provider_name_text", "provider_name"), "assistant_id": ("assistant_name_text",)}.get(
        name, ()
    )


def _blank(work: Work) -> str:
    """SQL: nothing is in the record; false where some column has something in every row."""
    kept = [(place, work.rows.column(f"c{place}")) for place in work.kept]
    if any(
        not column.null_count and not pc.any(pc.equal(pc.utf8_trim_whitespace(column), "")).as_py()
        for _, column in kept
    ):
        return "false"
    return " and ".join(f"trim(coalesce(c{place}, '')) = ''" for place, _ in kept) or "false"


def _outcomes(work: Work, ignored: str, any_problem: bool) -> None:
    """Give each row its outcome; an ignored one has no problems."""
    name, cur = work.name, work.cur
    if not ignored and not any_problem:
        return work.show_outcomes(pa.repeat("ok", work.rows.num_rows))
    if not any_problem:
        outcome = f"case when coalesce({ignored}, false) then 'ignored' else 'ok' end as outcome"
        return work.show_outcomes(work.asked(f"select {outcome} from {name}_full as f order by f.record_no").column(0))
    work.show_outcomes(
        work.asked(
            f"select case when coalesce({ignored or 'false'}, false) then 'ignored' "
            f"when p.rejects > 0 then 'rejected' when p.waits > 0 then 'waiting' else 'ok' end as outcome "
            f"from {name}_full as f left join (select record_no, count(*) filter (where severity = 'reject') as rejects, "
            f"count(*) filter (where severity = 'wait') as waits from {name}_problems group by record_no) as p "
            f"on p.record_no = f.record_no order by f.record_no"
        ).column(0)
    )
    cur.execute(
        f"delete from {name}_problems where record_no in (select f.record_no from {name}_full as f "
        "where f.outcome = 'ignored')"
    )
