"""What a run says up to the end of its headline leaves in one bundle, the rest as it comes. Streamlit hands its messages to the
browser every five milliseconds, and the browser draws the whole frame anew for each handful (decision 0098)."""

import asyncio
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.server import sockets

LONGEST = 0.25
"""Seconds that a message waits for the headline: a page whose figures are still being worked out is shown as far as it is."""


class Bundles:
    """Middleware for the connection on which pages are told."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass all else on as it is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        held = Held(send, sockets.beneath(receive))
        try:
            await self.app(scope, receive, held.send)
        finally:
            held.forget()


class Held:
    """The messages of one connection's run that wait for its headline. That is the first grid of the run, or what stands over
    it in a drawer."""

    def __init__(self, send: Send, connection: Any = None) -> None:
        self._send = send
        self._connection = connection
        self._waiting: list[Message] = []
        self._order = asyncio.Lock()
        self._timer: asyncio.Task[None] | None = None
        self._holds = False
        self._grid: list[int] = []
        self._failure: Exception | None = None

    async def send(self, message: Message) -> None:
        """Hold a message of a run until one comes from behind the headline, or the run's last."""
        if self._failure is not None:
            raise self._failure
        told = _read(message)
        kind, path = told.WhichOneof("type"), list(told.metadata.delta_path)
        if kind == "new_session":
            self._holds, self._grid = True, []
        elif _is_grid(told) and not self._grid:
            self._grid = path
        elif kind == "script_finished" or (self._grid and path and path[: len(self._grid)] != self._grid):
            self._holds = False
        self._waiting.append(message)
        if not self._holds:
            await self._let_go()
        elif self._timer is None:
            self._timer = asyncio.create_task(self._not_longer())

    def forget(self) -> None:
        """Nobody listens any more."""
        if self._timer is not None:
            self._timer.cancel()

    async def _not_longer(self) -> None:
        await asyncio.sleep(LONGEST)
        self._timer = None
        try:
            await self._let_go()
        except Exception as error:  # told to who sends the next message
            self._failure = error

    async def _let_go(self) -> None:
        self.forget()
        self._timer = None
        async with self._order:
            with sockets.in_one_piece(self._connection if len(self._waiting) > 1 else None):
                while self._waiting:
                    await self._send(self._waiting.pop(0))


def _read(message: Message) -> ForwardMsg:
    """What Streamlit says in it; nothing where it is the connection's own, such as its acceptance."""
    content: Any = message.get("bytes")
    return ForwardMsg.FromString(content) if content else ForwardMsg()


def _is_grid(told: ForwardMsg) -> bool:
    return told.delta.WhichOneof("type") == "add_block" and told.delta.add_block.WhichOneof("type") == "grid_container"
