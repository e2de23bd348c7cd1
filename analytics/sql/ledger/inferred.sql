-- Which shortfalls of weeks with closed weekdays does a holiday explain (rules 5)? Weekly lines only. Whether the
-- student was seen lately doesn't hang on the range.
-- Grain: one row a line and week. Parameters: $as_of. Columns: line_no, period_key, month, week, school_year (the week's),
-- holiday_minutes.
-- uses: ledger/line_stretches, ledger/booked, ledger/placings, base/days_counted, base/lines, base/line_spans, base/weeks, base/closed_weekdays, base/session_minutes
-- materialized
-- by line
select
    e.line_no, e.period_key, e.month, e.week, e.school_year,
    greatest(0, least(e.short_minutes, m.session_minutes * count(*))) as holiday_minutes
from (
    select
        o.line_no, o.period_key, o.month, o.week, o.calendar, o.school_year, o.before_1, o.before_2,
        o.owed_minutes - coalesce(b.told_minutes, 0) as short_minutes
    from (
        select
            s.line_no, s.period_key, s.month, s.week, w.calendar, w.week_year as school_year, w.before_1, w.before_2,
            sum(s.accrual_minutes * (
                least(s.opened_to, c.to_date, c.to_range) - greatest(s.opened_before, c.before_range)
            )) as owed_minutes
        from line_stretches as s
        join lines as l on l.line_no = s.line_no and l.cycle = 'week'
        join weeks as w
            on w.calendar = s.counted_by and w.week = s.week and w.open_weekdays < 5 and w.last_open_day <= $as_of
        join days_counted as c on c.counted_by = s.counted_by
        where
            not s.is_lapsed and s.is_covered
            and least(s.opened_to, c.to_date, c.to_range) > greatest(s.opened_before, c.before_range)
        group by s.line_no, s.period_key, s.month, s.week, w.calendar, w.week_year, w.before_1, w.before_2
    ) as o
    left join (
        select x.line_no, x.week, sum(x.given_minutes + x.missed_minutes) as told_minutes
        from booked as x
        where x.week in (select w.week from weeks as w where w.open_weekdays < 5)
        group by x.line_no, x.week
    ) as b on b.line_no = o.line_no and b.week = o.week
    where o.owed_minutes - coalesce(b.told_minutes, 0) > 0
) as e
join session_minutes as m on m.line_no = e.line_no
join closed_weekdays as h on h.calendar = e.calendar and h.week = e.week
join line_spans as s on s.line_no = e.line_no and not s.is_lapsed and h.day between s.span_from and s.span_to
where
    exists (
        select 1 from placings as x
        where
            x.line_no = e.line_no and x.given_minutes > 0 and x.session_date <= $as_of
            and x.week in (e.week, e.before_1, e.before_2)
    )
group by e.line_no, e.period_key, e.month, e.week, e.school_year, e.short_minutes, m.session_minutes
