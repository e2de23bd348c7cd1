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
    column = [bool(numbers.to_float(text or "")) for text in table.body.column(place).to_pylist()]
    if not any(column):
        return table
    note = "Numbers are the minutes of a part of a session, as a remark says."
    cells = table.body.column(place).to_pylist()
    return table.filled(
        place,
        [f"partial ({text.strip()} min)" if one and text else text for one, text in zip(column, cells, strict=True)],
    ).noted(note)
