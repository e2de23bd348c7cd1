"""What columns that were left out may be: questions on which amounts, outcomes or people may depend."""

from data.ingest.mapping.choose import Fit
from data.ingest.mapping.sampled import Samples
from data.ingest.mapping.score import is_anothers
from data.ingest.mapping.unplaced.lines import of_lines
from data.ingest.mapping.unplaced.sessions import of_sessions
from data.ingest.model import NOT_USED, Question
from data.ingest.tables.labels import MAYBE_PROVIDERS
from data.ingest.values.words import heading as words_of


def questions(fit: Fit, headings: tuple[str, ...], samples: Samples) -> list[Question]:
    """What columns that were left out may be: the number of sessions beside minutes, or the provider."""
    free = [number for number, (name, _) in enumerate(fit.taken)
            if name is None and headings[number].strip() and not is_anothers(headings[number], headings)]  # fmt: skip
    found = []
    if fit.dataset == "service_lines":
        found = of_lines(fit, headings, samples, free)
    if fit.dataset == "sessions":
        found = of_sessions(fit, headings, samples, free)
    if fit.dataset in ("service_lines", "sessions") and fit.places.keys().isdisjoint(("provider_id", "provider_name")):
        found += [_provider(headings[number]) for number in free if words_of(headings[number]) in MAYBE_PROVIDERS]
    return found


def _provider(heading: str) -> Question:
    text = f"{heading!r} was left out; is it the person who gives the service?"
    return Question("column", heading, 0, text, ("provider_name", NOT_USED))
