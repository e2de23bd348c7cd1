"""Lines of which a column of statuses says that they aren't in force: they are asked about, but where one has ended by a
day that it tells; so are those with remarks of another amount. The planned end of a line that was only proposed, or declined,
ends nothing."""

import re
from datetime import date

import pyarrow as pa

from data.ingest.staging import lettered_kinds
from data.ingest.staging.columns import NONE, Heading, distinct, taken
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.values import changed_amounts, ends, families
from data.ingest.values.words import said_by

_FEW = 12
"""Distinct texts from which a column is no list of statuses."""
_ENDED = (
    r"in-?active|not (?:active|in force)|discontinued|dismissed|exited|ended|terminated|closed|stopped|revoked|withdrawn|"
    r"dropped|expired|cancell?ed|superseded|completed|on hold|suspended"
)
_NEVER = (
    r"(?:parents?|family|guardians?) (?:declined|refused|rejected)|declined|refused|rejected|not (?:started|accepted|agreed)|"
    r"pending|proposed|draft|future|awaiting|no consent|without consent|consent (?:denied|refused|pending)"
)
_OUT = re.compile(rf"^(?:(?P<never>{_NEVER})|{_ENDED})\b", re.IGNORECASE)
_OF_STATES = frozenset({"status", "consent", "decision", "disposition"})
IN, OUT = "in force", "not in force"


def hints(work: Work) -> list[Heading]:
    """The columns of statuses without a place, some of whose texts say that a line isn't in force: these texts; and those
    of remarks, some of which begin with words of it, of which nothing else is kept."""
    found = []
    placed = {heading.place for heading in work.headings}
    for place, column in work.placed():
        is_remark = bool(families.REMARKS & said_by(column.heading))
        if place not in placed and not column.is_left_out and (is_remark or _OF_STATES & said_by(column.heading)):
            texts, keys = distinct(work.table.body.column(place))
            out = [_open(text) if is_remark else _out(text.strip(), texts) for text in texts]
            told = tuple(dict.fromkeys(filter(None, out)))
            if told and (len(texts) <= _FEW or is_remark):
                places = [told.index(text) if text else NONE for text in out]
                new = taken(keys, [*places, NONE])
                found.append(Heading(place, column.heading, "", "text", (), (), pa.array(told, pa.string()), new))
    return found


def _open(text: str) -> str | None:
    """The words of an end, or of another amount, of which a remark settles nothing."""
    return ends.open_words(text) or changed_amounts.open_words(text)


def _out(text: str, beside: tuple[str, ...]) -> str | None:
    """A status that says that a line isn't in force."""
    return text if _OUT.match(text) or _is_inactive(text, beside) else None


def _is_inactive(text: str, beside: tuple[str, ...]) -> bool:
    """Whether an I among nothing but A and I says inactive."""
    return text.strip().casefold() == "i" and {one.strip().casefold() for one in beside} == {"a", "i"}


def is_never(text: str) -> bool:
    """Whether a status says that a line never came in force: declined, proposed, awaiting consent."""
    found = _OUT.match(text.strip())
    return bool(found and found["never"])


def ask(work: Work) -> None:
    """Ask whether such lines are in force, where no day says when they ended; those that aren't make no line."""
    end, loaded = work.value("end_date"), work.context.options.load_date or date.today()
    for hint in (one for one in work.hints if one.field != lettered_kinds.FIELD):
        for key, text in enumerate(hint.texts):
            answer = (work.answer(text) or "").casefold()
            open_end = f"({end} is null or {end} > date '{loaded}')" if end else "true"
            is_asked = is_never(text) or changed_amounts.open_words(text) is not None
            where = f"h{hint.place} = {key} and {'true' if is_asked else open_end}"
            if answer == OUT:
                work.ignored.append(where)
            elif answer != IN:
                told = f"Is a line with {text!r} under {hint.heading!r} in force, as its row tells it?"
                question = work.ask("code", text, told, (IN, OUT))
                message = f"{text!r} may say that this line isn't in force; {_mend(text)}"
                work.rules.append(Rule(hint.heading, "maybe_ended", message, "wait", where, literal(text), question))


def _mend(text: str) -> str:
    if changed_amounts.open_words(text):
        return "say whether it is, or give each amount a row of its own with its days"
    return "say whether it is" if is_never(text) else "say so, or give it the day on which it ended"
