"""A fit as a mapping: each column's place and why, what is asked, and why a table is none of the datasets."""

from collections import Counter
from dataclasses import dataclass, replace

from data.contracts.synonyms import Slot, slot_of
from data.ingest.mapping import choose, evidence, likeness, measured, rosters, says, unplaced, whose
from data.ingest.mapping.choose import Fit, Forced
from data.ingest.mapping.score import MEANT, named
from data.ingest.model import LEFT_OUT, NOT_USED, OUT_BY_VALUES, Column, Mapping, Question, Table
from data.ingest.tables import legend
from data.ingest.tables.layouts import sites
from data.ingest.tables.steps.amounts import months
from data.ingest.values.words import heading as words_of

NO_ROWS = "there is no row beneath the headings."
KEY = "it is a key to codes, by which the other tables are read."


@dataclass(frozen=True)
class Placed:
    """The columns whose place is settled before headings are weighed."""

    forced: Forced
    said: frozenset[int]
    """Those of them that a person placed; the others are placed by what all of their values tell."""


def nearest(tried: list[Fit]) -> Fit:
    return max(tried, key=lambda fit: (sum(score for _, score in fit.taken), fit.total))


_BOARD = (
    "it seems to tell who is at which school on which weekday, but not by whole names, so that nobody is known by it, and as it "
    "stands it is none of the datasets; write first and last names, or upload a row a person, school and weekday."
)


def reason(table: Table, tried: list[Fit]) -> str:
    if len(table.body) == 0:
        return f"{table.sheet}: {NO_ROWS}"
    if legend.of_table(table):
        return f"{table.sheet}: {KEY}"
    if period := "month" if months.of_minutes(table) else "week" if months.of_weeks(table) else None:
        return (
            f"{table.sheet}: it tells minutes by {period}, which are totals and no sessions; upload the session log with a "
            "row a session, or the list of service lines, which may have totals to compare with."
        )
    if sites.is_board(table.headings):
        return f"{table.sheet}: {_BOARD}"
    near = nearest(tried)
    if near.lacks and sum(name is not None for name, _ in near.taken) >= 2:
        return (
            f"{table.sheet}: it looks like {near.dataset.replace('_', ' ')}, but no column says "
            f"{' or '.join(near.lacks)}; say which one does, or what else it is."
        )
    return (
        f"{table.sheet}: its headings are those of none of the datasets; name the dataset, or the columns, to load it."
    )


def mapping(
    fit: Fit,
    table: Table,
    print_of: str,
    placed: Placed,
    samples: list[tuple[str, ...]],
    elsewhere: frozenset[str] = frozenset(),
) -> Mapping:
    """``elsewhere``: the headings that have a place in another fit of the same rows."""
    columns = tuple(
        _column(heading, name, score, fit.dataset, _by_whom(number, placed), samples[number])
        for number, (heading, (name, score)) in enumerate(zip(table.headings, fit.taken, strict=True))
    )
    columns = _with_other_ids(columns, fit, table, placed)
    scores = [score for name, score in fit.taken if name]
    asked = (*_rivals(fit, columns), *_asked(fit, table, placed.forced, samples, elsewhere))
    questions = (*asked, *_unsure(columns, {one.value for one in asked}))
    return Mapping(fit.dataset, sum(scores) / max(len(scores), 1), columns, print_of, questions)


def _rivals(fit: Fit, columns: tuple[Column, ...]) -> list[Question]:
    """Of each column that could also be another field: which is it?"""
    return [
        Question(
            "column",
            column.heading,
            0,
            f"{column.heading!r} was taken for {column.field}; it could also be {rival}. Which is it?",
            (column.field, rival),
        )
        for column, rival in zip(columns, fit.rivals, strict=True)
        if rival and column.field
    ]


def _unsure(columns: tuple[Column, ...], asked: set[str]) -> list[Question]:
    """Of each column that is taken for a field without being sure, and of which nothing is asked yet: is it that? Leaving it
    out comes first, since a question that has a field first is of a column without a place, whose rows wait."""
    return [
        Question(
            "column",
            column.heading,
            0,
            f"{column.heading!r} was taken for {column.field.replace('_', ' ')} by what stands beneath it. Is it that?",
            (NOT_USED, column.field),
        )
        for column in columns
        if column.field and column.confidence < SURE and column.heading not in asked
    ]


def _asked(
    fit: Fit, table: Table, forced: Forced, samples: list[tuple[str, ...]], elsewhere: frozenset[str]
) -> list[Question]:
    """What is asked of columns that were left out, of whose they are and of scores, where nobody said it; of one whose heading
    another one with a place has too no answer would tell which is meant."""
    said = set(forced.values())
    asked = (
        *unplaced.questions(fit, table.headings, samples),
        *(one for one in whose.questions(fit, table.headings, samples) if not _is_of_provider(fit, one.value)),
        *_of_scores(fit, table, samples),
    )
    twins = _of_twins(fit, table)
    free = (one for one in asked if one.value not in elsewhere and words_of(one.value) not in twins)
    return [one for one in free if table.headings.index(one.value) not in forced and one.choices[0] not in said]


def _is_of_provider(fit: Fit, heading: str) -> bool:
    """Whether a heading is written for who treated, of which another column tells, beside one of students."""
    words = slot_of(fit.dataset, "provider_name").words if "provider_name" in fit.places else ()
    return words_of(heading) in words and not fit.places.keys().isdisjoint(("student_id", "student_name"))


def _of_twins(fit: Fit, table: Table) -> set[str]:
    """The headings that several columns have, one of which has a place that isn't that of what became of a session."""
    told = Counter(map(words_of, table.headings))
    placed = {
        words_of(table.headings[at]) for name, at in fit.places.items() if slot_of(fit.dataset, name).reads != "outcome"
    }
    return {heading for heading in placed if told[heading] > 1}


def _with_other_ids(columns: tuple[Column, ...], fit: Fit, table: Table, placed: Placed) -> tuple[Column, ...]:
    """The columns of a list of students, of which further ids of each are kept as those of other systems, by which later
    files may name them."""
    found = set(rosters.ids_beside(fit, table)) - placed.said if fit.dataset == "students" else set()
    return tuple(
        replace(column, field="other_ids", confidence=_OTHER_ID, why="another id of the same student")
        if place in found
        else column
        for place, column in enumerate(columns)
    )


_OTHER_ID = 0.9


def _of_scores(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> list[Question]:
    """What is asked of the columns of numbers in a list of goals or of their scores."""
    ask = {"goals": measured.of_goals, "measurements": measured.questions}.get(fit.dataset)
    taken = [name for name, _ in fit.taken]
    return ask(table.headings, taken, samples) if ask and table.melted is None else []


def _by_whom(number: int, placed: Placed) -> str:
    """Who settled a column's place: "you", or its "values"; empty where headings were weighed."""
    return "you" if number in placed.said else "values" if number in placed.forced else ""


def _column(heading: str, name: str | None, score: float, dataset: str, by: str, texts: tuple[str, ...]) -> Column:
    said = says.said(heading, name, dataset)
    if name is None:
        left = choose.is_forbidden(heading)
        settled = {"you": LEFT_OUT, "values": OUT_BY_VALUES}
        why = settled.get(by, "never stored" if left else "no field has such a heading")
        return Column(heading, None, 0.0, why)
    if by:
        return Column(heading, name, 1.0, "as you said" if by == "you" else "its values", said)
    slot = slot_of(dataset, name)
    exact = words_of(heading) in slot.words
    why = "its heading" if exact else "a heading close to its own, and its values"
    return Column(heading, name, min(max(score, _settled(heading, texts, slot, dataset)), 1.0), why, said)


SURE = 0.9
"""Below this confidence a column is asked about, and marked as one to look at."""


def _settled(heading: str, texts: tuple[str, ...], slot: Slot, dataset: str) -> float:
    """How sure a place is by one of both alone, the name or the values: values that tell nothing (ids, names in a few letters)
    don't speak against a heading that is written for the place, nor an unlisted heading against values of its kind."""
    is_named = words_of(heading) in slot.words or named(heading, slot, dataset) >= likeness.CLOSE
    return SURE if is_named or (evidence.share(texts, slot) or 0.0) >= MEANT else 0.0
