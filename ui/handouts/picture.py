"""A chart of bars as a PNG to paste elsewhere: its message, what it counts and the bars, as on the page, twice as fine."""

import io
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from ui.charts import bars as shapes
from ui.charts.bars import Bars
from ui.charts.palette import Palette, readable
from ui.charts.stacks import Part, Stacks
from ui.handouts import typeface

if TYPE_CHECKING:
    from ui.charts.charts import Drawing

WIDTH, EDGE, FINE = 680, 20, 2
"""Pixels of the page, and how many of the picture one of them is."""
PLAIN, BOLD = 400, 650


@cache
def font(size: int, weight: int = PLAIN) -> ImageFont.FreeTypeFont:
    """The screen's typeface; ``size`` in pixels of the page."""
    found = ImageFont.truetype(typeface.variable(), size * FINE)
    found.set_variation_by_axes([weight])
    return found


class Sheet:
    """A drawing surface in pixels of the page."""

    def __init__(self, height: float, colours: Palette) -> None:
        self.colours = colours
        self.image = Image.new("RGB", (WIDTH * FINE, round(height * FINE)), colours.paper)
        self._draw = ImageDraw.Draw(self.image)

    def text(
        self, x: float, y: float, text: str, size: int, colour: str, *, weight: int = PLAIN, side: str = "l"
    ) -> None:
        """Text whose middle line is at ``y``; ``side``: which end of it is at ``x``."""
        self._draw.text((x * FINE, y * FINE), text, font=font(size, weight), fill=colour, anchor=f"{side}m")

    def box(self, left: float, top: float, width: float, height: float, colour: str, pattern: str = "") -> None:
        """A filled rectangle with its pattern's lines over it."""
        size = max(1, round(width * FINE)), round(height * FINE)
        tile = Image.new("RGB", size, colour)
        over = ImageDraw.Draw(tile)
        step, thin = 6 * FINE, FINE + 1
        for at in range(-size[1], sum(size), step):
            if pattern in ("/", "x"):
                over.line((at, size[1], at + size[1], 0), self.colours.paper, thin)
            if pattern == "x":
                over.line((at, 0, at + size[1], size[1]), self.colours.paper, thin)
            if pattern == "-":
                over.line((0, at, size[0], at), self.colours.paper, thin)
            if pattern == ".":
                for y in range(step // 2, size[1], step):
                    over.ellipse((at, y, at + thin, y + thin), self.colours.paper)
        self.image.paste(tile, (round(left * FINE), round(top * FINE)))

    def ring(self, x: float, y: float) -> None:
        """A circle around that point."""
        around = [(one + by) * FINE for by in (-6, 6) for one in (x, y)]
        self._draw.ellipse(around, outline=self.colours.text, width=3 * FINE)

    def png(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self.image.save(out, "PNG", optimize=True)
        return out.getvalue()


def png(drawing: "Drawing") -> bytes:
    """The picture of a drawing of bars."""
    figure = drawing.figure
    assert isinstance(figure, Bars | Stacks)
    head = _wrapped(drawing.title, 17, BOLD) + _wrapped(drawing.subtitle, 13, PLAIN)
    key = _key_lines(figure) if figure.key else []
    over = 12 + KEY * len(key) + (20 if isinstance(figure, Bars) and figure.target else 0)
    begin = EDGE + sum(size * 1.4 for _, size, _ in head) + over
    sheet = Sheet(begin + shapes.ROW * len(figure.names) + EDGE / 2, figure.colours)
    y = float(EDGE)
    for line, size, weight in head:
        sheet.text(
            EDGE,
            y + size * 0.7,
            line,
            size,
            figure.colours.text if weight == BOLD else figure.colours.muted,
            weight=weight,
        )
        y += size * 1.4
    _key(sheet, key, y + 6)
    if isinstance(figure, Stacks):
        _stacks(sheet, figure, begin)
    else:
        _bars(sheet, figure, begin)
    return sheet.png()


KEY = 20
"""Pixels of a line of what the parts are."""


def _key_lines(figure: Bars | Stacks) -> list[list[tuple[str, str, str]]]:
    """What the colours are and come to, in lines that fit: colour, pattern, text."""
    lines: list[list[tuple[str, str, str]]] = [[]]
    at = 0.0
    for colour, pattern, name, total in figure.key:
        text = f"{name} {total}".strip()
        wide = _long(text) + 36
        if lines[-1] and at + wide > WIDTH - 2 * EDGE:
            lines.append([])
            at = 0.0
        lines[-1].append((colour, pattern, text))
        at += wide
    return lines


def _long(text: str, size: int = 13) -> float:
    return font(size).getlength(text) / FINE


def _key(sheet: Sheet, lines: list[list[tuple[str, str, str]]], top: float) -> None:
    for line in lines:
        x = float(EDGE)
        for colour, pattern, text in line:
            if colour:
                sheet.box(x, top, 3 if pattern == "|" else 12, 12, colour, pattern)
                x += 18
            sheet.text(x, top + 6, text, 13, sheet.colours.text)
            x += _long(text) + 18
        top += KEY


def _stacks(sheet: Sheet, stacks: Stacks, top: float) -> None:
    edge = max((_long(text) for text in stacks.ends), default=0.0)
    width = WIDTH - 2 * EDGE - edge - 6
    for place, name in enumerate(stacks.names):
        row, x = top + shapes.ROW * place, float(EDGE)
        middle = row + shapes.NAME + shapes.THICK / 2
        sheet.text(EDGE, row + shapes.NAME / 2, name, 13, stacks.colours.text)
        for part in stacks.shown:
            long = width * stacks.share(part.values[place])
            if long > 0:
                _part(sheet, stacks.texts(place, part), part, (x, row + shapes.NAME, long))
            x += long
        sheet.text(x + 6, middle, stacks.ends[place] if place < len(stacks.ends) else "", 13, stacks.colours.text)
        at = stacks.lines[place] if place < len(stacks.lines) else None
        if at is not None:
            sheet.box(
                EDGE + width * stacks.share(at) - 2, row + shapes.NAME - 4, 3, shapes.THICK + 8, stacks.colours.text
            )


def _part(sheet: Sheet, texts: list[str], part: Part, where: tuple[float, float, float]) -> None:
    """A part of a bar, with what is said in it as far as it fits."""
    left, top, long = where
    sheet.box(left, top, max(1.0, long - 1), shapes.THICK, part.colour, part.pattern)
    fitting = (" ".join(texts[:many]) for many in range(len(texts), 0, -1))
    text = next((one for one in fitting if _long(one, 12) + 8 <= long), "")
    if text and part.pattern:
        sheet.box(left + 2, top, _long(text, 12) + 4, shapes.THICK, part.colour)
    sheet.text(left + 4, top + shapes.THICK / 2, text, 12, readable(part.colour, sheet.colours))


def _bars(sheet: Sheet, bars: Bars, top: float) -> None:
    edge = 0.0 if bars.inside else max((font(13).getlength(text) for text in bars.texts), default=0.0) / FINE + 6
    width = WIDTH - 2 * EDGE - edge
    for place, name in enumerate(bars.names):
        row = top + shapes.ROW * place
        long, middle = width * bars.share(bars.values[place]), row + shapes.NAME + shapes.THICK / 2
        sheet.text(EDGE, row + shapes.NAME / 2, name, 13, bars.colours.text)
        sheet.box(EDGE, row + shapes.NAME, long, shapes.THICK, bars.fills[place], bars.pattern(place))
        ring = bars.ring(place)
        if ring is not None:
            sheet.ring(EDGE + width * bars.share(ring), middle)
        if bars.is_inside(place):
            sheet.text(EDGE + long - 6, middle, bars.texts[place], 12, bars.colours.paper, side="r")
        else:
            end = EDGE + width * bars.end(place) + (6 if ring is None else 12)
            sheet.text(end, middle, bars.texts[place], 13, bars.colours.text)
    if bars.target:
        at = EDGE + width * bars.share(bars.target[0])
        sheet.box(at, top, 1, shapes.ROW * len(bars.names), bars.colours.muted)
        sheet.text(at, top - 10, bars.target[1], 12, bars.colours.muted, side="r" if at > WIDTH * 0.4 else "l")


def _wrapped(text: str, size: int, weight: int) -> list[tuple[str, int, int]]:
    """The text in lines that fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font(size, weight).getlength(longer) > (WIDTH - 2 * EDGE) * FINE:
            lines.append(word)
        else:
            lines[-1] = longer
    return [(line, size, weight) for line in lines if line]
