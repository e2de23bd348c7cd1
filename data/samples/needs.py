"""Students, their needs, and the groups in which they are seen."""

from dataclasses import dataclass, replace
from datetime import date

from data.samples import stories

GROUP_GUESS = 2.5
"""Students in a group, before the groups are made up."""
DOCUMENTATION = 5
"""Minutes for a session's note (rules 12)."""
WEEKS_IN = {"week": 1, "weeks:2": 2, "month": 4, "quarter": 9}


@dataclass(frozen=True)
class Student:
    """A student; ``review`` is the yearly date on which the plan is written anew."""

    student_id: str
    last_name: str
    first_name: str
    birth: date
    school: str
    grade: str
    review: date
    enrolled_from: date = date(2025, 8, 25)
    enrolled_to: date | None = None

    @property
    def name(self) -> str:
        return f"{self.last_name}, {self.first_name}"


@dataclass(frozen=True)
class Need:
    """One service of one student through the year; its lines are its versions. ``text`` replaces a plain frequency."""

    number: int
    student_id: str
    service: str
    provider_id: str
    school: str
    minutes: int
    times: int
    per: str
    setting: str
    grouping: str = "individual"
    kind: str = "direct"
    text: str = ""
    group: int = 0

    @property
    def sessions_a_week(self) -> float:
        return self.times / WEEKS_IN[self.per]

    def load(self) -> float:
        """Minutes a week on the provider's clock, with the notes."""
        shared = GROUP_GUESS if self.grouping == "group" else 1
        notes = DOCUMENTATION if self.kind == "direct" else 0
        return self.sessions_a_week * (self.minutes / shared + notes)


def told_otherwise(needs: list[Need]) -> list[Need]:
    """A few amounts that can't be read, and a few ranges, instead of plain frequencies."""
    found = list(needs)
    weekly = [need for need in needs if need.service == "OT" and need.grouping == "individual" and need.per == "week"]
    single = [need for need in weekly if need.times == 1 and need.minutes == 30]
    chosen = single[7 :: len(single) // (stories.UNUSABLE_LINES + stories.RANGE_LINES)]
    for place, need in enumerate(chosen[: stories.UNUSABLE_LINES + stories.RANGE_LINES]):
        unusable = place < stories.UNUSABLE_LINES
        text = "As needed" if unusable else "30-45 min 1x/week"
        found[need.number - 1] = replace(need, text=text, per="month" if unusable else "week")
    return found


def grouped(needs: list[Need]) -> list[Need]:
    """Put lines of the same provider, school, length, count and setting into groups of two to four."""
    found = list(needs)
    alike: dict[tuple[object, ...], list[Need]] = {}
    for need in needs:
        if need.grouping == "group":
            key = (need.provider_id, need.school, need.minutes, need.times, need.setting)
            alike.setdefault(key, []).append(need)
    number = 0
    for members in alike.values():
        for group in _chunks(members):
            number += 1
            for need in group:
                new = replace(need, group=number) if len(group) > 1 else replace(need, grouping="individual")
                found[need.number - 1] = new
    return found


def _chunks(members: list[Need]) -> list[list[Need]]:
    groups = [members[start : start + 3] for start in range(0, len(members), 3)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups
