"""Who is who: students, schools, providers, and where they are."""

from tests.shapes.shape import Row, Shape, archive, book, drawn, shape, text


def _student(student_id: str, last: str, first: str, grade: str | None, **more: object) -> Row:
    return {"student_id": student_id, "last_name": last, "first_name": first, "grade": grade, **more}


@shape
def power_school() -> Shape:
    """Tab-delimited, headings with underscores, grades as numbers, an id with noughts."""
    rows = drawn("""
        Student_Number|LastFirst|Last_Name|First_Name|Grade_Level|SchoolID|DOB|EntryDate|ExitDate
        0008801|Ames, Bee|Ames|Bee|0|North|02/11/2020|08/25/2025|
        0008802|Boyd, Cam|Boyd|Cam|3|North|05/30/2017|08/25/2025|12/19/2025
        0008803|Clay, Dot|Clay|Dot|12|South|09/09/2008|08/25/2025|
        """)
    truth = [
        _student("0008801", "Ames", "Bee", "K", school="North", birth_date="2020-02-11", enrolled_from="2025-08-25"),
        _student("0008802", "Boyd", "Cam", "3", school="North", birth_date="2017-05-30", enrolled_from="2025-08-25",
                 enrolled_to="2025-12-19"),
        _student("0008803", "Clay", "Dot", "12", school="South", birth_date="2008-09-09", enrolled_from="2025-08-25"),
    ]  # fmt: skip
    return Shape("power_school", "student.export.text", text(rows, "\t"), {"students": truth})


@shape
def paged_class_list() -> Shape:
    """A printed list: banners, which name the school, and headings again on every page."""
    page = [["Student Name", "Student ID", "Grade", "Birthdate", "Program"]]
    rows = [
        ["Elm Street Elementary School", "09/15/2025"],
        ["2025-2026", "Special Education Class List", "Page 1"],
        *page,
        ["Teacher#", "101", "Teacher: Barr E"],
        ["Dale, Eve", "100001", "3", "09/15/2016", "RSP"],
        ["Egan, Fin", "100002", "KG", "01/20/2020", "SDC"],
        ["Elm Street Elementary School", "09/15/2025"],
        ["2025-2026", "Special Education Class List", "Page 2"],
        *page,
        ["Teacher#", "904", "Teacher: Kerr,G"],
        ["Ford, Gia", "100003", "TK", "11/02/2020", "RSP"],
        ["Total Students", "3"],
    ]
    truth = [
        _student("100001", "Dale", "Eve", "3", birth_date="2016-09-15"),
        _student("100002", "Egan", "Fin", "K", birth_date="2020-01-20"),
        _student("100003", "Ford", "Gia", "TK", birth_date="2020-11-02"),
    ]
    truth = [{**one, "school": "Elm Street Elementary School"} for one in truth]
    return Shape("paged_class_list", "class list.csv", text(rows), {"students": truth})


@shape
def iep_dates() -> Shape:
    """An IEP system's dates of students: facts of the roster beside dates that no dataset holds."""
    rows = drawn("""
        SEIS ID|SSID|Last Name|First Name|Student Middle Name|Date of Birth|School of Attendance|Grade Level|Case Manager|Disability 1|Date of Next Annual Plan Review
        3100001|9000000001|Gray|Hope|Q|01/05/2016|Maple Elementary|03|Ramos, Elena|SLD|09/01/2026
        3100002|9000000002|Hill|Iris||03/22/2015|Maple Elementary|18|Ramos, Elena|OHI|10/15/2026
        """)  # noqa: E501
    truth = [
        _student("3100001", "Gray", "Hope", "3", school="Maple Elementary", birth_date="2016-01-05",
                 other_ids="ssid=9000000001"),
        _student("3100002", "Hill", "Iris", "12+", school="Maple Elementary", birth_date="2015-03-22",
                 other_ids="ssid=9000000002"),
    ]  # fmt: skip
    return Shape("iep_dates", "IEP dates.csv", text(rows, encoding="utf-8-sig"), {"students": truth})


@shape
def one_roster() -> Shape:
    """The roster standard's zip: users of several roles, schools, enrolments."""
    users = drawn("""
        sourcedId|status|dateLastModified|enabledUser|orgSourcedIds|role|username|givenName|familyName|identifier|grades
        u-1|active|2025-08-01|true|org-1|student|ames.bee|Bee|Ames|0008801|KG
        u-2|active|2025-08-01|true|org-1|student|boyd.cam|Cam|Boyd|0008802|03
        u-3|active|2025-08-01|true|org-1|teacher|clay.dot|Dot|Clay|E-100|
        """)
    orgs = drawn("""
        sourcedId|status|dateLastModified|name|type|identifier|parentSourcedId
        org-1|active|2025-08-01|Elm Street Elementary|school|0451|org-0
        """)
    manifest = drawn("""
        propertyName|value
        manifest.version|1.0
        oneroster.version|1.1
        """)
    data = archive({"manifest.csv": text(manifest), "users.csv": text(users), "orgs.csv": text(orgs)})
    truth = {
        "students": [
            _student("0008801", "Ames", "Bee", "K", school="org-1"),
            _student("0008802", "Boyd", "Cam", "3", school="org-1"),
        ],
        "schools": [{"school": "org-1", "school_name": "Elm Street Elementary"}],
        "providers": [
            {"provider_id": "E-100", "provider_name": "Clay, Dot", "role": "TEACHER", "home_school": "org-1"}
        ],
    }
    return Shape("one_roster", "oneroster.zip", data, truth)


@shape
def one_roster_two() -> Shape:
    """Version 1.2: roles apart, a user without an identifier, a deleted one, birth dates, terms, a district no school."""
    users = drawn("""
        sourcedId|status|enabledUser|username|givenName|familyName|identifier|grades|primaryOrgSourcedId
        u-1|active|true|ames.bee|Bee|Ames|0008801|KG|org-1
        u-2|active|true|boyd.cam|Cam|Boyd||03|org-1
        u-3|active|true|clay.dot|Dot|Clay|E-100||org-1
        u-4|tobedeleted|true|dunn.eli|Eli|Dunn|0008804|04|org-1
        u-5|active|true|ames.pat|Pat|Ames|P-1||org-1
        """)
    roles = drawn("""
        sourcedId|status|userSourcedId|roleType|role|orgSourcedId
        r-1|active|u-1|primary|student|org-1
        r-2|active|u-2|primary|student|org-1
        r-3|active|u-3|primary|teacher|org-1
        r-4|active|u-4|primary|student|org-1
        r-5|active|u-5|primary|parent|org-1
        """)
    orgs = drawn("""
        sourcedId|status|name|type|identifier|parentSourcedId
        org-0|active|Maple Unified|district|0001|
        org-1|active|Elm Street Elementary|school|0451|org-0
        """)
    sessions = drawn("""
        sourcedId|status|title|type|startDate|endDate|parentSourcedId|schoolYear
        y|active|2025-2026|schoolYear|2025-08-25|2026-06-05||2026
        s1|active|Semester 1|semester|2025-08-25|2026-01-23|y|2026
        q1|active|Quarter 1|gradingPeriod|2025-08-25|2025-10-31|s1|2026
        """)
    born = drawn("""
        sourcedId|status|birthDate|sex
        u-1|active|2020-02-11|female
        """)
    parts = {"manifest": drawn("propertyName|value\noneroster.version|1.2"), "users": users, "roles": roles,
             "orgs": orgs, "academicSessions": sessions, "demographics": born}  # fmt: skip
    data = archive({f"{name}.csv": text(rows) for name, rows in parts.items()})
    term = {"school_year": "2025-26", "start_date": "2025-08-25"}
    truth: dict[str, list[Row]] = {
        "students": [
            _student("0008801", "Ames", "Bee", "K", school="org-1", birth_date="2020-02-11"),
            _student("u-2", "Boyd", "Cam", "3", school="org-1"),
        ],
        "schools": [{"school": "org-1", "school_name": "Elm Street Elementary"}],
        "providers": [
            {"provider_id": "E-100", "provider_name": "Clay, Dot", "role": "TEACHER", "home_school": "org-1"}
        ],
        "grading_periods": [
            {"period": "S1", "end_date": "2026-01-23", **term}, {"period": "Q1", "end_date": "2025-10-31", **term},
        ],
    }  # fmt: skip
    return Shape("one_roster_two", "oneroster 1.2.zip", data, truth)


@shape
def staff_list() -> Shape:
    """Therapists with role, FTE and weekly minutes."""
    rows = drawn("""
        Employee ID|Name|Position|FTE|Contract Minutes per Week|Home School|Agency
        E100|Rowe, Ina|Occupational Therapist|1.0|2250|Elm|District
        E200|Sage, Lex|COTA|0.6|1350|Oak|Bright Paths
        """)
    truth = [
        {"provider_id": "E100", "provider_name": "Rowe, Ina", "role": "OTR", "fte": 1.0, "contract_minutes": 2250,
         "home_school": "Elm", "employer": "District"},
        {"provider_id": "E200", "provider_name": "Sage, Lex", "role": "COTA", "fte": 0.6, "contract_minutes": 1350,
         "home_school": "Oak", "employer": "Bright Paths"},
    ]  # fmt: skip
    return Shape("staff_list", "staff.xlsx", book({"Staff": rows}), {"providers": truth})


@shape
def where_they_are() -> Shape:
    """Which therapist is where on which half-day."""
    rows = drawn("""
        Therapist ID|Site|Day of Week|AM/PM
        E100|Elm|Monday|AM
        E100|Oak|Mon|PM
        E200|Oak|Thurs|All Day
        """)
    truth = [
        {"provider_id": "E100", "school": "Elm", "weekday": "mon", "half_day": "am"},
        {"provider_id": "E100", "school": "Oak", "weekday": "mon", "half_day": "pm"},
        {"provider_id": "E200", "school": "Oak", "weekday": "thu", "half_day": "full"},
    ]
    return Shape("where_they_are", "sites.csv", text(rows), {"site_days": truth})


@shape
def two_spells_in_short_headings() -> Shape:
    """A child who left and came back has a row for each spell, whose days have headings in short."""
    rows = drawn("""
        StudentID|LastName|FirstName|Grade|SchEntDt|SchLvDt
        6101|Ames|Ivy|3|8/25/2025|
        6102|Bloch|Leo|4|8/25/2025|11/3/2025
        6102|Bloch|Leo|4|1/12/2026|
        """)
    told = (("6101", "Ames", "Ivy", "3", "2025-08-25"), ("6102", "Bloch", "Leo", "4", "2025-08-25"),
            ("6102", "Bloch", "Leo", "4", "2026-01-12"))  # fmt: skip
    names = ("student_id", "last_name", "first_name", "grade", "enrolled_from")
    truth: list[Row] = [dict(zip(names, one, strict=True)) for one in told]
    truth[1]["enrolled_to"] = "2025-11-03"
    return Shape("two_spells_in_short_headings", "enrollment.csv", text(rows), {"students": truth})
