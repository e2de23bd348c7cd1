"""What the cells of a session's row say of it, cell by cell: words, flags, ticks, make-ups."""

import re
from dataclasses import dataclass, field, replace

from data.contracts import meanings
from data.ingest.mapping import exceptions
from data.ingest.staging import beside
from data.ingest.staging.cell_words import answered, is_of_afterwards, said
from data.ingest.staging.columns import Heading
from data.ingest.staging.outcomes import Clues, Word
from data.ingest.staging.work import Work
from data.ingest.values import became, done, durations, flags, numbers, statuses, whom
from data.ingest.values.nothing import is_nothing
from data.ingest.values.read import Read
from data.ingest.values.session_outcome import Outcome
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by, spelt_out

FLAGS = ("absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag", "make_up")


def is_ticked(heading: Heading) -> bool:
    """Whether a column holds nothing but ticks: where it is blank, what it asks isn't so."""
    return bool(heading.texts) and all(flags.read(text).value is True for text in heading.texts)


def tells_each(heading: Heading) -> bool:
    """Whether a column says of each session whether it was given, so that a blank there says that it isn't known: a
    status, or yes and no. Paperwork, marks of make-ups, and who was away don't say it."""
    texts = [text for text in heading.texts if not is_nothing(text)]
    if heading.field == "delivered_flag":
        return any(flags.read(text).value is False for text in texts)
    if heading.field != "status" or any(whom.of_whom(heading.heading, text) for text in texts):
        return False
    return not is_of_afterwards(heading) and any(
        not one.document and one.status != "make_up" for one in map(statuses.read, texts)
    )


def _tells_only_exceptions(work: Work, heading: Heading) -> bool:
    """Whether a column, or another one beside it, says of some sessions that they were missed, or made up, and of the
    usual ones nothing but their paperwork."""
    if any(map(beside.tells_missed, work.at(beside.FIELD))):
        return beside.may_be_paper(heading)
    told = [statuses.read(text) for text in heading.texts if not is_nothing(text)]
    said = {one.status for one in told}
    return "missed" in said and not said & {"delivered", "partial"} and any(one.document for one in told)


def has_words(heading: Heading) -> bool:
    return heading.reads == "outcome" or any(_is_word(text) for text in heading.texts)


def _is_word(text: str) -> bool:
    return durations.read(text).code == "not_minutes" and statuses.read(text).known


@dataclass
class _Told:
    """What the cells of a row say, cell by cell."""

    words: list[Word] = field(default_factory=list)
    usual: list[Word] = field(default_factory=list)
    """A word that says no more than that the session was one as usual."""
    flags: dict[str, bool] = field(default_factory=dict)
    is_other_way: bool = False
    """Only one way of missing the session is denied."""
    is_of_later: bool = False
    """A flag says of the session that it was made up (Made Up?), which is said of one that was missed."""
    made_up: Word | None = None
    """A number of minutes says that it is a make-up: of a session that was missed, maybe how long its make-up was."""


def of_row(work: Work, cells: list[tuple[Heading, str]], row: Clues) -> Clues:
    """The clues of a row, with what its cells say."""
    gone, made_up = _beside(work, cells)
    is_paper = any(word.outcome.reason or exceptions.is_of_kinds(word.heading) for word in gone)
    told = _Told()
    for heading, text in cells:
        if _is_asked(heading, text, is_paper=is_paper):
            _hear(work, heading, text, row, told)
    told.words += gone
    _hear_make_ups(made_up, told)
    if row.has_minutes and not row.is_blank and not told.words and not any(told.flags.values()):
        told.words = told.usual
    flags = _settled(work, told)
    return replace(
        row, words=tuple(told.words), absent=flags.get("absent"), provider_absent=flags.get("provider_absent"),
        is_anybodys=_is_anybodys(cells), delivered=flags.get("delivered_flag"), make_up=flags.get("make_up"),
        missed=flags.get("missed_flag"),
    )  # fmt: skip


def _is_anybodys(cells: list[tuple[Heading, str]]) -> bool:
    """Whether a heading of absences doesn't say whose."""
    return any(heading.field == "absent" and not _STUDENTS.search(words_of(heading.heading)) for heading, _ in cells)


def _is_asked(heading: Heading, text: str, *, is_paper: bool) -> bool:
    """Whether a cell is asked what became of the session: no blank, no plain minutes, no column of kinds, which are told
    apart, nor one of paperwork beside them."""
    if heading.field in beside.FIELDS or (is_paper and beside.may_be_paper(heading)):
        return False
    is_length = heading.field == "minutes" and heading.reads == "minutes" and not _is_word(text)
    return not is_nothing(text) and not is_length


def _hear(work: Work, heading: Heading, text: str, row: Clues, told: _Told) -> None:
    """Take in one cell: a flag, a flag denied in words, a usual session, or a word."""
    flag = _flag(work, heading, text)
    if flag is not None:
        _hear_flag(work, heading, text, row, told, flag=flag)
    elif _is_denied(text, heading) and answered(work, text) is None:
        told.flags.setdefault("missed_flag", False)
        told.is_other_way = True
    elif _is_usual(text, heading) and answered(work, text) is None:
        told.usual = [Word(heading.heading, text, Outcome("delivered"))]
    elif word := _word(work, heading, text, row):
        told.words.append(word)


def _hear_flag(work: Work, heading: Heading, text: str, row: Clues, told: _Told, *, flag: bool) -> None:
    if heading.field == "missed_flag" and row.has_minutes and _gives(work, text):
        told.flags["delivered_flag"] = True
    told.is_of_later |= heading.field == "make_up" and flag and _MADE.search(heading.heading) is not None
    if heading.field == "make_up" and (numbers.to_float(text) or 0) > 1:
        told.made_up = Word(heading.heading, text, Outcome("make_up"))
    name, flag = _of_whom(heading, flag)
    told.flags[name] = told.flags.get(name, False) or flag
    told.is_other_way |= heading.field == "missed_flag" and not flag and _is_one_way(heading)


def _word(work: Work, heading: Heading, text: str, row: Clues) -> Word | None:
    """The word of a cell; of paperwork that is settled, where the others of its column tell only exceptions: given."""
    outcome = said(work, text, heading)
    if not outcome.document:
        return Word(heading.heading, text, outcome, heading.field == "reason")
    is_timed = row.has_minutes and not row.is_blank
    if is_timed and became.is_settled(plain(text)) and _tells_only_exceptions(work, heading):
        return Word(heading.heading, text, Outcome("delivered"))
    return None


def _hear_make_ups(made_up: list[tuple[Heading, Word]], told: _Told) -> None:
    """Take in what columns of kinds say of a make-up, and its day, unless they only say so of a session that was missed."""
    is_missed = any(word.outcome.status == "missed" for word in told.words) or bool(told.flags.get("absent"))
    kept = [word for heading, word in made_up if beside.is_kept(heading, is_missed=is_missed)]
    if kept:
        told.flags["make_up"] = True
    told.words += [word for word in kept if word.outcome.makes_up_date]


_MADE = re.compile(r"\bmade[- ]?up\b", re.IGNORECASE)


def _settled(work: Work, told: _Told) -> dict[str, bool]:
    """The flags of a row once all its cells are known."""
    flags = dict(told.flags)
    gone = flags.get("absent") or flags.get("provider_absent") or flags.get("delivered_flag") is False
    is_missed = bool(gone) or any(word.outcome.status == "missed" for word in told.words)
    if told.is_of_later and (flags.get("absent") or any(word.outcome.status == "missed" for word in told.words)):
        flags.pop("make_up", None)
    elif told.made_up and is_missed:
        flags.pop("make_up", None)
        told.words.append(told.made_up)
    if told.is_other_way and flags["missed_flag"] is False and _is_missed_so(told.words, flags):
        flags.pop("missed_flag")
    if flags.pop("student_came", False) and not flags.get("provider_absent"):
        flags["delivered_flag"] = True
    if _lists_missed(work):
        flags.setdefault("missed_flag", True)
    return flags


def _beside(work: Work, cells: list[tuple[Heading, str]]) -> tuple[list[Word], list[tuple[Heading, Word]]]:
    """What columns of kinds say of a row: that it was missed or tried, and the columns by which it is a make-up, each with the
    day that it tells."""
    told = [(heading, text, answered(work, text) or beside.said(text, heading)) for heading, text in cells
            if heading.field == beside.FIELD
            or (heading.field in beside.FIELDS and beside.is_exception(text, heading))]  # fmt: skip
    gone = [Word(heading.heading, text, one, is_reason=True) for heading, text, one in told if one.status != "make_up"]
    made_up = [(heading, text, one) for heading, text, one in told if one.status == "make_up"]
    return gone, [
        (heading, Word(heading.heading, text, Outcome(makes_up_date=one.makes_up_date)))
        for heading, text, one in made_up
    ]


def _is_usual(text: str, heading: Heading) -> bool:
    """Whether a word says no more than that a session was one as usual (Regular), in a column that tells the others: missed
    or made up. Its minutes then say that it was given."""
    said = {statuses.read(one).status for one in heading.texts}
    is_usual = heading.field == "status" and done.is_usual(text)
    return is_usual and bool(said & {"missed", "make_up"}) and not said & {"delivered", "partial"}


def _is_missed_so(words: list[Word], told: dict[str, bool]) -> bool:
    """Whether a word for what became of the session, or another flag, says that it was missed; a reason alone does not."""
    said = any(word.outcome.status == "missed" and not word.is_reason for word in words)
    return bool(said or told.get("absent") or told.get("provider_absent") or told.get("delivered_flag") is False)


_ONE_WAY = re.compile(r"\b(?:cancel\w*|no show\w*)\b")


def _is_one_way(heading: Heading) -> bool:
    """Whether a heading asks for one way only of missing a session: what wasn't cancelled may still have been a no show."""
    return _ONE_WAY.search(words_of(heading.heading)) is not None


_DENIED = re.compile(r"^(?:was |were )?(?:not|un) ?(?:an? )?(?P<what>cancel\w*|no ?show)$")


def _is_denied(text: str, heading: Heading) -> bool:
    """Whether a cell says in words the no of a heading that asks for one way of missing a session: Not Cancelled under
    Cancellation."""
    found = _DENIED.match(plain(text))
    asked = _ONE_WAY.search(words_of(heading.heading))
    return found is not None and asked is not None and found["what"][:_ROOT] == asked[0][:_ROOT]


_ROOT = 6
"""The letters of cancelled, cancellation and no show that are alike."""
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
