"""Tables found in the shapes that districts' sheets have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest import tables
from data.ingest.model import Table
from data.ingest.tables import legend, years
from data.ingest.tables.grid import of_sheet
from data.ingest.tables.layouts import across, rowblocks
from tests.data.sheets import of_rows, reasons, records, sheet
from tests.property.patience import examples


def one(drawn: str, name: str = "Sheet1") -> Table:
    (table,) = tables.find(sheet(drawn, name))
    return table


def test_a_plain_table_with_a_total() -> None:
    table = one("""
Student ID|Date      |Minutes
1         |09/02/2025|30
2         |09/03/2025|45
Total     |          |75""")
    assert (table.header_row, table.headings) == (1, ("Student ID", "Date", "Minutes"))
    assert records(table) == [(2, "1", "09/02/2025", "30"), (3, "2", "09/03/2025", "45")]
    assert reasons(table) == {4: "total"}


def test_head_block_becomes_columns_and_what_is_forbidden_stays_out() -> None:
    table = one("""
Lincoln County Schools
Service Log
Student:         |Ada Lin     |        |School:|Lincoln Elementary
Provider: Bo Oda |            |        |       |Diagnosis: none told
Month: September 2025

Date    |Start Time|End Time|Treatment Key|Service Type
9/2/2025|8:00 AM   |8:30 AM |A            |D
9/4/2025|8:00 AM   |8:30 AM |A            |SA

Key: D direct, SA student absent
Signature""")
    assert table.header_row == 7
    assert table.headings[5:] == ("Student", "School", "Provider", "Month")
    block = ("Ada Lin", "Lincoln Elementary", "Bo Oda", "September 2025")
    assert records(table) == [
        (8, "9/2/2025", "8:00 AM", "8:30 AM", "A", "D", *block),
        (9, "9/4/2025", "8:00 AM", "8:30 AM", "A", "SA", *block),
    ]
    assert reasons(table) == {
        1: "banner",
        2: "banner",
        3: "head block",
        4: "head block",
        5: "head block",
        6: "blank",
        10: "blank",
        11: "comment",
        12: "note below the table",
    }
    assert table.notes == ("Lincoln County Schools", "Service Log", "Month: September 2025")


def test_labels_without_colons_right_above_the_header() -> None:
    table = one("""
Student |Ada Lin   |Provider|Bo Oda
Date    |Start Time|End Time|Minutes
9/2/2025|8:00      |8:30    |30""")
    assert records(table) == [(3, "9/2/2025", "8:00", "8:30", "30", "Ada Lin", "Bo Oda")]
    assert table.headings[4:] == ("Student", "Provider")


def test_two_row_headings_with_groups() -> None:
    table = one("""
Services of the year
           |Student  |          |Required|        |Delivered|
ID         |Last Name|First Name|Minutes |Sessions|Minutes  |Sessions
1          |Lin      |Ada       |30      |2       |30       |1
2          |Oda      |Bo        |30      |2       |60       |2
Grand Total|         |          |60      |4       |90       |3""")
    assert table.headings == (
        "ID",
        "Student Last Name",
        "Student First Name",
        "Required Minutes",
        "Required Sessions",
        "Delivered Minutes",
        "Delivered Sessions",
    )
    assert [row[0] for row in records(table)] == [4, 5]
    assert reasons(table) == {1: "banner", 2: "group headings", 6: "total"}


def test_two_row_headings_merged_downwards() -> None:
    table = one("""
Student ID|Student Name|Push-in|         |Pull-out|
          |            |Minutes|Frequency|Minutes |Frequency
1         |Lin, Ada    |30     |Weekly   |60      |Monthly
2         |Oda, Bo     |       |         |30      |Weekly""")
    assert table.headings == ("Student ID", "Student Name", "Minutes", "Frequency", "Setting")
    assert records(table) == [
        (3, "1", "Lin, Ada", "30", "Weekly", "Push-in"),
        (3, "1", "Lin, Ada", "60", "Monthly", "Pull-out"),
        (4, "2", "Oda, Bo", "30", "Weekly", "Pull-out"),
    ]


def test_a_banner_over_known_headings_is_no_group() -> None:
    table = one("""
Lincoln School|    |Autumn
Student ID    |Date|Minutes
1             |9/2/2025|30""")
    assert table.headings == ("Student ID", "Date", "Minutes")


def test_sections_with_repeated_headers_and_subtotals() -> None:
    table = one("""
Student |Service Date|Minutes
Provider: Ada Lin
Cy      |9/2/2025    |30
Di      |9/3/2025    |30
Subtotal|            |60
Provider: Bo Oda
Student |Service Date|Minutes
Ed      |9/2/2025    |30
Total Bo|            |30
Grand total||90""")
    assert records(table) == [
        (3, "Cy", "9/2/2025", "30", "Ada Lin"),
        (4, "Di", "9/3/2025", "30", "Ada Lin"),
        (8, "Ed", "9/2/2025", "30", "Bo Oda"),
    ]
    assert reasons(table) == {
        2: "section title",
        5: "total",
        6: "section title",
        7: "repeated header",
        9: "total",
        10: "total",
    }


def test_a_block_for_each_student_is_one_table() -> None:
    table = one("""
Student: Ada
ID: 12
Date    |Min|Status
9/2/2025|30 |P

Student: Bo
ID: 13
Date    |Min|Status
9/2/2025|45 |SA""")
    assert table.headings == ("Date", "Min", "Status", "Student", "ID")
    assert records(table) == [(4, "9/2/2025", "30", "P", "Ada", "12"), (9, "9/2/2025", "45", "SA", "Bo", "13")]


def test_a_student_called_total_with_a_date_or_an_id_is_a_record() -> None:
    table = one("""
Student ID|Student |Date    |Minutes
1         |Total, A|9/2/2025|30
2         |Total   |9/2/2025|30
          |Total   |        |60""")
    assert [row[0] for row in records(table)] == [2, 3]


@pytest.mark.parametrize(
    "label", ["Subtotal (2)", "Elm Subtotal", "School total (2)", "Count: 2", "Elm Sum", "Total, Speech"]
)
def test_a_total_of_a_block_fills_every_column_of_amounts(label: str) -> None:
    table = one(f"""
Student  |Grade|OT Min|Speech Min
Quill, A |3    |30    |20
Roe, B   |2    |       |40
{label}  |     |30    |60
Total, Gia|1   |45    |15
Ames, C  |4    |30    |
{label}  |     |75    |15""")
    assert [row[1] for row in records(table)] == ["Quill, A", "Roe, B", "Total, Gia", "Ames, C"]


@pytest.mark.parametrize("label", ["Total", "Grand Total", "TOTALS:", "Sub-total"])
def test_a_total_with_a_day_and_a_service_is_no_child(label: str) -> None:
    table = one(f"""
Student  |Service|Date     |Minutes|Provider
Quill, A |OT     |10/6/2025|45     |Rae Nash
Roe, B   |OT     |10/7/2025|15     |Rae Nash
{label}  |OT     |10/31/2025|60    |Rae Nash
Total, Gia|OT    |10/8/2025|30     |Rae Nash""")
    assert [row[1] for row in records(table)] == ["Quill, A", "Roe, B", "Total, Gia"]


def test_where_names_are_single_words_total_may_be_one() -> None:
    table = one("""
Student|Service|Date     |Minutes
Quill  |OT     |10/6/2025|45
Total  |OT     |10/7/2025|15
Roe    |OT     |10/8/2025|30""")
    assert [row[1] for row in records(table)] == ["Quill", "Total", "Roe"]


@pytest.mark.parametrize("name", ["Total, Gia", "Sum, Gia", "Mei Sum", "Sumner, Gia"])
def test_a_child_who_is_called_so_and_has_all_that_records_have_is_kept(name: str) -> None:
    table = one(f"""
Student  |Grade|OT Min|Speech Min
Quill, A |3    |30    |30
Roe, B   |2    |30    |30
{name}   |4    |60    |60""")
    assert [row[0] for row in records(table)] == [2, 3, 4]


def month_grid(title: str, weekdays: bool = False) -> list[list[str]]:
    days = [str(day) for day in range(1, 31)]
    letters = [["", "", *(["M", "T", "W", "Th", "F", "S", "S"] * 5)[:30]]] if weekdays else []
    return [
        ["Therapist: Bo Oda"],
        [title],
        ["Student", "Service", *days, "Total"],
        *letters,
        ["Lin, Ada", "OT", "", "30", "SA", *[""] * 27, "30"],
        ["Oda, Bo", "PT", *[""] * 31],
        ["Di, Cy", "PT", "30", "", "MU/30", "-", *[""] * 5, "H", *[""] * 20, "60"],
        ["Total", "", *["0"] * 31],
    ]


def test_a_month_grid_becomes_a_record_for_each_filled_day() -> None:
    (table,) = tables.find(of_rows(month_grid("September 2025")))
    assert table.headings == ("Student", "Service", "Therapist", "Date", "Value")
    assert table.melted == ("Date", "Value")
    assert records(table) == [
        (4, "Lin, Ada", "OT", "Bo Oda", "2025-09-02", "30"),
        (4, "Lin, Ada", "OT", "Bo Oda", "2025-09-03", "SA"),
        (6, "Di, Cy", "PT", "Bo Oda", "2025-09-01", "30"),
        (6, "Di, Cy", "PT", "Bo Oda", "2025-09-03", "MU/30"),
        (6, "Di, Cy", "PT", "Bo Oda", "2025-09-10", "H"),
    ]
    assert reasons(table) == {1: "head block", 2: "banner", 5: "no day filled", 7: "total"}


def test_weekdays_under_the_days_and_the_month_in_the_sheets_name() -> None:
    (table,) = tables.find(of_rows(month_grid("Therapy", weekdays=True), "Oct_2025"))
    assert table.headings[:2] == ("Student", "Service")
    assert records(table)[0] == (5, "Lin, Ada", "OT", "Bo Oda", "2025-10-02", "30")


def test_a_month_without_a_year_takes_it_from_the_school_year() -> None:
    (autumn,) = tables.find(of_rows([["School Year: 2025-26"], *month_grid("September")]))
    (spring,) = tables.find(of_rows([["School Year: 2025-26"], *month_grid("March")]))
    assert (records(autumn)[0][-2], records(spring)[0][-2]) == ("2025-09-02", "2026-03-02")


def test_a_day_that_no_month_names_keeps_its_heading() -> None:
    (table,) = tables.find(of_rows(month_grid("Therapy")))
    assert records(table)[0][-2:] == ("2", "30")


def test_a_column_a_date() -> None:
    table = one("""
# percents, one row a goal
student_id|goal_name|2024-09-06|2024-09-13|2024-09-20
1         |Reads    |50        |          |60
2         |Writes   |          |70        |80""")
    assert table.headings == ("student_id", "goal_name", "Date", "Value")
    assert records(table) == [
        (3, "1", "Reads", "2024-09-06", "50"),
        (3, "1", "Reads", "2024-09-20", "60"),
        (4, "2", "Writes", "2024-09-13", "70"),
        (4, "2", "Writes", "2024-09-20", "80"),
    ]
    assert reasons(table) == {1: "comment"}


def test_dates_without_a_year_in_the_headings() -> None:
    table = one("""
School year 2025-26
Student|Minutes per week|9/5|12/12|1/9
Ada    |30              |30 |     |SA""")
    assert [row[-2:] for row in records(table)] == [("2025-09-05", "30"), ("2026-01-09", "SA")]


def test_two_tables_below_each_other() -> None:
    first, second = tables.find(
        sheet("""
Students
Student ID|Last Name|First Name
1         |Lin      |Ada

Sessions
Student ID|Date    |Minutes
1         |9/2/2025|30""")
    )
    assert (first.headings, records(first)) == (("Student ID", "Last Name", "First Name"), [(3, "1", "Lin", "Ada")])
    assert (second.header_row, records(second)) == (6, [(7, "1", "9/2/2025", "30")])
    assert (first.notes, second.notes) == (("Students",), ("Sessions",))


def test_merged_cells_are_filled_from_above_and_noted() -> None:
    table = one("""
Student |Service|Frequency|Minutes
Lin, Ada|OT     |Weekly   |30
        |PT     |Weekly   |30
Oda, Bo |OT     |Weekly   |30
        |PT     |Weekly   |20""")
    assert [row[1] for row in records(table)] == ["Lin, Ada", "Lin, Ada", "Oda, Bo", "Oda, Bo"]
    assert table.notes == ("Merged cells of Student were filled from above.",)


def test_missing_ids_beside_names_are_never_filled() -> None:
    table = one("""
Student ID|Student Name|Minutes
1         |Ada         |30
          |Bo          |30
          |Cy          |30""")
    assert [row[1] for row in records(table)] == ["1", None, None]


def test_an_id_missing_now_and_then_is_not_filled() -> None:
    rows = [["Student ID", "Date", "Minutes"], *([str(i % 9 or ""), "9/2/2025", "30"] for i in range(1, 40))]
    (table,) = tables.find(of_rows(rows))
    assert [row[1] for row in records(table)].count(None) == 4  # 9, 18, 27, 36


def test_a_pivot_beside_the_data_is_left_out() -> None:
    table = one("""
Student ID|Date    |Minutes||Row Labels |Sum of Minutes
1         |9/2/2025|30     ||1          |75
1         |9/3/2025|45     ||Grand Total|120
          |        |       ||(blank)    |""")
    assert table.headings == ("Student ID", "Date", "Minutes")
    assert reasons(table) == {4: "beside the table"}
    assert table.notes == ("Columns of a pivot beside the table were left out.",)


def test_tables_side_by_side() -> None:
    first, second = tables.find(
        sheet("""
Student ID|Date    |Minutes||School|Student ID|Grade
1         |9/2/2025|30     ||L     |1         |3
1         |9/3/2025|45     ||      |          |""")
    )
    assert records(first) == [(2, "1", "9/2/2025", "30"), (3, "1", "9/3/2025", "45")]
    assert records(second) == [(2, "L", "1", "3")]


def test_an_empty_first_column_and_a_dictionary_below() -> None:
    table = one("""
|Log of services

|Student|Date    |Min|Status
|Ada    |9/2/2025|30 |P
|Bo     |9/2/2025|30 |SA

|Code   |Meaning
|P      |Present
|SA     |Student absent""")
    assert records(table) == [(4, "Ada", "9/2/2025", "30", "P"), (5, "Bo", "9/2/2025", "30", "SA")]
    assert [why for row, why in reasons(table).items() if row > 6] == ["note below the table"] * 3


def test_rows_after_a_gap_that_hold_values_stay_records() -> None:
    table = one("""
Student|Date    |Min|Status
Ada    |9/2/2025|30 |P

Bo     |9/2/2025|   |SA""")
    assert [row[0] for row in records(table)] == [2, 4]


def test_headings_repeated_on_every_page() -> None:
    table = one("""
Student|Date    |Min|Status
Ada    |9/2/2025|30 |P
Page 1 of 2
Student|Date    |Min|Status
Bo     |9/2/2025|30 |SA
* Bo was ill""")
    assert [row[0] for row in records(table)] == [2, 5]
    assert reasons(table) == {3: "comment", 4: "repeated header", 6: "comment"}


def test_no_header_at_all() -> None:
    table = one("""
1|9/2/2025|30
2|9/2/2025|45""")
    assert (table.header_row, table.headings) == (None, ("Column A", "Column B", "Column C"))
    assert len(records(table)) == 2


def test_unknown_headings_over_values() -> None:
    table = one("""
Foo|Bar|Baz
a  |1  |2
b  |2  |3""")
    assert (table.header_row, table.headings) == (1, ("Foo", "Bar", "Baz"))


def test_running_text_is_no_table() -> None:
    table = one("""
How to fill in this workbook
Write one row a session.""")
    assert (records(table), reasons(table)) == ([], {1: "text", 2: "text"})


def test_an_empty_sheet_has_no_table() -> None:
    assert tables.find(of_rows([["", ""], ["", ""]])) == []


def test_label_rows_of_several_cells_end_the_student_above_them() -> None:
    table = one("""
Student Name:|Lin, Ada|DOB:     |1/1/2015
Grade:       |3       |School:  |Lincoln

Service      |Minutes |Frequency|Start Date|End Date
OT           |30      |weekly   |9/1/2025  |6/1/2026
PT           |30      |weekly   |9/1/2025  |6/1/2026

Student Name:|Oda, Bo |DOB:     |1/1/2014
Grade:       |4       |School:  |Hill

Service      |Minutes |Frequency|Start Date|End Date
OT           |60      |weekly   |9/1/2025  |6/1/2026""")
    assert table.headings[5:] == ("Student Name", "DOB", "Grade", "School")
    assert [(row[0], *row[6:]) for row in records(table)] == [
        (5, "Lin, Ada", "1/1/2015", "3", "Lincoln"),
        (6, "Lin, Ada", "1/1/2015", "3", "Lincoln"),
        (12, "Oda, Bo", "1/1/2014", "4", "Hill"),
    ]


def test_section_titles_that_are_services_or_schools() -> None:
    services = one("""
Student |Minutes|Frequency
Speech-Language Therapy
Lin, Ada|30     |2x weekly
Occupational Therapy
Lin, Ada|30     |weekly""")
    assert services.headings[3:] == ("Service",)
    assert [row[-1] for row in records(services)] == ["Speech-Language Therapy", "Occupational Therapy"]
    schools = one("""
Lincoln Elementary
Student |Minutes|Frequency
Lin, Ada|30     |2x weekly

Hill Middle School
Student |Minutes|Frequency
Oda, Bo |30     |weekly""")
    assert [row[-1] for row in records(schools)] == ["Lincoln Elementary", "Hill Middle School"]


def test_a_title_in_a_column_that_the_records_leave_open_is_that_columns() -> None:
    table = one("""
Student |Date    |Minutes
Lin, Ada|        |
        |9/1/2025|30
        |9/2/2025|30
Oda, Bo |        |
        |9/1/2025|30""")
    assert table.headings == ("Date", "Minutes", "Student")
    assert [row[-1] for row in records(table)] == ["Lin, Ada", "Lin, Ada", "Oda, Bo"]


def test_a_student_whose_other_cells_are_blank_is_a_record() -> None:
    table = one("""
Student Name|DOB     |School |Grade
Lin, Ada    |1/2/2015|Lincoln|3
Oda, Bo     |        |       |
Di, Cy      |1/3/2015|Hill   |4""")
    assert [row[0] for row in records(table)] == [2, 3, 4]


def test_groups_repeated_sideways_are_put_below_each_other() -> None:
    table = one("""
Student ID|Name|Date 1  |Minutes 1|Date 2  |Minutes 2
1         |Ada |9/1/2025|30       |9/8/2025|45
2         |Bo  |        |         |9/1/2025|30
3         |Cy  |        |         |        |""")
    assert table.headings == ("Student ID", "Name", "Date", "Minutes")
    assert records(table) == [
        (2, "1", "Ada", "9/1/2025", "30"),
        (2, "1", "Ada", "9/8/2025", "45"),
        (3, "2", "Bo", "9/1/2025", "30"),
        (4, "3", "Cy", None, None),
    ]


def test_two_parents_make_no_records() -> None:
    table = one("""
Student ID|Name|Parent 1 Name|Parent 1 Phone|Parent 2 Name|Parent 2 Phone
1         |Ada |a            |1             |b            |2""")
    assert len(table.headings) == 6


def test_hints_under_the_headings() -> None:
    table = one("""
Student ID|Session Date|Minutes
(required)|MM/DD/YYYY  |(whole number)
1         |9/1/2025    |30""")
    assert reasons(table) == {2: "hints under the headings"}


def test_a_table_of_unknown_headings_above_a_known_one() -> None:
    first, second = tables.find(
        sheet("""
Thing|Amount|Other
a    |1     |2
b    |2     |3
c    |3     |4

Student ID|Date|Minutes
1|9/1/2025|30""")
    )
    assert (len(records(first)), first.headings) == (3, ("Thing", "Amount", "Other"))
    assert [row[0] for row in records(second)] == [7]


def test_two_months_in_one_grid() -> None:
    top = ["School Year 2025-26", "", "September", "", "", "", "October", "", "", "", "", ""]
    days = ["Student", "Service", "26", "27", "29", "30", "1", "2", "3", "6", "7", "8"]
    marks = ["Lin, Ada", "OT", "", "", "", "30", "SA", "", "", "", "", ""]
    (table,) = tables.find(of_rows([top[:1], ["", "", *top[2:]], days, marks]))
    assert records(table) == [
        (4, "Lin, Ada", "OT", "2025-09-30", "30"),
        (4, "Lin, Ada", "OT", "2025-10-01", "SA"),
    ]


def test_two_months_with_their_years_in_one_grid() -> None:
    days = ["Student", "24", "26", "29", "30", "1", "2", "3", "6"]
    rows = [["", "September 2025", "", "", "", "October 2025"], days, ["Lin, Ada", "", "", "", "30", "SA", "", "", ""]]
    (table,) = tables.find(of_rows(rows))
    assert records(table) == [(3, "Lin, Ada", "2025-09-30", "30"), (3, "Lin, Ada", "2025-10-01", "SA")]


def test_a_week_with_dates_under_its_days() -> None:
    table = one("""
Log of 2025-26
Student |Mon |Tue |Wed |Thu|Fri
        |9/29|9/30|10/1|   |10/3
Lin, Ada|30  |    |SA  |   |""")
    assert records(table) == [(4, "Lin, Ada", None, "2025-09-29", "30"), (4, "Lin, Ada", None, "2025-10-01", "SA")]


def test_a_record_of_many_dates_under_an_open_heading_is_a_record() -> None:
    table = one("""
  |Student|DOB     |Start Date|End Date
1 |Ada    |1/1/2015|9/1/2025  |6/1/2026
2 |Bo     |1/2/2015|9/1/2025  |6/1/2026""")
    assert table.headings == ("Column A", "Student", "DOB", "Start Date", "End Date")
    assert [row[0] for row in records(table)] == [2, 3]


HEADINGS = ["Student ID", "Student Name", "Service", "Session Date", "Minutes", "Status", "School"]
RECORDS = st.lists(
    st.tuples(
        st.integers(1, 99_999).map(str),
        st.sampled_from(["Lin, Ada", "Oda-Fox, Bo", "de la Cruz, Cy", "Total, Al", "May, June"]),
        st.sampled_from(["OT", "Speech", "450 - Occupational Therapy", ""]),
        st.dates().map(lambda day: f"{day.month}/{day.day}/{2000 + day.year % 99:04d}"),
        st.integers(0, 90).map(str),
        st.sampled_from(["P", "SA", "Total Communication", "School Holiday", ""]),
        st.sampled_from(["Lincoln Elementary", "Hill", ""]),
    ).map(list),
    min_size=2,
    max_size=12,
)
ABOVE = st.lists(
    st.sampled_from([[], ["Lincoln Schools"], ["# one row a session"], ["Log", "", "2025"], ["Grade: 3"]]), max_size=4
)
TOTAL = ["", "", "", "", "120", "", ""]
BETWEEN = st.lists(st.sampled_from([[], ["Grand Total"], TOTAL, ["Page 2 of 3"], HEADINGS]), max_size=2)


@pytest.mark.slow
@given(RECORDS, ABOVE, st.data(), st.permutations(range(7)), st.integers(0, 2))
@examples(80)
def test_records_come_through_whatever_stands_around_them(
    listed: list[list[str]], above: list[list[str]], draw: st.DataObject, order: list[int], left: int
) -> None:
    def moved(row: list[str]) -> list[str]:
        return [""] * left + [row[i] for i in order]

    rows, places = [*([""] * left + row for row in above), moved(HEADINGS)], []
    for record in listed:
        rows.append(moved(record))
        places.append(len(rows))
        for row in draw.draw(BETWEEN):
            spread = moved(row) if len(row) == len(HEADINGS) else [""] * left + row
            if row == TOTAL:
                spread[next(i for i, cell in enumerate(spread) if i >= left and not cell)] = "Total"
            rows.append(spread)
    (table,) = tables.find(of_rows(rows))
    assert table.header_row == len(above) + 1
    assert table.headings[:7] == tuple(HEADINGS[i] for i in order)
    told = [(place, *(record[i] or None for i in order)) for place, record in zip(places, listed, strict=True)]
    assert [row[:8] for row in records(table)] == told


WORDS = [
    "",
    "",
    "Student",
    "Student ID",
    "Date",
    "Minutes",
    "Status",
    "Total",
    "Grand Total",
    "Provider: Ada Lin",
    "# note",
]
VALUES = ["9/2/2025", "30", "Lin, Ada", "SA", "September 2025", "1", "2", "x" * 90, "Month:", "Row Labels", " "]
CELLS = st.sampled_from(WORDS + VALUES)
HEADER = ["Student", "Date", "Minutes", "Status"]
GRID = ["Student", *map(str, range(1, 13))]


@pytest.mark.slow
@given(
    st.lists(
        st.one_of(st.lists(CELLS, max_size=14), st.just(HEADER), st.just(GRID), st.just([])), min_size=1, max_size=14
    )
)
@examples(120)
def test_every_row_is_header_record_or_left_out_with_a_reason(rows: list[list[str]]) -> None:
    found = tables.find(of_rows(rows))
    blank = not any(cell.strip() for row in rows for cell in row)
    assert bool(found) != blank
    headers = {table.header_row for table in found if table.header_row}
    told = {number for table in found for number in table.row_numbers.to_pylist()}
    left = {number for table in found for number in reasons(table)}
    grid = of_sheet(of_rows(rows))
    if not blank and rowblocks.tall(grid) is across.upright(grid) is grid:  # else records are of columns or of blocks
        assert headers | told | left == set(range(1, len(rows) + 1))
    for table in found:
        own = set(table.row_numbers.to_pylist())
        assert not own & set(reasons(table)) and table.header_row not in own | set(reasons(table))
        assert len(table.left_out) == len(reasons(table))
        assert table.body.num_columns == len(table.headings) and table.body.num_rows == len(table.row_numbers)
        assert all(one.reason for one in table.left_out)


@pytest.mark.parametrize(
    ("around", "september", "january"),
    [
        ("School Year 2025-26", 2025, 2026),
        ("SY 25/26", 2025, 2026),
        ("Fall 2025", 2025, 2026),
        ("Spring 2026", 2025, 2026),
        ("September 2025", 2025, 2026),
        ("Printed 01/15/2026", 2025, 2026),
        ("OT Log 2025", None, None),
        ("OT Log", None, None),
    ],
)
def test_the_year_of_a_month_follows_from_what_stands_around(
    around: str, september: int | None, january: int | None
) -> None:
    assert [years.of(month, (around,), (9, 1)) for month in (9, 1)] == [september, january]


def test_a_bare_year_tells_the_months_of_one_half() -> None:
    assert years.of(10, ("OT Log 2025",), (9, 10, 12)) == 2025


def test_a_key_is_read_in_all_its_forms() -> None:
    told = {"p": "Present", "a": "Absent"}
    forms = ("Key: P = Present, A = Absent", "P=Present A=Absent", "P - Present; A - Absent", "P: Present   A: Absent")
    assert [legend.read([(form,)]) for form in forms] == [told] * 4
    assert legend.read([("P", "Present"), ("A", "Absent")]) == told
    assert legend.read([("P = Present",), ("P = Provider absent",), ("Total", "30")]) == {}


def test_a_sum_of_each_day_under_a_grid_is_no_student() -> None:
    """Six days of a month with gaps between them are days, as no count of columns is."""
    table = one("""
OCTOBER 2025 |   |  |  |  |  |  |
Student      |ID |3 |5 |6 |10|12|13
Lin, Ada     |1  |30|  |20|  |  |
Oda, Bo      |2  |  |30|  |AB|25|
Total minutes|   |30|30|20|  |25|""")
    assert table.melted is not None
    assert {row[1] for row in records(table)} == {"Lin, Ada", "Oda, Bo"}
    assert reasons(table)[5] == "total"


@pytest.mark.parametrize("counts", ["1|2|3|4", "9|10|11|12", "1|2|3|4|5|7"])
def test_numbers_that_follow_one_another_are_no_days(counts: str) -> None:
    cells = "|".join("5" for _ in counts.split("|"))
    tables_found = tables.find(sheet(f"Student ID|Service|{counts}\n1|OT|{cells}\n2|OT|{cells}", "October 2025"))
    assert all(table.melted is None for table in tables_found)


def test_labels_beside_values_are_no_headings_however_few_columns_follow() -> None:
    table = one("""
Name of Student:        |Ingram, Bea
ID:                     |48223

Amount and How Often    |Bus|Who Pays|Review On
60 minutes per week     |N  |District|04/27/2026
90 minutes per month    |Y  |District|03/27/2026""")
    assert table.header_row == 4
    assert table.headings[:4] == ("Amount and How Often", "Bus", "Who Pays", "Review On")
    assert [record[1] for record in records(table)] == ["60 minutes per week", "90 minutes per month"]


def test_a_service_with_its_code_before_it_is_no_provider_with_a_role() -> None:
    told = one("""
Type of Service: |ST - Speech Therapy

Student     |Date   |Minutes
Dunmore, Kit|9/16/25|20
Ingram, Lou |9/15/25|45""")
    assert told.headings == ("Student", "Date", "Minutes", "Type of Service")
    assert records(told)[0][1:] == ("Dunmore, Kit", "9/16/25", "20", "ST - Speech Therapy")
    named = one("""
PT: Quan, Rae

Student     |Date   |Minutes
Dunmore, Kit|9/16/25|20""")
    assert named.headings == ("Student", "Date", "Minutes", "Provider", "Provider Role")
