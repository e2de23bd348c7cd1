-- What does each month of the whole district bring at the as-of date: the line-months that aren't done, and all that are done together?
-- Grain: several rows a month. Parameters: $as_of. Columns: those of ledger/keyed_shares.
-- uses: rolled/shares
select s.*
from shares as s
union all
select
    null, null, null, null, null, null, null, null, t.month, {minutes: t.*}, {line_counts: t.*},
    t.counted_sessions, t.required_sessions
from rolled_month_totals as t
where t.from_day <= $as_of
