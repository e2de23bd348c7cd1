"""Lists of appointments, of clinics and by video, a grid with a letter beside each day's minutes, and months as bands."""

from datetime import date, time

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def appointments_with_a_zone() -> Shape:
    """The day, the clock and its zone of an appointment in one cell under that word alone."""
    rows = drawn("""
        Appointment|Client|Client ID|Program|Therapist|Length|Format|Outcome
        Mar 2, 2026 10:00 AM EST|Una Boll|C-7701|Speech Teletherapy|Rae Quan, M.A., CCC-SLP|30m|1:1|Completed
        Mar 3, 2026 1:30 PM EST|Ros Quade|C-7702|OT Teletherapy|Wren Kit, OTR/L|40m|Group (2)|Completed
        Mar 9, 2026 10:00 AM EDT|Una Boll|C-7701|Speech Teletherapy|Rae Quan, M.A., CCC-SLP|30m|1:1|Student absent
        """)
    alone = {
        "grouping": "individual",
        "group_size": 1,
        "setting": "tele",
        "provider": "Quan, Rae",
        "start_time": "10:00",
    }
    two = {"grouping": "group", "group_size": 2, "setting": "tele", "provider": "Kit, Wren", "start_time": "13:30"}
    truth = [
        given("C-7701", "2026-03-02", 30, "SLP", student="Boll, Una", **alone),
        given("C-7702", "2026-03-03", 40, student="Quade, Ros", **two),
        missed("C-7701", "2026-03-09", "student_absent", "SLP", student="Boll, Una", minutes=30, **alone),
    ]
    return Shape("appointments_with_a_zone", "appointments.csv", text(rows), {"sessions": truth})


@shape
def types_of_visits_that_are_services() -> Shape:
    """A clinic's list: the type of a visit is the service, its status and why it was cancelled stand apart."""
    rows = [
        ["Appt Date", "Appt Time", "Appt Len", "Patient Name", "Visit Type", "Appt Status", "Cancel Reason"],
        [date(2025, 10, 6), time(8, 30), 30, "BOLL,UNA", "OT TREATMENT", "Completed", ""],
        [date(2025, 10, 6), time(9, 15), 45, "QUADE,ROS", "PT TREATMENT", "Completed", ""],
        [date(2025, 10, 13), time(8, 30), 30, "BOLL,UNA", "OT TREATMENT", "Canceled", "Provider ill"],
    ]
    truth = [
        given("BOLL, UNA", "2025-10-06", 30, start_time="08:30"),
        given("QUADE, ROS", "2025-10-06", 45, "PT", start_time="09:15"),
        missed("BOLL, UNA", "2025-10-13", "provider_absent", minutes=30, start_time="08:30"),
    ]
    return Shape("types_of_visits_that_are_services", "clinic.xlsx", book({"Appts": rows}), {"sessions": truth})


@shape
def letters_behind_minutes() -> Shape:
    """A month's grid with a letter of the key behind the minutes; the total leaves the consults out."""
    rows = drawn("""
        OT grid - Wren Kit, OTR/L
        Month: October 2025

        Student|ID #|1|2|3|6|7|8|9|10|13|14|Direct min
        Boll, Una|98701|30i||15c|AB|20i||||||50
        Quade, Ros|98702|30g|||30g||OUT|||||60

        i = individual   g = group   c = consult with teacher
        AB = student absent   OUT = therapist out
        """)
    direct, kit = {"kind": "direct"}, {"provider": "Kit, Wren"}
    alone, together = {"grouping": "individual", **direct, **kit}, {"grouping": "group", **direct, **kit}
    truth = [
        given("98701", "2025-10-01", 30, **alone),
        given("98701", "2025-10-03", 15, kind="indirect", **kit),
        missed("98701", "2025-10-06", "student_absent", **kit),
        given("98701", "2025-10-07", 20, **alone),
        given("98702", "2025-10-01", 30, **together),
        given("98702", "2025-10-06", 30, **together),
        missed("98702", "2025-10-08", "provider_absent", **kit),
    ]
    return Shape("letters_behind_minutes", "grid.csv", text(rows), {"sessions": truth})


@shape
def months_between_contacts() -> Shape:
    """A social worker's contacts: the month and its year stand between the records, a total beneath each month's."""
    rows = drawn("""
        School Social Work - Contacts
        Rae Quan, LMSW
        Date|Student|Contact|Length
        DECEMBER 2025
        12/8|Boll, Una|Individual session|30 min
        12/9|Quade, Ros|No session - absent|
        Month total|||30 min
        JANUARY 2026
        1/6|Boll, Una|Individual session|1/2 hr
        1/7|Quade, Ros|Small group|45 min
        Month total|||1 hr 15 min
        """)
    quan = {"provider": "Quan, Rae"}
    truth = [
        given("Boll, Una", "2025-12-08", 30, "SOCIAL_WORK", grouping="individual", **quan),
        missed("Quade, Ros", "2025-12-09", "student_absent", "SOCIAL_WORK", **quan),
        given("Boll, Una", "2026-01-06", 30, "SOCIAL_WORK", grouping="individual", **quan),
        given("Quade, Ros", "2026-01-07", 45, "SOCIAL_WORK", grouping="group", **quan),
    ]
    return Shape("months_between_contacts", "contacts.csv", text(rows), {"sessions": truth})
