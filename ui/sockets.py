"""Messages leave at once. Streamlit's socket has Nagle's algorithm on: a small message waits until the one before it is
acknowledged, for which a browser's machine takes its time (40 ms on Linux), and a page is a hundred small messages."""

import asyncio
import socket

from starlette.types import ASGIApp, Receive, Scope, Send


class NoDelay:
    """Middleware, the outermost: tells the connection's socket to send what it has. A server that doesn't let it reach the
    socket serves as before."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the option on the socket beneath, then pass the request on."""
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        if isinstance(transport, asyncio.Transport):
            beneath = transport.get_extra_info("socket")
            if beneath is not None and beneath.family in (socket.AF_INET, socket.AF_INET6):
                beneath.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)
