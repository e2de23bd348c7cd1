"""Longer wordings: whole words that point to a code, tried in order; the first match takes its words away."""

SERVICE = (
    (r"\b9\d{4} go\b", "OT"),
    (r"\b9\d{4} gp\b", "PT"),
    (r"\b9\d{4} gn\b|\b92(?:50[78]|52[1-6])\b", "SLP"),
    (r"\badapt(?:ed|ive) (?:pe\b|phys\w* ed\w*)|\bphysical education\b|\bape\b", "APE"),
    (r"\boccupational(?: therap\w*)?\b|\bot\b|\bcota\b|\botr\b", "OT"),
    (r"\bphysical(?:ly)? therap\w*|\bpt\b|\bpta\b|\bphysiotherap\w*", "PT"),
    (
        r"\bspeech(?: (?:and )?lang\w*)?(?: (?:and )?hearing)?(?: (?:path\w*|therap\w*))?\b|\blang\w* (?:and )?speech\b",
        "SLP",
    ),
    (r"\blang\w* therap\w*|\bslpa?\b|\bslt\b", "SLP"),
    (r"\baudiolog\w*", "AUD"),
    (r"\bsocial work\w*", "SOCIAL_WORK"),
    (r"\b(?:behavior|behaviour)\w*|\baba\b|\bbcba\b", "BEHAVIOR"),
    (r"\b(?:counsel\w*)(?: and guidance)?(?: services?)?", "COUNSELING"),
    (r"\bpsycholog\w*", "PSYCH"),
    (r"\bnurs\w*|\bhealth (?:and )?nurs\w*|\bspecialized physical health\b|\bhealth services?\b", "NURSING"),
    (r"\borientation (?:and )?mobility\b|\bo and m\b", "O_AND_M"),
    (r"\bvision\b|\bvisual\w* impair\w*|\bbraille\b|\btvi\b", "VISION"),
    (r"\bdeaf\b(?:.*\bhard of hearing\b)?|\bhard of hearing\b|\bhearing\b|\bdhh\b", "DHH"),
    (r"\bspeciali[sz]ed (?:academic )?instruct\w*|\bspecially designed instruct\w*|\bspecial ed\w*", "SDI"),
    (r"\b(?:reading|math\w*|writing|classroom|academic) (?:instruction|support)\b", "SDI"),
    (r"\bresource (?:room|special\w*)|\bsdi\b|\bsai\b|\brsp\b|\bacademic\w*", "SDI"),
)
_STAFF = r"(?:school )?(?:personnel|staff|teachers?)"
KIND = (
    (rf"\bsupports? (?:for|to|of) {_STAFF}\b|\b(?:personnel|staff|teacher) (?:support|training)s?\b", "indirect"),
    (r"\bindirect\b|\bon behalf of\b|\bconsult\w*|\bcollaborat\w* consult\w*|\bmonitor(?:ing)?\b", "indirect"),
    (r"\bdirect\b", "direct"),
)
_GENERAL = r"(?:gen(?:eral)? ?ed(?:ucation)?|reg(?:ular)? ?ed(?:ucation)?|regular class\w*)(?: class\w*)?"
SETTING = (
    (r"\bco ?(?:teach\w*|taught)\b", "co_teach"),
    (rf"\bpush ?in\b|\b(?:inside|in|within) (?:the )?(?:of )?{_GENERAL}", "push_in"),
    (rf"\bpull ?out\b|\b(?:outside|out) (?:of )?(?:the )?(?:{_GENERAL}|class\w*)", "pull_out"),
    (r"\btherapy room\b|\bresource room\b|\b(?:ot|pt|speech) room\b", "pull_out"),
    (r"\b(?:special education|sped|special ed) (?:environment|setting|location)s?\b", "pull_out"),
    (r"\b(?:separate|special|sp|self contained)(?: day| ed(?:ucation)?| special)* class\w*", "other"),
    (r"\btele\w*|\bremote\w*|\bvirtual\w*", "tele"),
    (rf"\bgeneral education\b|\b{_GENERAL}", "push_in"),
)
GROUPING = (
    (r"\b(?:small |large )?(?:groups?|grp)\b|\bwhole class\b", "group"),
    (r"^(?:[2-9]|1\d) 1(?: \d)?$|^1 (?:[2-9]|1\d)$", "group"),
    (
        r"\bindividual(?:ly)?\b(?! (?:education(?:al)?|family|services?|health|transition|program)\b)|"
        r"\bindiv\b|\bone (?:on|to) one\b|\b1 (?:on|to) 1\b",
        "individual",
    ),
)
ROLE = (
    (r"\b(?:ot|occupational therap\w*) (?:asst|assistant)\b|\bcota\b", "COTA"),
    (r"\boccupational therapist\b|\botr\b", "OTR"),
    (r"\b(?:slp|speech)(?: (?:and )?(?:lang\w*|path\w*|therap\w*))* (?:asst|assistant)\b|\bslpa\b", "SLPA"),
    (r"\bspeech (?:and )?(?:language )?(?:pathologist|therapist)\b|\bslp\b", "SLP"),
    (r"\b(?:pt|physical therap\w*) (?:asst|assistant)\b|\bpta\b", "PTA"),
    (r"\bphysical therapist\b", "PT"),
    (r"\baudiologist\b", "AUD"),
    (r"\bpsychologist\b", "PSYCH"),
    (r"\bsocial worker\b", "SOCIAL_WORKER"),
    (r"\bnurse\b", "NURSE"),
    (r"\bcounsell?or\b", "COUNSELOR"),
)
_NOT_BEGUN = r"introduced|addressed|started|initiated|begun|targeted|taught|worked on"
_LITTLE = r"insufficient|limited|minimal|partial|some|slow|inconsistent|little|inadequate|unsatisfactory|below expected"
_MUCH = (
    r"sufficient|adequate|satisfactory|substantial|significant|steady|good|expected|consistent|considerable|appropriate|"
    r"reasonable|excellent|great|strong"
)
_REACHED = r"met|mastered|achieved|accomplished|attained|exceeded|reached"
_AIM = r"goal|objective|benchmark|target"
PROGRESS = (
    (rf"\bnot (?:yet )?(?:been )?(?:{_NOT_BEGUN})\b|\bnot applicable\b", "not_introduced"),
    (r"\b(?:no|without) (?:\w+ )?(?:progress|growth|improvement|change)\b|\bregress\w*\b", "no_progress"),
    (rf"\b(?:{_LITTLE})(?: \w+)? (?:progress|growth)\b", "insufficient"),
    (rf"\bnot (?:making |made )?(?:{_MUCH}|enough)(?: \w+)? progress\b|\bnot on track\b", "insufficient"),
    (rf"\b(?:expected|likely|on track) to (?:be )?(?:meet|achieve|master|attain|{_REACHED})\b", "sufficient"),
    (rf"\b(?:{_MUCH})(?: \w+)? (?:progress|growth)\b|\bon track\b|\bprogressing\b", "sufficient"),
    (rf"^(?:the )?(?:annual )?(?:{_AIM})? ?(?:has been |was |is )?(?:{_REACHED})(?: or (?:{_REACHED}))?$", "mastered"),
    (r"\bdiscontinued\b|\bno longer (?:applicable|appropriate|addressed|worked on)\b", "discontinued"),
)  # fmt: skip
UNSURE = frozenset(("not", "never", "no", "nearly", "almost", "partially", "unless", "if", "will", "may", "%"))
"""Words beside those of progress under which nothing is guessed."""
MOST_WORDS = 9
"""Longer texts are remarks, and no codes."""
NO_ROLE = frozenset(
    ("aide", "aides", "para", "paraprofessional", "paraeducator", "helper", "clerk", "secretary", "office", "volunteer")
)
"""Who helps a professional is none."""
SERVICE_OF_ROLE = {
    "OTR": "OT", "COTA": "OT", "SLP": "SLP", "SLPA": "SLP", "PT": "PT", "PTA": "PT", "AUD": "AUD", "PSYCH": "PSYCH",
    "COUNSELOR": "COUNSELING", "SOCIAL_WORKER": "SOCIAL_WORK", "NURSE": "NURSING", "TVI": "VISION", "O_AND_M": "O_AND_M",
    "TDHH": "DHH", "BCBA": "BEHAVIOR",
}  # fmt: skip
