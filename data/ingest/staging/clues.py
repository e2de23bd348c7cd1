"""What each cell of a session's row says of it: a word, a flag, a tick, or nothing."""

import re
from dataclasses import replace

from data.contracts import meanings
from data.ingest.staging.columns import Heading
from data.ingest.staging.outcomes import Clues, Word
from data.ingest.staging.work import Work
from data.ingest.values import codes, durations, flags, numbers, statuses
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import Read
from data.ingest.values.statuses import Outcome
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by, spelt_out

FLAGS = ("absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag", "make_up")
_OF_ACTIVITY, _ACTIVITIES = frozenset({"type", "activity", "category"}), ("provider_meeting", "state_testing")
"""Under a heading of activities a meeting or a test may be what was done rather than why nothing was."""
_CODE = 3
"""The longest text that is a code rather than a word."""


def is_ticked(heading: Heading) -> bool:
    """Whether a column holds nothing but ticks: where it is blank, what it asks isn't so."""
    return bool(heading.texts) and all(flags.read(text).value is True for text in heading.texts)


def tells_each(heading: Heading) -> bool:
    """Whether a column says of each session whether it was given, so that a blank there says that it isn't known: a
    status, or yes and no. Paperwork, marks of make-ups, and who was away don't say it."""
    texts = [text for text in heading.texts if not is_nothing(text)]
    if heading.field == "delivered_flag":
        return any(flags.read(text).value is False for text in texts)
    texts = [text for text in texts if heading.field == "status" and not statuses.of_whom(heading.heading, text)]
    return any(not one.document and one.status != "make_up" for one in map(statuses.read, texts))


def has_words(heading: Heading) -> bool:
    return heading.reads == "outcome" or any(_is_word(text) for text in heading.texts)


def _is_word(text: str) -> bool:
    return durations.read(text).code == "not_minutes" and statuses.read(text).known


def of_row(work: Work, cells: list[tuple[Heading, str]], row: Clues) -> Clues:
    """The clues of a row, with what its cells say."""
    words: list[Word] = []
    told: dict[str, bool] = {}
    for heading, text in cells:
        if is_nothing(text) or (heading.field == "minutes" and heading.reads == "minutes" and not _is_word(text)):
            continue
        flag = _flag(work, heading, text)
        if isinstance(flag, bool):
            if heading.field == "missed_flag" and row.has_minutes and _gives(work, text):
                told["delivered_flag"] = True
            name, flag = _of_whom(heading, flag)
            told[name] = told.get(name, False) or flag
        elif not (outcome := _said(work, text, heading)).document:
            words.append(Word(heading.heading, text, outcome, heading.field == "reason"))
    if told.pop("student_came", False) and not told.get("provider_absent"):
        told["delivered_flag"] = True
    if _lists_missed(work):
        told.setdefault("missed_flag", True)
    return replace(
        row, words=tuple(words), absent=told.get("absent"), provider_absent=told.get("provider_absent"),
        delivered=told.get("delivered_flag"), make_up=told.get("make_up"), missed=told.get("missed_flag"),
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
    named = any(meanings.words("given") & said_by(heading.heading) for heading in work.at("minutes"))
    number = numbers.to_float(missed)
    return number is not None and number > 1 and named


def _flag(work: Work, heading: Heading, text: str) -> bool | None:
    """Yes or no of a flag column, unless a person said what the text means; None where it is a word."""
    if heading.field not in FLAGS or heading.reads != "flag" or answered(work, text) is not None:
        return None
    number = numbers.to_float(text)
    said = Read(number > 0) if number is not None else flags.read(text)
    return None if said.failed else said.value


def answered(work: Work, text: str) -> Outcome | None:
    """What a person said that a text means for a session; None where nobody did."""
    answer = work.answer(text)
    outcome = statuses.of_answer(answer) if answer else None
    return outcome if outcome and outcome.known else None


def _said(work: Work, text: str, heading: Heading) -> Outcome:
    """What a cell says. A bare number under a status is a code that nobody explained, unless it is a grid's minutes."""
    if error_in(text):
        return statuses.UNKNOWN
    if told := answered(work, text):
        return told
    meant = work.meant(text, lambda meaning: statuses.read(meaning).known and not _only_times(text, meaning))
    if meant != text:
        return statuses.read(meant)
    is_code = heading.field in ("status", "reason") and work.table.melted is None and numbers.to_float(text) is not None
    said = statuses.UNKNOWN if is_code or _is_left_out(work, text) else statuses.read(text)
    if not said.known and heading.field in ("status", "reason"):
        said = statuses.of_whom(heading.heading, text) or said
    return _done(said, text, heading) if heading.field == "status" and is_of_activities(heading.heading) else said


def _is_left_out(work: Work, text: str) -> bool:
    """Whether a mark is one that the file's own key leaves out, though it tells what stands for a session that was given:
    it may be why one wasn't."""
    key = work.table.legend
    if len(text.strip()) > 1 or text.strip().isdigit() or text.strip().casefold() in key:
        return False
    said = (statuses.read(meaning) for code, meaning in key.items() if code != "blank")
    return any(one.status == "delivered" and one.minutes is None for one in said)


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


def is_of_activities(heading: str) -> bool:
    return bool(_OF_ACTIVITY & said_by(heading))


def _only_times(text: str, meaning: str) -> bool:
    """Whether a key only tells the minutes of a mark that says itself what it is: MU20, 20 minutes."""
    return durations.in_words(meaning) is not None and statuses.read(text).known
