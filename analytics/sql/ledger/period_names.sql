-- What is each credit period called: its month where that is all of it and it all of the month, else its first day?
-- Grain: one row a line and credit period. Columns: line_no, period_key, period (YYYY-MM or YYYY-MM-DD).
-- uses: ledger/line_days
select
    p.line_no, p.period_key,
    case
        when p.first_month = p.last_month and m.periods = 1 then substr(cast(p.first_month as varchar), 1, 7)
        else cast(p.first_day as varchar)
    end as period
from (
    select
        d.line_no, d.period_key, min(d.day) as first_day, min(d.month) as first_month, max(d.month) as last_month
    from line_days as d
    where not d.is_lapsed
    group by d.line_no, d.period_key
) as p
join (
    select d.line_no, d.month, count(distinct d.period_key) as periods
    from line_days as d
    where not d.is_lapsed
    group by d.line_no, d.month
) as m on m.line_no = p.line_no and m.month = p.first_month
