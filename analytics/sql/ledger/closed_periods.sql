-- Which credit periods have closed (rules 5): the as-of date has reached their last day in the window, and all of it is loaded?
-- Grain: one row a line and credit period. Parameters: $as_of. Columns: line_no, period_key, first_day, last_day, is_closed.
-- uses: ledger/line_days
-- materialized
select
    d.line_no, d.period_key, min(d.day) as first_day, max(d.day) as last_day,
    max(d.day) <= $as_of and bool_and(d.is_covered) as is_closed
from line_days as d
where not d.is_lapsed
group by d.line_no, d.period_key
