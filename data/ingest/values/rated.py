"""A rating of progress without whom and what it is of: The student is making sufficient progress to meet this annual goal."""

import re

_WHO = re.compile(
    r"^(?:the |this |your )?(?:student|child|pupil|learner)\s+"
    r"(?:(?:is|has|was|has been|had)\s+)?(?:(?:currently|now)\s+)?"
    r"(?:demonstrat(?:es?|ed|ing)|shows?|shown|showing|displays?)?\s*",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(
    r"[\s,]+(?:(?:with)?in|by|before|during|for|over) (?:the )?(?:(?:end|duration|term|course|life|time ?frame|remainder) of )?"
    r"(?:the |this |one |current |present )*"
    r"(?:(?:iep|plan)(?: (?:year|period|cycle|date|term))?|(?:\w+ )?(?:year|period|cycle|term))\s*\.?$",
    re.IGNORECASE,
)
_REACH = r"(?:meet|achiev|reach|attain|accomplish|master|complet)(?:e|ing|ed)?"
_AIM = (
    r"(?:the |this |that |his |her |their |each |an? )?(?:(?:annual|iep|measurable|identified|stated)[ -])*"
    r"(?:goal|objective|benchmark|target)s?"
)
_TOWARDS = re.compile(
    rf"\b(progress|growth)\s+(?:(?:made|being made)\s+)?(?:to|towards?|on|in|for|with)\s+(?:{_REACH}\s+)?{_AIM}\b",
    re.IGNORECASE,
)
_ON_IT = re.compile(rf"\s+(?:on|for|to|toward|in) {_AIM}\s*\.?$", re.IGNORECASE)


def bare(text: str) -> str:
    """Words of progress without who makes it, the goal that it is made towards, and by when that is to be met."""
    told = _WHO.sub("", text.strip())
    ended = _BY_WHEN.sub("", told)
    return _ON_IT.sub("", _TOWARDS.sub(r"\1", ended)) or text
