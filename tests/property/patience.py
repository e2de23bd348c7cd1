"""How long the searches take: a twelfth of their examples, all of them in the suite of all tests (``MINUTES_ALL``), always
the same; or as many others as MINUTES_EXAMPLES says."""

import os

from hypothesis import HealthCheck, settings


def examples(count: int) -> settings:
    """Settings of a search with so many examples among all tests; two at least, since the first of them is the simplest."""
    usual = count if "MINUTES_ALL" in os.environ else max(2, count // 12)
    return settings(
        max_examples=int(os.environ.get("MINUTES_EXAMPLES", str(usual))),
        derandomize="MINUTES_EXAMPLES" not in os.environ,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


patient = examples(25)
"""Against the plain reading of the rules."""
brief = examples(5)
"""Against the ledger itself, asked otherwise: each example costs two stores or more."""
