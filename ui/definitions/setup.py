"""The five set-up questions: each says what it does to the figures; an unanswered one is a default, and says so."""

from dataclasses import dataclass

import streamlit as st

from analytics import policies
from analytics.choices import school_year
from data import settings
from ui.shell import access
from ui.shell.session import View


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


def is_due(view: View) -> bool:
    """Whether a real district is about to see its first figure and nobody was asked yet."""
    if view.is_invented or not (view.loaded.lines or view.loaded.sessions):
        return False
    return view.read(settings.setting, settings.SETUP_SEEN) is None


def ask(view: View) -> None:
    """The questions before the first figure; the unanswered stay defaults, and say so beside the headline."""
    st.subheader("Five questions before the first figure", anchor=False)
    st.caption(
        "Districts decide these differently, and each changes the figures. They can be changed at any time under "
        "Definitions & settings; one that you leave open takes its default, marked beside the headline."
    )
    with st.form("setup", border=True):
        for question in QUESTIONS:
            _question(question)
        with st.container(horizontal=True):
            saved = st.form_submit_button("Use these answers", type="primary")
            later = st.form_submit_button("Decide later: use the defaults")
    if saved or later:
        if saved:
            _save(view)
        settings.set_setting(view.store, settings.SETUP_SEEN, "yes", access.viewer())
        st.rerun()


def _question(question: SetupQuestion) -> None:
    words = {choice.value: f"**{choice.words}.** {choice.effect}" for choice in question.choices}
    st.radio(
        question.text,
        list(words),
        format_func=words.__getitem__,
        index=None,
        key=f"setup_{question.policy}",
        help=f"The default is: {question.choices[0].words}.",
    )


def _save(view: View) -> None:
    year = view.school_year or school_year(view.as_of)
    for question in QUESTIONS:
        value = st.session_state.get(f"setup_{question.policy}")
        if value is not None:
            checked = policies.checked(question.policy, str(value))
            settings.set_policy(view.store, year, question.policy, checked, access.viewer())
