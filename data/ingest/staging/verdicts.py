"""What became of each session: its status and reason, or what a person is asked, from all cells of its row."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pyarrow as pa

from data.contracts.datasets import KINDS, REASONS
from data.ingest.model import NOT_USED, Question
from data.ingest.staging import beside, cell_words, clues, outcomes, passing, remarks, settled
from data.ingest.staging.columns import Heading
from data.ingest.staging.outcomes import BLANK, GIVEN, NO_STATUS, Clues, Verdict, Word, settle
from data.ingest.staging.work import DOUBT, Work, doubt
from data.ingest.tables.steps.sessions import outcomes as told_apart
from data.ingest.tables.steps.sessions.marks import HERE
from data.ingest.values import durations, families, professions, statuses
from data.ingest.values.session_outcome import UNKNOWN, Outcome
from data.ingest.values.words import said_by

CHOICES = ("delivered", "partial", "make_up", "attempt", *(f"missed:{reason}" for reason in REASONS), "ignored")
OF_ACTIVITIES = ("delivered", *(f"delivered:{kind}" for kind in KINDS), *CHOICES[1:])
"""What a word for what was done can mean as well: a session that was given, directly or not."""
_WORDS = ("status", "reason", *clues.FLAGS, "minutes")
_VERDICT = {
    "told_status": pa.string(), "told_reason": pa.string(), "told_minutes": pa.float64(), "told_date": pa.date32(),
    "told_kind": pa.string(), "told_grouping": pa.string(), "is_ignored": pa.bool_(), "is_assumed": pa.bool_(), **DOUBT,
}  # fmt: skip


_OF_ROW = ("has_minutes", "is_blank", "loses", "loses_all", "is_cut_short", "makes_up", "is_promised")
"""What the row's minutes and days say of it, as its ``Clues`` name it."""


def stage(work: Work) -> None:
    """Settle each distinct combination of words, flags and whether there are minutes."""
    work.level()
    work.by_rows = settled.by_rows(work) | settled.closed(work)
    log = _log(work)
    work.decide("outcome", _keys(log), partial(_decide, log), _VERDICT)
    work.has_doubts = True
    work.untimed = tuple(heading.heading for heading in work.at("minutes", "gross_minutes", "minutes_away"))


@dataclass(frozen=True)
class _Log:
    """What holds for all rows of a log whose sessions are judged."""

    work: Work
    found: list[Heading]
    """The columns whose cells say what became of a session."""
    ticked: list[Heading]
    """Those that hold nothing but ticks: a blank there is a no."""
    apart: bool
    """Whether beside minutes a tick for a make-up says that it was given: no row is ticked there and as a make-up too, nor
    has minutes and no tick at all, which stand beside what wasn't given then."""
    is_told: bool
    marks: bool
    of_blanks: Word | None
    titled: str | None
    twin: Question | None
    unclear: Question | None
    remarks: frozenset[str]
    names_staff: bool
    """Whether some cell names one of the staff by the profession, so that the service of its row tells whose absence it is."""


def _log(work: Work) -> _Log:
    found = [heading for heading in work.at(*_WORDS) if heading.field != "minutes" or clues.has_words(heading)]
    found += filter(beside.tells, work.at(*beside.FIELDS))
    found = [heading for heading in found if not beside.is_of_record(heading, found)]
    ticked = [heading for heading in found if heading.field == "delivered_flag" and clues.is_ticked(heading)]
    is_told = any(clues.tells_each(heading) and not _parts(work, heading) for heading in found)
    twin, unclear = _asked(work, "minutes"), _asked(work, "delivered_flag", "status")
    marks = bool(work.at("absent", "missed_flag"))
    apart = not _ticked_together(work, ticked)
    names_staff = bool(work.told_services) and any(professions.names_one(_meaning(work, text))
                                                   for heading in found for text in heading.texts)  # fmt: skip
    return _Log(work, found, ticked, apart, is_told, marks, _of_blanks(work), passing.of_title(work), twin, unclear,
                remarks.of(found), names_staff)  # fmt: skip


def _meaning(work: Work, text: str) -> str:
    """What the file's own key says of a text, else the text."""
    return work.table.legend.get(text.strip().casefold(), text)


def _ticked_together(work: Work, ticked: list[Heading]) -> bool:
    """Whether a row is ticked as a make-up and in another of the columns of ticks, or has minutes and none of the ticks."""
    made_up = [heading for heading in work.at("make_up") if clues.is_ticked(heading)]
    both = [f"(k{one.place} >= 0 and k{other.place} >= 0)" for one in ticked for other in made_up]
    if not both:
        return True
    none = " and ".join(f"k{one.place} < 0" for one in (*ticked, *made_up))
    counted = f"select count(*) from {work.name}_base where {' or '.join(both)} or (net > 0 and {none})"
    return bool(work.cur.execute(counted).fetchall()[0][0])


def _parts(work: Work, heading: Heading) -> bool:
    """Whether a column says nothing of a session that was given, unless a remark says that it was in part, and is filled in
    just the rows without minutes: then it tells only what wasn't given, and where it is blank the minutes speak (decision
    0185)."""
    said = [statuses.read(text).status for text in heading.texts]
    is_remark = bool(families.REMARKS & said_by(heading.heading))
    usual = {"delivered", "make_up", "attempt"} if is_remark else {*GIVEN, "attempt"}
    if heading.field != "status" or usual & {*said}:
        return False
    in_part = ", ".join(str(key) for key, status in enumerate(said) if status == "partial") or "null"
    filled, given = f"k{heading.place} >= 0", "coalesce(net > 0, false)"
    missed = f"({filled} and coalesce(k{heading.place} not in ({in_part}), true))"
    found = ", ".join(f"count(*) filter ({one})" for one in (f"{missed} = {given}", filled, missed))
    amiss, told, gone, rows = work.cur.execute(f"select {found}, count(*) from {work.name}_base").fetchall()[0]
    return amiss == 0 and told > 0 and gone <= rows - _FEWEST_GIVEN


_FEWEST_GIVEN = 2
"""Rows with minutes and without a word from which a column is seen to mark only the others."""


def _decide(
    log: _Log, is_asked: bool, is_later: bool, is_make_up: bool, service: str | None = None, **told: Any
) -> dict[str, Any]:
    """The verdict on one combination of cells (``told``: their places, and what ``_OF_ROW`` names)."""
    work, places = log.work, {name: place for name, place in told.items() if name not in _OF_ROW}
    cells = [(heading, heading.texts[at].strip()) for heading in log.found if (at := places[f"k{heading.place}"]) >= 0]
    row = Clues(is_told=log.is_told, marks_absences=log.marks, **{name: told[name] for name in _OF_ROW})
    said = clues.of_row(work, cells, row)
    said = _of_those_who_treat(log, said, service) if service else said
    said = replace(said, make_up=True if is_make_up else said.make_up)
    if log.of_blanks and not any(heading.field == "status" for heading, _ in cells):
        said = replace(said, words=(*said.words, log.of_blanks))
    if said.delivered is None and any(places[f"k{heading.place}"] < 0 for heading in log.ticked):
        said = replace(said, delivered=log.apart and row.has_minutes and _is_only_a_make_up(said))
    verdict = _by_rule(log, said, settle(said, lambda text: cell_words.answered(work, text)))
    is_weak = verdict.assumed or any(text == HERE for _, text in cells)
    if passed := _passed(log, places, verdict, is_weak, is_later):
        return _in_passing(work, passed) or _told(work, settle(replace(said, words=passed)))
    verdict = _with_length(verdict, [text for heading, text in cells if heading.field in ("status", "reason")])
    if work.table.melted and verdict.status == "partial" and verdict.minutes is None:
        verdict = outcomes.NO_MINUTES
    if log.twin:
        return _told(work, verdict) | _twin(work, log.twin)
    is_open = is_asked and log.unclear and (verdict.assumed or _only_tells(said, log.unclear.value))
    left = _unclear(work, log.unclear) if is_open and log.unclear else {}
    return _told(work, verdict) | left


def _of_those_who_treat(log: _Log, said: Clues, service: str) -> Clues:
    """The clues of a row, of which an absence of somebody who doesn't give its service (teacher absent beside OT) is none of
    its provider: why the session wasn't given is asked, and a remark says no more than that (decision 0536)."""
    words = [
        replace(word, outcome=Outcome("missed") if word.heading in log.remarks else UNKNOWN)
        if _is_of_others(log.work, word, service) else word
        for word in said.words
    ]  # fmt: skip
    return replace(said, words=tuple(words))


def _is_of_others(work: Work, word: Word, service: str) -> bool:
    told = _meaning(work, word.text)
    is_staffs = word.outcome.reason in _OF_STAFF and professions.names_one(told)
    return is_staffs and not professions.may_give(told, service) and cell_words.answered(work, word.text) is None


_OF_STAFF = ("provider_absent", "provider_meeting")


def _by_rule(log: _Log, said: Clues, verdict: Verdict) -> Verdict:
    """The verdict, where a remark contradicts the rest by what was said of the two columns: which counts; else that is asked."""
    found = remarks.between(said, log.remarks, verdict)
    rule = remarks.answer(log.work, found) if found else None
    if found is None or rule == remarks.EACH:
        return verdict
    if rule:
        return settle(remarks.without(said, log.remarks, rule), lambda text: cell_words.answered(log.work, text))
    log.work.ask("code", found.subject, found.question, remarks.CHOICES)
    return replace(verdict, asked=found.subject)


def _is_only_a_make_up(said: Clues) -> bool:
    """Whether nothing beside a tick for a make-up says that there was none."""
    is_away = said.absent or said.provider_absent or said.missed
    return bool(said.make_up) and not is_away and not any(word.outcome.status == "missed" for word in said.words)


def _only_tells(said: Clues, heading: str) -> bool:
    """Whether nothing but a column of which it is asked what it tells says what became of a row."""
    return bool(said.words) and all(word.heading == heading for word in said.words)


def _of_blanks(work: Work) -> Word | None:
    """What the file's own key says of a blank cell of the status (blank = seen); None where it says nothing of it."""
    meaning = work.table.legend.get("blank") if work.at("status") else None
    said = statuses.read(meaning) if meaning else UNKNOWN
    if not said.known or not said.status:
        return None
    work.assumptions.append(f"A blank {work.heading('status')} is {meaning}, as the file's own key says.")
    return Word(work.heading("status"), BLANK, said)


def _keys(log: _Log) -> dict[str, str]:
    """What a verdict hangs on, as SQL over the base rows: the cells found, words in passing, minutes and days."""
    work, unclear = log.work, log.unclear
    made_up, day = work.value("makes_up_date"), work.value("session_date")
    asked_place = work.place(unclear.value) if unclear and unclear.choices[0] == "status" else None
    return {f"k{heading.place}": f"b.k{heading.place}" for heading in log.found} | {
        **{f"h{hint.place}": f"b.h{hint.place}" for hint in work.hints},
        "has_minutes": "coalesce(net > 0, false)",
        "is_blank": "is_blank",
        "is_asked": "true" if asked_place is None else f"trim(coalesce(b.c{asked_place}, '')) <> ''",
        "loses": "loses",
        "loses_all": "loses_all",
        "is_cut_short": "is_cut_short",
        "is_promised": "is_promised",
        "makes_up": f"{made_up} is not null" if made_up else "false",
        "is_later": f"coalesce({made_up} > {day}, false)" if made_up and day else "false",
        "is_make_up": " or ".join(_typed_as_make_up(work)) or "false",
        **({"service": f"coalesce({', '.join(work.told_services)}, null)"} if log.names_staff else {}),
    }


def _typed_as_make_up(work: Work) -> list[str]:
    """SQL conditions: a cell of kinds or groupings says that the session is a make-up instead (Individual, Makeup)."""
    found = []
    for heading in work.at("kind", "grouping"):
        keys = [str(key) for key, text in enumerate(heading.texts) if statuses.read(text).status == "make_up"]
        found += [f"coalesce(b.k{heading.place} in ({', '.join(keys)}), false)"] if keys else []
    return found


def _with_length(verdict: Verdict, texts: list[str]) -> Verdict:
    """The length of a session that its own status tells: ``Seen, 15 min``."""
    if verdict.minutes is not None or verdict.status not in GIVEN:
        return verdict
    return replace(verdict, minutes=next((said for text in texts if (said := durations.in_label(text))), None))


def _passed(log: _Log, places: dict[str, int], verdict: Verdict, is_weak: bool, is_later: bool) -> tuple[Word, ...]:
    """Words in passing that speak against a session that was given, as a person has explained them.

    ``is_weak``: minutes alone, or that a name has no mark, say that it was given, which stands against none of them; a
    status of its own stands against all but that the row was taken back. ``is_later``: the day that it would make up
    comes after it.
    """
    if verdict.status not in GIVEN:
        return ()
    work = log.work
    told = [(hint.heading, hint.texts[at]) for hint in work.hints if (at := places[f"h{hint.place}"]) >= 0]
    told = [(heading, text) for heading, text in told if is_weak or passing.takes_back(text)]
    told += [(passing.TITLE, log.titled)] if log.titled and is_weak else []
    told += [(work.heading("makes_up_date"), "a later day")] if is_later else []
    named = [(heading, f"{text} in {heading}") for heading, text in told]
    return tuple(Word(heading, asked, cell_words.answered(work, asked) or UNKNOWN) for heading, asked in named)


def _in_passing(work: Work, passed: tuple[Word, ...]) -> dict[str, str]:
    """The problem of a row with minutes that something speaks against; empty where a person has said what it means."""
    word = next((word for word in passed if not word.outcome.known), None)
    if word is None:
        return {}
    text = f"{word.text!r} speaks against sessions that would count as given: what became of them?"
    message = f"{word.text!r} speaks against counting this session as given; say what became of it"
    asked = work.ask("code", word.text, text, CHOICES)
    return doubt("absence_in_passing", message, "wait", word.heading, word.text, asked)


def _asked(work: Work, *fields: str) -> Question | None:
    """The first question about a column that was left out and may be one of the fields."""
    left = (one for one in work.mapping.questions if one.kind == "column" and one.choices[-1] == NOT_USED)
    return next((one for one in left if one.choices[0] in fields), None)


def _twin(work: Work, question: Question) -> dict[str, str]:
    """Two columns may hold the minutes: neither is taken for its place."""
    why = f"it isn't clear whether {question.value} tells the minutes; say which column does"
    return work.doubt_column("maybe_minutes", question, why)


def _unclear(work: Work, question: Question) -> dict[str, str]:
    """A column that may say whether the session was given was left out: minutes alone don't make it delivered."""
    why = f"it isn't clear whether {question.value} says that the session was given; say what the column is"
    return work.doubt_column("maybe_outcome", question, why)


def _told(work: Work, verdict: Verdict) -> dict[str, Any]:
    return {
        "told_status": verdict.status, "told_reason": verdict.reason, "told_minutes": verdict.minutes,
        "told_date": verdict.makes_up_date, "told_kind": verdict.kind, "told_grouping": verdict.grouping,
        "is_ignored": verdict.ignored, "is_assumed": verdict.assumed,
        **(_doubt(work, verdict) if verdict.code else {}),
    }  # fmt: skip


def _doubt(work: Work, verdict: Verdict) -> dict[str, str]:
    column = verdict.heading or work.heading("minutes" if verdict.code == "no_minutes" else "status")
    question = _question(work, verdict)
    return doubt(verdict.code, verdict.message, "wait", column, verdict.asked or "", question)


def _question(work: Work, verdict: Verdict) -> tuple[str, str] | None:
    if verdict.code == "no_minutes":
        return work.ask("minutes", "(no minutes)", "Sessions were given, but how long isn't said: fill in the minutes.")
    text = verdict.asked
    if text is None:
        return None
    if text == BLANK:
        return work.ask("code", BLANK, "What became of the sessions that have neither a status nor minutes?", CHOICES)
    if verdict.code == outcomes.ONLY_PROMISED:
        length = work.at("gross_minutes", "minutes", "start_time")[0].heading
        told = f"{length!r} tells how long sessions were to be, and nothing that they were given: what became of them?"
        return work.ask("code", NO_STATUS, told, CHOICES)
    if text == NO_STATUS:
        where = told_apart.named(work.heading("status"))
        told = f"What became of the sessions that have minutes, where {where} is blank or says nothing of it?"
        return work.ask("code", NO_STATUS, told, CHOICES)
    where = f" under {told_apart.named(verdict.heading)}" if verdict.heading else ""
    choices = OF_ACTIVITIES if cell_words.is_of_activities(verdict.heading) else CHOICES
    return work.ask("code", text, f"What does {text!r} mean{where}?", choices)
