-- Which days are there? Every day that a school record can hold.
-- Grain: one row a day, 2000 to 2060. Columns: day, week (its Monday), weekday (1: Monday), month (its first), school_year (the year of its July).
-- materialized
select
    d.day,
    d.day - (cast(extract(isodow from d.day) as integer) - 1) as week,
    cast(extract(isodow from d.day) as integer) as weekday,
    cast(date_trunc('month', d.day) as date) as month,
    cast(extract(year from d.day) as integer) - case when extract(month from d.day) < 7 then 1 else 0 end as school_year
from (select date '2000-01-01' + cast(g.n as integer) as day from generate_series(0, 22279) as g(n)) as d
