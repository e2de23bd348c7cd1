"""Remarks below a table that say how all of its rows are given, with its titles: all pull-out unless noted."""

from collections.abc import Iterable
from dataclasses import replace

from data.ingest.model import Table
from data.ingest.values import said_of_all


def noted(table: Table, remarks: Iterable[str]) -> Table:
    """The table with such remarks among its titles."""
    told = [one for one in remarks if one not in table.notes and said_of_all.told(one)]
    return replace(table, notes=(*table.notes, *dict.fromkeys(told))) if told else table
