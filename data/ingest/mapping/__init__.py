"""Headings -> fields: which dataset a table is, and which place each column takes in it."""

from data.contracts import DATASETS
from data.contracts.synonyms import SLOTS
from data.errors import UserError
from data.ingest.mapping import choose, evidence, says
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.shape import shape
from data.ingest.model import Answers, Column, Mapping, Options, Question, Table
from data.ingest.values.words import heading as words_of

__all__ = ["propose", "shape"]

TOGETHER = (("goals", "measurements"),)
"""Datasets that one row can carry both of."""


def propose(table: Table, answers: Answers, options: Options) -> list[Mapping]:
    """What a table is: usually one mapping; two where its rows are goals and their measurements.

    A table that is none of the datasets, or lacks what its dataset can't do without, gives one mapping without a
    dataset and the reason in a sentence. What people said (``options``, then ``answers``) stands over every guess.
    """
    print_of, samples = shape(table), evidence.samples(table)
    forced = _forced(table.headings, answers, options)
    wanted = options.dataset or answers.dataset
    if wanted and wanted not in DATASETS:
        raise UserError(f"There is no dataset {wanted!r}; it is one of {', '.join(DATASETS)}.")
    tried = [choose.fit(name, table.headings, samples, forced) for name in ([wanted] if wanted else DATASETS)]
    fit_for = [fit for fit in tried if not fit.lacks and _is_one(fit)]
    if not fit_for or len(table.body) == 0:
        return [Mapping(None, 0.0, (), print_of, reason=_reason(table, tried))]
    best = max(fit_for, key=lambda fit: fit.total)
    partner = _partner(best, fit_for)
    return [_mapping(fit, table, print_of, forced) for fit in ([best, partner] if partner else [best])]


def _forced(headings: tuple[str, ...], answers: Answers, options: Options) -> dict[int, str | None]:
    """The headings that a person placed, by their number; None: left out."""
    said = {words_of(heading): field for heading, field in (*answers.columns.items(), *options.map.items())}
    return {
        number: said[words_of(heading)] or None
        for number, heading in enumerate(headings)
        if words_of(heading) in said and words_of(heading)
    }


def _is_one(fit: Fit) -> bool:
    """Whether the table has what tells this dataset from a mere list of names."""
    signs = choose.SIGNS.get(fit.dataset)
    filled = {name for name, _ in fit.taken if name}
    return signs is None or bool(filled & set(signs))


def _partner(best: Fit, fits: list[Fit]) -> Fit | None:
    for first, second in TOGETHER:
        if best.dataset in (first, second):
            other = first if best.dataset == second else second
            return next((fit for fit in fits if fit.dataset == other and _adds(fit, best)), None)
    return None


def _adds(fit: Fit, best: Fit) -> bool:
    """Whether the other dataset finds places for headings that the first has none for."""
    own = {row for row, (name, _) in enumerate(best.taken) if name}
    return any(name and row not in own for row, (name, _) in enumerate(fit.taken))


def _reason(table: Table, tried: list[Fit]) -> str:
    if len(table.body) == 0:
        return f"{table.sheet}: there is no row beneath the headings."
    near = max(tried, key=lambda fit: (sum(score for _, score in fit.taken), fit.total))
    if near.lacks and sum(name is not None for name, _ in near.taken) >= 2:
        return (
            f"{table.sheet}: it looks like {near.dataset.replace('_', ' ')}, but no column says "
            f"{' or '.join(near.lacks)}; name the column with --map, or choose its field in the preview."
        )
    return (
        f"{table.sheet}: its headings are those of none of the datasets; name the dataset, or the columns, to load it."
    )


def _mapping(fit: Fit, table: Table, print_of: str, forced: dict[int, str | None]) -> Mapping:
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
    scores = [score for name, score in fit.taken if name]
    return Mapping(fit.dataset, sum(scores) / max(len(scores), 1), columns, print_of, questions)


def _column(heading: str, name: str | None, score: float, dataset: str, was_forced: bool) -> Column:
    said = says.said(heading, name, dataset)
    if name is None:
        left = choose.is_forbidden(heading)
        why = "left out as you said" if was_forced else "never stored" if left else "no field has such a heading"
        return Column(heading, None, 0.0, why)
    if was_forced:
        return Column(heading, name, 1.0, "as you said", said)
    slot = next(slot for slot in SLOTS[dataset] if slot.name == name)
    exact = words_of(heading) in slot.words
    why = "its heading" if exact else "a heading close to its own, and its values"
    return Column(heading, name, min(score, 1.0), why, said)
