"""The persons that a row names, in the columns that the import matches them by."""

import pyarrow as pa

from data.ingest.staging import numbered
from data.ingest.staging.columns import Heading
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.tables.steps.people import names_in_cell, staffing, two_ids
from data.ingest.values import names, no_names
from data.ingest.values.vocabulary import STUDENTS
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by

_NAMES = {"student_last_name": "v", "student_first_name": "w"}
_PROVIDERS = {
    "provider_id": "provider_name_text", "assistant_id": "assistant_name_text", "otr_of_record_id": "otr_name_text",
}  # fmt: skip
"""Ids of providers, and where a name that stands under such a heading goes."""


def name_them(work: Work) -> None:
    """Add the columns of students and providers as the file writes them, those that it gives."""
    _refuse_groups(work)
    _ask_pairs(work)
    _ask_forms(work)
    numbered.ask(work)
    if work.dataset.name == "students":
        return
    for column, part in _NAMES.items():
        whole = work.value("student_name", part)
        given = [value for value in (work.value(column), whole) if value]
        if given:
            work.fields[column] = f"coalesce({', '.join(given)})" if len(given) > 1 else given[0]
    for column in ("student_birth_date", "student_school", "student_grade"):
        if value := work.value(column):
            work.fields[column] = value
    if work.known("school") and not work.at("school") and _attends(work):
        work.fields["school"] = str(work.value("student_school"))
    if work.dataset.name != "providers":
        for column, value in (
            ("provider_name_text", _provider(work)),
            ("provider_role_text", work.value("provider_role")),
        ):
            if value:
                work.fields[column] = value
        _name_for_ids(work)


def _refuse_groups(work: Work) -> None:
    """Reject what has a group, a class or a remark in a student's place, and no id that says who is meant."""
    known = work.value("student_id")
    for heading in work.at("student_name"):
        turned = {no_names.turned(text) for text in heading.texts if "," in text}
        none = {
            key: text
            for key, text in enumerate(heading.texts)
            if no_names.is_no_childs(text) and plain(text) not in turned
        }
        asked = [
            key for key, text in none.items() if no_names.may_be_childs(text) and _is_asked(work, heading, key, text)
        ]
        children = {text for text in none.values() if (work.answer(text) or "").casefold() == A_CHILD}
        keys = [str(key) for key, text in none.items() if key not in asked and text not in children]
        if keys:
            where = f"k{heading.place} in ({', '.join(keys)})" + (f" and {known} is null" if known else "")
            work.rules.append(_no_student(heading, where))


def _no_student(heading: Heading, where: str) -> Rule:
    message = "names no one child; write a row for each student who was there"
    return Rule(heading.heading, "no_student", message, "reject", where, f"c{heading.place}")


A_CHILD, NO_CHILD = "a child", "no child"


def _is_asked(work: Work, heading: Heading, key: int, text: str) -> bool:
    """Ask of a text that may name a child as well as a class or a room; False where it was answered, or an id says it."""
    if work.answer(text):
        return False
    known = work.value("student_id")
    question = work.ask(
        "code", text, f"Is {text!r} under {heading.heading!r} a child, or a class or room?", (A_CHILD, NO_CHILD)
    )
    where = f"k{heading.place} = {key}" + (f" and {known} is null" if known else "")
    message = "it isn't clear whether this is a child's name; say so"
    work.rules.append(Rule(heading.heading, "maybe_no_student", message, "wait", where, f"c{heading.place}", question))
    return True


TWO_FORMS, ONE, TWO = "(two forms of id)", "one student", "two students"
"""What is asked once of a file whose only name with ids of two forms may be one student's, and its answers."""


def _ask_forms(work: Work) -> None:
    """Rows of a rarer form of id beside a name that has the usual one, too, wait for whether both are one student's."""
    told, own_id = two_ids.of_names(work.table), work.value("student_id")
    if told is None or own_id is None or own_id != f"v{told.place}":
        return
    other, usual = next(iter(told.meant.items()))
    answer = work.answer(TWO_FORMS)
    if answer == ONE:
        work.fields["student_id"] = f"case when {own_id} = {literal(other)} then {literal(usual)} else {own_id} end"
    elif answer != TWO:
        text = f"Are {other} and {usual}, beside the same name, the ids of one student?"
        question = work.ask("code", TWO_FORMS, text, (ONE, TWO))
        why = "the same name stands beside an id of another form; say whether it is one student"
        rows = f"{own_id} = {literal(other)}"
        work.rules.append(Rule(work.heading("student_id"), "two_forms", why, "wait", rows, own_id, question))


def _ask_pairs(work: Work) -> None:
    """Rows of a log with two whole names and a comma between, in a column of names that are written first name first, wait for
    whether they are of one student or two."""
    if work.dataset.name != "sessions" or work.value("student_id"):
        return
    for heading in work.at("student_name"):
        alone = [text for text in heading.texts if text.strip() and "," not in text]
        if alone and all(len(text.split()) > 1 for text in alone):
            for key, text in enumerate(heading.texts):
                if names_in_cell.is_a_pair(text):
                    _ask_pair(work, heading, key, text)


def _ask_pair(work: Work, heading: Heading, key: int, text: str) -> None:
    rows, answer = f"k{heading.place} = {key}", work.answer(text)
    if answer == TWO:
        work.rules.append(_no_student(heading, rows))
    elif answer != ONE:
        asked = f"Is {text!r} under {heading.heading!r} one student, or two? Others stand first name first."
        question = work.ask("code", text, asked, (ONE, TWO))
        message = "it isn't clear whether this is one student's name or two; say so"
        work.rules.append(Rule(heading.heading, "maybe_two", message, "wait", rows, f"c{heading.place}", question))


def _attends(work: Work) -> bool:
    """Whether the only school of a row is the one that the student attends, and so is served at; not where they live."""
    return any(not _OF_HOME & said_by(heading.heading) for heading in work.at("student_school"))


_OF_HOME = frozenset(("home", "homeroom", "residence", "resident", "neighborhood", "zoned"))


def _name_for_ids(work: Work) -> None:
    """A whole name where a provider's id should stand (Supervisor: Ada Lin) is a name to match by, and no id."""
    for field, column in _PROVIDERS.items():
        for heading in work.at(field):
            told = [names.provider(text) if _is_name(text) else None for text in heading.texts]
            if any(told):
                named = f"named{heading.place}"
                work.decide(
                    named,
                    {"key": f"b.k{heading.place}"},
                    lambda key, told=told, named=named: {named: told[key] if key >= 0 else None},
                    {named: pa.string()},
                )
                work.fields[field] = f"case when {named} is null then v{heading.place} end"
                said = work.fields.get(column)
                work.fields[column] = f"coalesce({said}, {named})" if said else named


def _is_name(text: str) -> bool:
    """Whether a text is a whole name, credentials behind it or not (Dov Lindgren, COTA/L), and no id."""
    return names.looks_whole(names.provider(text) or "") and not any(letter.isdigit() for letter in text)


def _provider(work: Work) -> str | None:
    """A provider's name in one cell, else "Last, First" of two; SQL, None where no column tells it."""
    parts = [value for name in ("provider_last_name", "provider_first_name") if (value := work.value(name))]
    told = [value for value in (work.value("provider_name"),) if value]
    told += [f"nullif(concat_ws(', ', {', '.join(parts)}), '')"] if parts else []
    return f"coalesce({', '.join(told)})" if told else None


def stage_students(work: Work) -> None:
    """A roster: a name in one cell becomes family and given name; where a role is said, only students are records."""
    for column, part in (("last_name", "v"), ("first_name", "w")):
        given = [value for value in (work.value(column), work.value("student_name", part)) if value]
        if given:
            work.fields[column] = f"coalesce({', '.join(given)})"
    named = [(f"v{one.place}", words_of(one.heading)) for one in work.at("other_ids")]
    if given := [f"{literal(system)} || '=' || {value}" for value, system in named if system not in _OWN_LISTS]:
        given += [value for value, system in named if system in _OWN_LISTS]
        work.fields["other_ids"] = f"nullif(concat_ws('; ', {', '.join(given)}), '')"
    if role := work.value("user_role"):
        work.ignored.append(f"lower({role}) not in ({', '.join(map(literal, sorted(STUDENTS)))})")


_OWN_LISTS = ("other ids", "other id", "alternate ids")
"""Headings over cells that name the system of each id themselves."""


def stage_providers(work: Work) -> None:
    """A staff list: the fields as they are, a name in two columns put together. A vacant post, and a row of sums, is nobody:
    without an id it is no record."""
    name = _provider(work)
    if name:
        work.fields["provider_name"] = name
    told = [name, *(work.value(field) for field in ("provider_id", "role", "home_school", "employer"))]
    work.ignored.append(" and ".join(f"{value} is null" for value in told if value) or "false")
    unnumbered = f"{own_id} is null and " if (own_id := work.value("provider_id")) else ""
    for heading in work.at("provider_name", "provider_last_name"):
        if vacant := [str(key) for key, text in enumerate(heading.texts) if no_names.is_vacant(text)]:
            work.ignored.append(f"{unnumbered}k{heading.place} in ({', '.join(vacant)})")
            _tell_vacant(work, heading)


def _tell_vacant(work: Work, heading: Heading) -> None:
    """Say how many posts of a staff list nobody fills, and their FTE: they are no one's record, and in no figure."""
    ids, shares = ([work.table.body.column(one.place).to_pylist() for one in work.at(name)] for name in _OF_A_POST)
    names = work.table.body.column(heading.place).to_pylist()
    vacant = [row for row, name in enumerate(names) if no_names.is_vacant(name or "") and not (ids and ids[0][row])]
    if vacant:
        work.assumptions.append(staffing.vacancies([shares[0][row] if shares else None for row in vacant]))


_OF_A_POST = ("provider_id", "fte")
