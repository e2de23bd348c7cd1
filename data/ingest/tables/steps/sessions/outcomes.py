"""What became of a session, told behind its service, or among the kinds of what was done, in one cell."""

import re

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, done, families, marks, statuses, words

_APART, _OF_TYPES = "Session Status", " / Session Type Status"
"""The heading of outcomes that stood behind services, and what is added to that of a column of kinds and outcomes."""
_PARTS = re.compile(r"\s+[-–—]\s+|\s*[:(;/]\s*")
_MOST_TEXTS, _LONGEST, _LOOKED_AT = 60, 80, 3000
_TOLD = ("missed", "partial", "make_up", "attempt")
_GIVEN = "delivered"
"""What stands apart where a cell says only what was given: absences are told in the same column."""


def apart(table: Table) -> Table:
    """The table with such outcomes in a column of their own, where it has none."""
    if any(words.heading(heading) in _listed() for heading in table.headings):
        return table
    if (mixed := _mixed(table)) is not None:
        return mixed
    of_people = looks.written_for(table.headings, "providers", "provider_name")
    for place in (at for at in range(len(table.headings)) if at not in of_people):
        texts = _texts(table, place)
        told = {text: said for text in texts if (said := _outcome(text))}
        given = {text: _GIVEN for text in texts if text not in told and codes.find(text, "service")}
        if told and (len(told) + len(given)) * 2 >= len(texts):
            told |= given
            column = pa.array([told.get(text or "") for text in table.body.column(place).to_pylist()], pa.string())
            return table.also(_APART, column)
    return table


def named(heading: str) -> str:
    """A heading as the file has it, without what is added to that of outcomes apart."""
    return heading.removesuffix(_OF_TYPES)


def among_kinds(heading: str) -> str:
    """What a column of outcomes is called that stood among those of what was done under a heading."""
    return f"{heading}{_OF_TYPES}"


def _texts(table: Table, place: int) -> tuple[str, ...]:
    """The distinct texts of a column of few and short ones; none of any other, or of a grid's cells."""
    if table.melted and table.headings[place] in table.melted:
        return ()
    if len(table.body.column(place).slice(0, _LOOKED_AT).unique()) > _MOST_TEXTS:
        return ()
    texts = table.texts(place)
    return texts if len(texts) <= _MOST_TEXTS and all(len(text) <= _LONGEST for text in texts) else ()


def _listed() -> frozenset[str]:
    listed = synonyms.headings("sessions")
    return frozenset((*listed["status"], *listed["reason"])) - {"type", "service type", "session type", "code"}


def _outcome(text: str) -> str | None:
    """The outcome that stands beside a service in a text; None where there is no service, or none but a delivered one, or
    a meeting, which may be what was done."""
    parts = [part.strip(" )") for part in _PARTS.split(text) if part.strip(" )")]
    if len(parts) < 2 or not any(codes.find(part, "service") for part in parts):
        return None
    found = [part for part in parts if statuses.read(part).status in _TOLD]
    return None if all(map(done.is_only_other_work, found)) else " - ".join(found)


_IN_OUT = ("in", "out")
"""Words that say as much of who was away as of where a session was."""


def _mixed(table: Table) -> Table | None:
    """The table with the outcomes that stand among kinds of sessions in one column (Direct, Consult, Therapist
    cancelled) in a column of their own, and beside them what else was done (Evaluation, IEP Meeting): that is asked."""
    for place in range(len(table.headings)):
        texts = _texts(table, place)
        how = {text for text in texts if _is_how(text)}
        how |= {text for text in texts if how and (done.is_treatment(text) or codes.is_in_person(text))}
        made_up = {text: kind for text in texts if (kind := _kind_of_make_up(table, text))}
        how -= made_up.keys()
        told = {
            text for text in texts
            if text in made_up or (text not in how and (_is_outcome(text) or _is_mark(table, text, how)))
        }  # fmt: skip
        rest = [text for text in texts if text not in how and text not in told]
        if (
            how
            and told
            and not _tells_outcomes(table.headings[place])
            and not _is_of_some_rows(table, place)
            and (not rest or _is_of_activities(table.headings[place], len(rest), len(texts)))
        ):
            column = table.body.column(place).to_pylist()
            kept = table.filled(place, [text if text in how else made_up.get(text or "") for text in column])
            outcomes = [_GIVEN if text in how else _MADE_UP if text in made_up else text for text in column]
            return kept.also(among_kinds(table.headings[place]), outcomes)
    return None


_MADE_UP = "Make-up"
_MAKE_UP = re.compile(r"\b(?:make ?up|made up)\b")


def _kind_of_make_up(table: Table, text: str) -> str | None:
    """The kind of session that a word for make-ups tells as well, itself or by the file's key: Indirect Make-Up, DM."""
    meaning = words.plain(table.legend.get(text.strip().casefold(), text))
    rest = _MAKE_UP.sub(" ", meaning).strip()
    is_kind = _MAKE_UP.search(meaning) and " " not in rest and codes.find(rest, "kind")
    return rest if is_kind else None


def _is_of_some_rows(table: Table, place: int) -> bool:
    """Whether a column is of remarks that only some rows have (co-treat; field trip): the others were as usual."""
    is_remark = bool(families.REMARKS & words.said_by(table.headings[place]))
    return is_remark and not all(text and text.strip() for text in table.body.column(place).to_pylist())


_OUTCOMES = families.STATES


def _tells_outcomes(heading: str) -> bool:
    """Whether a heading itself says that it is of what became of a session."""
    return bool(_OUTCOMES & words.said_by(heading))


_ACTIVITY = families.KINDS | {"service", "contact", "action", "code"}
_CODE = 3
_DONE = ("provider_meeting", "state_testing")


def _is_of_activities(heading: str, rest: int, texts: int) -> bool:
    """Whether a column is one of what was done by its heading, and half its words or more are known: the rest is asked."""
    return rest * 2 <= texts and bool(_ACTIVITY & words.said_by(heading))


def _is_how(text: str) -> bool:
    if text.strip().casefold() in _IN_OUT or _DENIES.search(text):
        return False
    named = any(codes.find(text, topic) not in (None, "other", "OTHER") for topic in codes.TOPICS)
    return named and statuses.read(text).status not in _TOLD and not done.is_other_work(text)


_DENIES = re.compile(
    r"\b(?:cancel\w*|canc|absen\w*|miss(?:ed|ing)|not?|none|never|sick|ill|closed|without|unable)\b", re.IGNORECASE
)
"""Words beside that of how a session is given (group cancelled) which may say that it wasn't."""


def _is_mark(table: Table, text: str, how: set[str]) -> bool:
    """Whether a mark that neither a key nor anybody reads as how a session was given (A, TA among I and G) may say that it
    wasn't: it is known, or asked about."""
    is_log = bool(looks.written_for(table.headings, "sessions", "session_date")) and sum(map(len, how)) > 1
    is_told = text.strip().casefold() in table.legend or not is_log
    is_short = len(text.strip()) <= _CODE and not is_told and not marks.is_mark_of_given(text)
    if not is_short or not any(codes.find(one, topic) for one in how for topic in ("kind", "grouping")):
        return is_short and len(text.strip()) > 1 and statuses.read(text).status == "missed"
    return marks.is_mark(text) and text.strip().casefold() != _HOLIDAY


_HOLIDAY = "h"
"""A holiday, or a half group."""


def _is_outcome(text: str) -> bool:
    """Whether a text says what became of a session and nothing else; a meeting or a test may be what was done."""
    said = statuses.read(text)
    alone = not any(codes.find(text, topic) for topic in ("service", "kind"))
    return said.status in _TOLD and alone and len(text) > _CODE and said.reason not in _DONE
