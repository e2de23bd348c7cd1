"""Packets for therapists, who don't open the app: a zip with one workbook a provider, of what waits for that person."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import streamlit as st
import xlsxwriter

from analytics import goals, ledger
from analytics.scope import ALL
from data import rejected
from data.rejected import Held
from ui import columns, drill, page, tables, told_lines
from ui.make_ups import with_period
from ui.session import View
from ui.tables import Col, Columns

UNASSIGNED = "No therapist named"
WITHOUT_LOG: Columns = {
    name: {**columns.LINES, "service": columns.SERVICE}[name]
    for name in ("student_name", "service", "expected_minutes", "setting", "school")
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
    lists = {
        "Make-ups": (told_lines.named(with_period(view.figure(ledger.make_ups))), columns.MAKE_UPS),
        "Lines without a log": (without_log(view.figure(ledger.lines)), WITHOUT_LOG),
        "Not seen": (told_lines.named(view.figure(ledger.not_seen)), columns.NOT_SEEN),
        "Goals to measure": (view.figure(goals.to_measure), TO_MEASURE),
    }
    held = view.read(rejected.held, view.scope.district)
    names = drill.names(view, "provider")
    listed = {one for frame, _ in lists.values() for one in frame["provider_id"].dropna()}
    ids = sorted(listed | _who_else(view, set(names)))
    made = [_packet(lists, one, names.get(one, one), rejected.naming(held, one, names.get(one, one))) for one in ids]
    made.append(_packet(lists, None, UNASSIGNED, []))
    return sorted((one for one in made if not one.is_empty), key=lambda one: one.name)


def _who_else(view: View, everybody: set[str]) -> set[str]:
    """Of whom only rejected rows may tell: everybody where nothing is filtered, else the providers that were chosen. Such a
    row tells no school or service that could be filtered by."""
    return everybody if view.selection == ALL else set(view.selection.providers)


def _packet(
    lists: dict[str, tuple[pd.DataFrame, Columns]], provider: str | None, name: str, held: list[Held]
) -> Packet:
    sheets = [Sheet(title, _of(frame, provider), shown) for title, (frame, shown) in lists.items()]
    return Packet(provider or "", name, sheets, held)


def _of(frame: pd.DataFrame, provider: str | None) -> pd.DataFrame:
    mine = frame["provider_id"].isna() if provider is None else frame["provider_id"] == provider
    return frame[mine]


def without_log(lines: pd.DataFrame) -> pd.DataFrame:
    """Lines that expected minutes on covered days and have none delivered."""
    return lines[(lines["expected_minutes"] > 0) & (lines["delivered_minutes"] <= 0)]


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
    """One provider's lists, the rejected and waiting rows that name the person, and what each column means."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, tables.PLAIN_CELLS) as book:
        notes = [("What this is", f"{packet.name}: {about}")]
        for sheet in packet.sheets:
            if len(sheet.frame):
                shown = page.in_words(sheet.frame)
                tables.add_sheet(book, sheet.name, shown, sheet.columns)
                notes += [(f"{sheet.name}: {one.heading}", one.help) for one in sheet.columns.values() if one.help]
        if packet.held:
            rejected.add_sheets(book, packet.held, {sheet.name.lower() for sheet in packet.sheets})
            notes.append(("Rows to mend", rejected.NOTE))
        tables.add_notes(book, notes)
    return out.getvalue()
