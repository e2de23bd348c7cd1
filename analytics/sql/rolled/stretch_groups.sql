-- Which stretches of a line fall into one credit period and month, and are they days in a row of one clock?
-- Grain: one row a line, period and month, loaded or not, lapsed or not. Columns: those, counted_by, opened_before, opened_to,
-- least_accrual and most_accrual (minutes a day), is_whole (days in a row, which one clock can count).
-- uses: base/lines, ledger/line_stretches
-- materialized
select
    g.*,
    g.days = g.opened_to - g.opened_before
    and (
        g.least_accrual = g.most_accrual
        or (l.cycle_name in ('week', 'month', 'rotation', 'quarter', 'semester', 'year') and g.counted_by <> ' every day')
    ) as is_whole
from (
    select
        s.line_no, s.counted_by, s.period_key, s.month, s.is_covered, s.is_lapsed, min(s.opened_before) as opened_before,
        max(s.opened_to) as opened_to, sum(s.opened_to - s.opened_before) as days, min(s.accrual_minutes) as least_accrual,
        max(s.accrual_minutes) as most_accrual
    from line_stretches as s
    group by s.line_no, s.counted_by, s.period_key, s.month, s.is_covered, s.is_lapsed
) as g
join lines as l on l.line_no = g.line_no
