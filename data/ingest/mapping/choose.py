"""Which place each heading takes in a dataset, and which dataset the table is."""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.optimize import linear_sum_assignment

from data.contracts import DATASETS
from data.contracts.synonyms import FORBIDDEN, SLOTS, Slot
from data.ingest.mapping import contents, evidence, meaning, says
from data.ingest.mapping.score import ENOUGH, is_group, likeness, scores
from data.ingest.model import Question, Table
from data.ingest.ours import PROVENANCE
from data.ingest.tables import looks
from data.ingest.values import codes, dates, flags, frequencies, numbers, statuses, terms
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by, spelt_out

LACKED = 0.03
STRONG = 4
"""One heading that says plainly what it is counts for more than two that could be something."""
NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "students": (("student_id", "student_name", "last_name"),),
    "schools": (("school", "school_name"),),
    "providers": (("provider_id", "provider_name"),),
    "supervision": (("assistant_id",), ("provider_id",)),
    "site_days": (("provider_id", "provider_name"), ("school",), ("weekday",)),
    "service_lines": (
        ("student_id", "student_name", "student_last_name"),
        ("frequency", "amount_minutes", "minutes_per_session", "sessions_per_cycle", "stated_year_minutes",
         "stated_delivered_minutes", "cycle", "line_minutes"),
    ),
    "sessions": (
        ("student_id", "student_name", "student_last_name"),
        ("session_date",),
        ("minutes", "status", "reason", "absent", "start_time", "gross_minutes", "delivered_flag", "missed_flag",
         "provider_absent", "session_id", "minutes_missed"),
    ),
    "goals": (("student_id", "student_name", "student_last_name"), ("goal_text", "goal_id")),
    "measurements": (
        ("student_id", "student_name", "student_last_name"), ("goal_id", "goal_text"), ("value", "progress_code"),
    ),
    "calendar_days": (("day",), ("is_instructional", "day_type")),
    "grading_periods": (("period",), ("start_date",), ("end_date",)),
    "decisions": (("line_id",), ("period",), ("decision",)),
    "awards": (("award_id",), ("minutes",)),
}  # fmt: skip
"""Per dataset, of each group at least one place must be filled: who, when, what."""
SIGNS: dict[str, tuple[str, ...]] = {
    "providers": ("provider_id", "role", "fte", "contract_minutes", "other_duties_minutes", "home_school", "employer"),
    "students": ("student_id", "grade", "enrolled_from", "birth_date", "school"),
    "schools": ("school_name", "level", "zone"),
    "measurements": ("value", "progress_code"),
    "goals": ("goal_text",),
}
"""Of datasets with few places of their own, what must be there for the table to be one."""
OF_NOBODY = ("calendar_days", "grading_periods", "schools")
"""Datasets in which nothing is told of a child, so that nothing needs to be left out."""
NAMES = {
    "student_id": "the student", "session_date": "the day", "minutes": "the minutes or what happened",
    "frequency": "how much is promised", "provider_id": "the provider", "goal_text": "the goal", "value": "a value",
    "day": "the day", "is_instructional": "whether school is open", "goal_id": "the goal",
}  # fmt: skip


@dataclass(frozen=True)
class Fit:
    """A dataset tried on a table: the slot and score of each heading, and what is lacking."""

    dataset: str
    taken: tuple[tuple[str | None, float], ...]
    total: float
    lacks: tuple[str, ...]
    rivals: tuple[str | None, ...] = ()


NO_ROSTER = {
    "service_lines": ("amount_minutes", "line_minutes", "minutes_per_session", "frequency", "sessions_per_cycle"),
    "sessions": ("minutes", "session_date", "start_time"), "goals": ("goal_text", "goal_id"),
    "measurements": ("value",),
}  # fmt: skip
"""What no list of students tells, by the dataset that does."""
PROMISED = ("frequency", "cycle", "sessions_per_cycle", "end_date", "esy")
"""What a log has no place for, and IEP lines have."""
_OF_SERVICES = frozenset({"minute", "session", "missed", "frequency", "goal", "week"})
SURE = 0.9


def is_roster(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether a table with students is a list of them: two places filled or more, and nothing told of their services."""
    return len([name for name, _ in fit.taken if name]) >= min(2, len(headings)) and not tells_of_services(
        fit, headings
    )


def tells_of_services(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether a heading that a list has no place for tells of services: how long, how often, when, towards what."""
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True)
            if name is None and not {"student", "id"} <= said_by(heading)]  # fmt: skip
    told = {word for dataset, names in NO_ROSTER.items() for slot in SLOTS[dataset] if slot.name in names
            for word in slot.words}  # fmt: skip
    return any(
        words_of(heading) in told or _OF_SERVICES & said_by(heading) or says.subject(heading) for heading in rest
    )


def is_of_promises(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> bool:
    """Whether a day that is only like one of a session stands beside what a log has no place for and a promise has, by
    its heading or by values that say how often.

    Minutes that are promised may never count as delivered.
    """
    day = next((score for name, score in fit.taken if name == "session_date"), 1.0)
    rest = [number for number, (name, _) in enumerate(fit.taken) if name is None]
    own = [slot for slot in SLOTS["service_lines"] if slot.name in PROMISED]
    named = any(likeness(headings[number], slot) >= SURE for number in rest for slot in own)
    return day < SURE and (named or any(_says_how_often(samples[number]) for number in rest))


def is_of_staff(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether nothing but a bare name tells the student, beside a column that only a list of staff has (FTE)."""
    who = [words_of(heading) for heading, (name, _) in zip(headings, fit.taken, strict=True)
           if name in _OF_A_STUDENT]  # fmt: skip
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True) if name is None]
    own = [slot for slot in SLOTS["providers"] if slot.name in _OF_STAFF]
    return set(who) <= _ANYBODY and any(likeness(heading, slot) >= SURE for heading in rest for slot in own)


_OF_STAFF = ("fte", "contract_minutes")
_OF_A_STUDENT = ("student_id", "student_name", "student_last_name", "student_first_name", "last_name", "first_name")
_ANYBODY = frozenset(("id", "name", "full name", "last name", "first name", "last", "first", "surname", "given name"))


def is_of_counts(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether a row counts something on a day (Date, # of times) and promises nothing: no minutes and no cycle."""
    filled = {name for name, _ in fit.taken if name}
    slot = next(slot for slot in SLOTS["measurements"] if slot.name == "measured_on")
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True) if name is None]
    counts = filled & set(NEEDS["service_lines"][1]) == {"sessions_per_cycle"}
    return counts and any(likeness(heading, slot) >= SURE for heading in rest)


def tells_of_students(headings: tuple[str, ...]) -> bool:
    """Whether a heading that is a student's stands over some column: no list of schools has one."""
    return any(words_of(heading) in _STUDENTS for heading in headings)


_STUDENTS = frozenset(
    ("student", "student name", "student id", "pupil", "pupil name", "students name", "name of student")
)


def is_of_rows(fit: Fit, table: Table) -> bool:
    """Whether a list has the same student on several rows beside columns that no list of students has, and without
    spells of enrolment: its rows are of something else."""
    places = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    place = next((places[name] for name in ("student_id", "student_name") if name in places), None)
    if place is None or {"enrolled_from", "enrolled_to"} & places.keys():
        return False
    free = sum(
        name is None and bool(heading.strip()) for heading, (name, _) in zip(table.headings, fit.taken, strict=True)
    )
    told = [text for text in table.body.column(place).slice(0, _ROWS).to_pylist() if text]
    return free >= _FREE and len(set(told)) * 4 <= len(told) * 3


_FREE, _ROWS = 3, 3000


def is_of_schools(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether an id that no heading calls a student's stands, without a name, beside a school and its own id."""
    named = [(words_of(heading), name) for heading, (name, _) in zip(headings, fit.taken, strict=True)]
    who = [words for words, name in named if name in _OF_A_STUDENT]
    nameless = not any(name in _OF_A_STUDENT[1:] or name == "student_name" for _, name in named)
    of_students = any("student" in spelt_out(words).split() for words in who)
    own = {slot.name: slot for slot in SLOTS["schools"] if slot.name in ("school", "school_name")}
    told = [{one for one in headings if likeness(one, slot) >= SURE} for slot in own.values()]
    return nameless and not of_students and all(told) and len(set().union(*told)) > 1


def is_of_sessions(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether a heading that a list of scores has no place for says how long a session was."""
    slot = next(slot for slot in SLOTS["sessions"] if slot.name == "minutes")
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True) if name is None]
    return any("minute" in spelt_out(words_of(heading)).split() and likeness(heading, slot) >= SURE for heading in rest)


def is_of_school_days(headings: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Whether a sheet with a column a day names no student, and what stands under its days are kinds of day."""
    nobody = not any(words_of(heading) in looks.of_students() for heading in headings)
    known = [text for text in cells if terms.day_type(text)]
    return nobody and len(known) >= _KINDS and len(known) * 2 >= len(cells)


_KINDS = 2


def is_of_scores(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]], cells: int | None) -> bool:
    """Whether rows are goals with what they begin with or are to reach, and their scores: never sessions.

    ``cells``: the place of what stood under the days of a sheet with a column a day; beside a goal it holds scores where
    fewer than half of its texts can be outcomes. Else a column of minutes makes a log of it.
    """
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True) if name is None]
    goal, measure = (any(likeness(one, slot) >= SURE for one in rest for slot in slots) for slots in _of_goals())
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


def tells_sessions(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether headings without a place tell the day of a session and how long it was: no list of people or schools."""
    slots = {slot.name: slot for slot in SLOTS["sessions"] if slot.name in (*_DAYS, *_TIMES)}
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True) if name is None]
    return all(any(likeness(one, slots[name]) >= SURE for one in rest for name in names) for names in (_DAYS, _TIMES))


def is_anybodys(fit: Fit, headings: tuple[str, ...]) -> bool:
    """Whether the only heading with a place says no more than name, beside several that have none."""
    taken = [words_of(heading) for heading, (name, _) in zip(headings, fit.taken, strict=True) if name]
    rest = [heading for heading, (name, _) in zip(headings, fit.taken, strict=True) if name is None and heading.strip()]
    return taken in (["name"], ["full name"]) and len(rest) > 1


_DAYS, _TIMES = ("session_date",), ("minutes", "start_time", "end_time")


def _says_how_often(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(not text.isdigit() and frequencies.read(text).cycle is not None for text in texts)


def _are_cycles(texts: tuple[str, ...]) -> bool:
    """Whether all texts say how often and nothing else (Every other week); a number of weeks doesn't."""
    return _says_how_often(texts) and all(frequencies.read(text).bare is None for text in texts)


def is_forbidden(heading: str) -> bool:
    """Whether a column may not be stored: SSN, Medicaid id, diagnosis, notes."""
    return any(words_of(heading) in words for words in FORBIDDEN.values())


def fit(dataset: str, headings: tuple[str, ...], samples: list[tuple[str, ...]], forced: dict[int, str | None]) -> Fit:
    """The best one-to-one places of the headings in a dataset; ``forced`` are headings that a person placed."""
    slots = SLOTS[dataset]
    table = scores(headings, samples, dataset)
    table[:, _cannot_do_without(dataset)] += LACKED * (table[:, _cannot_do_without(dataset)] > 0)
    _force(table, headings, samples, dataset, forced)
    table[table < ENOUGH] = 0.0
    rows, columns = linear_sum_assignment(-(table**STRONG))
    taken: list[tuple[str | None, float]] = [(None, 0.0)] * len(headings)
    for row, column in zip(rows, columns, strict=True):
        if table[row, column] >= ENOUGH:
            taken[row] = (slots[column].name, min(1.0, float(table[row, column])))
    weights = {slot.name: slot.weight for slot in slots}
    filled = {name for name, _ in taken if name}
    total = sum(weights[name] * score for name, score in taken if name) - 0.15 * sum(
        1 for (name, _), heading in zip(taken, headings, strict=True) if name is None and heading.strip()
    )
    return Fit(dataset, tuple(taken), total, _lacks(dataset, filled), _rivals(table, headings, dataset, taken))


@cache
def _cannot_do_without(dataset: str) -> list[int]:
    """The places of which a dataset has no other to go by: a heading that could be two things is such a one first."""
    alone = {group[0] for group in NEEDS[dataset] if len(group) == 1}
    return [place for place, slot in enumerate(SLOTS[dataset]) if slot.name in alone]


def _force(
    table: np.ndarray,
    headings: tuple[str, ...],
    samples: list[tuple[str, ...]],
    dataset: str,
    forced: dict[int, str | None],
) -> None:
    slots = [slot.name for slot in SLOTS[dataset]]
    for row, heading in enumerate(headings):
        if row in forced:
            table[row, :] = 0.0
            name = forced[row]
            if name in slots:
                table[:, slots.index(name)] = 0.0
                table[row, slots.index(name)] = 10.0
        elif words_of(heading) in PROVENANCE or (
            dataset not in OF_NOBODY
            and is_forbidden(heading)
            and not _is_field(heading, dataset)
            and not contents.is_kind(samples[row])
        ):
            table[row, :] = 0.0


def _is_field(heading: str, dataset: str) -> bool:
    return any(words_of(heading) == slot.words[0] for slot in SLOTS[dataset])


def _lacks(dataset: str, filled: set[str]) -> tuple[str, ...]:
    return tuple(NAMES.get(group[0], group[0].replace("_", " ")) for group in NEEDS[dataset] if not filled & set(group))


def _rivals(
    table: np.ndarray, headings: tuple[str, ...], dataset: str, taken: list[tuple[str | None, float]]
) -> tuple[str | None, ...]:
    """Per heading that decides minutes or dates: another of the dataset's fields that fits it just as well."""
    slots = [slot.name for slot in SLOTS[dataset]]
    holding = {field.name for field in DATASETS[dataset].fields if field.holds_row}
    rivals: list[str | None] = []
    for row, (name, score) in enumerate(taken):
        other = None
        if name in holding and score < 1.0 and words_of(headings[row]) != name.replace("_", " "):
            free = [
                (float(table[row, column]), slot)
                for column, slot in enumerate(slots)
                if slot != name and slot in holding and slot not in {taken_name for taken_name, _ in taken}
            ]
            best = max(free, default=(0.0, ""))
            other = best[1] if best[0] >= score - 0.005 and best[0] >= ENOUGH else None
        rivals.append(other)
    return tuple(rivals)


def open_questions(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> list[Question]:
    """What columns that were left out may be: the number of sessions beside minutes, or the provider."""
    filled = {name for name, _ in fit.taken if name}
    free = [number for number, (name, _) in enumerate(fit.taken) if name is None and headings[number].strip()]
    found = []
    if fit.dataset == "service_lines" and filled & set(ONE_SESSIONS) and not _counted(fit, samples):
        found += [_count(headings[number]) for number in free if _may_count(headings[number], samples[number])]
    if fit.dataset == "service_lines":
        found += _amounts(fit, headings, samples, free)
        found += [_left_cycle(headings[number]) for number in free
                  if _are_cycles(samples[number]) and not contents.OF_REPORTS.search(words_of(headings[number]))
                  and not (filled & {"frequency", "cycle"} and says.subject(headings[number]))]  # fmt: skip
    if fit.dataset == "sessions" and not filled & set(OUTCOMES):
        found += [_outcome(headings[number]) for number in free if _may_say(headings[number], samples[number])]
    if fit.dataset == "sessions":
        asked = {one.value for one in found}
        found += [_other_outcome(headings[number]) for number in free
                  if headings[number] not in asked and _tells_of_others(headings[number], samples[number])]  # fmt: skip
        found += _twins(fit, headings, samples, free)
        found += [_group(headings[number]) for number in free
                  if is_group(headings[number]) and evidence.all_few(samples[number])]  # fmt: skip
        found += [_make_up(headings[number]) for number in free if _is_make_up(headings[number], samples[number])]
    if fit.dataset in ("service_lines", "sessions") and not filled & {"provider_id", "provider_name"}:
        found += [_provider(headings[number]) for number in free if words_of(headings[number]) in MAYBE_PROVIDERS]
    return found


OUTCOMES = ("status", "reason", "absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag")
_TELLS_OUTCOME = re.compile(
    r"\b(?:attend\w*|present|absen\w*|seen|deliver\w*|provided|served|complet\w*|miss\w*|held|show\w*|occur\w*|cancel\w*|"
    r"took place|happened|came|status|outcome)\b"
)
ONE_SESSIONS = ("line_minutes", "minutes_per_session")
MAYBE_PROVIDERS = ("teacher", "case manager", "case carrier")
"""Often someone else than who treats."""
_NO_COUNT = re.compile(
    r"\b(?:age|room|tier|period|grade|gr|class|level|track|code|priority|zone|id|no|number|goal|year|phase|rank|row|group)\b|#"
)


def _counted(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a column says how many sessions there are."""
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    if "sessions_per_cycle" in taken or "amount_minutes" in taken:
        return True
    texts = [text for name in ("frequency", "cycle") if name in taken for text in samples[taken[name]]]
    said = [frequencies.read(text) for text in texts]
    return any(one.sessions is not None or one.bare is not None for one in said)


def _amounts(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]], free: list[int]) -> list[Question]:
    """Which of two amounts counts, where a row has one by week and one by month; minutes of each session or of all."""
    placed = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    taken = next((placed[name] for name in ("amount_minutes", "line_minutes") if name in placed), None)
    if taken is None:
        return []
    rest = [number for number in free if _is_other_amount(headings[number], samples[number], headings[taken])]
    if rest:
        return [_which(headings[number], headings[taken]) for number in rest]
    unclear = fit.taken[taken][0] == "amount_minutes" and "minutes_per_session" not in placed
    if unclear and not _OF_ALL.search(words_of(headings[taken])) and _several_sessions(fit, samples):
        return [_each(headings[taken])]
    return []


_OF_ALL = re.compile(
    r"\b(?:total|per (?:cycle|period)|week\w*|month\w*|year\w*|annual\w*|daily|day|quarter\w*|wk|mo|yr|mpw|mpm|cycle|amount)\b"
)
_CYCLED = re.compile(r"\b(?:week\w*|wk|month\w*|mo|mpw|mpm|day|daily|quarter\w*)\b")


def _is_other_amount(heading: str, texts: tuple[str, ...], taken: str) -> bool:
    slot = next(slot for slot in SLOTS["service_lines"] if slot.name == "amount_minutes")
    numbers_only = bool(texts) and all(numbers.to_float(text) is not None for text in texts)
    alike = says.subject(heading) in ((), says.subject(taken)) and _CYCLED.search(words_of(heading)) is not None
    return numbers_only and alike and likeness(heading, slot) >= SURE


def _several_sessions(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    if "sessions_per_cycle" in taken:
        return any(text not in ("1", "1.0") for text in samples[taken["sessions_per_cycle"]])
    texts = [text for name in ("frequency", "cycle") if name in taken for text in samples[taken[name]]]
    said = [frequencies.read(text) for text in texts]
    return any((one.sessions or one.bare or 1) > 1 and one.amount_minutes is None for one in said)


def _which(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} both tell the amount; which of them counts?"
    return Question("column", heading, 0, text, ("amount_minutes", "left out"))


def _left_cycle(heading: str) -> Question:
    text = f"{heading!r} was left out, though it says how often something is; is it the cycle of the amount?"
    return Question("column", heading, 0, text, ("cycle", "left out"))


def _each(heading: str) -> Question:
    text = f"Are the minutes under {heading!r} those of each session, or of all sessions of the cycle together?"
    return Question("column", heading, 0, text, ("minutes_per_session", "amount_minutes"))


def _may_count(heading: str, texts: tuple[str, ...]) -> bool:
    numbers_said = [int(text) for text in texts if text.isdigit()]
    small = len(numbers_said) == len(texts) > 0 and max(numbers_said) in range(2, 11)
    return small and not is_forbidden(heading) and not _NO_COUNT.search(words_of(heading))


def _count(heading: str) -> Question:
    text = f"{heading!r} was left out; is it how many sessions there are, so that the minutes are those of one session?"
    return Question("column", heading, 0, text, ("sessions_per_cycle", "left out"))


def _may_say(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column of yes and no, or of a few words or codes, by its name says if the session was held."""
    named = _TELLS_OUTCOME.search(words_of(heading)) is not None and not is_forbidden(heading)
    ticks = bool(texts) and all(not flags.read(text).failed for text in texts)
    paper = all(statuses.read(text).document for text in texts)
    if _are_strange_ticks(heading, texts):
        return True
    return named and (
        ticks or (evidence.are_few_codes(texts) and not paper and contents.OF_PAPER.search(words_of(heading)) is None)
    )


def _are_strange_ticks(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether some rows have a tick under a short heading of which nobody knows what it says (NS, Xd): it may be that
    nobody came."""
    told = said_by(heading)
    strange = len(told) <= _SHORT and not told & meaning.strangers() and not told & meaning.words("neutral")
    ticks = bool(texts) and all(flags.read(text).value is True for text in texts)
    return ticks and strange and not looks.known(heading) and contents.OF_PAPER.search(words_of(heading)) is None


_SHORT = 2


def _outcome(heading: str) -> Question:
    text = f"{heading!r} was left out; does yes mean that the session was given, or that it was missed?"
    return Question("column", heading, 0, text, ("delivered_flag", "missed_flag", "left out"))


def _tells_of_others(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column under any name holds a few words or codes, one of which says missed, make-up or attempt."""
    if not evidence.are_few_codes(texts) or contents.OF_PAPER.search(words_of(heading)):
        return False
    said = {statuses.read(text).status for text in texts}
    if not is_forbidden(heading):
        return bool(said - {None, "delivered"}) or all(map(statuses.is_whose, texts))
    known = [
        text for text in texts if statuses.is_session(text) or statuses.read(text).known or codes.find(text, "kind")
    ]
    other = bool(said - {None, "delivered"}) or any(map(statuses.is_other_work, texts))
    return words_of(heading) in _ACTIVITIES and other and len(known) * 2 >= len(texts)


_ACTIVITIES = ("activity", "activities")
"""What is done in a session, or instead of one: a note, or a word of a list."""


def _other_outcome(heading: str) -> Question:
    text = f"{heading!r} was left out, though it has words of missed or made-up sessions; does it say what happened?"
    return Question("column", heading, 0, text, ("status", "left out"))


def _twins(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]], free: list[int]) -> list[Question]:
    """Columns of numbers whose headings differ from that of the minutes by a letter or a number only."""
    taken = next((number for number, (name, _) in enumerate(fit.taken) if name == "minutes"), None)
    if taken is None:
        return []
    return [
        _which_minutes(headings[number], headings[taken]) for number in free
        if _stem(headings[number]) == _stem(headings[taken]) and samples[number]
        and all(numbers.to_float(text) is not None for text in samples[number])
    ]  # fmt: skip


def _stem(heading: str) -> str:
    return re.sub(r"\s(?:[a-z]|\d{1,2})$", "", words_of(heading))


def _which_minutes(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} both tell minutes, and nothing tells them apart; which of them counts?"
    return Question("column", heading, 0, text, ("minutes", "left out"))


def _group(heading: str) -> Question:
    text = f"{heading!r} was left out; is it how many students were in the group, or which group it was?"
    return Question("column", heading, 0, text, ("group_size", "group_id", "left out"))


_OF_MAKE_UP = re.compile(r"\bma(?:k|d)es? up\b|\bmissed\b")


def _is_make_up(heading: str, texts: tuple[str, ...]) -> bool:
    named = _OF_MAKE_UP.search(words_of(heading)) or "makeup" in spelt_out(words_of(heading)).split()
    return bool(named) and bool(texts) and all(dates.looks_like(text) for text in texts)


def _make_up(heading: str) -> Question:
    text = (
        f"{heading!r} was left out: a session that was made up needs a row of its own, with its day and minutes. "
        "Or is it the day that the row makes up?"
    )
    return Question("column", heading, 0, text, ("makes_up_date", "left out"))


def _provider(heading: str) -> Question:
    text = f"{heading!r} was left out; is it the person who gives the service?"
    return Question("column", heading, 0, text, ("provider_name", "left out"))


def named_alike(headings: tuple[str, ...], dataset: str) -> float:
    """How many headings are words of the dataset's places, whatever stands beneath them."""
    return sum(max(likeness(heading, slot) for slot in SLOTS[dataset]) >= 0.9 for heading in headings)
