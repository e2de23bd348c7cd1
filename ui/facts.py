"""Figures of a headline as one text of the page: five elements take the browser 14 ms more at each change (decision 0098).

Colours stand for both schemes, so that the figures follow where the page changes to the other under them (decision 0073)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ui import sparkline

SMALL = "font-size: 0.875rem"
TONES = {
    True: ("light-dark(#1A4733, #97CEB4)", "light-dark(#2E7D5B1A, #63B68F33)"),
    False: ("light-dark(#671D1D, #F7C0C0)", "light-dark(#A32E2E1A, #EE7B7B33)"),
    None: ("light-dark(#474D52, #C5CACE)", "light-dark(#6B737B1A, #9AA3AB33)"),
}
"""Text and ground of a change for the better, for the worse, and of one that is neither: the theme's own."""
CELL = (
    "border: 1px solid; border-color: light-dark(#D5DCE0, #33424A); border-radius: 6px; "
    "padding: calc(1rem - 1px) calc(1rem - 1px) 0; min-width: 0"
)
BADGE = (
    "border-radius: 3px; padding: 0 0.25rem; margin: 0 1px; display: inline-block; max-width: 100%; vertical-align: middle; "
    "white-space: nowrap; overflow: hidden; text-overflow: ellipsis"
)
_HOURS = re.compile(r"(?<=\d) h\b")
"""An amount and its unit stay on one line."""
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True)
class Fact:
    """One figure of the headline: its value as text, and its denominator in words."""

    label: str
    value: str
    of: str = ""
    change: str = ""
    """The change since ``since``, with its sign; empty where there is none to tell."""
    since: str = ""
    good: bool | None = None
    """Whether the change is for the better; None where that isn't for a program to say."""
    series: Sequence[float] = ()


def as_html(found: Sequence[Fact], accent: str) -> str:
    """The figures side by side, two by two on a phone, as HTML without script or class; every text escaped."""
    least = f"max(min(150px, 100%), (100% - {len(found) - 1}rem) / {len(found)})"
    grid = (
        f"display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax({least}, 1fr)); margin-bottom: 1rem"
    )
    return f'<div style="{grid}">{"".join(_cell(fact, accent) for fact in found)}</div>'


def _cell(fact: Fact, accent: str) -> str:
    """Label, value (the only headings of the sixth level), change, course, denominator."""
    parts = [f"<p>{_span(SMALL, fact.label)}</p><h6>{_plain(fact.value)}</h6>"]
    if moved := "<br>".join(filter(None, (_change(fact), _course(fact, accent)))):
        parts.append(f"<p>{moved}</p>")
    if fact.of:
        of = _HOURS.sub("\u00a0h", fact.of)
        parts.append(f"<p>{_span(f'{SMALL}; color: {TONES[None][0]}', of)}</p>")
    return f'<div style="{CELL}">{"".join(parts)}</div>'


def _change(fact: Fact) -> str:
    if not fact.change:
        return ""
    text, ground = TONES[fact.good]
    badge = _span(f"{BADGE}; {SMALL}; color: {text}; background-color: {ground}", _arrow(fact.change) + fact.change)
    return f"{badge} {_span(SMALL, fact.since)}"


def _course(fact: Fact, accent: str) -> str:
    if len(fact.series) < 2:
        return ""
    return f'<img src="{sparkline.image(fact.series, accent)}" alt="Its course, month by month">'


def _span(style: str, text: str) -> str:
    return f'<span style="{style}">{_plain(text)}</span>'


def _plain(text: str) -> str:
    """Text from a file on one line, since a blank one would end the HTML, with every sign of HTML escaped."""
    return escape(_SPACES.sub(" ", text).strip())


def _arrow(change: str) -> str:
    """Up or down beside a change; none where nothing moved."""
    if not any(sign in change for sign in "123456789"):
        return ""
    return "↓ " if change.startswith(("-", "−")) else "↑ "
