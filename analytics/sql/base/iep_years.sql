-- How many days has the IEP year of each line that promises an amount for it (rules 1 and 2)?
-- Grain: one row a line. Columns: line_no, cycle_days, by_calendar_days (the calendar doesn't reach its start or end).
-- uses: base/lines, base/calendars, base/running_days
-- materialized
select
    y.line_no, y.by_calendar_days,
    case
        when y.by_calendar_days then y.end_day - y.start_day + 1
        else b.opened - a.opened + case when a.is_open then 1 else 0 end
    end as cycle_days
from (
    select
        l.line_no, l.calendar, l.start_day, l.end_day,
        not coalesce(
            l.start_day between c.reaches_from and c.reaches_to and l.end_day between c.reaches_from and c.reaches_to, false
        ) as by_calendar_days
    from lines as l
    left join calendars as c on c.calendar = l.calendar
    where l.in_ledger and l.cycle_name = 'iep_year'
) as y
left join running_days as a on a.calendar = y.calendar and a.day = y.start_day
left join running_days as b on b.calendar = y.calendar and b.day = y.end_day
