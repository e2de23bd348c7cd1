"""The colours and their meanings, for light and dark; each has a second cue (word, shape, pattern) where it is used."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """One theme's colours by meaning."""

    text: str
    muted: str
    paper: str
    grid: str
    accent: str
    on_track: str
    watch: str
    at_risk: str
    critical: str
    quiet: str
    student: str
    provider: str
    school: str
    calendar: str
    no_record: str
    soft: str
    """The accent at a whisper: planned beside delivered, the rest of a bar."""


LIGHT = Palette(
    text="#1C2429", muted="#5A646B", paper="#FFFFFF", grid="#E3E8EA", accent="#0F5C6E", on_track="#2E7D5B",
    watch="#8F6A00", at_risk="#B85014", critical="#A32E2E", quiet="#6B737B", student="#4C78A8", provider="#A32E2E",
    school="#7B5EA7", calendar="#9AA5B1", no_record="#5B636B", soft="#B9D3DA",
)  # fmt: skip
DARK = Palette(
    text="#E8EDEF", muted="#A9B4BA", paper="#12181B", grid="#2B373D", accent="#5FB3C4", on_track="#63B68F",
    watch="#E0B84C", at_risk="#F0925A", critical="#EE7B7B", quiet="#9AA3AB", student="#82AEDC", provider="#EE7B7B",
    school="#B49AD8", calendar="#B5BEC8", no_record="#AEB6BE", soft="#2F5A65",
)  # fmt: skip


def palette(mode: str | None) -> Palette:
    """The colours of a theme; light where it isn't known."""
    return DARK if mode == "dark" else LIGHT


def band_colour(colours: Palette, band: str) -> str:
    """The colour of a band."""
    return {
        "on_track": colours.on_track, "watch": colours.watch, "at_risk": colours.at_risk, "critical": colours.critical,
        "no_service": colours.critical,
    }.get(band, colours.quiet)  # fmt: skip


def cause_colour(colours: Palette, cause: str) -> str:
    """The colour of a cause of missed minutes."""
    return {
        "student": colours.student, "family": colours.soft, "provider": colours.provider, "school": colours.school,
        "calendar": colours.calendar, "no_record": colours.no_record,
    }.get(cause, colours.quiet)  # fmt: skip


CAUSE_PATTERNS = {"calendar": ".", "no_record": "/", "family": "x", "other": "-"}
"""The second cue of a cause; the others are plain."""


def between(one: str, other: str, share: float) -> str:
    """The colour that lies that share of the way from one to the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (first + (last - first) * share)):02X}" for first, last in pairs)


def readable(ground: str, colours: Palette) -> str:
    """The text's colour or the paper's, whichever stands out more on that ground."""
    return max((colours.text, colours.paper), key=lambda one: contrast(one, ground))


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
