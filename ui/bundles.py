"""What a run says leaves in two bundles: all to the end of the headline, then all the rest. Streamlit hands its messages to
the browser every five milliseconds, and the browser draws the whole frame anew for each handful (decision 0098)."""

import asyncio
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LONGEST = 0.25
"""Seconds that a message waits for the others: a page whose figures are still being worked out is shown as far as it is."""


class Bundles:
    """Middleware for the connection on which pages are told."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass all else on as it is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        held = Held(send)
        try:
            await self.app(scope, receive, held.send)
        finally:
            held.forget()


class Held:
    """The messages of one connection's run that wait for each other. The first grid of a run holds the headline, or what
    stands over it in a drawer: it and all before it go first."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._waiting: list[Message] = []
        self._order = asyncio.Lock()
        self._timer: asyncio.Task[None] | None = None
        self._is_running = False
        self._grid: list[int] | None = None
        self._is_past_grid = False
        self._failure: Exception | None = None

    async def send(self, message: Message) -> None:
        """Hold a message of a run; one that ends it, or begins what comes after the headline, lets go of those that wait."""
        if self._failure is not None:
            raise self._failure
        told = _read(message)
        kind = told.WhichOneof("type")
        if kind == "new_session":
            self._is_running, self._grid, self._is_past_grid = True, None, False
        if self._is_behind_grid(told):
            self._is_past_grid = True
            await self._let_go()
        self._waiting.append(message)
        if kind == "script_finished":
            self._is_running = False
        if not self._is_running:
            await self._let_go()
        elif self._timer is None:
            self._timer = asyncio.create_task(self._not_longer())

    def forget(self) -> None:
        """Nobody listens any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _is_behind_grid(self, told: ForwardMsg) -> bool:
        path: list[int] = list(told.metadata.delta_path)
        if self._is_past_grid or not path:
            return False
        if self._grid is None:
            self._grid = path if _is_grid(told) else None
            return False
        return path[: len(self._grid)] != self._grid

    async def _not_longer(self) -> None:
        await asyncio.sleep(LONGEST)
        self._timer = None
        try:
            await self._let_go()
        except Exception as error:  # told to who sends the next message
            self._failure = error

    async def _let_go(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        async with self._order:
            while self._waiting:
                await self._send(self._waiting.pop(0))


def _read(message: Message) -> ForwardMsg:
    """What Streamlit says in it; nothing where it is the connection's own, such as its acceptance."""
    content: Any = message.get("bytes")
    return ForwardMsg.FromString(content) if content else ForwardMsg()


def _is_grid(told: ForwardMsg) -> bool:
    return told.delta.WhichOneof("type") == "add_block" and told.delta.add_block.WhichOneof("type") == "grid_container"
