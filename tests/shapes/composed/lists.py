"""Rosters, staff lists, goals with their scores, and calendars."""

from datetime import date, timedelta
from typing import Any

from tests.shapes.composed import forms, people, who
from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Draft

_GRADES: dict[str, dict[str, str]] = {
    "K, 3": {"K": "K", "3": "3", "7": "7", "11": "11", "PK": "PK"}, "KG, 03": {"KG": "K", "03": "3", "07": "7", "11": "11"},
    "0, 3": {"0": "K", "3": "3", "7": "7", "11": "11"}, "3rd": {"3rd": "3", "7th": "7", "11th": "11"},
    "Grade 3": {"Grade 3": "3", "Grade 7": "7", "Kindergarten": "K"},
}  # fmt: skip
_ROLES: dict[str, dict[str, str]] = {
    "in words": {"Occupational Therapist": "OTR", "Speech Language Pathologist": "SLP", "Physical Therapist": "PT",
                 "School Psychologist": "PSYCH"},
    "short": {"OTR": "OTR", "COTA": "COTA", "SLP": "SLP", "PT": "PT"},
    "capitals": {"OCCUPATIONAL THERAPIST": "OTR", "SPEECH THERAPIST": "SLP", "SCHOOL COUNSELOR": "COUNSELOR"},
    "letters behind": {"OTR/L": "OTR", "COTA/L": "COTA", "CCC-SLP": "SLP"},
}  # fmt: skip
_GOALS = ("Copies a sentence legibly", "Cuts along a curved line", "Produces /r/ in all positions", "Answers wh- questions",
          "Ties both shoes", "Uses two-word phrases")  # fmt: skip
_AREAS = {
    "Fine Motor": "sensory_motor",
    "Self Care": "self_care",
    "Social Skills": "social_participation",
    "Writing": "academics",
}
_TYPES: dict[str, tuple[str, bool]] = {
    "Full Day": ("full", True), "Minimum Day": ("half", True), "Holiday": ("holiday", False),
    "Teacher Workday": ("staff_only", False), "Snow Day": ("emergency_closed", False),
}  # fmt: skip


def _dates(draft: Draft, chooser: Chooser, topic: str, name: str, days: list[date | None]) -> None:
    form = chooser.of("form of dates", forms.DATES)
    cells: list[Any] = ["" if day is None else form(day) for day in days]
    draft.add(chooser, topic, cells, name)
    draft.tell(name, [None if day is None else day.isoformat() for day in days])


def students(chooser: Chooser) -> Draft:
    """A roster."""
    count = chooser.random.randint(5, 9)
    kids = people.students(chooser, count)
    draft = Draft(
        "students", truth=who.rows(count), title=chooser.one(("Student Roster", "Caseload", "Enrollment Report"))
    )
    draft.add(chooser, "student.id", [one.id for one in kids], "student_id")
    draft.tell("student_id", [one.id for one in kids])
    if chooser.odds(0.7):
        draft.add(chooser, "student.last_name", [one.last for one in kids], "last_name")
        draft.add(chooser, "student.first_name", [one.first for one in kids], "first_name")
    else:
        column = draft.add(chooser, "student.name", [], "last_name", "first_name")
        ordered = "last" in column.heading.lower() and "first" in column.heading.lower()
        form = forms.NAMES[
            chooser.part("form of names", [one for one in forms.NAMES if one != "First Last" or not ordered])
        ]
        column.cells = [form(one.last, one.first) for one in kids]
    draft.tell("last_name", [one.last for one in kids])
    draft.tell("first_name", [one.first for one in kids])
    grades = chooser.of("form of grades", _GRADES)
    told = [chooser.one(grades) for _ in kids]
    draft.add(chooser, "student.grade", list(told), "grade")
    draft.tell("grade", [grades[grade] for grade in told])
    if chooser.odds(0.8):
        schools = [chooser.one(people.SCHOOLS) for _ in kids]
        draft.add(chooser, "student.school", list(schools), "school")
        draft.tell("school", list(schools))
    if chooser.odds(0.6):
        born = [date(2015, 1, 5) + timedelta(days=chooser.random.randint(0, 900)) for _ in kids]
        _dates(draft, chooser, "student.birth_date", "birth_date", list(born))
    if chooser.odds(0.5):
        entered: list[date | None] = [date(2025, 8, 25) + timedelta(days=chooser.random.randint(0, 20)) for _ in kids]
        _dates(draft, chooser, "student.enrolled_from", "enrolled_from", entered)
        if chooser.odds(0.6):
            left: list[date | None] = [
                date(2025, 11, 3) + timedelta(days=at) if at < 2 else None for at in range(count)
            ]
            _dates(draft, chooser, "student.enrolled_to", "enrolled_to", left)
    return draft


def providers(chooser: Chooser) -> Draft:
    """A list of staff."""
    staff = people.providers(chooser, 4)
    draft = Draft(
        "providers", truth=who.rows(len(staff)), title=chooser.one(("Staff List", "Related Service Providers"))
    )
    draft.add(chooser, "provider.id", [one.id for one in staff], "provider_id")
    draft.tell("provider_id", [one.id for one in staff])
    form = forms.NAMES[chooser.part("form of staff", ("Last, First", "First Last"))]
    draft.add(chooser, "provider.name", [form(one.last, one.first) for one in staff], "provider_name")
    draft.tell("provider_name", [one.name for one in staff])
    roles = chooser.of("form of roles", _ROLES)
    told = [chooser.one(roles) for _ in staff]
    draft.add(chooser, "provider.role", list(told), "role")
    draft.tell("role", [roles[role] for role in told])
    shares = [chooser.one((1.0, 0.8, 0.6, 0.5)) for _ in staff]
    draft.add(chooser, "provider.fte", list(shares), "fte")
    draft.tell("fte", list(shares))
    if chooser.odds(0.3):
        draft.add(chooser, "provider.contract_minutes", [2400 * share for share in shares], "contract_minutes")
        draft.tell("contract_minutes", [2400 * share for share in shares])
    if chooser.odds(0.5):
        bases = [chooser.one(people.SCHOOLS) for _ in staff]
        draft.add(chooser, "provider.home_school", list(bases), "home_school")
        draft.tell("home_school", list(bases))
    if chooser.odds(0.4):
        agencies = [chooser.one(("District", "Harbor Therapy LLC")) for _ in staff]
        draft.add(chooser, "provider.employer", list(agencies), "employer")
        draft.tell("employer", list(agencies))
    return draft


def goals(chooser: Chooser) -> Draft:
    """Goals of an IEP system, without scores."""
    count = chooser.random.randint(4, 6)
    kids = people.students(chooser, count)
    draft = Draft("goals", truth=who.rows(count), title="IEP Goals")
    who.students(draft, chooser, kids)
    if chooser.odds(0.5):
        numbers = [f"G{number + 1}" for number in range(count)]
        draft.add(chooser, "goals.goal_id", list(numbers), "goal_id")
        draft.tell("goal_id", list(numbers))
    texts = list(_GOALS[:count])
    draft.add(chooser, "goals.goal_text", list(texts), "goal_text")
    draft.tell("goal_text", list(texts))
    if chooser.odds(0.6):
        areas = [chooser.one(_AREAS) for _ in kids]
        draft.add(chooser, "goals.area", list(areas), "area")
        draft.tell("area", [_AREAS[area] for area in areas])
    mark = chooser.of("form of percents", {"20%": "{}%", "20": "{}"})
    for name in ("baseline", "target"):
        values = [chooser.one((20, 30, 40) if name == "baseline" else (80, 85, 90)) for _ in kids]
        draft.add(chooser, f"goals.{name}", [mark.format(value) for value in values], name)
        draft.tell(name, list(values))
    if mark == "{}%":
        draft.tell("unit", ["percent"] * count)
    if chooser.odds(0.6):
        due: list[date | None] = [date(2026, 3, 2) + timedelta(days=chooser.random.randint(0, 90)) for _ in kids]
        _dates(draft, chooser, "goals.due_date", "due_date", due)
    return draft


def calendar(chooser: Chooser) -> Draft:
    """A school calendar, a day a row."""
    days = [date(2025, 8, 25) + timedelta(days=7 * number + number % 5) for number in range(8)]
    draft = Draft(
        "calendar_days",
        truth=who.rows(len(days)),
        title=chooser.one(("School Calendar 2025-2026", "District Calendar")),
    )
    _dates(draft, chooser, "calendar_days.day", "day", list(days))
    kinds = [chooser.one(_TYPES) for _ in days]
    way = chooser.weighed("calendar", {"both": 50, "type": 30, "flag": 20})
    if way != "type":
        yes, no = chooser.of(
            "form of flags", {"Y and N": ("Y", "N"), "Yes and No": ("Yes", "No"), "1 and 0": ("1", "0")}
        )
        draft.add(
            chooser,
            "calendar_days.is_instructional",
            [yes if _TYPES[kind][1] else no for kind in kinds],
            "is_instructional",
        )
    if way != "flag":
        draft.add(chooser, "calendar_days.day_type", list(kinds), "day_type")
        draft.tell("day_type", [_TYPES[kind][0] for kind in kinds])
    draft.tell("is_instructional", [_TYPES[kind][1] for kind in kinds])
    return draft
