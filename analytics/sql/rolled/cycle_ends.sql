-- When does each cycle of a line close, and how many sessions does it require (rules 7)?
-- Grain: one row a line and cycle of which all is loaded. Columns: line_no, cycle_key, month, is_whole, required_sessions (as in
-- ledger/cycles), closes_on.
-- uses: base/lines, base/numbered_days, ledger/line_stretches
-- materialized
select
    c.line_no, c.cycle_key, c.month, c.is_whole, n.day as closes_on,
    cast(floor(cast(l.sessions_per_cycle * c.days / nullif(c.days_to_divide_by, 0) as decimal(18, 6))) as bigint)
        as required_sessions
from (
    select
        d.line_no, d.counted_by, d.cycle_key, max(d.month) as month, max(d.opened_to) as opened_to,
        sum(cast(d.opened_to - d.opened_before as double precision)) as days,
        sum(cast(d.opened_to - d.opened_before as double precision)) = max(d.cycle_days) as is_whole,
        max(d.days_to_divide_by) as days_to_divide_by
    from line_stretches as d
    where not d.is_lapsed
    group by d.line_no, d.counted_by, d.cycle_key
    having bool_and(d.is_covered)
) as c
join lines as l on l.line_no = c.line_no
join numbered_days as n on n.counted_by = c.counted_by and n.day_no = c.opened_to
