"""The course of a figure as a small picture in the text: it needs no chart library, so it is there with the figure."""

import base64
from collections.abc import Sequence

WIDTH, HEIGHT, EDGE, ABOVE = 150, 40, 3, 10


def image(values: Sequence[float], colour: str) -> str:
    """A line through the values, the last one dotted, as an address for an image (``data:image/svg+xml``)."""
    points = _points(values)
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round" '
        f'stroke-linecap="round"/><circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="{colour}"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()


def _points(values: Sequence[float]) -> list[tuple[float, float]]:
    """Where each value lies: evenly from left to right, the lowest at the foot; all alike lie in the middle."""
    low, high = min(values), max(values)
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    rise = (HEIGHT - ABOVE - EDGE) / (high - low) if high > low else 0.0
    foot = HEIGHT - EDGE if high > low else (HEIGHT + ABOVE - EDGE) / 2
    return [(EDGE + step * place, foot - (value - low) * rise) for place, value in enumerate(values)]
