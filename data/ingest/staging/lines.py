"""Service lines: the amount out of all columns that tell of it, and the defaults that a line takes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from data.ingest.mapping.says import BY_DAY
from data.ingest.model import NOT_USED, Question
from data.ingest.ours import is_export
from data.ingest.staging import amounts, ended, lettered_kinds, readers, services, summers
from data.ingest.staging.amounts import Amount, Cell
from data.ingest.staging.columns import NONE, Heading
from data.ingest.staging.work import DOUBT, Rule, Work, doubt
from data.ingest.tables.steps.amounts import cycles
from data.ingest.values import durations, frequencies, line_amounts, numbers, seasons, spelt

_AMOUNT = {
    "per_session": pa.float64(), "per_cycle": pa.float64(), "amount": pa.float64(), "said_cycle": pa.string(),
    "usable": pa.bool_(), "said_text": pa.string(), **DOUBT,
}  # fmt: skip
_REJECTS = ("no_amount", "uncalculated", "error_cell", "negative_minutes", "too_many_minutes")
_RANGE = re.compile(r"\b\d+\s*(?:-|–|to)\s*\d+\b")
_UNSETTLED = (
    ("cycle", NOT_USED), ("sessions_per_cycle", NOT_USED), ("amount_minutes", NOT_USED),
    ("minutes_per_session", "amount_minutes"),
)  # fmt: skip
"""What may be answered to the questions of columns on which the amount depends."""
NO_PERIOD = "amounts without a period"
"""What is asked once for all amounts of a sheet that say no week, month or year."""
CHOICES = {
    "biweekly": ("2 times a week", "every other week"),
    "six_weeks": ("every 6 weeks", "quarterly"),
    "bimonthly": ("2 times a month", "every 8 weeks"),
    "mon": ("monthly", "weekly on Monday"),
    "no_cycle": ("weekly", "monthly", "quarterly", "yearly"),
}


def stage(work: Work) -> None:
    """Decide each line's amount and cycle, and fill in service, kind, plan, setting and grouping."""
    services.settle(work, by_lines=False)
    _stated(work)
    _amount(work)
    _workings(work)
    _fields(work)
    _rules(work)


_SHOWN = 3


def _workings(work: Work) -> None:
    """Say of the first frequencies how they are read, with the working: 2 x 30 min Weekly is 2 x 30 = 60 a week."""
    texts = [text.strip() for heading in work.at("frequency") for text in heading.texts[:_SHOWN]]
    told = [f"{text} is {worked}" for text in texts if (worked := frequencies.working(frequencies.read(text)))]
    if told:
        work.assumptions.append(f"Amounts are read so, in minutes: {'; '.join(told)}.")


def _stated(work: Work) -> None:
    """Another system's totals, to compare with; a yearly one that can't be read is nothing."""
    for heading in work.at("stated_delivered_minutes"):
        work.assumptions.append(f"Totals under {heading.heading} are another system's: to compare with, in no figure.")
    for heading in work.at("stated_year_minutes"):
        unit = readers.unit_of(heading.heading)
        values = [durations.read(text, unit, most=1_000_000.0).value for text in heading.texts]
        work.decide(
            "stated",
            {"key": f"b.k{heading.place}"},
            lambda key, values=values: {"stated": values[key] if key >= 0 else None},
            {"stated": pa.float64()},
        )
        work.fields["stated_year_minutes"] = "cast(stated as decimal(12,4))"


def _amount(work: Work) -> None:
    """Settle each distinct combination of the cells of an amount."""
    found = work.at(*amounts.CELLS)
    if any(_RANGE.search(text) for heading in found for text in heading.texts):
        work.assumptions.append("A range of minutes or sessions obliges its least.")
    _note_bare(work)
    cycle = _heading_cycle(found)
    count = next((one for one in work.mapping.questions if one.choices in _UNSETTLED), None)

    units = {heading.place: readers.unit(work, heading) for heading in found}
    texts = {heading.place: _texts(heading) for heading in found}

    def decide(**places: int) -> dict[str, Any]:
        cells = [
            Cell(
                heading.field,
                heading.heading,
                texts[heading.place][places[f"k{heading.place}"]],
                dict(heading.says).get("cycle"),
                units[heading.place],
            )
            for heading in found
            if places.get(f"k{heading.place}", -1) >= 0
        ]
        amount = _settled(work, cells, cycle)
        return _told(work, amount) | ({} if amount.problem or not count else _uncounted(work, count))

    work.decide("amount", {f"k{heading.place}": f"b.k{heading.place}" for heading in found}, decide, _AMOUNT)
    work.has_doubts = True


def _note_bare(work: Work) -> None:
    """Tell of a frequency that is nothing but numbers beside a column that counts sessions and says other ones: it may be a
    code, or times a day, and isn't read."""
    for count in work.at("sessions_per_cycle")[:1]:
        work.assumptions += [
            f"The numbers under {one.heading} are not read: {count.heading} says how often, and no key what they mean."
            for one in work.at("frequency")
            if all(map(numbers.is_number, one.texts)) and _differ(work, one, count)
        ]


def _differ(work: Work, one: Heading, other: Heading) -> bool:
    """Whether two columns of numbers say different ones in a row."""
    columns = [work.table.body.column(heading.place) for heading in (one, other)]
    pairs = pa.table(columns, ["one", "other"]).group_by(["one", "other"]).aggregate([]).to_pylist()
    told = [tuple(numbers.to_float(pair[name] or "") for name in ("one", "other")) for pair in pairs]
    return any(None not in pair and pair[0] != pair[1] for pair in told)


def _texts(heading: Heading) -> Sequence[str]:
    """The texts of a column of amounts, as they are read beside one another."""
    texts = spelt.settled(heading.texts)
    return line_amounts.counted(texts) if heading.field in _OFTEN else texts


_OFTEN = ("frequency", "cycle", "sessions_per_cycle")


def _settled(work: Work, cells: list[Cell], cycle: str | None) -> Amount:
    """The amount of a line; one that names no period has the one that was answered for all such of the sheet, or that
    a title names (Weekly OT minutes)."""
    is_counted = bool(work.at("sessions_per_cycle"))
    amount = amounts.settle(cells, cycle, work.answers, is_counted=is_counted)
    answer = (work.answer(NO_PERIOD) or _titled(work)) if amount.problem == "no_cycle" else None
    if not answer:
        return amount
    if answer.casefold() == "unusable":
        return replace(amount, usable=False, minutes=None, problem="", text=amount.text or amount.shown)
    usual = frequencies.read(amounts.cycle_words(answer)).cycle
    return amounts.settle(cells, usual, work.answers, is_counted=is_counted) if usual else amount


def _titled(work: Work) -> str | None:
    """The one period that titles and notes around the table say of its amounts, which is told."""
    said = {cycle: note for note in work.table.notes if (cycle := cycles.in_remark(note))}
    if len(said) != 1:
        return None
    cycle, note = said.popitem()
    told = f"Amounts without a period are by the {cycle}, as {note.strip()!r} says."
    if told not in work.assumptions:
        work.assumptions.append(told)
    return cycle


def _heading_cycle(found: list[Heading]) -> str | None:
    """The one cycle that headings say; minutes per day don't gainsay a number of days a week."""
    said = {cycle for heading in found if (cycle := dict(heading.says).get("cycle"))}
    said = said - {BY_DAY} or said
    return said.pop() if len(said) == 1 else None


def _uncounted(work: Work, question: Question) -> dict[str, str]:
    """A column that decides the amount isn't clear: the minutes may be those of one session, or of another cycle."""
    why = f"it isn't clear how {question.value} tells the amount; say what the column is"
    return work.doubt_column("maybe_count", question, why)


def _told(work: Work, amount: Amount) -> dict[str, Any]:
    if amount.is_once:
        work.assumptions.append(_ONCE)
    return {
        "per_session": amount.minutes_per_session, "per_cycle": amount.sessions, "amount": amount.minutes,
        "said_cycle": amount.cycle, "usable": amount.usable and not amount.problem, "said_text": amount.text,
        **(_doubt(work, amount) if amount.problem else {}),
    }  # fmt: skip


_ONCE = "Weekly (daily, monthly) beside the length of a session, and no number of sessions: once each time."


def _doubt(work: Work, amount: Amount) -> dict[str, str]:
    """An amount that can't be read only asks (its line is unusable); what is no amount at all is rejected."""
    exported = amount.problem == "no_amount" and is_export(work.table.headings)
    severity = "ask" if not amount.usable or exported else "reject" if amount.problem in _REJECTS else "wait"
    column = work.heading(amount.field) if amount.field else _amount_heading(work)
    asked = amount.shown and severity != "reject"
    question = _question(work, amount.problem, amount.shown, amount.message) if asked else None
    return doubt(amount.problem, amount.message, severity, column, amount.shown, question)


def _fields(work: Work) -> None:
    for field, column in (
        ("minutes_per_session", "per_session"), ("sessions_per_cycle", "per_cycle"), ("amount_minutes", "amount"),
    ):  # fmt: skip
        work.fields[field] = f"cast({column} as decimal(12,4))"
    work.fields |= {"cycle": "said_cycle", "amount_text": "said_text", "is_usable": "usable"}
    _extended(work)
    summers.date(work)
    plan, written = work.value("plan_type"), [_is_written(one) for one in work.at("plan_type")]
    unknown = f"case when {' or '.join(written)} then 'OTHER' end, " if written else ""
    work.fields["plan_type"] = f"coalesce({plan}, {unknown}'IEP')" if plan else "'IEP'"
    no_plan = f"{plan} is null and not ({' or '.join(written)})" if plan and written else "true"
    work.assumed_where.append((no_plan, "{rows} without a plan type: taken as IEP."))
    work.fields["assumed"] = (
        f"nullif(concat_ws(',', case when {no_plan} then 'plan_type' end, case when kind_assumed then 'kind' end), '')"
    )
    if not work.at("student_id"):
        work.fields["student_id"] = "cast(null as varchar)"


def _is_written(column: Heading) -> str:
    """SQL: whether a row has a text under a column; where a title ended what another one told, it is blank."""
    blank = [f", {at}" for at, text in enumerate(column.texts) if not text.strip()]
    return f"(k{column.place} not in ({NONE}{''.join(blank)}))"


def _extended(work: Work) -> None:
    """Lines of the extended school year where nothing but what else is told of them (SLP - ESY), the titles, the sheet or
    the file say so."""
    if work.at("esy"):
        return
    around = (*work.table.notes, work.table.sheet, work.context.file_name.replace("_", " "))
    if told := next((text for text in around if seasons.is_extended(text)), None):
        work.fields["esy"] = "true"
        work.assumptions.append(f"Lines of the extended school year, as {told.strip()!r} says.")
        return
    found = []
    for heading in work.at(*_MAY_NAME_A_SEASON):
        keys = [str(key) for key, text in enumerate(heading.texts) if seasons.is_extended(text)]
        found += [f"k{heading.place} in ({', '.join(keys)})"] if keys else []
    if found:
        work.fields["esy"] = " or ".join(found)


_MAY_NAME_A_SEASON = ("plan_type", "service", "frequency", "kind", "setting", "grouping", "cycle")


def _rules(work: Work) -> None:
    ended.ask(work)
    lettered_kinds.ask(work)
    summers.ask(work)
    start, end = work.value("start_date"), work.value("end_date")
    if start and end:
        work.rules.append(
            Rule(work.heading("end_date"), "ends_before_start", "the line ends before it starts", "reject",
                 f"{end} < {start}", f"cast({end} as varchar)")
        )  # fmt: skip


def _amount_heading(work: Work) -> str:
    found = work.at(*amounts.FIRST)
    return found[0].heading if found else "amount_minutes"


def _question(work: Work, code: str, text: str, message: str) -> tuple[str, str]:
    """What to ask of an amount: a missing period once for the sheet, anything else of each text."""
    if code == "no_cycle":
        named = " and ".join(repr(one.heading) for one in work.at(*amounts.FIRST))
        told = (
            f"Amounts under {named} name no period, such as {text.strip()!r}; are they by week, month, quarter or year?"
        )
        return work.ask("frequency", NO_PERIOD, told, (*CHOICES[code], "unusable"))
    if code == "too_long":
        whole = f"{text.strip()} min" if text.strip()[-1:].isdigit() else text.strip()
        choices = tuple(f"{whole} {period}" for period in CHOICES["no_cycle"])
        return work.ask("frequency", text.strip(), f"{text.strip()!r}: {message}", (*choices, "unusable"))
    by_title = (text.removesuffix(cycles.BY_A_TITLE),) if text.endswith(cycles.BY_A_TITLE) else ()
    titled = (*by_title, "weekly") if code == "some_weeks" else ()
    choices = (*CHOICES.get(code, titled), "unusable")
    return work.ask("frequency", text.strip(), f"{text.strip()!r}: {message}", choices)
