-- How much is expected of each line to date, how much is not loaded, how much has lapsed (rules 2, 2a and 3)?
-- Grain: one row a line, credit period and month. Columns: line_no, period_key, month, expected_minutes (null: no covered day),
-- uncovered_minutes, lapsed_minutes.
-- uses: ledger/line_stretches, base/days_counted
-- materialized
-- by line
select
    d.line_no, d.period_key, d.month,
    sum(d.accrual_minutes * d.days) filter (where not d.is_lapsed and d.is_covered) as expected_minutes,
    sum(d.accrual_minutes * d.days) filter (where not d.is_lapsed and not d.is_covered) as uncovered_minutes,
    sum(d.accrual_minutes * d.days) filter (where d.is_lapsed and d.is_covered) as lapsed_minutes
from (
    select
        s.line_no, s.period_key, s.month, s.accrual_minutes, s.is_covered, s.is_lapsed,
        least(s.opened_to, c.to_date, c.to_range) - greatest(s.opened_before, c.before_range) as days
    from line_stretches as s
    join days_counted as c on c.counted_by = s.counted_by
) as d
where d.days > 0
group by d.line_no, d.period_key, d.month
