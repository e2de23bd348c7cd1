"""Which column of several numbers is the score of a goal: the one whose name its target bears, else it is asked."""

import re

from data.contracts.synonyms import SLOTS, slot_of
from data.ingest.mapping.likeness import likeness
from data.ingest.model import NOT_USED, Question
from data.ingest.tables.steps.goals import numbered_goals
from data.ingest.values import criteria, families, numbers, scores, spelt
from data.ingest.values.words import said_by

_TARGETS = frozenset(("goal", "target", "aim", "criterion", "benchmark"))
_STARTS = frozenset(("baseline", "initial", "start"))
_NO_SCORES = frozenset(
    ("id", "number", "code", "name", "date", "text", "area", "type", "status", "count", "sequence", "description", "#", "year",
     "period", "grade", "school", "service", "minute")
)  # fmt: skip
_NO_MEASURES = frozenset(
    ("attendance", "absent", "gened", "sped", "lre", "fte", "benchmark", "objective", "progress", "report")
)
"""Of what a list of goals may tell percents beside."""
_RATING = families.RATINGS | {"status"}
_HIGHEST_STEP = 5
SURE = 0.9
_ROUNDED = 1.0


def paired(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str]:
    """The score, its target and baseline where these bear its name (WCPM, Goal WCPM); none where several do."""
    told = [said_by(heading) for heading in headings]
    found: dict[int, str] = {}
    for place, said in enumerate(told):
        for field, marks in (("target", _TARGETS), ("baseline", _STARTS)):
            rest = said - marks
            if len(said & marks) == 1 and rest and not rest & _NO_SCORES and _are_numbers(samples[place]):
                twins = [at for at, other in enumerate(told) if other == rest and _are_numbers(samples[at])]
                if len(twins) == 1:
                    found |= {twins[0]: "value", place: field}
    places = list(found.values())
    return found if all(places.count(field) <= 1 for field in places) and "target" in places else {}


_GOAL, _TARGET = frozenset(("goal",)), frozenset(("target",))
_TESTED = families.TESTS
"""Beside a heading of what is measured plain numbers under Goal are what it is to reach; beside others they may be ids."""
_LOWEST_AIM, _HIGHEST_AIM = 10, 500
_AIM = re.compile(
    r"^(?:(?:no|not) more than|at (?:most|least)|fewer than|less than|more than|under|below|[<>≤≥]=?)?\s*\d", re.I
)


def exchanged(headings: tuple[str, ...], samples: list[tuple[str, ...]], goal: str) -> dict[int, str]:
    """The goal in words under Target, Behavior or the like beside what it is to reach under Goal (80%, no more than 3 times);
    none where only one of them is so. ``goal``: the place of the goal's words."""
    told = [said_by(heading) for heading in headings]
    slot = slot_of("goals", "goal_text")
    shares = [at for at, one in enumerate(told) if one == _GOAL]
    wordies = [
        at for at, one in enumerate(told)
        if one != _GOAL and (one == _TARGET or likeness(headings[at], slot) >= SURE) and _are_wordy(samples[at])
    ]  # fmt: skip
    if len(shares) != 1 or len(wordies) != 1:
        return {}
    (share,), (wordy,) = shares, wordies
    tested = bool(told[wordy] & _TESTED) and _are_numbers_to_reach(samples[share])
    are_numbers = tested or _is_behind_baseline(headings, samples, share)
    return {share: "target", wordy: goal} if are_numbers or _are_aims(samples[share]) else {}


def of_independent(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The percent that a student reached without help (% Independent) as the score, where others beside it tell of what was
    right with help, or wrong: they are parts of the same trials."""
    told = [said_by(heading) if _are_numbers(samples[at]) else frozenset() for at, heading in enumerate(headings)]
    alone = [at for at, one in enumerate(told) if one & _ALONE and one & families.SHARES]
    others = [at for at, one in enumerate(told) if one & _NOT_ALONE and not one & _ALONE]
    return {alone[0]: "value", **dict.fromkeys(others)} if len(alone) == 1 and others else {}


_ALONE = frozenset(("independent", "independently", "unprompted", "unassisted"))
_NOT_ALONE = frozenset(
    (
        "prompted",
        "prompt",
        "cued",
        "cue",
        "cues",
        "assisted",
        "assistance",
        "help",
        "incorrect",
        "wrong",
        "error",
        "refused",
    )
)


def _is_behind_baseline(headings: tuple[str, ...], samples: list[tuple[str, ...]], share: int) -> bool:
    """Whether the numbers under Goal stand right behind those of the baseline, where a number of a goal never does, and
    no other column is what it is to reach; numbers that only count on from 1 may be its number all the same."""
    slots = {slot.name: slot for slot in SLOTS["goals"]}
    if not share or likeness(headings[share - 1], slots["baseline"]) < SURE:
        return False
    others = any(likeness(one, slots["target"]) >= SURE for at, one in enumerate(headings) if at != share)
    both = _are_numbers(samples[share]) and _are_numbers(samples[share - 1])
    return both and not others and not numbered_goals.count_on(samples[share])


def _are_wordy(texts: tuple[str, ...]) -> bool:
    return bool(texts) and not any(map(_is_measure, texts))


def _are_aims(texts: tuple[str, ...]) -> bool:
    """Whether all texts begin with how much there is to be, and none is a number alone."""
    told = [spelt.counts(text) for text in texts]
    return bool(told) and all(_AIM.match(text) and numbers.to_float(text) is None for text in told)


def _are_numbers_to_reach(texts: tuple[str, ...]) -> bool:
    told = [numbers.to_float(text) for text in texts]
    return bool(told) and all(one is not None and _LOWEST_AIM <= one <= _HIGHEST_AIM for one in told)


def _is_measure(text: str) -> bool:
    return scores.is_score(text) or criteria.read(text) is not None or len(text.split()) < _WORDY


_WORDY = 2


def _are_numbers(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(scores.is_score(text) for text in texts)


def questions(headings: tuple[str, ...], taken: list[str | None], samples: list[tuple[str, ...]]) -> list[Question]:
    """Whether another column of numbers is the score, and whether small numbers of a rating are codes of progress.

    Beside trials a percent is the score, and the number correct says the same.
    """
    place = next((place for place, name in enumerate(taken) if name == "value"), None)
    if place is None or paired(headings, samples):
        return []
    if _is_rating(headings[place], samples[place]) and "progress_code" not in taken:
        text = f"Are the numbers under {headings[place]!r} scores of the goal, or codes of progress?"
        return [Question("column", headings[place], 0, text, ("value", "progress_code"))]
    slot = slot_of("measurements", "value")
    free = [at for at, name in enumerate(taken) if name is None and likeness(headings[at], slot) >= SURE]
    told = "trials" in taken and "percent" in said_by(headings[place])
    return [] if told else [_other(headings[at], headings[place]) for at in free if _are_numbers(samples[at])]


def of_goals(headings: tuple[str, ...], taken: list[str | None], samples: list[tuple[str, ...]]) -> list[Question]:
    """Whether a column of percents or trials that was left out of a list of goals is where they began, or their aim."""
    open_places = [name for name in ("baseline", "target") if name not in taken]
    slot = slot_of("measurements", "value")
    free = [at for at, name in enumerate(taken) if name is None and likeness(headings[at], slot) < SURE]
    found = [headings[at] for at in free if open_places and "goal_text" in taken and _are_shares(samples[at])]
    return [
        _begun(heading, open_places) for heading in found if not (_NO_MEASURES | families.REMARKS) & said_by(heading)
    ]


def _are_shares(texts: tuple[str, ...]) -> bool:
    told = [criteria.read(text) for text in texts]
    return bool(told) and all(one is not None and one.unit in ("percent", "trials") for one in told)


def _begun(heading: str, places: list[str]) -> Question:
    text = f"{heading!r} was left out; is it where the goal began, or what it is to reach?"
    return Question("column", heading, 0, text, (*places, NOT_USED))


def _is_rating(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether whole numbers up to 5 stand where a progress report has its codes."""
    told = [numbers.to_float(text) for text in texts]
    small = all(one is not None and one.is_integer() and 0 <= one <= _HIGHEST_STEP for one in told)
    return bool(told) and small and bool(_RATING & said_by(heading))


def _other(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} may both be the score of the goal; which of them is it?"
    return Question("column", heading, 0, text, ("value", NOT_USED))
