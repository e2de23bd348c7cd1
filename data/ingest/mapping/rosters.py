"""What columns of lists of people only look like: a start that is a service's, minutes that are a load, a leave that ends."""

import re
from collections.abc import Callable
from statistics import median

from data.contracts import meanings
from data.contracts.synonyms import SLOTS
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import likeness
from data.ingest.model import Table
from data.ingest.staging.readers import unit_of
from data.ingest.values import durations, numbers, words

Judge = Callable[[Fit, Table], dict[int, str | None]]
_BARE = frozenset({"start", "end", "date", "first", "last", "day", "from", "to"})
"""Words of days of anything: a student's at a school, or those of a service."""
_OF_SERVICES = frozenset(
    {"service", "provider", "iep", "plan", "eligibility", "frequency", "mandate", "discipline", "goal"}
)
LEAST_OF_FULL_TIME = 1400.0
"""Minutes a week below which nobody's contract for full time is."""
_LOOKED_AT = 300


def of_starts(fit: Fit, table: Table) -> dict[int, str | None]:
    """Bare days (Start, End) beside a service, who gives it or a plan may be those of the service, and are no enrolment: the
    student's lines would be cut by them."""
    if fit.dataset != "students" or not any(_OF_SERVICES & words.said_by(heading) for heading in fit.headings):
        return {}
    places = [fit.places[name] for name in ("enrolled_from", "enrolled_to") if name in fit.places]
    return {place: None for place in places if words.said_by(fit.headings[place]) <= _BARE}


def of_leaves(fit: Fit, table: Table) -> dict[int, str | None]:
    """A leave from which somebody returns ends no post."""
    place = fit.places.get("end_date") if fit.dataset == "providers" else None
    returns = any({"return", "returned", "returning", "back"} & words.said_by(heading) for heading in fit.headings)
    is_leave = place is not None and {"leave", "left"} & words.said_by(fit.headings[place])
    return {place: None} if place is not None and is_leave and returns else {}


def of_loads(fit: Fit, table: Table) -> dict[int, str | None]:
    """Time a week that is too little for a contract of as much of full time as stands beside it is what somebody gives."""
    if fit.dataset != "providers" or not {"fte", "contract_minutes"} <= fit.places.keys():
        return {}
    place = fit.places["contract_minutes"]
    if {"contract", "contracted"} & words.said_by(fit.headings[place]):
        return {}
    unit = unit_of(fit.headings[place])
    pairs = zip(
        *(table.body.column(at).slice(0, _LOOKED_AT).to_pylist() for at in (place, fit.places["fte"])), strict=True
    )
    told = [(durations.read(minutes, unit, _MANY).value, numbers.read_share(share).value) for minutes, share in pairs]
    ratios = [minutes / share for minutes, share in told if minutes and share]
    return {place: None} if ratios and median(ratios) < LEAST_OF_FULL_TIME else {}


def of_own_ids(fit: Fit, table: Table) -> dict[int, str | None]:
    """The district's own id of a student beside one of the state's: logs and plans have the first."""
    place = fit.places.get("student_id")
    if place is None or not _is_statewide(fit.headings[place]):
        return {}
    own = [other for other in ids_beside(fit, table) if not _is_statewide(fit.headings[other])]
    return {own[0]: "student_id"} if len(own) == 1 else {}


def of_bare_ids(fit: Fit, table: Table) -> dict[int, str | None]:
    """A bare ID beside one that says whose it is (Student Number, Local ID) is the row's own, or another system's."""
    place = fit.places.get("student_id")
    if place is None or words.heading(fit.headings[place]) not in _BARE_IDS:
        return {}
    own = [other for other in ids_beside(fit, table) if _OF_A_STUDENT & words.said_by(fit.headings[other])]
    own = [other for other in own if not _is_statewide(fit.headings[other])]
    return {own[0]: "student_id"} if len(own) == 1 else {}


_BARE_IDS = frozenset(("id", "identifier", "id number", "uid", "unique id", "unique identifier"))
_OF_A_STUDENT = frozenset(("student", "local", "district", "sis", "permanent", "perm"))


def ids_beside(fit: Fit, table: Table) -> list[int]:
    """The columns without a place that hold an id of a student as well, beside the one that was taken."""
    slot = next((slot for slot in SLOTS[fit.dataset] if slot.name == "student_id"), None)
    if slot is None or "student_id" not in fit.places:
        return []
    free = [place for place, (name, _) in enumerate(fit.taken) if name is None]
    return [place for place in free if likeness(fit.headings[place], slot) >= _SURE and _are_ids(table, place)]


def _are_ids(table: Table, place: int) -> bool:
    texts = [text for text in table.body.column(place).slice(0, _LOOKED_AT).to_pylist() if text and text.strip()]
    return bool(texts) and all(_ID.match(text.strip()) for text in texts)


def _is_statewide(heading: str) -> bool:
    return bool(meanings.words("statewide") & words.said_by(heading))


_MANY = 1_000_000.0
_SURE = 0.9
_ID = re.compile(r"^(?=.*\d)[\w-]{2,40}$")
JUDGES: tuple[Judge, ...] = (of_starts, of_leaves, of_loads, of_own_ids, of_bare_ids)
