-- What is each credit period called: its month where that is all of it and it all of the month, else its first day?
-- Grain: one row a line and credit period. Columns: line_no, period_key, period (YYYY-MM or YYYY-MM-DD).
-- uses: ledger/line_stretches, base/numbered_days
select
    p.line_no, p.period_key,
    case
        when p.first_month = p.last_month and m.periods = 1 then substr(cast(p.first_month as varchar), 1, 7)
        else cast(f.day as varchar)
    end as period
from (
    select
        s.line_no, s.counted_by, s.period_key, min(s.opened_before) + 1 as first_no, min(s.month) as first_month,
        max(s.month) as last_month
    from line_stretches as s
    where not s.is_lapsed
    group by s.line_no, s.counted_by, s.period_key
) as p
join numbered_days as f on f.counted_by = p.counted_by and f.day_no = p.first_no
join (
    select s.line_no, s.month, count(distinct s.period_key) as periods
    from line_stretches as s
    where not s.is_lapsed
    group by s.line_no, s.month
) as m on m.line_no = p.line_no and m.month = p.first_month
