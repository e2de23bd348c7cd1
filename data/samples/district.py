"""The sample district's schools and staff, as fixed lists."""

from dataclasses import dataclass
from datetime import date

from data.samples import stories

DISTRICT = "Tamarack Valley Schools"
PLANNING, CONTRACT = 200, 2250
"""Minutes a week of one full-time post (rules 12)."""


@dataclass(frozen=True)
class School:
    """A school; ``grades`` are those it teaches."""

    name: str
    level: str
    zone: str
    grades: tuple[str, ...]

    @property
    def full_name(self) -> str:
        return f"{self.name} {self.level} School"


@dataclass(frozen=True)
class Provider:
    """A provider. ``target`` is the utilisation that the caseload is filled to; 0 where it isn't made from it."""

    provider_id: str
    last_name: str
    first_name: str
    role: str
    fte: float
    schools: tuple[str, ...]
    target: float = 0.0
    supervisor: str = ""
    other_duties: int = 0
    employer: str = "District"
    start: date | None = None
    end: date | None = None

    @property
    def name(self) -> str:
        return f"{self.last_name}, {self.first_name}"

    @property
    def capacity(self) -> float:
        """Minutes a week for the caseload: contract less planning and other duties (rules 12)."""
        return (CONTRACT - PLANNING) * self.fte - self.other_duties


ELEMENTARY = ("K", "1", "2", "3", "4", "5")
MIDDLE = ("6", "7", "8")
HIGH = ("9", "10", "11", "12")
SCHOOLS = (
    School("Alder Brook", "Elementary", "North", ELEMENTARY),
    School("Basalt Ridge", "Elementary", "North", ELEMENTARY),
    School("Copper Creek", "Elementary", "North", ELEMENTARY),
    School("Dovetail", "Elementary", "East", ELEMENTARY),
    School("Ember Valley", "Elementary", "East", ELEMENTARY),
    School("Foxglove", "Elementary", "East", ELEMENTARY),
    School("Granite Pass", "Middle", "East", MIDDLE),
    School("Heron Lake", "Elementary", "North", ELEMENTARY),
    School("Ironwood", "Middle", "North", MIDDLE),
    School("Juniper Flats", "Elementary", "South", ELEMENTARY),
    School("Kestrel", "Middle", "South", MIDDLE),
    School("Larkspur", "High", "South", HIGH),
)
PROVIDERS = (
    Provider("T101", "Achterberg", "Nora", "OTR", 1.0, ("Alder Brook",), 0.80),
    Provider("T102", "Bellamy-Ito", "Grace", "OTR", 1.0, ("Basalt Ridge",), 0.94),
    Provider("T103", "Carrasco", "Inés", "OTR", 1.0, ("Dovetail",), 0.78),
    Provider(stories.OVERLOADED, "Dubois", "Marcel", "OTR", 1.0, ("Copper Creek", "Heron Lake"), 1.22),
    Provider(stories.HAS_ROOM, "Ezenwa", "Obi", "OTR", 1.0, ("Larkspur",), 0.60),
    Provider(stories.SUCCESSOR, "Fitzalan", "Rose", "OTR", 1.0, ("Ember Valley",), 0.90, start=date(2025, 12, 1)),
    Provider("T107", "Gutiérrez", "Pilar", "OTR", 1.0, ("Foxglove",), 0.76),
    Provider("T108", "Haddad", "Samir", "OTR", 1.0, ("Granite Pass", "Kestrel"), 0.86),
    Provider(stories.SILENT_PROVIDER, "Ishikawa", "Ren", "OTR", 0.6, ("Heron Lake",), 0.92),
    Provider("T110", "Jokinen", "Tuula", "OTR", 1.0, ("Ironwood",), 0.74),
    Provider("T111", "Kaur", "Simran", "OTR", 1.0, ("Juniper Flats",), 0.80, other_duties=60),
    Provider(stories.LEFT, "Lavoie", "Hélène", "OTR", 1.0, ("Ember Valley",), end=date(2025, 10, 31)),
    Provider("T201", "Mwangi", "Peter", "COTA", 1.0, ("Alder Brook",), 0.86, "T101"),
    Provider("T202", "Nordahl", "Signe", "COTA", 0.8, ("Dovetail",), 0.82, "T103"),
    Provider("T203", "Ortega", "Luz", "COTA", 1.0, ("Foxglove", "Granite Pass"), 0.88, "T107"),
    Provider("T204", "Pereira", "Caio", "COTA", 0.8, ("Ironwood",), 0.90, "T110", employer="Bright Path Staffing"),
    Provider("T205", "Quigley", "Maeve", "COTA", 0.6, ("Juniper Flats",), 0.84, "T111"),
    Provider("T301", "Rostami", "Leila", "PT", 0.8, ("Alder Brook", "Basalt Ridge", "Copper Creek", "Heron Lake")),
    Provider("T302", "Stavrou", "Eleni", "PT", 0.8, ("Dovetail", "Ember Valley", "Foxglove", "Granite Pass")),
    Provider(
        "T303", "Tanaka", "Yui", "PT", 0.8, ("Ironwood", "Juniper Flats", "Kestrel", "Larkspur"), other_duties=240
    ),
    Provider("T401", "Ulloa", "Renata", "SLP", 1.0, ("Alder Brook",)),
    Provider("T402", "Vandermeer", "Joost", "SLP", 1.0, ("Copper Creek", "Heron Lake")),
    Provider("T403", "Wolde", "Marta", "SLP", 1.0, ("Ember Valley", "Dovetail")),
    Provider("T404", "Ximenes", "Rita", "SLP", 1.0, ("Foxglove", "Granite Pass")),
    Provider("T405", "Yarborough", "Neil", "SLP", 1.0, ("Ironwood", "Kestrel")),
    Provider("T406", "Zapata", "Iván", "SLP", 1.0, ("Juniper Flats", "Larkspur"), employer="Bright Path Staffing"),
    Provider("T407", "Abernathy", "Cora", "SLP", 1.0, ("Basalt Ridge", "Dovetail")),
    Provider("T501", "Ambrose", "Delphine", "COUNSELOR", 0.4, ("Granite Pass", "Ironwood", "Kestrel")),
    Provider("T502", "Birhanu", "Sara", "COUNSELOR", 0.2, ("Larkspur",)),
)
TITLES = {
    "OTR": "Occupational Therapist",
    "COTA": "Certified Occupational Therapy Assistant",
    "PT": "Physical Therapist",
    "SLP": "Speech-Language Pathologist",
    "COUNSELOR": "School Counselor",
}
SERVICE_OF_ROLE = {"OTR": "OT", "COTA": "OT", "PT": "PT", "SLP": "SLP", "COUNSELOR": "COUNSELING"}
SUPERVISION_HOURS = 4
"""Hours a month that an OTR gives to each assistant."""


def provider(provider_id: str) -> Provider:
    """The provider of that id; KeyError where there is none."""
    return {one.provider_id: one for one in PROVIDERS}[provider_id]


def school(name: str) -> School:
    """The school of that name; KeyError where there is none."""
    return {one.name: one for one in SCHOOLS}[name]


def in_post(role: str, day: date) -> list[Provider]:
    """The providers of a role who are in their post on a day."""
    return [
        one
        for one in PROVIDERS
        if one.role == role and (one.start is None or one.start <= day) and (one.end is None or one.end >= day)
    ]


def site_days(one: Provider) -> list[tuple[str, int, str]]:
    """Where a provider is: school, weekday (0 is Monday) and am, pm or full.

    Two schools share the week, one change on Friday (Thursday at 0.8); of four each has a day, the first a second one.
    """
    days = range(round(one.fte * 5))
    if len(one.schools) > 2:
        return [(one.schools[day % len(one.schools)], day, "full") for day in days]
    if len(one.schools) == 1:
        return [(one.schools[0], day, "full") for day in days]
    whole = [(one.schools[day % 2], day, "full") for day in days[:-1]]
    return whole + [(name, days[-1], half) for name, half in zip(one.schools, ("am", "pm"), strict=True)]
