"""Coroutines in tests."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def waited(work: Coroutine[Any, Any, Any]) -> Any:
    """What the coroutine gives, run in a thread of its own: a browser of this process may keep a loop in the test's."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
