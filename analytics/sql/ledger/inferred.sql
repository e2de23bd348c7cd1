-- Which shortfalls of weeks with closed weekdays does a holiday explain (rules 5)? Weekly lines only.
-- Grain: one row a line and week. Parameters: $as_of, $from_day, $to_day. Columns: line_no, period_key, month, week, holiday_minutes.
-- uses: ledger/line_days, ledger/booked, base/lines, base/line_spans, base/weeks, base/day_facts, base/years, base/session_minutes
-- materialized
select
    e.line_no, e.period_key, e.month, e.week,
    greatest(0, least(e.owed_minutes - coalesce(b.told_minutes, 0), m.session_minutes * h.closed_days)) as holiday_minutes
from (
    select
        d.line_no, d.period_key, d.month, d.week, l.calendar, sum(d.accrual_minutes) as owed_minutes
    from line_days as d
    join lines as l on l.line_no = d.line_no and l.cycle = 'week'
    where not d.is_lapsed and d.is_covered and d.day <= $as_of and d.day between $from_day and $to_day
    group by d.line_no, d.period_key, d.month, d.week, l.calendar
) as e
join weeks as w on w.calendar = e.calendar and w.week = e.week and w.open_in_week < 5 and w.last_open_day <= $as_of
join session_minutes as m on m.line_no = e.line_no
join (
    select s.line_no, f.week, count(*) as closed_days
    from line_spans as s
    join lines as l on l.line_no = s.line_no and l.cycle = 'week'
    join day_facts as f
        on f.calendar = l.calendar and not f.is_open and f.weekday < 6 and f.day between s.span_from and s.span_to
    join day_facts as g on g.calendar = f.calendar and g.day = f.week
    join years as y
        on y.calendar = f.calendar and y.school_year = g.school_year and f.day between y.first_day and y.last_day
    where not s.is_lapsed
    group by s.line_no, f.week
) as h on h.line_no = e.line_no and h.week = e.week
left join (
    select x.line_no, x.week, sum(x.given_minutes + x.missed_minutes) as told_minutes
    from booked as x
    group by x.line_no, x.week
) as b on b.line_no = e.line_no and b.week = e.week
where
    exists (
        select 1 from booked as x
        where x.line_no = e.line_no and x.given_minutes > 0 and x.week in (w.week, w.before_1, w.before_2)
    )
    and e.owed_minutes - coalesce(b.told_minutes, 0) > 0
