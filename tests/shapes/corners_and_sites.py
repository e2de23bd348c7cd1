"""Grids whose students have no heading, sites under unlisted words, agencies as providers, and words of plans and years."""

from tests.shapes.shape import Row, Shape, book, drawn, given, line, missed, shape, text, times


@shape
def open_corner_in_blocks() -> Shape:
    """Two blocks of days over students whose column has no heading."""
    rows = drawn("""
        Occupational therapy, Bell Harbor Academy
        |1/12/2026|1/13/2026|1/14/2026
        De La Rosa, Ines|25||25
        Quint, Abel||absent|40

        |1/20/2026|1/21/2026|1/22/2026
        De La Rosa, Ines|25|25|
        Quint, Abel||40|
        """)
    ines, abel = "De La Rosa, Ines", "Quint, Abel"
    at = {"school": "Bell Harbor Academy"}
    truth = [
        given(ines, "2026-01-12", 25, **at),
        given(ines, "2026-01-14", 25, **at),
        missed(abel, "2026-01-13", "student_absent", **at),
        given(abel, "2026-01-14", 40, **at),
        given(ines, "2026-01-20", 25, **at),
        given(ines, "2026-01-21", 25, **at),
        given(abel, "2026-01-21", 40, **at),
    ]
    return Shape("open_corner_in_blocks", "jan grid.csv", text(rows), {"sessions": truth})


@shape
def open_corner_over_staff() -> Shape:
    """The rows of such a grid are staff where its title says so: nobody of them is a student."""
    rows = drawn("""
        Therapist hours, week of 1/12/2026
        |1/12/2026|1/13/2026|1/14/2026
        Pell, Ida|6||6
        Roth, Gus||7|4
        """)
    return Shape("open_corner_over_staff", "hours.csv", text(rows), refused="no column says the student")


@shape
def people_over_columns_under_who_treated() -> Shape:
    """A title beside a service is who treated though the students are columns; a title that names one of them isn't."""
    first = drawn("""
        Physical Therapy - Roth, Gus

        Day|Quint, Abel|Moss, Tia
        1/12/2026|30|45
        1/14/2026|Student absent|45
        """)
    second = drawn("""
        Moss, Tia - Speech

        Day|Quint, Abel|Moss, Tia
        1/13/2026|20|20
        """)
    abel, tia, gus = "Quint, Abel", "Moss, Tia", {"provider": "Roth, Gus"}
    truth = [
        given(abel, "2026-01-12", 30, "PT", **gus),
        given(tia, "2026-01-12", 45, "PT", **gus),
        missed(abel, "2026-01-14", "student_absent", "PT", **gus),
        given(tia, "2026-01-14", 45, "PT", **gus),
        given(abel, "2026-01-13", 20, "SLP"),
        given(tia, "2026-01-13", 20, "SLP"),
    ]
    data = book({"PT": first, "Speech": second})
    return Shape("people_over_columns_under_who_treated", "tabs.xlsx", data, {"sessions": truth})


@shape
def learners_of_a_partner_campus() -> Shape:
    """The state's id under another word for a student, the school under an unlisted one; where one sat before is no school
    of the session's, and the teacher with whom a kind says one spoke is its setting."""
    rows = drawn("""
        scholarSasid|Scholar|Partner Campus|Sending School|Date|Svc|Min|Contact Type
        61001|Quint, Abel|Tidewater Montessori|Oak ES|1/12/2026|OT|30|Direct
        61002|Moss, Tia|Bell Harbor Academy|Oak ES|1/12/2026|OT|15|Teacher consultation
        """)
    abel = {"student": "Quint, Abel", "school": "Tidewater Montessori", "kind": "direct"}
    tia = {"student": "Moss, Tia", "school": "Bell Harbor Academy", "kind": "indirect", "setting": "consult_staff"}
    truth = [given("61001", "2026-01-12", 30, **abel), given("61002", "2026-01-12", 15, **tia)]
    return Shape("learners_of_a_partner_campus", "partner log.csv", text(rows), {"sessions": truth})


@shape
def sites_of_homes() -> Shape:
    """Among places that are no schools a child's home makes settings of a column of sites; the others are asked about."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Service Site
        61011|SDI|1/12/2026|60|Child's home
        61012|SDI|1/12/2026|60|County shelter
        61011|SDI|1/14/2026|60|Child's home
        """)
    truth = [
        given("61011", "2026-01-12", 60, "SDI", setting="home"),
        given("61012", "2026-01-12", 60, "SDI"),
        given("61011", "2026-01-14", 60, "SDI", setting="home"),
    ]
    return Shape("sites_of_homes", "home visits.csv", text(rows), {"sessions": truth}, asked=("County shelter",))


@shape
def plans_of_agencies() -> Shape:
    """Agencies in capitals are nobody, though Lea is; an ISP begins and ends, and the extended year may be short."""
    rows = drawn("""
        Pupil ID|Service|How Often|Min Each Session|Ext Yr|IFSP Begins|IFSP Ends|Provided By
        61021|OT|alternate weeks|40|N|9/8/2025|6/5/2026|ESD 112
        61022|OT|2x/week|30|Y|6/15/2026|7/10/2026|LEA
        61023|PT|every 3 weeks|45|N|9/8/2025|6/5/2026|Holt, Lea
        """)
    year = {"start_date": "2025-09-08", "end_date": "2026-06-05"}
    summer = {"start_date": "2026-06-15", "end_date": "2026-07-10", "esy": True}
    truth = [
        line("61021", "OT", 40, "weeks:2", **times(1, 40), **year),
        line("61022", "OT", 60, "week", **times(2, 30), **summer),
        line("61023", "PT", 45, "weeks:3", **times(1, 45), **year, provider="Holt, Lea"),
    ]
    return Shape("plans_of_agencies", "plans.csv", text(rows), {"service_lines": truth})


@shape
def halves_under_weekdays() -> Shape:
    """A row a therapist and a school, with a cross under each half of a weekday; under one of Friday it says another half."""
    rows = drawn("""
        Itinerant schedule, fall
        Therapist|Building|Monday AM|Monday PM|Tuesday AM|Tuesday PM|Friday AM|Friday PM
        Ostrow, Ada|Larch Elementary|x|x|||x|
        Ostrow, Ada|Pine Middle|||x|||
        Quist, Bram|Pine Middle|x|||x||AM
        """)
    truth: list[Row] = [
        {"provider": who, "school": school, "weekday": day, "half_day": half}
        for who, school, day, half in (
            ("Ostrow, Ada", "Larch Elementary", "mon", "am"), ("Ostrow, Ada", "Larch Elementary", "mon", "pm"),
            ("Ostrow, Ada", "Larch Elementary", "fri", "am"), ("Ostrow, Ada", "Pine Middle", "tue", "am"),
            ("Quist, Bram", "Pine Middle", "mon", "am"), ("Quist, Bram", "Pine Middle", "tue", "pm"))
    ]  # fmt: skip
    held = {"site_days": {"rejected": [5]}}
    return Shape("halves_under_weekdays", "fall sites.csv", text(rows), {"site_days": truth}, held)
