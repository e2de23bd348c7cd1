"""Where a change of reading goes, a line for each module of the importer: ``python -m tests.docs.reading > docs/reading.md``."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
INGEST = ROOT / "data" / "ingest"
OPENING = """# Where a change of reading goes

A file becomes rows in steps, each of which knows nothing of the later ones: **file -> sheets (readers) -> tables -> mapping \
-> staging (by values) -> the ledger**. [architecture.md](architecture.md) says how they are called; this page, made of what \
each module says of itself (`python -m tests.docs.reading > docs/reading.md`), where to look.

| what is read amiss | where it is mended |
|---|---|
| a kind of file, an encoding, a workbook's cells | `readers` |
| rows that are titles, totals or comments; headings over several rows | `tables`: `rows`, `signs`, `headers`, `joined`, `above` |
| a way of drawing a sheet that isn't known | `tables/layouts`: a line of `trying`, and a file that reads it |
| several facts in one cell, or one fact in several columns | `tables/steps`: a line of `taking`, and a file that takes it |
| a heading that isn't known | `data/contracts/headings.toml`, `spellings.toml`; by its words alone `mapping/meaning` |
| a column taken for another one | `mapping`: `score`, `likeness`, `evidence`, `contents` |
| a table taken for another dataset | `mapping/apart`, `mapping/choose` |
| a column left out without a question | `mapping/unplaced` |
| what a heading says of all its values (per week, push-in, OT) | `mapping/says`, `mapping/several` |
| a word for a service, a setting, a kind of day | `data/contracts/words.toml`, `values/codes` |
| how a session went | `data/contracts/words.toml`, `values/statuses`; of several cells: `staging/clues`, `staging/outcomes` |
| a date, a time, a number, a frequency, a score | `values` |
| an amount that several columns tell | `values/line_amounts`, `staging/amounts` |
| who is meant | `values/names`, `people`: `matching`, `resemblance` |
| the same row told again | `folding`: `fold`, `twins`, `moved`, `continued`, `recounted`, `renumbered` |
"""
PARTS = (
    ("readers", "File -> sheets: `readers`"),
    ("tables", "Sheet -> tables with a row a record: `tables`"),
    ("mapping", "Table -> fields: `mapping`"),
    ("staging", "Table and mapping -> typed rows: `staging`"),
    ("values", "A text -> a value: `values`"),
    ("model", "What passes between the steps: `model`"),
    ("people", "Who a row means: `people`"),
    ("folding", "Rows -> the ledger: `folding`"),
)


def modules() -> list[str]:
    """The modules of the importer by their names within it, in order: tables.rows; a package by its own."""
    names = (path.relative_to(INGEST).with_suffix("").parts for path in INGEST.rglob("*.py"))
    return sorted(".".join(part for part in parts if part != "__init__") for parts in names if parts != ("__init__",))


def line(module: str) -> str:
    """A module's name, and the first sentence that it says of itself."""
    told = re.split(r"\n\n|(?<=\.)\s(?=[A-Z])", ast.get_docstring(_parsed(module)) or "", maxsplit=1)[0]
    return f"- `{module.partition('.')[2] or module}`: {' '.join(told.split()).replace('``', '`')}"


def page() -> str:
    """The whole page."""
    told = [OPENING]
    for package, title in PARTS:
        own = [module for module in modules() if module.startswith(f"{package}.")]
        told += [f"## {title}", ""]
        for heading, listed in _in_parts(package, own):
            told += [*([f"### {heading}", ""] if heading else []), *map(line, listed), ""]
    beside = [module for module in modules() if module.partition(".")[0] not in {package for package, _ in PARTS}]
    return (
        "\n".join([*told, "## An import from end to end, and what is beside the steps", "", *map(line, beside)]) + "\n"
    )


def _in_parts(package: str, own: list[str]) -> Iterable[tuple[str, list[str]]]:
    """The modules of a package; those of tables by the folder that they stand in, under what it says of itself."""
    if package != "tables":
        return [("", own)]
    folders = [module for module in own if (INGEST / Path(*module.split("."))).is_dir()]
    first = [module for module in own if not module.startswith(tuple(folders))]
    parts = [(_said(folder), [module for module in own if module.rpartition(".")[0] == folder]) for folder in folders]
    return [
        ("What is found in every sheet", first),
        *((title, [m for m in listed if m not in folders]) for title, listed in parts),
    ]


def _said(folder: str) -> str:
    """What a folder holds, as a heading: its first words, with its name."""
    return f"`{folder.partition('.')[2]}`: {(ast.get_docstring(_parsed(folder)) or '').rstrip('.')}"


def _parsed(module: str) -> ast.Module:
    path = INGEST / Path(*module.split("."))
    return ast.parse((path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(page(), end="")
