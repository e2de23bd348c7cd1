"""IEP service lines: one row a promise."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests.shapes.composed import forms, people, who
from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Draft
from tests.shapes.shape import Row

Amount = tuple[int, int, str]
"""Sessions, minutes of each, and their cycle."""
_SAID: dict[str, Callable[[int, int, str], str]] = {
    "30 min x 2 Times = 60 min Weekly": lambda n, m, c: f"{m} min x {n} Times = {n * m} min {c.title()}ly",
    "2 x 30 min Weekly": lambda n, m, c: f"{n} x {m} min {c.title()}ly",
    "2x30/wk": lambda n, m, c: f"{n}x{m}/{'wk' if c == 'week' else 'mo'}",
    "2 times per week for 30 minutes": lambda n, m, c: f"{n} times per {c} for {m} minutes",
    "30 minutes, 2 times per week": lambda n, m, c: f"{m} minutes, {n} times per {c}",
    "30 min 2x/week": lambda n, m, c: f"{m} min {n}x/{c}",
    "2 sessions/week, 30 minutes/session": lambda n, m, c: f"{n} sessions/{c}, {m} minutes/session",
    "2 Time(s) Per Week for 30 Minutes": lambda n, m, c: f"{n} Time(s) Per {c.title()} for {m} Minutes",
    "2 session(s) per week, 30 min. each": lambda n, m, c: f"{n} session(s) per {c}, {m} min. each",
    "30 Minutes 2 Time(s) per Week": lambda n, m, c: f"{m} Minutes {n} Time(s) per {c.title()}",
    "Weekly: 2 x 30 minutes": lambda n, m, c: f"{c.title()}ly: {n} x {m} minutes",
    "2 30-minute sessions per week": lambda n, m, c: f"{n} {m}-minute sessions per {c}",
    "30 min/session; 2 sessions weekly": lambda n, m, c: f"{m} min/session; {n} sessions {c}ly",
    "2X/WEEK 30 MIN": lambda n, m, c: f"{n}X/{c.upper()} {m} MIN",
}
_ONLY_AMOUNT: dict[str, Callable[[int, str], str]] = {
    "60 minutes per week": lambda m, c: f"{m} minutes per {c}",
    "60 min/week": lambda m, c: f"{m} min/{c}",
    "60 min Weekly": lambda m, c: f"{m} min {c.title()}ly",
    "60 Minutes / Week": lambda m, c: f"{m} Minutes / {c.title()}",
    "60 min a week": lambda m, c: f"{m} min a {c}",
    "1 hr per week": lambda m, c: f"{m / 60:g} hr per {c}",
}
_CYCLES: dict[str, dict[str, str]] = {
    "Weekly": {"week": "Weekly", "month": "Monthly"}, "Week": {"week": "Week", "month": "Month"},
    "per week": {"week": "per week", "month": "per month"}, "W": {"week": "W", "month": "M"},
    "20 - Weekly": {"week": "20 - Weekly", "month": "30 - Monthly"}, "WEEKLY": {"week": "WEEKLY", "month": "MONTHLY"},
    "Times per Week": {"week": "Times per Week", "month": "Times per Month"},
}  # fmt: skip
_TIMES: dict[str, Callable[[int, str], str]] = {
    "2x/week": lambda n, c: f"{n}x/{c}", "2 times per week": lambda n, c: f"{n} times per {c}",
    "2x weekly": lambda n, c: f"{n}x {c}ly", "2/wk": lambda n, c: f"{n}/{'wk' if c == 'week' else 'mo'}",
    "2 per week": lambda n, c: f"{n} per {c}", "2 Time(s) Weekly": lambda n, c: f"{n} Time(s) {c.title()}ly",
}  # fmt: skip


def compose(chooser: Chooser) -> Draft:
    """Lines: who, which service, how much, from when to when, and now and then by whom and where."""
    above = who.lifted(chooser)
    count = chooser.random.randint(6, 9)
    kids = people.students(chooser, 1 if above == "student" else count)
    codes = list(people.SERVICES)
    if above == "student":
        count = len(codes)
    told = (
        codes if above == "student" else [chooser.one(codes[:1] if above == "service" else codes) for _ in range(count)]
    )
    picked = kids * count if above == "student" else kids
    staff = people.providers(chooser, 1 if above == "provider" else 2)
    draft = Draft(
        "service_lines", truth=who.rows(count), title=chooser.one(("IEP Services", "Summary of Services", "Mandates"))
    )
    draft.tell("plan_type", ["IEP"] * count)
    draft.tell("kind", ["direct"] * count)
    draft.tell("esy", [False] * count)
    if above == "student":
        who.head(draft, chooser, kids[0])
    else:
        who.students(draft, chooser, picked)
    who.service(draft, chooser, told, above == "service")
    _amounts(draft, chooser, count)
    _days(draft, chooser, count)
    who.provider(draft, chooser, [chooser.one(staff) for _ in range(count)], above == "provider")
    who.school(draft, chooser, [chooser.one(people.SCHOOLS)] * count, above == "school")
    who.coded(draft, chooser, "setting", 0.35)
    who.coded(draft, chooser, "grouping", 0.3)
    who.coded(draft, chooser, "kind", 0.15)
    return draft


def _amounts(draft: Draft, chooser: Chooser, count: int) -> None:
    way = chooser.weighed("amount", {"in words": 28, "amount in words": 10, "three columns": 20, "times in words": 14,
                                     "a cycle's minutes": 14, "amount and cycle": 10, "times a week": 4})  # fmt: skip
    told: list[Amount] = [
        (chooser.one((1, 2, 2, 3)), chooser.one((20, 30, 30, 45)), chooser.one(("week", "week", "month")))
        for _ in range(count)
    ]
    _WAYS[way](draft, chooser, told)


def _tell(draft: Draft, told: list[Row]) -> None:
    for rows, more in zip(draft.truth, told, strict=True):
        rows[0].update(more)


def _whole(amount: Amount) -> Row:
    sessions, minutes, cycle = amount
    return {
        "sessions_per_cycle": sessions,
        "minutes_per_session": minutes,
        "amount_minutes": sessions * minutes,
        "cycle": cycle,
    }


def _in_words(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    said = chooser.of("form of frequencies", _SAID)
    fields = ("sessions_per_cycle", "minutes_per_session", "amount_minutes", "cycle")
    draft.add(chooser, "service_lines.frequency.text", [said(*one) for one in told], *fields)
    _tell(draft, [_whole(one) for one in told])


def _amount_in_words(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    said = chooser.of("form of amounts", _ONLY_AMOUNT)
    cells = [said(sessions * minutes, cycle) for sessions, minutes, cycle in told]
    draft.add(chooser, "service_lines.frequency.text", cells, "amount_minutes", "cycle")
    _tell(draft, [{"amount_minutes": n * m, "cycle": cycle} for n, m, cycle in told])


def _three_columns(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    words = chooser.of("form of cycles", _CYCLES)
    length = chooser.of(
        "form of lengths", {name: forms.LENGTHS[name] for name in ("30", "30 min", "30 minutes", "0:30")}
    )
    draft.add(chooser, "service_lines.sessions_per_cycle", [n for n, _, _ in told], "sessions_per_cycle")
    draft.add(chooser, "service_lines.minutes_per_session", [length(m) for _, m, _ in told], "minutes_per_session")
    draft.add(chooser, "service_lines.cycle", [words[cycle] for _, _, cycle in told], "cycle", "amount_minutes")
    _tell(draft, [_whole(one) for one in told])


def _times_in_words(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    said = chooser.of("form of times a week", _TIMES)
    draft.add(chooser, "service_lines.minutes_per_session", [m for _, m, _ in told], "minutes_per_session")
    fields = ("sessions_per_cycle", "cycle", "amount_minutes")
    draft.add(chooser, "service_lines.cycle", [said(n, cycle) for n, _, cycle in told], *fields)
    _tell(draft, [_whole(one) for one in told])


def _cycle_minutes(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    cycle = chooser.weighed("cycle", {"week": 65, "month": 35})
    times = {"week": 1, "month": 4}[cycle]
    amounts = [n * m * times for n, m, _ in told]
    draft.add(chooser, f"service_lines.amount_minutes.{cycle}", amounts, "amount_minutes", "cycle")
    _tell(draft, [{"amount_minutes": amount, "cycle": cycle} for amount in amounts])


def _amount_and_cycle(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    words = chooser.of("form of cycles", {name: said for name, said in _CYCLES.items() if "Times" not in name})
    draft.add(chooser, "service_lines.amount_minutes", [n * m for n, m, _ in told], "amount_minutes")
    draft.add(chooser, "service_lines.cycle", [words[cycle] for _, _, cycle in told], "cycle")
    _tell(draft, [{"amount_minutes": n * m, "cycle": cycle} for n, m, cycle in told])


def _times_a_week(draft: Draft, chooser: Chooser, told: list[Amount]) -> None:
    weekly = [(n, m, "week") for n, m, _ in told]
    draft.add(
        chooser, "service_lines.sessions_per_cycle.week", [n for n, _, _ in weekly], "sessions_per_cycle", "cycle"
    )
    draft.add(
        chooser, "service_lines.minutes_per_session", [m for _, m, _ in weekly], "minutes_per_session", "amount_minutes"
    )
    _tell(draft, [_whole(one) for one in weekly])


_WAYS: dict[str, Callable[[Draft, Chooser, list[Amount]], None]] = {
    "in words": _in_words, "amount in words": _amount_in_words, "three columns": _three_columns,
    "times in words": _times_in_words, "a cycle's minutes": _cycle_minutes, "amount and cycle": _amount_and_cycle,
    "times a week": _times_a_week,
}  # fmt: skip


def _days(draft: Draft, chooser: Chooser, count: int) -> None:
    way = chooser.weighed("dates of lines", {"both": 70, "start": 15, "none": 15})
    starts = [date(2025, 8, 25) + timedelta(days=chooser.random.randint(0, 60)) for _ in range(count)]
    form = chooser.of("form of dates", forms.DATES)
    dated: list[tuple[str, list[date]]] = [("start_date", starts)] if way != "none" else []
    if way == "both":
        dated.append(("end_date", [start + timedelta(days=chooser.random.randint(150, 270)) for start in starts]))
    for name, days in dated:
        cells: list[Any] = [form(day) for day in days]
        draft.add(chooser, f"service_lines.{name}", cells, name)
        draft.tell(name, [day.isoformat() for day in days])
    if chooser.odds(0.15):
        numbers = [str(71001 + 13 * number) for number in range(count)]
        draft.add(chooser, "service_lines.line_id", numbers, "line_id")
        draft.tell("line_id", numbers)
    if chooser.odds(0.15):
        flags = [chooser.odds(0.3) for _ in range(count)]
        yes, no = chooser.of("form of flags", {"Y and N": ("Y", "N"), "Yes and No": ("Yes", "No")})
        draft.add(chooser, "service_lines.esy", [yes if flag else no for flag in flags], "esy")
        draft.tell("esy", flags)
