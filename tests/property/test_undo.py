"""Any order of loads and undos leaves the tables that loading the remaining uploads in their order gives."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from data import history, intact
from data.contracts import DATASETS
from data.ingest import importer
from data.ingest.folding import rows
from data.ingest.folding.ends import ENDED, IN_FORCE
from data.ingest.model import Options
from data.store import Store, noting, open_store
from tests.property.patience import brief

DAY = date(2025, 11, 3)
ROSTER = "Student ID,Last Name,First Name,School\n"
LINES = "Student ID,Service,Frequency,Start Date,End Date\n"
BY_ID = "Log ID,Student ID,Service,Date,Minutes,Status\n"
PLAIN = "Student ID,Service,Session Date,Start Time,Mins,Outcome,Provider ID\n"
NAMED = "Student Name,Service,Service Date,Duration,Result\n"
FILES = (
    ROSTER + "1,Marlow,Tessa,Birch\n2,Quill,Omar,Birch\n",
    ROSTER + "1,Marlow,Tessa,Cedar\n3,Vance,Ida,Cedar\n",
    LINES + "1,OT,30 min Weekly,8/25/2025,6/5/2026\n2,OT,30 min Weekly,8/25/2025,6/5/2026\n",
    LINES + "1,OT,45 min Weekly,8/25/2025,6/5/2026\n",
    LINES
    + "1,OT,45 min Weekly,8/25/2025,6/5/2026\n2,OT,30 min Weekly,8/25/2025,6/5/2026\n2,PT,60 min Weekly,8/25/2025,\n",
    BY_ID + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,30,Completed\n",
    BY_ID + "a,1,OT,9/8/2025,45,Completed\nc,2,OT,9/9/2025,30,SA\n",
    PLAIN + "1,OT,9/8/2025,9:00 AM,30,Completed,T1\n1,OT,9/8/2025,9:00 AM,30,Completed,T1\n2,OT,9/9/2025,,30,SA,T1\n",
    PLAIN + "1,OT,9/8/2025,9:00 AM,30,SA,T1\n2,OT,9/9/2025,,20,SA,T1\n",
    "Student,Kind of Service,Day,Began,Minutes Given,What,Clinician ID\n1,OT,9/8/2025,9:00 AM,30,Completed,T1\n",
    NAMED + '"Marlow, Tessa",OT,9/8/2025,30,Completed\n"Marlow, Tesa",OT,9/9/2025,30,Completed\n',
    NAMED + '"Quill, Omar",OT,9/8/2025,30,Completed\n"Vance, Ida",OT,9/9/2025,30,ZQ\n',
)
Load = tuple[int, str, str]
"""(which file, merge or replace, what is said of lines that it lacks)"""
loads = st.tuples(
    st.integers(0, len(FILES) - 1), st.sampled_from(("merge", "merge", "merge", "replace")),
    st.sampled_from(("", ENDED, IN_FORCE)),
)  # fmt: skip
steps = st.lists(st.one_of(loads, loads, st.integers(0, 3)), min_size=3, max_size=6)


def load(store: Store, one: Load) -> str:
    """Load a file; the id of its batch, or of the one in force that says the same."""
    number, mode, ended = one
    codes = {"missing service lines": ended, "missing students": ended} if ended else {}
    options = Options(mode="replace" if mode == "replace" else "merge", codes=codes, load_date=DAY)
    (file,) = importer.run(store, [(f"file {number}.csv", FILES[number].encode())], options, commit=True).files
    assert file.batch_id, file.refused
    return file.batch_id


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row in force with its content and the file, sheet and row that it is from; no number of a batch."""
    found = {}
    with store.cursor() as cur:
        for table in (*DATASETS, rows.PEOPLE, "sessions_aside"):
            columns = rows.columns("sessions" if table == "sessions_aside" else table)
            data = ", ".join(f"t.{column}" for column in columns)
            found[table] = cur.execute(
                f"select t.row_key, {data}, t.shape, t.row_hash, b.file_name, t.source_sheet, t.source_row from {table} "
                f"as t join batches as b on b.district = t.district and b.batch_id = t.batch_id "
                f"where t.known_to is null order by t.row_key"
            ).fetchall()
    return found


@brief
@given(steps)
def test_loads_and_undos_in_any_order(plan: list[Load | int]) -> None:
    store, fresh = open_store(None), open_store(None)
    standing: dict[str, Load] = {}
    for step in plan:
        if not isinstance(step, int):
            batch = load(store, step)
            standing.setdefault(batch, step)
        elif standing:
            batch = list(standing)[step % len(standing)]
            history.undo(store, batch, "tester")
            del standing[batch]
        noting.keep_up(store)
    for one in standing.values():
        load(fresh, one)
    try:
        assert tables(store) == tables(fresh)
        with store.cursor() as cur:
            assert [told for told in intact.checks(cur) if not told[1]] == []
    finally:
        store.close()
        fresh.close()
