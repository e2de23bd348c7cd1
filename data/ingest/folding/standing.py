"""The rows in force, as temp tables that batches are folded into: of some groups of an import, or of all at an undo.

``standing_<dataset>``: row_key, group_key, slot, the data columns, bookkeeping, batch_seq (and aside for sessions).
"""

import duckdb

from data.ingest.folding import rows
from data.store.connect import DISTRICT

_ASIDE = "sessions_aside"


def name(dataset: str) -> str:
    """The temp table of a dataset."""
    return f"standing_{dataset}"


def touched(dataset: str) -> str:
    """The temp table of the groups that were read; only these are compared when writing."""
    return f"touched_{dataset}"


def start(cur: duckdb.DuckDBPyConnection, dataset: str) -> None:
    """Make both tables, empty."""
    make(cur, name(dataset), dataset)
    cur.execute(f"create or replace temp table {touched(dataset)} (group_key varchar)")


def make(cur: duckdb.DuckDBPyConnection, table: str, dataset: str) -> None:
    """Make a temp table in the form of ``in_force``, empty."""
    kinds = rows.all_types(cur, dataset)
    key = {"row_key": "varchar", "group_key": "varchar", "slot": "integer"}
    data = {column: kinds[column] for column in rows.columns(dataset)}
    origin = {"shape": "varchar", "row_hash": "varchar", "batch_id": "varchar", "batch_seq": "bigint"}
    place = {column: kinds[column] for column in ("source_sheet", "source_row")}
    rows.make(cur, table, key | data | origin | place | {"aside": "varchar"})


def in_force(dataset: str, *, wide: bool = True) -> str:
    """SQL: the stored rows in force, in the form of the temp table; sessions set aside are among them.

    Not ``wide``: the data columns are null, which is enough to tell the same, changed and new rows.
    """
    given = "t.{0}" if wide else "null as {0}"
    data = ", ".join(given.format(column) for column in rows.columns(dataset))
    parts = [(dataset, "cast(null as varchar)")] + ([(_ASIDE, "t.aside")] if dataset == "sessions" else [])
    selects = [
        f"select t.row_key, left(t.row_key, {rows.KEY_LENGTH}) as group_key, {rows.slot('t.row_key')} as slot, {data}, "
        f"t.shape, t.row_hash, t.batch_id, b.batch_seq, t.source_sheet, t.source_row, {aside} as aside "
        f"from {table} as t join batches as b on b.district = t.district and b.batch_id = t.batch_id "
        f"where t.district = '{DISTRICT}' and t.known_to is null"
        for table, aside in parts
    ]
    return f"({' union all '.join(selects)})"


def read(cur: duckdb.DuckDBPyConnection, dataset: str, groups: str, *, wide: bool = True) -> None:
    """Read the groups that the query ``groups`` names and that weren't read before."""
    cur.execute(
        f"create or replace temp table asked as select distinct g.group_key from ({groups}) as g "
        f"anti join {touched(dataset)} as t on t.group_key = g.group_key"
    )
    cur.execute(f"insert into {touched(dataset)} select group_key from asked")
    cur.execute(
        f"insert into {name(dataset)} select r.* from {in_force(dataset, wide=wide)} as r semi join asked as a "
        "on a.group_key = r.group_key"
    )


def touch(cur: duckdb.DuckDBPyConnection, dataset: str, groups: str) -> None:
    """Count the groups as read: nothing is stored of them."""
    cur.execute(
        f"insert into {touched(dataset)} select distinct g.group_key from ({groups}) as g "
        f"anti join {touched(dataset)} as t on t.group_key = g.group_key"
    )


def any_row(cur: duckdb.DuckDBPyConnection, rows: str) -> bool:
    """Whether a table, or what stands behind ``from``, has a row: cheaper than a statement that finds nothing to do."""
    return bool(cur.execute(f"select 1 from {rows} limit 1").fetchall())


def write(cur: duckdb.DuckDBPyConnection, dataset: str, event: int) -> None:
    """Make the stored rows of the touched groups what the temp table says; unchanged rows are not written."""
    if dataset != "sessions":
        return _write(cur, dataset, dataset, event, "true", "")
    _write(cur, dataset, "sessions", event, "s.aside is null", "")
    _write(cur, dataset, _ASIDE, event, "s.aside is not null", "aside, ")


def _write(cur: duckdb.DuckDBPyConnection, dataset: str, table: str, event: int, shown: str, aside: str) -> None:
    same = " and ".join(
        f"s.{column} is not distinct from t.{column}"
        for column in ("row_key", *rows.BOOKKEEPING, *(["aside"] if aside else []))
    )
    cur.execute(
        f"update {table} as t set known_to = {event} where t.district = '{DISTRICT}' and t.known_to is null "
        f"and left(t.row_key, {rows.KEY_LENGTH}) in (select group_key from {touched(dataset)}) "
        f"and not exists (select 1 from {name(dataset)} as s where {shown} and {same})"
    )
    names = f"row_key, {', '.join(rows.columns(dataset))}, {aside}{', '.join(rows.BOOKKEEPING)}"
    order = rows.DATE_OF.get(dataset, "row_key")
    cur.execute(
        f"insert into {table} (district, {names}, known_from) select '{DISTRICT}', {names}, {event} "
        f"from {name(dataset)} as s where {shown} and not exists (select 1 from {table} as t "
        f"where t.district = '{DISTRICT}' and t.known_to is null and {same}) order by {order}"
    )
