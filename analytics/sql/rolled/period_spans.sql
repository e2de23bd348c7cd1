-- In which days and months does each line accrue in each credit period, loaded or not, lapsed or not?
-- Grain: one row a line and credit period with such days. Columns: line_no, first_day, last_day, next_day (on which its next
-- period begins; 9999-12-31: none), first_month, last_month, has_no_month (some of its days are of no month).
-- uses: rolled/pieces
select
    p.line_no, min(p.start_day) as first_day, max(p.end_day) as last_day,
    coalesce(lead(min(p.start_day)) over (partition by p.line_no order by min(p.start_day)), date '9999-12-31') as next_day,
    min(p.month) as first_month, max(p.month) as last_month, bool_or(p.month is null) as has_no_month
from pieces as p
group by p.line_no, p.period_key
order by p.line_no
