"""Columns whose heading says nothing known, but whose values can only be one thing."""

from data.contracts.synonyms import Slot
from data.ingest.mapping.contents.amounts import MINUTES, is_cycle, is_frequency, is_minutes
from data.ingest.mapping.contents.days import (
    are_periods,
    is_day_type,
    is_in_session,
    is_letter,
    is_made_up_for,
    is_measured_on,
    is_session_date,
)
from data.ingest.mapping.contents.goals import are_criteria, are_scores, is_direction, is_due, is_progress
from data.ingest.mapping.contents.outcomes import is_reason, is_status
from data.ingest.mapping.contents.places import is_of_settings, tells_school
from data.ingest.mapping.contents.services import (
    is_how,
    is_kind,
    is_named,
    is_plan_type,
    is_service,
    is_spelt_kind,
    is_type_of_service,
)
from data.ingest.mapping.contents.staff import is_provider, is_role_of_each, is_work_time
from data.ingest.values.words import said_by

WORTH = 0.52
"""What a column is worth whose values alone tell its place: less than any heading that is known."""


def worth(heading: str, texts: tuple[str, ...], slot: Slot, *, is_known: bool) -> float:
    """``WORTH`` where the values under a heading that isn't the place's own can only be that place's, else 0.

    ``is_known``: the heading is another place's own.
    """
    if not texts or not heading.strip() or (slot.name in _HOW and is_frequency(heading, texts)):
        return 0.0
    if slot.name == "kind":
        return WORTH * (not is_known and (is_kind(texts) or is_spelt_kind(texts) or is_named(heading, "kind", texts)))
    if slot.name == "setting" and _DEPARTMENTS & said_by(heading):
        return 0.0
    if slot.name == "setting" and is_of_settings(heading, texts):
        return WORTH
    if slot.name in ("setting", "grouping"):
        return WORTH * (is_how(heading, slot.name, texts) or is_named(heading, slot.name, texts))
    if slot.name == "service" and is_known:
        return WORTH * is_type_of_service(heading, texts)
    judge = _JUDGES.get(slot.name)
    return WORTH * (judge is not None and not is_known and judge(heading, texts))


_DEPARTMENTS = frozenset(("department", "dept", "dep"))
"""Who somebody works for, and no place: SPED."""
_HOW = ("kind", "setting", "grouping")
"""What words beside an amount may tell too (2 x 30 min weekly, individual): the amount is worth more."""
_JUDGES = {
    "value": are_scores, "target": are_criteria,
    "makes_up_date": is_made_up_for, "provider_name": is_provider, "school": tells_school,
    "reason": is_reason, "progress_code": is_progress, "direction": is_direction, "cycle_day": is_letter,
    "fte": is_work_time, "is_instructional": is_in_session,
    "due_date": is_due, "status": is_status, "day_type": is_day_type, "frequency": is_frequency, "service": is_service,
    "cycle": is_cycle, "plan_type": is_plan_type, "period": are_periods,
    "session_date": is_session_date, "measured_on": is_measured_on, "role": is_role_of_each,
    **{name: is_minutes(name) for name, _ in MINUTES},
}  # fmt: skip
