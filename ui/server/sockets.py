"""Messages leave at once. Streamlit's socket has Nagle's algorithm on: a small message waits until the one before it is
acknowledged, for which a browser's machine takes its time (40 ms on Linux), and a page is a hundred small messages. Those
that belong together leave in one piece."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

_CORK = getattr(socket, "TCP_CORK", None)
"""Linux's own; elsewhere messages that belong together leave one by one, close behind each other."""


class NoDelay:
    """Middleware, the outermost: tells the connection's socket to send what it has. A server that doesn't let it reach the
    socket serves as before."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the option on the socket beneath, then pass the request on."""
        _set(beneath(receive), socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


def beneath(receive: Receive) -> Any:
    """The socket of a connection; None where the server doesn't let one reach it."""
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    return transport.get_extra_info("socket") if isinstance(transport, asyncio.Transport) else None


@contextmanager
def in_one_piece(connection: Any) -> Iterator[None]:
    """What is sent meanwhile leaves at the end, all at once: the browser then draws it once."""
    _set(connection, _CORK, 1)
    try:
        yield
    finally:
        _set(connection, _CORK, 0)


def _set(connection: Any, option: int | None, value: int) -> None:
    if option is not None and connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, option, value)
