"""Two columns that say one thing in other words (Grade and Grade Level, Provider and Therapist): where they differ the row waits,
and it is asked which counts."""

from collections.abc import Callable, Iterator

import pyarrow as pa

from data.ingest.model import NOT_USED
from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Rule, Work
from data.ingest.values import codes, grades
from data.ingest.values.nothing import is_nothing
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain

Judge = Callable[[str, str], bool]
_BY_YOU = "as you said"


def ask(work: Work) -> None:
    """Let rows wait in which both of such columns are filled and can't both be so: with either of them, or with none, a row may
    stand beside what is on file, or in its place. A person who placed one of them, or left one out, has said it."""
    for own in work.headings:
        for place in _rivals(work, own):
            _ask(work, own, place, _JUDGES[own.field])


def _ask(work: Work, own: Heading, place: int, judge: Judge) -> None:
    pairs = pa.table([work.table.body.column(own.place), work.table.body.column(place)], names=["own", "other"])
    told = pairs.group_by(["own", "other"]).aggregate([]).to_pylist()
    apart = [(one["own"], one["other"]) for one in told if _is_told(one) and judge(one["own"], one["other"])]
    if not apart:
        return
    heading = work.table.headings[place]
    made = work.register(f"apart{place}", pa.table(list(zip(*apart, strict=True)), names=["own", "other"]))
    where = f"(c{own.place}, c{place}) in (select own, other from {made})"
    text = f"{own.heading!r} and {heading!r} differ in some rows; which of them is the {own.field.replace('_', ' ')}?"
    asked = work.ask("column", heading, text, (own.field, NOT_USED))
    message = f"{own.heading!r} and {heading!r} differ here; say which of them counts"
    work.rules.append(Rule(heading, "two_of_one_thing", message, "wait", where, f"c{place}", asked))


def _is_told(pair: dict[str, str | None]) -> bool:
    return not any(is_nothing(text) for text in pair.values())


def _rivals(work: Work, own: Heading) -> Iterator[int]:
    """The places of other columns that say the same in other words, and have no other place; none where a person said it."""
    same = _SAME.get(own.field, frozenset())
    said = dict(work.placed())[own.place].why == _BY_YOU
    asked = {question.value for question in work.mapping.questions}
    for place, column in work.placed() if words_of(own.heading) in same and not said else ():
        is_free = column.field is None and not column.is_left_out and place in work.kept and column.heading not in asked
        if is_free and words_of(column.heading) in same - {words_of(own.heading)}:
            yield place


def _grades(one: str, other: str) -> bool:
    told = {grades.read(text).value for text in (one, other)}
    return len(told) > 1 and None not in told


def _names(one: str, other: str) -> bool:
    """Whether two names have no word in common; a number, initials, a title (OTR/L) or an agency beside a name gainsay
    nothing."""
    if any(codes.find(text, "role") or codes.is_organisation(text) or codes.is_agency(text) for text in (one, other)):
        return False
    words = [{word for word in plain(text).split() if word.isalpha() and len(word) > 1} for text in (one, other)]
    return bool(words[0] and words[1]) and words[0].isdisjoint(words[1])


_SAME = {
    "grade": frozenset(("grade", "grade level", "grade lvl", "student grade", "student grade level", "gr", "grd")),
    "provider_name": frozenset((
        "provider", "provider name", "name of provider", "provider full name", "therapist", "therapist name",
        "name of therapist", "service provider", "service provider name", "related service provider",
        "related service provider name", "related service therapist", "clinician", "clinician name", "practitioner",
    )),
}  # fmt: skip
"""The headings that say a field in other words, and nothing more of it: an assigned provider, a day of entry, a home school or a
location beside those of the field itself is another thing."""
_JUDGES: dict[str, Judge] = {"grade": _grades, "provider_name": _names}
