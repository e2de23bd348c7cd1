"""Why a session wasn't given, as therapists write it under a heading that asks why: home with the flu, wouldn't come."""

import re
from functools import lru_cache

from data.ingest.values import vocabulary
from data.ingest.values.words import plain

_WHO = r"(?:he|she|they|kid|the kid|(?:the )?(?:student|child|pupil))"
_THEY = rf"(?:{_WHO} )?(?:was |is |has been |had |has )?"
_WHEN = r"(?: (?:today|that day|all day|this (?:morning|afternoon|week)|again))?"
_ILL = (
    r"(?:flu|influenza|fever|strep(?: throat)?|covid|stomach (?:ache|bug|flu|virus)|virus|pink ?eye|lice|migraine|"
    r"headache|(?:bad )?cold|cough|asthma|chicken ?pox|croup|vomiting|throwing up)"
)
_DOCTOR = (
    r"(?:doctors?|dr|dentists?|orthodontists?|pediatricians?|hospital|clinic|er)(?: (?:office|appointment|appt|visit))?"
)
_WOULD_NOT = r"(?:would not|wouldnt|did not want to|didnt want to|refused to|refusing to|declined to|not willing to|unwilling to)"
_COME = r"(?:come|go|leave|attend|transition|participate|join|work|engage|walk|get up|separate)"
_NO_MORE = (
    r"because|bc|due|since|mom|dad|parents?|mother|father|teacher|aide|sick|ill|but|and|until|after|then|later|session|"
    r"given|seen|made|school"
)
_TAIL = rf"(?: (?!(?:{_NO_MORE})\b)[a-z]+){{0,5}}"
"""Words that only say more of the same: come with me today."""
_DEVICE = (
    r"(?:(?:the|his|her) )?(?:zoom|internet|wi ?fi|video|audio|sound|laptop|computer|chromebook|ipad|tablet|camera|"
    r"mic(?:rophone)?|link|platform|google meet|teams|connection|device)"
)
_FAILED = (
    r"(?:would|did|could|does|do|was|is)(?: not|nt) "
    r"(?:connect|work|working|load|loading|open|start|charged?|turn on|log ?in|play)"
)
_ASKED = (
    r"(?:(?:asked|wanted|requested|called|emailed|chose)(?: us| me)? (?:to (?:skip|cancel|hold off|miss)|not to (?:come|pull))|"
    r"(?:did not|didnt|does not|doesnt) want|would not allow|wouldnt allow|opted out)"
)
_DAYS = r"(?: (?:through|until|thru|till|for|all|days?|\d+|this|today|week|(?:mon|tues|wednes|thurs|fri)day))*"
_SHORT_DAY = (
    r"(?:early (?:release|dismissal|out)|(?:school )?(?:released|dismissed) early|(?:minimum|min|shortened) day|"
    r"(?:late|delayed) (?:start|opening)|(?:1|2|3|one|two|three) h(?:ou)?rs? (?:delay|late start|delayed opening|early release))"
)
_REASONS = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (
            rf"{_THEY}(?:stayed |kept |sent |went |out )?(?:at )?home(?: early)?(?: sick| ill)?(?: with)?(?: an?| the)? "
            rf"{_ILL}{_WHEN}",
            "student_absent",
        ),
        (rf"{_THEY}(?:stayed|kept|sent|went) home(?: early)? (?:sick|ill){_WHEN}", "student_absent"),
        (rf"{_THEY}(?:out |absent |sick |ill )?(?:with )?(?:an? |the )?{_ILL}{_WHEN}", "student_absent"),
        (rf"{_WHO} (?:was |is |had |has |went |at |to |an? |the |his |her )*{_DOCTOR}{_WHEN}", "student_absent"),
        (
            rf"{_THEY}(?:not|never|wasnt|did not come|didnt come|never came) (?:in|at|to) school{_WHEN}",
            "student_absent",
        ),
        (
            rf"{vocabulary.FAMILY}s? kept (?:him|her|them|(?:the )?{vocabulary.CHILD}) (?:at )?home{_TAIL}",
            "student_absent",
        ),
        (rf"{_THEY}{_WOULD_NOT} {_COME}{_TAIL}", "student_refused"),
        (rf"{vocabulary.FAMILY}s? (?:said no{_WHEN}|{_ASKED}{_TAIL})", "parent_declined"),
        (rf"{_DEVICE} {_FAILED}{_WHEN}", "tele_technical"),
        (
            rf"(?:could not|couldnt|unable to) (?:connect|log ?(?:in|on)|get (?:on|online))"
            rf"(?: to (?:zoom|the internet|meet|teams))?{_WHEN}",
            "tele_technical",
        ),
        (rf"{_THEY}(?:in |at |on )?(?:oss|iss){_DAYS}", "student_suspended"),
        (rf"{_SHORT_DAY}(?: (?:day|schedule|today|school))*", "school_event"),
        (
            r"no (?:ot|pt|slp|cota|therapist|provider|teacher) (?:is |was |currently )?(?:assigned|hired)(?: yet)?",
            "vacancy",
        ),
        (
            rf"no (?:sub|substitute|coverage|sub coverage)(?: (?:was )?(?:available|found))? (?:for|to cover) (?:the |our )?"
            rf"(?:ot|pt|slp|cota|pta|slpa|therapist|provider|clinician|itinerant){_WHEN}",
            "provider_absent",
        ),
    )
)
_PRESENT = re.compile(
    rf"(?:the )?(?:{vocabulary.CHILD}|he|she) (?:was )?(?:present|here|not absent|in school|at school)\s*[,;:(–-]+\s*"
    r"(?:but )?(?P<why>[^,;()]+)\)?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[,;(]|\.\s|\s[-–—]\s")
"""Behind it something else may be told: would not leave; session given."""


@lru_cache(maxsize=20_000)
def reason(text: str) -> str | None:
    """The reason that a whole text says in such words; None where it says more than one thing, or nothing that is sure."""
    if _SEVERAL.search(text.strip()):
        return None
    bare = plain(text)
    return next((told for pattern, told in _REASONS if pattern.fullmatch(bare)), None)


def though_present(text: str) -> str | None:
    """What is told behind a student who was there (student present, therapist absent); None of any other text."""
    match = _PRESENT.fullmatch(text.strip())
    return match["why"].strip() if match else None
