-- When do the quarters and semesters of a school year end, side by side?
-- Grain: one row a calendar and school year. Columns: quarters, semesters (how many), q0 to q7, s0, s1 (last days; null: there are fewer).
-- uses: base/parts
-- materialized
select
    e.calendar, e.school_year,
    cast(count(*) filter (where e.part = 'quarter') as integer) as quarters,
    cast(count(*) filter (where e.part = 'semester') as integer) as semesters,
    min(case when e.part = 'quarter' and e.part_no = 0 then e.end_date end) as q0,
    min(case when e.part = 'quarter' and e.part_no = 1 then e.end_date end) as q1,
    min(case when e.part = 'quarter' and e.part_no = 2 then e.end_date end) as q2,
    min(case when e.part = 'quarter' and e.part_no = 3 then e.end_date end) as q3,
    min(case when e.part = 'quarter' and e.part_no = 4 then e.end_date end) as q4,
    min(case when e.part = 'quarter' and e.part_no = 5 then e.end_date end) as q5,
    min(case when e.part = 'quarter' and e.part_no = 6 then e.end_date end) as q6,
    min(case when e.part = 'quarter' and e.part_no = 7 then e.end_date end) as q7,
    min(case when e.part = 'semester' and e.part_no = 0 then e.end_date end) as s0,
    min(case when e.part = 'semester' and e.part_no = 1 then e.end_date end) as s1
from parts as e
group by e.calendar, e.school_year
