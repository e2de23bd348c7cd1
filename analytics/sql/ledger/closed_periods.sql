-- Which credit periods have closed (rules 5): the as-of date has reached their last day in the window, and all of it is loaded?
-- Grain: one row a line and credit period. Columns: line_no, period_key, counted_by, first_no and last_no (its first and last day in the
-- window, as numbered_days has them), school_year (of the last), is_closed.
-- uses: ledger/line_stretches, base/days_counted
-- materialized
-- by line
select
    p.line_no, p.period_key, p.counted_by, p.first_no, p.last_no, p.school_year,
    p.last_no <= c.to_date and p.is_covered as is_closed
from (
    select
        s.line_no, s.period_key, s.counted_by, min(s.opened_before) + 1 as first_no, max(s.opened_to) as last_no,
        max(s.school_year) as school_year, bool_and(s.is_covered) as is_covered
    from line_stretches as s
    where not s.is_lapsed
    group by s.line_no, s.period_key, s.counted_by
) as p
join days_counted as c on c.counted_by = p.counted_by
