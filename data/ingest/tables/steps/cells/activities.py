"""Codes of a log that its own key explains as several things at once: OMX = O&M lesson missed, student absent; T = travel."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.people import nobody
from data.ingest.tables.steps.sessions import outcomes
from data.ingest.values import codes, done, families, names, statuses, words

_FEWEST = 2
_TOPICS = {"Service": "service", "Kind": "kind", "Grouping": "grouping"}
"""The headings of what codes tell, each with its topic, which is the place in a log too."""
_GIVEN = "delivered"
_TOLD = ("missed", "make_up", "partial", "attempt")
_PARTS = re.compile(r"\s*[,;:()/]\s*|\s+[-–—]\s+")
_CHILD = r"(?:student|child|kid|pupil)s?"
_NOT_SEEN = re.compile(
    rf"\b(?:no|without(?: (?:the|a))?) {_CHILD}\b(?: (?:seen|present|contact|there))?|"
    rf"\b{_CHILD} (?:was |were |is )?(?:not|n['’]t) (?:seen|present|there|involved)\b",
    re.IGNORECASE,
)
_LESSONS = done.SESSION | {"tx", "services", "sessions", "lessons"}


@dataclass(frozen=True)
class _Meaning:
    """What a key says of a code: topics, and what became of the session; or work, maybe such on which no child was seen."""

    text: str
    topics: dict[str, str]
    outcome: str | None
    is_work: bool
    is_unseen: bool

    @property
    def says_something(self) -> bool:
        return bool(self.topics or self.outcome or self.is_work or self.is_unseen)


Meanings = dict[str, _Meaning]


def told(table: Table) -> Table:
    """The log with what its key says of such codes in columns of their own, and without rows of work in which no child was
    seen or is named; as it is where codes tell of one thing, as a status does, or one of them isn't understood."""
    if not table.legend or table.melted or not looks.meant_for(table.headings, "sessions", "session_date"):
        return table
    for place in (at for at, one in enumerate(table.headings) if not families.STATES & words.said_by(one)):
        key = {text: table.legend.get(text.strip().casefold(), "") for text in table.texts(place)}
        is_of_people = any(names.credentials(meaning.partition("(")[0]) for meaning in key.values())
        meanings = {} if is_of_people or not all(key.values()) else {text: _meaning(one) for text, one in key.items()}
        if len(meanings) >= _FEWEST and _tell_several(list(meanings.values())):
            return _apart(table, place, meanings)
    return table


def _meaning(text: str) -> _Meaning:
    bare = _NOT_SEEN.sub(" ", text).strip(" ,;:-–—()/")
    is_work = nobody.is_work(bare) or done.is_no_treatment(bare)
    whole = _outcome(bare)
    is_lesson = bool(_LESSONS & set(words.plain(bare).split())) or codes.find(bare, "service") is not None
    is_unseen = bare != text.strip() and bool(bare) and not whole and not is_lesson
    found = {name: code for name, topic in _TOPICS.items() if (code := codes.find(text, topic))}
    return _Meaning(text, {} if is_work else found, None if is_work else whole or None, is_work, is_unseen)


def _outcome(text: str) -> str:
    """What became of a session by a meaning: by all of it, by its parts, or by its last words (OT make-up session); "" where
    it says only what was given."""
    parts = [part for part in _PARTS.split(text) if statuses.read(part).status in _TOLD]
    told = text.split()
    ends = (" ".join(told[at:]) for at in range(1, len(told)))
    last = next((one for one in ends if statuses.read(one).status in _TOLD), "")
    return text if statuses.read(text).status in _TOLD else " - ".join(parts) or last


def _tell_several(meanings: list[_Meaning]) -> bool:
    """Whether all codes say something, and together of several things: which service and how it was given, what became of it,
    or what was done without a child. Where each is known as an outcome it is read as that."""
    services, kinds = ({one.topics.get(name) for one in meanings} - {None} for name in ("Service", "Kind"))
    others = [one for one in meanings if one.outcome or one.is_work or one.is_unseen]
    is_of_several = len(services) > 1 or bool(services and kinds) or bool(others)
    is_of_lessons = bool(services or kinds) and len(others) < len(meanings)
    are_outcomes = all(statuses.read(one.text).known for one in meanings)
    return all(one.says_something for one in meanings) and is_of_several and is_of_lessons and not are_outcomes


def _apart(table: Table, place: int, meanings: Meanings) -> Table:
    rows = [meanings.get(text or "") for text in table.body.column(place).to_pylist()]
    others = table.without(place).headings
    made: dict[str, list[str | None]] = {}
    for name, topic in _TOPICS.items():
        column = [one.topics.get(name) if one else None for one in rows]
        if any(column) and not looks.meant_for(others, "sessions", topic):
            made[name] = column
    if any(one.outcome or one.is_work for one in meanings.values()):
        made[outcomes.among_kinds(table.headings[place])] = list(map(_became, rows))
    found = table.instead(place, made).noted(f"{table.headings[place]}: what the file's own key says of each code.")
    gone = _of_nobody(table, rows)
    return found.leaving(gone, nobody.REASON) if gone else found


def _became(one: _Meaning | None) -> str | None:
    if one is None:
        return None
    return one.text if one.is_work else one.outcome or _GIVEN


def _of_nobody(table: Table, rows: Sequence[_Meaning | None]) -> set[int]:
    """The rows of work in which no child was seen, or that name none."""
    nameless = set(nobody.nameless(table))
    return {at for at, one in enumerate(rows) if one and (one.is_unseen or (one.is_work and at in nameless))}
