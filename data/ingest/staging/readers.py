"""Which reader of data.ingest.values reads each column."""

import re
from collections.abc import Callable
from functools import partial

from data.contracts.datasets import GROUPINGS, KINDS, ROLES, SERVICES, SETTINGS
from data.ingest.mapping import exceptions
from data.ingest.staging import by_role, forms
from data.ingest.staging.columns import NONE, Heading
from data.ingest.staging.work import Rule, Work
from data.ingest.values import (
    codes,
    dates,
    done,
    durations,
    flags,
    frequencies,
    grades,
    names,
    no_names,
    numbers,
    seasons,
)
from data.ingest.values.durations import MOST_MINUTES, Unit
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read, rejected, waiting
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by, spelt_out

Reader = Callable[[str], Read]

ALLOWED: dict[str, tuple[str, ...]] = {
    "service": SERVICES, "kind": KINDS, "setting": SETTINGS, "grouping": GROUPINGS, "role": ROLES,
}  # fmt: skip
CHOICES = {"flag": ("yes", "no"), "grade": ("PK", "TK", "K", *map(str, range(1, 13)), "12+")}
"""Answers that a person can give where there is no list of codes."""
_SESSION_LONG = ("minutes_per_session", "gross_minutes", "minutes_away", "minutes_missed")
_MANY_MINUTES = 1_000_000.0
_STUDENTS = re.compile(
    r"^\s*(\d{1,2})\s*(?:students?|stu|kids?|children|peers?|in group|in the group)\s*$", re.IGNORECASE
)
_MASKS = "<≤&*"
"""What a masked count begins with; no other text that ends with a digit says nothing, as most ids do."""
_SEVERAL = re.compile(r"[;\n|]|\w\s*(?:/|&|\+)\s*\w|\band\b|,[^,]*,[^,]*,", re.IGNORECASE)
"""What parts the names of several people in one cell."""
PLAIN = r"(?s)^[0-9A-Za-z](?:.*[0-9])?$"
"""Texts that ``written`` gives as they are: no blanks around them, no mask, no word for nothing, no error."""


def reader(work: Work, heading: Heading, form: dates.Form) -> Reader:
    """The reader of one column; ``form`` is how its dates are written."""
    if heading.reads in ALLOWED or heading.reads == "code":
        return _code(work, heading)
    field = work.known(heading.field)
    if heading.reads == "minutes":
        return lengths(work, heading)
    if heading.field == "fte":
        return numbers.read_share
    if heading.field == "hours_per_month":
        return lambda text: frequencies.hours_a_month(text, "minute" in spelt_out(words_of(heading.heading)).split())
    if heading.field in ("group_size", "group_max"):
        return _size
    if heading.field.endswith(_PARTS_OF_NAMES):
        return name_part
    if heading.field == "esy":
        return lambda text: seasons.read(work.answer(text) or text, heading.texts)
    if heading.field in ("baseline", "target"):
        return numbers.read_measure
    if heading.reads == "number":
        return numbers.read_integer if field is not None and field.type == "integer" else numbers.read
    simple: dict[str, Reader] = {
        "date": lambda text: forms.read(work, heading, text, form),
        "time": lambda text: _of_school_hours(work, heading, text),
        "flag": lambda text: flags.read(work.answer(text) or text),
        "grade": lambda text: grades.read(work.answer(text) or text),
        "school": lambda text: _school(work, text),
        "person": _provider(heading) if heading.field == "provider_name" else whole_name,
    }
    return simple.get(heading.reads, written)


def _size(text: str) -> Read:
    """How many students there are: 3, ``Group of 3``, ``3 students``; an individual is one."""
    size = codes.group_size(text)
    if size is None and codes.find(text, "grouping") == "individual":
        size = 1
    return numbers.read_integer(_STUDENTS.sub(r"\1", text)) if size is None else Read(size)


def lengths(work: Work, heading: Heading) -> Reader:
    """The reader of a column of minutes, in the unit that it is of."""
    told, most = unit(work, heading), most_minutes(work.dataset.name, heading.field)
    read = partial(durations.read, unit=told, most=most)
    of_sessions = work.dataset.name == "sessions" and heading.field in OF_SESSIONS
    return partial(_length, work, read) if of_sessions else read


def _length(work: Work, read: Reader, text: str) -> Read:
    """How long a session was; of a length from one to another (30-45 min), or with more said of it (20 min or so), a person
    must say it."""
    said = read(text)
    if said.code != "not_minutes" or not (durations.is_range(text) or durations.in_label(text)):
        return said
    answer = work.answer(text)
    unsaid = waiting("unknown_length", "this isn't one number of minutes; say how long the session was")
    return read(answer) if answer else unsaid


def _of_school_hours(work: Work, heading: Heading, text: str) -> Read:
    """A time of day when schools are open, and that one without AM or PM is taken so is told."""
    said = dates.of_school_hours(text)
    told = f"Times under {heading.heading} from 1:00 to 5:59 without AM or PM are taken as afternoon."
    if said.value != dates.read_time(text).value and told not in work.assumptions:
        work.assumptions.append(told)
    return said


def most_minutes(dataset: str, field: str) -> float:
    """The most minutes that a column can hold: a day for one session, else as good as any number."""
    return MOST_MINUTES if field in _SESSION_LONG or (dataset, field) == ("sessions", "minutes") else _MANY_MINUTES


def unit_of(heading: str) -> Unit:
    """What bare numbers under a heading are: minutes, unless it says hours or units."""
    words = set(words_of(heading).split())
    if words & {"units", "unit"} and "15" in words:
        return "units"
    if words & {"min", "mins", "minutes", "minute"}:
        return "minutes"
    return "hours" if words & {"hours", "hour", "hrs", "hr"} else "units" if words & {"units", "unit"} else "minutes"


UNITS: dict[str, Unit] = {"hours": "hours", "minutes": "minutes", "units": "units"}
OF_SESSIONS = ("minutes", "gross_minutes")
"""The fields that tell how long a session was, or was to be."""
_TIMED = {"sessions": OF_SESSIONS, "service_lines": ("line_minutes", "minutes_per_session", "amount_minutes")}
_MAY_BE_HOURS = 3
"""A session seldom lasts so many hours, or only so few minutes."""
_SMALL = 8
"""No log is of sessions that all last so few minutes, and no IEP promises so few."""


def unit(work: Work, heading: Heading) -> Unit:
    """What bare numbers of given or promised minutes are; asked where they are too small for minutes: 0.5, 0.75, 1."""
    if heading.field not in _TIMED.get(work.dataset.name, ()):
        return unit_of(heading.heading)
    if not is_unit_open(heading):
        named = unit_of(heading.heading)
        if named == "minutes" and any(0 < (numbers.to_float(text) or 0) < 1 for text in heading.texts):
            _too_short(work, heading)
        if named == "units":
            work.assumptions.append(f"A unit under {heading.heading} is 15 minutes.")
        return named
    if durations.are_of_a_day([number for text in heading.texts if (number := numbers.to_float(text)) is not None]):
        work.assumptions.append(
            f"The numbers under {heading.heading} are parts of a day, as 0:30 is where it was pasted."
        )
        return "days"
    value = f"unit of {heading.heading}"
    told = (work.answer(value) or "").casefold()
    if told in UNITS:
        return UNITS[told]
    text = f"Are the small numbers under {heading.heading!r} hours, minutes, or units of 15 minutes?"
    message = "it isn't said whether this is in hours, minutes or units"
    cell = f"c{heading.place}"
    work.rules.append(
        Rule(heading.heading, "unit_open", message, "wait", f"try_cast({cell} as double) > 0", cell,
             work.ask("code", value, text, tuple(UNITS)))
    )  # fmt: skip
    return "minutes"


def _too_short(work: Work, heading: Heading) -> None:
    """Rows with less than a minute among others of whole minutes go back, and a few minutes beside them, which may be hours as
    well: 0.5 and 1 beside 30 are half an hour and one, or slips."""
    cell = f"c{heading.place}"
    where = f"try_cast({cell} as double) > 0 and try_cast({cell} as double) < {_MAY_BE_HOURS}"
    message = "this may be in hours, among minutes; write how many minutes it was"
    work.rules.append(Rule(heading.heading, "too_short", message, "reject", where, cell))


def is_unit_open(heading: Heading) -> bool:
    """Whether the numbers under a heading may be hours or units though it doesn't say so: all of them are small, and
    the heading names no unit, or one of them is a part of a whole."""
    bare = [number for text in heading.texts if (number := numbers.to_float(text)) is not None and number > 0]
    if not bare or max(bare) > _SMALL or unit_of(heading.heading) != "minutes":
        return False
    named = set(words_of(heading.heading).split()) & {"min", "mins", "minutes", "minute"}
    return not named or any(number % 1 for number in bare)


def written(text: str) -> Read:
    """Text and ids as written, without the spaces around them."""
    bare = text.strip()
    if bare[-1:].isdigit() and bare[0] not in _MASKS:
        return Read(bare)
    if bare.startswith("#") and (error := error_in(bare)):
        return error
    return NOTHING if is_nothing(bare) else Read(bare)


_PARTS_OF_NAMES = ("last_name", "first_name")
_NAMES = frozenset(("Nan", "Null", "Nil", "Na", "Blank"))
"""Words for nothing that people are called by too; no machine writes nothing with one capital (nan, NaN, NULL)."""


def name_part(text: str) -> Read:
    """A family or given name as written, without a nickname behind it."""
    said = Read(text.strip()) if text.strip() in _NAMES else written(text)
    return said if said.failed or said.value is None else Read(names.part(str(said.value)))


def _school(work: Work, text: str) -> Read:
    """A school as the file writes it; one of the list by its id there."""
    if answer := work.answer(text):
        return written(answer)
    listed = work.context.schools.get(plain(text)) if work.dataset.name != "schools" else None
    if listed is None or listed == text.strip():
        return written(text)
    work.assumptions.append("Schools that the list of schools has are stored by their ids there.")
    return Read(listed)


def whole_name(text: str) -> Read:
    """A student's name in one cell, as a Name."""
    said = written(text)
    if _SEVERAL.search(text.strip()):
        return rejected("several_students", "several students are in one cell; write a row for each")
    return said if said.failed or said.value is None else Read(names.read(text))


def provider_name(text: str) -> Read:
    """A provider's name as "Last, First"; words for a vacant post, and organisations, are nobody."""
    said = written(text)
    if said.failed or said.value is None:
        return said if said.failed else NOTHING
    if no_names.is_vacant(text) or codes.is_title(text) or codes.is_organisation(text):
        return NOTHING
    return Read(names.provider(codes.without_title(text)))


def _provider(heading: Heading) -> Reader:
    """The reader of providers' names; the capitals of an agency (LEA) are nobody, but among other initials somebody's."""
    are_initials = any(_INITIALS.fullmatch(text.strip()) and not codes.is_agency(text) for text in heading.texts)
    if are_initials:
        return provider_name
    return lambda text: NOTHING if codes.is_agency(text) else provider_name(text)


_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")


def _code(work: Work, heading: Heading) -> Reader:
    topic = heading.field if heading.reads == "code" else heading.reads
    allowed = ALLOWED.get(topic) or heading.codes
    by_canonical = {code.casefold(): code for code in allowed}
    short = by_role.services(work, heading) if topic == "service" else {}

    def read(text: str) -> Read:
        answered = by_canonical.get((work.answer(text) or "").casefold())
        if answered:
            return Read(answered)
        if topic == "progress_code" and work.is_own_code(text, topic):
            return Read(None, f"unknown_{topic}", "the file's own key says something else than is usual", "wait")
        text = work.meant(text, lambda meaning: codes.find(meaning, topic) is not None)
        if topic == "kind" and plain(text) == codes.IND:
            return _of_ind(heading)
        ticked = _ticked(topic, heading, text)
        said = ticked or codes.read(text, topic)
        if said.failed and text in short:
            return Read(short[text])
        if said.failed and topic == "kind" and _is_beside_indirect(text, heading):
            return Read("direct")
        if said.failed and topic == "kind" and _is_beside_direct(text, heading):
            return Read("indirect")
        if said.failed and topic == "grouping" and _is_without_others(text, heading.heading):
            return Read("individual")
        return NOTHING if said.failed and _tells_another(topic, text, heading.heading) else said

    return read


def _is_beside_direct(text: str, heading: Heading) -> bool:
    """``C`` in a column of kinds in which D stands too: consult."""
    return plain(text) == "c" and any(plain(other) in ("d", "direct") for other in heading.texts)


def _of_ind(heading: Heading) -> Read:
    """``Ind`` under kinds: indirect, or individual, which says nothing of the kind; asked where it may be either."""
    short_for = codes.of_ind(heading.texts, heading.heading)
    if short_for is None:
        return Read(None, "unknown_kind", "this may be indirect or individual", "wait")
    return Read("indirect") if short_for == "indirect" else NOTHING


_MOST_WORDS = 2


def _tells_another(topic: str, text: str, heading: str) -> bool:
    """Whether a cell under direct or indirect says where, with how many or which service instead (Telepractice, Group),
    one under services no more than direct or indirect (Consultation), one under places that it was in person, or a kind
    that the session is a make-up, or was none."""
    if topic == "setting":
        return codes.is_in_person(text)
    if topic == "service":
        return len(plain(text).split()) <= _MOST_WORDS and codes.find(text, "kind") is not None
    if topic == "grouping" and any(codes.find(text, other) for other in ("kind", "setting")):
        return True
    if topic in ("kind", "grouping") and exceptions.is_one(text, heading):
        return True
    named = done.is_treatment(text)
    return topic == "kind" and (named or any(codes.find(text, other) for other in ("setting", "grouping", "service")))


def _is_beside_indirect(text: str, heading: Heading) -> bool:
    """Whether a cell of kinds says that a student is treated (Group session, Related service) where others are
    indirect."""
    others = any(codes.find(other, "kind") == "indirect" for other in heading.texts)
    return others and (done.is_treatment(text) or _RELATED.search(plain(text)) is not None)


def _is_without_others(text: str, heading: str) -> bool:
    """Whether a cell says Independent under a heading of groups; elsewhere (Support) it tells how much help there was."""
    return plain(text) == "independent" and bool(
        said_by(heading) & {"group", "grouping", "individual", "ratio", "size"}
    )


_RELATED = re.compile(r"^(?:supports? or |special education (?:and|or) )?related services?$")


def _ticked(topic: str, heading: Heading, text: str) -> Read | None:
    """A yes or no under a heading that names the setting or kind itself; None where it is neither."""
    tick = flags.read(text)
    if topic not in codes.HOW or tick.failed or tick.value is None:
        return None
    if topic == "grouping" and _may_count(heading):
        return NOTHING
    said = dict(heading.says).get(topic) or _named(topic, heading.heading)
    if said is None:
        return None
    opposite = _OPPOSITE.get(said)
    told = spelt_out(words_of(heading.heading)).split()
    either = (
        topic in ("kind", "grouping")
        or "gened" in told
        or any(word.startswith(("exclu", "remov", "integrat")) for word in told)
    )
    return Read(said) if tick.value else Read(opposite) if either else NOTHING


_OPPOSITE = {
    "push_in": "pull_out", "pull_out": "push_in", "direct": "indirect", "indirect": "direct", "group": "individual",
}  # fmt: skip


def _may_count(heading: Heading) -> bool:
    """Whether 1 in every row under a heading of groups may be a yes, a number of students or that of a group."""
    return {text.strip() for text in heading.texts} == {"1"} and NONE not in heading.keys.to_pylist()


def _named(topic: str, heading: str) -> str | None:
    if topic == "setting" and re.search(r"exclu|remov", words_of(heading)):
        return "pull_out"
    if topic == "setting" and "integrat" in words_of(heading):
        return "push_in"
    return codes.find(heading, topic) or codes.find(words_of(heading), topic)
