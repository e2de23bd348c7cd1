"""The documentation of the figures is that of the program."""

import re
from pathlib import Path

from analytics import definitions, policies
from tests.spec import as_document

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_the_programs() -> None:
    assert (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8") == definitions.markdown()


def test_the_corners_are_those_of_the_tests() -> None:
    assert (ROOT / "docs" / "corners.md").read_text(encoding="utf-8") == as_document.document()


def test_policies_that_a_definition_names_exist() -> None:
    named = {word for row in definitions.DEFINITIONS for word in re.findall(r"\b[a-z]+_[a-z_]+\b", row.policy)}
    assert named <= set(policies.NAMES)
