"""Stacked bars as text of the page, as ``ui.charts.bars`` are: each part with its number, and its name, where there is room
in it, and over the bars what each part comes to in all. So the names of the parts are a row of sums rather than a legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ui.charts.bars import NAME, ROW, THICK, Sum, fill, sums
from ui.charts.palette import Palette, readable

ROUND = 100
"""From this reach on a number in a bar is whole."""
NUMBER = 0.04
"""The share of the width that a number takes."""


@dataclass(frozen=True)
class Part:
    """One colour of the bars, from the first to the last; ``pattern`` is its second cue, ``whole`` what it comes to in all
    where more groups than the bars' are counted."""

    name: str
    values: Sequence[float]
    colour: str
    pattern: str = ""
    whole: float | None = None

    @property
    def total(self) -> float:
        """What the part comes to in all."""
        return sum(self.values) if self.whole is None else self.whole


@dataclass(frozen=True)
class Stacks:
    """Horizontal bars from the top in the order given, each of the same parts."""

    names: Sequence[str]
    parts: Sequence[Part]
    colours: Palette
    reach: float
    """The value at the right edge."""
    unit: str = ""
    """Behind a number: h; nothing behind counts, which are whole."""
    ends: Sequence[str] = ()
    """What stands behind each bar, and is no part of it."""
    end: str = ""
    """What those are, in words."""
    lines: Sequence[float | None] = ()
    """A line across each bar, and beyond it."""
    line: str = ""

    @property
    def shown(self) -> list[Part]:
        """The parts of which there is anything."""
        return [part for part in self.parts if part.total > 0]

    def share(self, value: float) -> float:
        """How much of the width a value takes, 0 to 1."""
        return min(1.0, max(0.0, value / self.reach))

    def length(self, place: int) -> float:
        """One bar's value."""
        return sum(part.values[place] for part in self.parts)

    def told(self, value: float) -> str:
        """A number with its unit."""
        return f"{value:,.1f} {self.unit}" if self.unit else f"{value:,.0f}"

    def texts(self, place: int, part: Part) -> list[str]:
        """What stands in a part of a bar as far as it fits: its number, without the unit; in the first bar its name too. Where
        the bar's line crosses the part, what would stand under the line is left out."""
        value, begin = part.values[place], 0.0
        for one in self.parts[: list(self.parts).index(part)]:
            begin += one.values[place]
        line = self.lines[place] if place < len(self.lines) else None
        crossed = line is not None and begin <= line <= begin + value
        number = f"{value:,.1f}" if self.unit and self.reach < ROUND else f"{value:,.0f}"
        if crossed and line is not None and line - begin < NUMBER * self.reach:
            return []
        return [number, part.name] if place == 0 and not crossed else [number]

    @property
    def key(self) -> list[Sum]:
        """Over the bars: colour, pattern, name and sum of each part; what the lines and the ends are, without a sum."""
        told = [("", "", "All together:", "")] if len(self.names) > 1 else []
        told += [(part.colour, part.pattern, part.name, self.told(part.total)) for part in self.shown]
        if any(one is not None for one in self.lines):
            told.append((self.colours.text, "|", self.line, ""))
        return told + ([("", "", self.end, "")] if any(self.ends) else [])


def as_html(stacks: Stacks, title: str, subtitle: str = "", label: str = "") -> str:
    """The bars under their message as HTML without script or class: a list to a screen reader, every text from the data
    escaped (``ui.charts.bars.as_html``)."""
    rows = "".join(_row(stacks, place) for place in range(len(stacks.names)))
    below = f'<p style="margin:2px 0 0;font-size:.875rem;opacity:.7">{escape(subtitle)}</p>' if subtitle else ""
    edge = max(map(len, stacks.ends), default=0)
    return (
        f'<p style="margin:0;font-weight:600">{escape(title)}</p>{below}{sums(stacks.colours, stacks.key)}'
        f'<div role="list" aria-label="{escape(label or title)}" style="margin-right:{edge}ch;font-size:13px">{rows}</div>'
    )


def _row(stacks: Stacks, place: int) -> str:
    name, values = stacks.names[place], [(part, part.values[place]) for part in stacks.shown]
    told = ", ".join(f"{part.name} {stacks.told(value)}" for part, value in values if value > 0)
    edge = max(map(len, stacks.ends), default=0)
    return (
        f'<div role="listitem" aria-label="{escape(f"{name}: {told}")}" style="height:{ROW}px">'
        f'<div style="height:{NAME}px;line-height:{NAME}px;overflow:hidden;margin-right:-{edge}ch;white-space:nowrap;'
        f'text-overflow:ellipsis">{escape(name)}</div>'
        f'<div style="position:relative;display:flex;height:{THICK}px;line-height:{THICK}px">'
        f"{''.join(_part(stacks, place, part) for part, value in values if value > 0)}"
        f"{_line(stacks, place)}{_end(stacks, place)}</div></div>"
    )


def _part(stacks: Stacks, place: int, part: Part) -> str:
    """A part of a bar. Its number, then its name stand in it as far as they fit: what doesn't wraps out of sight."""
    value, text = part.values[place], readable(part.colour, stacks.colours)
    ground = f";background:{part.colour};padding-right:4px" if part.pattern else ""
    said = "".join(
        f'<span style="padding-left:4px;white-space:nowrap;height:{THICK}px{ground}">{escape(one)}</span>'
        for one in stacks.texts(place, part)
    )
    return (
        f'<div title="{escape(f"{part.name}: {stacks.told(value)}")}" style="flex:none;box-sizing:border-box;'
        f"width:{100 * stacks.share(value):.2f}%;height:100%;display:flex;flex-wrap:wrap;align-content:flex-start;"
        f"overflow:hidden;border-right:1px solid {stacks.colours.paper};font-size:12px;color:{text};"
        f'background:{fill(stacks.colours, part.colour, part.pattern)}"><i style="width:0;height:{THICK}px"></i>{said}</div>'
    )


def _line(stacks: Stacks, place: int) -> str:
    at = stacks.lines[place] if place < len(stacks.lines) else None
    if at is None:
        return ""
    return (
        f'<div title="{escape(f"{stacks.line}: {stacks.told(at)}")}" style="position:absolute;top:-4px;'
        f"height:{THICK + 8}px;width:3px;left:calc({100 * stacks.share(at):.2f}% - 2px);background:{stacks.colours.text};"
        f'box-shadow:0 0 0 1px {stacks.colours.paper}"></div>'
    )


def _end(stacks: Stacks, place: int) -> str:
    text = stacks.ends[place] if place < len(stacks.ends) else ""
    return f'<span style="padding-left:6px;white-space:nowrap">{escape(text)}</span>' if text else ""
