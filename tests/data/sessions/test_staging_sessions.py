"""Service logs: what was delivered, what was missed, and what only a person can say."""

from datetime import date
from itertools import product

import pytest

from data.ingest.model import Answers
from data.ingest.staging import cell_words, readers, work
from data.ingest.staging.outcomes import Clues, Word, settle
from data.ingest.values import statuses
from data.ingest.values.session_outcome import Outcome
from tests.data.staging import Result, staged


def log(text: str, **keywords: object) -> Result:
    """A log of one student and service, with the columns of the text beside."""
    first, *rows = text.strip().splitlines()
    whole = [f"student_id|service|session_date|{first}", *(f"1001|OT|2025-09-08|{row}" for row in rows)]
    return staged("sessions", "\n".join(whole), **keywords)  # type: ignore[arg-type]


def test_an_answered_number_is_a_code_and_no_length() -> None:
    """Code 1 is told as given, beside 30 minutes between start and end."""
    text = "start_time|end_time|status\n9:00|9:30|1\n9:00|9:30|2"
    found = log(text, codes={"1": "delivered", "2": "missed:holiday"})
    assert found.column("status", "minutes", "outcome") == [("delivered", 30, "ok"), ("missed", None, "ok")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Partially rendered", ("partial", None)),
        ("Services were not rendered", ("missed", None)),
        ("Session fulfilled as planned", ("delivered", None)),
        ("Unattended", ("missed", None)),
        ("Make-up session provided", ("make_up", None)),
        ("Provided: Make-Up", ("make_up", None)),
        ("MU/30", ("make_up", None)),
        ("Missed (Unexcused)", ("missed", None)),
        ("Absent (Unexcused)", ("missed", "student_unexcused")),
        ("Patient ill", ("missed", "student_absent")),
        ("SLP at case conference", ("missed", "provider_meeting")),
        ("SLP at school", (None, None)),
        ("STAAR", ("missed", "state_testing")),
        ("STAAR tutoring", (None, None)),
        ("Calamity Day", ("missed", "emergency_closure")),
        ("Completed evaluation", (None, None)),
    ],
)
def test_families_of_words_for_what_became_of_a_session(text: str, expected: tuple[str | None, str | None]) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason) == expected


@pytest.mark.parametrize("text", ["Pending Approval", "Verified", "Awaiting supervisor signature", "Service Tracking"])
def test_paperwork_says_nothing_of_a_session(text: str) -> None:
    assert statuses.read(text).document


def test_an_excuse_says_no_reason_beside_one() -> None:
    """Unexcused alone is the student's; beside a provider's absence it only says that nobody excused that."""
    words = tuple(Word(heading, text, statuses.read(text)) for heading, text in
                  (("Status", "Unexcused"), ("Reason", "Provider absent")))  # fmt: skip
    assert settle(Clues(words[:1])).reason == "student_unexcused"
    assert (settle(Clues(words)).status, settle(Clues(words)).reason) == ("missed", "provider_absent")


def test_a_plain_log() -> None:
    found = log("""minutes|status|reason
        30|delivered|
        45|Service Provided|
        |missed|provider_absent
        30|Student Absent|
        20|partial|""")
    assert found.column("status", "reason", "minutes", "outcome") == [
        ("delivered", None, 30, "ok"),
        ("delivered", None, 45, "ok"),
        ("missed", "provider_absent", None, "ok"),
        ("missed", "student_absent", 30, "ok"),
        ("partial", None, 20, "ok"),
    ]
    assert found.staged.rows_read == 5
    assert found.problems == []
    assert found.column("source_row") == [2, 3, 4, 5, 6]


def test_rows_that_are_read_in_pieces_keep_their_order_and_ask_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "PIECE", 2)
    found = log("minutes|status\n30|zq\n15|delivered\n30|X1\n45|missed\n30|ZQ\n|SKIP\n20|delivered")
    assert found.column("record_no", "minutes", "outcome") == [
        (0, 30, "waiting"), (1, 15, "ok"), (2, 30, "waiting"), (3, 45, "ok"), (4, 30, "waiting"), (5, None, "waiting"),
        (6, 20, "ok"),
    ]  # fmt: skip
    assert found.questions == [("code", "zq", 2), ("code", "X1", 1), ("code", "SKIP", 1)]


@pytest.mark.parametrize("word", ["ZQ", "P", "PA", "C", "S", "SA or PA", "absent/delivered", "see note"])
def test_a_status_that_is_not_understood_never_becomes_delivered(word: str) -> None:
    found = log(f"minutes|status\n30|{word}\n30|delivered")
    assert found.column("outcome") == ["waiting", "ok"]
    assert found.column("status") == [None, "delivered"]
    assert found.questions == [("code", word, 1)]


def test_an_answer_lets_waiting_rows_in() -> None:
    text = "minutes|status\n30|zq\n30|ZQ\n30|X1\n|SKIP"
    asked = log(text)
    assert asked.questions == [("code", "zq", 2), ("code", "X1", 1), ("code", "SKIP", 1)]
    found = log(
        text, codes={"ZQ": "missed:provider_absent"}, answers=Answers(codes={"x1": "delivered", "Skip": "ignored"})
    )
    assert found.column("status", "reason", "outcome") == [
        ("missed", "provider_absent", "ok"),
        ("missed", "provider_absent", "ok"),
        ("delivered", None, "ok"),
        (None, None, "ignored"),
    ]
    assert found.questions == []


def test_a_blank_status() -> None:
    found = log("""minutes|status|reason
        30||
        0||
        ||
        30||student_absent
        |delivered|
        0|delivered|""")
    assert found.column("status", "outcome") == [
        (None, "waiting"), (None, "waiting"), (None, "waiting"), ("missed", "ok"), (None, "waiting"),
        (None, "waiting"),
    ]  # fmt: skip
    asked = [("code", "(blank)", 2), ("code", "(no status)", 1), ("minutes", "(no minutes)", 2)]
    assert sorted(found.questions) == asked
    assert found.staged.assumptions == [] and found.staged.assumed == {}


def test_a_log_without_any_column_of_outcomes_holds_sessions_that_were_given() -> None:
    found = log("minutes|status\n30|\n45|\n0|")
    assert found.column("status", "outcome") == [("delivered", "ok"), ("delivered", "ok"), (None, "waiting")]
    assert found.staged.assumed["{rows} with minutes and without a status: taken as delivered."] == 2


@pytest.mark.parametrize(
    ("answer", "status", "reason"),
    [("delivered", "delivered", None), ("missed:student_absent", "missed", "student_absent"), ("ignored", None, None)],
)
def test_what_became_of_sessions_with_minutes_and_a_blank_status_is_asked_once(
    answer: str, status: str | None, reason: str | None
) -> None:
    found = log("minutes|status\n30|\n|\n20|missed", codes={"(No status)": answer})
    assert found.column("status", "reason") == [(status, reason), (None, None), ("missed", None)]
    assert found.questions == [("code", "(blank)", 1)]


def test_columns_that_only_mark_some_sessions_leave_the_others_delivered() -> None:
    """Paperwork, marks of make-ups, reasons and who was away: a blank there says nothing."""
    for heading, text in (("status", "Signed"), ("status", "Make-up"), ("reason", "Student absent")):
        found = log(f"minutes|{heading}\n30|{text}\n30|")
        assert found.column("status")[1] == "delivered", heading
    away = log("minutes|Not available\n30|Provider\n30|", fields={"Not available": "status"})
    assert away.column("status", "reason") == [("missed", "provider_absent"), ("delivered", None)]


def test_words_for_what_was_done_are_given_so_or_asked() -> None:
    text = "minutes|Activity\n30|Direct Therapy\n15|Consult\n60|Evaluation\n60|IEP Meeting\n30|SA"
    asked = log(text, fields={"Activity": "status"})
    given = [("delivered", "direct"), ("delivered", "indirect"), (None, None), (None, None), ("missed", None)]
    assert asked.column("status", "kind") == given
    assert asked.questions == [("code", "Evaluation", 1), ("code", "IEP Meeting", 1)]
    codes = {"Evaluation": "ignored", "IEP Meeting": "indirect"}
    said = log(text, fields={"Activity": "status"}, codes=codes)
    assert said.column("status", "kind", "outcome")[2:4] == [(None, None, "ignored"), ("delivered", "indirect", "ok")]
    made_up = log(text, fields={"Activity": "status"}, codes={"Evaluation": "make_up:direct"})
    assert made_up.column("status", "kind")[2] == ("make_up", "direct")


def test_cells_that_contradict_each_other_wait() -> None:
    found = log("""minutes|status|reason|student absent
        30|delivered|student_absent|
        30|delivered||yes
        30|delivered||no
        30|missed|provider_absent|yes
        30|Student Absent|Field trip|""")
    assert found.column("status", "reason", "outcome") == [
        (None, None, "waiting"),
        (None, None, "waiting"),
        ("delivered", None, "ok"),
        (None, None, "waiting"),
        ("missed", "school_event", "ok"),
    ]


def test_flags() -> None:
    found = log("""minutes|absent|make_up|delivered_flag
        30|x||
        30|||
        30||yes|
        30|||no
        |||yes
        30|SA||
        30|yes|yes|""")
    assert found.column("status", "reason", "outcome") == [
        ("missed", "student_absent", "ok"),
        (None, None, "waiting"),
        (None, None, "waiting"),
        ("missed", None, "ok"),
        (None, None, "waiting"),
        ("missed", "student_absent", "ok"),
        ("attempt", "student_absent", "ok"),
    ]


def test_minutes_from_what_else_the_row_gives() -> None:
    found = log("""status|minutes|gross_minutes|minutes_away|start_time|end_time
        delivered|25|30|5|9:00 AM|9:30 AM
        delivered||30|5||
        delivered||||1:15 PM|2:00 PM
        delivered|||10|13:00|13:45
        delivered||20|30||
        delivered||||10:00|9:30
        missed|30|||9:00|9:45""")
    assert found.column("outcome") == ["ok", "ok", "ok", "ok", "rejected", "waiting", "ok"]
    assert found.column("minutes")[:4] == [25, 30 - 5, 45, 45 - 10]
    assert (4, "minutes_away", "away_too_long", "reject") in found.problems
    unclear = log("gross_minutes|minutes_away\n30|some")
    assert unclear.problems == [(0, "minutes_away", "not_minutes", "reject")]
    assert (5, "end_time", "end_before_start", "wait") in found.problems


def test_durations_of_a_column_named_for_hours_or_beside_time_away() -> None:
    hours = log("Hours\n0.5\n1.25", fields={"Hours": "minutes"})
    assert hours.column("minutes") == [30, 75]
    gross = log("Duration|Time Away\n30|5", fields={"Duration": "minutes", "Time Away": "minutes_away"})
    assert gross.column("minutes") == [30 - 5]
    net = log("Total Time Mins|Time Away\n25|5", fields={"Total Time Mins": "minutes", "Time Away": "minutes_away"})
    assert net.column("minutes") == [25]


@pytest.mark.parametrize(
    ("hours", "end", "minutes"),
    [("0.33", "8:50", 20), ("0.67", "9:10", 40), ("0.5", "8:50", 30), ("0.33", "8:52", 19.8), ("0.33", "", 19.8)],
)
def test_times_settle_what_decimals_of_hours_leave_out(hours: str, end: str, minutes: float) -> None:
    """20 minutes are 0.3333 hours, 40 are 0.6667; 22 minutes aren't 0.33 hours, nor 20 half an hour."""
    rows = f"start_time|end_time|Hours\n8:30|{end}|{hours}\n9:30|10:15|0.75"
    told = log(rows, fields={"Hours": "minutes"}).column("minutes")
    assert [float(one) for one in told] == [minutes, 45]


def test_a_broken_number_or_date_rejects_the_row() -> None:
    found = staged("sessions", """student_id|service|session_date|minutes|logged_on
        1001|OT|2025-13-40|30|2025-09-08
        1001|OT|2025-09-08|#DIV/0!|2025-09-08
        1001|OT|2025-09-08|thirty|2025-09-08
        1001|OT|2025-09-08|30|13/45/2025
        |OT|2025-09-08|30|
        1001|OT||30|
        N/A|OT|2025-09-08|30|""")  # fmt: skip
    assert found.column("outcome") == ["rejected"] * 3 + ["ok"] + ["rejected"] * 3
    assert found.problems == [
        (0, "session_date", "impossible_date", "reject"),
        (1, "minutes", "error_cell", "reject"),
        (2, "minutes", "not_minutes", "reject"),
        (3, "logged_on", "impossible_date", "ask"),
        (4, "student_id", "missing", "reject"),
        (5, "session_date", "missing", "reject"),
        (6, "student_id", "missing", "reject"),
    ]
    assert found.told[0]["row"] == 2
    assert found.told[0]["value"] == "2025-13-40"


def test_make_ups_name_the_day_they_make_up() -> None:
    found = log("""minutes|status|makes_up_date
        30|delivered|2025-09-01
        30|make up|
        30|M 2025-09-02|
        |MU/30|""")
    assert found.column("status", "minutes", "makes_up_date") == [
        ("make_up", 30, date(2025, 9, 1)), ("make_up", 30, None), ("make_up", 30, date(2025, 9, 2)),
        ("make_up", 30, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "words", "made_up"),
    [
        ("2025-10-01", "MU from 9/26", date(2025, 9, 26)),
        ("2026-01-08", "Make-up for 12/18", date(2025, 12, 18)),
        ("2025-12-09", "make up for missed 10/03/2025", date(2025, 10, 3)),
        ("2025-12-09", "MU 12/9", date(2025, 12, 9)),
    ],
)
def test_a_day_without_a_year_is_the_one_nearest_to_the_session(day: str, words: str, made_up: date) -> None:
    text = f"student_id|service|session_date|minutes|status\n1001|OT|{day}|30|{words}"
    assert staged("sessions", text).column("status", "makes_up_date", "outcome") == [("make_up", made_up, "ok")]


@pytest.mark.parametrize("words", ["MU 10/10", "MU 10/10/2025", "MU 1/5"])
def test_a_make_up_of_a_later_day_is_rejected(words: str) -> None:
    text = f"student_id|service|session_date|minutes|status\n1001|OT|2025-10-09|30|{words}"
    late = staged("sessions", text.replace("2025-10-09", "2025-12-08") if words == "MU 1/5" else text)
    assert (late.column("outcome"), [one[2] for one in late.problems]) == (["rejected"], ["later_make_up"])


@pytest.mark.parametrize("words", ["MU 2/29", "MU 13/1", "Made up 9/26"])
def test_a_day_that_is_none_or_may_be_when_it_was_made_up_is_asked_about(words: str) -> None:
    assert log(f"minutes|status\n30|{words}\n30|delivered").column("outcome") == ["waiting", "ok"]


PLANNED = {"Scheduled Minutes": "gross_minutes", "Actual Minutes": "minutes"}


@pytest.mark.parametrize(
    ("planned", "actual", "reason", "status"),
    [
        (30, 20, "Fire drill", "partial"),
        (30, 20, "Assembly", "partial"),
        (30, 20, "student_refused", "partial"),
        (30, 20, "Student absent", "missed"),
        (30, 0, "Fire drill", "missed"),
        (30, 30, "Fire drill", "missed"),
        (30, 20, "", "delivered"),
    ],
)
def test_a_reason_beside_some_of_the_planned_minutes(planned: int, actual: int, reason: str, status: str) -> None:
    """20 of 30 minutes were given before the bell rang; who was absent had none, whatever stands beside it."""
    found = log(f"Scheduled Minutes|Actual Minutes|reason\n{planned}|{actual}|{reason}", fields=PLANNED)
    assert found.column("status", "minutes") == [(status, actual)]


def test_a_word_of_a_status_says_more_than_the_minutes() -> None:
    found = log("Scheduled Minutes|Actual Minutes|status\n30|20|Fire drill\n30|30|Delivered", fields=PLANNED)
    assert found.column("status") == ["missed", "delivered"]


def test_a_grid_of_marks() -> None:
    found = log("""day mark|minutes
        30|
        CA|45
        TA|
        MU/20|45
        x|45
        x|
        CO|45
        |45
        N/A|45""", fields={"day mark": "status"}, melted=("session_date", "day mark"))  # fmt: skip
    assert found.staged.rows_read == 7, "an empty cell of a grid is no record"
    assert found.column("status", "reason", "minutes", "outcome") == [
        ("delivered", None, 30, "ok"),
        ("missed", "student_absent", 45, "ok"),
        ("missed", "provider_absent", None, "ok"),
        ("make_up", None, 20, "ok"),
        ("delivered", None, 45, "ok"),
        (None, None, None, "waiting"),
        (None, None, 45, "waiting"),
    ]


def test_the_service_from_role_sheet_or_file() -> None:
    text = """student_id|session_date|minutes|provider_role
        1|2025-09-08|30|COTA
        1|2025-09-08|30|Speech Therapist
        1|2025-09-08|30|"""
    assert staged("sessions", text).column("service", "outcome") == [("OT", "ok"), ("SLP", "ok"), (None, "waiting")]
    assert staged("sessions", text).questions == [("code", "(no service)", 1)]
    assert staged("sessions", text, codes={"(no service)": "PT"}).column("service") == ["OT", "SLP", "PT"]
    bare = "student_id|session_date|minutes\n1|2025-09-08|30"
    assert staged("sessions", bare, sheet="Occupational Therapy").column("service") == ["OT"]
    assert staged("sessions", bare, file_name="pt_logs_sept.csv").column("service") == ["PT"]
    assert staged("sessions", bare, file_name="ot_and_pt.csv").column("outcome") == ["waiting"]
    said = {"minutes": (("service", "AUD"),)}
    assert staged("sessions", bare, says=said).column("service") == ["AUD"]


def test_a_blank_service_is_that_of_all_others_and_the_title() -> None:
    text = "student_id|session_date|minutes|service\n1|2025-09-08|30|OT\n1|2025-09-09|30|"
    assert staged("sessions", text, sheet="OT log").column("service") == ["OT", "OT"]
    assert staged("sessions", text, sheet="PT log").column("service") == ["OT", None]
    assert staged("sessions", text + "\n1|2025-09-10|30|PT", sheet="OT log").column("service") == ["OT", None, "PT"]


def test_kind_setting_and_group() -> None:
    found = staged("sessions", """student_id|service|session_date|minutes|setting|grouping|kind
        1|OT|2025-09-08|30|General education classroom|Group of 3|
        1|OT consult|2025-09-08|30||1|
        1|OT|2025-09-08|30|Room 12|Individual|Direct
        1|OT|2025-09-08|30|push in|Small Group|maybe""")  # fmt: skip
    assert found.column("kind", "setting", "session_grouping", "group_size") == [
        (None, "push_in", "group", 3),
        ("indirect", None, "individual", 1),
        ("direct", None, "individual", None),
        (None, "push_in", "group", None),
    ]
    assert found.column("outcome") == ["ok", "ok", "ok", "waiting"]
    assert found.questions == [("code", "maybe", 1), ("code", "Room 12", 0)]


def test_people_by_name() -> None:
    found = staged("sessions", """Student|service|session_date|minutes|Therapist|dob
        Lopez-Diaz, Ana|OT|2025-09-08|30|Ms. Rita Ruiz, OTR/L|3/4/2016
        Ben Van Dyke|OT|2025-09-08|30|Vacant|""",
        {"Student": "student_name", "Therapist": "provider_name", "dob": "student_birth_date"})  # fmt: skip
    assert found.column("outcome") == ["ok", "ok"]
    assert found.column("student_last_name", "student_first_name") == [("Lopez-Diaz", "Ana"), ("Van Dyke", "Ben")]
    assert found.column("provider_name_text") == ["Ruiz, Rita", None]
    assert found.column("student_birth_date") == [date(2016, 3, 4), None]


WORDS = {
    "": None, "delivered": Outcome("delivered"), "partial": Outcome("partial"), "make up": Outcome("make_up"),
    "missed": Outcome("missed"), "child out": Outcome("missed", "student_absent"), "attempt": Outcome("attempt"),
    "reason alone": Outcome(None, "provider_absent"), "zq": Outcome(known=False),
}  # fmt: skip
FLAGS = (None, True, False)


def test_no_combination_of_clues_makes_a_missed_session_delivered() -> None:
    """Every pair of words with every flag: one answer each, and nothing that says missed ends as given in full."""
    for first, second, absent, delivered, make_up, minutes in product(WORDS, WORDS, FLAGS, FLAGS, FLAGS, (True, False)):
        words = tuple(Word("h", one, outcome) for one in (first, second) if (outcome := WORDS[one]) is not None)
        verdict = settle(Clues(words, absent, None, delivered, make_up, minutes))
        case = (first, second, absent, delivered, make_up, minutes, verdict)
        assert (verdict.status is None) == bool(verdict.code), case
        says_missed = absent or delivered is False or {first, second} & {"missed", "child out", "reason alone"}
        if "zq" in (first, second):
            assert verdict.code == "unknown_status", case
        if says_missed or "attempt" in (first, second):
            assert verdict.status not in ("delivered", "make_up"), case
        if verdict.status in ("delivered", "partial", "make_up"):
            assert minutes, case
        if not words and absent is None and delivered is None and not minutes:
            assert verdict.code == "no_status", case


def test_an_unknown_place_is_no_question_where_another_column_settles_the_setting() -> None:
    found = log("""minutes|Location|Push-in
        30|Room 12|yes
        30|Room 14|no
        30|Therapy room|""", fields={"Location": "setting", "Push-in": "setting"})  # fmt: skip
    assert found.column("setting") == ["push_in", None, "pull_out"]
    assert found.questions == [("code", "Room 14", 0)]


@pytest.mark.parametrize(
    "text", ["Meredith Haugen, Occupational Therapist", "Haugen, Meredith - OTR/L", "Haugen, Meredith"]
)
def test_a_providers_title_behind_the_name_is_no_part_of_it(text: str) -> None:
    assert readers.provider_name(text).value == "Haugen, Meredith"


def test_a_key_that_only_tells_minutes_leaves_a_make_up_one() -> None:
    assert statuses.read("MU20").status == "make_up"
    assert cell_words._only_times("MU20", "20 minutes")
    assert not cell_words._only_times("Q", "20 minutes")
    assert not cell_words._only_times("MU", "make-up session")


@pytest.mark.parametrize(
    ("cell", "size"),
    [("3", 3), ("Group of 3", 3), ("2 students", 2), ("Individual", 1), ("1:4", 4), ("small group (4)", 4), ("", None)],
)
def test_how_many_students_are_in_a_group_is_a_number_or_words(cell: str, size: int | None) -> None:
    found = log(f"minutes|status|group_size\n30|delivered|{cell}")
    assert (found.column("group_size"), found.problems) == ([size], [])


@pytest.mark.parametrize("cell", ["small", "2.5", "many students"])
def test_a_size_that_is_no_number_is_told_and_holds_nothing(cell: str) -> None:
    found = log(f"minutes|status|group_size\n30|delivered|{cell}")
    assert (found.column("group_size", "outcome"), len(found.problems)) == ([(None, "ok")], 1)


@pytest.mark.parametrize(
    ("service", "size", "grouping"),
    [("Individual counseling", "4", "group"), ("Individual counseling", "1", "individual"),
     ("Group counseling", "1", "group"), ("Individual counseling", "", "individual")],
)  # fmt: skip
def test_how_many_came_goes_before_what_the_service_is_called(service: str, size: str, grouping: str) -> None:
    found = log(f"service|minutes|status|group_size\n{service}|30|delivered|{size}\nOT|30|delivered|1")
    assert found.column("session_grouping")[0] == grouping


def test_independent_is_a_grouping_only_under_a_heading_of_groups() -> None:
    def told(heading: str) -> list[str | None]:
        rows = f"student_id|service|session_date|minutes|{heading}\n1|OT|9/8/2025|30|Independent\n2|OT|9/8/2025|30|Small group"
        found = staged("sessions", rows, {heading: "grouping"})
        return found.column("session_grouping")

    assert told("Grouping") == told("Ind/Group") == ["individual", "group"]
    assert told("Support") == [None, "group"]
