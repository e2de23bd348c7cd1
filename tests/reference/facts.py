"""What a district knows, as plain rows: the input of the plain reading of the rules."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

Minutes = Fraction | int


@dataclass(frozen=True)
class CalendarDay:
    """One row of a calendar; without a school it is the district's."""

    day: date
    is_instructional: bool
    school: str | None = None


@dataclass(frozen=True)
class GradingPeriod:
    """Q1 to Q4 or S1, S2, both days inclusive."""

    period: str
    start_date: date
    end_date: date
    school_year: str | None = None


@dataclass(frozen=True)
class Enrolment:
    """One spell of one student; a missing day is open."""

    student_id: str
    school: str | None = None
    grade: str | None = None
    enrolled_from: date | None = None
    enrolled_to: date | None = None


@dataclass(frozen=True)
class Line:
    """One row of a service grid. ``batch`` is the file that brought it."""

    line_id: str
    student_id: str
    amount_minutes: Minutes | None = 60
    cycle: str = "week"
    sessions_per_cycle: Minutes | None = None
    minutes_per_session: Minutes | None = None
    service: str = "OT"
    kind: str = "direct"
    plan_type: str = "IEP"
    setting: str | None = None
    grouping: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    iep_id: str | None = None
    provider_id: str | None = None
    school: str | None = None
    esy: bool = False
    is_usable: bool = True
    batch: str = "lines"


@dataclass(frozen=True)
class Session:
    """One row of a service log."""

    session_id: str
    student_id: str
    session_date: date
    minutes: Minutes | None = 30
    status: str = "delivered"
    reason: str | None = None
    service: str = "OT"
    kind: str | None = "direct"
    line_id: str | None = None
    provider_id: str | None = None
    school: str | None = None
    setting: str | None = None
    grouping: str | None = None
    makes_up_date: date | None = None
    award_id: str | None = None
    batch: str = "logs"


@dataclass(frozen=True)
class WaitingRow:
    """A log row that waits for an answer: it credits nothing, yet shows that its month is loaded."""

    student_id: str
    session_date: date
    service: str = "OT"
    kind: str | None = "direct"
    provider_id: str | None = None
    batch: str = "logs"


@dataclass(frozen=True)
class ChosenCover:
    """Days that a person said a batch speaks for."""

    service: str
    from_day: date
    to_day: date
    kind: str | None = None
    provider_id: str | None = None
    school: str | None = None


@dataclass(frozen=True)
class Batch:
    """One loaded file. Batches stand in the order of their loading."""

    name: str
    load_date: date
    covers: tuple[ChosenCover, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Everything that is loaded."""

    calendar: tuple[CalendarDay, ...] = ()
    grading_periods: tuple[GradingPeriod, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    lines: tuple[Line, ...] = ()
    sessions: tuple[Session, ...] = ()
    waiting: tuple[WaitingRow, ...] = ()
    batches: tuple[Batch, ...] = ()


DEFAULT_TREATMENT = {
    "student_absent": "excused",
    "student_unexcused": "excused",
    "student_refused": "review",
    "parent_declined": "excused",
    "provider_absent": "make_up",
    "vacancy": "make_up",
    "provider_meeting": "make_up",
    "tele_technical": "make_up",
    "school_event": "make_up",
    "state_testing": "review",
    "emergency_closure": "review",
    "strike": "review",
    "student_suspended": "review",
    "holiday": "make_up",
    "other": "make_up",
    "unknown": "make_up",
}


@dataclass(frozen=True)
class Choices:
    """The policies that shape the ledger, with the rules' defaults; those of a school year in which they differ in ``others``."""

    closures: str = "made_up"
    edge_months: str = "prorated"
    credit_period: str = "month"
    shortfall_order: str = "excused_first"
    session_counts_at: Fraction = Fraction(1, 2)
    default_session_minutes: Fraction = Fraction(30)
    on_track: Fraction = Fraction(95, 100)
    watch: Fraction = Fraction(85, 100)
    at_risk: Fraction = Fraction(70, 100)
    treatments: dict[str, str] = field(default_factory=dict)
    others: "dict[int, Choices]" = field(default_factory=dict)

    def of(self, year: int) -> "Choices":
        """The policies of the school year that begins in a year."""
        return self.others.get(year, self)

    def treatment(self, reason: str) -> str:
        """How a reason is treated (rules 6); holidays are excused where closures aren't made up (rules 2)."""
        if reason in self.treatments:
            return self.treatments[reason]
        if reason == "holiday" and self.closures == "not_made_up":
            return "excused"
        return DEFAULT_TREATMENT[reason]
