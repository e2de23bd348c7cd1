"""The lines on file, for logs whose rows name a line by its id and no service, and worklists that name no line."""

from datetime import date

import duckdb

from data.ingest.model import Mapping
from data.store.connect import DISTRICT


def are_named(mapping: Mapping) -> bool:
    """Whether the rows of a log name their line, and no column says the service."""
    fields = {column.field for column in mapping.columns}
    return mapping.dataset == "sessions" and "line_id" in fields and "service" not in fields


def on_file(cur: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """Line id -> service and kind of the lines in force; an id that stands for several says none."""
    found = cur.execute(
        "select line_id, min(service), min(kind) from service_lines where district = ? and known_to is null "
        "group by line_id having min(service) = max(service) and min(kind) = max(kind)",
        [DISTRICT],
    ).fetchall()
    return {str(line): (str(service), str(kind)) for line, service, kind in found}


OfStudents = dict[tuple[str, str], list[tuple[str, str, date | None, date | None]]]
"""(student's id, or name as "last, first"; service) -> student id, line id, first and last day of each of the lines."""


def are_told_by_students(mapping: Mapping) -> bool:
    """Whether the rows of a worklist name a student and a service, and no line."""
    fields = {column.field for column in mapping.columns}
    return mapping.dataset == "decisions" and "line_id" not in fields


def of_students(cur: duckdb.DuckDBPyConnection) -> OfStudents:
    """The lines in force by the student's id and by the name, in small letters, and by service."""
    found = cur.execute(
        "select distinct l.student_id, lower(concat_ws(', ', n.last_name, n.first_name)), l.service, l.line_id, "
        "l.start_date, l.end_date from service_lines as l left join ("
        "select student_id, last_name, first_name from students where district = $d and known_to is null union "
        "select person_id, last_name, first_name from people where district = $d and known_to is null "
        "and person_kind = 'student') as n on n.student_id = l.student_id "
        "where l.district = $d and l.known_to is null order by 4",
        {"d": DISTRICT},
    ).fetchall()
    told: OfStudents = {}
    for student, name, service, *line in found:
        for who in {str(student).lower(), str(name or student).lower()}:
            told.setdefault((who, str(service)), []).append((str(student), *line))
    return told
