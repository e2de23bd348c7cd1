"""Logs without values: an exception's message may hold a student's name, so only its kind and place are logged.

Streamlit logs every page's traceback before it asks the app's own handler, so the rule is kept where records are made.
"""

import logging
import os
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def place(error: BaseException) -> str:
    """ "ledger.py:120": the innermost line of this project, else of any library, where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(str(ROOT)) and ".venv" not in frame.filename]
    last = (own or list(frames))[-1:]
    return f"{Path(last[0].filename).name}:{last[0].lineno}" if last else "unknown place"


def install() -> None:
    """Log records of this process lose the tracebacks and messages of exceptions; MINUTES_DEBUG=1 keeps them."""
    if not os.environ.get("MINUTES_DEBUG"):
        logging.setLogRecordFactory(_record)


def _record(*arguments: Any, **options: Any) -> logging.LogRecord:
    record = logging.LogRecord(*arguments, **options)
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.msg, record.args = f"{type(error).__name__} at {place(error)}", ()
        record.exc_info = record.exc_text = None
    return record
