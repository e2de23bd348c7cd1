"""Days of the calendar that a person entered stay, where a newer file says nothing new of them (decision 0218)."""

import duckdb

from data.calendar import CHANGE
from data.ingest.folding import fold, standing
from data.store.connect import DISTRICT

DATASET = "calendar_days"
_BY_HAND = f"(select batch_id from batches where district = '{DISTRICT}' and file_name like '{CHANGE} %')"
_IS_ORDINARY = "x.is_instructional and coalesce(x.day_type, 'full') = 'full'"


def keep(cur: duckdb.DuckDBPyConnection, batch: fold.Batch) -> int:
    """Let the resolved days stand as somebody entered them, where the file calls them ordinary school days or only says
    again what a file before that entry said; how many that are. Call it when the groups are read."""
    table = standing.name(DATASET)
    if batch.mode == "replace" or not standing.any_row(cur, f"{table} where batch_id in {_BY_HAND}"):
        return 0
    earlier = (
        "select 1 from batch_rows as r join batches as b on b.district = r.district and b.batch_id = r.batch_id "
        f"where r.district = '{DISTRICT}' and r.dataset = '{DATASET}' and b.state = 'in_force' and r.row_key = s.row_key "
        "and r.row_hash = x.asserted_hash and b.batch_seq < s.batch_seq and r.action <> 'remove'"
    )
    cur.execute(
        f"create or replace temp table by_hand as select x.rec, s.* from resolved_{DATASET} as x join {table} as s "
        f"on s.group_key = x.group_key where s.batch_id in {_BY_HAND} and $batch not in {_BY_HAND} "
        f"and x.row_hash <> s.row_hash and ({_IS_ORDINARY} or exists ({earlier}))",
        {"batch": batch.batch_id},
    )
    fold.stand_as(cur, DATASET, "by_hand")
    return int((cur.execute("select count(*) from by_hand").fetchone() or (0,))[0])


def in_words(days: int) -> str:
    """What a preview says of so many days that stay as somebody entered them."""
    those = "1 day stays" if days == 1 else f"{days:,} days stay"
    return f"{those} as entered by hand: the file says nothing new of {'it' if days == 1 else 'them'}."
