"""Progress, or scores, with a column a grading period (Q1, Q2, ...), turned to one record for each filled period."""

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import melting, spread
from data.ingest.values import codes, numbers, terms, words

FEWEST = 2
_MOST = 0.8
_LONGEST_MARK = 4


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> melting.Long | None:
    """The long form of a table of goals with a column of progress codes or scores a period, or None where it is none."""
    named = {place: told for place, heading in enumerate(headings) if (told := terms.period_in(heading))}
    places, rest_of = list(named), {terms.without_period(headings[place]) for place in named}
    if len(set(named.values())) < len(named) or (len(rest_of) > 1 and not all(map(terms.is_period, rest_of))):
        return None
    goals = {word for name in ("goal_id", "goal_text") for word in synonyms.headings("goals")[name]}
    if len(places) < FEWEST or not any(words.heading(heading) in goals for heading in headings):
        return None
    wide = {place: columns[place].to_pylist() for place in places}
    name = _name([text.strip() for told in wide.values() for text in told if text and text.strip()])
    if name is None:
        return None
    filled = [(row, place) for row in range(len(columns[0])) for place in places if spread.is_filled(wide[place][row])]
    source = np.array([row for row, _ in filled], dtype=np.int64)
    rest = [(headings[at], column.take(pa.array(source))) for at, column in enumerate(columns) if at not in places]
    rest.append(("Grading Period", pa.array([named[place] for _, place in filled], pa.string())))
    rest.append((name, pa.array([wide[place][row] for row, place in filled], pa.string())))
    return melting.Long(tuple(name for name, _ in rest), [column for _, column in rest], source, None)


def _name(texts: list[str]) -> str | None:
    """What stands under the periods: codes of progress, or a score; None where it is neither.

    Marks that the district made up are codes too where none of them is longer than a few letters: they are asked about,
    or the file's key tells them.
    """
    known = sum(codes.find(text, "progress_code") is not None for text in texts)
    if texts and (known >= _MOST * len(texts) or all(_is_mark(text) for text in texts)):
        return "Progress"
    return "Score" if texts and all(not numbers.read(text).failed for text in texts) else None


def _is_mark(text: str) -> bool:
    short = len(text) <= _LONGEST_MARK and all(letter.isalpha() or letter in "+-/*" for letter in text)
    return short or codes.find(text, "progress_code") is not None
