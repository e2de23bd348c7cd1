-- In which weeks with closed weekdays may a holiday explain a shortfall, and from when on (rules 5)? Weekly lines only.
-- Grain: one row an edition and week. Columns: line_no (the edition's number), period_key, month, week, school_year, owed_minutes, most_minutes (planned
-- sessions of the closed weekdays), first_day (the week's last instructional day, or the first given session that shows the child is served).
-- uses: base/lines, base/weeks, base/closed_weekdays, base/line_spans, ledger/line_stretches, rolled/editions, rolled/served_weeks
-- materialized
select
    x.line_no, x.period_key, x.month, x.week, x.school_year, x.owed_minutes, x.most_minutes,
    greatest(x.last_open_day, x.served_from) as first_day
from (
    select
        e.edition_no as line_no, o.period_key, o.month, o.week, o.school_year, o.owed_minutes, e.session_minutes * o.closed_days as most_minutes,
        o.last_open_day, e.to_day, least(a.first_day, b.first_day, c.first_day) as served_from
    from (
        select
            r.line_no, r.period_key, r.month, r.week, r.school_year, r.last_open_day, r.before_1, r.before_2, r.owed_minutes,
            count(*) as closed_days
        from (
            select
                s.line_no, s.period_key, s.month, s.week, w.calendar, w.week_year as school_year, w.last_open_day, w.before_1, w.before_2,
                sum(s.accrual_minutes * (s.opened_to - s.opened_before)) as owed_minutes
            from line_stretches as s
            join lines as l on l.line_no = s.line_no and l.cycle = 'week'
            join weeks as w on w.calendar = s.counted_by and w.week = s.week and w.open_weekdays < 5
            where not s.is_lapsed and s.is_covered
            group by s.line_no, s.period_key, s.month, s.week, w.calendar, w.week_year, w.last_open_day, w.before_1, w.before_2
        ) as r
        join closed_weekdays as h on h.calendar = r.calendar and h.week = r.week
        join line_spans as n on n.line_no = r.line_no and not n.is_lapsed and h.day between n.span_from and n.span_to
        group by
            r.line_no, r.period_key, r.month, r.week, r.school_year, r.last_open_day, r.before_1, r.before_2, r.owed_minutes
    ) as o
    join editions as e on e.line_no = o.line_no
    left join served_weeks as a on a.line_no = e.edition_no and a.week = o.week
    left join served_weeks as b on b.line_no = e.edition_no and b.week = o.before_1
    left join served_weeks as c on c.line_no = e.edition_no and c.week = o.before_2
) as x
where x.served_from is not null and greatest(x.last_open_day, x.served_from) < x.to_day
