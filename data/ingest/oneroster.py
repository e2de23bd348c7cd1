"""OneRoster 1.1 and 1.2, and rosters like it (School Data Sync): files that tell of one another, in a zip or side by side,
as lists that each tell all of a person or place."""

import csv
import io
from collections import Counter
from operator import itemgetter
from pathlib import PurePosixPath

from data.ingest.model import FileRefused
from data.ingest.readers import text
from data.ingest.values import codes, names
from data.ingest.values.words import heading as words_of

Files = list[tuple[str, bytes]]
Rows = list[dict[str, str]]
_ALIASES = {
    "sourcedid": ("sourced id", "sourcedid", "id"), "usersourcedid": ("user sourced id", "usersourcedid", "user id"),
    "role": ("role",), "roletype": ("role type", "roletype"), "identifier": ("identifier", "user identifier"),
    "givenname": ("given name", "givenname", "first name"), "familyname": ("family name", "familyname", "last name"),
    "birthdate": ("birth date", "birthdate", "dob"), "type": ("type", "org type", "session type"), "status": ("status",),
    "schoolyear": ("school year", "schoolyear"), "grade": ("grade", "grades", "grade level"),
    "isprimary": ("is primary", "isprimary"), "rolestart": ("role start date", "rolestartdate"),
    "roleend": ("role end date", "roleenddate"), "class": ("class sourced id", "classsourcedid"),
    "org": ("org sourced ids", "org sourced id", "primary org sourced id", "orgsourcedids", "primaryorgsourcedid"),
}  # fmt: skip
"""What a column is called in real exports, whatever its case."""
_STAFF = ("teacher", "aide")
_SOURCED = frozenset(("sourced id", "sourcedid", "user sourced id", "usersourcedid"))
"""Ids as only such rosters call them."""
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("users", frozenset(("sourcedid", "givenname", "familyname"))),
    ("enrollments", frozenset(("usersourcedid", "class"))),
    ("roles", frozenset(("usersourcedid", "role", "org"))),
    ("orgs", frozenset(("sourcedid", "name", "type"))),
    ("demographics", frozenset(("sourcedid", "birthdate"))),
    ("academicsessions", frozenset(("sourcedid", "schoolyear"))),
    ("manifest", frozenset(("property name", "value"))),
)
"""What each file is, by columns that it has, whatever its name; the first that fits."""
_BESIDE = frozenset(
    ("manifest", "roles", "enrollments", "demographics", "classes", "courses", "classresources", "courseresources",
     "resources", "categories", "lineitems", "results", "userprofiles", "userresources", "scorescales",
     "lineitemlearningobjectiveids", "lineitemscorescales", "resultlearningobjectiveids", "resultscorescales")
)  # fmt: skip
_OWN = frozenset(("users", "orgs", "manifest", "academicsessions")) | _BESIDE
_FIRST_LINE = 4096


def told(parts: Files) -> tuple[Files, dict[str, str]]:
    """The files of a zip; of a OneRoster zip its students, staff, schools and grading periods, rows where they were, and what
    is left out of it: by a name the sentence that says so.

    A user's role comes from roles.csv (1.2), the birth date from demographics.csv; rows that are no school or no
    period are blank. Any other zip is as it is. FileRefused where nothing says who is a student, or where the zip tells
    only of what changed: then nobody could say who left.
    """
    by_name = _named(parts)
    if "users" not in by_name or not {"orgs", "manifest"} & set(by_name):
        return parts, {}
    tables = {name: _read(*parts[number]) for name, number in by_name.items() if name in _OWN}
    if changed := [row for row in tables.get("manifest", []) if row.get("value", "").lower() == "delta"]:
        raise FileRefused(
            f"The OneRoster export tells only what changed ({changed[0].get('propertyName')}: delta); export it as bulk, "
            "with everybody in it."
        )
    users = _users(tables)
    if not any(user.get("role") for user in users):
        raise FileRefused(
            "users.csv of the OneRoster export doesn't say who is a student, and no roles.csv does; export it with roles.csv."
        )
    made = {
        "users": [_pupil(user) for user in users],
        "orgs": [_building(row) for row in tables.get("orgs", [])],
        "academicsessions": [_period(row) for row in tables.get("academicsessions", [])],
    }
    short_of = {number: short for short, number in by_name.items()}
    found = [
        (name, _written(made[short]) if (short := short_of.get(number, "")) in made else data)
        for number, (name, data) in enumerate(parts)
        if short_of.get(number) not in _BESIDE
    ]
    staff = [_member(user) for user in users]
    loaded = {**made, "users": [pupil or member for pupil, member in zip(made["users"], staff, strict=True)]}
    names_of = {short: parts[number][0] for short, number in by_name.items()}
    left = [_left_out(names_of, short, users if short == "users" else tables[short], loaded[short], tables[short])
            for short in made if short in tables]  # fmt: skip
    named = names_of["users"]
    return (
        [*found, *([(f"{named} (staff)", _written(staff))] if any(staff) else [])],
        {names_of[short]: _why(names_of[short], short, named) for short in by_name if short in _BESIDE}
        | {name: why for name, why in left if why},
    )


def together(files: Files) -> tuple[Files, dict[str, str]]:
    """The files of one import, those of a roster that lie side by side told as in a zip; and of each that only tells of
    another's rows (roles), or that is left out, a sentence that says so."""
    own = [(name, data) for name, data in files if _kind(name, data)]
    kinds = [_kind(*one) for one in own]
    if "users" not in kinds or not {"orgs", "roles"} & set(kinds) or len(set(kinds)) < len(kinds):
        return files, {}
    found, beside = told([*own, *([] if "orgs" in kinds else [("orgs.csv", b"sourcedId,name,type\n")])])
    names_of = {name for name, _ in own}
    made = {name: data for name, data in found if name in names_of}
    users = own[kinds.index("users")][0]
    rest = [(name, made.get(name, data)) for name, data in files if name not in beside]
    return [*rest, *((name, data) for name, data in found if name == f"{users} (staff)")], beside


READ_WITH, IN_NONE, ALONE = "it says more of those who stand there.", "is no part of what is loaded.", "are loaded."
ASIDE = (READ_WITH, IN_NONE, ALONE)
"""How the sentences of what a roster's files hold beside the rows to load end."""


def _why(name: str, short: str, users: str) -> str:
    """Why a file of a roster is none of those that are loaded."""
    if short in ("roles", "demographics"):
        return f"{name} was read with {users}: {READ_WITH}"
    what = {"manifest": "which files an export has", "enrollments": "who is in which class"}.get(
        short, "what it tells of classes, courses and results"
    )
    return f"{name} is left out: {what} {IN_NONE}"


_LOADED = {"users": "students and staff", "orgs": "schools", "academicsessions": "grading periods"}


def _left_out(names_of: dict[str, str], short: str, read: Rows, made: Rows, raw: Rows) -> tuple[str, str]:
    """A name and the sentence for the rows of a file that are neither loaded nor blank, by what they are."""
    found = Counter(
        _what(row or own) for row, one, own in zip(read, made, raw, strict=True) if not one and any(own.values())
    )
    what = ", ".join(f"{number} {name}" for name, number in found.items())
    name = f"{names_of[short]} (left out)"
    return name, f"{names_of[short]}: left out are {what}; only {_LOADED[short]} {ALONE}" if what else ""


def _what(row: dict[str, str]) -> str:
    """What a row that isn't loaded is: marked as deleted, or its role or type."""
    if row.get("status", "").lower() == "tobedeleted":
        return "marked as deleted"
    return words_of(row.get("role") or row.get("type") or "") or "without a role"


def is_of_users(name: str, data: bytes) -> bool:
    """Whether a file is such a roster's list of people."""
    return _kind(name, data) == "users"


def _named(parts: Files) -> dict[str, int]:
    """Which file is which: by its name, else by its columns."""
    stems = [_stem(name) for name, _ in parts]
    kinds = [stem if stem in _OWN else _kind(*part) for stem, part in zip(stems, parts, strict=True)]
    return {
        kind if kind and kinds.count(kind) == 1 else stem: number
        for number, (kind, stem) in enumerate(zip(kinds, stems, strict=True))
    }


def _stem(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name.lower().removesuffix(".csv")


def _kind(name: str, data: bytes) -> str:
    """What a file of such a roster is, by the columns of its first line, else its own name; "" of any other file."""
    first = data[:_FIRST_LINE].split(b"\n", 1)[0].decode("utf-8-sig", "ignore").strip()
    heads = {words_of(head) for head in first.split(",")}
    if _SOURCED.isdisjoint(heads) and "property name" not in heads:
        return ""
    keys, stem = set(map(_key, heads)), _stem(name)
    return next((kind for kind, has in _KINDS if has <= keys), stem if stem in _OWN else "")


def _read(name: str, data: bytes) -> Rows:
    rows = list(csv.reader(io.StringIO(text.decode(name, data), newline="")))
    heads = [_key(head) for head in rows[0]] if rows else []
    return [{head: cell.strip() for head, cell in zip(heads, row, strict=False) if head} for row in rows[1:]]


def _key(head: str) -> str:
    words = words_of(head)
    return next((key for key, listed in _ALIASES.items() if words in listed), head.strip())


def _building(row: dict[str, str]) -> dict[str, str]:
    """An organisation that is a school, its type left blank: that every school is one is no level of any."""
    is_school = row.get("type", "school").lower() == "school" and row.get("status", "").lower() != "tobedeleted"
    return {**row, "type": ""} if is_school else {}


def _users(tables: dict[str, Rows]) -> Rows:
    """The users with role, school and birth date; an identifier that is missing is the id of the standard; none deleted."""
    roles: dict[str, Rows] = {}
    for row in tables.get("roles", []):
        if row.get("status", "").lower() != "tobedeleted":
            roles.setdefault(row.get("usersourcedid", ""), []).append(row)
    born = {row.get("sourcedid", ""): row.get("birthdate", "") for row in tables.get("demographics", [])}
    places = {
        row.get("sourcedid", "") for row in tables.get("orgs", []) if row.get("type", "school").lower() != "school"
    }
    return [_user(row, roles.get(row.get("sourcedid", ""), []), born, places) for row in tables["users"]]


def _user(row: dict[str, str], roles: Rows, born: dict[str, str], places: set[str]) -> dict[str, str]:
    key = row.get("sourcedid", "")
    if not key or row.get("status", "").lower() == "tobedeleted":
        return {}
    role = _main(roles)
    grade = row.get("grade") or role.get("grade", "")
    return {
        **row,
        "role": row.get("role") or role.get("role", ""),
        "org": _school(row.get("org") or role.get("org", ""), places),
        "identifier": row.get("identifier") or key,
        "birthdate": born.get(key, ""),
        **({"grade": grade} if grade else {}),
        **(_spell(role) if len(roles) == 1 else {}),
    }


def _main(roles: Rows) -> dict[str, str]:
    """The role of a user that counts of several: a primary one, and of these one that goes on, else the last to begin."""
    primary = [row for row in roles if row.get("roletype", "primary").lower() == "primary"
               and row.get("isprimary", "true").lower() not in ("false", "0", "n", "no")]  # fmt: skip
    ranked = [((not row.get("roleend"), row.get("rolestart", ""), at), row) for at, row in enumerate(primary)]
    return max(ranked, key=itemgetter(0))[1] if ranked else roles[0] if roles else {}


def _spell(role: dict[str, str]) -> dict[str, str]:
    """From when to when the one role of a student holds: of several only the days of a part would be told."""
    told = {"enrolledfrom": role.get("rolestart", ""), "enrolledto": role.get("roleend", "")}
    return {name: day for name, day in told.items() if day}


def _school(orgs: str, places: set[str]) -> str:
    """The school of a user's organisations, without those that are none (``places``); several schools stay several."""
    return ",".join(dict.fromkeys(one for org in orgs.split(",") if (one := org.strip()) and one not in places))


def _pupil(user: dict[str, str]) -> dict[str, str]:
    """A student; the school of one who has several is not said, since nothing tells which is his or hers."""
    if user.get("role", "").lower() != "student":
        return {}
    return user | {"org": "" if "," in user["org"] else user["org"]}


def _member(user: dict[str, str]) -> dict[str, str]:
    """A member of the staff under the headings of a staff list; nothing for anybody else."""
    role = user.get("role", "")
    if role.lower() not in _STAFF and not codes.find(words_of(role), "role"):
        return {}
    name = ", ".join(part for part in (user.get("familyname"), user.get("givenname")) if part)
    return {
        "Staff ID": user["identifier"], "Staff Name": names.provider(name) or "", "Job Title": words_of(role),
        "Home School": user.get("org", "").split(",")[0],
    }  # fmt: skip


def _period(row: dict[str, str]) -> dict[str, str]:
    """A grading period, its school year named by both of its years; a whole year is none."""
    if row.get("type", "").lower() == "schoolyear" or row.get("status", "").lower() == "tobedeleted":
        return {}
    last = row.get("schoolyear", "")
    return {**row, "schoolyear": f"{int(last) - 1}-{last[2:]}" if last.isdigit() and len(last) == 4 else last}


_SHOWN = {"givenname": "givenName", "familyname": "familyName", "birthdate": "birthDate", "org": "orgSourcedIds",
          "schoolyear": "schoolYear", "sourcedid": "sourcedId", "enrolledfrom": "Enrollment Date",
          "enrolledto": "Exit Date"}  # fmt: skip


def _written(rows: Rows) -> bytes:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_SHOWN.get(head, head) for head in heads])
    writer.writerows([row.get(head, "") for head in heads] if row else [] for row in rows)
    return out.getvalue().encode()
