"""Several amounts in a row (OT Direct Min, PT Min): a fit for each setting or service that they are told of."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.mapping import choose, says
from data.ingest.mapping.choose import Fit, Forced
from data.ingest.model import Table
from data.ingest.values import codes, families, numbers
from data.ingest.values.nothing import is_nothing
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

_OF_EACH = ("service", "kind")
"""What tells the sessions of a row apart that has minutes of several."""


def one_an_amount(best: Fit, table: Table, samples: list[tuple[str, ...]], forced: Forced) -> list[Fit]:
    """One fit for each setting or service that amounts of a service line's row are told of; else the fit as it is."""
    found: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for number, heading in enumerate(table.headings):
        if number not in forced and (subject := says.subject(heading)):
            found.setdefault(subject, []).append(number)
    found = {subject: own for subject, own in found.items() if not _is_how_often(subject, own, found, table.headings)}
    of_each = best.dataset == "sessions" and any(all(dict(one).get(topic) for one in found) for topic in _OF_EACH)
    if best.dataset == "service_lines" and len(found) == 1:
        return _with_consult(best, samples, forced, *found.popitem())
    if (best.dataset != "service_lines" and not of_each) or len(found) < 2:
        return [best]
    sums = [at for at, one in enumerate(table.headings) if of_each and _is_of_all(one)]
    beside = _beside(table.headings, {number for own in found.values() for number in own} | forced.keys(), found)
    fits = []
    parted = [(subject, part) for subject, own in found.items() for part in says.by_area(own, table.headings)]
    for subject, own in parted:
        service = dict(subject).get("service")
        others = {number: None for places in found.values() for number in places if number not in own}
        others |= dict.fromkeys(sums)
        others |= {number: None for number, (of, _) in beside.items() if of != service}
        names = (beside[number][1] if number in beside else heading for number, heading in enumerate(table.headings))
        fits.append(_with_amount(best.dataset, tuple(names), samples, {**others, **forced}, own))
    fits = _without_others_times(fits, [own for _, own in parted])
    told = [
        replace(fit, of_several=tuple(own))
        for fit, (_, own) in zip(fits, parted, strict=True)
        if any(fit.taken[number][0] for number in own)
    ]
    return told if len(told) > 1 and not any(fit.lacks for fit in told) else [best]


_HOW_OFTEN, _ONE_SESSIONS = "sessions_per_cycle", "minutes_per_session"


def _without_others_times(fits: list[Fit], parts: list[list[int]]) -> list[Fit]:
    """The fits, where minutes of a week or month (Consult min/month) take no number of sessions that stands beside the
    minutes of one session of another (Direct min/session, x per month): that is how often the other is given."""
    of_each = [fit for fit, own in zip(fits, parts, strict=True) if fit.places.get(_ONE_SESSIONS) in own]
    return [
        _without(fit, _HOW_OFTEN) if of_each and fit not in of_each and _names_cycle(fit, own) else fit
        for fit, own in zip(fits, parts, strict=True)
    ]


def _names_cycle(fit: Fit, own: list[int]) -> bool:
    """Whether a heading of a fit's own amounts, which don't count sessions, says of which period it is."""
    is_cycled = any(says.cycles(words_of(fit.headings[at])) for at in own)
    return is_cycled and fit.places.get(_HOW_OFTEN) not in own


def _without(fit: Fit, name: str) -> Fit:
    return replace(fit, taken=tuple((None, 0.0) if place == name else (place, worth) for place, worth in fit.taken))


def _is_of_all(heading: str) -> bool:
    """Whether a column is of the total time of a session's row: where it has minutes of several kinds, of none of these."""
    told = said_by(heading)
    return "total" in told and bool(families.TIMES & told) and not says.subject(heading)


_AMOUNTS = ("amount_minutes", "line_minutes", "minutes_per_session", "frequency")
_CELLS = (*_AMOUNTS, "sessions_per_cycle", "every_weeks", "cycle")


def _with_consult(
    best: Fit, samples: list[tuple[str, ...]], forced: Forced, subject: tuple[tuple[str, str], ...], own: list[int]
) -> list[Fit]:
    """The lines and those of consult, whose one amount stands beside theirs (x/wk, Min, Consult min/mo); the columns of how
    often are the lines' own. Else the fit as it is."""
    headings = best.headings
    is_consult = dict(subject).get("kind") == "indirect" and not any(says.is_of_others(headings[at]) for at in own)
    if not is_consult or len(own) > 1 or not samples[own[0]]:
        return [best]
    of_consult: Forced = {at: None for at, one in enumerate(headings) if codes.find(one, "kind") == "indirect"}
    lines = choose.fit(best.dataset, headings, samples, {**of_consult, **forced})
    held = {place: name for name, place in lines.places.items() if name in _CELLS}
    if lines.lacks or not set(held.values()) & set(_AMOUNTS) or any("total" in said_by(headings[at]) for at in held):
        return [best]
    consult = _with_amount(best.dataset, headings, samples, {**dict.fromkeys(held), **forced}, own)
    if consult.taken[own[0]][0] not in _AMOUNTS:
        return [best]
    return [replace(lines, of_several=tuple(held)), replace(consult, of_several=tuple(own))]


def only(fits: list[Fit], table: Table) -> list[pa.Array | None]:
    """Which rows are records of each fit, where a row has several amounts: those with one of its own; a row of lines without
    any is one of the first, which wants it. None: all."""
    if any(fit.dataset != "service_lines" or not fit.of_several for fit in fits):
        return [None] * len(fits)
    first, *others = (_are_filled(table, fit.of_several) for fit in fits)
    return [pc.or_(first, pc.invert(reduce(pc.or_, others))) if others else first, *others]


def _are_filled(table: Table, places: Iterable[int]) -> pa.Array:
    """In which rows one of some columns has more than nothing or 0."""
    found = pa.array(np.zeros(len(table.body), dtype=bool))
    for place in places:
        says_some = [text for text in table.texts(place) if not is_nothing(text) and numbers.to_float(text) != 0]
        column = table.body.column(place).combine_chunks()
        found = pc.or_(found, pc.is_in(column, pa.array(says_some, pa.string())))
    return found


def _with_amount(
    dataset: str, headings: tuple[str, ...], samples: list[tuple[str, ...]], forced: Forced, own: list[int]
) -> Fit:
    """The fit for one of several amounts of a line's row; a column whose heading tells an amount is one whatever words
    stand in it (see notes, on hold): each of them is asked about."""
    found = choose.fit(dataset, headings, samples, forced)
    alone = own[0] if dataset == "service_lines" and len(own) == 1 else None
    if alone is None or found.taken[alone][0] or not says.tells_amount(headings[alone]):
        return found
    return choose.fit(dataset, headings, samples, {alone: "amount_minutes", **forced})


def _is_how_often(
    subject: tuple[tuple[str, str], ...],
    own: list[int],
    found: Iterable[tuple[tuple[str, str], ...]],
    headings: tuple[str, ...],
) -> bool:
    """Whether columns only say how often (OT Freq) beside amounts that are told further apart (OT Direct Min): they are
    of each of these."""
    is_wider = any(set(subject) < set(other) for other in found)
    return is_wider and not any(says.LENGTHS & said_by(headings[number]) for number in own)


def _beside(
    headings: tuple[str, ...], amounts: set[int], found: dict[tuple[tuple[str, str], ...], list[int]]
) -> dict[int, tuple[str, str]]:
    """(service, name without it) of the columns that stand beside the amount of one service of several (OT Ind/Grp)."""
    services = {service for subject in found if (service := dict(subject).get("service"))}
    told = {number: says.owner(heading) for number, heading in enumerate(headings) if number not in amounts}
    return {number: one for number, one in told.items() if one and one[0] in services and len(services) > 1}
