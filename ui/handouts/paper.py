"""One student's service log as a PDF to hand over: what the IEP promises, what was given, session by session.

Plain words and plain tables, in the typeface of the screen, which has the letters of names from many languages.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    when: str
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
    """The PDF: head, a sentence, service lines, month by month, make-ups that are open, every session with its reason."""
    name = str(log.student["student_name"])
    paper = Paper(f"Service log of {name}, {log.when}")
    paper.set_title(f"Service log, {name}")
    _head(paper, log, name)
    if len(log.months):
        write(paper, in_short(log.months), 11, INK)
    grid(paper, "What the IEP promises", MANDATES, _mandates(log.mandates))
    grid(paper, "Minutes by month", MONTHS, _months(log.months))
    if len(log.months):
        paper.ln(4)
        write(paper, MEANINGS, 8, MUTED)
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
    write(paper, f"{words.begun(log.when)}. {log.loaded}", 9, MUTED)
    if log.is_sample:
        write(paper, "Sample district: every name and number here is invented.", 9, MUTED, "B")
    paper.ln(6)


def write(paper: Paper, text: str, size: int, colour: tuple[int, int, int], style: str = "") -> None:
    """A paragraph."""
    paper.set_font(FAMILY, style, size)
    paper.set_text_color(*colour)
    paper.multi_cell(0, size * 1.35, text, align="L", new_x="LMARGIN", new_y="NEXT")


MANDATES = (("Service", 24), ("Amount", 17), ("Where", 24), ("From", 14), ("To", 14), ("Provider", 20))
PARTS = {
    "expected_minutes": "Promised", "credited_minutes": "Given as promised", "excused_minutes": "Excused",
    "review_minutes": "For review", "make_up_minutes": "To make up", "unaccounted_minutes": "Of these not accounted for",
    "excess_minutes": "Given beyond",
}  # fmt: skip
"""Minutes of a month: all but the last two make up what is promised, but for periods that are still open."""
MONTHS = (("Month", 13), *((name, 13) for name in PARTS.values()))
MAKE_UPS = (("Service", 22), ("Minutes", 12), ("Sessions", 12), ("From", 15), ("To", 15), ("Decision", 24))
SESSIONS = (("Day", 14), ("Service", 16), ("What happened", 26), ("Minutes", 10), ("Setting", 14), ("Provider", 22))
NUMBERS = {*PARTS.values(), "Minutes", "Sessions"}
IN_FULL = {"OT": "Occupational therapy (OT)", "PT": "Physical therapy (PT)", "APE": "Adapted physical education"}
"""Services whose short names a family need not know."""
WHERE = {
    "push_in": "in the classroom (push-in)", "co_teach": "in the classroom (co-teach)",
    "pull_out": "outside the classroom (pull-out)", "consult_staff": "with the school's staff",
    "consult_family": "with the family", "indirect": "without the student", "community": "in the community", "home": "at home",
    "tele": "by video (tele-therapy)",
}  # fmt: skip
HAPPENED = {"partial": "given in part"}


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
        [_service(row), words.promise(row), _where(row), words.day(row["window_from"], year=True),
         words.day(row["window_to"], year=True), _said(row["provider_name"])]
        for row in _rows(frame)
    ]  # fmt: skip


def _service(row: Mapping[Any, Any]) -> str:
    plan = "" if row["plan_type"] == "IEP" else f" ({row['plan_type']})"
    service = str(row["service"])
    return IN_FULL.get(service, words.service(service)) + plan + (", summer" if row["esy"] else "")


def _where(row: Mapping[Any, Any]) -> str:
    return "" if words.is_missing(row["setting"]) else WHERE.get(str(row["setting"]), _setting(row))


def in_short(months: pd.DataFrame) -> str:
    """What became of the minutes promised, in a sentence that a family reads first; its parts add up to them."""
    total = {name: float(months[name].sum()) for name in PARTS}
    promised = total["expected_minutes"]
    if not promised:
        return "No minutes were promised so far on days for which a log is on file."
    share = f" ({words.rate(total['credited_minutes'] / promised)})"
    said = {
        f"were given as promised{share}": total["credited_minutes"],
        "were missed for reasons that are excused": total["excused_minutes"],
        "are to be looked at": total["review_minutes"],
        "may have to be made up": total["make_up_minutes"],
    }
    said["belong to weeks or months that aren't over"] = round(promised - sum(said.values()), 6)
    parts = [
        f"{words.minutes(held)} {what}" for what, held in said.items() if held > 0.5 or what.startswith("were given")
    ]
    bare = f" For {words.minutes(total['unaccounted_minutes'])} of those to be made up neither a session nor a reason is on file."
    more = bare if total["unaccounted_minutes"] > 0.5 else ""
    return f"Of {words.minutes(promised)} promised so far, {words.listed(parts, len(parts))}.{more}"


MEANINGS = (
    "Promised: what the IEP obliges on school days for which a log is on file. Given as promised: at most what a service "
    "obliges in each of its periods; what was given beyond that makes up for nothing else. Excused: missed for reasons such as "
    "the student's absence. For review: missed for reasons that somebody is to look at, such as state testing. To make up: "
    "candidates for a decision of the IEP team, a measurement and no judgement; not accounted for: those with neither a "
    "session nor a reason on file."
)


def _months(frame: pd.DataFrame) -> list[list[str]]:
    return [
        [f"{pd.Timestamp(row['month']):%b %Y}", *(words.minutes(row[name]) for name in PARTS)] for row in _rows(frame)
    ]


def _make_ups(frame: pd.DataFrame) -> list[list[str]]:
    return [
        [", ".join(filter(None, (words.service(str(row["service"])), _setting(row)))),
         words.minutes(row["make_up_minutes"]), words.amount(row["make_up_sessions"]),
         words.day(row["period_start"], year=True), words.day(row["period_end"], year=True),
         words.DECISIONS.get(str(row["decision"]), "none yet")]
        for row in _rows(frame.sort_values(["period_start", "service"], kind="stable"))
    ]  # fmt: skip


def _sessions(frame: pd.DataFrame) -> list[list[str]]:
    return [
        [words.day(row["session_date"], year=True), words.service(str(row["service"])), happened(row),
         words.amount(row["minutes"]), _setting(row), _said(row["provider_name"])]
        for row in _rows(frame.sort_values("session_date", kind="stable"))
    ]  # fmt: skip


def happened(row: Mapping[Any, Any]) -> str:
    """What became of a session, in words: "missed: student absent", "make-up of Oct 13"."""
    status = HAPPENED.get(str(row["status"])) or words.STATUSES.get(str(row["status"]), str(row["status"]))
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


NOTE = "Sessions that are not on file are not on this paper."


def _close(paper: Paper) -> None:
    paper.ln(10)
    write(paper, NOTE, 8, MUTED)
