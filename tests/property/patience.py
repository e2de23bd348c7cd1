"""How long the searches take: few examples, always the same, unless MINUTES_EXAMPLES asks for more."""

import os

from hypothesis import HealthCheck, settings

FEW = 25
EXAMPLES = int(os.environ.get("MINUTES_EXAMPLES", str(FEW)))
patient = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="MINUTES_EXAMPLES" not in os.environ,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
