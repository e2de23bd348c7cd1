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


def test_each_figure_names_the_cases_that_were_worked_out_of_it() -> None:
    """A figure that is new gets its place in ``definitions.WORKED_OUT``."""
    told = [name for names in definitions.WORKED_OUT.values() for name in names]
    assert sorted(told) == sorted(one.name for one in definitions.DEFINITIONS)
    corners = as_document.document()
    for place in definitions.WORKED_OUT:
        page, _, anchor = place.partition("#")
        assert (ROOT / "docs" / page).exists(), place
        assert not anchor or f'<a id="{anchor}"></a>' in corners, place


def test_policies_that_a_definition_names_exist() -> None:
    named = {word for row in definitions.DEFINITIONS for word in re.findall(r"\b[a-z]+_[a-z_]+\b", row.policy)}
    assert named <= set(policies.NAMES)


def test_sources_are_told_as_law_paper_policy_or_own_definition() -> None:
    told = definitions.all().set_index("name").source
    assert told["Goal status"] == "Law: progress on goals"
    assert told["Missed, by reason"] == "Own definition: credit periods; district policy: reasons of missed sessions"
    assert told["Open make-ups"] == "Own definition: credit periods, what settles a make-up"
    assert told["Days to upload"] == "Own definition: history"
    assert not told.str.contains(r"[Rr]ules? \d|decision \d").any()


def test_nothing_is_said_twice_of_a_figure_nor_of_a_source() -> None:
    frame = definitions.all()
    assert frame["source"].str.count("(?i)own definition").max() == 1
    listed = definitions.sources_of(frame["name"].tolist())
    assert len({name for name, _ in listed}) == len({says for _, says in listed}) == len(listed)
    assert definitions.sources_of(["Goal status", "Of the goal met"]) == [
        ("Law: progress on goals", sources.of("rules 10")[0].says)
    ]


def test_each_chapter_begins_with_a_figure() -> None:
    frame = definitions.all()
    assert set(definitions.CHAPTERS) <= set(frame["name"])
    assert frame["chapter"].notna().all()
    assert frame["chapter"].drop_duplicates().tolist() == list(definitions.CHAPTERS.values())
