-- In which spans of as-of dates does the roster name which school and grade for each student (the spell begun last, else the first)?
-- Grain: one row a student with spells and span. Columns: student_id, from_day, to_day (the first as-of date after it), school, grade.
-- uses: base/spells
select
    b.student_id, case when b.place = 1 then date '0001-01-01' else b.begins end as from_day,
    coalesce(lead(b.begins) over (partition by b.student_id order by b.begins), date '9999-12-31') as to_day, b.school, b.grade
from (
    select
        f.student_id, f.begins, f.school, f.grade, row_number() over (partition by f.student_id order by f.begins) as place
    from (
        select
            s.student_id, s.school, s.grade, coalesce(s.enrolled_from, date '0001-01-01') as begins,
            row_number() over (
                partition by s.student_id, coalesce(s.enrolled_from, date '0001-01-01') order by s.enrolled_from, s.row_key
            ) as place
        from spells as s
    ) as f
    where f.place = 1
) as b
