"""The security headers: the policy names every inline script of Streamlit's page, and nothing from elsewhere."""

import base64
import hashlib
from pathlib import Path

import pytest
import streamlit
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from tests.ui.waited import waited
from ui.server import headers


def test_each_inline_script_of_the_page_is_named_by_its_hash() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = [piece.split("</script>")[0] for piece in page.split("<script>")[1:]]
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in headers.content_security_policy()


def test_the_policy_opens_no_door() -> None:
    policy = headers.content_security_policy()
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script
    assert "http" not in policy
    assert "*" not in policy


def answer_headers(status: int) -> dict[str, str]:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("ok", status)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    waited(headers.SecurityHeaders(inner)({"type": "http", "method": "GET", "headers": []}, receive, send))
    return {key.decode(): value.decode() for key, value in sent[0]["headers"]}


@pytest.mark.parametrize("status", [200, 404, 500])
def test_every_answer_carries_the_headers(status: int) -> None:
    answer = answer_headers(status)
    assert answer["content-security-policy"] == headers.content_security_policy()
    assert answer["x-frame-options"] == "DENY"
    assert answer["x-content-type-options"] == "nosniff"
    assert answer["referrer-policy"] == "no-referrer"
