-- What does each line bring in each month that is done?
-- Grain: one row a line that stored steps tell, and month. Columns: those of ledger/line_sums, from_day, whole_from.
-- uses: rolled/final_months
select
    m.line_no, m.month, m.from_day, l.whole_from,
    {settling: m.*}, greatest(0, m.excess_minutes) as excess_minutes,
    greatest(0, m.expected_minutes - m.credited_minutes - m.excused_minutes - m.review_minutes - m.make_up_minutes)
        as pace_gap_minutes,
    m.required_sessions,
    least(m.counted_sessions, m.required_sessions) as counted_sessions, m.given_sessions > 0 as has_evidence,
    l.session_minutes, l.whole_from is not null as has_whole_cycle
from final_months as m
join rolled_lines as l on l.line_no = m.line_no and l.to_day = date '9999-12-31' and l.is_settled
