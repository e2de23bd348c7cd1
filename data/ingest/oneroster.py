"""OneRoster 1.1 and 1.2: a zip whose files tell of one another, as lists that each tell all of a person or place."""

import csv
import io
from pathlib import PurePosixPath

from data.ingest.model import FileRefused
from data.ingest.readers import text
from data.ingest.values import names
from data.ingest.values.words import heading as words_of

Files = list[tuple[str, bytes]]
Rows = list[dict[str, str]]
_ALIASES = {
    "sourcedid": ("sourced id", "sourcedid", "id"), "usersourcedid": ("user sourced id", "usersourcedid", "user id"),
    "role": ("role",), "roletype": ("role type", "roletype"), "identifier": ("identifier", "user identifier"),
    "givenname": ("given name", "givenname", "first name"), "familyname": ("family name", "familyname", "last name"),
    "birthdate": ("birth date", "birthdate", "dob"), "type": ("type", "org type", "session type"), "status": ("status",),
    "schoolyear": ("school year", "schoolyear"),
    "org": ("org sourced ids", "org sourced id", "primary org sourced id", "orgsourcedids", "primaryorgsourcedid"),
}  # fmt: skip
"""What a column is called in real exports, whatever its case."""
_STAFF = ("teacher", "aide")
_BESIDE = frozenset(
    ("manifest", "roles", "enrollments", "demographics", "classes", "courses", "classresources", "courseresources",
     "resources", "categories", "lineitems", "results", "userprofiles", "userresources", "scorescales",
     "lineitemlearningobjectiveids", "lineitemscorescales", "resultlearningobjectiveids", "resultscorescales")
)  # fmt: skip


def told(parts: Files) -> Files:
    """The files of a zip; of a OneRoster zip its students, staff, schools and grading periods, rows where they were.

    A user's role comes from roles.csv (1.2), the birth date from demographics.csv; rows that are no school or no
    period are blank. Any other zip is as it is. FileRefused where nothing says who is a student, or where the zip tells
    only of what changed: then nobody could say who left.
    """
    by_name = {PurePosixPath(name.replace("\\", "/")).name.lower().removesuffix(".csv"): number
               for number, (name, _) in enumerate(parts)}  # fmt: skip
    if "users" not in by_name or not {"orgs", "manifest"} & set(by_name):
        return parts
    tables = {name: _read(*parts[number]) for name, number in by_name.items()}
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
        "orgs": [row if row.get("type", "school").lower() == "school" else {} for row in tables.get("orgs", [])],
        "academicsessions": [_period(row) for row in tables.get("academicsessions", [])],
    }
    found = [
        (name, _written(made[short]) if short in made else data)
        for short, (name, data) in ((short, parts[number]) for short, number in by_name.items())
        if short not in _BESIDE
    ]
    staff = [_member(user) for user in users]
    return [*found, *([("users.csv (staff)", _written(staff))] if any(staff) else [])]


def _read(name: str, data: bytes) -> Rows:
    rows = list(csv.reader(io.StringIO(text.decode(name, data), newline="")))
    heads = [_key(head) for head in rows[0]] if rows else []
    return [{head: cell.strip() for head, cell in zip(heads, row, strict=False) if head} for row in rows[1:]]


def _key(head: str) -> str:
    words = words_of(head)
    return next((key for key, listed in _ALIASES.items() if words in listed), head.strip())


def _users(tables: dict[str, Rows]) -> Rows:
    """The users with role, school and birth date; an identifier that is missing is the id of the standard; none deleted."""
    roles: dict[str, dict[str, str]] = {}
    for row in tables.get("roles", []):
        if row.get("status", "").lower() == "tobedeleted":
            continue
        if row.get("roletype", "primary").lower() == "primary" or row.get("usersourcedid", "") not in roles:
            roles[row.get("usersourcedid", "")] = row
    born = {row.get("sourcedid", ""): row.get("birthdate", "") for row in tables.get("demographics", [])}
    places = {
        row.get("sourcedid", "") for row in tables.get("orgs", []) if row.get("type", "school").lower() != "school"
    }
    return [_user(row, roles.get(row.get("sourcedid", ""), {}), born, places) for row in tables["users"]]


def _user(row: dict[str, str], role: dict[str, str], born: dict[str, str], places: set[str]) -> dict[str, str]:
    key = row.get("sourcedid", "")
    if not key or row.get("status", "").lower() == "tobedeleted":
        return {}
    return {
        **row,
        "role": row.get("role") or role.get("role", ""),
        "org": _school(row.get("org") or role.get("org", ""), places),
        "identifier": row.get("identifier") or key,
        "birthdate": born.get(key, ""),
    }


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
    if user.get("role", "").lower() not in _STAFF:
        return {}
    name = ", ".join(part for part in (user.get("familyname"), user.get("givenname")) if part)
    return {
        "Staff ID": user["identifier"], "Staff Name": names.provider(name) or "", "Job Title": user["role"],
        "Home School": user.get("org", "").split(",")[0],
    }  # fmt: skip


def _period(row: dict[str, str]) -> dict[str, str]:
    """A grading period, its school year named by both of its years; a whole year is none."""
    if row.get("type", "").lower() == "schoolyear" or row.get("status", "").lower() == "tobedeleted":
        return {}
    last = row.get("schoolyear", "")
    return {**row, "schoolyear": f"{int(last) - 1}-{last[2:]}" if last.isdigit() and len(last) == 4 else last}


_SHOWN = {"givenname": "givenName", "familyname": "familyName", "birthdate": "birthDate", "org": "orgSourcedIds",
          "schoolyear": "schoolYear", "sourcedid": "sourcedId"}  # fmt: skip


def _written(rows: Rows) -> bytes:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_SHOWN.get(head, head) for head in heads])
    writer.writerows([row.get(head, "") for head in heads] if row else [] for row in rows)
    return out.getvalue().encode()
