-- How many instructional days has each block of weeks, for the weeks in which lines begin (rules 1 and 2)?
-- Grain: one row a calendar, cycle (weeks:N), week of the start and block. Columns: calendar, cycle, start_week, cycle_key (from 0), cycle_days.
-- uses: base/lines, base/weeks
select
    s.calendar, s.cycle, s.start_week, cast(floor((w.week - s.start_week) / (7 * s.cycle_length)) as bigint) as cycle_key,
    sum(w.open_in_week) as cycle_days
from (
    select distinct l.calendar, l.cycle, l.cycle_length, l.start_week from lines as l
    where l.in_ledger and l.cycle_name = 'weeks'
) as s
join weeks as w on w.calendar = s.calendar and w.week >= s.start_week
group by
    s.calendar, s.cycle, s.start_week, cast(floor((w.week - s.start_week) / (7 * s.cycle_length)) as bigint)
