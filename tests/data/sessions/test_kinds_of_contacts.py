"""Contacts by phone or e-mail among visits are no sessions by themselves: the rows wait until it is said what they are."""

import pytest

from data.ingest.model import NOT_USED
from data.ingest.values import done
from tests.data.loading import Ledger, counts, sheet_of

LOG = """Date,Student,Service,Minutes,{}
9/8/2025,"Lin, Ada",OT,30,{}
9/9/2025,"Lin, Ada",OT,15,{}
9/10/2025,"Lin, Ada",OT,10,{}
"""
MESSAGES = ("Session", "Phone", "Email")


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Contact Type", MESSAGES),
        ("Session Type", MESSAGES),
        ("Contact Category", ("Visit", "Parent call", "E-mail")),
        ("Contact Type", ("Visit", "Called - father", "Voice mail")),
        ("Contact Type", ("In person", "Texted guardian", "Talked to aide")),
        ("Contact Type", ("In person", "In person", "Call w/ dad")),
    ],
)
def test_a_column_in_which_some_are_messages_is_asked_about(
    ledger: Ledger, heading: str, words: tuple[str, ...]
) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG.format(heading, *words), commit=False), "sessions")
    assert counts(sheet) == {"waiting": 3}
    assert [(one.value, one.choices) for one in sheet.questions] == [(heading, ("status", NOT_USED))]


def test_what_the_words_mean_decides(ledger: Ledger) -> None:
    codes = {"Session": "delivered", "Phone": "ignored", "Email": "ignored"}
    ledger.load("log.csv", LOG.format("Contact Type", *MESSAGES), map={"Contact Type": "status"}, codes=codes)
    assert ledger.rows("sessions", "session_date::varchar", "minutes::float") == [("2025-09-08", 30)]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Contact Type", ("Direct", "Indirect", "Direct")),
        ("Activity", ("Cutting", "Letter tracing", "Phone number")),
        ("Parent Contact", ("Phone", "Email", "Phone")),
        ("Session Type", ("Language", "Voice", "Fluency")),
        ("Delivery", ("In person", "Telehealth", "In person")),
    ],
)
def test_other_columns_hold_no_row(ledger: Ledger, heading: str, words: tuple[str, ...]) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG.format(heading, *words), commit=False), "sessions")
    assert counts(sheet) == {"new": 3}


@pytest.mark.parametrize("text", ["E", "Voice", "Staff", "Phone number", "Call bell practice"])
def test_letters_and_kinds_of_speech_are_no_message(text: str) -> None:
    assert not done.is_message(text)
