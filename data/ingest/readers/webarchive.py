"""A web archive (MHTML, Excel's *single file web page*, a report server's *web archive*): the web pages that it packs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import Message
from email.parser import BytesParser
from pathlib import PurePosixPath

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import hypertext, limits

_PARTS = 2 * limits.SHEETS + 10
"""Pages, pictures and styles of a book of as many sheets as are read."""
_TABLE = re.compile(rb"<table", re.IGNORECASE)
_NAME = re.compile(rb"<x:Name>([^<]+)</x:Name>\s*<x:WorksheetSource\s+HRef\s*=\s*['\"]([^'\"]+)['\"]", re.IGNORECASE)
_HIDDEN = re.compile(rb"<x:Visible>\s*Sheet(?:Very)?Hidden", re.IGNORECASE)


def sheets(name: str, data: bytes) -> list[Sheet]:
    """A sheet for each packed page that has a table, named as the archive's first page names it, else as the page is.

    Errors: FileRefused for an archive that is damaged, or has no page with a table.
    """
    pages = _pages(name, data)
    called = {place: told for _, page in pages for told, place in _names(page)}
    with_table = [(place, page) for place, page in pages if _TABLE.search(page)]
    if not with_table:
        raise FileRefused(f"{name} is a web archive without a table; export the rows again as xlsx or csv.")
    limits.check_sheets(name, len(with_table))
    return [_sheet(name, called.get(place, place if len(with_table) > 1 else ""), page) for place, page in with_table]


def _pages(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """(the last part of its address, bytes) of each packed web page."""
    try:
        whole = BytesParser(policy=policy.compat32).parsebytes(data)
        return [(_place(part), _body(part)) for part in _parts(name, whole) if part.get_content_type() == "text/html"]
    except (RecursionError, ValueError, LookupError) as error:
        raise FileRefused(f"{name} is a damaged web archive; export the rows again as xlsx or csv.") from error


def _parts(name: str, whole: Message) -> Iterator[Message]:
    for number, part in enumerate(whole.walk()):
        if number > _PARTS:
            raise FileRefused(f"{name} packs more than {_PARTS} pages and pictures; export the rows as xlsx or csv.")
        yield part


def _place(part: Message) -> str:
    return PurePosixPath(str(part.get("Content-Location", "")).replace("\\", "/")).name


def _body(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _names(page: bytes) -> Iterator[tuple[str, str]]:
    """(sheet's name, page's address) as Excel writes them into the first page."""
    for told, place in _NAME.findall(page):
        yield told.decode(errors="replace").strip(), PurePosixPath(place.decode(errors="replace")).name


def _sheet(name: str, called: str, page: bytes) -> Sheet:
    (sheet,) = hypertext.sheets(name, page)
    return replace(sheet, name=called or sheet.name, hidden=bool(_HIDDEN.search(page)))
