"""The page of how the house is built names what is there."""

import importlib
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def _figures() -> list[tuple[str, str]]:
    """The functions of the table of figures: module and name, of the first cell of each row."""
    cells = [line.split(" | ")[0] for line in PAGE.split("\n## Rebalancing")[0].splitlines() if line.startswith("| `")]
    return [named for cell in cells for named in re.findall(r"`([a-z_]+)\.([a-z_]+)\(", cell)]


def test_figures_on_the_page_exist() -> None:
    figures = _figures()
    assert ("ledger", "headline") in figures and len(figures) > 60
    missing = [
        (module, name) for module, name in figures if not hasattr(importlib.import_module(f"analytics.{module}"), name)
    ]
    assert missing == []


def test_decisions_on_the_page_exist() -> None:
    numbers = {path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")}
    named = {number for text in re.findall(r"decisions? ([0-9, and]+)", PAGE) for number in re.findall(r"\d{4}", text)}
    assert named and named <= numbers
