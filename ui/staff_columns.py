"""The columns of the tables of caseloads and of the staff that is needed."""

from ui.tables import Col

CASELOADS = {
    "provider_name": Col("Provider"),
    "role": Col("Role"),
    "utilisation": Col("Load of capacity", "rate", "Load / capacity; over 110% is overloaded, under 70% has room"),
    "load_minutes": Col("Load a week", "hours", "All work that the lines in force require"),
    "capacity_minutes": Col("Capacity a week", "hours", "Contract minutes less planning and other duties"),
    "direct_minutes": Col("Direct", "hours", "Provider's clock: a group's minutes count once"),
    "indirect_minutes": Col("Indirect", "hours"),
    "documentation_minutes": Col("Documentation", "hours"),
    "travel_minutes": Col("Travel", "hours"),
    "evaluation_minutes": Col("Evaluations", "hours"),
    "meeting_minutes": Col("Meetings", "hours"),
    "supervision_minutes": Col("Supervision", "hours"),
    "students": Col("Students", "count"),
    "lines": Col("Service lines", "count"),
    "schools": Col("Schools", "count"),
    "fte": Col("FTE", "number"),
    "caseload_per_fte": Col("Students per FTE", "number"),
    "caseload_cap": Col("Cap", "number", "Most students per FTE that the district entered (Definitions & settings)"),
    "missed_provider_minutes": Col(
        "Missed, provider's cause", "hours", "To date: absence, vacancy, meeting, connection"
    ),
    "note": Col("Note"),
}

FTE = {
    "service": Col("Service"),
    "zone": Col("Zone"),
    "load_minutes": Col("Load a week", "hours"),
    "fte_needed": Col("FTE needed", "number"),
    "fte_needed_next_year": Col("FTE needed next year", "number", "Today's lines renewed, grade 12 gone"),
    "fte_present": Col("FTE present", "number"),
}
