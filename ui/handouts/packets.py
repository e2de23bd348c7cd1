"""Packets for therapists, who don't open the app: a zip with one workbook a provider, of what waits for that person."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
import xlsxwriter

from analytics import goals, ledger
from analytics.scope import ALL
from data import rejected, worklist
from data.contracts.worklist import SHEET as MAKE_UPS
from data.rejected import Held
from data.workbooks import TEXTS_STAY_TEXTS
from ui.handouts import workbooks
from ui.parts import columns, page, tables, told_lines, words
from ui.parts.tables import Col, Columns
from ui.shell import drill
from ui.shell.session import View

UNASSIGNED = "No therapist named"
WITHOUT = "Lines without a log"
WITHOUT_LOG: Columns = {
    "student_name": columns.STUDENT,
    "line": columns.LINE,
    "told": Col(
        "Not accounted for, by period",
        help="Of each closed period its days, and how many of its minutes are not accounted for",
    ),
    "unaccounted_minutes": Col("Not accounted for", "minutes", columns.NO_RECORD.help),
    "last_logged": Col("Last log", "date", "Day of the latest row of a log, given or missed; blank: there is none"),
    "days_since": Col("Days since", "count", "From the last log to the as-of date, by the calendar"),
    "school": columns.SCHOOL,
}
TO_MEASURE: Columns = {
    "student_name": columns.STUDENT,
    "service": Col("Service"),
    "area": Col("Area"),
    "goal_text": Col("Goal"),
    "why": Col("Why"),
    "last_measured": Col("Last measured", "date"),
    "school": columns.SCHOOL,
}
LISTS: dict[str, tuple[Columns, str]] = {
    MAKE_UPS: (
        {},
        "Fill in the coloured columns for what was decided, and send this workbook back: it can be uploaded as it is. A "
        "make-up that was given needs no more than its row in the service log.",
    ),
    WITHOUT: (WITHOUT_LOG, "Log what was given, or tell why nothing was."),
    "Not seen": (columns.NOT_SEEN, "See the student, or log why not."),
    "Goals to measure": (TO_MEASURE, "Measure before the grading period ends."),
}
"""The lists of a packet: their columns (of the make-ups those of the worklist), and what to do about them."""


@dataclass(frozen=True)
class Sheet:
    """One list of a packet: its name, rows and columns."""

    name: str
    frame: pd.DataFrame
    columns: Columns


@dataclass(frozen=True)
class Packet:
    """What one provider gets."""

    provider_id: str
    name: str
    sheets: list[Sheet]
    held: list[Held] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits for this person."""
        return not self.held and all(sheet.frame.empty for sheet in self.sheets)


def button(view: View) -> None:
    """One click: the zip of all packets of the providers that are shown."""
    st.download_button(
        "Packets for therapists (zip)",
        partial(as_zip_of, view),
        f"packets-{view.as_of:%Y-%m-%d}-v{view.version}.zip",
        "application/zip",
        key="packets",
        on_click="ignore",
        icon=":material/folder_zip:",
        help="One workbook a therapist: open make-ups, lines without a log, not seen, rejected rows, goals to measure",
    )


def as_zip_of(view: View) -> bytes:
    """The packets of the providers that are shown, zipped."""
    return as_zip(packets(view), page.about(view, "What waits for this therapist"))


def packets(view: View) -> list[Packet]:
    """A packet for each provider for whom something waits, by name; one more for lines without a therapist."""
    make_ups = view.figure(ledger.make_ups)
    lists = {
        MAKE_UPS: make_ups.assign(service=make_ups["service"].map(words.service)),
        WITHOUT: without_log(view.figure(ledger.without_record), view.as_of),
        "Not seen": told_lines.named(view.figure(ledger.not_seen)),
        "Goals to measure": view.figure(goals.to_measure),
    }
    held = view.read(rejected.held, view.scope.district)
    names = drill.names(view, "provider")
    listed = {one for frame in lists.values() for one in frame["provider_id"].dropna()}
    ids = sorted(listed | _who_else(view, set(names)))
    made = [_packet(lists, one, names.get(one, one), rejected.naming(held, one, names.get(one, one))) for one in ids]
    made.append(_packet(lists, None, UNASSIGNED, []))
    return sorted((one for one in made if not one.is_empty), key=lambda one: one.name)


def _who_else(view: View, everybody: set[str]) -> set[str]:
    """Of whom only rejected rows may tell: everybody where nothing is filtered, else the providers that were chosen. Such a
    row tells no school or service that could be filtered by."""
    return everybody if view.selection == ALL else set(view.selection.providers)


def _packet(lists: dict[str, pd.DataFrame], provider: str | None, name: str, held: list[Held]) -> Packet:
    sheets = [Sheet(title, _of(frame, provider), LISTS[title][0]) for title, frame in lists.items()]
    return Packet(provider or "", name, sheets, held)


def _of(frame: pd.DataFrame, provider: str | None) -> pd.DataFrame:
    mine = frame["provider_id"].isna() if provider is None else frame["provider_id"] == provider
    return frame[mine]


KEY = ["provider_id", "student_id", "line_id"]


def without_log(found: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The lines of ``ledger.without_record``, one row each, with what lacks in words: those whose log is oldest first."""
    days = (pd.Timestamp(as_of) - pd.to_datetime(found["last_logged"])).dt.days
    told = found.assign(told=[lacking(row) for row in found.to_dict("records")], days_since=days)
    groups = told.groupby(KEY, dropna=False, sort=False)
    sums = groups.agg(told=("told", "; ".join), unaccounted_minutes=("unaccounted_minutes", "sum"))
    rest = told.drop(columns=list(sums.columns)).drop_duplicates(KEY)
    whole = told_lines.named(rest.merge(sums.reset_index(), on=KEY))
    return whole.sort_values(
        ["days_since", "student_name"], ascending=[False, True], na_position="first", kind="stable"
    )


def lacking(row: Mapping[Any, Any]) -> str:
    """ "Sep 1 to Sep 26: 60 of 120 min"; of a line without any log whose periods are all open, that."""
    if words.is_missing(row["period_start"]):
        return "nothing is logged yet; no period has closed"
    span = f"{words.day(row['period_start'])} to {words.day(row['period_end'])}"
    return f"{span}: {words.amount(row['unaccounted_minutes'])} of {words.amount(row['expected_minutes'])} min"


def as_zip(found: Iterable[Packet], about: str) -> bytes:
    """The zip: one workbook a packet, named after the provider."""
    out = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for packet in found:
            archive.writestr(f"{_file_name(packet, taken)}.xlsx", workbook(packet, about))
    return out.getvalue()


def _file_name(packet: Packet, taken: set[str]) -> str:
    plain = "".join(one if one.isalnum() or one in " -,." else " " for one in packet.name).strip(" .") or "Therapist"
    name = plain if plain.casefold() not in taken else f"{plain} {packet.provider_id}"
    taken.add(name.casefold())
    return name


def workbook(packet: Packet, about: str) -> bytes:
    """What waits for this provider and what to do about it, then the lists, and the rejected and waiting rows that name the
    person. Make-ups and rows to mend can be uploaded as they are; an import leaves the other lists alone."""
    out = io.BytesIO()
    sheets = [sheet for sheet in packet.sheets if len(sheet.frame)]
    what = f"{packet.name}: {about}"
    with xlsxwriter.Workbook(out, TEXTS_STAY_TEXTS) as book:
        workbooks.add_about(book, what, [*_to_do(sheets, packet.held), *_meanings(sheets)])
        for sheet in sheets:
            if sheet.name == MAKE_UPS:
                worklist.add_items(book, sheet.frame)
            else:
                tables.add_sheet(book, sheet.name, page.in_words(sheet.frame), sheet.columns, what)
        rejected.add_sheets(book, packet.held, {"about", *(sheet.name.lower() for sheet in packet.sheets)})
    return out.getvalue()


def _to_do(sheets: list[Sheet], held: list[Held]) -> list[tuple[str, str]]:
    """Each list with how long it is and what to do about it."""
    told = [(sheet.name, f"{words.plural(len(sheet.frame), 'row')}. {LISTS[sheet.name][1]}") for sheet in sheets]
    return told + ([("Rows to mend", f"{words.plural(len(held), 'row')}. {rejected.NOTE}")] if held else [])


def _meanings(sheets: list[Sheet]) -> list[tuple[str, str]]:
    return [
        (f"{sheet.name}: {one.heading}", one.help) for sheet in sheets for one in sheet.columns.values() if one.help
    ]
