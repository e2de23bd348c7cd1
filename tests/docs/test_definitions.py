"""The documentation of the figures is that of the program."""

import re
from pathlib import Path

from analytics import definitions, policies, sources
from tests.spec import as_document

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_the_programs() -> None:
    assert (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8") == definitions.markdown()


def test_the_corners_are_those_of_the_tests() -> None:
    assert (ROOT / "docs" / "corners.md").read_text(encoding="utf-8") == as_document.document()


def test_policies_that_a_definition_names_exist() -> None:
    named = {word for row in definitions.DEFINITIONS for word in re.findall(r"\b[a-z]+_[a-z_]+\b", row.policy)}
    assert named <= set(policies.NAMES)


def test_sources_are_told_as_law_literature_or_own_rule() -> None:
    told = definitions.all().set_index("name").source
    assert told["Goal status"].startswith("How progress is measured") and "Sen (1968)" in told["Goal status"]
    assert "credit periods" in told["Missed, by reason"]  # rule 5
    assert "; the reasons of a missed session" in told["Missed, by reason"]  # and rule 6
    assert told["Open make-ups"].endswith("; what settles a make-up is this product's own definition")
    assert told["Days to upload"] == sources.DESIGN
    assert not told[told.str.len() < 20].any() and not told.str.contains(r"[Rr]ules? \d|decision \d").any()
