"""OneRoster 1.1 and 1.2: a zip whose files tell of one another, as lists that each tell all of a person or place."""

import csv
import io
from pathlib import PurePosixPath

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
    period are blank. Any other zip is as it is.
    """
    by_name = {PurePosixPath(name.replace("\\", "/")).name.lower().removesuffix(".csv"): number
               for number, (name, _) in enumerate(parts)}  # fmt: skip
    if "users" not in by_name or not {"orgs", "manifest"} & set(by_name):
        return parts
    tables = {name: _read(*parts[number]) for name, number in by_name.items()}
    users = _users(tables)
    made = {
        "users": [user if _is_student(user) else {} for user in users],
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
    """The users with role and birth date; an identifier that is missing is the id of the standard; none deleted."""
    roles: dict[str, str] = {}
    for row in tables.get("roles", []):
        if row.get("roletype", "primary").lower() == "primary" or row.get("usersourcedid", "") not in roles:
            roles[row.get("usersourcedid", "")] = row.get("role", "")
    born = {row.get("sourcedid", ""): row.get("birthdate", "") for row in tables.get("demographics", [])}
    return [_user(row, roles, born) for row in tables["users"]]


def _user(row: dict[str, str], roles: dict[str, str], born: dict[str, str]) -> dict[str, str]:
    key = row.get("sourcedid", "")
    if not key or row.get("status", "").lower() == "tobedeleted":
        return {}
    return {
        **row,
        "role": row.get("role") or roles.get(key, ""),
        "identifier": row.get("identifier") or key,
        "birthdate": born.get(key, ""),
    }


def _is_student(user: dict[str, str]) -> bool:
    return user.get("role", "").lower() == "student"


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
