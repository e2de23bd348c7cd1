"""Planned and delivered mix by setting in student-minutes (rules 11)."""

from collections import defaultdict
from fractions import Fraction

from tests.reference.credit import expected, in_range_sessions
from tests.reference.ledger import ledger_lines
from tests.reference.logs import minutes_given
from tests.reference.reading import Reading

ROLLUP = {
    "push_in": "direct integrated",
    "co_teach": "direct integrated",
    "community": "direct integrated",
    "pull_out": "direct separate",
    "home": "direct separate",
    "tele": "direct separate",
}
Place = tuple[str, str | None]
"""(kind of the line, setting)"""


def rollup(setting: str | None) -> str:
    """Rules 11: direct integrated, direct separate, or indirect for the rest."""
    return ROLLUP.get(setting or "", "indirect")


def planned_mix(reading: Reading) -> dict[Place, Fraction]:
    """Rules 11: E by the line's kind and setting."""
    found: dict[Place, Fraction] = defaultdict(Fraction)
    for line in ledger_lines(reading):
        found[line.kind, line.setting] += sum(expected(reading, line).values(), Fraction(0))
    return found


def delivered_mix(reading: Reading) -> dict[Place, Fraction]:
    """Rules 11: D by the line's kind and the session's setting."""
    found: dict[Place, Fraction] = defaultdict(Fraction)
    for line in ledger_lines(reading):
        for session in in_range_sessions(reading, line):
            found[line.kind, session.setting] += minutes_given(session)
    return found
