"""IEP service lines in words, flags and odd units."""

from datetime import date

from tests.shapes.shape import Shape, book, drawn, line, ods, shape, text, times

START, END = "2025-08-25", "2026-06-05"


@shape
def frequencies_in_words() -> Shape:
    """Every wording of a frequency; as needed is unusable, biweekly is a question."""
    rows = drawn("""
        Student ID|Service|Frequency|Start Date
        30001|OT|twice a week for 30 minutes|8/25/2025
        30002|OT|30 min every other week|8/25/2025
        30003|OT|2x30/wk|8/25/2025
        30004|OT|120 min/quarter|8/25/2025
        30005|OT|30 minutes per 6-day cycle|8/25/2025
        30006|OT|30 minutes weekly, 3 of 4 weeks|8/25/2025
        30007|OT|30-45 min weekly|8/25/2025
        30008|OT|1 hour per month|8/25/2025
        30009|OT|One 30-minute session per week|8/25/2025
        30010|OT|60 minutes per semester|8/25/2025
        30011|OT|15 minutes daily|8/25/2025
        30012|OT|three times weekly, 20 minutes each|8/25/2025
        30013|OT|5 days a week, 30 minutes|8/25/2025
        30014|OT|300 min per IEP year|8/25/2025
        30015|OT|as needed|8/25/2025
        30016|OT|30 min biweekly|8/25/2025
        """)
    told = {"start_date": START}
    truth = [
        line("30001", "OT", 60, "week", **times(2, 30), **told),
        line("30002", "OT", 30, "weeks:2", **told),
        line("30003", "OT", 60, "week", **times(2, 30), **told),
        line("30004", "OT", 120, "quarter", **told),
        line("30005", "OT", 30, "rotation:6", **told),
        line("30006", "OT", 90, "weeks:4", **times(3, 30), **told),
        line("30007", "OT", 30, "week", **told),
        line("30008", "OT", 60, "month", **told),
        line("30009", "OT", 30, "week", **times(1, 30), **told),
        line("30010", "OT", 60, "semester", **told),
        line("30011", "OT", 15, "rotation:1", **told),
        line("30012", "OT", 60, "week", **times(3, 20), **told),
        line("30013", "OT", 150, "week", **times(5, 30), **told),
        line("30014", "OT", 300, "iep_year", **told),
        line("30015", "OT", None, None, is_usable=False, **told),
    ]
    return Shape(
        "frequencies_in_words", "frequencies.csv", text(rows), {"service_lines": truth},
        {"service_lines": {"waiting": [17]}}, ("30 min biweekly",),
    )  # fmt: skip


@shape
def two_flags() -> Shape:
    """Two flags settle kind and setting: direct, and excludes from general education."""
    rows = drawn("""
        Student ID|Student Name|Service|Direct|Excludes from Gen Ed|Minutes per Month|Start Date|End Date
        81001|Vance, Opal|Occupational Therapy|Y|Y|120|08/25/2025|06/05/2026
        81002|Weiss, Otto|Occupational Therapy|Y|N|90|08/25/2025|06/05/2026
        81003|Yates, Una|Occupational Therapy|N|N|30|08/25/2025|06/05/2026
        """)
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("81001", "OT", 120, "month", student="Vance, Opal", setting="pull_out", **dates),
        line("81002", "OT", 90, "month", student="Weiss, Otto", setting="push_in", **dates),
        line("81003", "OT", 30, "month", student="Yates, Una", **{**dates, "kind": "indirect"}, setting="push_in"),
    ]
    return Shape("two_flags", "summary of services.csv", text(rows), {"service_lines": truth})


@shape
def day_numbers() -> Shape:
    """Excel's day numbers, ids with leading noughts, thousands with commas."""
    rows = drawn("""
        Perm ID|Service|Annual Minutes|Start Date|End Date|Therapist
        00451|OT|1,620|45894|46178|Moss, Jan
        00452|OT|1,080|45894|46178|Moss, Jan
        00453|PT|540|45901|46178|Nash, Lee
        """)
    # 45894 is 2025-08-25: 45894 - 45658 (2025-01-01) = 236 days on.
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("00451", "OT", 1620, "year", provider="Moss, Jan", **dates),
        line("00452", "OT", 1080, "year", provider="Moss, Jan", **dates),
        line("00453", "PT", 540, "year", provider="Nash, Lee", **{**dates, "start_date": "2025-09-01"}),
    ]
    return Shape("day_numbers", "export.csv", text(rows), {"service_lines": truth})


@shape
def hours_a_week() -> Shape:
    """Amounts in hours, also as h:mm, in an OpenDocument sheet."""
    rows = drawn("""
        Student ID|Pupil Name|Type of Service|Hours per week|Date Start|Date End
        P-77|Lund, Siv|Specialized Instruction|2.5|08/25/2025|06/05/2026
        P-78|Maki, Eero|Occupational Therapy|0:45|08/25/2025|06/05/2026
        P-79|Nunn, Pat|Occupational Therapy|.5|08/25/2025|06/05/2026
        """)
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("P-77", "SDI", 150, "week", student="Lund, Siv", **dates),
        line("P-78", "OT", 45, "week", student="Maki, Eero", **dates),
        line("P-79", "OT", 30, "week", student="Nunn, Pat", **dates),
    ]
    return Shape("hours_a_week", "sped hours.ods", ods(rows), {"service_lines": truth})


@shape
def sheet_a_service() -> Shape:
    """A workbook with a sheet a service; the columns change places between the sheets."""
    occupational = [
        ["Occupational Therapy Caseload", "", "", "", ""],
        ["ID #", "Student", "Frequency", "Minutes", "IEP Start Date"],
        [610001, "Ash, Rue", "1x/week", 30, date(2025, 8, 25)],
        [610002, "Birch, Sol", "2x/month", 45, date(2025, 8, 25)],
    ]
    physical = [
        ["Physical Therapy Caseload", "", "", "", ""],
        ["Student", "Minutes", "IEP Start Date", "ID #", "Frequency"],
        ["Cedar, Tam", 30, date(2025, 9, 2), 610003, "1x/week"],
    ]
    truth = [
        line("610001", "OT", 30, "week", student="Ash, Rue", **times(1, 30), start_date=START),
        line("610002", "OT", 90, "month", student="Birch, Sol", **times(2, 45), start_date=START),
        line("610003", "PT", 30, "week", student="Cedar, Tam", **times(1, 30), start_date="2025-09-02"),
    ]
    return Shape(
        "sheet_a_service", "Caseloads.xlsx", book({"OT": occupational, "PT": physical}), {"service_lines": truth}
    )


@shape
def minutes_of_what() -> Shape:
    """Minutes without any cycle: whether by week or month is a question; nothing goes in."""
    rows = drawn("""
        Student ID|Service|Minutes|Start Date
        40001|OT|60|8/25/2025
        40002|OT|30|8/25/2025
        """)
    return Shape(
        "minutes_of_what", "ot minutes.csv", text(rows), {}, {"service_lines": {"waiting": [2, 3]}}
    )  # fmt: skip


@shape
def broken_amounts() -> Shape:
    """Errors, blanks, masks and ends before starts are rejected, each by itself; the good rows go in."""
    rows = drawn("""
        Student ID|Service|Minutes per Week|Start Date|End Date
        50001|OT|#DIV/0!|8/25/2025|6/5/2026
        50002|OT|N/A|8/25/2025|6/5/2026
        50003|OT|30|6/5/2026|8/25/2025
        50004|OT|30|13/45/2025|6/5/2026
        50005|OT|30|8/25/2025|6/5/2026
        |OT|30|8/25/2025|6/5/2026
        50007|OT|-30|8/25/2025|6/5/2026
        """)
    truth = [line("50005", "OT", 30, "week", start_date=START, end_date=END)]
    return Shape(
        "broken_amounts", "ot.csv", text(rows), {"service_lines": truth},
        {"service_lines": {"rejected": [2, 3, 4, 5, 7, 8]}},
    )  # fmt: skip


@shape
def wide_services() -> Shape:
    """A row a student with a column of weekly minutes for each service: as many lines as filled columns."""
    rows = drawn("""
        Student ID|Last Name|First Name|OT Min/Wk|PT Min/Wk|Speech Min/Wk|IEP Start Date
        620001|Aster|Wyn|30|60||8/25/2025
        620002|Briar|Zoe|||45|8/25/2025
        """)
    told = {"start_date": START}
    truth = [
        line("620001", "OT", 30, "week", student="Aster, Wyn", **told),
        line("620001", "PT", 60, "week", student="Aster, Wyn", **told),
        line("620002", "SLP", 45, "week", student="Briar, Zoe", **told),
    ]
    return Shape("wide_services", "related services.csv", text(rows), {"service_lines": truth})


@shape
def plans_and_summer() -> Shape:
    """504 plans beside IEPs, an extended school year flag, an OTR of record for an assistant's line."""
    rows = drawn("""
        Service ID|Student ID|Plan Type|Service|Frequency|ESY|Provider ID|Supervising OTR|Start Date|End Date
        L-1|630001|IEP|OT|30 min weekly|No|E200|E100|8/25/2025|6/5/2026
        L-2|630001|IEP|OT|30 min weekly|Yes|E200|E100|6/15/2026|7/17/2026
        L-3|630002|504 Plan|OT|20 min monthly|No|E100||8/25/2025|6/5/2026
        """)
    truth = [
        line("630001", "OT", 30, "week", line_id="L-1", provider_id="E200", otr_of_record_id="E100",
             start_date=START, end_date=END),
        line("630001", "OT", 30, "week", line_id="L-2", provider_id="E200", otr_of_record_id="E100",
             start_date="2026-06-15", end_date="2026-07-17") | {"esy": True},
        line("630002", "OT", 20, "month", line_id="L-3", provider_id="E100", start_date=START, end_date=END)
        | {"plan_type": "504"},
    ]  # fmt: skip
    return Shape("plans_and_summer", "lines.csv", text(rows), {"service_lines": truth})


@shape
def own_words_for_lines() -> Shape:
    """A caseload whose amounts stand under headings that nobody else uses; the class teacher treats nobody."""
    rows = drawn("""
        Student|ID|Teacher|Therapy|How much|Model|Begins|Ends
        Arbor, Lin|640001|Smith|OT|2x30/wk|Pull-out|8/25/2025|6/5/2026
        Beech, Moe|640002|Jones|PT|60 min/month|Push-in|8/25/2025|6/5/2026
        """)
    dates = {"start_date": START, "end_date": END}
    truth = [
        line("640001", "OT", 60, "week", student="Arbor, Lin", **times(2, 30), setting="pull_out", **dates),
        line("640002", "PT", 60, "month", student="Beech, Moe", setting="push_in", **dates),
    ]
    return Shape("own_words_for_lines", "my caseload.csv", text(rows), {"service_lines": truth}, asked=("Teacher",))


@shape
def direct_and_consult() -> Shape:
    """Direct minutes a week and consult minutes a month in one row; individual and group in another sheet."""
    direct = drawn("""
        Student ID|Service Type|Direct Minutes per Week|Consult Minutes per Month|Start Date
        650001|OT|60|15|8/25/2025
        650002|OT||30|8/25/2025
        """)
    groups = drawn("""
        Student ID|Service Type|Individual Min/Wk|Group Min/Wk|Start Date
        650003|SLP|30|60|8/25/2025
        650004|SLP||45|8/25/2025
        """)
    told = {"start_date": START}
    consult = {**told, "kind": "indirect"}
    truth = [
        line("650001", "OT", 60, "week", **told),
        line("650001", "OT", 15, "month", **consult),
        line("650002", "OT", 30, "month", **consult),
        line("650003", "SLP", 30, "week", grouping="individual", **told),
        line("650003", "SLP", 60, "week", grouping="group", **told),
        line("650004", "SLP", 45, "week", grouping="group", **told),
    ]
    data = book({"Direct": direct, "Groups": groups})
    return Shape("direct_and_consult", "minutes.xlsx", data, {"service_lines": truth})


@shape
def inside_and_outside() -> Shape:
    """Minutes inside and outside of general education with one frequency for both, and a role where the person stands."""
    rows = drawn("""
        Student ID|Service|Inside Gen Ed Minutes|Outside Gen Ed Minutes|Frequency|Responsible Staff|Start Date
        651001|OT|30|30|Weekly|Occupational Therapist|8/25/2025
        651002|OT||60|Monthly|Occupational Therapist|8/25/2025
        """)
    told = {"start_date": START}
    truth = [
        line("651001", "OT", 30, "week", setting="push_in", **told),
        line("651001", "OT", 30, "week", setting="pull_out", **told),
        line("651002", "OT", 60, "month", setting="pull_out", **told),
    ]
    return Shape("inside_and_outside", "grid.csv", text(rows), {"service_lines": truth})


@shape
def count_of_what() -> Shape:
    """Small numbers beside minutes under a heading that nobody knows: are the minutes a session's or a week's?"""
    rows = drawn("""
        Student ID|Service|Minutes|Bx|Frequency|Start Date
        652001|OT|30|2|Weekly|8/25/2025
        652002|OT|60|1|Weekly|8/25/2025
        """)
    waiting = {"service_lines": {"waiting": [2, 3]}}
    return Shape("count_of_what", "ot.csv", text(rows), {}, waiting, ("Bx",))


@shape
def services_sideways() -> Shape:
    """Service 1, Minutes 1, Frequency 1 and again: as many lines as filled groups."""
    rows = drawn("""
        Student ID|Service 1|Minutes 1|Frequency 1|Service 2|Minutes 2|Frequency 2
        653001|OT|30|Weekly|PT|60|Monthly
        653002|SLP|30|Weekly|||
        """)
    truth = [
        line("653001", "OT", 30, "week"),
        line("653001", "PT", 60, "month"),
        line("653002", "SLP", 30, "week"),
    ]
    return Shape("services_sideways", "services.csv", text(rows), {"service_lines": truth})
