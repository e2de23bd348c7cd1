"""Headings -> fields: which dataset a table is, and which place each column takes in it."""

from collections.abc import Iterable
from dataclasses import replace

from data.contracts import DATASETS
from data.contracts.synonyms import SLOTS
from data.errors import UserError
from data.ingest.mapping import apart, assistants, choose, evidence, measured, says, shared, unplaced, whose
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.shape import shape
from data.ingest.model import LEFT_OUT, NOT_USED, Answers, Column, Mapping, Options, Question, Table
from data.ingest.ours import worklist_columns
from data.ingest.tables import months
from data.ingest.values import numbers
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

__all__ = ["propose", "shape"]

Forced = dict[int, str | None]
"""The field of each column whose place is settled, by its number; None: it has none."""
TOGETHER = (("goals", "measurements"),)
"""Datasets that one row can carry both of."""
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
    print_of, samples = shape(table), evidence.samples(table)
    ours = worklist_columns(table.headings)
    forced = {**ours, **_forced(table.headings, answers, options)}
    wanted = options.dataset or answers.dataset or ("decisions" if ours else None)
    tried = [
        choose.fit(name, table.headings, samples, _placed(table, samples, name) | forced)
        for name in _candidates(table, wanted)
    ]
    known = {fit.dataset: whose.on_file(fit, table.headings, samples, on_file, forced) for fit in tried}
    tried = [_again(fit, table, samples, known[fit.dataset] | forced) if known[fit.dataset] else fit for fit in tried]
    fit_for = [fit for fit in tried if not fit.lacks and _is_one(fit, table, samples)]
    if not wanted and _is_nearly_another(fit_for, tried):
        fit_for = []
    if not fit_for or len(table.body) == 0:
        return [Mapping(None, 0.0, (), print_of, _whose_rows(table, tried, samples), _reason(table, tried))]
    best = max(fit_for, key=lambda fit: fit.total)
    best, forced = _told_by_values(best, known[best.dataset], table, samples, forced)
    fits = _fits(best, fit_for, table, samples, forced)
    found = [_mapping(fit, table, print_of, forced, samples, _placed_by(fits, fit)) for fit in fits]
    if under := assistants.supervised(best, table, samples, forced):
        found.append(replace(_mapping(under[0], table, print_of, forced, samples), only=under[1]))
    return found


def _placed_by(fits: list[Fit], own: Fit) -> frozenset[str]:
    """The headings that have a place in another dataset of the same rows: nothing is asked of them in this one."""
    others = [fit for fit in fits if fit.dataset != own.dataset]
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
    partner = _partner(best, fit_for)
    if partner and (numbered := shared.of_goals(partner, table)):
        partner = _again(partner, table, samples, numbered | forced)
    best, partner = _of_measurements(best, partner, table)
    return [best, partner] if partner else _one_an_amount(best, table, samples, forced)


def _again(fit: Fit, table: Table, samples: list[tuple[str, ...]], forced: Forced) -> Fit:
    return choose.fit(fit.dataset, table.headings, samples, _placed(table, samples, fit.dataset) | forced)


def _whose_rows(table: Table, tried: list[Fit], samples: list[tuple[str, ...]]) -> tuple[Question, ...]:
    """Of a table that lacks nothing but whose its rows are: which of its columns says it?"""
    near = _nearest(tried)
    alone = near.lacks == (choose.NAMES["student_id"],) and len(table.body) > 0
    return tuple(whose.questions(near, table.headings, samples)) if alone else ()


def _nearest(tried: list[Fit]) -> Fit:
    return max(tried, key=lambda fit: (sum(score for _, score in fit.taken), fit.total))


_OF_SEEN = ("sessions", "goals", "measurements")
"""Datasets in which a column of who is of students."""
_FAR = 2
"""So many times what a dataset finds in a table tells that it is this one, even if it lacks whose the rows are."""


def _is_nearly_another(fits: list[Fit], tried: list[Fit]) -> bool:
    """Whether a table that could be one of people, places or days is far more a log or a list of lines, of which only
    the student isn't told: days on which a child was ill make no calendar."""
    near = max(tried, key=lambda fit: fit.total)
    best = max((fit.total for fit in fits), default=0.0)
    return near.lacks == (choose.NAMES["student_id"],) and bool(fits) and near.total > _FAR * max(best, 1.0)


def _placed(table: Table, samples: list[tuple[str, ...]], dataset: str) -> Forced:
    """The places of the two columns that a sheet with a column a day was turned to; of a score beside its target."""
    goal = {"goals": "goal_text", "measurements": "goal_id"}.get(dataset)
    exchanged = measured.exchanged(table.headings, samples, goal) if goal else {}
    signed = whose.signed(table.headings, samples) | whose.of_roles(table.headings, samples)
    if dataset in _OF_SEEN:
        signed |= whose.seen(table.headings, samples) | whose.taught(table.headings, samples)
    if table.melted is None and dataset in TOGETHER[0]:
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


_OF_EACH = ("service", "kind")
"""What tells the sessions of a row apart that has minutes of several."""


def _one_an_amount(best: Fit, table: Table, samples: list[tuple[str, ...]], forced: Forced) -> list[Fit]:
    """One fit for each setting or service that amounts of a service line's row are told of; else the fit as it is."""
    found: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for number, heading in enumerate(table.headings):
        if number not in forced and (subject := says.subject(heading)):
            found.setdefault(subject, []).append(number)
    found = {subject: own for subject, own in found.items() if not _is_how_often(subject, own, found, table.headings)}
    of_each = best.dataset == "sessions" and any(all(dict(one).get(topic) for one in found) for topic in _OF_EACH)
    if (best.dataset != "service_lines" and not of_each) or len(found) < 2:
        return [best]
    beside = _beside(table.headings, {number for own in found.values() for number in own} | forced.keys(), found)
    fits = []
    parted = [(subject, part) for subject, own in found.items() for part in says.by_area(own, table.headings)]
    for subject, own in parted:
        service = dict(subject).get("service")
        others = {number: None for places in found.values() for number in places if number not in own}
        others |= {number: None for number, (of, _) in beside.items() if of != service}
        names = (beside[number][1] if number in beside else heading for number, heading in enumerate(table.headings))
        fits.append(_with_amount(best.dataset, tuple(names), samples, {**others, **forced}, own))
    told = [fit for fit, (_, own) in zip(fits, parted, strict=True) if any(fit.taken[number][0] for number in own)]
    return told if len(told) > 1 and not any(fit.lacks for fit in told) else [best]


def _with_amount(
    dataset: str, headings: tuple[str, ...], samples: list[tuple[str, ...]], forced: Forced, own: list[int]
) -> Fit:
    """The fit for one of several amounts of a line's row; a column whose heading tells an amount is one whatever words
    stand in it (see notes, on hold): each of them is asked about."""
    found = choose.fit(dataset, headings, samples, forced)
    alone = own[0] if dataset == "service_lines" and len(own) == 1 else None
    if alone is None or found.taken[alone][0] or not says.tells_amount(headings[alone]):
        return found
    if all(numbers.to_float(text) is not None for text in samples[alone]):
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


def _partner(best: Fit, fits: list[Fit]) -> Fit | None:
    for first, second in TOGETHER:
        if best.dataset in (first, second):
            other = first if best.dataset == second else second
            return next((fit for fit in fits if fit.dataset == other and _adds(fit, best)), None)
    return None


def _of_measurements(best: Fit, partner: Fit | None, table: Table) -> tuple[Fit, Fit | None]:
    """Goals beside their measurements, without the trials where these differ from row to row: they are not the goal's."""
    if partner is None or {best.dataset, partner.dataset} != {"goals", "measurements"}:
        return best, partner
    return _without_trials(best, table), _without_trials(partner, table)


def _without_trials(fit: Fit, table: Table) -> Fit:
    place = next((number for number, (name, _) in enumerate(fit.taken) if name == "trials"), None)
    if fit.dataset != "goals" or place is None or len(table.body.column(place).unique()) == 1:
        return fit
    taken = tuple((None, 0.0) if number == place else one for number, one in enumerate(fit.taken))
    return replace(fit, taken=taken)


def _adds(fit: Fit, best: Fit) -> bool:
    """Whether the other dataset finds places for headings that the first has none for, or the goals by their words.

    Beside goals a number that no column gives a day or a period is where the goal stands, and no measurement.
    """
    if fit.dataset == "measurements" and not {"measured_on", "period"} & {name for name, _ in fit.taken}:
        return False
    own = {row: name for row, (name, _) in enumerate(best.taken) if name}
    by_words = any(name == "goal_text" and own.get(row) == "goal_id" for row, (name, _) in enumerate(fit.taken))
    return by_words or any(name and row not in own for row, (name, _) in enumerate(fit.taken))


def _reason(table: Table, tried: list[Fit]) -> str:
    if len(table.body) == 0:
        return f"{table.sheet}: there is no row beneath the headings."
    if months.of_minutes(table):
        return (
            f"{table.sheet}: it tells minutes by month, which are totals and no sessions; upload the session log with a row "
            "a session, or the list of service lines, which may have these columns to compare with."
        )
    near = _nearest(tried)
    if near.lacks and sum(name is not None for name, _ in near.taken) >= 2:
        return (
            f"{table.sheet}: it looks like {near.dataset.replace('_', ' ')}, but no column says "
            f"{' or '.join(near.lacks)}; name the column with --map, or choose its field in the preview."
        )
    return (
        f"{table.sheet}: its headings are those of none of the datasets; name the dataset, or the columns, to load it."
    )


def _mapping(
    fit: Fit,
    table: Table,
    print_of: str,
    forced: Forced,
    samples: list[tuple[str, ...]],
    elsewhere: frozenset[str] = frozenset(),
) -> Mapping:
    """``elsewhere``: the headings that have a place in another dataset of the same rows."""
    columns = tuple(
        _column(heading, name, score, fit.dataset, number in forced)
        for number, (heading, (name, score)) in enumerate(zip(table.headings, fit.taken, strict=True))
    )
    questions = tuple(
        Question(
            "column",
            heading,
            0,
            f"{heading!r} was taken for {column.field}; it could also be {rival}. Which is it?",
            (str(column.field), rival),
        )
        for heading, column, rival in zip(table.headings, columns, fit.rivals, strict=True)
        if rival and column.field
    )
    said = set(forced.values())
    asked = [
        one
        for one in (
            *unplaced.questions(fit, table.headings, samples),
            *whose.questions(fit, table.headings, samples),
            *(one for one in _of_scores(fit, table, samples) if one.value not in elsewhere),
        )
        if table.headings.index(one.value) not in forced and one.choices[0] not in said
    ]
    questions = (*questions, *asked)
    scores = [score for name, score in fit.taken if name]
    return Mapping(fit.dataset, sum(scores) / max(len(scores), 1), columns, print_of, questions)


def _of_scores(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> list[Question]:
    """What is asked of the columns of numbers in a list of goals or of their scores."""
    ask = {"goals": measured.of_goals, "measurements": measured.questions}.get(fit.dataset)
    taken = [name for name, _ in fit.taken]
    return ask(table.headings, taken, samples) if ask and table.melted is None else []


def _column(heading: str, name: str | None, score: float, dataset: str, was_forced: bool) -> Column:
    said = says.said(heading, name, dataset)
    if name is None:
        left = choose.is_forbidden(heading)
        why = LEFT_OUT if was_forced else "never stored" if left else "no field has such a heading"
        return Column(heading, None, 0.0, why)
    if was_forced:
        return Column(heading, name, 1.0, "as you said", said)
    slot = next(slot for slot in SLOTS[dataset] if slot.name == name)
    exact = words_of(heading) in slot.words
    why = "its heading" if exact else "a heading close to its own, and its values"
    return Column(heading, name, min(score, 1.0), why, said)
