-- From when on does a holiday explain how much of the shortfall of a week with closed weekdays (rules 5)?
-- Grain: one row an edition, week and day on which that changes. Columns: line_no (the edition's number), period_key, month, school_year (the week's), day,
-- holiday_minutes (the change).
-- uses: rolled/short_weeks, rolled/told
select
    c.line_no, c.period_key, c.month, c.school_year, c.day,
    c.minutes - coalesce(lag(c.minutes) over (partition by c.line_no, c.week order by c.day), 0) as holiday_minutes
from (
    select
        w.line_no, w.period_key, w.month, w.week, w.school_year, d.day,
        greatest(
            0,
            least(
                w.owed_minutes - sum(d.told_minutes) over (partition by w.line_no, w.week order by d.day), w.most_minutes
            )
        ) as minutes
    from short_weeks as w
    join (
        select u.line_no, u.week, u.day, sum(u.told_minutes) as told_minutes
        from (
            select s.line_no, s.week, s.first_day as day, cast(0 as double precision) as told_minutes from short_weeks as s
            union all
            select
                s.line_no, s.week, greatest(s.first_day, t.session_date), t.given_minutes + t.missed_minutes
            from short_weeks as s
            join told as t on t.line_no = s.line_no and t.week = s.week
        ) as u
        group by u.line_no, u.week, u.day
    ) as d on d.line_no = w.line_no and d.week = w.week
) as c
