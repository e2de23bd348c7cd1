"""What became of a session, told behind its service in one cell (Speech Therapy - Student No Show)."""

import re
from dataclasses import replace

import pyarrow as pa

from data.contracts import synonyms
from data.contracts.datasets import SERVICES
from data.ingest.model import Table
from data.ingest.values import codes, statuses, words

_PARTS = re.compile(r"\s+[-–—]\s+|\s*[:(;/]\s*")
_MOST_TEXTS, _LONGEST, _LOOKED_AT = 60, 80, 3000
_TOLD = ("missed", "partial", "make_up", "attempt")


def apart(table: Table) -> Table:
    """The table with such outcomes in a column of their own, where it has none; what says only that the session was
    given is left to its minutes."""
    if any(words.heading(heading) in _listed() for heading in table.headings):
        return table
    for place in range(len(table.headings)):
        if len(table.body.column(place).slice(0, _LOOKED_AT).unique()) > _MOST_TEXTS:
            continue
        texts = [text for text in table.body.column(place).unique().to_pylist() if text]
        if len(texts) <= _MOST_TEXTS and all(len(text) <= _LONGEST for text in texts):
            told = {text: said for text in texts if (said := _outcome(text))}
            if told:
                column = pa.array([told.get(text or "") for text in table.body.column(place).to_pylist()], pa.string())
                body = table.body.append_column(f"c{table.body.num_columns}", column)
                return replace(table, headings=(*table.headings, "Session Status"), body=body)
    return table


def _listed() -> frozenset[str]:
    listed = synonyms.headings("sessions")
    return frozenset((*listed["status"], *listed["reason"])) - {"type", "service type", "session type", "code"}


def _outcome(text: str) -> str | None:
    """The outcome that stands beside a service in a text; None where there is no service, or none but a delivered one."""
    parts = [part.strip(" )") for part in _PARTS.split(text) if part.strip(" )")]
    if len(parts) < 2 or not any(codes.find(part, "service", SERVICES) for part in parts):
        return None
    found = [part for part in parts if statuses.read(part).status in _TOLD]
    return " - ".join(found) or None
