"""Service logs: status, reason and minutes out of the several columns that tell of them."""

import re
from dataclasses import replace
from typing import Any

import pyarrow as pa

from data.contracts.datasets import KINDS, REASONS
from data.contracts.synonyms import headings as listed_headings
from data.ingest.model import Question
from data.ingest.staging import base, passing, readers, services
from data.ingest.staging.columns import Heading
from data.ingest.staging.outcomes import BLANK, GIVEN, NO_STATUS, Clues, Verdict, Word, settle
from data.ingest.staging.sql import literal
from data.ingest.staging.work import DOUBT, Rule, Work, doubt
from data.ingest.tables import outcomes as told_apart
from data.ingest.values import codes, durations, flags, numbers, statuses
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read
from data.ingest.values.statuses import Outcome
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import spelt_out

CHOICES = ("delivered", "partial", "make_up", "attempt", *(f"missed:{reason}" for reason in REASONS), "ignored")
OF_ACTIVITIES = ("delivered", *(f"delivered:{kind}" for kind in KINDS), *CHOICES[1:])
"""What a word for what was done can mean as well: a session that was given, directly or not."""
_FLAGS = ("absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag", "make_up")
_WORDS = ("status", "reason", *_FLAGS, "minutes")
_PLANNED = re.compile(r"\b(?:scheduled?|planned|iep|expected|mandated|required)\b")
_OF_ACTIVITY, _ACTIVITIES = frozenset({"type", "activity", "category"}), ("provider_meeting", "state_testing")
"""Under a heading of activities a meeting or a test may be what was done rather than why nothing was."""
_CODE = 3
"""The longest text that is a code rather than a word."""
_VERDICT = {
    "told_status": pa.string(), "told_reason": pa.string(), "told_minutes": pa.float64(), "told_date": pa.date32(),
    "told_kind": pa.string(), "is_ignored": pa.bool_(), "is_assumed": pa.bool_(), **DOUBT,
}  # fmt: skip


def stage(work: Work) -> None:
    """Decide each session's status, reason and minutes, and fill in its service, kind, setting and grouping."""
    services.settle(work, by_lines=True)
    _minutes(work)
    _outcome(work)
    _fields(work)
    _award(work)
    _rules(work)


NO_AWARD = "(no award)"
_COMPENSATORY = re.compile(
    r"\bcompensatory\b|\bcomp\.? ?ed\b|\bcomp (?:minutes|mins|services?|time|hours|log)\b", re.IGNORECASE
)


def _award(work: Work) -> None:
    """A log that its titles call compensatory is of an award: where no award is named it is asked, never credited."""
    about = (*work.table.notes, work.table.sheet, *(heading.heading for heading in work.at("minutes", "session_date")))
    if not any(_COMPENSATORY.search(text) for text in about):
        return
    own, answer = work.value("award_id") or "cast(null as varchar)", work.answer(NO_AWARD)
    if answer and answer.casefold() != "none":
        work.fields["award_id"] = f"coalesce({own}, {literal(answer)})"
    elif not answer:
        text = "Which award do these compensatory sessions belong to? Its id, or none where they are ordinary sessions."
        question = work.ask("code", NO_AWARD, text)
        message = "these are compensatory sessions, and it isn't said of which award"
        work.rules.append(Rule("award_id", "no_award", message, "wait", f"{own} is null", question=question))


def _minutes(work: Work) -> None:
    """``given_minutes``: what the row gives as its minutes; ``net``: how long a given session lasted, time away off."""
    for heading in work.at("minutes"):
        _read_minutes(work, heading)
    timed = [heading for heading in work.at("minutes") if heading.reads == "minutes"]
    given = _first([f"m{heading.place}" for heading in timed])
    gross, away, lost = work.value("gross_minutes"), work.value("minutes_away"), work.value("minutes_missed")
    if gross and not away and _are_units(timed):
        given, gross = gross, given
    if away and not gross and _named_gross(work):
        gross, given = given, None
    label = work.value("service", "w") if not given and not gross else None
    span = _span(work)
    off = f" - coalesce({away}, 0)" if away else ""
    parts = [f"nullif({given}, 0)"] if given else []
    stated = None if _only_planned(work) else f"({gross} - coalesce({lost}, 0))" if gross and lost else gross
    parts += [f"nullif({whole}, 0){off}" for whole in (stated, span) if whole]
    parts += [f"nullif({label}, 0)"] if label else []
    work.extra["net"] = f"coalesce({', '.join(parts)})" if parts else "cast(null as double)"
    missed = f"nullif({lost}, 0)" if lost else "null"
    work.extra["given_minutes"] = f"coalesce({missed}, {given or 'null'}, {gross or 'null'}, cast(null as double))"
    work.extra["loses"] = f"coalesce({lost} > 0, false)" if lost else "false"
    if away:
        whole = ", ".join(part for part in (gross, span, given) if part) or "null"
        work.rules.append(
            Rule(work.heading("minutes_away"), "away_too_long", "the time away is longer than the session", "reject",
                 f"{away} > coalesce({whole}, 1e9)", f"cast({away} as varchar)")
        )  # fmt: skip


def _first(columns: list[str]) -> str | None:
    return None if not columns else columns[0] if len(columns) == 1 else f"coalesce({', '.join(columns)})"


def _named_gross(work: Work) -> bool:
    """Whether the only column of minutes is called a duration, beside one of time away."""
    found = work.at("minutes")
    names = listed_headings("sessions")["gross_minutes"]
    words = words_of(found[0].heading) if found else ""
    return words in names and "net" not in words.split() and "actual" not in words.split()


def _only_planned(work: Work) -> bool:
    """Whether the longer minutes are those planned, beside a column of what was given: a blank there isn't delivered."""
    headings = [words_of(heading.heading) for heading in work.at("gross_minutes")]
    return bool(work.at("minutes")) and any(_PLANNED.search(words) or words == "minutes" for words in headings)


def _are_units(timed: list[Heading]) -> bool:
    """Whether the minutes are billing units, which are rounded: a duration beside them tells more."""
    return bool(timed) and all(readers.unit_of(heading.heading) == "units" for heading in timed)


def _span(work: Work) -> str | None:
    """SQL: minutes from start to end; null where the end is before the start."""
    start, end = work.value("start_time"), work.value("end_time")
    if not start or not end:
        return None
    minutes = f"date_diff('minute', {start}, {end})"
    work.rules.append(
        Rule(work.heading("end_time"), "end_before_start", "the session ends before it starts", "wait",
             f"{minutes} < 0 and told_status is null and doubt_code in ('no_minutes', 'no_status')",
             f"cast({end} as varchar)")
    )  # fmt: skip
    return f"case when {minutes} >= 0 then cast({minutes} as double) end"


def _read_minutes(work: Work, heading: Heading) -> None:
    """Numbers under minutes; a word that is known as an outcome is no broken number but says what it says."""
    if heading.reads != "minutes":
        return
    unit = readers.unit(work, heading)
    found = [durations.read(text, unit) for text in heading.texts]
    found = [
        NOTHING if one.code == "not_minutes" and statuses.read(heading.texts[key]).known else one
        for key, one in enumerate(found)
    ]
    base.define(work, heading, dict(enumerate(found)))
    values = [one.value for one in found]
    work.decide(
        f"minutes{heading.place}",
        {"key": f"b.k{heading.place}"},
        lambda key: {f"m{heading.place}": values[key] if key >= 0 else None},
        {f"m{heading.place}": pa.float64()},
    )


def _outcome(work: Work) -> None:
    """Settle each distinct combination of words, flags and whether there are minutes."""
    work.level()
    found = [heading for heading in work.at(*_WORDS) if heading.field != "minutes" or _has_words(heading)]
    ticked = [heading for heading in found if heading.field == "delivered_flag" and _is_ticked(heading)]
    is_told = any(_tells_each(heading) for heading in found)
    keys = {f"k{heading.place}": f"b.k{heading.place}" for heading in found}
    made_up = work.value("makes_up_date")
    unclear = _asked(work, "delivered_flag", "status")
    asked_place = work.place(unclear.value) if unclear and unclear.choices[0] == "status" else None
    twin, titled = _asked(work, "minutes"), passing.of_title(work)
    keys |= {f"h{hint.place}": f"b.h{hint.place}" for hint in work.hints}
    keys["has_minutes"] = "coalesce(net > 0, false)"
    keys["is_asked"] = "true" if asked_place is None else f"trim(coalesce(b.c{asked_place}, '')) <> ''"
    keys["loses"] = "loses"
    keys["makes_up"] = f"{made_up} is not null" if made_up else "false"
    day = work.value("session_date")
    keys["is_later"] = f"coalesce({made_up} > {day}, false)" if made_up and day else "false"

    def decide(
        has_minutes: bool, is_asked: bool, loses: bool, makes_up: bool, is_later: bool, **places: int
    ) -> dict[str, Any]:
        cells = [
            (heading, heading.texts[places[f"k{heading.place}"]].strip())
            for heading in found
            if places[f"k{heading.place}"] >= 0
        ]
        clues = replace(_clues(work, cells, has_minutes, makes_up), loses=loses, is_told=is_told)
        if clues.delivered is None and any(places[f"k{heading.place}"] < 0 for heading in ticked):
            clues = replace(clues, delivered=False)
        verdict = settle(clues, lambda text: _answered(work, text))
        if passed := _passed(work, places, titled, verdict, is_later):
            return _in_passing(work, passed) or _told(work, settle(replace(clues, words=passed)))
        verdict = _with_length(verdict, [text for heading, text in cells if heading.field in ("status", "reason")])
        if twin:
            return _told(work, verdict) | _twin(work, twin)
        return _told(work, verdict) | (_unclear(work, unclear) if unclear and is_asked and verdict.assumed else {})

    work.decide("outcome", keys, decide, _VERDICT)
    work.has_doubts = True
    work.untimed = tuple(heading.heading for heading in work.at("minutes", "gross_minutes", "minutes_away"))


def _with_length(verdict: Verdict, texts: list[str]) -> Verdict:
    """The length of a session that its own status tells: ``Seen, 15 min``."""
    if verdict.minutes is not None or verdict.status not in GIVEN:
        return verdict
    return replace(verdict, minutes=next((said for text in texts if (said := durations.in_label(text))), None))


def _passed(
    work: Work, places: dict[str, int], titled: str | None, verdict: Verdict, is_later: bool
) -> tuple[Word, ...]:
    """Words in passing that speak against a session that was given, as a person has explained them.

    Minutes alone stand against none of them; a status of its own stands against all but that the row was taken back.
    ``is_later``: the day that it would make up comes after it.
    """
    if verdict.status not in GIVEN:
        return ()
    told = [
        (hint.heading, hint.texts[places[f"h{hint.place}"]]) for hint in work.hints if places[f"h{hint.place}"] >= 0
    ]
    told = [(heading, text) for heading, text in told if verdict.assumed or text in passing.UNDONE]
    told += [(passing.TITLE, titled)] if titled and verdict.assumed else []
    told += [(work.heading("makes_up_date"), "a later day")] if is_later else []
    named = [(heading, f"{text} in {heading}") for heading, text in told]
    return tuple(Word(heading, asked, _answered(work, asked) or statuses.UNKNOWN) for heading, asked in named)


def _in_passing(work: Work, passed: tuple[Word, ...]) -> dict[str, str]:
    """The problem of a row with minutes that something speaks against; empty where a person has said what it means."""
    word = next((word for word in passed if not word.outcome.known), None)
    if word is None:
        return {}
    text = f"{word.text!r} speaks against sessions that would count as given: what became of them?"
    message = f"{word.text!r} speaks against counting this session as given; say what became of it"
    asked = work.ask("code", word.text, text, CHOICES)
    return doubt("absence_in_passing", message, "wait", word.heading, word.text, asked)


def _is_ticked(heading: Heading) -> bool:
    """Whether a column holds nothing but ticks: where it is blank, what it asks isn't so."""
    return bool(heading.texts) and all(flags.read(text).value is True for text in heading.texts)


def _tells_each(heading: Heading) -> bool:
    """Whether a column says of each session whether it was given, so that a blank there says that it isn't known: a
    status, or yes and no. Paperwork, marks of make-ups, and who was away don't say it."""
    texts = [text for text in heading.texts if not is_nothing(text)]
    if heading.field == "delivered_flag":
        return any(flags.read(text).value is False for text in texts)
    texts = [text for text in texts if heading.field == "status" and not statuses.of_whom(heading.heading, text)]
    return any(not one.document and one.status != "make_up" for one in map(statuses.read, texts))


def _asked(work: Work, *fields: str) -> Question | None:
    """The first question about a column that was left out and may be one of the fields."""
    left = (one for one in work.mapping.questions if one.kind == "column" and one.choices[-1] == "left out")
    return next((one for one in left if one.choices[0] in fields), None)


def _twin(work: Work, question: Question) -> dict[str, str]:
    """Two columns may hold the minutes: neither is taken for its place."""
    message = f"it isn't clear whether {question.value} tells the minutes; say which column does"
    asked = work.ask(question.kind, question.value, question.text, question.choices)
    return doubt("maybe_minutes", message, "wait", question.value, "", asked)


def _unclear(work: Work, question: Question) -> dict[str, str]:
    """A column that may say whether the session was given was left out: minutes alone don't make it delivered."""
    message = f"it isn't clear whether {question.value} says that the session was given; say what the column is"
    asked = work.ask(question.kind, question.value, question.text, question.choices)
    return doubt("maybe_outcome", message, "wait", question.value, "", asked)


def _has_words(heading: Heading) -> bool:
    return heading.reads == "outcome" or any(_is_word(text) for text in heading.texts)


def _is_word(text: str) -> bool:
    return durations.read(text).code == "not_minutes" and statuses.read(text).known


def _clues(work: Work, cells: list[tuple[Heading, str]], has_minutes: bool, makes_up: bool) -> Clues:
    words: list[Word] = []
    told: dict[str, bool] = {}
    for heading, text in cells:
        if is_nothing(text) or (heading.field == "minutes" and heading.reads == "minutes" and not _is_word(text)):
            continue
        flag = _flag(work, heading, text)
        if isinstance(flag, bool):
            if heading.field == "missed_flag" and has_minutes and _gives(work, text):
                told["delivered_flag"] = True
            name, flag = _of_whom(heading, flag)
            told[name] = told.get(name, False) or flag
        elif not (outcome := _said(work, text, heading)).document:
            words.append(Word(heading.heading, text, outcome, heading.field == "reason"))
    if told.pop("student_came", False) and not told.get("provider_absent"):
        told["delivered_flag"] = True
    if _lists_missed(work):
        told.setdefault("missed_flag", True)
    return Clues(
        tuple(words), told.get("absent"), told.get("provider_absent"), told.get("delivered_flag"), told.get("make_up"),
        has_minutes, makes_up, told.get("missed_flag"),
    )  # fmt: skip


_STUDENTS = re.compile(r"\b(?:student|child|pupil)\b")


def _of_whom(heading: Heading, flag: bool) -> tuple[str, bool]:
    """What a flag says by its heading: a provider who isn't present is absent; a student who is may have met nobody."""
    if heading.field == "provider_present":
        return "provider_absent", not flag
    is_students = flag and heading.field == "delivered_flag" and _STUDENTS.search(words_of(heading.heading))
    return "student_came" if is_students else heading.field, flag


def _lists_missed(work: Work) -> bool:
    """Whether the day of each row is called the day missed: a list of sessions that weren't given."""
    words = {word for heading in work.at("session_date") for word in spelt_out(words_of(heading.heading)).split()}
    return bool(words & {"missed", "absent"}) and "makeup" not in words


def _gives(work: Work, missed: str) -> bool:
    """Whether minutes stand both under missed and under delivered: neither can be passed over."""
    names = {word for heading in work.at("minutes") for word in words_of(heading.heading).split()}
    number = numbers.to_float(missed)
    return number is not None and number > 1 and bool(names & {"delivered", "actual", "given", "served", "provided"})


def _flag(work: Work, heading: Heading, text: str) -> bool | None:
    """Yes or no of a flag column, unless a person said what the text means; None where it is a word."""
    if heading.field not in _FLAGS or heading.reads != "flag" or _answered(work, text) is not None:
        return None
    number = numbers.to_float(text)
    said = Read(number > 0) if number is not None else flags.read(text)
    return None if said.failed else said.value


def _answered(work: Work, text: str) -> Outcome | None:
    """What a person said that a text means for a session; None where nobody did."""
    answer = work.answer(text)
    outcome = statuses.of_answer(answer) if answer else None
    return outcome if outcome and outcome.known else None


def _said(work: Work, text: str, heading: Heading) -> Outcome:
    """What a cell says. A bare number under a status is a code that nobody explained, unless it is a grid's minutes."""
    if error_in(text):
        return statuses.UNKNOWN
    if answered := _answered(work, text):
        return answered
    meant = work.meant(text, lambda meaning: statuses.read(meaning).known and not _only_times(text, meaning))
    if meant != text:
        return statuses.read(meant)
    is_code = heading.field in ("status", "reason") and work.table.melted is None and numbers.to_float(text) is not None
    said = statuses.UNKNOWN if is_code else statuses.read(text)
    if not said.known and heading.field in ("status", "reason"):
        said = statuses.of_whom(heading.heading, text) or said
    return _done(said, text, heading) if heading.field == "status" and _is_of_activities(heading.heading) else said


def _done(said: Outcome, text: str, heading: Heading) -> Outcome:
    """What a word says where what was done stands beside why nothing was: of direct and indirect ones each was given so,
    a meeting is asked about."""
    if said.reason in _ACTIVITIES:
        return statuses.UNKNOWN
    kind = _kind(text) if "indirect" in map(_kind, heading.texts) else None
    if said.known:
        return replace(said, kind=kind) if said.status in statuses.GIVEN else said
    return Outcome("delivered", kind=kind) if kind else said


def _kind(text: str) -> str | None:
    is_word = len(text.strip()) > _CODE and not statuses.is_other_work(text)
    return codes.find(text, "kind") if is_word else None


def _is_of_activities(heading: str) -> bool:
    return bool(_OF_ACTIVITY & set(spelt_out(words_of(heading)).split()))


def _only_times(text: str, meaning: str) -> bool:
    """Whether a key only tells the minutes of a mark that says itself what it is: MU20, 20 minutes."""
    return durations.in_words(meaning) is not None and statuses.read(text).known


def _told(work: Work, verdict: Verdict) -> dict[str, Any]:
    return {
        "told_status": verdict.status, "told_reason": verdict.reason, "told_minutes": verdict.minutes,
        "told_date": verdict.makes_up_date, "told_kind": verdict.kind,
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
    if text == NO_STATUS:
        told = f"What became of the sessions that have minutes, and nothing under {told_apart.named(work.heading('status'))}?"
        return work.ask("code", NO_STATUS, told, CHOICES)
    where = f" under {told_apart.named(verdict.heading)}" if verdict.heading else ""
    choices = OF_ACTIVITIES if _is_of_activities(verdict.heading) else CHOICES
    return work.ask("code", text, f"What does {text!r} mean{where}?", choices)


def _fields(work: Work) -> None:
    melted = work.table.melted is not None
    given = "told_minutes, net" if melted else "net, told_minutes"
    missed = "given_minutes, told_minutes"
    work.fields["status"] = "told_status"
    work.fields["reason"] = "told_reason"
    work.fields["minutes"] = (
        f"cast(case when told_status in ('delivered', 'partial', 'make_up') then coalesce({given}) "
        f"else coalesce({missed}) end as decimal(12,4))"
    )
    made_up = work.value("makes_up_date")
    work.fields["kind"] = f"cast(coalesce(told_kind, {work.fields['kind']}) as varchar)"
    work.fields["makes_up_date"] = f"cast(coalesce({made_up}, told_date) as date)" if made_up else "told_date"
    work.ignored.append("is_ignored")
    work.assumed_where.append(("is_assumed", "{rows} with minutes and without a status: taken as delivered."))
    for name, kind in (("session_date", "date"), ("provider_id", "varchar"), ("student_id", "varchar")):
        if not work.at(name):
            work.fields[name] = f"cast(null as {kind})"


def _rules(work: Work) -> None:
    given = "told_status in ('delivered', 'partial', 'make_up')"
    if work.table.melted is None:
        work.rules.append(
            Rule(work.heading("status"), "two_lengths", "the minutes say another length than the status; keep the one that "
                 "was given", "wait", f"{given} and abs(told_minutes - net) > 0.01", "cast(told_minutes as varchar)")
        )  # fmt: skip
    work.rules.append(
        Rule(work.heading("minutes"), "negative_minutes", "the minutes less the time away are negative", "reject",
             f"net < 0 and {given}",
             unless=(work.heading("minutes"), work.heading("minutes_away")))
    )  # fmt: skip
