"""Absence told in passing: words beside the columns of outcomes that speak against counting a session by its minutes."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import meanings
from data.ingest.staging import beside_missed
from data.ingest.staging.columns import NONE, Heading, distinct
from data.ingest.staging.outcomes import SHORTENS
from data.ingest.staging.work import Work
from data.ingest.tables.steps.sessions.marks import HERE
from data.ingest.values import became, codes, done, families, flags, make_ups, statuses
from data.ingest.values.nothing import is_nothing
from data.ingest.values.session_outcome import UNKNOWN
from data.ingest.values.words import said_by as words_of

_LONGEST = 12
"""Words of a remark; a longer one is a note of what was done, which speaks of much."""
_AWAY = re.compile(
    r"\b(?:(?<!\bnot )(?<!n['’]t )(?:absent(?!-| last| yesterday| previous)|cancel(?:l?ed|lation))|absence|no[- ]?show|"
    r"not (?:seen|present|available|in school|at school|here|provided|"
    r"delivered|given|held)|(?:did not|didn[’']?t) (?:attend|come|show|want to come)|"
    r"no (?:school|session|therapy|tx|services?|visit)|school closed|snow day|(?:was|is|out|home) sick|unavailable|"
    r"missed (?:session|visit|therapy|appointment))\b|^\W*(?:cx|cxl|canc|cncl)\b|\babs\W*$|\bwent home(?: early| sick)?\W*$|"
    r"\b(?:did not|didn[’']?t|could not|couldn[’']?t|unable to) (?:see|get|find)"
    r"(?: (?:him|her|them|(?:the )?(?:student|child|kid|group)))?\W*$",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"^(?:(?!\w+ed\b|cut|ran|time|hand|fell|fall|sort|point|find|left)[\w’']+ )?(?:(?:was|is) )?(?P<what>out|sick|ill)"
    r"(?: today| sick| ill)?$",
    re.IGNORECASE,
)
"""A remark that says nothing but that somebody was out: Ada out, sick; not acted out."""
_AWAY_ALONE = re.compile(r"(?:was |is |were |went |gone )?(?:illness|(?:on )?vacation|out of town)", re.IGNORECASE)
"""A remark that says no more than why somebody was away, and of nobody who it was."""
_IN_PART = re.compile(
    r"^(?P<what>[^,;:.]+?)(?: (?:for|during|the|in|at))* (?:first|part|half|until|till|"
    r"last(?! (?:week|time|session|visit|month|year|class|meeting|mon|tue|wed|thu|fri)))\b",
    re.IGNORECASE,
)
"""A remark that somebody was away for a part of what may be the session, or of another day: SLP out until noon."""
_TITLE = re.compile(
    r"\b(?:missed|cancel(?:l?ed|lations?)|absences|absentees|no[- ]?shows|undelivered|not delivered|"
    r"make[- ]?ups? (?:needed|owed|due|list|to do)|(?:sessions|minutes) owed)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:schedule|timetable|planned|upcoming)\b", re.IGNORECASE)
_RECORD = re.compile(r"\b(?:logs?|records?|attendance|delivered|provided|notes)\b", re.IGNORECASE)
_LONGEST_TITLE = 8
TITLE = "the title"
_PLAIN_READS = ("text", "person", "service", "kind", "setting", "grouping", "prose", "code", "school", "number", "time")


_TAKEN_BACK = re.compile(r"\b(?:deleted|voided|void|reversed|retracted|withdrawn)\b", re.IGNORECASE)
_TO_MAKE_UP = re.compile(
    r"\bmake ?-?ups? (?:session )?(?:needed|required|owed|due|necessary)\b|\b(?:needs?|requires?|owed) (?:a )?make ?-?up\b|"
    r"\bto be made up\b",
    re.IGNORECASE,
)
"""Headings that say, where their cells aren't no, that a session is still to be made up; so does a remark by itself."""
_MAKE_UP_ALONE = re.compile(r"make[ -]?up(?: (?:session|visit|time))?", re.IGNORECASE)
"""A remark that doesn't say whether its session is a make-up, or is to have one."""
_BY_MISTAKE = re.compile(
    r"\b(?:(?:entered|logged|posted|recorded|added|created|submitted|keyed|entry) (?:in|by) (?:error|mistake)|"
    r"(?:disregard|ignore) (?:this|entry|row|log|session|line|please)|(?:please|pls) (?:disregard|ignore|delete)|"
    r"delete (?:this|entry|row|log|session|line)|(?:duplicate|double) (?:entry|log|row|record|session)|entered twice|"
    r"wrong (?:student|child|kid)|(?:session|visit|therapy|this|^it) (?:did not|didn[’']?t|never) "
    r"(?:happen|occur|take place|happened|occurred|took place)|"
    r"(?:session|visit|therapy)\b[^.;,]{0,25}\bnot (?:able to be )?held)\b|\bdisregard\W*$|"
    r"^\W*(?:void(?:ed)?|deleted?|deletion|revers(?:ed|al)|retracted|superseded|replaced)(?: (?:entry|log|record|row))?\W*$",
    re.IGNORECASE,
)
"""What is said of a row that should never have been written, or was taken back, whatever its other cells say."""


def hints(work: Work) -> list[Heading]:
    """Columns whose cells speak of absence though nothing was to be read of them: ``Ada Lin (absent)``.

    Their texts are the words found, not the cells, which may be notes that are not kept. Where every row says by a word
    of its own what became of it, only those that take a row back; the same of remarks that are read for absences.
    """
    told = [heading for heading in work.at("status", "delivered_flag") if HERE not in heading.texts]
    is_told = any(not pc.any(pc.equal(heading.keys, NONE)).as_py() for heading in told)
    free = {place for place, column in work.placed() if not column.field}
    read = {one.place: frozenset(one.texts) for one in work.headings if one.place in free}
    found = [_hint(work, place, read.get(place, _NONE_READ), is_told=is_told) for place in {*_others(work), *read}]
    _tell_of_left_out(work, is_told=is_told)
    found += [] if is_told else beside_missed.hints(work, free - {one.place for one in found if one})
    return sorted((one for one in found if one is not None), key=lambda one: one.place)


_NONE_READ: frozenset[str] = frozenset()


def _tell_of_left_out(work: Work, *, is_told: bool) -> None:
    """Say of columns that were left out what in them speaks against counting sessions as given, and in how many rows."""
    for place, column in work.placed():
        told = _hint(work, place, _NONE_READ, is_told=is_told) if column.is_left_out else None
        if told is not None:
            rows = pc.sum(pc.not_equal(told.keys, NONE)).as_py()
            named = ", ".join(repr(word) for word in told.texts[:_NAMED])
            where = "1 row counts" if rows == 1 else f"{rows:,} rows count"
            said = f"{column.heading} is left out: {where} by other columns alone, though it says {named} there."
            work.assumptions.append(said)


_NAMED = 3


def takes_back(word: str) -> bool:
    """Whether a word of a hint says that its row was taken back, or written by mistake: no status stands against it."""
    return word in became.UNDONE or _BY_MISTAKE.search(word) is not None


def of_title(work: Work) -> str | None:
    """The word by which a title, the sheet's or the file's name says that this is no list of sessions given: Missed
    Sessions Report, OT schedule. None where none does, or where one of what is owed heads a book with a column of the
    minutes given."""
    named = (work.table.sheet, work.context.file_name.rpartition(".")[0])
    titles = [*work.table.notes, *(re.sub(r"[_-]+", " ", name) for name in named)]
    found = (_titled(one) for one in titles if len(one.split()) <= _LONGEST_TITLE and "=" not in one)
    given = any(meanings.words("given") & words_of(heading.heading) for heading in work.at("minutes"))
    return next((word for word in found if word and not (given and word.endswith("owed"))), None)


def _titled(title: str) -> str | None:
    found = _TITLE.search(title) or (None if _RECORD.search(title) else _PLAN.search(title))
    return found[0].lower() if found else None


def _others(work: Work) -> list[int]:
    """The columns that no outcome, day or number is read of, but those that a person left out."""
    taken = {heading.place for heading in work.headings if heading.reads not in _PLAIN_READS}
    out = {place for place, column in work.placed() if column.is_left_out}
    return [place for place in range(work.table.body.num_columns) if place not in taken | out]


def _hint(work: Work, place: int, read: frozenset[str], *, is_told: bool) -> Heading | None:
    """What the texts of a column speak of, but for those that are ``read`` as absences already."""
    texts, keys = distinct(work.table.body.column(place))
    heading = work.table.headings[place]
    undone = next((found for one in (_TAKEN_BACK, _TO_MAKE_UP) if (found := one.search(heading))), None)
    is_read = not is_told or _TAKEN_BACK.search(heading) is not None
    is_free = place not in {one.place for one in work.headings}
    is_remark = bool(families.REMARKS & words_of(heading)) or (is_free and _OF_WHAT_WAS_DONE & words_of(heading))
    said = [
        _mistaken(text) or (_of_cell(text, undone, is_remark=bool(is_remark)) if is_read and text not in read else None)
        for text in texts
    ]
    words = tuple(dict.fromkeys(word for word in said if word))
    if not words:
        return None
    new = pa.array([words.index(word) if word else NONE for word in said] + [NONE], pa.int32())
    keys = new.take(pc.if_else(pc.equal(keys, NONE), len(said), keys))
    return Heading(place, work.table.headings[place], "status", "outcome", (), (), pa.array(words, pa.string()), keys)


_OF_WHAT_WAS_DONE = frozenset({"activity"})


def _mistaken(text: str) -> str | None:
    """The words by which a short remark says that its row was written by mistake; None where none do."""
    found = _BY_MISTAKE.search(text)
    return found[0].strip().lower() if found and len(text.split()) <= _LONGEST else None


def _of_cell(text: str, undone: re.Match[str] | None, *, is_remark: bool) -> str | None:
    """The word of absence in a cell, or what its heading asks where the cell says that this is so; of a remark that is
    nothing but why nobody came (Suspended; TA; Vacation), or that it is to be made up, and not only what cut a session short
    (fire drill), all of it; so of one that names an evaluation or a meeting alone."""
    told = statuses.read(text) if is_remark and len(text.split()) <= _OF_A_REASON else UNKNOWN
    bare = text.strip(" .!")
    is_why = is_remark and any(one.fullmatch(bare) for one in (_AWAY_ALONE, _TO_MAKE_UP, _MAKE_UP_ALONE))
    whole = is_why or (told.status == "missed" and told.reason not in SHORTENS)
    asked = undone[0].lower() if undone and _is_so(text) else _away_in_part(text) if is_remark else None
    whole = whole or (is_remark and done.is_only_other_work(text))
    return _word(text) or asked or (_unmade(text) if is_remark else None) or (_bare(text) if whole else None)


def _away_in_part(text: str) -> str | None:
    """What a short remark says of who was away for a part; None where it says nothing of the kind."""
    found = _IN_PART.match(text) if len(text.split()) <= _LONGEST else None
    return _bare(found["what"]) if found and statuses.read(found["what"]).status == "missed" else None


def _unmade(text: str) -> str | None:
    """What a short remark says of a make-up that is none yet: tried to schedule makeup."""
    return make_ups.not_yet(text) if len(text.split()) <= _LONGEST else None


_OF_A_REASON = 3


def _bare(text: str) -> str:
    return text.strip(" .!").lower()


def _is_so(text: str) -> bool:
    """Whether a cell says that what its heading asks is so: a yes, a tick, a day; not a no, nothing, or zero."""
    return not is_nothing(text) and flags.read(text).value is not False


def _word(text: str) -> str | None:
    """The word of absence in a short remark, in lower case; None where there is none, as in Pull Out."""
    out = _OUT.match(text.strip(" .!"))
    if out and (len(text.split()) == 1 or not codes.find(text, "setting")):
        return out["what"].lower()
    found = _AWAY.search(text)
    return found[0].lower() if found and len(text.split()) <= _LONGEST else None
