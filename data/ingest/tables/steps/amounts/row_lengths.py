"""A length of time that a row tells of several sessions together (Total Minutes beside Direct Start, Direct End, Indirect Start,
Indirect End): each has its part."""

from collections import defaultdict

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.texts import are_distinct
from data.ingest.values import dates, durations, families, words

_HOUR = 60


def apart(table: Table) -> Table:
    """The table with each session's own length by its times, where those of a row share one that is longer than each."""
    ends = [looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time")]
    lengths = [at for at, one in enumerate(table.headings) if words.said_by(one) & families.LENGTHS]
    if not lengths or any(len(one) != 1 for one in ends) or are_distinct(table.row_numbers):
        return table
    spans = _spans(table, ends[0][0], ends[1][0])
    for place in lengths:
        table = _parted(table, place, spans)
    return table


def _spans(table: Table, start: int, end: int) -> list[dict[int, float]]:
    """Of each row that has several records, how many minutes each of them is by its times."""
    told = [[_minute(text) for text in table.body.column(at).to_pylist()] for at in (start, end)]
    rows: dict[int, dict[int, float]] = defaultdict(dict)
    for at, (number, first, last) in enumerate(zip(table.row_numbers.to_pylist(), *told, strict=True)):
        if first is not None and last is not None:
            rows[number][at] = last - first
    return [spans for spans in rows.values() if len(spans) > 1]


def _minute(text: str | None) -> int | None:
    told = dates.read_time(text).value
    return None if told is None else told.hour * _HOUR + told.minute


def _parted(table: Table, place: int, spans: list[dict[int, float]]) -> Table:
    """The sum of a row in its parts; a length that is neither the sum nor one session's is nobody's."""
    column = table.body.column(place).to_pylist()
    unit: durations.Unit = "hours" if "hour" in words.said_by(table.headings[place]) else "minutes"
    made = list(column)
    for own in spans:
        shared = {column[at] for at in own}
        length = durations.read(next(iter(shared)), unit).value if len(shared) == 1 else None
        if length is not None and length > max(own.values()):
            is_sum = abs(length - sum(own.values())) < 1
            for at, span in own.items():
                made[at] = f"{span} min" if is_sum else None
    return table.filled(place, made) if made != column else table
