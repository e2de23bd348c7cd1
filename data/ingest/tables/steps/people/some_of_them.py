"""What a cell says of some of a row's own students by their first names (Ada absent; all but Bo): told apart for each."""

import re
from collections import Counter
from collections.abc import Sequence

from data.ingest.model import Table
from data.ingest.tables.steps.people import names_in_cell, rollcall
from data.ingest.tables.steps.sessions import marks
from data.ingest.values import names, nothing, statuses, words

Said = dict[str, str]
"""A student's name as its row has it -> what is said of that one alone."""
_MISSED, _ABSENT = "missed", "absent"
_EXCEPT = re.compile(
    r"(?:all|everyone|everybody|both|group|whole group)(?: (?:here|present|came|there|attended|seen))? "
    r"(?:but|except(?: for)?|minus|without)|no|not|without|minus"
)
_REST = re.compile(
    r"\s*\b(?:the )?(?:rest|others?|all others|everyone else)(?: (?:was|were|is|are))? (?:here|present|came|seen|there|fine)$"
)
_ONLY, _HERE = ("only", "just"), ("", "here", "present", "came", "seen", "attended", "there")
_FILLERS = re.compile(r"\b(?:was|were|is|are|and|today)\b")
_MENTION = re.compile(r"((?:@\d+\s*)+)")


def apart(table: Table) -> Table:
    """The table with a record for each student of its groups, where some cell of another column says of some of them that
    they weren't there: the others were. A cell that speaks of the whole group says the same of each; as it is elsewhere."""
    place = next((at for at in names_in_cell.of_students(table) if _holds_groups(table, at)), None)
    if place is None:
        return table
    groups = names_in_cell.listed(table, place)
    everybody = list(dict.fromkeys(name for group in groups for name in group))
    for at, heading in enumerate(table.headings):
        texts = table.body.column(at).to_pylist() if at != place else []
        absent = rollcall.is_of_absent(heading)
        said = [_told(text or "", group, absent) or _of_others(text or "", group, everybody)
                for text, group in zip(texts, groups, strict=False)]  # fmt: skip
        unclear = absent and any(
            not own and not nothing.is_nothing(text) for own, text in zip(said, texts, strict=False)
        )
        if any(said) and not unclear:
            texts = [marks.HERE if absent and nothing.is_nothing(text) else text for text in texts]
            came = [len(group) if len(group) > 1 or not own.keys() - set(group) else 0
                    for group, own in zip(groups, said, strict=True)]  # fmt: skip
            groups = [[*group, *(name for name in own if name not in group)]
                      for group, own in zip(groups, said, strict=True)]  # fmt: skip
            told = [
                [own.get(name, marks.HERE if own else text) for name in group]
                for text, group, own in zip(texts, groups, said, strict=True)
            ]
            note = f"{heading} says of some of {table.headings[place]} that they weren't there."
            each = names_in_cell.exploded(table, place, groups, {at: told}, came).noted(note)
            return each.called(at, "Session Status") if absent else each
    return table


def _of_others(text: str, group: Sequence[str], everybody: Sequence[str]) -> Said:
    """What a text says of students of other rows alone who weren't there (Bo absent, beside Ada; Cy): they would have been
    of this group."""
    said = _told(text, everybody, absent=False)
    bare = f" {words.plain(text)} "
    called = {everybody[place] for one, place in _short(everybody).items() if said and f" {one} " in bare}
    are_others = said.keys() <= called and not said.keys() & set(group)
    return said if are_others and all(map(_is_missed, said.values())) else {}


def _holds_groups(table: Table, place: int) -> bool:
    return any(len(names_in_cell.parts(text)) > 1 for text in table.texts(place))


def _told(text: str, group: Sequence[str], absent: bool) -> Said:
    """What a text says of some of a group; nothing where it speaks of all, or where a part of it isn't understood.
    ``absent``: it stands under a heading of those who weren't there."""
    forms = _short(group) if text and len(group) > 1 else {}
    called = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    bare = " ".join(_FILLERS.sub(" ", _REST.sub("", words.plain(text))).split()) if forms else ""
    lead, *parts = _MENTION.split(re.sub(rf"\b(?:{called})\b", lambda match: f"@{forms[match[0]]}", bare))
    mentions = [[group[int(number)] for number in part.replace("@", " ").split()] for part in parts[::2]]
    return _meaning(lead.strip(), mentions, [one.strip() for one in parts[1::2]], group, absent) if mentions else {}


def _meaning(lead: str, mentions: list[list[str]], said: list[str], group: Sequence[str], absent: bool) -> Said:
    """What is said of the ``mentions``, each before its words, the first one behind the ``lead``."""
    first, alone = mentions[0], len(mentions) == 1
    if lead in ("", *_ONLY) and all(map(_is_missed, said)):
        return {name: what for own, what in zip(mentions, said, strict=True) for name in own}
    if alone and ((lead in _ONLY and said[0] in _HERE) or (not lead and said[0] in _ONLY)):
        return {name: _MISSED for name in group if name not in first}
    if alone and _EXCEPT.fullmatch(lead) and said[0] in _HERE:
        return dict.fromkeys(first, _MISSED)
    if alone and not said[0] and (_is_missed(lead) or (absent and not lead)):
        return dict.fromkeys(first, lead or _ABSENT)
    return {}


def _is_missed(text: str) -> bool:
    said = statuses.read(text) if text else None
    return said is not None and said.known and said.status == "missed"


def _short(group: Sequence[str]) -> dict[str, int]:
    """What each of a group may be called in short, by their place in it; what two of them may be called is nobody's."""
    found: list[tuple[str, int]] = []
    for place, name in enumerate(group):
        said = names.read(name)
        first, last = words.plain(said.first or ""), words.plain(said.last or "")
        if first and last:
            called = {first, f"{first} {last[:1]}", f"{first} {last}", f"{last} {first}"}
            found += [(one, place) for one in called]
    counted = Counter(one for one, _ in found)
    return {one: place for one, place in found if counted[one] == 1}
