-- Which rows is each calendar made of? A school's own rows stand on the district's, or alone where the district has none.
-- Grain: one row a calendar (school; empty: the district's), day and layer (1 beneath, 2 the school's own).
-- uses: base/calendar_rows
-- materialized
select k.calendar, r.day, r.is_instructional, 1 as layer
from (select '' as calendar union select c.school from calendar_rows as c) as k
join calendar_rows as r
    on r.school = case
        when exists (select 1 from calendar_rows as d where d.school = '') then '' else k.calendar
    end
union all
select r.school, r.day, r.is_instructional, 2
from calendar_rows as r
where r.school <> ''
