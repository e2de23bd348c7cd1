"""Questions about words that are alike: asked once for all of them, each of them named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from data.ingest.model import Question

APART = "They mean different things: ask me of each"
"""The answer after which each word of a group is asked about by itself."""
LONG = 5
"""Letters from which on two words that are one letter apart are taken for two spellings."""
SMALL = frozenset(
    ("a", "an", "the", "at", "in", "on", "of", "to", "for", "with", "by", "and", "was", "were", "is", "are", "be", "had", "has",
     "have")
)  # fmt: skip
"""Words that tell nothing apart."""
Kind = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Alike:
    """Questions of files of a shape that one answer settles: one, or several about words that are alike."""

    shape: str
    questions: tuple[Question, ...]

    @property
    def first(self) -> Question:
        """The one by which the group is known, that for which most rows wait."""
        return self.questions[0]

    @property
    def asked(self) -> Question:
        """The question for all of them: each word by its name, the rows of all together."""
        if len(self.questions) == 1:
            return self.first
        *others, last = [repr(one.value) for one in self.questions]
        text = self.first.text.replace(repr(self.first.value), f"{', '.join(others)} or {last}", 1)
        rows = sum(one.rows for one in self.questions)
        return replace(self.first, rows=rows, text=text, choices=(*self.first.choices, APART))

    @property
    def kind(self) -> Kind | None:
        """What its words have in common with others that are asked about; None where no word is."""
        return _kind(self.shape, self.first)

    def each(self) -> list["Alike"]:
        """Its words one by one."""
        return [Alike(self.shape, (one,)) for one in self.questions]


def _kind(shape: str, question: Question) -> Kind | None:
    """A question with "each" in its word's place."""
    shown = repr(question.value)
    if question.kind != "code" or not question.choices or shown not in question.text:
        return None
    return shape, question.text.replace(shown, "each", 1), question.choices


def grouped(shape: str, questions: Iterable[Question]) -> list[Alike]:
    """The questions, those about words that are alike together, in the order of the first of each."""
    found: list[Alike] = []
    for question in questions:
        place = next((at for at, one in enumerate(found) if _belongs(one, shape, question)), None)
        if place is None:
            found.append(Alike(shape, (question,)))
        else:
            found[place] = replace(found[place], questions=(*found[place].questions, question))
    return found


def _belongs(one: Alike, shape: str, question: Question) -> bool:
    kind = _kind(shape, question)
    return kind is not None and one.kind == kind and are_alike(one.first.value, question.value)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are the same words in any order, articles and the like aside, each at most a letter apart."""
    left, right = _words(one), _words(other)
    if len(left) != len(right):
        return False
    for word in left:
        twin = next((near for near in right if _is_spelling(word, near)), None)
        if twin is None:
            return False
        right.remove(twin)
    return True


def _words(text: str) -> list[str]:
    told = re.findall(r"[^\W_]+", re.sub("['’]", "", text.casefold()))
    return sorted(set(told) - SMALL) or sorted(told)


def _is_spelling(one: str, other: str) -> bool:
    long = min(len(one), len(other)) >= LONG and one.isalpha() and other.isalpha()
    return one == other or (long and OSA.distance(one, other) <= 1)


def by_kind(found: Sequence[Alike]) -> list[list[Alike]]:
    """The groups, those about words of one kind together, in the order of the first of each."""
    made: dict[object, list[Alike]] = {}
    for place, one in enumerate(found):
        made.setdefault(one.kind or place, []).append(one)
    return list(made.values())


def of_the_rest(still: Sequence[Alike]) -> Question:
    """One question for all groups of a kind that are still open."""
    template = (still[0].kind or ("", "", ()))[1]
    text = f"One answer for the {len(still)} that are still open: {template[:1].lower()}{template[1:]}"
    rows = sum(one.asked.rows for one in still)
    return replace(still[0].first, value="", rows=rows, text=text)
