"""Lists in blocks under titles of grades and schools, and what stands in brackets behind a name or a share."""

from tests.shapes.shape import Row, Shape, book, drawn, given, missed, shape, text


@shape
def grades_within_schools() -> Shape:
    """A roster with titles of schools, and of grades in each; a title that is no grade ends the one before it."""
    rows = drawn("""
        Enrollment list, fall 2025||||
        Local ID|Family name|Given name|DOB|Entry
        LINCOLN ELEMENTARY||||
        Kindergarten - Ms. Tanaka (2)||||
        50011|Abara|Noor|2/3/2020|8/20/2025
        50012|Bell|Catherine "Cate"|5/3/2020|8/20/2025
        1st Grade - Mr. Olsen||||
        50021|Dunn|Idalia (Dee)|2/3/2019|8/20/2025
        WASHINGTON ELEMENTARY||||
        50031|Fox|Uma|2/3/2015|9/2/2025
        Grade 5||||
        50032|Gil|Ana|2/3/2015|8/20/2025
        Ungraded||||
        50041|Hart|Jo|2/3/2012|8/20/2025
        """)

    def child(one: str, last: str, first: str, born: str, school: str, grade: str | None, start: str) -> Row:
        told = {"student_id": one, "last_name": last, "first_name": first, "birth_date": born, "school": school}
        return told | {"enrolled_from": start} | ({"grade": grade} if grade else {})

    lincoln, washington = "LINCOLN ELEMENTARY", "WASHINGTON ELEMENTARY"
    truth = [
        child("50011", "Abara", "Noor", "2020-02-03", lincoln, "K", "2025-08-20"),
        child("50012", "Bell", "Catherine", "2020-05-03", lincoln, "K", "2025-08-20"),
        child("50021", "Dunn", "Idalia", "2019-02-03", lincoln, "1", "2025-08-20"),
        child("50031", "Fox", "Uma", "2015-02-03", washington, None, "2025-09-02"),
        child("50032", "Gil", "Ana", "2015-02-03", washington, "5", "2025-08-20"),
        child("50041", "Hart", "Jo", "2012-02-03", washington, None, "2025-08-20"),
    ]
    return Shape("grades_within_schools", "enrollment.csv", text(rows), {"students": truth})


@shape
def a_tab_a_grade() -> Shape:
    """Class lists, a tab a grade that says nowhere else which one it is."""
    sheets = {
        "Grade 1": [["Student ID", "Last", "First"], ["70011", "Ames", "Bo"], ["70012", "Byrd", "Cy"]],
        "Pre-K": [["Student ID", "Last", "First"], ["70021", "Dahl", "Eve"]],
    }
    truth = [
        {"student_id": one, "last_name": last, "first_name": first, "grade": grade}
        for one, last, first, grade in (
            ("70011", "Ames", "Bo", "1"), ("70012", "Byrd", "Cy", "1"), ("70021", "Dahl", "Eve", "PK"),
        )
    ]  # fmt: skip
    return Shape("a_tab_a_grade", "class lists.xlsx", book(sheets), {"students": truth})


@shape
def posts_of_an_agency() -> Shape:
    """An agency's therapists with what they are behind their names, a post with nobody, shares that were others before."""
    rows = drawn("""
        Cedar Ridge Staffing: assignments||||
        Clinician|Home base|FTE|Start date|End date
        Ida Holm, OTR/L|Oak El|.6|8/20/2025|
        Open position (PT)|Oak El|.4||
        Ravi Sen, DPT|Elm MS|0.8 (was 1.0)|8/20/2025|
        Lou Marsh, MA, CCC-SLP|Elm MS|50% (100% through 12/19)|8/20/2025|
        Uri Falk, COTA/L|Oak El|1.0|10/6/2025|3/27/2026
        """)
    truth = [
        {"provider_name": name, "role": role, "fte": fte, "home_school": school, "start_date": start}
        for name, role, fte, school, start in (
            ("Holm, Ida", "OTR", 0.6, "Oak El", "2025-08-20"), ("Sen, Ravi", "PT", 0.8, "Elm MS", "2025-08-20"),
            ("Marsh, Lou", "SLP", 0.5, "Elm MS", "2025-08-20"), ("Falk, Uri", "COTA", 1.0, "Oak El", "2025-10-06"),
        )
    ]  # fmt: skip
    truth[3]["end_date"] = "2026-03-27"
    return Shape("posts_of_an_agency", "assignments.csv", text(rows), {"providers": truth})


@shape
def holidays_with_school() -> Shape:
    """A list of days on which holidays are days of school, and one makes up for the snow."""
    rows = drawn("""
        Date|Event|Students attend
        8/25/2025|First day of school|Y
        9/1/2025|Labor Day|N
        10/13/2025|Indigenous Peoples' Day (school in session)|Y
        11/11/2025|Veterans Day - schools open|Y
        1/19/2026|MLK Day|N
        1/27/2026|Snow day - to be made up 2/16|N
        2/16/2026|Presidents Day: regular school day, making up Jan 27|Y
        3/6/2026|School not in session|N
        4/10/2026|Early release|N
        """)
    truth = [
        {"day": day, "is_instructional": open_, "day_type": kind}
        for day, open_, kind in (
            ("2025-08-25", True, "full"), ("2025-09-01", False, "holiday"), ("2025-10-13", True, "full"),
            ("2025-11-11", True, "full"), ("2026-01-19", False, "holiday"), ("2026-01-27", False, "emergency_closed"),
            ("2026-02-16", True, "make_up_day"), ("2026-03-06", False, "holiday"),
        )
    ]  # fmt: skip
    waiting = {"calendar_days": {"waiting": [10]}}
    return Shape("holidays_with_school", "days.csv", text(rows), {"calendar_days": truth}, waiting)


@shape
def schools_beside_who_treats() -> Shape:
    """A log in blocks: each title names the school and who treats there, the first one above the headings."""
    rows = drawn("""
        PT log fall 2025|||
        LINCOLN ES - Ida Holm, PT|||
        Student|Date|Min|Status
        Ames, Bo|10/6/2025|30|seen
        Byrd, Cy|10/6/2025|30|absent
        WASHINGTON MS - Uri Falk, PTA|||
        Dahl, Eve|10/7/2025|30|seen
        Jefferson High - Ida Holm, PT|||
        Eng, Fay|10/8/2025|30|seen
        """)
    ida, uri = {"provider": "Holm, Ida"}, {"provider": "Falk, Uri"}
    truth = [
        given("Ames, Bo", "2025-10-06", 30, "PT", school="LINCOLN ES", **ida),
        missed("Byrd, Cy", "2025-10-06", "student_absent", "PT", minutes=30, school="LINCOLN ES", **ida),
        given("Dahl, Eve", "2025-10-07", 30, "PT", school="WASHINGTON MS", **uri),
        given("Eng, Fay", "2025-10-08", 30, "PT", school="Jefferson High", **ida),
    ]
    return Shape("schools_beside_who_treats", "pt log.csv", text(rows), {"sessions": truth})
