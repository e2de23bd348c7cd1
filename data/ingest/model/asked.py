"""What only a person can answer, and what people said: of a file, of its shape, beside the files of an import."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Mode = Literal["merge", "replace"]


@dataclass(frozen=True)
class Question:
    """Something only a person can answer. ``rows`` records wait for it (0: it holds nothing)."""

    kind: str
    """code, column, dataset, date_order, frequency, person, duplicate, coverage, snapshot, ..."""
    value: str
    rows: int
    text: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cover:
    """Days that a batch's logs speak for, as chosen by a person."""

    service: str
    from_day: date
    to_day: date
    kind: str | None = None
    provider_id: str | None = None
    school: str | None = None


@dataclass(frozen=True)
class Answers:
    """What people answered earlier for a file shape (or for all shapes), from ``profiles``."""

    dataset: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    """heading -> field; "" leaves the column out."""
    codes: dict[str, str] = field(default_factory=dict)
    """code or word as written -> meaning, as in Options.codes"""
    date_order: Literal["month_first", "day_first"] | None = None


@dataclass(frozen=True)
class Options:
    """What the user said beside the files."""

    dataset: str | None = None
    mode: Mode = "merge"
    codes: dict[str, str] = field(default_factory=dict)
    """'SA' -> 'missed:student_absent'"""
    map: dict[str, str] = field(default_factory=dict)
    """'Heading' -> 'field'"""
    answers: dict[str, Answers] = field(default_factory=dict)
    """What was answered for a file shape just now, beside ``codes`` and ``map``, which are for all files."""
    covers: tuple[Cover, ...] = ()
    covers_of: dict[str, tuple[Cover, ...]] = field(default_factory=dict)
    """File name -> what a person said that this file's logs speak for; ``covers`` is for all files."""
    load_date: date | None = None
    """The day of loading; None is today (the only place where today is asked)."""
    loaded_by: str = "unknown"
