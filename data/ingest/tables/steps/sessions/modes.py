"""Sessions given from afar, as a column of its own says (Telehealth: Y; Delivery mode: remote), beside one of places."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, flags, words

_MODE = frozenset(("mode", "modality", "delivery", "deliver", "format", "method", "medium", "type"))
_MOST, _LOOKED_AT, _TELE = 8, 100, "Teletherapy"


def told(table: Table) -> Table:
    """The table with teletherapy as the place of such sessions, where the column of places is blank."""
    for place, heading in enumerate(table.headings):
        if _is_named(heading) and _are_modes(heading, table.texts(place)):
            places = [at for at in looks.written_for(table.headings, "sessions", "setting") if at != place]
            places = [at for at in places if any(codes.find(text, "setting") for text in table.texts(at)[:_LOOKED_AT])]
            return _filled(table, places[0], place) if len(places) == 1 else table
    return table


def _filled(table: Table, setting: int, mode: int) -> Table:
    heading, (own, how) = table.headings[mode], (table.body.column(at) for at in (setting, mode))
    afar = [text for text in table.texts(mode) if _is_tele(heading, text)]
    is_blank = pc.equal(pc.utf8_trim_whitespace(pc.fill_null(own, "")), "")
    where = pc.if_else(pc.and_(is_blank, pc.is_in(how, pa.array(afar, pa.string()))), _TELE, own)
    note = f"{table.headings[setting]}: teletherapy where {heading} says so and no place is told."
    return table.filled(setting, where).without(mode).noted(note)


def _is_named(heading: str) -> bool:
    return bool(_MODE & words.said_by(heading)) or _names_tele(heading)


def _names_tele(heading: str) -> bool:
    return codes.find(words.heading(heading), "setting") == "tele"


def _are_modes(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether a column says nothing but who was seen in person and who from afar, the latter of somebody."""
    few = 0 < len(texts) <= _MOST and any(_is_tele(heading, text) for text in texts)
    return few and all(_is_tele(heading, text) or codes.is_in_person(text) or _is_no(heading, text) for text in texts)


def _is_tele(heading: str, text: str) -> bool:
    return codes.find(text, "setting") == "tele" or (_names_tele(heading) and flags.read(text).value is True)


def _is_no(heading: str, text: str) -> bool:
    return _names_tele(heading) and flags.read(text).value is False


_BESIDE = re.compile(
    r"^(?:(?P<first>\d{1,3})(?:\s*min\w*\.?)?[\s(/,-]+(?P<behind>[A-Za-z][A-Za-z -]{3,})|"
    r"(?P<before>[A-Za-z][A-Za-z -]{3,}?)[\s(/,:-]+(?P<last>\d{1,3})(?:\s*min\w*\.?)?)\)?$"
)


def beside_lengths(table: Table) -> Table:
    """The log with the places that stand beside some lengths (20 tele; push-in 30) in a column of their own, where none
    tells places: the number is how long it was there."""
    if any(looks.written_for(table.headings, "sessions", "setting")):
        return table
    for place in _of_lengths(table):
        told = {text: both for text in table.texts(place) if (both := _placed(text))}
        if told:
            column = table.body.column(place).to_pylist()
            lengths = [told[text][0] if text in told else text for text in column]
            where = [told[text][1] if text in told else None for text in column]
            return table.filled(place, lengths).also("Setting", where)
    return table


def _of_lengths(table: Table) -> list[int]:
    """The columns of lengths of a log: its minutes, or what stood in the cells of its grid."""
    if table.melted:
        return [place for place, heading in enumerate(table.headings) if heading == table.melted[1]]
    days = looks.written_for(table.headings, "sessions", "session_date")
    return looks.written_for(table.headings, "sessions", "minutes") if days else []


def _placed(text: str) -> tuple[str, str] | None:
    """The minutes of a cell and the place beside them; None where it isn't written so."""
    match = _BESIDE.match(text.strip())
    if match is None:
        return None
    where = str(match["behind"] or match["before"]).strip(" -")
    return (match["first"] or match["last"], where) if codes.find(where, "setting") else None
