"""A range whose two ends stand in a column each (Min Low, Min High), as one."""

from itertools import combinations

from data.ingest.model import Table
from data.ingest.values import families, numbers, words

_LEAST = frozenset({"low", "lower", "lowest", "minimum", "least", "from"})
_MOST = frozenset({"high", "higher", "highest", "upper", "maximum", "max", "most", "to"})
_AMOUNTS = families.AMOUNTS | {"times", "x"}
_COUNTED = frozenset({"session", "times", "x", "each", "length", "duration"})
_NO_CLOCK = frozenset({"minute", "minutes", "mins", "frequency", "sessions"})
"""What is no time of day, of which from and to would be the start and the end; a session in the singular may be timed."""
_OF_TIME = families.ENDS | families.DAYS | {"clock"}


def joined(table: Table) -> Table:
    """The table with such columns of amounts as one, from the least to the most of each row."""
    for first, second in combinations(range(len(table.headings)), 2):
        for least, most in ((first, second), (second, first)):
            if _are_ends(table.headings[least], table.headings[most]) and _are_numbers(table, least, most):
                return joined(_joined(table, least, most))
    return table


def _are_ends(least: str, most: str) -> bool:
    low, high = _of_side(least, _LEAST) or _of_min(least, most), _of_side(most, _MOST)
    if not low or not high:
        return False
    if ({"from", "to"} & set(_words(least) + _words(most))) and not _NO_CLOCK.intersection(high):
        return False
    what = words.said_by(" ".join(high))
    return words.said_by(" ".join(low)) == what and bool(what & _AMOUNTS) and not what & _OF_TIME


def _words(heading: str) -> list[str]:
    return words.heading(heading).split()


def _of_side(heading: str, side: frozenset[str]) -> list[str]:
    """The words of a heading without that of its side: minutes of Minutes Low; empty where it names none."""
    told = _words(heading)
    rest = [word for word in told if word not in side]
    return rest if len(rest) < len(told) else []


def _of_min(heading: str, most: str) -> list[str]:
    """The words behind, or before, a min that is no minute: sessions of Min Sessions beside Max Sessions. A min elsewhere
    than the other's max is a unit (Duration (min), Max Duration)."""
    told, other = _words(heading), _words(most)
    for at in (0, -1):
        if len(told) > 1 and told[at] == "min" and other[at] in _MOST:
            return told[1:] if at == 0 else told[:-1]
    return []


def _are_numbers(table: Table, *places: int) -> bool:
    return all(table.all_are(place, numbers.is_number) for place in places)


def _joined(table: Table, least: int, most: int) -> Table:
    both = zip(table.body.column(least).to_pylist(), table.body.column(most).to_pylist(), strict=True)
    heading, other = table.headings[least], table.headings[most]
    rest = " ".join(_of_side(heading, _LEAST) or _of_min(heading, other))
    rest = "sessions" if rest == "times" else rest
    counts = bool(words.said_by(rest) & _COUNTED)
    told = [_range((low or "").strip(), (high or "").strip(), counts=counts) for low, high in both]
    return table.instead(least, {rest: told}).without(most).noted(f"{heading} and {other} are a range.")


def _range(low: str, high: str, *, counts: bool) -> str | None:
    """Both ends; of what is counted, or of each session, the least, which obliges."""
    if low and high and not counts and numbers.to_float(low) != numbers.to_float(high):
        return f"{low} to {high}"
    return low or (f"up to {high}" if high else None)
