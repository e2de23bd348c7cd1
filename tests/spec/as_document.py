"""The corners that the spec tests hold, as a page to read: ``python -m tests.spec.as_document > docs/corners.md``."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from types import ModuleType

from tests.spec.case import Case

SUBJECTS = (
    "expected", "windows", "supersession", "coverage", "sessions", "make_ups", "credit_periods", "reasons",
    "inferred_holidays", "lapsed", "extended_year", "frequency", "bands", "policies_by_year", "over_july",
)  # fmt: skip
HEAD = """# Corners of the rules, worked out by hand

Written by `python -m tests.spec.as_document > docs/corners.md`, from the tables that the tests hold against the ledger and
against a plain reading of the rules. All on the calendar CAL-A of the school year 2025-26; months before July are 2026. Where
policies change it goes on in 2026-27.
What each figure means: [definitions.md](definitions.md).
"""


def document() -> str:
    """The whole page: the worked cases, then each subject's corners."""
    return "\n\n".join((HEAD.rstrip(), worked_cases(), *(subject(name) for name in SUBJECTS))) + "\n"


def worked_cases() -> str:
    """The cases of rules 15 for the ledger."""
    asked = import_module("tests.spec.test_worked_cases").ASKED
    return table("The worked cases of rules 15, from files to figures", [
        (f"Case {one.case}", f"{one.as_of}{f', {one.week[0]} to {one.week[1]}' if one.week else ''}",
         figures(one.worked_out)) for one in asked
    ], "worked_cases")  # fmt: skip


def subject(name: str) -> str:
    """One spec module: its first sentence and its corners."""
    module = import_module(f"tests.spec.test_{name}")
    title = (module.__doc__ or "").strip().splitlines()[0].split(":")[0].rstrip(".")
    return table(title, [(case.rule, when(case), figures(case.figures)) for case in cases_of(module)], name)


def cases_of(module: ModuleType) -> Iterator[Case]:
    """All corners in the tables of a module."""
    for found in vars(module).values():
        if isinstance(found, list):
            yield from (one for one in found if isinstance(one, Case))


def when(case: Case) -> str:
    """The as-of date and the range."""
    first, last = case.cut
    return case.as_of + (f", {first or 'start'} to {last or case.as_of}" if first or last else "")


def table(title: str, rows: list[tuple[str, str, str]], anchor: str) -> str:
    """A heading with a table, and a name by which definitions link to it."""
    lines = [f"| {corner[:1].upper()}{corner[1:]} | {day} | {told} |" for corner, day, told in rows]
    return "\n".join(
        (f'<a id="{anchor}"></a>', "", f"## {title}", "", "| Corner | As of | Worked out |", "|---|---|---|", *lines)
    )


def figures(worked_out: Mapping[str, Fraction | int | None]) -> str:
    """Figures in words: minutes to 0.01, rates to 0.1 %."""
    return ", ".join(f"{name.removesuffix('_minutes').replace('_', ' ')} {said(name, value)}"
                     for name, value in worked_out.items())  # fmt: skip


def said(name: str, value: Fraction | int | None) -> str:
    """One figure."""
    if value is None:
        return "n/a"
    return f"{float(value):.1%}" if name.endswith("_rate") else f"{round(float(value), 2):g}"


if __name__ == "__main__":
    print(document(), end="")
