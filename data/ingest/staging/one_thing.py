"""Two columns whose headings are both written for one thing (Grade and Grade Level, School and Campus): where they differ neither
is taken, and it is asked which counts."""

from collections.abc import Callable, Iterator

import pyarrow as pa

from data.contracts.synonyms import slot_of
from data.ingest.model import NOT_USED
from data.ingest.staging.called_alike import take_neither
from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Rule, Work
from data.ingest.values import codes, dates, grades
from data.ingest.values.nothing import is_nothing
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain

Judge = Callable[[str, str], bool]
_BY_YOU = "as you said"


def ask(work: Work) -> None:
    """Take neither of such columns in rows in which both are filled and can't both be so; the row waits where it can't do
    without it. A person who placed one of them, or left one out, has said it."""
    for own in work.headings:
        if judge := _JUDGES.get(own.reads):
            for place in _rivals(work, own):
                _ask(work, own, place, judge)


def _ask(work: Work, own: Heading, place: int, judge: Judge) -> None:
    pairs = pa.table([work.table.body.column(own.place), work.table.body.column(place)], names=["own", "other"])
    told = pairs.group_by(["own", "other"]).aggregate([]).to_pylist()
    apart = [(one["own"], one["other"]) for one in told if _is_told(one) and judge(one["own"], one["other"])]
    heading = work.table.headings[place]
    if not apart:
        return
    made = work.register(f"apart{place}", pa.table(list(zip(*apart, strict=True)), names=["own", "other"]))
    where = f"(c{own.place}, c{place}) in (select own, other from {made})"
    held = work.holds(own.field)
    if not held and not take_neither(work, own, where):
        return
    text = f"{own.heading!r} and {heading!r} differ in some rows; which of them is the {own.field.replace('_', ' ')}?"
    asked = work.ask("column", heading, text, (own.field, NOT_USED))
    message = f"{own.heading!r} and {heading!r} differ here; say which of them counts"
    work.rules.append(Rule(heading, "two_of_one_thing", message, "wait" if held else "ask", where, f"c{place}", asked))


def _is_told(pair: dict[str, str | None]) -> bool:
    return not any(is_nothing(text) for text in pair.values())


def _rivals(work: Work, own: Heading) -> Iterator[int]:
    """The places of other columns that are written for the field, and have no other place; none where a person said it."""
    words = slot_of(work.dataset.name, own.field).words
    said = dict(work.placed())[own.place].why == _BY_YOU
    asked = {question.value for question in work.mapping.questions}
    for place, column in work.placed() if words_of(own.heading) in words and not said else ():
        is_free = column.field is None and not column.is_left_out and place in work.kept and column.heading not in asked
        if is_free and words_of(column.heading) in words and words_of(column.heading) != words_of(own.heading):
            yield place


def _grades(one: str, other: str) -> bool:
    return _differ(grades.read(one).value, grades.read(other).value)


def _days(one: str, other: str) -> bool:
    return _differ(dates.read(one).value, dates.read(other).value)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _names(one: str, other: str) -> bool:
    """Whether two names have no word in common; a number, initials or a title (OTR/L) beside a name gainsay nothing."""
    if any(codes.find(text, "role") for text in (one, other)):
        return False
    words = [{word for word in plain(text).split() if word.isalpha() and len(word) > 1} for text in (one, other)]
    return bool(words[0] and words[1]) and words[0].isdisjoint(words[1])


def _schools(one: str, other: str) -> bool:
    """Whether two names of schools have no word in common but those of any school."""
    words = [
        {word for word in plain(text).split() if word.isalpha() and word not in _OF_SCHOOLS} for text in (one, other)
    ]
    return (
        bool(words[0] and words[1])
        and words[0].isdisjoint(words[1])
        and min(map(len, (one.strip(), other.strip()))) > _ABBREVIATED
    )


_OF_SCHOOLS = frozenset(
    ("school", "elementary", "middle", "high", "primary", "elem", "academy", "charter", "of", "the", "es", "ms", "hs")
)
_ABBREVIATED = 4


def _codes(topic: str) -> Judge:
    return lambda one, other: _differ(codes.find(one, topic), codes.find(other, topic))


_JUDGES: dict[str, Judge] = {
    "grade": _grades, "date": _days, "person": _names, "school": _schools,
    **{topic: _codes(topic) for topic in ("service", "setting", "kind", "grouping")},
}  # fmt: skip
