"""Small messages leave at once and those of one bundle together, through a real server on a socket as Streamlit makes it."""

import asyncio
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from websockets.sync.client import connect

from ui.server import sockets
from ui.server.sockets import NoDelay


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with what the connection's socket is set to."""
    beneath = receive.__self__.transport.get_extra_info("socket")  # type: ignore[attr-defined]
    delays = "delays" if not beneath.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) else "at once"
    if scope["type"] == "http":
        await PlainTextResponse(delays)(scope, receive, send)
        return
    visitor = WebSocket(scope, receive, send)
    await visitor.accept()
    await visitor.send_text(delays)
    await visitor.close()


@contextmanager
def served(app: object) -> Iterator[str]:
    """The address of a server of ``app`` on a socket made as Streamlit makes it."""
    listening = socket.socket(family=socket.AF_INET)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    config = uvicorn.Config(app, ws="websockets-sansio", lifespan="off", log_level="error")  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.mark.parametrize(("app", "expected"), [(told, "delays"), (NoDelay(told), "at once")], ids=["bare", "ours"])
def test_a_message_waits_for_no_receipt(app: object, expected: str) -> None:
    with served(app) as address:
        assert urllib.request.urlopen(f"http://{address}/").read() == expected.encode()
        with connect(f"ws://{address}/") as visitor:
            assert visitor.recv() == expected


async def bundle(_scope: Scope, receive: Receive, send: Send) -> None:
    """Two messages in one piece; between them what is set, and afterwards that too."""
    connection, visitor = sockets.beneath(receive), WebSocket(_scope, receive, send)
    await visitor.accept()
    with sockets.in_one_piece(connection):
        await visitor.send_text(str(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_CORK)))
        await asyncio.sleep(0.05)
        await visitor.send_text("last")
    await visitor.send_text(str(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_CORK)))
    await visitor.close()


@pytest.mark.skipif(not hasattr(socket, "TCP_CORK"), reason="only Linux holds a piece back")
def test_what_belongs_together_leaves_in_one_piece() -> None:
    with served(NoDelay(bundle)) as address, connect(f"ws://{address}/") as visitor:
        heard = [(visitor.recv(), time.perf_counter()) for _ in range(3)]
    assert [told for told, _ in heard] == ["1", "last", "0"]
    assert heard[1][1] - heard[0][1] < 0.04, "the first waited for the second"


def test_a_connection_that_cannot_be_reached_sends_as_before() -> None:
    async def receive() -> dict[str, str]:
        return {}

    assert sockets.beneath(receive) is None  # type: ignore[arg-type]
    with sockets.in_one_piece(None):
        pass
