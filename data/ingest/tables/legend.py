"""The key that a file gives to its own codes: P = Present; two columns of code and meaning."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from data.contracts.words import phrases
from data.ingest.model import Sheet, Table
from data.ingest.tables import looks
from data.ingest.tables.grid import Cells
from data.ingest.values import codes, dates, durations, names, nothing, statuses, words
from data.ingest.values.session_outcome import UNKNOWN

Legend = dict[str, str]
LONGEST_CODE, LONGEST_MEANING, MOST_COLUMNS = 6, 60, 4
_CODE = r"(?:[A-Za-z0-9✓✔√☑●○/+*#.-]{1,6})"
_EQUALS = re.compile(
    rf"(?<![\w=/])[\"'(]?({_CODE})[\"')]?\s*=\s*([^=|;\n]+?)(?=\s*[,;|.]?\s*[\"'(]?{_CODE}[\"')]?\s*=|[;|\n]|$)"
)
_ALIKE = re.compile(rf"^(?P<codes>{_CODE}(?:\s*,\s*(?:(?:and|or) )?{_CODE})+)\s*=\s*(?P<meaning>[^=\n]+)$")
"""Several codes of one meaning: S15, S20 = seen for part of it."""
_FOOTNOTE = re.compile(r"^(?P<sign>[*#†‡^~]{1,3})\s*(?P<meaning>[A-Za-z].*)$")
_BETWEEN = re.compile(r"\s*,\s*(?:(?:and|or) )?")
_PARTS = re.compile(r"\s{3,}|[\n\t;|]|,\s+(?=\S{1,6}\s*[-–:])")
_PAIR = re.compile(rf"^({_CODE})\s*(?::|-|–|\s[-–]\s)\s+?(\D.*)$")
_POINTED = re.compile(r"^(\d{1,2}[A-Za-z])\.\s+([A-Za-z].*)$")
"""A code and its meaning as a state's form lists them: 1a. General Education Setting."""
_NAMED = re.compile(r"^(?:[\w ]{0,20}\b(?:key|codes?|legend)\b)\s*[:=-]?\s*", re.IGNORECASE)
TITLE = re.compile(r"(?:\w+ ){0,2}(?:key|codes?|legend)(?: to \w+)?:?", re.IGNORECASE)
"""A cell that only says that a key follows."""
_PAIRED = 2
_CODE_HEADINGS = frozenset(
    ("code", "codes", "key", "abbreviation", "abbrev", "symbol", "letter", "value", "mark", "entry")
)


MOST_LINES = 80
"""Rows of a sheet that is nothing but a key."""


def read(rows: Iterable[Cells]) -> Legend:
    """Code in lower case -> meaning, of rows that are no records; a code that is told two meanings is left out."""
    return settled(pair for cells in rows for pair in of_row([cell for cell in cells if cell]))


def of_table(table: Table) -> Legend:
    """The key that a small table of codes and meanings gives, as on a sheet of its own; empty where it is none."""
    if table.body.num_columns not in range(2, MOST_COLUMNS + 1) or table.body.num_rows > MOST_LINES or table.melted:
        return {}
    rows = list(zip(*(column.to_pylist() for column in table.body.columns), strict=True))
    head = [tuple(table.headings)] if table.header_row is not None and not is_of_codes(table.headings[0]) else []
    pairs = [pair([cell.strip() for cell in cells if cell and cell.strip()]) for cells in (*head, *rows)]
    told = [one for one in pairs if one]
    named = is_of_codes(table.headings[0])
    return settled(told) if named or len(told) * 5 >= len(pairs) * 4 else {}


def of_lines(sheet: Sheet) -> Legend:
    """The key that a sheet of one column gives in lines of which each tells a code and its meaning (P = present), or several;
    empty where it is none."""
    filled = [column for column in sheet.cells.columns if column.null_count < len(column)]
    if len(filled) != 1 or len(sheet.cells) > MOST_LINES:
        return {}
    lines = [text for text in filled[0].to_pylist() if text and text.strip()]
    told = [text for text in lines if "=" in text and read([(text,)])]
    return read((text,) for text in told) if told and len(told) * 2 >= len(lines) else {}


def settled(pairs: Iterable[tuple[str, str]]) -> Legend:
    """Pairs as a key, without the codes that mean two things."""
    found: dict[str, set[str]] = {}
    for code, meaning in pairs:
        found.setdefault(code.strip().casefold(), set()).add(_bare(_WITH_MINUTES.sub("", meaning)))
    return {code: meanings.pop() for code, meanings in found.items() if len(meanings) == 1}


def _bare(meaning: str) -> str:
    """A meaning without the signs around it; a bracket that is opened in it is closed (Achieved (goal mastered))."""
    bare = meaning.strip(" .,;()")
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


_WITH_MINUTES = re.compile(
    r"\s*(?:&|\+|,|\band|\bwith|\bw/)\s*(?:the )?(?:number of |# of )?min(?:ute)?s?\s*$", re.IGNORECASE
)
"""What a meaning says of the number beside its code: P## = present & minutes."""


def meant(table: Table) -> Table:
    """The table with the meaning of codes that elsewhere say nothing (NA = not achieved) in their place, in columns that
    hold nothing but codes of the table's own key."""
    for place, column in enumerate(table.body.columns):
        codes_of = {text: text.strip().casefold() for text in table.texts(place)}
        silent = {text: table.legend.get(code) for text, code in codes_of.items() if nothing.is_nothing(text)}
        tells = len(silent) < len(codes_of) or all(statuses.read(meaning or "").known for meaning in silent.values())
        if silent and tells and set(codes_of.values()) <= table.legend.keys():
            table = table.filled(place, [silent.get(text, text) for text in column.to_pylist()])
    return table


def of_lengths(table: Table) -> Table:
    """The table with the meaning of marks that stand among lengths (AB under Min) in their place, where the table's own key
    says what they tell of a session."""
    for place in looks.written_for(table.headings, "sessions", "minutes") if table.legend and not table.melted else ():
        told = {text: meaning for text in table.texts(place) if (meaning := _instead_of_a_length(table, text))}
        if told and len(told) < len(table.texts(place)):
            table = table.filled(place, [told.get(text or "", text) for text in table.body.column(place).to_pylist()])
            table = table.noted(f"Marks under {table.headings[place]} are those of the file's own key.")
    return table


def _instead_of_a_length(table: Table, text: str) -> str | None:
    meaning = table.legend.get(text.strip().casefold(), "")
    is_told = bool(meaning) and durations.read(text).failed and not statuses.read(text).known
    said = statuses.read(meaning) if is_told else UNKNOWN
    return meaning if said.known and said.status == "missed" else None


def named(table: Table) -> Table:
    """The table with the names of students in place of their initials or codes (BT), where its own key gives most of those
    that stand there one."""
    for place in looks.written_for(table.headings, "sessions", "student_name") if table.legend else ():
        meanings = {text: table.legend.get(text.strip().casefold(), "") for text in table.texts(place)}
        told = {text: None if treats(meaning) else _name(meaning) for text, meaning in meanings.items()}
        if sum(map(bool, told.values())) * 2 > len(told):
            column = [told.get(text or "") or text for text in table.body.column(place).to_pylist()]
            table = table.filled(place, column).noted(
                f"{table.headings[place]}: the names that the file's own key gives."
            )
    return table


def _name(meaning: str) -> str | None:
    """A meaning that is a whole name and nothing else."""
    is_name = names.looks_whole(meaning) and meaning[:1].isupper()
    return meaning if is_name and not statuses.read(meaning).known and not codes.find(meaning, "service") else None


def initialled(table: Table) -> Table:
    """The table with who gave each session where its key says whose mark a cell holds (WA = seen by Rae Quan), and whole
    names in columns that hold nothing but such marks."""
    people = {code: name for code, meaning in table.legend.items() if (name := _whom(code, meaning))}
    table = _of_staff(table, people)
    for place in range(len(table.headings)) if people else ():
        if table.melted and table.headings[place] == table.melted[1]:
            table = _seen_by(table, place, people)
        elif table.all_are(place, lambda text: text.strip().casefold() in people):
            column = [people.get((text or "").strip().casefold()) for text in table.body.column(place).to_pylist()]
            table = _of_whom(table.filled(place, column), place)
    return table


def _of_whom(table: Table, place: int) -> Table:
    """The table with a column of names under *Who* as that of who treated, where none other is."""
    is_open = not looks.written_for(table.headings, "sessions", "provider_name")
    return table.called(place, "Provider") if is_open and words.heading(table.headings[place]) in _WHO else table


_WHO = frozenset(("who", "by", "by whom"))


def _of_staff(table: Table, people: Legend) -> Table:
    """The table with whole names in columns of who gave each session, where its key gives most of their initials one, with
    credentials or without."""
    for place in looks.written_for(table.headings, "sessions", "provider_name") if table.legend else ():
        codes_of = {text: text.strip().casefold() for text in table.texts(place)}
        told = {
            text: people.get(code) or name_of_initials(code, table.legend.get(code, ""))
            for text, code in codes_of.items()
        }
        if sum(map(bool, told.values())) * 2 > len(told):
            column = [told.get(text or "") or text for text in table.body.column(place).to_pylist()]
            table = table.filled(place, column).noted(
                f"{table.headings[place]}: the names that the file's own key gives."
            )
    return table


def treats(meaning: str) -> bool:
    """Whether a meaning names a person with credentials that say a role."""
    told = (*names.credentials(meaning), *names.credentials(_BEHIND_NAME.sub("", meaning)))
    return any(codes.find(one, "role") for one in told)


def name_of_initials(code: str, meaning: str) -> str | None:
    """The whole name that a key gives to its initials, of which a middle one may be missing."""
    bare = _BEHIND_NAME.sub("", meaning)
    name = _name(bare) if phrases("no_person").keys().isdisjoint(words.plain(bare).split()) else None
    letters = [word[0] for word in words.plain(names.provider(name) or "").split()] if name else []
    return name if name and len(code) >= len(_FIRST_AND_LAST) and not Counter(code) - Counter(letters) else None


_FIRST_AND_LAST = ("first", "last")
_SEEN_BY = re.compile(
    r"^(?:(?:was )?(?:seen|given|treated|served|provided|delivered|covered) by)\s+(?P<name>.+)$", re.IGNORECASE
)
_WITH_NUMBER = re.compile(r"^(?:(?P<first>\D+?)[\s/:-]*(?P<behind>\d{1,3})|(?P<before>\d{1,3})[\s/:-]*(?P<last>\D+))$")


_BEHIND_NAME = re.compile(r"\s*\((?:[^()]*)\)?\s*$|\s+[-–—]\s+.*$")
"""What a key says of a person behind the name: (sub), - on leave."""


def _whom(code: str, meaning: str) -> str | None:
    """The person whose mark a code of letters is, by the key: it says seen by, or the code is the initials of a name with
    credentials (VP = Verbal Prompt is nobody)."""
    match = _SEEN_BY.match(meaning)
    name = _BEHIND_NAME.sub("", match["name"] if match else meaning)
    bare = names.provider(name) or ""
    is_name = names.looks_whole(bare) and name[:1].isupper() and bare.split()[-1][0].isupper()
    if not is_name or not code.isalpha() or statuses.read(meaning).known or codes.find(bare, "service"):
        return None
    letters = sorted(word[0] for word in words.plain(bare).split())
    return name if match or (treats(name) and sorted(code) == letters) else None


def _seen_by(table: Table, place: int, people: Legend) -> Table:
    """A grid with the marks of people as sessions given, and those people as who gave them."""
    told = []
    for text in table.body.column(place).to_pylist():
        bare = (text or "").strip()
        match = _WITH_NUMBER.match(bare)
        mark, number = (match["first"] or match["last"], match["behind"] or match["before"]) if match else (bare, None)
        who = people.get(mark.strip().casefold())
        told.append((number or "seen", who) if who else (text, None))
    if not any(who for _, who in told):
        return table
    found = [at for at in range(len(table.headings)) if table.headings[at] == "Provider"]
    others = table.body.column(found[0]).to_pylist() if found else [None] * len(told)
    givers = [who or other for (_, who), other in zip(told, others, strict=True)]
    table = table.filled(place, [text for text, _ in told]).noted("Initials in the grid are of who saw the student.")
    return table.filled(found[0], givers) if found else table.also("Provider", givers)


def is_of_codes(heading: str) -> bool:
    """Whether a heading is of codes, marks or the like."""
    return bool(_CODE_HEADINGS & set(words.heading(heading).split()))


def heads_key(cells: list[str]) -> bool:
    """Whether cells are the headings of a key: one of codes, and behind it one of what they mean (Code, Meaning)."""
    return words.heading(cells[0]) in _CODE_HEADINGS and words.heading(cells[1]) in _MEANING_HEADINGS - {"name"}


def is_of_meanings(heading: str) -> bool:
    """Whether a heading is of what codes mean."""
    return bool(_MEANING_HEADINGS & set(words.heading(heading).split()))


_MEANING_HEADINGS = frozenset(
    ("meaning", "means", "meanings", "description", "definition", "stands", "explanation", "name")
)


def of_row(cells: list[str]) -> Iterator[tuple[str, str]]:
    """The codes and meanings that the cells of a row tell, behind its title (Key:) where that is a cell of its own."""
    cells = cells[1:] if len(cells) > _PAIRED and TITLE.fullmatch(cells[0].strip()) else cells
    if two := pair(cells):
        yield two
        return
    for cell in cells:
        bare = _MINUTES_BEHIND.sub("", _NAMED.sub("", cell))
        if (note := _FOOTNOTE.match(bare)) and statuses.read(note["meaning"]).known:
            yield note["sign"], note["meaning"]
            continue
        if pointed := _POINTED.match(bare):
            yield pointed[1], pointed[2]
            continue
        if alike := _ALIKE.match(bare):
            yield from ((code, alike["meaning"]) for code in _BETWEEN.split(alike["codes"]))
            continue
        if bidden := _bidden(bare):
            yield from bidden
            continue
        if equal := _EQUALS.findall(bare):
            yield from equal
            continue
        if tight := _tight(bare):
            yield from tight
            continue
        for part in _PARTS.split(bare):
            if (match := _PAIR.match(part.strip())) and not _says_who(match[1], match[2]):
                yield match[1], match[2]


_BIDS = re.compile(r"\b(?:place|put|mark|enter|write|use|record|insert|type)\b", re.IGNORECASE)
_FOR = r"(?:only )?(?:for|if|when|whenever|where|to show|to indicate)"
_BIDDEN = re.compile(
    rf"(?<![\w-])[\"'“‘(]?(?P<code>[A-Z]{{1,4}}|[x✓✔√☑])[\"'”’)]?\s+{_FOR}\s+(?:(?:that|each|every|any|all|an?|the)\s+)*"
    rf"(?P<meaning>[^.;:,\n]{{3,60}}?)(?=\s*(?:[.;:,\n]|$|\s(?:and|or)\s+[\"'“‘(]?(?:[A-Z]{{1,4}}|x)[\"'”’)]?\s+{_FOR}\s))"
)
"""How a sentence above or below a grid tells its codes: Place an X for each session provided, A if absent."""


_FORBIDS = re.compile(r"\b(?:not|never|no|without|instead of|rather than|avoid)\b|n['’]t\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:\n]")


def _bidden(text: str) -> list[tuple[str, str]]:
    """The codes that a sentence bids somebody to write, with what for: only those that say how a session went. What it
    forbids (Do not mark an X if absent) tells no code."""
    found = _BIDDEN.finditer(text) if _BIDS.search(text) else ()
    return [
        (one["code"], one["meaning"])
        for one in found
        if statuses.read(one["meaning"]).known and not _FORBIDS.search(_SENTENCE_END.split(text[: one.start()])[-1])
    ]


def is_key(cells: list[str]) -> bool:
    """Whether two cells or more tell nothing but a code and its meaning each: P = present, A = absent."""
    told = [list(of_row([cell])) for cell in cells]
    known = all(
        "=" in cell or statuses.read(pairs[0][1]).known for cell, pairs in zip(cells, told, strict=True) if pairs
    )
    return len(cells) > 1 and all(told) and known


_MINUTES_BEHIND = re.compile(r"(?<=\S)\s*[(#]\s*(?:min(?:ute)?s?|#|mm)?\.?\)?(?=\s*=)", re.IGNORECASE)
"""What a key says of the number behind a code: P (min) = provided."""
_TIGHT = re.compile(r"([A-Z✓+*]{1,4}|[a-z])[-–:]([A-Za-z][A-Za-z' /]{2,})")


def _tight(text: str) -> list[tuple[str, str]]:
    """The pairs of a key without spaces before its meanings (D-direct, SA-student absent); none where a part is no pair, or
    where all mean the same (A-day, B-day)."""
    parts = [part.strip(" .") for part in re.split(r"[,;|\n]|\s{3,}", text) if part.strip(" .")]
    if len(parts) == 1 and _are_of_sessions(alone := _BEFORE_CODE.split(text)):
        parts = alone
    found = [(match[1], match[2]) for part in parts if (match := _TIGHT.fullmatch(part))]
    told = len(found) == len(parts) and len({meaning for _, meaning in found}) > 1
    return found if told and not any(_says_who(*one) for one in found) else []


_BEFORE_CODE = re.compile(r"\s+(?=(?:[A-Z✓+*]{1,4}|[a-z])[-–:][A-Za-z])")


def _are_of_sessions(parts: list[str]) -> bool:
    """Whether parts of a line that nothing but blanks keep apart are a key: two or more, and most of them say how a session
    went (A-absent H-holiday)."""
    told = [statuses.read(match[2]).known for part in parts if (match := _TIGHT.fullmatch(part))]
    return len(parts) > 1 and len(told) == len(parts) and sum(told) * 2 > len(parts)


def _says_who(code: str, meaning: str) -> bool:
    """Whether a service or role rather stands before who gives it: OT - Conrad Pryce, OTR/L."""
    known = codes.find(code, "role") or codes.find(code, "service")
    of_service = codes.find(meaning, "service") or codes.find(meaning, "role")
    return known is not None and of_service is None and names.looks_whole(meaning) and not statuses.read(meaning).known


_RATIO = re.compile(r"[1-9]:[1-9]")
"""Weeks of one way to those of another, or students to who teaches them: 3:1."""


def pair(cells: list[str]) -> tuple[str, str] | None:
    """A row of a code and its meaning in two cells, the second one in words."""
    if (
        len(cells) < 2
        or not (re.fullmatch(_CODE, cells[0]) or _RATIO.fullmatch(cells[0]))
        or dates.looks_like(cells[0])
    ):
        return None
    code, meaning = cells[0], cells[1].lstrip("=-–: ")
    is_meaning = len(meaning) <= LONGEST_MEANING and re.search(r"[A-Za-z]{3}", meaning) is not None
    return (code, meaning) if is_meaning and len(cells) <= MOST_COLUMNS - 1 else None
