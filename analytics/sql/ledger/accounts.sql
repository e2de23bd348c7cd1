-- What became of the minutes of each line, by month (rules 5)? E and D by date, the rest of a period in proportion to E.
-- Grain: one row a line, credit period and month. Columns: line_no, period_key, month, is_closed, the minutes of periods, open_minutes (expected
-- in periods that are still open), given_sessions (of cells).
-- uses: ledger/cells, ledger/periods
-- materialized
-- by line
select
    s.line_no, s.period_key, s.month, s.is_closed, s.expected_minutes,
    s.dated_minutes + s.filled_minutes * s.share as delivered_minutes, s.credited_minutes * s.share as credited_minutes,
    case when s.whole_minutes = 0 then s.dated_minutes else s.excess_minutes * s.share end as excess_minutes,
    s.excused_minutes * s.share as excused_minutes, s.review_minutes * s.share as review_minutes,
    s.make_up_minutes * s.share as make_up_minutes, s.unaccounted_minutes * s.share as unaccounted_minutes,
    s.pace_gap_minutes * s.share as pace_gap_minutes, s.provider_caused_minutes * s.share as provider_caused_minutes,
    case when s.is_closed then 0 else s.expected_minutes end as open_minutes, s.given_sessions
from (
    select
        c.line_no, c.period_key, c.month, c.expected_minutes, c.dated_minutes, c.given_sessions, p.is_closed,
        p.expected_minutes as whole_minutes,
        case when p.expected_minutes = 0 then 0 else c.expected_minutes / nullif(p.expected_minutes, 0) end as share,
        p.filled_minutes, p.credited_minutes, p.excess_minutes, p.excused_minutes, p.review_minutes, p.make_up_minutes,
        p.unaccounted_minutes, p.pace_gap_minutes, p.provider_caused_minutes
    from cells as c
    join periods as p on p.line_no = c.line_no and p.period_key = c.period_key
) as s
