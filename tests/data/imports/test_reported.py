"""What the tables of one sheet tell together."""

from data.ingest import reported, told
from data.ingest.model import FileReport, SheetReport


def test_defaults_of_two_tables_of_a_sheet_are_told_once() -> None:
    """Two and one rows without a plan type are three; two tables of two rows each are four, not two."""
    plan, kind = "{rows} without a plan type: taken as IEP.", "{rows} without direct or indirect: taken as direct."
    file = FileReport("grid.xlsx")
    for assumed in ({plan: 2, kind: 2}, {plan: 1}, {kind: 2}):
        reported.add(file, SheetReport("Grid", "service_lines", 1, assumed=assumed))
    (sheet,) = file.sheets
    assert told.sentences(sheet) == [
        "3 rows without a plan type: taken as IEP.",
        "4 rows without direct or indirect: taken as direct.",
    ]
