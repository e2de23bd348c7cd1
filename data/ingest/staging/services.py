"""Service, kind, setting and grouping where their own columns don't say them: by role, heading, sheet or words."""

import re
from itertools import pairwise

import pyarrow as pa

from data.contracts.datasets import GROUPINGS, SERVICES
from data.ingest.mapping import says
from data.ingest.staging.columns import Heading
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.values import codes, families, flags, group_sizes, names, numbers, said_of_all, statuses
from data.ingest.values.vocabulary import SERVICE_OF_ROLE
from data.ingest.values.words import plain, said_by

NO_SERVICE = "(no service)"
_CONSULT = re.compile(r"\b(?:indirect|consult\w*|on behalf of)\b")
_INDIRECT_SETTINGS = ("consult_staff", "consult_family", "indirect")
_BY_WORDS = ("tele", "push_in", "pull_out", "co_teach", "consult_staff", "consult_family")
_PLACE = re.compile(r"\b(?:in|within|inside|outside|at)\b[^,;.]*", re.IGNORECASE)
"""Where a service is given: a resource room makes no other service of it."""
_FILE_END = re.compile(r"\.[A-Za-z0-9]{2,4}$")


def settle(work: Work, *, by_lines: bool) -> None:
    """Fill in what the columns of service, kind, setting and grouping leave open.

    ``by_lines``: a kind that nothing says stays null (the student's lines decide when figures are made); else it is
    direct, and the row's ``kind_assumed`` is true.
    """
    _service(work)
    _kind(work, by_lines=by_lines)
    _setting(work)
    _grouping(work)


def _service(work: Work) -> None:
    said = work.said("service")
    named = _of_lines(work)
    around = None if work.at("service") or said else of_names(work)
    own = work.value("service")
    by_heading = said is not None and _are_several(work)
    first = (said, own) if by_heading else (own, said)
    if by_heading:
        _without_doubts(work)
    told = (*first, named, _of_role(work, around), *_of_words(work, around))
    parts = [part for part in told if part]
    if around:
        parts.append(literal(around))
        work.assumptions.append(f"No column says the service: taken as {around}, from the name of the sheet or file.")
    elif alike := _of_the_others(work):
        parts.append(literal(alike))
        work.assumptions.append(f"Rows that name no service are taken as {alike}, as all others and the title are.")
    answer = (work.answer(NO_SERVICE) or "").upper()
    parts += [literal(answer)] if answer in SERVICES else []
    work.told_services = [part for part in parts if part != named]
    work.fields["service"] = f"cast(coalesce({', '.join(parts)}) as varchar)" if parts else "cast(null as varchar)"
    question = work.ask("code", NO_SERVICE, "Which service are the rows that name none?", SERVICES)
    work.rules.append(
        Rule(work.heading("service"), "no_service", "it isn't said which service this is", "wait",
             f"{work.fields['service']} is null", question=question, unless=(work.heading("service"),))
    )  # fmt: skip


def _are_several(work: Work) -> bool:
    """Whether the headings of amounts name several services: then each says whose its own is, and a column of services
    beside them (Program: RSP) something else of the student."""
    told = (dict(says.said(heading, "amount_minutes", "service_lines")) for heading in work.table.headings)
    return work.dataset.name == "service_lines" and len({one["service"] for one in told if "service" in one}) > 1


def _without_doubts(work: Work) -> None:
    """What nobody knows in a column of services is neither asked nor waited for where the heading of the amount says it."""
    places = {heading.place for heading in work.at("service")}
    for one in work.definitions:
        if one.place in places and one.question:
            work.questions.pop(one.question, None)
    work.definitions = [one for one in work.definitions if one.place not in places]


def _of_lines(work: Work) -> str | None:
    """SQL: the service of the line on file that a session names, whose kind is ``line_kind`` then."""
    heading = next(iter(work.at("line_id")), None)
    told = [work.context.lines.get(text.strip()) for text in heading.texts] if heading else []
    if heading is None or not any(told):
        return None
    work.decide(
        "lines",
        {"key": f"b.k{heading.place}"},
        lambda key: dict(zip(_OF_LINES, (told[key] if key >= 0 else None) or (None, None), strict=True)),
        dict.fromkeys(_OF_LINES, pa.string()),
    )
    work.assumptions.append(f"The service is that of the line under {heading.heading}, where no column says it.")
    return "line_service"


_OF_LINES = ("line_service", "line_kind")


def _of_the_others(work: Work) -> str | None:
    """The service of all rows that name one, where the titles name the same."""
    told = {codes.find(text, "service") for heading in work.at("service") for text in heading.texts}
    named = of_names(work) if len(told) == 1 else None
    return named if named in told else None


_ALSO_GIVES = {"COUNSELING": ("SOCIAL_WORK", "PSYCH")}
"""Services that those of other services give as well: where titles name one, their credentials say nothing else."""


def _of_words(work: Work, around: str | None) -> list[str]:
    """SQL: the one service that a frequency names (OT: 30 min weekly), or that a provider's credentials give; ``around``
    is what titles name."""
    yields = _ALSO_GIVES.get(around or "", ())
    found = []
    for heading in work.at("frequency", "provider_name"):
        told = {key: code for key, text in enumerate(heading.texts) if (code := _named_service(heading.field, text))}
        told = {key: code for key, code in told.items() if heading.field == "frequency" or code not in yields}
        cases = " ".join(f"when {key} then '{code}'" for key, code in told.items())
        found += [f"case k{heading.place} {cases} end"] if cases else []
    return found


def _named_service(field: str, text: str) -> str | None:
    if field == "frequency":
        return codes.find(text, "service") or codes.find(_PLACE.sub(" ", text), "service")
    credentials = {code for word in names.credentials(text) if (code := codes.find(word, "role"))}
    return SERVICE_OF_ROLE.get(credentials.pop()) if len(credentials) == 1 else None


def _of_role(work: Work, around: str | None) -> str | None:
    role = work.value("provider_role")
    if role is None:
        return None
    yields = _ALSO_GIVES.get(around or "", ())
    given = {code: service for code, service in SERVICE_OF_ROLE.items() if service not in yields}
    cases = " ".join(f"when '{code}' then '{service}'" for code, service in given.items())
    return f"case {role} {cases} end"


def of_names(work: Work) -> str | None:
    """The one service that the sheet's name and titles name, else the one of the file's name."""
    for texts in ((work.table.sheet, *work.table.notes), (_FILE_END.sub("", work.context.file_name),)):
        found = {code for text in texts if (code := _of_title(text))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _of_title(text: str) -> str | None:
    """The service that a title names; Special Education and Related Services are all of them."""
    code = codes.find(text, "service")
    return None if code == "SDI" and "related service" in plain(text) else code


def _kind(work: Work, *, by_lines: bool) -> None:
    parts = [part for part in (work.value("kind"), work.said("kind")) if part]
    words = [f"case when {sql} then 'indirect' end" for sql in _consults(work)]
    words += [f"case when {sql} then 'direct' end" for sql in _directs(work)]
    if setting := work.value("setting"):
        listed = ", ".join(f"'{one}'" for one in _INDIRECT_SETTINGS)
        words.append(f"case when {setting} in ({listed}) then 'indirect' end")
    words += _treated(work) if by_lines else []
    words += ["line_kind"] if work.has("line_kind") else []
    words += _of_all(work, "kind")
    told = f"coalesce({', '.join((*parts, *words))})" if parts or words else "cast(null as varchar)"
    work.fields["kind"] = f"cast({told} as varchar)" if by_lines else f"coalesce({told}, 'direct')"
    if not by_lines:
        work.extra["kind_assumed"] = f"{told} is null"
        work.assumed_where.append(("kind_assumed", "{rows} without direct or indirect: taken as direct."))


def _treated(work: Work) -> list[str]:
    """SQL: direct where a student was pulled out or visited in class, in a column that elsewhere says consult."""
    found = []
    for heading in work.at("setting"):
        told = [codes.find(text, "setting") for text in heading.texts]
        keys = [str(key) for key, code in enumerate(told) if code in _OF_TREATMENT]
        if keys and any(code in _INDIRECT_SETTINGS for code in told):
            found.append(f"case when k{heading.place} in ({', '.join(keys)}) then 'direct' end")
    return found


_OF_TREATMENT = ("push_in", "pull_out", "co_teach")
_AMOUNTS = ("amount_minutes", "line_minutes", "minutes_per_session", "cycle")
"""Columns of numbers and periods, whose cells may say more in words: 15 min consult/mo."""


def _consults(work: Work) -> list[str]:
    """SQL conditions: a cell of service, frequency or amount says consult, indirect or on behalf of."""
    found = []
    for heading in work.at("service", "frequency", "grouping", *_AMOUNTS):
        keys = [key for key, text in enumerate(heading.texts) if _CONSULT.search(plain(text))]
        if keys:
            found.append(f"k{heading.place} in ({', '.join(map(str, keys))})")
    return found


def _directs(work: Work) -> list[str]:
    """SQL conditions: a cell of service or amount says direct, or treatment where others of its column say consult."""
    found = []
    for heading in work.at("service", "frequency", *_AMOUNTS):
        told = [plain(text) for text in heading.texts]
        says = _OF_DIRECT if any(map(_CONSULT.search, told)) else frozenset({"direct"})
        keys = [key for key, text in enumerate(told) if says & set(text.split()) and not _CONSULT.search(text)]
        if keys:
            found.append(f"k{heading.place} in ({', '.join(map(str, keys))})")
    return found


_OF_DIRECT = frozenset({"direct", "treatment", "tx", "individual", "group"})


def _setting(work: Work) -> None:
    parts = [part for part in (work.value("setting"), work.said("setting"), *_named_settings(work)) if part]
    parts += _of_all(work, "setting")
    if not parts and work.dataset.name == "sessions" and (title := _of_teletherapy(work)):
        parts.append("'tele'")
        work.assumptions.append(f"No column says where: taken as teletherapy, from the title {title}.")
    if parts:
        work.fields["setting"] = f"coalesce({', '.join(parts)})"


_ONLY_SOME = re.compile(r"\b(?:in person|onsite|on site|face to face|and|or|no|not|hybrid|phone|telephone)\b")


def _of_teletherapy(work: Work) -> str | None:
    """The title, sheet or file name by which all sessions of a log are given from afar: Teletherapy Session Log."""
    titles = (*work.table.notes, work.table.sheet, _FILE_END.sub("", work.context.file_name))
    told = (title for title in titles if codes.find(title, "setting") == "tele")
    return next(
        (title for title in told if not _ONLY_SOME.search(plain(title)) and not _OF_A_TOOL.search(plain(title))), None
    )


_OF_A_TOOL = re.compile(
    r"\b(?:virtual|online|remote|electronic|digital) (?:(?:[a-z]+ ){0,3}"
    r"(?:entry|entries|forms?|portal|systems?|tool|app|platform|charting|exports?|extract|download|dashboard|database)|"
    r"(?:logs?|log ?books?|notes?|records?|notebook|journal|file|binder|register))\b"
)
"""Words of where rows were entered or kept, which say nothing of where sessions were: Virtual Session Entry, Online Log."""


def _named_settings(work: Work) -> list[str]:
    """SQL: where a cell of service, kind, grouping or amount says how it is given (``Teletherapy - Individual``)."""
    found = []
    for heading in work.at("service", "kind", "grouping", "frequency", *_AMOUNTS):
        told = {
            key: code
            for key, text in enumerate(heading.texts)
            if (code := _how_given(heading.field, text)) in _BY_WORDS
        }
        cases = " ".join(f"when {key} then '{code}'" for key, code in told.items())
        found += [f"case k{heading.place} {cases} end"] if cases else []
    for heading in work.at("status"):
        told = {key: code for key, text in enumerate(heading.texts) if (code := statuses.way_of(text)) in _BY_WORDS}
        cases = " ".join(f"when {key} then '{code}'" for key, code in told.items())
        found += [f"case k{heading.place} {cases} end"] if cases else []
    return found


def _how_given(field: str, text: str) -> str | None:
    """The setting that a cell names; among the numbers of an amount a word or two may (2x30 PO; 2x30 separate location)."""
    said = codes.find(text, "setting")
    if said or field not in ("frequency", *_AMOUNTS):
        return said
    told = [word for word in plain(text).split() if word.isalpha()]
    words = {*map(" ".join, pairwise(told)), *told} - _OF_WHAT
    named = {code for word in words if (code := codes.find(word, "setting"))}
    return named.pop() if len(named) == 1 else None


_OF_WHAT = frozenset(("in", "out", "inside", "outside"))
"""Words that say a place only with what follows them: 60 minutes in two sessions."""


def _grouping(work: Work) -> None:
    """Individual or group from its own column, else from the number of students (words like Group of 3 tell it): four who
    came to an *Individual counseling* were a group."""
    column = "session_grouping" if work.dataset.name == "sessions" else "line_grouping"
    size_field = "group_size" if work.dataset.name == "sessions" else "group_max"
    sizes_told = [heading for heading in work.at("grouping") if not flags.are_ticks(heading.heading, heading.texts)]
    for heading in sizes_told:
        _numbered(work, heading)
    bands = _bands(work) if work.dataset.name == "service_lines" else []
    size, named = work.value(size_field), work.value("grouping", "w")
    numbered = [f"n{heading.place}" for heading in sizes_told]
    sizes = [part for part in (size, named, *numbered, *bands, *_named_sizes(work)) if part]
    sized = [_grouped(heading) for heading in work.at(size_field)]
    own = [part for part in (work.value("grouping"), work.said("grouping"), *sized) if part]
    by_name = _named_groupings(work)
    if sizes:
        number = f"coalesce({', '.join(sizes)})"
        work.fields[size_field] = f"cast({number} as integer)"
        several, one = f"case when {number} > 1 then 'group' end", f"case when {number} = 1 then 'individual' end"
        if work.dataset.name == "sessions":
            by_name = [several, *by_name, one]
        else:
            by_name += [several, one]
    if own := own + by_name + _of_all(work, "grouping"):
        work.fields[column] = f"cast(coalesce({', '.join(own)}) as varchar)"


def _remarks(work: Work) -> list[str]:
    """The remarks beside rows, whole and in their words."""
    places = [at for at, one in enumerate(work.table.headings) if said_by(one) & families.REMARKS]
    texts = [text for at in places for text in work.table.texts(at)]
    return [*texts, *(word for text in texts for word in text.split())]


def _of_all(work: Work, topic: str) -> list[str]:
    """SQL: what titles and remarks say of all rows (all 1:1, pull-out), for those that say nothing else, which is told; none
    where it is said unless noted, and remarks of rows note something of it."""
    told = {code: note for note in work.table.notes if (code := said_of_all.told(note).get(topic))}
    if len(told) != 1:
        return []
    ((code, note),) = told.items()
    if code == "group" and _is_of_others_too(work):
        return []
    if said_of_all.has_exceptions(note) and any(codes.find(text, topic) for text in _remarks(work)):
        return []
    sentence = f"{topic.capitalize()} of the rows that tell none, as {note.strip()!r} says of all."
    work.assumptions += [sentence] if sentence not in work.assumptions else []
    return [literal(code)]


def _is_of_others_too(work: Work) -> bool:
    """Whether beside a title of groups another one is of individuals, or titles stand among the rows, which may be of these."""
    first = min(work.table.row_numbers.to_pylist(), default=0)
    among = any(one.reason == "section title" and one.row > first for one in work.table.left_out)
    return among or any(map(said_of_all.is_of_individuals, work.table.notes))


def _named_sizes(work: Work) -> list[str]:
    """SQL: how many students a cell of a session's service names (Group of 3)."""
    found = []
    for heading in work.at("service", "kind", "grouping", "status") if work.dataset.name == "sessions" else ():
        told = {key: match[1] for key, text in enumerate(heading.texts) if (match := _GROUP_OF.search(plain(text)))}
        cases = " ".join(f"when {key} then {size}" for key, size in told.items())
        found += [f"case k{heading.place} {cases} end"] if cases else []
    return found


def _grouped(heading: Heading) -> str | None:
    """SQL: individual or group where a cell of a size says so in words or as a ratio (1:1, Small group)."""
    told = {key: code for key, text in enumerate(heading.texts)
            if numbers.to_float(text) is None and (code := codes.find(text, "grouping"))}  # fmt: skip
    cases = " ".join(f"when {key} then '{code}'" for key, code in told.items())
    return f"case k{heading.place} {cases} end" if cases else None


def _bands(work: Work) -> list[str]:
    """SQL: the most students together that a cell of an amount, service or grouping names (3 x 30 : 2, Group (5:1))."""
    found = []
    for heading in work.at("frequency", "service", "grouping", "kind"):
        told = {key: most for key, text in enumerate(heading.texts) if (most := group_sizes.read(text))}
        cases = " ".join(f"when {key} then {most}" for key, most in told.items())
        found += [f"case k{heading.place} {cases} end"] if cases else []
    return found


def _named_groupings(work: Work) -> list[str]:
    """SQL: individual or group where a cell of service, amount or place says so (``Individual counseling``)."""
    found = []
    for heading in work.at("service", "frequency", "kind", "setting", *_AMOUNTS):
        for grouping in GROUPINGS:
            keys = [key for key, text in enumerate(heading.texts) if _grouping_in(text, heading) == grouping]
            if keys:
                listed = ", ".join(map(str, keys))
                found.append(f"case when k{heading.place} in ({listed}) then '{grouping}' end")
    return found


def _grouping_in(text: str, heading: Heading) -> str | None:
    if heading.field == "kind" and plain(text) == codes.IND:
        return "individual" if codes.of_ind(heading.texts, heading.heading) == "individual" else None
    words = _ONE_TO_ONE.sub("individual", _GROUP_HOME.sub(" ", plain(text))).split()
    said = {word for word in words if word in ("individual", "individually", "indiv", "group", "groups", "grp", "grps")}
    if codes.IND in words and (
        codes.is_direct_ind(text) or codes.of_ind(heading.texts, heading.heading) == "individual"
    ):
        said.add("individual")
    return None if len(said) != 1 else "group" if said.pop().startswith("gr") else "individual"


_GROUP_HOME = re.compile(r"\bgroup homes?\b")
_ONE_TO_ONE = re.compile(r"(?:(?<=^)|(?<=[a-z] ))1 1(?= [a-z]|$)|\bone (?:on|to) one\b")
_GROUP_OF = re.compile(r"\b(?:group|grp) (?:of|size) (\d{1,2})\b")


def _numbered(work: Work, heading: Heading) -> None:
    """A bare number under grouping is the number of students."""
    numbers = [int(text.strip()) if re.fullmatch(r"\s*\d{1,2}\s*", text) else None for text in heading.texts]
    work.definitions = [one for one in work.definitions if one.place != heading.place or numbers[one.key] is None]
    work.decide(
        f"size{heading.place}",
        {"key": f"b.k{heading.place}"},
        lambda key: {f"n{heading.place}": numbers[key] if key >= 0 else None},
        {f"n{heading.place}": pa.int32()},
    )
