-- Which are the last six weeks with covered days of each line to date (rules 9)?
-- Grain: one row a line and such week. Columns: line_no, counted_by, week, opened_before and opened_to (numbers of the week's days).
-- uses: base/line_stints, base/days_counted, base/numbered_days
select r.line_no, r.counted_by, w.week, w.opened_before, w.opened_to
from (
    select
        k.line_no, k.counted_by, k.week_no, row_number() over (partition by k.line_no order by k.week_no desc) as place
    from (
        select distinct t.line_no, t.counted_by, b.week_no - g.n as week_no
        from (
            select
                s.line_no, s.counted_by, greatest(s.opened_before, c.before_range) + 1 as first_no,
                least(s.opened_to, c.to_date, c.to_range) as last_no
            from line_stints as s
            join days_counted as c on c.counted_by = s.counted_by
            where not s.is_lapsed and s.is_covered
        ) as t
        join numbered_days as a on a.counted_by = t.counted_by and a.day_no = t.first_no
        join numbered_days as b on b.counted_by = t.counted_by and b.day_no = t.last_no
        cross join generate_series(0, 5) as g(n)
        where t.first_no <= t.last_no and b.week_no - g.n >= a.week_no
    ) as k
) as r
join (
    select n.counted_by, n.week_no, n.week, min(n.day_no) - 1 as opened_before, max(n.day_no) as opened_to
    from numbered_days as n
    group by n.counted_by, n.week_no, n.week
) as w on w.counted_by = r.counted_by and w.week_no = r.week_no
where r.place <= 6
