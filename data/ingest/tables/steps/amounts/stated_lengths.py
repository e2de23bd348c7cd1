"""The length of all sessions of a table, where only a remark around it says it: all sessions 30 min unless noted."""

import re
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.tables import labelled, looks
from data.ingest.values import codes, families, frequencies, nothing, words

_SESSIONS = r"(?:sessions?|visits?|appointments?|treatments?|lessons?|tx)"
_EACH = r"(?:(?:all|each|every|the|usual|standard|regular|typical) )*"
_MINUTES = r"(?P<minutes>\d{1,3}) ?(?:m|mins?|minutes?)"
_OTHERWISE = (
    r"(?:unless|except (?:as|where|when)|if not) (?:it is )?(?:otherwise )?"
    r"(?:noted|stated|indicated|specified|marked|written|shown)(?: otherwise)?(?: below| in (?:the )?notes)?"
)
_SAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_OTHERWISE} )?{_EACH}(?P<of>[a-z]+ )?{_SESSIONS}(?: (?:length|time))?(?: (?:are|is|was|were|lasts?|lasted|run))?"
        rf"(?: (?:all|each|for))? {_MINUTES}(?: (?:each|long))?(?: {_OTHERWISE})?",
        rf"(?:{_OTHERWISE} )?{_EACH}{_MINUTES} (?P<of>[a-z]+ )?{_SESSIONS}(?: {_OTHERWISE})?",
        rf"(?:all|each|everyone|everything)(?: (?:are|is|for))? {_MINUTES}(?: {_OTHERWISE})?",
        rf"{_MINUTES}(?: each)? {_OTHERWISE}",
        rf"(?:minutes?|mins?|length|duration)(?: (?:are|is))? (?P<minutes>\d{{1,3}})(?: (?:mins?|minutes?))? {_OTHERWISE}",
    )
)
_NUMBERS = re.compile(r"(?<!\d)\d{2,3}(?!\d)")
_DAYS = re.compile(
    r"\b20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?\b|\b\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?\b|\b(?:SY ?)?\d\d[-–/]\d\d\b|"
    r"(?<=[A-Za-z] )\d{1,2}, 20\d\d\b"
)
"""Days and years: another number beside the length makes it one of some sessions only."""
_PARTS = re.compile(r"[.;|()\n*:]|\s[-–—/]\s")
_SMALLER = re.compile(r"[.;|()\n*:,]|\s[-–—/]\s")
HEADING = "Minutes per Session"


def said(table: Table, remarks: Iterable[str]) -> Table:
    """The table with the length that remarks give to all of its sessions, where its rows, or their amounts, tell none
    themselves; as it is where remarks tell two, or one of some sessions only."""
    if not (is_log := _is_log(table)) and not any(map(looks.is_promised, table.headings)):
        return table
    found = {minutes for remark in remarks if (minutes := in_remark(remark, table.headings))}
    if len(found) != 1:
        return table
    length = found.pop()
    told = _in_log(table, length) if is_log else _in_lines(table, length)
    return told if told is table else told.noted(f"All sessions are of {length} minutes, as a remark says.")


_OF_EACH = re.compile(
    r"\b(?:min(?:ute)?s?|lengths?|amounts?)\b(?: (?:are|is|shown|listed|given|stated))* "
    rf"(?:(?:for )?(?:each|one)|per|by(?: the)?) {_SESSIONS}\b"
)


def of_each(table: Table, remarks: Iterable[str]) -> Table:
    """The list of lines whose bare minutes are those of each session, as a remark says (minutes are per visit)."""
    places = looks.written_for(table.headings, "service_lines", "line_minutes")
    if len(places) != 1 or _is_log(table) or looks.written_for(table.headings, "service_lines", "minutes_per_session"):
        return table
    told = next((one for one in remarks if _OF_EACH.search(words.plain(one))), None)
    return (
        table.called(places[0], HEADING).noted(f"Minutes are those of each session, as {told!r} says.")
        if told
        else table
    )


def in_remark(remark: str, headings: tuple[str, ...] = ()) -> str | None:
    """The minutes that a remark, or a sentence of one, gives to all sessions; None where it says them of a service beside
    others, of a grouping or the like."""
    if len(set(_NUMBERS.findall(_DAYS.sub(" ", remark)))) != 1:
        return None
    for part in (remark, *_PARTS.split(remark), *_SMALLER.split(remark)):
        bare = words.plain(part).replace("note ", "")
        match = next((match for pattern in _SAYS if (match := pattern.fullmatch(bare))), None)
        if match and _is_of_all(match.groupdict().get("of"), headings):
            return match["minutes"]
    return None


def _is_of_all(which: str | None, headings: tuple[str, ...]) -> bool:
    """Whether the word before sessions is that of the one service of the table, or there is none."""
    several = bool(looks.meant_for(headings, "service_lines", "service"))
    return which is None or (codes.find(which.strip(), "service") is not None and not several)


def _is_log(table: Table) -> bool:
    """Whether the rows of a table have days of their own, and nothing is promised by the week or aimed at in it."""
    aims = any(families.GOALS & words.said_by(heading) for heading in table.headings)
    promised = any(looks.written_for(table.headings, "service_lines", name) for name in _PROMISED)
    dated = table.melted is not None or labelled.has_date(map(words.heading, table.headings))
    return dated and not aims and not promised


_PROMISED = ("frequency", "cycle", "sessions_per_cycle", "amount_minutes")
_CLOCKS = families.TIMES | families.ENDS | {"unit", "in", "out"}


def _in_log(table: Table, length: str) -> Table:
    """The log with the length in each row that tells none; as it is where times or several lengths stand in it."""
    told = [at for at, heading in enumerate(table.headings) if _CLOCKS & words.said_by(heading)]
    own = looks.written_for(table.headings, "sessions", "minutes")
    if len(told) > 1 or not set(told) <= set(own):
        return table
    marks = {table.melted[1]} if table.melted else set()
    remarks = [at for at, one in enumerate(table.headings) if one in marks or _ABOUT & words.said_by(one)]
    noted = zip(*(_cells(table, at) for at in remarks), strict=True) if remarks else [()] * len(table.body)
    lengths = [_unless_noted(texts, length) for texts in noted]
    if not told:
        return table.also(HEADING, lengths)
    cells = zip(_cells(table, told[0]), lengths, strict=True)
    return table.filled(told[0], [one if nothing.is_nothing(text) else text for text, one in cells])


_ABOUT = families.REMARKS | families.STATES
_NOTED = re.compile(
    r"(?:only |just )?(?P<minutes>\d{1,3}) ?(?:mins?|minutes?)\b\.?(?: only)?(?: *[,;:(–-].*)?", re.IGNORECASE
)
_OF_A_PART = re.compile(r"\d ?min|\b(?:half|part|short(?:ened)?|early|late|extended|longer|double)\b", re.IGNORECASE)


def _unless_noted(remarks: tuple[str | None, ...], usual: str) -> str | None:
    """The length of a session by its row's remarks (20 min, stairs), else the usual one; None where they only tell that
    it was another one (left early)."""
    told = [text.strip() for text in remarks if text]
    noted = {match["minutes"] for text in told if (match := _NOTED.fullmatch(text))}
    if len(noted) == 1:
        return noted.pop()
    return None if any(map(_OF_A_PART.search, told)) else usual


def _in_lines(table: Table, length: str) -> Table:
    """The lines with the length beside each amount that only counts sessions: 2x/week."""
    if any(families.CLOCK & words.said_by(one) or "length" in words.said_by(one) for one in table.headings):
        return table
    for place in looks.meant_for(table.headings, "service_lines", "frequency"):
        counted = [_only_counts(text or "") for text in _cells(table, place)]
        if any(counted):
            return table.also(HEADING, [length if one else None for one in counted])
    return table


def _only_counts(text: str) -> bool:
    told = frequencies.read(text)
    return told.sessions is not None and told.minutes_per_session is None and told.amount_minutes is None


def _cells(table: Table, place: int) -> list[str | None]:
    return table.body.column(place).to_pylist()
