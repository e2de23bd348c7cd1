"""The columns of the tables of caseloads and of the staff that is needed."""

from dataclasses import replace

import pandas as pd

from ui.parts.columns import aside
from ui.parts.tables import Col

CASELOADS = {
    "provider_name": Col("Provider"),
    "role": Col("Role"),
    "utilisation": Col("Load of capacity", "rate", "Load / capacity; over 110% is overloaded, under 70% has room"),
    "load_minutes": Col("Load", "hours", "All work a week that the lines in force require"),
    "capacity_minutes": Col("Capacity", "hours", "Contract minutes a week less planning and other duties"),
    "students": Col("Students", "count"),
    "schools": Col("Schools", "count"),
    "fte": Col("FTE", "number"),
    "caseload_per_fte": Col("Students per FTE", "number"),
    "caseload_cap": Col("Cap", "number", "Most students per FTE that the district entered (Definitions & settings)"),
    "missed_provider_minutes": Col(
        "Missed", "hours", "For the provider's cause, to date: absence, vacancy, meeting, connection"
    ),
    "lines": aside("Service lines", "count"),
    "direct_minutes": aside("Direct", "hours", "A week; provider's clock: a group's minutes count once"),
    "indirect_minutes": aside("Indirect", "hours", "A week"),
    "documentation_minutes": aside("Documentation", "hours", "A week"),
    "travel_minutes": aside("Travel", "hours", "A week"),
    "evaluation_minutes": aside("Evaluations", "hours", "A week"),
    "meeting_minutes": aside("Meetings", "hours", "A week"),
    "supervision_minutes": aside("Supervision", "hours", "A week"),
    "note": aside("Note"),
}


def caseloads(frame: pd.DataFrame) -> dict[str, Col]:
    """The columns of the table by provider; where the district entered no cap, its column is no use in sight."""
    return {
        **CASELOADS,
        "caseload_cap": replace(CASELOADS["caseload_cap"], aside=bool(frame["caseload_cap"].isna().all())),
    }


FTE = {
    "service": Col("Service"),
    "zone": Col("Zone"),
    "load_minutes": Col("Load a week", "hours"),
    "fte_needed": Col("FTE needed", "number"),
    "fte_needed_next_year": Col("FTE needed next year", "number", "Today's lines renewed, grade 12 gone"),
    "fte_present": Col("FTE present", "number"),
    "fte_beyond": Col("Present less needed", "number", "Below 0: so much is lacking"),
}
