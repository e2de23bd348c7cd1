"""The words and number formats of the screen: one place, so that the same thing is called and written the same."""

import math
from datetime import date
from typing import Any

from data.spoken import DASH, day, decimal, is_missing
from data.spoken import count as count
from data.spoken import hours as hours
from data.spoken import plural as plural

SERVICES = {
    "OT": "OT", "PT": "PT", "SLP": "Speech-language", "AUD": "Audiology", "COUNSELING": "Counseling",
    "PSYCH": "Psychology", "SOCIAL_WORK": "Social work", "NURSING": "Nursing", "APE": "Adapted PE", "VISION": "Vision",
    "O_AND_M": "Orientation & mobility", "DHH": "Deaf & hard of hearing", "BEHAVIOR": "Behavior",
    "SDI": "Specialized instruction", "OTHER": "Other service",
}  # fmt: skip
SETTINGS = {
    "push_in": "push-in", "pull_out": "pull-out", "co_teach": "co-teach", "community": "community", "home": "home",
    "tele": "tele-therapy", "consult_staff": "consult, staff", "consult_family": "consult, family",
    "indirect": "indirect", "evaluation": "evaluation", "other": "other or unknown",
}  # fmt: skip
ROLLUPS = {"direct_integrated": "integrated", "direct_separate": "separate", "indirect": "indirect"}
REASONS = {
    "student_absent": "student absent", "student_unexcused": "student absent, unexcused",
    "student_refused": "student declined", "parent_declined": "family declined", "provider_absent": "provider absent",
    "vacancy": "vacancy", "provider_meeting": "provider in a meeting", "tele_technical": "tele-therapy connection",
    "school_event": "school event", "state_testing": "state testing", "emergency_closure": "emergency closure",
    "strike": "strike", "student_suspended": "student suspended", "holiday": "holiday", "other": "other reason",
    "unknown": "reason not stated", "no_record": "not accounted for",
}  # fmt: skip
CAUSES = {
    "student": "Student", "family": "Family", "provider": "Provider", "school": "School", "calendar": "Calendar",
    "other": "Other", "no_record": "Not accounted for",
}  # fmt: skip
BANDS = {
    "on_track": "on track", "watch": "watch", "at_risk": "at risk", "critical": "critical", "no_service": "no service",
    "too_early": "too early", "n/a": "n/a", "na": "n/a",
}  # fmt: skip
BAND_MARKS = {
    "on_track": "●", "watch": "▲", "at_risk": "◆", "critical": "■", "no_service": "■", "too_early": "○", "n/a": "○",
    "na": "○",
}  # fmt: skip
GOAL_STATUS = {
    "not_started": "not started", "mastered": "mastered", "insufficient_data": "too few measurements", "stale": "stale",
    "off_track": "off track", "at_risk": "at risk", "on_track": "on track", "reported": "reported by code",
    "ended": "ended",
}  # fmt: skip
CODES = {
    "not_introduced": "not introduced", "no_progress": "no progress", "insufficient": "insufficient progress",
    "sufficient": "sufficient progress", "mastered": "mastered", "discontinued": "discontinued",
}  # fmt: skip
STATUSES = {
    "delivered": "delivered", "partial": "partial", "make_up": "make-up", "missed": "missed", "attempt": "attempt",
}  # fmt: skip
AREAS = {
    "academics": "academics", "play_leisure": "play & leisure", "social_participation": "social participation",
    "self_care": "self-care", "transition_work": "transition & work", "sensory_motor": "sensory/motor",
    "attention": "attention", "behavior_interaction": "behavior & interaction", "mental_health": "mental health",
    "assistive_technology": "assistive technology", "other": "other",
}  # fmt: skip
TREATMENTS = {"excused": "excused", "review": "for review", "make_up": "make-up candidate"}
DECISIONS = {
    "offered": "offered on", "declined_by_family": "declined by family", "team_decided_none": "team decided none",
    "award": "award", "made_up": "made up",
}  # fmt: skip
ITEM_STATUS = {"open": "open", "offered": "offered", "part": "decided in part", "settled": "settled"}
DATASETS = {
    "service_lines": "service lines", "students": "students' roster", "providers": "staff list", "site_days": "site days",
    "goals": "goals", "measurements": "measurements", "calendar_days": "calendar", "grading_periods": "grading periods",
    "sessions": "session logs", "supervision": "supervision", "schools": "schools", "decisions": "make-up decisions",
}  # fmt: skip
ROLES = {
    "COUNSELOR": "counselor", "PSYCH": "psychologist", "SOCIAL_WORKER": "social worker", "NURSE": "nurse", "TEACHER": "teacher",
}  # fmt: skip
"""Roles that aren't abbreviations of the field."""


def service(code: str) -> str:
    """A service as people say it."""
    return SERVICES.get(code, code)


def band(code: Any) -> str:
    """A band with its shape, so that colour is never alone: "▲ watch"."""
    if is_missing(code):
        return f"○ {DASH}"
    return f"{BAND_MARKS.get(str(code), '○')} {BANDS.get(str(code), str(code).replace('_', ' '))}"


def begun(text: str) -> str:
    """A text with its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def minutes(value: Any) -> str:
    """Minutes, 0.1 where they aren't whole: "22.5 min"."""
    if is_missing(value):
        return DASH
    return f"{_short(float(value))} min"


def _short(value: float) -> str:
    """At most one digit behind the point: "22.5", "30"."""
    return decimal(value).removesuffix(".0")


def rate(value: Any) -> str:
    """A fraction as 0.1 %; "n/a" where the denominator was nothing."""
    return "n/a" if is_missing(value) else f"{decimal(float(value) * 100)}%"


def share(value: float) -> str:
    """A part of a whole as a whole number of %; what is there is never 0%, and what isn't all of it never 100%."""
    if 0 < value < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= value < 1 - 1e-9 else f"{value:.0%}"


def amount(value: Any) -> str:
    """A plain number, at most one digit behind the point."""
    if is_missing(value) or (isinstance(value, float) and math.isinf(value)):
        return DASH
    return _short(float(value))


CYCLES = {
    "week": "a week", "month": "a month", "quarter": "a quarter", "semester": "a semester", "year": "a school year",
    "iep_year": "an IEP year",
}  # fmt: skip


def cycle(code: Any) -> str:
    """A cycle as people say it: "a week", "every 6 school days", "every 2 weeks"."""
    kind, _, length = str(code).partition(":")
    if kind == "rotation":
        return "a school day" if length == "1" else f"every {length} school days"
    if kind == "weeks":
        return f"every {length} weeks"
    return CYCLES.get(kind, f"a {kind}")


def promise(line: Any) -> str:
    """What a service line promises: "60 min a week", or its own words where they can't be read."""
    if is_missing(line["amount_minutes"]) or not line["is_usable"]:
        text = "" if is_missing(line["amount_text"]) else str(line["amount_text"])
        return f"“{text}” (can't be read)" if text else "an amount that can't be read"
    return f"{minutes(line['amount_minutes'])} {cycle(line['cycle'])}"


def needs_answer(rows: Any) -> str:
    """Rows that wait, as the screen says it everywhere: "1 row needs your answer", "12 rows need your answer"."""
    return f"{plural(rows, 'row')} {answer_needed(rows)}"


def answer_needed(rows: Any) -> str:
    """The same behind a number: "needs your answer", "need your answer"."""
    return f"{'needs' if int(rows) == 1 else 'need'} your answer"


def cut(text: Any, most: int) -> str:
    """Text on one line, cut to so many letters; nothing where there is none."""
    plain = "" if is_missing(text) else " ".join(str(text).split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def listed(names: list[str], most: int = 3) -> str:
    """ "Birch, Cedar and 4 more"."""
    if not names:
        return ""
    shown, rest = names[:most], len(names) - most
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def covers(found: tuple[tuple[str, date, date], ...]) -> str:
    """ "OT and PT: Oct 1 to Oct 31; Speech-language: Oct 1 to Oct 15"."""
    spans = dict.fromkeys((first, last) for _, first, last in found)
    return "; ".join(
        f"{listed([service(one) for one, *days in found if tuple(days) == span], 9)}: {day(span[0])} to {day(span[1])}"
        for span in spans
    )
