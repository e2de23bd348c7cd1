"""Values that a state's data standard names by an address: ``uri://ed-fi.org/SexDescriptor#Female`` says Female."""

import pyarrow.compute as pc

from data.ingest import texts
from data.ingest.model import Table

_SIGN, _BEFORE = "uri://", r"^\s*uri://[^#\s]*#"


def bare(table: Table) -> Table:
    """The table with what stands behind the address in the place of such values."""
    for place, column in enumerate(table.body.columns):
        if texts.holds(column, _SIGN):
            table = table.filled(place, pc.replace_substring_regex(column, _BEFORE, ""))
    return table
