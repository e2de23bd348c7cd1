"""Sessions without a browser: what Chromium says to a Streamlit server, said by a thread."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

MOST = 2**26


class Session:
    """One open session on a page."""

    def __init__(self, url: str, page: str) -> None:
        self.page = page
        self.socket: ClientConnection = connect(
            f"{url.replace('http', 'ws')}/_stcore/stream", origin=url, subprotocols=["streamlit"], max_size=MOST
        )  # type: ignore[arg-type]

    def run(self, query: str = "") -> float:
        """Run the page under that query; the seconds until its script has ended."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = self.page
        begun = time.perf_counter()
        self.socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(bytes(self.socket.recv(timeout=120)))  # type: ignore[arg-type]
            if told.WhichOneof("type") == "script_finished":
                return time.perf_counter() - begun

    def close(self) -> None:
        """Leave."""
        self.socket.close()


@contextmanager
def sessions(url: str, page: str, number: int) -> Iterator[list[Session]]:
    """So many sessions, each of which has drawn the page once."""
    made = [Session(url, page) for _ in range(number)]
    for one in made:
        one.run()
    try:
        yield made
    finally:
        for one in made:
            one.close()


@contextmanager
def all_running(made: Sequence[Session], queries: Sequence[str]) -> Iterator[None]:
    """While the block runs, each session runs the page once, all begun at the same moment."""
    threads = [
        threading.Thread(target=one.run, args=(query,), daemon=True) for one, query in zip(made, queries, strict=True)
    ]
    for thread in threads:
        thread.start()
    yield
    for thread in threads:
        thread.join()
