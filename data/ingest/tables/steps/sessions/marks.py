"""What became of each student of a group, said behind the name: Ada Lin (absent); Lin, Ada - no show; Ada Lin ✓."""

import re
from collections.abc import Collection, Iterable, Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, durations, names, statuses, words
from data.ingest.values.vocabulary import CHECKS, CROSSES

_MARKED = (
    re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[]\s*(?P<mark>[^()\[\]]+?)\s*[)\]]$"),
    re.compile(r"^(?P<name>.+?)(?:\s+[-–—]+|\s*[:=])\s*(?P<mark>[^\s].*)$", re.DOTALL),
    re.compile(rf"^(?P<name>.+?)\s*(?P<mark>[{CHECKS}{CROSSES}])$"),
    re.compile(rf"^(?P<mark>[{CHECKS}{CROSSES}])\s*(?P<name>.+)$"),
    re.compile(r"^(?P<name>.+?)\s+(?P<mark>(?:absent|abs\.?|no[- ]show)(?: today)?)$", re.IGNORECASE),
    re.compile(r"^(?P<name>.+?),?\s+(?P<mark>\d{1,3} ?(?:min\w*\.?|m))$", re.IGNORECASE),
)
HERE, UNSAID = "Present, unmarked", "(no mark)"
"""What is written for a name without a mark: where the others' marks only tell who was away, and where they don't."""


def split(text: str) -> tuple[str, str | None]:
    """A name, and what stands behind it; None where nothing does."""
    bare = text.strip()
    for pattern in _MARKED:
        if (match := pattern.match(bare)) and names.looks_whole(match["name"]):
            return match["name"].strip(" ,;"), match["mark"].strip()
    return bare, None


def status(mark: str) -> str | None:
    """What a mark says became of a session; None where nobody knows it."""
    if mark in CHECKS:
        return "delivered"
    said = statuses.read(mark)
    return said.status if said.known and said.minutes is None and len(mark) > 1 else None


def length(text: str) -> float | None:
    """How long the session of a name was, where that stands behind it with its unit: Ada Lin - 30 min."""
    mark = split(text)[1]
    return durations.in_words(mark) if mark else None


def is_name(text: str) -> bool:
    """Whether a text is a whole name, with a mark or without."""
    return names.looks_whole(split(text)[0])


_CODE = re.compile(
    r"(?P<name>[^()\[\]\n;|&]*[\w.])(?:\s*[(\[]\s*(?P<code>[A-Za-z]{1,4})\s*[)\]]|\s+[-–—]\s*(?P<behind>[A-Za-z]{1,4})(?=\s*(?:[\n;|&]|$)))"
)


def by_key(table: Table) -> Table:
    """The table with what its key says of the codes behind names (Lin, Ada (A); Ada L. - A) in their place, where that is
    what became of a session."""
    key = {code: meaning for code, meaning in table.legend.items() if statuses.read(meaning).status}

    def meant(match: re.Match[str]) -> str:
        meaning = key.get((match["code"] or match["behind"]).casefold())
        return f"{match['name']} ({meaning})" if meaning and names.looks_whole(match["name"]) else match[0]

    for place in range(len(table.headings)) if key else ():
        if table.has_any(place, ("(", "[", "-", "–", "—")):
            told = {text: _CODE.sub(meant, text) for text in table.texts(place)}
            if any(text != said for text, said in told.items()):
                table = table.filled(
                    place, [told.get(text or "", text) for text in table.body.column(place).to_pylist()]
                )
    return table


def told(table: Table) -> Table:
    """The table with the marks behind its students' names in a column of their own, where some of them are known as
    what became of a session; what stands behind the other names is then asked about.

    Names without a mark were there where the marks only tell who was away. A column of outcomes keeps what it says.
    """
    for place, heading in enumerate(table.headings):
        if words.spelt_out(words.heading(heading)) in _of_students():
            texts = table.texts(place)
            found = {text: split(text) for text in texts}
            marked = [mark for _, mark in found.values() if mark]
            timed = {text: own for text, (_, mark) in found.items() if mark and (own := durations.in_words(mark))}
            if timed or any(map(status, marked)):
                return _apart(table, place, found, timed, UNSAID if timed else unmarked(marked))
    return table


def _of_students() -> frozenset[str]:
    listed = synonyms.headings("student")["student_name"]
    return frozenset(words.spelt_out(word) for word in (*listed, "student"))


def _apart(
    table: Table, place: int, found: dict[str, tuple[str, str | None]], timed: dict[str, float], unmarked: str
) -> Table:
    """The table with the marks apart, and the minutes of those that are lengths."""
    column = table.body.column(place).to_pylist()
    pairs = [found.get(text or "", (text, None)) for text in column]
    marked = [HERE if text in timed else mark or unmarked for text, (_, mark) in zip(column, pairs, strict=True)]
    told = [mark if name and name.strip() else None for mark, (name, _) in zip(marked, pairs, strict=True)]
    note = f"What stands behind the names under {table.headings[place]} tells what became of each session."
    named = table.filled(place, [name for name, _ in pairs]).noted(note)
    if timed:
        named = _timed(named, [timed.get(text or "") for text in column])
    return also_said(named, told, {row for row, text in enumerate(column) if text in timed or not pairs[row][1]})


def _timed(table: Table, lengths: list[float | None]) -> Table:
    """The table with each student's own minutes. From when to when is not theirs, where it is another length than that."""
    times = [at for name in ("start_time", "end_time") for at in looks.written_for(table.headings, "sessions", name)]
    spans = _spans(table, times) if len(times) == len(_ENDS) else []
    if any(span and own and span != own for span, own in zip(spans, lengths, strict=False)):
        told = " and ".join(table.headings[at] for at in times)
        table = table.without(*times).noted(f"{told} are those of all students of a row.")
    minutes = [f"{one:g}" if one else None for one in lengths]
    place = looks.only_one_for(table.headings, "sessions", "minutes")
    if place is None:
        return table.also("Minutes", minutes)
    own_minutes = table.body.column(place).to_pylist()
    return table.filled(place, [new or old for new, old in zip(minutes, own_minutes, strict=True)])


_ENDS = ("start", "end")


def _spans(table: Table, times: list[int]) -> list[float | None]:
    """How long it is from the first to the second time of each row."""
    pairs = zip(*(table.body.column(at).to_pylist() for at in times), strict=True)
    return [durations.between(*(dates.read_time(text).value for text in pair)).value for pair in pairs]


def unmarked(found: Iterable[str]) -> str:
    """What is written where nothing stands, by the marks that are found elsewhere."""
    return HERE if {status(mark) for mark in found} - {None} <= {"missed"} else UNSAID


def also_said(table: Table, told: Sequence[str | None], silent: Collection[int] = ()) -> Table:
    """The table with what became of each session beside what its own column of outcomes says, or in a column of its own.
    In the rows that are ``silent`` nothing stands, and a column of outcomes says it alone."""
    listed = synonyms.headings("sessions")["status"]
    own = next((at for at, one in enumerate(table.headings) if words.heading(one) in listed), None)
    if own is None:
        return table.also("Session Status", told)
    pairs = zip(table.body.column(own).to_pylist(), told, strict=True)
    return table.filled(own, [_both(said, None if row in silent else mark) for row, (said, mark) in enumerate(pairs)])


def _both(said: str | None, mark: str | None) -> str | None:
    """A row's outcome and the mark behind its student's name: two that say another thing are asked about."""
    return " - ".join(part.strip() for part in (said, mark) if part and part.strip()) or None
