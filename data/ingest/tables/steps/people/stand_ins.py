"""Who stood in for whoever usually treats, told in remarks on single sessions: seen by Priya Nadar (sub); sub: Nadar, Priya."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks, signed
from data.ingest.values import families, names, words

_SURNAME = r"[A-Z][a-z'’][\w'’-]*"
_NAME = rf"(?P<name>(?:Mr|Mrs|Ms|Dr)\.? {_SURNAME}|[A-Z][\w'’-]+,? (?:[A-Z]\.? )?{_SURNAME}|[A-Z]\. ?{_SURNAME})"
_SUB = r"(?i:sub(?:stitute)?)"
_STOOD_IN = (
    re.compile(rf"\b(?i:seen|treated|served|covered|provided|given|held|taken) by (?:(?i:the|a|our) )?(?:{_SUB},? )?{_NAME}"),
    re.compile(rf"(?:^|[\s(;,]){_SUB}(?: (?i:was|is|by))?\s*[:–—-]?\s+{_NAME}"),
    re.compile(rf"{_NAME},? (?:\({_SUB}\)|(?i:covered|subbed|filled in|stood in|was (?:the )?sub)\b)"),
)  # fmt: skip
_NOT_SO = re.compile(
    r"\b(?:will|to be|should|not|never|plan\w*|may|might|could|if|next|last|also)\b|n['’]t\b|\?", re.IGNORECASE
)
_LONGEST = 12


def told(table: Table) -> Table:
    """The log with who stood in as who gave a session, where a short remark names that person; as it is where several
    columns tell who treats."""
    remarks = [at for at, heading in enumerate(table.headings) if families.REMARKS & words.said_by(heading)]
    places = looks.written_for(table.headings, "sessions", "provider_name")
    is_log = looks.meant_for(table.headings, "sessions", "session_date")
    if not remarks or len(places) > 1 or not is_log:
        return table
    students = {words.plain(text) for at in _of_students(table) for text in table.texts(at)}
    for at in remarks:
        found = {text: who for text in table.texts(at) if (who := _who(text)) and words.plain(who) not in students}
        if found:
            return _with(table, at, places, found)
    return table


def _of_students(table: Table) -> list[int]:
    return [at for at, heading in enumerate(table.headings) if words.heading(heading) in looks.of_students()]


def _who(text: str) -> str | None:
    """The person of whom a short remark says that they gave the session; None where it is only planned, or denied."""
    if len(text.split()) > _LONGEST or _NOT_SO.search(text):
        return None
    match = next((one for pattern in _STOOD_IN if (one := pattern.search(text))), None)
    is_one = match is not None and (signed.is_person(match["name"]) or names.is_initialled(match["name"]))
    return match["name"] if match and is_one else None


def _with(table: Table, at: int, places: list[int], found: dict[str, str]) -> Table:
    who = [found.get(text or "") for text in table.body.column(at).to_pylist()]
    note = f"Where {table.headings[at]} names who stood in that person gave the session."
    if not places:
        return table.also("Provider", who).noted(note)
    usual = table.body.column(places[0]).to_pylist()
    return table.filled(places[0], [one or other for one, other in zip(who, usual, strict=True)]).noted(note)
