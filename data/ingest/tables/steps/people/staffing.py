"""Staff lists: hours a day and days a week as minutes a week, a row for each site as one a person, the FTE behind a name."""

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, families, names, no_names, numbers, statuses, words

CONTRACT = "Contract Minutes per Week"
_BY_DAY = (frozenset({"hour", "day"}), frozenset({"minute", "day"}))
_DAYS = frozenset({"day", "week"})
_BESIDE = frozenset(
    {"work", "worked", "contract", "contracted", "number", "count", "scheduled", "duty", "assigned", "paid"}
)
_HOUR = 60


def weekly(table: Table) -> Table:
    """The table with the product of both columns in their place, where a column tells the FTE, or the id of an employee beside a
    role; else as it is."""
    told = [words.said_by(heading) - _BESIDE for heading in table.headings]
    if not any("fte" in one for one in told) and not are_employees(table.headings):
        return table
    hours = [place for place, one in enumerate(told) if one in _BY_DAY]
    days = [place for place, one in enumerate(told) if one == _DAYS]
    if len(hours) != 1 or len(days) != 1:
        return table
    unit = _HOUR if "hour" in told[hours[0]] else 1
    pairs = zip(*(table.body.column(place).to_pylist() for place in (hours[0], days[0])), strict=True)
    note = f"{table.headings[hours[0]]} times {table.headings[days[0]]} are the contract minutes of a week."
    minutes = [_product(one, other, unit) for one, other in pairs]
    return table.without(hours[0], days[0]).also(CONTRACT, minutes).noted(note)


def are_employees(headings: Sequence[str]) -> bool:
    """Whether headings tell of employees by their ids and roles, and of no students."""
    told = [words.said_by(heading) for heading in headings]
    has_ids = any("id" in one and one & _EMPLOYED for one in told)
    has_roles = any(one and one <= _ROLES for one in told)
    return has_ids and has_roles and not any("student" in one for one in told)


_EMPLOYED, _ROLES = frozenset(("employee", "staff")), frozenset(("role", "position", "title", "job", "discipline"))


def _product(amount: str | None, days: str | None, unit: int) -> str | None:
    """Minutes a week; what can't be multiplied stays as it is written, so that it is told."""
    one, other = (numbers.to_float(text) if text else None for text in (amount, days))
    if one is None or other is None:
        return " x ".join(text for text in (amount, days) if text) or None
    return f"{one * other * unit:g}"


IN_ALL = frozenset(("total", "overall", "full", "district", "combined"))
_AT_A_SITE = families.SITES
ROUNDED = 0.011


def by_person(table: Table) -> Table:
    """A list with a row for each person and site as one with a row a person: where one FTE is a site's and the other the
    person's in all, and the sites add up to it. The total is the FTE; of several sites none is the home school."""
    told = [words.said_by(heading) for heading in table.headings]
    shares = [place for place, one in enumerate(told) if "fte" in one and one & _AT_A_SITE]
    totals = [place for place, one in enumerate(told) if "fte" in one and one & IN_ALL and not one & _AT_A_SITE]
    who = next((place for name in ({"id"}, {"name"}) for place, one in enumerate(told) if name <= one - _STAFF), None)
    if len(shares) != 1 or len(totals) != 1 or who is None:
        return table
    sites = [place for place, one in enumerate(told) if one & _AT_A_SITE and "fte" not in one]
    rows = rows_of(table.body.column(who).to_pylist())
    if len(rows) == table.body.num_rows or "" in rows:
        return table
    share, total = ([numbers.to_float(text or "") for text in table.body.column(place[0]).to_pylist()]
                    for place in (shares, totals))  # fmt: skip
    if not all(_adds_up([share[row] for row in own], [total[row] for row in own]) for own in rows.values()):
        return table
    return first_rows(table, list(rows.values()), sites).without(shares[0])


_STAFF = frozenset(("provider", "staff", "employee", "full", "number", "last", "first"))


def rows_of(who: Sequence[str | None]) -> dict[str, list[int]]:
    """The rows of each person, by name or id; of nobody under "", and each vacant post by itself."""
    rows: dict[str, list[int]] = {}
    for row, text in enumerate(who):
        name = (text or "").strip()
        rows.setdefault(f"{name} {row}" if no_names.is_vacant(name) else name, []).append(row)
    return rows


def _adds_up(shares: list[float | None], totals: list[float | None]) -> bool:
    """Whether the sites of one person make up the one total that stands beside each of them."""
    told, parts = {one for one in totals if one is not None}, [one for one in shares if one is not None]
    return len(told) == 1 and len(parts) == len(shares) and abs(sum(parts) - told.pop()) < ROUNDED


def first_rows(table: Table, people: list[list[int]], sites: list[int]) -> Table:
    """The first row of each person, without a site where there are several."""
    found = table.leaving({row for own in people for row in own[1:]}, "another site of the same person")
    several = pa.array([len(own) > 1 for own in people], pa.bool_())
    for place in sites:
        found = found.filled(place, pc.if_else(several, None, found.body.column(place)))
    return found.noted("Rows of several sites of one person are one record, with the FTE in all.")


_NAME_AND_SHARE = re.compile(
    r"^(?P<name>[^()\[\]]*[A-Za-z][^()\[\]]*?)\s*[(\[]\s*(?P<share>0?\.\d{1,3}|1(?:\.0+)?|\d{2,3}\s*%)\s*(?:FTE)?\s*[)\]]$",
    re.IGNORECASE,
)


def parted(table: Table) -> Table:
    """A list with the FTE behind each name (Osei, Ama OTR/L (.8)): the names, the FTE and, where no column tells it, the
    role that the credentials say, in columns of their own; as it is where a cell of the column isn't of that form."""
    said = [words.said_by(heading) for heading in table.headings]
    place = next((at for at, one in enumerate(said) if {"name", "fte"} <= one or {"provider", "fte"} <= one), None)
    if place is None:
        return table
    texts = _texts(table, place)
    told = [_NAME_AND_SHARE.match(text) for text in texts]
    if not any(told) or any(text and match is None for text, match in zip(texts, told, strict=True)):
        return table
    vacant = {row: one["share"] for row, one in enumerate(told) if one and statuses.read(one["name"]).known}
    found = table.leaving(vacant, "a vacant post")
    found = found.noted(vacancies(list(vacant.values()))) if vacant else found
    told = [_NAME_AND_SHARE.match(text) for text in _texts(found, place)]
    people = [match and match["name"].strip(" ,") for match in told]
    found = found.instead(place, {"Provider Name": people}).also("FTE", [match and match["share"] for match in told])
    if any(_OF_ROLES & one for one in said):
        return found
    return _without_service(found.also("Role", [_role(one) for one in people]))


def vacancies(shares: Sequence[str | None]) -> str:
    """A sentence on posts of a staff list that nobody fills, with their shares of full time where each tells one."""
    told = [numbers.to_float(share or "") for share in shares]
    of_fte = f" ({sum(filter(None, told)):g} FTE)" if None not in told else ""
    posts = "1 post is" if len(shares) == 1 else f"{len(shares)} posts are"
    return f"{posts} vacant{of_fte}: nobody's, and in no figure of staff."


_OF_ROLES = frozenset(("role", "title", "position", "credential", "discipline"))


def _texts(table: Table, place: int) -> list[str]:
    return [(text or "").strip() for text in table.body.column(place).to_pylist()]


def _without_service(table: Table) -> Table:
    """The table without the service that a title over its people names: their roles say it."""
    return table.without(*(place for place, one in enumerate(table.headings) if words.heading(one) == "service"))


def _role(name: str | None) -> str | None:
    """The credential behind a name that says a role, where all that do say one."""
    told = {code: word for word in names.credentials(name) if (code := codes.find(word, "role"))}
    return next(iter(told.values())) if len(told) == 1 else None


_OF_STAFF = ("employer", "contract_minutes", "fte", "home_school", "start_date")


def credentialed(table: Table) -> Table:
    """A list of staff with the roles that credentials behind their names say (Jo Nagy, OTR/L), where no column does."""
    place = looks.only_one_for(table.headings, "providers", "provider_name")
    told = sum(bool(looks.written_for(table.headings, "providers", name)) for name in _OF_STAFF)
    roles = looks.written_for(table.headings, "providers", "role")
    if (
        place is None
        or told < _FEWEST_OF_STAFF
        or roles
        or not _students().isdisjoint(map(words.heading, table.headings))
    ):
        return table
    found = [_role(text) for text in table.body.column(place).to_pylist()]
    return table.also("Role", found) if any(found) else table


_FEWEST_OF_STAFF = 2


def _students() -> frozenset[str]:
    return looks.of_students() - looks.of_staff()
