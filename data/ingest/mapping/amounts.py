"""Columns that tell of an amount, and whose place the other columns tell: each time's, the year's, the summer's."""

import re

from data.contracts import meanings
from data.ingest.mapping import meaning, says
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.sampled import LOOKED_AT
from data.ingest.model import Table
from data.ingest.values import dates, durations, families, frequencies, numbers, seasons, words

_FEW = 12
"""Distinct texts from which a column is no list of seasons or programs."""


def of_times(fit: Fit, table: Table) -> dict[int, str | None]:
    """Minutes per what another column counts (Minutes per Service Frequency; Service Frequency: times) are each time's."""
    placed = fit.places
    amount, count = placed.get("amount_minutes"), placed.get("sessions_per_cycle")
    if fit.dataset != "service_lines" or amount is None or count is None or "minutes_per_session" in placed:
        return {}
    per = _PER.search(words.heading(table.headings[amount]))
    counted = words.heading(re.sub(r"[(\[].*", "", table.headings[count]))
    return {amount: "minutes_per_session"} if per and words.spelt_out(per[1]) == words.spelt_out(counted) else {}


_PER = re.compile(r"\bper (.+)$")


def of_years(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of a year's minutes or hours beside an amount whose own cycle another column, or its own heading, tells:
    it is the year's total, to compare with, and no amount."""
    placed = fit.places
    amount = placed.get("amount_minutes")
    if fit.dataset != "service_lines" or amount is None or "stated_year_minutes" in placed:
        return {}
    own = [table.texts(placed[name]) for name in ("frequency", "cycle") if name in placed]
    said = [frequencies.read(text) for texts in own for text in texts[:LOOKED_AT]]
    headings = [
        words.heading(table.headings[placed[name]]) for name in (*_OF_SESSIONS, "line_minutes") if name in placed
    ]
    told = ({one.cycle for one in said} - {None}) | {cycle for heading in headings for cycle in says.cycles(heading)}
    minutes = "minutes_per_session" in placed or "line_minutes" in placed or any(one.amount_minutes for one in said)
    by_year = says.cycles(words.heading(table.headings[amount])) == ["year"]
    return {amount: "stated_year_minutes"} if by_year and minutes and told - {"year", "iep_year"} else {}


def so_far(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of what was required up to a day (Minutes Required to Date, Expected YTD): a sum, and no amount."""
    amount = fit.places.get("amount_minutes")
    if fit.dataset != "service_lines" or amount is None or not _SO_FAR.search(words.heading(table.headings[amount])):
        return {}
    return {amount: None}


_SO_FAR = re.compile(r"\b(?:(?:year )?to date|ytd|so far)\b")


def of_clocks(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of each session's length in which h:mm is later than any session is long (9:00): it tells when, and no
    amount."""
    if fit.dataset != "service_lines":
        return {}
    places = [fit.places[name] for name in _EACH if name in fit.places]
    return {place: None for place in places if any(map(_is_clock, table.texts(place)[:LOOKED_AT]))}


_EACH, _LONGEST = ("line_minutes", "minutes_per_session"), 240


def _is_clock(text: str) -> bool:
    length = durations.read(text).value if ":" in text else None
    return isinstance(length, float) and length > _LONGEST


def of_parts(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column that tells of how many sessions an amount is made (120 min; 4 sessions of 30 min), by its values: each row
    that it says anything of comes to its amount."""
    placed = fit.places
    amount = next((placed[name] for name in ("amount_minutes", "line_minutes") if name in placed), None)
    if fit.dataset != "service_lines" or amount is None or placed.keys() & {"frequency", *_OF_SESSIONS}:
        return {}
    whole = table.body.column(amount).slice(0, LOOKED_AT).to_pylist()
    for place, (name, _) in enumerate(fit.taken):
        if name is None:
            parts = table.body.column(place).slice(0, LOOKED_AT).to_pylist()
            told = [_comes_to(part, all_of) for part, all_of in zip(parts, whole, strict=True) if part and part.strip()]
            if told and all(told):
                return {place: "frequency"}
    return {}


_OF_SESSIONS = ("sessions_per_cycle", "minutes_per_session")


def _comes_to(part: str, whole: str | None) -> bool:
    said, amount = frequencies.read(part), frequencies.read(whole)
    minutes = amount.amount_minutes if amount.amount_minutes is not None else numbers.to_float(whole or "")
    return None not in (said.sessions, said.minutes_per_session) and said.amount_minutes == minutes


def of_seasons(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column, under any heading, of whose few texts some say the extended year, where no column else says which lines
    are of it."""
    if fit.dataset != "service_lines" or "esy" in fit.places:
        return {}
    for place, (name, _) in enumerate(fit.taken):
        if name is None and table.headings[place].strip():
            texts = set(table.texts(place)[:LOOKED_AT])
            if len(texts) <= _FEW and any(seasons.is_extended(text) for text in texts):
                return {place: "esy"}
    return {}


_SIDES = {"start": "start_date", "from": "start_date", "end": "end_date", "to": "end_date"}
_OF_OTHERS = frozenset(
    ("enroll", "school", "year", "semester", "quarter", "term", "period", "break", "insurance", "provider", "staff", "employee",
     "session", "employment", "shift", "benchmark", "objective", "attendance", "residency", "suspension", "trial")
)  # fmt: skip
"""Words of first and last days that are no line's, beside those that make another thing of any heading."""


def of_ends(fit: Fit, table: Table) -> dict[int, str | None]:
    """First and last days whose headings differ in nothing else (ISA Begins, ISA Ends), where they alone may tell the days of
    a line and none ends before it starts: they are the line's, whatever the paper is called."""
    if fit.dataset != "service_lines" or fit.places.keys() & {"start_date", "end_date"}:
        return {}
    told: dict[frozenset[str], dict[str, int]] = {}
    for place, (name, _) in enumerate(fit.taken):
        said = words.said_by(table.headings[place]) - {"date", "day"}
        sides, rest = {_SIDES[word] for word in said & _SIDES.keys()}, said - _SIDES.keys()
        if name is None and len(sides) == 1 and rest and not rest & (_OF_OTHERS | meaning.strangers()):
            told.setdefault(frozenset(rest), {})[sides.pop()] = place
    pairs = [both for both in told.values() if len(both) == len({*_SIDES.values()}) and _run(table, both)]
    return {place: name for name, place in pairs[0].items()} if len(pairs) == 1 else {}


def _run(table: Table, both: dict[str, int]) -> bool:
    """Whether two columns hold days, from a first to a last one in each row."""
    columns = [table.body.column(both[name]).slice(0, LOOKED_AT).to_pylist() for name in ("start_date", "end_date")]
    days = {text: dates.read(text).value for column in columns for text in {*column} if text and text.strip()}
    rows = [(days[first], days[last]) for first, last in zip(*columns, strict=True) if first in days and last in days]
    return bool(rows) and None not in days.values() and all(first <= last for first, last in rows)


def of_sums(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of total minutes of a log that is longer on some row than the session's own minutes: it is no session's
    net length, but the sum of several (Student Total), and left out."""
    placed = fit.places
    total, own = placed.get("minutes"), placed.get("gross_minutes")
    if fit.dataset != "sessions" or total is None or own is None or "total" not in words.said_by(table.headings[total]):
        return {}
    if says.subject(table.headings[own]):  # one kind's minutes of several, each with its own column
        return {}
    return {total: None, own: "minutes"} if is_more_somewhere(table, total, own) else {}


def is_more_somewhere(table: Table, one: int, other: int) -> bool:
    """Whether a column of minutes tells more than another one, which tells some, on one of the first rows."""
    columns = (table.body.column(place).slice(0, LOOKED_AT).to_pylist() for place in (one, other))
    pairs = ([numbers.to_float(text or "") or 0.0 for text in pair] for pair in zip(*columns, strict=True))
    return any(more > less > 0 for more, less in pairs)


def of_nets(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of a log that says of itself that it is net (Net Minutes) beside one that doesn't and is as long or longer
    on every row: the net ones were given, the others are the time in all."""
    whole = fit.places.get("minutes")
    if fit.dataset != "sessions" or whole is None or _NET & words.said_by(table.headings[whole]):
        return {}
    found = [at for at, one in enumerate(table.headings) if _NET < words.said_by(one) <= _NET | _OF_NETS]
    if len(found) != 1 or not _is_within(table, found[0], whole):
        return {}
    return {found[0]: "minutes", whole: None if "gross_minutes" in fit.places else "gross_minutes"}


_NET = frozenset(("net",))
_OF_NETS = families.TIMES | {"total", "session", "service", "therapy", "student", "delivered", "provide"}


def _is_within(table: Table, part: int, whole: int) -> bool:
    columns = (table.body.column(place).slice(0, LOOKED_AT).to_pylist() for place in (part, whole))
    read = [[durations.read(text or "").value for text in pair] for pair in zip(*columns, strict=True)]
    told = [(own, of) for own, of in read if own is not None and of is not None]
    return bool(told) and all(own <= of for own, of in told)


def of_periods(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of a log with the minutes that each student's plan promises (Min on IEP: 240), twice as long or more than
    any session of theirs: those of a month or so, which tell of no session how long it was to be."""
    promised, length = fit.places.get("gross_minutes"), fit.places.get("minutes")
    if table.melted and table.melted[1] in table.headings:
        length = table.headings.index(table.melted[1])
    if fit.dataset != "sessions" or promised is None or length is None:
        return {}
    said = words.said_by(table.headings[promised])
    of_plan = meanings.words("promised") | meanings.words("planned")
    if not said & of_plan or said & _OF_ONE or not _is_one_each(fit, table, promised):
        return {}
    columns = (table.body.column(place).slice(0, LOOKED_AT).to_pylist() for place in (promised, length))
    read = ([numbers.to_float(text or "") for text in pair] for pair in zip(*columns, strict=True))
    told = [(amount, minutes) for amount, minutes in read if amount and minutes]
    are_far = len(told) >= _FEWEST_FAR and all(amount >= 2 * minutes for amount, minutes in told)
    return {promised: None} if are_far else {}


def _is_one_each(fit: Fit, table: Table, place: int) -> bool:
    """Whether a column tells the same in all rows of a student, or of one service of theirs."""
    keys = [fit.places[name] for name in (*_WHO, "service") if name in fit.places]
    columns = [table.body.column(at).slice(0, LOOKED_AT).to_pylist() for at in (*keys, place)]
    pairs = {(row[:-1], row[-1]) for row in zip(*columns, strict=True)}
    return bool(keys) and len({key for key, _ in pairs}) == len(pairs)


_WHO = ("student_id", "student_name", "student_last_name")
_OF_ONE = frozenset(("session", "each", "scheduled"))
_FEWEST_FAR = 3


def of_make_ups(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of how long a make-up was, or is to be (Makeup Minutes, Min to make up), beside others of minutes: it is
    of another session."""
    told = [words.said_by(heading) for heading in table.headings]
    made = fit.places.get("minutes")
    others = [at for at, one in enumerate(told) if one & families.CLOCK and "makeup" not in one]
    if fit.dataset != "sessions" or made is None or "makeup" not in told[made] or not others:
        return {}
    return {made: None}


def of_bills(fit: Fit, table: Table) -> dict[int, str | None]:
    """The day on which a line was posted, beside columns of money: it is the bill's, and not that of the session's entry."""
    logged = fit.places.get("logged_on")
    if fit.dataset != "sessions" or logged is None or "posted" not in words.said_by(table.headings[logged]):
        return {}
    paid = any(table.all_are(place, _MONEY.match) for place, (name, _) in enumerate(fit.taken) if name is None)
    return {logged: None} if paid else {}


_MONEY = re.compile(r"^\s*\(?\$\s*\d")


_RATE, _PER_ALONE = frozenset(("rate",)), "per"
_MOST_TIMES = 25


def of_rates(fit: Fit, table: Table) -> dict[int, str | None]:
    """Small whole numbers under *Rate* right before what they are *Per* (Amount 30, Rate 2, Per Week) count the sessions,
    each of the amount's length."""
    cycle, amount = fit.places.get("cycle"), fit.places.get("amount_minutes")
    if fit.dataset != "service_lines" or not cycle or "sessions_per_cycle" in fit.places:
        return {}
    rate, told = cycle - 1, [numbers.to_float(text) for text in table.texts(cycle - 1)[:LOOKED_AT]]
    heads = [words.heading(table.headings[place]).split() for place in (rate, cycle)]
    are_few = bool(told) and all(one is not None and one.is_integer() and 1 <= one <= _MOST_TIMES for one in told)
    if fit.taken[rate][0] or not are_few or not _RATE & {*heads[0]} or heads[1][:1] != [_PER_ALONE]:
        return {}
    found: dict[int, str | None] = {rate: "sessions_per_cycle"}
    return found if amount is None else found | {amount: "minutes_per_session"}


JUDGES = (
    of_times,
    of_years,
    so_far,
    of_clocks,
    of_parts,
    of_seasons,
    of_ends,
    of_sums,
    of_nets,
    of_periods,
    of_make_ups,
    of_bills,
    of_rates,
)
