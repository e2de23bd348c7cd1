"""Who, by whom, what and where: the columns that sessions, lines and goals have in common."""

from typing import Any

from tests.shapes.composed import forms, people
from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Draft
from tests.shapes.composed.people import Person

LIFTED = {"none": 55, "student": 12, "provider": 12, "service": 12, "school": 9}
"""What stands above the table rather than in its rows, by weight."""
_LABELS = {
    "student": ("Student", "Student Name", "Name of Student", "Child's Name"),
    "provider": ("Provider", "Therapist", "Service Provider", "Provider Name"),
    "service": ("Service", "Service Type", "Related Service", "Type of Service"),
    "school": ("School", "School Name", "Building"),
}  # fmt: skip
_SETTINGS: dict[str, dict[str, str]] = {
    "classrooms": {"General Education Classroom": "push_in", "Therapy Room": "pull_out", "Teletherapy": "tele"},
    "push and pull": {"Push-in": "push_in", "Pull-out": "pull_out"},
    "inside and outside": {"Inside General Education": "push_in", "Outside General Education": "pull_out"},
    "codes of class": {"Gen Ed": "push_in", "Resource Room": "pull_out", "Home": "home"},
    "capitals": {"REGULAR CLASSROOM": "push_in", "SPEECH ROOM": "pull_out"},
}
_GROUPINGS: dict[str, dict[str, str]] = {
    "words": {"individual": "Individual", "group": "Group"},
    "short": {"individual": "Ind", "group": "Grp"},
    "small group": {"individual": "One-on-one", "group": "Small Group"},
    "letters": {"individual": "I", "group": "G"},
    "therapy": {"individual": "Individual Therapy", "group": "Group Therapy"},
}
_KINDS: dict[str, dict[str, str]] = {
    "words": {"direct": "Direct", "indirect": "Indirect"},
    "consult": {"direct": "Direct", "indirect": "Consult"},
    "long": {"direct": "Direct Service", "indirect": "Consultation"},
}


def lifted(chooser: Chooser) -> str:
    """What stands above the table."""
    return chooser.weighed("above the table", LIFTED)


def students(draft: Draft, chooser: Chooser, who: list[Person]) -> None:
    """The student's columns: an id, a name in one or two columns, or both."""
    way = chooser.weighed("who", {"id": 25, "name": 25, "id and name": 30, "two names": 8, "id and two names": 12})
    if "id" in way:
        draft.add(chooser, "student.id", [one.id for one in who], "student_id")
        draft.tell("student_id", [one.id for one in who])
    if way in ("name", "id and name"):
        column = draft.add(chooser, "student.name", [], "student")
        ordered = "last" in column.heading.lower() and "first" in column.heading.lower()
        allowed = [form for form in forms.NAMES if form != "First Last" or not ordered]
        form = forms.NAMES[chooser.part("form of names", allowed)]
        column.cells = [form(one.last, one.first) for one in who]
    if "two" in way:
        draft.add(chooser, "student.last_name", [one.last for one in who], "student")
        draft.add(chooser, "student.first_name", [one.first for one in who], "student")
    if "name" in way:
        draft.tell("student", [one.name for one in who])


def provider(draft: Draft, chooser: Chooser, who: list[Person], above: bool) -> None:
    """The provider: above the table, in one column, or not at all."""
    if above:
        draft.facts[chooser.one(_LABELS["provider"])] = _called(chooser, who[0], who[0].first)
        draft.tell("provider", [one.name for one in who])
        return
    way = chooser.weighed("provider", {"none": 30, "name": 55, "id and name": 15})
    if way == "none":
        return
    if "id" in way:
        draft.add(chooser, "provider.id", [one.id for one in who], "provider_id")
        draft.tell("provider_id", [one.id for one in who])
    form = chooser.part("form of providers", ("Last, First", "First Last", "First Last, CREDENTIAL"))
    column = draft.add(chooser, "provider.name", [_called(chooser, one, form) for one in who], "provider")
    if column.heading.strip(" :*").lower() == "slp":
        column.heading = "Therapist"
    draft.tell("provider", [one.name for one in who])


def _called(chooser: Chooser, who: Person, form: str) -> str:
    if form == "First Last, CREDENTIAL":
        return f"{who.first} {who.last}, MA"
    return who.name if form == "Last, First" else f"{who.first} {who.last}"


def service(draft: Draft, chooser: Chooser, codes: list[str], above: bool) -> None:
    """The service: above the table or in a column."""
    form = chooser.part("form of services", people.SERVICES["OT"])
    told = [people.SERVICES[code][form] for code in codes]
    if above:
        draft.facts[chooser.one(_LABELS["service"])] = told[0]
    else:
        draft.add(chooser, "service.service", told, "service")
    draft.tell("service", codes)
    draft.tell("grouping", ["individual" if "Individual" in people.SERVICES[code][form] else None for code in codes])


def school(draft: Draft, chooser: Chooser, names: list[str], above: bool) -> None:
    """The school where, perhaps."""
    if above:
        draft.facts[chooser.one(_LABELS["school"])] = names[0]
    elif chooser.odds(0.2):
        draft.add(chooser, "service.school", names, "school")
    else:
        return
    draft.tell("school", list(names))


def coded(draft: Draft, chooser: Chooser, name: str, share: float) -> None:
    """A column of settings, groupings or kinds, now and then."""
    if not chooser.odds(share):
        return
    rows = len(draft.truth)
    if name == "setting":
        words = chooser.of("form of settings", _SETTINGS)
        told = [chooser.one(words) for _ in range(rows)]
        values = [words[one] for one in told]
    else:
        codes = chooser.of(f"form of {name}s", _GROUPINGS if name == "grouping" else _KINDS)
        values = [chooser.one(codes) for _ in range(rows)]
        told = [codes[value] for value in values]
    draft.add(chooser, f"service.{name}", told, name)
    draft.tell(name, values)


def head(draft: Draft, chooser: Chooser, who: Person) -> None:
    """The one student of a sheet above its table, by name, perhaps with the id."""
    draft.facts[chooser.one(_LABELS["student"])] = chooser.one((who.name, f"{who.first} {who.last}"))
    if chooser.odds(0.5):
        draft.facts[chooser.one(("Student ID", "ID", "Student #"))] = who.id
        draft.tell("student_id", [who.id] * len(draft.truth))
    draft.tell("student", [who.name] * len(draft.truth))


def rows(count: int) -> list[list[dict[str, Any]]]:
    """As many rows, of which nothing is told yet."""
    return [[{}] for _ in range(count)]
