"""The roll-up of the ledger by any keys (rules 5 and 8)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tests.reference.conformity import adjusted_rate, band, evidence_months, frequencies, six_places
from tests.reference.credit import ZERO, Account, accounts, lapsed, uncovered
from tests.reference.cycles import month_of
from tests.reference.facts import Line, Session
from tests.reference.logs import counts_on, minutes_given, outside_any_mandate, provider_of, unplaced
from tests.reference.mandates import in_window
from tests.reference.reading import Reading
from tests.reference.school_days import month

MINUTES = ("expected", "delivered", "credited", "excess", "excused", "review", "make_up", "unaccounted")
Key = tuple[Any, ...]
Row = dict[str, Fraction | int | None]


@dataclass
class Share:
    """What one line brings to one group: its sums, and what its counts are made of."""

    line: Line
    accounts: list[Account] = field(default_factory=list)
    uncovered: Fraction = ZERO
    lapsed: Fraction = ZERO
    required: int = 0
    counted: int = 0
    has_evidence: bool = False

    def total(self, name: str) -> Fraction:
        """The sum of one of the minutes."""
        return sum((getattr(account, name) for account in self.accounts), ZERO)

    def short(self) -> Fraction:
        """Rules 8: E - X - C of the closed periods."""
        return sum((a.expected - a.excused - a.credited for a in self.accounts if a.closed), ZERO)


def ledger_lines(reading: Reading) -> list[Line]:
    """Rules 1 and 4: the figures count usable IEP lines of the regular year, or those of the extended year that say when."""
    usable = [line for line in reading.facts.lines if line.is_usable and line.plan_type == "IEP"]
    if reading.extended:
        return [line for line in usable if line.esy and line.start_date and line.end_date]
    return [line for line in usable if not line.esy]


def key_of(reading: Reading, line: Line, keys: tuple[str, ...], of: date | None) -> Key:
    """Rules 5: every key except month is an attribute of the line."""
    values = {
        "district": lambda: "district",
        "school": lambda: reading.school_of(line),
        "provider": lambda: provider_of(reading, line),
        "service": lambda: line.service,
        "setting": lambda: line.setting,
        "grade": lambda: reading.grade_of(line),
        "student": lambda: line.student_id,
        "line": lambda: line.line_id,
        "month": lambda: of,
    }
    return tuple(values[key]() for key in keys)


def shares(reading: Reading, keys: tuple[str, ...]) -> dict[Key, list[Share]]:
    """Each group's lines with what they bring to it."""
    groups: dict[Key, list[Share]] = defaultdict(list)
    for line in ledger_lines(reading):
        for key, share in shares_of_line(reading, line, keys).items():
            groups[key].append(share)
    return groups


def shares_of_line(reading: Reading, line: Line, keys: tuple[str, ...]) -> dict[Key, Share]:
    """One line's shares: one, or one a month."""
    found: dict[Key, Share] = {}

    def at(of: date) -> Share:
        return found.setdefault(key_of(reading, line, keys, of), Share(line))

    for account in accounts(reading, line):
        at(account.month).accounts.append(account)
    for day, minutes in uncovered(reading, line).items():
        at(month_of(reading, line, day)).uncovered += minutes
    for day, minutes in lapsed(reading, line).items():
        at(month_of(reading, line, day)).lapsed += minutes
    for frequency in frequencies(reading, line):
        at(frequency.month).required += frequency.required
        at(frequency.month).counted += frequency.counted
    for of in evidence_months(reading, line):
        at(of).has_evidence = True
    return found


def row_of(reading: Reading, group: list[Share]) -> Row:
    """The figures of one group of lines."""
    row: Row = {f"{name}_minutes": sum((share.total(name) for share in group), ZERO) for name in MINUTES}
    row["uncovered_minutes"] = sum((share.uncovered for share in group), ZERO)
    row["lapsed_minutes"] = sum((share.lapsed for share in group), ZERO)
    owed, credited, excused = (sum((s.total(n) for s in group), ZERO) for n in ("expected", "credited", "excused"))
    row["gross_rate"] = adjusted_rate(credited, owed, ZERO)
    row["adjusted_rate"] = adjusted_rate(credited, owed, excused)
    counting = [share for share in group if six_places(share.total("expected")) > 0]
    row["lines"] = len(counting)
    row["lines_on_track"] = sum(band_of(reading, share) == "on track" for share in counting)
    row["lines_without_evidence"] = sum(not share.has_evidence for share in counting)
    required = sum(share.required for share in group)
    reached = sum(min(share.counted, share.required) for share in group)
    row["frequency_rate"] = Fraction(reached, required) if required else None
    return row


def band_of(reading: Reading, share: Share) -> str:
    """Rules 8: the line's band within the group."""
    credited, owed, excused = (share.total(name) for name in ("credited", "expected", "excused"))
    return band(reading, share.line, credited, owed, excused, share.short())


def ledger(reading: Reading, keys: tuple[str, ...] = ()) -> dict[Key, Row]:
    """The columns of the ledger by keys. Rates are fractions, None where n/a."""
    if not reading.facts.lines and not reading.extended:
        return logged(reading, keys)
    return {key: row_of(reading, group) for key, group in shares(reading, keys).items()}


def logged(reading: Reading, keys: tuple[str, ...]) -> dict[Key, Row]:
    """Rules 2a: with sessions but no lines at all, delivered minutes without rates."""
    found: dict[Key, Row] = {}
    for session in unplaced(reading):
        key = tuple(logged_key(reading, session, key) for key in keys)
        row = found.setdefault(key, row_of(reading, []))
        row["delivered_minutes"] = (row["delivered_minutes"] or ZERO) + minutes_given(session)
    return found


def logged_key(reading: Reading, session: Session, key: str) -> Any:
    """A key's value where no line is on file: what the session says, else the student's school and grade."""
    spell = reading.spell(session.student_id)
    values = {
        "school": session.school or (spell.school if spell else None),
        "grade": spell.grade if spell else None,
        "provider": session.provider_id,
        "setting": session.setting,
        "line": None,
    }
    return values[key] if key in values else session_key(session, key)


OUTSIDE_KEYS = ("district", "student", "service", "month")


def outside_mandate(reading: Reading, keys: tuple[str, ...]) -> dict[Key, Fraction]:
    """Minutes outside any mandate, by keys that the session itself has; by the month of its date (rules 4)."""
    found: dict[Key, Fraction] = defaultdict(Fraction)
    for session in outside_any_mandate(reading):
        found[tuple(session_key(session, key) for key in keys)] += minutes_given(session)
    return found


def session_key(session: Session, key: str) -> Any:
    """A key's value of a session that has no line."""
    values = {
        "district": "district",
        "student": session.student_id,
        "service": session.service,
        "month": month(counts_on(session)),
    }
    return values[key]


def lines_in_force(reading: Reading, day: date) -> list[Line]:
    """The lines of the figures that are in force on a day."""
    return [line for line in ledger_lines(reading) if in_window(reading, line, day)]
