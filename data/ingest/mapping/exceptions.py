"""Kinds of sessions among which some are missed, tried or made up: Provider Absent, Make-up under Session Type."""

from data.contracts import meanings
from data.ingest.mapping import evidence
from data.ingest.mapping.contents import outcomes
from data.ingest.values import codes, done, families, marks, statuses
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

_TOLD = ("missed", "attempt", "make_up")
_NAMES_KINDS = (
    families.KINDS | families.STATES | {"code", "kind", "session", "visit", "appointment", "encounter", "class"}
)
_MAKE_UP = "makeup"
_OF_OTHERS = meanings.words("strangers") - {"reason", "not", "teacher", "progress", "location", "report", _MAKE_UP}
"""Words of headings whose absences are others' (Next, Parent, Bus) or of another time."""
_REMARKS = frozenset({"note", "comment", "remark", "session", "service", "visit"})
"""Words of headings of remarks: a bare *Note* is one, a *Note Status* is of paper."""
_CODE = 3


def are_told(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column holds a few short words, one of which tells an exception of its row's own session."""
    is_remark = said_by(heading) <= _REMARKS or is_of_kinds(heading)
    is_paper = outcomes.OF_PAPER.search(words_of(heading)) and not is_remark
    if is_paper or said_by(heading) & _OF_OTHERS or not evidence.are_few_codes(texts):
        return False
    return any(is_one(text, heading) or is_no_treatment(text, heading) for text in texts)


def is_no_treatment(text: str, heading: str) -> bool:
    """Whether a word of a kind of session names an evaluation or office work: it is asked whether that counts."""
    return is_of_kinds(heading) and done.is_no_treatment(text)


def is_one(text: str, heading: str) -> bool:
    """Whether a word says that a session was missed, tried or made up; a code for absences (TA, which may be an aide too)
    does under a heading of kinds only, and under one of make-ups (Make-up status) an absence is that of the make-up."""
    said = statuses.read(text).status
    if _MAKE_UP in said_by(heading):
        return said == "make_up"
    return said in _TOLD and (len(text.strip()) > _CODE or said == "make_up" or _has_codes(heading))


def may_be_one(text: str, heading: str) -> bool:
    """Whether a code of more than a letter among kinds says in some districts that nobody came (PA, NS): it is asked."""
    is_code = len(text.strip()) > 1 and marks.is_mark(text) and not marks.is_mark_of_given(text)
    return _has_codes(heading) and is_code and not statuses.read(text).known


def _has_codes(heading: str) -> bool:
    return is_of_kinds(heading) and not said_by(heading) & families.STAFF


def is_of_kinds(heading: str) -> bool:
    """Whether a heading says that its words are of what kind each session was, or what became of it."""
    return bool(said_by(heading) & _NAMES_KINDS)


def are_plain(texts: tuple[str, ...], heading: str) -> bool:
    """Whether all words beside exceptions only tell a session as usual, or how it was given, or are asked themselves."""
    return all(
        statuses.read(text).known or done.is_usual(text) or done.is_session(text) or done.is_how(text)
        or may_be_one(text, heading)
        or any(codes.find(text, topic) for topic in ("kind", "grouping"))
        for text in texts
    )  # fmt: skip
