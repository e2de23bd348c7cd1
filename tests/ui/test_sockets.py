"""Small messages leave at once, through a real server on a socket as Streamlit makes it."""

import socket
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from websockets.sync.client import connect

from ui.sockets import NoDelay


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
