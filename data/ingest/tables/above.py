"""What stands above a table: titles, labels with their values (Student: Ada Lin), comments and blank rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.contracts import synonyms
from data.ingest.tables import bands, labelled, labels, looks, signed
from data.ingest.tables.grid import Grid
from data.ingest.tables.joined import Header
from data.ingest.tables.layouts import periods
from data.ingest.tables.steps.people import ids
from data.ingest.values import codes, words


@dataclass
class Above:
    """What stands above a table: its rows with their reasons, labels by row, titles."""

    left_out: dict[int, str] = field(default_factory=dict)
    sections: list[tuple[int, labels.Pairs]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    alone: list[tuple[int, str]] = field(default_factory=list)
    """Titles that fill a row by themselves, right above the header."""
    outer: list[list[str]] = field(default_factory=list)
    """By row, the titles above earlier tables that hold for this one too."""
    own: list[list[str]] = field(default_factory=list)
    """By row, the titles right above this table."""
    signed_for: frozenset[str] = frozenset()
    """The services beside which titles name who treated."""


def begins(grid: Grid, first: int, header: int) -> int:
    """Where what belongs to a later header begins: the titles and labels right above it."""
    at = header
    while at > first and (grid.counts[at - 1] <= 1 or _only_labels(grid, at - 1)):
        at -= 1
    return at


def _only_labels(grid: Grid, at: int) -> bool:
    pairs, titles = labels.read(grid.row(at), strict=True)
    return bool(pairs) and not titles


def read(grid: Grid, start: int, header: Header, earlier: Above) -> Above:
    """What the rows from ``start`` to the header say, and what still holds of what stood above an ``earlier`` table:
    its labels, and those of its titles that may tell a day."""
    dated = [title for title in earlier.titles if any(letter.isdigit() for letter in title)]
    above = Above({}, [], dated)
    own: list[str] = []
    for at in range(start, header.rows[0]):
        above.left_out[at] = "banner" if grid.counts[at] else "blank"
        if grid.counts[at]:
            pairs, texts = labels.read(grid.row(at))
            alone = (grid.row(at)[0] or "") if grid.counts[at] == 1 else ""
            band = bands.read(alone) if bands.is_of_a_student(alone) else texts and bands.of_cells(grid.row(at))
            pairs, texts = (band, []) if band else (pairs, texts)
            above.left_out[at] = "head block" if pairs else _title_reason(texts)
            above.sections += [(at, pairs)] if pairs else []
            above.alone = [(at, texts[0] if texts else alone)] if _is_title(pairs, texts, alone) else []
            own += [*texts, *(f"{label}: {value}" for label, value in pairs.items() if labels.is_period(label))]
            above.own += [texts] if texts else []
            above.signed_for |= _services([alone, *texts]) if "Provider" in pairs else frozenset()
    above.outer = _still_held(earlier, len(above.own))
    of_goals = any(map(periods.names_goal, header.headings))
    above.sections = [*earlier.sections, *_signed(above, earlier, start, own, header), *above.sections]
    if of_goals and (student := _student_in(own, header.headings)) and not _tells_student(above.sections):
        above.sections.append((start, student))
    above.titles = [*own, *above.titles, *_of_service(above.outer, own)]
    above.left_out.update((at, "group headings") for at in header.rows[:-1])
    return above


def _is_title(pairs: labels.Pairs, texts: list[str], alone: str) -> bool:
    """Whether a row is a title, which may say beside a service who treated (OT - Rae Quan)."""
    signed_role = bool(alone) and "Provider" in pairs and pairs.keys() <= {*_SIGNED}
    return signed_role or (len(texts) == 1 and pairs.keys() <= {"Provider"})


def _signed(above: Above, earlier: Above, start: int, own: list[str], header: Header) -> list[tuple[int, labels.Pairs]]:
    """Who treated, by a table's own titles where no label tells it; whom a title named beside a service treated in no
    table whose own label or title tells of another one, or of another service."""
    ends = [(start, dict.fromkeys(_SIGNED, ""))] if earlier.signed_for else []
    if _tells_provider(above.sections):
        return ends
    if (earlier.signed_for or not _tells_provider(earlier.sections)) and (
        person := signed.beside_service(own, header.headings)
    ):
        above.signed_for = _services(own)
        return [*ends, (start, {"Provider": person})]
    if not _tells_provider(earlier.sections) and (person := signed.alone(own, header.headings)):
        return [(start, {"Provider" if _tell_schools(header) else labels.NAME_ABOVE: person})]
    if ends and _services(own) - earlier.signed_for:
        return ends
    above.signed_for = earlier.signed_for
    return []


def _tell_schools(header: Header) -> bool:
    """Whether a column tells schools, so that a person's name above is none."""
    return not labelled.headings_of_schools().isdisjoint(map(words.heading, header.headings))


_SIGNED = ("Provider", "Provider Role")


def _services(titles: Sequence[str]) -> frozenset[str]:
    return frozenset(filter(None, (codes.find(title, "service") for title in titles)))


def _still_held(earlier: Above, own: int) -> list[list[str]]:
    """The rows of titles above an earlier table that a later one's own titles don't take the place of: these replace as
    many, from the one nearest to the table."""
    held = [*earlier.outer, *earlier.own]
    return held[: max(0, len(held) - own)]


def _of_service(outer: list[list[str]], own: list[str]) -> list[str]:
    """The titles further up that name a service, where a table's own name none."""
    is_told = any(codes.find(title, "service") for title in own)
    return [] if is_told else [title for row in outer for title in row if codes.find(title, "service")]


def _tells_provider(sections: list[tuple[int, labels.Pairs]]) -> bool:
    listed = synonyms.headings("provider").values()
    return any(words.heading(label) in one for _, pairs in sections for label in pairs for one in listed)


def _student_in(titles: Sequence[str], headings: Sequence[str]) -> labels.Pairs | None:
    """The one student whom titles over scores of goals name with an id in brackets (Data sheet - Ada Lin (77120)), where no
    column does: initials beside the scores are of who took them."""
    columns = {words.heading(one) for one in headings} - {"initials"}
    if not columns.isdisjoint(looks.of_students()):
        return None
    told = (ids.in_brackets(part) for title in titles for part in signed.parts_whole(title))
    found = {one for one in told if one and signed.is_person(one[0])}
    if len(found) != 1:
        return None
    name, number = found.pop()
    return {"Student": name, "Student ID": number}


def _tells_student(sections: list[tuple[int, labels.Pairs]]) -> bool:
    return any(words.heading(label) in looks.of_students() for _, pairs in sections for label in pairs)


def _title_reason(texts: list[str]) -> str:
    return "comment" if texts and texts[0].startswith("#") else "banner"
