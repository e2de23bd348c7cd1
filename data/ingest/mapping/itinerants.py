"""Staff whose rows also say where they are on which weekday: a list of staff and of the days at schools in one table."""

from collections.abc import Sequence

import pyarrow as pa

from data.ingest.mapping import choose
from data.ingest.mapping.choose import Fit, Forced
from data.ingest.model import Table
from data.ingest.values import statuses

_OF_STAFF = ("fte", "contract_minutes")
"""What nobody tells of a day at a school, but of the person."""
_OF_DAYS = ("school", "weekday", "half_day")


def parted(
    best: Fit, fits: Sequence[Fit], table: Table, samples: list[tuple[str, ...]], forced: Forced
) -> tuple[Fit, Fit, pa.Array] | None:
    """The fit of staff, that of their days, and which rows tell of the staff: the first one of each person.

    None where rows aren't of both, or a person's share of a post differs from school to school; vacant posts are nobody's.
    """
    tried = {fit.dataset: fit for fit in (*fits, best)}
    if best.dataset not in ("providers", "site_days") or not {"providers", "site_days"} <= tried.keys():
        return None
    days = tried["site_days"]
    of_days: Forced = {days.places[name]: None for name in _OF_DAYS if name in days.places}
    staff = choose.fit("providers", table.headings, samples, of_days | forced)
    person = staff.places.get("provider_id", staff.places.get("provider_name"))
    told = [staff.places[name] for name in (*_OF_STAFF, "role") if name in staff.places]
    if staff.lacks or person is None or not any(name in staff.places for name in _OF_STAFF):
        return None
    people = table.body.column(person).to_pylist()
    rows = zip(people, *(table.body.column(at).to_pylist() for at in told), strict=True)
    said = {(who, *row) for who, *row in rows if who and not statuses.read(who).known}
    alike = len(said) == len({who for who, *_ in said})
    return (staff, days, pa.array(_firsts(people), pa.bool_())) if alike else None


def _firsts(people: list[str | None]) -> list[bool]:
    first = {who: row for row, who in reversed(list(enumerate(people)))}
    return [first[who] == row for row, who in enumerate(people)]
