"""The five set-up questions: each says what it does to the figures; an unanswered one is a default, and says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One answer: the policy's value, its words, and its effect on the figures."""

    value: str
    words: str
    effect: str


@dataclass(frozen=True)
class SetupQuestion:
    """One question, and the policy that holds its answer."""

    policy: str
    short: str
    text: str
    choices: tuple[Choice, ...]


def _treatments(first: str) -> tuple[Choice, ...]:
    """The three treatments of a reason, the default first."""
    made = {
        "excused": Choice(
            "excused", "Set it aside", "Excused: it leaves the adjusted rate, and nothing is to be made up."
        ),
        "review": Choice(
            "review", "A person looks at it", "For review: it stays expected, listed apart from make-ups."
        ),
        "make_up": Choice("make_up", "It is to be made up", "It stays expected and becomes a make-up candidate."),
    }
    return (made.pop(first), *made.values())


QUESTIONS = (
    SetupQuestion(
        "closures",
        "closures",
        "A week is shortened by a holiday. Is the whole weekly amount still expected?",
        (
            Choice(
                "made_up", "Yes, the whole amount", "A short week owes the full minutes; holidays are to be made up."
            ),
            Choice(
                "not_made_up", "No, it shrinks with the week", "Weekly lines owe a fifth a day; holidays are excused."
            ),
        ),
    ),
    SetupQuestion(
        "emergency_closure",
        "snow days",
        "School is closed for snow or an emergency and a session falls out. What becomes of it?",
        _treatments("review"),
    ),
    SetupQuestion(
        "state_testing",
        "state testing",
        "A session falls out because of state testing. What becomes of it?",
        _treatments("review"),
    ),
    SetupQuestion(
        "student_absent",
        "student absence",
        "The student was absent on the day of the session. What becomes of it?",
        _treatments("excused"),
    ),
    SetupQuestion(
        "session_counts_at",
        "what counts as a session",
        "How much of its planned length makes a session count in the frequency test?",
        (
            Choice("0.5", "Half", "15 of 30 planned minutes count as one session."),
            Choice("0.75", "Three quarters", "23 of 30 planned minutes count as one session, 22 don't."),
            Choice("1", "All of it", "Only sessions of the full planned length count."),
        ),
    ),
)
