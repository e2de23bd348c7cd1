"""The page of where a change of reading goes names each module of the importer, and what it says of itself."""

import re

import pytest

from tests.docs import reading

_SHORTEST = 15
PAGE = (reading.ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def test_page_is_made_of_the_modules() -> None:
    assert reading.page() == PAGE, "python -m tests.docs.reading > docs/reading.md"


def test_each_module_has_a_line_that_says_something() -> None:
    lines = re.findall(r"^- `([a-z_.0-9]+)`: (\S.*)$", PAGE, re.MULTILINE)
    folders = re.findall(r"^### `([a-z_.]+)`: \S", PAGE, re.MULTILINE)
    assert len(lines) + len(folders) == len(reading.modules()) - len(reading.PARTS) > 200
    assert [name for name, said in lines if len(said) < _SHORTEST] == []


def test_places_of_the_first_table_exist() -> None:
    rows = [line.split(" | ")[1] for line in reading.OPENING.splitlines() if line.startswith("| ")][1:]
    named = [name.replace("/", ".") for row in rows for name in re.findall(r"`([a-z_/]+)`", row)]
    known = {*reading.modules(), *(module.rpartition(".")[2] for module in reading.modules())}
    assert len(named) > 30 and [name for name in named if name not in known] == []


@pytest.mark.parametrize("name", ["headings", "spellings", "words"])
def test_lists_of_words_that_the_page_names_exist(name: str) -> None:
    assert f"{name}.toml" in PAGE and (reading.ROOT / "data" / "contracts" / f"{name}.toml").exists()
