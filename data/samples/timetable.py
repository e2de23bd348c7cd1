"""Who is seen when: each need's weekdays and times, so that nobody is in two places at once."""

from collections.abc import Iterable
from datetime import date

from data.samples import district
from data.samples.days import instructional, quarter
from data.samples.needs import Need

Slot = tuple[int, int]
"""Weekday (0 is Monday) and minutes after midnight."""
TICK = 5
HOURS: dict[str, tuple[tuple[int, int], ...]] = {"am": ((8 * 60, 11 * 60 + 45),), "pm": ((12 * 60 + 15, 14 * 60 + 30),)}
HOURS["full"] = HOURS["am"] + HOURS["pm"]
STRETCHED = {"am": ((7 * 60 + 15, 12 * 60),), "pm": ((11 * 60 + 45, 15 * 60),), "full": ((7 * 60 + 15, 15 * 60),)}
"""Where the day is full: before school, through lunch and to the last bell."""
AFTER = ((15 * 60, 16 * 60 + 15),)
"""The end of the day, kept for talks with teachers."""
SPARE = (*HOURS["full"], (14 * 60 + 30, 15 * 60 + 30))
"""When a visit that isn't in the weekly timetable may be given."""


class Busy:
    """Minutes taken, by person and day; a weekday (0 is Monday) is taken in every week."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, object, int]] = set()

    def place(
        self, people: Iterable[str], day: date | int, hours: Iterable[tuple[int, int]], minutes: int
    ) -> int | None:
        """The earliest start at which all are free for that long, now taken; None where there is none."""
        who = list(people)
        for first, last in hours:
            for start in range(first, last - minutes + 1, TICK):
                ticks = range(start, start + minutes, TICK)
                if self._free(who, day, ticks):
                    self._taken.update((one, day, tick) for tick in ticks for one in who)
                    return start
        return None

    def _free(self, who: list[str], day: date | int, ticks: range) -> bool:
        days = (day,) if isinstance(day, int) else (day, day.weekday())
        return not any((one, found, tick) in self._taken for found in days for one in who for tick in ticks)


def slots(needs: list[Need]) -> tuple[dict[int, tuple[Slot, ...]], Busy]:
    """Each need's places in the week, by its number, and who is busy when; a group's members share theirs."""
    busy = Busy()
    found: dict[int, tuple[Slot, ...]] = {}
    seen = [need for need in needs if need.service != "COUNSELING" and need.kind == "direct"]
    for members in sorted(_together(seen), key=lambda group: (-_visits(group[0]), group[0].number)):
        placed = _place(busy, members)
        found |= {need.number: placed for need in members}
    return found, busy


def _together(needs: list[Need]) -> list[list[Need]]:
    groups: dict[tuple[int, int], list[Need]] = {}
    for need in needs:
        groups.setdefault((need.group, 0 if need.group else need.number), []).append(need)
    return list(groups.values())


def _visits(need: Need) -> int:
    return need.times if need.per == "week" else 1


def _place(busy: Busy, members: list[Need]) -> tuple[Slot, ...]:
    first = members[0]
    sites = [(day, half) for name, day, half in district.site_days(district.provider(first.provider_id))
             if name == first.school]  # fmt: skip
    turn = first.group or first.number
    order = sites[turn % len(sites) :] + sites[: turn % len(sites)]
    if len(order) > 3 and _visits(first) == 2:
        order = order[::2] + order[1::2]
    people = (first.provider_id, *(need.student_id for need in members))
    placed: dict[int, int] = {}
    for hours in (HOURS, STRETCHED):
        for day, half in order:
            if len(placed) == _visits(first) or day in placed:
                continue
            start = busy.place(people, day, hours[half], first.minutes)
            if start is not None:
                placed[day] = start
    return tuple(sorted(placed.items()))


def visits(need: Need, times: int, slot: tuple[Slot, ...], first: date, last: date) -> list[tuple[date, int]]:
    """The planned days of a line from first to last, closed days left in for weekly lines, with their times."""
    if need.per == "week":
        return [(day, start) for weekday, start in slot[:times] for day in _days(weekday, first, last)]
    weekday, start = slot[0]
    open_days = [day for day in instructional() if day.weekday() == weekday]
    blocks: dict[object, list[date]] = {}
    for day in open_days:
        blocks.setdefault(_block(need.per, day), []).append(day)
    step = 2 if need.per in ("month", "quarter") and times > 1 else 1
    shift = need.number % 2 if step == 2 else min(need.number % 2, 1)
    planned = [day for days in blocks.values() for day in (days[shift::step] or days)[:times]]
    return [(day, start) for day in planned if first <= day <= last]


def _block(per: str, day: date) -> object:
    weeks = day.toordinal() // 7 // 2
    return {"month": (day.year, day.month), "quarter": quarter(day)}.get(per, weeks)


def _days(weekday: int, first: date, last: date) -> list[date]:
    start = first.toordinal() + (weekday - first.weekday()) % 7
    return [date.fromordinal(number) for number in range(start, last.toordinal() + 1, 7)]
