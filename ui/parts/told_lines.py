"""What service lines are called in tables: so that two of one student can be told apart."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui.parts import words

PROMISE = ("amount_minutes", "cycle")
READ = ("service", "setting", *PROMISE)


def named(frame: pd.DataFrame, *, in_short: bool = False, promise: bool = True) -> pd.DataFrame:
    """The lines (service, student_id, line_id; setting, amount_minutes and cycle where they are known) with ``line``: what
    each is called, such as "OT pull-out, 30 min a week"; of a student's lines that are alike each with its id. ``in_short``:
    without the service where all have the same one; ``promise``: with what is promised."""
    read = [name for name in READ if name in frame.columns and (promise or name not in PROMISE)]
    is_one = (
        in_short and frame["service"].nunique() == 1 and "setting" in frame and bool(frame["setting"].notna().all())
    )
    texts = [_text(row, "" if is_one else words.service(str(row["service"]))) for row in frame[read].to_dict("records")]
    ids: dict[tuple[Any, str], set[Any]] = {}
    for student, text, line in zip(frame["student_id"], texts, frame["line_id"], strict=True):
        ids.setdefault((student, text), set()).add(line)
    told = [
        f"{text} ({line})" if len(ids[student, text]) > 1 else text
        for student, text, line in zip(frame["student_id"], texts, frame["line_id"], strict=True)
    ]
    return frame.assign(line=pd.Series(told, index=frame.index, dtype="object"))


def _text(row: Mapping[Any, Any], service: str) -> str:
    setting, amount = row.get("setting"), row.get("amount_minutes")
    where = "" if words.is_missing(setting) else words.SETTINGS.get(str(setting), str(setting))
    promised = "" if words.is_missing(amount) else f", {words.minutes(amount)} {words.cycle(row['cycle'])}"
    return f"{service} {where}".strip() + promised
