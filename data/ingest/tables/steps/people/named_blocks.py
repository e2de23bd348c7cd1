"""Blocks of a log under names, whose records tell no student (Lin, Ada over Date, Attendance): the names are the students'."""

from data.ingest.model import Table
from data.ingest.tables import looks, titles
from data.ingest.tables.layouts import corners
from data.ingest.tables.steps.people import ids
from data.ingest.values import names, words

STUDENTS = "Student Name"


def of_students(table: Table) -> Table:
    """The log with the names over its blocks as its students, where a heading or title speaks of attendance, or a cell says that
    a student was absent, or who treated is told and is none of them; as it is where records tell whose they are: blocks may
    be those of staff."""
    places = [place for place, heading in enumerate(table.headings) if heading == titles.SECTION]
    if len(places) != 1 or table.melted or not titles.lacks_students(table.headings):
        return table
    treated = _who_treated(table)
    texts = table.texts(places[0])
    are_names = bool(texts) and all(map(_is_a_name, texts))
    said = [words.said_by(text) for text in (*table.headings, *table.notes)]
    of_staff = any(map(corners.is_of_staff, table.notes))
    is_told = bool(treated) and not any(_is_among(text, treated) for text in texts)
    is_said = (
        is_told
        if treated
        else any(corners.ATTENDANCE & one for one in said) or any(map(corners.misses, table.body.columns))
    )
    if not are_names or of_staff or not is_said:
        return table
    return table.called(places[0], STUDENTS).noted("The names over the blocks are those of the students.")


def _who_treated(table: Table) -> set[str]:
    """The names of a log's own columns of those who treat."""
    return {text for at in looks.written_for(table.headings, "sessions", "provider_name") for text in table.texts(at)}


def _is_among(text: str, others: set[str]) -> bool:
    """Whether a name has all its words in one of others, in any order."""
    own = set(words.plain(ids.without(text)).split())
    return any(own <= set(words.plain(other).split()) for other in others)


def _is_a_name(text: str) -> bool:
    """Whether a text is a whole name without credentials, or one and an id."""
    name = ids.without(text)
    return names.looks_whole(name) and not names.credentials(name)
