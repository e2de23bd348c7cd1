"""A status and a remark that contradict each other: which of both counts is asked once, and holds for files of the shape."""

from dataclasses import dataclass, replace

from data.ingest.staging import beside
from data.ingest.staging.columns import Heading
from data.ingest.staging.outcomes import Clues, Verdict
from data.ingest.staging.work import Work
from data.ingest.values import families
from data.ingest.values.words import said_by

STATUS, REMARK, EACH = "status_counts", "remark_counts", "ask_of_each_row"
CHOICES = (STATUS, REMARK, EACH)
_BESIDE = " beside "


@dataclass(frozen=True)
class Between:
    """The headings of a status and of a remark that contradict each other, with the cells of the first such row."""

    status: str
    remark: str
    example: str

    @property
    def subject(self) -> str:
        """What an answer is kept under: a rule for two columns, and nothing of a row."""
        return f"({self.status}{_BESIDE}{self.remark})"

    @property
    def question(self) -> str:
        """The question in words."""
        return (
            f"{self.status!r} and {self.remark!r} contradict each other, such as {self.example!r}: which of both counts, "
            "now and in later files?"
        )


def of(headings: list[Heading]) -> frozenset[str]:
    """The headings of the columns of remarks among those that say what became of a session. A remark is another one in each
    row and month, so that an answer about its words would serve once."""
    return frozenset(
        one.heading for one in headings if one.field == beside.FIELD and families.REMARKS & said_by(one.heading)
    )


def between(clues: Clues, headings: frozenset[str], verdict: Verdict) -> Between | None:
    """The columns between which the contradiction of a row is, if it is one between a remark and the rest."""
    remark = next((word for word in clues.words if word.heading in headings), None)
    other = next((word for word in clues.words if word.heading not in headings), None)
    if verdict.code != "contradictory_status" or remark is None or other is None or verdict.asked is None:
        return None
    return Between(other.heading, remark.heading, verdict.asked)


def without(clues: Clues, headings: frozenset[str], said: str) -> Clues:
    """What a row says by the rule: without its remark, or by nothing else."""
    words = (word for word in clues.words if (word.heading in headings) == (said == REMARK))
    return replace(clues, words=tuple(words))


def answer(work: Work, found: Between) -> str | None:
    """What a person said of two such columns, if it is one of the choices."""
    said = work.answer(found.subject)
    return said if said in CHOICES else None


def is_rule(code: str) -> bool:
    """Whether an answer is about two such columns: no word of a cell."""
    return code.startswith("(") and code.endswith(")") and _BESIDE in code
