"""Streamlit's scripts from memory: the same bytes, compressed, and nothing but what the folder holds."""

import gzip

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from tests.ui.waited import waited
from ui.server import assets

SCRIPT = next(name for name in sorted(assets.known()) if name.startswith("js/index."))


def ask(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; whatever isn't answered from memory says "Streamlit"."""

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("Streamlit")(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asked = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": asked}
    waited(assets.StaticAssets(streamlit)(scope, receive, send))
    told = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(one.get("body", b"") for one in sent[1:])


def test_a_script_comes_compressed_and_may_be_kept_for_good() -> None:
    status, headers, body = ask(f"/static/{SCRIPT}", accept_encoding="gzip, deflate, br")
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]
    assert headers["vary"] == "Accept-Encoding"
    plain = (assets.FOLDER / SCRIPT).read_bytes()
    assert gzip.decompress(body) == plain
    assert len(body) < len(plain) / 2


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (f"/static/{SCRIPT}", "GET", {}),
        (f"/static/{SCRIPT}", "GET", {"accept_encoding": "identity"}),
        (f"/static/{SCRIPT}", "GET", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        (f"/static/{SCRIPT}", "HEAD", {"accept_encoding": "gzip"}),
        ("/static/js/../../index.html", "GET", {"accept_encoding": "gzip"}),
        ("/static/js/none.js", "GET", {"accept_encoding": "gzip"}),
        ("/", "GET", {"accept_encoding": "gzip"}),
    ],
)
def test_everything_else_is_left_to_streamlit(path: str, method: str, headers: dict[str, str]) -> None:
    assert ask(path, method, **headers)[2] in (b"Streamlit", b"")
    assert "content-encoding" not in ask(path, method, **headers)[1]
