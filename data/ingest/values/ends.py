"""The day on which a remark says that a service ended, or began: D/C 11/14 - goals met; exited 10/3/2025."""

import re

from data.ingest.values import codes

_ENDED = (
    r"d/?c(?:['’]?e?d)?|disc(?:ontinued?|harged?)?|dismiss(?:ed|al)?|exit(?:ed)?|(?:services? )?ended|graduated|dropped|"
    r"terminated|closed|stopped|w/?d|withdrew|withdrawn|(?:moved|transferred|left)(?: (?:out|away|(?:the )?district))?|"
    r"last (?:day|session|date|service)|(?:services? )?(?:ends?|thru|through|until)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = rf"(?:\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?|\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?)"
_ON = re.compile(
    rf"^(?:{_ENDED})\b\.?[\s:,–-]*(?:(?:as of|on|from|since|eff(?:ective|\.)?|date)[\s:]+)?(?P<day>{DAY})"
    r"(?P<rest>$|\s*[.;,:()–-].*|\s+(?:due|since|because|per|after|goals?|met|moved|parents?|at)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEGUN = re.compile(
    rf"^(?:new[,;:]? )?(?:(?:services?|tx|therapy|(?P<service>ot|pt|st|slp|speech)) )?"
    rf"(?:started|start(?:s|ing| date)?|began|begun|begin(?:s|ning)|initiated|added|moved in|"
    rf"move[- ]in|transferred in|enrolled|new(?: (?:to caseload|student|referral|service))?)\b\.?[\s:,–-]*"
    rf"(?:(?:service|services|tx|therapy|as of|on|from|eff(?:ective|\.)?)[\s:]+)?(?P<day>{DAY})"
    r"(?P<rest>$|\s*[.;,:()–-].*|\s+(?:due|since|because|per|after|new)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_YET = re.compile(
    r"\?|\b(?:plan(?:ned|s)?|propos\w*|recommend\w*|pending|possib\w*|may|might|if|will|to be|mtg|meeting|eval\w*|re-?eval\w*|"
    r"consider\w*|discuss\w*|review|not|reinstat\w*|resum\w*|restart\w*|back|return\w*|then|now|re-?started)\b",
    re.IGNORECASE,
)


_OPEN = re.compile(
    r"^(?:d/?c(?:['’]?e?d)?|discontinued|discharged|dismissed|exited|w/d|withdrawn|withdrew|on hold|inactive|no longer "
    r"(?:eligible|served|seen|receiv\w*|on caseload))(?![\w/'’])",
    re.IGNORECASE,
)
_THOUGHT_OF = re.compile(
    r"\b(?:mtg|meeting|eval\w*|re-?eval\w*|plan\w*|criteri\w*|goals? (?:for|to)|discuss\w*|consider\w*|recommend\w*|propos\w*|"
    r"if|when|by|summary|next|soon|from)\b",
    re.IGNORECASE,
)


def open_words(text: str) -> str | None:
    """The words of an end, or of a break, with which a remark begins and of which it settles no day: d/c'd; on hold since
    12/1; D/C 11/14? A meeting or an evaluation for it (D/C mtg 11/14) says only that it is thought of."""
    bare = " ".join(text.split())
    match = _OPEN.match(bare)
    return match[0] if match and told(bare) is None and not _THOUGHT_OF.search(bare) else None


def told(text: str) -> str | None:
    """The day, as written, that a remark begins with as that of a service's end, or that stands behind that of its start;
    None where it isn't settled by the words behind it (D/C 11/14? mtg set), or where it ends nothing."""
    bare = " ".join(text.split())
    start = _BEGUN.match(bare)
    match = _ON.match(start["rest"].strip(" ,;.–-") if start else bare)
    return match["day"] if match and not _NOT_YET.search(match["rest"]) else None


def begun(text: str, service: str | None = None) -> str | None:
    """The day, as written, that a remark begins with as that on which a service began; None where it isn't settled, or is
    said of another service than that of its row (PT started 10/1 beside OT)."""
    match = _BEGUN.match(" ".join(text.split()))
    if match is None or is_open(match["rest"]):
        return None
    is_of_row = service is None or not match["service"] or codes.find(match["service"], "service") == service
    return match["day"] if is_of_row else None


def is_open(text: str) -> bool:
    """Whether words say that what is told is only planned, or wasn't the last of it."""
    return _NOT_YET.search(text) is not None
