"""Names that only a grade or a number behind them tells apart (Lin, Ana (K); Lin, Ana (3rd)) may be of two children: it is
asked."""

import re
from collections import defaultdict

from data.ingest.staging.columns import NONE, Heading
from data.ingest.staging.work import Rule, Work
from data.ingest.values import grades, names

_BEHIND = re.compile(r"[(\[]\s*([^()\[\]]{1,12}?)\s*[)\]]\s*$")
ONE = "one child"


def ask(work: Work) -> None:
    """Ask whether names with different grades or numbers behind them are one child's; the rows without an id wait for it, or
    for the ids."""
    known, families = work.value("student_id"), work.at("student_last_name")
    for heading in work.at("student_name", "student_first_name"):
        beside = families[0] if heading.field == "student_first_name" and families else None
        for name, keys in _alike(heading, beside).items():
            texts = sorted({heading.texts[key] for key in keys})
            if work.answer(name) == ONE:
                continue
            told = " and ".join(map(repr, texts))
            question = work.ask("code", name, f"Are {told} under {heading.heading!r} one child?", (ONE,))
            where = f"k{heading.place} in ({', '.join(map(str, sorted(keys)))})" + (
                f" and {known} is null" if known else ""
            )
            message = "another child may have this name, by what stands behind it; say so, or give each an id"
            work.rules.append(
                Rule(heading.heading, "maybe_namesakes", message, "wait", where, f"c{heading.place}", question)
            )


def _alike(heading: Heading, beside: Heading | None) -> dict[str, set[int]]:
    """Name -> the cells that have it with a grade or number behind it, where there are several of these."""
    marks = {key: mark for key, text in enumerate(heading.texts) if (mark := _mark(text))}
    if not marks:
        return {}
    keys = heading.keys.to_pylist()
    family = beside.keys.to_pylist() if beside else [NONE] * len(keys)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for key, other in {(key, other) for key, other in zip(keys, family, strict=True) if key in marks}:
        whole = [beside.texts[other]] if beside and other != NONE and other is not None else []
        found[", ".join([*whole, names.part(heading.texts[key])])][marks[key]] = key
    return {name: set(told.values()) for name, told in found.items() if len(told) > 1}


def _mark(text: str) -> str | None:
    """The grade, or number, in brackets behind a name."""
    match = _BEHIND.search(text)
    if match is None:
        return None
    grade = grades.read(match[1])
    return match[1] if match[1].isdigit() else str(grade.value) if grade.value and not grade.failed else None
