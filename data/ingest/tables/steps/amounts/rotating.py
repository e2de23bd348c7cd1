"""Amounts per cycle, where only a remark around the table says how many days the cycle has: "cycle" = our 6-day rotation."""

import re
from collections.abc import Sequence

from data.ingest.model import Table
from data.ingest.values import families, frequencies, spelt, words

_CYCLE = r"(?:cycles?|rotations?)"
_OF_DAYS = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}}) ?-?(?:school )?days? (?:\w+ )?(?:{_CYCLE}|rotating|rotates?)\b|"
    rf"\b{_CYCLE}\b(?: \w+){{0,4}}?(?: of| has| have| is| are) (\d{{1,2}}) (?:school )?days?\b|"
    rf"\b{_CYCLE} (\d{{1,2}}) (?:school )?days\b"
)
_BARE = re.compile(rf"(?<!day )(?<!day-)\b{_CYCLE}\b(?! of\b)", re.IGNORECASE)
_COUNTED = families.TIMES - {"time"} | {"times", "session", "x", "visit", "count"}
_FEWEST, _MOST = 2, 15
HEADING = "Cycle"


def said(table: Table, remarks: Sequence[str]) -> Table:
    """The table with the days of the cycle in each amount, or period, that is told per cycle, and in a column where only a
    heading tells it so; as it is where remarks name no length of the cycle, or two."""
    found = {days for remark in remarks for days in in_remark(remark)} if not table.melted else set()
    if len(found) != 1:
        return table
    days = found.pop()
    for place in range(len(table.headings)):
        if table.has_any(place, ("ycle", "otation", "CYCLE", "ROTATION")):
            table = _in_cells(table, place, days)
    headed = [at for at, heading in enumerate(table.headings) if _is_per_cycle(heading)]
    is_of_all = not headed and _lacks_period(table) and any(map(_says_per, remarks))
    if (headed or is_of_all) and not any(
        words.heading(one) in ("cycle", "rotation", "frequency") for one in table.headings
    ):
        return table.also(HEADING, [f"per {days} day cycle"] * len(table.body)).noted(_note(days))
    return table


def in_remark(remark: str) -> set[int]:
    """How many days a remark says that a cycle of the school's days has."""
    told = (
        next(filter(None, match.groups())) for match in _OF_DAYS.finditer(words.plain(spelt.in_figures(remark.lower())))
    )
    return {int(one) for one in told if _FEWEST <= int(one) <= _MOST}


def _in_cells(table: Table, place: int, days: int) -> Table:
    """The table with the days in a column's amounts, where each then has that cycle."""
    told = {text: _BARE.sub(f"{days} day cycle", text) for text in table.texts(place)}
    changed = {text: new for text, new in told.items() if new != text}
    if not changed or any(frequencies.read(_per(new)).cycle != f"rotation:{days}" for new in changed.values()):
        return table
    return table.filled(place, [changed.get(text or "", text) for text in table.body.column(place).to_pylist()]).noted(
        _note(days)
    )


def _per(text: str) -> str:
    return text if text[:1].isdigit() else f"per {text}"


def _is_per_cycle(heading: str) -> bool:
    said = words.said_by(heading)
    return bool(_BARE.search(heading)) and bool(said & _COUNTED)


_PER = re.compile(r"\b(?:per|each|every|in (?:a|each)) (?:our )?\d{1,2} day (?:cycle|rotation)\b")
_PERIODS = families.PERIODS | {"cycle", "rotation", "frequency", "per", "date"}


def _says_per(remark: str) -> bool:
    """Whether a remark says that something is by the cycle: times are per 6-day cycle."""
    return _PER.search(words.plain(spelt.in_figures(remark.lower()))) is not None


def _lacks_period(table: Table) -> bool:
    """Whether columns count sessions beside minutes, and none tells by what time or a day."""
    said = [words.said_by(heading) for heading in table.headings]
    counts = any(one & {"times", "session", "x"} for one in said) and any(one & families.CLOCK for one in said)
    return counts and not any(one & _PERIODS for one in said)


def _note(days: int) -> str:
    return f"A cycle has {days} days, as a remark says."
