"""What columns that lines have no place for may be: how many sessions, another amount, its cycle."""

import re

from data.contracts.synonyms import slot_of
from data.ingest.mapping import says
from data.ingest.mapping.apart.promises import are_cycles
from data.ingest.mapping.choose import Fit, is_forbidden
from data.ingest.mapping.contents import amounts
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.mapping.sampled import Samples
from data.ingest.model import NOT_USED, Question
from data.ingest.tables.steps.amounts import cycles
from data.ingest.values import flags, frequencies, numbers
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def of_lines(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[Question]:
    """What is asked of columns that lines have no place for: how many sessions there are, which amount counts, how often."""
    found = []
    if fit.places.keys() & set(ONE_SESSIONS) and not _counted(fit, samples):
        found += [_count(headings[number]) for number in free if _may_count(headings[number], samples[number])]
    found += _amounts(fit, headings, samples, free)
    found += [_of_service(headings[number]) for number in free
              if _is_of_another_service(fit, headings, number, samples[number])]  # fmt: skip
    if _OF_A_YEAR in fit.places and not fit.places.keys() & _AMOUNTS:
        found += [_amount(headings[number]) for number in free if _may_be_amount(headings[number], samples[number])]
    return found + _cycles(fit, headings, samples, free)


def _is_of_another_service(fit: Fit, headings: tuple[str, ...], place: int, texts: tuple[str, ...]) -> bool:
    """Whether numbers stand under a heading of minutes of a service (Speech Min) beside the amount of another (OT Min/Wk)."""
    named = [
        dict(says.subject(headings[at])).get("service")
        for at in (fit.places.get("amount_minutes"), place)
        if at is not None
    ]
    is_length = bool(says.LENGTHS & said_by(headings[place])) and not says.is_of_others(headings[place])
    of_two = len(named) == 2 and None not in named and named[0] != named[1]
    return of_two and is_length and any(numbers.to_float(text) for text in texts)


def _of_service(heading: str) -> Question:
    text = f"{heading!r} was left out, though it tells minutes of another service; are they an amount of its own?"
    return Question("column", heading, 0, text, ("amount_minutes", NOT_USED))


def _cycles(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[Question]:
    """Whether a column that says how often something is has the cycle of the amounts: turns are asked about first."""
    turns = [number for number in free if cycles.are_turns(headings[number], samples[number])]
    has_cycle = bool(fit.places.keys() & {"frequency", "cycle"})
    others = [number for number in free if number not in turns
              and are_cycles(samples[number]) and not flags.are_all(samples[number])
              and not amounts.OF_REPORTS.search(words_of(headings[number]))
              and not (has_cycle and says.subject(headings[number]))]  # fmt: skip
    return [_left_cycle(headings[number]) for number in (*turns, *others)]


_OF_A_YEAR = "stated_year_minutes"
_AMOUNTS = {"frequency", "cycle", "amount_minutes", "line_minutes", "minutes_per_session", "sessions_per_cycle"}


def _may_be_amount(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether texts with numbers that can't be read stand under a heading of how often: more than a year's total is told."""
    numbered = bool(texts) and all(any(letter.isdigit() for letter in text) for text in texts)
    return numbered and "frequency" in said_by(heading) and not amounts.OF_REPORTS.search(words_of(heading))


def _amount(heading: str) -> Question:
    text = f"{heading!r} was left out, so that the year's total alone tells the amount; does it say how much is owed?"
    return Question("column", heading, 0, text, ("frequency", NOT_USED))


ONE_SESSIONS = ("line_minutes", "minutes_per_session")
_NO_COUNT = re.compile(
    r"\b(?:age|room|tier|period|grade|gr|class|level|track|codes?|cd|loc|location|priority|zone|id|no|number|goal|year|phase|"
    r"rank|row|group)\b|#"
)


def _counted(fit: Fit, samples: Samples) -> bool:
    """Whether a column says how many sessions there are."""
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    if "sessions_per_cycle" in taken or "amount_minutes" in taken:
        return True
    texts = [text for name in ("frequency", "cycle") if name in taken for text in samples[taken[name]]]
    said = [frequencies.read(text) for text in texts]
    return any(one.sessions is not None or one.bare is not None for one in said)


def _amounts(fit: Fit, headings: tuple[str, ...], samples: Samples, free: list[int]) -> list[Question]:
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
    slot = slot_of("service_lines", "amount_minutes")
    numbers_only = bool(texts) and all(numbers.to_float(text) is not None for text in texts)
    own, other = says.subject(heading), says.subject(taken)
    alike = not own or not other or own == other
    named = max(likeness(heading, slot), likeness(says.without_subject(heading), slot))
    is_amount = (alike and named >= SURE) or says.tells_amount(heading)
    return numbers_only and is_amount and _CYCLED.search(words_of(heading)) is not None


def _several_sessions(fit: Fit, samples: Samples) -> bool:
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    if "sessions_per_cycle" in taken:
        return any(text not in ("1", "1.0") for text in samples[taken["sessions_per_cycle"]])
    texts = [text for name in ("frequency", "cycle") if name in taken for text in samples[taken[name]]]
    said = [frequencies.read(text) for text in texts]
    return any((one.sessions or one.bare or 1) > 1 and one.amount_minutes is None for one in said)


def _which(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} both tell the amount; which of them counts?"
    return Question("column", heading, 0, text, ("amount_minutes", NOT_USED))


def _left_cycle(heading: str) -> Question:
    text = f"{heading!r} was left out, though it says how often something is; is it the cycle of the amount?"
    return Question("column", heading, 0, text, ("cycle", NOT_USED))


def _each(heading: str) -> Question:
    text = f"Are the minutes under {heading!r} those of each session, or of all sessions of the cycle together?"
    return Question("column", heading, 0, text, ("minutes_per_session", "amount_minutes"))


def _may_count(heading: str, texts: tuple[str, ...]) -> bool:
    numbers_said = [int(text) for text in texts if text.isdigit()]
    small = len(numbers_said) == len(texts) > 0 and max(numbers_said) in range(2, 11)
    return small and not is_forbidden(heading) and not _NO_COUNT.search(words_of(heading))


def _count(heading: str) -> Question:
    text = f"{heading!r} was left out; is it how many sessions there are, so that the minutes are those of one session?"
    return Question("column", heading, 0, text, ("sessions_per_cycle", NOT_USED))
