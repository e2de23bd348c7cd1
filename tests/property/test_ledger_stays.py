"""What must not change any figure: the order of rows and files, splitting a file, other ids, an unrelated child."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property.ask import Rows, ask_ledger, differences, written
from tests.property.districts import Question, asked_districts
from tests.property.patience import brief
from tests.reference.facts import Batch, ChosenCover, Facts, Line, Session


def ask(facts: Facts, question: Question, *keys: tuple[str, ...]) -> list[Rows]:
    """The ledger's answers by each of the keys, from a store of its own."""
    with written(facts, question.choices) as cur:
        return [ask_ledger(cur, one, question.as_of, question.from_day, question.to_day) for one in keys]


def all_loaded(facts: Facts) -> Facts:
    """The same facts, with what is loaded chosen by a person, so that it doesn't hang on the files."""
    days = [row.day for row in facts.calendar]
    covers = tuple(ChosenCover(service, min(days), max(days)) for service in ("OT", "PT"))
    return replace(facts, batches=tuple(replace(b, covers=() if "lines" in b.name else covers) for b in facts.batches))


@pytest.mark.slow
@brief
@given(asked_districts(), st.randoms(use_true_random=False))
def test_the_order_of_rows_other_ids_and_an_unrelated_child(asked: tuple[Facts, Question], chance: Random) -> None:
    facts, question = asked
    keys = question.keys
    nameless = tuple(key for key in keys if key not in ("student", "line"))
    services = ("service", *(key for key in keys if key != "service"))
    by_keys, by_nameless, by_service = ask(facts, question, keys, nameless, services)
    (shuffled,) = ask(in_another_order(facts, chance), question, keys)
    assert differences(by_keys, shuffled, keys) == []
    (others,) = ask(renamed(facts), question, nameless)
    assert differences(by_nameless, others, nameless) == []
    (more,) = ask(with_an_unrelated_child(facts), question, services)
    if facts.lines:
        known = {key: row for key, row in more.items() if key[0] != "SLP"}
        assert differences(by_service, known, services) == []


@pytest.mark.slow
@brief
@given(asked_districts())
def test_the_order_of_files_and_a_log_split_in_two(asked: tuple[Facts, Question]) -> None:
    facts, question = all_loaded(asked[0]), asked[1]
    (told,) = ask(facts, question, question.keys)
    for other in (replace(facts, batches=facts.batches[::-1]), split_in_two(facts)):
        assert differences(told, *ask(other, question, question.keys), question.keys) == []


def in_another_order(facts: Facts, chance: Random) -> Facts:
    """The same lines and sessions, shuffled."""
    lines, sessions = list(facts.lines), list(facts.sessions)
    chance.shuffle(lines)
    chance.shuffle(sessions)
    return replace(facts, lines=tuple(lines), sessions=tuple(sessions))


def split_in_two(facts: Facts) -> Facts:
    """Every other session of a log in a file of its own."""
    halves = [
        replace(session, batch=f"{session.batch}-more") if number % 2 else session
        for number, session in enumerate(facts.sessions)
    ]
    more = tuple(replace(b, name=f"{b.name}-more") for b in facts.batches if b.name.startswith("logs"))
    return replace(facts, sessions=tuple(halves), batches=(*facts.batches, *more))


def renamed(facts: Facts) -> Facts:
    """Other ids of students, lines and sessions, in the same order."""

    def other(name: str) -> str:
        return f"10-{name}"

    return replace(
        facts,
        enrolments=tuple(replace(spell, student_id=other(spell.student_id)) for spell in facts.enrolments),
        lines=tuple(replace(row, student_id=other(row.student_id), line_id=other(row.line_id)) for row in facts.lines),
        sessions=tuple(
            replace(row, student_id=other(row.student_id), session_id=other(row.session_id),
                    line_id=other(row.line_id) if row.line_id else None)
            for row in facts.sessions
        ),
        waiting=tuple(replace(row, student_id=other(row.student_id)) for row in facts.waiting),
    )  # fmt: skip


def with_an_unrelated_child(facts: Facts) -> Facts:
    """One more student with a line, a session and a file of another service."""
    day = facts.calendar[0].day
    return replace(
        facts,
        lines=(*facts.lines, Line("Z-L1", "Z", 60, service="SLP", start_date=day, batch="other")),
        sessions=(*facts.sessions, Session("Z-1", "Z", day, service="SLP", batch="other")),
        batches=(*facts.batches, Batch("other", day)),
    )
