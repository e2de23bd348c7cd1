"""The lines on file, for logs whose rows name a line by its id and no service."""

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
