"""The fingerprint of a file's headings, under which answers are remembered."""

import hashlib
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.ours import PROVENANCE
from data.ingest.tables.steps.sessions import outcomes
from data.ingest.values import dates
from data.ingest.values.words import heading as words_of


def shape(table: Table) -> str:
    """A short text that is the same for the same headings in any order, on any sheet, in any month."""
    kind = "melted" if table.melted else ""
    return hashlib.sha256("\n".join([kind, *sorted(plain(table.headings))]).encode()).hexdigest()[:16]


def plain(headings: Iterable[str]) -> frozenset[str]:
    """The words of headings by which a shape is known: without days, marks of outcomes and an export's provenance."""
    own = {outcomes.named(heading) for heading in headings}
    return frozenset(words_of(one) for one in own if one.strip() and not dates.looks_like(one)) - PROVENANCE
