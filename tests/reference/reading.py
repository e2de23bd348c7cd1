"""One reading of the ledger: facts, policies, as-of date and range, with what follows from the facts."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cached_property

from tests.reference.facts import Choices, Enrolment, Facts, Line
from tests.reference.school_days import SchoolCalendar, school_year

LineKey = tuple[str, str]


def with_summer_cycles(facts: Facts) -> Facts:
    """Decision 0580: the year of an extended year's line is its own start to end."""
    own = [replace(line, cycle="iep_year") if line.esy and line.cycle == "year" else line for line in facts.lines]
    return replace(facts, lines=tuple(own))


class Reading:
    """The question that is asked of the facts. ``from_day`` and ``to_day`` cut days and sessions (rules 5); ``extended``: it is
    asked of the extended school year, where an amount a year is one for the line's own days (decision 0580)."""

    def __init__(
        self,
        facts: Facts,
        as_of: date,
        choices: Choices | None = None,
        from_day: date | None = None,
        to_day: date | None = None,
        *,
        extended: bool = False,
    ) -> None:
        self.facts = with_summer_cycles(facts) if extended else facts
        self.extended = extended
        self.as_of = as_of
        self.choices = choices or Choices()
        self.choices_now = self.choices.of(school_year(as_of))
        self.from_day = from_day or date.min
        self.to_day = to_day or date.max
        self._calendars: dict[tuple[str | None, bool], SchoolCalendar] = {}
        self.memory: dict[object, object] = {}

    def in_range(self, day: date) -> bool:
        """Rules 5: a range cuts days and sessions alike."""
        return self.from_day <= day <= self.to_day

    def calendar_of(self, line: Line) -> SchoolCalendar:
        """Rules 2: a school without a calendar uses the district's; in the extended year's ledger its lines have summers."""
        return self._calendar(line, summers=self.extended and line.esy)

    def regular_calendar_of(self, line: Line) -> SchoolCalendar:
        """The calendar by which a line without a start or an end begins and ends."""
        return self._calendar(line, summers=False)

    def _calendar(self, line: Line, *, summers: bool) -> SchoolCalendar:
        key = self.school_of(line), summers
        if key not in self._calendars:
            self._calendars[key] = SchoolCalendar(self.facts, key[0], summers=summers)
        return self._calendars[key]

    @cached_property
    def spells(self) -> dict[str, list[Enrolment]]:
        """Each student's spells of enrolment, in order."""
        found: dict[str, list[Enrolment]] = defaultdict(list)
        for spell in sorted(self.facts.enrolments, key=lambda spell: spell.enrolled_from or date.min):
            found[spell.student_id].append(spell)
        return found

    def spell(self, student_id: str) -> Enrolment | None:
        """The spell that holds the as-of date; else the last that began before it; else the first (decision 0050)."""
        spells = self.spells.get(student_id, [])
        begun = [spell for spell in spells if (spell.enrolled_from or date.min) <= self.as_of]
        return (begun or spells[:1] or [None])[-1]

    def school_of(self, line: Line) -> str | None:
        """Rules 5: the line's school, else the student's."""
        spell = self.spell(line.student_id)
        return line.school or (spell.school if spell else None)

    def grade_of(self, line: Line) -> str | None:
        """Rules 5: the grade at the as-of date."""
        spell = self.spell(line.student_id)
        return spell.grade if spell else None

    @cached_property
    def lines_by_key(self) -> dict[LineKey, Line]:
        """Lines by student and id."""
        return {(line.student_id, line.line_id): line for line in self.facts.lines}

    @cached_property
    def lines_of(self) -> dict[str, list[Line]]:
        """Lines by student."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.facts.lines:
            found[line.student_id].append(line)
        return found

    def remember(self, key, compute):  # type: ignore[no-untyped-def]
        """What ``compute`` gives, worked out once."""
        if key not in self.memory:
            self.memory[key] = compute()
        return self.memory[key]
