"""What columns that were left out may be: questions on which amounts, outcomes or people may depend."""

import re

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import evidence, exceptions, meaning, persons, says
from data.ingest.mapping.apart.promises import are_cycles
from data.ingest.mapping.choose import Fit, is_forbidden
from data.ingest.mapping.contents import amounts, outcomes, services
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.mapping.score import is_anothers, is_group
from data.ingest.model import NOT_USED, Question
from data.ingest.tables import cycles, looks
from data.ingest.tables.labels import MAYBE_PROVIDERS
from data.ingest.values import codes, dates, done, families, flags, frequencies, marks, numbers, statuses, whom
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by, spelt_out


def questions(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> list[Question]:
    """What columns that were left out may be: the number of sessions beside minutes, or the provider."""
    filled = {name for name, _ in fit.taken if name}
    free = [number for number, (name, _) in enumerate(fit.taken)
            if name is None and headings[number].strip() and not is_anothers(headings[number], headings)]  # fmt: skip
    found = []
    if fit.dataset == "service_lines" and filled & set(ONE_SESSIONS) and not _counted(fit, samples):
        found += [_count(headings[number]) for number in free if _may_count(headings[number], samples[number])]
    if fit.dataset == "service_lines":
        found += _amounts(fit, headings, samples, free)
        found += [
            _amount(headings[number])
            for number in free
            if _OF_A_YEAR in filled and not filled & _AMOUNTS and _may_be_amount(headings[number], samples[number])
        ]
        turns = [number for number in free if cycles.are_turns(headings[number], samples[number])]
        found += [_left_cycle(headings[number]) for number in turns]
        found += [_left_cycle(headings[number]) for number in free if number not in turns
                  if are_cycles(samples[number]) and not amounts.OF_REPORTS.search(words_of(headings[number]))
                  and not (filled & {"frequency", "cycle"} and says.subject(headings[number]))]  # fmt: skip
    if fit.dataset == "sessions" and not filled & set(OUTCOMES):
        read = _ticked_for_missed(headings, samples, free)
        found += [_outcome(headings[number]) for number in free
                  if number not in read and _may_say(headings[number], samples[number])]  # fmt: skip
    if fit.dataset == "sessions":
        asked = {one.value for one in found}
        is_told = bool(filled & set(OUTCOMES)) or bool(asked)
        found += [_other_outcome(headings[number]) for number in free if headings[number] not in asked
                  and not services.is_of_another(headings[number], samples[number])
                  and not (filled & set(OUTCOMES) and _is_read(headings[number], samples[number]))
                  and (_tells_of_others(headings[number], samples[number])
                       or (not is_told and _are_marks(headings[number], samples[number])))]  # fmt: skip
        found += _twins(fit, headings, samples, free)
        found += _of_all_together(fit, headings, samples)
        found += [_group(headings[number]) for number in free
                  if is_group(headings[number]) and evidence.all_few(samples[number])]  # fmt: skip
        found += [_make_up(headings[number]) for number in free if _is_make_up(headings[number], samples[number])]
    if fit.dataset in ("service_lines", "sessions") and not filled & {"provider_id", "provider_name"}:
        found += [_provider(headings[number]) for number in free if words_of(headings[number]) in MAYBE_PROVIDERS]
    return found


_OF_A_YEAR = "stated_year_minutes"
_AMOUNTS = {"frequency", "cycle", "amount_minutes", "line_minutes", "minutes_per_session", "sessions_per_cycle"}


def _may_be_amount(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether texts with numbers that can't be read stand under a heading of how often: more than a year's total is told."""
    numbered = bool(texts) and all(any(letter.isdigit() for letter in text) for text in texts)
    return numbered and "frequency" in said_by(heading) and not amounts.OF_REPORTS.search(words_of(heading))


def _amount(heading: str) -> Question:
    text = f"{heading!r} was left out, so that the year's total alone tells the amount; does it say how much is owed?"
    return Question("column", heading, 0, text, ("frequency", NOT_USED))


OUTCOMES = ("status", "reason", "absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag")
_TELLS_OUTCOME = re.compile(
    r"\b(?:attend\w*|present|absen\w*|seen|deliver\w*|provided|served|complet\w*|miss\w*|held|show\w*|occur\w*|cancel\w*|"
    r"took place|happened|came|status|outcome)\b"
)
ONE_SESSIONS = ("line_minutes", "minutes_per_session")
_NO_COUNT = re.compile(
    r"\b(?:age|room|tier|period|grade|gr|class|level|track|code|priority|zone|id|no|number|goal|year|phase|rank|row|group)\b|#"
)


def _counted(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a column says how many sessions there are."""
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    if "sessions_per_cycle" in taken or "amount_minutes" in taken:
        return True
    texts = [text for name in ("frequency", "cycle") if name in taken for text in samples[taken[name]]]
    said = [frequencies.read(text) for text in texts]
    return any(one.sessions is not None or one.bare is not None for one in said)


def _amounts(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]], free: list[int]) -> list[Question]:
    """Which of two amounts counts, where a row has one by week and one by month; minutes of each session or of all."""
    placed = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    taken = next((placed[name] for name in ("amount_minutes", "line_minutes") if name in placed), None)
    if taken is None:
        return []
    rest = [number for number in free if _is_other_amount(headings[number], samples[number], headings[taken])]
    if rest:
        return [_which(headings[number], headings[taken]) for number in rest]
    unclear = fit.taken[taken][0] == "amount_minutes" and "minutes_per_session" not in placed
    if unclear and not _OF_ALL.search(words_of(headings[taken])) and _several_sessions(fit, samples):
        return [_each(headings[taken])]
    return []


_OF_ALL = re.compile(
    r"\b(?:total|per (?:cycle|period)|week\w*|month\w*|year\w*|annual\w*|daily|day|quarter\w*|wk|mo|yr|mpw|mpm|cycle|amount)\b"
)
_CYCLED = re.compile(r"\b(?:week\w*|wk|month\w*|mo|mpw|mpm|day|daily|quarter\w*)\b")


def _is_other_amount(heading: str, texts: tuple[str, ...], taken: str) -> bool:
    slot = next(slot for slot in SLOTS["service_lines"] if slot.name == "amount_minutes")
    numbers_only = bool(texts) and all(numbers.to_float(text) is not None for text in texts)
    own, other = says.subject(heading), says.subject(taken)
    alike = not own or not other or own == other
    named = max(likeness(heading, slot), likeness(says.without_subject(heading), slot))
    is_amount = (alike and named >= SURE) or says.tells_amount(heading)
    return numbers_only and is_amount and _CYCLED.search(words_of(heading)) is not None


def _several_sessions(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    if "sessions_per_cycle" in taken:
        return any(text not in ("1", "1.0") for text in samples[taken["sessions_per_cycle"]])
    texts = [text for name in ("frequency", "cycle") if name in taken for text in samples[taken[name]]]
    said = [frequencies.read(text) for text in texts]
    return any((one.sessions or one.bare or 1) > 1 and one.amount_minutes is None for one in said)


def _which(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} both tell the amount; which of them counts?"
    return Question("column", heading, 0, text, ("amount_minutes", NOT_USED))


def _left_cycle(heading: str) -> Question:
    text = f"{heading!r} was left out, though it says how often something is; is it the cycle of the amount?"
    return Question("column", heading, 0, text, ("cycle", NOT_USED))


def _each(heading: str) -> Question:
    text = f"Are the minutes under {heading!r} those of each session, or of all sessions of the cycle together?"
    return Question("column", heading, 0, text, ("minutes_per_session", "amount_minutes"))


def _may_count(heading: str, texts: tuple[str, ...]) -> bool:
    numbers_said = [int(text) for text in texts if text.isdigit()]
    small = len(numbers_said) == len(texts) > 0 and max(numbers_said) in range(2, 11)
    return small and not is_forbidden(heading) and not _NO_COUNT.search(words_of(heading))


def _count(heading: str) -> Question:
    text = f"{heading!r} was left out; is it how many sessions there are, so that the minutes are those of one session?"
    return Question("column", heading, 0, text, ("sessions_per_cycle", NOT_USED))


def _may_say(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column of yes and no, or of a few words or codes, by its name says if the session was held."""
    named = _TELLS_OUTCOME.search(words_of(heading)) is not None and not is_forbidden(heading)
    ticks = bool(texts) and all(not flags.read(text).failed for text in texts)
    paper = all(statuses.read(text).document for text in texts)
    if _are_strange_ticks(heading, texts):
        return True
    if _names_by_whom(heading, texts):
        return False
    return named and (
        ticks or (evidence.are_few_codes(texts) and not paper and outcomes.OF_PAPER.search(words_of(heading)) is None)
    )


def _names_by_whom(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether names of people stand under a heading that asks by whom something was done, and nothing that was called off."""
    asks = whom.names_who_gave(heading) or words_of(heading).split()[-1:] == ["by"]
    return asks and not families.MISSED & said_by(heading) and persons.are_people(texts)


def _ticked_for_missed(headings: tuple[str, ...], samples: list[tuple[str, ...]], free: list[int]) -> list[int]:
    """The columns of ticks whose headings are known words for a session that was missed, where one says so in more than a
    word (Canceled by therapist): alone, Closed may be said of the record."""
    told = [
        number
        for number in free
        if "missed" in (statuses.read(headings[number]).status, statuses.read(words_of(headings[number])).status)
        and _are_ticks(samples[number])
    ]
    return told if any(" " in words_of(headings[number]) for number in told) else []


def _are_ticks(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(flags.read(text).value is not None for text in texts)


def _are_strange_ticks(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether some rows have a tick under a short heading of which nobody knows what it says (NS, Xd): it may be that
    nobody came."""
    told = said_by(heading)
    strange = len(told) <= _SHORT and not told & meaning.strangers() and not told & meaning.words("neutral")
    ticks = bool(texts) and all(flags.read(text).value is True or _SIGNS.fullmatch(text) for text in texts)
    return ticks and strange and not looks.known(heading) and outcomes.OF_PAPER.search(words_of(heading)) is None


_SHORT = 2
_SIGNS = re.compile(r"[*#!†‡^~@]{1,3}")
"""Signs that a footnote would explain."""


def _outcome(heading: str) -> Question:
    text = f"{heading!r} was left out; does yes mean that the session was given, or that it was missed?"
    return Question("column", heading, 0, text, ("delivered_flag", "missed_flag", NOT_USED))


_SIGNED = re.compile(r"[A-Z]\.?[A-Z]?\.?[A-Z]?\.?")


def _is_signature(text: str) -> bool:
    """Whether initials are no mark that says in some files that nobody came: BF, but not SA."""
    return _SIGNED.fullmatch(text) is not None and not marks.is_mark(text)


def _is_missed(text: str) -> bool:
    return statuses.read(text).status == "missed" and len(text.strip()) > _LONGEST_MARK


def _tells_of_others(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column under any name holds a few words or codes, one of which says missed, make-up or attempt."""
    if not evidence.are_few_codes(texts) or outcomes.OF_PAPER.search(words_of(heading)):
        return False
    said = {statuses.read(text).status for text in texts}
    if outcomes.SIGNED & said_by(heading) and all(_is_signature(text) or _is_missed(text) for text in texts):
        return False
    if not is_forbidden(heading):
        return bool(said - {None, "delivered"}) or all(map(whom.is_whose, texts))
    known = [text for text in texts if done.is_session(text) or statuses.read(text).known or codes.find(text, "kind")]
    other = bool(said - {None, "delivered"}) or any(map(done.is_other_work, texts))
    return words_of(heading) in _ACTIVITIES and other and len(known) * 2 >= len(texts)


def _is_read(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column's words for missed and made-up sessions are read beside another one's, and all others are plain."""
    return exceptions.are_told(heading, texts) and exceptions.are_plain(texts, heading)


def _are_marks(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether marks that say in some files that nobody came (P, A, C) stand under a heading that tells nothing else of its
    letters (Key, Tx, Treatment Key): minutes beside them may have been planned."""
    strange = not said_by(heading) & (meaning.strangers() | _LETTERED) and not all(map(looks.is_weekday, texts))
    short = bool(texts) and all(text.isalnum() and len(text) <= _LONGEST_CODE for text in texts)
    told = [text for text in texts if text.isalpha() and len(text) <= _LONGEST_MARK and marks.is_mark(text)]
    among_codes = any(len(text) > 1 for text in told) and _CODED & said_by(heading)
    many = len(told) >= _MOST_MARKS * len(texts)
    return strange and short and bool(many or among_codes) and not all(map(marks.is_mark_of_given, texts))


_LONGEST_MARK, _LONGEST_CODE, _MOST_MARKS = 3, 6, 0.75
_CODED = frozenset(("code", "key", "type", "treatment", "procedure"))
_LETTERED = frozenset(
    ("day", "grade", "level", "prompt", "prompting", "cue", "cueing", "group", "ratio", "rating", "school", "building", "term",
     "period", "initial", "step", "response", "race", "ethnicity", "schedule", "state")
)  # fmt: skip
"""What letters are told of that says nothing of a session's outcome."""
_ACTIVITIES = ("activity", "activities")
"""What is done in a session, or instead of one: a note, or a word of a list."""


def _other_outcome(heading: str) -> Question:
    text = f"{heading!r} was left out, though it may tell of missed or made-up sessions; does it say what happened?"
    return Question("column", heading, 0, text, ("status", NOT_USED))


def _twins(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]], free: list[int]) -> list[Question]:
    """Columns of numbers whose headings differ from that of the minutes by a letter or a number only, or are told as
    minutes by no more than it is: both in words that nobody lists (Timed Min, Untimed Min)."""
    taken = next((number for number, (name, _) in enumerate(fit.taken) if name == "minutes"), None)
    if taken is None:
        return []
    slot = next(slot for slot in SLOTS["sessions"] if slot.name == "minutes")
    is_listed = likeness(headings[taken], slot) >= SURE
    return [
        _which_minutes(headings[number], headings[taken]) for number in free
        if (_stem(headings[number]) == _stem(headings[taken])
            or (not is_listed and not says.subject(headings[number])
                and _means_minutes(headings[number]) >= _means_minutes(headings[taken]) > 0))
        and samples[number] and all(numbers.to_float(text) is not None for text in samples[number])
    ]  # fmt: skip


def _of_all_together(fit: Fit, headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> list[Question]:
    """Minutes of a group in all, where no other column tells minutes and no row says that all groups are of one: they may
    be those of several students together (rules 4: each gets the session's own)."""
    taken = {name: number for number, (name, _) in enumerate(fit.taken) if name}
    said = said_by(headings[taken["minutes"]]) if "minutes" in taken else frozenset()
    sizes = samples[taken["group_size"]] if "group_size" in taken else ()
    alone = bool(sizes) and all(text in ("1", "1.0") for text in sizes)
    if not {"group", "total"} <= said or "student" in said or alone:
        return []
    heading = headings[taken["minutes"]]
    text = f"{heading!r} may be what all students of a group had together; is it how long each of them had?"
    return [Question("column", heading, 0, text, ("minutes", NOT_USED))]


def _means_minutes(heading: str) -> float:
    return meaning.worth(words_of(heading), "minutes", "sessions")


def _stem(heading: str) -> str:
    return re.sub(r"\s(?:[a-z]|\d{1,2})$", "", words_of(heading))


def _which_minutes(heading: str, taken: str) -> Question:
    text = f"{heading!r} and {taken!r} both tell minutes, and nothing tells them apart; which of them counts?"
    return Question("column", heading, 0, text, ("minutes", NOT_USED))


def _group(heading: str) -> Question:
    text = f"{heading!r} was left out; is it how many students were in the group, or which group it was?"
    return Question("column", heading, 0, text, ("group_size", "group_id", NOT_USED))


_OF_MAKE_UP = re.compile(r"\bma(?:k|d)es? up\b|\bmissed\b")


def _is_make_up(heading: str, texts: tuple[str, ...]) -> bool:
    named = _OF_MAKE_UP.search(words_of(heading)) or "makeup" in spelt_out(words_of(heading)).split()
    return bool(named) and bool(texts) and all(dates.looks_like(text) for text in texts)


def _make_up(heading: str) -> Question:
    text = (
        f"{heading!r} was left out: a session that was made up needs a row of its own, with its day and minutes. "
        "Or is it the day that the row makes up?"
    )
    return Question("column", heading, 0, text, ("makes_up_date", NOT_USED))


def _provider(heading: str) -> Question:
    text = f"{heading!r} was left out; is it the person who gives the service?"
    return Question("column", heading, 0, text, ("provider_name", NOT_USED))
