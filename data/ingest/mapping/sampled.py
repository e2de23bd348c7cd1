"""The texts of each column by which it is judged: its first ones, codes by their meanings in the file's key."""

from itertools import islice

import pyarrow as pa

from data.ingest.model import Table
from data.ingest.tables import legend
from data.ingest.values import (
    codes,
    families,
    nothing,
    numbers,
    scores,
    statuses,
)
from data.ingest.values.words import said_by

SAMPLE = 60
LOOKED_AT = 3000
"""The first rows of a table, by which its columns are judged."""
TOPICS = (*codes.TOPICS, "role")
CODED = (*TOPICS, "progress_code", "area")

Samples = list[tuple[str, ...]]
"""The texts of each column by which it is judged, in the order of the columns."""


def samples(table: Table) -> Samples:
    """For each column, up to ``SAMPLE`` distinct texts that say something, from the first rows; a code of which the
    file gives the key by its meaning."""
    found = []
    key = {code: meaning for code, meaning in table.legend.items() if not _is_step(code, meaning)}
    for heading, column in zip(table.headings, table.body.slice(0, LOOKED_AT).columns, strict=True):
        texts = [text for text in pa.chunked_array([column.combine_chunks()]).unique().to_pylist() if text]
        bare = islice((text.strip() for text in texts if not nothing.is_nothing(text)), SAMPLE)
        counts = bool(_COUNTED & said_by(heading)) and not legend.is_of_codes(heading)
        found.append(tuple(text if counts and _is_count(text) else key.get(text.casefold(), text) for text in bare))
    return found


def _is_count(text: str) -> bool:
    return text.isdigit() and not text.startswith("0")


_COUNTED = families.AMOUNTS | {"count", "number", "size", "times", "grade"}
"""What numbers under a heading are of that are no codes, whatever the file's key says of them."""
_HIGHEST_STEP = 10


def _is_step(code: str, meaning: str) -> bool:
    """Whether a key describes a step of a scale (2 = with a model) rather than what a number stands for (2 = Pull-out,
    2 = Elm Street School): the number itself is then the score."""
    step = numbers.to_float(code)
    told = codes.tells(meaning, CODED) or statuses.read(meaning).known
    said = meaning.split()
    in_words = scores.is_level(meaning) or (len(said) > 1 and not any(word[:1].isupper() for word in said[1:]))
    return step is not None and 0 <= step <= _HIGHEST_STEP and not told and in_words
