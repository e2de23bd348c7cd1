"""Each decision is found by its subject: the index names each file once."""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "decisions"


def test_the_index_names_each_decision_once() -> None:
    named = re.findall(r"^- \[(\d{4})\]\((\S+)\): \S", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    files = sorted(path.name for path in FOLDER.glob("*.md") if path.name != "README.md")
    assert sorted(name for _, name in named) == files
    assert all(name.startswith(f"{number}-") for number, name in named)
