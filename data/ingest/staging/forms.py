"""How the dates of a table are written: their order, and whether numbers are Excel's day numbers."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Work
from data.ingest.values import dates
from data.ingest.values.dates import Form
from data.ingest.values.nothing import is_nothing

ORDERS = ("month_first", "day_first")
_BORN, _POST = 1990, 1950
_SLASHED = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b")


def of(work: Work, heading: Heading) -> Form:
    """The form of one date column."""
    first = _BORN if "birth" in heading.field else _POST if work.dataset.name == "providers" else dates.FIRST_YEAR
    return Form(order(work), epoch(heading.texts, work.context.load_date), first)


def order(work: Work) -> dates.Order:
    """The order of the table's slashed dates: a person's answer, else what the file's own dates show."""
    return answered(work) or dates.order_of(evidence(work))


def answered(work: Work) -> Any:
    """What a person said of the order, for this file or for its shape; None where nobody did."""
    said = (meaning.casefold().replace(" ", "_") for meaning in work.answers.values())
    return next((meaning for meaning in said if meaning in ORDERS), None) or work.context.answers.date_order


def evidence(work: Work) -> list[str]:
    """Every slashed date of the table's date columns, its notes and the rest of the file."""
    texts = [text for heading in work.headings if heading.reads == "date" for text in heading.texts]
    around = (*work.context.evidence, work.table.sheet, *work.table.notes)
    return texts + [match for text in around for match in _SLASHED.findall(text)]


def ask(work: Work) -> tuple[str, str]:
    """The question which order it is; its value is the date that shows that it isn't clear."""
    shown = next((text.strip() for text in evidence(work) if dates.only_day_first(text)), "date order")
    text = f"{shown} has the day first. Are all slashed dates of this file written day first, or month first?"
    return work.ask("date_order", shown, text, ORDERS)


def epoch(texts: Iterable[str], today: date | None) -> int | None:
    """1900 or 1904 where a column's bare numbers can only be Excel's day numbers, else None."""
    bare = [text.strip() for text in texts if not is_nothing(text)]
    numbers = [text for text in bare if re.fullmatch(r"\d{5}(?:\.\d+)?", text)]
    digits = [text for text in bare if re.fullmatch(r"\d+(?:\.\d+)?", text)]
    if not numbers or len(digits) != len(numbers) or not all(dates.is_serial(text) for text in numbers):
        return None
    if all(not dates.read(text, Form()).failed for text in numbers):
        return None
    return 1904 if today is not None and _only_1904(numbers, today) else 1900


def _only_1904(numbers: list[str], today: date) -> bool:
    """Day numbers that would be four years old by the usual count, and recent by the other."""
    days = sorted(int(float(text)) for text in numbers)
    middle = days[len(days) // 2]
    usual, other = ((today - dates.EPOCHS[year]).days - middle for year in (1900, 1904))
    return usual > 3 * 365 and -400 < other < 400
