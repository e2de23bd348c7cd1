"""Every row of every sheet is a record, a header, or left out with its reason; a sheet that isn't loaded says why, and every
column that isn't surely read is asked about."""

from collections.abc import Iterator

import pytest

from data.ingest import opening, readers
from data.ingest.mapping.told import SURE
from data.ingest.model import Options, Sheet, Table
from data.ingest.opening import File, Opened
from data.ingest.tables import find
from data.store import Store, open_store
from tests.data.loading import LOADED, tried
from tests.data.sheets import reasons, records, sheet
from tests.quick import first
from tests.shapes import FURTHER, SHAPES, Shape
from tests.shapes.shape import drawn, text


@pytest.fixture(scope="module")
def empty() -> Iterator[Store]:
    store = open_store()
    yield store
    store.close()


def _untold(whole: Sheet, opened: list[Opened]) -> set[int]:
    """The rows of a sheet of which nothing is told."""
    told = {row for one in opened for row in _told(one.table)}
    return set(whole.row_numbers.to_pylist()) - told


def _told(table: Table) -> set[int]:
    header = {table.header_row} if table.header_row is not None else set()
    return {*table.row_numbers.to_pylist(), *(one.row for one in table.left_out), *header}


def _neither_sure_nor_asked(opened: Opened) -> set[str]:
    doubtful = {one.heading for one in opened.mapping.columns if one.field and one.confidence < SURE}
    return doubtful - {one.value for one in opened.mapping.questions}


@pytest.mark.parametrize(
    "shape",
    [pytest.param(one, id=one.name, marks=(pytest.mark.slow,) if one.name in FURTHER else ()) for one in SHAPES],
)
def test_of_each_shape(shape: Shape, empty: Store) -> None:
    with empty.cursor() as cur:
        parts = [one for one in opening.unpack([(shape.file, shape.data)]) if not isinstance(one, File)]
        for name, data in parts:
            file = opening.open_file(cur, name, data, Options(load_date=LOADED))
            assert all(one.mapping.dataset or one.mapping.reason for one in file.opened)
            assert not [heading for one in file.opened for heading in _neither_sure_nor_asked(one)]
            for whole in readers.read(name, data) if file.opened else []:
                own = [one for one in file.opened if one.table.sheet == whole.name]
                assert not any(one.mapping.dataset for one in own) or not _untold(whole, own), whole.name


def test_the_rows_of_a_card_are_parts_of_its_record() -> None:
    (table,) = find(sheet("""
Student:|Ada Lin|Student ID:|1
Goal:   |Cut    |Area:      |Fine motor
Now:    |20%    |Target:    |80%

Student:|Bo Oda |Student ID:|2
Goal:   |Jump   |Area:      |Gross motor
Now:    |10%    |Target:    |90%"""))  # fmt: skip
    # Two cards of three rows: the first row of each is the record's, the other two are parts of it, one row is blank.
    assert len(records(table)) == 2
    assert sorted(reasons(table).values()) == ["blank", *["part of a record"] * 4]


KEYS = {
    "headings of its own": "Code|Meaning\nP30|Present 30 minutes\nA|Student absent",
    "a title beside it": "Key:|P30|Present 30 minutes\n|A|Student absent",
    "a title above it": "Legend\nP30|Present 30 minutes\nA|Student absent",
    "no title": "P30|Present 30 minutes\nA|Student absent",
}


@pytest.mark.parametrize("key", first(2, list(KEYS.values())))
def test_a_key_below_the_records_is_read_and_no_record(empty: Store, key: str) -> None:
    log = f"""
Student ID|Service|Date|Code
1|OT|9/8/2025|P30
2|OT|9/8/2025|A

{key}
"""
    with tried(empty, "log.csv", text(drawn(log))) as trial:
        (told,) = trial.report.files[0].sheets
        assert (told.new, told.waiting, told.rejected, told.questions) == (2, 0, 0, [])
        assert told.left_out["note below the table"] >= 2
        rows = trial.rows("sessions", "student_id", "status", "reason", "minutes")
        assert [(*row[:3], row[3] and float(row[3])) for row in rows] == [
            ("1", "delivered", None, 30.0), ("2", "missed", "student_absent", None),
        ]  # fmt: skip


def test_a_key_below_a_grid_of_few_days_names_no_student(empty: Store) -> None:
    log = """
OT
Student|9/8/2025|9/9/2025
Lin, Ada|P|A

Legend
P|Present 30 min
A|Student absent
"""
    with tried(empty, "log.csv", text(drawn(log))) as trial:
        assert trial.ask("select count(distinct student_id), count(*) from sessions where known_to is null") == [(1, 2)]


def test_a_table_that_is_not_loaded_tells_how_many_rows_it_has(empty: Store) -> None:
    log = """
Student ID|Service|Date|Code
1|OT|9/8/2025|P

Student ID|Service|Date|Code
2|OT|9/8/2025|A

Code|Description
P|Present 30 min
A|Student absent
"""
    with tried(empty, "log.csv", text(drawn(log))) as trial:
        loaded, key = trial.report.files[0].sheets
        assert (loaded.new, key.left_out) == (2, {"blank": 1, "not read": 2})
        assert key.refused.endswith("it is a key to codes, by which the other tables are read.")
