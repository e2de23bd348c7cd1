"""What spreadsheets are understood, told from the lists that the importer itself reads by."""

from data.contracts import DATASETS, words
from data.contracts.datasets import Dataset, Field
from data.contracts.listed import listed
from data.contracts.synonyms import FORBIDDEN, SLOTS, slot_of
from data.ingest.readers import limits
from data.ingest.values import frequencies, marks

_HEADINGS = 12
"""So many headings of a field are shown."""
_WORDS = 14
FREQUENCIES = (
    "30 min x 2 Times = 60 min Weekly", "2 x 30 min Weekly", "2x30/wk", "twice a week for 30 minutes", "45 min Weekly",
    "1-2 times per week, 15-30 minutes per session", "30 min every other week", "30 minutes weekly, 3 of 4 weeks",
    "120 min/quarter", "60 minutes per semester", "300 min Yearly", "300 min per IEP year", "15 minutes daily",
    "30 minutes per 6-day cycle", "1 hour per month", "20 - Weekly", "as needed", "30 min biweekly",
)  # fmt: skip
TOPICS = {
    "service": "Services", "outcome": "Outcomes and reasons of a session", "setting": "Settings", "kind": "Kinds",
    "grouping": "Groupings", "role": "Roles", "plan_type": "Plan types", "day_type": "Kinds of day", "area": "Goal areas",
    "progress_code": "Progress codes",
}  # fmt: skip
_HEAD = f"""# What spreadsheets are understood

Written by `python -m data.formats > docs/formats.md` from the lists that the importer reads by.

Files go in as they are exported or kept: csv and other delimited text (comma, semicolon, tab, pipe, caret, tilde; UTF-8, UTF-16,
Windows-1252), xlsx, xlsm, xlsb, xls, ods, Excel's XML of 2003 and web pages with a table (both mostly named xls), web archives,
and zips of them. A sheet has up to {limits.ROWS:,} rows and {limits.COLUMNS:,}
columns. Macros, links and formulas are never run: a formula's stored value is read, and a formula without one, or a cell
that shows an error, is a problem of its row, never a blank or a nought. A file with a password is refused.

- **Table.** Titles, head blocks (student, provider, month), two-row and repeated headings, section titles, totals, notes,
  pivots beside the data and blank rows are told from records; what was left out is counted by reason. Month grids, a
  column a date, weeks as rows, groups of columns repeated sideways, several students of one session and progress by
  quarter become one record each. Spans (9:00 - 9:30; 11/26/2025 - 11/28/2025) are parted.
- **Columns.** Each heading is compared with the lists below, whatever its order, case, abbreviation or plural, and with
  what stands beneath it; one best assignment decides. A column that could decide minutes and isn't clear is a question.
- **Values.** What decides minutes (student, date, minutes, status, service, kind, amount, cycle) holds its row until it is
  clear; everything else is stored as other or unknown and asked about. `--map 'Heading=field'`, `--code
  'SA=missed:student_absent'` and the Import page answer; answers are remembered for the file's shape.
"""
_DEFAULTS = """
## Defaults that are said in the preview

- Slashed dates are month first, unless a date of the file can only be day first: then it is a question.
- A log without any column of outcome, absence or reason holds delivered sessions: minutes above 0 are delivered, a blank or
  a nought waits. A ticked absence is missed, an unticked one delivered. Planned minutes never stand for given ones beside them.
- Minutes or times that were promised or planned make nothing delivered by themselves: the rows wait for one answer. Absences
  and make-ups among kinds of sessions count beside a status; where the two contradict each other the row waits.
- Where a log has such a column, a blank there beside minutes waits: it is asked once for files of that shape. Kinds of what was
  done (Direct, Consult) among outcomes mean given, and so; other work (Evaluation, IEP Meeting) is asked.
- Minutes given and minutes missed in one row are a partial session.
- No plan type is IEP, no kind is direct; a range obliges its least; a blank or 0 in one of several columns of minutes is no line.
- An amount by week beside one by month, or minutes beside several sessions that may be those of each, are asked.
"""
_ONEROSTER = """
## OneRoster

A OneRoster 1.1 or 1.2 zip of csv files gives students and their grades (users.csv), schools (orgs.csv) and grading periods
(academicSessions.csv: quarters, semesters and grading periods; never holidays). Files of the standard that hold nothing for
this ledger (classes, courses, enrollments, demographics, manifest, ...) are left out with the reason.
"""


def markdown() -> str:
    """The page of the documentation."""
    named = _standards()
    parts = [_HEAD, _DEFAULTS, "\n## Datasets and their fields\n"]
    parts += [_dataset(dataset, named.get(dataset.name, {})) for dataset in DATASETS.values()]
    parts += [_forbidden(), _frequencies(), "\n## Words that are understood\n", _collisions()]
    parts += [_topic(topic, title) for topic, title in TOPICS.items()]
    return "".join([*parts, _ONEROSTER])


def _standards() -> dict[str, dict[str, dict[str, str]]]:
    return listed("standards")


def _dataset(dataset: Dataset, named: dict[str, dict[str, str]]) -> str:
    rows = "".join(_field(dataset.name, field, named.get(field.name, {})) for field in dataset.fields)
    head = f"\n### {dataset.name}\n\n{dataset.doc}.\n\n| field | what it is | headings | CEDS | Ed-Fi |\n|---|---|---|---|---|\n"
    return head + rows + _helpers(dataset)


def _field(dataset: str, field: Field, named: dict[str, str]) -> str:
    slot = slot_of(dataset, field.name)
    return (
        f"| {field.name} | {field.type}: {field.doc} | {_some(slot.words[1:], _HEADINGS)} "
        f"| {named.get('ceds', '')} | {named.get('edfi', '')} |\n"
    )


def _helpers(dataset: Dataset) -> str:
    """Columns that fields are worked out from: names of people, ticks of absence, minutes away."""
    fields = {field.name for field in dataset.fields}
    found = [slot for slot in SLOTS[dataset.name] if slot.name not in fields]
    listed = "".join(f"- {slot.name.replace('_', ' ')}: {_some(slot.words[1:], 6)}\n" for slot in found)
    return f"\nAlso read:\n\n{listed}" if found else ""


def _some(texts: tuple[str, ...], most: int) -> str:
    more = f", {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more


def _forbidden() -> str:
    listed = "".join(f"- {name.replace('_', ' ')}: {_some(texts, _HEADINGS)}\n" for name, texts in FORBIDDEN.items())
    return f"\n## Columns that are never stored\n\n{listed}"


def _frequencies() -> str:
    rows = "".join(f"| {text} | {_read(text)} |\n" for text in FREQUENCIES)
    return f"\n## Frequencies\n\n| written | understood |\n|---|---|\n{rows}"


def _read(text: str) -> str:
    said = frequencies.read(text)
    if not said.usable:
        return "unusable: listed, never in a figure"
    if said.problem:
        return said.message
    return frequencies.working(said) or f"by {frequencies.in_words(said.cycle or '')}, beside a column of minutes"


def _collisions() -> str:
    listed = ", ".join(sorted(code.upper() for code in marks.COLLIDING))
    return f"\nCodes that mean different things in different districts are asked about, never guessed: {listed}.\n"


def _topic(topic: str, title: str) -> str:
    by_code: dict[str, list[str]] = {}
    for phrase, code in words.phrases(topic).items():
        by_code.setdefault(code, []).append(phrase)
    rows = "".join(f"| {code} | {_some(tuple(texts), _WORDS)} |\n" for code, texts in by_code.items())
    return f"\n### {title}\n\n| code | words |\n|---|---|\n{rows}"


if __name__ == "__main__":
    print(markdown(), end="")
