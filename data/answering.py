"""Questions of files that are loaded: which are still open, and their answers, given later."""

import json
from dataclasses import dataclass, replace
from datetime import date

import duckdb

from data import calendar, rejected
from data.ingest import importer, loading, logs, profiles
from data.ingest.folding import ends, undoing
from data.ingest.model import Answers, Cover, Options, Question
from data.ingest.people import matching
from data.ingest.people.resemblance import Person
from data.ingest.staging.unlisted import UNLISTED, meant
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now

LATER = frozenset({"person", "snapshot", "coverage"})
"""Kinds of questions whose answers need no row read again."""


@dataclass(frozen=True)
class Asked:
    """One open question of one loaded file."""

    batch_id: str
    file_name: str
    sheet: str
    dataset: str
    shape: str
    question: Question

    @property
    def reads_again(self) -> bool:
        """Whether its answer has rows read again that wait for it."""
        return self.question.kind not in LATER and self.question.value != UNLISTED


def open_questions(cur: duckdb.DuckDBPyConnection, batch_id: str | None = None) -> list[Asked]:
    """What the files in force still ask, or one of them: persons, months, rows that a snapshot lacks, weekdays that a
    calendar leaves out, and whatever keeps rows waiting. A file that was read twice asks as it was read last.
    """
    found = cur.execute(
        "select b.batch_id, b.file_name, s.source_sheet, s.dataset, s.shape, s.report_json from batch_sheets as s "
        "join batches as b on b.district = s.district and b.batch_id = s.batch_id where b.district = $d "
        "and b.state = 'in_force' and ($b is null or b.batch_id = $b) and not exists (select 1 from batches as later "
        "where later.district = b.district and later.sha256 = b.sha256 and later.state = 'in_force' "
        "and later.batch_seq > b.batch_seq) order by b.batch_seq, s.source_sheet, s.dataset",
        {"d": DISTRICT, "b": batch_id},
    ).fetchall()
    waiting = {batch for batch, told in rejected.counts(cur, DISTRICT).items() if told.get("waiting")}
    asked = []
    for batch, file_name, sheet, dataset, shape, report in found:
        for told in json.loads(report)["questions"]:
            question = Question(**(told | {"choices": tuple(told["choices"])}))
            still = _still(cur, str(batch), str(dataset), str(shape), question, batch in waiting)
            asked += [Asked(str(batch), str(file_name), str(sheet), str(dataset), str(shape), still)] if still else []
    return asked


def _still(
    cur: duckdb.DuckDBPyConnection, batch_id: str, dataset: str, shape: str, question: Question, waits: bool
) -> Question | None:
    """The question where it is open, as it is now; None where it was answered or nothing hangs on it."""
    if question.kind == "snapshot":
        return ends.asked(dataset, len(lacking(cur, batch_id, dataset)))
    if question.kind == "coverage":
        said = {cover.service for cover in logs.chosen(cur, batch_id)}
        return None if question.value.split()[0] in said else question
    if question.kind == "person":
        settled = question.rows and not waits  # its rows were uploaded again, mended
        return None if settled or not _unknown(cur, batch_id, question.value) else question
    if question.value == UNLISTED:
        return _unlisted(cur, shape, question)
    return question if waits and question.rows and _answered(cur, shape, question.value) is None else None


def _unlisted(cur: duckdb.DuckDBPyConnection, shape: str, question: Question) -> Question | None:
    """The question for the weekdays that a calendar leaves out: open until the file is read again with its answer."""
    said = meant(_answered(cur, shape, UNLISTED))
    if said is None:
        return replace(question, text=f"{question.text} The answer holds once the file is loaded again.")
    text = (
        "You said that the weekdays which the calendar leaves out are school days: load the file again to count them."
    )
    return replace(question, text=text) if said else None


def _answered(cur: duckdb.DuckDBPyConnection, shape: str, subject: str) -> str | None:
    row = cur.execute(
        "select answer from profiles where district = ? and shape = ? and lower(subject) = lower(?)",
        [DISTRICT, shape, subject],
    ).fetchone()
    return str(row[0]) if row else None


def _unknown(cur: duckdb.DuckDBPyConnection, batch_id: str, shown: str) -> list[tuple[str, Person]]:
    """(kind, person) of a batch's names as shown that nobody has joined to a person yet."""
    found = cur.execute(
        "select person_kind, last_name, first_name, full_name, birth_date, school, seen_at, is_apart from batch_people "
        "where district = ? and batch_id = ? and person_ref like '~%'",
        [DISTRICT, batch_id],
    ).fetchall()
    named = [(str(kind), Person.of("", *rest)) for kind, *rest in found]
    joined = {
        (str(kind), str(alias))
        for kind, alias in cur.execute(
            "select person_kind, alias_key from person_aliases where district = ?", [DISTRICT]
        ).fetchall()
    }
    return [(kind, one) for kind, one in named if one.shown == shown and (kind, one.alias) not in joined]


def lacking(cur: duckdb.DuckDBPyConnection, batch_id: str, dataset: str) -> list[str]:
    """The keys of the rows in force that the batch's snapshot lacks and that nobody has spoken of since."""
    found = cur.execute(
        f"select e.row_key from batch_ends as e join batches as b on b.district = e.district and b.batch_id = e.batch_id "
        f"join {dataset} as t on t.district = e.district and t.row_key = e.row_key and t.known_to is null "
        f"where e.district = $d and e.batch_id = $b and e.dataset = $n and e.answer = 'asked' "
        "and not exists (select 1 from batches as x where x.district = e.district and x.state = 'in_force' "
        "and x.batch_seq > b.batch_seq and (exists (select 1 from batch_ends as y where y.district = e.district "
        "and y.batch_id = x.batch_id and y.dataset = e.dataset and y.row_key = e.row_key) or exists (select 1 from "
        "batch_rows as r where r.district = e.district and r.batch_id = x.batch_id and r.dataset = e.dataset "
        "and r.row_key = e.row_key))) order by e.row_key",
        {"d": DISTRICT, "b": batch_id, "n": dataset},
    ).fetchall()
    return [str(key) for (key,) in found]


def answer(store: Store, given: list[tuple[Asked, str]], who: str, today: date) -> None:
    """Take answers in, each with the question that it answers.

    Persons, months and missing rows are settled at once for what is loaded; rows that waited for a code or a column
    are read again under the answer, as an upload of their own that completes the first one. What is said of weekdays that
    a calendar leaves out is remembered for when the file is loaded again.
    """
    for asked, said in given:
        if not asked.reads_again:
            _settle(store, asked, said, who)
    rest = [(asked, said) for asked, said in given if asked.reads_again]
    for batch_id in dict.fromkeys(asked.batch_id for asked, _ in rest):
        _read_again(store, [(asked, said) for asked, said in rest if asked.batch_id == batch_id], who, today)


def _settle(store: Store, asked: Asked, said: str, who: str) -> None:
    with store.transaction() as cur:
        kind = "people" if asked.question.kind == "person" else "answer"
        event = next_event(cur, kind, who, asked.batch_id)
        if asked.question.kind == "person":
            _join(cur, asked, said, event)
        elif asked.question.kind == "coverage":
            _cover(cur, asked, said, event)
        elif asked.question.value == UNLISTED:
            profiles.keep(cur, asked.shape, asked.dataset, [(profiles.CODE, UNLISTED, said)], now(), who)
        else:
            _end(cur, asked, dict.fromkeys(lacking(cur, asked.batch_id, asked.dataset), said == ends.ENDED), event)


def end_rows(store: Store, asked: Asked, ended: dict[str, bool], who: str) -> None:
    """Say row by row, by their keys, which rows that a snapshot lacks have ended (True) or are still in force."""
    with store.transaction() as cur:
        _end(cur, asked, dict(ended), next_event(cur, "answer", who, asked.batch_id))


def _end(cur: duckdb.DuckDBPyConnection, asked: Asked, ended: dict[str, bool | None], event: int) -> None:
    ends.store(cur, asked.dataset, undoing.in_force(cur, asked.batch_id), ended)
    undoing.fold_rows(cur, asked.dataset, list(ended), event)


def _join(cur: duckdb.DuckDBPyConnection, asked: Asked, said: str, event: int) -> None:
    """Join the spelling to the person said, in every file that has it."""
    found = _unknown(cur, asked.batch_id, asked.question.value)
    is_new = said == matching.NEW
    matching.remember(
        cur, [(kind, one.alias, one.own_id(kind) if is_new else said.partition(":")[0].strip()) for kind, one in found]
    )
    undoing.fold_everything(cur, event)
    loading.link(cur)
    calendar.propose(cur)


def _cover(cur: duckdb.DuckDBPyConnection, asked: Asked, said: str, event: int) -> None:
    """The days of the service without the month that stands apart, and that month too where it is loaded."""
    service, _, month = asked.question.value.partition(" ")
    batch = undoing.in_force(cur, asked.batch_id)
    coverage = logs.told(cur, asked.batch_id, asked.shape, batch.load_date, ())
    covers = [Cover(service, *coverage.covers[service])] if service in coverage.covers else []
    if said == logs.LOADED:
        first = date.fromisoformat(f"{month}-01")
        covers.append(Cover(service, first, min(calendar.month_end(first), batch.load_date)))
    logs.choose(cur, asked.batch_id, tuple(covers), event)


def _read_again(store: Store, given: list[tuple[Asked, str]], who: str, today: date) -> None:
    """Read the waiting rows of one batch again, under the answers given for its shapes."""
    answers: dict[str, Answers] = {}
    for asked, said in given:
        held = answers.setdefault(asked.shape, Answers())
        into = held.columns if asked.question.kind == "column" else held.codes
        into[asked.question.value] = said
    first = given[0][0]
    with store.cursor() as cur:
        content = rejected.workbook(cur, DISTRICT, first.batch_id, "waiting")
    name = f"{first.file_name} (answered {today:%b} {today.day}).xlsx"
    importer.run(store, [(name, content)], Options(answers=answers, load_date=today, loaded_by=who), commit=True)
