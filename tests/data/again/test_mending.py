"""Rows that did not go in: the workbook, mended and uploaded again, completes the batch that they are of."""

import io
from datetime import date

import openpyxl
import pytest

from data import answering, history, rejected
from data.store.connect import DISTRICT
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.quick import first

LOG = "Log ID,Student ID,Service,Date,Minutes,Status,SSN\n"
GOOD = "L1,1,OT,9/8/2025,30,Completed,123-45-6789\n"
BAD_DATE = "L2,1,OT,13/45/2025,30,Completed,123-45-6789\n"
ODD_CODE = "L3,2,OT,9/9/2025,30,Zebra,123-45-6789\n"
LOADED = date(2025, 10, 1)


def book_of(ledger: Ledger, batch: str | None = None) -> openpyxl.Workbook:
    with ledger.store.cursor() as cur:
        return openpyxl.load_workbook(io.BytesIO(rejected.workbook(cur, DISTRICT, batch)))


def content(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def load_log(ledger: Ledger) -> str:
    report = ledger.load("september.csv", LOG + GOOD + BAD_DATE + ODD_CODE, load_date=LOADED)
    assert counts(sheet_of(report, "sessions")) == {"new": 1, "rejected": 1, "waiting": 1}
    return str(only_file(report).batch_id)


def test_the_workbook_has_the_cells_the_place_the_reason_and_the_colour(ledger: Ledger) -> None:
    batch = load_log(ledger)
    sheet = book_of(ledger).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    headings = rows[0]
    assert headings[:7] == ["Log ID", "Student ID", "Service", "Date", "Minutes", "Status", "SSN"]
    assert rows[1][:7] == ["L2", "1", "OT", "13/45/2025", "30", "Completed", ""]
    told = dict(zip(headings[7:], rows[1][7:], strict=True))
    assert told["Minute Ledger: row"] == "3"
    assert told["Minute Ledger: upload"] == batch
    assert told["Minute Ledger: outcome"] == "rejected"
    assert "Date" in told["Minute Ledger: reason"]
    coloured = {
        (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == "FFFFD9B3"
    }
    # the date of the first row (column 4) and the status of the second (column 6)
    assert coloured == {(2, 4), (3, 6)}


@pytest.mark.slow
def test_mended_and_uploaded_it_completes_the_batch(ledger: Ledger) -> None:
    batch = load_log(ledger)
    book = book_of(ledger)
    book.worksheets[0]["D2"] = "9/10/2025"
    book.worksheets[0]["F3"] = "Student Absent"
    report = ledger.load("rows-to-mend.xlsx", content(book), load_date=LOADED)
    sheet = sheet_of(report, "sessions")
    assert (counts(sheet), sheet.mends, sheet.missing) == ({"new": 2}, 2, 0)
    assert [one.sheet for one in only_file(report).sheets] == ["september sessions"], "of its own note nothing is said"
    assert ledger.rows("sessions", "session_id", "session_date", "status", order="session_id") == [
        ("L1", date(2025, 9, 8), "delivered"),
        ("L2", date(2025, 9, 10), "delivered"),
        ("L3", date(2025, 9, 9), "missed"),
    ]
    with ledger.store.cursor() as cur:
        assert rejected.held(cur, DISTRICT, batch) == []
        assert rejected.counts(cur, DISTRICT) == {}
        assert history.completed_by(cur, DISTRICT, batch) == ["rows-to-mend.xlsx"]
    # one shape: the next whole export finds all three as they are
    whole = LOG + GOOD + BAD_DATE.replace("13/45", "9/10") + ODD_CODE.replace("Zebra", "Student Absent")
    assert counts(sheet_of(ledger.load("whole.csv", whole, load_date=LOADED), "sessions")) == {"unchanged": 3}


@pytest.mark.slow
def test_what_is_still_wrong_is_held_by_the_new_batch_and_an_undo_holds_all_again(ledger: Ledger) -> None:
    batch = load_log(ledger)
    book = book_of(ledger)
    book.worksheets[0]["D2"] = "9/10/2025"
    mended = str(only_file(ledger.load("mended.xlsx", content(book), load_date=LOADED)).batch_id)
    with ledger.store.cursor() as cur:
        assert rejected.counts(cur, DISTRICT) == {mended: {"waiting": 1}}
    history.undo(ledger.store, mended, "tester")
    with ledger.store.cursor() as cur:
        assert rejected.counts(cur, DISTRICT)[batch] == {"rejected": 1, "waiting": 1}
    assert ledger.rows("sessions", "session_id") == [("L1",)]


@pytest.mark.slow
def test_a_replace_never_takes_the_mended_rows_for_the_whole(ledger: Ledger) -> None:
    load_log(ledger)
    book = book_of(ledger)
    book.worksheets[0]["D2"] = "9/8/2025"
    ledger.load("mended.xlsx", content(book), load_date=LOADED, mode="replace")
    assert ledger.rows("sessions", "session_id", order="session_id") == [("L1",), ("L2",)]


@pytest.mark.slow
def test_mended_lines_ask_nothing_of_the_lines_that_are_not_among_them(ledger: Ledger) -> None:
    head = "Student ID,Service,Frequency,Start Date\n"
    ledger.load("lines.csv", f"{head}1,OT,30 min Weekly,8/25/2025\n2,Zumba,30 min Weekly,8/25/2025\n", load_date=LOADED)
    book = book_of(ledger)
    book.worksheets[0]["B2"] = "PT"
    sheet = sheet_of(ledger.load("mended.xlsx", content(book), load_date=LOADED), "service_lines")
    assert (counts(sheet), sheet.missing, sheet.questions) == ({"new": 1}, 0, [])


@pytest.mark.slow
def test_a_mended_cell_of_a_month_grid_is_read_as_the_grid_was(ledger: Ledger) -> None:
    days, blank = ",".join(map(str, range(1, 32))), "," * 28
    grid = f"OT service log October 2025\nStudent ID,{days}\n1,30,QQ,30{blank}\n2,SA,30,{blank}\n"
    report = ledger.load("grid.csv", grid, load_date=date(2025, 11, 3))
    assert counts(sheet_of(report, "sessions")) == {"new": 4, "waiting": 1, "ignored": 1}
    book = book_of(ledger)
    sheet = book.worksheets[0]
    place = next(cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value == "QQ")
    sheet[place] = "45"
    done = ledger.load("mended.xlsx", content(book), load_date=date(2025, 11, 3))
    assert counts(sheet_of(done, "sessions")) == {"new": 1}
    assert ledger.ask("select student_id, session_date, minutes, shape from sessions where minutes = 45") == [
        ("1", date(2025, 10, 2), 45, sheet_of(report, "sessions").shape)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("answer", first(1, ["missed:student_absent", "delivered"]))
def test_a_code_answered_later_lets_its_rows_in_and_is_remembered(ledger: Ledger, answer: str) -> None:
    load_log(ledger)
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    assert (asked.question.kind, asked.question.value, asked.question.rows) == ("code", "Zebra", 1)
    answering.answer(ledger.store, [(asked, answer)], "tester", LOADED)
    status, _, reason = answer.partition(":")
    assert ledger.ask("select status, reason from sessions where session_id = 'L3'") == [(status, reason or None)]
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur) == []
        assert [one.outcome for one in rejected.held(cur, DISTRICT)] == ["rejected"]
    next_month = ledger.load("october.csv", LOG + ODD_CODE.replace("L3", "L9"), load_date=LOADED)
    assert (counts(sheet_of(next_month, "sessions")), sheet_of(next_month, "sessions").questions) == ({"new": 1}, [])


def test_a_session_after_the_day_of_loading_waits_and_its_date_is_coloured(ledger: Ledger) -> None:
    ledger.load("log.csv", LOG + GOOD.replace("9/8/2025", "10/2/2025"), load_date=LOADED)
    with ledger.store.cursor() as cur:
        (one,) = rejected.held(cur, DISTRICT)
    assert (one.outcome, one.problems[0]["column"]) == ("waiting", "Date")
    report = ledger.load("log.csv", LOG + GOOD.replace("9/8/2025", "10/2/2025"), load_date=date(2025, 10, 2))
    assert counts(sheet_of(report, "sessions")) == {"new": 1}


@pytest.mark.slow
def test_a_row_that_had_to_wait_once_it_was_in_is_mended_too(ledger: Ledger) -> None:
    """A roster that comes later only resembles the log's name; the workbook has the row under the fields' names."""
    head = "Student Name,Service,Date,Minutes,Status,Provider,Comments\n"
    ledger.load("log.csv", head + '"Marlow, Tesa",OT,9/8/2025,30,Completed,"Hart, Jo",x\n', load_date=LOADED)
    roster = "Student ID,Last Name,First Name,School\n7,Marlow,Tessa,Birch\n"
    ledger.load("roster.csv", roster, load_date=LOADED)
    assert ledger.rows("sessions", "student_id") == []
    book = book_of(ledger)
    sheet = book.worksheets[0]
    cells = {str(cell.value): cell for cell in sheet[2]}
    assert cells["Marlow, Tesa"].fill.fgColor.rgb == "FFFFD9B3" and "Hart, Jo" in cells
    cells["Marlow, Tesa"].value = "Marlow, Tessa"
    report = ledger.load("rows-to-mend.xlsx", content(book), load_date=LOADED)
    assert counts(sheet_of(report, "sessions")) == {"new": 1}
    assert ledger.rows("sessions", "student_id", "session_date", "minutes", "status") == [
        ("7", date(2025, 9, 8), 30, "delivered")
    ]
    with ledger.store.cursor() as cur:
        assert (rejected.held(cur, DISTRICT), answering.open_questions(cur)) == ([], [])


COMMENTED = "Student ID,Service,Date,Minutes,Status,Comments\n"
GAINSAID = "1,OT,9/15/2025,30,Delivered,absent - flu\n1,OT,9/16/2025,30,Completed,No show\n"


def test_rows_whose_comment_says_the_contrary_wait_on_when_another_is_answered(ledger: Ledger) -> None:
    """Notes are not kept; the words that make a row wait are, or the second row would be read again as delivered."""
    text = COMMENTED + "1,OT,9/8/2025,30,Delivered,worked on grip\n" + GAINSAID
    ledger.load("september.csv", text, load_date=LOADED, codes={"(Status beside Comments)": "ask_of_each_row"})
    with ledger.store.cursor() as cur:
        asked = next(one for one in answering.open_questions(cur) if "flu" in one.question.value)
    answering.answer(ledger.store, [(asked, "missed:student_absent")], "tester", LOADED)
    found = ledger.ask("select cast(session_date as varchar), status from sessions where known_to is null order by 1")
    assert found == [("2025-09-08", "delivered"), ("2025-09-15", "missed")]
    with ledger.store.cursor() as cur:
        assert rejected.counts(cur, DISTRICT) != {}


@pytest.mark.parametrize(
    ("headings", "usual", "said"),
    [("Status,Session Type", "Completed,Therapy", "Completed,Provider Absent"), ("Comments", "grip", "student absent"),
     ("Notes", "grip", "went home sick")],
)  # fmt: skip
def test_what_columns_without_a_field_said_counts_in_a_mended_row(
    ledger: Ledger, headings: str, usual: str, said: str
) -> None:
    """The row was rejected for its date alone; mended, it is no session that was given."""
    others = "".join(f"1,OT,9/{day}/2025,30,{usual}\n" for day in (8, 9, 10))
    ledger.load("log.csv", f"Student ID,Service,Date,Minutes,{headings}\n{others}1,OT,13/45/2025,30,{said}\n")
    book = book_of(ledger)
    book.worksheets[0]["C2"] = "9/11/2025"
    ledger.load("mended.xlsx", content(book))
    assert ledger.ask("select count(*) from sessions where status = 'delivered' and known_to is null") == [(3,)]


def test_of_a_note_only_what_was_read_is_kept(ledger: Ledger) -> None:
    """ZQ holds both rows; of their notes one says that nobody came, the other what was done, with a name."""
    rows = "1,OT,9/8/2025,30,ZQ,worked on grip with Mia\n1,OT,9/9/2025,30,ZQ,No show\n"
    ledger.load("log.csv", COMMENTED + rows)
    sheet = book_of(ledger).worksheets[0]
    assert [sheet.cell(row, 6).value or "" for row in (2, 3)] == ["", "No show"]
