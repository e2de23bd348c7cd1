"""Cards: labels with their values beneath one another, the same ones again for each record (Goal, Baseline: 30%, Target: 85%),
with or without a row of days over rows of scores; a row for each record."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.contracts import synonyms
from data.ingest.tables import bands, labels, looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import periods, turned
from data.ingest.values import words

_HIGHEST, _LOOKED_AT = 3_000, 40
FEWEST, _FEWEST_LABELS = 2, 3
Record = dict[str, str | None]
"""Name of a label -> its value."""


@dataclass(frozen=True)
class _Line:
    """A row of a card: labels with their values, or (``across``) one label and the values of several columns."""

    at: int
    cells: Cells
    pairs: tuple[tuple[str, str | None], ...] = ()
    across: dict[int, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The first label, without its number; "" where there is none."""
        return words.unnumbered(self.pairs[0][0]) if self.pairs else ""

    @property
    def is_of_days(self) -> bool:
        return bool(self.across) and self.name in turned.DAYS and all(map(turned.is_day, self.across.values()))


def listed(grid: Grid) -> Grid:
    """The grid with a row a card, a row a score of those that have several, where it is made of cards; else as it is.

    What stands above the first card stays there; what rows between them tell of the next ones (Student: ...) is theirs.
    """
    if grid.height > _HIGHEST or not _may_be(grid):
        return grid
    lines = [_line(grid.row(at), at) for at in range(grid.height) if grid.counts[at]]
    opening = _opening(lines)
    first = next((place for place, line in enumerate(lines) if line.name == opening), None)
    if not opening or first is None:
        return grid
    last = max(place for place, line in enumerate(lines) if line.pairs)
    cards = _apart(lines[first : last + 1], opening)
    names = (
        {name for rows in cards for told, _ in _records(rows) for name in told} if all(map(_is_whole, cards)) else set()
    )
    if sum(map(looks.known, names)) < _FEWEST_LABELS:
        return grid
    return _redrawn(grid, lines[:first], cards, lines[last + 1 :])


def _may_be(grid: Grid) -> bool:
    """Whether some of the first rows are labels with values, one of them with its colon."""
    rows = [grid.row(at) for at in range(min(grid.height, _LOOKED_AT)) if grid.counts[at]]
    told = [line for at, cells in enumerate(rows) if (line := _line(cells, at)).pairs]
    return len(told) >= _FEWEST_LABELS and any(cell and ":" in cell for line in told for cell in line.cells)


def _line(cells: Cells, at: int) -> _Line:
    """What a row says; without pairs where it is no row of a card."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if (
        len(filled) > FEWEST
        and _may_head(filled[0][1])
        and not any(_opens(cell) or _inline(cell) for _, cell in filled[1:])
    ):
        return _Line(at, cells, ((_bare(filled[0][1]), None),), dict(filled[1:]))
    pairs: list[tuple[str, str | None]] = []
    rest = [cell for _, cell in filled]
    while rest:
        cell = rest.pop(0)
        if both := _inline(cell):
            pairs.append(both)
        elif _opens(cell) and (cell.endswith(":") or (rest and _may_follow(cell, rest[0]))):
            pairs.append((_bare(cell), rest.pop(0) if rest and _may_follow(cell, rest[0]) else None))
        else:
            return _Line(at, cells)
    return _Line(at, cells, tuple(pairs) if len(pairs) > 1 or pairs[0][1] or filled[0][1].endswith(":") else ())


def _may_follow(label: str, cell: str) -> bool:
    """Whether a cell behind a label is its value: no label itself, and no heading behind one without its colon."""
    is_label = cell.endswith(":") if label.endswith(":") else _opens(cell)
    return not is_label and _inline(cell) is None


def _opens(cell: str) -> bool:
    """Whether a cell is a label by its colon, or a heading that districts use."""
    bare = words.unnumbered(cell) if any(map(str.isdigit, cell)) else cell
    is_known = any(map(str.isalpha, bare)) and looks.known(bare)
    return is_known or (cell.endswith(":") and looks.like_heading(cell[:-1]))


_OF_SCORES = frozenset(
    ("prompt", "cue", "level", "score", "trial", "note", "comment", "opportunity", "data", "percent")
)


def _may_head(cell: str) -> bool:
    """Whether values of several columns may stand behind a cell: a label, or what is told of scores beside them."""
    return _opens(cell) or (looks.like_heading(cell) and bool(_OF_SCORES & words.said_by(cell)))


def _inline(cell: str) -> tuple[str, str] | None:
    match = labels.PAIR.match(cell)
    is_label = match and cell[match.end(1) :].lstrip().startswith(":") and looks.like_heading(match[1])
    return (_bare(match[1]), match[2].strip()) if match and is_label else None


def _bare(label: str) -> str:
    return label.rstrip(": ").strip()


def _opening(lines: Sequence[_Line]) -> str:
    """The label with which each card begins: the first of those that come oftest, or, where days stand over scores, the
    one goal's; "" where there are no cards."""
    counts = Counter(words.unnumbered(name) for line in lines if not line.across for name, _ in line.pairs)
    most = max(counts.values(), default=0)
    firsts = [line.name for line in lines if line.pairs and not line.across]
    if most >= FEWEST:
        return next((name for name in firsts if counts[name] == most), "")
    return (
        next((name for name in firsts if periods.names_goal(name)), "") if any(one.is_of_days for one in lines) else ""
    )


def _apart(lines: Sequence[_Line], opening: str) -> list[list[_Line]]:
    """The rows of each card."""
    starts = [place for place, line in enumerate(lines) if line.name == opening]
    return [list(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


def _named(rows: Sequence[_Line]) -> Iterator[tuple[str, str | None]]:
    """(heading, value) of a card's labels, those of the next cards and of several columns apart."""
    for line in rows[: len(rows) - len(_of_next(rows))]:
        if not line.across:
            for name, value in line.pairs:
                yield (words.unnumbered(name).capitalize() if any(map(str.isdigit, name)) else name), value


def _of_next(rows: Sequence[_Line]) -> list[_Line]:
    """The rows at the end of a card that tell of the student, or are titles: they are of the next cards."""
    found: list[_Line] = []
    for line in reversed(rows[1:]):
        if line.across or not (_is_title(line) or _tells_people(line)):
            break
        found.insert(0, line)
    return found


def _is_of_people(name: str) -> bool:
    """Whether a label tells of a student, or of who treats him."""
    bare, named = words.heading(name), synonyms.headings("provider")["provider_name"]
    of_students = bare in looks.of_students() or "student" in words.said_by(name) or bands.is_student_id(name)
    return of_students or bare in (*named, *labels.MAYBE_PROVIDERS)


def _is_title(line: _Line) -> bool:
    return not line.pairs and sum(map(bool, line.cells)) == 1


def _is_whole(rows: Sequence[_Line]) -> bool:
    """Whether all rows of a card are labels with values, none of them twice, and values across stand under days."""
    own = rows[: len(rows) - len(_of_next(rows))]
    names = [words.heading(name) for name, _ in _named(rows)]
    across = [line for line in own if line.across]
    are_dated = not across or across[0].is_of_days
    return all(line.pairs for line in own) and len(set(names)) == len(names) and are_dated and len(own) >= FEWEST


def _records(rows: Sequence[_Line]) -> Iterator[tuple[Record, int]]:
    """The records of a card, each with its row: one, or one for each day of those that stand over its scores."""
    told = dict(_named(rows))
    groups: list[list[_Line]] = []
    for line in (line for line in rows if line.across):
        groups = [*groups, [line]] if line.is_of_days else [*groups[:-1], [*groups[-1], line]]
    made = [
        ({**told, **{line.pairs[0][0]: line.across.get(place) for line in group}}, group[-1].at)
        for group in groups
        for place in group[0].across
        if any(place in line.across for line in group[1:])
    ]
    yield from made or [(told, rows[0].at)]


def _redrawn(grid: Grid, above: Sequence[_Line], cards: Sequence[Sequence[_Line]], below: Sequence[_Line]) -> Grid:
    people = _carried([line for line in above if _tells_people(line)], {})
    if any(map(_tells_people, (line for rows in cards for line in _of_next(rows)))):
        above = [line for line in above if not _tells_people(line)]
    else:
        people = {}
    made: list[tuple[Record, int]] = []
    for rows in cards:
        made += [({**told, **people}, at) for told, at in _records(rows)]
        people = _carried(_of_next(rows), people)
    headings = list(dict.fromkeys(name for told, _ in made for name in told))
    titles = [line for rows in cards for line in _of_next(rows) if not line.pairs]
    whole: list[tuple[Cells, int]] = [(line.cells, line.at) for line in above]
    whole.append((tuple(headings), max(cards[0][0].at - 1, 0)))
    whole += [(tuple(told.get(name) for name in headings), at) for told, at in made]
    return grid.redrawn([*whole, *((line.cells, line.at) for line in (*titles, *below))])


def _tells_people(line: _Line) -> bool:
    return bool(line.pairs) and all(_is_of_people(name) for name, _ in line.pairs)


def _carried(lines: Sequence[_Line], earlier: Record) -> Record:
    """Whose the next cards are: another student than before takes all of the earlier one away."""
    told = {name: value for line in lines for name, value in line.pairs}
    is_another = any("student" in words.said_by(name) for name in told)
    return told if is_another else {**earlier, **told}
