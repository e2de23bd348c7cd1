"""Service logs: status, reason and minutes out of the several columns that tell of them."""

import re

import pyarrow as pa

from data.contracts import meanings
from data.contracts.synonyms import headings as listed_headings
from data.ingest.mapping import amounts, says
from data.ingest.staging import base, columns, longer, readers, services, verdicts
from data.ingest.staging.columns import Heading
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.tables.steps.amounts import so_far
from data.ingest.values import durations, statuses
from data.ingest.values.dates import YEARLESS
from data.ingest.values.read import NOTHING
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def stage(work: Work) -> None:
    """Decide each session's status, reason and minutes, and fill in its service, kind, setting and grouping."""
    services.settle(work, by_lines=True)
    _minutes(work)
    verdicts.stage(work)
    _fields(work)
    _award(work)
    _so_far(work)
    _rivals(work)
    longer.stage(work)
    _rules(work)


def _rivals(work: Work) -> None:
    """Rows in which two columns tell different minutes wait, where nothing says which of them counts: what should be a part of
    the other is longer than it, or given in another way."""
    for own in work.at("minutes"):
        for other in work.at("gross_minutes"):
            if where := _where_rivals(work, own, other):
                why = _TWO if _is_one_indirect(own, other) else _DIFFER
                message = f"{own.heading!r} and {other.heading!r} {why}"
                work.rules.append(
                    Rule(own.heading, "rivals", message, "wait", where, f"nullif(trim(c{own.place}), '')")
                )


_DIFFER = (
    "differ here, and nothing says which counts; leave one of them unused, or call it by what it tells and upload the file "
    "again"
)
_TWO = (
    "may be of two sessions here, or of one; call both by their kind (Direct Minutes, Indirect Minutes), or leave one of them "
    "unused, and upload the file again"
)


def _where_rivals(work: Work, own: Heading, other: Heading) -> str | None:
    """In which rows the minutes of two columns may be those of two sessions, or of one that nobody can tell; None: in none."""
    first, second = (f"nullif(trim(c{one.place}), '')" for one in (own, other))
    if says.are_apart(own.heading, other.heading):
        return f"{first} <> nullif({second}, '0')"
    if _is_one_indirect(own, other):
        return _where_two(work, own, other)
    return f"{first} <> {second}" if _is_longer(work, own, other) else None


def _where_two(work: Work, own: Heading, other: Heading) -> str:
    """In which rows minutes under one of two headings, one of which says that they are indirect, may be another session's: of
    those that were given, where the row's own kind doesn't settle which of both tells them."""
    indirect, plain = sorted((own, other), key=lambda one: "kind" not in dict(says.subject(one.heading)))
    told, rest = (f"nullif({_length(one)}, 0)" for one in (indirect, plain))
    kind = f"coalesce(told_kind, {work.value('kind') or 'null'})"
    settled = f"({kind} = 'indirect' and coalesce({rest}, {told}) = {told}) or ({kind} = 'direct' and {told} is null)"
    is_sum = f" or {told} = {rest}" if "total" in said_by(other.heading) else ""
    nothing = [
        text
        for text in other.texts
        if (read := readers.lengths(work, other)(text)).value in (None, 0) and not read.failed
    ]
    said = f"c{other.place} not in ({', '.join(map(literal, ['', *nothing]))})"
    return f"{longer.IS_GIVEN} and {said} and not coalesce({settled}{is_sum}, false)"


def _length(one: Heading) -> str:
    """SQL: the minutes of a column."""
    return f"m{one.place}" if one.field == "minutes" else f"v{one.place}"


def _is_one_indirect(own: Heading, other: Heading) -> bool:
    """Whether one of two columns of minutes says that its are indirect, and the other says neither that nor that its were
    planned: they are hardly the same session's."""
    kinds = {dict(says.subject(one.heading)).get("kind") for one in (own, other)}
    planned = meanings.words("planned") | meanings.words("promised")
    return kinds == {None, "indirect"} and not planned & (said_by(own.heading) | said_by(other.heading))


def _is_longer(work: Work, part: Heading, whole: Heading) -> bool:
    """Whether some session is longer than in a column that says nothing of plans, and so should tell its time in all."""
    if said_by(whole.heading) & (meanings.words("planned") | meanings.words("promised")):
        return False
    return amounts.is_more_somewhere(work.table, part.place, whole.place)


SO_FAR = "(amounts used so far)"
EACH, SUM = "each session's own", "sums so far"


def _so_far(work: Work) -> None:
    """Amounts used that grow with each session, and may be sums or how long each was, are asked about."""
    place, answer = so_far.doubtful(work.table), (work.answer(SO_FAR) or "").casefold()
    if place is None or answer == EACH or not any(one.place == place for one in work.at("minutes")):
        return
    heading = work.table.headings[place]
    text = f"The amounts under {heading!r} grow from session to session; are they sums so far, or each session's own?"
    question = None if answer == SUM else work.ask("code", SO_FAR, text, (EACH, SUM))
    message = f"{heading!r} may tell a sum so far; give this session's own minutes, or say that it does"
    work.rules.append(Rule(heading, "maybe_so_far", message, "wait", longer.IS_GIVEN, question=question))


NO_AWARD = "(no award)"
_COMPENSATORY = re.compile(
    r"\bcompensatory\b|\bcomp\.? ?ed\b|\bcomp (?:minutes|mins|services?|time|hours|log)\b", re.IGNORECASE
)


def _award(work: Work) -> None:
    """A log that its titles call compensatory is of an award: where no award is named it is asked, never credited."""
    about = (*work.table.notes, work.table.sheet, *(heading.heading for heading in work.at("minutes", "session_date")))
    if not any(_COMPENSATORY.search(text) for text in about):
        return
    own, answer = work.value("award_id") or "cast(null as varchar)", work.answer(NO_AWARD)
    if answer and answer.casefold() != "none":
        work.fields["award_id"] = f"coalesce({own}, {literal(answer)})"
    elif not answer:
        text = "Which award do these compensatory sessions belong to? Its id, or none where they are ordinary sessions."
        question = work.ask("code", NO_AWARD, text)
        message = "these are compensatory sessions, and it isn't said of which award"
        work.rules.append(Rule("award_id", "no_award", message, "wait", f"{own} is null", question=question))


def _minutes(work: Work) -> None:
    """``given_minutes``: what the row gives as its minutes; ``net``: how long a given session lasted, time away off; ``times``:
    minutes from start to end, below 0 where that is before;
    ``is_blank``: it has times, and no minutes in the columns that tell the minutes of others; ``is_promised``: nothing but
    minutes that were planned or promised tells how long it was."""
    for heading in work.at("minutes"):
        _read_minutes(work, heading)
    timed = [heading for heading in work.at("minutes") if heading.reads == "minutes"]
    given = _first([f"m{heading.place}" for heading in timed])
    gross, away, lost = work.value("gross_minutes"), work.value("minutes_away"), work.value("minutes_missed")
    if gross and not away and _are_units(timed):
        given, gross = gross, given
    if away and not gross and _named_gross(work):
        gross, given = given, None
    label = work.value("service", "w") if not given and not gross else None
    span = _span(work)
    given = _unrounded(given, span, timed)
    off = f" - coalesce({away}, 0)" if away else ""
    parts = [f"nullif({given}, 0)"] if given else []
    stated = None if _only_planned(work) else f"({gross} - coalesce({lost}, 0))" if gross and lost else gross
    parts += [f"nullif({whole}, 0){off}" for whole in (stated, span) if whole]
    is_promised = _are_promised(work)
    parts = parts[::-1] if span and (is_promised or (not gross and _are_units(timed))) else parts
    is_timed = is_promised and span and not _are_planned(work)
    work.extra["is_promised"] = f"{span} is null" if is_timed else str(is_promised).lower()
    own = [f"nullif({whole}, 0)" for whole in (given, stated) if whole]
    work.extra["is_blank"] = f"coalesce({', '.join(own)}, null) is null" if own and _are_told(work) else "false"
    parts += [f"nullif({label}, 0)"] if label else []
    net = f"coalesce({', '.join(parts)})" if parts else "cast(null as double)"
    work.extra["net"] = longer.held_to(net, span, off) if span and longer.by_times(work) else net
    missed = f"nullif({lost}, 0)" if lost else "null"
    work.extra["given_minutes"] = (
        f"coalesce({missed}, {given or 'null'}, {gross or 'null'}, {label or 'null'}, cast(null as double))"
    )
    work.extra["loses"] = f"coalesce({lost} > 0, false)" if lost else "false"
    whole = f"coalesce({lost} >= nullif({given or gross}, 0), false)" if lost and (given or gross) else "false"
    work.extra["loses_all"] = "false" if columns.tell_given(work.at("minutes")) else whole
    shorter = (
        f"coalesce({given} > 0 and {gross} > {given}, false)" if given and gross and _only_planned(work) else "false"
    )
    work.extra["is_cut_short"] = shorter
    if away:
        work.rules.append(_never_longer(work, away, (gross, span, given)))


def _unrounded(given: str | None, span: str | None, timed: list[Heading]) -> str | None:
    """SQL: the minutes given, or from start to end where these only differ by what hours with decimals leave out (0.33 hours
    from 8:30 to 8:50 are 20 minutes)."""
    if not given or not span or not timed or any(readers.unit_of(one.heading) != "hours" for one in timed):
        return given
    decimals = max(len(text.strip().partition(".")[2]) for one in timed for text in one.texts or ("",))
    off = durations.MINUTES_PER["hours"] / 2 / 10**decimals
    return f"case when abs({given} - {span}) <= {off} then {span} else {given} end" if decimals else given


def _never_longer(work: Work, away: str, lengths: tuple[str | None, ...]) -> Rule:
    """Nobody is away for longer than the session lasted, by the first of its lengths that is told."""
    whole = ", ".join(part for part in lengths if part) or "null"
    return Rule(work.heading("minutes_away"), "away_too_long", "the time away is longer than the session", "reject",
                f"{away} > coalesce({whole}, 1e9)", f"cast({away} as varchar)")  # fmt: skip


def _are_told(work: Work) -> bool:
    """Whether some cell of the columns of minutes tells any."""
    return any(durations.read(text).value for heading in work.at(*readers.OF_SESSIONS) for text in heading.texts)


def _first(columns: list[str]) -> str | None:
    return None if not columns else columns[0] if len(columns) == 1 else f"coalesce({', '.join(columns)})"


def _named_gross(work: Work) -> bool:
    """Whether the only column of minutes is called a duration, beside one of time away."""
    found = work.at("minutes")
    names = listed_headings("sessions")["gross_minutes"]
    words = words_of(found[0].heading) if found else ""
    return words in names and "net" not in words.split() and "actual" not in words.split()


def _only_planned(work: Work) -> bool:
    return columns.only_planned(work.at("minutes"), work.at("gross_minutes"))


def _are_promised(work: Work) -> bool:
    """Whether all minutes of a log, or all times where it has none, are those planned or promised."""
    found = work.at("minutes", "gross_minutes") or work.at("start_time", "end_time")
    return bool(found) and work.table.melted is None and all(map(columns.is_promised, found))


def _are_units(timed: list[Heading]) -> bool:
    """Whether the minutes are billing units, which are rounded: a duration beside them tells more."""
    return bool(timed) and all(readers.unit_of(heading.heading) == "units" for heading in timed)


def _span(work: Work) -> str | None:
    """SQL: minutes from start to end; null where the end is before the start."""
    start, end = work.value("start_time"), work.value("end_time")
    work.extra["times"] = "cast(null as bigint)"
    if not start or not end or (_are_planned(work) and _are_told(work)):
        return None
    minutes = work.extra["times"] = f"date_diff('minute', {start}, {end})"
    return f"case when {minutes} >= 0 then cast({minutes} as double) end"


def _are_planned(work: Work) -> bool:
    """Whether the times are those planned: of minutes beside them, a blank isn't given."""
    return all(_PLAN & said_by(heading.heading) for heading in work.at("start_time", "end_time"))


_PLAN = frozenset({"scheduled"})


def _read_minutes(work: Work, heading: Heading) -> None:
    """Numbers under minutes; a word that is known as an outcome is no broken number but says what it says."""
    if heading.reads != "minutes":
        return
    found = list(map(readers.lengths(work, heading), heading.texts))
    found = [
        NOTHING if one.code == "not_minutes" and statuses.read(heading.texts[key]).known else one
        for key, one in enumerate(found)
    ]
    base.define(work, heading, dict(enumerate(found)))
    values = [one.value for one in found]
    work.decide(
        f"minutes{heading.place}",
        {"key": f"b.k{heading.place}"},
        lambda key: {f"m{heading.place}": values[key] if key >= 0 else None},
        {f"m{heading.place}": pa.float64()},
    )


def _fields(work: Work) -> None:
    melted = work.table.melted is not None
    given = "told_minutes, net" if melted else "net, told_minutes"
    missed = "given_minutes, told_minutes"
    work.fields["status"] = "told_status"
    work.fields["reason"] = "told_reason"
    work.fields["minutes"] = (
        f"cast(case when told_status in ('delivered', 'partial', 'make_up') then coalesce({given}) "
        f"else coalesce({missed}) end as decimal(12,4))"
    )
    made_up, told_day = work.value("makes_up_date"), _told_day(work)
    work.fields["kind"] = f"cast(coalesce(told_kind, {work.fields['kind']}) as varchar)"
    grouping = work.fields.get("session_grouping", work.value("grouping"))
    grouping = f"coalesce({grouping}, told_grouping)" if grouping else "told_grouping"
    work.fields["session_grouping"] = f"cast({grouping} as varchar)"
    work.fields["makes_up_date"] = f"cast(coalesce({made_up}, {told_day}) as date)" if made_up else told_day
    work.ignored.append("is_ignored")
    work.assumed_where.append(("is_assumed", "{rows} with minutes and without a status: taken as delivered."))
    for name, kind in (("session_date", "date"), ("provider_id", "varchar"), ("student_id", "varchar")):
        if not work.at(name):
            work.fields[name] = f"cast(null as {kind})"


def _told_day(work: Work) -> str:
    """SQL: the day that a make-up's own words name; one without a year is the one that is nearest to the session."""
    day = work.value("session_date")
    if day is None:
        return f"case when year(told_date) > {YEARLESS} then told_date end"
    here = f"(told_date + to_years(cast(year({day}) - {YEARLESS} as integer)))"
    far = f"date_diff('day', {day}, {here})"
    near = f"{here} - to_years(case when {far} > {HALF_A_YEAR} then 1 when {far} < -{HALF_A_YEAR} then -1 else 0 end)"
    return f"cast(case when year(told_date) > {YEARLESS} then told_date else {near} end as date)"


HALF_A_YEAR = 183


def _rules(work: Work) -> None:
    day, made_up = work.value("session_date"), _told_day(work)
    if day:
        work.rules.append(
            Rule(work.heading("status"), "later_make_up", "the day that this session would make up comes after it; mend "
                 "the day or the status", "reject", f"told_status = 'make_up' and {made_up} > {day}",
                 f"cast({made_up} as varchar)")
        )  # fmt: skip
    if work.table.melted is None:
        work.rules.append(
            Rule(work.heading("status"), "two_lengths", "the minutes say another length than the status; keep the one that "
                 "was given", "wait", f"{longer.IS_GIVEN} and abs(told_minutes - net) > 0.01", "cast(told_minutes as varchar)")
        )  # fmt: skip
    work.rules.append(
        Rule(work.heading("minutes"), "negative_minutes", "the minutes less the time away are negative", "reject",
             f"net < 0 and {longer.IS_GIVEN}",
             unless=(work.heading("minutes"), work.heading("minutes_away")))
    )  # fmt: skip
