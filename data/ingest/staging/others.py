"""Datasets whose fields are what their columns say, with few rules of their own."""

import re
from dataclasses import replace
from datetime import date

import pyarrow as pa

from data.ingest.staging import measures, scales
from data.ingest.staging.columns import Heading
from data.ingest.staging.services import of_names
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.values import codes, criteria, dates, names, numbers, scores
from data.ingest.values.criteria import Criterion
from data.ingest.values.read import Read
from data.ingest.values.words import said_by


def stage_plain(work: Work) -> None:
    """Nothing beside the columns themselves."""


def stage_awards(work: Work) -> None:
    """An award without a number is told by its student, service and day; without a day two could be taken for one."""
    own, day = (work.value(name) or "null" for name in ("award_id", "awarded_on"))
    message = "an award needs its number, or the day on which it was awarded; fill one in"
    work.rules.append(Rule(work.heading("award_id"), "no_award", message, "reject", f"{own} is null and {day} is null"))


def stage_schools(work: Work) -> None:
    """A school without a short name or number is called by its full name; a district or a state is no school."""
    if level := work.value("level"):
        work.ignored.append(
            f"lower(trim({level})) in ('district', 'state', 'national', 'local', 'department', 'lea', 'sea')"
        )
    if full := work.value("school_name"):
        own = work.value("school")
        work.fields["school"] = f"coalesce({own}, {full})" if own else full


def stage_decisions(work: Work) -> None:
    """Decisions: a period by its month or first day; an item of a worklist on which nothing was decided is none."""
    for heading in work.at("period"):
        work.decide(
            f"period{heading.place}",
            {"key": f"b.k{heading.place}"},
            lambda key, texts=heading.texts: {"named_period": period_name(texts[key]) if key >= 0 else None},
            {"named_period": pa.string()},
        )
        work.fields["period"] = "named_period"
    if not work.at("line_id"):
        _only_lines(work)
    places = [heading.place for heading in work.at("decision", "decided_on", "decided_by")]
    work.ignored.append(" and ".join(f"trim(coalesce(c{place}, '')) = ''" for place in places) or "false")


def _only_lines(work: Work) -> None:
    """The line of a row that names none: the only one on file of its student and service in its month; else it waits."""
    told = {part: next(iter(work.at(*names)), None) for part, names in _TELL_LINE.items()}
    found = {part: heading for part, heading in told.items() if heading is not None}
    work.decide(
        "only_line",
        {part: f"b.k{heading.place}" for part, heading in found.items()},
        lambda **keys: _only_line(work, {p: found[p].texts[key] if key >= 0 else "" for p, key in keys.items()}),
        {"only_line": pa.string(), "line_student": pa.string()},
    )
    work.fields["line_id"], work.fields["student_id"] = "only_line", "line_student"
    message = (
        "no line on file, or more than one, is this student's of this service and month; load the list of lines first, or "
        "add the line's id"
    )
    work.rules.append(Rule(work.heading("line_id"), "no_line", message, "wait", "only_line is null"))


_TELL_LINE = {"who": ("student_id", "student_name"), "service": ("service",), "period": ("period",)}


def _only_line(work: Work, told: dict[str, str]) -> dict[str, str]:
    """Student and line of one combination of student, service and period; empty where it isn't one line."""
    who = told.get("who", "").strip()
    name = names.read(who)
    keys = (who.lower(), ", ".join(part for part in (name.last, name.first) if part).lower())
    service, period = codes.find(told.get("service", ""), "service"), period_name(told.get("period", "")) or ""
    lines = [one for key in dict.fromkeys(keys) for one in work.context.lines_of.get((key, service or ""), ())]
    held = {line[:2] for line in lines if _is_of(period, *line[2:])}
    if len(held) != 1:
        return {}
    student, line = held.pop()
    return {"line_student": student, "only_line": line}


def _is_of(period: str, first: date | None, last: date | None) -> bool:
    """Whether a line's days reach into a month (2025-10), or hold a period's first day."""
    start, end = (period, period) if len(period) > len("2025-10") else (f"{period}-01", f"{period}-31")
    return (first is None or first.isoformat() <= end) and (last is None or last.isoformat() >= start)


_MONTH = re.compile(r"^(?:(?P<year>\d{4})[-/. ](?P<month>\d{1,2})|(?P<number>\d{1,2})[-/. ](?P<full>\d{4}))$")
_NAMED_MONTH = re.compile(r"^(?P<name>[a-z]{3,9})\.?,?[- ](?P<year>\d{4})$", re.IGNORECASE)


def period_name(text: str) -> str | None:
    """A credit period's name: "2025-10" for a month however it is written, a day as YYYY-MM-DD, other texts as they are."""
    bare = " ".join(text.split())
    if found := _MONTH.match(bare):
        year, month = found["year"] or found["full"], int(found["month"] or found["number"])
        return f"{year}-{month:02d}" if 1 <= month <= 12 else bare
    if (found := _NAMED_MONTH.match(bare)) and (month_no := dates.month_number(found["name"])):
        return f"{found['year']}-{month_no:02d}"
    day = dates.read(bare)
    return bare or None if day.failed or day.value is None else str(day.value)


def stage_goals(work: Work) -> None:
    """Baseline and target as numbers, with the unit that stands behind them (6 prompts, 80%), the trials (4/5) and how
    often in a row (across 3 sessions), where no column says it; down where a target is the most that there may be.

    Two units in one row say none: the goal goes in without; where they are of another length or rate (12 a day, 3 a
    week), the baseline stays out as well, and is told.
    """
    _tell_service(work)
    found, units = work.at("baseline", "target"), []
    for heading in found:
        _read_measure(work, heading)
    for heading in found:
        amount, unit = _beside(heading.place, [other.place for other in found if other is not heading])
        amount = f"coalesce({amount}, v{heading.place})"
        if heading.field == "baseline" and len(found) == 2:
            other = _of_another_span(*(one.place for one in found))
            amount, unit = (f"case when {other} then null else {one} end" for one in (amount, unit))
            message = "the baseline is told by another length of time than the target; write both in the same one"
            work.rules.append(Rule(heading.heading, "two_units", message, "ask", other, f"c{heading.place}"))
        work.fields[heading.field] = f"cast({amount} as double)"
        units.append(unit)
    scales.of_goals(work, found, units)
    if found:
        _tell(work, "unit", _one_of(units), "varchar")
        _tell(
            work,
            "trials",
            f"coalesce({', '.join(f'trials{heading.place}' for heading in reversed(found))}, null)",
            "integer",
        )
    for heading in work.at("target"):
        _tell(work, "consecutive_required", f"row{heading.place}", "integer")
        most = f"most{heading.place}" + (f" or v{heading.place} is not null" if is_most(heading.heading) else "")
        _tell(work, "direction", f"case when {most} then 'down' end", "varchar")


_AREAS_TOO = ("SDI", "BEHAVIOR", "OTHER")
"""What a title over goals may say of their area as well as of who works on them."""


def _tell_service(work: Work) -> None:
    """The service that the sheet's name, its titles or the file's name tell (a tab for each discipline), where no column
    does."""
    around = None if work.at("service") else of_names(work)
    if around and around not in _AREAS_TOO:
        work.fields["service"] = f"cast({literal(around)} as varchar)"
        work.assumptions.append(
            f"No column says the goals' service: taken as {around}, from the name of the sheet or file."
        )


def _read_measure(work: Work, heading: Heading) -> None:
    place, told = heading.place, [_criterion(work, heading, text) for text in heading.texts]
    bare = [Read(one.value if one and one.unit is None else None) for one in told]
    measures.ask_percent(work, heading, bare)
    shows = measures.says_percent(heading) or (work.context.is_bare and measures.shows_percent(work, heading))
    if shows or _are_parts_of_scores(work, told):
        told = _in_percent(told)
    work.decide(
        f"measure{place}",
        {"key": f"b.k{place}"},
        lambda key: (
            _measure(place, told[key] if key >= 0 else None) | _spans(place, heading.texts[key] if key >= 0 else "")
        ),
        {f"{part}{place}": kind for part, kind in _PARTS.items()},
    )
    work.definitions = [one for one in work.definitions if one.place != place or told[one.key] is None]


def _are_parts_of_scores(work: Work, told: list[Criterion | None]) -> bool:
    """Whether bare numbers are parts of one as those beside them are, under a heading that says percent (Score %: 0.5)."""
    if not measures.are_parts(one.value for one in told if one and one.unit is None):
        return False
    beside = (place for place, one in enumerate(work.table.headings) if measures.names_percent(one))
    return any(measures.are_parts(map(numbers.to_float, work.table.texts(place))) for place in beside)


def _in_percent(told: list[Criterion | None]) -> list[Criterion | None]:
    """Bare numbers as percent, parts of one made so: 0.35 and 35 are 35 percent."""
    bare = [one for one in told if one and one.unit is None]
    times = 100 if measures.are_parts(one.value for one in bare) else 1
    return [replace(one, value=round(one.value * times, 9), unit="percent") if one in bare else one for one in told]


def _criterion(work: Work, heading: Heading, text: str) -> Criterion | None:
    """A measure in words, the step of a scale (3 - Mod A), or minutes and seconds where the heading says so."""
    if level := scores.level(text):
        return Criterion(level.value, "level")
    clock = measures.read_clock(work, heading, text)
    return Criterion(clock.value, measures.of_minutes(work)) if clock and not clock.failed else criteria.read(text)


def _beside(place: int, others: list[int]) -> tuple[str, str]:
    """SQL: (amount, unit) of a measure: trials beside a percent are told in percent (4/5 is 80)."""
    if not others:
        return f"measure{place}", f"unit{place}"
    share = f"unit{others[0]} = 'percent' and trials{place} is not null"
    amount = f"case when {share} then measure{place} * 100.0 / trials{place} else measure{place} end"
    return amount, f"case when {share} then 'percent' else unit{place} end"


_PARTS = {"measure": pa.float64(), "unit": pa.string(), "trials": pa.int32(), "row": pa.int32(), "most": pa.bool_(),
          "length": pa.string(), "every": pa.string()}  # fmt: skip
_LENGTH = re.compile(r"^\D*[\d.,]+\s*(?:(s)ec(?:ond)?s?|(m)in(?:ute)?s?|(h)(?:ou)?rs?)\b", re.IGNORECASE)
_EVERY = re.compile(
    r"(?:/|\b(?:per|an?|each|every)\b)\s*(?:(h)(?:ou)?r|(d)ay|(w)(?:ee)?k|(m)o(?:nth)?)\b|\b(?:(h)our|(d)ai|(w)eek|(m)onth)ly\b",
    re.IGNORECASE,
)


def _spans(place: int, text: str) -> dict[str, str | None]:
    """The length of time that a measure counts (22 minutes), and the one over which it counts (12 times per day)."""
    found = {"length": _LENGTH.search(text), "every": _EVERY.search(text)}
    return {
        f"{part}{place}": next((letter.lower() for letter in match.groups() if letter), None) if match else None
        for part, match in found.items()
    }


def _of_another_span(place: int, other: int) -> str:
    """SQL: whether two measures count other lengths of time, or over others; one that tells none gainsays nothing."""
    differ = (f"coalesce({part}{place} <> {part}{other}, false)" for part in ("length", "every"))
    return f"({' or '.join(differ)})"


def is_most(heading: str) -> bool:
    """Whether a heading says that its numbers are the most that there may be: Goal (no more than)."""
    return bool({"most", "maximum"} & said_by(heading))


def _tell(work: Work, field: str, told: str, kind: str) -> None:
    """A field by its own column, else by what is told beside."""
    own = work.value(field)
    work.fields[field] = f"cast(coalesce({own}, {told}) as {kind})" if own else f"cast({told} as {kind})"


def _measure(place: int, told: Criterion | None) -> dict[str, float | str | None]:
    if told is None:
        return {}
    unit = criteria.singular(told.unit) if told.unit and told.trials is None else told.unit
    return {
        f"measure{place}": told.value, f"unit{place}": unit, f"trials{place}": told.trials, f"row{place}": told.in_a_row,
        f"most{place}": told.is_most,
    }  # fmt: skip


def _one_of(units: list[str]) -> str:
    """SQL: the unit of several columns where they don't gainsay each other."""
    if len(units) == 1:
        return units[0]
    first, second = (f"({unit})" for unit in units)
    return f"case when {first} is null or {second} is null or {first} = {second} then coalesce({first}, {second}) end"
