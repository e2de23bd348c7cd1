"""A letter, or a tick, under a heading that is that letter (C, C?) beside lines may say that they are consult: it is asked."""

import pyarrow as pa

from data.ingest.staging.columns import NONE, Heading, distinct, taken
from data.ingest.staging.work import Rule, Work
from data.ingest.values import flags
from data.ingest.values.words import plain

FIELD = "lettered kind"
_OF_CONSULT = frozenset({"c", "con", "cons"})
_KINDS = ("indirect", "direct")


def hints(work: Work) -> list[Heading]:
    """The columns without a place that are headed so, with which rows are marked, where no column tells direct and indirect."""
    if work.at("kind"):
        return []
    taken_places = {heading.place for heading in work.headings}
    found = []
    for place, column in work.placed():
        if place not in taken_places and not column.is_left_out and plain(column.heading) in _OF_CONSULT:
            texts, keys = distinct(work.table.body.column(place))
            marked = [plain(text) in _OF_CONSULT or flags.read(text).value is True for text in texts]
            if texts and all(marked):
                new = taken(keys, [*(0 for _ in texts), NONE])
                heading = column.heading
                found.append(Heading(place, heading, FIELD, "text", (), (), pa.array([heading], pa.string()), new))
    return found


def ask(work: Work) -> None:
    """Ask whether the marked lines are consult, or direct; what is answered is their kind."""
    for hint in work.hints:
        if hint.field == FIELD:
            answer = (work.answer(hint.heading) or "").casefold()
            if answer in _KINDS:
                work.fields["kind"] = f"case when h{hint.place} = 0 then '{answer}' else {work.fields['kind']} end"
                work.extra["kind_assumed"] = f"({work.extra['kind_assumed']}) and b.h{hint.place} <> 0"
            else:
                text = f"Does a mark under {hint.heading!r} say that a line is consult (indirect)?"
                question = work.ask("code", hint.heading, text, _KINDS)
                message = f"it isn't clear whether {hint.heading!r} says that this line is consult; say so"
                work.rules.append(
                    Rule(hint.heading, "maybe_consult", message, "wait", f"h{hint.place} = 0", question=question)
                )
