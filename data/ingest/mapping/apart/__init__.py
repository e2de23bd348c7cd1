"""What tells a table of one dataset from those that look like it: for each dataset a question, asked in a file of its subject."""

from collections.abc import Callable

from data.ingest.mapping.apart.calendars import are_no_periods, is_no_calendar
from data.ingest.mapping.apart.logs import are_no_sessions
from data.ingest.mapping.apart.people import is_of_colleagues, is_of_staff
from data.ingest.mapping.apart.places import are_no_schools
from data.ingest.mapping.apart.promises import (
    is_no_award,
    is_of_awarded,
    is_of_counts,
    is_of_given_days,
    is_of_outcomes,
    is_of_slots,
    is_of_weeks,
)
from data.ingest.mapping.apart.rosters import are_no_students
from data.ingest.mapping.apart.sessions import is_of_sessions, is_of_states, tells_sessions
from data.ingest.mapping.apart.staff import are_no_providers
from data.ingest.mapping.apart.worklists import are_decisions
from data.ingest.mapping.choose import Fit
from data.ingest.model import Table
from data.ingest.tables.steps.people import staffing


def is_another(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether a table only looks like one of the dataset on which it was tried."""
    if fit.dataset in _LIKE_DECISIONS and are_decisions(table.headings, samples):
        return True
    judge = _ANOTHER.get(fit.dataset)
    return judge is not None and judge(fit, table, samples)


_LIKE_DECISIONS = ("sessions", "service_lines", "students", "goals", "measurements")
_ANOTHER: dict[str, Callable[[Fit, Table, list[tuple[str, ...]]], bool]] = {
    "students": are_no_students,
    "schools": are_no_schools,
    "providers": are_no_providers,
    "supervision": lambda fit, table, _: tells_sessions(fit),
    "service_lines": lambda fit, table, samples: (
        is_of_staff(fit)
        or (staffing.are_employees(fit.headings) and is_of_colleagues(fit, table))
        or is_of_counts(fit)
        or is_of_awarded(fit)
        or is_of_given_days(fit)
        or is_of_outcomes(fit, samples)
        or (table.melted is None and (is_of_slots(table, samples) or is_of_weeks(table, samples)))
    ),
    "sessions": are_no_sessions,
    "awards": lambda fit, table, _: is_no_award(fit),
    "calendar_days": is_no_calendar,
    "grading_periods": are_no_periods,
    "measurements": lambda fit, table, _: table.melted is None and (is_of_sessions(fit) or is_of_states(fit)),
}
