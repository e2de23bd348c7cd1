"""An upload's sheets on History: as they follow one another in the file."""

from data import history
from data.store.connect import DISTRICT
from tests.data.loading import Ledger, only_file
from tests.data.workbooks import workbook

HEAD = ["Student ID", "Service", "Date", "Minutes", "Status"]


def test_an_uploads_sheets_stand_as_they_do_in_the_file(ledger: Ledger) -> None:
    """Neither by the alphabet nor by the months."""
    months = {"Sep 2025": "9/8/2025", "Oct 2025": "10/6/2025", "Dec 2025": "12/1/2025", "Aug 2025": "8/25/2025"}
    book = workbook({name: [HEAD, ["S1", "OT", day, 30, "Delivered"]] for name, day in months.items()})
    batch = only_file(ledger.load("log.xlsx", book)).batch_id
    assert batch is not None
    with ledger.store.cursor() as cur:
        assert list(history.sheets(cur, DISTRICT, batch)["source_sheet"]) == list(months)
