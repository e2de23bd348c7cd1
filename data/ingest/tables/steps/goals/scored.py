"""A code of progress and its score in one cell of a row a report: 2/5 - Progressing; 60% (P); Mastered: 5 min."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.layouts import periods

SCORE = "Score"


def apart(table: Table) -> Table:
    """The table with the scores in a column of their own, where no other has them and each cell is a code, a score or both."""
    if table.melted or looks.meant_for(table.headings, "measurements", "value"):
        return table
    for place in looks.meant_for(table.headings, "measurements", "progress_code"):
        if periods.are_both(table.texts(place), table.legend):
            column = table.body.column(place).to_pylist()
            scores = [periods.score_of(text) if text else None for text in column]
            alone = table.filled(place, [periods.mark_of(text) if text else None for text in column])
            return alone.also(SCORE, scores).noted(f"{table.headings[place]}: a code and a score in one.")
    return table
