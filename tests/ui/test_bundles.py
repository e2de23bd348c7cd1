"""Messages of a run up to its headline leave together, in their order and none lost; all others leave at once."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.types import Message
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.server import bundles

Told = list[str]


def said(name: str, *path: int, kind: str = "delta", grid: bool = False) -> Message:
    """A message of Streamlit's; its name stands in its hash."""
    made = ForwardMsg(hash=name)
    made.metadata.delta_path[:] = path
    if kind == "new_session":
        made.new_session.name = name
    elif kind == "script_finished":
        made.script_finished = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
    elif kind == "ref_hash":
        made.ref_hash = name
    elif grid:
        made.delta.add_block.grid_container.SetInParent()
    else:
        made.delta.new_element.text.body = name
    return {"type": "websocket.send", "bytes": made.SerializeToString()}


def run(steps: Callable[[bundles.Held, Told], Awaitable[None]], *, broken: bool = False) -> Told:
    """The names of what was sent."""
    sent: Told = []

    async def send(message: Message) -> None:
        if broken:
            raise OSError("gone")
        sent.append(ForwardMsg.FromString(message["bytes"]).hash if message.get("bytes") else message["type"])

    async def all_of_it() -> None:
        held = bundles.Held(send)
        await steps(held, sent)
        held.forget()

    asyncio.run(all_of_it())
    return sent


def test_all_to_the_end_of_the_headline_leaves_together_and_the_rest_as_it_comes() -> None:
    async def steps(held: bundles.Held, sent: Told) -> None:
        await held.send(said("begin", kind="new_session"))
        await held.send(said("title", 0, 0))
        await held.send(said("headline", 0, 1, grid=True))
        await held.send(said("figure", 0, 1, 0))
        await held.send(said("known figure", 0, 1, 1, kind="ref_hash"))
        assert sent == []
        await held.send(said("chart", 0, 2))
        assert sent == ["begin", "title", "headline", "figure", "known figure", "chart"]
        await held.send(said("another grid", 0, 3, grid=True))
        assert sent[-1] == "another grid"
        await held.send(said("end", kind="script_finished"))
        assert sent[-1] == "end"

    run(steps)


def test_a_run_without_a_headline_leaves_at_its_end() -> None:
    async def steps(held: bundles.Held, sent: Told) -> None:
        await held.send(said("begin", kind="new_session"))
        await held.send(said("table", 0, 0))
        assert sent == []
        await held.send(said("end", kind="script_finished"))
        assert sent == ["begin", "table", "end"]

    run(steps)


def test_the_next_run_has_a_headline_of_its_own() -> None:
    async def steps(held: bundles.Held, sent: Told) -> None:
        for number in range(2):
            await held.send(said(f"begin {number}", kind="new_session"))
            await held.send(said(f"headline {number}", 0, 1, grid=True))
            assert f"begin {number}" not in sent
            await held.send(said(f"rest {number}", 0, 2))
            assert sent[-3:] == [f"begin {number}", f"headline {number}", f"rest {number}"]
            await held.send(said(f"end {number}", kind="script_finished"))

    run(steps)


def test_what_is_no_part_of_a_run_leaves_at_once() -> None:
    async def steps(held: bundles.Held, sent: Told) -> None:
        await held.send({"type": "websocket.accept"})
        await held.send(said("a late word", 0, 0))
        assert sent == ["websocket.accept", "a late word"]

    run(steps)


def test_nothing_waits_longer_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "LONGEST", 0.01)

    async def steps(held: bundles.Held, sent: Told) -> None:
        await held.send(said("begin", kind="new_session"))
        await held.send(said("title", 0, 0))
        await asyncio.sleep(0.1)
        assert sent == ["begin", "title"]
        await held.send(said("figures worked out", 0, 1))
        assert sent == ["begin", "title"]
        await asyncio.sleep(0.1)

    assert run(steps) == ["begin", "title", "figures worked out"]


def test_who_speaks_next_learns_that_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "LONGEST", 0.01)

    async def steps(held: bundles.Held, sent: Told) -> None:
        await held.send(said("begin", kind="new_session"))
        await asyncio.sleep(0.1)
        with pytest.raises(OSError, match="gone"):
            await held.send(said("title", 0, 0))

    run(steps, broken=True)


def test_only_the_connection_of_pages_is_touched() -> None:
    """Files go on as they are: their messages have no bytes that could be read."""
    seen: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(send)

    async def send(message: Message) -> None: ...

    async def receive() -> Message:
        return {}

    for kind in ("http", "websocket"):
        asyncio.run(bundles.Bundles(app)({"type": kind}, receive, send))
    assert seen[0] is send
    assert seen[1] is not send
