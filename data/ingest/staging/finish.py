"""The typed rows of a staging, once all that its steps noted is known."""

from data.ingest.model import Staged
from data.ingest.staging import cells, problems, telling
from data.ingest.staging.sql import SQL_TYPES, literal
from data.ingest.staging.work import Work


def finish(work: Work) -> Staged:
    """Make the rows and problems of a staging out of all that its steps noted."""
    _full(work)
    problems.find(work)
    _rows(work)
    staged = Staged(
        work.dataset.name, work.mapping.shape, f"{work.name}_rows", f"{work.name}_problems", _count(work),
        questions=telling.questions(work), assumptions=telling.assumptions(work), columns=telling.columns(work),
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
    work.cur.execute(f"drop table {work.name}_base")


def plain_field(work: Work, name: str) -> str | None:
    """SQL over the full rows: a field as its columns have it, else as headings say; None where nothing says it."""
    field = work.known(name)
    value, said = work.value(name), work.says(name)
    if value is None and said is None:
        return None
    both = ", ".join(part for part in (value, literal(said) if said else None) if part)
    return f"cast(coalesce({both}) as {SQL_TYPES[field.type if field else 'text']})"


def _rows(work: Work) -> None:
    name = work.name
    fields = {column: sql for column, sql in work.fields.items() if sql}
    written = "".join(f", f.c{place} as cell_{place}" for place in work.kept)
    values = "".join(f", {sql} as {column}" for column, sql in fields.items())
    work.cur.execute(
        f"create temp table {name}_typed as select f.record_no, {literal(work.table.sheet)} as source_sheet, "
        f"f.source_row, o.outcome{values}{written} from {name}_full as f "
        f"join {name}_outcomes as o on o.record_no = f.record_no order by f.record_no"
    )
    listed = "".join(f", {column}" for column in fields)
    work.cur.execute(
        f"create temp view {name}_rows as select record_no, source_sheet, source_row, outcome{listed}, "
        f"{cells.as_json(work.table, work.forbidden)} as cells_json from {name}_typed"
    )


def _count(work: Work) -> int:
    return int((work.cur.execute(f"select count(*) from {work.name}_full").fetchone() or (0,))[0])
