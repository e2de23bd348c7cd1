"""How well each heading, with what stands beneath it, fits each place of a dataset."""

import re
from functools import cache

import numpy as np

from data.contracts.synonyms import SLOTS, Slot, slot_of
from data.ingest.mapping import contents, counted, evidence, likeness, meaning, says
from data.ingest.mapping.contents import days, goals, outcomes, places, services, staff
from data.ingest.values import codes, families, flags, numbers
from data.ingest.values.words import forms, said_by, spelt_out
from data.ingest.values.words import heading as words_of

_OUTCOME = families.STATES | {"reason", "absent"}
CODED = (*codes.HOW, "area")
WITHOUT_SUBJECT = 0.95
LEAST_OF_SURE = 0.56
ENOUGH = 0.5
"""The score from which a heading is taken for a field."""
"""What a heading that can only be one place is worth, with values of which few can be read."""
CERTAIN = 0.9
"""From it on a heading and its values say one thing, and values alone don't make another of it."""
MEANT = 0.85
"""The share of values of its kind from which the single words of a heading are believed."""
_OF_WORDS = ("text", "school", "prose")
_SECOND, SECOND = ("remark",), 0.97
"""What a column is only where it is nothing else."""
_OTHERS = frozenset(("esy", "previous", "prior", "proposed", "former", "old", "next"))
"""What stands under ESY Freq or Previous Freq beside Freq is no amount of the line."""


def is_anothers(heading: str, headings: tuple[str, ...]) -> bool:
    """Whether a heading is another's only by such a word, and what it names besides has a column of its own; or is the code
    of an objective beside the number of its goal."""
    told = said_by(heading)
    if told == _OBJECTIVE:
        return any("goal" in other and other & families.IDS for other in map(said_by, headings))
    return bool(told & _OTHERS) and told - _OTHERS in {said_by(other) - _CURRENT for other in headings}


_CURRENT = frozenset(("current", "new"))
"""Prior Freq is another's beside Freq as beside Current Freq."""
_OBJECTIVE = frozenset(("code", "objective"))
_SERVICE, _ENDS, _DAY = frozenset(("service",)), (frozenset(("start",)), frozenset(("end",))), frozenset(("date",))


def _is_of_a_service(heading: str, headings: tuple[str, ...], dataset: str) -> bool:
    """Whether a heading of a list of students is rather of when the service beside it began or ended."""
    ends = dataset == "students" and said_by(heading) - _DAY in _ENDS
    return ends and any(said_by(other) >= _SERVICE for other in headings)


_MASTERY = frozenset(("mastery", "percent"))


def may_be_so_far(heading: str, headings: tuple[str, ...]) -> bool:
    """Whether % mastery may be how far a goal has come, and not what it is to reach: no column says where it began."""
    return said_by(heading) == _MASTERY and not any(named(one, _baseline(), "goals") >= CERTAIN for one in headings)


@cache
def _baseline() -> Slot:
    return slot_of("goals", "baseline")


def scores(headings: tuple[str, ...], samples: list[tuple[str, ...]], dataset: str) -> np.ndarray:
    """A row a heading, a column a slot of the dataset: likeness weighed with what the values look like."""
    slots = SLOTS[dataset]
    table = np.zeros((len(headings), len(slots)))
    for row, (heading, texts) in enumerate(zip(headings, samples, strict=True)):
        if is_anothers(heading, headings) or _is_of_a_service(heading, headings, dataset):
            continue
        if dataset == "goals" and may_be_so_far(heading, headings):
            continue
        worth = [_by_name(heading, texts, slot, dataset) for slot in slots]
        if max(worth) < CERTAIN:
            known = _has_place(heading, dataset) and max(worth) >= ENOUGH and _is_read(worth, texts, dataset)
            worth = [
                told or contents.worth(heading, texts, slot, is_known=known)
                for told, slot in zip(worth, slots, strict=True)
            ]
        if dataset == "goals" and _say_what_is_done(texts):
            worth = [0.0 if slot.name in _MEASURES else told for told, slot in zip(worth, slots, strict=True)]
        if max(worth) < ENOUGH and (own := _of_codes(heading, texts, dataset)) is not None:
            worth[own] = LEAST_OF_SURE
        table[row] = worth
    if dataset == "service_lines":
        _without_days_of_plans(table, headings, slots)
    return _without_empty(table, samples)


_MEASURES, _WILL = ("baseline", "target"), re.compile(r"\bwill\b", re.IGNORECASE)


def _say_what_is_done(texts: tuple[str, ...]) -> bool:
    """Whether most texts are sentences of what a student will do: goals in words, whatever they say is to be reached."""
    return bool(texts) and sum(_WILL.search(text) is not None for text in texts) * 2 > len(texts)


_OF_A_PLAN, _OWN = frozenset(("iep", "plan")), families.SERVICES | {"line"}


def _without_days_of_plans(table: np.ndarray, headings: tuple[str, ...], slots: tuple[Slot, ...]) -> None:
    """Take the days of a plan (IEP Start) from the places of a line's, where a column is of the line's own (Svc Start)."""
    told = [said_by(heading) for heading in headings]
    for place, slot in enumerate(slots):
        own = [
            row
            for row, said in enumerate(told)
            if said & _OWN and not said & _OF_A_PLAN and table[row, place] >= CERTAIN
        ]
        if slot.name in ("start_date", "end_date") and own:
            table[[row for row, said in enumerate(told) if said & _OF_A_PLAN and row not in own], place] = 0.0


def _without_empty(table: np.ndarray, samples: list[tuple[str, ...]]) -> np.ndarray:
    """The scores, where an empty column gives up a place that a filled one says as plainly (Short Term Objective beside
    Annual Goal)."""
    filled = np.array([bool(texts) for texts in samples], dtype=bool)
    told = (table[filled] >= CERTAIN).any(axis=0)
    table[np.ix_(~filled, told)] = 0.0
    return table


def _is_read(worth: list[float], texts: tuple[str, ...], dataset: str) -> bool:
    """Whether the place that a heading is worth most for can read any of the values beneath it."""
    return evidence.share(texts, SLOTS[dataset][worth.index(max(worth))]) != 0.0


def _of_codes(heading: str, texts: tuple[str, ...], dataset: str) -> int | None:
    """The place that is written in just the heading's words, and whose few codes nobody knows: they are asked about."""
    if not evidence.are_few_codes(texts):
        return None
    name = _only_slot(words_of(heading), dataset)
    return next((at for at, slot in enumerate(SLOTS[dataset]) if slot.name == name and slot.name in CODED), None)


def _by_name(heading: str, texts: tuple[str, ...], slot: Slot, dataset: str) -> float:
    """What a heading is worth for a place by its words, weighed with what the values look like; 0 where it has none."""
    name = 0.0 if _is_unclear(heading, texts, slot) else named(heading, slot, dataset)
    name = name or _meant(heading, texts, slot, dataset)
    if not name or _is_elses(heading, texts, slot):
        return 0.0
    sure = slot.name == _only_slot(words_of(heading), dataset) or _tells(heading, slot, name)
    name *= SECOND if slot.name in _SECOND else 1.0
    worth = name * _fit(texts, slot, sure=sure, ours=heading.strip() == slot.name)
    if sure and slot.name == "status":
        worth = max(worth, LEAST_OF_SURE)
    of_settings = slot.name == "setting" and worth and places.is_of_settings(heading, texts)
    return max(worth, contents.WORTH) if of_settings else worth


def _is_elses(heading: str, texts: tuple[str, ...], slot: Slot) -> bool:
    """Whether the values under a heading of the place are those of another: settings, services, outcomes or schools; or the
    heading names a unit that is none of the place's."""
    if slot.reads == "school" or slot.name == "school_name":
        of_settings = places.is_of_settings(heading, texts)
        of_days = days.tell_whether(texts) or outcomes.is_of_attendance(heading, texts)
        return of_settings or of_days or counted.is_of_time(heading, texts) or places.are_short_codes(heading, texts)
    if slot.name in _OF_DAYS:
        return _OF_DAYS[slot.name](texts)
    if slot.name == "employer":
        return staff.are_shares(texts) or staff.are_funds(heading, texts)
    if slot.name == "minutes":
        return flags.are_ticks(heading, texts)
    if slot.name == "line_id":
        return services.are_services(texts)
    if slot.name == "session_id":
        return outcomes.are_outcomes(texts)
    if slot.name == "goal_text":
        return goals.is_direction(heading, texts)
    if slot.name == "trials":
        return goals.are_scores(heading, texts)
    if slot.name == "unit":
        return goals.are_criteria(heading, texts)
    if slot.name == "every_weeks":
        return bool(says.LENGTHS & said_by(heading))
    return slot.name == "setting" and places.is_of_schools(heading, texts)


_OF_DAYS = {"is_instructional": counted.are_counts, "cycle_day": counted.are_no_rotation}


def _meant(heading: str, texts: tuple[str, ...], slot: Slot, dataset: str) -> float:
    """What a heading that isn't listed for the place means for it by its words, where its values are of that kind."""
    worth = meaning.worth(words_of(heading), slot.name, dataset)
    if not worth:
        return 0.0
    if slot.reads == "outcome" and any(numbers.to_float(text) is not None for text in texts):
        return 0.0
    least = 0.0 if slot.reads in _OF_WORDS else MEANT / 2 if slot.reads == "outcome" else MEANT
    return worth if (evidence.share(texts, slot) or 0.0) >= least else 0.0


def _is_unclear(heading: str, texts: tuple[str, ...], slot: Slot) -> bool:
    """Whether small numbers under ``Group`` may be its size as well as its number: that is asked; or words there say how
    many there are, or whether there was one, and not which."""
    if slot.name == "group_id" and texts and all(map(_names_no_group, texts)):
        return True
    return slot.name in ("group_id", "group_size") and is_group(heading) and evidence.all_few(texts)


def _names_no_group(text: str) -> bool:
    """Whether a text says how many there are, or is yes or no: so whether there was a group, and not which one."""
    is_answer = flags.read(text).value is not None and numbers.to_float(text) is None
    return is_answer or bool(codes.find(text, "grouping") or codes.group_size(text))


def is_group(heading: str) -> bool:
    """Whether a heading says no more than group."""
    return spelt_out(words_of(heading)) == "group"


def _tells(heading: str, slot: Slot, name: float) -> bool:
    """Whether a heading says that it is of what became of the session."""
    return slot.reads == "outcome" and name >= meaning.WORTH and bool(_OUTCOME & said_by(heading))


def named(heading: str, slot: Slot, dataset: str) -> float:
    """The likeness of a heading, also without the service or setting that it says of its amount (``OT Min/Wk``)."""
    whole = likeness.likeness(heading, slot)
    if dataset == "goals" and slot.name in ("baseline", "target"):
        rest = says.without_unit(heading)
        return max(whole, WITHOUT_SUBJECT * likeness.likeness(rest, slot)) if rest else whole
    if dataset == "service_lines" and slot.name == "setting" and (rest := meaning.without_promise(words_of(heading))):
        return max(whole, WITHOUT_SUBJECT * likeness.likeness(rest, slot))
    if slot.reads not in ("minutes", "number", "frequency") or dataset not in ("service_lines", "sessions"):
        return whole
    rest = says.without_subject(heading)
    return max(whole, WITHOUT_SUBJECT * likeness.likeness(rest, slot)) if rest else whole


@cache
def _has_place(heading: str, dataset: str) -> bool:
    """Whether a heading is written for some place of the dataset."""
    return any(likeness.likeness(heading, slot) >= likeness.CLOSE for slot in SLOTS[dataset])


@cache
def _only_slot(words: str, dataset: str) -> str | None:
    """The one place of a dataset that is written in just these words, or is called so; None where several are."""
    called = [slot.name for slot in SLOTS[dataset] if words == slot.words[0]]
    found = called or [slot.name for slot in SLOTS[dataset] if words in slot.words]
    found = found or [slot.name for slot in SLOTS[dataset] if spelt_out(words) in forms(slot)]
    return found[0] if len(found) == 1 else None


def _fit(texts: tuple[str, ...], slot: Slot, *, sure: bool, ours: bool) -> float:
    """How far the values speak for a place. Where its words are no other's, some broken values don't speak against it.

    A column that is called the outcome is the outcome, whatever codes stand in it: they are asked about. Nor do values
    speak against a heading that is ``ours``, the field's name as the templates write it.
    """
    share = evidence.share(texts, slot)
    if share is None:
        return 0.9
    least = (
        LEAST_OF_SURE
        if sure
        and (
            ours
            or share > 0
            or slot.reads in ("service", "outcome")
            or slot.name == "day_type"
            or _are_marks(texts, slot)
        )
        else 0.0
    )
    return max(least, 0.25 + 0.75 * share)


def _are_marks(texts: tuple[str, ...], slot: Slot) -> bool:
    """Whether a column of progress holds nothing but a few marks or numbers of a key that nobody gives: they are asked."""
    return (
        slot.name == "progress_code"
        and len(texts) <= evidence.FEW_CODES
        and all(len(text) <= _LONGEST_MARK for text in texts)
    )


_LONGEST_MARK = 4
