-- On which days is each student enrolled, as spans that don't touch?
-- Grain: one row a student and span; a student without spells has none. Columns: student_id, enrolled_from, enrolled_to.
-- uses: base/spells
select i.student_id, min(i.enrolled_from) as enrolled_from, max(i.enrolled_to) as enrolled_to
from (
    select
        s.student_id, s.enrolled_from, s.enrolled_to,
        sum(s.is_new) over (partition by s.student_id order by s.enrolled_from, s.enrolled_to) as island
    from (
        select
            d.student_id, d.enrolled_from, d.enrolled_to,
            case
                when d.enrolled_from <= max(d.enrolled_to) over (
                    partition by d.student_id order by d.enrolled_from, d.enrolled_to
                    rows between unbounded preceding and 1 preceding
                ) then 0 else 1
            end as is_new
        from (
            select distinct
                p.student_id, coalesce(p.enrolled_from, date '0001-01-01') as enrolled_from,
                coalesce(p.enrolled_to, date '9999-12-31') as enrolled_to
            from spells as p
        ) as d
        where d.enrolled_from <= d.enrolled_to
    ) as s
) as i
group by i.student_id, i.island
