"""What tells amounts that are promised from what was given, awarded, counted or timetabled."""

from collections.abc import Callable

from data.contracts.synonyms import SLOTS, slot_of
from data.ingest.mapping.choose import NEEDS, Fit
from data.ingest.mapping.contents import outcomes
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.model import Table
from data.ingest.tables import spread, week_names
from data.ingest.tables.layouts import day_groups
from data.ingest.tables.steps.amounts import by_period
from data.ingest.values import dates, frequencies, weekdays
from data.ingest.values.words import said_by

NO_ROSTER = {
    "service_lines": ("amount_minutes", "line_minutes", "minutes_per_session", "frequency", "sessions_per_cycle"),
    "sessions": ("minutes", "session_date", "start_time"), "goals": ("goal_text", "goal_id"),
    "measurements": ("value",),
}  # fmt: skip
"""What no list of students tells, by the dataset that does."""
PROMISED = ("frequency", "cycle", "sessions_per_cycle", "end_date", "esy")
"""What a log has no place for, and IEP lines have."""


def is_of_promises(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a day that is only like one of a session stands beside what a log has no place for and a promise has, by
    its heading or by values that say how often.

    Minutes that are promised may never count as delivered.
    """
    day = next((score for name, score in fit.taken if name == "session_date"), 1.0)
    own = [slot for slot in SLOTS["service_lines"] if slot.name in PROMISED]
    named = any(likeness(heading, slot) >= SURE for heading in fit.rest for slot in own)
    rest = [number for number, (name, _) in enumerate(fit.taken) if name is None]
    return day < SURE and (named or any(says_how_often(samples[number]) for number in rest))


def is_of_awards(fit: Fit) -> bool:
    """Whether what is taken for the minutes or the day is said to be an award's, or an amount is awarded or owed beside a
    day that is only like one of a session: then what was given is a sum, on no day that is told."""
    told = (fit.headings[fit.places[name]] for name in ("minutes", "session_date") if name in fit.places)
    day = next((score for name, score in fit.taken if name == "session_date"), 1.0)
    amounts = [heading for heading in fit.rest if _AMOUNTS & said_by(heading)] if day < SURE else []
    return any(_OF_AWARDS & said_by(heading) for heading in (*told, *amounts))


def is_of_awarded(fit: Fit) -> bool:
    """Whether a line's amount is one that was awarded, and no cycle says how often: it is an award's."""
    amounts = [fit.headings[fit.places[name]] for name in NO_ROSTER["service_lines"] if name in fit.places]
    return "cycle" not in fit.places and any(_AWARDED & said_by(heading) for heading in amounts)


def is_no_award(fit: Fit) -> bool:
    """Whether nothing says that a table without numbers of awards is of awards: its minutes aren't called awarded."""
    minutes = fit.places.get("minutes")
    return "award_id" not in fit.places and (minutes is None or not _AWARDED & said_by(fit.headings[minutes]))


_AWARDED = frozenset(("award", "awarded", "ordered"))
_OF_AWARDS = frozenset(("award", "awarded", "owed", "owing", "ordered"))
_AMOUNTS = frozenset(("minute", "hour", "amount", "total", "time"))


def is_of_counts(fit: Fit) -> bool:
    """Whether a row counts something on a day (Date, # of times) and promises nothing: no minutes and no cycle."""
    slot = slot_of("measurements", "measured_on")
    counts = fit.places.keys() & set(NEEDS["service_lines"][1]) == {"sessions_per_cycle"}
    return counts and any(likeness(heading, slot) >= SURE for heading in fit.rest)


def is_of_given_days(fit: Fit) -> bool:
    """Whether an amount is headed by a day or a week (Week of 10/6 Min): it was given in it, and is promised in none."""
    places = [fit.places[name] for name in NO_ROSTER["service_lines"] if name in fit.places]
    return any(day_groups.is_of_a_day(fit.headings[place]) for place in places)


def is_of_outcomes(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a column that no promise has says what became of sessions, beside one of days, and nothing says how often or
    from when on: rows are of a log, though its day is called in a way that nobody knows."""
    if not fit.places.keys().isdisjoint((*PROMISED, *_OF_A_LINE)):
        return False
    rest = [(fit.headings[at], samples[at]) for at, (name, _) in enumerate(fit.taken) if name is None]
    on_days = any(len(texts) > 1 and all(map(spread.is_date, texts)) for _, texts in rest)
    return on_days and any(outcomes.is_status(heading, texts) for heading, texts in rest)


_OF_A_LINE = ("start_date", "minutes_per_session", "line_id", "iep_id")


def is_of_weeks(table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether each row is of a week that it names (Week: 9/8-9/12) and tells what was given in it: no promise of its own, as
    one is that only begins with a week (Start Week)."""
    return any(by_period.COUNTED & said_by(heading) for heading in table.headings) and any(
        len(texts) > 1 and _A_WEEK >= said_by(heading) >= {"week"} and all(map(_is_week, texts))
        for heading, texts in zip(table.headings, samples, strict=True)
    )


_A_WEEK = frozenset(("week", "date", "start", "end"))


def _is_week(text: str) -> bool:
    return week_names.is_one(text) or spread.is_date(text)


def is_of_slots(table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows are the slots of a timetable: a weekday and from when on, and neither a day nor how often. Nothing is
    promised by it, and nobody was seen (decision 0122)."""
    rest = [at for at, texts in enumerate(samples) if not _all_are(texts, weekdays.all_of)]
    timed = any(_all_are(samples[at], _is_clock) for at in rest)
    told = {word for at in rest for word in said_by(table.headings[at])}
    is_promised = bool(told & _OF_A_PROMISE) or any(says_how_often(samples[at]) for at in rest)
    return len(rest) < len(samples) and timed and not is_promised


_OF_A_PROMISE = frozenset(
    ("frequency", "cycle", "week", "month", "year", "date", "iep", "mandate", "prescribed", "session")
)


def _all_are(texts: tuple[str, ...], judge: Callable[[str], object]) -> bool:
    return bool(texts) and all(map(judge, texts))


def _is_clock(text: str) -> bool:
    return ":" in text and dates.read_time(text).value is not None


def says_how_often(texts: tuple[str, ...]) -> bool:
    """Whether all texts say in which cycle something is."""
    return bool(texts) and all(not text.isdigit() and frequencies.read(text).cycle is not None for text in texts)


def are_cycles(texts: tuple[str, ...]) -> bool:
    """Whether all texts say how often and nothing else (Every other week); a number of weeks doesn't."""
    return says_how_often(texts) and all(frequencies.read(text).bare is None for text in texts)
