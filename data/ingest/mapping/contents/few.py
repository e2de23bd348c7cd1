"""How many texts of a column must be alike, and how short and how few texts are that can be codes."""

from collections.abc import Callable
from itertools import islice

MOST = 0.9
HALF = 0.5
FEW = 12
CODE = 3
SHORT = 30


def nearly_all(texts: tuple[str, ...], is_one: Callable[[str], bool], least: float = MOST) -> bool:
    """Whether at ``least`` that share of the texts are so; the others aren't looked at once too many aren't."""
    allowed = int(len(texts) * (1 - least) + 1e-9)
    return sum(1 for _ in islice((text for text in texts if not is_one(text)), allowed + 1)) <= allowed
