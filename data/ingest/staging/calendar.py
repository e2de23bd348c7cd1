"""Calendars: whether a day is instructional, from a flag, a kind of day, or its words."""

from typing import Any

import pyarrow as pa

from data.contracts.datasets import DAY_TYPES
from data.ingest.staging.work import DOUBT, Rule, Work, doubt
from data.ingest.values import flags, terms
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import Read, waiting

CLOSED = ("holiday", "staff_only", "emergency_closed")
OPEN = ("full", "half", "late_start", "testing", "make_up_day")
NO_TYPE = "(no day type)"


def stage(work: Work) -> None:
    """Decide for each distinct flag and kind of day whether students are in attendance."""
    found = work.at("is_instructional", "day_type")
    work.decide(
        "day",
        {f"k{heading.place}": f"b.k{heading.place}" for heading in found},
        lambda **keys: _decided(work, keys),
        {
            "instructional": pa.bool_(), "kind_of_day": pa.string(), **DOUBT,
        },
    )  # fmt: skip
    work.has_doubts = True
    work.fields["is_instructional"] = "instructional"
    work.fields["day_type"] = "kind_of_day"


def _decided(work: Work, keys: dict[str, int]) -> dict[str, Any]:
    """Of one combination of cells: instructional, kind_of_day, or what is wrong with it."""
    flag: bool | None = None
    kind: str | None = None
    whole: str | None = None
    """The kind of day that stands where yes or no is expected (Full, Half): what a remark beside it says tells more."""
    unknown: list[tuple[str, str]] = []
    for heading in work.at("is_instructional", "day_type"):
        key = keys[f"k{heading.place}"]
        text = heading.texts[key].strip() if key >= 0 else ""
        if is_nothing(text):
            continue
        if error := error_in(text):
            return _problem(work, error, text)
        told_flag, told_kind = _told(work, text, heading.field)
        if heading.field == "is_instructional" and told_kind is not None:
            told_flag, whole = told_kind in OPEN, told_kind
        else:
            kind = kind or told_kind
        flag = told_flag if flag is None else flag
        if told_flag is None and told_kind is None:
            unknown.append((heading.field, text))
    kind = kind or whole
    if flag is None and kind in (*CLOSED, *OPEN):
        flag = kind in OPEN
    return {"instructional": flag, "kind_of_day": kind} | _doubt(work, flag, kind, unknown)


def _told(work: Work, text: str, field: str) -> tuple[bool | None, str | None]:
    """(whether the flag says yes, the kind of day) that one cell tells."""
    answer = work.answer(text)
    text = text if answer else work.meant(text, lambda meaning: terms.day_type(meaning) is not None)
    said = flags.read(answer or text)
    if (field == "is_instructional" or answer) and not said.failed:
        return said.value, None
    return None, terms.day_type(answer or text)


def _doubt(work: Work, flag: bool | None, kind: str | None, unknown: list[tuple[str, str]]) -> dict[str, Any]:
    if flag is None and unknown:
        return _problem(work, waiting("unknown_day_type", "it isn't known whether this is a school day"), unknown[0][1])
    if flag is None:
        text = kind or NO_TYPE
        return _problem(work, waiting("no_day_type", "it isn't said whether this is a school day"), text)
    if unknown:
        return _problem(work, Read(None, "unknown_day_type", "this kind of day isn't known", "ask"), unknown[0][1])
    return {}


def _problem(work: Work, read: Read, text: str) -> dict[str, Any]:
    column = work.heading("day_type") if work.at("day_type") else work.heading("is_instructional")
    question = work.ask("code", text, f"Is {text!r} a school day?", ("yes", "no", *DAY_TYPES))
    return doubt(read.code, read.message, read.severity, column, text, None if read.severity == "reject" else question)


def stage_periods(work: Work) -> None:
    """Grading periods: the period by its short name."""
    for heading in work.at("period"):
        work.decide(
            f"period{heading.place}",
            {"key": f"b.k{heading.place}"},
            lambda key, texts=heading.texts: {
                "short_period": terms.period_name(texts[key]) if key >= 0 and not is_nothing(texts[key]) else None
            },
            {"short_period": pa.string()},
        )
        work.fields["period"] = "short_period"
    first, last = work.value("start_date"), work.value("end_date")
    if first and last:
        work.rules.append(
            Rule(work.heading("end_date"), "ends_before_start", "the period ends before it starts", "reject",
                 f"{last} < {first}")
        )  # fmt: skip
