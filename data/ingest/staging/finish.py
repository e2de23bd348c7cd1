"""The typed rows of a staging, once all that its steps noted is known."""

import pyarrow as pa

from data.ingest.model import Staged
from data.ingest.staging import cells, problems, telling
from data.ingest.staging.sql import SQL_TYPES, literal
from data.ingest.staging.work import Work, register


def finish(work: Work) -> Staged:
    """Make the rows and problems of a staging out of all that its steps noted."""
    _full(work)
    problems.find(work)
    rows = _rows(work)
    staged = Staged(
        work.dataset.name, work.mapping.shape, f"{work.name}_rows", f"{work.name}_problems", f"{work.name}_cells",
        work.rows.num_rows,
        questions=telling.questions(work), assumptions=telling.assumptions(work), columns=telling.columns(work),
        rows=rows, has_problems=work.has_problems,
    )  # fmt: skip
    work.cur.complete()
    for made in work.made:
        work.cur.unregister(made)
    work.cur.unregister(f"{work.name}_base")
    return staged


def _full(work: Work) -> None:
    for field in work.dataset.fields:
        work.fields.setdefault(field.db_column, "")
        if not work.fields[field.db_column]:
            work.fields[field.db_column] = plain_field(work, field.name) or ""
    work.level()
    work.show_full()


def plain_field(work: Work, name: str) -> str | None:
    """SQL over the full rows: a field as its columns have it, else as headings say; None where nothing says it."""
    field = work.known(name)
    value, said = work.value(name), work.says(name)
    if value is None and said is None:
        return None
    both = ", ".join(part for part in (value, literal(said) if said else None) if part)
    return f"cast(coalesce({both}) as {SQL_TYPES[field.type if field else 'text']})"


def _rows(work: Work) -> pa.Table:
    name = work.name
    fields = {column: sql for column, sql in work.fields.items() if sql}
    values = "".join(f", {sql} as {column}" for column, sql in fields.items())
    made = work.asked(
        f"select f.record_no, {literal(work.table.sheet)} as source_sheet, f.source_row, f.outcome{values} "
        f"from {name}_full as f"
    )
    register(work.cur, f"{name}_rows", made)
    written = work.rows.select(["record_no", *(f"c{place}" for place in work.kept)])
    register(work.cur, f"{name}_written", written)
    work.cur.execute(
        f"create temp view {name}_cells as select record_no, {cells.as_json(work.table, work.forbidden)} as cells_json "
        f"from {name}_written"
    )
    return made
