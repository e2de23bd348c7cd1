"""Minutes by the week and the month beside a line's own sessions, minutes and period: sums that somebody worked out of them."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import families, frequencies, numbers, words

_WEEKS = {"week": 1.0, "month": 4.2, "quarter": 9.5, "semester": 18.0, "year": 36.0}
"""About how many weeks of school a period has."""
_NEAR = 0.25
_VISITS = frozenset({"session", "visit", "times", "contact"})
_PLAIN = frozenset({"service", "total", "minute", "number", "amount", "time", "equivalent", "average"})


def told(table: Table) -> Table:
    """The list of lines without such columns where each line tells its minutes, sessions and period, and all sums agree with
    them: those of the line's own period to the minute, others by about as many weeks as a period has."""
    said = [words.said_by(heading) for heading in table.headings]
    own = [[at for at, one in enumerate(said) if is_one(one)] for is_one in (_is_length, _is_count)]
    cycles = [at for at in looks.written_for(table.headings, "service_lines", "cycle") if at not in own[1]]
    sums = {at: period for at, one in enumerate(said) if (period := _period(one))}
    if not sums or any(len(places) != 1 for places in (*own, cycles)):
        return table
    columns = [table.body.column(places[0]).to_pylist() for places in (*own, cycles)]
    lines = [_line(*row) for row in zip(*columns, strict=True)]
    if not any(lines) or not all(_agree(table, place, period, lines) for place, period in sums.items()):
        return table
    named = ", ".join(table.headings[place] for place in sums)
    return table.without(*sums).noted(f"{named}: worked out of each line's own sessions, minutes and period.")


def _is_length(said: frozenset[str]) -> bool:
    """Whether a heading is that of the minutes of one session: Min per Session, Session Length (min)."""
    return bool(said & families.LENGTHS) and bool(said & _VISITS) and said <= families.LENGTHS | _VISITS | _PLAIN


def _is_count(said: frozenset[str]) -> bool:
    """Whether a heading is that of how many sessions there are: # Sessions, Visits, Times."""
    return bool(said & _VISITS) and said <= _VISITS | {"count", "number", "#", "service"}


def _period(said: frozenset[str]) -> str | None:
    """The period of a heading of minutes by the week or month, and nothing else; a year's total is compared with."""
    periods = said & (families.CYCLES - {"year"})
    return next(iter(periods)) if len(periods) == 1 and "minute" in said and said - periods <= _PLAIN else None


def _line(minutes: str | None, sessions: str | None, cycle: str | None) -> tuple[float, str] | None:
    """(minutes a period, the period) of a line; None where it doesn't tell all three, each alone."""
    length, count = (numbers.to_float(text or "") for text in (minutes, sessions))
    said = frequencies.read(cycle or "")
    period = said.cycle if said.amount_minutes is None and said.sessions is None else None
    return (length * count, period) if length and count and period in _WEEKS else None


def _agree(table: Table, place: int, period: str, lines: list[tuple[float, str] | None]) -> bool:
    """Whether each number of a column is that of its line, of which all are told."""
    for text, line in zip(table.body.column(place).to_pylist(), lines, strict=True):
        if text is None or not text.strip():
            continue
        number = numbers.to_float(text)
        if number is None or line is None:
            return False
        due = line[0] * _WEEKS[period] / _WEEKS[line[1]]
        if abs(number - due) > (0.5 if line[1] == period else _NEAR * due):
            return False
    return True
