"""Lines of which a column of statuses says that they aren't in force, where no day ends them: they are asked about."""

import re

import pyarrow as pa

from data.ingest.staging.columns import NONE, Heading, distinct, taken
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.values.words import said_by

_FEW = 12
"""Distinct texts from which a column is no list of statuses."""
_OUT = re.compile(
    r"^(?:in-?active|not (?:active|in force|started|accepted)|discontinued|dismissed|exited|ended|terminated|closed|stopped|"
    r"declined|refused|rejected|revoked|withdrawn|dropped|expired|cancell?ed|superseded|completed|pending|proposed|draft|"
    r"future|on hold|suspended)\b",
    re.IGNORECASE,
)
IN, OUT = "in force", "not in force"


def hints(work: Work) -> list[Heading]:
    """The columns of statuses without a place, some of whose texts say that a line isn't in force: these texts."""
    found = []
    placed = {heading.place for heading in work.headings}
    for place, column in work.placed():
        if place not in placed and not column.is_left_out and "status" in said_by(column.heading):
            texts, keys = distinct(work.table.body.column(place))
            told = tuple(text.strip() for text in texts if _OUT.match(text.strip()))
            if told and len(texts) <= _FEW:
                places = [told.index(text.strip()) if text.strip() in told else NONE for text in texts]
                new = taken(keys, [*places, NONE])
                found.append(Heading(place, column.heading, "", "text", (), (), pa.array(told, pa.string()), new))
    return found


def ask(work: Work) -> None:
    """Ask whether such lines are in force, where no day says when they ended; those that aren't make no line."""
    end = work.value("end_date")
    for hint in work.hints:
        for key, text in enumerate(hint.texts):
            answer = (work.answer(text) or "").casefold()
            where = f"h{hint.place} = {key}" + (f" and {end} is null" if end else "")
            if answer == OUT:
                work.ignored.append(where)
            elif answer != IN:
                told = f"Is a line with {text!r} under {hint.heading!r} in force, though no day ends it?"
                question = work.ask("code", text, told, (IN, OUT))
                message = f"{text!r} may say that this line isn't in force; say so, or give it an end date"
                work.rules.append(Rule(hint.heading, "maybe_ended", message, "wait", where, literal(text), question))
