"""Columns whose heading says nothing known, but whose values can only be one thing."""

import re
from collections.abc import Callable
from itertools import islice

from data.contracts import meanings
from data.contracts.synonyms import Slot
from data.contracts.words import phrases
from data.ingest.mapping import evidence, says
from data.ingest.values import (
    codes,
    criteria,
    dates,
    durations,
    families,
    flags,
    frequencies,
    numbers,
    scores,
    statuses,
    terms,
    whom,
)
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by

WORTH = 0.52
"""What a column is worth whose values alone tell its place: less than any heading that is known."""
_MOST, _HALF = 0.9, 0.5
_FEW, _CODE, _SHORT = 12, 3, 30
_OF_A_SESSION = re.compile(r"\b(?:date|when|day|seen|visit|session|tx|treatment)\b")
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:iep|due|birth|start|begin|end|stop|review|evaluat\w*|meeting|annual|plan|entry|exit|enrol\w*|consent|next|last|"
    r"sign\w*|log\w*|enter\w*|creat\w*|submit\w*|approv\w*|bill\w*|missed|referral|make|due|report|print|updat\w*|"
    r"eff|exp|amend\w*|contract|assign\w*|drop|withdraw\w*|leave|admi\w*|"
    r"effective|expir\w*|initiat\w*|implement\w*|hired?|modif\w*|extract\w*)\b"
)


def worth(heading: str, texts: tuple[str, ...], slot: Slot, *, is_known: bool) -> float:
    """``WORTH`` where the values under a heading that isn't the place's own can only be that place's, else 0.

    ``is_known``: the heading is another place's own.
    """
    if not texts or not heading.strip():
        return 0.0
    if slot.name == "kind":
        return WORTH * (not is_known and (is_kind(texts) or _is_spelt_kind(texts) or _is_named(heading, "kind", texts)))
    if slot.name == "setting" and is_of_settings(heading, texts):
        return WORTH
    if slot.name in ("setting", "grouping"):
        return WORTH * (_is_how(heading, slot.name, texts) or _is_named(heading, slot.name, texts))
    if slot.name == "service" and is_known:
        return WORTH * _is_type_of_service(heading, texts)
    judge = _JUDGES.get(slot.name)
    return WORTH * (judge is not None and not is_known and judge(heading, texts))


def _is_named(heading: str, topic: str, texts: tuple[str, ...]) -> bool:
    """Whether yes and no stand under a heading that itself names a code of the topic: Small Group?, Inside Gen Ed."""
    ticks = all(flags.read(text).value is not None for text in texts)
    return ticks and codes.find(words_of(heading), topic) is not None


def _is_how(heading: str, topic: str, texts: tuple[str, ...]) -> bool:
    """Settings, or groupings; In and Out alone tell nothing under a heading that doesn't say of what."""
    bare = {text.casefold() for text in texts}
    numbered = topic == "grouping" and not any(letter.isalpha() for text in texts for letter in text)
    named = not bare <= _IN_OUT and not (numbered and not _SIZES & said_by(heading))
    told = [text for text in texts if topic != "setting" or not codes.is_in_person(text)]
    return named and bool(told) and _nearly_all(tuple(told), lambda text: codes.find(text, topic) is not None)


def is_of_settings(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a few texts under a word for a place (Site), the half of them and more than one kind, are settings and no
    schools, as where the file's key says what its numbers mean; or all are places of any child (Home, School), or one is a
    child's home among places that are no schools."""
    if (
        texts
        and _PLACES & said_by(heading)
        and (all(text.casefold() in _ANYWHERE for text in texts) or _at_home(texts))
    ):
        return True
    found = [codes.find(text, "setting") for text in texts] if _PLACES & said_by(heading) else []
    told = [code for code in found if code]
    return 0 < len(texts) <= _FEW and len(set(told)) > 1 and len(told) >= _HALF * len(texts)


def _at_home(texts: tuple[str, ...]) -> bool:
    homes = [text for text in texts if codes.find(text, "setting") == "home"]
    few = len(texts) <= _FEW and len(homes) >= _HALF * len(texts) > 0
    return few and not any(_is_like_a_school(text) for text in texts if text not in homes)


def _tells_school(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether names of schools, half of them told as such and none of them a setting, stand under a place, or under a word
    for a building with one that nobody lists before it (Village School, ECSE Site)."""
    if is_of_schools(heading, texts):
        return True
    *before, last = words_of(heading).split() or [""]
    told = said_by(" ".join(before))
    named = (
        0 < len(before) <= _BEFORE
        and said_by(last) <= _BUILDINGS
        and not told & _OTHER_SCHOOLS
        and not any(map(str.isdigit, before))
    )
    like = sum(map(_is_like_a_school, texts))
    return named and like >= _HALF * len(texts) and not any(codes.find(text, "setting") for text in texts)


_BEFORE = 2
_BUILDINGS = families.BUILDINGS | {"school"}
_OTHER_SCHOOLS = meanings.words("strangers") | frozenset(
    ("last", "old", "new", "future", "sending", "receiving", "feeder", "boundary", "zoned", "neighborhood", "resident",
     "residence", "home", "elementary", "middle", "high", "secondary", "after", "before", "summer", "sister")
)  # fmt: skip
"""What makes another school of a heading than the one where a student is served, or a kind of school."""


def is_of_schools(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether all texts under a word for a place (Location) are names of schools: Lin Heights Elem, and not High School."""
    return bool(texts) and bool(_PLACES & said_by(heading)) and all(map(_is_school, texts))


def is_of_attendance(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether marks, ticks or outcomes stand under a heading that names nothing but attendance (Att.): it is of who came,
    and of no school."""
    told = all(len(text) <= _CODE or flags.read(text).value is not None or statuses.read(text).known for text in texts)
    return said_by(heading) == {"attendance"} and told


_SCHOOLS = frozenset(
    ("school", "elementary", "elem", "middle", "high", "primary", "intermediate", "academy", "es", "ms", "hs", "charter",
     "junior", "senior", "public", "preschool", "kindergarten", "special", "day", "home", "private", "the", "a", "of", "at")
)  # fmt: skip
"""Words of a school's name that many have, and others that make none of it; the name ends in one of ``_ENDS``."""
_ENDS = frozenset(
    ("school", "elementary", "elem", "middle", "high", "primary", "intermediate", "academy", "es", "ms", "hs")
)


def _is_school(text: str) -> bool:
    told = words_of(text).split()
    return bool(told) and told[-1] in _ENDS and not set(told) <= _SCHOOLS and codes.find(text, "setting") is None


def _is_like_a_school(text: str) -> bool:
    told = words_of(text).split()
    return len(told) > 1 and (bool(_OF_SCHOOLS & set(told)) or told[-1] in _ENDS)


_OF_SCHOOLS = frozenset(
    ("school", "elementary", "elem", "academy", "preschool", "prek", "kindergarten", "montessori", "charter", "intermediate",
     "head", "campus", "k8", "magnet", "lyceum", "nursery")
)  # fmt: skip
"""Words that a school's name has and hardly another place's: Head Start East."""


_PLACES = frozenset({"site", "location", "place", "where"})
_ANYWHERE = frozenset(
    {"home", "school", "clinic", "daycare", "day care", "preschool", "community", "office", "agency", "hospital"}
)
_IN_OUT = frozenset({"in", "out"})
_SIZES = frozenset({"group", "ratio", "size", "student", "count"})
"""Words of headings under which numbers alone (1:3) may be of groups."""
OF_PAPER = re.compile(
    r"\b(?:claim|bill\w*|sign\w*|approv\w*|note|notes|document\w*|eligib\w*|enrol\w*|consent|iep|plan|payment|report|record)\b"
)
"""Headings of paperwork: what stands beneath says nothing of a session."""


def _nearly_all(texts: tuple[str, ...], is_one: Callable[[str], bool]) -> bool:
    """Whether ``_MOST`` of the texts or more are so; the others aren't looked at once too many aren't."""
    allowed = int(len(texts) * (1 - _MOST) + 1e-9)
    return sum(1 for _ in islice((text for text in texts if not is_one(text)), allowed + 1)) <= allowed


SIGNED = frozenset(("initial", "signature"))
"""Headings of who signed: a word for an absence may stand in the place of their letters."""


def _is_status(heading: str, texts: tuple[str, ...]) -> bool:
    """Outcomes in words or codes, at least one of them a missed session: all, or of a few words the half.

    Single letters tell nothing by themselves: H is a holiday here and an origin there.
    """
    if OF_PAPER.search(words_of(heading)) or SIGNED & said_by(heading):
        return False
    if _tells_whom(heading, texts):
        return True
    if _is_reason(heading, texts) and not any(statuses.read(text).status in statuses.GIVEN for text in texts):
        return False
    known = [text for text in texts if numbers.to_float(text) is None and statuses.read(text).minutes is None
             and statuses.read(text).known]  # fmt: skip
    missed = any(statuses.read(text).status == "missed" and len(text) > 1 for text in known)
    in_words = len(texts) <= _FEW and min(map(len, known), default=0) > _CODE
    return missed and len(known) >= (_HALF if in_words else _MOST) * len(texts)


def _tells_whom(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column says who was away: ``Student``, ``Provider`` under ``Not available``, half of a few words or more."""
    known = sum(whom.of_whom(heading, text) is not None for text in texts)
    return 0 < len(texts) <= _FEW and known >= _HALF * len(texts)


_WHY = frozenset({"reason", "explanation", "cause"})
_OF_MISSED = families.MISSED | {"not", "undelivered"}
_WHAT = frozenset({"note", "comment", "remark", "code", "type", "detail", "description", "category", "explanation"})


def _is_reason(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column that is called a reason, or a note or code of what was missed (Canc Note, Not Provided Code), holds
    a few words, the half of them known as why somebody was away."""
    known = [statuses.read(text) for text in texts]
    missed = sum(one.known and bool(one.reason) for one in known)
    told = said_by(heading)
    named = bool(_WHY & told) or bool(_OF_MISSED & told and _WHAT & told)
    return named and len(texts) <= _FEW and missed >= _HALF * len(texts)


def _of_time(heading: str) -> str | None:
    """Which minutes of a session a heading of time tells of: given, planned, missed or away; None where it is none."""
    told = said_by(heading)
    if not told & _TIMES or told & _NO_MINUTES:
        return None
    named = next((name for name, words in _MINUTES if told & words), None)
    return named or ("minutes" if told <= _TIMES | _OF_SESSIONS else None)


_TIMES = families.TIMES
_OF_SESSIONS = frozenset({"session", "service", "therapy", "student", "provider", "total", "number", "count"})
_NO_MINUTES = frozenset(
    {"start", "end", "in", "out", "from", "to", "day", "week", "month", "year", "zone", "stamp", "due", "per"}
)
_MINUTES = (
    ("minutes_missed", frozenset({"missed", "not", "cancel", "absent", "undelivered"})),
    ("minutes_away", frozenset({"away", "break", "interruption"})),
    ("gross_minutes", meanings.words("planned") | meanings.words("promised") | {"gross"}),
    ("minutes", meanings.words("given") | {"see", "direct", "spent", "net", "worked", "attendance"}),
)
LONGEST_SESSION = 300.0


def _is_minutes(name: str) -> Callable[[str, tuple[str, ...]], bool]:
    def judge(heading: str, texts: tuple[str, ...]) -> bool:
        return _of_time(heading) == name and _nearly_all(texts, _is_long)

    return judge


def _is_long(text: str) -> bool:
    said = durations.read(text)
    return said.value is not None and said.value <= LONGEST_SESSION


def is_kind(texts: tuple[str, ...]) -> bool:
    """Whether a few texts tell direct from indirect, at least half of them; some may tell individual from group instead."""
    told = [codes.find(text, "kind") if len(text) > _CODE else None for text in texts]
    told = [said or codes.find(text, "grouping") for said, text in zip(told, texts, strict=True)]
    few = len(texts) <= _FEW and max(map(len, texts), default=0) <= _SHORT
    return few and "indirect" in told and sum(code is not None for code in told) >= _HALF * len(texts)


def _is_spelt_kind(texts: tuple[str, ...]) -> bool:
    """Whether a few long titles, each of them, tell direct from indirect, as a state's grid does (A. Consultation (indirect
    services to school personnel); C. Services in other settings (direct))."""
    told = {codes.find(text, "kind") for text in texts}
    return len(texts) <= _FEW and max(map(len, texts)) <= _TITLE and told == {"direct", "indirect"}


_TITLE = 90


def are_services(texts: tuple[str, ...], least: float = _HALF) -> bool:
    """Whether a few short texts are names of services, at least a share of them; why somebody was away (OT sick) is none."""
    few = 0 < len(texts) <= _FEW and max(map(len, texts)) <= _SHORT
    named = sum(codes.find(text, "service") is not None and statuses.read(text).status != "missed" for text in texts)
    return few and named >= least * len(texts)


def are_outcomes(texts: tuple[str, ...]) -> bool:
    """Whether a few texts, in words or by the file's key, say nothing but what became of sessions, given and missed ones."""
    said = [statuses.read(text) for text in texts if numbers.to_float(text) is None]
    told = {one.status for one in said}
    whole = len(said) == len(texts) <= _FEW and all(one.known and not one.document for one in said)
    return whole and "missed" in told and bool(told.intersection(statuses.GIVEN))


def _is_day_type(_heading: str, texts: tuple[str, ...]) -> bool:
    return _nearly_all(texts, lambda text: terms.day_type(text) is not None)


def _is_work_time(heading: str, texts: tuple[str, ...]) -> bool:
    """How much each of the staff works, in words, full time among them (full-time, half-time, 60% time), or as shares under a
    word for the contract alone (1.0, .8; 80%)."""
    if said_by(heading) and said_by(heading) <= _OF_CONTRACTS:
        return are_shares(texts)
    named = any("full" in text.casefold() or text.casefold() == "ft" for text in texts)
    return named and all(map(numbers.is_work_time, texts))


def are_shares(texts: tuple[str, ...]) -> bool:
    """Whether all texts are parts of full time, and not all of them whole numbers: 1.0, .8; 80%; 0.5 FTE."""
    return bool(texts) and all(map(_is_share, texts)) and not all(text.isdigit() for text in texts)


def are_funds(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether what pays somebody is money rather than an employer: IDEA, local funds under Paid by."""
    return "paid" in said_by(heading) and any(map(_FUND.search, texts))


_FUND = re.compile(
    r"^(?:idea|local|state|federal|general|grant|medicaid)\b(?! \w+ (?:district|schools?)\b)|"
    r"\b(?:funds?|funding|funded|grants?|levy|budget|title (?:[ivx]+|\d)|part b)\b",
    re.IGNORECASE,
)
_OF_CONTRACTS = frozenset(("contract", "contracted", "employment", "appointment", "employed"))
_MOST_TIME = 1.5


def _is_share(text: str) -> bool:
    share = numbers.read_share(text)
    written = "%" in text or "fte" in text.lower() or (numbers.to_float(text) or _MOST_TIME + 1) <= _MOST_TIME
    return written and not share.failed and share.value is not None and 0 < share.value <= _MOST_TIME


_OF_SCHOOL = frozenset(("open", "closed", "session", "school", "instructional", "student", "students", "attend"))


def _is_in_session(_heading: str, texts: tuple[str, ...]) -> bool:
    """Kinds of day, each beginning with whether there is school: Open; Open, half day; Closed to students."""
    told = [terms.day_type(text) for text in texts]
    named = all(_OF_SCHOOL & set(plain(text).split()[:2]) for text in texts)
    return len(texts) > 1 and named and all(told) and {"full"} & set(told) != set() and len(set(told)) > 1


def _is_frequency(heading: str, texts: tuple[str, ...]) -> bool:
    has_cycle = "cycle" in dict(says.said(heading, "frequency", "service_lines"))
    return _nearly_all(texts, lambda text: _tells_amount(text, has_cycle=has_cycle))


def _is_cycle(heading: str, texts: tuple[str, ...]) -> bool:
    """Words of cycles and nothing of an amount (``20 - Weekly``, ``per month``), under a heading of how often it is."""
    words = words_of(heading)
    named = _OF_A_CYCLE.search(words) is not None and OF_REPORTS.search(words) is None
    return named and _nearly_all(texts, _tells_cycle)


_OF_A_CYCLE = re.compile(
    r"\b(?:freq\w*|cycle|interval|period\w*|per|often|unit|recurr\w*|repeat\w*|every|weeks?|wks?)\b"
)
OF_REPORTS = re.compile(
    r"\b(?:progress|report\w*|review\w*|evaluat\w*|meeting\w*|bill\w*|pay\w*|data|grading|goal\w*)\b"
)


def _tells_cycle(text: str) -> bool:
    said = frequencies.read(text)
    return said.cycle is not None and said.amount_minutes is None and not dates.looks_like(text)


def _tells_amount(text: str, *, has_cycle: bool) -> bool:
    """Whether a text says how much in which cycle; a heading may say the cycle of all (Weekly Mandate)."""
    said = frequencies.read(text)
    return (has_cycle or said.cycle is not None) and (said.amount_minutes is not None or said.sessions is not None)


_OF_ANOTHER = re.compile(r"\b(?:co ?(?:tx|rx|treat\w*|therapy|session)|joint|jointly)\b")
"""Headings of whose service was given at the same time: Co-tx?"""


def is_of_another(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column names the service that was given together with that of the row."""
    return _OF_ANOTHER.search(words_of(heading)) is not None and all(codes.find(text, "service") for text in texts)


def _is_service(heading: str, texts: tuple[str, ...]) -> bool:
    return not is_of_another(heading, texts) and _nearly_all(
        texts, lambda text: codes.find(text, "service") is not None
    )


_OF_VISITS = frozenset({"visit", "session", "appointment", "appt", "encounter", "contact"})


def _is_type_of_service(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a type of visits, elsewhere what became of each, names nothing but services (OT TREATMENT, PT TREATMENT)."""
    told = said_by(heading)
    named = "type" in told and bool(_OF_VISITS & told)
    return named and all(codes.find(text, "service") and not statuses.read(text).known for text in texts)


def _is_session_date(heading: str, texts: tuple[str, ...]) -> bool:
    words = words_of(heading)
    named = _OF_A_SESSION.search(words) is not None and _OF_SOMETHING_ELSE.search(words) is None
    return named and _nearly_all(texts, dates.looks_like)


_DUE = frozenset(("end", "by", "due", "review", "reach", "achieve", "complete", "meet", "close"))
_NO_DUE = frozenset(("start", "last", "previous", "iep", "birth", "report", "sent", "enter", "create", "evaluation"))


def _is_due(heading: str, texts: tuple[str, ...]) -> bool:
    """Days under words for the end of a goal: Review By, Goal End, To be met by."""
    told = said_by(heading)
    return bool(told & _DUE) and not told & _NO_DUE and _nearly_all(texts, dates.looks_like)


def _is_progress(_heading: str, texts: tuple[str, ...]) -> bool:
    """A few codes or ratings of progress and nothing else, by the file's key or in words."""
    short = len(texts) <= _FEW and any(len(text) > _CODE for text in texts)
    return short and _nearly_all(texts, lambda text: codes.find(text, "progress_code") is not None)


def is_direction(_heading: str, texts: tuple[str, ...]) -> bool:
    """Which way goals are to go, in whole words, under any heading (The student will: increase, decrease)."""
    return bool(texts) and all(len(text) > _CODE and codes.find(text, "direction") for text in texts)


_LETTER = re.compile(r"^(?:[A-Z]|[1-9])$")
_OF_ROTATION = frozenset(("day", "type", "cycle", "rotation", "letter", "code"))


def _is_letter(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether single letters or numbers, two or more of them, stand where the kind of day is told."""
    named = bool(_OF_ROTATION & said_by(heading))
    return named and len(texts) > 1 and all(_LETTER.match(text) for text in texts)


def _is_made_up_for(heading: str, texts: tuple[str, ...]) -> bool:
    """Days under a heading that asks a make-up which session it is for: If a make-up, date missed."""
    told = said_by(heading)
    return "makeup" in told and bool(_MISSED_DAY & told) and _nearly_all(texts, dates.looks_like)


_MISSED_DAY = frozenset({"missed", "original", "for"})


def is_role(heading: str) -> bool:
    """Whether a heading is the role of somebody who treats, or one of several, in just these words: OTR, OT/COTA, but not
    OTR cosign."""
    roles = [phrases("role").get(words_of(part)) for part in _ONE_OF.split(heading)]
    return None not in roles and "TEACHER" not in roles


_ONE_OF = re.compile(r"\s*/\s*|,?\s+or\s+", re.IGNORECASE)


def _is_provider(heading: str, texts: tuple[str, ...]) -> bool:
    """Whole names under a heading that is the role of somebody who treats and nothing else: SLPA. A teacher may only
    teach."""
    return is_role(heading) and _nearly_all(texts, evidence.is_person)


_OF_TRIES = frozenset(("trial", "probe", "opportunity"))


def are_scores(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether shares or so many of so many stand under a word for tries (Trial: 35 %, 2/5): what was reached, not how many
    tries there were."""
    told = all(text.strip().endswith("%") or scores.fraction(text) is not None for text in texts)
    return bool(texts) and bool(_OF_TRIES & said_by(heading)) and told


def are_criteria(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether half of the texts or more under a word for measuring say how much is to be reached (Measurement: 4/5 trials,
    80% legibility): the criterion, and no unit."""
    told = [text for text in texts if criteria.read(text) is not None]
    return bool(_MEASURES & said_by(heading)) and len(told) >= _HALF * len(texts) > 0


_MEASURES = frozenset(("measure", "measurement", "metric", "measured"))
_JUDGES = {
    "value": are_scores, "target": are_criteria,
    "makes_up_date": _is_made_up_for, "provider_name": _is_provider, "school": _tells_school,
    "reason": _is_reason, "progress_code": _is_progress, "direction": is_direction, "cycle_day": _is_letter,
    "fte": _is_work_time, "is_instructional": _is_in_session,
    "due_date": _is_due, "status": _is_status, "day_type": _is_day_type, "frequency": _is_frequency, "service": _is_service,
    "cycle": _is_cycle,
    "session_date": _is_session_date,
    **{name: _is_minutes(name) for name, _ in _MINUTES},
}  # fmt: skip
