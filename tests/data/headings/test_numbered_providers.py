"""Provider 1 beside Provider 2 in a log that tells nowhere else who treated: each is asked about, however few rows there are."""

import pytest

from tests.data.loading import Ledger, sheet_of

LOG = (
    "Student ID,Service,Date,Minutes,Status,{0}\n"
    '1,OT,9/8/2025,30,Seen,"Quan, Rae",\n'
    '2,OT,9/8/2025,30,Seen,"Quan, Rae","Ortiz, Mel"\n'
)


@pytest.mark.parametrize(
    "headings", ["Provider 1,Provider 2", "Therapist #1,Therapist #2", "1st Provider,2nd Provider"]
)
def test_they_are_asked_about(ledger: Ledger, headings: str) -> None:
    asked = sheet_of(ledger.load("log.csv", LOG.format(headings)), "sessions").questions
    assert {one.value for one in asked if "provider_name" in one.choices} == {*headings.split(",")}


def test_what_is_answered_counts(ledger: Ledger) -> None:
    told = LOG.format("Provider 1,Provider 2")
    ledger.load("log.csv", told, map={"Provider 1": "provider_name", "Provider 2": ""})
    assert len({who for (who,) in ledger.rows("sessions", "provider_id")} - {None}) == 1
