"""What one batch says, row by row, before it meets what is stored: from staged tables, or again from what was kept.

``asserted_<dataset>``: rec (the record's number in the batch), source_sheet, source_row, shape, the data columns (a
person without an id is a text beginning with ~). Its content, hashed, is what ``batch_rows`` keeps of a row.
"""

from collections.abc import Collection

import duckdb
import pyarrow as pa

from data.ingest import ours
from data.ingest.folding import rows
from data.ingest.model import Staged
from data.store.connect import DISTRICT

SHEET_STEP = 1 << 32
"""Records of the file's second table begin here."""
REF = "~"
NOBODY = "null"
"""SQL: what stands for a person of whom rows give no name."""
_STUDENT_NAMES = {
    "last_name": "student_last_name", "first_name": "student_first_name", "birth_date": "student_birth_date",
    "school": "student_school", "grade": "student_grade",
}  # fmt: skip
_OF_A_ROW = {
    "sessions": "session_date, service, kind, setting, status, start_time",
    "service_lines": "service, kind, setting, line_grouping, esy, cycle, start_date",
}  # fmt: skip
"""What tells the records of one row of a file apart."""
_NEVER_NULL = {"is_usable": "true", "esy": "false", "plan_type": "'IEP'"}
_PERSON_FIELDS = ("last_name", "first_name", "full_name", "birth_date", "school", "grade", "role")


def name(dataset: str) -> str:
    """The temp table of a dataset."""
    return f"asserted_{dataset}"


def has(cur: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """The columns of a table with their types."""
    found = cur.execute(f"select column_name, column_type from (describe {table})").fetchall()
    return {str(column): str(kind) for column, kind in found}


def start_people(cur: duckdb.DuckDBPyConnection) -> None:
    """Make the table of the persons that the batch names, empty."""
    rows.make(cur, "named", rows.all_types(cur, "batch_people"))


def gather(cur: duckdb.DuckDBPyConnection, dataset: str, staged: list[tuple[int, Staged]], batch_id: str) -> None:
    """The fit rows of a file's staged tables of one dataset, and the persons that they name (into ``named``)."""
    columns = {sheet: frozenset(one.rows.column_names) for sheet, one in staged}
    query = " union all ".join(_rows(cur, one, sheet, columns[sheet]) for sheet, one in staged)
    if (
        dataset in _OF_A_ROW
        and any(rows.OWN_ID[dataset] in given for given in columns.values())
        and _share_rows(staged)
    ):
        query = _told_apart(dataset, query)
    elif dataset == "service_lines" and any(rows.OWN_ID[dataset] in given for given in columns.values()):
        query = _by_period(query)
    cur.execute(f"create or replace temp view {name(dataset)} as {query}")
    for sheet, one in staged:
        for column, kind, fields in _persons(one.dataset, columns[sheet]):
            if column in columns[sheet] or _ref(fields) != NOBODY:
                id_text = f"cast({column} as varchar)" if column in columns[sheet] else "cast(null as varchar)"
                _name(cur, one, sheet, batch_id, id_text, kind, fields)


def _share_rows(staged: list[tuple[int, Staged]]) -> bool:
    """Whether a row of the file gives several records, within one staged table or in several of one sheet."""
    seen = pa.concat_tables(one.rows.select(["source_sheet", "source_row"]) for _, one in staged)
    return seen.group_by(["source_sheet", "source_row"]).aggregate([]).num_rows < seen.num_rows


def _told_apart(dataset: str, query: str) -> str:
    """SQL: the rows of a query, where several of one row of the file (push-in and pull-out minutes beside each other) have
    that row's id only the first, the others with their number behind (decision 0495); alike ones stay alike."""
    own, row = rows.OWN_ID[dataset], f"source_sheet, source_row, student_id, {rows.OWN_ID[dataset]}"
    place = f"dense_rank() over (partition by {row} order by {_OF_A_ROW[dataset]})"
    numbered = f"case when place > 1 then {own} || ' (' || place || ')' else {own} end"
    return f"select q.* exclude (place) replace ({numbered} as {own}) from (select *, {place} as place from ({query})) as q"


def _by_period(query: str) -> str:
    """SQL: the lines of a query, where several rows of one id, student and service follow one another, each over before the
    next begins, have that id only the first, the others with their number behind (decision 0505); all others wait."""
    before = "lag({}) over one_after_another"
    same = " and ".join(
        f"{before.format(column)} is not distinct from {column}" for column in ("student_id", "service")
    )
    follows = f"place = 1 or ({same} and coalesce({before.format('end_date')} < start_date, false))"
    numbered = "case when place > 1 and are_periods then line_id || ' (' || place || ')' else line_id end"
    window = (
        "window one_after_another as (partition by student_id, line_id order by start_date, source_sheet, source_row)"
    )
    placed = f"select *, row_number() over one_after_another as place from ({query}) {window}"
    told = f"select *, ({follows}) as follows from ({placed}) {window}"
    judged = f"select *, bool_and(follows) over (partition by student_id, line_id) as are_periods from ({told})"
    return f"select q.* exclude (place, follows, are_periods) replace ({numbered} as line_id) from ({judged}) as q"


def _rows(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, given: Collection[str]) -> str:
    data = {column: _value(column, kind, given) for column, kind in rows.types(cur, staged.dataset).items()}
    for column, _, fields in _persons(staged.dataset, given):
        data[column] = f"coalesce({data[column]}, {_ref(fields)})"
    known = _exported(cur, staged, sheet, given)
    own = rows.OWN_ID.get(staged.dataset)
    if known and staged.dataset == "service_lines":
        data |= {column: f"coalesce(x.stored_{column}, {data[column]})" for column in ours.UNSEEN}
    if known:
        data[str(own)] = f"case when x.n is null then cast({own} as varchar) else x.own_id end"
    values = ", ".join(f"{value} as {column}" for column, value in data.items())
    shape = f"coalesce(x.stored_shape, {quoted(staged.shape)})" if known else quoted(staged.shape)
    return (
        f"select {sheet * SHEET_STEP} + record_no as rec, source_sheet, source_row, {shape} as shape, "
        f"{values} from {staged.rows_table} as r {f'left join {known} as x on x.n = r.record_no' if known else ''} "
        f"where {fit(staged, sheet)}"
    )


def _exported(cur: duckdb.DuckDBPyConnection, staged: Staged, sheet: int, given: Collection[str]) -> str | None:
    """The table of the stored rows that a table of the product's own export shows; None for other tables."""
    headings = [str(column["heading"]) for column in staged.columns]
    if staged.dataset not in rows.OWN_ID or not ours.is_export(headings) or rows.OWN_ID[staged.dataset] not in given:
        return None
    name = f"exported_{sheet}"
    return name if ours.known_rows(cur, staged.dataset, staged, name) else None


def fit(staged: Staged, sheet: int) -> str:
    """SQL: whether a staged row may go in: staging and the later checks let it."""
    judged = f" and record_no not in (select v.record_no from verdicts as v where v.sheet_no = {sheet})"
    return f"outcome = 'ok'{judged if staged.is_judged else ''}"


def quoted(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _value(column: str, kind: str, given: Collection[str]) -> str:
    default = "''" if column == "school" and "is_instructional" in given else _NEVER_NULL.get(column)
    value = f"cast({column} as {kind})" if column in given else f"cast(null as {kind})"
    value = _school_year(value) if column == "school_year" else value
    return f"coalesce({value}, {default})" if default else value


def _school_year(value: str) -> str:
    first = "extract(year from start_date - interval 6 month)"
    return f"coalesce({value}, cast({first} as varchar) || '-' || right(cast({first} + 1 as varchar), 2))"


def _persons(dataset: str, given: Collection[str]) -> list[tuple[str, str, dict[str, str]]]:
    """(id column, person kind, name fields) of the persons that a dataset's rows name."""
    found: list[tuple[str, str, dict[str, str]]] = []
    if dataset == "students":
        found.append(("student_id", "student", {field: field for field in _STUDENT_NAMES if field in given}))
    elif "student_id" in rows.columns(dataset):
        fields = {field: column for field, column in _STUDENT_NAMES.items() if column in given}
        fields |= {"seen_at": "school"} if "school" in given and "school" not in fields else {}
        found.append(("student_id", "student", fields))
    if dataset == "providers":
        fields = {"full_name": "provider_name", "role": "role"}
        found.append(("provider_id", "provider", {f: c for f, c in fields.items() if c in given}))
    elif dataset in ("sessions", "service_lines", "site_days", "supervision"):
        fields = {"full_name": "provider_name_text", "role": "provider_role_text"}
        found.append(("provider_id", "provider", {f: c for f, c in fields.items() if c in given}))
    for dataset_of, column, named in (
        ("service_lines", "otr_of_record_id", "otr_name_text"), ("supervision", "assistant_id", "assistant_name_text"),
    ):  # fmt: skip
        if dataset == dataset_of:
            found.append((column, "provider", {"full_name": named} if named in given else {}))
    return found


def _ref(fields: dict[str, str]) -> str:
    """SQL: the text that stands for a person of whom a row gives only the name; null where it gives none."""
    named = [fields[field] for field in ("last_name", "first_name", "full_name") if field in fields]
    if not named:
        return NOBODY
    told = [fields[field] for field in ("birth_date", "school", "seen_at") if field in fields]
    parts = tuple(f"lower(trim(cast({column} as varchar)))" for column in (*named, *told))
    return f"case when coalesce({', '.join(named)}) is not null then '{REF}' || {rows.digest(parts)} end"


def _name(
    cur: duckdb.DuckDBPyConnection,
    staged: Staged,
    sheet: int,
    batch_id: str,
    id_text: str,
    kind: str,
    fields: dict[str, str],
) -> None:
    """Note each person once; of several spellings of one id's fields the first that says something."""
    person = f"coalesce({id_text}, {_ref(fields)})"
    values = ", ".join(_first(field, fields) for field in _PERSON_FIELDS)
    mention = "false" if staged.dataset in ("students", "providers") else "true"
    cur.execute(
        f"insert into named select '{DISTRICT}', $batch, '{kind}', {person} as person_ref, {values}, {mention}, "
        f"$shape, "
        f"$sheet, min(source_row), {_first('seen_at', fields)}, false from {staged.rows_table} "
        f"where {fit(staged, sheet)} and {person} is not null group by person_ref order by person_ref",
        {"batch": batch_id, "shape": staged.shape, "sheet": _sheet_of(staged)},
    )


def _sheet_of(staged: Staged) -> str | None:
    """The sheet that a staged table's rows are of, all of them; null where it has none."""
    sheets = staged.rows.column("source_sheet")
    return sheets[0].as_py() if len(sheets) else None


def _first(field: str, fields: dict[str, str]) -> str:
    """SQL: the first value that says something of a field of a person; null where the table has no column of it."""
    kind = "date" if field == "birth_date" else "varchar"
    if field not in fields:
        return f"cast(null as {kind})"
    column = fields[field]
    return f"arg_min(cast({column} as {kind}), record_no) filter (where {column} is not null)"


def again(cur: duckdb.DuckDBPyConnection, dataset: str, batch_id: str, scope: str | None) -> int:
    """The rows of an earlier batch, as its file gave them; ``scope`` names a table of group keys, None is all.

    Returns how many there are.
    """
    within = f"and left(b.row_key, {rows.KEY_LENGTH}) in (select group_key from {scope})" if scope else ""
    data = ", ".join(f"c.{column}" for column in rows.columns(dataset))
    cur.execute(
        f"create or replace temp table {name(dataset)}_ as select b.record_no as rec, b.source_sheet, b.source_row, "
        f"b.shape, {data} from batch_rows as b join contents_{dataset} as c on c.row_hash = b.row_hash "
        f"where b.district = '{DISTRICT}' and b.batch_id = $batch and b.dataset = '{dataset}' and b.action <> 'remove' "
        f"{within} order by b.record_no",
        {"batch": batch_id},
    )
    cur.execute(f"create or replace temp view {name(dataset)} as select * from {name(dataset)}_")
    return int((cur.execute(f"select count(*) from {name(dataset)}").fetchone() or (0,))[0])


def keep_contents(cur: duckdb.DuckDBPyConnection, dataset: str, scope: str | None) -> None:
    """``contents_<dataset>``: every content that a batch ever gave, once, by its hash; derived ids are null again."""
    own = rows.OWN_ID.get(dataset)
    blank = f"case when t.{own} in ('', {rows.derived_from_key(dataset, 't.row_key')}) then null else t.{own} end"
    data = ", ".join(f"{blank} as {column}" if column == own else f"t.{column}" for column in rows.columns(dataset))
    tables = [dataset] + (["sessions_aside"] if dataset == "sessions" else [])
    within = f"where t.row_hash in (select row_hash from {scope})" if scope else ""
    parts = " union all ".join(f"select t.row_hash, {data} from {table} as t {within}" for table in tables)
    cur.execute(
        f"create or replace temp table contents_{dataset} as select * from ({parts}) as c "
        "qualify row_number() over (partition by c.row_hash) = 1"
    )


def keep_hidden(cur: duckdb.DuckDBPyConnection, dataset: str, batch_id: str, event: int) -> None:
    """Store the contents of this batch that no stored version has, as versions that were never in force; call it where
    some row is not in force as the batch asserts it."""
    hidden = f"from placed_{dataset} as p where p.row_hash <> p.asserted_hash or p.action not in ('new', 'changed', 'unchanged')"
    cur.execute(
        f"create or replace temp table hidden as select min(p.rec) as rec, p.asserted_hash {hidden} group by p.asserted_hash"
    )
    stored = f"select row_hash from {dataset}" + (
        " union all select row_hash from sessions_aside" if dataset == "sessions" else ""
    )
    own = rows.OWN_ID.get(dataset)
    data = ", ".join(f"coalesce(a.{c}, '') as {c}" if c == own else f"a.{c}" for c in rows.columns(dataset))
    cur.execute(
        f"insert into {dataset} (district, row_key, {', '.join(rows.columns(dataset))}, {', '.join(rows.BOOKKEEPING)}, "
        f"known_from, known_to) select '{DISTRICT}', 'h:' || h.asserted_hash, {data}, a.shape, h.asserted_hash, $batch, "
        f"a.source_sheet, a.source_row, {event}, {event} from {name(dataset)} as a join hidden as h on h.rec = a.rec "
        f"where h.asserted_hash not in ({stored})",
        {"batch": batch_id},
    )
