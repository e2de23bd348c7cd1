"""Headings -> fields: which dataset a table is, and which place each column takes in it."""

from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import DATASETS, synonyms
from data.contracts.synonyms import SLOTS
from data.errors import UserError
from data.ingest.mapping import (
    apart,
    assistants,
    choose,
    itinerants,
    measured,
    once,
    sampled,
    several,
    shared,
    together,
    told,
    whose,
)
from data.ingest.mapping.choose import Fit, Forced
from data.ingest.mapping.contents import days
from data.ingest.mapping.shape import shape
from data.ingest.model import NOT_USED, Answers, Mapping, Options, Question, Table
from data.ingest.ours import worklist_columns
from data.ingest.tables import keyed_initials
from data.ingest.tables.steps.sessions import outcomes
from data.ingest.values import codes
from data.ingest.values.words import heading as words_of

OF_A_DAY: dict[str, tuple[str | None, str | None]] = {
    "sessions": ("session_date", "status"), "measurements": ("measured_on", "value"), "goals": (None, None),
    "calendar_days": ("day", "day_type"),
}  # fmt: skip
"""What the days and the cells of a sheet with a column a day are, by dataset; no other dataset is written so."""


def propose(
    table: Table, answers: Answers, options: Options, on_file: whose.Whose = lambda _texts: None
) -> list[Mapping]:
    """What a table is: usually one mapping; two where its rows are goals and their measurements, or staff and who
    supervises them; one an amount where a row tells amounts of several settings or services.

    A table that is none of the datasets, or lacks what its dataset can't do without, gives one mapping without a
    dataset and the reason in a sentence. What people said (``options``, then ``answers``) stands over every guess.
    ``on_file``: whose ids or names a column's texts are, by the people whom the ledger knows.
    """
    print_of, samples = shape(table), sampled.samples(table)
    ours = worklist_columns(table.headings)
    said = _forced(table.headings, answers, options)
    forced = {**ours, **said}
    wanted = options.dataset or answers.dataset or ("decisions" if ours else None)
    tried, known = _tried(_candidates(table, wanted), table, samples, on_file, forced)
    fit_for = [fit for fit in tried if not fit.lacks and _is_one(fit, table, samples)]
    if not wanted and _is_nearly_another(fit_for, tried):
        fit_for = []
    if not fit_for or len(table.body) == 0:
        return [Mapping(None, 0.0, (), print_of, _whose_rows(table, tried, samples), told.reason(table, tried))]
    best = max(fit_for, key=lambda fit: fit.total)
    best, forced = _told_by_values(best, known[best.dataset], table, samples, forced)
    placed = told.Placed(forced, frozenset(said))
    return [
        replace(told.mapping(fit, table, print_of, placed, samples, beside), only=only)
        for fit, only, beside in _records(best, fit_for, table, samples, forced)
    ]


def _tried(
    datasets: list[str], table: Table, samples: list[tuple[str, ...]], on_file: whose.Whose, forced: Forced
) -> tuple[list[Fit], dict[str, Forced]]:
    """The table's fit as each of some datasets, and the columns that are of people on file in each."""
    first = [choose.fit(name, table.headings, samples, _placed(table, samples, name) | forced) for name in datasets]
    known = {fit.dataset: whose.on_file(fit, table.headings, samples, on_file, forced) for fit in first}
    found = [_again(fit, table, samples, known[fit.dataset] | forced) if known[fit.dataset] else fit for fit in first]
    goal = together.goal_of_measurements(found, forced)
    if goal is not None:
        known["measurements"] = {**known["measurements"], goal: "goal_id"}
        of_goal = known["measurements"] | forced
        found = [_again(fit, table, samples, of_goal) if fit.dataset == "measurements" else fit for fit in found]
    return found, known


_Records = list[tuple[Fit, pa.Array | None, frozenset[str]]]
"""A fit for each record of a row, in which rows it is one (None: in all), and the headings that others have a place for."""


def _records(best: Fit, fit_for: list[Fit], table: Table, samples: list[tuple[str, ...]], forced: Forced) -> _Records:
    """The records of a row: of staff and the days at schools, of several amounts, of supervisors beside either."""
    if both := itinerants.parted(best, fit_for, table, samples, forced):
        return _of_itinerants(*both, table, samples, forced)
    fits = _fits(best, fit_for, table, samples, forced)
    found: _Records = [
        (fit, once.told(fit, table, only), _placed_by(fits, fit))
        for fit, only in zip(fits, several.only(fits, table), strict=True)
    ]
    told_of = (best, table, samples, forced)
    if under := assistants.supervised(*told_of) or assistants.assisted(*told_of):
        found.append((*under, frozenset()))
    return found


def _of_itinerants(
    staff: Fit, sites: Fit, firsts: pa.Array, table: Table, samples: list[tuple[str, ...]], forced: Forced
) -> _Records:
    """Staff, each in the first of their rows, where they are on which weekday, and who supervises them."""
    of_each: list[tuple[Fit, pa.Array | None]] = [(staff, firsts), (sites, None)]
    of_days = dict.fromkeys(sites.places.values()) | forced
    if under := assistants.supervised(staff, table, samples, of_days):
        of_each.append((under[0], pc.and_(firsts, under[1])))
    return [(fit, only, _placed_by([staff, sites], fit)) for fit, only in of_each]


def _placed_by(fits: list[Fit], own: Fit) -> frozenset[str]:
    """The headings that have a place in another fit of the same rows: nothing is asked of them in this one."""
    others = [fit for fit in fits if fit is not own]
    return frozenset(fit.headings[number] for fit in others for number, (name, _) in enumerate(fit.taken) if name)


def _candidates(table: Table, wanted: str | None) -> list[str]:
    """The datasets that a table is tried as: the one that a person named, or all that are written in its way."""
    if wanted and wanted not in DATASETS:
        raise UserError(f"There is no dataset {wanted!r}; it is one of {', '.join(DATASETS)}.")
    return [wanted] if wanted else list(OF_A_DAY) if table.melted else list(DATASETS)


def _told_by_values(
    best: Fit, known: Forced, table: Table, samples: list[tuple[str, ...]], forced: Forced
) -> tuple[Fit, Forced]:
    """The fit once columns have the places that all of their values tell, where nobody said otherwise."""
    places = {slot.name for slot in SLOTS[best.dataset]}
    if lost := [number for number, name in forced.items() if name and name not in places]:
        forced = {number: name for number, name in forced.items() if number not in lost}
        best = _again(best, table, samples, known | forced)
    told = known | shared.told(best, table)
    if told.keys() - forced.keys():
        forced = {**told, **forced}
        best = _again(best, table, samples, forced)
    return best, forced


def _fits(best: Fit, fit_for: list[Fit], table: Table, samples: list[tuple[str, ...]], forced: Forced) -> list[Fit]:
    """What a table's rows are: goals beside their measurements, one an amount, or just the best fit."""
    partner = together.partner(best, fit_for)
    if partner and (numbered := shared.of_goals(partner, table)):
        partner = _again(partner, table, samples, numbered | forced)
    best, partner = together.of_measurements(best, partner, table)
    return [best, partner] if partner else several.one_an_amount(best, table, samples, forced)


def _again(fit: Fit, table: Table, samples: list[tuple[str, ...]], forced: Forced) -> Fit:
    return choose.fit(fit.dataset, table.headings, samples, _placed(table, samples, fit.dataset) | forced)


def _whose_rows(table: Table, tried: list[Fit], samples: list[tuple[str, ...]]) -> tuple[Question, ...]:
    """Of a table that lacks nothing but whose its rows are: which of its columns says it?"""
    near = told.nearest(tried)
    alone = near.lacks == (choose.NAMES["student_id"],) and len(table.body) > 0
    return tuple(whose.questions(near, table.headings, samples)) if alone else ()


_OF_SEEN = ("sessions", "goals", "measurements")
"""Datasets in which a column of who is of students."""
_FAR = 2
"""So many times what a dataset finds in a table tells that it is this one, even if it lacks whose the rows are."""


def _is_nearly_another(fits: list[Fit], tried: list[Fit]) -> bool:
    """Whether a table that could be one of people, places or days is far more another, of which one thing alone isn't told:
    days on which a child was ill make no calendar, and goals under a strange heading no list of students."""
    near = max(tried, key=lambda fit: fit.total)
    best = max((fit.total for fit in fits), default=0.0)
    goals = near.dataset == "goals" and len(near.lacks) == 1 and any(name in _OF_GOALS for name, _ in near.taken)
    lacks_one = goals or near.lacks == (choose.NAMES["student_id"],)
    return lacks_one and bool(fits) and near.total > _FAR * max(best, 1.0)


_OF_GOALS = ("target", "baseline")


def _placed(table: Table, samples: list[tuple[str, ...]], dataset: str) -> Forced:
    """The places of the two columns that a sheet with a column a day was turned to; of a score beside its target."""
    goal = {"goals": "goal_text", "measurements": "goal_id"}.get(dataset)
    exchanged = measured.exchanged(table.headings, samples, goal) if goal else {}
    signed = whose.signed(table.headings, samples) | whose.of_roles(table.headings, samples)
    signed |= dict.fromkeys(keyed_initials.of_whom(table))
    if dataset == "service_lines":
        signed |= whose.instructed(table.headings, samples)
    if dataset == "grading_periods":
        signed |= days.of_periods(table.headings, samples)
    if dataset == "sessions":
        signed |= whose.gave(table.headings, samples) | _of_kinds(table.headings, samples)
    if dataset in _OF_SEEN:
        signed |= whose.seen(table.headings, samples) | whose.taught(table.headings, samples)
    if dataset == "measurements" and table.melted is None:
        signed |= measured.of_independent(table.headings, samples)
    if table.melted is None and dataset in together.TOGETHER[0]:
        return {**signed, **measured.paired(table.headings, samples), **exchanged}
    if table.melted is None or dataset not in OF_A_DAY:
        return signed
    return (
        signed
        | exchanged
        | {
            table.headings.index(heading): field
            for heading, field in zip(table.melted, OF_A_DAY[dataset], strict=True)
            if heading in table.headings
        }
    )


def _of_kinds(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> Forced:
    """The column of kinds from which what became of sessions was put apart, where nothing but kinds is left in it (Direct),
    and no other column is called so: as an outcome it would say less."""
    if not frozenset(synonyms.headings("shared")["kind"]).isdisjoint(map(words_of, headings)):
        return {}
    parted = [at for at, one in enumerate(headings) if outcomes.among_kinds(one) in headings]
    of_kinds = [at for at in parted if samples[at] and all(codes.find(text, "kind") for text in samples[at])]
    return dict.fromkeys(of_kinds[:1], "kind")


def _forced(headings: tuple[str, ...], answers: Answers, options: Options) -> Forced:
    """The headings that a person placed, by their number; None: left out."""
    said = {words_of(heading): field for heading, field in (*answers.columns.items(), *options.map.items())}
    return {
        number: None if said[words_of(heading)] in ("", NOT_USED) else said[words_of(heading)]
        for number, heading in enumerate(headings)
        if words_of(heading) in said and words_of(heading)
    }


def _is_one(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether the table has what tells this dataset from a mere list of names, and nothing that makes it another one."""
    signs = choose.SIGNS.get(fit.dataset)
    has_signs = signs is None or any(name in signs for name, _ in fit.taken)
    return has_signs and not apart.is_another(fit, table, samples)
