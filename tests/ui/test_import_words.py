"""What the preview of an import says of its files, sheets and columns."""

from dataclasses import replace
from datetime import date

from data.ingest.mapping import told
from data.ingest.model import FileReport, ImportReport, Question, SheetReport
from ui.import_files import import_answers, import_sheets

HEADINGS = ("Student", "Goal", "Period", "Code", "Room")


def _sheet(dataset: str, **fields: str) -> SheetReport:
    columns = [{"heading": one, "field": fields.get(one), "confidence": 1.0, "why": ""} for one in HEADINGS]
    return SheetReport("Goals", dataset, 1, mapping=fields, columns=columns)


def test_a_column_that_the_measurements_of_the_same_rows_read_is_not_left_out() -> None:
    """Of five columns the goals take Student and Goal, their measurements Period and Code as well; nobody takes Room."""
    goals = _sheet("goals", Student="student_name", Goal="goal_text")
    beside = _sheet("measurements", Student="student_name", Period="period", Code="progress_code")
    file = FileReport("goals.xlsx", [goals, beside, SheetReport("Other", "goals", 1, mapping={"Room": "school"})])
    elsewhere = import_sheets.read_elsewhere(goals, file)
    assert elsewhere == {"Student": "measurements", "Period": "measurements", "Code": "measurements"}
    told = import_answers.in_columns(goals, elsewhere, 1)
    assert told == "2 columns read, 2 read as measurements, 1 left out, 1 to look at"


def test_of_a_sheet_alone_the_columns_are_read_or_left_out() -> None:
    goals = _sheet("goals", Student="student_name", Goal="goal_text")
    assert import_answers.in_columns(goals, {}, 0) == "2 columns read, 3 left out"
    everything = _sheet("goals", **dict.fromkeys(HEADINGS, "goal_text"))
    assert import_answers.in_columns(everything, {}, 0) == "5 columns read, 0 left out"


def test_a_code_in_two_files_of_a_shape_is_one_answer() -> None:
    """ZQ stands in September's and October's file of shape a, and in a file of shape b, where it may mean something else."""
    code = Question("code", "ZQ", 4)
    files = [
        FileReport(name, [SheetReport("Log", "sessions", 1, shape=shape, waiting=4, questions=[code, *more])])
        for name, shape, more in (
            ("sep.xlsx", "a", []),
            ("oct.xlsx", "a", [Question("person", "T. Marlow", 1)]),
            ("other.xlsx", "b", []),
        )
    ]
    assert import_sheets.asked(ImportReport(files[:1])).startswith("4 rows wait for 1 answer, below under sep.xlsx.")
    assert import_sheets.asked(ImportReport(files)).startswith(
        "12 rows wait for 3 answers, below under sep.xlsx, oct.xlsx"
    )


def test_a_question_that_holds_no_row_is_none_that_rows_wait_for() -> None:
    """A room without a setting holds no line back: only ZQ's four rows wait, for one answer in the log."""
    log = SheetReport("Log", "sessions", 1, shape="a", waiting=4, questions=[Question("code", "ZQ", 4)])
    lines = SheetReport("IEPs", "service_lines", 1, shape="b", questions=[Question("code", "Room 12", 0)])
    report = ImportReport([FileReport("log.csv", [log]), FileReport("lines.csv", [lines])])
    assert import_sheets.asked(report).startswith("4 rows wait for 1 answer, below under log.csv. ")


def test_rows_that_lack_what_only_their_file_can_say_wait_for_no_answer() -> None:
    """Of seven rows five wait for QX; two were given without saying how long."""
    asked = [Question("code", "QX", 5), Question("minutes", "(no minutes)", 2)]
    report = ImportReport([FileReport("log.csv", [SheetReport("Log", "sessions", 1, waiting=7, questions=asked)])])
    assert import_sheets.asked(report).startswith(
        "5 rows wait for 1 answer, below under log.csv. 2 rows wait to be completed in the file. Until then"
    )
    alone = ImportReport(
        [FileReport("l", [SheetReport("L", "sessions", 1, waiting=1, questions=[Question("minutes", "", 1)])])]
    )
    assert import_sheets.asked(alone) == (
        "1 row waits to be completed in the file. Until then such rows count neither as delivered nor as missed."
    )


def test_rows_that_contradict_one_another_wait_for_no_answer_either() -> None:
    """Of nine rows four wait for ZQ; the others are the same sessions both missed and given. Alone they are told all the same."""
    code = Question("code", "ZQ", 4)
    log = SheetReport("Log", "sessions", 1, waiting=9, questions=[code])
    assert import_sheets.asked(ImportReport([FileReport("log.csv", [log])])).startswith(
        "4 rows wait for 1 answer, below under log.csv. 5 rows wait to be corrected in the file, or in another; the problems "
        "below say why. Until then"
    )
    twice = ImportReport([FileReport("log.csv", [SheetReport("Log", "sessions", 1, waiting=2)])])
    assert import_sheets.asked(twice).endswith("Until then such rows count neither as delivered nor as missed.")


def test_words_that_are_alike_are_one_answer_that_rows_wait_for() -> None:
    asked = [
        Question("code", text, 2, f"What does {text!r} mean?", ("a", "b")) for text in ("zoo trip", "trip, zoo", "late")
    ]
    report = ImportReport([FileReport("log.csv", [SheetReport("Log", "sessions", 1, waiting=6, questions=asked)])])
    assert import_sheets.asked(report).startswith("6 rows wait for 2 answers")


def test_a_sheet_needs_a_look_where_something_is_to_be_decided_or_does_not_go_in() -> None:
    fine = SheetReport("Log", "sessions", 1, rows_read=3, new=3)
    assert not import_sheets.needs_a_look(fine)
    for more in ({"rejected": 1}, {"waiting": 1}, {"questions": [Question("code", "ZQ", 0)]}, {"replaces": "x"},
                 {"unusual": "x"}, {"refused": "x"}, {"dataset": None}):  # fmt: skip
        assert import_sheets.needs_a_look(replace(fine, **more)), more
    for reason in (told.NO_ROWS, told.KEY):
        assert not import_sheets.needs_a_look(SheetReport("Key", None, None, refused=f"Key: {reason}"))


def test_a_file_that_was_read_without_doubt_is_a_line() -> None:
    """Two months of OT and one of PT: 5 + 3 records, a title aside; services of the same days are told together."""
    days = [(date(2025, 9, 1), date(2025, 9, 30)), (date(2025, 10, 1), date(2025, 10, 31))]
    both = (days[0][0], days[1][1])
    sheets = [
        SheetReport(
            "Sep", "sessions", 1, rows_read=6, new=5, ignored=1, left_out={"banner": 1}, covers={"OT": days[0]}
        ),
        SheetReport("Oct", "sessions", 1, rows_read=3, new=2, unchanged=1, covers={"OT": days[1], "PT": both}),
    ]
    file = FileReport("log.xlsx", [*sheets, SheetReport("Nov", "sessions", 1, rejected=1)])
    assert import_sheets.in_a_line(file, sheets).replace("\\", "") == (
        ":material/check_circle: **log.xlsx**, 2 sheets · session logs · 8 records read: 7 new, 1 unchanged. · "
        "OT and PT: Sep 1 to Oct 31"
    )
    key = SheetReport("Key", None, None, refused=f"Key: {told.KEY}")
    alone = import_sheets.in_a_line(FileReport("key.csv", [key]), [key]).replace("\\", "")
    assert alone == ":material/check_circle: **key.csv** · nothing to load"


def test_rows_that_are_no_records_are_told_by_their_kind() -> None:
    sheet = SheetReport("Log", "sessions", 1, left_out={"banner": 2, "total": 1})
    assert import_sheets.said(sheet) == ["Rows that are no records: title (2), total (1)."]


def test_titles_and_totals_are_no_records_that_were_read() -> None:
    """Of 15 rows with text 12 are students under 2 titles, over a total; a blank row was never counted. Of 5 sessions one
    was left out by an answer, which is told."""
    left_out = {"banner": 2, "blank": 1, "total": 1}
    roster = SheetReport("Roster", "students", 4, rows_read=15, new=12, ignored=3, left_out=left_out)
    assert import_sheets.counted(roster) == "12 records read: 12 new."
    log = SheetReport("Log", "sessions", 1, rows_read=6, new=4, ignored=2, left_out={"total": 1})
    assert import_sheets.counted(log) == "5 records read: 4 new, 1 ignored."


def test_an_id_that_was_made_of_a_name_is_not_told() -> None:
    made, own = "N-7fd65265a396: Okada, Jun", "T204: Okada, Jun"
    question = Question("person", "Okada", 0, f"Is Okada the provider {made} or {own}?", (made, own))
    assert import_answers.told(question).replace("\\", "") == "Is Okada the provider Okada, Jun or T204: Okada, Jun?"
    assert [import_answers.in_words(one) for one in question.choices] == ["Okada, Jun", own]
    assert import_answers.in_words("unusable").startswith("no amount")


def test_a_file_whose_sheets_say_what_they_lack_is_refused_in_short() -> None:
    sheet = SheetReport("Days", None, None, refused="Days: it looks like providers, but no column says the provider.")
    assert import_sheets.refusal(FileReport("days.csv", [sheet], refused="days.csv: no sheet ...")) == (
        "Nothing of days.csv is loaded; what it lacks stands below."
    )
    assert import_sheets.refusal(FileReport("old.pdf", refused="old.pdf is a PDF.")) == "old.pdf is a PDF."


def test_sheets_of_a_shape_ask_the_same_once() -> None:
    """ZQ holds 4 rows in each file: September's asks it for 8; October's has a question of its own left, and the file of
    another shape asks anew."""
    files = [
        FileReport(name, [SheetReport("Log", "sessions", 1, shape=shape, questions=[Question("code", "ZQ", 4), *more])])
        for name, shape, more in (
            ("sep.xlsx", "a", []),
            ("oct.xlsx", "a", [Question("date_order", "", 6)]),
            ("other.xlsx", "b", []),
        )
    ]
    assert import_sheets.asked_once(ImportReport(files)) == {
        (0, 0): [Question("code", "ZQ", 8)],
        (1, 0): [Question("date_order", "", 6)],
        (2, 0): [Question("code", "ZQ", 4)],
    }
