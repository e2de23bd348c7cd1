"""Lines whose columns explain one another: parts of an amount, a year's total, seasons, a key beside, titles of how."""

from tests.shapes.shape import Shape, drawn, line, shape, text, times

KIT, MAX, EVA = ({"student": name} for name in ("Oduya, Kit", "Prior, Max", "Quist, Eva"))


@shape
def an_amount_and_what_it_is_made_of() -> Shape:
    """Given In comes to the amount in each row that it says something of; an agency stands before its therapist."""
    rows = drawn("""
        Aeries ID|Learner|Service|Minutes|Per|Given In|ESC Therapist
        301455|Oduya, Kit|OT|90|Month|3 x 30 min|Ama Osei
        301456|Prior, Max|PT|40|Week|2 sessions of 20 minutes|Lou Tran
        301457|Quist, Eva|SDI|200|Week||Rae Quan
        """)
    truth = [
        line("301455", "OT", 90, "month", **times(3, 30), **KIT, provider="Osei, Ama"),
        line("301456", "PT", 40, "week", **times(2, 20), **MAX, provider="Tran, Lou"),
        line("301457", "SDI", 200, "week", **EVA, provider="Quan, Rae"),
    ]
    return Shape("an_amount_and_what_it_is_made_of", "made_of.csv", text(rows), {"service_lines": truth})


@shape
def a_year_told_beside_the_week() -> Shape:
    """36 weeks of 60 minutes are 36 hours: the year's hours are no other amount."""
    rows = drawn("""
        Student|ID|Service|How Often|Minutes|Yearly Hours
        Oduya, Kit|301455|OT|2 times weekly|30|36
        Prior, Max|301456|PT|1 time monthly|45|6.75
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, stated_year_minutes=2160),
        line("301456", "PT", 45, "month", **times(1, 45), **MAX, stated_year_minutes=405),
    ]
    return Shape("a_year_told_beside_the_week", "yearly_hours.csv", text(rows), {"service_lines": truth})


@shape
def sessions_of_a_year() -> Shape:
    """Minutes of a session by the times of a semester or year."""
    rows = drawn("""
        Student|ID|Service|Minutes per Visit|Times per Year|Delivery
        Oduya, Kit|301455|OT|30|18|Home Visits
        Prior, Max|301456|PT|45|10|Virtual
        """)
    truth = [
        line("301455", "OT", 540, "year", **times(18, 30), **KIT, setting="home"),
        line("301456", "PT", 450, "year", **times(10, 45), **MAX, setting="tele"),
    ]
    return Shape("sessions_of_a_year", "by_year.csv", text(rows), {"service_lines": truth})


@shape
def seasons_in_a_column() -> Shape:
    """Lines of the summer among those of the year, told in a column of any name; no ESY is none of it."""
    rows = drawn("""
        Student|ID|Season|Service|Amount|Starts|Ends
        Oduya, Kit|301455|RSY 25-26|OT|60 min/wk|9/8/2025|6/5/2026
        Oduya, Kit|301455|ESY 2026|OT|30 min/wk|6/15/2026|7/10/2026
        Prior, Max|301456|No ESY|PT|30 min/wk|9/15/2025|9/14/2026
        """)
    summer = {"esy": True, "start_date": "2026-06-15", "end_date": "2026-07-10"}
    truth = [
        line("301455", "OT", 60, "week", **KIT, start_date="2025-09-08", end_date="2026-06-05"),
        line("301455", "OT", 30, "week", **KIT) | summer,
        line("301456", "PT", 30, "week", **MAX, start_date="2025-09-15", end_date="2026-09-14"),
    ]
    return Shape("seasons_in_a_column", "seasons.csv", text(rows), {"service_lines": truth})


@shape
def seasons_behind_the_service() -> Shape:
    """ESY behind a service makes its line one of the extended year."""
    rows = drawn("""
        Student|ID|Service|Frequency
        Oduya, Kit|301455|OT|2 x 30 min weekly
        Oduya, Kit|301455|OT (ESY)|1 x 30 min weekly
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT),
        line("301455", "OT", 30, "week", **times(1, 30), **KIT) | {"esy": True},
    ]
    return Shape("seasons_behind_the_service", "services.csv", text(rows), {"service_lines": truth})


@shape
def a_key_to_places_beside() -> Shape:
    """The places' numbers again beside the table, with what they mean; sessions are numbers still."""
    rows = drawn("""
        Student|ID|Service|Sessions|Per|Min|Place||Place|Description
        Oduya, Kit|301455|OT|1|Week|30|2||1|General education classroom
        Prior, Max|301456|PT|2|Month|45|1||2|Therapy room
        Quist, Eva|301457|SLP|2|Week|20|3||3|Home
        """)
    truth = [
        line("301455", "OT", 30, "week", **times(1, 30), **KIT, setting="pull_out"),
        line("301456", "PT", 90, "month", **times(2, 45), **MAX, setting="push_in"),
        line("301457", "SLP", 40, "week", **times(2, 20), **EVA, setting="home"),
    ]
    return Shape("a_key_to_places_beside", "places.csv", text(rows), {"service_lines": truth})


@shape
def amounts_by_how_and_where() -> Shape:
    """Three amounts under headings that say no more than how and where, each with its own period; a dash is none."""
    rows = drawn("""
        Student|ID|Service|Direct, inside general education|Direct, outside general education|Consult
        Oduya, Kit|301455|OT|-|30 min/week|15 min/month
        Prior, Max|301456|PT|1.5 hrs/month|-|20 min/quarter
        """)
    consult = {"kind": "indirect"}
    truth = [
        line("301455", "OT", 30, "week", **KIT, setting="pull_out"),
        line("301455", "OT", 15, "month", **KIT, **consult),
        line("301456", "PT", 90, "month", **MAX, setting="push_in"),
        line("301456", "PT", 20, "quarter", **MAX, **consult),
    ]
    return Shape("amounts_by_how_and_where", "how_and_where.csv", text(rows), {"service_lines": truth})


@shape
def titles_of_how_in_a_word() -> Shape:
    """Direct and Consult stand alone between the rows: what is under Consult isn't direct."""
    rows = drawn("""
        Student|ID|Service|Frequency
        Direct|||
        Oduya, Kit|301455|OT|2 x 30 min weekly
        Consult|||
        Oduya, Kit|301455|SLP|15 min monthly
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT),
        line("301455", "SLP", 15, "month", **KIT, kind="indirect", setting="indirect"),
    ]
    return Shape("titles_of_how_in_a_word", "how.csv", text(rows), {"service_lines": truth})


@shape
def a_title_that_ends_the_one_before() -> Shape:
    """What stands under a title that nobody knows is not in the setting of the one before: it is asked about."""
    rows = drawn("""
        Student|ID|Service|Frequency
        In the general education classroom|||
        Oduya, Kit|301455|OT|2 x 30 min weekly
        Outside of general education|||
        Prior, Max|301456|SLP|15 min monthly
        Wraparound supports|||
        Quist, Eva|301457|OT|20 min monthly
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, setting="push_in"),
        line("301456", "SLP", 15, "month", **MAX, setting="pull_out"),
        line("301457", "OT", 20, "month", **EVA),
    ]
    asked = ("Wraparound supports",)
    return Shape("a_title_that_ends_the_one_before", "where.csv", text(rows), {"service_lines": truth}, asked=asked)


@shape
def a_plans_days_in_bands() -> Shape:
    """A band tells the student and from when to when the plan is; the lines beneath run with it."""
    rows = drawn("""
        Service|Frequency
        Oduya, Kit (301455) - IEP 9/8/2025 to 9/7/2026|
        OT|2 x 30 min weekly
        Prior, Max (301456) - IEP 10/14/2025 to 10/13/2026|
        PT|1 x 45 min monthly
        SLP|20 min weekly
        """)
    first = {"start_date": "2025-09-08", "end_date": "2026-09-07"}
    second = {"start_date": "2025-10-14", "end_date": "2026-10-13"}
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, **first),
        line("301456", "PT", 45, "month", **times(1, 45), **MAX, **second),
        line("301456", "SLP", 20, "week", **MAX, **second),
    ]
    return Shape("a_plans_days_in_bands", "bands.csv", text(rows), {"service_lines": truth})


@shape
def mon_beside_wk() -> Shape:
    """Beside wk and qtr, mon is a month; numbers in words are numbers."""
    rows = drawn("""
        Student|ID|Service|Time|Period
        Oduya, Kit|301455|OT|Thirty minutes|wk
        Prior, Max|301456|PT|45 minutes|mon
        Quist, Eva|301457|SLP|ninety minutes|qtr
        """)
    truth = [
        line("301455", "OT", 30, "week", **KIT),
        line("301456", "PT", 45, "month", **MAX),
        line("301457", "SLP", 90, "quarter", **EVA),
    ]
    return Shape("mon_beside_wk", "periods.csv", text(rows), {"service_lines": truth})


@shape
def mon_alone() -> Shape:
    """Nothing says whether mon is every Monday or a month: four times as much, or not."""
    rows = drawn("""
        Student|ID|Service|Minutes|Period
        Oduya, Kit|301455|OT|30|mon
        Prior, Max|301456|PT|45|mon
        """)
    held = {"service_lines": {"waiting": [2, 3]}}
    return Shape("mon_alone", "mon.csv", text(rows), {}, held, asked=("mon",))


@shape
def the_days_of_an_agreement() -> Shape:
    """First and last days of a paper that nobody knows are the lines' where no others are; an agency is no person, but who
    works for one is."""
    rows = drawn("""
        Student|ID|Service|Provided By|# of Times|Per (wk/mo)|Duration of Session|MSA Begins|MSA Ends|Rate
        Oduya, Kit|301455|OT|Copper Bell Therapies (NPA)|2|wk|30 min|8/18/2025|6/5/2026|$98.00
        Prior, Max|301456|OT|110 - County Office of Education|1|mo|1 hr|9/2/2025|6/5/2026|$98.00
        Quist, Eva|301457|PT|Rae Quan, Copper Bell Therapies|1|wk|20 min|9/2/2025|6/5/2026|$110.00
        """)
    truth = [
        line("301455", "OT", 60, "week", **times(2, 30), **KIT, start_date="2025-08-18", end_date="2026-06-05"),
        line("301456", "OT", 60, "month", **times(1, 60), **MAX, start_date="2025-09-02", end_date="2026-06-05"),
        line("301457", "PT", 20, "week", **times(1, 20), **EVA, provider="Quan, Rae", start_date="2025-09-02",
             end_date="2026-06-05"),
    ]  # fmt: skip
    return Shape("the_days_of_an_agreement", "msa.csv", text(rows), {"service_lines": truth})


@shape
def a_role_before_a_name_with_credentials() -> Shape:
    """Who treats stands above the lines behind a role, with credentials that name the service again."""
    rows = drawn("""
        OT: Rae Quan, OTR/L          School: Copper Bell Elementary
        Student|ID|x/wk|Min|Start
        Oduya, Kit|301455|1|30|9/8/2025
        Prior, Max|301456|2|20|9/8/2025
        """)
    told = {"school": "Copper Bell Elementary", "provider": "Quan, Rae", "start_date": "2025-09-08"}
    truth = [
        line("301455", "OT", 30, "week", **times(1, 30), **KIT, **told),
        line("301456", "OT", 40, "week", **times(2, 20), **MAX, **told),
    ]
    return Shape("a_role_before_a_name_with_credentials", "caseload.csv", text(rows), {"service_lines": truth})


@shape
def a_pivot_without_its_headings() -> Shape:
    """Buildings and counts stand beside the lines and end in their total: they are no part of them. A summer term among
    regular ones is the extended year."""
    rows = drawn("""
        Student|State ID|Program|Service|School of Service|Min|Times|Per|Where|From|To||Building|Count
        Oduya, Kit|301455|Regular Term|OT|Oak Elem|30|1|Week|Reg Class|10/20/2025|5/22/2026||Oak Elem|2
        Oduya, Kit|301455|Summer Term|OT|Oak Elem|30|1|Week|Reg Class|6/8/2026|7/2/2026||Elm Middle|1
        Prior, Max|301456|Regular Term|Speech|Elm Middle|20|2|Week|Sp Ed Class|10/20/2025|5/22/2026||Total|3
        """)
    year, oak = {"start_date": "2025-10-20", "end_date": "2026-05-22"}, {"school": "Oak Elem", "setting": "push_in"}
    summer = {"start_date": "2026-06-08", "end_date": "2026-07-02", "esy": True}
    truth = [
        line("301455", "OT", 30, "week", **times(1, 30), **KIT, **oak, **year),
        line("301455", "OT", 30, "week", **times(1, 30), **KIT, **oak) | summer,
        line("301456", "SLP", 40, "week", **times(2, 20), **MAX, **year, school="Elm Middle", setting="other"),
    ]
    return Shape("a_pivot_without_its_headings", "services.csv", text(rows), {"service_lines": truth})


@shape
def first_and_second_service() -> Shape:
    """A form's answers with the services sideways, counted in ordinals; a blank second one is none."""
    rows = drawn("""
        Timestamp|Student (Last, First)|Student ID|1st service|1st service: times|1st service: per|1st service: minutes|2nd service|2nd service: times|2nd service: per|2nd service: minutes
        9/5/2025 15:12:44|Oduya, Kit|301455|OT|1|week|30|Speech|2|month|20
        9/5/2025 15:20:44|Prior, Max|301456|PT|1|month|45||||
        """)  # noqa: E501
    truth = [
        line("301455", "OT", 30, "week", **times(1, 30), **KIT),
        line("301455", "SLP", 40, "month", **times(2, 20), **KIT),
        line("301456", "PT", 45, "month", **times(1, 45), **MAX),
    ]
    return Shape("first_and_second_service", "answers.csv", text(rows), {"service_lines": truth})


@shape
def contacts_a_year_and_who_instructs() -> Shape:
    """Contacts a year beside hours; the special education teacher of nothing but instruction gives it."""
    rows = drawn("""
        Student|ID|Subject|Special Ed Teacher|Contacts/Yr|Hours/Yr|Setting_Cd
        Oduya, Kit|301455|Reading|Quan, Rae|36|27|OUT
        Prior, Max|301456|Math|Quan, Rae|18|9|IN
        """)
    rae = {"provider": "Quan, Rae"}
    truth = [
        line("301455", "SDI", 1620, "year", sessions_per_cycle=36, **KIT, **rae, setting="pull_out"),
        line("301456", "SDI", 540, "year", sessions_per_cycle=18, **MAX, **rae, setting="push_in"),
    ]
    return Shape("contacts_a_year_and_who_instructs", "instruction.csv", text(rows), {"service_lines": truth})
