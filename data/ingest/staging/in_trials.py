"""Whether scores beside trials are so many of them or percent: figures tell so many of so many in the unit of the goal."""

import pyarrow as pa

from data.ingest.staging import measures
from data.ingest.staging.columns import Heading
from data.ingest.staging.measures import PERCENT
from data.ingest.staging.work import Rule, Work
from data.ingest.tables.steps.goals.trials import RIGHT_ONES
from data.ingest.values import numbers
from data.ingest.values.words import said_by

FRACTIONS = "(so many of so many)"
CORRECT = "number correct"
ASKED = "Are scores such as 4/10 to be stored in percent (40), or as the number correct (4)?"


def may_be_right(percent: float, of: int) -> bool:
    """Whether a percent could be taken for the number that were right of so many: 10 of 20. It is kept without these."""
    return 0 < percent <= of


def tell(work: Work) -> None:
    """The trials of scores in percent, but where these would make another number of the score; where nothing tells whether
    it is percent (10, of 10 trials), it is asked."""
    if "trials" not in work.fields or not work.at("trials"):
        return
    for heading in work.at("value"):
        score, trials = f"score{heading.place}", work.fields["trials"]
        mistakable = f"{score} > 0 and {score} <= {trials}"
        scale = _scale(work, heading)
        if scale is None:
            asked = work.ask("code", FRACTIONS, ASKED, (PERCENT, CORRECT))
            message = "it isn't said whether this is percent or the number correct of the trials"
            work.rules.append(
                Rule(heading.heading, "maybe_percent", message, "wait", mistakable, f"c{heading.place}", asked)
            )
        elif scale == PERCENT:
            work.fields["trials"] = f"case when {mistakable} then null else {trials} end"


def _scale(work: Work, heading: Heading) -> str | None:
    """Percent or number correct, by what was answered, the heading and the numbers; None where both may be."""
    if (said := work.answer(FRACTIONS)) in (PERCENT, CORRECT):
        return said
    if measures.says_percent(heading):
        return PERCENT
    pairs = _pairs(heading, work.at("trials")[0])
    if any(score > of for score, of in pairs):
        return PERCENT
    is_named = bool(said_by(heading.heading) & RIGHT_ONES)
    is_either = bool(pairs) and all(score * of % 100 == 0 for score, of in pairs)
    return None if is_either and not is_named else CORRECT


def _pairs(heading: Heading, trials: Heading) -> set[tuple[float, float]]:
    """The different (score above 0, trials) of the rows that have both in numbers."""
    scores, counts = ([numbers.to_float(text) for text in one.texts] for one in (heading, trials))
    keys = pa.table({"score": heading.keys, "of": trials.keys}).group_by(["score", "of"]).aggregate([])
    told = zip(*(keys.column(name).to_pylist() for name in ("score", "of")), strict=True)
    found = {(scores[one], counts[of]) for one, of in told if one >= 0 and of >= 0}
    return {(score, of) for score, of in found if score and of}
