"""The public datasets and fields: what each is called, what it holds, and what a file can't do without."""

from dataclasses import dataclass
from typing import Literal

FieldType = Literal["text", "id", "date", "time", "minutes", "number", "integer", "boolean", "code"]


@dataclass(frozen=True)
class Field:
    """One field. ``column`` is its name in the database where the public name is a reserved word."""

    name: str
    type: FieldType
    doc: str
    codes: tuple[str, ...] = ()
    required: bool = False
    holds_row: bool = False
    """Whether an unreadable value holds the row (formats.md section 2: what decides minutes), or only asks."""
    column: str = ""

    @property
    def db_column(self) -> str:
        return self.column or self.name


@dataclass(frozen=True)
class Dataset:
    """One dataset. ``natural_key`` are the fields that name a row where the file has no id for it."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    natural_key: tuple[str, ...]

    def field(self, name: str) -> Field:
        """The field of that public name; KeyError where there is none."""
        return next(field for field in self.fields if field.name == name)


SERVICES = (
    "OT", "PT", "SLP", "AUD", "COUNSELING", "PSYCH", "SOCIAL_WORK", "NURSING", "APE", "VISION", "O_AND_M", "DHH",
    "BEHAVIOR", "SDI", "OTHER",
)  # fmt: skip
KINDS = ("direct", "indirect")
GROUPINGS = ("individual", "group")
SETTINGS = (
    "push_in", "pull_out", "co_teach", "community", "home", "tele", "consult_staff", "consult_family", "indirect",
    "evaluation", "other",
)  # fmt: skip
STATUSES = ("delivered", "partial", "make_up", "missed", "attempt")
REASONS = (
    "student_absent", "student_unexcused", "student_refused", "parent_declined", "provider_absent", "vacancy",
    "provider_meeting", "tele_technical", "school_event", "state_testing", "emergency_closure", "strike",
    "student_suspended", "holiday", "other", "unknown",
)  # fmt: skip
PLAN_TYPES = ("IEP", "504", "RTI", "OTHER")
CYCLES = ("week", "month", "quarter", "semester", "year", "iep_year")
"""Besides these: ``rotation:N`` and ``weeks:N``."""
ROLES = (
    "OTR", "COTA", "SLP", "SLPA", "PT", "PTA", "AUD", "PSYCH", "COUNSELOR", "SOCIAL_WORKER", "NURSE", "TEACHER",
    "TVI", "O_AND_M", "TDHH", "BCBA", "OTHER",
)  # fmt: skip
DAY_TYPES = (
    "full", "half", "late_start", "staff_only", "testing", "emergency_closed", "make_up_day", "holiday", "other",
)  # fmt: skip
AREAS = (
    "academics", "play_leisure", "social_participation", "self_care", "transition_work", "sensory_motor", "attention",
    "behavior_interaction", "mental_health", "assistive_technology", "other",
)  # fmt: skip
PROGRESS_CODES = ("not_introduced", "no_progress", "insufficient", "sufficient", "mastered", "discontinued")
DECISIONS = ("offered", "declined_by_family", "team_decided_none", "award", "made_up")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
HALF_DAYS = ("am", "pm", "full")

STUDENTS = Dataset(
    "students",
    "Students and their enrolment, one row a spell",
    (
        Field("student_id", "id", "the district's or the IEP system's id, as written", required=True, holds_row=True),
        Field("last_name", "text", "family name"),
        Field("first_name", "text", "given name"),
        Field("birth_date", "date", "used to tell namesakes apart; never shown or exported"),
        Field("school", "text", "school, by its id or name"),
        Field("grade", "text", "PK, TK, K, 1 to 12, 12+"),
        Field("enrolled_from", "date", "first day of this spell of enrolment"),
        Field("enrolled_to", "date", "last day of this spell of enrolment"),
        Field("other_ids", "text", "ids in other systems: system=id; ..."),
    ),
    ("student_id", "enrolled_from"),
)
SCHOOLS = Dataset(
    "schools",
    "Schools and their zones",
    (
        Field("school", "id", "short name or number of the school", required=True, holds_row=True),
        Field("school_name", "text", "full name"),
        Field("level", "text", "elementary, middle, high, ..."),
        Field("zone", "text", "part of the district, for travel"),
    ),
    ("school",),
)
PROVIDERS = Dataset(
    "providers",
    "Therapists and other providers",
    (
        Field("provider_id", "id", "the district's id, as written", required=True, holds_row=True),
        Field("provider_name", "text", "name"),
        Field("role", "code", "professional role", ROLES),
        Field("fte", "number", "full-time equivalent, 0 to 1.5"),
        Field("contract_minutes", "minutes", "contract minutes a week, lunch out"),
        Field("other_duties_minutes", "minutes", "minutes a week of other duties"),
        Field("home_school", "text", "school where the week starts"),
        Field("employer", "text", "district or agency"),
        Field("start_date", "date", "first day of the post"),
        Field("end_date", "date", "last day of the post"),
    ),
    ("provider_id",),
)
SUPERVISION = Dataset(
    "supervision",
    "Which OTR supervises which assistant",
    (
        Field("assistant_id", "id", "the assistant's provider id", required=True, holds_row=True),
        Field("provider_id", "id", "the supervising OTR's provider id", required=True, holds_row=True),
        Field("school", "text", "school, where it differs by school"),
        Field("hours_per_month", "number", "hours of supervision a month"),
    ),
    ("assistant_id", "provider_id", "school"),
)
SITE_DAYS = Dataset(
    "site_days",
    "Where each provider is on which half-day",
    (
        Field("provider_id", "id", "provider id", required=True, holds_row=True),
        Field("school", "text", "school", required=True, holds_row=True),
        Field("weekday", "code", "day of the week", WEEKDAYS, required=True, holds_row=True),
        Field("half_day", "code", "am, pm or full", HALF_DAYS, required=True, holds_row=True),
    ),
    ("provider_id", "school", "weekday", "half_day"),
)
SERVICE_LINES = Dataset(
    "service_lines",
    "IEP service lines: what each student is to receive",
    (
        Field("line_id", "id", "id of the line in the IEP system"),
        Field("student_id", "id", "student id", required=True, holds_row=True),
        Field("service", "code", "service", SERVICES, required=True, holds_row=True),
        Field("plan_type", "code", "IEP, 504, RTI or other", PLAN_TYPES),
        Field("kind", "code", "direct or indirect", KINDS, holds_row=True),
        Field("setting", "code", "where it is delivered", SETTINGS),
        Field("grouping", "code", "individual or group", GROUPINGS, column="line_grouping"),
        Field("group_max", "integer", "largest group"),
        Field("minutes_per_session", "minutes", "minutes a session", holds_row=True),
        Field("sessions_per_cycle", "number", "sessions a cycle", holds_row=True),
        Field("amount_minutes", "minutes", "minutes a cycle", holds_row=True),
        Field("cycle", "code", "week, month, quarter, semester, year, iep_year, rotation:N, weeks:N", CYCLES,
              holds_row=True),
        Field("start_date", "date", "first day in force", holds_row=True),
        Field("end_date", "date", "last day in force", holds_row=True),
        Field("iep_id", "id", "id of the IEP"),
        Field("provider_id", "id", "who treats"),
        Field("otr_of_record_id", "id", "the OTR who answers for a COTA's line"),
        Field("school", "text", "school of service"),
        Field("esy", "boolean", "extended school year"),
        Field("stated_year_minutes", "minutes", "another system's yearly total, to compare with"),
        Field("stated_delivered_minutes", "minutes", "another system's delivered total, to compare with"),
        Field("stated_as_of", "date", "the day of those totals"),
    ),
    ("student_id", "plan_type", "service", "kind", "setting", "grouping", "start_date"),
)  # fmt: skip
SESSIONS = Dataset(
    "sessions",
    "Service logs: one row a session of one student",
    (
        Field("session_id", "id", "id of the log entry"),
        Field("student_id", "id", "student id", required=True, holds_row=True),
        Field("line_id", "id", "the service line it was logged against"),
        Field("provider_id", "id", "who treated"),
        Field("school", "text", "where"),
        Field("service", "code", "service", SERVICES, required=True, holds_row=True),
        Field("kind", "code", "direct or indirect", KINDS, holds_row=True),
        Field("session_date", "date", "day", required=True, holds_row=True),
        Field("start_time", "time", "start"),
        Field("end_time", "time", "end"),
        Field("minutes", "minutes", "minutes with the student, time away taken off", holds_row=True),
        Field("status", "code", "delivered, partial, make_up, missed, attempt", STATUSES, holds_row=True),
        Field("reason", "code", "why it was missed", REASONS, holds_row=True),
        Field("setting", "code", "where it was delivered", SETTINGS),
        Field("grouping", "code", "individual or group", GROUPINGS, column="session_grouping"),
        Field("group_size", "integer", "students in the group"),
        Field("group_id", "id", "id of the group's session"),
        Field("makes_up_date", "date", "the missed day that it makes up", holds_row=True),
        Field("award_id", "id", "compensatory award that it serves"),
        Field("logged_on", "date", "day of the log entry"),
    ),
    ("student_id", "provider_id", "service", "kind", "session_date", "start_time"),
)
GOALS = Dataset(
    "goals",
    "IEP goals",
    (
        Field("goal_id", "id", "id of the goal, unique for its student"),
        Field("student_id", "id", "student id", required=True, holds_row=True),
        Field("service", "code", "service", SERVICES),
        Field("area", "code", "area", AREAS),
        Field("goal_text", "text", "the goal"),
        Field("baseline", "number", "value at the start"),
        Field("target", "number", "value to reach"),
        Field("unit", "text", "percent, trials, words, ..."),
        Field("direction", "code", "up or down", ("up", "down")),
        Field("trials", "integer", "trials a measurement"),
        Field("consecutive_required", "integer", "successes in a row to master"),
        Field("start_date", "date", "start"),
        Field("due_date", "date", "due"),
    ),
    ("student_id", "goal_text", "start_date"),
)
MEASUREMENTS = Dataset(
    "measurements",
    "Goal measurements and progress codes",
    (
        Field("goal_id", "id", "id of the goal", required=True, holds_row=True),
        Field("student_id", "id", "student id", required=True, holds_row=True),
        Field("measured_on", "date", "day", holds_row=True),
        Field("value", "number", "value, in the goal's unit", holds_row=True),
        Field("trials", "integer", "trials"),
        Field("progress_code", "code", "reported progress", PROGRESS_CODES),
        Field("period", "text", "grading period"),
    ),
    ("student_id", "goal_id", "measured_on", "period"),
)
CALENDAR_DAYS = Dataset(
    "calendar_days",
    "The school calendar",
    (
        Field("school", "text", "school; blank for the whole district"),
        Field("day", "date", "day", required=True, holds_row=True),
        Field("is_instructional", "boolean", "students in attendance", holds_row=True),
        Field("day_type", "code", "kind of day", DAY_TYPES),
        Field("cycle_day", "text", "letter or number of the rotation day"),
    ),
    ("school", "day"),
)
GRADING_PERIODS = Dataset(
    "grading_periods",
    "Quarters or semesters",
    (
        Field("school_year", "text", "2025-26"),
        Field("period", "text", "Q1, Q2, ... or S1, S2", required=True, holds_row=True),
        Field("start_date", "date", "first day", required=True, holds_row=True),
        Field("end_date", "date", "last day", required=True, holds_row=True),
    ),
    ("school_year", "period"),
)
DECISIONS_DATASET = Dataset(
    "decisions",
    "Decisions on make-up candidates",
    (
        Field("line_id", "id", "service line", required=True, holds_row=True),
        Field("student_id", "id", "student id, where two students' lines share an id"),
        Field("period", "text", "credit period: its month, else its first day", required=True, holds_row=True),
        Field("decision", "code", "what was decided", DECISIONS, required=True, holds_row=True),
        Field("minutes", "minutes", "minutes it concerns", holds_row=True),
        Field("decided_on", "date", "day", required=True, holds_row=True),
        Field("decided_by", "text", "who"),
    ),
    ("student_id", "line_id", "period", "decision"),
)
AWARDS = Dataset(
    "awards",
    "Compensatory awards",
    (
        Field("award_id", "id", "id of the award", holds_row=True),
        Field("student_id", "id", "student id", required=True, holds_row=True),
        Field("service", "code", "service", SERVICES, required=True, holds_row=True),
        Field("minutes", "minutes", "minutes awarded", required=True, holds_row=True),
        Field("awarded_on", "date", "day"),
    ),
    ("award_id",),
)

DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        STUDENTS, SCHOOLS, PROVIDERS, SUPERVISION, SITE_DAYS, SERVICE_LINES, SESSIONS, GOALS, MEASUREMENTS,
        CALENDAR_DAYS, GRADING_PERIODS, DECISIONS_DATASET, AWARDS,
    )
}  # fmt: skip
