"""The documentation of the formats is that of the program."""

import tomllib
from pathlib import Path

from data import formats
from data.contracts import DATASETS

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_the_programs() -> None:
    assert (ROOT / "docs" / "formats.md").read_text(encoding="utf-8") == formats.markdown()


def test_every_dataset_and_field_is_on_the_page() -> None:
    page = formats.markdown()
    for dataset in DATASETS.values():
        section = page.split(f"\n### {dataset.name}\n")[1].split("\n### ")[0]
        assert all(f"\n| {field.name} | " in section for field in dataset.fields)


def test_names_of_the_standards_are_of_fields_that_exist() -> None:
    named = tomllib.loads((ROOT / "data" / "contracts" / "standards.toml").read_text(encoding="utf-8"))
    for dataset, fields in named.items():
        assert set(fields) <= {field.name for field in DATASETS[dataset].fields}
        assert all(set(standard) <= {"ceds", "edfi"} for standard in fields.values())


def test_frequencies_are_shown_with_their_working() -> None:
    rows = dict(line.strip("| \n").split(" | ", 1) for line in formats.markdown().splitlines() if "Weekly |" in line)
    assert rows["30 min x 2 Times = 60 min Weekly"] == "2 x 30 = 60 a week"
    assert rows["45 min Weekly"] == "45 a week"
