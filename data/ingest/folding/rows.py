"""What a stored row is made of: its data columns, the hash of its content, the key of its group."""

import duckdb

from data.contracts import DATASETS

PEOPLE = "people"
_EXTRA = {"service_lines": ("amount_text", "is_usable", "assumed")}
_PEOPLE = (
    "person_kind", "person_id", "last_name", "first_name", "full_name", "birth_date", "school", "grade", "role",
)  # fmt: skip
OWN_ID = {"sessions": "session_id", "service_lines": "line_id", "goals": "goal_id", "awards": "award_id"}
"""The id that is derived where a file has none."""
PREFIX = {"sessions": "S-", "service_lines": "L-", "goals": "G-", "awards": "A-"}
DATE_OF = {"sessions": "session_date", "measurements": "measured_on", "calendar_days": "day"}
"""The day that a row of a dated dataset belongs to."""
_ID_KEY = {
    "sessions": ("'i'", "shape", "session_id"),
    "service_lines": ("'i'", "student_id", "line_id"),
    "goals": ("'i'", "student_id", "goal_id"),
    "awards": ("award_id",),
}
"""By what rows with an id are told; stored awards were always keyed by theirs alone."""
_NATURAL_KEY = {
    "sessions": (
        "shape", "student_id", "provider_id", "service", "kind", "session_date", "start_time",
    ),
    "goals": ("student_id", "lower(trim(regexp_replace(goal_text, '\\s+', ' ', 'g')))", "start_date"),
    "awards": ("student_id", "service", "awarded_on"),
    PEOPLE: ("person_kind", "person_id"),
}  # fmt: skip
KEEPS_WHAT_IT_LACKS = ("students", "providers", "schools")
"""Lists of persons and places: a field that a file doesn't have keeps the value that another file gave it."""
COUNTED = ("sessions", "service_lines")
"""Without ids, identical rows of one file are that many rows."""
SEVERAL = (*COUNTED, "measurements")
"""Rows of one natural key that differ are several rows."""
TOLD_AGAIN = ("sessions", "service_lines")
"""Rows that a newer file may tell under another key."""
KEY_LENGTH = 24
BOOKKEEPING = ("shape", "row_hash", "batch_id", "source_sheet", "source_row")


def lacking(dataset: str, given: set[str]) -> tuple[str, ...]:
    """Fields that a file doesn't have, of the lists that keep what a file lacks."""
    return tuple(one for one in columns(dataset) if one not in given) if dataset in KEEPS_WHAT_IT_LACKS else ()


def columns(dataset: str) -> tuple[str, ...]:
    """The columns of a dataset's table that a file fills, in order."""
    if dataset == PEOPLE:
        return _PEOPLE
    return (*(field.db_column for field in DATASETS[dataset].fields), *_EXTRA.get(dataset, ()))


_types: dict[str, dict[str, str]] = {}


def types(cur: duckdb.DuckDBPyConnection, dataset: str) -> dict[str, str]:
    """The SQL type of each data column, as the schema has it."""
    return {name: kind for name, kind in all_types(cur, dataset).items() if name in columns(dataset)}


def all_types(cur: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """The SQL type of each column of a table of the schema."""
    if table not in _types:
        found = cur.execute(f"select column_name, column_type from (describe {table})").fetchall()
        _types[table] = {str(name): str(kind) for name, kind in found}
    return _types[table]


def make(cur: duckdb.DuckDBPyConnection, name: str, columns: dict[str, str]) -> None:
    """Make a temp table of columns with their SQL types, empty: in a third of the time of a query for no rows."""
    listed = ", ".join(f"{column} {kind}" for column, kind in columns.items())
    cur.execute(f"create or replace temp table {name} ({listed})")


def digest(expressions: tuple[str, ...]) -> str:
    """SQL: a short text that stands for the values, null apart from empty."""
    parts = ", ".join(f"coalesce(cast({part} as varchar), chr(30))" for part in expressions)
    return f"left(md5(concat_ws(chr(31), {parts})), {KEY_LENGTH})"


def content(dataset: str) -> str:
    """SQL: the hash of what a row says; a derived id is not part of it (it must be null here)."""
    return digest(columns(dataset))


def stored_content(dataset: str, alias: str) -> str:
    """SQL: the same hash of a stored row: an id that was derived from its key is not part of it."""
    own = OWN_ID.get(dataset)
    blank = f"case when {alias}.{own} in ('', {derived_from_key(dataset, f'{alias}.row_key')}) then null else {alias}.{own} end"
    return digest(tuple(blank if column == own else f"{alias}.{column}" for column in columns(dataset)))


def group(dataset: str) -> str:
    """SQL: the key of the rows that are one and the same, or its several: by id where there is one (rules 4)."""
    if dataset not in _ID_KEY:
        return natural(dataset)
    with_id = digest(_ID_KEY[dataset])
    return f"case when {by_id(dataset)} then {with_id} else {natural(dataset)} end"


def natural(dataset: str, alias: str = "") -> str:
    """SQL: the key of the rows that are one and the same by what they say, whatever their ids; ``alias`` of a table."""
    named = _NATURAL_KEY.get(dataset) or tuple(
        DATASETS[dataset].field(name).db_column for name in DATASETS[dataset].natural_key
    )
    told = tuple(f"{alias}.{column}" for column in named) if alias else named
    return digest(("'n'", *told) if dataset in _ID_KEY else told)


def derived(dataset: str, row_key: str) -> str:
    """SQL: the row's own id, derived from its key where the file has none, so that it is the same next month."""
    return f"coalesce({OWN_ID[dataset]}, {derived_from_key(dataset, row_key)})"


def derived_from_key(dataset: str, row_key: str) -> str:
    """SQL: the id that a row without one takes from its key; null for a dataset whose rows need none."""
    several = f"replace(substr({row_key}, {KEY_LENGTH + 1}), '#', '-')"
    return f"'{PREFIX[dataset]}' || left({row_key}, 16) || {several}" if dataset in PREFIX else "null"


def slot(row_key: str) -> str:
    """SQL: the row's place among those of its group, from 1."""
    return f"cast(coalesce(nullif(substr({row_key}, {KEY_LENGTH + 2}), ''), '1') as integer)"


def by_id(dataset: str) -> str:
    """SQL: whether the file gave the row an id of its own."""
    return f"{OWN_ID[dataset]} is not null" if dataset in OWN_ID else "false"
