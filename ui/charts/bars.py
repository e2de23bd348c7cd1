"""Bars under their names as text of the page: no chart library has to be fetched, and a change of filter costs the browser
a twentieth of what Plotly takes to draw the same (decision 0098)."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ui.charts.palette import Palette

ROW, NAME, THICK = 36, 20, 14
"""Pixels of a bar with its name above it, of the name's line, and of the bar."""
SHORT = 0.3
"""A bar under this share of the width has its value behind it, not in it."""


Sum = tuple[str, str, str, str]
"""A colour, its pattern, whose they are, and what it comes to in all; without a colour, words alone."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from the top in the order given, each with its value written at its end or in it."""

    names: Sequence[str]
    values: Sequence[float]
    texts: Sequence[str]
    fills: Sequence[str]
    colours: Palette
    reach: float
    """The value at the right edge."""
    patterns: Sequence[str] = ()
    """The second cue of each bar: "" / x - or a dot."""
    target: tuple[float, str] | None = None
    """A labelled line across all bars."""
    rings: Sequence[float | None] = ()
    """A mark on each bar's line, where another value stands."""
    inside: bool = False
    key: Sequence[Sum] = ()
    """Over the bars, what those of each colour come to."""

    def share(self, value: float) -> float:
        """How much of the width a value takes, 0 to 1."""
        return min(1.0, max(0.0, value / self.reach))

    def pattern(self, place: int) -> str:
        """The second cue of one bar."""
        return self.patterns[place] if place < len(self.patterns) else ""

    def ring(self, place: int) -> float | None:
        """The other value of one bar."""
        return self.rings[place] if place < len(self.rings) else None

    def end(self, place: int) -> float:
        """How much of the width one bar and its ring take: the value's text begins behind it."""
        return self.share(max(self.values[place], self.ring(place) or 0.0))

    def is_inside(self, place: int) -> bool:
        """Whether one bar's value stands in it."""
        return self.inside and self.share(self.values[place]) >= SHORT


def as_html(bars: Bars, title: str, subtitle: str = "", label: str = "") -> str:
    """The bars under their message as HTML without script or class: a list to a screen reader, named ``label`` (or as its
    title), every text from the data escaped. Text takes the page's own colour, so that it stays legible where the page
    changes to the other theme under it."""
    rows = "".join(_row(bars, place) for place in range(len(bars.names)))
    line = _line(bars) if bars.target else ""
    below = f'<p style="margin:2px 0 0;font-size:.875rem;opacity:.7">{escape(subtitle)}</p>' if subtitle else ""
    return (
        f'<p style="margin:0;font-weight:600">{escape(title)}</p>{below}{sums(bars.colours, bars.key)}'
        f'<div style="position:relative;margin:{32 if bars.target else 12}px {_edge(bars)}ch 0 0;font-size:13px">{line}'
        f'<div role="list" aria-label="{escape(label or title)}">{rows}</div></div>'
    )


def sums(colours: Palette, key: Sequence[Sum]) -> str:
    """What each colour comes to, in a row that wraps; nothing where there is none."""
    told = "".join(_sum(colours, *one) for one in key)
    return (
        f'<div style="display:flex;flex-wrap:wrap;gap:2px 18px;margin:12px 0 8px;font-size:13px">{told}</div>'
        if told
        else ""
    )


def _sum(colours: Palette, colour: str, pattern: str, name: str, total: str) -> str:
    wide = 3 if pattern == "|" else 12
    mark = (
        f'<span aria-hidden="true" style="display:inline-block;width:{wide}px;height:12px;margin-right:6px;'
        f'vertical-align:-1px;background:{fill(colours, colour, pattern)}"></span>' if colour else ""
    )  # fmt: skip
    return f'<span style="white-space:nowrap">{mark}{escape(name)} <b>{escape(total)}</b></span>'


def _edge(bars: Bars) -> int:
    """The room that values take behind their bars, in characters; names may reach into it."""
    return 0 if bars.inside else max(map(len, bars.texts), default=0) + 1


def _row(bars: Bars, place: int) -> str:
    width, ring = 100 * bars.share(bars.values[place]), bars.ring(place)
    ground = fill(bars.colours, bars.fills[place], bars.pattern(place))
    if bars.is_inside(place):
        where = f"right:calc({100 - width:.2f}% + 6px);color:{bars.colours.paper};font-size:12px"
    else:
        over_the_line = f";background:{bars.colours.paper}" if bars.target else ""
        where = f"left:calc({100 * bars.end(place):.2f}% + {6 if ring is None else 12}px){over_the_line}"
    return (
        f'<div role="listitem" style="height:{ROW}px"><div style="height:{NAME}px;line-height:{NAME}px;overflow:hidden;'
        f'margin-right:-{_edge(bars)}ch;white-space:nowrap;text-overflow:ellipsis">{escape(bars.names[place])}</div>'
        f'<div style="position:relative;height:{THICK}px;line-height:{THICK}px;white-space:nowrap">'
        f'<div style="height:100%;width:{width:.2f}%;background:{ground}"></div>'
        f"{'' if ring is None else _ring(bars, ring)}"
        f'<span style="position:absolute;top:0;{where}">{escape(bars.texts[place])}</span></div></div>'
    )


def _ring(bars: Bars, value: float) -> str:
    return (
        f'<div aria-hidden="true" style="position:absolute;top:1px;left:calc({100 * bars.share(value):.2f}% - 6px);'
        f"box-sizing:border-box;width:12px;height:12px;border:3px solid {bars.colours.text};border-radius:50%;"
        f"background:{bars.colours.paper};"
        f'box-shadow:0 0 0 2px {bars.colours.paper}"></div>'
    )


def _line(bars: Bars) -> str:
    assert bars.target
    at, text = bars.target
    left = 100 * bars.share(at)
    side = f"right:{100 - left:.2f}%" if left > 40 else f"left:{left:.2f}%"
    return (
        f'<div style="position:absolute;top:-20px;{side};font-size:12px;opacity:.75;white-space:nowrap">{escape(text)}</div>'
        f'<div style="position:absolute;top:0;bottom:0;left:{left:.2f}%;border-left:1px solid {bars.colours.muted}"></div>'
    )


def fill(colours: Palette, colour: str, pattern: str = "") -> str:
    """A CSS background: the colour, under the pattern's lines in the page's colour."""
    over = f"{colours.paper}99"

    def lines(angle: int) -> str:
        return f"repeating-linear-gradient({angle}deg,{over} 0 1.5px,transparent 1.5px 6px),"

    patterns = {
        "/": lines(135), "x": lines(135) + lines(45), "-": lines(0),
        ".": f"radial-gradient({over} 1.5px,transparent 2px) 0 0/6px 6px,",
    }  # fmt: skip
    return patterns.get(pattern, "") + colour
