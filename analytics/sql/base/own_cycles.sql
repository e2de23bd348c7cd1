-- How many days have the cycles that are a line's own: blocks of weeks from its start, its IEP year (rules 1 and 2)?
-- Grain: one row a line and cycle. Columns: line_no, cycle_key, cycle_days, by_calendar_days (an IEP year that the calendar doesn't reach).
-- uses: base/lines, base/windows, base/day_facts, base/calendars, base/days
-- materialized
select
    l.line_no, cast(floor((f.week - d.week) / (7 * l.cycle_length)) as bigint) as cycle_key, count(*) as cycle_days,
    false as by_calendar_days
from lines as l
join windows as w on w.line_no = l.line_no
join days as d on d.day = l.start_day
join day_facts as f
    on
        f.calendar = l.calendar and f.is_open and f.day >= d.week
        and f.day <= greatest(w.window_to, coalesce(w.lapses_to, w.window_to)) + 7 * l.cycle_length
where l.in_ledger and l.cycle_name = 'weeks'
group by l.line_no, cast(floor((f.week - d.week) / (7 * l.cycle_length)) as bigint)
union all
select y.line_no, n.cycle_key, y.cycle_days, y.by_calendar_days
from (
    select
        l.line_no,
        not coalesce(
            l.start_day between c.reaches_from and c.reaches_to and l.end_day between c.reaches_from and c.reaches_to, false
        ) as by_calendar_days,
        case
            when coalesce(
                l.start_day between c.reaches_from and c.reaches_to and l.end_day between c.reaches_from and c.reaches_to,
                false
            ) then (
                select count(*) from day_facts as f
                where f.calendar = l.calendar and f.is_open and f.day between l.start_day and l.end_day
            )
            else l.end_day - l.start_day + 1
        end as cycle_days
    from lines as l
    left join calendars as c on c.calendar = l.calendar
    where l.in_ledger and l.cycle_name = 'iep_year'
) as y
cross join (select 1 as cycle_key union all select 2) as n
