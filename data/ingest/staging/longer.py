"""Minutes that are more than the time from start to end, and ends that are before their start: which of them counts is asked."""

from data.ingest.staging.work import Rule, Work

ASKED = "(minutes or times)"
MINUTES, TIMES = "minutes", "times"
_ROUNDED = 2
"""Minutes by which a session may be longer than its times, for these or it are rounded."""
_SOME, _SHARE = 2, 0.25
"""In at least so many rows, and such a share of those that tell both, it is the column that differs, and no slip."""
_MORE, _BEFORE = f"(times > 0 and net > times + {_ROUNDED})", "(times < 0)"
IS_GIVEN = "told_status in ('delivered', 'partial', 'make_up')"
_UNTOLD = "told_status is null and doubt_code in ('no_minutes', 'no_status')"
_IS_MORE = "the minutes are more than the time from start to end; mend what is wrong"
_IS_BEFORE = "the session ends before it starts; mend its times"
_TOLD = ("minutes", "gross_minutes", "service")
"""What may tell a session's minutes; a service's label does last (OT - 30 Minutes)."""


def by_times(work: Work) -> bool:
    """Whether a person said that the times tell how long sessions were, and not more minutes beside them."""
    return _answer(work) == TIMES


def held_to(net: str, span: str, off: str) -> str:
    """SQL: how long a session was where the times count: no longer than they hold, time away (``off``) left off. Fewer minutes
    are a part of them, and were in no doubt."""
    return f"case when {span} > 0 and {net} > {span} + {_ROUNDED} then {span}{off} else {net} end"


def stage(work: Work) -> None:
    """Let each given session wait whose minutes are more than its ``times`` (minutes from start to end) hold, or that ends before
    it starts: where many do, for one answer; else to be mended. Once a person said that minutes count, they do."""
    if not work.at("start_time") or not work.at("end_time"):
        return
    _add(work, "end_before_start", _IS_BEFORE, f"{_BEFORE} and {_UNTOLD}")
    if work.table.melted is None and _answer(work) != MINUTES:
        question = _question(work)
        _add(work, "end_before_start", _IS_BEFORE, f"{_BEFORE} and {IS_GIVEN}", question)
        _add(work, "longer_than_times", _IS_MORE, f"{_MORE} and {IS_GIVEN}", question)


def _add(work: Work, code: str, message: str, where: str, question: tuple[str, str] | None = None) -> None:
    shown = f"cast({work.value('end_time')} as varchar)"
    work.rules.append(Rule(work.heading("end_time"), code, message, "wait", where, shown, question))


def _answer(work: Work) -> str:
    return (work.answer(ASKED) or "").casefold()


def _question(work: Work) -> tuple[str, str] | None:
    """What is asked where the columns differ as a whole; None where single rows do, or it was answered."""
    if by_times(work):
        return None
    differ, both = work.cur.execute(
        f"select count(*) filter (where {_MORE} or {_BEFORE}), count(*) from {work.name}_base where net > 0 and times <> 0"
    ).fetchall()[0]
    if differ < _SOME or differ < _SHARE * both:
        return None
    minutes, start, end = (work.at(*names)[0].heading for names in (_TOLD, ("start_time",), ("end_time",)))
    text = (
        f"Of {both} sessions {differ} have more minutes under {minutes!r} than from {start!r} to {end!r}, or end before "
        "they start. Which tells how long a child was served?"
    )
    return work.ask("code", ASKED, text, (MINUTES, TIMES))
