"""Longer wordings: whole words that point to a code, tried in order; the first match takes its words away."""

SERVICE = (
    (r"\b9\d{4} go\b", "OT"),
    (r"\b9\d{4} gp\b", "PT"),
    (r"\b9\d{4} gn\b|\b92(?:50[78]|52[1-6])\b", "SLP"),
    (r"\badapt(?:ed|ive) (?:pe\b|phys\w* ed\w*)|\bphysical education\b|\bape\b", "APE"),
    (r"\boccupational(?: therap\w*)?\b|\bot\b|\bcota\b|\botr\b", "OT"),
    (r"\bphysical(?:ly)? therap\w*|\bpt\b|\bpta\b|\bphysiotherap\w*", "PT"),
    (r"\bspeech(?: (?:and )?lang\w*)?(?: (?:path\w*|therap\w*))?\b|\blang\w* (?:and )?speech\b", "SLP"),
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
KIND = (
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
    (r"\b(?:small |large )?groups?\b|\bwhole class\b", "group"),
    (r"^(?:[2-9]|1\d) 1(?: \d)?$|^1 (?:[2-9]|1\d)$", "group"),
    (
        r"\bindividual(?:ly)?\b(?! (?:education(?:al)?|family|services?|health|transition|program)\b)|"
        r"\bindiv\b|\bone (?:on|to) one\b|\b1 (?:on|to) 1\b",
        "individual",
    ),
)
ROLE = (
    (r"\boccupational therap\w* assistant\b|\bcota\b", "COTA"),
    (r"\boccupational therapist\b|\botr\b", "OTR"),
    (r"\bspeech (?:and )?(?:language )?(?:path\w*|therap\w*) assistant\b|\bslpa\b", "SLPA"),
    (r"\bspeech (?:and )?(?:language )?(?:pathologist|therapist)\b|\bslp\b", "SLP"),
    (r"\bphysical therap\w* assistant\b|\bpta\b", "PTA"),
    (r"\bphysical therapist\b", "PT"),
    (r"\baudiologist\b", "AUD"),
    (r"\bpsychologist\b", "PSYCH"),
    (r"\bsocial worker\b", "SOCIAL_WORKER"),
    (r"\bnurse\b", "NURSE"),
    (r"\bcounsell?or\b", "COUNSELOR"),
)
SERVICE_OF_ROLE = {
    "OTR": "OT", "COTA": "OT", "SLP": "SLP", "SLPA": "SLP", "PT": "PT", "PTA": "PT", "AUD": "AUD", "PSYCH": "PSYCH",
    "COUNSELOR": "COUNSELING", "SOCIAL_WORKER": "SOCIAL_WORK", "NURSE": "NURSING", "TVI": "VISION", "O_AND_M": "O_AND_M",
    "TDHH": "DHH", "BCBA": "BEHAVIOR",
}  # fmt: skip
