"""What each cell of a session's row says of it: a word, a flag, a tick, or nothing."""

import re
from dataclasses import dataclass, field, replace

from data.contracts import meanings
from data.ingest.mapping import exceptions
from data.ingest.staging import beside
from data.ingest.staging.columns import Heading
from data.ingest.staging.outcomes import Clues, Word
from data.ingest.staging.work import Work
from data.ingest.values import became, codes, done, durations, flags, narrated, numbers, statuses, whom
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import Read
from data.ingest.values.session_outcome import GIVEN, UNKNOWN, Outcome, of_answer
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by, spelt_out

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
    if heading.field != "status" or any(whom.of_whom(heading.heading, text) for text in texts):
        return False
    return not is_of_afterwards(heading) and any(
        not one.document and one.status != "make_up" for one in map(statuses.read, texts)
    )


def is_of_afterwards(heading: Heading) -> bool:
    """Whether a column says only where each child went after a visit (Returned to class, Sent home), some of them to where
    nobody goes who missed one."""
    told = {became.afterwards(plain(text)) for text in heading.texts if not is_nothing(text)}
    return heading.field == "status" and "school" in told and None not in told


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


def _settled(work: Work, told: _Told) -> dict[str, bool]:
    """The flags of a row once all its cells are known."""
    flags = dict(told.flags)
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
    told = [(heading, text, answered(work, text) or statuses.read(text)) for heading, text in cells
            if heading.field == beside.FIELD
            or (heading.field in beside.FIELDS and exceptions.is_one(text, heading.heading))]  # fmt: skip
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


def answered(work: Work, text: str) -> Outcome | None:
    """What a person said that a text means for a session; None where nobody did."""
    answer = work.answer(text)
    outcome = of_answer(answer) if answer else None
    return outcome if outcome and outcome.known else None


def said(work: Work, text: str, heading: Heading) -> Outcome:
    """What a cell says. A bare number under a status is a code that nobody explained, unless it is a grid's minutes."""
    if error_in(text):
        return UNKNOWN
    told = answered(work, text)
    if told is None and became.afterwards(plain(text)) and is_of_afterwards(heading):
        return Outcome(document=True)
    of_outcomes = heading.field in ("status", "reason") and numbers.to_float(text) is not None
    is_code = of_outcomes and (work.table.melted is None or _are_counts(heading))
    if told:
        return _timed(work, text, _as_answered(work, text, heading, told), heading, is_code=is_code)
    meant = work.meant(text, lambda meaning: statuses.read(meaning).known and not _only_times(text, meaning))
    if meant != text:
        return _marked(work, text, _with_kind(statuses.read(meant), meant), heading)
    own = _by_its_column(work, text, heading) if heading.field == "status" else None
    return own or _by_itself(work, text, heading, is_code=is_code)


def _as_answered(work: Work, text: str, heading: Heading, told: Outcome) -> Outcome:
    """What a person said of a text, with how the session was given as the text, its column and the file's key tell."""
    is_given = heading.field == "status" and told.status in GIVEN
    how = _how(work, text, heading) if is_given else None
    whole = replace(told, grouping=how.grouping, kind=told.kind or how.kind) if how else told
    whole = _with_kind(whole, _key(work, text))
    if is_given and is_of_activities(heading.heading):
        kind = whole.kind or _done(whole, text, heading).kind
        whole = replace(whole, kind=kind, grouping=whole.grouping or codes.find(text, "grouping"))
    return whole


def _key(work: Work, text: str) -> str:
    """What the file's own key says of a text; "" where it says nothing."""
    return work.table.legend.get(text.strip().casefold(), "")


def _by_its_column(work: Work, text: str, heading: Heading) -> Outcome | None:
    """What a status says by the other rows, or by the other words of its column; None where these don't tell."""
    by_rows = work.by_rows.get(text.strip().casefold())
    return by_rows or _how(work, text, heading) or _yes_or_no(text, heading)


def _by_itself(work: Work, text: str, heading: Heading, *, is_code: bool) -> Outcome:
    """What a text says by its own words, or by those of its heading."""
    found = UNKNOWN if is_code or _is_left_out(work, text) or _is_cross(text, heading) else statuses.read(text)
    if is_of_activities(heading.heading):
        found = _with_kind(found, _key(work, text))
    if not found.known and heading.field in ("status", "reason"):
        found = whom.of_whom(heading.heading, text) or found
    if not found.known and heading.field == "status" and not is_code:
        told = narrated.read(text) or found
        found = found if told.reason == "provider_absent" and statuses.was_seen(text) else told
    return _done(found, text, heading) if heading.field == "status" and is_of_activities(heading.heading) else found


_YES, _NO = frozenset({"yes", "y"}), frozenset({"no", "n"})
_BEGINS = re.compile(r"^(?:yes|y)\b", re.IGNORECASE)
_ASKS = frozenset({"deliver", "provide", "occur", "attendance", "see", "given", "rendered"})
"""Words of headings that ask whether a session was given: Held?, Attended."""


def _yes_or_no(text: str, heading: Heading) -> Outcome | None:
    """A bare yes or no among words for absences: yes is a session that was given where the heading asks that (Attended),
    or where others say no and why (No - student absent). None where some yes tells an absence."""
    word = plain(text)
    if word not in _YES | _NO or any(_BEGINS.match(one.strip()) and _is_away(one) for one in heading.texts):
        return None
    said = said_by(heading.heading)
    asks = bool(_ASKS & said) and not said & _NOT_ASKED and any(map(_is_away, heading.texts))
    if not asks and not any(map(statuses.is_no_because, heading.texts)):
        return None
    return Outcome("delivered" if word in _YES else "missed")


_NOT_ASKED = frozenset({"student", "provider", "not", "reason", "makeup", "missed"})
"""Words of headings that ask something else: who came, or what wasn't."""


def _are_counts(heading: Heading) -> bool:
    """Whether the numbers of a grid are all so small that they tell ticks, sessions or hours rather than minutes."""
    told = [number for text in heading.texts if (number := numbers.to_float(text)) is not None]
    return max(told, default=0.0) < _FEWEST


_FEWEST, _LONGEST = 5.0, 300.0
"""Minutes that a number behind a mark can be."""


def _how(work: Work, text: str, heading: Heading) -> Outcome | None:
    """A session that was given, told by how: in a word beside words for absences (Individual, Student absent), by the
    file's own key to marks (G = group), in a grid also with the minutes behind or before the mark (G20, 20g)."""
    mark, minutes = (work.table.melted and durations.beside_mark(text)) or (text.strip(), None)
    meaning = work.table.legend.get(mark.casefold())
    if minutes is not None and (meaning is None or not _FEWEST <= minutes <= _LONGEST):
        return None
    told = [*work.table.legend.values(), *heading.texts]
    if statuses.read(text).known or not any(_is_away(one) for one in told):
        return None
    said = statuses.read(meaning) if meaning and minutes is not None else UNKNOWN
    found = said if said.status in GIVEN and said.minutes is None else statuses.given_as(meaning or text)
    if found is None:
        return None
    work.assumptions.append(f"{text.strip()} is a session that was given{_by_key(mark, meaning)}.")
    is_direct = meaning and found.grouping and not found.kind and _tells_consults(work)
    return replace(found, minutes=minutes, kind="direct" if is_direct else found.kind)


def _tells_consults(work: Work) -> bool:
    """Whether the file's own key has a mark for consults: those for individual and group are then direct."""
    told = map(statuses.given_as, work.table.legend.values())
    return any(one is not None and one.kind == "indirect" for one in told)


def _by_key(mark: str, meaning: str | None) -> str:
    return f": {mark} is {meaning}, as the file's own key says" if meaning else ", since the same column tells absences"


def _is_away(text: str) -> bool:
    said = statuses.read(text)
    return said.status == "missed" and len(text.strip()) > _CODE


def _with_kind(said: Outcome, meaning: str) -> Outcome:
    """What a key's meaning says, with the kind of a session that was given, where it names one: D = direct."""
    return replace(said, kind=said.kind or codes.find(meaning, "kind")) if said.status in GIVEN else said


def _timed(work: Work, text: str, told: Outcome, heading: Heading, *, is_code: bool) -> Outcome:
    """What a person said of a text, with the minutes and the day that it tells itself (saw 30), unless it is a bare number
    that is a code; of a mark of a grid with those beside it."""
    own = UNKNOWN if is_code else statuses.read(text)
    if told.status in GIVEN and (own.minutes or own.makes_up_date):
        return replace(told, minutes=told.minutes or own.minutes, makes_up_date=told.makes_up_date or own.makes_up_date)
    return _marked(work, text, told, heading)


def _marked(work: Work, text: str, told: Outcome, heading: Heading) -> Outcome:
    """What a mark of a grid means, with the minutes beside it (I30 is 30 minutes): where the grid tells no minutes
    elsewhere, or the same mark stands alone too (S, S20)."""
    marked = durations.beside_mark(text) if work.table.melted else None
    if marked and work.at("minutes", "gross_minutes"):
        alone = {one.strip().casefold() for one in heading.texts} | work.table.legend.keys()
        marked = marked if marked[0].casefold() in alone else None
    if marked is None or told.status not in GIVEN or told.minutes is not None:
        return told
    minutes = marked[1]
    if not _FEWEST_SURE <= minutes <= _LONGEST:
        return told
    work.assumptions.append(f"{text.strip()} is {minutes:g} minutes.")
    return replace(told, minutes=minutes)


_FEWEST_SURE = 10.0
"""Smaller numbers behind a mark may number groups or sessions."""


def _is_left_out(work: Work, text: str) -> bool:
    """Whether a mark is one that the file's own key leaves out, though it tells what stands for a session that was given:
    it may be why one wasn't."""
    key = work.table.legend
    if len(text.strip()) > 1 or text.strip().isdigit() or text.strip().casefold() in key:
        return False
    said = (statuses.read(meaning) for code, meaning in key.items() if code != "blank")
    return any(one.status == "delivered" and one.minutes is None for one in said)


def _is_cross(text: str, heading: Heading) -> bool:
    """Whether an X stands beside another mark or word for sessions that were given (✓, D, P, Present): it may be the contrary."""
    if text.strip().casefold() != _CROSS:
        return False
    others = [one.strip().casefold() for one in heading.texts if one.strip().casefold() != _CROSS]
    said = map(statuses.read, others)
    return _PRESENT in others or any(one.status == "delivered" and one.minutes is None for one in said)


_CROSS, _PRESENT = "x", "p"


def _done(said: Outcome, text: str, heading: Heading) -> Outcome:
    """What a word says where what was done stands beside why nothing was: of direct and indirect ones each was given so,
    a meeting is asked about."""
    if said.reason in _ACTIVITIES:
        return UNKNOWN
    kind = _kind(text) if "indirect" in map(_kind, heading.texts) else None
    if kind is None and done.is_treatment(text) and "indirect" in map(_kind, heading.texts):
        kind = "direct"
    grouping = said.grouping or codes.find(text, "grouping")
    if said.known:
        return replace(said, kind=kind or said.kind, grouping=grouping) if said.status in GIVEN else said
    return Outcome("delivered", kind=kind, grouping=grouping) if kind else said


def _kind(text: str) -> str | None:
    is_word = len(text.strip()) > _CODE and not done.is_other_work(text)
    return codes.find(text, "kind") if is_word else None


def is_of_activities(heading: str) -> bool:
    return bool(_OF_ACTIVITY & said_by(heading))


def _only_times(text: str, meaning: str) -> bool:
    """Whether a key only tells the minutes of a mark that says itself what it is: MU20, 20 minutes."""
    return durations.in_words(meaning) is not None and statuses.read(text).known
