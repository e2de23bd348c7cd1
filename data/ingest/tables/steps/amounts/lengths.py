"""Logs with minutes of several settings or groupings side by side (Individual, Group, Consult): a record for each."""

import re

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, spread
from data.ingest.tables.layouts import melting
from data.ingest.values import codes, dates, durations, families, numbers, statuses, words
from data.ingest.values.nothing import is_nothing

_TOPICS = ("grouping", "kind", "setting")
_QUANTITY = re.compile(
    r"\b(?:minutes?|mins?|time|hours?|hrs?|in|of|the|total|length|duration)\b|[()\[\]:#.,]", re.IGNORECASE
)
_CYCLE = re.compile(r"\b(?:week\w*|wk|month\w*|mo|year\w*|yr|day|daily|quarter\w*|per)\b", re.IGNORECASE)
_LONGEST = 400
_PROMISED = ("frequency", "cycle", "sessions_per_cycle")

Told = tuple[str, str]


def apart(table: Table) -> Table:
    """The table with a record for each of a row's lengths, and what its heading says of it; 0 and blank make none. A row
    without any stays one record, of which no heading says anything.

    Only in logs, that is with a day of each row, and where a heading names a setting or a grouping: kinds and services
    alone are told apart by what they are mapped to.
    """
    if table.melted or not is_log(table):
        return table
    found = {place: told for place in range(len(table.headings)) if (told := _told(table, place))}
    if len(set(found.values())) < 2 or len(set(found.values())) < len(found) or not _tells(found):
        return table
    return _each(table, found)


def _of_groups(table: Table, said: list[str | None]) -> Table:
    """The table with the size of a row's group beside its group's minutes only: nobody else is in an individual session."""
    for place in looks.written_for(table.headings, "sessions", "group_size") if "individual" in said else ():
        sizes = table.body.column(place).to_pylist()
        table = table.filled(
            place, [None if one == "individual" else size for one, size in zip(said, sizes, strict=True)]
        )
    return table


def is_log(table: Table) -> bool:
    """Whether a table has a day of each row, and nothing that is promised."""
    listed, lines = synonyms.headings("sessions")["session_date"], synonyms.headings("service_lines")
    promised = {word for name in _PROMISED for word in lines[name]}
    bare = [words.heading(heading) for heading in table.headings]
    if any(one in promised and not _are_months(table, place) for place, one in enumerate(bare)):
        return False
    return any(one in listed and _are_days(table, place) for place, one in enumerate(bare))


def _are_days(table: Table, place: int) -> bool:
    """Whether a column that is headed as days holds such, also as bare numbers: 100625, or a workbook's 45931."""
    texts = table.opening(place)
    numbered = bool(texts) and all(dates.read(text).value or dates.is_serial(text) for text in texts)
    return numbered or spread.are_dates(table, place)


def _are_months(table: Table, place: int) -> bool:
    """Whether a column that may say how often (Period) says only of which month the log is, as a line above it does."""
    texts = set(table.texts(place))
    return bool(texts) and all(melting.month_of((text,)) for text in texts)


def _told(table: Table, place: int) -> Told | None:
    """What the heading of a column of lengths says of them."""
    heading = table.headings[place]
    bare = without_quantity(heading)
    if not bare or _CYCLE.search(heading) or families.REMARKS & words.said_by(heading):
        return None
    found = [(topic, code) for topic in _TOPICS if (code := _code(heading, bare, topic))]
    return found[0] if found and _are_lengths(table, place, heading) else None


def without_quantity(heading: str) -> str:
    """A heading without its words for a length of time."""
    return " ".join(_QUANTITY.sub(" ", heading).split())


def _code(heading: str, bare: str, topic: str) -> str | None:
    whole = " ".join(
        re.sub(r"\b(?:minutes?|mins?|time|hours?|hrs?)\b|[()\[\]]", " ", heading, flags=re.IGNORECASE).split()
    )
    return codes.find(whole, topic) or codes.find(bare, topic)


_NAMED = re.compile(r"\b(?:min\w*|hours?|hrs?)\b", re.IGNORECASE)
_NAMED_OR_WHEN = re.compile(r"\b(?:min\w*|time|hours?|hrs?)\b", re.IGNORECASE)


def _are_lengths(table: Table, place: int, heading: str) -> bool:
    """Whether a column holds lengths, beside cells that say nothing; under a heading that names them also words in their
    place, as many as there are of what became of a session (absent, snow day)."""
    texts = [text.strip() for text in table.texts(place) if not is_nothing(text)]
    read = {text: durations.read(text).value for text in texts}
    lengths = [one for one in read.values() if one is not None]
    named = _NAMED_OR_WHEN.search(heading) is not None
    others = [text for text, one in read.items() if one is None and not (named and statuses.read(text).known)]
    if any(one > _LONGEST for one in lengths) or not _may_stand(others, lengths, heading):
        return False
    return named or (bool(texts) and sum(one >= 10 for one in lengths) * 2 >= len(texts))


def _may_stand(others: list[str], lengths: list[float], heading: str) -> bool:
    """Whether words that say nothing of a session may stand among lengths: under *minutes*, where there are any at all;
    under *time*, which may be when, where they are no more than the lengths."""
    if _NAMED.search(heading):
        return bool(lengths) or not others
    return len(others) <= (len(lengths) if _NAMED_OR_WHEN.search(heading) else 0)


def _tells(found: dict[int, Told]) -> bool:
    return any(topic in ("setting", "grouping") for topic, _ in found.values())


def _each(table: Table, found: dict[int, Told]) -> Table:
    cells = {place: table.body.column(place).to_pylist() for place in found}
    rows = [
        (row, place, text)
        for row in range(table.body.num_rows)
        for place, text in _records({place: cells[place][row] for place in found})
    ]
    sums = [place for place, heading in enumerate(table.headings) if melting.is_sum(heading)]
    listed = ", ".join(table.headings[place] for place in found)
    each = table.without(*found, *sums).rows([row for row, _, _ in rows])
    each = each.also("Minutes", [text for _, _, text in rows])
    for topic in dict.fromkeys(topic for topic, _ in found.values()):
        said = [found[place][1] if place is not None and found[place][0] == topic else None for _, place, _ in rows]
        each = _of_groups(each, said).also(topic.title(), said)
    return each.noted(f"The minutes under {listed} are a record each.")


def _records(cells: dict[int, str | None]) -> list[tuple[int | None, str | None]]:
    """(place, text) of each of a row's cells that says something; of a row without any, and of one that says the same word
    wherever it says anything (absent), one record of no place."""
    told: list[tuple[int | None, str | None]] = [
        (place, text) for place, text in cells.items() if not is_nothing(text) and numbers.to_float(text or "") != 0
    ]
    alike = {(text or "").strip().casefold() for _, text in told}
    if len(alike) == 1 and durations.read(word := told[0][1]).value is None:
        return [(None, word)]
    return told or [(None, None)]
