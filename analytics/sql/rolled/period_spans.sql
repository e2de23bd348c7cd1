-- In which days and months does each line accrue in each credit period, loaded or not, lapsed or not?
-- Grain: one row a line and credit period with such days. Columns: line_no, period_key, period (its name; null: the line has lapsed on all of it),
-- first_day, last_day, in_force_from and in_force_to (without lapsed days), next_day (on which its next period begins; 9999-12-31: none),
-- first_month, last_month, has_no_month (some of its days are of no month).
-- uses: rolled/pieces, ledger/period_names
select
    g.line_no, g.period_key, k.period, g.first_day, g.last_day, g.in_force_from, g.in_force_to,
    coalesce(lead(g.first_day) over (partition by g.line_no order by g.first_day), date '9999-12-31') as next_day,
    g.first_month, g.last_month, g.has_no_month
from (
    select
        p.line_no, p.period_key, min(p.start_day) as first_day, max(p.end_day) as last_day,
        min(p.start_day) filter (where not p.is_lapsed) as in_force_from,
        max(p.end_day) filter (where not p.is_lapsed) as in_force_to, min(p.month) as first_month, max(p.month) as last_month,
        bool_or(p.month is null) as has_no_month
    from pieces as p
    group by p.line_no, p.period_key
) as g
left join period_names as k on k.line_no = g.line_no and k.period_key = g.period_key
order by g.line_no
