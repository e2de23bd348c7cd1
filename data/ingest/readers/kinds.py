"""What a file is, from its first bytes; its name says nothing."""

import io
import re
import struct
import zipfile
from typing import Literal

from data.ingest.model import FileRefused
from data.ingest.readers import limits

Kind = Literal["text", "html", "mhtml", "xml", "xlsx", "xlsb", "ods", "xls", "zip"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_OF_ZIP, _LONGEST_ENTRY, _UNTOLD = b"PK\x05\x06", 1_000, 0xFFFF
"""The record that ends a zip; bytes that the list takes for a file; the count that stands for any more."""
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_FIRST_RECORD, _FIRST_RECORDS, _PASSWORD_RECORD = b"\x09\x08\x10\x00\x00\x06\x05\x00", 8, 0x002F
SAVE_AS = "save it as xlsx or csv and choose it again"

_HEAD, _NOTHING = 1_000, b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"
"""Bytes that are looked at first; those of an empty file."""
_WEB = re.compile(rb"<!doctype html|<html|<table|<head|<meta|<style|<body|<div|<h[1-6]|<center|<!--")
_WEB_ARCHIVE = re.compile(rb"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:\s*1")
"""Lines of a letter's head up to the one that says that it packs something."""
_WORKBOOK = b"urn:schemas-microsoft-com:office:spreadsheet"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a Word document"),
)


def kind(name: str, data: bytes) -> Kind:
    """What the file is.

    Errors: FileRefused for an empty file, a file with a password, and whatever isn't a spreadsheet, csv or zip.
    """
    if not data[:_HEAD].strip(_NOTHING) and not data.strip(_NOTHING):
        raise FileRefused(f"{name} is empty; choose the file with the rows.")
    for start, what in _OTHERS:
        if data.startswith(start):
            raise FileRefused(f"{name} is {what}, not a spreadsheet; export the rows as xlsx or csv.")
    if data.startswith(OLE):
        return _ole(name, data)
    if data.startswith(ZIP):
        return _zip(name, data)
    return _text(name, data)


def has_macros(name: str, data: bytes) -> bool:
    """Whether a workbook carries macros, which nothing here runs or keeps."""
    return data.startswith(ZIP) and any(one.filename.lower().endswith("vbaproject.bin") for one in members(name, data))


def _ole(name: str, data: bytes) -> Kind:
    if _utf16("EncryptedPackage") in data or _has_password(data):
        raise FileRefused(f"{name} is protected by a password; save it without a password and choose it again.")
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return "xls"
    raise FileRefused(f"{name} is an Office file without a workbook in it; {SAVE_AS}.")


def _has_password(data: bytes) -> bool:
    """Whether an old workbook says, in one of its first records, that the rest is encrypted."""
    at = data.find(_FIRST_RECORD)
    for _ in range(_FIRST_RECORDS):
        if not 0 <= at <= len(data) - 4:
            return False
        record, size = struct.unpack_from("<HH", data, at)
        if record == _PASSWORD_RECORD:
            return True
        at += 4 + size
    return False


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def members(name: str, data: bytes) -> list[zipfile.ZipInfo]:
    """What a zip lists.

    Errors: FileRefused where the list can't be read, as in a file that was cut short, or is longer than is read.
    """
    _check_list(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileRefused(f"{name} is damaged or was cut short; download or save it again.") from error


def _check_list(name: str, data: bytes) -> None:
    """Refuse a list that says of itself that it is too long, before it is gone through."""
    at = data.rfind(_END_OF_ZIP)
    if not 0 <= at <= len(data) - 22:
        return
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > limits.MEMBERS or size > limits.MEMBERS * _LONGEST_ENTRY:
        told = f"{count:,}" if count < _UNTOLD else f"{_UNTOLD:,} or more"
        raise FileRefused(f"{name} holds {told} files inside; the most that is read is {limits.MEMBERS:,}.")


def _zip(name: str, data: bytes) -> Kind:
    names = {info.filename.replace("\\", "/").lower() for info in members(name, data)}
    if any(one.startswith("xl/") for one in names):
        return "xlsb" if "xl/workbook.bin" in names else "xlsx"
    if {"mimetype", "content.xml"} <= names:
        return "ods"
    if any(one.endswith(".iwa") for one in names):
        raise FileRefused(f"{name} is a Numbers document; export it as xlsx or csv and choose that file.")
    if any(one.startswith(("word/", "ppt/", "visio/")) for one in names):
        raise FileRefused(f"{name} is an Office document, not a workbook; {SAVE_AS}.")
    return "zip"


def _text(name: str, data: bytes) -> Kind:
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").replace(b"\x00", b"").lower()
    if _WEB.match(start):
        return "html"
    if _WEB_ARCHIVE.match(start):
        return "mhtml"
    if start.startswith((b"<?xml", b"<workbook", b"<ss:workbook")):
        return _xml(name, start)
    return "text"


def _xml(name: str, start: bytes) -> Kind:
    if _WORKBOOK in start:
        return "xml"
    if b"<html" in start:
        return "html"
    raise FileRefused(f"{name} is an XML file that isn't a workbook; export the rows as xlsx or csv.")
