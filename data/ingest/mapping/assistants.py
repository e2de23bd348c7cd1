"""Who supervises which assistant, told beside the staff: a second dataset of a staff list's rows."""

import pyarrow as pa

from data.contracts.synonyms import slot_of
from data.ingest.mapping import choose, persons
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import CLOSE, likeness
from data.ingest.model import Table
from data.ingest.values import codes
from data.ingest.values.nothing import is_nothing
from data.ingest.values.vocabulary import ASSISTANTS
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import spelt_out


def supervised(
    staff: Fit, table: Table, samples: list[tuple[str, ...]], forced: dict[int, str | None]
) -> tuple[Fit, pa.Array] | None:
    """A staff list as a list of supervision too, and which of its rows are of it: assistants who have a supervisor.

    None where no column names supervisors of therapy, or nobody is an assistant: a principal supervises nobody's cases.
    """
    placed = {name: place for place, (name, _) in enumerate(staff.taken) if name}
    person = placed.get("provider_id", placed.get("provider_name"))
    above = [place for place, (name, _) in enumerate(staff.taken) if name is None and _names_supervisors(table, place)]
    if staff.dataset != "providers" or person is None or len(above) != 1 or above[0] in forced:
        return None
    only = _assistants(table, placed.get("role"), above[0])
    if not any(only):
        return None
    left = [place for place, name in forced.items() if name is None]
    taken: dict[int, str | None] = dict.fromkeys((*placed.values(), *left))
    fit = choose.fit("supervision", table.headings, samples, taken | {person: "assistant_id", above[0]: "provider_id"})
    return fit, pa.array(only, pa.bool_())


def assisted(
    staff: Fit, table: Table, samples: list[tuple[str, ...]], forced: dict[int, str | None]
) -> tuple[Fit, pa.Array] | None:
    """The same where a column names the assistant of each (Assistant: Roe, Al), and no other one does."""
    placed = {name: place for place, (name, _) in enumerate(staff.taken) if name}
    person = placed.get("provider_id", placed.get("provider_name"))
    slot = slot_of("supervision", "assistant_id")
    below = [
        place for place, (name, _) in enumerate(staff.taken) if name is None and samples[place]
        and likeness(table.headings[place], slot) >= CLOSE and all(map(persons.is_person, samples[place]))
    ]  # fmt: skip
    if staff.dataset != "providers" or person is None or len(below) != 1 or below[0] in forced:
        return None
    taken: dict[int, str | None] = dict.fromkeys(placed.values())
    fit = choose.fit("supervision", table.headings, samples, taken | {person: "provider_id", below[0]: "assistant_id"})
    return fit, pa.array([not is_nothing(text) for text in table.body.column(below[0]).to_pylist()], pa.bool_())


def _names_supervisors(table: Table, place: int) -> bool:
    slot = slot_of("supervision", "provider_id")
    heading = table.headings[place]
    return "supervising" in spelt_out(words_of(heading)).split() and likeness(heading, slot) >= CLOSE


def _assistants(table: Table, role: int | None, above: int) -> list[bool]:
    """Which rows are of an assistant with a supervisor; without a column of roles, those with a supervisor of therapy."""
    named = [not is_nothing(text) for text in table.body.column(above).to_pylist()]
    if role is None:
        of_therapy = any(codes.find(word, "role") or word.startswith("therap") for word in _words(table, above))
        return [one and of_therapy for one in named]
    roles = [codes.find(text or "", "role") for text in table.body.column(role).to_pylist()]
    return [one and code in ASSISTANTS for one, code in zip(named, roles, strict=True)]


def _words(table: Table, place: int) -> list[str]:
    return words_of(table.headings[place]).split()
