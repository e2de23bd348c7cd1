-- What became of the credit periods that a line has in a month (rules 5)?
-- Grain: one row a credit period. Parameters: $line_no, $month. Columns: first_day, last_day, is_closed, the minutes of the whole period, and
-- share (of the period's E that is in the month).
-- uses: ledger/periods, ledger/cells, base/numbered_days
select
    a.day as first_day, b.day as last_day, p.is_closed, p.expected_minutes, p.delivered_minutes, p.filled_minutes, p.credited_minutes,
    p.excess_minutes, p.excused_minutes, p.review_minutes, p.make_up_minutes, p.unaccounted_minutes, p.pace_gap_minutes,
    c.expected_minutes / nullif(p.expected_minutes, 0) as share
from periods as p
join cells as c on c.line_no = p.line_no and c.period_key = p.period_key and c.month = $month
left join numbered_days as a on a.counted_by = p.counted_by and a.day_no = p.first_no
left join numbered_days as b on b.counted_by = p.counted_by and b.day_no = p.last_no
where p.line_no = $line_no
order by a.day
