"""Policies and marks that a person sets, and the answers that were learnt."""

from datetime import date

import pytest

from analytics import policies
from analytics.scope import EVERYTHING
from data import learnt, settings
from data.errors import UserError
from data.store import Store, open_store
from tests.data.loading import Ledger

SEPTEMBER = date(2025, 9, 30)
LOG = "Student,Service,Date,Minutes,Outcome\nS1,OT,9/8/2025,30,ZQ\nS1,OT,9/9/2025,30,Delivered\n"


def _closures(store: Store, known: int | None = None) -> tuple[str, bool]:
    with store.cursor() as cur:
        found = policies.load(cur, EVERYTHING, SEPTEMBER, known=known)
    return found.closures, "closures" in found.answered


def test_a_policy_holds_for_its_school_year_and_the_one_before_is_kept(store: Store) -> None:
    assert _closures(store) == ("made_up", False)
    settings.set_policy(store, "2025-26", "closures", "not_made_up", "director")
    first = store.data_version()
    settings.set_policy(store, "2025-26", "closures", "made_up", "director")
    assert _closures(store) == ("made_up", True)
    assert _closures(store, known=first) == ("not_made_up", True)
    with store.cursor() as cur:
        record = settings.policies(cur, "2025-26")
        assert settings.policies(cur, "2024-25") == []
    assert [(name, value, who) for name, value, _, who in record] == [
        ("closures", "made_up", "director"),
        ("closures", "not_made_up", "director"),
    ]


def test_the_value_that_stands_already_is_no_change(store: Store) -> None:
    settings.set_policy(store, "2025-26", "closures", "made_up", "director")
    version = store.data_version()
    settings.set_policy(store, "2025-26", "closures", "made_up", "director")
    assert store.data_version() == version


def test_a_mark_is_set_once_and_again(store: Store) -> None:
    with store.cursor() as cur:
        assert settings.setting(cur, "seen") is None
    for value in ("yes", "again"):
        settings.set_setting(store, "seen", value, "director")
    with store.cursor() as cur:
        assert settings.setting(cur, "seen") == "again"


@pytest.mark.slow
def test_answers_go_to_another_district_and_are_used_there(ledger: Ledger) -> None:
    ledger.load("log.csv", LOG, codes={"ZQ": "missed:student_absent"})
    with ledger.store.cursor() as cur:
        content = learnt.to_json(cur)
    other = open_store(None)
    assert learnt.from_json(other, content, "director") == 1
    with other.cursor() as cur:
        assert learnt.answers(cur)[["answer_kind", "subject", "answer"]].values.tolist() == [
            ["code", "ZQ", "missed:student_absent"]
        ]
    other.close()


@pytest.mark.slow
def test_a_forgotten_answer_is_asked_again(ledger: Ledger) -> None:
    ledger.load("log.csv", LOG, codes={"ZQ": "missed:student_absent"})
    again = LOG.replace("9/8", "10/8")
    assert ledger.load("october.csv", again, commit=False).exit_status == 0
    with ledger.store.cursor() as cur:
        row = learnt.answers(cur).iloc[0]
    learnt.forget(ledger.store, row["shape"], row["dataset"], row["answer_kind"], row["subject"], "director")
    assert ledger.load("october.csv", again, commit=False).exit_status == 1


@pytest.mark.parametrize("content", [b"", b"[]", b'{"minute_ledger_answers": [{"shape": 1}]}', b"\xff\x00"])
def test_what_is_no_list_of_answers_is_refused(store: Store, content: bytes) -> None:
    version = store.data_version()
    with pytest.raises(UserError, match=r"learnt answers|can't be read"):
        learnt.from_json(store, content, "director")
    assert store.data_version() == version
