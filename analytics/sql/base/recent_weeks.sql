-- Which are the last six weeks with instructional days up to the as-of date?
-- Grain: one row a calendar and week. Parameters: $as_of. Columns: calendar, week, place (1: the latest).
-- uses: base/day_facts
-- materialized
select r.calendar, r.week, r.place
from (
    select f.calendar, f.week, row_number() over (partition by f.calendar order by f.week desc) as place
    from (select distinct d.calendar, d.week from day_facts as d where d.is_open and d.day <= $as_of) as f
) as r
where r.place <= 6
