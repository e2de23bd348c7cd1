"""What a word, mark or code in a cell says of a session: as answered, by the file's key, by its column, by itself."""

import re
from dataclasses import replace

from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Work
from data.ingest.values import became, codes, done, durations, narrated, numbers, statuses, whom, why_not
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.session_outcome import GIVEN, UNKNOWN, Outcome, of_answer
from data.ingest.values.words import plain, said_by

_OF_ACTIVITY, _ACTIVITIES = frozenset({"type", "activity", "category"}), ("provider_meeting", "state_testing")
"""Under a heading of activities a meeting or a test may be what was done rather than why nothing was."""
_CODE = 3
"""The longest text that is a code rather than a word."""


def is_of_afterwards(heading: Heading) -> bool:
    """Whether a column says only where each child went after a visit (Returned to class, Sent home), some of them to where
    nobody goes who missed one."""
    told = {became.afterwards(plain(text)) for text in heading.texts if not is_nothing(text)}
    return heading.field == "status" and "school" in told and None not in told


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
    found = UNKNOWN if is_code or _is_left_out(work, text) or _is_cross(work, text, heading) else statuses.read(text)
    if is_of_activities(heading.heading):
        found = _with_kind(found, _key(work, text))
    if not found.known and heading.field in ("status", "reason"):
        found = whom.of_whom(heading.heading, text) or found
    if not found.known and heading.field == "reason" and not is_code:
        found = _why_not(text)
    if not found.known and heading.field == "status" and not is_code:
        told = narrated.read(text) or found
        found = found if told.reason == "provider_absent" and statuses.was_seen(text) else told
    return _done(found, text, heading) if heading.field == "status" and is_of_activities(heading.heading) else found


def _why_not(text: str) -> Outcome:
    """What a reason says in a therapist's own words; of a student who was there, why there was no session all the same."""
    if told := why_not.reason(text):
        return Outcome("missed", told)
    rest = why_not.though_present(text)
    said = statuses.read(rest.removeprefix("in ")) if rest else UNKNOWN
    return said if said.status == "missed" and said.reason not in (None, "student_absent") else UNKNOWN


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
    if minutes is not None and meaning is None and _FEWEST <= minutes <= _LONGEST and statuses.way_of(text):
        return Outcome("delivered", minutes=minutes)
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


def _is_cross(work: Work, text: str, heading: Heading) -> bool:
    """Whether an X stands beside another mark or word for sessions that were given (✓, D, P, Present), as the file's own key
    says where it has that mark: it may be the contrary."""
    if text.strip().casefold() != _CROSS:
        return False
    marks = [one.strip().casefold() for one in heading.texts if one.strip().casefold() != _CROSS]
    others = [work.table.legend.get(one, one) for one in marks]
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
