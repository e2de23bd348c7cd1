"""One student's service log as a PDF to hand over: what the IEP promises, what was given, session by session.

Plain words and plain tables, in the typeface of the screen, which has the letters of names from many languages.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from fpdf import FPDF
from fpdf.enums import TableCellFillMode
from fpdf.fonts import FontFace

from ui.handouts import typeface
from ui.handouts.typeface import FAMILY
from ui.parts import words
from ui.student import student_drawings

INK, MUTED, LINE, FILL = (28, 36, 41), (90, 100, 107), (213, 220, 224), (243, 246, 247)


@dataclass(frozen=True)
class Log:
    """What stands on the paper: frames as the figures give them."""

    student: Mapping[str, Any]
    school: str
    as_of: date
    loaded: str
    mandates: pd.DataFrame
    months: pd.DataFrame
    sessions: pd.DataFrame
    make_ups: pd.DataFrame
    is_sample: bool = False


class Paper(FPDF):
    """Letter paper with a foot: who, as of when, which page."""

    def __init__(self, foot: str) -> None:
        super().__init__(format="letter", unit="pt")
        self.foot = foot
        for style, path in typeface.files().items():
            self.add_font(FAMILY, style, path)
        self.set_margins(54, 54, 54)
        self.set_auto_page_break(True, 60)
        self.set_draw_color(*LINE)
        self.add_page()

    def footer(self) -> None:
        """The foot of each page."""
        self.set_y(-40)
        self.set_font(FAMILY, "", 8)
        self.set_text_color(*MUTED)
        self.cell(0, 10, f"{self.foot} · page {self.page_no()} of {{nb}}", align="L")


def service_log(log: Log) -> bytes:
    """The PDF: head, service lines, month by month, make-ups that are open, every session with its reason."""
    name = str(log.student["student_name"])
    paper = Paper(f"Service log of {name}, data as of {words.day(log.as_of, year=True)}")
    paper.set_title(f"Service log, {name}")
    _head(paper, log, name)
    grid(paper, "What the IEP promises", MANDATES, _mandates(log.mandates))
    grid(paper, "Minutes by month", MONTHS, _months(log.months))
    if len(log.make_ups):
        grid(paper, "Minutes that may have to be made up", MAKE_UPS, _make_ups(log.make_ups))
    grid(paper, student_drawings.sessions_title(log.sessions), SESSIONS, _sessions(log.sessions))
    _close(paper)
    return bytes(paper.output())


def _head(paper: Paper, log: Log, name: str) -> None:
    write(paper, "Service log", 9, MUTED)
    write(paper, name, 20, INK, "B")
    grade = "" if words.is_missing(log.student["grade"]) else f" · grade {log.student['grade']}"
    write(paper, f"Student id {log.student['student_id']} · {log.school or 'school not on file'}{grade}", 11, INK)
    write(paper, f"Data as of {words.day(log.as_of, year=True)}. {log.loaded}", 9, MUTED)
    if log.is_sample:
        write(paper, "Sample district: every name and number here is invented.", 9, MUTED, "B")
    paper.ln(6)


def write(paper: Paper, text: str, size: int, colour: tuple[int, int, int], style: str = "") -> None:
    """A paragraph."""
    paper.set_font(FAMILY, style, size)
    paper.set_text_color(*colour)
    paper.multi_cell(0, size * 1.35, text, new_x="LMARGIN", new_y="NEXT")


MANDATES = (("Service", 22), ("Amount", 20), ("Setting", 16), ("From", 14), ("To", 14), ("Provider", 22))
MONTHS = (("Month", 14), ("Expected", 14), ("Delivered", 14), ("Missed, excused", 16), ("For review", 14),
          ("To make up", 14), ("Not accounted for", 18))  # fmt: skip
MAKE_UPS = (("Service", 20), ("Minutes", 12), ("Sessions", 12), ("From", 16), ("To", 16), ("Decision", 24))
SESSIONS = (("Day", 14), ("Service", 16), ("What happened", 26), ("Minutes", 10), ("Setting", 14), ("Provider", 22))
NUMBERS = {"Expected", "Delivered", "Missed, excused", "For review", "To make up", "Not accounted for", "Minutes",
           "Sessions"}  # fmt: skip


LINE_OF_TITLE, LINE_OF_ROW, LEAST_ROWS = 30, 17, 4
"""Points of a table's title and of a row, and the rows that stand with the title."""


def grid(
    paper: Paper,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
    numbers: Collection[str] = NUMBERS,
) -> None:
    """A table under its title; columns are headings with their widths, ``numbers`` those that stand to the right. A page doesn't
    end with a title and a row or two of many."""
    if paper.will_page_break(LINE_OF_TITLE + LINE_OF_ROW * (1 + min(len(rows), LEAST_ROWS))):
        paper.add_page()
    paper.ln(8)
    write(paper, title, 13, INK, "B")
    paper.ln(2)
    if not rows:
        write(paper, "Nothing is on file.", 10, MUTED)
        return
    paper.set_font(FAMILY, "", 9)
    paper.set_text_color(*INK)
    align = tuple("RIGHT" if name in numbers else "LEFT" for name, _ in columns)
    with paper.table(
        col_widths=tuple(width for _, width in columns), text_align=align, line_height=13, padding=(2, 6, 2, 2),
        borders_layout="HORIZONTAL_LINES", headings_style=FontFace(emphasis="BOLD", fill_color=FILL),
        cell_fill_mode=TableCellFillMode.NONE,
    ) as table:  # fmt: skip
        for cells in ([name for name, _ in columns], *rows):
            line = table.row()
            for cell in cells:
                line.cell(cell)


def _mandates(frame: pd.DataFrame) -> list[list[str]]:
    return [
        [_service(row), words.promise(row), _setting(row), words.day(row["window_from"], year=True),
         words.day(row["window_to"], year=True), _said(row["provider_name"])]
        for row in _rows(frame)
    ]  # fmt: skip


def _service(row: Mapping[Any, Any]) -> str:
    plan = "" if row["plan_type"] == "IEP" else f" ({row['plan_type']})"
    return words.service(str(row["service"])) + plan + (", summer" if row["esy"] else "")


def _months(frame: pd.DataFrame) -> list[list[str]]:
    names = ("expected_minutes", "delivered_minutes", "excused_minutes", "review_minutes", "make_up_minutes",
             "unaccounted_minutes")  # fmt: skip
    return [
        [f"{pd.Timestamp(row['month']):%b %Y}", *(words.minutes(row[name]) for name in names)] for row in _rows(frame)
    ]


def _make_ups(frame: pd.DataFrame) -> list[list[str]]:
    return [
        [words.service(str(row["service"])), words.minutes(row["make_up_minutes"]), words.amount(row["make_up_sessions"]),
         words.day(row["period_start"], year=True), words.day(row["period_end"], year=True),
         words.DECISIONS.get(str(row["decision"]), "none yet")]
        for row in _rows(frame)
    ]  # fmt: skip


def _sessions(frame: pd.DataFrame) -> list[list[str]]:
    return [
        [words.day(row["session_date"], year=True), words.service(str(row["service"])), happened(row),
         words.amount(row["minutes"]), _setting(row), _said(row["provider_name"])]
        for row in _rows(frame.sort_values("session_date", kind="stable"))
    ]  # fmt: skip


def happened(row: Mapping[Any, Any]) -> str:
    """What became of a session, in words: "missed: student absent", "make-up of Oct 13"."""
    status = words.STATUSES.get(str(row["status"]), str(row["status"]))
    if not words.is_missing(row["makes_up_date"]):
        status += f" of {words.day(row['makes_up_date'])}"
    if words.is_missing(row["reason"]) or row["reason"] == "":
        return status
    return f"{status}: {words.REASONS.get(str(row['reason']), str(row['reason']))}"


def _setting(row: Mapping[Any, Any]) -> str:
    return "" if words.is_missing(row["setting"]) else words.SETTINGS.get(str(row["setting"]), str(row["setting"]))


def _said(value: Any) -> str:
    return "" if words.is_missing(value) else str(value)


def _rows(frame: pd.DataFrame) -> Iterable[dict[Any, Any]]:
    return frame.to_dict("records")


NOTE = (
    "Expected minutes are what the service lines oblige on school days for which a log is loaded. Minutes to make up are "
    "candidates for a decision of the IEP team; they are a measurement, not a judgement. Minutes beyond what a line obliges in "
    "its period make up for no other line or period, so delivered and to make up can be more than expected together. Sessions "
    "that are not on file are not on this paper."
)


def _close(paper: Paper) -> None:
    paper.ln(10)
    write(paper, NOTE, 8, MUTED)
