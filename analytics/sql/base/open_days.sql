-- On which days can lines accrue: those with students in attendance, for lines of the extended school year also summer days?
-- Grain: one row a calendar and such day. Columns: calendar, day.
-- uses: base/attended_days, base/summer_days
-- materialized
select a.calendar, a.day from attended_days as a
union all
select s.calendar, s.day from summer_days as s
