"""The lists beside this module, each read once a process."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def listed(name: str) -> dict[str, Any]:
    """What the file ``<name>.toml`` lists. Its tables are shared: nobody changes them."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
