-- Which days lie in a quarter or semester of another school year than their own: one that reaches over July 1?
-- Grain: one row a part (quarter, semester) and such day. Column: school_year (the quarter's or semester's).
-- uses: base/days, base/told_parts
select t.part, d.day, min(t.school_year) as school_year
from told_parts as t
join days as d on d.day between t.start_date and t.end_date and d.school_year <> t.school_year
group by t.part, d.day
