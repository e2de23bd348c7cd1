"""Progress with a column a grading period (Q1, Q2, ...), turned to one record for each filled period."""

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import melting, spread
from data.ingest.values import codes, terms, words

FEWEST = 2
_MOST = 0.8


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> melting.Long | None:
    """The long form of a table of goals with a column of progress codes a period, or None where it is none."""
    named = {place: told for place, heading in enumerate(headings) if (told := terms.period_in(heading))}
    places, rest_of = list(named), {terms.without_period(headings[place]) for place in named}
    if len(set(named.values())) < len(named) or (len(rest_of) > 1 and not all(map(terms.is_period, rest_of))):
        return None
    goals = {word for name in ("goal_id", "goal_text") for word in synonyms.headings("goals")[name]}
    if len(places) < FEWEST or not any(words.heading(heading) in goals for heading in headings):
        return None
    wide = {place: columns[place].to_pylist() for place in places}
    if not _are_codes([text for told in wide.values() for text in told if text]):
        return None
    filled = [(row, place) for row in range(len(columns[0])) for place in places if spread.is_filled(wide[place][row])]
    source = np.array([row for row, _ in filled], dtype=np.int64)
    rest = [(headings[at], column.take(pa.array(source))) for at, column in enumerate(columns) if at not in places]
    rest.append(("Grading Period", pa.array([named[place] for _, place in filled], pa.string())))
    rest.append(("Progress", pa.array([wide[place][row] for row, place in filled], pa.string())))
    return melting.Long(tuple(name for name, _ in rest), [column for _, column in rest], source, None)


def _are_codes(texts: list[str]) -> bool:
    return bool(texts) and sum(codes.find(text, "progress_code") is not None for text in texts) >= _MOST * len(texts)
