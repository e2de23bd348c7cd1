"""What a command line says about an import: files, folders, and days covered."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rapidfuzz import process

from data.contracts.datasets import SERVICES
from data.contracts.synonyms import SLOTS
from data.ingest.model import NOT_USED, Cover, FileRefused, ImportReport
from data.ingest.values.words import heading as words_of


def collect(paths: list[Path]) -> list[tuple[str, bytes]]:
    """The files named, and those in the folders named, as (name, bytes). FileRefused names one that can't be opened."""
    files = [file for path in paths for file in _files(path)]
    return [(str(file.name), _bytes(file)) for file in files]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith((".", "~$")))
    return [path]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise FileRefused(f"{path.name} can't be opened; check the path and that you may read it.") from None


def fields(said: dict[str, str]) -> dict[str, str]:
    """Heading -> field, as given with --map; empty where it is left out. FileRefused names a field that no dataset has."""
    known = {slot.name for slots in SLOTS.values() for slot in slots}
    said = {heading: "" if name.casefold() == NOT_USED else name for heading, name in said.items()}
    for heading, name in ((heading, name) for heading, name in said.items() if name):
        if name not in known:
            close = ", ".join(one for one, _, _ in process.extract(name, known, limit=5))
            raise FileRefused(f"--map '{heading}={name}': there is no field {name!r}; those most like it are {close}.")
    return said


def without_column(report: ImportReport, said: Iterable[str]) -> list[str]:
    """Which of the headings that were given with --map no sheet has."""
    sheets = [sheet for file in report.files for sheet in file.sheets]
    has = {words_of(str(column["heading"])) for sheet in sheets for column in sheet.columns}
    return [heading for heading in said if words_of(heading) not in has]


def cover(text: str) -> Cover:
    """``OT=2025-09-01..2025-10-31:provider=P7`` as a Cover. FileRefused says what is wrong with it."""
    days, _, limit = text.partition(":")
    service, _, span = days.partition("=")
    first, _, last = span.partition("..")
    kind, _, who = limit.partition("=")
    if service.strip().upper() not in SERVICES:
        raise FileRefused(f"--covers {text!r}: there is no such service; it is one of {', '.join(SERVICES)}.")
    try:
        from_day, to_day = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError:
        from_day, to_day = date.max, date.min
    if not service.strip() or from_day > to_day or (limit and (kind not in ("provider", "school") or not who)):
        raise FileRefused(
            f"--covers {text!r} is not SERVICE=FROM..TO[:provider=ID|school=ID] with dates as 2025-09-01."
        )
    return Cover(
        service.strip().upper(),
        from_day,
        to_day,
        provider_id=who if kind == "provider" else None,
        school=who if kind == "school" else None,
    )
