"""Columns of students by where they are seen (Students Push In beside Students Pull Out), as one of students and one of where."""

from data.ingest.model import Table
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import codes


def apart(table: Table) -> Table:
    """The table with a record for each cell of such columns that names somebody; as it is where fewer than two of different
    settings stand side by side, or something else than whole names stands in them."""
    settings = {place: codes.find(table.headings[place], "setting") for place in _of_students(table)}
    if len(settings) < _FEWEST or None in settings.values() or len(set(settings.values())) < len(settings):
        return table
    if not all(table.all_are(place, names_in_cell.are_names) for place in settings):
        return table
    first, *others = settings
    named = list(zip(*(table.body.column(place).to_pylist() for place in settings), strict=True))
    filled = [[at for at, text in enumerate(cells) if text and text.strip()] for cells in named]
    told = [[cells[at] for at in at_of] for cells, at_of in zip(named, filled, strict=True)]
    where = [[str(list(settings.values())[at]) for at in at_of] for at_of in filled]
    long = table.also("Setting", [""] * len(named)).in_parts({first: told, len(table.headings): where})
    said = " and ".join(table.headings[place] for place in settings)
    return long.called(first, "Students").without(*others).noted(f"{said} are students, and where they were seen.")


_FEWEST = 2


def _of_students(table: Table) -> list[int]:
    return [place for place, heading in enumerate(table.headings) if names_in_cell.is_of_students(heading)]
