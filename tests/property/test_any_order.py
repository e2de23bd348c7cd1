"""Whichever file is loaded first, the same rows are in force, of the same people, and the same is asked."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import answering, rejected
from data.ingest import importer
from data.ingest.model import Options
from data.store import open_store
from data.store.connect import DISTRICT
from tests.property.patience import examples

FILES = {
    "roster.csv": "Student ID,Last Name,First Name,Birth Date,School,other_ids\n"
    "101,Marlow,Tessa,3/4/2016,Birch,billing=B7\n102,Quill,Omar,5/6/2015,Birch,\n103,Quill,Omar,7/8/2014,Cedar,\n",
    "staff.csv": "Staff ID,Staff Name,Role,FTE\nT1,Dell Cy,OTR,1\nRP,Pell Rosa,OTR,1\n",
    "lines.csv": 'Student Name,School,Service,Frequency,Start Date,Provider\n"Marlow, Tessa",Birch,OT,30 min Weekly,'
    '8/25/2025,Cy Dell\n"Quill, Omar",Cedar,OT,60 min Weekly,8/25/2025,Rosa Pell\n',
    "september.csv": "Student Name,Service,Service Date,Duration,Result,Therapist\nTessa Marlow,OT,9/8/2025,30,Completed,"
    "Cy Dell\nTesa Marlow,OT,9/9/2025,30,Completed,RP\nOmar Quill,OT,9/10/2025,30,Completed,RP\n"
    "Ida Vance,OT,9/10/2025,30,Student Absent,RP\n",
    "billing.csv": "Client ID,Service,Date,Minutes\nB7,OT,10/6/2025,30\n102,OT,10/7/2025,30\n",
}


@cache
def state(order: tuple[str, ...]) -> dict[str, Any]:
    """What is in force, held and asked after the files were loaded in that order."""
    store = open_store(None)
    for name in order:
        importer.run(store, [(name, FILES[name].encode())], Options(load_date=date(2025, 11, 3)), commit=True)
    with store.cursor() as cur:
        made = {
            "sessions": cur.execute(
                "select session_id, student_id, provider_id, session_date, minutes, status from sessions "
                "where known_to is null order by all"
            ).fetchall(),
            "lines": cur.execute(
                "select line_id, student_id, provider_id, amount_minutes from service_lines where known_to is null "
                "order by all"
            ).fetchall(),
            "held": sorted(
                (one.source_sheet, one.source_row, [told["code"] for told in one.problems])
                for one in rejected.held(cur, DISTRICT)
            ),
            "asked": sorted(
                (one.file_name, one.question.value, one.question.rows) for one in answering.open_questions(cur)
            ),
        }
    store.close()
    return made


@pytest.mark.slow
@examples(2)
@given(st.permutations(list(FILES)))
def test_the_order_of_loading_changes_nothing(order: list[str]) -> None:
    assert state(tuple(order)) == state(tuple(FILES))


def test_what_the_files_say_together() -> None:
    """Tessa is 101 by her name and by the billing system's id, Cedar's Omar is 103; of Tesa and of an Omar of no school
    it is asked who they are; Ida is nobody whom the roster knows. Who treated is known by name and by initials."""
    made = state(tuple(FILES))
    of = {month: sorted((row[3].day, row[1][:3], row[2]) for row in made["sessions"] if row[3].month == month)
          for month in (9, 10)}  # fmt: skip
    assert of[9][0] == (8, "101", "T1")
    assert [(day, student[:2], provider) for day, student, provider in of[9][1:]] == [(10, "N-", "RP")]
    assert of[10] == [(6, "101", None), (7, "102", None)]
    assert sorted(row[1:] for row in made["lines"]) == [("101", "T1", 30), ("103", "RP", 60)]
    assert made["asked"] == [("september.csv", "Marlow, Tesa", 1), ("september.csv", "Quill, Omar", 1)]
    assert [row for _, row, _ in made["held"]] == [3, 4]
