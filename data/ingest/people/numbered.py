"""Ids of children that differ only in zeros before them, or in a .0 behind them, as spreadsheets take and add these.

``0012345`` in a csv is 12345 once a spreadsheet took it for a number, and ``12345.0`` once a program wrote that out. It is one
child unless a table has both forms, or they bear names without a word in common (decision 0213).
"""

from collections import defaultdict
from collections.abc import Iterable

import duckdb

from data.ingest.people.resemblance import words
from data.store.connect import DISTRICT

_NUMBER = r"^\d+(\.0+)?$"
_WHOLE = "regexp_replace(p.person_ref, '\\.0+$', '')"
_TOLD = (
    f"p.person_ref, {_WHOLE} as whole, ltrim({_WHOLE}, '0') as bare, p.is_mention, p.source_sheet, p.shape, "
    "concat_ws(' ', p.last_name, p.first_name, p.full_name) as called"
)
_IS_ID = f"p.person_kind = 'student' and regexp_matches(p.person_ref, '{_NUMBER}')"
_SEVERAL = "group by bare having min(person_ref) <> max(person_ref)"
"""SQL: numbers that are written in several forms; next to no file has any, so they are looked for before all else."""


def meant(cur: duckdb.DuckDBPyConnection, named: str | None = None, without: str = "") -> dict[str, str]:
    """Id as written in a file in force -> the form in which the ledger keeps the child, where that is another one.

    The form is a list's where one lists the child, and the one with the most zeros. ``named`` is the SQL of more persons, of a
    batch on its way in; ``without`` a batch as if it weren't there.
    """
    own = f"union all select {_TOLD}, '' as batch_id from {named} as p where {_IS_ID}" if named else ""
    told = (
        f"select {_TOLD}, p.batch_id from batch_people as p join batches as b on b.district = p.district and "
        f"b.batch_id = p.batch_id where p.district = '{DISTRICT}' and b.state = 'in_force' and b.batch_id <> $without "
        f"and {_IS_ID} {own}"
    )
    if not cur.execute(f"select 1 from ({told}) as t {_SEVERAL} limit 1", {"without": without}).fetchall():
        return {}
    found = cur.execute(
        f"with told as ({told}), several as (select bare from told {_SEVERAL}), "
        "apart as (select bare from told group by bare, batch_id, source_sheet, shape having count(distinct whole) > 1) "
        "select bare, person_ref, bool_and(is_mention), list(distinct called) from told where bare in (select bare from "
        "several) and bare not in (select bare from apart) group by bare, person_ref",
        {"without": without},
    ).fetchall()
    forms: dict[str, list[tuple[str, bool, list[str]]]] = defaultdict(list)
    for bare, ref, mentioned, called in found:
        forms[bare].append((ref, mentioned, called))
    meanings: dict[str, str] = {}
    for one in forms.values():
        if _one_child(called for _, _, called in one):
            kept = min(one, key=lambda form: (form[1], "." in form[0], -len(form[0]), form[0]))[0]
            meanings |= {ref: kept for ref, _, _ in one if ref != kept}
    return meanings


def _one_child(called: Iterable[list[str]]) -> bool:
    """Whether the names that the forms of an id bear have a word in common, each with each; a form without names fits all."""
    named = [{word for name in names for word in words(name)} for names in called]
    some = [one for one in named if one]
    return all(one & other for one in some for other in some)


def any_of(cur: duckdb.DuckDBPyConnection, batch_id: str) -> bool:
    """Whether an id is written in several forms in the files in force and one that was taken back."""
    found = cur.execute(
        f"select 1 from (select {_TOLD} from batch_people as p join batches as b on b.district = p.district and b.batch_id = "
        f"p.batch_id where p.district = ? and (b.state = 'in_force' or b.batch_id = ?) and {_IS_ID}) as t "
        f"{_SEVERAL} limit 1",
        [DISTRICT, batch_id],
    ).fetchall()
    return bool(found)


def in_words(ids: int) -> str:
    """What a preview says of so many ids that are written in another form than on file."""
    those = "1 id of a child differs" if ids == 1 else f"{ids:,} ids of children differ"
    return f"{those} from the one on file only in zeros before it or a .0 behind it: it is taken for the same child."


def changed(cur: duckdb.DuckDBPyConnection, batch_id: str) -> int:
    """Of how many ids of other files a batch changes whose they are."""
    moved = {ref for ref, _ in meant(cur).items() ^ meant(cur, without=batch_id).items()}
    if not moved:
        return 0
    row = cur.execute(
        "select count(distinct p.person_ref) from batch_people as p join batches as b on b.district = p.district and "
        "b.batch_id = p.batch_id where p.district = ? and b.state = 'in_force' and p.batch_id <> ? and "
        "p.person_kind = 'student' and list_contains(?, p.person_ref)",
        [DISTRICT, batch_id, sorted(moved)],
    ).fetchone()
    return int(row[0]) if row else 0
