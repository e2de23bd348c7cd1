"""What looks like a list of staff and is none: services, students, sessions."""

from data.ingest.mapping.apart.people import OF_STAFF, tells_of_students
from data.ingest.mapping.apart.rosters import tells_of_services
from data.ingest.mapping.apart.sessions import tells_sessions
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.likeness import SURE
from data.ingest.model import Table
from data.ingest.tables.steps.people import staffing


def are_no_providers(fit: Fit, table: Table, _samples: list[tuple[str, ...]]) -> bool:
    """Whether rows tell of services, students or sessions, or too little."""
    of_services = tells_of_services(fit) and not _tells_work(fit)
    return len(fit.places) < _FEWEST or of_services or tells_of_students(fit.rest) or tells_sessions(fit)


def _tells_work(fit: Fit) -> bool:
    """Whether what only a list of staff has (FTE, contract minutes, ids of employees) is plainly told: minutes beside it are
    loads."""
    return staffing.are_employees(fit.headings) or any(name in OF_STAFF and score >= SURE for name, score in fit.taken)


_FEWEST = 2
