-- How much is still to come of each line, and in how many weeks (rules 9)? What is in force after the as-of date, loaded or not, up
-- to the end of its school year.
-- Grain: one row a line with days to come. Columns: line_no, remaining_minutes, weeks_left.
-- uses: ledger/line_stretches, base/line_stints, base/days_counted, base/numbered_days
select m.line_no, m.remaining_minutes, w.weeks_left
from (
    select s.line_no, sum(
            s.accrual_minutes * (least(s.opened_to, c.to_year_end) - greatest(s.opened_before, c.to_date))
        ) as remaining_minutes
    from line_stretches as s
    join days_counted as c on c.counted_by = s.counted_by
    where not s.is_lapsed and s.opened_to > c.to_date and s.opened_before < c.to_year_end
    group by s.line_no
) as m
join (
    select u.line_no, sum(u.last_week - u.first_week + case when u.first_week = u.week_before then 0 else 1 end) as weeks_left
    from (
        select
            t.line_no, a.week_no as first_week, b.week_no as last_week,
            lag(b.week_no) over (partition by t.line_no order by t.opened_to) as week_before
        from line_stints as t
        join days_counted as c on c.counted_by = t.counted_by
        join numbered_days as a on a.counted_by = t.counted_by and a.day_no = greatest(t.opened_before, c.to_date) + 1
        join numbered_days as b on b.counted_by = t.counted_by and b.day_no = least(t.opened_to, c.to_year_end)
        where not t.is_lapsed and t.opened_to > c.to_date and t.opened_before < c.to_year_end
    ) as u
    group by u.line_no
) as w on w.line_no = m.line_no
