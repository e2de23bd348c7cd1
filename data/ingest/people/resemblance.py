"""Whether two written names mean one person: certainly, perhaps, or not."""

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.ingest.people import nicknames

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
MOST_OF_INITIALS = 5
_INITIALS = re.compile(r"^(?:[A-Z][. ]*){2,3}$|^[A-Z]\.?, ?[A-Z]\.?$")
LONG = 10
"""Names of so many letters may differ in two places and still resemble; shorter ones in one."""


def words(text: str | None) -> tuple[str, ...]:
    """The words of a name without accents, case, marks and suffixes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    apart = "".join(c if c.isalnum() else "" if c in "'’`." else " " for c in plain.casefold())
    return tuple(word for word in apart.split() if word not in _SUFFIXES)


def initials(name: str) -> list[str]:
    """The initials in small letters of a name that is nothing else (W.A., WA, W A); none of any other name."""
    bare = name.strip()
    return [letter.lower() for letter in bare if letter.isalpha()] if _INITIALS.match(bare) else []


@dataclass(frozen=True)
class Person:
    """A person as some file names them; ``letters`` are the words of the whole name, sorted."""

    person_id: str
    shown: str
    letters: tuple[str, ...]
    birth_date: date | None = None
    school: str | None = None
    seen_at: str | None = None
    """The school of a session or line, which tells namesakes apart and sets nobody apart."""
    is_apart: bool = False
    """Whether a file has a namesake at another school at the same time: the school is part of who this is."""

    @classmethod
    def of(
        cls,
        person_id: str,
        last: str | None,
        first: str | None,
        full: str | None,
        birth_date: date | None,
        school: str | None,
        seen_at: str | None = None,
        is_apart: bool | None = None,
    ) -> "Person":
        """A person from the parts of a name, or the whole."""
        shown = ", ".join(part.strip() for part in (last, first) if part and part.strip()) or (full or "").strip()
        letters = tuple(sorted(words(last) + words(first) or words(full)))
        shown += f" ({str(school).strip()})" if is_apart else ""
        there, at = (one.strip().casefold() if one else None for one in (school, seen_at))
        return cls(person_id, shown, letters, birth_date, there, at, bool(is_apart))

    @property
    def alias(self) -> str:
        """The key under which an answer about this spelling is remembered."""
        there = f" @{self.school}" if self.is_apart else ""
        return f"{' '.join(self.letters)}{there}|{self.birth_date or ''}"

    def own_id(self, kind: str) -> str:
        """The stable id of a new person: from the name, and the birth date or else the school."""
        told = str(self.birth_date or self.school or "")
        return "N-" + hashlib.sha256("|".join((kind, *self.letters, "", told)).encode()).hexdigest()[:12]

    def named(self, person_id: str) -> "Person":
        """The same person under an id."""
        return replace(self, person_id=person_id)

    def same_birth(self, other: "Person") -> bool | None:
        """Whether the birth dates agree; None where one is unknown."""
        return None if None in (self.birth_date, other.birth_date) else self.birth_date == other.birth_date

    def same_school(self, other: "Person") -> bool | None:
        """Whether the schools agree; None where one is unknown."""
        return None if None in (self.school, other.school) else self.school == other.school


@dataclass(frozen=True)
class Match:
    """The id of the one certain match, or else those who resemble."""

    certain: str | None = None
    candidates: list[Person] = field(default_factory=list)


class Index:
    """The persons known, by name; one who was named in several ways is known by each, the first being the latest."""

    def __init__(self, known: list[Person], aliases: dict[str, str]) -> None:
        self._aliases = aliases
        self._joined: dict[str, set[str]] = defaultdict(set)
        for alias, person_id in aliases.items():
            self._joined[alias.partition("|")[0]].add(person_id)
        self._by_id = {person.person_id: person for person in reversed(known)}
        self._schools = {person.school for person in known}
        self._beside: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._spellings: dict[str, list[Person]] = defaultdict(list)
        for person in known:
            self._enter(person)
            self._spellings["".join(person.letters)].append(person)

    def add(self, person: Person) -> None:
        """A person of the batch itself; others of the same batch who are merely spelt alike stay apart."""
        self._enter(person)
        for word in set(person.letters):
            self._beside[word].append(person)

    def knows(self, person_id: str) -> bool:
        """Whether the ledger has that person already."""
        return person_id in self._by_id

    def beside(self, person: Person) -> list[Person]:
        """Persons of the same batch with a name in common and the rest spelt alike, whom neither birth date nor school
        sets apart."""
        written = "".join(person.letters)
        near = {one.person_id: one for word in person.letters for one in self._beside.get(word, ())}
        return [
            one
            for one in near.values()
            if one.letters != person.letters
            and OSA.distance(written, "".join(one.letters)) <= _most(written)
            and False not in (person.same_birth(one), person.same_school(one))
        ]

    def apart(self, person: Person) -> list[Person]:
        """The namesakes at other schools from whom a file tells a person apart, each once: those who come before, until
        somebody said who the person is."""
        if not person.is_apart or person.alias in self._aliases:
            return []
        found = [one for one in self._by_name[person.letters] if one.is_apart and str(one.school) < str(person.school)]
        return self._as_now(found)

    def of_one_name(self, person: Person) -> list[Person]:
        """Those who bear the only name that is given (Osei): never one of them for certain."""
        found = self._by_word.get(person.letters[0], []) if len(person.letters) == 1 else []
        return self._as_now([one for one in found if len(one.letters) > 1])

    def _enter(self, person: Person) -> None:
        self._by_name[person.letters].append(person)
        for word in set(person.letters):
            self._by_word[word].append(person)

    def match(self, person: Person) -> Match:
        """Who this is: an alias, the one person of that name whom nothing contradicts, or those who resemble."""
        if joined := self._at_school(person) or self._alias(person):
            return Match(joined)
        if person.school not in self._schools:
            person = replace(person, school=None)  # Another system's name of a school sets nobody apart.
        namesakes = self._by_name.get(person.letters, [])
        fitting = [one for one in namesakes if _fits(person, one)]
        born = [one for one in fitting if person.same_birth(one)]
        there = [one for one in fitting if person.seen_at and one.school == person.seen_at]
        closest = born or (there if len(_ids(there)) == 1 else fitting)
        if len(_ids(closest)) == 1:
            return Match(closest[0].person_id)
        if fitting:
            return Match(candidates=self._as_now(fitting))
        doubtful = [one for one in namesakes if _may_be(person, one)]
        return self._resembling(person, doubtful)

    def _at_school(self, person: Person) -> str | None:
        """The one namesake whom a file tells apart by being at this person's school."""
        at = {person.school, person.seen_at} - {None}
        found = {one.person_id for one in self._by_name.get(person.letters, ()) if one.is_apart and one.school in at}
        return found.pop() if len(found) == 1 else None

    def _alias(self, person: Person) -> str | None:
        """Whom a person once joined this spelling to, whether or not that file gave the birth date too."""
        if person.alias in self._aliases:
            return self._aliases[person.alias]
        joined = self._joined.get(" ".join(person.letters), set())
        if len(joined) != 1:
            return None
        (person_id,) = joined
        known = self._by_id.get(person_id)
        return person_id if known is not None and person.same_birth(known) is not False else None

    def _resembling(self, person: Person, doubtful: list[Person]) -> Match:
        near = [one for one in self._partly(person) if person.same_birth(one) is not False]
        sure = [one for one in near if person.same_birth(one)]
        if len(_ids(sure)) == 1 and not doubtful:
            return Match(sure[0].person_id)
        spelt = [one for one in self._near(person) if person.same_birth(one) is not False]
        short = [one for one in self._of_initials(person) if person.same_birth(one) is not False]
        return Match(candidates=self._as_now([*doubtful, *near, *spelt, *short]))

    def _as_now(self, found: list[Person]) -> list[Person]:
        """Each person once, as named last; persons of the batch itself as it names them."""
        return [self._by_id.get(one.person_id, one) for one in {one.person_id: one for one in found}.values()]

    def _of_initials(self, person: Person) -> list[Person]:
        """Persons whose names begin with the initials that stand for a name: never one of them for certain."""
        wanted = Counter(initials(person.shown))
        found = [one for one in self._by_id.values() if wanted and wanted <= Counter(name[0] for name in one.letters)]
        return found[:MOST_OF_INITIALS]

    def _partly(self, person: Person) -> list[Person]:
        """Persons whose name has a word in common and otherwise initials, a short form, or words left out."""
        others = {id(one): one for word in person.letters for one in self._by_word.get(word, ())}
        return [
            one
            for one in others.values()
            if one.letters != person.letters
            and (_abbreviates(person.letters, one.letters) or nicknames.of_one(person.letters, one.letters))
        ]

    def _near(self, person: Person) -> list[Person]:
        """Persons whose whole name differs in a letter or two."""
        written = "".join(person.letters)
        close = process.extract(
            written, self._spellings.keys(), scorer=OSA.distance, score_cutoff=_most(written), limit=5
        )
        return [one for spelling, _, _ in close for one in self._spellings[spelling] if one.letters != person.letters]


def _ids(found: list[Person]) -> set[str]:
    return {one.person_id for one in found}


def _most(written: str) -> int:
    """In how many letters a name may differ and still resemble."""
    return 2 if len(written) >= LONG else 1


def _fits(person: Person, other: Person) -> bool:
    born = person.same_birth(other)
    return born is True or (born is None and person.same_school(other) is not False)


def _may_be(person: Person, other: Person) -> bool:
    """A namesake at another school, or with another birth date at the same school, may be the same child."""
    return person.same_birth(other) is None or bool(person.same_school(other))


def _abbreviates(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the other with words left out or cut to initials, a whole word being common."""
    short, long = sorted((a, b), key=lambda name: (len(name), sum(map(len, name))))
    left, common = list(long), 0
    for word in sorted(short, key=len, reverse=True):
        full = next((one for one in left if one == word), None)
        other = full or next((one for one in left if len(word) == 1 and one.startswith(word)), None)
        other = other or next((one for one in left if len(one) == 1 and word.startswith(one)), None)
        if other is None:
            return False
        common += other == word and len(word) > 1
        left.remove(other)
    return common >= 1 and (len(short) >= 2)
