"""Staff lists with a row for each school of a person and the share of full time there: the person's FTE is their sum."""

from collections.abc import Mapping, Sequence

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.people import staffing
from data.ingest.values import families, no_names, numbers, words

HALF_DAYS = 10
"""Half-days of a school week: one is a tenth of full time."""


def summed(table: Table) -> Table:
    """The table with the sum of the shares beside each row of a person, where every one with several schools has different
    shares of at most one in all, or shares that are those of the half-days told beside them; else as it is: the same share
    twice may be told of the person."""
    found = _columns(table)
    if found is None:
        return table
    share, site = (table.body.column(at).to_pylist() for at in found[1:])
    who = _or_vacant(table, found[0])
    people: dict[str, dict[str, set[float | None]]] = {}
    for name, amount, place in zip(who, share, site, strict=True):
        shares = people.setdefault((name or "").strip(), {})
        shares.setdefault((place or "").strip(), set()).add(numbers.to_float(amount or ""))
    several = {name: own for name, own in people.items() if len(own) > 1 and not no_names.is_vacant(name)}
    halves = _half_days(table, who, site)
    parts = all(_are_parts(one, halves.get(name), table.headings[found[1]]) for name, one in several.items())
    if "" in people or not several or not parts:
        return table
    totals = {name: f"{sum(one or 0 for own in shares.values() for one in own):g}" for name, shares in several.items()}
    told = [totals.get((name or "").strip(), amount) for name, amount in zip(who, share, strict=True)]
    table = table.filled(found[1], told).noted(
        f"{table.headings[found[1]]} is told by school; a person's is the sum of them."
    )
    rows = list(staffing.rows_of(who).values())
    return (
        table if _tells_days(table) or _differ(table, rows, found[2]) else staffing.first_rows(table, rows, [found[2]])
    )


def _or_vacant(table: Table, place: int) -> list[str | None]:
    """Who each row is of, or in place of an id that a post has none of, that it is vacant."""
    names = [at for one in _NAMES for at in looks.meant_for(table.headings, "providers", one)]
    columns = [table.body.column(at).to_pylist() for at in (place, *names)]
    return [who or next((one for one in told if one and no_names.is_vacant(one)), who)
            for who, *told in zip(*columns, strict=True)]  # fmt: skip


_NAMES = ("provider_name", "provider_last_name")


def _differ(table: Table, people: list[list[int]], site: int) -> bool:
    """Whether the rows of one person say different things of more than the school."""
    columns = [table.body.column(at).to_pylist() for at in range(len(table.headings)) if at != site]
    return any(len({column[row] for row in rows}) > 1 for rows in people for column in columns)


def _tells_days(table: Table) -> bool:
    """Whether a row is of a day at a school, too, and so a record of its own."""
    return bool(looks.meant_for(table.headings, "site_days", "weekday"))


def _columns(table: Table) -> tuple[int, int, int] | None:
    """Who, the share and the school of each row; None where not each is one column."""
    named = [
        at for name in ("provider_id", "provider_name") for at in looks.meant_for(table.headings, "providers", name)
    ]
    shares = [at for at, heading in enumerate(table.headings) if "fte" in words.said_by(heading)]
    sites = [at for at, heading in enumerate(table.headings) if _is_of_sites(heading)]
    return (named[0], shares[0], sites[0]) if named and len(shares) == 1 == len(sites) else None


def _is_of_sites(heading: str) -> bool:
    said = words.said_by(heading)
    return bool(said & families.SITES) and "fte" not in said


def _are_parts(shares: Mapping[str, set[float | None]], halves: Mapping[str, int] | None, heading: str) -> bool:
    """Whether the shares of one person, by school, add up to what the person works."""
    if "" in shares or any(len(own) != 1 or None in own for own in shares.values()):
        return False
    told = {place: next(iter(own)) or 0.0 for place, own in shares.items()}
    if halves is not None:
        return all(abs(one - halves.get(at, 0) / HALF_DAYS) < staffing.ROUNDED for at, one in told.items())
    differ = len(set(told.values())) > 1 and not words.said_by(heading) & staffing.IN_ALL
    return differ and sum(told.values()) < 1 + staffing.ROUNDED


def _half_days(table: Table, who: Sequence[str | None], site: Sequence[str | None]) -> dict[str, dict[str, int]]:
    """Person -> school -> half-days in the week, a day without its half as two; empty where no row is of a day."""
    if not _tells_days(table):
        return {}
    halves = next(
        (table.body.column(at).to_pylist() for at in looks.meant_for(table.headings, "site_days", "half_day")), None
    )
    found: dict[str, dict[str, int]] = {}
    for name, place, half in zip(who, site, halves or ["full"] * len(who), strict=True):
        own = found.setdefault((name or "").strip(), {})
        own[(place or "").strip()] = own.get((place or "").strip(), 0) + (1 if half in ("am", "pm") else 2)
    return found
