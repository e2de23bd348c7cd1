"""Section titles without a label that still say which service, school or person the records below them are of."""

import re
from collections.abc import Iterable
from functools import cache
from operator import itemgetter

from data.contracts import synonyms
from data.ingest.tables import bands, groups, looks, plan_titles, signed, years
from data.ingest.tables.labels import PAIR, Pairs
from data.ingest.tables.layouts import periods
from data.ingest.tables.steps.people import ids
from data.ingest.values import codes, dates, families, grades, names, seasons, words

_SCHOOL = re.compile(
    r"\b(?:elementary|middle|high|school|academy|primary|preschool|charter|elem|k-8)\b|^(?:[PIMH]\.?S\.?|J\.?H\.?S\.?)"
    r" ?#?\d{1,3}\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, [A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)*$")

_WEEK = re.compile(r"(?:the )?(?:week|wk) (?:of|beginning|starting)?\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:the )?(?:(?:week|wk)\b.{3,30}|(?:month of )?[A-Za-z]{3,9}\.?,? *[-–]? *20\d\d)", re.IGNORECASE
)
"""A title of one week, or of one month with its year, and nothing else."""

_HOW = {"Kind", "Setting"}
"""What one title of several says of its records holds up to the next one, which may say it in words nobody knows."""

_OWN = {
    "Date": ("sessions", ("session_date",)),
    "Student": ("student", ("student_id", "student_name", "student_last_name")),
    "Provider": ("provider", ("provider_id", "provider_name", "provider_last_name")),
    "Grade": ("student", ("student_grade",)),
}
"""What only some records have, and the headings that tell it already."""

_OF_NO_SCHOOL = frozenset(
    ("personnel", "support", "supports", "services", "staff", "program", "programs", "year", "no")
)
"""Words of titles that speak of schools and name none: Supports for School Personnel."""

Between = list[tuple[int, int, str]]
Above = list[tuple[int, str]]
Found = list[tuple[int, tuple[str, ...], str]]
"""Row, what its title tells, the title."""

SECTION = "Section"
"""The column of titles of which only a person can say what they are."""


def sections(
    between: Between, above: Above, headings: tuple[str, ...], open_columns: dict[int, str]
) -> list[tuple[int, Pairs]]:
    """(row, label -> value) of titles (row, column, text) between records, and of like ones above the header.

    A title in a column that its records leave open (place -> heading) is that column's. Else it is a service, a school,
    or a name ``Last, First`` (whose, a person must say: the column is ``Section``), where the table tells none itself.
    """
    banded = {at: pairs for at, _, text in between if (pairs := bands.read(text))}
    of_goals = any(map(periods.names_goal, headings))
    if banded and (
        of_goals
        or _has("Provider", headings)
        or all(bands.is_of_a_student(text) for at, _, text in between if at in banded)
    ):
        return [*_of_bands(banded, between), *_of_seasons(between, above, headings)]
    found = [
        (at, kinds, text)
        for at, place, text in between
        if (kinds := (open_columns[place],) if place in open_columns else _untold(text, headings))
    ]
    elsewhere = [(at, kind) for kind in ("School", "Grade") for at, _ in _strange(between, found, {kind})]
    found = _with_how(between, found, headings)
    told = {kind for _, kinds, _ in found for kind in kinds}
    first = [(at, kinds, text) for at, text in above if (kinds := _first(text, told))]
    told_of = [(at, {kind: _value(kind, text) for kind in kinds}) for at, kinds, text in sorted([*first, *found])]
    told_of += [(at, {kind: ""}) for at, kind in [*elsewhere, *_within(found)]]
    told_of += _schools_beside(between, told_of, headings)
    told_of += [*_signed(between, above, headings), *_of_seasons(between, above, headings)]
    told_of += plan_titles.read(between, above, headings)
    return [*sorted(told_of, key=itemgetter(0)), *groups.read(between, above, headings)]


def _within(found: Found) -> list[tuple[int, str]]:
    """Where a title of a school ends the grade of the one before it, or the other way about, as the first of them does."""
    told = [(at, kind) for at, kinds, _ in sorted(found) for kind in kinds if kind in _NESTED]
    outer = told[0][1] if told else ""
    inner = _NESTED.get(outer, "")
    return [(at, inner) for at, kind in told if kind == outer and any(other == inner for _, other in told)]


_NESTED = {"School": "Grade", "Grade": "School"}
"""Titles that stand within one another, in either order."""


def _of_seasons(between: Between, above: Above, headings: tuple[str, ...]) -> list[tuple[int, Pairs]]:
    """Whether the lines under each title are of the extended year, where titles between them tell of it or of the school
    year, and no column does."""
    said = [words.said_by(one) for one in headings]
    of_amounts = any(one & families.AMOUNTS for one in said) and not looks.meant_for(
        headings, "sessions", "session_date"
    )
    if not of_amounts or any(one & families.SUMMER for one in said):
        return []
    later = [(at, season) for at, _, text in between if (season := seasons.of_title(text)) is not None]
    first = [(at, season) for at, text in above if (season := seasons.of_title(text)) is not None] if later else []
    told = [*first, *later]
    return [(at, {"ESY": "Yes" if season else "No"}) for at, season in told] if any(one for _, one in told) else []


def _signed(between: Between, above: Above, headings: tuple[str, ...]) -> list[tuple[int, Pairs]]:
    """Who treated, by titles that name one person beside a service (SPEECH - Rae Quan, CCC-SLP), or as the title above the
    first records does; under a title of another service without a name nobody did."""
    if _has("Provider", headings):
        return []
    services = {codes.find(text, "service") for _, text in above if _signer(text, headings)}
    told = {
        at: name
        for at, _, text in between
        if services or codes.find(text, "service")
        if (name := _signer(text, headings) if services else signed.with_credentials(text))
    }
    ended = bool(told) or bool(services - {None})
    others = [at for at, _, text in between if ended and codes.find(text, "service") not in (None, *services)]
    return [(at, {"Provider": told.get(at, "")}) for at in {*told, *others}]


def _schools_beside(
    between: Between, told: list[tuple[int, Pairs]], headings: tuple[str, ...]
) -> list[tuple[int, Pairs]]:
    """The schools that titles name beside who treats there or the like: WASHINGTON MS - Uri Falk, COTA/L."""
    if _has("School", headings):
        return []
    known = {at for at, pairs in told if pairs.get("School")}
    parted = [(at, text) for at, _, text in between if at not in known and len(signed.parts(text)) > 1]
    return [(at, {"School": school}) for at, text in parted if (school := school_in((text,)))]


def _signer(text: str, headings: tuple[str, ...]) -> str | None:
    return signed.with_credentials(text) or signed.beside_service([text], headings)


def _with_how(between: Between, found: Found, headings: tuple[str, ...]) -> Found:
    """What titles tell, with all that titles of how services are given tell of it at each of them, known or not."""
    found = [*found, *_in_a_word(between, found, [kind for kind in ("Kind", "Setting") if not _has(kind, headings)])]
    how = sorted({kind for _, kinds, _ in found for kind in kinds} & _HOW)
    found += [(at, (how[0],), text) for at, text in _strange(between, found, _HOW)]
    return [
        (at, (*kinds, *(one for one in how if one not in kinds)) if _HOW & {*kinds} else kinds, text)
        for at, kinds, text in found
    ]


def _in_a_word(between: Between, found: Found, open_kinds: list[str]) -> Found:
    """Titles that say in one word how what stands under them is given (Direct; Consultation), where they say several
    things, or others say it in more words."""
    known = {at for at, _, _ in found}
    free = [(at, text) for at, _, text in between if at not in known and len(text) > _CODE]
    told = [(at, kinds, text) for at, text in free if (kinds := tuple(one for one in _how(text) if one in open_kinds))]
    several = len({codes.find(text, kind.lower()) for _, kinds, text in told for kind in kinds}) > 1
    return told if several or any(_HOW & {*kinds} for _, kinds, _ in found) else []


_CODE = 3
"""The longest title that is a code rather than a word."""


def _how(text: str) -> tuple[str, ...]:
    return tuple(topic.title() for topic in ("kind", "setting") if codes.find(text, topic))


def _strange(between: Between, found: Found, of: set[str]) -> list[tuple[int, str]]:
    """Titles written as those of schools are, or of how services are given, in their column and as large, that tell
    nothing known (ITINERANT; Consultation): what stands under them is least of all what the title before says. Right
    under such a title it is a part of that one."""
    rows = {at for at, *_ in between}
    kinds_at = {at: kinds for at, kinds, _ in found}
    named = [(place, text.isupper()) for at, place, text in between if of & {*kinds_at.get(at, ())}]
    alike = {*named} if len(named) > 1 else set()
    strange = [one for one in between if one[0] not in kinds_at and one[0] - 1 not in rows]
    return [(at, text) for at, place, text in strange if alike & {(place, text.isupper()), (place, _is_large(text))}]


def _is_large(text: str) -> bool:
    """Whether a title has capitals alone for another reason than that it is one of short names (BHS Annex)."""
    return text.isupper() and re.search(r"[A-Z]{4}", text) is not None


def _of_bands(banded: dict[int, Pairs], between: Between) -> list[tuple[int, Pairs]]:
    """The bands of students, each telling all that any of them tells; under another title nobody stands, since it may be
    a band that can't be read."""
    told = dict.fromkeys(label for pairs in banded.values() for label in pairs)
    nobody = dict.fromkeys(told, "")
    return [(at, nobody | banded.get(at, {})) for at, _, _ in sorted(between)]


def unread(between: Between, told: list[tuple[int, Pairs]], above: list[tuple[int, Pairs]]) -> list[tuple[int, Pairs]]:
    """Where what stands above the table of its student ends: at titles that may be of another student, and from which
    nothing is read (Olaf Grzywacz   Case 4471)."""
    known = {at for at, _ in told}
    whose = {label for _, pairs in above for label in pairs if words.heading(label) in looks.of_students()}
    ended = dict.fromkeys(whose, "")
    return [(at, ended) for at, _, text in between if whose and at not in known and _may_be_a_student(text)]


def _may_be_a_student(text: str) -> bool:
    numbered = re.match(r"^([^\d]*?)[^\w]+(?:[\w]+\W+){0,3}(\d{4,})\W*$", text.strip())
    first = re.split(r"\s{2,}|\s[-–—|/•]\s|[(:#]", text.strip())[0].strip()
    return bands.read(text) is not None or (numbered is not None and names.looks_whole(first) and not is_month(text))


def _value(kind: str, text: str) -> str:
    """What a title says of a kind of thing; one word for how a service is given (Direct) says nothing of where."""
    if kind in _HOW and " " not in text and codes.find(text, kind.lower()) is None and _how(text):
        return ""
    if kind == "Grade":
        return grade_in(text) or text
    if kind == "Date":
        return _day_beside(text) or text
    if kind == "School":
        bare = _COUNT.sub("", text)
        return school_in((bare,)) or _place(bare) or bare
    return (periods.read(text).period or text) if kind == PERIOD else text


_COUNT = re.compile(
    r"\s*(?:\(\s*(?:n\s*=\s*)?\d{1,4}(?: (?:students?|pupils?|children|kids))?\s*\)|"
    r"[-–—:,]\s*\d{1,4} (?:students?|pupils?|children|kids))$",
    re.IGNORECASE,
)
"""How many stand under a title: (12), - 12 students."""
PERIOD = "Grading Period"
_ENDS = frozenset(
    ("", "ended", "ends", "ending", "end", "through", "thru", "report", "reports", "progress", "progress report")
)


def _is_period(text: str) -> bool:
    """Whether a title is a grading period, with no more beside it than the day on which it ends."""
    told = periods.read(text)
    return told.period is not None and words.plain(told.rest) in _ENDS


def _kinds(text: str) -> tuple[str, ...]:
    """What a title names: a day, a student by name and id, direct or indirect and where (Direct Services in the General
    Education Classroom), else a school, a service, or a person."""
    if dates.looks_like(text):
        return ("Date",)
    if _day_beside(text):
        return ("Date", "Service")
    if _PERIOD.fullmatch(text.strip()) and (_WEEK.match(text) or dates.month_in(text)):
        return ("Week of",) if _WEEK.match(text) else ("Month",)
    if (told := ids.split(text)) and PERSON.match(told[0]):
        return ("Student",)
    service = ("Service",) if codes.find(text, "service") else ()
    if (how := _how(text)) and " " in text:
        return (*how, *service)
    if grade_in(text):
        return ("Grade",)
    if (
        (school := _place(_COUNT.sub("", text)))
        and _SCHOOL.search(school)
        and not _OF_NO_SCHOOL & set(words.plain(text).split())
    ):
        return ("School",)
    return service or ((SECTION,) if PERSON.match(text) else ())


def _day_beside(text: str) -> str | None:
    """The day that a title tells beside nothing but a service: OT - October 6, 2025."""
    parts = signed.parts_whole(text)
    days = [part for part in parts if dates.looks_like(part)]
    others = [part for part in parts if part not in days]
    return days[0] if len(days) == 1 and others and all(codes.find(one, "service") for one in others) else None


def grade_in(text: str) -> str | None:
    """The grade that a title is nothing but the name of, with its room, teacher or how many stand under it, or none; one
    number alone is none."""
    match = _OF_GRADE.fullmatch(_COUNT.sub("", text.strip()))
    told = match and grades.read(match["grade"])
    return match["grade"] if match and told and not told.failed else None


_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_EARLY = r"(?:(?:pre-?|transitional )?kindergarten|kinder|pre-?k|preschool|tk)"
_OF_GRADE = re.compile(
    rf"(?P<grade>(?:grade|gr\.?) ?#?(?:pre-?k|[pt]?k|\d{{1,2}})|{_NTH} (?:grade|gr\.?)|{_EARLY})"
    r"(?: students?| roster| class)?(?:\s*(?:[-–—:,/(]|\s)\s*(?:rm\.?|room|mrs?\.?|ms\.?|miss|dr\.?)\b.*)?",
    re.IGNORECASE,
)


def _place(text: str) -> str | None:
    """A title without the word for a place before it (Location: Elm Elementary); None where another label stands there."""
    match = PAIR.match(text)
    if match is None or text[match.end(1) :].lstrip()[:1] not in _SIGNS:
        return text
    return match[2].strip() if words.heading(match[1]) in _places() else None


_SIGNS = (":", "=")


@cache
def _places() -> frozenset[str]:
    """The labels of a place where somebody works or learns."""
    return frozenset((*synonyms.headings("shared")["school"], *synonyms.headings("providers")["home_school"]))


_OF_PERIODS = frozenset(("period", "quarter", "trimester", "semester", "term"))


def is_month(text: str) -> bool:
    """Whether a title is one month with its year, and nothing else."""
    return _PERIOD.fullmatch(text.strip()) is not None and not _WEEK.match(text) and dates.month_in(text) is not None


def _untold(text: str, headings: tuple[str, ...]) -> tuple[str, ...]:
    if _is_period(text):
        of_goals = any(map(periods.names_goal, headings)) and not any(periods.read(one).period for one in headings)
        return (PERIOD,) if of_goals and not any(words.said_by(one) & _OF_PERIODS for one in headings) else ()
    kinds = _kinds(text)
    is_nobodys = not kinds and lacks_people(headings) and _has("Date", headings)
    if ("Student" in kinds and not _has("Provider", headings)) or (is_nobodys and _is_a_name(text)):
        kinds = (SECTION,)
    return tuple(kind for kind in kinds if not _has(kind, headings))


def lacks_students(headings: tuple[str, ...]) -> bool:
    """Whether no heading is of students."""
    return not _has("Student", headings)


def lacks_people(headings: tuple[str, ...]) -> bool:
    """Whether no heading is of students, nor of who treated."""
    return lacks_students(headings) and not _has("Provider", headings)


def _is_a_name(text: str) -> bool:
    """Whether a title can only be a person's whole name in its natural order, an id behind it or none."""
    name = ids.without(text)
    return signed.is_person(name) and not any(codes.find(name, topic) for topic in ("service", "kind", "setting"))


def _first(text: str, told: set[str]) -> tuple[str, ...]:
    """What the title above the first records says, of what the later ones say."""
    how = _how(text) if len(text) > _CODE else ()
    named = (SECTION,) if _is_a_name(text) else ()
    kinds = {kind for kind in (*_kinds(text), *named, *how, *((PERIOD,) if _is_period(text) else ())) if kind in told}
    return tuple(sorted(kinds | (told & _HOW if kinds & _HOW else set())))


def _has(kind: str, headings: tuple[str, ...]) -> bool:
    if kind in _OWN:
        topic, names = _OWN[kind]
        taken = {word for name in names for word in synonyms.headings(topic)[name]}
    else:
        shared = synonyms.headings("shared")
        taken = {*shared.get(kind.lower(), ("section",))} - ({*shared["service"]} if kind in _HOW else set())
    return any(not taken.isdisjoint(_told(heading)) for heading in headings)


def _told(heading: str) -> set[str]:
    """A heading's words, and those in brackets and beside them by themselves: Location (Setting)."""
    return {words.heading(part) for part in (heading, *_BRACKETS.split(heading))} - {""}


_BRACKETS = re.compile(r"[()\[\]]")


_A_SCHOOL = re.compile(
    r"^(?=.{4,48}$)(?:[A-Z][A-Za-z.'’&-]*\s+){1,4}"
    r"(?:Elementary|Elem\.?|Middle|Jr\.? High|Junior High|Senior High|High|School|Academy|Primary|"
    r"Preschool|Early (?:Learning|Childhood|Education) Center|Prep|Preparatory|Campus|ES|MS|HS|K-8)(?:\s+School)?$"
)
_EVENTS = frozenset(
    ("break", "recess", "vacation", "holidays", "conference", "conferences", "testing", "assessment", "assessments", "exam",
     "exams", "finals", "closure", "closures", "closed", "intersession", "workday", "workdays", "orientation", "dismissal",
     "registration", "enrollment")
)  # fmt: skip
"""What a title tells of schools of a kind: Spring Break Elementary. Holiday and Window are in names (Window Rock Elementary)."""
_NO_SCHOOL = _EVENTS | frozenset(
    ("district", "schools", "department", "county", "public", "services", "service", "office", "summer", "extended", "after",
     "before", "home", "our", "my", "all", "each", "other", "same", "in", "of", "no", "year", "total", "caseload", "student",
     "staff", "lesson", "session", "data", "test", "meeting", "iep", "on", "off", "special", "inclusive", "inclusion",
     "integrated", "developmental", "itinerant", "community", "half", "full", "morning", "afternoon")
)  # fmt: skip


def school_in(titles: Iterable[str]) -> str | None:
    """The one school that titles, their parts, or a sheet's name, are nothing but the name of (Juniper Elementary - OT),
    beside its number (Juniper Elementary (112)), or stand behind a comma, at or for (PT log at Juniper Elementary)."""
    told = (part for text in titles for part in _parts(text))
    found = {bare for text in told if is_a_school(bare := _NUMBERED.sub("", " ".join(text.split())))}
    return found.pop() if len(found) == 1 else None


def school_of_calendar(titles: Iterable[str]) -> str | None:
    """The one school whose calendar titles say that a sheet is (Juniper Elementary School Calendar 2025-26; March 2026 -
    Juniper Elementary); that of schools of a kind, or of all (High School Calendar, Juniper School Calendar), is nobody's."""
    told = map(before_calendar, titles)
    names = [name for name, is_calendar in told if not (is_calendar and is_of_all(name))]
    found = school_in(part for name in names for part in signed.parts_whole(name))
    return None if found and is_of_all(found) else found


def before_calendar(title: str) -> tuple[str, bool]:
    """A title without its school year, its word for a calendar and what stands behind it; whether it has that word."""
    dated = years.apart(title)
    before, calendar, _ = _CALENDAR.sub("\n", dated[1] if dated else title).partition("\n")
    return before.strip(), bool(calendar)


_LETTERS = r"[A-H](?:[/,&–-][A-H])+"
_CALENDAR = re.compile(
    rf"(?:\s+(?:academic|annual|instructional|student|monthly|{_LETTERS}|rotati(?:on|ng)|block|bell|cycle|days?))*\s+calendar\b.*|"
    rf"\s+{_LETTERS}[\s-]+days?\b.*",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"^(?!.*\b(?:High|Middle|Elementary|Elem|Primary|Intermediate) School$).*\bSchool$|"
    r"\b(?:traditional|modified|balanced|year[- ]round|track|official|proposed|draft|approved|final|revised|adopted|all|"
    r"regular|standard|virtual|(?:\w+|[45])[- ]day|early[- ]release|late[- ]start|head start|"
    r"(?:union|unified|joint|consolidated) (?:high|elementary|school))\b|^(?:fall|spring|winter|summer) (?:high|middle|elem)",
    re.IGNORECASE,
)
"""What a calendar is of rather than of a school: a kind of year or of day, a draft, or all schools of a district (Union High)."""


def is_of_all(name: str) -> bool:
    """Whether what a calendar is called by is a kind of year, an event, or all schools, though it may look like a school's
    name."""
    return bool(_OF_ALL.search(name) or _OF_A_KIND.match(name) or _EVENTS & set(words.plain(name).split()))


def _parts(title: str) -> dict[str, None]:
    """A title, what stands between its strokes, and of these what stands between commas, and behind at or for; schools of
    a kind (services for Middle School) are none."""
    strokes = signed.parts(title)
    beside = [one.strip() for part in strokes for one in _BESIDE.split(part)]
    return dict.fromkeys((title, *strokes, *(one for one in beside if not _OF_A_KIND.match(one))))


_BESIDE = re.compile(r",\s+|\b(?:at|for)\s+(?=[A-Z])")
_OF_A_KIND = re.compile(r"(?:(?:Elementary|Elem|Middle|Junior|Jr|Senior|High|Primary)\b\.?\s*)+(?:School)?$")
_NUMBERED = re.compile(r"^\d{2,6}\s*[-–:]\s*|\s*(?:\(#?\d{2,6}\)|[-–#]\s*\d{2,6}|20\d\d(?:[-–/]\d\d(?:\d\d)?)?)$")


def is_a_school(text: str) -> bool:
    """Whether a text is nothing but a school's name; a service at schools of a kind (OT High) is none."""
    if not _A_SCHOOL.match(text) or _NO_SCHOOL & set(words.plain(text).split()):
        return False
    return codes.find(text, "service") is None and not any(codes.find(word, "service") for word in text.split())
