"""Worklists of make-ups that were filled in: their minutes are neither promised nor given."""

from data.ingest.mapping.likeness import SURE
from data.ingest.values import codes, dates
from data.ingest.values.words import said_by


def are_decisions(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> bool:
    """Whether a table is a worklist of make-ups that was filled in: months, what was decided in nearly all filled cells of
    a column, and a heading that tells what is owed or who decided. Its minutes are neither promised nor given."""
    told = [said_by(heading) for heading in headings]
    if not any(one & _OWED or {"makeup", "to"} <= one for one in told):
        return False
    months = any(texts and all(map(dates.month_in, texts)) for texts in samples)
    decided = any(texts and sum(map(_is_decision, texts)) >= SURE * len(texts) for texts in samples)
    return months and decided


_OWED = frozenset({"owed", "owe", "decision", "decided", "determination"})


def _is_decision(text: str) -> bool:
    return codes.find(text, "decision") is not None
