-- When was each direct line last seen at the end of each month (rules 6), where that was long ago?
-- Grain: one row a chosen direct line with covered days and month, but for those with fewer than $not_seen_days school days since.
-- Parameters: $as_of. Columns: line_no, counted_by, month, last_day, end_no (as in month_ends), last_seen (null: never), seen_no (the number
-- of that day; 0: never).
-- uses: base/chosen_lines, base/line_stints, base/days, base/day_numbers, ledger/placings, overview/month_ends
select q.line_no, q.counted_by, q.month, q.last_day, q.end_no, q.last_seen, coalesce(n.days_passed, 0) as seen_no
from (
    select
        k.line_no, k.counted_by, x.month, x.last_day, x.end_no,
        max(z.last_seen) over (partition by k.line_no, k.counted_by order by x.month) as last_seen
    from (
        select distinct t.line_no, t.counted_by
        from line_stints as t
        join chosen_lines as c on c.line_no = t.line_no and c.kind = 'direct'
        where not t.is_lapsed and t.is_covered
    ) as k
    join month_ends as x on x.counted_by = k.counted_by
    left join (
        select p.line_no, greatest(d.month, f.month) as month, max(p.session_date) as last_seen
        from placings as p
        join days as d on d.day = p.session_date
        cross join (select min(e.month) as month from month_ends as e) as f
        where p.given_minutes > 0 and p.session_date <= $as_of
        group by p.line_no, greatest(d.month, f.month)
    ) as z on z.line_no = k.line_no and z.month = x.month
) as q
left join day_numbers as n on n.counted_by = q.counted_by and n.day = q.last_seen
where q.end_no - coalesce(n.days_passed, 0) >= cast($not_seen_days as double precision)
