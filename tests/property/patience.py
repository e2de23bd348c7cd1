"""How long the searches take: few examples, always the same, unless MINUTES_EXAMPLES asks for more."""

import os

from hypothesis import HealthCheck, settings


def examples(few: int) -> settings:
    """Settings of a search with so many examples by default."""
    return settings(
        max_examples=int(os.environ.get("MINUTES_EXAMPLES", str(few))),
        deadline=None,
        derandomize="MINUTES_EXAMPLES" not in os.environ,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


patient = examples(25)
"""Against the plain reading of the rules."""
brief = examples(5)
"""Against the ledger itself, asked otherwise: each example costs two stores or more."""
