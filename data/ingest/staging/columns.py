"""The mapped columns of a table, each with its distinct texts."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import meanings
from data.contracts.synonyms import SLOTS, Reads
from data.ingest.mapping import meaning
from data.ingest.model import Column, Table
from data.ingest.staging.outcomes import SHORTENS
from data.ingest.texts import coded, whole
from data.ingest.values import families, flags, make_ups, numbers, statuses, why_not
from data.ingest.values.nothing import is_nothing
from data.ingest.values.session_outcome import UNKNOWN
from data.ingest.values.words import heading, said_by

_GONE = re.compile(
    r"absen|^\W*abs\W*$|\bill\b|sick|no[- ]show|cancel|refus|not available|unavailable|no school|snow day",
    re.IGNORECASE,
)
NONE = -1
"""The key of an empty cell."""


@dataclass(frozen=True)
class Heading:
    """One mapped column: ``written`` are its distinct cells, ``keys`` say which of them each row has."""

    place: int
    heading: str
    field: str
    reads: Reads
    codes: tuple[str, ...]
    says: tuple[tuple[str, str], ...]
    written: pa.Array
    keys: pa.Array

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The distinct cells, one by one: a column of ids has as many as rows."""
        return tuple(self.written.to_pylist())


def in_rows(keys: pa.Array | pa.ChunkedArray) -> np.ndarray:
    """The key of each row's cell."""
    return keys.to_numpy(zero_copy_only=False) if isinstance(keys, pa.Array) else keys.to_numpy()


def headings(dataset: str, table: Table, places: list[tuple[int, Column]]) -> list[Heading]:
    """The columns that were taken for a field of the dataset, or for a helper of it."""
    slots = {slot.name: slot for slot in SLOTS[dataset]}
    found = []
    mapped = [(place, column) for place, column in places if column.field in slots]
    told = coded(_whole(table.body.column(place)) for place, _ in mapped)
    for (place, column), one in zip(mapped, told, strict=True):
        slot = slots[str(column.field)]
        melted = table.melted is not None and column.heading == table.melted[1]
        reads = "outcome" if melted and dataset == "sessions" else slot.reads
        found.append(
            Heading(place, column.heading, slot.name, reads, slot.codes, column.says, one.dictionary, _keys(one))
        )
    return found


def distinct(column: pa.ChunkedArray) -> tuple[tuple[str, ...], pa.Array]:
    """(the distinct texts, for each row the place of its text or NONE)."""
    (told,) = coded([_whole(column)])
    return tuple(told.dictionary.to_pylist()), _keys(told)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return whole(column.cast(pa.string()))


def _keys(told: pa.DictionaryArray) -> pa.Array:
    return pc.fill_null(told.indices.cast(pa.int32()), NONE)


NoneHeld = Callable[[tuple[str, ...], pa.Array], dict[int, str]]
"""What remarks say that tell that there was no session, and why, by their places."""


def absences(
    table: Table,
    free: list[tuple[int, Column]],
    minutes: list[Heading],
    planned: list[Heading],
    none_held: NoneHeld,
) -> list[Heading]:
    """Columns of remarks read only where the whole remark says why a session was missed: by words of absence in any row
    (Student absent), as ``none_held`` tells it (No session - assembly), by any other reason where the row has no
    ``minutes`` (0: fire drill); or, beside minutes, which day's session it makes up (make-up for 12/16), or that it was given in
    part (left early - assembly), without a why only where more was ``planned``."""
    found = []
    without, shorter = _without(minutes), _shorter(minutes, planned)
    for place, column in free:
        texts, keys = distinct(table.body.column(place))
        said = none_held(texts, keys)
        gone = [said.get(at) or (text if _is_gone(text) or _is_cut_short(text, keys, at, minutes, planned) else None)
                for at, text in enumerate(texts)]  # fmt: skip
        own = keys.filter(without).unique().to_pylist() if without is not None else []
        told = {at: texts[at] for at in own[:_MOST] if at != NONE and gone[at] is None and _tells_why(texts[at])}
        made = [_made_up(text) if minutes else None for text in texts]
        cut = _cut(texts, keys, shorter)
        if any(gone) or any(made) or told or cut:
            listed = tuple(dict.fromkeys([*filter(None, (*gone, *made)), *told.values(), *cut.values()]))
            timed = [one or other for one, other in zip(gone, made, strict=True)]
            places = [[listed.index(text) if text else NONE for text in (*one, None)] for one in
                      (timed, [gone[at] or told.get(at) for at in range(len(texts))],
                       [timed[at] or cut.get(at) for at in range(len(texts))])]  # fmt: skip
            always, blank, part = (taken(keys, one) for one in places)
            always = always if shorter is None else pc.if_else(shorter, part, always)
            keys = always if without is None else pc.if_else(without, blank, always)
            found.append(
                Heading(place, column.heading, "reason", "outcome", (), (), pa.array(listed, pa.string()), keys)
            )
    return found


def shortened(
    table: Table, free: list[tuple[int, str]], heard: list[Heading], minutes: list[Heading], planned: list[Heading]
) -> list[Heading]:
    """Columns of remarks (place, heading) read only in rows with less than was planned, where the whole remark is a reason for
    which a session may end early or begin late (fire drill; Early release day); of those that are ``heard`` anyway also that."""
    shorter, found = _shorter(minutes, planned), []
    known = {one.place: one for one in heard}
    for place, name in free if shorter is not None else ():
        texts, keys = distinct(table.body.column(place))
        before = known.get(place) or Heading(
            place, name, "reason", "outcome", (), (), pa.array([], pa.string()), pc.if_else(shorter, NONE, NONE)
        )
        cut = {at: text for at, text in _cut(texts, keys, shorter).items() if text not in before.texts}
        if cut:
            listed = (*before.texts, *cut.values())
            own = taken(keys, [*(listed.index(cut[at]) if at in cut else NONE for at in range(len(texts))), NONE])
            keys = pc.if_else(pc.and_(shorter, pc.equal(before.keys, NONE)), own, before.keys)
            found.append(replace(before, written=pa.array(listed, pa.string()), keys=keys))
    return found


def _shorter(minutes: list[Heading], planned: list[Heading]) -> pa.Array | None:
    """The rows with some of the minutes that were planned; None where there are none, or no such columns."""
    if len(minutes) != 1 or len(planned) != 1 or not only_planned(minutes, planned):
        return None
    every = pa.array(np.ones(len(minutes[0].keys), dtype=bool))
    given, whole = (np.array(_lengths(one, every), dtype=float) for one in (minutes[0], planned[0]))
    rows = (given > 0) & (given < whole)
    return pa.array(rows) if rows.any() else None


def only_planned(minutes: list[Heading], longer: list[Heading]) -> bool:
    """Whether the longer minutes are those planned, by their heading or since the others' says that they were given (Mins,
    Mins Delivered): a blank among these isn't delivered."""
    named = any(is_promised(one) or heading(one.heading) == "minutes" for one in longer)
    return bool(minutes) and (named or tell_given(minutes))


def is_promised(heading: Heading) -> bool:
    """Whether a heading says that its minutes were planned or promised, and not that they were given."""
    return meaning.is_promised(said_by(heading.heading))


def tell_given(minutes: list[Heading]) -> bool:
    """Whether a heading of minutes says that they were given: Mins Delivered, Actual."""
    return any(meanings.words("given") & said_by(one.heading) for one in minutes)


def _cut(texts: tuple[str, ...], keys: pa.Array, shorter: pa.Array | None) -> dict[int, str]:
    """The remarks of such rows that are nothing but a reason for it, by their places."""
    own = [] if shorter is None else keys.filter(shorter).unique().to_pylist()
    return {at: texts[at] for at in own[:_MOST] if at != NONE and _shortens(texts[at])}


def _shortens(text: str) -> bool:
    said = statuses.read(text) if len(text.split()) <= _LONGEST else UNKNOWN
    return (said.reason if said.status == "missed" else why_not.reason(text)) in SHORTENS


def _is_gone(text: str) -> bool:
    return _GONE.search(text) is not None and statuses.read(text).status == "missed"


def _is_cut_short(text: str, keys: pa.Array, at: int, minutes: list[Heading], planned: list[Heading]) -> bool:
    """Whether a remark says that a session was given in part and why (20 of 30, fire drill; left early - assembly), in rows
    with minutes, and with just those that it tells; or only that it was, in rows with less than was planned."""
    said = statuses.read(text) if len(minutes) == 1 and len(text.split()) <= _LONGEST else UNKNOWN
    if said.status != "partial":
        return False
    given = _lengths(minutes[0], pc.equal(keys, at))
    if said.reason:
        return {*given} == {said.minutes} if said.minutes else all(given)
    whole = _lengths(planned[0], pc.equal(keys, at)) if len(planned) == 1 else []
    return bool(whole) and all(0 < (one or 0) < (most or 0) for one, most in zip(given, whole, strict=True))


def _lengths(minutes: Heading, rows: pa.Array) -> list[float | None]:
    """The numbers in some rows of a column; None where there is none."""
    numbered = [numbers.to_float(text) for text in minutes.texts]
    return [None if key == NONE else numbered[key] for key in minutes.keys.filter(rows).to_pylist()]


_MOST, _LONGEST = 2000, 12
"""Different remarks of rows without minutes that are looked at, and the words of the longest."""


_MADE_UP = re.compile(
    r"(?:^|[,;.(–-]\s*)(?:make[- ]?up|mu|m/u) (?:(?:session|visit|tx|therapy) )?(?:for|of|from) (?:the )?"
    r"(?:(?:missed|session|absence|visit|on|of|from) ){0,3}(?P<day>\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?)(?![\d/])",
    re.IGNORECASE,
)


def _made_up(text: str) -> str | None:
    """The make-up of a day that a remark tells, whatever else was done (Make-up for 12/16, zippers); None where none is, or
    it was only offered or planned (Makeup for 8/28 was declined)."""
    is_told = len(text.split()) <= _LONGEST and not make_ups.not_yet(text)
    found = _MADE_UP.search(" ".join(text.split())) if is_told else None
    return f"make-up for {found['day']}" if found else None


def _tells_why(text: str) -> bool:
    said = statuses.read(text) if len(text.split()) <= _LONGEST else UNKNOWN
    return said.status == "missed" and said.reason is not None


def _without(minutes: list[Heading]) -> pa.Array | None:
    """The rows with 0 or nothing under the one column of minutes; None where there are none, or no such column."""
    if len(minutes) != 1:
        return None
    empty = [at for at, text in enumerate(minutes[0].texts) if is_nothing(text) or numbers.to_float(text) == 0]
    rows = pc.is_in(minutes[0].keys, pa.array([NONE, *empty], pa.int32()))
    return rows if pc.any(rows).as_py() else None


def taken(keys: pa.Array, places: list[int]) -> pa.Array:
    """For each row the place that its text has; the last one is that of an empty cell."""
    last = len(places) - 1
    return pa.array(places, pa.int32()).take(pc.if_else(pc.equal(keys, NONE), last, keys))


def _may_say_missed(heading: str) -> bool:
    told = said_by(heading)
    return bool(told & _GONE_WORDS) and not told - _GONE_WORDS - _BESIDE


_GONE_WORDS = families.MISSED | {"noshow"}
_BESIDE = frozenset(
    ("late", "same", "day", "advance", "session", "service", "student", "excuse", "excused", "unexcused", "flag")
)


def ticked(table: Table, free: list[tuple[int, Column]]) -> list[Heading]:
    """Columns of ticks whose heading is a reason why a session was missed, or may be one (Late Cancel): that is asked. A
    ticked cell says its heading."""
    found = []
    for place, column in free:
        named = _in_words(column.heading)
        if statuses.read(named).status != "missed" and not _may_say_missed(column.heading):
            continue
        texts, keys = distinct(table.body.column(place))
        told = [flags.read(text) for text in texts]
        if texts and not any(one.failed for one in told) and any(one.value for one in told):
            keys = taken(keys, [*(0 if one.value else NONE for one in told), NONE])
            found.append(Heading(place, column.heading, "reason", "outcome", (), (), pa.array([named]), keys))
    return found


def _in_words(name: str) -> str:
    """A heading as it is written, or in words where these are run together and tell why a session was missed: SchoolClosed."""
    told = heading(name)
    return told if not statuses.read(name).known and statuses.read(told).status == "missed" else name
