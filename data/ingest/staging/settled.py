"""Codes of a status that nobody explains, where the rows that have them show what they mean: COMP and MISS."""

from dataclasses import dataclass

from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Work
from data.ingest.values import statuses
from data.ingest.values.nothing import is_nothing
from data.ingest.values.session_outcome import GIVEN, UNKNOWN, Outcome

_FEWEST, _SHORTEST = 2, 3
_GIVEN = (
    "completed",
    "delivered",
    "present",
    "attended",
    "seen",
    "held",
    "served",
    "rendered",
    "given",
    "done",
    "occurred",
)
_NOT_SURELY = (
    "attempted",
    "scheduled",
    "planned",
    "pending",
    "partial",
    "provider",
    "makeup",
    "cancelled",
    "confirmed",
)
"""Words of which a code may be the first letters."""
_PRESENT = "p"


def by_rows(work: Work) -> dict[str, Outcome]:
    """What such codes mean, in lower case: all rows with one, the first letters of a word for given, have minutes and no
    reason, all rows with the others a known reason and no minutes (decision 0192). Empty where a code stands in rows of
    both kinds, or several could mean given, of which one may be for make-ups.
    """
    status, reason = (next(iter(work.at(name)), None) for name in ("status", "reason"))
    if status is None or reason is None or not _is_unexplained(work, status) or not _are_reasons(reason):
        return {}
    told = _rows(work, status, reason)
    given, missed = ([one for one in told if getattr(one, kind)] for kind in ("is_given", "is_missed"))
    is_parted = len(given) == 1 and missed and len(given) + len(missed) == len(told)
    if not is_parted or given[0].rows < _FEWEST or sum(one.rows for one in missed) < _FEWEST:
        return {}
    if (
        not _may_say_given(given[0].text)
        or not given[0].may_be(GIVEN)
        or not all(one.may_be(("missed",)) for one in missed)
    ):
        return {}
    found = {given[0].text: Outcome("delivered"), **{one.text: Outcome("missed") for one in missed}}
    found = {text: said for text, said in found.items() if not statuses.read(text).known}
    _tell(work, status, found)
    return found


_CLOSED = "closed"


def closed(work: Work) -> dict[str, Outcome]:
    """Closed as a status of which nothing is known, where its rows have minutes and those of no missed session do: it may
    be the record that is closed, and not the school. Empty elsewhere."""
    status = next(iter(work.at("status")), None)
    texts = {key: text.strip().casefold() for key, text in enumerate(status.texts)} if status else {}
    if status is None or _CLOSED not in texts.values() or _CLOSED in work.table.legend or not work.at("minutes"):
        return {}
    counted = work.cur.execute(
        f"select k{status.place}, bool_or(coalesce(net > 0, false)) from {work.name}_base group by 1"
    ).fetchall()
    timed = {texts[key]: is_timed for key, is_timed in counted if key in texts}
    missed = [
        is_timed for text, is_timed in timed.items() if text != _CLOSED and statuses.read(text).status == "missed"
    ]
    return {_CLOSED: UNKNOWN} if timed.get(_CLOSED) and not any(missed) else {}


@dataclass(frozen=True)
class _Rows:
    """The rows that have one code."""

    text: str
    rows: int
    is_given: bool
    is_missed: bool

    def may_be(self, meant: tuple[str, ...]) -> bool:
        """Whether the code says nothing else than one of some statuses."""
        said = statuses.read(self.text)
        return not said.known or said.status in meant


def _may_say_given(code: str) -> bool:
    """Whether a code is known, or the first letters of a word for given and of no other: what is only scheduled may have
    minutes as well."""
    if code == _PRESENT or statuses.read(code).known:
        return True
    begins, other = (any(word.startswith(code) for word in listed) for listed in (_GIVEN, _NOT_SURELY))
    return len(code) >= _SHORTEST and begins and not other


def _is_unexplained(work: Work, status: Heading) -> bool:
    """Whether some code of the status is known to nobody: no key of the file, no answer, no list."""
    texts = [text for text in status.texts if not is_nothing(text)]
    return any(
        statuses.read(text) == UNKNOWN and not work.answer(text) and text.strip().casefold() not in work.table.legend
        for text in texts
    )


def _are_reasons(reason: Heading) -> bool:
    told = [statuses.read(text) for text in reason.texts if not is_nothing(text)]
    return bool(told) and all(one.reason and one.status in (None, "missed") for one in told)


def _rows(work: Work, status: Heading, reason: Heading) -> list[_Rows]:
    nothing = [str(key) for key, text in enumerate(reason.texts) if is_nothing(text)]
    filled = f"k{reason.place} >= 0" + (f" and k{reason.place} not in ({', '.join(nothing)})" if nothing else "")
    is_timed = "coalesce(net > 0, false)"
    counted = work.cur.execute(
        f"select k{status.place}, count(*), bool_and({is_timed} and not ({filled})), "
        f"bool_and(not {is_timed} and ({filled})) from {work.name}_base group by 1"
    ).fetchall()
    return [
        _Rows(status.texts[key].strip().casefold() if key >= 0 else "", rows, is_given, is_missed)
        for key, rows, is_given, is_missed in counted
    ]


def _tell(work: Work, status: Heading, found: dict[str, Outcome]) -> None:
    for text in status.texts:
        if said := found.get(text.strip().casefold()):
            is_given = said.status == "delivered"
            how = "given: minutes and no reason" if is_given else "not given: a reason and no minutes"
            work.assumptions.append(
                f"{text.strip()} under {status.heading} is a session that was {how} in each of its rows."
            )
