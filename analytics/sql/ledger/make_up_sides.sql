-- What stands against each other in a line's credit periods where make-ups name no date (rules 5): minutes expected to date, given on a
-- date, and given without one? Whatever the range: what a make-up finds doesn't hang on where one looks.
-- Grain: one row a part of a credit period of a line with such make-ups. Parameters: $as_of.
-- Columns: line_no, period_key, expected_minutes, dated_minutes, undated_minutes.
-- uses: ledger/undated, ledger/placings, ledger/line_stretches, base/days_counted
select
    s.line_no, s.period_key, s.accrual_minutes * (least(s.opened_to, c.to_date) - s.opened_before) as expected_minutes,
    0 as dated_minutes, 0 as undated_minutes
from line_stretches as s
join days_counted as c on c.counted_by = s.counted_by and c.to_date > s.opened_before
where not s.is_lapsed and s.is_covered and s.line_no in (select i.line_no from undated as i)
union all
select
    p.line_no, p.period_key, 0, case when p.is_undated then 0 else p.given_minutes end,
    case when p.is_undated then p.given_minutes else 0 end
from placings as p
where p.session_date <= $as_of and p.line_no in (select i.line_no from undated as i)
