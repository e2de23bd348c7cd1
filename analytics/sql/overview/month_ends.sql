-- Which months have covered days of chosen lines, and how many days have passed at the end of each (or at the as-of date, in its own)?
-- Grain: one row a calendar and month. Parameters: $as_of. Columns: counted_by, month, last_day, end_no.
-- uses: base/chosen_lines, base/line_stints, base/days, base/day_numbers, base/numbered_days
select
    k.counted_by, m.month, m.last_day, case when m.last_day < k.first_day then 0 else coalesce(n.days_passed, k.most) end as end_no
from (
    select d.month, max(d.day) as last_day
    from days as d
    where
        d.day <= $as_of
        and d.day >= (
            select min(b.day)
            from (
                select t.counted_by, min(t.opened_before) + 1 as first_no
                from line_stints as t
                join chosen_lines as c on c.line_no = t.line_no
                where t.is_covered
                group by t.counted_by
            ) as a
            join numbered_days as b on b.counted_by = a.counted_by and b.day_no = a.first_no
        )
    group by d.month
) as m
cross join (
    select y.counted_by, min(y.day) as first_day, max(y.days_passed) as most from day_numbers as y group by y.counted_by
) as k
left join day_numbers as n on n.counted_by = k.counted_by and n.day = m.last_day
