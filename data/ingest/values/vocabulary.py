"""Longer wordings: whole words that point to a code, tried in order; the first match takes its words away."""

SERVICE = (
    (r"\b9\d{4} go\b", "OT"),
    (r"\b9\d{4} gp\b", "PT"),
    (r"\b9\d{4} gn\b|\b92(?:50[78]|52[1-6])\b", "SLP"),
    (r"\badapt(?:ed|ive) (?:pe\b|phys\w* ed\w*)|\bphysical education\b|\bape\b", "APE"),
    (r"\boccupational(?: therap\w*)?\b|\bocc(?:up)? ther\w*|\bot\b|\bcota\b|\botr\b", "OT"),
    (r"\bphysical(?:ly)? therap\w*|\bphys ther\w*|\bpt\b|\bpta\b|\bphysiotherap\w*", "PT"),
    (
        r"\bspeech(?: (?:and )?lang\w*)?(?: (?:and )?hearing)?(?: (?:path\w*|therap\w*))?\b|\blang\w* (?:and )?speech\b",
        "SLP",
    ),
    (r"\blang\w* therap\w*|\bspch(?: lang\w*)?(?: ther\w*)?\b|\bsp(?:ch)? (?:lang|ther)\w*|\bslpa?\b|\bslt\b", "SLP"),
    (
        r"^st (?:\d{1,2} ?x|(?:\d{1,2} ?(?:times|sess?\w*|min\w*)|\d{2,3}|ind\w*|group|grp|dir\w*|consult\w*|min\w*|therap\w*|"
        r"services?|sessions?|tx)\b)",
        "SLP",
    ),
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
_GENERAL = r"(?:gen(?:eral)? ?ed(?:ucation)?|reg(?:ular)? ?ed(?:ucation)?|reg(?:ular)? class\w*)(?: class\w*)?"
_CONSULT = r"(?:consult\w*(?: indirect)?(?: services?)?|indirect(?: services?)?) (?:with|to|for)(?: the)?"
_FAMILY = r"(?:parents?|famil(?:y|ies)|caregivers?|guardians?)"
CONSULT_STAFF = rf"{_CONSULT} {_STAFF}\b(?!.*\b{_FAMILY}\b)"
CONSULT_FAMILY = rf"{_CONSULT} {_FAMILY}\b(?!.*\b{_STAFF}\b)"
CONSULT_BOTH = rf"{_CONSULT} (?:{_STAFF}|{_FAMILY})\b"
"""With whom there is consultation; with both it is neither's, and indirect."""
SETTING = (
    (rf"\b{CONSULT_STAFF}", "consult_staff"),
    (rf"\b{CONSULT_FAMILY}", "consult_family"),
    (rf"\b{CONSULT_BOTH}", "indirect"),
    (r"\bother settings?\b", "other"),
    (r"\bco ?(?:teach\w*|taught)\b", "co_teach"),
    (rf"\bnot (?:inside|in|within) (?:the )?{_GENERAL}", "pull_out"),
    (rf"\bpush ?in\b|\b(?:inside|in|within) (?:the )?(?:of )?{_GENERAL}", "push_in"),
    (rf"\bpull ?out\b|\b(?:outside|out) (?:of )?(?:the )?(?:{_GENERAL}|class\w*)", "pull_out"),
    (r"\btherapy room\b|\bresource room\b|\b(?:ot|pt|speech) room\b", "pull_out"),
    (r"\b(?:special education|sped|special ed) (?:environment|setting|location)s?\b", "pull_out"),
    (r"\b(?:separate|special|sp|self contained)(?: day| ed(?:ucation)?| special)* class\w*", "other"),
    (r"\btele\w*|\bremote\w*|\bvirtual\w*", "tele"),
    (rf"\bgeneral education\b|\b{_GENERAL}", "push_in"),
)
IN_PERSON = (
    r"(?:in ?person|face to face|f ?2 ?f|ftf|on ?site|in (?:the )?(?:school|building|class)|at school|school ?(?:site|based)|"
    r"brick and mortar|live in person|traditional)(?: (?:session|service|visit|therapy|delivery))?"
)
"""How most sessions are given, which says nothing of where in the school."""
GROUPING = (
    (r"\b(?:small |large )?(?:groups?|grp)\b|\bwhole class\b", "group"),
    (r"^(?:[2-9]|1\d) 1(?: \d)?$|^1 (?:[2-9]|1\d)$", "group"),
    (
        r"\bindividual(?:ly)?\b(?! (?:education(?:al)?|family|services?|health|transition|program)\b)|"
        r"\bindiv\b|\bone (?:on|to) one\b|\b1 (?:on|to) 1\b|(?:^|(?<=[a-z] ))1 1(?= [a-z]|$)",
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
_NOT_BEGUN = (
    r"introduced|addressed|started|initiated|begun|targeted|taught|worked on|provided (?:with )?instruction|instructed"
)
_LITTLE = r"insufficient|limited|minimal|partial|some|slow|inconsistent|little|inadequate|unsatisfactory|below expected"
_MUCH = (
    r"sufficient|adequate|satisfactory|substantial|significant|steady|good|expected|consistent|considerable|appropriate|"
    r"reasonable|excellent|great|strong"
)
_BEHIND = r"(?:not at|below|behind|less than|lower than|slower than)(?: the| an?)?"
_AWAITED = r"(?:expected|anticipated|typical|adequate|sufficient)"
_SPEED = r"(?:rate|pace|progress|growth)"
_TOO_SLOW = (
    rf"\bprogress(?:ing)? (?:is )?(?:(?:at )?an? {_SPEED} )?{_BEHIND} (?:{_AWAITED}(?: {_SPEED})?|expectations?|schedule)\b|"
    rf"\b{_BEHIND} {_AWAITED} {_SPEED}\b|^progress(?:ing)? (?:\w+ )?{_BEHIND} {_AWAITED}\b|"
    r"\bprogressing (?:very |too )?(?:slowly|minimally|inconsistently|insufficiently|inadequately)\b"
)
"""Progress of which is said that it is behind what was expected: Progressing below expected rate."""
_REACHED = r"met|mastered|achieved|accomplished|attained|exceeded|reached"
_AIM = r"goal|objective|benchmark|target"
PROGRESS = (
    (rf"\bnot (?:yet )?(?:been )?(?:{_NOT_BEGUN})\b|\bnot applicable\b", "not_introduced"),
    (r"\b(?:no|without) (?:\w+ )?(?:progress|growth|improvement|change)\b|\bregress\w*\b", "no_progress"),
    (rf"\b(?:{_LITTLE})(?: \w+)? (?:progress|growth)\b", "insufficient"),
    (_TOO_SLOW, "insufficient"),
    (rf"\bnot (?:making |made )?(?:{_MUCH}|enough)(?: \w+)? progress\b|\bnot on track\b", "insufficient"),
    (rf"\b(?:not (?:expected|likely|on track) to|(?:(?:but|and) )?(?:may|will) not) "
     rf"(?:be )?(?:meet|achieve|master|attain|reach|{_REACHED})\b", "insufficient"),
    (rf"\b(?:expected|likely|on track) to (?:be )?(?:meet|achieve|master|attain|{_REACHED})\b", "sufficient"),
    (rf"\b(?:{_MUCH})(?: \w+)? (?:progress|growth)\b|\bon track\b|\bprogressing\b", "sufficient"),
    (rf"^(?:the )?(?:annual )?(?:{_AIM})? ?(?:has been |was |is )?(?:{_REACHED})(?: or (?:{_REACHED}))?"
     rf"(?: (?:the|this|his|her|their))?(?: (?:annual|iep))?(?: (?:{_AIM}))?$", "mastered"),
    (r"\bdiscontinued\b|\bno longer (?:applicable|appropriate|addressed|worked on)\b", "discontinued"),
)  # fmt: skip
UNSURE = frozenset(
    ("not", "never", "no", "nearly", "almost", "partially", "unless", "if", "will", "may", "%", "but", "below", "behind",
     "less", "lower", "slow", "slowly", "slower", "little", "minimally", "inconsistently", "gradually")
)  # fmt: skip
"""Words beside those of progress under which nothing is guessed."""
LESSENS = UNSURE - {"%", "no"}
"""Those that judge progress in brackets too: Mastered (80%) and Mastered (no prompts) are no less than that."""
MOST_WORDS = 9
"""Longer texts are remarks, and no codes."""
CHECKS, CROSSES = "✓✔√☑", "✗✘☒"
ASSISTANTS = frozenset(("COTA", "PTA", "SLPA"))
OFFICE_WORK = frozenset(
    ("planning", "travel", "meeting", "meetings", "conference", "training", "paperwork", "documentation")
)
"""Work that is no session, whoever else is in it."""
DUTIES = OFFICE_WORK | {"lunch", "plan", "prep", "duty", "recess", "break", "billing", "office", "supervision", "pd"}
"""What fills a day in which nobody is seen."""
EVALUATIONS = frozenset(("eval", "evaluation", "assessment", "screening"))
NO_ROLE = frozenset(
    ("aide", "aides", "para", "paraprofessional", "paraeducator", "helper", "clerk", "secretary", "office", "volunteer")
)
"""Who helps a professional is none."""
WHO = (
    r"(?:provider|therapist|clinician|practitioner|staff|slp|ot|pt|otr|cota|ota|slpa|pta|teacher|instructor|counselor|"
    r"psychologist|nurse|itinerant|tvi|service provider)"
)
STUDENTS = frozenset(("student", "students", "pupil", "learner", "s"))
"""The roles of users that are students."""
CHILD = r"(?:student|child|pupil|kid|client|patient|learner|consumer)"
FAMILY = r"(?:parent|family|guardian|mother|mom|father|dad|caregiver|grandmother|grandma|grandparent)"
GONE = (
    r"(?:absent|absence|ill|illness|sick|sickness|unavailable|not available|out|not present|no show|not at school|"
    r"not in school|vacation|out of town)"
)
EMERGENCY = (
    r"snow\w*|ice|icy|weather|\w*storm|flood\w*|heat|cold|power|water|gas|boiler|outage|smoke|hurricane|tornado|wind|fog|"
    r"emergency|threat"
)
"""What closes schools that no calendar has."""
_WEATHER = rf"\b(?:{EMERGENCY})\b"
_SCHOOLS = r"(?:(?:pre ?)?schools?|kindergartens?|day ?cares?)"
_STATE_TESTS = (
    r"staar|sbac|caaspp|mcas|parcc|njsla|ilearn|tcap|regents|pssa|eogs?|eocs?|cmas|naep|m ?step|telpas|elpac|"
    r"nyseslat|fcat"
)
_OTHER_TESTS = (
    r"state|state ?wide|district|benchmark|standardi[sz]ed|end of (?:grade|course)|milestones|keystones?|nwea|wida|leap|mca|"
    r"fsa|sol|psat"
)
"""Names that may be of something else where test doesn't stand beside them."""
_OF_MEETINGS = (
    r"(?:meetings?|mtg|training|ard|iep|case conference|conferences?|in ?service|pd|professional development|workshop|"
    r"eligibility|staffing|cse|cpse|mdt|pps)"
)
MISSED = (
    (r"\bunexcused\b|\btruan", "student_unexcused"),
    (rf"\b{CHILD}s?\b.*\b{GONE}\b", "student_absent"),
    (rf"\b{WHO}s?\b.*\b(?:{GONE}|leave|cancel\w*)\b", "provider_absent"),
    (rf"\b{GONE}\b.*\b{CHILD}s?$", "student_absent"),
    (rf"\b(?:{GONE}|cancel\w*)\b.*\b{WHO}s?$", "provider_absent"),
    (
        r"^(?:no )?i (?:was|am|got|called|had to be) "
        r"(?:absent|out|ill|sick|away|gone|unavailable|not available|on leave|on vacation)\b",
        "provider_absent",
    ),
    (rf"\b{CHILD}s?\b.*\brefus", "student_refused"),
    (
        rf"\b{FAMILY}s?\b.*\b(?:declin|refus|cancel)|\b(?:declin|refus|cancel)\w* by (?:the )?{FAMILY}",
        "parent_declined",
    ),
    (
        r"\b(?:field|school|class|band|choir|museum|college) trip\b|\bassembl|\b(?:pep|spirit) rally\b|"
        r"(?<!after )\bschool (?:\w+ )?(?:event|program|performance|play|function)\b|\bconvocation\b|\bceremony\b|\bcarnival\b|"
        r"\bbook fair\b|\bscience fair\b|\btalent show\b|\brecital\b|\bhomecoming\b|\bguest speaker\b|"
        r"\b(?:fire|safety|lock ?down|tornado|earthquake|evacuation) drill\b|\brehearsal\b|"
        r"\b(?:field|picture|career|spirit|fun) day\b|\b(?:band|choir|school|winter|spring|holiday) concert\b",
        "school_event",
    ),
    (
        rf"^(?:{CHILD}s? )?(?:is |was |were )?(?:(?:at|attending|out (?:at|for|to)|away (?:at|for)) |(?<=\w )in )"
        r"(?:an? |the |another |other )*(?:school|special|class)(?: ?wide)? (?:event|activity|activities|function|program)s?$",
        "school_event",
    ),
    (
        rf"\b(?:{_STATE_TESTS}|{_OTHER_TESTS}) (?:test|exam|assess)|"
        rf"^(?:{_STATE_TESTS})(?: (?:testing|days?|weeks?|window|retakes?))?$",
        "state_testing",
    ),
    (r"\bsuspen", "student_suspended"),
    (
        r"\bsnow day\b|\binclement weather\b|\bemergency clos|"
        rf"\bclos(?:ed|ure|ing)\b.*{_WEATHER}|{_WEATHER}.*\bclos(?:ed|ure|ing)\b|"
        r"^(?:(?:ice|snow|winter|wind|dust|tropical) ?storm|blizzard|hurricane(?: \w+)?|flooding|power (?:outage|failure)|"
        r"gas leak|water (?:main )?(?:break|outage)|wildfires?(?: smoke)?|burst pipes?|bomb threat)$",
        "emergency_closure",
    ),
    (rf"^(?!.*{_WEATHER}).*\b{_SCHOOLS} (?:(?:was|is|were|are) )?closed\b|\bschool holiday\b|\bno school\b", "holiday"),
    (
        rf"(?:\b{WHO}s?\b|^i (?:was|had|am|have)\b|^(?:iep|ard|eligibility)\b).*\b(?:meeting|mtg|training)\b|"
        rf"\b(?:{WHO}s?|i) (?:was |were |is |am )?(?:in|at|attending|attended|pulled (?:in|for)|called (?:in)?to) "
        rf"(?:an? |the )?(?:[a-z]+ )?{_OF_MEETINGS}\b",
        "provider_meeting",
    ),
    (
        r"\b(?:internet|wi ?fi|network|zoom|connect\w*|computer|laptop|platform|audio|video|tech\w*)\b.*"
        r"\b(?:outages?|down|issues?|problems?|troubles?|fail\w*|not work\w*|lost|dropped)\b",
        "tele_technical",
    ),
    (r"\bvacan", "vacancy"),
)
"""Longer wordings of why a session was missed. Unlike the others all of them are looked for: two reasons are none."""
_NO_MORE = r"(?:make ?ups?|comp\w*|minutes|action|service)?(?: (?:is|are|was))? ?(?:needed|required|necessary|owed|due|warranted)"
DECISION = (
    (rf"(?:\boffer\w* )?(?:but )?(?:the )?\b(?:{FAMILY}s?\b.*\b(?:declin|refus)\w*|(?:declin|refus)\w* by (?:the )?{FAMILY}s?)\b",
     "declined_by_family"),
    (rf"(?:\b(?:iep |the )*(?:team|committee)\b.*)?\b(?:no|none|not) {_NO_MORE}\b|"
     r"\b(?:team|committee)\b.* \b(?:none|no make ?ups?)\b", "team_decided_none"),
    (r"\baward\w*|\bcompensatory\b|\bcomp ed\b", "award"),
    (r"(?<!not )(?<!be )(?<!never )\boffer(?:ed)?\b", "offered"),
    (r"(?<!not )(?<!be )(?<!yet )(?<!never )\bmade ?up\b|\bmake ?ups? (?:given|done|completed|provided|delivered)\b", "made_up"),
)  # fmt: skip
"""Longer wordings of what was decided on a make-up; what is still to come is no decision."""
ABRIDGED = {
    "stu": "student", "stud": "student", "std": "student", "prov": "provider", "prvdr": "provider", "ther": "therapist",
    "clin": "clinician", "sch": "school", "schl": "school", "svc": "service", "svcs": "services", "serv": "service",
    "sess": "session", "abs": "absent", "canc": "cancelled", "cncl": "cancelled", "cx": "cancelled", "cxl": "cancelled",
    "unavail": "unavailable", "deliv": "delivered", "prvd": "provided", "mtg": "meeting",
    "pres": "present", "susp": "suspended", "exc": "excused", "excd": "excused", "unexc": "unexcused", "unex": "unexcused",
    "fld": "field", "assem": "assembly", "asmbly": "assembly", "tstg": "testing",
    "patient": "student", "client": "student", "child": "student", "pupil": "student", "learner": "student",
    "consumer": "student", "therapist": "provider", "clinician": "provider", "practitioner": "provider",
}  # fmt: skip
"""Words of an outcome written short, or by what a file calls its people -> as the list of outcomes has them."""
IN_FULL = {
    "rm": "room", "clsrm": "classroom", "clsrms": "classroom", "clrm": "classroom", "classrm": "classroom", "cls": "class",
    "tchr": "teacher", "tchrs": "teachers", "thpy": "therapy", "ther": "therapy", "tx": "therapy", "w": "with",
    "educ": "education", "genl": "general", "reg": "regular", "spec": "special", "outsd": "outside", "insd": "inside",
}  # fmt: skip
"""Words of how a service is given, written short -> in full."""
PAPERWORK = frozenset(
    ("signed", "submitted", "approved", "approval", "finalized", "final", "locked", "draft", "billed", "paid", "unsigned",
     "open", "pending", "review", "certified", "processed", "unbilled", "exported", "reviewed", "saved", "active", "inactive",
     "valid", "imported", "posted", "billable", "claimed", "bill", "nonbillable", "unbillable", "entered", "queued", "invoiced",
     "denied", "rejected", "adjudicated", "accepted", "resubmitted", "verified", "unverified", "verification", "validated",
     "unapproved", "awaiting", "authorized")
)  # fmt: skip
"""Words of the paperwork of a session, which say nothing of what became of it."""
OF_PAPERWORK = frozenset(
    ("not", "to", "ready", "non", "for", "be", "yet", "is", "by", "supervisor", "signature", "sent")
)
"""Words that say more of paperwork, and nothing by themselves: not billable, ready to bill."""
SETTLED_PAPERWORK = frozenset(
    ("signed", "submitted", "approved", "finalized", "final", "locked", "billed", "paid", "certified", "processed", "posted",
     "claimed", "invoiced", "verified", "validated")
)  # fmt: skip
"""Paperwork that nobody does for a session that is still to come."""
RECORDS = (
    r"(?:service|session|therapy|treatment|encounter|progress|clinical|daily|visit) "
    r"(?:log|note|record|tracking|entry|documentation)s?"
)
"""What says only that a row is a record of a service."""
MEETING = r"session|service|visit|treatment|tx|therapy|lesson|appointment|appt"
"""What a child is treated in, whatever it is called."""
GIVEN = (
    r"(?:delivered|provided|completed|attended|served|held|conducted|rendered|fulfilled|kept|seen|given|implemented|"
    r"administered|performed|met)"
)
AFTERWARDS = (
    (r"^(?:(?:student|child) )?(?:returned|went|sent|walked|escorted|released|back) (?:back )?to (?:class|classroom|school|"
     r"lunch|recess|room|activity)$|"
     r"^(?:(?:student|child) )?(?:remained|stayed|rested|resting) in (?:the )?(?:health|nurses?) (?:room|office)$|"
     r"^(?:remained|stayed|rested|resting) in (?:the )?(?:clinic|office)$", "school"),
    (r"^(?:(?:student|child) )?(?:(?:sent|went|dismissed|released) (?:home|to (?:home|parents?|guardian|family))|"
     r"picked up(?: by (?:the )?(?:parents?|guardian|family))?)$|"
     r"^(?:parent|guardian) picked up$|^(?:transported|sent) to (?:the )?(?:er|hospital)$|^(?:911|ems) called$", "away"),
)  # fmt: skip
"""Where a child went after a visit to the health room that was made: within the school, or away from it."""
UNTIMED = frozenset(
    ("92507", "92508", "92521", "92522", "92523", "92524", "92526", "92610", "97150", "97161", "97162", "97163", "97164", "97165",
     "97166", "97167", "97168", "t1015", "t1018")
)  # fmt: skip
"""Codes of procedures that are billed once a session, however long it was."""
MODIFIERS = {
    "go": "occupational therapy", "gn": "speech-language pathology", "gp": "physical therapy", "hq": "group setting",
}  # fmt: skip
"""What the modifiers behind a procedure's code say everywhere."""
SERVICE_OF_ROLE = {
    "OTR": "OT", "COTA": "OT", "SLP": "SLP", "SLPA": "SLP", "PT": "PT", "PTA": "PT", "AUD": "AUD", "PSYCH": "PSYCH",
    "COUNSELOR": "COUNSELING", "SOCIAL_WORKER": "SOCIAL_WORK", "NURSE": "NURSING", "TVI": "VISION", "O_AND_M": "O_AND_M",
    "TDHH": "DHH", "BCBA": "BEHAVIOR",
}  # fmt: skip
