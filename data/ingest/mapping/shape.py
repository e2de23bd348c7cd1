"""The fingerprint of a file's headings, under which answers are remembered."""

import hashlib

from data.ingest.model import Table
from data.ingest.ours import PROVENANCE
from data.ingest.tables import outcomes
from data.ingest.values import dates
from data.ingest.values.words import heading as words_of


def shape(table: Table) -> str:
    """A short text that is the same for the same headings in any order, on any sheet, in any month."""
    own = {outcomes.named(heading) for heading in table.headings}
    words = {words_of(heading) for heading in own if heading.strip() and not dates.looks_like(heading)}
    words -= PROVENANCE
    kind = "melted" if table.melted else ""
    return hashlib.sha256("\n".join([kind, *sorted(words)]).encode()).hexdigest()[:16]
