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
        questions=telling.questions(work), assumptions=list(dict.fromkeys(work.assumptions)),
        assumed=telling.assumed(work), columns=telling.columns(work),
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


_ARROW: dict[str, pa.DataType] = {
    "varchar": pa.string(), "date": pa.date32(), "time": pa.time64("us"), "double": pa.float64(), "boolean": pa.bool_(),
}  # fmt: skip
"""What SQL's types are in Arrow, of those that readers give."""


def _as_read(work: Work) -> dict[str, pa.ChunkedArray]:
    """The fields that are one column as it was read and nothing else: they need no SQL."""
    found = {}
    for field in work.dataset.fields:
        column, kind = work.value(field.name) or "", SQL_TYPES[field.type]
        is_plain = work.fields[field.db_column] == plain_field(work, field.name) and not work.says(field.name)
        if is_plain and column in work.rows.column_names and work.rows.column(column).type == _ARROW.get(kind):
            found[field.db_column] = work.rows.column(column)
    return found


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
    as_read, sheet = _as_read(work), pa.scalar(work.table.sheet, pa.string())
    asked = {column: sql for column, sql in work.fields.items() if sql and column not in as_read}
    values = ", ".join(f"{sql} as {column}" for column, sql in asked.items()) or "null as nothing"
    typed = work.by_row(values, "f", f"{name}_full as f")
    own = {column: work.rows.column(column) for column in ("record_no", "source_row", "outcome")}
    told = {"source_sheet": pa.repeat(sheet, work.rows.num_rows), **as_read}
    made = pa.table({**own, **told, **{column: typed.column(column) for column in asked}})
    register(work.cur, f"{name}_rows", made)
    _keep_cells(work)
    return made


def _keep_cells(work: Work) -> None:
    """Make the view of the cells as written, and of those that a row is held with: of columns that are not kept these have
    the words that were read, if any."""
    name, mapped = work.name, {place for place, _ in work.places()}
    heard = [one for one in work.headings if one.place not in mapped]
    told = cells.words_of_hidden(work.rows, work.table, work.forbidden, heard, work.hints)
    written = work.rows.select(["record_no", *(f"c{place}" for place in work.kept)])
    for place, texts in told.items():
        written = written.append_column(f"c{place}", texts)
    register(work.cur, f"{name}_written", written)
    shown = (cells.as_json(work.table, hidden) for hidden in (work.forbidden, work.forbidden - told.keys()))
    work.cur.execute(
        f"create temp view {name}_cells as select record_no, {next(shown)} as cells_json, {next(shown)} as held_json "
        f"from {name}_written"
    )
