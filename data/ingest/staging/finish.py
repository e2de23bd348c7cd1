"""The full rows, their problems and outcomes, and what is told of the table."""

import re
from dataclasses import replace
from typing import Any

import pyarrow as pa

from data.contracts.synonyms import FORBIDDEN
from data.ingest.model import Question, Staged
from data.ingest.staging.columns import distinct
from data.ingest.staging.work import SQL_TYPES, Work, literal
from data.ingest.values.words import heading as words_of

MOST_ASKED = 20
"""So many records are listed for one text that holds nothing, and so many such texts of a column are asked about."""
_OTHERS = ("student_name", "last_name", "first_name", "student_last_name", "student_first_name")
_NUMBERS = re.compile(r"\d{3}-\d{2}-\d{4}")
_PRIVATE = re.compile(
    r"\bssn\b|\bsocial security\b|\bmedicaid\b|\bmedi cal\b|\bdiagnos\w+\b|\bicd\b|\bicd ?10|\bdisabil"
)
_PROSE = 40
"""A column that no field was found for and whose cells are so long on average holds notes."""


def finish(work: Work) -> Staged:
    """Make the rows and problems of a staging out of all that its steps noted."""
    _full(work)
    _problems(work)
    _rows(work)
    staged = Staged(
        work.dataset.name, work.mapping.shape, f"{work.name}_rows", f"{work.name}_problems", _count(work),
        questions=_questions(work), assumptions=_assumptions(work), columns=_columns(work),
    )  # fmt: skip
    for made in work.made:
        work.cur.execute(f"drop table if exists {made}")
    return staged


def _full(work: Work) -> None:
    for field in work.dataset.fields:
        work.fields.setdefault(field.db_column, "")
        if not work.fields[field.db_column]:
            work.fields[field.db_column] = plain_field(work, field.name) or ""
    extra = "".join(f", {sql} as {name}" for name, sql in work.extra.items())
    work.cur.execute(
        f"create temp table {work.name}_full as select b.*{extra} from {work.name}_base as b {' '.join(work.joins)} "
        "order by b.record_no"
    )
    work.made.append(f"{work.name}_full")


def plain_field(work: Work, name: str) -> str | None:
    """SQL over the full rows: a field as its columns have it, else as headings say; None where nothing says it."""
    field = work.known(name)
    value, said = work.value(name), work.says(name)
    if value is None and said is None:
        return None
    both = ", ".join(part for part in (value, literal(said) if said else None) if part)
    return f"cast(coalesce({both}) as {SQL_TYPES[field.type if field else 'text']})"


def _problems(work: Work) -> None:
    cur, name = work.cur, work.name
    cur.execute(
        f'create temp table {name}_problems (record_no bigint, "row" integer, "column" varchar, code varchar, '
        "value varchar, message varchar, severity varchar, asked_kind varchar, asked_value varchar)"
    )
    _from_texts(work)
    for rule in work.rules:
        kind, value = rule.question or (None, None)
        columns = ", ".join(literal(one) for one in rule.unless)
        told = (
            f'and record_no not in (select p.record_no from {name}_problems as p where p."column" in ({columns}))'
            if columns
            else ""
        )
        cur.execute(
            f"insert into {name}_problems select record_no, source_row, $column, $code, {rule.value}, $message, "
            f"$severity, $kind, $asked from {name}_full where ({rule.where}) {told} order by record_no",
            {
                "column": rule.column, "code": rule.code, "message": rule.message, "severity": rule.severity,
                "kind": kind, "asked": value,
            },
        )  # fmt: skip
    _missing(work)
    _outcomes(work)


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
            work.cur.execute(
                f"insert into {work.name}_problems select f.record_no, f.source_row, $heading, d.code, d.value, "
                f"d.message, d.severity, d.asked_kind, d.asked_value from {work.name}_full as f join {made} as d "
                f"on d.place = {heading.place} and d.key = f.k{heading.place} qualify d.severity <> 'ask' or "
                f"row_number() over (partition by d.key order by f.record_no) <= {MOST_ASKED} order by f.record_no",
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
    blank = " and ".join(f"trim(coalesce(c{place}, '')) = ''" for place in range(work.table.body.num_columns))
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


def _rows(work: Work) -> None:
    name = work.name
    fields = {column: sql for column, sql in work.fields.items() if sql}
    cells = ", ".join(f"f.c{place} as cell_{place}" for place in range(work.table.body.num_columns))
    values = "".join(f", {sql} as {column}" for column, sql in fields.items())
    work.cur.execute(
        f"create temp table {name}_typed as select f.record_no, {literal(work.table.sheet)} as source_sheet, "
        f"f.source_row, o.outcome{values}{', ' + cells if cells else ''} from {name}_full as f "
        f"join {name}_outcomes as o on o.record_no = f.record_no order by f.record_no"
    )
    listed = "".join(f", {column}" for column in fields)
    work.cur.execute(
        f"create temp view {name}_rows as select record_no, source_sheet, source_row, outcome{listed}, "
        f"{_cells(work)} as cells_json from {name}_typed"
    )


def _cells(work: Work) -> str:
    """SQL: the cells as written by heading; what must not be kept is blank."""
    forbidden, shown = _forbidden(work), _headings(work)
    pairs = (
        f"{literal(shown[place])}, " + ("''" if place in forbidden else f"cell_{place}") for place in range(len(shown))
    )
    return f"json_object({', '.join(pairs)})"


def _headings(work: Work) -> list[str]:
    """The headings, told apart where two are the same or one is empty."""
    shown: list[str] = []
    for place in range(work.table.body.num_columns):
        heading = work.table.headings[place].strip() or f"Column {place + 1}"
        again = next(n for n in range(1, 1000) if (heading if n == 1 else f"{heading} ({n})") not in shown)
        shown.append(heading if again == 1 else f"{heading} ({again})")
    return shown


def _forbidden(work: Work) -> set[int]:
    """Places of the columns whose cells are neither stored nor kept: numbers of persons, diagnoses, notes."""
    mapped = {heading.place for heading in work.headings}
    listed = {phrase for phrases in FORBIDDEN.values() for phrase in phrases}
    found = set()
    for place, heading in enumerate(work.table.headings):
        words = words_of(heading)
        private = _PRIVATE.search(words) is not None
        if private or (place not in mapped and (words in listed or _is_prose_or_number(work, place))):
            found.add(place)
    return found


def _is_prose_or_number(work: Work, place: int) -> bool:
    texts, _ = distinct(work.table.body.column(place))
    long = bool(texts) and sum(map(len, texts)) / len(texts) > _PROSE
    return long or any(_NUMBERS.search(text) for text in texts)


def _count(work: Work) -> int:
    return int((work.cur.execute(f"select count(*) from {work.name}_full").fetchone() or (0,))[0])


def _questions(work: Work) -> list[Question]:
    """The questions, those that hold most records first, with the records that wait for each."""
    found = work.cur.execute(
        f"select p.asked_kind, p.asked_value, count(distinct p.record_no) filter (where o.outcome = 'waiting' and "
        f"p.severity = 'wait'), bool_or(p.severity = 'ask'), arg_min(p.value, p.record_no) "
        f"from {work.name}_problems as p join {work.name}_outcomes as o on o.record_no = p.record_no where p.asked_kind is not null group by p.asked_kind, p.asked_value "
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


def _assumptions(work: Work) -> list[str]:
    said = list(work.assumptions)
    for where, sentence in work.assumed_where:
        row = work.cur.execute(
            f"select count(*) from {work.name}_full as f join {work.name}_outcomes as o on o.record_no = f.record_no "
            f"where o.outcome in ('ok', 'waiting') and ({where})"
        ).fetchone()
        if row and row[0]:
            said.append(sentence.format(n=row[0], rows="1 row" if row[0] == 1 else f"{row[0]} rows"))
    return list(dict.fromkeys(said))


def _columns(work: Work) -> list[dict[str, Any]]:
    """Per heading: heading, field, confidence, why, and three samples (none of persons' names or what isn't kept)."""
    forbidden, place_of = _forbidden(work), dict(work.places())
    told = []
    for place, heading in enumerate(work.table.headings):
        column = place_of.get(place)
        hidden = place in forbidden or (column is not None and column.field in _OTHERS)
        unmapped = next((one for one in work.mapping.columns if one.heading == heading), None)
        shown = column or unmapped
        told.append(
            {
                "heading": heading,
                "field": column.field if column else None,
                "confidence": shown.confidence if shown else 0.0,
                "why": shown.why if shown else "",
                "samples": [] if hidden else _samples(work, place),
            }
        )
    return told


def _samples(work: Work, place: int) -> list[str]:
    texts, _ = distinct(work.table.body.column(place).slice(0, 1000))
    return list(texts[:3])
