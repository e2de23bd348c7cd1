"""What words say of a session only together: who and what, what kind and what became of it, yes and how much."""

import pytest

from data.ingest.staging.outcomes import Clues, Word, settle
from data.ingest.values import codes, dates, frequencies, group_sizes, names, numbers, statuses, whom
from data.ingest.values.session_outcome import of_answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was absent", ("missed", "provider_absent")),
        ("I had an IEP meeting", ("missed", "provider_meeting")),
        ("client_no_show", ("missed", "student_absent")),
        ("School was closed", ("missed", "holiday")),
        ("School closed for snow", ("missed", "emergency_closure")),
        ("Closed - ice storm", ("missed", "emergency_closure")),
        ("cancelled_by_school", ("missed", None)),
        ("Yes, but shorter than planned", ("partial", None)),
        ("Ended early", ("partial", None)),
        ("LiveLesson - Attended", ("delivered", None)),
        ("Virtual visit - No show", ("missed", "student_absent")),
        ("Labor Day", ("missed", "holiday")),
        ("Fall break", ("missed", "holiday")),
        ("Absent - Therapist", ("missed", "provider_absent")),
        ("No show (child)", ("missed", "student_absent")),
        ("Preschool closed", ("missed", "holiday")),
        ("No Show - Both", (None, None)),
        ("No show - both student and therapist", (None, None)),
        ("Absent (OT)", (None, None)),
        ("Stu Abs", ("missed", "student_absent")),
        ("Svc Provided", ("delivered", None)),
        ("Sch Closed", ("missed", "holiday")),
        ("Prov Canc", ("missed", "provider_absent")),
        ("Zoom not working", ("missed", "tele_technical")),
        ("Sess Notes", (None, None)),
        ("PD Day", (None, None)),
        ("Half day", (None, None)),
        ("Assembly or field trip", ("missed", "school_event")),
        ("Student absent or ill", ("missed", "student_absent")),
        ("Student absent or refused", (None, None)),
        ("30 or 30", (None, None)),
        ("Instructor out", ("missed", "provider_absent")),
        ("OT/COTA absent", ("missed", "provider_absent")),
        ("SLP or SLPA out sick", ("missed", "provider_absent")),
        ("PTA absent", ("missed", "provider_absent")),
        ("PT/PTA in IEP meeting", ("missed", "provider_meeting")),
        ("OT or student absent", (None, None)),
        ("Therapist/student absent", (None, None)),
        ("Staff absent / student absent", (None, None)),
        ("Per teacher, student was absent", (None, None)),
        ("Student unavailable - with counselor", (None, None)),
        ("Student sick, sent to nurse", (None, None)),
        ("Student absent, therapist in IEP meeting", (None, None)),
        ("Student absent - field trip", ("missed", "school_event")),
        ("Parent canceled, student ill", ("missed", "parent_declined")),
        ("No show (will make up)", ("missed", "student_absent")),
        ("Absent, needs make-up", ("missed", "student_absent")),
        ("Provider absent, must be made up next week", ("missed", "provider_absent")),
        ("Not seen - will be made up", ("missed", None)),
        ("Seen - will make up 10 min", (None, None)),
        ("Student absent (made up 10/14)", (None, None)),
    ],
)
def test_what_a_text_says(text: str, expected: tuple[str, str | None]) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason) == expected


@pytest.mark.parametrize(
    "text",
    ["WebMail - Sent", "Phone Call - Left Message", "Parent Conference - Attended", "No session, student left early - absent",
     "Not shortened", "Service Provider", "Class Meeting - Attended"],
)  # fmt: skip
def test_what_may_not_be_guessed(text: str) -> None:
    said = statuses.read(text)
    assert not said.known or said.status == "missed"


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Student/Provider Not Available", "Student", ("missed", "student_absent")),
        ("Student/Provider Not Available", "Service Provider", ("missed", "provider_absent")),
        ("Cancelled by", "Therapist", ("missed", "provider_absent")),
        ("Who was absent?", "Pupil", ("missed", "student_absent")),
        ("Canc By", "Therapist", ("missed", "provider_absent")),
        ("Canc By", "Student", ("missed", None)),
        ("Cancelled by", "School", ("missed", None)),
        ("Cancelled by", "Zoo", None),
        ("Cancelled by", "Family", ("missed", "parent_declined")),
        ("Cancelled by", "Grandmother", ("missed", "parent_declined")),
        ("Cancelled by", "me", ("missed", "provider_absent")),
        ("Service", "Provider", None),
        ("Not available", "Monday", None),
    ],
)
def test_a_heading_says_what_and_the_cell_whom(heading: str, text: str, expected: tuple[str, str] | None) -> None:
    said = whom.of_whom(heading, text)
    assert (said and (said.status, said.reason)) == expected


def word(heading: str, text: str) -> Word:
    return Word(heading, text, statuses.read(text), heading == "Reason")


def test_an_illness_that_is_anybodys_adds_nothing_to_whose_absence_it_was() -> None:
    verdict = settle(Clues((word("Status", "cancelled by therapist"), word("Reason", "illness"))))
    assert (verdict.status, verdict.reason, verdict.code) == ("missed", "provider_absent", "")


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("out sick", "provider_absent"), ("called in sick", "provider_absent"), ("IEP mtg @ Elm St", "provider_meeting")],
)
def test_what_kept_a_provider_away_tells_more_or_nothing(reason: str, expected: str) -> None:
    verdict = settle(Clues((word("Status", "cancelled by therapist"), word("Reason", reason))))
    assert (verdict.status, verdict.reason, verdict.code) == ("missed", expected, "")


@pytest.mark.parametrize(("is_blank", "expected"), [(False, ("delivered", "")), (True, (None, "no_status"))])
def test_times_alone_give_no_session_whose_minutes_are_blank(is_blank: bool, expected: tuple[str | None, str]) -> None:
    verdict = settle(Clues(has_minutes=True, is_blank=is_blank))
    assert (verdict.status, verdict.code) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Group (not to exceed 3)", 3),
        ("small group, max 4", 4),
        ("Group of up to 5", 5),
        ("Group of 3", None),
        ("not to exceed 3 hours", None),
    ],
)
def test_the_most_in_a_group(text: str, expected: int | None) -> None:
    assert codes.group_most(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Special Education Classroom Teacher", True),
        ("Speech/Language Pathologist", True),
        ("Baker, Teacher", False),
        ("Occ. Therapist", True),
        ("Phys. Therapist", True),
        ("OT/COTA", True),
        ("Lin/COTA", False),
    ],
)
def test_a_post_names_nobody(text: str, expected: bool) -> None:
    assert codes.is_title(text) is expected


def test_so_many_days_say_no_cycle_by_themselves() -> None:
    said = [frequencies.read(text).problem for text in ("5 days", "10 day", "5 days a week", "daily")]
    assert said == ["days", "days", "", ""]


@pytest.mark.parametrize("status", ["Cancelled", "cancelled by school"])
def test_an_illness_alone_is_asked_about(status: str) -> None:
    verdict = settle(Clues((word("Status", status), word("Reason", "illness"))))
    assert (verdict.code, verdict.asked) == ("unknown_reason", "illness")


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        ("Student no-show", "not in school", ("missed", "student_absent", "")),
        ("Cancelled by therapist", "child care", ("missed", "provider_absent", "")),
        ("Provider meeting", "child study", ("missed", "provider_meeting", "")),
        ("School closed", "ice storm", ("missed", "emergency_closure", "")),
        ("School closed", "sewage", (None, None, "unknown_reason")),
        ("Cancelled", "child care", (None, None, "unknown_reason")),
    ],
)
def test_a_remark_adds_nothing_to_a_status_that_says_who_was_away(
    status: str, reason: str, expected: tuple[str | None, str | None, str]
) -> None:
    verdict = settle(Clues((word("Status", status), word("Reason", reason))))
    assert (verdict.status, verdict.reason, verdict.code) == expected


def test_an_unknown_reason_beside_a_known_absence_is_still_asked_about() -> None:
    verdict = settle(Clues((word("Status", "Student absent"), word("Reason", "QX7"))))
    assert (verdict.code, verdict.asked) == ("unknown_reason", "QX7")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 prompts", (6.0, "prompts")),
        ("40%", (40.0, "percent")),
        ("80% accuracy", (80.0, "percent")),
        ("1,200 steps", (1200.0, "steps")),
        ("12", (12.0, None)),
        ("4/5 trials", None),
        ("4 of 5 trials", None),
        ("80% of 5 trials", None),
        ("about 3", None),
    ],
)
def test_a_measure_with_its_unit(text: str, expected: tuple[float, str | None] | None) -> None:
    told = numbers.measured(text)
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected", "most"),
    [
        ("3 x 30 : 2", (30, 3, 90), 2),
        ("2x45:5", (45, 2, 90), 5),
        ("2 x 30 min, group of 4", (30, 2, 60), 4),
        ("2 x 30", (30, 2, 60), None),
        ("2x30x1", (30, 2, 60), 1),
        ("3x30x3", (30, 3, 90), 3),
        ("1:30 weekly", (None, None, 90), None),
    ],
)
def test_the_most_in_a_group_behind_a_frequency(text: str, expected: tuple[object, ...], most: int | None) -> None:
    said = frequencies.read(text)
    assert (said.minutes_per_session, said.sessions, said.amount_minutes) == expected
    assert group_sizes.read(text) == most


def test_a_moment_with_its_zone_is_the_clock_of_the_place() -> None:
    assert str(dates.read_time("2025-10-06T09:02:00-04:00").value) == "09:02:00"
    assert str(dates.read_time("2025-10-06 14:30:00Z").value) == "14:30:00"
    assert dates.read_time("9:00-09:30").code == "not_a_time"


def test_a_time_pasted_as_a_value_is_a_share_of_its_day() -> None:
    """8:30 is 8.5 / 24 = 0.354166667 of a day, 13:15 is 0.552083333; 8.30 is neither clock nor share."""
    assert str(dates.read_time("0.354166667").value) == "08:30:00"
    assert str(dates.read_time("45931.552083333").value) == "13:15:00"
    assert dates.read_time("8.30").code == "not_a_time"
    assert str(dates.read_time("08:15:00.0000000").value) == "08:15:00"


@pytest.mark.parametrize(("text", "expected"), [("Group session", "group"), ("Seen", None), ("Absent", None)])
def test_a_word_for_a_session_may_say_with_how_many(text: str, expected: str | None) -> None:
    assert statuses.read(text).grouping == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Missed: School Closure", "emergency_closure"),
        ("Missed: Field Trip", "school_event"),
        ("missed: student absent", "student_absent"),
    ],
)
def test_missed_and_behind_a_colon_why(text: str, reason: str) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == ("missed", reason)


def test_a_closed_school_that_was_answered_keeps_its_reason() -> None:
    closed = Word("Status", "School closed", of_answer("missed:emergency_closure"))
    assert settle(Clues((closed,))).reason == "emergency_closure"


@pytest.mark.parametrize(
    ("text", "name", "credentials"),
    [
        ("Luz Armendariz, LOT", "Armendariz, Luz", ["LOT"]),
        ("Kit Sand LOTA", "Sand, Kit", ["LOTA"]),
        ("Dr. Lou Tam, Ed.S., LSSP", "Tam, Lou", ["LSSP", "Ed.S."]),
        ("Ana Ma", "Ma, Ana", []),
        ("ANA MA", "MA, ANA", []),
        ("Ana Ma, OTR/L", "Ma, Ana", ["OTR/L"]),
        ("Ana Reed, MA", "Reed, Ana", ["MA"]),
        ("Ana Reed, LPN", "Reed, Ana", ["LPN"]),
        ("Ana Reed, TVI/COMS", "Reed, Ana", ["COMS", "TVI"]),
        ("Ana Reed, MS, OTR/L", "Reed, Ana", ["OTR/L", "MS"]),
        ("Ana Tod", "Tod, Ana", []),
        ("Ana Lin/Rae Quan", "Quan, Ana Lin/Rae", []),
    ],
)
def test_credentials_are_no_part_of_a_name(text: str, name: str, credentials: list[str]) -> None:
    """Ma behind a first name alone is a family name."""
    assert (names.provider(text), names.credentials(text)) == (name, credentials)
