"""Numbers in a grid of days of which a remark says that they are the minutes of a part of a session: a number = left early."""

import re
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.values import numbers, statuses

_SAYS = re.compile(
    r"^(?:an? |any |the )?(?:numbers?|numerals?|#{1,2})(?: \(?(?:of )?min(?:ute)?s?\)?)?\s*(?:=|:|means?|is|[-–]\s)\s*"
    r"(?P<what>.{4,60})$",
    re.IGNORECASE,
)


def told(table: Table, remarks: Iterable[str]) -> Table:
    """The grid with the sessions of such numbers as partial ones; marks beside them stay what they are."""
    said = {statuses.read(match["what"]).status for remark in remarks if (match := _SAYS.match(remark.strip()))}
    if table.melted is None or said != {"partial"}:
        return table
    place = table.headings.index(table.melted[1])
    cells = table.body.column(place).to_pylist()
    parts = [f"partial ({text.strip()} min)" if text and numbers.to_float(text) else text for text in cells]
    note = "Numbers are the minutes of a part of a session, as a remark says."
    return table if parts == cells else table.filled(place, parts).noted(note)
