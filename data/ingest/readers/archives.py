"""Zips: looked over before anything in them is unpacked."""

import io
import zipfile
from pathlib import PurePosixPath

from data.ingest.model import FileRefused
from data.ingest.readers import limits
from data.ingest.readers.kinds import ZIP, members

_LITTER = {"thumbs.db", "desktop.ini"}


def check(name: str, data: bytes) -> list[zipfile.ZipInfo]:
    """The members of a zip (a workbook is one too) that is harmless to unpack.

    Errors: FileRefused for too many members, too much to unpack, names that point outside, or a password.
    """
    listed = members(name, data)
    if len(listed) > limits.MEMBERS:
        raise FileRefused(f"{name} holds {len(listed):,} files inside; the most that is read is {limits.MEMBERS:,}.")
    if any(_points_outside(info.filename) for info in listed):
        raise FileRefused(f"{name} holds file names that point outside of it; pack it again from a plain folder.")
    if any(info.flag_bits & 0x1 for info in listed):
        raise FileRefused(f"{name} is protected by a password; pack or save it without one.")
    _check_size(name, listed)
    return listed


def _check_size(name: str, listed: list[zipfile.ZipInfo]) -> None:
    total = sum(info.file_size for info in listed)
    packed = sum(info.compress_size for info in listed)
    if total > limits.ARCHIVE_BYTES or any(info.file_size > limits.MEMBER_BYTES for info in listed):
        raise FileRefused(f"{name} unpacks to {total / 1e6:,.0f} MB, more than is read; split it into smaller files.")
    if total > limits.RATIO_FLOOR and total > limits.RATIO * max(packed, 1):
        raise FileRefused(f"{name} unpacks to far more than a spreadsheet does; save it again from Excel.")


def _points_outside(member: str) -> bool:
    plain = member.replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or ":" in plain.split("/")[0] or "\x00" in member


def unpack(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """A zip's files as (path in the zip, bytes); anything else, workbooks too, as itself.

    Folders, hidden files and what macOS and Windows leave behind are skipped. A member that is no spreadsheet is
    passed on: reading it says why. Errors: FileRefused where the zip is unsafe, damaged or has nothing in it.
    """
    if not data.startswith(ZIP) or _is_document(name, data):
        return [(name, data)]
    wanted = [info for info in check(name, data) if not info.is_dir() and not _litter(info.filename)]
    if not wanted:
        raise FileRefused(f"{name} has no files in it; choose the zip with the spreadsheets.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in wanted]
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise FileRefused(f"{name} is damaged or was cut short; download or pack it again.") from error


def _is_document(name: str, data: bytes) -> bool:
    names = {info.filename for info in members(name, data)}
    return "[Content_Types].xml" in names or "mimetype" in names or any(one.endswith(".iwa") for one in names)


def _litter(member: str) -> bool:
    path = PurePosixPath(member.replace("\\", "/"))
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return hidden or path.name.lower() in _LITTER
