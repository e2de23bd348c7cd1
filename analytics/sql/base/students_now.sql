-- Which school and grade has each student at the as-of date (the spell begun last, else the first)?
-- Grain: one row a student on file, mentioned ones too. Parameters: $district, $known, $roster_day (base/roster_day of the as-of date).
-- Columns: student_id, last_name, first_name, full_name, school, grade, enrolled_first (start of the first spell).
-- uses: base/spells
select f.student_id, f.last_name, f.first_name, f.full_name, f.school, f.grade, f.enrolled_first
from (
    select
        s.student_id, s.last_name, s.first_name, cast(null as varchar) as full_name, s.school, s.grade,
        first_value(s.enrolled_from) over (
            partition by s.student_id order by coalesce(s.enrolled_from, date '0001-01-01'), s.row_key
        ) as enrolled_first,
        row_number() over (
            partition by s.student_id
            order by
                case when coalesce(s.enrolled_from, date '0001-01-01') <= $roster_day then 0 else 1 end,
                case
                    when coalesce(s.enrolled_from, date '0001-01-01') <= $roster_day
                        then $roster_day - coalesce(s.enrolled_from, date '0001-01-01')
                end,
                s.enrolled_from, s.row_key
        ) as place
    from students as s
    where s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
    union all
    select p.person_id, p.last_name, p.first_name, p.full_name, p.school, p.grade, null, 1
    from people as p
    where
        p.district = $district and p.person_kind = 'student'
        and p.known_from <= $known and (p.known_to is null or p.known_to > $known)
        and not exists (select 1 from spells as r where r.student_id = p.person_id)
) as f
where f.place = 1
