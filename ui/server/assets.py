"""Streamlit's own files for the browser, kept compressed in memory: a first visit fetches some 120 of them."""

import gzip
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = Path(streamlit.__file__).with_name("static") / "static"
ADDRESS = re.compile(r"/static/((?:js|css)/[\w.-]+)")
FOREVER = "public, immutable, max-age=31536000"
"""Their names carry a hash of their content."""
SOON = ("PlotlyChart", "DataFrame", "arrowFormatUtils")
"""Chunks that nearly every page asks for and that take long to compress."""


@cache
def known() -> frozenset[str]:
    """The scripts and styles that there are: ``js/index.<hash>.js``. No other name is ever looked for on disk."""
    return frozenset(f"{folder}/{one.name}" for folder in ("js", "css") for one in (FOLDER / folder).iterdir())


@cache
def compressed(name: str) -> bytes:
    """A script or style of ``known``, as gzip."""
    return gzip.compress((FOLDER / name).read_bytes(), compresslevel=6)


def warm() -> None:
    """Compress what the first visitor will ask for."""
    page = FOLDER.with_name("index.html").read_text(encoding="utf-8")
    for name in known():
        if name in page or name.removeprefix("js/").startswith(SOON):
            compressed(name)


class StaticAssets:
    """Middleware: answers for scripts and styles; everything else, and whoever can't read gzip, goes on to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory where the address is a known script or style."""
        found = ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if found is None or found[1] not in known() or not _plain_request(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(compressed, found[1])
        headers = {"Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        kind = "text/css" if found[1].endswith(".css") else "text/javascript"
        await Response(body, headers=headers, media_type=kind)(scope, receive, send)


def _plain_request(headers: Headers) -> bool:
    """Whether the whole file is asked for by someone who reads gzip."""
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers
