"""Streamlit's own page with one line more: before anything is asked for, the browser says how wide it is (decision 0386)."""

from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.shell.navigation import ENTRIES, url_path

COOKIE = "width"
"""The cookie that holds the window's width in pixels, and nothing else; it ends with the browser."""
SCRIPT = (
    f'<script>addEventListener("resize",((f)=>(f(),f))(()=>{{document.cookie="{COOKIE}="+innerWidth+'
    '";path=/;SameSite=Lax"}))</script>'
)
ADDRESSES = frozenset("/" if entry.name == "overview" else f"/{url_path(entry)}" for entry in ENTRIES)
"""Where the pages are; the first one is at the root alone."""


@cache
def page() -> bytes:
    """The page that the browser gets at every address of the app."""
    own = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    return own.replace(b"</title>", b"</title>" + SCRIPT.encode(), 1)


class Landing:
    """Middleware: answers for the pages' addresses; everything else goes on to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory where the address is a page's."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in ADDRESSES:
            await self.app(scope, receive, send)
            return
        headers = {"Cache-Control": "no-cache"}
        await Response(page(), headers=headers, media_type="text/html")(scope, receive, send)
