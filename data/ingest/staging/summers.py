"""Lines marked as of the extended year whose days go through the regular one: asked whether the mark is of the line."""

from data.ingest.ours import is_export
from data.ingest.staging.work import Rule, Work

LONG = "ESY lines of a regular year"
EXTENDED, REGULAR = "the extended year", "the regular year"
_LONGEST_DAYS = 120
"""From the first day to the last, longer than any summer."""


def ask(work: Work) -> None:
    """A yes under ESY may say of a line that goes on for longer than any summer that it is of the extended year, or that
    the student has a line of that too: the regular year's minutes would be owed by nobody."""
    esy, start, end = (work.value(name) for name in ("esy", "start_date", "end_date"))
    if not esy or not start or not end or is_export(work.table.headings):
        return
    is_long = f"coalesce({esy} and date_diff('day', {start}, {end}) > {_LONGEST_DAYS}, false)"
    if not work.cur.execute(f"select count(*) from {work.name}_base where {is_long}").fetchall()[0][0]:
        return
    answer = (work.answer(LONG) or "").casefold()
    if answer == REGULAR:
        work.fields["esy"] = f"{esy} and not {is_long}"
    elif answer != EXTENDED:
        text = (
            f"Of which year are the lines with a yes under {work.heading('esy')} that go on for longer than a summer? "
            "Where the yes says only that the student has services in the extended year too, they are of the regular one."
        )
        question = work.ask("code", LONG, text, (REGULAR, EXTENDED))
        message = (
            "this line goes on for longer than a summer, and is marked as of the extended year; say of which it is"
        )
        work.rules.append(Rule(work.heading("esy"), "long_esy", message, "wait", is_long, question=question))
