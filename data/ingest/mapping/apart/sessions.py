"""What tells sessions from goals and their scores."""

from functools import cache

from data.contracts.synonyms import SLOTS, Slot, slot_of
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.values import numbers, statuses
from data.ingest.values.words import said_by


def is_of_sessions(fit: Fit) -> bool:
    """Whether a heading that a list of scores has no place for says how long a session was."""
    slot = slot_of("sessions", "minutes")
    return any("minute" in said_by(heading) and likeness(heading, slot) >= SURE for heading in fit.rest)


def is_of_states(fit: Fit) -> bool:
    """Whether nothing but the state of goals (active, in progress) would be their progress, of no day and no period, beside
    what they begin with or are to reach: a list of goals."""
    place = fit.places.get("progress_code")
    if place is None or {"value", "measured_on", "period"} & fit.places.keys():
        return False
    return said_by(fit.headings[place]) <= _STATES and any(
        likeness(one, slot) >= SURE for one in fit.rest for slot in _of_goals()[1]
    )


_STATES = frozenset(("status", "state", "goal", "current", "objective", "iep"))


def is_of_scores(fit: Fit, samples: list[tuple[str, ...]], cells: int | None) -> bool:
    """Whether rows are goals with what they begin with or are to reach, and their scores: never sessions.

    ``cells``: the place of what stood under the days of a sheet with a column a day; beside a goal it holds scores where
    fewer than half of its texts can be outcomes. Else a column of minutes makes a log of it.
    """
    goal, measure = (any(likeness(one, slot) >= SURE for one in fit.rest for slot in slots) for slots in _of_goals())
    if cells is None:
        minutes = next((score for name, score in fit.taken if name == "minutes"), 0.0)
        return goal and measure and minutes < SURE
    told = samples[cells]
    outcomes = [text for text in told if statuses.read(text).known or numbers.to_float(text) is not None]
    return measure or (goal and len(outcomes) * 2 < len(told))


@cache
def _of_goals() -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The places that name a goal, and those of its measures."""
    slots = {slot.name: slot for slot in (*SLOTS["goals"], *SLOTS["measurements"])}
    return (slots["goal_id"], slots["goal_text"]), (slots["baseline"], slots["target"])


def tells_sessions(fit: Fit) -> bool:
    """Whether headings without a place tell the day of a session and how long it was: no list of people or schools."""
    slots = {slot.name: slot for slot in SLOTS["sessions"] if slot.name in (*_DAYS, *_TIMES)}
    return all(
        any(likeness(one, slots[name]) >= SURE for one in fit.rest for name in names) for names in (_DAYS, _TIMES)
    )


_DAYS, _TIMES = ("session_date",), ("minutes", "start_time", "end_time")
