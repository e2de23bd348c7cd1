-- By which clock does each line accrue in each credit period and month, and from when on?
-- Grain: one row a line and days in a row of one period and month. Columns: those of pieces but the ends, last_no (the number of the last day).
-- A step of its own, so that each of its joins has its whole key whatever the order in which they are made.
-- uses: base/lines, ledger/line_stretches, rolled/clock_days, rolled/stretch_groups
-- materialized
select
    p.line_no, p.period_key, p.month, p.is_covered, p.is_lapsed, a.clock_no, p.rate, a.day as start_day,
    a.passed_before as clock_from, p.opened_to as last_no
from (
    select
        g.line_no, g.counted_by, g.period_key, g.month, g.is_covered, g.is_lapsed, g.opened_before, g.opened_to,
        case when g.least_accrual = g.most_accrual then '' else l.cycle end as cycle,
        case when g.least_accrual = g.most_accrual then g.most_accrual else l.amount_minutes end as rate
    from stretch_groups as g
    join lines as l on l.line_no = g.line_no
    where g.is_whole
    union all
    select
        s.line_no, s.counted_by, s.period_key, s.month, s.is_covered, s.is_lapsed, s.opened_before, s.opened_to, '',
        s.accrual_minutes
    from line_stretches as s
    join stretch_groups as g
        on
            g.line_no = s.line_no and g.counted_by = s.counted_by and g.period_key is not distinct from s.period_key
            and g.month is not distinct from s.month and g.is_covered = s.is_covered and g.is_lapsed = s.is_lapsed
    where not g.is_whole
) as p
join clock_days as a on a.counted_by = p.counted_by and a.cycle = p.cycle and a.day_no = p.opened_before + 1
