"""How a command answers: a table, one JSON document, or a sentence on standard error."""

import json
import sys
from enum import StrEnum
from typing import Any

import pandas as pd

from analytics import output


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


def say(text: str) -> None:
    """Tell a person something that is no answer: on standard error."""
    print(text, file=sys.stderr)


def print_frame(frame: pd.DataFrame, shown: Format, as_json: bool) -> None:
    """A figure's rows on standard output; ``--json`` goes before ``--format``."""
    as_text = {"table": output.to_table, "csv": output.to_csv, "json": output.to_json}["json" if as_json else shown]
    print(as_text(output.with_keys_told(frame)))


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, default=str, indent=2))
