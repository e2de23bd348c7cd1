-- How much is expected of each line to date, how much is not loaded, how much has lapsed (rules 2, 2a and 3)?
-- Grain: one row a line, credit period and month. Parameters: $as_of, $from_day, $to_day.
-- Columns: line_no, period_key, month, expected_minutes (null: no covered day), uncovered_minutes, lapsed_minutes.
-- uses: ledger/line_days
-- materialized
select
    d.line_no, d.period_key, d.month,
    sum(d.accrual_minutes) filter (where not d.is_lapsed and d.is_covered) as expected_minutes,
    sum(d.accrual_minutes) filter (where not d.is_lapsed and not d.is_covered) as uncovered_minutes,
    sum(d.accrual_minutes) filter (where d.is_lapsed and d.is_covered) as lapsed_minutes
from line_days as d
where d.day <= $as_of and d.day between $from_day and $to_day
group by d.line_no, d.period_key, d.month
