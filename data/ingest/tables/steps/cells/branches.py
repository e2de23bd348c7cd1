"""Questions that a form asks on several of its branches (Student [Elm], Student [Oak]), of which each answer fills one."""

import re
from collections import defaultdict

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import names, words

_BRANCH = re.compile(
    r"^(?P<about>[^\[\]()]*?)\s*(?:[(\[]\s*(?P<of>[^\[\]()]+?)\s*[)\]]|\s[-–—:]\s*(?P<behind>[^-–—:]+))$"
)


def joined(table: Table) -> Table:
    """The table with the student whom each branch asks for in one column, and what else the same branches ask.

    Only where no row answers two of them, and all of them are filled with names.
    """
    branches = _branches(table)
    students = next((told for about, told in branches.items() if _asks_whom(table, about, told)), None)
    if students is None:
        return table
    gone: list[int] = []
    for about, told in branches.items():
        if told.keys() <= students.keys() and len(told) > 1 and _is_one_a_row(table, list(told.values())):
            first, *others = told.values()
            for place in others:
                table = table.filled(first, texts.filled(table.body.column(first), table.body.column(place)))
            table = table.called(first, about).noted(f"{about}: asked on {len(told)} branches of the form.")
            gone += others
    return table.without(*gone)


def _branches(table: Table) -> dict[str, dict[str, int]]:
    """What is asked -> branch -> column; a question that is asked in the very same words has numbers for branches."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for place, heading in enumerate(table.headings):
        told = " ".join(heading.split())
        if (match := _BRANCH.match(told)) and match["about"]:
            found[match["about"].strip()].setdefault(words.plain(match["of"] or match["behind"]), place)
        else:
            found[told].setdefault(str(len(found[told])), place)
    return found


def _asks_whom(table: Table, about: str, told: dict[str, int]) -> bool:
    if len(told) < _FEWEST or not names_in_cell.is_of_students(about):
        return False
    places = list(told.values())
    whole = all(table.all_are(place, names.looks_whole) for place in places)
    return whole and _is_one_a_row(table, places)


_FEWEST = 2


def _is_one_a_row(table: Table, places: list[int]) -> bool:
    """Whether no row fills two of the columns."""
    rows = zip(*(table.body.column(place).to_pylist() for place in places), strict=True)
    return all(sum(bool(text and text.strip()) for text in row) <= 1 for row in rows)
