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
| a way of drawing a sheet that isn't known | `tables`: a line of `layouts`, and a file that reads it |
| several facts in one cell, or one fact in several columns | `tables`: a line of `steps`, and a file that takes it |
| a heading that isn't known | `data/contracts/headings.toml`, `spellings.toml`; by its words alone `mapping/meaning` |
| a column taken for another one | `mapping`: `score`, `likeness`, `evidence`, `contents` |
| a table taken for another dataset | `mapping/apart`, `mapping/choose` |
| a column left out without a question | `mapping/unplaced` |
| what a heading says of all its values (per week, push-in, OT) | `mapping/says`, `mapping/several` |
| a word for a service, a setting, a kind of day | `data/contracts/words.toml`, `values/codes` |
| how a session went | `data/contracts/words.toml`, `values/statuses`; of several cells: `staging/clues`, `staging/outcomes` |
| a date, a time, a number, a frequency, a score | `values` |
| an amount that several columns tell | `values/line_amounts`, `staging/amounts` |
| who is meant | `values/names`, `people`, `resemblance` |
| the same row told again | `fold`, `twins`, `moved`, `continued`, `recounted`, `renumbered` |
"""
PARTS = (
    ("readers", "File -> sheets: `readers`"),
    ("tables", "Sheet -> tables with a row a record: `tables`"),
    ("mapping", "Table -> fields: `mapping`"),
    ("staging", "Table and mapping -> typed rows: `staging`"),
    ("values", "A text -> a value: `values`"),
    ("model", "What passes between the steps: `model`"),
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
    return "\n".join([*told, "## Rows -> the ledger, and what is beside the steps", "", *map(line, beside)]) + "\n"


def _in_parts(package: str, own: list[str]) -> Iterable[tuple[str, list[str]]]:
    """The modules of a package; those of tables by who calls them: a list of layouts, a list of steps."""
    if package != "tables":
        return [("", own)]
    drawn, taken = (_called_by(f"tables.{name}") for name in ("layouts", "steps"))
    first = [module for module in own if module not in drawn | taken]
    return [
        ("What is found in every sheet", first),
        ("How the records are drawn (`layouts`)", [module for module in own if module in drawn]),
        ("What stands together, told apart (`steps`)", [module for module in own if module in taken - drawn]),
    ]


def _called_by(module: str) -> set[str]:
    """The modules of tables that another one imports from there."""
    found = [node for node in ast.walk(_parsed(module)) if isinstance(node, ast.ImportFrom)]
    names = [alias.name for node in found if node.module == "data.ingest.tables" for alias in node.names]
    return {f"tables.{name}" for name in names} & set(modules())


def _parsed(module: str) -> ast.Module:
    path = INGEST / Path(*module.split("."))
    return ast.parse((path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(page(), end="")
