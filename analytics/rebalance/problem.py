"""What a plan is made from: therapists, the cases they carry, and what must hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

ASSISTANTS = frozenset({"COTA", "PTA", "SLPA"})
SERVICES_OF = {
    "OTR": "OT", "COTA": "OT", "PT": "PT", "PTA": "PT", "SLP": "SLP", "SLPA": "SLP", "AUD": "AUD", "PSYCH": "PSYCH",
    "COUNSELOR": "COUNSELING", "SOCIAL_WORKER": "SOCIAL_WORK", "NURSE": "NURSING", "TVI": "VISION", "O_AND_M": "O_AND_M",
    "TDHH": "DHH", "BCBA": "BEHAVIOR", "TEACHER": "SDI",
}  # fmt: skip
"""The service that a role gives; any other role gives what the person gives now."""

Half = tuple[str, str]
"""A half-day of the week: ("mon", "am")."""


@dataclass(frozen=True)
class Line:
    """A line in force and its minutes a week: direct ones on the student's clock."""

    line_no: int
    line_id: str
    individual_minutes: float = 0.0
    grouped_minutes: float = 0.0
    indirect_minutes: float = 0.0
    documentation_minutes: float = 0.0

    def direct(self, group_size: float) -> float:
        """Direct minutes on the clock of a therapist with such groups."""
        return self.individual_minutes + self.grouped_minutes / group_size

    def load(self, group_size: float) -> float:
        """All minutes a week that the line puts on whoever treats it."""
        return self.direct(group_size) + self.indirect_minutes + self.documentation_minutes


@dataclass(frozen=True)
class Case:
    """A student's lines of one service with one therapist at one school: what changes hands together."""

    student_id: str
    service: str
    school: str
    programme: str
    provider: str | None
    """Who treats now; None: nobody."""
    record: str | None
    """The therapist of record, who evaluates and meets; None: nobody is known."""
    lines: tuple[Line, ...]

    @property
    def block(self) -> tuple[str | None, str, str, str]:
        """The school, or the school's programme, of one therapist: what a lead moves as a whole."""
        return (self.provider, self.service, self.school, self.programme)


@dataclass(frozen=True)
class Therapist:
    """A provider, present on the plan's day unless ``is_present`` says otherwise; minutes a week."""

    provider_id: str
    name: str
    role: str | None = None
    fte: float | None = None
    capacity: float | None = None
    """None: unknown; such a therapist neither gives nor takes, since an FTE is never assumed."""
    travel_now: float = 0.0
    supervision_minutes: float = 0.0
    group_size: float | None = None
    supervisor: str | None = None
    other_duties_minutes: float = 0.0
    is_present: bool = True
    half_days: tuple[tuple[str, Half], ...] = ()
    """(school, half-day) of the site days."""
    more_schools: tuple[str, ...] = ()
    """Where the therapist is to be besides."""

    @property
    def is_assistant(self) -> bool:
        """Whether the role needs a supervising therapist."""
        return self.role in ASSISTANTS

    @property
    def site_schools(self) -> frozenset[str]:
        """The schools of the site days, and where the therapist is to be besides."""
        return frozenset(school for school, _ in self.half_days) | frozenset(self.more_schools)

    @property
    def week(self) -> int:
        """Half-days a week: as many as are listed, else ten for a full week."""
        return len(self.half_days) or round(10 * (self.fte or 1.0))


@dataclass(frozen=True)
class Lock:
    """What a lead holds fast: a therapist kept at a school (the lines there stay), never at one, there on a fixed day,
    starting or leaving on a day."""

    kind: Literal["keep_at", "never_at", "fixed_day", "starts_on", "leaves_on"]
    provider: str
    school: str = ""
    weekday: str = ""
    half_day: str = "full"
    day: date | None = None


@dataclass(frozen=True)
class Rules:
    """What a plan aims at and must respect. Shares are of capacity, minutes a week."""

    ceiling: float = 1.1
    """Above it a therapist is overloaded."""
    full: float = 1.0
    """Nobody is given more than this where that is enough, and levelling stops between floor and full."""
    limit: float | None = None
    """The most that anybody is given where not everything fits into ``full``."""
    floor: float = 0.8
    max_moves: int | None = None
    """Most lines that change hands."""
    max_schools: int | None = None
    """Most schools a therapist; one who serves more already may keep them."""
    locks: tuple[Lock, ...] = ()
    travel_minutes: float = 20.0
    evaluation_minutes: float = 5.0
    """A student and week, of the therapist of record."""
    meeting_minutes: float = 2.0
    fte_minutes: float = 2050.0
    """Contract minutes of one FTE less planning."""

    @property
    def highest(self) -> float:
        """Nobody is brought above this share of capacity."""
        return self.full if self.limit is None else self.limit

    @property
    def highest_of_all(self) -> float:
        """Weeks are never filled further."""
        return max(self.full, self.ceiling)


@dataclass(frozen=True)
class Problem:
    """The district on one day."""

    day: date
    therapists: Mapping[str, Therapist]
    cases: tuple[Case, ...]
    zones: Mapping[str, str | None] = field(default_factory=dict)
    school_names: Mapping[str, str] = field(default_factory=dict)
    rules: Rules = Rules()

    def is_there(self, provider: str | None) -> bool:
        """Whether somebody of that id works on the plan's day."""
        found = self.therapists.get(provider or "")
        return found is not None and found.is_present

    @cached_property
    def now(self) -> tuple[str | None, ...]:
        """Who treats each case now: None where nobody does, or who did is gone."""
        return tuple(case.provider if self.is_there(case.provider) else None for case in self.cases)

    @cached_property
    def schools_now(self) -> Mapping[str, frozenset[str]]:
        """The schools where each therapist has lines now."""
        made: dict[str, set[str]] = {}
        for case in self.cases:
            if case.provider is not None and case.school:
                made.setdefault(case.provider, set()).add(case.school)
        return {provider: frozenset(schools) for provider, schools in made.items()}

    def are_at(self, provider: str) -> frozenset[str]:
        """Where a therapist is already, by lines, site days or fixed days."""
        fixed = {one.school for one in self.locks("fixed_day", provider)}
        return self.schools_now.get(provider, frozenset()) | self.therapists[provider].site_schools | fixed

    def locks(self, kind: str, provider: str) -> tuple[Lock, ...]:
        """The locks of a kind on a therapist."""
        return tuple(one for one in self.rules.locks if one.kind == kind and one.provider == provider)

    def name(self, provider: str | None) -> str:
        """What a therapist is called."""
        found = self.therapists.get(provider or "")
        return found.name if found else (provider or "nobody")
