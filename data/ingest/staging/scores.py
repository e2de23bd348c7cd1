"""Measurements: scores as numbers, so many of so many, steps of a scale, minutes and seconds, or codes of progress."""

import re
from collections import defaultdict
from typing import Any

import pyarrow as pa

from data.contracts import synonyms
from data.contracts.datasets import PROGRESS_CODES
from data.ingest.staging import base, in_trials, measures, scales
from data.ingest.staging.columns import Heading
from data.ingest.staging.in_trials import ASKED, CORRECT, FRACTIONS
from data.ingest.staging.measures import PERCENT
from data.ingest.staging.work import DOUBT, Rule, Work, doubt
from data.ingest.values import codes, criteria, numbers, scores
from data.ingest.values.nothing import is_nothing
from data.ingest.values.read import Read, waiting
from data.ingest.values.scores import Score
from data.ingest.values.terms import period_name
from data.ingest.values.words import plain, said_by


def stage(work: Work) -> None:
    """A value, or a progress code written where values stand; a row with neither, nor a day, is no measurement, nor is
    one that says that nothing was measured (absent, no school)."""
    for heading in work.at("value"):
        _stage_values(work, heading)
        _ask_which(work, heading)
    value, code = _sql(work, "value", "score"), _sql(work, "progress_code", "word")
    work.fields["value"], work.fields["progress_code"] = f"cast({value} as double)", f"cast({code} as varchar)"
    if trials := [part for part in (work.value("trials"), *(f"trials{one.place}" for one in work.at("value"))) if part]:
        work.fields["trials"] = f"cast(coalesce({', '.join(trials)}, null) as integer)"
    in_trials.tell(work)
    for heading in work.at("period"):
        _name_period(work, heading)
    day = work.value("measured_on") or "cast(null as date)"
    work.ignored.append(f"{value} is null and {code} is null and {day} is null and {_blank(work)}")
    work.rules.append(
        Rule(
            work.heading("value"), "missing", "a measurement needs a value or a progress code; fill it in", "reject",
            f"{value} is null and {code} is null", unless=(work.heading("value"), work.heading("progress_code")),
        )
    )  # fmt: skip
    for heading in work.at("progress_code"):
        work.rules.append(
            Rule(heading.heading, "no_progress", "nothing is reported but a code that isn't known", "wait",
                 f"{value} is null and {code} is null and k{heading.place} >= 0", unless=(work.heading("value"),))
        )  # fmt: skip


def _name_period(work: Work, heading: Heading) -> None:
    """The grading period by its short name, as the list of grading periods has it."""
    work.decide(
        f"period{heading.place}",
        {"key": f"b.k{heading.place}"},
        lambda key: {
            "short_period": None if key < 0 or is_nothing(heading.texts[key]) else period_name(heading.texts[key])
        },
        {"short_period": pa.string()},
    )
    work.fields["period"] = "short_period"


def _stage_values(work: Work, heading: Heading) -> None:
    """The columns score, trials, word and skipped of the full rows, with the place of the column behind each name."""
    read = [_value(work, heading, text) for text in heading.texts]
    read = _one_scale(work, heading, read)
    measures.ask_percent(work, heading, read)
    read = measures.in_percent(work, heading, read)
    answered = [work.answer(text) is not None for text in heading.texts]
    read = scales.within(heading, read, answered, has_goals=bool(_of_goals(work)))
    base.define(work, heading, {key: one for key, one in enumerate(read) if one.failed})
    if has_open := any(_is_open(one.value) for one in read):
        work.assumptions.append(_IN_UNIT.format(heading.heading))
    is_asked = has_open or scales.may_differ(work, heading, read)
    goals = _of_goals(work) if is_asked else {}
    column = scales.Column.of(work, heading, read)
    _say_skipped(work, heading, read)
    place = heading.place
    work.decide(
        f"value{place}",
        {"key": f"b.k{place}", **{f"goal{at}": f"b.c{at}" for at in goals}},
        lambda key, **cells: (
            _told(work, column, heading.texts[key], read[key].value, [*filter(None, cells.values())])
            if key >= 0 else {f"skipped{place}": False}
        ),
        {f"score{place}": pa.float64(), f"trials{place}": pa.int32(), f"word{place}": pa.string(),
         f"skipped{place}": pa.bool_(), **DOUBT},
    )  # fmt: skip
    work.has_doubts = True
    work.ignored.append(f"skipped{place}")


_IN_UNIT = (
    "Scores out of trials (3/5) under {} are told in the unit of their goal; of a goal without a unit that asks for more than "
    "there were trials no number is told."
)


def _ask_which(work: Work, heading: Heading) -> None:
    """While it isn't said which column holds the scores, or whether they are scores, the rows wait."""
    for one in work.mapping.questions:
        if one.kind == "column" and one.choices[0] == "value":
            asked = work.ask(one.kind, one.value, one.text, one.choices)
            message = f"it isn't clear whether {one.value} tells the score; say what the column is"
            cell = f"c{heading.place}"
            work.rules.append(Rule(one.value, "maybe_score", message, "wait", f"k{heading.place} >= 0", cell, asked))


_SKIPPED = object()
"""What a cell says that tells only that nothing was measured."""


def _value(work: Work, heading: Heading, text: str) -> Read:
    """A number, a score, a progress code, or that nothing was measured."""
    answer = work.answer(text)
    if answer in PROGRESS_CODES:
        return Read(answer)
    if answer is not None and (number := numbers.read(answer)) and number.value is not None and not number.failed:
        return number
    is_number = numbers.to_float(text) is not None
    text = work.meant(text, lambda one: codes.find(one, "progress_code") is not None
                      or (not is_number and scores.is_not_measured(one)))  # fmt: skip
    if not is_number and work.is_own_code(text, "progress_code") and codes.find(text, "progress_code"):
        return waiting("unknown_mark", "the file's own key says something else than is usual")
    number = numbers.read_measure(text)
    if number.code != "not_a_number":
        return number
    if word := codes.find(text, "progress_code"):
        return Read(word)
    if score := scores.fraction(text) or scores.level(text):
        return Read(score)
    if clock := measures.read_clock(work, heading, text):
        return clock
    if scores.is_not_measured(text):
        return Read(_SKIPPED)
    if scores.is_level(text):
        return _step(work, text)
    return waiting("unknown_mark", "this mark isn't known") if _MARK.match(text.strip()) else number


_MARK = re.compile(r"^[A-Za-z]{1,3}[+-]?$")
"""What may be a code of the district's own; longer words are none."""


def _step(work: Work, text: str) -> Read:
    """The step that the file's own key gives to a level of help; without one it is asked."""
    keyed = [code for code, meaning in work.table.legend.items() if plain(meaning) == plain(text)]
    step = numbers.to_float(keyed[0]) if len(keyed) == 1 else None
    if step is None:
        return waiting("unknown_level", "it isn't said which step of its scale this level is")
    return Read(Score(step, level=plain(text)))


def _one_scale(work: Work, heading: Heading, read: list[Read]) -> list[Read]:
    """The steps of a scale; those of which the words have another number elsewhere in the column wait."""
    steps: dict[str, set[float]] = defaultdict(set)
    for one in read:
        if isinstance(one.value, Score) and one.value.level:
            steps[one.value.level].add(one.value.value)
    if steps:
        work.assumptions.append(f"The levels under {heading.heading} are stored as the steps of their scale.")
    unclear = waiting("unknown_level", "the same level has several numbers in this column")
    return [
        unclear if isinstance(one.value, Score) and len(steps.get(one.value.level or "", ())) > 1 else one
        for one in read
    ]


def _is_open(value: object) -> bool:
    """Whether a score of so many trials may be told in percent or by their number."""
    return isinstance(value, Score) and value.out_of is not None and not value.is_percent


def _of_goals(work: Work) -> dict[int, str]:
    """The columns of the table that tell what the goals are measured in: baseline, target, unit."""
    listed = synonyms.headings("goals")
    names = {word for name in ("baseline", "target", "unit") for word in (name, *listed[name])}
    told = {frozenset(said_by(word)) for word in names}
    return {
        place: heading for place, heading in enumerate(work.table.headings)
        if place in work.kept and said_by(heading) in told
    }  # fmt: skip


def _told(work: Work, column: scales.Column, text: str, value: object, goals: list[str]) -> dict[str, Any]:
    """What one cell says beside the cells of its goal, for the columns of ``_stage_values``."""
    heading, place = column.heading, column.heading.place
    if value is None or value is _SKIPPED:
        return {f"skipped{place}": value is _SKIPPED}
    if isinstance(value, str):
        return {f"word{place}": value, f"skipped{place}": False}
    if isinstance(value, float):
        score, odd = scales.in_unit(work, column, text, value, goals)
        return {f"score{place}": score, f"skipped{place}": False} | odd
    assert isinstance(value, Score)
    told = {f"trials{place}": value.out_of, f"skipped{place}": False}
    number = _number(work, heading, value, goals) if _is_open(value) else value.value
    if number is not None:
        is_percent = value.is_percent or number != value.value
        out = is_percent and in_trials.may_be_right(number, value.out_of or 0)
        return {f"score{place}": number, **told, **({f"trials{place}": None} if out else {})}
    asked = work.ask("code", FRACTIONS, ASKED, (PERCENT, CORRECT))
    message = "scores without trials stand in this column too, and it isn't said whether they are in percent"
    return told | doubt("maybe_percent", message, "wait", heading.heading, f"{value.value:g}/{value.out_of}", asked)


def _number(work: Work, heading: Heading, score: Score, goals: list[str]) -> float | None:
    """A score of trials in percent where its goal is, else as the number that were right, which figures tell in the unit of
    the goal; None where scores without trials stand in the same column and nothing tells the goal's unit."""
    assert score.out_of is not None
    share = round(100 * score.value / score.out_of, 9)
    criterions = [one for text in goals if (one := criteria.read(text))]
    said = work.answer(FRACTIONS)
    if said in (PERCENT, CORRECT):
        return share if said == PERCENT else score.value
    if "percent" in said_by(heading.heading) or scales.are_percent(goals):
        return share
    counted = any(one.unit == "trials" and one.trials == score.out_of for one in criterions)
    counted = counted or any(said_by(text) <= _OF_TRIALS for text in goals)
    return score.value if counted or not any(numbers.read(text).value for text in heading.texts) else None


_OF_TRIALS = frozenset(("trial", "count", "correct", "opportunity", "opportunities", "out", "number"))


def _say_skipped(work: Work, heading: Heading, read: list[Read]) -> None:
    """Say which words were taken for no measurement."""
    told = [text.strip() for text, one in zip(heading.texts, read, strict=True) if one.value is _SKIPPED]
    if told:
        named = ", ".join(repr(text) for text in dict.fromkeys(told))
        work.assumptions.append(
            f"Under {heading.heading}, {named} says that nothing was measured: no score and no session."
        )


def _sql(work: Work, name: str, part: str) -> str:
    columns = [f"{part}{heading.place}" for heading in work.at("value")]
    own = work.value(name) if name != "value" else None
    listed = [column for column in (own, *columns) if column]
    return f"coalesce({', '.join(listed)})" if listed else f"cast(null as {'double' if name == 'value' else 'varchar'})"


def _blank(work: Work) -> str:
    places = [heading.place for heading in work.at("value", "progress_code", "measured_on")]
    return " and ".join(f"k{place} = -1" for place in places) or "true"
