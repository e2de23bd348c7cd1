"""A code and what it stands for in two columns (Svc Cd, Svc Desc; Location Code, Location; Rating, Rating Description): one
column in words."""

import re
from collections.abc import Callable

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, families, frequencies, names, statuses, words
from data.ingest.values import done as other_work

_CODE, _WORDS = "code", frozenset(("description", "name", "text", "label", "title"))
_NEUTRAL = frozenset(("type", "iep", "related", "student", "delivery"))
_TOPICS: tuple[tuple[frozenset[str], Callable[[str], object]], ...] = (
    (families.SERVICES, lambda text: codes.find(text, "service")),
    (families.PLACES, lambda text: codes.find(text, "setting")),
    (frozenset(("frequency", "cycle", "interval", "period")), lambda text: frequencies.read(text).cycle),
    (families.STATES | {"reason"}, lambda text: statuses.read(text).known),
    (frozenset(("rating", "progress", "mark")), lambda text: codes.find(text, "progress_code")),
)
_LONGEST_CODE = 3


def told(table: Table) -> Table:
    """The table without such a code where each of its rows says in words what it stands for, and these are understood; a
    row whose words are blank keeps its code in their place."""
    for heading in table.headings:
        pair = _pair(table, heading)
        if pair is None:
            continue
        code, said = pair
        written = zip(*(table.body.column(place).to_pylist() for place in (code, said)), strict=True)
        column = [of if of and of.strip() else short for short, of in written]
        parts = re.split(r"[\s_]+", table.headings[said])
        bare = " ".join(one for one in parts if not words.said_by(one) & _WORDS) or table.headings[said]
        note = f"{table.headings[said]} says in words what {heading} stands for."
        table = table.filled(said, column).called(said, bare).without(code).noted(note)
    return table


_PROCEDURE = re.compile(r"(?:9[0-9]{4}|[GHST]\d{4})(?:[ -][A-Z0-9]{2})*")


def procedures(table: Table) -> Table:
    """The log with CPT Code over the numbers of procedures that stand under a bare Code (97530): they are billed for what was
    done, and say neither what became of a session nor, without a role or word, of which service it is."""
    bare = [at for at, one in enumerate(table.headings) if words.said_by(one) == {_CODE}]
    is_log = bool(looks.meant_for(table.headings, "sessions", "session_date"))
    if not is_log or len(bare) != 1 or not table.all_are(bare[0], lambda text: _PROCEDURE.fullmatch(text.strip())):
        return table
    return table.called(bare[0], "CPT Code").noted(f"{table.headings[bare[0]]}: the numbers of procedures.")


def done(table: Table) -> Table:
    """The log without a column of procedures that says in each row what was done (Cath assist, G-tube feed) and never of which
    service that is, where a title or who treats names the one service."""
    places = [
        at for at, one in enumerate(table.headings) if words.said_by(one) and words.said_by(one) <= _OF_WHAT_WAS_DONE
    ]
    is_log = bool(looks.meant_for(table.headings, "sessions", "session_date"))
    if not is_log or len(places) != 1 or not (_tells_service(table) or _are_credentialed(table)):
        return table
    if not table.all_are(places[0], _says_no_service):
        return table
    heading = table.headings[places[0]]
    return table.without(places[0]).noted(f"{heading} says what was done, and not of which service it is.")


_OF_WHAT_WAS_DONE = frozenset(("procedure", "procedures", "treatment", "task", "intervention"))


def _says_no_service(text: str) -> bool:
    is_known = codes.find(text, "service") or _PROCEDURE.fullmatch(text.strip()) or statuses.read(text).known
    is_known = is_known or other_work.is_other_work(text)
    return not is_known and any(map(str.isalpha, text))


def _tells_service(table: Table) -> bool:
    """Whether titles and the roles of who treats name one service."""
    roles = [text for at in looks.written_for(table.headings, "sessions", "provider_role") for text in table.texts(at)]
    told = (*table.notes, table.sheet, *roles)
    return len({service for text in told if (service := codes.find(text, "service"))}) == 1


def _are_credentialed(table: Table) -> bool:
    """Whether the credentials behind each therapist's name say which service they give."""
    at = looks.only_one_for(table.headings, "sessions", "provider_name")
    return at is not None and table.all_are(
        at, lambda text: any(codes.find(one, "service") for one in names.credentials(text))
    )


def _pair(table: Table, heading: str) -> tuple[int, int] | None:
    """(the place of a code, that of its words) where they are of one thing that is understood in words."""
    told = [words.said_by(one) for one in table.headings]
    own = words.said_by(heading)
    base = own - {_CODE}
    judge = next((judge for topic, judge in _TOPICS if base & topic and base <= topic | _NEUTRAL), None)
    if judge is None or told.count(own) != 1:
        return None
    code = table.headings.index(heading)
    others = [place for place, one in enumerate(told) if place != code and one - _WORDS == base]
    if _CODE not in own and not (_are_short(table, code) and all("description" in told[place] for place in others)):
        return None
    if len(others) != 1 or not table.all_are(others[0], judge) or not _is_one_code_each(table, code, others[0]):
        return None
    return code, others[0]


def _are_short(table: Table, place: int) -> bool:
    return table.all_are(place, lambda text: len(text.strip()) <= _LONGEST_CODE)


def _is_one_code_each(table: Table, code: int, said: int) -> bool:
    """Whether all rows with the same words have the same code."""
    pairs = set(zip(*(table.body.column(place).to_pylist() for place in (said, code)), strict=True))
    named = [text for text, _ in pairs if text and text.strip()]
    return len(named) == len(set(named))
