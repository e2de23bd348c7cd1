"""Lists of staff that also say where each of them is on which weekday."""

from tests.shapes.shape import Row, Shape, book, drawn, shape, text

LYNX, BOG = "Lynx Elementary", "Bog Road Middle"


def _at(who: str, *days: tuple[str, str]) -> list[Row]:
    """Full days of a person: school and weekdays."""
    key = "provider_id" if who[-1].isdigit() else "provider"
    return [
        {key: who, "school": school, "weekday": day, "half_day": "full"}
        for school, told in days
        for day in told.split()
    ]


@shape
def schools_beside_their_days() -> Shape:
    """Two buildings of each therapist, each with its weekdays beside it, and who they are."""
    rows = drawn(f"""
        Emp No|Therapist|Credential|Building 1|Bldg 1 Days|Building 2|Bldg 2 Days|FTE
        N1|Nye, Ola|OTR/L|{LYNX}|M W F|{BOG}|T Th|1.0
        N2|Poe, Ivo|PT|{BOG}|M-W|||0.6
        """)
    staff = [
        {"provider_id": "N1", "provider_name": "Nye, Ola", "role": "OTR", "fte": 1.0},
        {"provider_id": "N2", "provider_name": "Poe, Ivo", "role": "PT", "fte": 0.6},
    ]
    days = [*_at("N1", (LYNX, "mon wed fri"), (BOG, "tue thu")), *_at("N2", (BOG, "mon tue wed"))]
    return Shape("schools_beside_their_days", "staff.csv", text(rows), {"providers": staff, "site_days": days})


@shape
def schools_and_their_days_by_number() -> Shape:
    """All schools, then the days at each by its number; a school without its days says that they lack."""
    rows = drawn(f"""
        Staff ID|Name|Title|Contracted FTE|School 1|School 2|Days at School 1|Days at School 2
        T1|Nye, Ola|COTA|1.0|{LYNX}|{BOG}|Mon/Wed/Fri|Tue/Thu
        T2|Poe, Ivo|SLP|0.2|{BOG}|||
        """)
    staff = [
        {"provider_id": "T1", "provider_name": "Nye, Ola", "role": "COTA", "fte": 1.0},
        {"provider_id": "T2", "provider_name": "Poe, Ivo", "role": "SLP", "fte": 0.2},
    ]
    days = _at("T1", (LYNX, "mon wed fri"), (BOG, "tue thu"))
    held = {"site_days": {"rejected": [3]}}
    name = "schools_and_their_days_by_number"
    return Shape(name, "staff.xlsx", book({"Staff": rows}), {"providers": staff, "site_days": days}, held)


@shape
def a_staff_list_with_a_school_a_weekday() -> Shape:
    """A school under each weekday beside the role and the minutes of a contract."""
    rows = drawn(f"""
        Emp ID|Therapist|Position|Contract Min/Wk|Mon|Tues|Wed|Thurs|Fri
        T1|Nye, Ola|PTA|1800|{LYNX}|{LYNX}|{BOG}|{BOG}|
        T2|Poe, Ivo|OT|450|||{LYNX}||
        """)
    staff = [
        {"provider_id": "T1", "provider_name": "Nye, Ola", "role": "PTA", "contract_minutes": 1800},
        {"provider_id": "T2", "provider_name": "Poe, Ivo", "role": "OTR", "contract_minutes": 450},
    ]
    days = [*_at("T1", (LYNX, "mon tue"), (BOG, "wed thu")), *_at("T2", (LYNX, "wed"))]
    name = "a_staff_list_with_a_school_a_weekday"
    return Shape(name, "assignments.csv", text(rows), {"providers": staff, "site_days": days})


@shape
def a_schedule_with_roles_is_no_staff_list() -> Shape:
    """A school under each weekday beside the role alone: days, and nothing new of who the people are."""
    rows = drawn(f"""
        Therapist|Position|Mon|Tue|Wed|Thu|Fri
        Nye, Ola|PTA|{LYNX}|{LYNX}|{BOG}|{BOG}|
        Poe, Ivo|PT|{BOG}||{LYNX}||
        """)
    days = [
        *_at("Nye, Ola", (LYNX, "mon tue"), (BOG, "wed thu")),
        *_at("Poe, Ivo", (BOG, "mon"), (LYNX, "wed")),
    ]
    return Shape("a_schedule_with_roles_is_no_staff_list", "week.csv", text(rows), {"site_days": days})


@shape
def employees_by_days_and_hours() -> Shape:
    """Who is employed, in how many buildings, for how many days and hours: no students, and nothing is promised to them."""
    rows = drawn("""
        Employee ID|Name|Position|Building(s)|Days/Wk|Hrs/Day|Licence
        E101|Kay Rivers|Occupational Therapist|Elm; Oak|5|7|OT-4412
        E102|Lee Stone|COTA|Elm|3|7|OTA-120
        E103|Max Tully|Speech-Language Pathologist|Oak|4|7.5|SLP-889
        """)
    truth = [
        {"provider_id": "E101", "provider_name": "Rivers, Kay", "role": "OTR", "contract_minutes": 2100},
        {"provider_id": "E102", "provider_name": "Stone, Lee", "role": "COTA", "contract_minutes": 1260, "home_school": "Elm"},
        {"provider_id": "E103", "provider_name": "Tully, Max", "role": "SLP", "contract_minutes": 1800, "home_school": "Oak"},
    ]  # fmt: skip
    return Shape("employees_by_days_and_hours", "staff.csv", text(rows), {"providers": truth})
