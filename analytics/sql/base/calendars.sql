-- How far does each calendar reach: its first and last listed or instructional day?
-- Grain: one row a calendar. Columns: calendar, reaches_from, reaches_to.
-- uses: base/calendar_sources, base/open_days
select a.calendar, min(a.day) as reaches_from, max(a.day) as reaches_to
from (
    select s.calendar, s.day from calendar_sources as s
    union all
    select o.calendar, o.day from open_days as o
) as a
group by a.calendar
