"""At what a command looks: the services, schools, providers and students that are chosen; none given is all."""

from collections.abc import Iterable
from typing import Annotated

import duckdb
import typer

from analytics.choices import choices
from analytics.scope import EVERYTHING, Selection
from data.contracts.datasets import SERVICES
from data.errors import UserError

Service = Annotated[list[str] | None, typer.Option("--service", help="Only this service; can be given again.")]
School = Annotated[list[str] | None, typer.Option("--school", help="Only this school, by its code or name.")]
Provider = Annotated[list[str] | None, typer.Option("--provider", help="Only this provider, by id or name.")]
Student = Annotated[list[str] | None, typer.Option("--student", help="Only the student of this id.")]
ANNOTATED = {"service": Service, "school": School, "provider": Provider, "student": Student}
"""The options, as pages have them as filters."""


def selection(
    cur: duckdb.DuckDBPyConnection,
    service: Iterable[str] | None = None,
    school: Iterable[str] | None = None,
    provider: Iterable[str] | None = None,
    student: Iterable[str] | None = None,
) -> Selection:
    """What the options choose; UserError where one names nothing that is on file."""
    if not (service or school or provider):
        return Selection(students=tuple(student or ()))
    known = choices(cur, EVERYTHING)
    services = tuple((one, one) for one in dict.fromkeys((*SERVICES, *known.services)))
    return Selection(
        _ids("service", service, services), _ids("school", school, known.schools),
        _ids("provider", provider, known.providers), tuple(student or ()),
    )  # fmt: skip


def _ids(what: str, given: Iterable[str] | None, known: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The ids that are given by themselves or by a name that only one has; as they are where nothing is on file yet."""
    if not known:
        return tuple(given or ())
    names = [name for _, name in known]
    by_name = {name: one for one, name in known if names.count(name) == 1}
    found = by_name | {one: one for one, _ in known}
    for text in given or ():
        if text not in found:
            raise UserError(f"There is no {what} {text!r} on file; it is one of {_some(one for one, _ in known)}.")
    return tuple(dict.fromkeys(found[text] for text in given or ()))


MOST = 20


def _some(ids: Iterable[str]) -> str:
    listed = list(ids)
    more = f" and {len(listed) - MOST} more" if len(listed) > MOST else ""
    return (", ".join(listed[:MOST]) or "none") + more
